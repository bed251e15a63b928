//! Fitting: the external influence and that of each adopter around a person, by maximum likelihood.
//!
//! A person who has not adopted does so in a period with hazard h = p + q·x, where x is what the
//! person sees, so with chance 1 − e^(−h). Given the real times of everybody, periods are
//! independent, and the likelihood is exact. Its logarithm is concave in p and q together, since
//! ln(1 − e^(−h)) is concave and h is linear; so it has one maximum, and a search one variable
//! within the other cannot miss it.

use super::history::{History, Surroundings};
use crate::elementary::{exp, ln};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Half of the 95 % quantile of a chi-squared variable with one degree of freedom: how far the
/// logarithm of the likelihood falls from its maximum to the ends of an interval.
const FALL: f64 = 1.920_729_410_347_062;

/// The greatest hazard that is considered: nearly everybody adopts at once.
const GREATEST: f64 = 10.0;

/// Steps of a search; each leaves .618 of the range, so that all together leave less than 1e-12.
const STEPS: usize = 60;

/// Person-periods in which the same was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// What was seen: adopters around, or the share of all people.
    pub seen: f64,
    /// Person-periods in which somebody could adopt.
    pub at_risk: f64,
    /// In how many of them somebody did.
    pub adopted: f64,
}

/// What was seen by those who could adopt in these periods, and how many did.
#[must_use]
pub fn exposures(
    history: &History,
    around: &Surroundings,
    periods: RangeInclusive<u32>,
) -> Vec<Exposure> {
    // What is seen is never negative, so the bits of the numbers are in their order.
    let mut same: BTreeMap<u64, Exposure> = BTreeMap::new();
    for period in periods {
        for person in (0..history.people()).filter(|&i| !history.has_adopted(i, period - 1)) {
            let seen = around.seen(history, person, period);
            let none = Exposure { seen, at_risk: 0.0, adopted: 0.0 };
            let exposure = same.entry(seen.to_bits()).or_insert(none);
            exposure.at_risk += 1.0;
            exposure.adopted += f64::from(u8::from(history.has_adopted(person, period)));
        }
    }
    same.into_values().collect()
}

/// The two influences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// The external influence: hazard a period.
    pub p: f64,
    /// The influence of what is seen: hazard a period for each adopter, or for everybody.
    pub q: f64,
}

/// The 95 % intervals of the two influences, by the profile of the likelihood.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Intervals {
    /// Of the external influence.
    pub p: (f64, f64),
    /// Of the influence of what is seen.
    pub q: (f64, f64),
}

/// The logarithm of the likelihood of one period's outcome at this hazard.
#[must_use]
pub fn log_chance(hazard: f64, adopts: bool) -> f64 {
    if adopts { ln(-libm::expm1(-hazard)) } else { -hazard }
}

fn log_likelihood(exposures: &[Exposure], p: f64, q: f64) -> f64 {
    let one = |exposure: &Exposure| {
        let hazard = p + q * exposure.seen;
        let stayed = (exposure.at_risk - exposure.adopted) * log_chance(hazard, false);
        if exposure.adopted > 0.0 {
            stayed + exposure.adopted * log_chance(hazard, true)
        } else {
            stayed
        }
    };
    exposures.iter().map(one).sum()
}

impl Fit {
    /// The most likely influences.
    #[must_use]
    pub fn of(exposures: &[Exposure]) -> Self {
        let (q, _) = greatest(|q| given_q(exposures, q).1, greatest_q(exposures));
        Self { p: given_q(exposures, q).0, q }
    }

    /// How far from the most likely influences others are not excluded.
    #[must_use]
    pub fn intervals(&self, exposures: &[Exposure]) -> Intervals {
        let (most_q, best) = (greatest_q(exposures), log_likelihood(exposures, self.p, self.q));
        let given_p = |p: f64| greatest(|q| log_likelihood(exposures, p, q), most_q).1;
        Intervals {
            p: interval(given_p, self.p, best, GREATEST),
            q: interval(|q| given_q(exposures, q).1, self.q, best, most_q),
        }
    }

    /// The hazard of somebody who sees so much.
    #[must_use]
    pub fn hazard(&self, seen: f64) -> f64 {
        self.p + self.q * seen
    }
}

/// The most likely external influence beside one of what is seen, and how likely the two are.
fn given_q(exposures: &[Exposure], q: f64) -> (f64, f64) {
    greatest(|p| log_likelihood(exposures, p, q), GREATEST)
}

/// The greatest influence that is considered of what is seen; 0 where nobody sees anything, so
/// that nothing can be told.
fn greatest_q(exposures: &[Exposure]) -> f64 {
    let seen = exposures.iter().map(|exposure| exposure.seen).filter(|&seen| seen > 0.0);
    seen.reduce(f64::min).map_or(0.0, |least| GREATEST / least)
}

/// Where a concave function is greatest between 0 and `most`, and its value there, by golden section.
fn greatest(of: impl Fn(f64) -> f64, most: f64) -> (f64, f64) {
    let section = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (0.0, most);
    let (mut left, mut right) = (high - section * high, section * high);
    let (mut at_left, mut at_right) = (of(left), of(right));
    for _ in 0..STEPS {
        if at_left >= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - section * (high - low);
            at_left = of(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + section * (high - low);
            at_right = of(right);
        }
    }
    let (middle, at_end) = (f64::midpoint(low, high), of(0.0));
    let inside = of(middle);
    if at_end >= inside { (0.0, at_end) } else { (middle, inside) }
}

/// Where a concave function has fallen as far from its greatest value as an interval reaches.
fn interval(of: impl Fn(f64) -> f64, at: f64, best: f64, most: f64) -> (f64, f64) {
    let within = |value: f64| of(value) >= best - FALL;
    // From a value within the interval towards one beyond it.
    let end = |mut inside: f64, mut outside: f64| {
        if within(outside) {
            return outside;
        }
        for _ in 0..STEPS {
            let middle = f64::midpoint(inside, outside);
            if within(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    };
    (end(at, 0.0), end(at, most))
}

/// The chance that a hazard strikes within one period.
#[must_use]
pub fn chance(hazard: f64) -> f64 {
    1.0 - exp(-hazard)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposure(seen: f64, at_risk: f64, adopted: f64) -> Exposure {
        Exposure { seen, at_risk, adopted }
    }

    #[test]
    fn two_groups_are_fitted_exactly() {
        // With two values of what is seen the model is saturated: p and p + q are the groups' own hazards.
        let fit = Fit::of(&[exposure(0.0, 1000.0, 50.0), exposure(2.0, 400.0, 60.0)]);
        let hazard = |share: f64| -ln(1.0 - share);
        assert!((fit.p - hazard(0.05)).abs() < 1e-7, "{fit:?}");
        assert!((fit.q - (hazard(0.15) - hazard(0.05)) / 2.0).abs() < 1e-7, "{fit:?}");
    }

    #[test]
    fn the_interval_is_that_of_the_likelihood_ratio() {
        // Nobody sees anything: p is a single hazard, of which the ratio can be solved by hand.
        let exposures = [exposure(0.0, 200.0, 20.0)];
        let fit = Fit::of(&exposures);
        assert!((fit.p - -ln(0.9)).abs() < 1e-8 && fit.q == 0.0, "{fit:?}");
        let drop =
            |p: f64| log_likelihood(&exposures, fit.p, 0.0) - log_likelihood(&exposures, p, 0.0);
        let intervals = fit.intervals(&exposures);
        let (low, high) = intervals.p;
        assert!((drop(low) - FALL).abs() < 1e-8 && (drop(high) - FALL).abs() < 1e-8, "{fit:?}");
        assert!(low < fit.p && fit.p < high);
        assert_eq!(intervals.q, (0.0, 0.0), "nothing can be told");
    }

    #[test]
    fn an_influence_that_would_be_negative_is_none() {
        let exposures = [exposure(0.0, 1000.0, 100.0), exposure(1.0, 1000.0, 20.0)];
        let fit = Fit::of(&exposures);
        let (low, high) = fit.intervals(&exposures).q;
        assert!(fit.q == 0.0 && low == 0.0 && high > 0.0, "{fit:?}");
        assert!((fit.p - -ln(1.0 - 0.06)).abs() < 1e-7, "all are of one group: {fit:?}");
        let fit = Fit::of(&[exposure(0.0, 1000.0, 0.0), exposure(1.0, 1000.0, 20.0)]);
        assert!(fit.p == 0.0 && (fit.q - -ln(0.98)).abs() < 1e-8, "{fit:?}");
    }

    #[test]
    fn no_other_place_is_likelier() {
        let exposures = [
            exposure(0.0, 5000.0, 61.0),
            exposure(1.0, 2000.0, 52.0),
            exposure(2.0, 700.0, 31.0),
            exposure(5.0, 60.0, 4.0),
        ];
        let fit = Fit::of(&exposures);
        let best = log_likelihood(&exposures, fit.p, fit.q);
        for (dp, dq) in [(1e-4, 0.0), (-1e-4, 0.0), (0.0, 1e-4), (0.0, -1e-4), (1e-4, -1e-4)] {
            assert!(log_likelihood(&exposures, fit.p + dp, fit.q + dq) < best, "{fit:?}");
        }
        let (low, high) = fit.intervals(&exposures).q;
        assert!(low > 0.0 && low < fit.q && fit.q < high, "{fit:?}");
    }
}
