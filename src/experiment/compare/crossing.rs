//! Who is ahead, week by week, and when that turned round.

use crate::experiment::replicate::Batch;
use crate::facts::Facts;

/// The week in which the mean cumulative difference of two strategies last changed its sign.
///
/// `None` where one is ahead from the first week to the last, or where they never differ.
#[must_use]
pub fn crossing_week(
    batch: &Batch,
    (strategy, against): (usize, usize),
    of: fn(&Facts) -> f64,
) -> Option<u32> {
    let gap = cumulative_gap(batch, (strategy, against), of);
    let last = *gap.last()?;
    let behind = gap.iter().rposition(|gap| gap * last < 0.0)?;
    u32::try_from(behind + 1).ok()
}

/// The mean over replications of how far one strategy's cumulative flow is ahead of another's, week by week.
#[must_use]
pub fn cumulative_gap(
    batch: &Batch,
    (strategy, against): (usize, usize),
    of: fn(&Facts) -> f64,
) -> Vec<f64> {
    let mut gap: Vec<f64> = Vec::new();
    let mut replications = 0_u32;
    for run in batch.runs.iter().filter(|run| run.strategy == strategy || run.strategy == against) {
        let sign = if run.strategy == strategy { 1.0 } else { -1.0 };
        gap.resize(gap.len().max(run.weeks.len()), 0.0);
        let mut sum = 0.0;
        for (gap, facts) in gap.iter_mut().zip(&run.weeks) {
            sum += sign * of(facts);
            *gap += sum;
        }
        replications += u32::from(run.strategy == strategy);
    }
    gap.iter().map(|gap| gap / f64::from(replications.max(1))).collect()
}
