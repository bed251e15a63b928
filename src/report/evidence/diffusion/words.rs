//! Words: what was fitted, foretold and found, in sentences and in rows.

use super::super::super::words::count;
use super::super::words::tidy_to;
use crate::evidence::diffusion::Study;
use crate::evidence::diffusion::fit::Intervals;
use crate::evidence::diffusion::study::{Answer, Kind, Model, Trial};
use crate::experiment::statistics::Difference;

/// The names of the columns of [`rows`].
pub const HEAD: [&str; 8] =
    ["Model", "p", "q", "Curve error", "In band", "Log score", "Concordance", "Brier"];

/// What the columns mean.
pub const LEGEND: &str = "Each person's hazard to adopt in a period is p + q·x; x is the number of adopters known, \
    in the Bass model the share of all people who have adopted. Both are fitted on the first half by maximum likelihood, \
    with 95 % profile intervals; of shuffled ties, the median and 95 % of the shuffles are given. Curve error: root mean \
    squared error of the number of adopters, in people and as a share of all. In band: periods in which the real number \
    lies between the 2.5 % and the 97.5 % of the worlds. Log score: logarithm of the chance given to what each person did \
    and when, given what had happened before, mean over people (higher is better); it rewards knowing \
    who and how many. Concordance, who alone: how often, of an adopter and one who did not adopt in the same period, the \
    adopter was held for readier (one half: the model cannot tell). Brier: squared error of the chance to \
    have adopted at the end, as seen from half time, mean over people (lower is better).";

/// One row for each model.
#[must_use]
pub fn rows(study: &Study) -> Vec<Vec<String>> {
    study.models.iter().map(|model| row(study, model)).collect()
}

fn row(study: &Study, model: &Model) -> Vec<String> {
    let people = study.history.people() as f64;
    let share = |error: f64| format!("{:.1} ({:.1}\u{a0}%)", error, 100.0 * error / people);
    let of = |of: fn(&Trial) -> f64, digits: usize| {
        let [low, median, high] = model.spread(of);
        let show = |value: f64| format!("{value:.digits$}");
        if model.trials.len() == 1 {
            show(median)
        } else {
            format!("{} [{}, {}]", show(median), show(low), show(high))
        }
    };
    let curve = if let [trial] = &model.trials[..] {
        share(trial.curve_error)
    } else {
        of(|trial| trial.curve_error, 1)
    };
    vec![
        model.kind.word().to_owned(),
        influence(model, |trial| trial.fit.p, |intervals| intervals.p),
        influence(model, |trial| trial.fit.q, |intervals| intervals.q),
        curve,
        format!("{} of {}", model.within(&study.history), model.curve.len() - 1),
        of(|trial| trial.log_score, 3),
        of(|trial| trial.concordance, 3),
        of(|trial| trial.brier, 3),
    ]
}

/// An influence with the interval of its one fit, or with the spread of many.
fn influence(
    model: &Model,
    of: impl Fn(&Trial) -> f64,
    interval: impl Fn(Intervals) -> (f64, f64),
) -> String {
    let [low, value, high] = model.spread(of);
    let (low, high) = model.intervals.map_or((low, high), interval);
    format!("{} [{}, {}]", tidy_to(value, 3), tidy_to(low, 2), tidy_to(high, 2))
}

/// What the study is of.
#[must_use]
pub fn about(study: &Study) -> String {
    let (history, half) = (&study.history, study.history.half());
    let (before, after) = (history.adopters(half), history.adopters(history.periods));
    format!(
        "{}, {}, {} periods. Fitted on the first {half}, at whose end {before} had adopted; foretold for the other {}, in which {} more did.",
        count(history.people(), "person", "people"),
        count(history.network.pairs().count(), "tie", "ties"),
        history.periods,
        history.periods - half,
        after - before,
    )
}

/// Whether the network helps, in one sentence.
#[must_use]
pub fn verdict(study: &Study) -> &'static str {
    use Answer::{Better, Open, Worse};
    let answer = |kind| study.answer(kind);
    let within = answer(Kind::ShuffledWithin);
    match (answer(Kind::Shuffled), answer(Kind::Bass)) {
        (Some(Better), Some(Better)) if within == Some(Open) => {
            "The network helps to say who adopts when, but it is not shown that the single tie does, beyond community and number of ties."
        }
        (Some(Better), Some(Better)) if within == Some(Worse) => {
            "The network helps to say who adopts when, but less than ties drawn by lot within each community do."
        }
        (Some(Better), Some(Better)) => {
            "The network helps to say who adopts when; whether by influence or by likeness of those who are tied, this cannot tell."
        }
        (Some(Worse), _) | (_, Some(Worse)) => {
            "The network does not help to say who adopts when: a model without it foretells better."
        }
        _ => "It is not shown that the network helps to say who adopts when.",
    }
}

/// How well it is foretold how many adopt, in one sentence.
#[must_use]
pub fn how_many(study: &Study) -> String {
    let people = study.history.people() as f64;
    let (errors, ties) = (study.models.iter().skip(1), &study.models[0]);
    let error = |model: &Model| {
        let [_, median, _] = model.spread(|trial| trial.curve_error);
        format!("{} {median:.0}", model.kind.word())
    };
    format!(
        "How many adopt is foretold with an error of {:.0} people, {:.0}\u{a0}% of all ({}); the real number lies within the band of luck in {} of {} periods.",
        study.ties().curve_error,
        100.0 * study.ties().curve_error / people,
        errors.map(error).collect::<Vec<_>>().join(", "),
        ties.within(&study.history),
        ties.curve.len() - 1,
    )
}

/// What was found against each baseline.
#[must_use]
pub fn findings(study: &Study) -> Vec<String> {
    let mut findings = Vec::new();
    for model in study.models.iter().filter(|model| model.trials.len() > 1) {
        let good = share_as_good(study, model);
        findings.push(format!(
            "Against {} ({} times): of the shuffles, the real ties among them, {} are as good or better at who adopts when (log score), {} at who alone (concordance), {} at who at all (Brier), {} at how many (curve).",
            model.kind.word(),
            model.trials.len(),
            per_cent(good.log_score),
            per_cent(good.concordance),
            per_cent(good.brier),
            per_cent(good.curve_error),
        ));
    }
    findings.push(format!(
        "Against the Bass curve, person by person: log score {}, Brier {} (positive: the ties are better).",
        paired(study.log_score_above_bass),
        paired(study.brier_below_bass),
    ));
    findings.push(engine(study));
    findings
}

/// The shares of a baseline's trials that are as good as the ties as they are.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct AsGood {
    /// At who adopts when.
    pub log_score: f64,
    /// At who adopts, whenever and however many do.
    pub concordance: f64,
    /// At who adopts at all.
    pub brier: f64,
    /// At how many adopt.
    pub curve_error: f64,
}

/// How many of a baseline's trials are as good as the ties as they are, or better.
#[must_use]
pub fn share_as_good(study: &Study, baseline: &Model) -> AsGood {
    let ties = study.ties();
    AsGood {
        log_score: baseline.as_good(ties, |trial| trial.log_score),
        concordance: baseline.as_good(ties, |trial| trial.concordance),
        brier: baseline.as_good(ties, |trial| -trial.brier),
        curve_error: baseline.as_good(ties, |trial| -trial.curve_error),
    }
}

fn per_cent(share: f64) -> String {
    format!("{:.1}\u{a0}%", 100.0 * share)
}

fn paired(difference: Option<Difference>) -> String {
    let Some(difference) = difference else { return "–".to_owned() };
    let show = |value: f64| format!("{value:.4}");
    let end = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), show);
    format!("{} [{}, {}]", show(difference.mean), end(difference.low), end(difference.high))
}

/// How well the engine's first period agrees with the exact chances.
fn engine(study: &Study) -> String {
    let apart = study.engine.iter().filter(|c| c.error() > 0.0);
    let far = apart.map(|c| (c.found - c.exact).abs() / c.error()).fold(0.0, f64::max);
    format!(
        "The engine against the exact chances of its first period, by the number of adopters known: {}, at most {far:.1} standard errors apart.",
        count(study.engine.len(), "comparison", "comparisons"),
    )
}
