//! Scoring: how far what was foretold lies from what happened: how many adopted when, and who.
//!
//! How many: the root of the mean squared distance of the mean curve of all worlds from the real
//! one. Who and when: the logarithm of the chance that the model gave to what each person did in
//! each period of the second half, given what everybody had done before; it needs no worlds, since
//! the hazards are exact. That score also rewards a model for knowing how many adopt. Who alone:
//! of two people of whom one adopts in a period and the other could have, how often the model holds
//! the right one for readier (concordance: one half where it cannot tell). Who at all: the squared
//! distance of the chance to have adopted at the end from what was so (Brier 1950). What so few
//! worlds add by luck to a squared distance is taken off.

use super::fit::{Exposure, Fit, exposures, log_chance};
use super::forecast::Forecast;
use super::history::{History, Surroundings};
use std::cmp::Ordering;

/// How well a fitted model foretold the second half.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Root mean squared error of the curve, in people.
    pub curve: f64,
    /// How often, of an adopter and one who did not adopt in the same period, the adopter was held
    /// for readier.
    pub concordance: f64,
    /// For each person who could adopt: the logarithm of the chance of what he did and when.
    pub log: Vec<f64>,
    /// For each such person: the squared error of the chance to have adopted at the end.
    pub brier: Vec<f64>,
}

impl Score {
    /// Scores a model.
    #[must_use]
    pub fn of(history: &History, around: &Surroundings, fit: &Fit, forecast: &Forecast) -> Self {
        let could = could_adopt(history);
        Self {
            curve: curve_error(history, forecast),
            concordance: concordance(history, around, fit),
            log: log_scores(history, around, fit),
            brier: could.iter().map(|&i| brier(history, forecast, i)).collect(),
        }
    }

    /// The mean of the logarithms.
    #[must_use]
    pub fn mean_log(&self) -> f64 {
        mean(&self.log)
    }

    /// The mean of the squared errors.
    #[must_use]
    pub fn mean_brier(&self) -> f64 {
        mean(&self.brier)
    }
}

/// The mean of some numbers.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Those who could adopt in the second half.
fn could_adopt(history: &History) -> Vec<usize> {
    let half = history.half();
    (0..history.people()).filter(|&person| !history.has_adopted(person, half)).collect()
}

/// For each person who could adopt: the logarithm of the chance of what he did and when.
#[must_use]
pub fn log_scores(history: &History, around: &Surroundings, fit: &Fit) -> Vec<f64> {
    could_adopt(history).into_iter().map(|i| log_score(history, around, fit, i)).collect()
}

/// What a person did in the second half, given the real times of all others.
fn log_score(history: &History, around: &Surroundings, fit: &Fit, person: usize) -> f64 {
    let adopted = history.adopted[person];
    let periods = history.half() + 1..=history.periods.min(adopted);
    let one = |period| {
        let hazard = fit.hazard(around.seen(history, person, period));
        log_chance(hazard, adopted == period)
    };
    periods.map(one).sum()
}

/// The share of all pairs, of an adopter and one who could have adopted in the same period and did
/// not, in which the adopter's hazard was the greater; equal hazards count one half.
fn concordance(history: &History, around: &Surroundings, fit: &Fit) -> f64 {
    let (mut right, mut pairs) = (0.0, 0.0);
    for period in history.half() + 1..=history.periods {
        let exposures = exposures(history, around, period..=period);
        let stayed = |exposure: &Exposure| exposure.at_risk - exposure.adopted;
        for one in &exposures {
            for other in &exposures {
                let (adopter, other_hazard) = (fit.hazard(one.seen), fit.hazard(other.seen));
                let weight = one.adopted * stayed(other);
                pairs += weight;
                right += weight
                    * match adopter.total_cmp(&other_hazard) {
                        Ordering::Greater => 1.0,
                        Ordering::Equal => 0.5,
                        Ordering::Less => 0.0,
                    };
            }
        }
    }
    right / pairs
}

fn brier(history: &History, forecast: &Forecast, person: usize) -> f64 {
    let worlds = forecast.worlds() as f64;
    let chance = f64::from(forecast.ever[person]) / worlds;
    let adopted = f64::from(u8::from(history.has_adopted(person, history.periods)));
    let luck = chance * (1.0 - chance) / (worlds - 1.0).max(1.0);
    (chance - adopted) * (chance - adopted) - luck
}

fn curve_error(history: &History, forecast: &Forecast) -> f64 {
    let worlds = forecast.worlds() as f64;
    let periods = history.half() + 1..=history.periods;
    let squares = periods.clone().enumerate().map(|(at, period)| {
        let values: Vec<f64> = forecast.curves.iter().map(|curve| curve[at + 1] as f64).collect();
        let mean = mean(&values);
        let apart: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let luck = apart / (worlds - 1.0).max(1.0) / worlds;
        (mean - history.adopters(period) as f64).powi(2) - luck
    });
    let sum: f64 = squares.sum();
    (sum / periods.count() as f64).max(0.0).sqrt()
}
