//! Means, paired differences and ratios of a handful of replications, each with a 95 % interval.
//!
//! Replications are few and paired: strategy A and strategy B meet the same luck. The difference
//! is therefore taken replication by replication, and the interval is that of the differences.
//! Swapping the two strategies flips every sign exactly, to the last bit.

mod bootstrap;

pub use bootstrap::{difference_of_ratios, ratio_of_sums};

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The chance that an interval leaves out on either side.
const TAIL: f64 = 0.025;

/// The normal quantile of a power of .80.
const POWER_QUANTILE: f64 = 0.841_621_233_572_914_4;

/// A mean or ratio with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean, or the ratio.
    pub mean: f64,
    /// The lower end; missing where it cannot be told (fewer than two values).
    pub low: Option<f64>,
    /// The upper end; missing where it cannot be told.
    pub high: Option<f64>,
    /// How many replications it rests on.
    pub n: usize,
}

/// How far strategy A lies above strategy B, replication by replication.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// A minus B.
    pub mean: f64,
    /// The lower end of the 95 % interval; missing where it cannot be told.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval; missing where it cannot be told.
    pub high: Option<f64>,
    /// How far A and B move together; missing where one of them does not move at all.
    pub correlation: Option<f64>,
    /// How many times more runs unpaired worlds would need for the same interval.
    pub saved: Option<f64>,
    /// How many replications it rests on.
    pub n: usize,
}

impl Difference {
    /// The same difference, seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self {
            mean: -self.mean,
            low: self.high.map(|high| -high),
            high: self.low.map(|low| -low),
            ..self
        }
    }
}

/// The mean with Student's interval. `None` of no values, and of values that are not finite.
#[must_use]
pub fn estimate(values: &[f64]) -> Option<Estimate> {
    let mean = mean(values)?;
    let half = half_width(values);
    Some(Estimate {
        mean,
        low: half.map(|half| mean - half),
        high: half.map(|half| mean + half),
        n: values.len(),
    })
}

/// A minus B with Student's interval of the paired differences.
///
/// `None` of no values, of values that are not finite, and where the two lengths differ.
#[must_use]
pub fn difference(a: &[f64], b: &[f64]) -> Option<Difference> {
    if a.len() != b.len() {
        return None;
    }
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    let Estimate { mean, low, high, n } = estimate(&differences)?;
    Some(Difference {
        mean,
        low,
        high,
        correlation: correlation(a, b),
        saved: saved(a, b, &differences),
        n,
    })
}

/// How many replications would tell a difference of this size from nothing in four cases of five.
///
/// That is ⌈((t + z) · sd / |distance|)²⌉ with z for a power of .80, and at least two, since fewer
/// have no interval. `None` where the pilot has fewer than two values, where the distance is zero,
/// and where nothing is finite.
#[must_use]
pub fn replications_needed(differences: &[f64], distance: f64) -> Option<usize> {
    let reach = student(differences.len())? + POWER_QUANTILE;
    let root = reach * variance(differences)?.sqrt() / distance.abs();
    let needed = (root * root).ceil();
    needed.is_finite().then_some((needed as usize).max(2))
}

/// The mean, as the first value and the mean distance from it: equal values have exactly their own.
fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    let beyond: f64 = values.iter().map(|value| value - first).sum();
    let mean = first + beyond / values.len() as f64;
    mean.is_finite().then_some(mean)
}

/// The variance with n − 1.
fn variance(values: &[f64]) -> Option<f64> {
    covariance(values, values)
}

fn covariance(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() < 2 {
        return None;
    }
    let (mean_a, mean_b) = (mean(a)?, mean(b)?);
    let products = a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b));
    let covariance = products.sum::<f64>() / (a.len() - 1) as f64;
    covariance.is_finite().then_some(covariance)
}

/// How far two rows of numbers move together (Pearson). `None` where one does not move at all.
#[must_use]
pub fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let scale = variance(a)?.sqrt() * variance(b)?.sqrt();
    let correlation = covariance(a, b)? / scale;
    correlation.is_finite().then_some(correlation.clamp(-1.0, 1.0))
}

fn saved(a: &[f64], b: &[f64], differences: &[f64]) -> Option<f64> {
    let saved = (variance(a)? + variance(b)?) / variance(differences)?;
    saved.is_finite().then_some(saved)
}

/// Half the width of Student's interval.
fn half_width(values: &[f64]) -> Option<f64> {
    let error = (variance(values)? / values.len() as f64).sqrt();
    Some(student(values.len())? * error)
}

/// Student's 97.5 % quantile for so many values.
fn student(n: usize) -> Option<f64> {
    let freedom = n.checked_sub(1).filter(|&freedom| freedom > 0)? as f64;
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some(-student.inverse_cdf(TAIL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;
    use statrs::distribution::Normal;

    const A: [f64; 6] = [12.1, 9.8, 11.4, 13.0, 10.2, 12.7];
    const B: [f64; 6] = [11.0, 9.1, 10.9, 11.8, 9.9, 11.1];

    fn near(left: Option<f64>, right: f64) -> bool {
        left.is_some_and(|left| (left - right).abs() <= 1e-10 * right.abs().max(1.0))
    }

    #[test]
    fn the_mean_has_students_interval() {
        // scipy.stats.t.interval(0.95, 5, loc=np.mean(A), scale=scipy.stats.sem(A))
        let found = estimate(&A).unwrap();
        assert!(near(Some(found.mean), 11.533_333_333_333_333), "{found:?}");
        assert!(near(found.low, 10.154_346_683_675_552), "{found:?}");
        assert!(near(found.high, 12.912_319_983_091_114), "{found:?}");
    }

    #[test]
    fn the_paired_difference_agrees_with_scipy() {
        // r = scipy.stats.ttest_rel(A, B); r.confidence_interval(); scipy.stats.pearsonr(A, B)
        // (np.var(A, ddof=1) + np.var(B, ddof=1)) / np.var(A - B, ddof=1)
        let found = difference(&A, &B).unwrap();
        assert!(near(Some(found.mean), 0.9), "{found:?}");
        assert!(near(found.low, 0.390_185_937_523_297_44), "{found:?}");
        assert!(near(found.high, 1.409_814_062_476_702_2), "{found:?}");
        assert!(near(found.correlation, 0.954_572_261_430_410_3), "{found:?}");
        assert!(near(found.saved, 11.276_836_158_192_094), "{found:?}");
    }

    #[test]
    fn the_quantiles_agree_with_scipy_from_two_values_to_many() {
        // [scipy.stats.t.ppf(0.975, n - 1) for n in (2, 3, 10, 30, 1000)]
        let reference = [
            12.706_204_736_174_694,
            4.302_652_729_749_462,
            2.262_157_162_798_205,
            2.045_229_642_132_703,
            1.962_341_461_133_449_3,
        ];
        for (n, reference) in [2, 3, 10, 30, 1000].into_iter().zip(reference) {
            assert!(near(student(n), reference), "{n}: {:?}", student(n));
        }
    }

    #[test]
    fn equal_worlds_differ_by_exactly_nothing() {
        let found = difference(&A, &A).unwrap();
        assert_eq!((found.mean, found.low, found.high), (0.0, Some(0.0), Some(0.0)));
        assert_eq!(found.saved, None, "no number of unpaired runs is as good as this");
    }

    #[test]
    fn swapping_the_strategies_flips_every_sign_exactly() {
        let (there, back) = (difference(&A, &B).unwrap(), difference(&B, &A).unwrap());
        let flipped = |number: Option<f64>| number.map(|number| -number);
        assert_eq!(
            (Some(there.mean), there.low, there.high),
            (flipped(Some(back.mean)), flipped(back.high), flipped(back.low))
        );
        assert_eq!((there.correlation, there.saved), (back.correlation, back.saved));
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        assert_eq!(estimate(&[]), None);
        let one = estimate(&[3.0]).unwrap();
        assert_eq!((one.mean, one.low, one.high, one.n), (3.0, None, None, 1));
        let still = difference(&[0.1; 3], &[0.3, 0.2, 0.4]).unwrap();
        assert_eq!(still.correlation, None, "what does not move has no correlation");
        assert_eq!(difference(&[1.0], &[1.0, 2.0]), None);
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(estimate(&[1.0, odd]), None);
            assert_eq!(difference(&[odd, 1.0], &[odd, 1.0]), None);
        }
        let wide = estimate(&[f64::MAX, f64::MIN]);
        assert!(wide.is_none_or(|wide| wide.mean.is_finite()));
    }

    #[test]
    fn the_number_of_replications_follows_from_the_pilot() {
        // d = A - B; t = scipy.stats.t.ppf(0.975, 5); z = scipy.stats.norm.ppf(0.8)
        // math.ceil(((t + z) * np.std(d, ddof=1) / 0.1) ** 2)
        let differences: Vec<f64> = A.iter().zip(B).map(|(a, b)| a - b).collect();
        assert_eq!(replications_needed(&differences, 0.1), Some(275));
        assert_eq!(replications_needed(&differences, -0.1), Some(275));
        assert_eq!(replications_needed(&differences, 1e9), Some(2));
        for distance in [0.0, f64::NAN] {
            assert_eq!(replications_needed(&differences, distance), None);
        }
        assert_eq!(replications_needed(&[1.0], 0.1), None);
        assert_eq!(replications_needed(&[f64::NAN, 1.0], 0.1), None);
    }

    #[test]
    fn nineteen_of_twenty_intervals_hold_the_truth() {
        let (samples, normal) = (4000, Normal::new(5.0, 2.0).unwrap());
        let luck = Draws::from_seed(11).of("test: coverage of t");
        let holds = |sample: u64| {
            let one = |i| normal.inverse_cdf(luck.number(sample * 8 + i).unit());
            let found = estimate(&(0..8).map(one).collect::<Vec<_>>()).unwrap();
            found.low.unwrap() < 5.0 && 5.0 < found.high.unwrap()
        };
        let coverage = (0..samples).filter(|&s| holds(s)).count() as f64 / samples as f64;
        // Four standard errors of a share of 0.95 in 4000 samples are 0.0138.
        assert!((coverage - 0.95).abs() < 0.0138, "{coverage}");
    }
}
