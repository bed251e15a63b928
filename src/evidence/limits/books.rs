//! Nothing is lost and nothing comes from nowhere (C3): heads and money add up in every week of a market in which all happens.

use super::{Comparison, Limit};
use crate::draws::Draws;
use crate::evidence::laboratory::World;
use crate::facts::Facts;
use crate::firms::Stage;
use crate::ledger::{Page, discount_factor};
use crate::quantity::Money;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[Limit {
    id: "C3-conservation",
    statement: "In every week customers are those of before, and who joined, less who left, and the books close to the millionth.",
    source: "identities of accounting",
    compare: conservation,
}];

const WORLD: &str = "
[people]
count = 400
[people.visibility]
seen = 0.002
[objectives]
budget = 250
[strategies.it]
preset = \"hybrid\"
[experiment]
weeks = 80
";

/// What must be equal in every week, by its name.
type Identity = (&'static str, fn(&Week) -> bool);

/// A week, and all that is needed to see whether it adds up.
struct Week<'a> {
    world: &'a World,
    before: u64,
    facts: &'a Facts,
    page: &'a Page,
}

impl Week<'_> {
    /// Units bought this week, by the firm's records of people and not by its counts.
    fn units(&self) -> f64 {
        (0..self.world.people()).map(|i| f64::from(self.world.clientele().units(i))).sum()
    }

    fn at(&self, wanted: Stage) -> u64 {
        let stages = &self.world.clientele().stage;
        stages.iter().filter(|stage| **stage == wanted).count() as u64
    }

    /// Customers who joined this week, by the firm's records of people and not by its counts.
    fn newcomers(&self) -> u64 {
        let (week, clientele) = (self.world.market.week as i16 - 1, self.world.clientele());
        let joined = clientele.joined.iter().zip(&clientele.stage);
        joined.filter(|(joined, stage)| **joined == week && **stage == Stage::Customer).count()
            as u64
    }
}

const IDENTITIES: [Identity; 8] = [
    ("customers and who left", |week| {
        week.facts.customers + week.facts.left_all() == week.before + week.facts.joined_all()
    }),
    ("people by where they stand", |week| {
        let counted = [week.facts.aware, week.facts.customers, week.facts.lapsed];
        let found = [Stage::Aware, Stage::Customer, Stage::Lapsed].map(|stage| week.at(stage));
        counted == found && found.iter().sum::<u64>() + week.at(Stage::Unaware) == 400
    }),
    ("acquisitions by cause", |week| week.newcomers() == week.facts.joined_all()),
    ("revenue", |week| week.page.revenue == week.world.market.firms[0].price.scaled(week.units())),
    ("costs of serving", |week| {
        week.page.unit_costs == week.world.market.firms[0].unit_cost.scaled(week.units())
    }),
    ("profit", |week| {
        week.page.profit() == week.page.revenue - week.page.unit_costs - week.page.spend()
    }),
    ("allowance", |week| {
        let allowance = week.world.scenario.strategies[0].allowance.scaled(0.4);
        week.page.spend() + week.page.unspent == allowance
            && week.page.unspent >= Money::ZERO
            && week.page.media <= week.page.programmes[0]
    }),
    ("books in the value of week 0", |week| {
        let week_of_market = week.world.market.week - 1;
        let factor = discount_factor(week.world.scenario.rules.discount, week_of_market);
        week.facts.books == week.page.discounted(factor)
    }),
];

fn conservation(luck: Draws) -> Vec<Comparison> {
    let at_will = WORLD.replace("[objectives]", "[people.purchases]\nrate = 0.2\n[objectives]");
    let mut compared = conserved("", WORLD, luck);
    compared.extend(conserved("no subscribers: ", &at_will, luck));
    compared
}

fn conserved(which: &str, text: &str, luck: Draws) -> Vec<Comparison> {
    let mut world = World::of(text, luck);
    let is_customer = |world: &World, i: usize| world.clientele().is_customer(i);
    let mut before = (0..world.people()).filter(|&i| is_customer(&world, i)).count() as u64;
    let mut off = [0.0; IDENTITIES.len()];
    let (weeks, mut pages) = (world.scenario.rules.horizon, 0);
    for _ in 0..weeks {
        let facts = world.live(0);
        let books = world.market.firms[0].ledger.pages();
        pages = books.len();
        let Some(page) = books.last() else { continue };
        let week = Week { world: &world, before, facts: &facts, page };
        for (off, (_, holds)) in off.iter_mut().zip(IDENTITIES) {
            *off += f64::from(u8::from(!holds(&week)));
        }
        before = facts.customers;
    }
    let identity = |((name, _), off): (Identity, f64)| {
        Comparison::counted(format!("{which}weeks in which it does not add up, {name}"), 0.0, off)
    };
    let pages =
        Comparison::counted(format!("{which}pages of the books"), f64::from(weeks), pages as f64);
    IDENTITIES.into_iter().zip(off).map(identity).chain([pages]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_happens_in_the_world_that_is_watched() {
        let mut world = World::of(WORLD, Draws::from_seed(1));
        let (mut moved, mut spent) = (0, Money::ZERO);
        for _ in 0..world.scenario.rules.horizon {
            let facts = world.live(0);
            moved += facts.joined_all().min(facts.left_all());
            spent += facts.paid;
        }
        assert!(moved > 40 && spent > Money::ZERO, "{moved}");
    }
}
