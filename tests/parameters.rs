//! No parameter is a dead letter: pushed to one end of its range or to the other, each moves some result.

mod common;

use common::{live, tables_of, try_scenario};
use rayon::prelude::*;
use stammtisch::parameters::Spec;
use stammtisch::report::tables::Table;
use stammtisch::scenario::specs;

/// A small market that uses everything: visible use, all programmes, loud ones at that.
const WORLD: &str = "
[people]
count = 300
[people.visibility]
seen = 0.002
[people.acceptance]
cold = 0.4
[objectives]
budget = 400
[people.worth]
help = 0.4
[strategies.both.advertising]
share = 0.3
refresh = 3
retargeting = 0.2
[strategies.both.posts]
share = 0.1
[strategies.both.mail]
share = 0.05
[strategies.both.publicity]
share = 0.05
[strategies.both.feedback]
share = 0.05
[strategies.both.prize_draw]
share = 0.1
[strategies.both.bought_followers]
share = 0.05
[strategies.both.introductions]
matchmaker = \"similar\"
share = 0.15
[strategies.both.occasions]
rest = 12
share = 0.15
[experiment]
replications = 3
weeks = 70
";

/// All that is found: every table but the list of parameters, and the verdict.
type Found = (Vec<Table>, String);

fn find(set: &[String]) -> Result<Found, String> {
    let results = live(try_scenario(WORLD, set)?, 1);
    let mut tables = tables_of(&results);
    tables.retain(|(name, _)| *name != "assumptions.csv");
    Ok((tables, results.comparison.verdict.kind.word().to_owned()))
}

/// What sets a parameter. That of a generator is set where the generator draws the network.
fn set(spec: &Spec, value: f64) -> String {
    let path = spec.path().replace("strategies.NAME", "strategies.both");
    format!("{path}={}", spec.show(value))
}

/// The ends of a range that a small test can live: not ten million people, nor a hundred thousand worlds.
fn ends(spec: &Spec) -> Vec<f64> {
    let long = ["people.count", "experiment.replications", "experiment.weeks"];
    if long.contains(&&*spec.path()) { vec![spec.least] } else { vec![spec.least, spec.most] }
}

fn moves(spec: &Spec, usual: &Found) -> bool {
    let of_generator = spec.table.starts_with("people.network");
    let generated = of_generator.then(|| find(&[set(spec, spec.default)]));
    let usual = match &generated {
        Some(Ok(found)) => found,
        Some(Err(problems)) => panic!("{problems}"),
        None => usual,
    };
    ends(spec).into_iter().any(|end| {
        // One end may be refused, as is a price below the cost of serving.
        find(&[set(spec, end)]).is_ok_and(|found| found != *usual)
    })
}

#[test]
fn every_parameter_moves_some_result() {
    let usual = find(&[]).unwrap_or_else(|problems| panic!("{problems}"));
    let all = specs();
    assert!(all.len() > 110, "{} parameters", all.len());
    let dead: Vec<String> =
        all.par_iter().filter(|spec| !moves(spec, &usual)).map(Spec::path).collect();
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_parameter_set_to_what_it_is_moves_nothing() {
    let usual = find(&[]).unwrap_or_else(|problems| panic!("{problems}"));
    let named = ["people.talk.mention", "people.leaving.usual", "objectives.price"];
    let specs = specs().into_iter().filter(|spec| named.contains(&&*spec.path()));
    let same: Vec<String> = specs.map(|spec| set(&spec, spec.default)).collect();
    assert_eq!(same.len(), named.len());
    for same in same.into_iter().chain(["people.count=300".to_owned()]) {
        assert!(find(std::slice::from_ref(&same)).is_ok_and(|found| found == usual), "{same}");
    }
}
