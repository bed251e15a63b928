//! Without a firm, the network of week 0 stays what it is: as many ties form as dissolve, and strengths keep their mean.

use stammtisch::document::Document;
use stammtisch::draws::Draws;
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::market::Market;
use stammtisch::scenario::Scenario;
use stammtisch::simulation::simulate;
use stammtisch::week;
use std::path::Path;

fn scenario() -> Scenario {
    let mut problems = Vec::new();
    let text = "[people]\ncount = 2000\n[strategies.none]\n";
    let document = Document::parse("stationary.toml", text, &mut problems);
    let read = Scenario::read(&document, Path::new("stationary.toml"));
    read.unwrap_or_else(|problems| panic!("the scenario is not sound: {problems:?}"))
}

/// Ties, the mean of their strengths, and the share of them without contact for a year.
fn state(market: &Market) -> [f64; 3] {
    let (mut ends, mut strength, mut dormant) = (0.0, 0.0, 0.0);
    for person in market.people.all() {
        for tie in market.ties.of(person) {
            ends += 1.0;
            strength += f64::from(tie.strength);
            dormant += f64::from(u8::from(tie.is_dormant(market.week, 52.0)));
        }
    }
    [ends / 2.0, strength / ends, dormant / ends]
}

#[test]
fn three_years_without_a_strategy_leave_the_firm_about_where_it_was() {
    let scenario = scenario();
    let [mut before, mut after] = [[0.0; 3]; 2];
    for replication in 0..6 {
        let lasting = Draws::from_seed(7).in_replication(replication);
        let mut market = begin(&scenario, &Ground::default(), lasting);
        let absent = &[&scenario.strategies[1]];
        let mut weeks = Vec::new();
        simulate(&mut market, absent, &scenario.rules, lasting, |_, _, facts| {
            weeks.push([
                facts.customers as f64,
                facts.trust / facts.customers as f64,
                facts.opinion,
            ]);
        });
        for what in 0..3 {
            before[what] += weeks[0][what];
            after[what] += weeks[156][what];
        }
    }
    let [customers, trust, opinion] = [0, 1, 2].map(|what| after[what] / before[what]);
    // Nothing here is exact: search is calibrated, and losses nearby start at nothing.
    assert!((0.85..1.15).contains(&customers), "customers: {customers}");
    assert!((0.93..1.07).contains(&trust), "trust: {trust}");
    assert!((0.85..1.15).contains(&opinion), "public opinion: {opinion}");
}

#[test]
fn three_years_without_a_firm_leave_the_network_as_it_was() {
    let scenario = scenario();
    let (mut before, mut after) = ([0.0; 3], [0.0; 3]);
    for replication in 0..4 {
        let lasting = Draws::from_seed(7).in_replication(replication);
        let mut market = begin(&scenario, &Ground::default(), lasting);
        let absent = &[&scenario.strategies[1]];
        for (sum, now) in before.iter_mut().zip(state(&market)) {
            *sum += now;
        }
        for _ in 0..156 {
            week::live(&mut market, absent, &scenario.rules, lasting);
        }
        for (sum, now) in after.iter_mut().zip(state(&market)) {
            *sum += now;
        }
    }
    let [ties, strength, dormant] = [0, 1, 2].map(|what| after[what] / before[what]);
    // The guide promises five per cent for ties and strength; dormant ties are one in sixty, so noisier.
    assert!((0.95..1.05).contains(&ties), "ties: {ties}");
    assert!((0.95..1.05).contains(&strength), "mean strength: {strength}");
    assert!((0.7..1.3).contains(&dormant), "dormant share: {dormant}");
}
