//! A programme is one file and one word: the guide's example is compiled as it stands there, and runs.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod common;

use common::scenario;
use stammtisch::draws::Draws;
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::parameters::Parameters;
use stammtisch::programmes::{self, Chosen, FirmView, Programme};
use stammtisch::quantity::Money;
use stammtisch::simulation::simulate;
use stammtisch::strategy::{Line, Strategy};
use stammtisch::{offers, parameters, quantity};
use std::fs;
use std::path::Path;

#[path = "guide/postcards.rs"]
#[allow(unreachable_pub, missing_docs, reason = "it is written for a place in the library")]
mod postcards;

/// The example as a reader would write it.
const EXAMPLE: &str = include_str!("guide/postcards.rs");

#[test]
fn the_guide_shows_the_file_that_is_compiled_here() {
    let guide = include_str!("../src/guide/add_a_programme.md");
    assert!(guide.contains(EXAMPLE), "the guide and tests/guide/postcards.rs differ");
}

#[test]
fn the_readme_tells_the_newest_score() {
    let readme = include_str!("../README.md");
    let log = include_str!("../src/guide/score_card.md");
    // The log begins a sentence with each, and the README need not.
    for what in [
        "xact limits that hold",
        "hose published numbers are met",
        "hose published signs are right",
    ] {
        let (_, newest) = log.split_once(&format!("{what}: ")).expect("the log tells the score");
        let score = newest.split(['(', ';', '.']).next().expect("a score").trim();
        assert!(readme.contains(&format!("{what}, {score}")), "{what}: now it is {score}");
    }
}

#[test]
fn the_guides_programme_runs_and_stands_in_the_books() {
    let scenario = scenario("[people]\ncount = 300\n[strategies.it.posts]\n");
    let lasting = Draws::from_seed(1).in_replication(0);
    let mut market = begin(&scenario, &Ground::default(), lasting);
    let postcards = postcards::Postcards::default();
    let chosen = Chosen { values: postcards.values(), programme: Box::new(postcards) };
    let line = Line::always("postcards", 1.0, chosen);
    let strategy = Strategy { lines: vec![line], ..Strategy::absent() };
    let strategy = Strategy { allowance: scenario.objectives.budget, ..strategy };
    let mut rules = scenario.rules.clone();
    rules.horizon = 4;
    let (mut cards, mut paid) = (0.0, Money::ZERO);
    simulate(&mut market, &[&strategy], &rules, lasting, |_, _, facts| {
        cards += facts.impressions;
        paid += facts.paid;
    });
    // Fifteen a week, and money for eighteen cards: each card is in the books at its price.
    assert!(cards > 4.0 * 10.0, "{cards}");
    assert_eq!(paid, postcards::Postcards::default().price.times(cards as u64));
}

#[test]
fn no_file_but_its_own_and_the_list_knows_a_programme() {
    let mut texts = Vec::new();
    gather(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut texts);
    let list = include_str!("../src/programmes/mod.rs");
    for name in programmes::NAMES {
        let entry = list.split(&format!("\n    {name}::")).nth(1).expect("each stands in the list");
        let its_type = entry.split(',').next().expect("a list has commas");
        for (path, text) in &texts {
            let own = path.ends_with(&format!("programmes/{name}.rs"))
                || path.contains(&format!("programmes/{name}/"))
                || path.ends_with("programmes/mod.rs")
                // An exact limit may put a programme on the bench; the model may not.
                || path.contains("/src/evidence/limits/");
            let used = text.contains(&format!("{name}::{its_type}"));
            assert!(own || !used, "{path} knows {name}::{its_type}");
        }
    }
}

fn gather(folder: &Path, all: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).expect("a source is text");
            all.push((path.display().to_string(), text));
        }
    }
}
