//! What customers are worth and what they cost (C3): identities of lifetime value, of the funnel and of the books.

use super::bench::{
    Crowd, MARKET, add_up, alike, known_to_all, measured, silent, strangers, weeks,
};
use super::contracts::{BASES, Base};
use super::{Comparison, Limit, enough};
use crate::draws::{Draws, Luck};
use crate::elementary::{ln, power};
use crate::quantity::{WEEKS_A_YEAR, WeeklyHazard};
use crate::rules::Rules;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C3-lifetime",
        statement: "What a customer will still bring is the margin times r / (1 + i − r), and a hazard that is lower by .82 raises it as it should.",
        source: "Gupta and Lehmann 2003; the hazard ratio of Schmitt, Skiera and Van den Bulte 2011",
        compare: lifetime,
    },
    Limit {
        id: "C3-books",
        statement: "What customers have brought by the books and will still bring is their lifetime value, whenever the books are read.",
        source: "Gupta and Lehmann 2003",
        compare: books,
    },
    Limit {
        id: "C3-contracts",
        statement: "Customers with contracts have the discounted expected lifetime of the beta mixture, at first and before a later renewal.",
        source: "Fader and Hardie 2010",
        compare: contracts,
    },
];

/// The rate at which a week's money is discounted, as if a week were a period of the catalogue.
const INTEREST: f64 = 0.10;

/// Discounts by so much a week.
fn discounted(mut rules: Rules, interest: f64) -> Rules {
    rules.discount = power(1.0 + interest, WEEKS_A_YEAR) - 1.0;
    rules
}

/// What customers of whom a share r stays each week are worth from the next week on.
fn lifetime_value(stays: f64, interest: f64) -> f64 {
    stays / (1.0 + interest - stays)
}

/// What a customer will still bring, by the engine's own account after a week, for a margin of 1.
fn run_off(stays: f64, luck: Draws) -> f64 {
    let mut rules = discounted(silent(), INTEREST);
    rules.leaving.usual = WeeklyHazard(-ln(stays));
    let mut market = strangers(100, &alike(), &known_to_all(1.0), &rules, luck);
    let facts = weeks(&mut market, &rules, 1, luck);
    facts[1].run_off.unwrap_or_default() / facts[1].customers as f64
}

fn lifetime(luck: Draws) -> Vec<Comparison> {
    let value = |stays: f64| {
        let what = format!("value of a customer, r = {stays}, i = {INTEREST}");
        Comparison::single(what, lifetime_value(stays, INTEREST), run_off(stays, luck))
    };
    let ratio = |stays: f64| {
        let less = power(stays, 0.82);
        let exact = lifetime_value(less, INTEREST) / lifetime_value(stays, INTEREST);
        let found = run_off(less, luck) / run_off(stays, luck);
        Comparison::single(format!("its ratio at a hazard × .82, r = {stays}"), exact, found)
    };
    let values = [0.7, 0.8, 0.9, 0.95].map(value);
    values.into_iter().chain([0.7, 0.8, 0.86, 0.9].map(ratio)).collect()
}

fn books(luck: Draws) -> Vec<Comparison> {
    let cases = [(0.7, 1), (0.8, 6), (0.9, 12)];
    let cases = cases.into_iter().zip(0..);
    cases.map(|((stays, weeks), part)| booked(stays, weeks, luck.in_replication(part))).collect()
}

fn booked(stays: f64, weeks: u32, luck: Draws) -> Comparison {
    // A margin of 1 is paid at the end of each week that a customer has not left in.
    let exact = lifetime_value(stays, INTEREST) * (1.0 + INTEREST);
    let kept = 1.0 / (1.0 + INTEREST);
    // Whoever leaves after k weeks has paid the first k; whoever is left is expected to stay.
    let paid = |k: u32| (1.0 - power(kept, f64::from(k))) / (1.0 - kept);
    let rest = power(kept, f64::from(weeks - 1)) * lifetime_value(stays, INTEREST);
    let leaves = |k: u32| power(stays, f64::from(k)) * (1.0 - stays) * paid(k) * paid(k);
    let square = (0..weeks).map(leaves).sum::<f64>()
        + power(stays, f64::from(weeks)) * (paid(weeks) + rest) * (paid(weeks) + rest);
    let variance = square - exact * exact;

    let mut rules = discounted(silent(), INTEREST);
    rules.leaving.usual = WeeklyHazard(-ln(stays));
    let (traits, start, people) = (alike(), known_to_all(1.0), enough(variance / (exact * exact)));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let found = crowd.live(weeks, luck, |facts| vec![measured("equity", facts)]);
    let what = format!("paid by week {weeks} and still to come, r = {stays}");
    Comparison::drawn(what, exact, found[0] / crowd.size(), (variance / crowd.size()).sqrt())
}

/// Renewals beyond which nothing of a discounted lifetime is left.
const FOREVER: u32 = 600;

impl Base {
    /// Discounted renewals still to come after so many, Σ S(n + t) / S(n) · v^t, and the variance
    /// between the customers who are left, each of whom has his own Σ ((1 − θ) v)^t.
    fn to_come(self, renewals: u32, interest: f64) -> (f64, f64) {
        let (mut mean, mut square, mut now) = (0.0, 0.0, 1.0);
        for t in 1..FOREVER {
            now *= self.renew(renewals + t) / (1.0 + interest);
            mean += now;
            // The square of the sum Σ x^t is Σ (t − 1) x^t.
            square += f64::from(t - 1) * now;
        }
        (mean, square - mean * mean)
    }

    /// The same by the engine's own account, for the customers who are left of so many newcomers:
    /// the mean, and how many they are.
    fn lived(self, people: usize, renewals: u32, interest: f64, luck: Draws) -> (f64, f64) {
        let rules = discounted(self.rules(1), interest);
        let found = add_up(people.div_ceil(MARKET), luck, |luck| {
            let mut market = strangers(MARKET, &alike(), &known_to_all(1.0), &rules, luck);
            let facts = weeks(&mut market, &rules, renewals, luck);
            let decision = rules.decision(renewals, Luck::in_week(luck, renewals));
            let (people, firm) = ((&market.people, &market.ties), &market.firms[0]);
            let to_come = decision.units_to_come(people, firm, rules.weekly_discount(), |_| 1.0);
            vec![to_come, facts[renewals as usize].customers as f64]
        });
        (found[0] / found[1], found[1])
    }
}

fn contracts(luck: Draws) -> Vec<Comparison> {
    let cases =
        BASES.into_iter().flat_map(|base| [(base, 0, 0.10), (base, 0, 0.12), (base, 7, 0.10)]);
    let compare = |((base, renewals, interest), part)| {
        expected_lifetime(base, renewals, interest, luck.in_replication(part))
    };
    cases.zip(0..).map(compare).collect()
}

/// Of a newcomer the first payment counts in full; before a later renewal nothing is paid for sure.
fn expected_lifetime(base: Base, renewals: u32, interest: f64, luck: Draws) -> Comparison {
    let lifetime = |to_come: f64| {
        if renewals == 0 { 1.0 + to_come } else { (1.0 + interest) * to_come }
    };
    let (to_come, variance) = base.to_come(renewals, interest);
    let exact = lifetime(to_come);
    let slope = lifetime(1.0) - lifetime(0.0);
    let customers = enough(slope * slope * variance / (exact * exact)) as f64;
    let people = 1.1 * customers / base.survive(renewals);
    let (found, customers) = base.lived(people as usize, renewals, interest, luck);
    let what = match renewals {
        0 => format!("{}, lifetime of a newcomer at {interest}", base.name),
        _ => format!("{}, what is left before renewal {} at {interest}", base.name, renewals + 1),
    };
    Comparison::drawn(what, exact, lifetime(found), slope * (variance / customers).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discounted_lifetimes_are_the_published_ones() {
        // The shapes of the catalogue are rounded to three digits.
        let [high_end, regular] = BASES;
        for (base, at_10, at_12, before_8) in
            [(high_end, 5.9223, 5.3336, 7.5296), (regular, 3.6949, 3.4172, 6.8423)]
        {
            assert!((1.0 + base.to_come(0, 0.10).0 - at_10).abs() < 4e-4);
            assert!((1.0 + base.to_come(0, 0.12).0 - at_12).abs() < 4e-4);
            assert!((1.1 * base.to_come(7, 0.10).0 - before_8).abs() < 4e-4);
        }
    }

    #[test]
    fn lifetime_values_are_the_published_ones() {
        for (stays, value, ratio) in [(0.7, 1.75, 1.206), (0.8, 2.6667, 1.169), (0.9, 4.5, 1.115)] {
            let found = lifetime_value(stays, 0.1);
            assert!((found - value).abs() < 5e-5, "{found}");
            let found = lifetime_value(power(stays, 0.82), 0.1) / found;
            assert!((found - ratio).abs() < 5e-4, "{found}");
        }
    }
}
