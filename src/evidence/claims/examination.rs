//! The examination of some claims: which worlds are lived, and how many lives each takes.

use super::all;
use super::claim::Claim;
use super::judging::Judged;
use super::living::Lived;
use crate::draws::Draws;
use crate::evidence::Depth;
use crate::evidence::space::{Point, hypercube, scenario_at};
use crate::evidence::validation::names;
use crate::quantity::Count;
use crate::scenario::Scenario;
use rayon::prelude::*;

/// Worlds of the plausible space.
const WORLDS: u32 = 64;
/// People in each of them.
const PEOPLE: usize = 1000;

/// What is to be examined.
#[derive(Debug)]
pub struct Plan {
    /// The seed of all luck.
    pub seed: u64,
    /// How much is spent on it.
    pub depth: Depth,
    /// The claims.
    pub claims: Vec<&'static Claim>,
    /// The worlds of the plausible space, the same for all claims.
    pub points: Vec<Point>,
}

/// What was found.
#[derive(Debug)]
pub struct Examination {
    /// What was to be examined.
    pub plan: Plan,
    /// The claims, each with its answer.
    pub claims: Vec<Judged>,
}

impl Plan {
    /// All claims, or those that have one of these ids; a letter names all claims of a text.
    #[must_use]
    pub fn new(seed: u64, depth: Depth, only: &[String]) -> Self {
        let wanted = |id: &str| only.is_empty() || only.iter().any(|only| names(only, id));
        let claims = all().filter(|claim| wanted(claim.id)).collect();
        Self { seed, depth, claims, points: hypercube(depth.worlds(WORLDS) as usize, seed) }
    }

    /// How many people live in a world of the plausible space.
    #[must_use]
    pub const fn people(&self) -> usize {
        match self.depth {
            Depth::Quick => 150,
            Depth::Usual | Depth::Deep => PEOPLE,
        }
    }

    /// How many lives a world has. One tells nearly as much as two; every fourth world has a
    /// second, so that luck can be told from parameters.
    fn lives(&self, claim: &Claim, point: &Point) -> u32 {
        let alone = claim.hypothesis().is_none_or(|hypothesis| !hypothesis.compared.needs_others());
        match self.depth {
            Depth::Deep => 4,
            Depth::Quick | Depth::Usual if alone && !point.number.is_multiple_of(4) => 1,
            Depth::Quick | Depth::Usual => 2,
        }
    }

    /// The seed of the luck of a world: `run` with it lives the same world.
    #[must_use]
    pub fn seed_of(&self, point: &Point) -> u64 {
        let seeds = Draws::from_seed(self.seed).of("claims: seed of a world");
        seeds.number(point.number as u64).0
    }

    /// How many runs the examination takes.
    #[must_use]
    pub fn runs(&self) -> usize {
        let runs = |claim: &&'static Claim| {
            let Some(hypothesis) = claim.hypothesis() else { return 0 };
            let at_defaults = self.scenario(claim, None).experiment.replications.whole();
            let in_worlds = self.points.iter().map(|point| self.lives(claim, point) as usize);
            (at_defaults + in_worlds.sum::<usize>()) * hypothesis.compared.strategies().len()
        };
        self.claims.iter().map(runs).sum()
    }

    /// Examines. `done` is called after each run.
    #[must_use]
    pub fn carry_out(self, done: &(dyn Fn() + Sync)) -> Examination {
        // The defaults of a claim, then its worlds, one after the other.
        let worlds: Vec<Option<&Point>> =
            [None].into_iter().chain(self.points.iter().map(Some)).collect();
        let tasks: Vec<(&'static Claim, Option<&Point>)> = self
            .claims
            .iter()
            .flat_map(|&claim| worlds.iter().map(move |&world| (claim, world)))
            .collect();
        let lived: Vec<Lived> =
            tasks.into_par_iter().map(|(claim, world)| self.live(claim, world, done)).collect();
        let luck = Draws::from_seed(self.seed);
        let judged =
            self.claims.iter().zip(lived.chunks(worlds.len())).map(|(&claim, lived)| {
                match (claim.hypothesis(), lived) {
                    (Some(hypothesis), [defaults, worlds @ ..]) => {
                        let lived = (defaults.clone(), worlds.to_vec());
                        Judged::of(claim, hypothesis, lived, &self.points, luck)
                    }
                    _ => Judged::untestable(claim),
                }
            });
        let claims = judged.collect();
        Examination { plan: self, claims }
    }

    fn live(&self, claim: &Claim, world: Option<&Point>, done: &(dyn Fn() + Sync)) -> Lived {
        let Some(hypothesis) = claim.hypothesis() else { return Lived::default() };
        let seed = world.map_or(self.seed, |point| self.seed_of(point));
        hypothesis.live(self.scenario(claim, world), seed, done)
    }

    /// The scenario of a claim, as it stands or in a world of the plausible space.
    fn scenario(&self, claim: &Claim, world: Option<&Point>) -> Scenario {
        let (file, text) = claim.scenario();
        // Where it only counts whether everything runs, the defaults are a small market as well.
        let is_small = world.is_some() || self.depth == Depth::Quick;
        let set = is_small.then(|| format!("people.count={}", self.people()));
        let set: Vec<String> = set.into_iter().collect();
        let mut scenario = scenario_at((&file, text), &set, world)
            .unwrap_or_else(|problems| unreachable!("{} is sound: {problems:?}", claim.id));
        let own = scenario.experiment.replications.whole() as u32;
        let replications =
            world.map_or_else(|| self.at_defaults(own), |point| self.lives(claim, point));
        scenario.experiment.replications = Count(f64::from(replications));
        scenario
    }

    /// How many replications the defaults take, of which the scenario has so many.
    const fn at_defaults(&self, own: u32) -> u32 {
        match self.depth {
            Depth::Quick => 3,
            Depth::Usual => own,
            Depth::Deep => 4 * own,
        }
    }
}
