//! The command `claims` as its users meet it, and that what is lived for a claim is what `run` lives.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod common;
mod desk;

use common::{live, try_scenario};
use desk::Desk;
use serde_json::Value;
use stammtisch::evidence::Expected;
use stammtisch::evidence::claims::{Claim, Compared, Hypothesis, all};
use stammtisch::experiment::compare::Moment;
use stammtisch::scenario::Scenario;

fn claim(id: &str) -> &'static Claim {
    all().find(|claim| claim.id == id).expect("a claim of this id")
}

/// The scenario of a claim, with few people and few replications.
fn small(claim: &Claim) -> Scenario {
    let set = ["people.count=100", "experiment.replications=3"].map(str::to_owned);
    try_scenario(claim.scenario().1, &set).expect("a sound scenario")
}

fn silent() -> impl Fn() + Sync {
    || ()
}

#[test]
fn the_quick_examination_of_a_claim_leaves_page_tables_and_one_line() {
    let desk = Desk::new("claims-quick");
    let out = desk.say("claims --quick --only a1").fine();
    let line = out.lines().find(|line| line.starts_with("A1 ")).expect("the claim has a line");
    assert!(line.contains("trust ") && line.contains(" of 12 "), "{line}");
    assert!(
        out.contains("1 claim: ") && out.contains("No verdict here is worth quoting."),
        "{out}"
    );
    assert!(out.ends_with("Report: output/claims/claims.html\n"), "{out}");

    let files = desk.files("output/claims");
    let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    assert!(text("claims.html").contains("A1 · An offer of goods"));
    let rows = |name: &str| text(name).lines().count() - 1;
    let counted =
        ["claims", "compared", "worlds", "space"].map(|t| rows(&format!("tables/{t}.csv")));
    assert_eq!(counted, [1, 1, 12 + 3, 12], "every fourth of twelve worlds is lived twice");
    let json: Value = serde_json::from_str(&text("claims.json")).expect("JSON");
    assert_eq!(json["quotable"], false);
    assert_eq!(json["claims"][0]["holds"]["of"], 12);
    assert_eq!(json["claims"][0]["defaults"][0]["got"]["n"], 3);
    let manifest: Value = serde_json::from_str(&text("manifest.json")).expect("JSON");
    assert_eq!(manifest["results"], "claims");
    assert_eq!(manifest["sha256"].as_object().expect("hashes").len(), files.len() - 1);
}

#[test]
fn the_same_claims_are_the_same_bytes_on_any_number_of_threads() {
    let desk = Desk::new("claims-threads");
    let _ = desk.say("claims --quick --only A1 --threads 1 --output one").fine();
    let _ = desk.say("claims --quick --only A1 --threads 2 --output two").fine();
    assert_eq!(desk.files("one"), desk.files("two"));
}

#[test]
fn a_claim_that_does_not_exist_is_refused_before_any_work() {
    let desk = Desk::new("claims-unknown");
    let told = desk.say("claims --only F1");
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("no claim is called F1"), "{}", told.err);
    assert!(told.err.contains("A1 to A9"), "{}", told.err);
    assert!(desk.files("").is_empty());
}

#[test]
fn what_is_lived_for_a_claim_is_what_run_lives() {
    // D2 has a strategy that turns into another, and leaves two others out.
    for claim in ["A5", "D2"].map(claim) {
        let hypothesis = claim.hypothesis().expect("a hypothesis");
        let Compared::Differences(pairs) = hypothesis.compared else { panic!("differences") };
        let lived = hypothesis.live(small(claim), 7, &silent());
        let results = live(small(claim), 7);
        let horizon = Moment { month: None, week: hypothesis.weeks };
        for ((one, other), estimate) in pairs.iter().zip(lived.estimates()) {
            let place = |name: &str| results.strategies().position(|n| n == name).expect("there");
            let (one, other) = (place(one), place(other));
            let (first, last, sign) =
                if one < other { (one, other, 1.0) } else { (other, one, -1.0) };
            let comparison = &results.comparison;
            let told = comparison.difference(hypothesis.measure, horizon, first, last);
            let told = sign * told.expect("a difference").mean * hypothesis.scale(100);
            let found = estimate.expect("an estimate").mean;
            assert!((found - told).abs() <= 1e-9 * told.abs().max(1.0), "{found} and {told}");
            assert!(told != 0.0, "{}: something differs", claim.id);
        }
    }
}

#[test]
fn a_strategy_is_ahead_of_itself_by_exactly_nothing() {
    let claim = claim("A1");
    let hypothesis = Hypothesis {
        compared: Compared::Differences(&[("contact", "contact")]),
        ..hypothesis_of(claim)
    };
    let lived = hypothesis.live(small(claim), 3, &silent());
    assert_eq!(lived.numbers, [[0.0; 3]]);
    let score = lived.score(hypothesis.expected).expect("a score");
    assert!(!hypothesis.expected.is_met_by(score), "nothing is no lead");
    assert!(!Expected::Below(-0.01).is_met_by(score), "and no lag");
}

/// A hypothesis like that of a claim.
fn hypothesis_of(claim: &Claim) -> Hypothesis {
    let Hypothesis { measure, expected, weeks, put_in, .. } =
        claim.hypothesis().expect("a hypothesis");
    let compared = Compared::Differences(&[]);
    Hypothesis { measure, compared, expected: *expected, weeks: *weeks, put_in }
}
