//! Null worlds: where its mechanisms are off, a strategy loses exactly what it costs; without money or a share it is not there.

mod common;

use common::worlds::{DIGITAL, HYBRID, SOCIAL, WORLD, lived, world};
use common::{live, scenario, tables_of};
use stammtisch::facts::Facts;
use stammtisch::quantity::Money;
use stammtisch::report::results::Results;

/// What each run brought in all, by replication, without what the programmes cost.
fn totals(results: &Results, strategy: usize) -> Vec<Facts> {
    let horizon = results.scenario.rules.horizon;
    let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
    runs.map(|run| run.up_to(horizon)).collect()
}

/// With these mechanisms off, a strategy loses against doing nothing exactly what it costs.
fn loses_its_cost_exactly(what: &str, off: &[&str]) -> bool {
    let gains = off.join(" = 0\n") + " = 0\n";
    // Ten times the money and four times the people, so that a twentieth of a mechanism would
    // already move somebody.
    let mut loud = world(&[("it", what)])
        .replace("budget = 150", "budget = 1500")
        .replace("count = 300", "count = 1200");
    if what.contains("[people.visibility]") {
        loud = loud.replacen("[people.visibility]\nseen = 0.001\n", "", 1);
    }
    let text = format!("{loud}[mechanisms]\n{gains}");
    let results = live(scenario(&text), 1);
    let (own, absent) = (totals(&results, 0), totals(&results, 1));
    assert!(own.iter().all(|facts| facts.books.spend() > Money::ZERO));
    let mut pairs = own.iter().zip(&absent);
    pairs.all(|(own, absent)| absent.books.profit() - own.books.profit() == own.books.spend())
}

const SOCIAL_GAINS: [&str; 7] =
    ["word_of_mouth", "new_ties", "kept_ties", "revived_ties", "reciprocity", "trust", "contagion"];
const DIGITAL_GAINS: [&str; 4] = ["advertising", "irritation", "trust", "public_opinion"];

#[test]
fn in_a_world_without_peers_the_social_strategy_loses_its_cost() {
    assert!(loses_its_cost_exactly(SOCIAL, &SOCIAL_GAINS));
    assert!(!loses_its_cost_exactly(SOCIAL, &SOCIAL_GAINS[2..]), "with some of it, it does not");
}

/// A strategy with every social programme that helps people with their contacts; its evenings sell nothing.
const ALL_SOCIAL: &str = "[strategies.it.introductions]\nmatchmaker = \"learn_from\"\n\
    [strategies.it.occasions]\n[strategies.it.activities]\n[strategies.it.reunions]\nsilence = 13\n\
    [strategies.it.members]\n[strategies.it.status]\npart = 0.5\n[strategies.it.hospitality]\nprospects = 0.3\n";

#[test]
fn in_a_world_without_peers_all_social_programmes_lose_their_cost() {
    // An evening takes time from other contacts, so nobody may be seen using the product either.
    // All the rest is loud, so that one mechanism would already move somebody.
    let blind = ALL_SOCIAL.to_owned()
        + "[people.visibility]\nseen = 0\n[people.leaving]\nsurplus = 2\nusual = 0.05\n[people.worth]\nhelp = 0.5\nstatus = 0.5\n\
           [people.acceptance]\ncold = 0.45\ninvitation = 0.125\nguest = 0.125\n[people.learning]\nlesson = 0.01\n";
    let all: Vec<&str> = SOCIAL_GAINS.into_iter().chain(["learning"]).collect();
    assert!(loses_its_cost_exactly(&blind, &all));
    for without in ["new_ties", "trust", "learning"] {
        let most: Vec<&str> = all.iter().copied().filter(|gain| *gain != without).collect();
        assert!(!loses_its_cost_exactly(&blind, &most), "with {without}, it does not");
    }
}

#[test]
fn in_a_world_deaf_to_messages_the_digital_strategy_loses_its_cost() {
    assert!(loses_its_cost_exactly(DIGITAL, &DIGITAL_GAINS));
    assert!(!loses_its_cost_exactly(DIGITAL, &DIGITAL_GAINS[1..]), "with some of it, it does not");
}

/// Everything that is said and not offered, all at once.
const ALL_THAT_IS_SAID: &str = "
advertising.share = 0.3
advertising.retargeting = 0.2
advertising.refresh = 4
posts.share = 0.1
mail.share = 0.1
publicity.share = 0.2
feedback.share = 0.1
prize_draw.share = 0.1
bought_followers.share = 0.1
";

#[test]
fn in_a_world_deaf_to_messages_whatever_is_said_is_lost() {
    let off = [&DIGITAL_GAINS[..], &["learning"]].concat();
    assert!(loses_its_cost_exactly(ALL_THAT_IS_SAID, &off));
    for some in 0..2 {
        let (kept, mut off) = (off[some], off.clone());
        off.remove(some);
        assert!(!loses_its_cost_exactly(ALL_THAT_IS_SAID, &off), "with {kept} it is not");
    }
}

/// The facts of each week of each run, without the list of programmes.
fn lives(results: &Results, strategy: usize) -> Vec<Vec<Facts>> {
    let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
    let bare = |facts: &Facts| {
        let mut facts = facts.clone();
        facts.books.programmes.retain(|cost| *cost != Money::ZERO);
        facts
    };
    runs.map(|run| run.weeks.iter().map(bare).collect()).collect()
}

#[test]
fn without_a_budget_a_strategy_is_absent() {
    let without = |what: &str| format!("budget = 0\n{what}");
    let strategies =
        [("digital", without(DIGITAL)), ("social", without(SOCIAL)), ("hybrid", without(HYBRID))];
    let strategies: Vec<_> = strategies.iter().map(|(name, what)| (*name, &**what)).collect();
    let results = lived(&strategies);
    for strategy in 0..3 {
        assert_eq!(lives(&results, strategy), lives(&results, 3));
    }
}

#[test]
fn without_a_budget_nothing_is_said() {
    let results = lived(&[("it", &format!("budget = 0\n{ALL_THAT_IS_SAID}"))]);
    assert_eq!(lives(&results, 0), lives(&results, 1));
}

#[test]
fn without_a_budget_what_would_be_free_is_not_there_either() {
    let free = "budget = 0\n[strategies.it.price_rise]\nletters = 0\n[strategies.it.openness]\nwork = 0\n\
                [strategies.it.exchange]\ncare = 0\nplatform = 0\n[strategies.it.posts]\nwriting = 0\n";
    let results = lived(&[("it", free)]);
    assert_eq!(lives(&results, 0), lives(&results, 1));
}

#[test]
fn a_programme_without_a_share_might_as_well_not_be_there() {
    let used =
        "[strategies.it.advertising]\nshare = 0.7\n[strategies.it.introductions]\nshare = 0.3\n";
    let unused = "[strategies.it.posts]\nshare = 0\n[strategies.it.occasions]\nshare = 0\n";
    let with = live(scenario(&(WORLD.to_owned() + used + unused)), 1);
    let bare = live(scenario(&(WORLD.to_owned() + used)), 1);
    assert_eq!(
        (with.scenario.strategies[0].lines.len(), bare.scenario.strategies[0].lines.len()),
        (4, 2)
    );
    for strategy in 0..2 {
        assert_eq!(lives(&with, strategy), lives(&bare, strategy));
    }
    for ((name, with), (_, bare)) in tables_of(&with).iter().zip(&tables_of(&bare)) {
        // The books list each programme, and the assumptions each parameter.
        assert!(with == bare || ["ledger.csv", "assumptions.csv"].contains(name), "{name}");
    }
}
