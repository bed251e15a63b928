//! What is a matter of convention (C11): the currency, and the order in which people stand.

use super::bench::{market, measured, network, weeks};
use super::metamorphic::{USED, WORLD, apart, of_its_own, without_money};
use super::{Comparison, Limit};
use crate::draws::Draws;
use crate::evidence::laboratory::{self, World};
use crate::experiment::ground::Ground;
use crate::experiment::replicate::begin;
use crate::facts::Facts;
use crate::parameters::Parameters;
use crate::population::start::{Given, Start};
use crate::population::traits::Traits;
use crate::population::{Generator, Network};
use crate::programmes::Programme;
use crate::programmes::advertising::Advertising;
use crate::programmes::introductions::Introductions;
use crate::quantity::{Money, Quantity, Share};
use crate::rules::{Rules, Visitor};
use crate::strategy::{Line, Strategy};

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C11-currency",
        statement: "In a currency of half the value all money is doubled, and nothing else changes.",
        source: "scale invariance",
        compare: currency,
    },
    Limit {
        id: "C11-order",
        statement: "In which order people stand in the columns changes nothing that they do.",
        source: "relabelling",
        compare: order,
    },
];

/// Makes every amount of money so many times what it is.
struct Currency(f64);

impl Currency {
    fn convert<P: Parameters>(&self, group: &mut P) {
        for (spec, value) in group.values().into_iter().filter(|(spec, _)| spec.unit == "money") {
            group.set(spec.name, value * self.0);
        }
    }

    fn line<P: Parameters + Programme + 'static>(&self, share: f64) -> Line {
        let mut programme = P::default();
        self.convert(&mut programme);
        Line::always("programme", share, of_its_own(programme))
    }

    /// Lives the weeks of the same world in this currency.
    fn lived(&self, luck: Draws) -> Vec<Facts> {
        let mut scenario = laboratory::scenario(&format!("{WORLD}{USED}"));
        scenario.visit(&mut Self(self.0));
        let market = begin(&scenario, &Ground::default(), luck);
        let strategy = Strategy {
            lines: vec![self.line::<Advertising>(0.7), self.line::<Introductions>(0.3)],
            allowance: Money::from_number(30.0 * self.0),
            ..Strategy::absent()
        };
        let mut world = World { scenario, market, luck };
        (0..60).map(|_| world.live_under(&strategy)).collect()
    }
}

impl Visitor for Currency {
    fn group<G: Parameters>(&mut self, _: &[&'static str], group: &mut G) {
        self.convert(group);
    }
}

fn currency(luck: Draws) -> Vec<Comparison> {
    let [plain, double] = [1.0, 2.0].map(|times| Currency(times).lived(luck));
    let doubled = |id: &str| {
        let (one, two) = (measured(id, &plain), measured(id, &double));
        Comparison::single(format!("{}, doubled", id.replace('_', " ")), 2.0 * one, two)
    };
    let differ = apart(&plain, &double, without_money);
    let all = [Comparison::counted("weeks that differ but for money", 0.0, differ)];
    all.into_iter()
        .chain(["revenue", "spend", "profit", "willingness_to_pay"].map(doubled))
        .collect()
}

/// The same people and ties in another order.
fn turned(network: &Network) -> Network {
    let people = network.people();
    // A step that has no factor in common with the length visits each place once.
    let place = |i: usize| (i * 7 + 11) % people;
    let mut pairs: Vec<(u32, u32)> = network
        .pairs()
        .map(|(a, b)| (place(a).min(place(b)) as u32, place(a).max(place(b)) as u32))
        .collect();
    pairs.sort_unstable();
    let mut turned = self::network(people, &pairs);
    for i in 0..people {
        turned.keys[place(i)] = network.keys[i];
        turned.circles[place(i)] = network.circles[i];
    }
    turned
}

fn order(luck: Draws) -> Vec<Comparison> {
    let mut rules = Rules::default();
    // Strangers are drawn by their number; everybody else by key.
    rules.turnover.closure = Share(1.0);
    let network = Generator::default().generate(300, luck);
    let lived = |network: &Network| {
        let parts = (&Traits::default(), &Start::default(), &Given::default());
        weeks(&mut market(network, parts, &rules, luck), &rules, 26, luck)
    };
    let (plain, other) = (lived(&network), lived(&turned(&network)));
    vec![Comparison::counted(
        "weeks that differ in another order",
        0.0,
        apart(&plain, &other, without_money),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_in_another_order_stand_elsewhere() {
        let network = Generator::default().generate(300, Draws::from_seed(1));
        let turned = turned(&network);
        assert!(network.keys.iter().zip(&turned.keys).filter(|(a, b)| a != b).count() > 290);
        assert_eq!(network.graph.edge_count(), turned.graph.edge_count());
    }
}
