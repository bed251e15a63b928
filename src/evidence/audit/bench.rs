//! The bench: small worlds of the audited scenario, lived under its two sides, and how far one leads there.

use super::case::{Case, reduce};
use crate::draws::Draws;
use crate::evidence::Depth;
use crate::experiment::replicate::{Batch, replicate};
use crate::experiment::statistics::{Difference, difference};
use crate::measures::{Better, Measure, Unit};
use crate::quantity::Count;
use crate::scenario::Scenario;
use crate::strategy::ABSENT;

/// How much each check is worth at a depth.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// People of a world, where they are drawn.
    pub people: usize,
    /// Worlds of an exact check.
    pub exact: u32,
    /// Worlds in which each dose of each mechanism is tried.
    pub dose: u32,
    /// Points of the plausible space at which the sides are compared.
    pub points: usize,
    /// Worlds at each of them.
    pub at_point: u32,
    /// Points at which a search looks.
    pub looks: usize,
    /// Worlds at each of them.
    pub at_look: u32,
    /// Further looks at what matters there.
    pub further: usize,
    /// Worlds of fresh luck in which what a search found is lived again.
    pub fresh: u32,
    /// Comparisons of what cannot differ.
    pub comparisons: usize,
}

impl Effort {
    /// The effort of a depth.
    #[must_use]
    pub const fn of(depth: Depth) -> Self {
        let usual = Self {
            people: 500,
            exact: 4,
            dose: 12,
            points: 64,
            at_point: 6,
            looks: 80,
            at_look: 3,
            further: 70,
            fresh: 12,
            comparisons: 1000,
        };
        match depth {
            Depth::Usual => usual,
            Depth::Quick => Self {
                people: 150,
                exact: 2,
                dose: 2,
                points: 12,
                at_point: 2,
                looks: 12,
                at_look: 2,
                further: 18,
                fresh: 3,
                comparisons: 100,
            },
            Depth::Deep => Self {
                dose: 48,
                points: 256,
                at_point: 12,
                looks: 600,
                at_look: 6,
                further: 200,
                fresh: 48,
                comparisons: 8000,
                ..usual
            },
        }
    }
}

/// What all checks share.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// What is audited.
    pub case: &'a Case,
    /// How much each check is worth.
    pub effort: Effort,
    /// The seed of all luck.
    pub seed: u64,
    /// Told after each piece of work how many thousand person-weeks it was.
    pub done: &'a (dyn Fn(u64) + Sync),
}

impl std::fmt::Debug for Bench<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Bench").field("effort", &self.effort).finish_non_exhaustive()
    }
}

/// A scenario with two sides, ready to be lived.
#[derive(Debug)]
pub struct Duel {
    /// The scenario, with the sides and the baseline only.
    pub scenario: Scenario,
    /// Where the sides stand in it.
    pub sides: [usize; 2],
    /// By what the measure is multiplied, so that amounts are for 1,000 people.
    pub scale: f64,
    /// −1 where less of the measure is better.
    pub sign: f64,
}

impl Duel {
    /// The two sides of a scenario in worlds of so many people at most.
    #[must_use]
    pub fn new(mut scenario: Scenario, bench: &Bench<'_>) -> Self {
        let sides = &bench.case.sides;
        reduce(&mut scenario, &sides.each_ref().map(|side| &**side), bench.effort.people);
        let at = |side: &String| {
            let found = scenario.strategies.iter().position(|strategy| strategy.name == *side);
            found.unwrap_or(scenario.strategies.len() - 1)
        };
        let sides = sides.each_ref().map(at);
        let scale = scale(scenario.measure, bench.case.ground.people(&scenario));
        let sign = if scenario.measure.better() == Some(Better::Lower) { -1.0 } else { 1.0 };
        Self { scenario, sides, scale, sign }
    }

    /// The baseline's place.
    #[must_use]
    pub const fn absent(&self) -> usize {
        self.scenario.strategies.len() - 1
    }

    /// The measure at the horizon, for 1,000 people where it is an amount; a row for each strategy and in it one value for each world.
    #[must_use]
    pub fn values(&self, batch: &Batch) -> Vec<Vec<f64>> {
        let (measure, horizon) = (self.scenario.measure, self.scenario.rules.horizon);
        let of = |strategy: usize| -> Vec<f64> {
            let runs = batch.runs.iter().filter(|run| run.strategy == strategy);
            let value = |run: &crate::experiment::replicate::Run| {
                measure.of(&run.up_to(horizon)).map(|value| value * self.scale)
            };
            runs.filter_map(value).collect()
        };
        (0..self.scenario.strategies.len()).map(of).collect()
    }

    /// How far the first side leads, world by world.
    #[must_use]
    pub fn lead(&self, values: &[Vec<f64>]) -> Option<Difference> {
        let above = difference(&values[self.sides[0]], &values[self.sides[1]])?;
        Some(if self.sign < 0.0 { above.swapped() } else { above })
    }

    /// How far the first side leads in each world.
    #[must_use]
    pub fn leads(&self, values: &[Vec<f64>]) -> Vec<f64> {
        self.leads_of(values, self.sides[0], self.sides[1])
    }

    /// How far one strategy leads another in each world; nothing where a world lacks a number.
    #[must_use]
    pub fn leads_of(&self, values: &[Vec<f64>], one: usize, other: usize) -> Vec<f64> {
        let (one, other) = (&values[one], &values[other]);
        if one.len() != other.len() {
            return Vec::new();
        }
        one.iter().zip(other).map(|(one, other)| self.sign * (one - other)).collect()
    }

    /// Leaves the baseline out where it is no side, so that it need not be lived.
    #[must_use]
    pub fn without_baseline(mut self) -> Self {
        if !self.sides.contains(&self.absent()) {
            self.scenario.strategies.retain(|strategy| strategy.name != ABSENT);
        }
        self
    }
}

/// Whether a measure grows with the market, and is therefore told for 1,000 people.
#[must_use]
pub fn grows(measure: &Measure) -> bool {
    measure.is_total() || measure.unit == Unit::Count
}

fn scale(measure: &Measure, people: usize) -> f64 {
    if grows(measure) { 1000.0 / people.max(1) as f64 } else { 1.0 }
}

impl Bench<'_> {
    /// The scenario's duel as it stands.
    #[must_use]
    pub fn duel(&self) -> Option<Duel> {
        self.case.scenario().map(|scenario| Duel::new(scenario, self))
    }

    /// Lives a scenario in so many worlds of this luck.
    #[must_use]
    pub fn live(&self, scenario: &mut Scenario, seed: u64, worlds: u32) -> Batch {
        scenario.experiment.replications = Count(f64::from(worlds));
        let batch = replicate(scenario, &self.case.ground, seed, &|| ());
        (self.done)(self.cost(scenario, scenario.strategies.len() as u64 * u64::from(worlds)));
        batch
    }

    /// How many thousand person-weeks so many lives are.
    #[must_use]
    pub fn cost(&self, scenario: &Scenario, lives: u64) -> u64 {
        let life = self.case.ground.people(scenario) as u64 * u64::from(scenario.rules.horizon);
        (lives * life / 1000).max(1)
    }

    /// A seed of luck that no other check has met.
    #[must_use]
    pub fn luck(&self, purpose: &'static str) -> u64 {
        Draws::from_seed(self.seed).of(purpose).number(0).0
    }
}
