//! What is lived for a claim: the strategies that it compares, in as many replications as it needs, and nothing else.

use super::claim::Hypothesis;
use crate::evidence::Expected;
use crate::experiment::ground::Ground;
use crate::experiment::replicate::{Batch, Failure, replicate};
use crate::experiment::statistics::{Estimate, estimate};
use crate::scenario::{Scenario, Source};

/// What the replications of one world say.
#[derive(Clone, Debug, Default)]
pub struct Lived {
    /// The replications that gave a number, counted from 0.
    pub replications: Vec<u32>,
    /// Each of the compared numbers, for each of these.
    pub numbers: Vec<Vec<f64>>,
    /// Replications that failed.
    pub failures: Vec<Failure>,
}

impl Hypothesis {
    /// Lives a scenario under the strategies that are compared. Who lives beside them changes
    /// nothing, so the numbers are those of `run` with the same seed. `done` is called after each run.
    #[must_use]
    pub fn live(&self, mut scenario: Scenario, seed: u64, done: &(dyn Fn() + Sync)) -> Lived {
        let needed = self.compared.strategies();
        scenario.strategies.retain(|strategy| needed.contains(&&*strategy.name));
        let batch = replicate(&scenario, &Ground::default(), seed, done);
        self.say(&scenario, batch)
    }

    fn say(&self, scenario: &Scenario, batch: Batch) -> Lived {
        let (mut replications, mut values) = (Vec::new(), Vec::new());
        for run in batch.runs.chunk_by(|a, b| a.replication == b.replication) {
            let value = |name: &&str| {
                let named = |strategy: usize| scenario.strategies[strategy].name == *name;
                let run = run.iter().find(|run| named(run.strategy))?;
                let value = self.measure().of(&run.up_to(scenario.rules.horizon))?;
                Some(value * self.scale(people(scenario)))
            };
            // A replication counts where every strategy gives a number.
            let all: Option<Vec<f64>> = self.compared.strategies().iter().map(value).collect();
            if let Some(all) = all {
                replications.push(run[0].replication);
                values.push(all);
            }
        }
        let numbers = self.compared.scores(&values);
        Lived { replications, numbers, failures: batch.failures }
    }
}

/// How many people there are in a scenario that generates its network.
fn people(scenario: &Scenario) -> usize {
    match scenario.source {
        Source::Generated { people, .. } => people,
        Source::Imported(_) => unreachable!("the scenarios of claims generate their networks"),
    }
}

impl Lived {
    /// Each compared number with its interval over replications.
    #[must_use]
    pub fn estimates(&self) -> Vec<Option<Estimate>> {
        self.numbers.iter().map(|numbers| estimate(numbers)).collect()
    }

    /// The mean of one of the compared numbers; `None` where no replication gave it.
    #[must_use]
    pub fn mean(&self, at: usize) -> Option<f64> {
        estimate(self.numbers.get(at)?).map(|estimate| estimate.mean)
    }

    /// The score: of the means of the compared numbers the one that is furthest from where it is
    /// expected. `None` where no replication gave a number.
    #[must_use]
    pub fn score(&self, expected: Expected) -> Option<f64> {
        self.score_of(expected, |_| true)
    }

    /// The score of one replication.
    #[must_use]
    pub fn score_in(&self, expected: Expected, replication: u32) -> Option<f64> {
        self.score_of(expected, |other| other == replication)
    }

    fn score_of(&self, expected: Expected, counts: impl Fn(u32) -> bool) -> Option<f64> {
        let mean = |numbers: &Vec<f64>| {
            let pairs = self.replications.iter().zip(numbers);
            let chosen: Vec<f64> =
                pairs.filter(|(at, _)| counts(**at)).map(|(_, number)| *number).collect();
            estimate(&chosen).map(|estimate| estimate.mean)
        };
        let means: Option<Vec<f64>> = self.numbers.iter().map(mean).collect();
        means.and_then(|means| worst(expected, &means))
    }
}

/// Of some numbers the one that is furthest from where all are expected.
#[must_use]
pub fn worst(expected: Expected, numbers: &[f64]) -> Option<f64> {
    let in_order = numbers.iter().copied();
    match expected {
        Expected::Below(_) => in_order.max_by(f64::total_cmp),
        _ => in_order.min_by(f64::total_cmp),
    }
}
