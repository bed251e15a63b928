//! How long customers with contracts stay (C2): the shifted-beta-geometric law of Fader and Hardie (2007).

use super::bench::{Crowd, alike, known_to_all, silent};
use super::{Comparison, Limit, enough_for_share};
use crate::draws::Draws;
use crate::elementary::exp;
use crate::firms::Reason;
use crate::population::start::Start;
use crate::quantity::{Horizon, Number, WeeklyHazard};
use crate::rules::Rules;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C2-renewals",
        statement: "Of newcomers with contracts an ever greater share renews, as the beta mixture says; between renewals nobody leaves.",
        source: "Fader and Hardie 2007, equation 7; the two published customer bases",
        compare: renewals,
    },
    Limit {
        id: "C2-old-contracts",
        statement: "Customers of an old firm have the contracts of survivors, and failed payments add to the law.",
        source: "Fader and Hardie 2007, equation 5",
        compare: old_contracts,
    },
];

/// A customer base: the shapes of the beta distribution of chances to end a contract.
#[derive(Clone, Copy)]
pub(super) struct Base {
    pub(super) name: &'static str,
    pub(super) alpha: f64,
    pub(super) beta: f64,
}

/// The two customer bases of Fader and Hardie (2007), as refitted for the catalogue.
pub(super) const BASES: [Base; 2] = [
    Base { name: "high end", alpha: 0.668, beta: 3.806 },
    Base { name: "regular", alpha: 0.704, beta: 1.182 },
];

impl Base {
    /// The share of those before the so-manieth renewal (the first is 1) who renew.
    pub(super) fn renew(self, renewal: u32) -> f64 {
        let before = f64::from(renewal - 1);
        (self.beta + before) / (self.alpha + self.beta + before)
    }

    /// The share of newcomers who are left after so many renewals.
    pub(super) fn survive(self, renewals: u32) -> f64 {
        (1..=renewals).map(|renewal| self.renew(renewal)).product()
    }

    /// Silent rules with contracts of so many weeks.
    pub(super) fn rules(self, length: u32) -> Rules {
        let mut rules = silent();
        (rules.contract.alpha, rules.contract.beta) = (Number(self.alpha), Number(self.beta));
        rules.contract.length = Horizon(f64::from(length));
        rules
    }
}

fn renewals(luck: Draws) -> Vec<Comparison> {
    let parts = [0, 1].map(|part| luck.in_replication(part));
    BASES.into_iter().zip(parts).flat_map(|(base, luck)| renewals_of(base, luck)).collect()
}

/// Compares the rates of the first six renewals, two weeks apart.
fn renewals_of(base: Base, luck: Draws) -> Vec<Comparison> {
    let rules = base.rules(2);
    // At the renewal for which most newcomers are needed, since few of them are left before it.
    let needed = |n| enough_for_share(base.renew(n)) as f64 / base.survive(n - 1);
    let people = 1.02 * (1..=6).map(needed).fold(0.0, f64::max);
    let (traits, start, people) = (alike(), known_to_all(1.0), people as usize);
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let found = crowd.live(12, luck, |facts| {
        let judged = |week: usize| facts[week].left[Reason::Judgement as usize] as f64;
        let between = (1..=6).map(|n| judged(2 * n - 1)).sum();
        (0..=6).map(|n| facts[2 * n].loyal as f64).chain([between]).collect()
    });
    let rate = |n: u32| {
        let what = format!("{}, who renew, renewal {n}", base.name);
        Comparison::share(what, base.renew(n), found[n as usize], found[n as usize - 1])
    };
    let what = format!("{}, losses between renewals", base.name);
    (1..=6).map(rate).chain([Comparison::counted(what, 0.0, found[7])]).collect()
}

fn old_contracts(luck: Draws) -> Vec<Comparison> {
    // Of a cohort of age a, S(⌊a/4⌋) is left; t weeks later S(⌊(a + t)/4⌋) is, if payments hold.
    let (base, length, age, payment) =
        (Base { name: "invented", alpha: 0.9, beta: 2.0 }, 4, 30, 0.01);
    let mut rules = base.rules(length);
    rules.leaving.payment = WeeklyHazard(payment);
    let left_of = |later: u32| -> f64 {
        let of = |a: u32| base.survive((a + later) / length) * exp(-payment * f64::from(a + later));
        (0..age).map(of).sum()
    };
    let exact = |week: u32| left_of(week) / left_of(0);
    let start = Start { firm_age: Horizon(f64::from(age)), ..known_to_all(1.0) };
    let (traits, weeks) = (alike(), [1, 4, 10, 20]);
    let people = enough_for_share(exact(20));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let found =
        crowd.live(20, luck, |facts| weeks.map(|week| facts[week as usize].loyal as f64).to_vec());
    let compare = |(week, found)| {
        Comparison::share(format!("still customers, week {week}"), exact(week), found, crowd.size())
    };
    weeks.into_iter().zip(found).map(compare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rates_are_the_published_ones() {
        let published = [
            [0.8507, 0.8780, 0.8968, 0.9106, 0.9212, 0.9295],
            [0.6267, 0.7560, 0.8188, 0.8559, 0.8804, 0.8978],
        ];
        // The shapes of the catalogue are rounded to three digits.
        for (base, rates) in BASES.into_iter().zip(published) {
            for (n, rate) in (1..).zip(rates) {
                assert!((base.renew(n) - rate).abs() < 1e-4, "{}, {n}", base.name);
            }
        }
    }
}
