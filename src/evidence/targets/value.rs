//! Findings about the value of customers: what a better retention, margin or acquisition cost is worth.

use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::ledger::discount_factor;
use crate::parameters::{Grade, Role};
use crate::quantity::{Quantity, WEEKS_A_YEAR};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B42",
    statement: "What customers are worth depends far more on how many of them stay a year than on margin, on the discount rate, or least of all on what it costs to win them.",
    published: "One per cent more of it raises value by 3 to 7 % (retention), about 1 % (margin), and one per cent less of it by .02 to .3 % (acquisition cost), or by about a fifth of what retention does (discount rate).",
    design: "The value of the present and the future customers of five firms, from their yearly retention rates, margins, acquisition costs and a discount rate, each moved by one per cent while as many customers are won as before. Repeated with the present customers of a firm that advertises and with those it wins in ten years, all followed for twenty: retention is moved by a factor of 1.01 on each customer's chance to stay a year, with the same luck, and what a customer of each year is then worth is counted for the same number of customers; the other three are moved in the books. Churn is the lowest that its ranges allow, since by the paper's own formula its numbers are those of firms that keep about .75 to .95 of their customers a year; it makes .84. The bands of margin (one, and the acquisition cost on top) and of the discount rate (a fifth, half of it more or less) are ours. The first design let the number of customers won answer too, and fell short of the band: who leaves may be won again, and who stays cannot. It was changed to the paper's, which holds that number fixed, after that was seen.",
    source: "Gupta, Lehmann and Stuart 2004, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "The yearly discount rate of the objectives is read from it. Given that and the share of customers who stay a year, the elasticities follow by arithmetic (C3), and the share is chosen here as the paper has it; with the usual churn, by which .6 stay, retention would fall short of its band. So it proves that the books are right and nothing about the world.",
    with: None,
    parts: &[
        Part::number("elasticity of value to yearly retention", Expected::Band(3.0, 7.0)),
        Part::number("elasticity of value to margin", Expected::Band(1.0, 1.3)),
        Part::number(
            "elasticity of value to acquisition cost, its sign turned",
            Expected::Band(0.02, 0.3),
        ),
        Part::number(
            "elasticity to the discount rate against that to retention, its sign turned",
            Expected::Band(0.1, 0.3),
        ),
    ],
    test: Test::Trial { worlds: 6, of: elasticities },
    miss: "",
}];

/// A firm that keeps about .85 of its customers a year and wins new ones by advertising.
const ADVERTISER: &str = "
[people]
count = 1000

[people.leaving]
payment = 0.0019
usual = 0.002

[strategies.advertiser.advertising]
share = 1.0
";

/// Twenty years, in the first ten of which customers are won who count.
const WEEKS: u32 = 1040;
const WON: usize = 520;
/// One per cent more.
const MORE: f64 = 1.01;
/// The customers of week 0, and those won in each of the ten years.
const COHORTS: usize = 1 + WON / 52;

/// B42: what value answers to one per cent of each.
fn elasticities(luck: Draws) -> Vec<Option<f64>> {
    let world = World::of(ADVERTISER, luck);
    let (usual, better, worse) = (live(&world, 1.0), live(&world, MORE), live(&world, 1.0 / MORE));
    let (rate, less) = (world.scenario.rules.discount, 1.0 / MORE);
    let of = |life: &Life, margin, cost, rate| {
        // How many are won is what it is; what each is worth is that of the life.
        life.worth(rate).iter().zip(usual.won).map(|(worth, won)| worth * won).sum::<f64>() * margin
            - cost * usual.spent(rate)
    };
    let retention = elasticity(of(&better, 1.0, 1.0, rate), of(&worse, 1.0, 1.0, rate));
    let margin = elasticity(of(&usual, MORE, 1.0, rate), of(&usual, less, 1.0, rate));
    let cost = elasticity(of(&usual, 1.0, less, rate), of(&usual, 1.0, MORE, rate));
    let discount = elasticity(of(&usual, 1.0, 1.0, rate * less), of(&usual, 1.0, 1.0, rate * MORE));
    let against = discount.zip(retention).map(|(discount, retention)| discount / retention);
    vec![retention, margin, cost, against]
}

/// The elasticity, from what value is with one per cent more and with one per cent less.
fn elasticity(more: f64, less: f64) -> Option<f64> {
    (more > 0.0 && less > 0.0).then(|| (ln(more) - ln(less)) / (2.0 * ln(MORE)))
}

/// What twenty years brought.
#[derive(Clone, Debug, Default)]
struct Life {
    /// What a customer leaves in a week after the cost of serving him.
    margin: f64,
    /// How many customers each cohort began with.
    won: [f64; COHORTS],
    /// How many of each cohort are customers in each week. Who left and comes back is won anew.
    left: Vec<[f64; COHORTS]>,
    /// What winning customers cost in each week of the ten years.
    cost: Vec<f64>,
}

/// The life of a firm whose customers each have so many times their usual chance to stay a year.
fn live(world: &World, staying: f64) -> Life {
    let mut world = world.twin(ADVERTISER);
    // What everybody's hazard is less, the chance to stay a year is more by this factor.
    world.scenario.rules.leaving.payment.0 -= ln(staying) / WEEKS_A_YEAR;
    let firm = &world.market.firms[0];
    let mut life = Life { margin: (firm.price - firm.unit_cost).to_number(), ..Life::default() };
    life.won[0] = cohorts(&world)[0];
    for week in 0..WEEKS as usize {
        let facts = world.live(0);
        life.left.push(cohorts(&world));
        if week < WON {
            life.won[1 + week / 52] += facts.joined_all() as f64;
            life.cost.push(facts.paid.to_number());
        }
    }
    life
}

/// How many customers there are of each cohort.
fn cohorts(world: &World) -> [f64; COHORTS] {
    let mut cohorts = [0.0; COHORTS];
    for i in (0..world.people()).filter(|&i| world.clientele().is_customer(i)) {
        let joined = usize::try_from(world.clientele().joined[i]);
        let cohort = joined.map_or(0, |week| 1 + week / 52);
        if let Some(of_cohort) = cohorts.get_mut(cohort) {
            *of_cohort += 1.0;
        }
    }
    cohorts
}

impl Life {
    /// What a customer of each cohort is worth in week 0.
    fn worth(&self, rate: f64) -> [f64; COHORTS] {
        let mut worth = [0.0; COHORTS];
        for (week, left) in (0..).zip(&self.left) {
            let today = self.margin * discount_factor(rate, week);
            for ((worth, left), won) in worth.iter_mut().zip(left).zip(self.won) {
                *worth += today * left / f64::max(won, 1.0);
            }
        }
        worth
    }

    /// What winning customers cost, in week 0.
    fn spent(&self, rate: f64) -> f64 {
        (0..).zip(&self.cost).map(|(week, cost)| cost * discount_factor(rate, week)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_its_elasticities_are_those_of_customers_who_leave_at_a_steady_rate() {
        // Of ten customers a share r stays each year: V = 10 / (1 − x) with x = r^(1/52) (1 + i)^(−1/52),
        // so the elasticity to r is x / (52 (1 − x)).
        let life = |retention: f64| {
            let left = |week: u32| 10.0 * discount_factor(1.0 / retention - 1.0, week);
            let mut life = Life { margin: 1.0, ..Life::default() };
            life.won[0] = 10.0;
            life.left = (0..WEEKS)
                .map(|week| std::array::from_fn(|k| if k == 0 { left(week) } else { 0.0 }))
                .collect();
            life
        };
        let value = |retention: f64| 10.0 * life(retention).worth(0.1)[0];
        let x = discount_factor(0.1, 1) * discount_factor(1.0 / 0.7 - 1.0, 1);
        // What twenty years leave out is a ten-thousandth.
        let exact = 10.0 / (1.0 - x);
        assert!((value(0.7) / exact - 1.0).abs() < 2e-4, "{} instead of {exact}", value(0.7));
        let found = elasticity(value(0.7 * MORE), value(0.7 / MORE)).unwrap();
        assert!((found - x / (52.0 * (1.0 - x))).abs() < 0.01, "{found}");
        assert_eq!(elasticity(-1.0, 1.0), None);
    }

    #[test]
    fn customers_are_of_the_year_in_which_they_were_won() {
        let mut world = World::of(ADVERTISER, Draws::from_seed(1));
        let before = cohorts(&world);
        assert!(before[0] > 0.0 && before[1..].iter().all(|&none| none == 0.0));
        for _ in 0..60 {
            world.live(0);
        }
        let now = cohorts(&world);
        assert!(now[0] < before[0] && now[1] > now[2] && now[2] > 0.0 && now[3] == 0.0, "{now:?}");
    }
}
