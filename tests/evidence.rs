//! The declarations of evidence have their form: ids, texts, bands, roles, and scenarios that can be read.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

use stammtisch::draws::Draws;
use stammtisch::evidence::finding::{Expected, Finding, Scale, Test};
use stammtisch::evidence::laboratory::scenario;
use stammtisch::evidence::targets;
use stammtisch::parameters::Role;
use stammtisch::scenario::specs;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// All ids of the catalogue of findings, and two that check calibrations (B50, B51).
const CATALOGUE: &[&str] = &[
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "B13", "B14", "B14b",
    "B15", "B16", "B17", "B18", "B19", "B21", "B22", "B23", "B24", "B25", "B26", "B9+B26", "B27",
    "B28", "B29", "B29b", "B31", "B32", "B33", "B34", "B35", "B37", "B38", "B39", "B40", "B41",
    "B42", "B43", "B44", "B45", "B46", "B47", "B48", "B49", "B50", "B51",
];

/// Findings of which one world is lived in a moment.
const CHEAP: &[&str] = &["B38", "B39", "B47", "B48"];

/// The place of an id in the catalogue. A finding of which the catalogue has several numbers may be
/// declared in several parts, told apart by a small letter.
fn place(id: &str) -> usize {
    let whole = id.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let known = |id: &str| CATALOGUE.iter().position(|known| *known == id);
    known(id).or_else(|| known(whole)).unwrap_or_else(|| panic!("{id}: no such id"))
}

#[test]
fn every_finding_of_the_catalogue_is_declared_once_and_in_order() {
    let ids: Vec<&str> = targets::all().map(|finding| finding.id).collect();
    let places: Vec<usize> = ids.iter().map(|id| place(id)).collect();
    assert!(places.is_sorted(), "out of order: {ids:?}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "doubled: {ids:?}");
    for (at, id) in CATALOGUE.iter().enumerate() {
        assert!(places.contains(&at), "{id} is not declared");
    }
}

/// Whether a text is made of whole sentences.
fn is_prose(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    begins && text.ends_with('.') && text.split_whitespace().count() >= 3 && !text.contains("  ")
}

#[test]
fn texts_are_whole_sentences() {
    for finding in targets::all() {
        let id = finding.id;
        for text in [finding.statement, finding.published, finding.design] {
            assert!(is_prose(text), "{id}: {text}");
        }
        for text in [finding.shares, finding.miss] {
            assert!(text.is_empty() || is_prose(text), "{id}: {text}");
        }
        if let Test::Untestable(reason) = finding.test {
            assert!(is_prose(reason) && reason.split_whitespace().count() >= 8, "{id}: {reason}");
            assert_eq!(finding.miss, "", "{id}: what cannot be tested is not missed");
        }
        assert!(citations(finding).next().is_some(), "{id}: who, and when? {}", finding.source);
    }
}

#[test]
fn numbers_have_names_and_bands_have_width() {
    for finding in targets::all() {
        let id = finding.id;
        let names: BTreeSet<&str> = finding.parts.iter().map(|part| part.what).collect();
        assert_eq!(names.len(), finding.parts.len(), "{id}: two numbers of one name");
        assert!(!names.is_empty(), "{id}: nothing is expected");
        for part in finding.parts {
            assert!(part.what.len() >= 5 && !part.what.ends_with('.'), "{id}: {}", part.what);
            let bounds = match part.expected {
                Expected::Band(least, most) | Expected::Within(least, most) => [least, most],
                Expected::Above(bound) | Expected::Below(bound) => [bound, bound + 1.0],
            };
            assert!(bounds[0] < bounds[1], "{id}: {}", part.what);
            assert!(part.scale == Scale::Plain || bounds[0] > 0.0, "{id}: a ratio is positive");
        }
        if let Test::Trial { worlds, .. } = finding.test {
            assert!(worlds >= 3, "{id}: fewer have no interval worth the name");
        }
    }
}

/// First author and year of each publication that a finding rests on.
fn citations(finding: &Finding) -> impl Iterator<Item = (&str, &str)> {
    finding.source.split(';').filter_map(|cited| {
        let year = cited
            .split(|c: char| !c.is_ascii_digit())
            .find(|digits| digits.len() == 4 && ("1850".."2030").contains(digits))?;
        let ends = [", ", " and ", " et al", year].map(|end| cited.find(end));
        Some((cited[..ends.into_iter().flatten().min()?].trim(), year))
    })
}

#[test]
fn a_finding_says_what_it_shares_with_parameters_that_cite_the_same_publication() {
    for finding in targets::all() {
        let id = finding.id;
        match finding.role {
            Role::Recovery => assert_ne!(finding.shares, "", "{id}: what puts it in?"),
            Role::Target => {
                for (author, year) in citations(finding) {
                    let reads = |source: &str| source.contains(author) && source.contains(year);
                    let reader = specs().into_iter().find(|spec| reads(spec.source));
                    if let Some(spec) = reader.filter(|_| finding.shares.is_empty()) {
                        panic!("{id}: {} cites {author} {year}, too: {}", spec.path(), spec.source);
                    }
                }
            }
            role => panic!("{id}: {role:?} is no role of a finding that is tested"),
        }
    }
}

#[test]
fn a_finding_counts_with_an_earlier_one_that_counts_by_itself() {
    let all: Vec<&Finding> = targets::all().collect();
    for (at, finding) in all.iter().enumerate() {
        let Some(with) = finding.with else { continue };
        let other = all[..at].iter().find(|other| other.id == with);
        let other =
            other.unwrap_or_else(|| panic!("{}: {with} is not declared before it", finding.id));
        assert!(other.with.is_none(), "{}", finding.id);
    }
}

/// The texts in quotes of a source, with what the usual escapes stand for.
fn literals(source: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let mut rest = code.replace("'\"'", "");
    while let Some(at) = rest.find('"') {
        let fence: String = rest[..at].chars().rev().take_while(|&c| c == '#').collect();
        let is_raw = rest[..at - fence.len()].ends_with('r');
        let text = rest.split_off(at + 1);
        let (literal, after) = if is_raw {
            let end = format!("\"{fence}");
            let (literal, after) = text.split_once(&end).expect("a raw text ends");
            (literal.to_owned(), after.to_owned())
        } else {
            unescape(&text)
        };
        literals.push(literal);
        rest = after;
    }
    literals
}

/// A text up to its closing quote, and what comes after.
fn unescape(text: &str) -> (String, String) {
    let mut literal = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => literal.push('\n'),
                Some('\n') => {
                    let rest = chars.as_str().trim_start().to_owned();
                    let (more, after) = unescape(&rest);
                    return (literal + &more, after);
                }
                Some(other) => literal.push(other),
                None => break,
            },
            c => literal.push(c),
        }
    }
    (literal, chars.as_str().to_owned())
}

/// All sources below a folder.
fn sources(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else {
            all.push(fs::read_to_string(&path).expect("a source is text"));
        }
    }
    all
}

#[test]
fn every_scenario_of_an_experiment_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/evidence");
    let sources = sources(&folder);
    let texts: Vec<String> = sources.iter().flat_map(|source| literals(source)).collect();
    // What is put together of parts, or has places to be filled, is read where it is lived.
    let whole = |text: &&String| {
        ["[people]\n", "[strategies."].iter().all(|table| text.contains(table))
            && !text.contains('{')
    };
    let scenarios: Vec<&String> = texts.iter().filter(whole).collect();
    assert!(scenarios.len() >= 8, "scenarios are found");
    for text in scenarios {
        // Stops with what is wrong.
        let scenario = scenario(text);
        assert!(scenario.strategies.len() >= 2, "a strategy and doing nothing: {text}");
    }
}

#[test]
fn a_trial_returns_a_number_for_each_part() {
    let cheap = targets::all().filter(|finding| CHEAP.contains(&finding.id));
    for finding in cheap {
        let Test::Trial { of, .. } = finding.test else { panic!("{} is a trial", finding.id) };
        let found = of(Draws::from_seed(1).in_replication(0));
        assert_eq!(found.len(), finding.parts.len(), "{}", finding.id);
        assert!(found.iter().flatten().all(|number| number.is_finite()), "{}", finding.id);
        assert!(found.iter().any(Option::is_some), "{}", finding.id);
    }
}
