//! No parameter is a dead letter: pushed to one end of its range or to the other, each moves some result.

mod common;

use common::{live, tables_of, try_scenario};
use rayon::prelude::*;
use stammtisch::parameters::Spec;
use stammtisch::report::tables::Table;
use stammtisch::scenario::specs;

/// A small market that uses everything: visible use, all programmes, loud ones at that, a plan,
/// two segments, shocks.
const WORLD: &str = "
[people]
count = 300
[people.start]
staff = 0.05
followers = 0.4
[people.visibility]
seen = 0.002
[people.acceptance]
cold = 0.4
membership = 0.9
empty = 1
[objectives]
budget = 400
[people.worth]
help = 0.4
[people.segments]
core = 0.6
[strategies.both]
plan = \"adaptive\"
step = 0.6
[strategies.both.advertising]
refresh = 3
retargeting = 0.2
share = 0.25
[strategies.both.posts]
share = 0.05
[strategies.both.mail]
share = 0.05
[strategies.both.publicity]
share = 0.05
[strategies.both.feedback]
share = 0.03
[strategies.both.prize_draw]
share = 0.08
[strategies.both.bought_followers]
share = 0.03
[strategies.both.introductions]
matchmaker = \"similar\"
share = 0.14
[strategies.both.occasions]
rest = 12
share = 0.12
[strategies.both.forum]
pieces = 8
share = 0.14
[strategies.both.exchange]
guests = 0.5
wishes = 0.5
supply = 0.5
saving = 0.3
share = 0.04
[strategies.both.tasks]
rest = 4
only_helped = 0.5
share = 0.02
[strategies.social.introductions]
matchmaker = \"learn_from\"
[strategies.social.activities]
[strategies.social.reunions]
silence = 20
[strategies.social.members]
[strategies.social.status]
[strategies.social.hospitality]
prospects = 0.3
pitch = 0.3
[strategies.firm.listening]
[strategies.firm.responding]
by = \"agency\"
[strategies.firm.advocates]
[strategies.firm.improvement]
[strategies.firm.openness]
[strategies.firm.hard_sell]
[strategies.firm.dunning]
[strategies.firm.legal_warning]
[strategies.firm.price_rise]
[shocks.quality_failure]
week = 0
[shocks.advertising]
week = 0
[technology]
contacts_known = 1
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

/// What sets a parameter: that of a programme, in the strategy that uses it.
fn set(spec: &Spec, value: f64) -> String {
    let programme = spec.table.trim_start_matches("strategies.NAME.");
    let mut tables = WORLD.lines().filter_map(|line| line.strip_prefix("[strategies."));
    let own = tables.find_map(|table| table.strip_suffix(&format!(".{programme}]")));
    let strategy = format!("strategies.{}", own.unwrap_or("both"));
    let path = spec.path().replace("strategies.NAME", &strategy);
    let path = path.replace("PROGRAMME", "advertising");
    let path = path.replace("rivals.NAME", "rivals.other");
    format!("{path}={}", spec.show(value))
}

/// The ends of a range that a small test can live: not ten million people, nor a hundred thousand worlds.
fn ends(spec: &Spec) -> Vec<f64> {
    let long = ["people.count", "experiment.replications", "experiment.weeks"];
    match &*spec.path() {
        path if long.contains(&path) => vec![spec.least],
        // What never begins is refused.
        _ if ["from", "week"].contains(&spec.name) => vec![30.0],
        _ => vec![spec.least, spec.most],
    }
}

/// What must be set before a parameter can matter: rivals, contracts, customers who are no
/// subscribers, people who decide together.
fn context(spec: &Spec) -> Vec<String> {
    let set: &[&str] = match spec.table {
        // Familiarity speaks for reunions alone, and few ties fall silent in so short a time.
        _ if spec.name == "familiar" => &[
            "strategies.social.reunions.silence=13",
            "strategies.social.reunions.share=0.9",
            "people.count=3000",
        ],
        // What a reader saves is told where customers buy as much as they like.
        _ if spec.name == "thrift" => &["people.purchases.rate=0.2"],
        "rivals.NAME" | "people.rivalry" => &["rivals.other.strategy=digital"],
        "people.contract" => &["people.contract.length=4"],
        "people.purchases" => &["people.purchases.rate=0.2"],
        "people.buying" => &["people.buying.group=3", "people.adoption.search=0.01"],
        _ => &[],
    };
    set.iter().map(|&set| set.to_owned()).collect()
}

fn moves(spec: &Spec, usual: &Found) -> bool {
    let of_generator = spec.table.starts_with("people.network");
    let mut context = context(spec);
    if of_generator {
        context.push(set(spec, spec.default));
    }
    let there = (!context.is_empty()).then(|| find(&context));
    let usual = match &there {
        Some(Ok(found)) => found,
        Some(Err(problems)) => panic!("{problems}"),
        None => usual,
    };
    ends(spec).into_iter().any(|end| {
        // One end may be refused, as is a price below the cost of serving.
        let set = [&context[..], &[set(spec, end)]].concat();
        find(&set).is_ok_and(|found| found != *usual)
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
