//! N5 and N8, doses: how far one side leads as each mechanism alone is weakened, step by step, down to nothing.
//!
//! All doses meet the same luck, so two doses are compared world by world. A response that first rises and then
//! falls, or the other way round, by more than luck explains is told with its numbers: it is a
//! finding and may be right (a message that reaches everybody wins nobody further), and it is
//! where a model would hide what favours a side.

use super::bench::{Bench, Duel};
use crate::experiment::statistics::{Estimate, estimate, estimate_one_of};
use crate::mechanisms::Mechanisms;
use crate::parameters::Parameters;
use rayon::prelude::*;
use serde::Serialize;

/// The doses, as multiples of the gain that the scenario gives a mechanism.
pub const LEVELS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// How the lead responds to a mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Response {
    /// It does not respond by more than luck.
    None,
    /// The more of the mechanism, the further the first side is ahead.
    Rises,
    /// The more of the mechanism, the further the second side is ahead.
    Falls,
    /// It rises between two doses and falls between two others, both by more than luck.
    Turns,
}

impl Response {
    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Rises => "rises",
            Self::Falls => "falls",
            Self::Turns => "turns",
        }
    }
}

/// One mechanism at all doses.
#[derive(Clone, Debug)]
pub struct Dose {
    /// The mechanism's gain.
    pub gain: &'static str,
    /// What the mechanism is.
    pub meaning: &'static str,
    /// How far the first side leads at each dose, with the interval of each alone.
    pub leads: Vec<Option<Estimate>>,
    /// How much further it leads with the whole mechanism than without it.
    pub carries: Option<Estimate>,
    /// How the lead responds.
    pub response: Response,
}

/// Tries every mechanism at every dose.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Dose> {
    let specs = Mechanisms::specs();
    let weaker: Vec<(usize, f64)> = (0..specs.len())
        .flat_map(|at| LEVELS[..LEVELS.len() - 1].iter().map(move |&level| (at, level)))
        .collect();
    let full = lived(bench, None);
    let lived: Vec<Vec<f64>> =
        weaker.par_iter().map(|&(at, level)| lived(bench, Some((specs[at].name, level)))).collect();
    let one = |at: usize| {
        let doses: Vec<&[f64]> = (0..LEVELS.len() - 1)
            .map(|level| &*lived[at * (LEVELS.len() - 1) + level])
            .chain([&*full])
            .collect();
        let (carries, response) = respond(&doses, specs.len());
        let leads = doses.iter().map(|leads| estimate(leads)).collect();
        Dose { gain: specs[at].name, meaning: specs[at].meaning, leads, carries, response }
    };
    (0..specs.len()).map(one).collect()
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    let doses = Mechanisms::specs().len() * (LEVELS.len() - 1) + 1;
    let each = bench.duel().map(Duel::without_baseline).map_or(0, |duel| {
        let lives = duel.scenario.strategies.len() as u64 * u64::from(bench.effort.dose);
        bench.cost(&duel.scenario, lives)
    });
    doses as u64 * each
}

/// How far the first side leads in each world, one gain multiplied.
fn lived(bench: &Bench<'_>, dose: Option<(&str, f64)>) -> Vec<f64> {
    let Some(mut duel) = bench.duel().map(Duel::without_baseline) else { return Vec::new() };
    if let Some((gain, level)) = dose {
        let gains = &mut duel.scenario.rules.gains;
        let own = gains.get(gain).unwrap_or(1.0);
        gains.set(gain, own * level);
    }
    let batch = bench.live(&mut duel.scenario, bench.seed, bench.effort.dose);
    duel.leads(&duel.values(&batch))
}

/// What the whole dose adds to none, and how the lead responds, judged over all pairs of doses of
/// so many mechanisms together.
#[must_use]
pub fn respond(doses: &[&[f64]], mechanisms: usize) -> (Option<Estimate>, Response) {
    let step = |from: usize, to: usize| -> Vec<f64> {
        doses[to].iter().zip(doses[from]).map(|(to, from)| to - from).collect()
    };
    let pairs = doses.len() * (doses.len() - 1) / 2 * mechanisms;
    let (mut rises, mut falls) = (false, false);
    for from in 0..doses.len() {
        for to in from + 1..doses.len() {
            let change = estimate_one_of(pairs, &step(from, to));
            rises |= change.and_then(|change| change.low).is_some_and(|low| low > 0.0);
            falls |= change.and_then(|change| change.high).is_some_and(|high| high < 0.0);
        }
    }
    let response = match (rises, falls) {
        (false, false) => Response::None,
        (true, false) => Response::Rises,
        (false, true) => Response::Falls,
        (true, true) => Response::Turns,
    };
    (estimate(&step(0, doses.len() - 1)), response)
}
