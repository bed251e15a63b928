//! False alarms: how often our own verdict calls one of several equals the better one.
//!
//! Under the same luck a strategy differs from itself by nothing, which proves nothing. So each
//! strategy of a comparison lives the same people under luck of its own. The verdict is that of
//! `run`: the best by its mean must beat everybody else by a two-sided 95 % interval, so that of two equals one is
//! called better in 5 of 100 comparisons. Of three equals that happens less often, although the best
//! was picked first, since it must beat both others at once: picking inflates the first
//! comparison, and the second takes more away. It is counted here all the same.

use super::bench::{Bench, Duel};
use super::null_worlds::{silence, strike};
use crate::draws::Draws;
use crate::experiment::replicate::begin;
use crate::experiment::statistics::Proportion;
use crate::experiment::verdict::{Kind, decide};
use crate::facts::Facts;
use crate::measures::{self, Measure};
use crate::scenario::{Scenario, Source};
use crate::simulation::simulate;
use crate::strategy::Strategy;
use rayon::prelude::*;

/// The error that a verdict at 95 % promises to keep.
pub const NOMINAL: f64 = 0.05;
/// A count that luck alone brings less often than this is a fault of the verdict.
const FAULT: f64 = 0.001;
/// People of each small market, where they are drawn.
const PEOPLE: usize = 100;
/// Weeks of each life.
const WEEKS: u32 = 20;
/// Worlds of a comparison.
const WORLDS: u32 = 8;

/// How often the verdict called one of equals the better one.
#[derive(Clone, Debug)]
pub struct Alarm {
    /// What was compared.
    pub what: String,
    /// The measure that decided.
    pub measure: &'static Measure,
    /// How many strategies a comparison had.
    pub strategies: usize,
    /// How often one was called better.
    pub share: Proportion,
}

impl Alarm {
    /// Whether there were more alarms than the verdict promises and luck explains.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.share.likely(NOMINAL) < FAULT
    }

    /// Counts how often the verdict calls the best of so many rows better than all others.
    #[must_use]
    pub fn count(
        what: String,
        measure: &'static Measure,
        strategies: usize,
        comparisons: &[Vec<Vec<f64>>],
    ) -> Self {
        let better = |values: &Vec<Vec<f64>>| {
            decide(measure, &values[..strategies], 0.0).kind == Kind::Better
        };
        Self { what, measure, strategies, share: Proportion::among(comparisons.iter().map(better)) }
    }
}

/// Compares what cannot differ.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Alarm> {
    let mut alarms = with_itself(bench);
    alarms.extend(without_effect(bench));
    alarms
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    bench.duel().map_or(0, |duel| {
        let scenario = small(duel);
        6 * comparisons(bench, &scenario) as u64 * bench.cost(&scenario, u64::from(WORLDS))
    })
}

/// How many comparisons are made: fewer where files give a large network.
fn comparisons(bench: &Bench<'_>, scenario: &Scenario) -> usize {
    let most = bench.effort.comparisons;
    let affordable = most * 2 * PEOPLE / bench.case.ground.people(scenario).max(1);
    most.min(affordable.max(most / 10))
}

/// The scenario in small markets and for a short time.
fn small(duel: Duel) -> Scenario {
    let mut scenario = duel.scenario;
    if let Source::Generated { people, .. } = &mut scenario.source {
        *people = (*people).min(PEOPLE);
    }
    scenario.rules.horizon = scenario.rules.horizon.min(WEEKS);
    scenario
}

/// Each side against itself in turn, twice and three times.
fn with_itself(bench: &Bench<'_>) -> Vec<Alarm> {
    let Some(duel) = bench.duel() else { return Vec::new() };
    let (sides, measure) = (duel.sides, duel.scenario.measure);
    let scenario = small(duel);
    let of = |comparison: usize| {
        let strategy = &scenario.strategies[sides[comparison % 2]];
        compare(bench, (&scenario, measure), [strategy; 3], comparison)
    };
    let lived: Vec<_> = (0..comparisons(bench, &scenario)).into_par_iter().map(of).collect();
    let count =
        |what: &str, strategies: usize| Alarm::count(what.to_owned(), measure, strategies, &lived);
    vec![count("a strategy and itself", 2), count("a strategy, itself and itself", 3)]
}

/// Both sides where no programme has any effect, by a measure that no cost can move.
fn without_effect(bench: &Bench<'_>) -> Vec<Alarm> {
    let (Some(mut duel), Some(measure)) = (bench.duel(), measures::by_id("customers")) else {
        return Vec::new();
    };
    silence(&mut duel.scenario);
    for strategy in &mut duel.scenario.strategies {
        strike(strategy);
    }
    let ([one, other], absent) = (duel.sides, duel.absent());
    let scenario = small(duel);
    let strategies = [one, other, absent].map(|at| &scenario.strategies[at]);
    let lived: Vec<_> = (0..comparisons(bench, &scenario))
        .into_par_iter()
        .map(|comparison| compare(bench, (&scenario, measure), strategies, comparison))
        .collect();
    let count =
        |what: &str, strategies: usize| Alarm::count(what.to_owned(), measure, strategies, &lived);
    vec![
        count("the two sides without any effect", 2),
        count("the two sides without any effect, and doing nothing", 3),
    ]
}

/// One comparison: a few markets, in each the same people for all strategies and luck of its own for each.
fn compare(
    bench: &Bench<'_>,
    (scenario, measure): (&Scenario, &Measure),
    strategies: [&Strategy; 3],
    comparison: usize,
) -> Vec<Vec<f64>> {
    let mut values = vec![Vec::new(); strategies.len()];
    for world in 0..WORLDS {
        let people = Draws::from_seed(bench.luck("audit: false alarms"))
            .in_replication(comparison as u32)
            .in_replication(world);
        let market = begin(scenario, &bench.case.ground, people);
        let mut told = Vec::new();
        for (arm, strategy) in strategies.into_iter().enumerate() {
            let mut market = market.clone();
            let rivals = scenario.rivals.iter().map(|rival| &rival.strategy);
            let firms: Vec<&Strategy> = std::iter::once(strategy).chain(rivals).collect();
            let mut facts = Facts::default();
            let own = people.in_replication(arm as u32);
            simulate(&mut market, &firms, &scenario.rules, own, |_, firm, week| {
                if firm == 0 {
                    facts.absorb(week);
                }
            });
            told.extend(measure.of(&facts));
        }
        // A world counts where it has a value under every strategy, as in `run`.
        if told.len() == strategies.len() {
            values.iter_mut().zip(told).for_each(|(values, value)| values.push(value));
        }
    }
    (bench.done)(bench.cost(scenario, 3 * u64::from(WORLDS)));
    values
}
