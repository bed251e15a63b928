//! The verdict: which strategy is better, or that they are practically the same, or that it is not decided.

use super::compare::Sums;
use super::statistics::{Difference, difference, replications_needed};
use crate::measures::{Better, Measure};
use crate::quantity::Quantity;
use crate::scenario::Scenario;

/// What can be said of who is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One strategy is better than every other: each paired interval lies above 0.
    Better,
    /// The best two differ by less than the scenario's margin, with 95 % confidence.
    Same,
    /// The replications do not suffice to tell.
    Undecided,
}

impl Kind {
    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Undecided => "undecided",
        }
    }
}

/// The answer to the scenario's question.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The id of the measure that decides.
    pub measure: &'static str,
    /// What can be said.
    pub kind: Kind,
    /// The best strategy by its mean.
    pub best: usize,
    /// The strategy that comes closest.
    pub runner_up: usize,
    /// By how much the best is ahead of the closest, world by world.
    pub lead: Option<Difference>,
    /// The margin within which differences are practically nothing, in the measure's unit.
    pub margin: f64,
    /// How many replications a decision would take, where it is not decided and can be told.
    pub needed: Option<usize>,
}

impl Verdict {
    /// The winner, if there is one.
    #[must_use]
    pub fn winner(&self) -> Option<usize> {
        (self.kind == Kind::Better).then_some(self.best)
    }
}

/// Decides a scenario, from all replications that were planned: nobody looks before the end.
pub(super) fn of(scenario: &Scenario, people: usize, sums: &Sums) -> Verdict {
    let measure = scenario.measure;
    let values: Vec<Vec<f64>> = (0..scenario.strategies.len())
        .map(|strategy| sums.values_at_horizon(measure, strategy))
        .collect();
    decide(measure, &values, margin(scenario, people))
}

/// Decides from a measure's values, a row for each strategy and in it one value for each replication.
#[must_use]
pub fn decide(measure: &Measure, values: &[Vec<f64>], margin: f64) -> Verdict {
    let sign = if measure.better() == Some(Better::Lower) { -1.0 } else { 1.0 };
    let mean = |values: &[f64]| sign * values.iter().sum::<f64>() / values.len().max(1) as f64;
    let mut ranked: Vec<usize> = (0..values.len()).collect();
    // Stable, so that equals stay in the order of the scenario.
    ranked.sort_by(|&a, &b| mean(&values[b]).total_cmp(&mean(&values[a])));
    let (best, others) = (ranked[0], &ranked[1..]);
    let lead = |other: usize| {
        let above = difference(&values[best], &values[other]);
        if sign < 0.0 { above.map(Difference::swapped) } else { above }
    };
    let leads: Vec<(usize, Option<Difference>)> =
        others.iter().map(|&other| (other, lead(other))).collect();
    let (runner_up, lead) = leads.first().map_or((best, None), |(other, lead)| (*other, *lead));
    let kind = judge(&leads, margin);
    // All whom the best does not beat yet must be told apart from it.
    let open = leads.iter().filter(|lead| !beats(lead)).map(|(other, _)| *other);
    let needed = match kind {
        Kind::Undecided => {
            open.map(|other| needed(&values[best], &values[other], margin)).max().flatten()
        }
        Kind::Better | Kind::Same => None,
    };
    Verdict { measure: measure.id, kind, best, runner_up, lead, margin, needed }
}

/// The margin in the measure's unit: for money over the whole time it is stated for 1,000 people, for
/// all else it is 0.
fn margin(scenario: &Scenario, people: usize) -> f64 {
    if scenario.measure.is_total() {
        scenario.objectives.margin.to_number() * people as f64 / 1000.0
    } else {
        0.0
    }
}

fn judge(leads: &[(usize, Option<Difference>)], margin: f64) -> Kind {
    let Some((low, high)) = leads.first().and_then(|(_, lead)| interval(lead.as_ref())) else {
        return Kind::Undecided;
    };
    if low >= -margin && high <= margin {
        return Kind::Same;
    }
    if leads.iter().all(beats) { Kind::Better } else { Kind::Undecided }
}

fn interval(lead: Option<&Difference>) -> Option<(f64, f64)> {
    lead.and_then(|lead| Some((lead.low?, lead.high?)))
}

/// Whether the best is certainly ahead of one of the others.
fn beats((_, lead): &(usize, Option<Difference>)) -> bool {
    interval(lead.as_ref()).is_some_and(|(low, _)| low > 0.0)
}

/// How many replications would tell the best two apart, or that they are practically the same.
fn needed(best: &[f64], other: &[f64], margin: f64) -> Option<usize> {
    let differences: Vec<f64> = best.iter().zip(other).map(|(a, b)| a - b).collect();
    let mean = (differences.iter().sum::<f64>() / differences.len().max(1) as f64).abs();
    let apart = replications_needed(&differences, mean);
    let same = if mean < margin { replications_needed(&differences, margin - mean) } else { None };
    apart.into_iter().chain(same).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(low: f64, high: f64) -> (usize, Option<Difference>) {
        let mean = f64::midpoint(low, high);
        let difference = Difference {
            mean,
            low: Some(low),
            high: Some(high),
            correlation: None,
            saved: None,
            n: 32,
        };
        (1, Some(difference))
    }

    #[test]
    fn three_verdicts_exist() {
        assert_eq!(judge(&[lead(2.0, 9.0)], 1.0), Kind::Better);
        assert_eq!(judge(&[lead(-0.5, 0.9)], 1.0), Kind::Same);
        assert_eq!(judge(&[lead(-0.5, 1.9)], 1.0), Kind::Undecided);
        assert_eq!(judge(&[lead(0.0, 0.0)], 0.0), Kind::Same, "a strategy against itself");
    }

    #[test]
    fn a_small_but_certain_lead_is_practically_nothing() {
        assert_eq!(judge(&[lead(0.2, 0.8)], 1.0), Kind::Same);
    }

    #[test]
    fn the_winner_must_beat_everyone() {
        assert_eq!(judge(&[lead(2.0, 9.0), lead(-1.0, 20.0)], 1.0), Kind::Undecided);
        assert_eq!(judge(&[(1, None)], 1.0), Kind::Undecided, "one replication has no interval");
    }
}
