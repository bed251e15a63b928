//! The shape of the code: floors, files, sources of numbers, and purposes of luck.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

use stammtisch::parameters::{Grade, Role, Spec};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The longest file, in lines; files that are nothing but tests may be longer.
const LONGEST: usize = 300;

/// A file of the program: its path below `src`, and its text.
#[derive(Debug)]
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The module of the first level to which the file belongs.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether the file is nothing but tests.
    fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }

    /// What the program runs: the text before its tests, without comments.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next();
        let lines = code.unwrap_or_default().lines();
        lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    let mut all = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut all);
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn gather(folder: &Path, before: &str, all: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let entry = entry.expect("an entry").path();
        let name = entry.file_name().expect("a name").to_string_lossy();
        let path = format!("{before}{name}");
        if entry.is_dir() {
            gather(&entry, &format!("{path}/"), all);
        } else if entry.extension() == Some(std::ffi::OsStr::new("rs")) {
            let text = fs::read_to_string(&entry).expect("a source is text");
            all.push(Source { path, text });
        }
    }
}

/// The floor of each module, from the list in the first lines of `lib.rs`.
fn floors() -> BTreeMap<String, u32> {
    let sources = sources();
    let map = sources.iter().find(|source| source.path == "lib.rs").expect("lib.rs");
    let mut floors = BTreeMap::new();
    for line in map.text.lines().filter_map(|line| line.strip_prefix("//! ")) {
        let Some((number, names)) = line.split_once(". ") else {
            continue;
        };
        let Ok(floor) = number.parse() else { continue };
        for name in names.split("[`").skip(1).filter_map(|rest| rest.split("`]").next()) {
            assert_eq!(floors.insert(name.to_owned(), floor), None, "{name} lives on two floors");
        }
    }
    floors
}

/// The names that follow each `crate::` of a text, wherever it stands.
fn used(code: &str) -> BTreeSet<&str> {
    let names = code.split("crate::").skip(1);
    names
        .map(|rest| {
            rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default()
        })
        .collect()
}

#[test]
fn every_module_has_a_floor() {
    let floors = floors();
    let modules: BTreeSet<String> = sources()
        .iter()
        .map(|source| source.module().to_owned())
        .filter(|module| !["lib", "main"].contains(&&**module))
        .collect();
    let known: BTreeSet<String> = floors.keys().cloned().collect();
    assert_eq!(modules, known, "lib.rs lists every module, and no other");
}

#[test]
fn a_module_uses_only_floors_below_its_own() {
    let floors = floors();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let Some(own) = floors.get(source.module()) else {
            continue;
        };
        let code = source.code();
        for name in used(&code) {
            // Macros of the crate's root carry no floor: they are declarations.
            let Some(floor) = floors.get(name) else {
                continue;
            };
            if floor >= own && name != source.module() {
                faults.push(format!("{} (floor {own}) uses {name} (floor {floor})", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn processes_programmes_and_measures_do_not_use_their_siblings() {
    let mut faults = Vec::new();
    for group in ["processes", "programmes", "measures"] {
        let of_group: Vec<Source> =
            sources().into_iter().filter(|source| source.module() == group).collect();
        let names: BTreeSet<String> = of_group
            .iter()
            .filter_map(|source| {
                let file = source.path.strip_prefix(group)?.strip_prefix('/')?;
                let name = file.split('/').next()?;
                Some(name.strip_suffix(".rs").unwrap_or(name).to_owned())
            })
            .filter(|name| name != "mod" && name != "view" && name != "tests")
            .collect();
        for source in
            of_group.iter().filter(|source| !source.is_test() && !source.path.ends_with("/mod.rs"))
        {
            let own = source.path.split('/').nth(1).unwrap_or_default();
            let own = own.strip_suffix(".rs").unwrap_or(own);
            let code = source.code();
            let siblings = names.iter().filter(|name| *name != own);
            for sibling in siblings {
                let inside = source.path.matches('/').count() > 1;
                let by_parent = !inside && code.contains(&format!("super::{sibling}"));
                if by_parent || code.contains(&format!("crate::{group}::{sibling}")) {
                    faults.push(format!("{} uses {sibling}", source.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "what one hands to another passes through the page: {faults:#?}");
}

#[test]
fn every_file_begins_with_a_sentence() {
    for source in sources() {
        let mut lines = source.text.lines();
        let first = lines.next().and_then(|line| line.strip_prefix("//! "));
        // A sentence may reach over several lines, up to a blank one.
        let sentence: Vec<&str> =
            first.into_iter().chain(lines.map_while(|line| line.strip_prefix("//! "))).collect();
        let sentence = sentence.join(" ");
        assert!(sentence.ends_with(['.', '!', '?', ':', ';']), "{}: {sentence}", source.path);
        let in_code = |word: &&str| word.contains('`') || word.contains("::");
        let words = sentence.split_whitespace().filter(|word| !in_code(word));
        assert!(words.count() >= 3, "{}: a sentence, not only names: {sentence}", source.path);
    }
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| !source.is_test())
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// Texts in quotes of the form `process: purpose`, by which luck is asked.
fn purposes(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2).filter(|text| {
        let named = |(process, _): (&str, &str)| {
            !process.is_empty() && process.chars().all(|c| c.is_ascii_lowercase())
        };
        text.split_once(": ").is_some_and(named) && !text.contains('{')
    })
}

#[test]
fn each_purpose_of_luck_is_named_once() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let asks = ["cli", "report", "scenario", "document", "parameters"];
        if asks.contains(&source.module()) {
            continue;
        }
        for purpose in purposes(&source.code()) {
            if let Some(before) = seen.insert(purpose.to_owned(), source.path.clone()) {
                panic!("\"{purpose}\" is asked in {before} and in {}", source.path);
            }
        }
    }
    assert!(seen.len() > 40, "purposes are found: {seen:#?}");
    assert!(seen.contains_key("meet: contact"));
}

#[test]
fn luck_is_asked_by_a_named_purpose() {
    for source in sources().iter().filter(|source| !source.is_test()) {
        let code = source.code();
        for (at, _) in code.match_indices("draws.of(").chain(code.match_indices("lasting.of(")) {
            let asked = code[at..].split_once('(').map_or("", |(_, rest)| rest.trim_start());
            let handed_on = asked.starts_with("purpose)");
            assert!(
                asked.starts_with('"') || handed_on,
                "{}: {}",
                source.path,
                asked.lines().next().unwrap_or_default()
            );
        }
    }
}

#[test]
fn no_rule_reads_the_name_of_a_strategy() {
    let may = [
        "cli",
        "document",
        "evidence",
        "experiment",
        "parameters",
        "population",
        "report",
        "scenario",
    ];
    let mut faults = Vec::new();
    for source in
        sources().iter().filter(|source| !source.is_test() && !may.contains(&source.module()))
    {
        let code = source.code();
        for word in [".name", "ABSENT", "\"absent\"", "\"digital\"", "\"social\"", "\"hybrid\""] {
            let reads = |line: &&str| {
                let at = line.find(word);
                at.is_some_and(|at| {
                    !line[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
                })
            };
            let lines = code.lines().filter(reads);
            faults.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
        }
    }
    // Here the name is given, and no rule is decided by it.
    let given = |fault: &String| {
        fault.starts_with("strategy.rs: ")
            && (fault.contains("pub const ABSENT") || fault.contains("name: ABSENT.to_owned()"))
    };
    faults.retain(|fault| !given(fault));
    assert!(faults.is_empty(), "{faults:#?}");
}

fn specs() -> Vec<Spec> {
    stammtisch::scenario::specs()
}

/// Whether a text names a year of the last two hundred.
fn names_a_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && ("1850".."2030").contains(&digits))
}

#[test]
fn every_source_follows_the_grammar() {
    for spec in specs() {
        let source = spec.source;
        let sound = source.starts_with("definition")
            || source.starts_with("calibrated to ")
            || source.starts_with("assumption; swept")
            || names_a_year(source)
            || source.starts_with("Recurly Research: ");
        assert!(sound, "{}: {source}", spec.path());
    }
}

#[test]
fn what_is_assumed_is_graded_as_a_gap() {
    let mut faults = Vec::new();
    for spec in specs() {
        // Where only the sign of an effect is published, its size is assumed.
        let assumed = spec.source.starts_with("assumption") || spec.source.contains("(sign");
        let defined = spec.source.starts_with("definition");
        if (spec.grade == Grade::Gap) != assumed || (spec.grade == Grade::Definition) != defined {
            faults.push(format!("{}: {:?}, {}", spec.path(), spec.grade, spec.source));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_default_lies_in_its_range() {
    for spec in specs() {
        let path = spec.path();
        assert!(spec.least <= spec.default && spec.default <= spec.most, "{path}");
        assert!(spec.least < spec.most, "{path}: a range of one value is no parameter");
        assert!(!spec.whole || spec.default.fract() == 0.0, "{path}");
        assert!(spec.unit != "share" || (spec.least >= 0.0 && spec.most <= 1.0), "{path}");
        let choices = spec.choices.len();
        assert!(choices == 0 || (spec.least == 0.0 && spec.most as usize == choices - 1), "{path}");
        assert!(spec.meaning.ends_with('.') && spec.meaning.len() > 10, "{path}: {}", spec.meaning);
    }
}

#[test]
fn every_path_is_one_parameter_with_one_role() {
    let mut paths = BTreeSet::new();
    let mut roles: BTreeMap<String, Role> = BTreeMap::new();
    for spec in specs() {
        assert!(paths.insert(spec.path()), "{} stands twice", spec.path());
        assert_eq!(*roles.entry(spec.path()).or_insert(spec.role), spec.role);
        // What the model reads cannot be a finding that it must reproduce.
        assert_eq!(spec.role, Role::Input, "{}", spec.path());
    }
    assert!(paths.len() > 80, "parameters are found");
}
