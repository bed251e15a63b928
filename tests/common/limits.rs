//! Markets for the limits that are known exactly: everybody is alike, and only what is asked for happens.

use petgraph::graph::UnGraph;
use stammtisch::draws::{Draws, Key};
use stammtisch::facts::Facts;
use stammtisch::market::Market;
use stammtisch::population::Network;
use stammtisch::population::start::{Beginning, FirmPlan, Given, Start};
use stammtisch::population::traits::Traits;
use stammtisch::quantity::{Horizon, Money, Number, Quantity, Share, WeeklyHazard};
use stammtisch::rules::Rules;
use stammtisch::simulation::simulate;
use stammtisch::strategy::Strategy;

/// A hazard so large that it strikes in the first week.
pub(crate) const CERTAIN: WeeklyHazard = WeeklyHazard(1e9);

/// Rules under which nothing happens: nobody talks, joins or leaves, and ties stay as they are.
pub(crate) fn silent() -> Rules {
    let mut rules = Rules::default();
    let (none, never) = (Share(0.0), WeeklyHazard(0.0));
    let gains = &mut rules.gains;
    (gains.word_of_mouth, gains.public_opinion) = (none, none);
    (gains.trust, gains.contagion) = (none, none);
    rules.adoption.search = never;
    let leaving = &mut rules.leaving;
    (leaving.payment, leaving.usual, leaving.back) = (never, never, never);
    (leaving.satisfaction, leaving.surplus, leaving.trust) =
        (Number(0.0), Number(0.0), Number(0.0));
    leaving.trouble = never;
    (rules.turnover.bridge, rules.turnover.floor) = (never, none);
    (rules.contact.growth, rules.contact.decay) = (none, never);
    rules
}

/// People who differ in nothing but their luck. (A gamma variable of this shape is 1 to six digits.)
pub(crate) fn alike() -> Traits {
    Traits {
        value_spread: Number(0.0),
        fit_spread: Share(0.0),
        frailty_shape: Number(1e13),
        frailty_shared: Number(0.0),
        ..Traits::default()
    }
}

/// A firm that everybody knows, with so many customers, all of them new.
pub(crate) fn known_to_all(customers: f64) -> Start {
    Start {
        customers: Share(customers),
        aware: Share(1.0),
        lapsed: Share(0.0),
        firm_age: Horizon(1.0),
        ..Start::default()
    }
}

/// A network of so many people and the given ties, everybody in one circle.
pub(crate) fn network(people: usize, ties: &[(u32, u32)]) -> Network {
    let mut graph = UnGraph::with_capacity(people, ties.len());
    for _ in 0..people {
        graph.add_node(());
    }
    for &(one, other) in ties {
        graph.add_edge(one.into(), other.into(), None);
    }
    Network {
        keys: (0..people as u64).map(Key::of_number).collect(),
        names: Vec::new(),
        circles: vec![0; people],
        graph,
    }
}

/// A market before the first week. `given` may say who is a customer.
pub(crate) fn market(
    network: &Network,
    (traits, start, given): (&Traits, &Start, &Given),
    rules: &Rules,
    lasting: Draws,
) -> Market {
    let firm = FirmPlan {
        price: Money::from_number(5.0),
        unit_cost: Money::from_number(4.0),
        quality: Share(0.85),
        customers: start.customers,
    };
    let beginning = Beginning { traits, start, firms: &[firm], given, rules, lasting };
    beginning.market(network)
}

/// A market of so many people without any ties.
pub(crate) fn strangers(people: usize, traits: &Traits, start: &Start, rules: &Rules) -> Market {
    let parts = (traits, start, &Given::default());
    market(&network(people, &[]), parts, rules, Draws::from_seed(1))
}

/// Lives so many weeks without any programme; returns the facts of each week, week 0 first.
pub(crate) fn weeks(market: &mut Market, rules: &Rules, weeks: u32, lasting: Draws) -> Vec<Facts> {
    let mut all = Vec::new();
    let mut rules = rules.clone();
    rules.horizon = weeks;
    let observe = |_: u32, _: usize, facts: &Facts| all.push(facts.clone());
    simulate(market, &[&Strategy::absent()], &rules, lasting, observe);
    all
}

/// Fails unless a share of so many independent trials lies within four standard errors of its
/// exact value, and unless four standard errors are fine enough to see an error of this part.
#[track_caller]
pub(crate) fn assert_share(found: f64, exact: f64, trials: usize, visible: f64) {
    let error = (exact * (1.0 - exact) / trials as f64).sqrt();
    assert_near(found, exact, error, visible);
}

/// The same for a mean whose standard error is known.
///
/// Some two hundred such comparisons are made in all tests together. Four standard errors are
/// exceeded once in 16,000 by luck alone, so a correct engine fails any of them with less than
/// one chance in seventy for an arbitrary seed; and the seeds are fixed.
#[track_caller]
pub(crate) fn assert_near(found: f64, exact: f64, error: f64, visible: f64) {
    assert!(4.0 * error <= visible * exact, "too few trials: ±{} around {exact}", 4.0 * error);
    assert!((found - exact).abs() <= 4.0 * error, "{found} instead of {exact} ± {}", 4.0 * error);
}

/// Everybody knows everybody.
pub(crate) fn complete(people: u32) -> Vec<(u32, u32)> {
    (0..people).flat_map(|one| (one + 1..people).map(move |other| (one, other))).collect()
}

/// The mean of independent values, and its standard error.
pub(crate) fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0) / n).sqrt())
}
