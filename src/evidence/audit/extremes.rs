//! N6, adversarial search: the worlds of the plausible space that are best for either side, and what carries its lead there.
//!
//! Two worlds are looked for on each side: the one in which it leads the other by most, and the one in
//! which it wins by most, which is what the verdict of `run` asks for: to be ahead of doing nothing as well. In
//! the first the other side may only be ruining the firm.
//!
//! A search takes the best of many looks, and luck is part of what makes them best. So what it
//! found is lived again with luck that it has not met, and only that is told. Most of what a search
//! moves does not matter: it is put back to its usual value as long as that takes little of the lead,
//! and what is left is the description of the world.

use super::bench::{Bench, Duel};
use super::points::Found;
use super::search::{Best, matter, search, with_only};
use crate::evidence::space::{Open, dimensions, home, in_world, open, value_at};
use crate::experiment::statistics::{Difference, Estimate, difference, estimate};
use crate::parameters::Spec;
use crate::strategy::ABSENT;
use rayon::prelude::*;
use serde::Serialize;

/// How many parameters are told of a world.
const TOLD: usize = 8;

/// What a search looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Aim {
    /// To be ahead of the other side by most.
    Lead,
    /// To be ahead of the other side and of doing nothing: the smaller of both leads counts.
    Win,
}

impl Aim {
    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Win => "win",
        }
    }
}

/// The world that is best for one side, as far as a search has found.
#[derive(Clone, Debug)]
pub struct Extreme {
    /// What was looked for.
    pub aim: Aim,
    /// Which side.
    pub side: usize,
    /// How many parameters the search could move.
    pub open: usize,
    /// What was looked for, at the best point of the hypercube, where the search began.
    pub start: f64,
    /// The same at the end, on the luck of the search.
    pub searched: f64,
    /// How far the side is ahead of the other there, and of doing nothing, with fresh luck.
    pub found: Leads,
    /// How many parameters are left when all is put back that does not matter.
    pub moved: usize,
    /// The same leads where only these are moved, with fresh luck.
    pub few: Leads,
    /// Those of them that carry most, the most important first.
    pub carriers: Vec<Carrier>,
}

/// How far a side leads in a world.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Leads {
    /// Over the other side.
    pub other: Option<Difference>,
    /// Over doing nothing; `None` where doing nothing is one of the sides.
    pub absent: Option<Difference>,
}

/// A parameter that carries a part of a lead.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// What there is to know of it.
    pub spec: Spec,
    /// Its value in that world.
    pub value: f64,
    /// How much of what was looked for goes when it alone is put back to its usual value.
    pub carries: Option<Estimate>,
}

impl Leads {
    /// Whether the side is certainly ahead of the other.
    #[must_use]
    pub fn beats_other(&self) -> bool {
        certain(self.other)
    }

    /// Whether the side is certainly ahead of everybody.
    #[must_use]
    pub fn wins(&self) -> bool {
        certain(self.other) && self.absent.is_none_or(|absent| certain(Some(absent)))
    }
}

fn certain(lead: Option<Difference>) -> bool {
    lead.and_then(|lead| lead.low).is_some_and(|low| low > 0.0)
}

/// The room in which is searched: every dimension that the scenario leaves open.
struct Room<'a> {
    bench: &'a Bench<'a>,
    open: Vec<Open>,
    specs: Vec<(usize, Spec)>,
    usual: Vec<f64>,
    all: usize,
}

/// What is looked for, and for which side.
#[derive(Clone, Copy)]
struct Wish {
    aim: Aim,
    side: usize,
}

/// Searches for both sides, each time from the best point of the hypercube.
#[must_use]
pub fn check(bench: &Bench<'_>, found: &[Found]) -> Vec<Extreme> {
    let Some(room) = Room::of(bench) else { return Vec::new() };
    wishes(bench).par_iter().filter_map(|wish| room.best_for(*wish, found)).collect()
}

fn wishes(bench: &Bench<'_>) -> Vec<Wish> {
    // Where doing nothing is a side, to lead is to win.
    let with_baseline = bench.case.sides.iter().any(|side| side == ABSENT);
    let aims = if with_baseline { &[Aim::Lead][..] } else { &[Aim::Lead, Aim::Win] };
    aims.iter().flat_map(|&aim| [0, 1].map(|side| Wish { aim, side })).collect()
}

/// How many thousand person-weeks the check takes at most.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    let Some(duel) = bench.duel() else { return 0 };
    let (effort, all) = (&bench.effort, duel.scenario.strategies.len() as u64);
    let looks = (1 + effort.looks + effort.further) as u64;
    let cost = |lives: u64, worlds: u32| bench.cost(&duel.scenario, lives * u64::from(worlds));
    let each = |wish: &Wish| {
        let lives = if wish.aim == Aim::Lead { 2 } else { all };
        looks * cost(lives, effort.at_look) + (2 + TOLD as u64) * cost(all, effort.fresh)
    };
    wishes(bench).iter().map(each).sum()
}

impl<'a> Room<'a> {
    fn of(bench: &'a Bench<'a>) -> Option<Self> {
        let open = open(&bench.case.document, &bench.case.file).ok()?;
        let dimensions = dimensions();
        let is_open = |at: &usize| open.iter().any(|open| open.dimension == *at);
        let specs: Vec<(usize, Spec)> =
            (0..dimensions.len()).filter(is_open).map(|at| (at, dimensions[at].clone())).collect();
        let usual = specs.iter().map(|(_, spec)| home(spec)).collect();
        let all = dimensions.len();
        (!specs.is_empty()).then_some(Self { bench, open, specs, usual, all })
    }

    /// The scenario in the world at these places.
    fn duel(&self, places: &[f64]) -> Option<Duel> {
        let mut whole = vec![0.5; self.all];
        for ((dimension, _), place) in self.specs.iter().zip(places) {
            whole[*dimension] = *place;
        }
        let document = self.bench.case.document.clone();
        let scenario = in_world(document, &self.bench.case.file, &self.open, &whole).ok()?;
        Some(Duel::new(scenario, self.bench))
    }

    /// What was looked for, on the luck of the search.
    fn look(&self, wish: Wish, places: &[f64]) -> f64 {
        let Some(mut duel) = self.duel(places) else { return f64::NAN };
        if wish.aim == Aim::Lead {
            duel = duel.without_baseline();
        }
        // Not the luck of the hypercube, on which the start was chosen.
        let luck = self.bench.luck("audit: search");
        let batch = self.bench.live(&mut duel.scenario, luck, self.bench.effort.at_look);
        mean(wish.of(&leads(&duel, wish, &duel.values(&batch))))
    }

    fn best_for(&self, wish: Wish, found: &[Found]) -> Option<Extreme> {
        let by = |found: &Found| match wish.aim {
            Aim::Lead => found.leads_by[wish.side],
            Aim::Win => found.wins_by[wish.side],
        };
        let first = found.iter().max_by(|a, b| by(a).total_cmp(&by(b)))?;
        let start: Vec<f64> = self.specs.iter().map(|(at, _)| first.places[*at]).collect();
        let seed = self.bench.luck("audit: where to look").wrapping_add(wish.side as u64);
        let look = |places: &[f64]| self.look(wish, places);
        let best = search(&start, self.bench.effort.looks, seed, look)?;
        let told = matter(&best, &self.usual, self.bench.effort.further, look);
        Some(self.extreme(wish, look(&start), &best, &told))
    }

    fn extreme(&self, wish: Wish, start: f64, best: &Best, moved: &[usize]) -> Extreme {
        let few = with_only(&best.places, &self.usual, moved);
        let (found, left) = (self.fresh(wish, &best.places), self.fresh(wish, &few));
        let carrier = |&at: &usize| {
            let rest: Vec<usize> = moved.iter().copied().filter(|other| *other != at).collect();
            let rest = self.fresh(wish, &with_only(&best.places, &self.usual, &rest));
            let spec = self.specs[at].1.clone();
            let value = value_at(&spec, best.places[at]);
            Carrier { spec, value, carries: estimate(&minus(wish.of(&left), wish.of(&rest))) }
        };
        let told = &moved[..moved.len().min(TOLD)];
        let mut carriers: Vec<Carrier> = told.par_iter().map(carrier).collect();
        let size = |carrier: &Carrier| carrier.carries.map_or(f64::NEG_INFINITY, |part| part.mean);
        carriers.sort_by(|a, b| size(b).total_cmp(&size(a)));
        Extreme {
            aim: wish.aim,
            side: wish.side,
            open: self.specs.len(),
            start,
            searched: best.value,
            found: self.told(&found),
            moved: moved.len(),
            few: self.told(&left),
            carriers,
        }
    }

    /// A side's leads at these places, on luck that the search has not met.
    fn fresh(&self, wish: Wish, places: &[f64]) -> [Vec<f64>; 2] {
        let Some(mut duel) = self.duel(places) else { return Default::default() };
        let luck = self.bench.luck("audit: fresh luck");
        let batch = self.bench.live(&mut duel.scenario, luck, self.bench.effort.fresh);
        leads(&duel, wish, &duel.values(&batch))
    }

    fn told(&self, [other, absent]: &[Vec<f64>; 2]) -> Leads {
        let lead = |leads: &[f64]| difference(leads, &vec![0.0; leads.len()]);
        let with_baseline = self.bench.case.sides.iter().any(|side| side == ABSENT);
        Leads { other: lead(other), absent: lead(absent).filter(|_| !with_baseline) }
    }
}

impl Wish {
    /// Of a side's two leads the one that is looked for.
    fn of(self, [other, absent]: &[Vec<f64>; 2]) -> &[f64] {
        if self.aim == Aim::Win && mean(absent) < mean(other) { absent } else { other }
    }
}

/// How far a side leads the other, and doing nothing where that was lived, world by world.
fn leads(duel: &Duel, wish: Wish, values: &[Vec<f64>]) -> [Vec<f64>; 2] {
    let (own, other) = (duel.sides[wish.side], duel.sides[1 - wish.side]);
    let absent = duel.scenario.strategies.iter().position(|strategy| strategy.name == ABSENT);
    let over = |than: usize| duel.leads_of(values, own, than);
    [over(other), absent.map(over).unwrap_or_default()]
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
