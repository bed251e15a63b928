//! N2, labels: names and their order are not read; to exchange them flips the sign of every difference exactly.

use super::bench::Bench;
use super::case::reduce;
use super::exact::Exact;
use super::identity::same_weeks;
use crate::experiment::compare::{Comparison, Contrast};
use crate::experiment::replicate::Batch;
use crate::experiment::statistics::Difference;
use crate::scenario::Scenario;

const STATEMENT: &str = "To exchange the names of the strategies, or their order in the file, flips the sign of every difference exactly.";

/// Lives the scenario as it stands, with the names exchanged, and in the opposite order.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Exact> {
    let Some(exchanged) = bench.case.with_names_exchanged() else {
        let mut exact = Exact::new("N2", STATEMENT, "names and order".to_owned());
        "One side is the baseline, which has neither a name to give away nor a place in the file."
            .clone_into(&mut exact.aside);
        return vec![exact];
    };
    let (plain, reversed) = (bench.case.scenario(), bench.case.in_opposite_order());
    let (Some(plain), Some(reversed)) = (plain, reversed) else { return Vec::new() };
    let [one, other] = bench.case.sides.each_ref().map(|side| &**side);
    let here = Lived::of(plain, &[one, other], bench);
    // By name the same order, so that each now does what the other did.
    let there = Lived::of(exchanged, &[one, other], bench);
    let back = Lived::of(reversed, &[other, one], bench);
    vec![
        flipped("names exchanged".to_owned(), &here, &there),
        flipped("order in the file reversed".to_owned(), &here, &back),
    ]
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    let lives = 9 * u64::from(bench.effort.exact);
    bench.duel().map_or(0, |duel| bench.cost(&duel.scenario, lives))
}

/// What two strategies lived, the first and the second of a scenario.
#[derive(Debug)]
pub struct Lived {
    /// The runs.
    pub batch: Batch,
    /// What they say.
    pub comparison: Comparison,
}

impl Lived {
    fn of(mut scenario: Scenario, names: &[&str], bench: &Bench<'_>) -> Self {
        reduce(&mut scenario, names, bench.effort.people);
        let batch = bench.live(&mut scenario, bench.seed, bench.effort.exact);
        let comparison = Comparison::of(&scenario, bench.case.ground.people(&scenario), &batch);
        Self { batch, comparison }
    }
}

/// Holds two strategies against the same two the other way round.
#[must_use]
pub fn flipped(whom: String, here: &Lived, there: &Lived) -> Exact {
    let mut exact = Exact::new("N2", STATEMENT, whom);
    same_weeks(&mut exact, (&here.batch, 0), (&there.batch, 1));
    same_weeks(&mut exact, (&here.batch, 1), (&there.batch, 0));
    let of = |lived: &Lived| -> Vec<Contrast> {
        let pair = |c: &&Contrast| (c.strategy, c.against) == (0, 1);
        lived.comparison.contrasts.iter().filter(pair).cloned().collect()
    };
    for (plain, back) in of(here).iter().zip(&of(there)) {
        let holds = plain.difference == back.difference.map(Difference::swapped);
        exact.expect(holds, || {
            let mean = |contrast: &Contrast| contrast.difference.map(|difference| difference.mean);
            let name = plain.moment.name(plain.measure.id);
            format!("{name}: {:?} one way, {:?} the other", mean(plain), mean(back))
        });
    }
    exact
}
