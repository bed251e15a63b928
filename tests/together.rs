//! Buying groups, contracts and staff, where the answer is known exactly.

mod common;

use common::{assert_share, live, scenario, tables_of, try_scenario};
use stammtisch::draws::Draws;
use stammtisch::elementary::{exp, power};
use stammtisch::evidence::limits::bench::{
    CERTAIN, alike, known_to_all, market, network, silent, strangers, weeks,
};
use stammtisch::facts::Facts;
use stammtisch::firms::{Reason, Source, Stage};
use stammtisch::people::Groups;
use stammtisch::population::start::{Given, Start};
use stammtisch::population::traits::Traits;
use stammtisch::quantity::{Count, Share, WeeklyHazard, Weeks};
use stammtisch::rules::Rules;

/// People in groups of four.
const CROWD: usize = 80_000;
const GROUP: usize = 4;

/// Rules of silence under which people decide by fours, and never forget a vote.
fn by_fours(quorum: f64) -> Rules {
    let mut rules = silent();
    rules.buying.group = Count(GROUP as f64);
    rules.buying.quorum = Share(quorum);
    rules.buying.patience = Weeks(1e12);
    rules
}

/// The chance that at least so many of four have voted when each has with this chance.
fn at_least(needed: usize, voted: f64) -> f64 {
    let ways = [1.0, 4.0, 6.0, 4.0, 1.0];
    let of = |k: usize| ways[k] * power(voted, k as f64) * power(1.0 - voted, (GROUP - k) as f64);
    (needed..=GROUP).map(of).sum()
}

/// The share of groups of which all are customers; fails where only some are.
fn groups_won(facts: &Facts) -> f64 {
    assert_eq!(facts.customers % GROUP as u64, 0, "all seats together");
    facts.customers as f64 / CROWD as f64
}

#[test]
fn a_group_joins_when_the_last_vote_of_its_quorum_is_cast() {
    let hazard = 0.05;
    for (quorum, needed) in [(0.2, 1), (0.5, 2), (0.51, 3), (1.0, 4)] {
        let mut rules = by_fours(quorum);
        rules.adoption.search = WeeklyHazard(hazard);
        let mut market =
            strangers(CROWD, &alike(), &known_to_all(0.0), &rules, Draws::from_seed(1));
        let facts = weeks(&mut market, &rules, 25, Draws::from_seed(2));
        for t in [15, 25] {
            let exact = at_least(needed, 1.0 - exp(-hazard * t as f64));
            assert_share(groups_won(&facts[t]), exact, CROWD / GROUP, 0.12);
        }
    }
}

#[test]
fn a_group_leaves_when_the_last_vote_of_its_quorum_is_cast() {
    let hazard = 0.04;
    for (quorum, needed) in [(0.5, 2), (0.75, 3)] {
        let mut rules = by_fours(quorum);
        rules.leaving.usual = WeeklyHazard(hazard);
        let mut market =
            strangers(CROWD, &alike(), &known_to_all(1.0), &rules, Draws::from_seed(1));
        let facts = weeks(&mut market, &rules, 20, Draws::from_seed(3));
        for t in [5, 10, 20] {
            let exact = 1.0 - at_least(needed, 1.0 - exp(-hazard * t as f64));
            assert_share(groups_won(&facts[t]), exact, CROWD / GROUP, 0.06);
        }
    }
}

#[test]
fn a_payment_fails_once_for_the_whole_group() {
    let mut rules = by_fours(0.5);
    rules.leaving.payment = WeeklyHazard(0.05);
    let mut market = strangers(CROWD, &alike(), &known_to_all(1.0), &rules, Draws::from_seed(1));
    let facts = weeks(&mut market, &rules, 20, Draws::from_seed(4));
    for t in [1, 10, 20] {
        assert_share(groups_won(&facts[t]), exp(-0.05 * t as f64), CROWD / GROUP, 0.05);
    }
    let failed: u64 = facts.iter().map(|facts| facts.left[Reason::Payment as usize]).sum();
    assert_eq!(failed, CROWD as u64 - facts[20].customers);
}

#[test]
fn votes_are_forgotten() {
    // One of two votes is there or not: a vote comes with chance a, and an old one goes with chance
    // f before. The second joins only a first that is still there.
    let mut rules = by_fours(1.0);
    rules.buying.group = Count(2.0);
    rules.buying.patience = Weeks(2.0);
    rules.adoption.search = WeeklyHazard(0.1);
    let mut market = strangers(CROWD, &alike(), &known_to_all(0.0), &rules, Draws::from_seed(1));
    let facts = weeks(&mut market, &rules, 20, Draws::from_seed(5));
    let (votes, forgets) = (1.0 - exp(-0.1), 1.0 - power(0.5, 0.5));
    let (mut none, mut one, mut joined) = (1.0, 0.0, 0.0);
    for (t, facts) in facts.iter().enumerate().skip(1) {
        let (still, again) = (one * (1.0 - forgets), none + one * forgets);
        joined += again * votes * votes + still * votes;
        none = again * (1.0 - votes) * (1.0 - votes);
        one = again * 2.0 * votes * (1.0 - votes) + still * (1.0 - votes);
        if [5, 10, 20].contains(&t) {
            assert_share(facts.customers as f64 / CROWD as f64, joined, CROWD / 2, 0.1);
        }
    }
}

#[test]
fn groups_of_one_are_people_who_decide_alone() {
    let mut rules = Rules::default();
    rules.leaving.payment = WeeklyHazard(0.0);
    let ties: Vec<(u32, u32)> =
        (0..1000).flat_map(|i| [(i, (i + 1) % 1000), (i, (i + 7) % 1000)]).collect();
    let lived = |groups: Groups| {
        let (traits, start, given) = (Traits::default(), Start::default(), Given::default());
        let parts = (&traits, &start, &given);
        let mut market = market(&network(1000, &ties), parts, &rules, Draws::from_seed(6));
        market.people.groups = groups;
        weeks(&mut market, &rules, 60, Draws::from_seed(6))
    };
    let alone = lived(Groups::default());
    let single: Vec<_> = (0..1000).map(|i| vec![stammtisch::people::PersonId(i)]).collect();
    assert!(alone == lived(Groups::of_members(&single)));
    assert!(alone.iter().map(|facts| facts.joined_all() + facts.left_all()).sum::<u64>() > 100);
}

#[test]
fn what_persuades_for_a_week_persuades_a_group_no_longer_than_one_who_decides_alone() {
    let rules = silent();
    let lived = |groups: Groups| {
        let mut market = strangers(1000, &alike(), &known_to_all(0.0), &rules, Draws::from_seed(1));
        market.people.groups = groups;
        let clientele = &mut market.firms[0].clientele;
        for i in 0..1000 {
            clientele.was_guest.set(i, 0.05);
            clientele.read_forum.set(i, 0.05);
        }
        weeks(&mut market, &rules, 20, Draws::from_seed(6))
    };
    let alone = lived(Groups::default());
    let single: Vec<_> = (0..1000).map(|i| vec![stammtisch::people::PersonId(i)]).collect();
    assert!(alone[1].customers > 50 && alone[20].customers == alone[1].customers);
    assert!(alone == lived(Groups::of_members(&single)));
}

const WORLD: &str = "[people]\ncount = 400\n[strategies.it]\npreset = \"hybrid\"\n[experiment]\nreplications = 2\nweeks = 60\n";

#[test]
fn where_everybody_decides_alone_quorum_and_patience_mean_nothing() {
    let tables = |set: &[&str]| {
        let set: Vec<String> = set.iter().map(|&set| set.to_owned()).collect();
        let scenario = try_scenario(WORLD, &set).unwrap_or_else(|problems| panic!("{problems}"));
        let mut tables = tables_of(&live(scenario, 1));
        tables.retain(|(name, _)| *name != "assumptions.csv");
        tables
    };
    let plain = tables(&[]);
    let set = ["people.buying.group=1", "people.buying.quorum=1", "people.buying.patience=1"];
    assert!(plain == tables(&set));
    assert!(plain == tables(&["people.contract.alpha=3", "people.contract.beta=3"]));
    assert!(plain != tables(&["people.buying.group=2"]));
}

#[test]
fn what_a_contract_is_worth_moves_who_renews() {
    let loyal = |quality: &str| {
        let set = [quality.to_owned(), "people.contract.length=8".to_owned()];
        let scenario = try_scenario(WORLD, &set).unwrap_or_else(|problems| panic!("{problems}"));
        let results = live(scenario, 1);
        let ends = results.batch.runs.iter().filter_map(|run| run.weeks.last());
        ends.map(|week| week.loyal).sum::<u64>()
    };
    let (good, bad) = (loyal("objectives.quality=0.95"), loyal("objectives.quality=0.5"));
    assert!(good > bad, "{good} {bad}");
}

#[test]
fn staff_are_neither_customers_nor_prospects() {
    let mut rules = silent();
    rules.adoption.search = CERTAIN;
    for group in [1.0, 3.0] {
        rules.buying.group = Count(group);
        let start = Start { staff: Share(0.1), ..known_to_all(0.3) };
        let mut market = strangers(900, &alike(), &start, &rules, Draws::from_seed(1));
        let staff: Vec<usize> =
            (0..900).filter(|&i| market.firms[0].clientele.staff.get(i)).collect();
        assert_eq!(staff.len(), 90);
        let facts = weeks(&mut market, &rules, 3, Draws::from_seed(9));
        assert!(facts[0].customers.abs_diff(270) <= 1, "{}", facts[0].customers);
        assert_eq!(facts[3].customers, 810, "all but the staff");
        let stage = &market.firms[0].clientele.stage;
        assert!(staff.iter().all(|&i| stage[i] == Stage::Aware));
    }
}

#[test]
fn a_preset_gives_defaults_that_the_scenario_and_the_command_line_override() {
    let text =
        "[people]\npreset = \"b2b\"\n[people.buying]\nquorum = 0.9\n[strategies.it.advertising]\n";
    let read = |set: &[&str]| {
        let set: Vec<String> = set.iter().map(|&set| set.to_owned()).collect();
        try_scenario(text, &set).unwrap_or_else(|problems| panic!("{problems}"))
    };
    let mut read = read(&["people.contract.length=26"]);
    let rules = &read.rules;
    let (buying, contract) = (&rules.buying, &rules.contract);
    assert_eq!((buying.group.whole(), buying.quorum.0), (8, 0.9));
    assert_eq!((contract.length.whole(), contract.beta.0), (26, 0.55));
    // The effective scenario says what came of it, and is the same scenario again.
    let effective = stammtisch::scenario::effective(&mut read);
    let mut again = scenario(&effective);
    assert_eq!(stammtisch::scenario::effective(&mut again), effective);
    assert!(!effective.contains("preset"));
    let by_option = "[strategies.it.advertising]\n";
    let set = ["people.preset=b2c".to_owned()];
    let scenario = try_scenario(by_option, &set).unwrap_or_else(|problems| panic!("{problems}"));
    assert!((scenario.rules.leaving.usual.0 - 0.044).abs() < 1e-12);
}

#[test]
fn an_evening_and_a_visit_move_a_group_in_their_own_week_only() {
    let joined_later = |(programme, how): (&str, &str), source: Source| {
        let text = format!(
            "[people]\ncount = 2000\n[people.buying]\ngroup = 2\nquorum = 0.5\n\
             [objectives]\nbudget = 500\n[experiment]\nreplications = 1\nweeks = 24\n\
             [strategies.it.{programme}]\nuntil = 8\n{how}\n"
        );
        let results = live(scenario(&text), 1);
        let weeks = &results.batch.runs[0].weeks;
        let joined = |weeks: &[Facts]| -> u64 {
            weeks.iter().map(|facts| facts.joined[source.index()]).sum()
        };
        // The first of all facts are those before week 0.
        (joined(&weeks[..=8]), joined(&weeks[9..]))
    };
    let (then, later) = joined_later(("hospitality", "prospects = 1.0\nrest = 8"), Source::Event);
    assert!(then > 0 && later == 0, "{then} guests joined, and {later} of them weeks later");
    let (then, later) = joined_later(("forum", "pieces = 50"), Source::Forum);
    assert!(then > 0 && later == 0, "{then} readers joined, and {later} of them weeks later");
}
