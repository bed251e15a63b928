//! The curve of Bass (1969), fitted to a series of adoptions by nonlinear least squares.

use crate::elementary::exp;

/// A Bass curve, and how well it describes the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BassFit {
    /// The coefficient of external influence, in a period of the series.
    pub p: f64,
    /// The coefficient of internal influence.
    pub q: f64,
    /// How many will have adopted in the end.
    pub m: f64,
    /// The share of the variance of adoptions in a period that the curve explains.
    pub r_squared: f64,
}

/// The bounds within which p and q are sought: wider than any published estimate.
const P: (f64, f64) = (1e-7, 1.0);
const Q: (f64, f64) = (1e-4, 3.0);
/// Points on each side of a grid, and how often it is laid anew around the best of them.
const GRID: usize = 12;
const ROUNDS: usize = 60;
/// By how much each new grid is narrower.
const NARROWER: f64 = 0.8;

/// The share of all adopters that has adopted by a time, in periods.
#[must_use]
pub fn adopted(p: f64, q: f64, time: f64) -> f64 {
    let left = exp(-(p + q) * time);
    (1.0 - left) / (1.0 + q / p * left)
}

/// Fits the adoptions of each period (Srinivasan and Mason 1986): the adoptions of a period are
/// m times the difference of the curve at its ends. For given p and q the best m is linear, so
/// that only p and q are sought, by grids in their logarithms that grow ever finer.
/// `None` of fewer than four periods, and where nobody adopted.
#[must_use]
pub fn fit(adoptions: &[f64]) -> Option<BassFit> {
    if adoptions.len() < 4 || adoptions.iter().all(|&number| number <= 0.0) {
        return None;
    }
    let logarithms = |(low, high): (f64, f64)| (libm::log(low), libm::log(high));
    let bounds = [logarithms(P), logarithms(Q)];
    let mut centre = bounds.map(|(low, high)| f64::midpoint(low, high));
    let mut reach = bounds.map(|(low, high)| 0.5 * (high - low));
    let mut best: Option<BassFit> = None;
    for _ in 0..ROUNDS {
        for i in 0..=GRID {
            for j in 0..=GRID {
                let at = |axis: usize, k: usize| {
                    let place = centre[axis] + reach[axis] * (2.0 * k as f64 / GRID as f64 - 1.0);
                    exp(place.clamp(bounds[axis].0, bounds[axis].1))
                };
                let tried = at_best_size(adoptions, at(0, i), at(1, j));
                if best.is_none_or(|best| tried.r_squared > best.r_squared) {
                    best = Some(tried);
                }
            }
        }
        let best = best?;
        centre = [libm::log(best.p), libm::log(best.q)];
        reach = reach.map(|reach| reach * NARROWER);
    }
    best
}

/// The curve of these p and q with the m that fits best.
fn at_best_size(adoptions: &[f64], p: f64, q: f64) -> BassFit {
    let shares: Vec<f64> = (0..adoptions.len())
        .map(|period| adopted(p, q, period as f64 + 1.0) - adopted(p, q, period as f64))
        .collect();
    let product: f64 = shares.iter().zip(adoptions).map(|(share, number)| share * number).sum();
    let square: f64 = shares.iter().map(|share| share * share).sum();
    let m = product / square.max(f64::MIN_POSITIVE);
    let mean = adoptions.iter().sum::<f64>() / adoptions.len() as f64;
    let rest: f64 =
        shares.iter().zip(adoptions).map(|(share, number)| (number - m * share).powi(2)).sum();
    let all: f64 = adoptions.iter().map(|number| (number - mean).powi(2)).sum();
    BassFit { p, q, m, r_squared: 1.0 - rest / all.max(f64::MIN_POSITIVE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() < within * expected, "{found} for {expected}");
    }

    #[test]
    fn a_curve_without_noise_is_found_again() {
        // All of them peak within the series: before the peak p and m cannot be told apart.
        for (p, q, m) in [(0.03, 0.38, 1000.0), (0.005, 0.84, 50.0), (0.001, 0.5, 300.0)] {
            let years: Vec<f64> = (0..15)
                .map(|year| {
                    m * (adopted(p, q, f64::from(year) + 1.0) - adopted(p, q, f64::from(year)))
                })
                .collect();
            let fit = fit(&years).unwrap();
            near(fit.p, p, 0.01);
            near(fit.q, q, 0.01);
            near(fit.m, m, 0.01);
            assert!(fit.r_squared > 0.999_99);
        }
    }

    #[test]
    fn a_real_series_gives_what_scipy_gives() {
        // Video recorders in homes of the United States, 1980 to 1989, in thousands.
        // scipy.optimize.curve_fit on the same differences: m, p, q; and R^2.
        let recorders =
            [840.0, 1470.0, 2110.0, 4000.0, 7590.0, 10950.0, 10530.0, 9470.0, 7790.0, 5890.0];
        let fit = fit(&recorders).unwrap();
        near(fit.m, 67_660.06, 0.001);
        near(fit.p, 0.008_788_99, 0.001);
        near(fit.q, 0.642_158, 0.001);
        near(fit.r_squared, 0.971_544, 1e-5);
    }

    #[test]
    fn where_there_is_nothing_to_fit_there_is_no_fit() {
        assert_eq!(fit(&[1.0, 2.0, 3.0]), None);
        assert_eq!(fit(&[0.0; 8]), None);
    }
}
