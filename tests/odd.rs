//! The description of the model is whole and fresh: exact elements in order, nothing of the code left out, nothing out of date.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod desk;

use desk::Desk;
use stammtisch::report::odd::{
    CONCEPTS, ELEMENTS, ENTITIES, SOURCES, SUBMODELS, declared_tables, equations, markdown,
    members, page, source,
};
use stammtisch::scenario::specs;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const REFRESH: &str = "cargo run --release -- odd --output ODD.md --force";

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_description_is_fresh() {
    let told = fs::read_to_string(home().join("ODD.md")).unwrap_or_default();
    let drawn = markdown();
    let line = told.lines().zip(drawn.lines()).position(|(told, drawn)| told != drawn);
    let line = line.unwrap_or_else(|| told.lines().count().min(drawn.lines().count())) + 1;
    assert!(told == drawn, "ODD.md is stale from line {line} on. Refresh it by\n  {REFRESH}");
}

/// The headings of this depth, in order; what stands in blocks of code is none.
fn headings(text: &str, mark: &str) -> Vec<String> {
    let mut in_code = false;
    let mut found = Vec::new();
    for line in text.lines() {
        in_code ^= line.starts_with("```");
        found.extend(line.strip_prefix(mark).filter(|_| !in_code).map(str::to_owned));
    }
    found
}

#[test]
fn the_elements_are_those_of_the_protocol_in_its_words_and_order() {
    // Grimm et al. 2020, Table 1.
    let elements = [
        "1. Purpose and patterns",
        "2. Entities, state variables, and scales",
        "3. Process overview and scheduling",
        "4. Design concepts",
        "5. Initialization",
        "6. Input data",
        "7. Submodels",
    ];
    let concepts = [
        "Basic principles",
        "Emergence",
        "Adaptation",
        "Objectives",
        "Learning",
        "Prediction",
        "Sensing",
        "Interaction",
        "Stochasticity",
        "Collectives",
        "Observation",
    ];
    assert_eq!((ELEMENTS, CONCEPTS), (elements, concepts));
    let text = markdown();
    let (first, annex) = headings(&text, "## ").split_at_checked(7).map_or_else(
        || (Vec::new(), Vec::new()),
        |(first, annex)| (first.to_vec(), annex.to_vec()),
    );
    assert_eq!(first, elements);
    assert_eq!(annex, ["Annex A. Verification and validation (Rand and Rust 2011)"]);
    let fourth = text.split("\n## 4. ").nth(1).and_then(|rest| rest.split("\n## 5. ").next());
    assert_eq!(headings(fourth.expect("element 4"), "### "), concepts);
}

#[test]
fn the_steps_of_verification_and_validation_are_those_of_rand_and_rust() {
    let text = markdown();
    let annex = text.split("\n## Annex A. ").nth(1).expect("the annex");
    assert_eq!(
        headings(annex, "### "),
        [
            "Deciding whether agent-based modelling is appropriate",
            "Designing",
            "Constructing",
            "Analysing",
            "Verification",
            "Validation"
        ]
    );
    let steps = "Documentation.|Programmatic testing.|Unit tests|Code walkthroughs|\
        Debugging walkthroughs|Formal testing|Test cases.|Corner cases|Sampled cases|\
        Specific scenarios|Relative value testing|Micro-face validation.|Macro-face validation.|\
        Empirical input validation.|Empirical output validation.|Stylised facts|Real-world data|\
        Cross-validation";
    let mut rest = annex;
    for step in steps.split('|') {
        let at = rest.find(&format!("*{step}*"));
        rest = &rest[at.unwrap_or_else(|| panic!("{step} is missing, or out of order"))..];
    }
    let named = annex.split('`').filter_map(|name| name.strip_suffix(".rs"));
    for test in named.filter(|name| !name.contains('/')) {
        let file = home().join(format!("tests/{test}.rs"));
        assert!(file.is_file(), "there is no tests/{test}.rs");
    }
}

#[test]
fn every_parameter_stands_in_the_table() {
    let (text, tables) = (markdown(), declared_tables());
    for spec in specs() {
        let heading = format!(
            "\n#### `{}`\n\n{}\n",
            spec.table,
            tables.get(spec.table).map_or("", String::as_str)
        );
        assert!(tables.contains_key(spec.table), "{}: nobody says what it is for", spec.table);
        let table = text.split(&heading).nth(1).expect("a table").split("\n#").next();
        let row = format!("| `{}` | {} | ", spec.name, spec.meaning);
        assert!(table.expect("a table").contains(&row), "{}", spec.path());
    }
}

#[test]
fn every_state_variable_has_a_meaning() {
    let text = markdown();
    for (heading, path, item) in ENTITIES {
        assert!(text.contains(&format!("\n### {heading}\n\n")), "{heading}");
        let found = members(&source(path), item);
        assert!(!found.is_empty() || item == "Groups", "{item} is not in {path}");
        for member in found {
            assert!(!member.meaning.is_empty(), "{item}.{}: what does it mean?", member.name);
        }
    }
}

/// All files of a folder below `src`, without tests.
fn files(folder: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(home().join("src").join(folder)).expect("a folder") {
        let path: PathBuf = entry.expect("an entry").path();
        let name = format!("{folder}/{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            files(&name, found);
        } else if !name.ends_with("tests.rs") && !name.contains("/tests/") {
            found.insert(name);
        }
    }
}

#[test]
fn no_process_and_no_programme_is_left_out() {
    let mut there = BTreeSet::new();
    files("processes", &mut there);
    files("programmes", &mut there);
    let told: BTreeSet<String> = SOURCES.iter().map(|file| file.path.to_owned()).collect();
    let missing: Vec<&String> =
        there.iter().filter(|path| !path.ends_with("/mod.rs") && !told.contains(*path)).collect();
    assert!(missing.is_empty(), "add to src/report/odd/sources.rs: {missing:?}");
    assert_eq!(told.len(), SOURCES.len(), "a file stands twice");
    let described: Vec<&str> = SUBMODELS.iter().map(|(module, ..)| *module).collect();
    for path in
        there.iter().filter(|path| path.starts_with("processes/") && path.matches('/').count() == 1)
    {
        let module = path.strip_suffix(".rs").unwrap_or_default();
        assert!(
            module == "processes/mod" || described.contains(&module),
            "{module} is no submodel"
        );
    }
    let text = markdown();
    for name in stammtisch::programmes::NAMES {
        assert!(text.contains(&format!("\n#### `{name}`\n")), "{name}");
    }
}

#[test]
fn every_submodel_is_on_the_page_and_what_it_quotes_is_there() {
    let code = source("week.rs").text;
    for (module, call, functions) in SUBMODELS {
        assert!(code.contains(call), "the page does not call {call}");
        assert!(!source(&format!("{module}.rs")).first().is_empty(), "{module}");
        for (path, name) in functions {
            let quoted = source(path).function(name);
            assert!(quoted.contains(&format!("fn {name}(")), "{path} has no function {name}");
            assert!(quoted.ends_with('}') && quoted.lines().count() > 2, "{quoted}");
        }
        let documented = ["processes/visit", "technology", "segments"].contains(&module);
        assert!(documented || !equations(module).is_empty(), "{module} has no equations");
    }
}

#[test]
fn all_purposes_of_luck_are_found() {
    let text = markdown();
    let told: usize = SOURCES.iter().map(|file| file.purposes().len()).sum();
    assert!(told > 80, "{told} purposes");
    for purpose in [
        "meet: contact",
        "decide: joins",
        "start: tenure",
        "network: acquaintance",
        "traits: needs",
    ] {
        assert!(text.contains(purpose), "{purpose}");
    }
    // Files outside the list that ask for luck belong to experiments and statistics.
    let mut there = BTreeSet::new();
    for folder in ["population", "processes", "programmes", "firms", "ties", "offers", "strategy"] {
        files(folder, &mut there);
    }
    for path in there {
        let asks = fs::read_to_string(home().join("src").join(&path)).expect("a source");
        let asks = asks.contains(".of(\"") || asks.contains("draws(\"");
        let listed = SOURCES.iter().any(|file| file.path == path);
        assert!(!asks || listed, "add {path} to src/report/odd/sources.rs");
    }
}

#[test]
fn prose_has_no_number_left_open() {
    let mut in_code = false;
    for line in markdown().lines() {
        in_code ^= line.starts_with("```");
        let quoted = line.split('`').step_by(2).collect::<String>();
        assert!(in_code || !quoted.contains('{'), "{line}");
    }
}

#[test]
fn the_command_prints_it_writes_it_whole_and_shows_it_as_a_page() {
    let desk = Desk::new("odd");
    assert_eq!(desk.say("odd").fine(), markdown());
    assert_eq!(desk.say("odd --output a.md").fine(), "Wrote a.md\n");
    assert_eq!(fs::read_to_string(desk.folder.join("a.md")).expect("a file"), markdown());
    desk.say("odd --output a.md").refused(
        "\
error: a.md exists already
help: write --force to replace it, or name a file in another folder",
    );
    let told = desk.say("odd --output nowhere/a.md");
    assert_eq!((told.code, told.out.as_str()), (Some(2), ""));
    assert!(told.err.starts_with("error: cannot write nowhere/a.md: "), "{}", told.err);
    let html = desk.say("odd --html --output a.html --force").fine();
    assert_eq!(html, "Wrote a.html\n");
    let shown = fs::read_to_string(desk.folder.join("a.html")).expect("a page");
    assert_eq!(shown, page());
    assert!(shown.starts_with("<!DOCTYPE html>") && shown.contains("<h2>7. Submodels</h2>"));
    assert_eq!(desk.files("").len(), 2, "nothing provisional is left");
}
