//! Replicate: the same people live under every strategy, in many worlds side by side.
//!
//! A replication draws one market; each strategy gets a copy of it and the same luck. Which
//! replications enter never depends on threads, and results stand in the order of replications.

use super::ground::Ground;
use crate::draws::Draws;
use crate::facts::Facts;
use crate::market::Market;
use crate::population::Network;
use crate::population::start::Beginning;
use crate::scenario::Scenario;
use crate::simulation::simulate;
use crate::strategy::Strategy;
use crate::threads::LARGE;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// One life of one market under one strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The replication, counted from 0.
    pub replication: u32,
    /// The strategy's place in the scenario.
    pub strategy: usize,
    /// The facts of each week; week 0 is the state before the first.
    pub weeks: Vec<Facts>,
}

impl Run {
    /// All weeks up to one, added up.
    #[must_use]
    pub fn up_to(&self, week: u32) -> Facts {
        let mut facts = Facts::default();
        for later in self.weeks.iter().take(week as usize + 1) {
            facts.absorb(later);
        }
        facts
    }
}

/// A replication that could not be finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The replication, counted from 0.
    pub replication: u32,
    /// What went wrong.
    pub message: String,
}

/// All replications of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The seed.
    pub seed: u64,
    /// The runs, by replication and strategy.
    pub runs: Vec<Run>,
    /// Replications that failed; none of their runs is among the runs.
    pub failures: Vec<Failure>,
}

/// Lives all replications of a scenario. `done` is called after each run.
#[must_use]
pub fn replicate(
    scenario: &Scenario,
    ground: &Ground,
    seed: u64,
    done: &(dyn Fn() + Sync),
) -> Batch {
    let count = scenario.experiment.replications.whole() as u32;
    let one = |replication: u32| {
        // A fault of one replication must not lose the others.
        let live = AssertUnwindSafe(|| live(scenario, ground, seed, replication, done));
        catch_unwind(live).map_err(|fault| Failure { replication, message: message(&*fault) })
    };
    let results: Vec<Result<Vec<Run>, Failure>> = if ground.people(scenario) >= LARGE {
        // Memory then holds one market, and its blocks keep all threads busy.

        (0..count).map(one).collect()
    } else {
        (0..count).into_par_iter().map(one).collect()
    };
    let mut batch = Batch { seed, ..Batch::default() };
    for result in results {
        match result {
            Ok(runs) => batch.runs.extend(runs),
            Err(failure) => batch.failures.push(failure),
        }
    }
    batch
}

fn live(
    scenario: &Scenario,
    ground: &Ground,
    seed: u64,
    replication: u32,
    done: &(dyn Fn() + Sync),
) -> Vec<Run> {
    let lasting = Draws::from_seed(seed).in_replication(replication);
    let network = ground.network(scenario, lasting);
    if replication == 0 {
        ground.note(&network);
    }
    let market = settle(scenario, ground, &network, lasting);
    drop(network);
    let last = scenario.strategies.len().saturating_sub(1);
    let mut market = Some(market);
    let strategies = scenario.strategies.iter().enumerate();
    let runs = strategies.filter_map(|(number, strategy)| {
        // The last strategy needs no copy.
        let own = if number == last { market.take() } else { market.clone() };
        let weeks = weeks(own?, strategy, scenario, lasting);
        done();
        Some(Run { replication, strategy: number, weeks })
    });
    runs.collect()
}

/// The market of a replication before the first week.
#[must_use]
pub fn begin(scenario: &Scenario, ground: &Ground, lasting: Draws) -> Market {
    settle(scenario, ground, &ground.network(scenario, lasting), lasting)
}

/// Puts the market of a replication on its network.
fn settle(scenario: &Scenario, ground: &Ground, network: &Network, lasting: Draws) -> Market {
    let beginning = Beginning {
        traits: &scenario.traits,
        start: &scenario.start,
        firms: &scenario.firms(),
        given: &ground.given,
        rules: &scenario.rules,
        lasting,
    };
    beginning.market(network)
}

fn weeks(
    mut market: Market,
    strategy: &Strategy,
    scenario: &Scenario,
    lasting: Draws,
) -> Vec<Facts> {
    let mut weeks = Vec::with_capacity(scenario.rules.horizon as usize + 1);
    // Whatever the firm does, its rivals follow their own strategies.
    let rivals = scenario.rivals.iter().map(|rival| &rival.strategy);
    let strategies: Vec<&Strategy> = std::iter::once(strategy).chain(rivals).collect();
    simulate(&mut market, &strategies, &scenario.rules, lasting, |_, firm, facts| {
        if firm == 0 {
            weeks.push(facts.clone());
        }
    });
    weeks
}

fn message(fault: &(dyn std::any::Any + Send)) -> String {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| fault.downcast_ref::<&str>().copied()).unwrap_or("unknown fault").to_owned()
}
