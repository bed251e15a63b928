//! The scenarios that come with the program: each claim has one, each reads aloud, runs, and lets its programmes act.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

use stammtisch::document::Document;
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::replicate;
use stammtisch::programmes::NAMES;
use stammtisch::quantity::{Count, Horizon, Money};
use stammtisch::scenario::{Scenario, Source};
use stammtisch::strategy::Strategy;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The claims: the letter of a text, and how many claims it makes.
const CLAIMS: [(char, u32); 5] = [('A', 9), ('B', 7), ('C', 5), ('D', 4), ('E', 9)];

/// People who suffice for a look at a scenario.
const FEW: u32 = 1000;

/// Weeks lived after the last programme has begun.
const AFTERWARDS: u32 = 8;

/// A scenario file: its path below `scenarios`, and its text.
struct Story {
    path: PathBuf,
    text: String,
}

impl Story {
    /// The path below `scenarios`.
    fn name(&self) -> String {
        let below = self.path.strip_prefix(folder()).expect("below the folder");
        below.to_string_lossy().replace('\\', "/")
    }

    /// The claim's id, where the file is that of a claim.
    fn claim(&self) -> Option<String> {
        let name = self.name();
        name.strip_prefix("claims/")?.strip_suffix(".toml").map(str::to_owned)
    }

    /// The comment with which it opens.
    fn opening(&self) -> Vec<&str> {
        self.text.lines().take_while(|line| line.starts_with('#')).collect()
    }

    /// The scenario, with few people where their number is not that of a given network.
    fn read(&self, few: bool) -> Scenario {
        let mut problems = Vec::new();
        let mut document = Document::parse(&self.name(), &self.text, &mut problems);
        if few {
            document.set(&format!("people.count={FEW}"), &mut problems);
        }
        let read = Scenario::read(&document, &self.path);
        let scenario = read.unwrap_or_else(|problems| panic!("{}: {problems:?}", self.name()));
        assert!(problems.is_empty(), "{}: {problems:?}", self.name());
        scenario
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn stories() -> Vec<Story> {
    let mut all = Vec::new();
    gather(&folder(), &mut all);
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn gather(folder: &Path, all: &mut Vec<Story>) {
    for entry in fs::read_dir(folder).expect("a folder of scenarios") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, all);
        } else if path.extension() == Some(std::ffi::OsStr::new("toml")) {
            let text = fs::read_to_string(&path).expect("a scenario is text");
            all.push(Story { path, text });
        }
    }
}

/// The ids of all claims.
fn ids() -> BTreeSet<String> {
    let of = |(text, number): &(char, u32)| {
        let text = *text;
        (1..=*number).map(move |claim| format!("{text}{claim}"))
    };
    CLAIMS.iter().flat_map(of).collect()
}

#[test]
fn every_claim_has_a_scenario_and_every_scenario_of_a_claim_a_claim() {
    let there: BTreeSet<String> = stories().iter().filter_map(Story::claim).collect();
    let wanted = ids();
    let missing: Vec<_> = wanted.difference(&there).collect();
    let unknown: Vec<_> = there.difference(&wanted).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing {missing:?}, unknown {unknown:?}");
}

#[test]
fn every_scenario_opens_with_what_it_asks_what_to_look_at_and_how_long_it_takes() {
    for story in stories() {
        let (name, opening) = (story.name(), story.opening());
        let told = |word: &str| {
            let start = format!("# {word} ");
            opening.iter().find(|line| line.starts_with(&start)).copied()
        };
        assert!(opening.first().is_some_and(|line| line.len() > 4), "{name} has no title line");
        assert!(told("Question").is_some(), "{name} does not say what it asks");
        assert!(told("Look at").or(told("Expect")).is_some(), "{name} does not say where to look");
        let time = told("Time").unwrap_or_default();
        assert!(time.contains("second") && time.contains("two cores"), "{name}: {time:?}");
        if let Some(claim) = story.claim() {
            let words = opening.join(" ");
            let named = words.split(|c: char| !c.is_alphanumeric()).any(|word| word == claim);
            assert!(named, "{name} does not name its claim");
        }
    }
}

#[test]
fn every_scenario_has_the_order_of_people_objectives_strategies_technology() {
    const ORDER: [&str; 5] =
        ["[people", "[objectives", "[strategies", "[technology", "[experiment"];
    for story in stories() {
        let starts = ORDER.map(|table| story.text.lines().position(|line| line.starts_with(table)));
        let given: Vec<usize> = starts.into_iter().flatten().collect();
        assert!(given.is_sorted(), "{}: {given:?}", story.name());
    }
}

#[test]
fn every_scenario_is_sound_and_has_a_title_and_a_question() {
    for story in stories() {
        let scenario = story.read(false);
        assert!(scenario.title.is_some_and(|title| !title.is_empty()), "{}", story.name());
        let question = scenario.question.unwrap_or_default();
        assert!(question.ends_with('?'), "{}: {question:?}", story.name());
    }
}

#[test]
fn every_programme_is_used_by_a_scenario() {
    let mut used = BTreeSet::new();
    for story in stories() {
        let scenario = story.read(false);
        let strategies = scenario.strategies.iter();
        let lines = strategies.flat_map(|strategy| strategy.accounts().map(str::to_owned));
        used.extend(lines.map(|account| programme_of(&account).to_owned()));
    }
    let unused: Vec<_> = NAMES.iter().filter(|name| !used.contains(**name)).collect();
    assert!(unused.is_empty(), "no scenario uses {unused:?}");
}

/// The programme of an account: `dunning (shock)` is one of dunning.
fn programme_of(account: &str) -> &str {
    account.split(" (").next().unwrap_or(account)
}

/// The week in which the last programme of a strategy has begun.
fn last_beginning(strategy: &Strategy) -> u32 {
    let lines = strategy.lines.iter().map(|line| line.window.from.whole());
    lines.chain(strategy.switches.iter().map(|switch| switch.at)).max().unwrap_or(0)
}

#[test]
fn every_scenario_runs_and_all_its_programmes_cost_something() {
    for story in stories() {
        let given = matches!(story.read(false).source, Source::Imported(_));
        let mut scenario = story.read(!given);
        let begun = scenario.strategies.iter().map(last_beginning).max().unwrap_or(0);
        let weeks = Horizon(f64::from(begun + AFTERWARDS));
        (scenario.experiment.weeks, scenario.rules.horizon) = (weeks, weeks.whole());
        scenario.experiment.replications = Count(1.0);
        let ground = Ground::lay(&scenario).expect("a ground");
        let batch = replicate(&scenario, &ground, 1, &|| ());
        assert!(batch.failures.is_empty(), "{}: {:?}", story.name(), batch.failures);
        assert_eq!(batch.runs.len(), scenario.strategies.len(), "{}", story.name());
        for run in &batch.runs {
            let strategy = &scenario.strategies[run.strategy];
            let books = run.up_to(weeks.whole()).books;
            // Shocks come when they come; what a strategy chose must act in every scenario.
            for (line, spent) in strategy.lines.iter().zip(&books.programmes) {
                assert!(
                    *spent > Money::ZERO,
                    "{}: {} of {} does nothing",
                    story.name(),
                    line.account,
                    strategy.name
                );
            }
        }
    }
}
