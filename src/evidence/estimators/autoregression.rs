//! Vector autoregression: how several series follow their own and each other's past, and what a shock to one does to another over time.
//!
//! Series of several worlds, each without its own level and trend, are one sample. A shock comes
//! with the shocks to the others that usually come with it in the same week: the generalised
//! impulse response of Pesaran and Shin (1998), which needs no order of causes.

use super::regression::least_squares;
use crate::elementary::ln;
use nalgebra::{DMatrix, DVector};

/// The series of one world: week by week, the value of each.
pub type Panel = Vec<Vec<f64>>;

/// A fitted vector autoregression.
#[derive(Clone, Debug, PartialEq)]
pub struct Autoregression {
    /// What each lag says: rows are effects, columns causes.
    lags: Vec<DMatrix<f64>>,
    /// How what is left unexplained moves together.
    covariance: DMatrix<f64>,
    /// Schwarz's criterion: the less, the better the order.
    criterion: f64,
}

/// The autoregression of the order, up to the highest, that Schwarz's criterion prefers.
#[must_use]
pub fn autoregression(panels: &[Panel], highest: usize) -> Option<Autoregression> {
    let panels: Option<Vec<Panel>> = panels.iter().map(detrended).collect();
    let panels = panels?;
    let fits = (1..=highest).filter_map(|order| of_order(&panels, order, highest));
    fits.min_by(|a, b| a.criterion.total_cmp(&b.criterion))
}

/// Each series without its mean and its trend.
fn detrended(panel: &Panel) -> Option<Panel> {
    let trend: Vec<Vec<f64>> = (0..panel.len()).map(|week| vec![1.0, week as f64]).collect();
    let mut rest = panel.clone();
    for at in 0..panel.first()?.len() {
        let series: Vec<f64> = panel.iter().map(|week| week[at]).collect();
        let fit = least_squares(&trend, &series)?;
        for (week, rest) in rest.iter_mut().enumerate() {
            rest[at] -= fit.coefficients[0] + fit.coefficients[1] * week as f64;
        }
    }
    Some(rest)
}

/// The autoregression of one order, on the weeks that the highest order leaves.
fn of_order(panels: &[Panel], order: usize, highest: usize) -> Option<Autoregression> {
    let variables = panels.first()?.first()?.len();
    let weeks = || panels.iter().flat_map(|panel| (highest..panel.len()).map(move |t| (panel, t)));
    let past = |(panel, t): (&Panel, usize)| -> Vec<f64> {
        (1..=order).flat_map(|lag| panel[t - lag].iter().copied()).collect()
    };
    let rows: Vec<Vec<f64>> = weeks().map(past).collect();
    let mut lags = vec![DMatrix::zeros(variables, variables); order];
    let mut left = DMatrix::zeros(rows.len(), variables);
    for effect in 0..variables {
        let outcome: Vec<f64> = weeks().map(|(panel, t)| panel[t][effect]).collect();
        let fit = least_squares(&rows, &outcome)?;
        for (at, coefficient) in fit.coefficients.iter().enumerate() {
            lags[at / variables][(effect, at % variables)] = *coefficient;
        }
        for (week, (row, outcome)) in rows.iter().zip(&outcome).enumerate() {
            let explained = row.iter().zip(&fit.coefficients).map(|(x, b)| x * b).sum::<f64>();
            left[(week, effect)] = outcome - explained;
        }
    }
    let n = rows.len() as f64;
    let covariance = left.transpose() * &left / n;
    let determinant = covariance.determinant();
    let parameters = (order * variables * variables) as f64;
    let criterion = ln(determinant) + ln(n) / n * parameters;
    (determinant > 0.0).then_some(Autoregression { lags, covariance, criterion })
}

impl Autoregression {
    /// How many weeks of the past it looks at.
    #[must_use]
    pub const fn order(&self) -> usize {
        self.lags.len()
    }

    /// What a shock of one unit to a cause does to an effect, in the week of the shock and in each
    /// of the weeks after.
    #[must_use]
    pub fn response(&self, (cause, effect): (usize, usize), weeks: usize) -> Vec<f64> {
        let shock = self.covariance.column(cause) / self.covariance[(cause, cause)];
        let mut responses: Vec<DVector<f64>> = vec![shock];
        for week in 1..=weeks {
            let lagged = self.lags.iter().zip(responses[..week].iter().rev());
            let next = lagged
                .map(|(lag, response)| lag * response)
                .fold(DVector::zeros(self.covariance.ncols()), |sum, part| sum + part);
            responses.push(next);
        }
        responses.iter().map(|response| response[effect]).collect()
    }
}

/// In which week a share of the whole response has come, counted from that of the shock; `None`
/// where the response does not add up to anything.
#[must_use]
pub fn weeks_until(share: f64, response: &[f64]) -> Option<f64> {
    let whole: f64 = response.iter().sum();
    let mut come = 0.0;
    let reached = response.iter().position(|week| {
        come += week;
        come / whole >= share
    });
    reached.map(|week| week as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [f64; 24] = [
        3., 1., 4., 1., 5., 9., 2., 6., 5., 3., 5., 8., 9., 7., 9., 3., 2., 3., 8., 4., 6., 2., 6.,
        4.,
    ];
    const OTHER: [f64; 24] = [
        2., 7., 1., 8., 2., 8., 1., 8., 2., 8., 4., 5., 9., 0., 4., 5., 2., 3., 5., 3., 6., 0., 2.,
        8.,
    ];

    fn panel() -> Panel {
        ONE.iter().zip(&OTHER).map(|(&one, &other)| vec![one, other]).collect()
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} {expected}");
    }

    #[test]
    fn the_regression_agrees_with_statsmodels() {
        // d = series without mean and trend; r = VAR(d).fit(2, trend="n"); r.coefs
        let fit = of_order(&[detrended(&panel()).unwrap()], 2, 2).unwrap();
        near(fit.lags[0][(0, 0)], 0.058_693_144_011);
        near(fit.lags[0][(0, 1)], 0.161_533_696_073);
        near(fit.lags[0][(1, 1)], -0.788_169_829_375);
        near(fit.lags[1][(1, 0)], -0.120_979_548_402);
    }

    #[test]
    fn the_response_to_a_shock_agrees_with_statsmodels() {
        // S = r.resid.T @ r.resid; [r.ma_rep(4)[h] @ S[:, 1] / S[1, 1] for h in range(5)]
        let fit = of_order(&[detrended(&panel()).unwrap()], 2, 2).unwrap();
        let expected = [
            0.329_970_583_897,
            0.180_900_707_072,
            0.322_177_403_619,
            -0.236_933_670_087,
            0.133_346_099_403,
        ];
        let found = fit.response((1, 0), 4);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            near(*found, expected);
        }
        near(fit.response((1, 1), 1)[1], -0.708_595_264_557);
    }

    #[test]
    fn the_order_is_chosen_by_schwarzs_criterion() {
        // of orders 1 to 4 on the same twenty weeks: 3.815, 4.102, 4.340, 4.604
        let fit = autoregression(&[panel()], 4).unwrap();
        assert_eq!(fit.order(), 1);
        near(fit.criterion, 3.814_828_377_357_791_6);
        assert_eq!(autoregression(&[vec![vec![1.0, 2.0]; 30]], 4), None, "nothing moves");
    }

    #[test]
    fn several_worlds_are_one_sample() {
        let two = autoregression(&[panel(), panel()], 1).unwrap();
        let one = autoregression(&[panel()], 1).unwrap();
        near(two.lags[0][(0, 1)], one.lags[0][(0, 1)]);
    }

    #[test]
    fn a_response_has_come_when_its_parts_add_up() {
        assert_eq!(weeks_until(0.9, &[4.0, 3.0, 2.0, 1.0]), Some(2.0));
        assert_eq!(weeks_until(0.9, &[0.0, -1.0, -1.0]), Some(2.0), "whatever its sign");
        assert_eq!(weeks_until(0.9, &[0.0, 0.0]), None);
    }
}
