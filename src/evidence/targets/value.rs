//! Findings about the value of customers: what a better retention, margin or acquisition cost is worth.

use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::ledger::{Page, discount_factor};
use crate::parameters::{Grade, Role};
use crate::quantity::{Money, Quantity, WEEKS_A_YEAR};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B42",
    statement: "What customers are worth depends far more on how many of them stay a year than on margin, on the discount rate, or least of all on what it costs to win them.",
    published: "One per cent more of it raises value by 3 to 7 % (retention), about 1 % (margin), and one per cent less of it by .02 to .3 % (acquisition cost), or by about a fifth of what retention does (discount rate).",
    design: "The value of the present and the future customers of five firms without end, from their yearly retention rates, margins, acquisition costs and a discount rate, each moved by one per cent. Repeated with a firm that advertises for twenty years, what comes after being a perpetuity of the last five; retention is moved by a factor of 1.01 on each customer's chance to stay a year, the other three in the books. Churn is the lowest that its ranges allow, since the firms of the paper keep about three to nineteen in twenty of their customers: it makes about .85 a year. The bands of margin (one, and one more by the acquisition cost) and of the discount rate (a fifth, half of it more or less) are ours.",
    source: "Gupta, Lehmann and Stuart 2004, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "The yearly discount rate of the objectives is read from it; no parameter reads what a change is worth.",
    with: None,
    parts: &[
        Part::number("elasticity of value to yearly retention", Expected::Band(3.0, 7.0)),
        Part::number("elasticity of value to margin", Expected::Band(1.0, 1.3)),
        Part::number("elasticity of value to acquisition cost, its sign turned", Expected::Band(0.02, 0.3)),
        Part::number("elasticity to the discount rate against that to retention, its sign turned", Expected::Band(0.1, 0.3)),
    ],
    test: Test::Trial { worlds: 8, of: elasticities },
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

/// Twenty years.
const WEEKS: u32 = 1040;
/// The last five, which stand for all that comes after.
const LAST: usize = 260;
/// One per cent more.
const MORE: f64 = 1.01;

/// B42: what value answers to one per cent of each.
fn elasticities(luck: Draws) -> Vec<Option<f64>> {
    let world = World::of(ADVERTISER, luck);
    let (usual, better, worse) = (life(&world, 1.0), life(&world, MORE), life(&world, 1.0 / MORE));
    let rate = world.scenario.rules.discount;
    let of = |flows: &[Flow], margin, cost, rate| value(flows, (margin, cost), rate);
    let retention = elasticity(of(&better, 1.0, 1.0, rate), of(&worse, 1.0, 1.0, rate));
    let less = 1.0 / MORE;
    let margin = elasticity(of(&usual, MORE, 1.0, rate), of(&usual, less, 1.0, rate));
    let cost = elasticity(of(&usual, 1.0, less, rate), of(&usual, 1.0, MORE, rate));
    let discount =
        elasticity(of(&usual, 1.0, 1.0, rate * less), of(&usual, 1.0, 1.0, rate * MORE));
    let against = discount.zip(retention).map(|(discount, retention)| discount / retention);
    vec![retention, margin, cost, against]
}

/// What a week brought: what customers left after the cost of serving them, and what winning them cost.
#[derive(Clone, Copy, Debug)]
struct Flow {
    margin: f64,
    cost: f64,
}

impl Flow {
    fn of(page: &Page) -> Self {
        let number = |money: Money| money.to_number();
        Self { margin: number(page.revenue - page.unit_costs), cost: number(page.spend()) }
    }
}

/// The weeks of a firm whose customers each have so many times their usual chance to stay a year.
fn life(world: &World, staying: f64) -> Vec<Flow> {
    let mut world = world.twin(ADVERTISER);
    // What everybody's hazard is less, the chance to stay a year is more by this factor.
    world.scenario.rules.leaving.payment.0 -= ln(staying) / WEEKS_A_YEAR;
    for _ in 0..WEEKS {
        world.live(0);
    }
    world.market.firms[0].ledger.pages().iter().map(Flow::of).collect()
}

/// The value of all customers at a discount rate, with margins and costs moved by factors.
fn value(flows: &[Flow], (margin, cost): (f64, f64), rate: f64) -> f64 {
    let worth = |flow: &Flow| margin * flow.margin - cost * flow.cost;
    let lived: f64 = (0..)
        .zip(flows)
        .map(|(week, flow)| worth(flow) * discount_factor(rate, week))
        .sum();
    let last = &flows[flows.len() - LAST..];
    let settled = last.iter().map(worth).sum::<f64>() / LAST as f64;
    let a_week = discount_factor(rate, 1);
    lived + settled * discount_factor(rate, WEEKS) / (1.0 - a_week)
}

/// The elasticity, from what value is with one per cent more and with one per cent less.
fn elasticity(more: f64, less: f64) -> Option<f64> {
    (more > 0.0 && less > 0.0).then(|| (ln(more) - ln(less)) / (2.0 * ln(MORE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_is_that_of_a_perpetuity_and_its_elasticities_are_known() {
        let flows = vec![Flow { margin: 1.2, cost: 0.2 }; WEEKS as usize];
        let of = |margin, cost, rate| value(&flows, (margin, cost), rate);
        let a_week = discount_factor(0.1, 1);
        assert!((of(1.0, 1.0, 0.1) - 1.0 / (1.0 - a_week)).abs() < 1e-9);
        let margin = elasticity(of(MORE, 1.0, 0.1), of(1.0 / MORE, 1.0, 0.1)).unwrap();
        let cost = elasticity(of(1.0, 1.0 / MORE, 0.1), of(1.0, MORE, 0.1)).unwrap();
        assert!((margin - 1.2).abs() < 1e-4 && (cost - 0.2).abs() < 1e-4, "{margin} {cost}");
        assert_eq!(elasticity(-1.0, 1.0), None);
    }
}
