//! How long customers stay (C2): the laws of survival that competing hazards and contracts imply.

use super::bench::{Crowd, alike, known_to_all, silent};
use super::{Comparison, Limit, enough_for_share};
use crate::draws::Draws;
use crate::elementary::{exp, ln, power};
use crate::facts::Facts;
use crate::firms::Reason;
use crate::population::start::Start;
use crate::population::traits::Traits;
use crate::quantity::{Horizon, Number, WeeklyHazard};
use crate::rules::Rules;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C2-geometric",
        statement: "Customers who are alike survive geometrically.",
        source: "constant hazard",
        compare: geometric,
    },
    Limit {
        id: "C2-floor",
        statement: "Failed payments are a floor under churn: hazards add, and each loss has one cause, in proportion.",
        source: "competing hazards",
        compare: payment_floor,
    },
    Limit {
        id: "C2-frailty",
        statement: "Where readiness to leave is gamma distributed, aggregate churn falls as the mixture says.",
        source: "Vaupel, Manton and Stallard 1979",
        compare: frailty,
    },
    Limit {
        id: "C2-survivors",
        statement: "Customers of an old firm have the frailties of those who are left of all who ever joined.",
        source: "Vaupel, Manton and Stallard 1979",
        compare: survivors,
    },
    Limit {
        id: "C2-flows",
        statement: "Customers come, go and return as the flows say, and settle where they balance.",
        source: "two flows, with a wait before returning",
        compare: flows,
    },
];

/// Compares the share of first customers who never left after so many weeks.
fn left(
    (traits, start, rules): (&Traits, &Start, &Rules),
    weeks: &[usize],
    exact: impl Fn(f64) -> f64,
    luck: Draws,
) -> Vec<Comparison> {
    let shares: Vec<f64> = weeks.iter().map(|&week| exact(week as f64)).collect();
    let people = enough_for_share(shares.iter().copied().fold(1.0, f64::min));
    let crowd = Crowd { people, traits, start, rules };
    let last = weeks.iter().max().map_or(0, |&last| last as u32);
    let found = crowd
        .live(last, luck, |facts| weeks.iter().map(|&week| facts[week].loyal as f64).collect());
    let compare = |((week, share), found): ((&usize, &f64), f64)| {
        Comparison::share(format!("still customers, week {week}"), *share, found, crowd.size())
    };
    weeks.iter().zip(&shares).zip(found).map(compare).collect()
}

fn geometric(luck: Draws) -> Vec<Comparison> {
    let mut rules = silent();
    rules.leaving.usual = WeeklyHazard(0.1);
    let parts = (&alike(), &known_to_all(1.0), &rules);
    left(parts, &[3, 6, 10], |week| exp(-0.1 * week), luck)
}

fn payment_floor(luck: Draws) -> Vec<Comparison> {
    let (payment, own, weeks) = (0.06, 0.04, [3, 10]);
    let mut rules = silent();
    (rules.leaving.payment, rules.leaving.usual) = (WeeklyHazard(payment), WeeklyHazard(own));
    let (traits, start) = (alike(), known_to_all(1.0));
    let exact = |week: usize| exp(-(payment + own) * week as f64);
    let people = enough_for_share(exact(10));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let found = crowd.live(10, luck, |facts| {
        let by = |reason: Reason| facts.iter().map(|f| f.left[reason as usize] as f64).sum::<f64>();
        let all = facts.iter().map(|facts| facts.left_all() as f64).sum::<f64>();
        let loyal = weeks.map(|week| facts[week].loyal as f64);
        vec![loyal[0], loyal[1], by(Reason::Payment), by(Reason::Judgement), all]
    });
    let share = |at: usize| {
        let what = format!("still customers, week {}", weeks[at]);
        Comparison::share(what, exact(weeks[at]), found[at], crowd.size())
    };
    let (failed, losses) = (found[2], found[4]);
    vec![
        share(0),
        share(1),
        Comparison::share("losses by failed payment", payment / (payment + own), failed, losses),
        Comparison::counted("losses without a cause", 0.0, losses - failed - found[3]),
        Comparison::counted("losses and loyal customers", crowd.size(), losses + found[1]),
    ]
}

/// The share of newcomers with gamma distributed frailty who are left after so many weeks.
fn mixture((shape, hazard, payment): (f64, f64, f64), week: f64) -> f64 {
    exp(-payment * week) * power(1.0 + hazard * week / shape, -shape)
}

/// People of this frailty, and rules of these hazards to leave.
fn frail((shape, hazard, payment): (f64, f64, f64)) -> (Traits, Rules) {
    let mut rules = silent();
    (rules.leaving.payment, rules.leaving.usual) = (WeeklyHazard(payment), WeeklyHazard(hazard));
    (Traits { frailty_shape: Number(shape), ..alike() }, rules)
}

fn frailty(luck: Draws) -> Vec<Comparison> {
    let law = (0.7, 0.1, 0.004);
    let (traits, rules) = frail(law);
    let parts = (&traits, &known_to_all(1.0), &rules);
    left(parts, &[1, 3, 6, 13, 20], |week| mixture(law, week), luck)
}

fn survivors(luck: Draws) -> Vec<Comparison> {
    // Of a cohort, S(a) is left after a weeks, so t weeks later Σ S(a + t) of Σ S(a) are.
    let (law, age) = ((0.7, 0.06, 0.004), 50);
    let (traits, rules) = frail(law);
    let start = Start { firm_age: Horizon(f64::from(age)), ..known_to_all(1.0) };
    let left_of = |later: f64| (0..age).map(|a| mixture(law, f64::from(a) + later)).sum::<f64>();
    left((&traits, &start, &rules), &[1, 6, 26], |week| left_of(week) / left_of(0.0), luck)
}

/// Chances a week: a prospect joins, a customer leaves, a lapsed customer becomes a prospect.
const FLOWS: [f64; 3] = [0.5, 0.3, 0.4];

/// The share of customers after each of so many weeks, from none.
fn stock(weeks: usize) -> Vec<f64> {
    let [join, leave, back] = FLOWS;
    let (mut prospects, mut customers, mut lapsed) = (1.0, 0.0, 0.0);
    let mut stock = vec![0.0];
    for _ in 0..weeks {
        let (joins, leaves, returns) = (join * prospects, leave * customers, back * lapsed);
        prospects += returns - joins;
        customers += joins - leaves;
        lapsed += leaves - returns;
        stock.push(customers);
    }
    stock
}

fn flows(luck: Draws) -> Vec<Comparison> {
    let [join, leave, back] = FLOWS.map(|chance| WeeklyHazard(-ln(1.0 - chance)));
    let mut rules = silent();
    (rules.adoption.search, rules.leaving.usual, rules.leaving.back) = (join, leave, back);
    let (exact, weeks) = (stock(20), [1, 2, 5, 20]);
    let (traits, start, people) = (alike(), known_to_all(0.0), enough_for_share(exact[20]));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let count = |facts: &[Facts]| weeks.map(|week| facts[week].customers as f64).to_vec();
    let found = crowd.live(20, luck, count);
    let compare = |(week, found): (usize, f64)| {
        Comparison::share(format!("customers, week {week}"), exact[week], found, crowd.size())
    };
    weeks.into_iter().zip(found).map(compare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flows_settle_where_they_balance() {
        // With waits 1/a and 1/b in a row, the stock settles at A / (A + c), A = 1 / (1/a + 1/b).
        let [join, leave, back] = FLOWS;
        let wait = 1.0 / (1.0 / join + 1.0 / back);
        assert!((stock(60)[60] - wait / (wait + leave)).abs() < 1e-9);
    }
}
