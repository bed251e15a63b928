//! Head to head: firms want the same purse, nobody is the customer of two, and no firm has an advantage by its place.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod common;

use common::{assert_share, live, scenario, tables_of};
use rayon::ThreadPoolBuilder;
use stammtisch::draws::Draws;
use stammtisch::evidence::limits::bench::{alike, known_to_all, network, silent};
use stammtisch::evidence::limits::mean_and_error;
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::facts::Facts;
use stammtisch::firms::{Reason, Stage};
use stammtisch::market::Market;
use stammtisch::offers::OfferKind;
use stammtisch::population::start::{Beginning, FirmPlan, Given};
use stammtisch::population::traits::Traits;
use stammtisch::quantity::{Money, Quantity, Share, WeeklyHazard};
use stammtisch::rules::Rules;
use stammtisch::simulation::simulate;
use stammtisch::strategy::Strategy;
use stammtisch::week;

/// A market of two firms or more; the strategy of the first, and what is said of its rivals.
fn duel(strategy: &str, rivals: &str, replications: usize) -> String {
    format!(
        "[people]\ncount = 300\n[people.rivalry]\nswitching = 0.8\n[objectives]\nbudget = 200\n\
         [strategies.it]\npreset = \"{strategy}\"\n{rivals}\n\
         [experiment]\nreplications = {replications}\nweeks = 60\n"
    )
}

/// The market share of the scenario's strategy at the end, replication by replication.
fn shares(text: &str) -> Vec<f64> {
    let results = live(scenario(text), 1);
    let of_it = results.batch.runs.iter().filter(|run| run.strategy == 0);
    let ends = of_it.map(|run| run.weeks.last().expect("a last week").clone());
    ends.map(|end| end.customers as f64 / end.customers_of_all as f64).collect()
}

#[test]
fn equal_firms_share_the_market_equally() {
    for strategy in ["absent", "hybrid"] {
        let rivals = format!("[rivals.other]\nstrategy = \"{strategy}\"");
        let (share, error) = mean_and_error(&shares(&duel(strategy, &rivals, 64)));
        assert!(error < 0.0125 && (share - 0.5).abs() < 4.0 * error, "{share} ± {error}");
    }
}

#[test]
fn the_place_of_a_firm_is_no_advantage() {
    let one = shares(&duel("digital", "[rivals.other]\nstrategy = \"absent\"", 64));
    let other = shares(&duel("absent", "[rivals.other]\nstrategy = \"digital\"", 64));
    let differences: Vec<f64> = one.iter().zip(&other).map(|(a, b)| a - (1.0 - b)).collect();
    let (difference, error) = mean_and_error(&differences);
    assert!(error < 0.02 && difference.abs() < 4.0 * error, "{difference} ± {error}");
    let (share, error) = mean_and_error(&one);
    assert!(share > 0.5 + 4.0 * error, "whoever advertises has more: {share}");
}

/// Lives a scenario's first strategy against its rivals; `look` sees the market and what the week
/// before and this week brought to each firm.
fn watch(text: &str, mut look: impl FnMut(&Market, &[Facts], &[Facts])) {
    let scenario = scenario(text);
    let lasting = Draws::from_seed(1).in_replication(0);
    let ground = Ground::lay(&scenario).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut market = begin(&scenario, &ground, lasting);
    let rivals = scenario.rivals.iter().map(|rival| &rival.strategy);
    let strategies: Vec<&Strategy> =
        std::iter::once(&scenario.strategies[0]).chain(rivals).collect();
    let count = |firm: &stammtisch::firms::Firm| {
        firm.clientele.stage.iter().filter(|stage| **stage == Stage::Customer).count() as u64
    };
    let start = market.firms.iter();
    let mut before: Vec<Facts> =
        start.map(|firm| Facts { customers: count(firm), ..Facts::default() }).collect();
    for _ in 0..scenario.rules.horizon {
        let facts = week::live(&mut market, &strategies, &scenario.rules, lasting);
        look(&market, &before, &facts);
        before = facts;
    }
}

#[test]
fn nobody_is_the_customer_of_two_and_what_one_wins_another_loses() {
    let rivals = "[rivals.other]\nstrategy = \"social\"\n[rivals.third]\nprice = 6";
    for more in ["", "[people.buying]\ngroup = 3\nquorum = 0.3\n"] {
        let text = duel("digital", &format!("{rivals}\n{more}"), 1);
        let mut won_in_all = 0;
        watch(&text, |market, before, facts| {
            for i in 0..market.people.len() {
                let with = market.firms.iter().filter(|firm| firm.clientele.is_customer(i)).count();
                assert!(with <= 1, "customer of {with} firms");
            }
            for (before, facts) in before.iter().zip(facts) {
                let (joined, left) = (facts.joined_all(), facts.left_all());
                assert_eq!(facts.customers + left, before.customers + joined);
            }
            let won: u64 = facts.iter().map(|facts| facts.won_from_rivals).sum();
            let lost: u64 = facts.iter().map(|facts| facts.left[Reason::Rival as usize]).sum();
            assert_eq!(won, lost);
            won_in_all += won;
            let all: u64 = facts.iter().map(|facts| facts.customers).sum();
            assert!(facts.iter().all(|facts| facts.customers_of_all == all));
            let profits = facts.iter().map(|facts| facts.books.profit());
            let profit: Money = profits.sum();
            assert!(facts.iter().all(|f| f.rivals_profit + f.books.profit() == profit));
        });
        assert!(won_in_all > 5, "{won_in_all}");
    }
}

#[test]
fn whoever_is_lost_to_a_rival_has_not_lapsed() {
    watch(&duel("digital", "[rivals.other]", 1), |market, before, facts| {
        let own = &market.firms[0].clientele.stage;
        let lapsed = own.iter().filter(|stage| **stage == Stage::Lapsed).count() as u64;
        let lost = facts[0].left[Reason::Rival as usize];
        assert!(before[0].weeks == 0 || lapsed <= before[0].lapsed + facts[0].left_all() - lost);
    });
}

#[test]
fn without_switching_rivals_win_nobody_from_each_other() {
    let text = duel("hybrid", "[rivals.other]\nstrategy = \"hybrid\"", 1);
    let mut joined = 0;
    watch(&text.replace("switching = 0.8", "switching = 0"), |_, _, facts| {
        assert!(facts.iter().all(|facts| facts.won_from_rivals == 0));
        joined += facts[1].joined_all();
    });
    assert!(joined > 20, "{joined}");
}

fn plan(customers: f64) -> FirmPlan {
    FirmPlan {
        price: Money::from_number(5.0),
        unit_cost: Money::from_number(4.0),
        quality: Share(0.85),
        customers: Share(customers),
    }
}

#[test]
fn no_firm_has_the_first_choice_of_customers() {
    let (rules, traits, start) = (Rules::default(), Traits::default(), known_to_all(0.4));
    let (given, firms, lasting) = (Given::default(), [plan(0.4), plan(0.4)], Draws::from_seed(4));
    let beginning = Beginning {
        traits: &traits,
        start: &start,
        firms: &firms,
        given: &given,
        rules: &rules,
        lasting,
    };
    let market = beginning.market(&network(20_000, &[]));
    let values = |firm: usize| -> Vec<f64> {
        let customers = (0..20_000).filter(|&i| market.firms[firm].clientele.is_customer(i));
        customers.map(|i| f64::from(market.people.base_value[i])).collect()
    };
    let (one, other) = (values(0), values(1));
    assert_eq!((one.len(), other.len()), (8000, 8000));
    let ((one, error), (other, also)) = (mean_and_error(&one), mean_and_error(&other));
    let error = (error * error + also * also).sqrt();
    assert!((one - other).abs() < 4.0 * error && error < 0.01 * one, "{one} {other} ± {error}");
}

#[test]
fn no_firm_has_the_first_call_on_peoples_time() {
    let text = "[people]\ncount = 300\n[people.acceptance]\ncold = 0.45\nfatigue = 0\nbusy = 6\n\
                [objectives]\nbudget = 10000\n[strategies.it.hospitality]\nprospects = 1\nrest = 1\n\
                [rivals.other]\nstrategy = \"it\"\n[experiment]\nreplications = 1\nweeks = 100\n";
    let (mut taken, mut offered) = ([0.0; 2], [0.0; 2]);
    watch(text, |_, _, facts| {
        for (f, facts) in facts.iter().enumerate() {
            taken[f] += facts.taken[OfferKind::Hospitality as usize] as f64;
            offered[f] += facts.offered[OfferKind::Hospitality as usize] as f64;
        }
    });
    let [one, other] = [0, 1].map(|f| taken[f] / offered[f]);
    // By turns of a hundred weeks; whoever is always first has more by a quarter.
    assert!(taken[0] > 1000.0 && (one / other - 1.0).abs() < 0.1, "{one} and {other}");
}

#[test]
fn customers_move_between_two_firms_as_the_chain_says() {
    // Nobody leaves by himself. Each firm wins whoever is with nobody with chance p a week, and a
    // rival's customer with chance q; whom both win in one week goes to either.
    let (search, switching, people) = (0.3, 0.3, 60_000);
    let mut rules = silent();
    rules.adoption.search = WeeklyHazard(search);
    rules.rivalry.switching = Share(switching);
    let (traits, start, given) = (alike(), known_to_all(0.5), Given::default());
    let (firms, lasting) = ([plan(0.5), plan(0.1)], Draws::from_seed(3));
    let beginning = Beginning {
        traits: &traits,
        start: &start,
        firms: &firms,
        given: &given,
        rules: &rules,
        lasting,
    };
    let mut market = beginning.market(&network(people, &[]));
    rules.horizon = 10;
    let mut found = [[0.0; 2]; 11];
    let strategies = [Strategy::absent(), Strategy::absent()];
    simulate(&mut market, &strategies.each_ref(), &rules, lasting, |week, firm, facts| {
        found[week as usize][firm] = facts.customers as f64 / people as f64;
    });
    let chance = |hazard: f64| 1.0 - stammtisch::elementary::exp(-hazard);
    let (p, q) = (chance(search), chance(search * switching));
    let (mut one, mut other) = (0.5, 0.1);
    for found in &found[1..] {
        let free: f64 = 1.0 - one - other;
        let joins = free * (p * (1.0 - p) + p * p / 2.0);
        (one, other) = (one + joins + q * (other - one), other + joins + q * (one - other));
        assert_share(found[0], one, people, 0.03);
        assert_share(found[1], other, people, 0.06);
    }
    assert!(one - other < 0.1, "they come to meet: {one} {other}");
}

#[test]
fn a_better_alternative_outside_the_market_leaves_fewer_customers() {
    let ends: Vec<u64> = ["-0.4", "0", "0.4", "1"]
        .iter()
        .map(|outside| {
            let worth = format!("[people.worth]\noutside = {outside}");
            let results = live(scenario(&duel("hybrid", &worth, 8)), 1);
            let runs = results.batch.runs.iter().filter(|run| run.strategy == 0);
            runs.map(|run| run.weeks.last().map_or(0, |week| week.customers)).sum()
        })
        .collect();
    assert!(ends.windows(2).all(|pair| pair[1] < pair[0]), "{ends:?}");
}

#[test]
fn with_rivals_too_the_number_of_threads_changes_no_byte() {
    let rivals =
        "[rivals.other]\nstrategy = \"social\"\n[rivals.third]\n[people.buying]\ngroup = 3";
    let all = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
        pool.install(|| tables_of(&live(scenario(&duel("digital", rivals, 4)), 1)))
    };
    let alone = all(1);
    assert!(alone == all(2) && alone == all(7));
}
