//! The reference model "adopt, talk, lapse": the least that every simulator of customers on a network can do, by the engine's own processes.
//!
//! A prospect with k customers among the neighbours joins in a week with chance
//! 1 − (1 − p)(1 − q)^k; a customer lapses with chance h, and with 1.8 h in the week after a
//! neighbour lapsed; who has lapsed becomes a prospect again with chance r. Everything else is
//! silent. So the engine stands beside simulators that can do no more, and is held against a
//! direct implementation by a test (`tests/reference.rs`).

use super::limits::bench::{alike, known_to_all, silent};
use crate::draws::Draws;
use crate::elementary::ln;
use crate::facts::Facts;
use crate::firms::Source;
use crate::market::Market;
use crate::population::Network;
use crate::population::start::{Beginning, FirmPlan, Given};
use crate::quantity::{Money, Number, Quantity, Share, WeeklyHazard, Weeks};
use crate::rules::Rules;
use crate::strategy::Strategy;

/// Chance that a prospect joins unprompted in a week.
pub const UNPROMPTED: f64 = 0.001;
/// Chance that one customer among the neighbours makes a prospect join in a week.
pub const BY_A_NEIGHBOUR: f64 = 0.01;
/// Chance that a customer lapses in a week.
pub const LAPSES: f64 = 0.02;
/// By what that is multiplied in the week after a neighbour lapsed.
pub const AFTER_A_LOSS: f64 = 1.8;
/// Chance that someone who lapsed becomes a prospect again in a week.
pub const RETURNS: f64 = 0.005;

/// The hazard behind a weekly chance.
fn hazard(chance: f64) -> f64 {
    -ln(1.0 - chance)
}

/// The rules of the reference model, for so many weeks.
#[must_use]
pub fn rules(weeks: u32) -> Rules {
    let mut rules = silent();
    rules.horizon = weeks;
    // The model tells who is where each week; nobody asks for more.
    rules.counts_heads_only = true;
    rules.adoption.search = WeeklyHazard(hazard(UNPROMPTED));
    rules.visibility.seen = WeeklyHazard(hazard(BY_A_NEIGHBOUR));
    rules.gains.contagion = Share(1.0);
    rules.turnover.seeking = Share(1.0);
    let leaving = &mut rules.leaving;
    leaving.usual = WeeklyHazard(hazard(LAPSES));
    leaving.contagion = Number(hazard(AFTER_A_LOSS * LAPSES) / hazard(LAPSES));
    // A loss is felt in the week after, and several no more than one.
    (leaving.loss_memory, leaving.losses_felt) = (Weeks(0.0), Number(1.0));
    leaving.back = WeeklyHazard(hazard(RETURNS));
    // Nobody stays or leaves for what a week was like, so nobody remembers it.
    rules.relationship.freshness = Share(0.0);
    rules
}

/// A market without customers, in which nobody has time to meet: nobody says a word. Nobody has a
/// bad week, either.
#[must_use]
pub fn market(network: &Network, lasting: Draws) -> Market {
    let given = Given { sociability: vec![Some(0.0); network.people()], ..Given::default() };
    let (traits, start, rules) = (alike(), known_to_all(0.0), rules(0));
    let firm = FirmPlan {
        price: Money::from_number(5.0),
        unit_cost: Money::from_number(4.0),
        quality: Share(1.0),
        customers: Share(0.0),
    };
    let beginning = Beginning {
        traits: &traits,
        start: &start,
        firms: &[firm],
        given: &given,
        rules: &rules,
        lasting,
    };
    beginning.market(network)
}

/// The firm does nothing.
#[must_use]
pub fn strategy() -> Strategy {
    Strategy::absent()
}

/// Of a week: prospects, customers, lapsed people, and who joined unprompted and by neighbours.
#[must_use]
pub fn row(facts: &Facts, people: usize) -> [u64; 5] {
    let prospects = people as u64 - facts.customers - facts.lapsed;
    let joined = |source: Source| facts.joined[source.index()];
    [prospects, facts.customers, facts.lapsed, joined(Source::Search), joined(Source::Visibility)]
}
