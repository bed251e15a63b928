//! How long a market takes to live one week, at ten thousand, a hundred thousand and a million people.
//!
//! `cargo bench`. Absolute times do not travel between machines; compare the sizes with each other.

use stammtisch::document::Document;
use stammtisch::draws::Draws;
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::scenario::Scenario;
use stammtisch::week;
use std::path::Path;

fn main() {
    divan::main();
}

/// The default story with so many people.
fn story(people: usize) -> Scenario {
    let text = include_str!("../scenarios/restaurant-table.toml");
    let mut problems = Vec::new();
    let mut document = Document::parse("restaurant-table.toml", text, &mut problems);
    document.set(&format!("people.count={people}"), &mut problems);
    match Scenario::read(&document, Path::new("restaurant-table.toml")) {
        Ok(scenario) => scenario,
        Err(problems) => panic!("the story is sound: {problems:?}"),
    }
}

/// The tenth week under the scenario's so-manieth strategy.
#[divan::bench(args = [10_000, 100_000, 1_000_000], consts = [0, 1], sample_count = 12, sample_size = 1)]
fn one_week<const STRATEGY: usize>(bencher: divan::Bencher<'_, '_>, people: usize) {
    let scenario = story(people);
    let lasting = Draws::from_seed(1).in_replication(0);
    let mut market = begin(&scenario, &Ground::default(), lasting);
    let strategy = &[&scenario.strategies[STRATEGY]];
    for _ in 0..10 {
        week::live(&mut market, strategy, &scenario.rules, lasting);
    }
    bencher
        .counter(divan::counter::ItemsCount::new(people))
        .bench_local(|| week::live(&mut market, strategy, &scenario.rules, lasting));
}

/// A market before its first week: network, people, ties, customers.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn beginning(bencher: divan::Bencher<'_, '_>, people: usize) {
    let scenario = story(people);
    let lasting = Draws::from_seed(1).in_replication(0);
    bencher
        .counter(divan::counter::ItemsCount::new(people))
        .bench_local(|| begin(&scenario, &Ground::default(), lasting));
}
