//! Koyck: how sales follow advertising at once and in the long run, where each period keeps a part of the effect of the one before (Koyck 1954).

use super::regression::least_squares;
use crate::elementary::ln;

/// Elasticities of sales to advertising.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Koyck {
    /// Within the period.
    pub short: f64,
    /// The part of the effect that is carried over from one period to the next.
    pub carried: f64,
}

impl Koyck {
    /// How many times as large the elasticity is in the long run; `None` where nothing ever fades.
    #[must_use]
    pub fn long_over_short(&self) -> Option<f64> {
        (self.carried < 1.0).then(|| 1.0 / (1.0 - self.carried))
    }
}

/// Regresses the logarithm of sales on those of advertising and of the sales of the period before.
#[must_use]
pub fn koyck(sales: &[f64], advertising: &[f64]) -> Option<Koyck> {
    if sales.len() != advertising.len() || sales.iter().chain(advertising).any(|&x| x <= 0.0) {
        return None;
    }
    let after = 1..sales.len();
    let rows: Vec<Vec<f64>> =
        after.map(|t| vec![1.0, ln(advertising[t]), ln(sales[t - 1])]).collect();
    let outcome: Vec<f64> = sales.iter().skip(1).map(|&sales| ln(sales)).collect();
    let fit = least_squares(&rows, &outcome)?;
    Some(Koyck { short: fit.coefficients[1], carried: fit.coefficients[2] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elementary::exp;

    #[test]
    fn what_is_put_in_comes_out() {
        let advertising = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0];
        let mut sales = vec![10.0];
        for t in 1..advertising.len() {
            sales.push(exp(1.0 + 0.12 * ln(advertising[t]) + 0.5 * ln(sales[t - 1])));
        }
        let found = koyck(&sales, &advertising).unwrap();
        assert!((found.short - 0.12).abs() < 1e-9 && (found.carried - 0.5).abs() < 1e-9);
        assert!((found.long_over_short().unwrap() - 2.0).abs() < 1e-8);
        assert_eq!(koyck(&[1.0, 0.0], &[1.0, 1.0]), None, "nothing has no logarithm");
    }
}
