//! Ratios such as cost per customer won, whose interval comes from drawing the replications again and again.
//!
//! The method is the bias-corrected and accelerated bootstrap (`BCa`; Efron 1987, "Better
//! Bootstrap Confidence Intervals", JASA 82). The draws are keyed, so an interval is the same each
//! time; both strategies are drawn in the same replications; and every step is odd in its
//! argument, so that swapping the strategies flips the signs exactly.
//!
//! Few replications of skew values make its intervals too short. Exponential costs over uniform
//! counts, 5000 samples each: of 10 replications 88 in 100 intervals hold the true ratio, of 20
//! replications 92, of 40 replications 93.

use super::{Difference, Estimate, TAIL, correlation, mean, saved};
use crate::draws::Draws;
use statrs::distribution::{ContinuousCDF, Normal};

/// How often the replications are drawn anew.
const RESAMPLES: usize = 2000;

/// The largest share of resamples that may be without a ratio before the interval is not told.
const LOST_AT_MOST: f64 = 0.05;

/// Values this close, in parts of their range, are the same.
const ROUNDING: f64 = 1e-9;

/// The sum above over the sum below, with a 95 % interval over replications.
///
/// `None` where the sum below is zero, where a value is not finite, and where the two lengths
/// differ or are zero.
#[must_use]
pub fn ratio_of_sums(above: &[f64], below: &[f64], draws: Draws) -> Option<Estimate> {
    let ratio = Ratio::new((above, below))?;
    let whole = ratio.whole()?;
    let resampled: Vec<f64> =
        resamples(ratio.len(), draws).map(|chosen| ratio.of(&chosen)).collect();
    let interval = interval(whole, &resampled, &ratio.without_each());
    Some(Estimate {
        mean: whole,
        low: interval.map(|(low, _)| low),
        high: interval.map(|(_, high)| high),
        n: ratio.len(),
    })
}

/// The ratio of A minus the ratio of B, both drawn in the same replications.
///
/// Each side is a pair of what stands above and what stands below. The correlation and what
/// pairing saves are those of the resampled ratios. `None` as in [`ratio_of_sums`].
#[must_use]
pub fn difference_of_ratios(
    a: (&[f64], &[f64]),
    b: (&[f64], &[f64]),
    draws: Draws,
) -> Option<Difference> {
    let (a, b) = (Ratio::new(a)?, Ratio::new(b)?);
    if a.len() != b.len() {
        return None;
    }
    let whole = a.whole()? - b.whole()?;
    let (of_a, of_b): (Vec<f64>, Vec<f64>) = resamples(a.len(), draws)
        .map(|chosen| (a.of(&chosen), b.of(&chosen)))
        .filter(|(a, b)| a.is_finite() && b.is_finite())
        .unzip();
    let resampled = minus(&of_a, &of_b);
    let without = minus(&a.without_each(), &b.without_each());
    let interval = interval(whole, &resampled, &without);
    whole.is_finite().then(|| Difference {
        mean: whole,
        low: interval.map(|(low, _)| low),
        high: interval.map(|(_, high)| high),
        correlation: correlation(&of_a, &of_b),
        saved: saved(&of_a, &of_b, &resampled),
        n: a.len(),
    })
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

/// What stands above and below, replication by replication.
struct Ratio<'a> {
    above: &'a [f64],
    below: &'a [f64],
}

impl<'a> Ratio<'a> {
    fn new((above, below): (&'a [f64], &'a [f64])) -> Option<Self> {
        (above.len() == below.len()).then_some(Self { above, below })
    }

    const fn len(&self) -> usize {
        self.above.len()
    }

    /// The ratio of all replications.
    fn whole(&self) -> Option<f64> {
        let ratio = self.above.iter().sum::<f64>() / self.below.iter().sum::<f64>();
        ratio.is_finite().then_some(ratio)
    }

    /// The ratio of the chosen replications.
    fn of(&self, chosen: &[usize]) -> f64 {
        let sum = |column: &[f64]| chosen.iter().map(|&place| column[place]).sum::<f64>();
        sum(self.above) / sum(self.below)
    }

    /// The ratio without the first replication, without the second, and so on.
    fn without_each(&self) -> Vec<f64> {
        let without = |left_out: usize| -> Vec<usize> {
            (0..self.len()).filter(|&place| place != left_out).collect()
        };
        (0..self.len()).map(|left_out| self.of(&without(left_out))).collect()
    }
}

/// The places that each resample chooses, with replacement.
fn resamples(n: usize, draws: Draws) -> impl Iterator<Item = Vec<usize>> {
    let luck = draws.of("statistics: resample");
    (0..RESAMPLES).map(move |resample| {
        (0..n).filter_map(|place| luck.number((resample * n + place) as u64).choose(n)).collect()
    })
}

/// The interval of a statistic from its resamples and from what it is without each replication.
fn interval(whole: f64, resampled: &[f64], without: &[f64]) -> Option<(f64, f64)> {
    let mut sorted: Vec<f64> =
        resampled.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let lost = 1.0 - sorted.len() as f64 / RESAMPLES as f64;
    if without.len() < 2 || lost > LOST_AT_MOST {
        return None;
    }
    let tail = Normal::standard().inverse_cdf(TAIL);
    let (low, high) = corrected(whole, &sorted, without, tail).unwrap_or((tail, -tail));
    Some((quantile(&sorted, low), quantile(&sorted, high)))
}

/// Where the ends of the interval lie, in standard normal units; `None` where `BCa` is not defined.
fn corrected(whole: f64, sorted: &[f64], without: &[f64], tail: f64) -> Option<(f64, f64)> {
    let bias = bias(whole, sorted)?;
    let acceleration = acceleration(without)?;
    let end = |tail: f64| {
        let moved = bias + tail;
        let scale = 1.0 - acceleration * moved;
        (scale > 0.0).then_some(bias + moved / scale)
    };
    Some((end(tail)?, end(-tail)?))
}

/// How far the resamples lie to one side of the statistic, in standard normal units.
fn bias(whole: f64, sorted: &[f64]) -> Option<f64> {
    // The same replications in another order have the same ratio but for the rounding of sums.
    let rounding = ROUNDING * (sorted.last()? - sorted.first()?);
    let beyond = |sign: f64| {
        let is_beyond = |value: &&f64| (*value - whole) * sign > rounding;
        sorted.iter().filter(is_beyond).count()
    };
    let (less, more) = (beyond(-1.0), beyond(1.0));
    let equal = sorted.len() - less - more;
    let normal = Normal::standard();
    let side = |count: usize| {
        let share = (2 * count + equal) as f64 / (2 * sorted.len()) as f64;
        (share > 0.0).then(|| normal.inverse_cdf(share))
    };
    // The smaller side is asked, so that mirrored resamples have exactly the mirrored bias.
    if less <= more { side(less) } else { side(more).map(|bias| -bias) }
}

/// How fast the error of the statistic changes with the statistic: from the jackknife.
fn acceleration(without: &[f64]) -> Option<f64> {
    let mean = mean(without)?;
    let power = |exponent: i32| -> f64 {
        let distance = |value: &f64| (mean - value).powi(exponent);
        without.iter().map(distance).sum()
    };
    let squares = power(2);
    let acceleration = power(3) / (6.0 * squares * squares.sqrt());
    acceleration.is_finite().then_some(acceleration)
}

/// The value at a place in standard normal units, counted from the nearer end.
fn quantile(sorted: &[f64], place: f64) -> f64 {
    let last = sorted.len() - 1;
    let position = Normal::standard().cdf(-place.abs()) * last as f64;
    let (whole, part) = (position.floor() as usize, position.fract());
    let from_the_end = |number: usize| {
        let number = number.min(last);
        sorted[if place < 0.0 { number } else { last - number }]
    };
    let (outer, inner) = (from_the_end(whole), from_the_end(whole + 1));
    outer + (inner - outer) * part
}

#[cfg(test)]
mod tests;
