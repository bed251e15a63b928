//! Each mechanism can be weakened and switched off alone: what it does shrinks with its gain, and without it is not there.

mod common;

use common::{live, scenario};
use stammtisch::facts::Facts;
use stammtisch::firms::{Reason, Source};
use stammtisch::mechanisms::Mechanisms;
use stammtisch::parameters::Parameters;

/// A market in which all mechanisms have something to do; among fewer people, luck hides what half a mechanism does less.
const WORLD: &str = "
[people]
count = 1200
[people.start]
customers = 0.4
[people.attention]
annoyance = 0.1
[people.portfolio]
dormant_after = 52
[people.relationship]
usual_norm = 0.4
[objectives]
budget = 600
[strategies.it.advertising]
share = 0.3
[strategies.it.introductions]
share = 0.2
[strategies.it.occasions]
share = 0.2
[strategies.it.listening]
share = 0.1
[strategies.it.hard_sell]
share = 0.2
[experiment]
replications = 5
weeks = 60
";

/// What a mechanism does, in one number that is nothing without it.
type Trace = fn(&Facts) -> f64;

const TRACES: &[(&str, Trace)] = &[
    ("advertising", |f| f.joined[Source::Advertising.index()] as f64),
    ("irritation", |f| f.left[Reason::Irritation as usize] as f64),
    ("word_of_mouth", |f| f.mentions as f64),
    ("new_ties", |f| f.ties_brokered as f64),
    ("trust", |f| f.violation),
    ("learning", |f| f.quality - 0.85),
    ("contagion", |f| f.left[Reason::Contagion as usize] as f64),
];

fn runs(set: &str) -> Vec<Facts> {
    let results = live(scenario(&(WORLD.to_owned() + set)), 1);
    let weeks = results.scenario.rules.horizon;
    let runs = results.batch.runs.iter().filter(|run| run.strategy == 0);
    runs.map(|run| run.up_to(weeks)).collect()
}

fn at(gain: &str, level: f64) -> Vec<Facts> {
    runs(&format!("[mechanisms]\n{gain} = {level}\n"))
}

fn sum(runs: &[Facts], of: impl Fn(&Facts) -> f64) -> f64 {
    runs.iter().map(of).sum()
}

#[test]
fn what_a_mechanism_does_shrinks_with_its_gain_and_vanishes_without_it() {
    for (gain, trace) in TRACES {
        let [off, half, full] = [0.0, 0.5, 1.0].map(|level| sum(&at(gain, level), trace));
        assert!(off.abs() < 1e-4, "{gain}: {off} without it");
        assert!(0.0 < half && half < full, "{gain}: {off} {half} {full}");
        assert!((0.3..0.7).contains(&(half / full)), "{gain}: half of it does {half} of {full}");
    }
}

#[test]
fn without_public_opinion_nobody_searches_more_or_less_for_what_is_said() {
    let searchers = |gain: f64, blame: f64| {
        let set = format!(
            "[mechanisms]\npublic_opinion = {gain}\nword_of_mouth = 0\n\
             [people.talk]\nblame = {blame}\n[people.adoption]\nsearch = 0.01\n"
        );
        sum(&runs(&set), |f| f.joined[Source::Search.index()] as f64)
    };
    assert!((searchers(0.0, 0.4) - searchers(0.0, 1.0)).abs() < f64::EPSILON);
    let said = |gain: f64| {
        let set = format!(
            "[mechanisms]\npublic_opinion = {gain}\n[people.adoption]\nsearch = 0.01\n\
             [people.talk]\npublic = 0.1\n"
        );
        sum(&runs(&set), |f| f.joined[Source::Search.index()] as f64)
    };
    let [off, half, full] = [0.0, 0.5, 1.0].map(said);
    // Most of what is said is praise, so opinion brings people.
    assert!(off < half && half < full, "{off} {half} {full}");
}

#[test]
fn without_kept_or_revived_ties_being_in_touch_leaves_nothing() {
    for gain in ["kept_ties", "revived_ties"] {
        let [off, half, full] = [0.0, 0.5, 1.0].map(|level| sum(&at(gain, level), |f| f.benefit));
        assert!(off < half && half < full, "{gain}: {off} {half} {full}");
    }
    let both = "[mechanisms]\nkept_ties = 0\nrevived_ties = 0\nnew_ties = 0\n";
    assert!(sum(&runs(both), |f| f.benefit) == 0.0);
}

#[test]
fn without_reciprocity_nobody_speaks_of_help() {
    let [off, half, full] =
        [0.0, 0.5, 1.0].map(|level| sum(&at("reciprocity", level), |f| f.mentions as f64));
    assert!(off < half && half < full, "{off} {half} {full}");
}

/// Mechanisms that have tests of their own above.
const APART: [&str; 4] = ["public_opinion", "kept_ties", "revived_ties", "reciprocity"];

#[test]
fn every_mechanism_is_tested_here() {
    let mut tested: Vec<&str> = TRACES.iter().map(|(gain, _)| *gain).chain(APART).collect();
    let mut all: Vec<&str> = Mechanisms::specs().iter().map(|spec| spec.name).collect();
    tested.sort_unstable();
    all.sort_unstable();
    assert_eq!(tested, all);
}
