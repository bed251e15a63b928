//! N1, identity: a strategy against a copy of itself under another name differs by exactly nothing, in every fact of every week.

use super::bench::Bench;
use super::case::reduce;
use super::exact::Exact;
use crate::experiment::compare::Comparison;
use crate::experiment::replicate::{Batch, Run};

const STATEMENT: &str =
    "A strategy and its copy under another name live the same weeks; each difference is exactly 0.";

/// Lives each side beside its copy.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Exact> {
    let Some((mut scenario, pairs)) = bench.case.with_copies() else { return Vec::new() };
    let names: Vec<&str> = pairs.iter().flatten().map(|name| &**name).collect();
    reduce(&mut scenario, &names, bench.effort.people);
    let batch = bench.live(&mut scenario, bench.seed, bench.effort.exact);
    let comparison = Comparison::of(&scenario, bench.case.ground.people(&scenario), &batch);
    let pair = |(at, [side, copy]): (usize, &[String; 2])| {
        let whom = format!("{side} and its copy, called {copy}");
        compare(whom, &batch, Some(&comparison), (2 * at, 2 * at + 1))
    };
    pairs.iter().enumerate().map(pair).collect()
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    let lives = 5 * u64::from(bench.effort.exact);
    bench.duel().map_or(0, |duel| bench.cost(&duel.scenario, lives))
}

/// Holds the runs of two strategies against each other, which must be equal.
#[must_use]
pub fn compare(
    whom: String,
    batch: &Batch,
    comparison: Option<&Comparison>,
    (one, other): (usize, usize),
) -> Exact {
    let mut exact = Exact::new("N1", STATEMENT, whom);
    same_weeks(&mut exact, (batch, one), (batch, other));
    let contrasts = comparison.iter().flat_map(|comparison| &comparison.contrasts);
    for contrast in contrasts.filter(|c| (c.strategy, c.against) == (one, other)) {
        let Some(difference) = contrast.difference else { continue };
        let ends = [Some(difference.mean), difference.low, difference.high];
        exact.expect(ends.iter().flatten().all(|end| *end == 0.0), || {
            format!("{} differs by {}", contrast.moment.name(contrast.measure.id), difference.mean)
        });
    }
    exact
}

/// Expects that two strategies, each of its own batch, live the same weeks.
pub(super) fn same_weeks(
    exact: &mut Exact,
    (here, one): (&Batch, usize),
    (there, other): (&Batch, usize),
) {
    let runs = |batch: &Batch, strategy: usize| -> Vec<Run> {
        batch.runs.iter().filter(|run| run.strategy == strategy).cloned().collect()
    };
    let (one, other) = (runs(here, one), runs(there, other));
    exact.expect(one.len() == other.len(), || {
        format!("{} worlds were finished by one and {} by the other", one.len(), other.len())
    });
    for (one, other) in one.iter().zip(&other) {
        for (week, (facts, twins)) in one.weeks.iter().zip(&other.weeks).enumerate() {
            exact.expect(facts == twins, || {
                format!("week {week} of world {} is not the same", one.replication)
            });
        }
        exact.expect(one.weeks.len() == other.weeks.len(), || {
            format!(
                "world {} lasts {} and {} weeks",
                one.replication,
                one.weeks.len(),
                other.weeks.len()
            )
        });
    }
}
