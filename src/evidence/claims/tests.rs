//! The declarations are complete, and what they name exists.

use super::claim::{Test, margin};
use super::*;
use crate::evidence::Expected;
use crate::evidence::space::{hypercube, scenario_at};
use crate::measures::Formula;
use crate::scenario::Scenario;
use crate::stories;
use std::collections::BTreeSet;

fn scenario(claim: &Claim) -> Scenario {
    let (file, text) = claim.scenario();
    scenario_at((&file, text), &[], None).unwrap()
}

#[test]
fn each_claim_is_declared_once_in_the_order_of_the_stories() {
    let declared: Vec<&str> = all().map(|claim| claim.id).collect();
    let told: Vec<&str> = stories::claims().iter().map(|story| story.name).collect();
    assert_eq!(declared, told);
    assert_eq!(declared.len(), 34);
}

#[test]
fn each_says_in_sentences_what_is_tested_what_is_not_and_what_is_put_in() {
    let sentence = |text: &str| text.len() > 20 && text.ends_with('.');
    for claim in all() {
        assert!(sentence(claim.statement) && sentence(claim.besides), "{}", claim.id);
        match &claim.test {
            Test::By(hypothesis) => assert!(sentence(hypothesis.put_in), "{}", claim.id),
            Test::Untestable(reason) => assert!(sentence(reason), "{}", claim.id),
        }
    }
}

#[test]
fn each_hypothesis_has_a_measure_that_may_decide_and_the_horizon_of_its_scenario() {
    for claim in all() {
        let Some(hypothesis) = claim.hypothesis() else { continue };
        let (id, measure, scenario) = (claim.id, hypothesis.measure(), scenario(claim));
        assert!(measure.better().is_some(), "{id}: {} never decides", measure.id);
        assert!(matches!(measure.formula, Formula::Plain(_)), "{id}: one run must tell");
        assert_eq!(hypothesis.weeks, scenario.rules.horizon, "{id}");
    }
}

#[test]
fn each_strategy_that_is_compared_is_one_of_the_scenario() {
    for claim in all() {
        let Some(hypothesis) = claim.hypothesis() else { continue };
        let scenario = scenario(claim);
        let there: BTreeSet<&str> =
            scenario.strategies.iter().map(|strategy| &*strategy.name).collect();
        let needed = hypothesis.compared.strategies();
        assert!(needed.len() > 1, "{}: nothing to compare", claim.id);
        for name in needed {
            assert!(there.contains(name), "{}: there is no strategy {name}", claim.id);
        }
        if let Compared::Differences(pairs) = hypothesis.compared {
            assert!(pairs.iter().all(|(one, other)| one != other), "{}", claim.id);
        }
    }
}

#[test]
fn one_margin_holds_for_each_measure_whatever_the_claim() {
    for claim in all() {
        let Some(hypothesis) = claim.hypothesis() else { continue };
        let (Expected::Above(edge) | Expected::Below(edge)) = hypothesis.expected else {
            panic!("{}: a direction and a margin", claim.id);
        };
        let usual = match hypothesis.measure {
            "profit" | "equity" => margin::MONEY,
            "revenue" => margin::REVENUE,
            "trust" | "retention" => margin::SHARE,
            "opinion" => margin::OPINION,
            "willingness_to_pay" => margin::PAY,
            "portfolio_value" => margin::PORTFOLIO,
            _ => margin::PEOPLE,
        };
        let prices = if claim.id == "B6" { 10.0 } else { 1.0 };
        assert!((edge.abs() - prices * usual).abs() < 1e-12, "{}: {edge}", claim.id);
    }
}

#[test]
fn each_scenario_reads_in_every_world() {
    for point in hypercube(64, 1) {
        for claim in all() {
            let (file, text) = claim.scenario();
            let read = scenario_at((&file, text), &["people.count=1000".to_owned()], Some(&point));
            let problems = read.err().map(|problems| problems.into_iter().map(|p| p.what));
            let problems: Vec<String> = problems.into_iter().flatten().collect();
            assert!(problems.is_empty(), "{} in world {}: {problems:?}", claim.id, point.number);
        }
    }
}
