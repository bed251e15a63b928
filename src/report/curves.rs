//! Curves: a number of each week, averaged over replications, with its interval.

use super::results::Results;
use crate::experiment::statistics::{Estimate, difference, estimate};
use crate::facts::Facts;

/// A week's number with its interval, for each week for which it can be told.
pub type Curve = Vec<(u32, Estimate)>;

/// What a curve reads of a run's facts.
#[derive(Clone, Copy, Debug)]
pub enum Reading {
    /// That week alone.
    Week(fn(&Facts) -> Option<f64>),
    /// All weeks so far, added up.
    SoFar(fn(&Facts) -> Option<f64>),
}

impl Reading {
    /// The number of every week of every replication: by week, then by replication.
    fn of(self, results: &Results, strategy: usize) -> Vec<Vec<Option<f64>>> {
        let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
        let mut weeks = vec![Vec::new(); results.scenario.rules.horizon as usize + 1];
        for run in runs {
            let mut sum = Facts::default();
            for (week, facts) in run.weeks.iter().enumerate() {
                weeks[week].push(match self {
                    Self::Week(read) => read(facts),
                    Self::SoFar(read) => {
                        sum.absorb(facts);
                        read(&sum)
                    }
                });
            }
        }
        weeks
    }
}

/// The mean over replications, week by week.
#[must_use]
pub fn mean(results: &Results, strategy: usize, reading: Reading) -> Curve {
    let weeks = reading.of(results, strategy).into_iter().enumerate();
    let told = weeks.filter_map(|(week, values)| {
        let values: Option<Vec<f64>> = values.into_iter().collect();
        Some((week as u32, estimate(&values?)?))
    });
    told.collect()
}

/// How far one strategy lies above another, world by world, week by week.
#[must_use]
pub fn gap(results: &Results, (strategy, against): (usize, usize), reading: Reading) -> Curve {
    let (ours, theirs) = (reading.of(results, strategy), reading.of(results, against));
    let weeks = ours.into_iter().zip(theirs).enumerate();
    let told = weeks.filter_map(|(week, (ours, theirs))| {
        let (ours, theirs): (Option<Vec<f64>>, Option<Vec<f64>>) =
            (ours.into_iter().collect(), theirs.into_iter().collect());
        let gap = difference(&ours?, &theirs?)?;
        let estimate = Estimate { mean: gap.mean, low: gap.low, high: gap.high, n: gap.n };
        Some((week as u32, estimate))
    });
    told.collect()
}
