//! A study: the network, shuffled networks and the Bass curve, each fitted on the first half and held against the second.

use super::engine::compare;
use super::fit::{Fit, Intervals, exposures};
use super::forecast::Forecast;
use super::history::{History, Surroundings};
use super::score::{Score, mean};
use super::shuffle::{Among, shuffled};
use crate::draws::Draws;
use crate::evidence::Depth;
use crate::evidence::limits::Comparison;
use crate::experiment::statistics::{Difference, difference};
use crate::population::Network;
use rayon::prelude::*;
use serde::Serialize;

/// Worlds of the network as it is, and of the Bass curve.
const WORLDS: u32 = 1000;
/// How many times ties are shuffled.
const SHUFFLES: u32 = 200;
/// Worlds of each shuffled network.
const WORLDS_OF_SHUFFLED: u32 = 25;

/// What is held against the real second half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The ties as they are.
    Ties,
    /// The ties shuffled among everybody.
    Shuffled,
    /// The ties shuffled within each community.
    ShuffledWithin,
    /// Everybody sees everybody.
    Bass,
}

impl Kind {
    /// What the model is called.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ties => "the ties as they are",
            Self::Shuffled => "ties shuffled",
            Self::ShuffledWithin => "ties shuffled within communities",
            Self::Bass => "Bass, no network",
        }
    }
}

/// Whether the ties as they are tell who adopts when, better than a baseline does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Better.
    Better,
    /// Neither is shown.
    Open,
    /// Worse.
    Worse,
}

/// One model once fitted, and how well it foretold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trial {
    /// The two influences.
    pub fit: Fit,
    /// Root mean squared error of the curve, in people.
    pub curve_error: f64,
    /// Mean over people of the logarithm of the chance of what each did and when.
    pub log_score: f64,
    /// How often, of an adopter and one who did not adopt in the same period, the adopter was held
    /// for readier.
    pub concordance: f64,
    /// Mean over people of the squared error of the chance to have adopted at the end.
    pub brier: f64,
}

/// What was foretold for the end of one period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Foretold {
    /// The period.
    pub period: u32,
    /// Mean number of adopters.
    pub mean: f64,
    /// The number below which one world in forty lies.
    pub low: f64,
    /// The number above which one world in forty lies.
    pub high: f64,
}

/// A model with all its trials: one, or as many as ties were shuffled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Model {
    /// Which.
    pub kind: Kind,
    /// The intervals of the two influences, where there is one trial.
    pub intervals: Option<Intervals>,
    /// What was fitted and how well it foretold.
    pub trials: Vec<Trial>,
    /// The curve over all worlds of all trials, from the end of the first half on.
    pub curve: Vec<Foretold>,
}

/// What is known of one real history.
#[derive(Debug)]
pub struct Study {
    /// The history.
    pub history: History,
    /// How much was spent on it.
    pub depth: Depth,
    /// The seed of all luck.
    pub seed: u64,
    /// The ties as they are first, and the Bass curve last.
    pub models: Vec<Model>,
    /// How far the ties' logarithmic score lies above that of the Bass curve, person by person.
    pub log_score_above_bass: Option<Difference>,
    /// How far the ties' squared error lies below that of the Bass curve, person by person.
    pub brier_below_bass: Option<Difference>,
    /// The engine's first foretold period beside the exact chances, by what people saw.
    pub engine: Vec<Comparison>,
}

/// What was found of a model that is one trial: the trial, its score person by person, the worlds.
type Found = (Trial, Score, Forecast);

/// How many steps a study has, of which each is announced when it is done.
#[must_use]
pub fn steps(history: &History, depth: Depth) -> usize {
    depth.worlds(SHUFFLES) as usize * baselines(history).len() + 2
}

/// Among whom ties are shuffled: within communities, too, where they are given.
fn baselines(history: &History) -> &'static [(Kind, Among)] {
    let all = &[(Kind::Shuffled, Among::Everybody), (Kind::ShuffledWithin, Among::Communities)];
    if history.communities_given && history.network.circle_count() > 1 { all } else { &all[..1] }
}

impl Study {
    /// Fits, foretells and scores all models. `done` is called after each step.
    #[must_use]
    pub fn of(history: History, seed: u64, depth: Depth, done: &(dyn Fn() + Sync)) -> Self {
        let luck = Draws::from_seed(seed);
        let worlds = (depth.worlds(WORLDS), luck);
        let (ties, around) = (Some(&history.network), Surroundings::ties(&history.network));
        let (real, real_score, real_worlds) = trial(&history, ties, &around, worlds);
        done();
        let everybody = Surroundings::everybody(&history);
        let (bass, bass_score, bass_worlds) = trial(&history, None, &everybody, worlds);
        done();
        let engine = compare(&history, &around, &real.fit, &real_worlds);
        let intervals = |fit: &Fit, around: &Surroundings| {
            Some(fit.intervals(&exposures(&history, around, 1..=history.half())))
        };
        let of_ties = intervals(&real.fit, &around);
        let of_bass = intervals(&bass.fit, &everybody);
        let mut models = vec![model(Kind::Ties, &history, vec![(real, real_worlds)], of_ties)];
        for &(kind, among) in baselines(&history) {
            let trials = (0..depth.worlds(SHUFFLES)).into_par_iter().map(|number| {
                let found = shuffle(&history, among, luck.in_replication(number));
                done();
                found
            });
            models.push(model(kind, &history, trials.collect(), None));
        }
        models.push(model(Kind::Bass, &history, vec![(bass, bass_worlds)], of_bass));
        let log_score_above_bass = difference(&real_score.log, &bass_score.log);
        let brier_below_bass = difference(&bass_score.brier, &real_score.brier);
        Self { history, depth, seed, models, log_score_above_bass, brier_below_bass, engine }
    }

    /// The ties as they are.
    #[must_use]
    pub fn ties(&self) -> &Trial {
        &self.models[0].trials[0]
    }

    /// The model of this kind.
    #[must_use]
    pub fn model(&self, kind: Kind) -> Option<&Model> {
        self.models.iter().find(|model| model.kind == kind)
    }

    /// Whether the ties as they are tell who adopts when, better than the baseline of this kind:
    /// by the logarithmic score, with 95 % confidence. `None` where there is no such baseline.
    #[must_use]
    pub fn answer(&self, kind: Kind) -> Option<Answer> {
        let baseline = self.model(kind)?;
        let (better, worse) = match kind {
            Kind::Ties => return None,
            Kind::Bass => {
                let above = self.log_score_above_bass?;
                (above.low? > 0.0, above.high? < 0.0)
            }
            Kind::Shuffled | Kind::ShuffledWithin => {
                let good = baseline.as_good(self.ties(), |trial| trial.log_score);
                let poor = baseline.as_good(self.ties(), |trial| -trial.log_score);
                (good <= 0.025, poor <= 0.025)
            }
        };
        Some(match (better, worse) {
            (true, _) => Answer::Better,
            (_, true) => Answer::Worse,
            _ => Answer::Open,
        })
    }
}

/// Fits one model, lets the engine foretell, and scores it.
fn trial(
    history: &History,
    network: Option<&Network>,
    around: &Surroundings,
    worlds: (u32, Draws),
) -> Found {
    let fit = Fit::of(&exposures(history, around, 1..=history.half()));
    let forecast = Forecast::of(history, network, &fit, worlds);
    let score = Score::of(history, around, &fit, &forecast);
    let found = Trial {
        fit,
        curve_error: score.curve,
        log_score: score.mean_log(),
        concordance: score.concordance,
        brier: score.mean_brier(),
    };
    (found, score, forecast)
}

fn shuffle(history: &History, among: Among, luck: Draws) -> (Trial, Forecast) {
    let network = shuffled(&history.network, among, luck);
    let around = Surroundings::ties(&network);
    let (trial, _, forecast) = trial(history, Some(&network), &around, (WORLDS_OF_SHUFFLED, luck));
    (trial, forecast)
}

fn model(
    kind: Kind,
    history: &History,
    found: Vec<(Trial, Forecast)>,
    intervals: Option<Intervals>,
) -> Model {
    let (trials, forecasts): (Vec<Trial>, Vec<Forecast>) = found.into_iter().unzip();
    let foretold = |(at, period): (usize, u32)| {
        let worlds = forecasts.iter().flat_map(|forecast| &forecast.curves);
        let values: Vec<f64> = worlds.map(|curve| curve[at] as f64).collect();
        let [low, _, high] = spread(&values);
        Foretold { period, mean: mean(&values), low, high }
    };
    let curve = (history.half()..=history.periods).enumerate().map(foretold).collect();
    Model { kind, intervals, trials, curve }
}

/// The values below which one in forty, half, and all but one in forty lie.
#[must_use]
pub fn spread(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    [0.025, 0.5, 0.975].map(|part| {
        let at = part * sorted.len().saturating_sub(1) as f64;
        let (low, high) = (at.floor() as usize, at.ceil() as usize);
        let (low, high) = (sorted.get(low), sorted.get(high));
        let (low, high) = (low.copied().unwrap_or(f64::NAN), high.copied().unwrap_or(f64::NAN));
        low + (at - at.floor()) * (high - low)
    })
}

impl Model {
    /// A number of all trials: the value below which one in forty, half, and all but one in forty lie.
    #[must_use]
    pub fn spread(&self, of: impl Fn(&Trial) -> f64) -> [f64; 3] {
        spread(&self.trials.iter().map(of).collect::<Vec<_>>())
    }

    /// The share of trials that are as good as this one, or better; the trial itself counts as one.
    #[must_use]
    pub fn as_good(&self, trial: &Trial, better: impl Fn(&Trial) -> f64) -> f64 {
        let good = self.trials.iter().filter(|other| better(other) >= better(trial)).count();
        (good + 1) as f64 / (self.trials.len() + 1) as f64
    }

    /// In how many of the foretold periods the real curve lies within the band.
    #[must_use]
    pub fn within(&self, history: &History) -> usize {
        let is_within = |foretold: &&Foretold| {
            let real = history.adopters(foretold.period) as f64;
            (foretold.low..=foretold.high).contains(&real)
        };
        self.curve.iter().skip(1).filter(is_within).count()
    }
}
