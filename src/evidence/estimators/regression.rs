//! Regression: least squares, and the Poisson regression of events on exposure by which hazards are compared.

use crate::elementary::{exp, ln};
use nalgebra::{DMatrix, DVector};

/// What a regression says of each column, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The coefficients.
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub errors: Vec<f64>,
}

/// Rounds after which a Poisson regression that has not settled is given up.
const ROUNDS: usize = 50;
/// Pivots this small, against the largest, are rounding.
const DEPENDENT: f64 = 1e-7;
/// A step that is no step any more.
const SETTLED: f64 = 1e-10;

/// Ordinary least squares of an outcome on columns (one of them constant, if there is to be a
/// constant). `None` where the columns do not suffice to tell, or depend on each other.
#[must_use]
pub fn least_squares(rows: &[Vec<f64>], outcome: &[f64]) -> Option<Fit> {
    let (x, y) = (matrix(rows)?, DVector::from_column_slice(outcome));
    if rows.len() != outcome.len() || rows.len() <= x.ncols() {
        return None;
    }
    let inverse = invert(x.transpose() * &x)?;
    let coefficients = &inverse * x.transpose() * &y;
    let rest = y - &x * &coefficients;
    let variance = rest.norm_squared() / (rows.len() - x.ncols()) as f64;
    fit(&coefficients, &(inverse * variance))
}

/// Poisson regression with a log link of events on columns, where each row was exposed for so
/// long: the exponential of a coefficient is a ratio of hazards.
///
/// It is fitted by iteratively reweighted least squares (`McCullagh` and Nelder 1989).
#[must_use]
pub fn poisson(rows: &[Vec<f64>], events: &[f64], exposure: &[f64]) -> Option<Fit> {
    let x = matrix(rows)?;
    let (all, time) = (events.iter().sum::<f64>(), exposure.iter().sum::<f64>());
    if rows.len() != events.len() || rows.len() != exposure.len() || all <= 0.0 || time <= 0.0 {
        return None;
    }
    let offset = DVector::from_iterator(rows.len(), exposure.iter().map(|&time| ln(time)));
    let mut linear = DVector::from_element(rows.len(), ln(all / time)) + &offset;
    let mut before = DVector::zeros(x.ncols());
    for _ in 0..ROUNDS {
        let mean = linear.map(|linear| exp(linear.clamp(-500.0, 500.0)));
        // The working outcome, less what exposure explains.
        let working = DVector::from_iterator(
            rows.len(),
            (0..rows.len()).map(|i| linear[i] - offset[i] + (events[i] - mean[i]) / mean[i]),
        );
        let mut weighted = x.clone();
        for (i, mut row) in weighted.row_iter_mut().enumerate() {
            row *= mean[i];
        }
        let inverse = invert(x.transpose() * &weighted)?;
        let coefficients = &inverse * weighted.transpose() * working;
        if (&coefficients - &before).amax() < SETTLED {
            return fit(&coefficients, &inverse);
        }
        linear = &x * &coefficients + &offset;
        before = coefficients;
    }
    None
}

fn matrix(rows: &[Vec<f64>]) -> Option<DMatrix<f64>> {
    let columns = rows.first()?.len();
    let even = columns > 0 && rows.iter().all(|row| row.len() == columns);
    even.then(|| DMatrix::from_row_iterator(rows.len(), columns, rows.iter().flatten().copied()))
}

/// The inverse, unless columns depend on each other to within rounding.
fn invert(normal: DMatrix<f64>) -> Option<DMatrix<f64>> {
    let cholesky = normal.cholesky()?;
    let pivots = cholesky.l_dirty().diagonal();
    (pivots.min() > DEPENDENT * pivots.max()).then(|| cholesky.inverse())
}

fn fit(coefficients: &DVector<f64>, covariance: &DMatrix<f64>) -> Option<Fit> {
    let errors: Vec<f64> = covariance.diagonal().iter().map(|variance| variance.sqrt()).collect();
    let coefficients: Vec<f64> = coefficients.iter().copied().collect();
    let sound = coefficients.iter().chain(&errors).all(|number| number.is_finite());
    sound.then_some(Fit { coefficients, errors })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: &[f64], expected: &[f64]) {
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() < 1e-6 * expected.abs().max(1.0),
                "{found} {expected}"
            );
        }
    }

    const X: [f64; 8] = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];

    fn rows() -> Vec<Vec<f64>> {
        X.iter().map(|&x| vec![1.0, x]).collect()
    }

    #[test]
    fn least_squares_agree_with_statsmodels() {
        // sm.OLS([1, 3, 2, 5, 7, 8, 8, 11], sm.add_constant(range(8))).fit(): params, bse
        let fit = least_squares(&rows(), &[1.0, 3.0, 2.0, 5.0, 7.0, 8.0, 8.0, 11.0]).unwrap();
        near(&fit.coefficients, &[0.833_333_333_333, 1.369_047_619_048]);
        near(&fit.errors, &[0.598_305_588_073, 0.143_022_391_194]);
    }

    #[test]
    fn poisson_regression_agrees_with_statsmodels() {
        // sm.GLM([2, 1, 4, 3, 7, 9, 12, 18], sm.add_constant(range(8)), Poisson(),
        //        exposure=[10, 9, 11, 10, 12, 10, 9, 10]).fit(): params, bse
        let events = [2.0, 1.0, 4.0, 3.0, 7.0, 9.0, 12.0, 18.0];
        let exposure = [10.0, 9.0, 11.0, 10.0, 12.0, 10.0, 9.0, 10.0];
        let fit = poisson(&rows(), &events, &exposure).unwrap();
        near(&fit.coefficients, &[-1.991_497_885_980, 0.370_652_177_915]);
        near(&fit.errors, &[0.390_530_042_014, 0.071_105_625_336]);
    }

    #[test]
    fn what_columns_cannot_tell_is_not_told() {
        let same: Vec<Vec<f64>> = X.iter().map(|_| vec![1.0, 1.0]).collect();
        assert_eq!(least_squares(&same, &X), None);
        assert_eq!(poisson(&rows(), &[0.0; 8], &[1.0; 8]), None, "nothing happened");
        assert_eq!(least_squares(&rows()[..2], &X[..2]), None, "as many columns as rows");
    }
}
