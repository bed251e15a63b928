//! The bench: markets in which everybody is alike and only what is asked for happens, and many of them side by side.

use crate::draws::{Draws, Key};
use crate::facts::Facts;
use crate::market::Market;
use crate::measures;
use crate::population::Network;
use crate::population::start::{Beginning, FirmPlan, Given, Start};
use crate::population::traits::Traits;
use crate::quantity::{Horizon, Money, Number, Quantity, Share, WeeklyHazard};
use crate::rules::Rules;
use crate::simulation::simulate;
use crate::strategy::Strategy;
use petgraph::graph::UnGraph;
use rayon::prelude::*;

/// A hazard so large that it strikes in the first week.
pub const CERTAIN: WeeklyHazard = WeeklyHazard(1e9);

/// People in one market of a crowd: few enough to stay in the processor's near memory.
pub const MARKET: usize = 4000;

/// Rules under which nothing happens: nobody talks, joins or leaves, and ties stay as they are.
#[must_use]
pub fn silent() -> Rules {
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
    (leaving.trouble, leaving.company) = (never, Number(0.0));
    (rules.turnover.bridge, rules.turnover.floor) = (never, none);
    (rules.contact.growth, rules.contact.decay) = (Number(0.0), never);
    rules
}

/// People who differ in nothing but their luck. (A gamma variable of this shape is 1 to six digits.)
#[must_use]
pub fn alike() -> Traits {
    Traits {
        value_spread: Number(0.0),
        fit_spread: Share(0.0),
        frailty_shape: Number(1e13),
        frailty_shared: Share(0.0),
        ..Traits::default()
    }
}

/// A firm that everybody knows, with so many customers, all of them new.
#[must_use]
pub fn known_to_all(customers: f64) -> Start {
    Start {
        customers: Share(customers),
        aware: Share(1.0),
        lapsed: Share(0.0),
        firm_age: Horizon(1.0),
        ..Start::default()
    }
}

/// Everybody knows everybody.
#[must_use]
pub fn complete(people: u32) -> Vec<(u32, u32)> {
    (0..people).flat_map(|one| (one + 1..people).map(move |other| (one, other))).collect()
}

/// So many copies of a small network of so many people, beside each other.
#[must_use]
pub fn copies(count: u32, people: u32, ties: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let moved = |copy: u32| ties.iter().map(move |(a, b)| (copy * people + a, copy * people + b));
    (0..count).flat_map(moved).collect()
}

/// A network of so many people and the given ties, everybody in one circle.
#[must_use]
pub fn network(people: usize, ties: &[(u32, u32)]) -> Network {
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
#[must_use]
pub fn market(
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
#[must_use]
pub fn strangers(
    people: usize,
    traits: &Traits,
    start: &Start,
    rules: &Rules,
    lasting: Draws,
) -> Market {
    market(&network(people, &[]), (traits, start, &Given::default()), rules, lasting)
}

/// A network of people who are alike, the customers among them named one by one.
#[must_use]
pub fn seeded(network: &Network, is_seed: impl Fn(u32) -> bool, rules: &Rules) -> Market {
    let seeds = 0..network.people() as u32;
    let customer = seeds.map(|person| Some(f32::from(u8::from(is_seed(person))))).collect();
    let given = Given { customer, ..Given::default() };
    market(network, (&alike(), &known_to_all(0.0), &given), rules, Draws::from_seed(0))
}

/// Lives so many weeks without any programme; returns the facts of each week, week 0 first.
pub fn weeks(market: &mut Market, rules: &Rules, weeks: u32, lasting: Draws) -> Vec<Facts> {
    weeks_under(&Strategy::absent(), market, rules, weeks, lasting)
}

/// The same under a strategy.
pub fn weeks_under(
    strategy: &Strategy,
    market: &mut Market,
    rules: &Rules,
    weeks: u32,
    lasting: Draws,
) -> Vec<Facts> {
    let mut all = Vec::new();
    let mut rules = rules.clone();
    rules.horizon = weeks;
    let observe = |_: u32, _: usize, facts: &Facts| all.push(facts.clone());
    simulate(market, &[strategy], &rules, lasting, observe);
    all
}

/// A measure of all weeks together; not a number where there is nothing to tell.
#[must_use]
pub fn measured(id: &str, facts: &[Facts]) -> f64 {
    let mut total = Facts::default();
    for week in facts {
        total.absorb(week);
    }
    measures::by_id(id).and_then(|measure| measure.of(&total)).unwrap_or(f64::NAN)
}

/// Lives a market until it has no customers any more: a cascade is then over.
pub fn until_over(market: &mut Market, rules: &Rules, lasting: Draws) {
    let is_customer = |market: &Market| {
        let clientele = &market.firms[0].clientele;
        (0..clientele.stage.len()).any(|i| clientele.is_customer(i))
    };
    while is_customer(market) {
        crate::week::live(market, &[&Strategy::absent()], rules, lasting);
    }
}

/// Lives so many markets side by side, each by luck of its own.
#[must_use]
pub fn each<T: Send>(markets: usize, luck: Draws, live: impl Fn(Draws) -> T + Sync) -> Vec<T> {
    let own = |market: usize| live(luck.in_replication(market as u32));
    (0..markets).into_par_iter().map(own).collect()
}

/// The same; adds up what is counted in each.
#[must_use]
pub fn add_up(markets: usize, luck: Draws, live: impl Fn(Draws) -> Vec<f64> + Sync) -> Vec<f64> {
    let all = each(markets, luck, live);
    let mut sums = vec![0.0; all.first().map_or(0, Vec::len)];
    for counts in all {
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    sums
}

/// A crowd: many markets of strangers, who have nothing to do with each other.
#[derive(Clone, Copy, Debug)]
pub struct Crowd<'a> {
    /// At least so many people.
    pub people: usize,
    /// Who they are.
    pub traits: &'a Traits,
    /// How they stand with the firm.
    pub start: &'a Start,
    /// What happens to them.
    pub rules: &'a Rules,
}

impl Crowd<'_> {
    /// How many markets they fill.
    #[must_use]
    pub const fn markets(&self) -> usize {
        self.people.div_ceil(MARKET)
    }

    /// How many people there are.
    #[must_use]
    pub const fn size(&self) -> f64 {
        (self.markets() * MARKET) as f64
    }

    /// Lives so many weeks, and adds up what is counted in the facts of each market.
    #[must_use]
    pub fn live(
        &self,
        weeks: u32,
        luck: Draws,
        count: impl Fn(&[Facts]) -> Vec<f64> + Sync,
    ) -> Vec<f64> {
        self.live_under(&Strategy::absent(), weeks, luck, count)
    }

    /// The same under a strategy.
    #[must_use]
    pub fn live_under(
        &self,
        strategy: &Strategy,
        weeks: u32,
        luck: Draws,
        count: impl Fn(&[Facts]) -> Vec<f64> + Sync,
    ) -> Vec<f64> {
        add_up(self.markets(), luck, |luck| {
            let mut market = strangers(MARKET, self.traits, self.start, self.rules, luck);
            count(&weeks_under(strategy, &mut market, self.rules, weeks, luck))
        })
    }
}
