//! A real diffusion as a reader sees it: what was foretold beside what happened, as a page, tidy tables and one object.

mod page;
pub mod words;

use super::super::folder::File;
use super::super::tables::{cell, text};
use super::super::{ReportError, tables};
use super::with_manifest;
use crate::evidence::diffusion::Study;
use crate::evidence::diffusion::study::{Model, Trial};
use csv::Writer;
use serde_json::{Value, json};

/// All files of a study: the page, the tables, the object, the manifest. `name` is that of the data.
///
/// # Errors
/// Where the chart or a table cannot be made.
pub fn files(name: &str, study: &Study) -> Result<Vec<File>, ReportError> {
    let files = vec![
        ("diffusion.html".to_owned(), page::write(name, study)?.into_bytes()),
        ("plots/diffusion.svg".to_owned(), page::chart(name, study).svg(page::SIZE)?.into_bytes()),
        ("tables/diffusion.csv".to_owned(), curves(study)?),
        ("tables/models.csv".to_owned(), models(study)?),
        ("diffusion.json".to_owned(), format!("{:#}\n", json(name, study)).into_bytes()),
    ];
    let about = json!({"data": name, "seed": study.seed, "depth": study.depth.word()});
    Ok(with_manifest("diffusion", &about, files))
}

/// One row for each model and period: what was foretold, and what happened.
fn curves(study: &Study) -> Result<Vec<u8>, tables::Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["model", "period", "adopters", "mean", "low", "high"])?;
    for period in 0..=study.history.periods {
        let adopters = study.history.adopters(period).to_string();
        rows.write_record(["observed", &period.to_string(), &adopters, "", "", ""])?;
    }
    for model in &study.models {
        for foretold in &model.curve {
            rows.write_record([
                model.kind.word(),
                &foretold.period.to_string(),
                &study.history.adopters(foretold.period).to_string(),
                &cell(Some(foretold.mean)),
                &cell(Some(foretold.low)),
                &cell(Some(foretold.high)),
            ])?;
        }
    }
    text(rows)
}

/// One row for each model and shuffle: what was fitted, and how well it foretold.
fn models(study: &Study) -> Result<Vec<u8>, tables::Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "model",
        "trial",
        "p",
        "q",
        "curve_error",
        "log_score",
        "concordance",
        "brier",
    ])?;
    for model in &study.models {
        for (number, trial) in model.trials.iter().enumerate() {
            let scores = [trial.curve_error, trial.log_score, trial.concordance, trial.brier];
            let numbers = [trial.fit.p, trial.fit.q].into_iter().chain(scores);
            let cells = numbers.map(|number| cell(Some(number)));
            let first = [model.kind.word().to_owned(), number.to_string()];
            rows.write_record(first.into_iter().chain(cells))?;
        }
    }
    text(rows)
}

/// The study as one object.
#[must_use]
pub fn json(name: &str, study: &Study) -> Value {
    let history = &study.history;
    let models: Vec<Value> = study.models.iter().map(|each| model(study, each)).collect();
    let observed: Vec<usize> =
        (0..=history.periods).map(|period| history.adopters(period)).collect();
    let engine: Vec<Value> = study
        .engine
        .iter()
        .map(|c| json!({"what": c.what, "expected": c.exact, "got": c.found, "error": c.error()}))
        .collect();
    json!({
        "data": name,
        "version": env!("CARGO_PKG_VERSION"),
        "seed": study.seed,
        "depth": study.depth.word(),
        "people": history.people(),
        "ties": history.network.pairs().count(),
        "periods": history.periods,
        "fitted_up_to": history.half(),
        "observed": observed,
        "models": models,
        "log_score_above_bass": study.log_score_above_bass,
        "brier_below_bass": study.brier_below_bass,
        "engine": engine,
    })
}

fn model(study: &Study, model: &Model) -> Value {
    let spread = |of: fn(&Trial) -> f64| {
        let [low, median, high] = model.spread(of);
        json!({"median": median, "low": low, "high": high})
    };
    let mut value = json!({
        "model": model.kind,
        "trials": model.trials.len(),
        "p": spread(|trial| trial.fit.p),
        "q": spread(|trial| trial.fit.q),
        "curve_error": spread(|trial| trial.curve_error),
        "periods_within_band": model.within(&study.history),
        "log_score": spread(|trial| trial.log_score),
        "concordance": spread(|trial| trial.concordance),
        "brier": spread(|trial| trial.brier),
        "ties_tell_who_adopts": study.answer(model.kind),
        "curve": model.curve,
    });
    if let Some(intervals) = model.intervals {
        value["p_interval"] = json!(intervals.p);
        value["q_interval"] = json!(intervals.q);
    } else {
        value["share_as_good_as_the_ties"] = json!(words::share_as_good(study, model));
    }
    value
}
