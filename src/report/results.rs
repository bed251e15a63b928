//! Results: a scenario, what it was run on, all its runs and what they say together.

use crate::experiment::compare::Comparison;
use crate::experiment::ground::Ground;
use crate::experiment::replicate::{Batch, replicate};
use crate::population::Census;
use crate::scenario::{Assumption, Scenario, assumptions, effective};

/// Everything that a report shows.
#[derive(Debug)]
pub struct Results {
    /// The scenario.
    pub scenario: Scenario,
    /// The scenario with every value that was used, as TOML.
    pub effective: String,
    /// What was read from the user's files.
    pub ground: Ground,
    /// The network, or that of the first replication.
    pub census: Census,
    /// All runs.
    pub batch: Batch,
    /// What they say.
    pub comparison: Comparison,
    /// Every parameter with the value that was used.
    pub assumptions: Vec<Assumption>,
}

impl Results {
    /// Lives all replications of a scenario and compares its strategies. `done` is called after each run.
    #[must_use]
    pub fn of(mut scenario: Scenario, ground: Ground, seed: u64, done: &(dyn Fn() + Sync)) -> Self {
        let batch = replicate(&scenario, &ground, seed, done);
        let comparison = Comparison::of(&scenario, ground.people(&scenario), &batch);
        let census = *ground.census(&scenario, seed);
        let effective = effective(&mut scenario);
        let assumptions = assumptions(&mut scenario);
        Self { scenario, effective, ground, census, batch, comparison, assumptions }
    }

    /// The name of a strategy.
    #[must_use]
    pub fn strategy(&self, number: usize) -> &str {
        &self.scenario.strategies[number].name
    }

    /// The names of all strategies, the baseline last.
    pub fn strategies(&self) -> impl Iterator<Item = &str> {
        self.scenario.strategies.iter().map(|strategy| &*strategy.name)
    }

    /// Replications that were finished.
    #[must_use]
    pub fn replications(&self) -> usize {
        self.batch.runs.len() / self.scenario.strategies.len().max(1)
    }
}
