//! The claims as a reader sees them: a page with a picture for each, tidy tables, and one object for programs.

mod page;
mod picture;
mod tables;
pub mod words;

use super::evidence::with_manifest;
use super::folder::File;
use super::tables::Fault;
use crate::evidence::claims::judging::Grounds;
use crate::evidence::claims::{Examination, Hypothesis, Judged, Test};
use serde_json::{Value, json};

/// All files of an examination: the page, the tables, the manifest.
///
/// # Errors
/// A fault of the CSV writer.
pub fn files(examination: &Examination) -> Result<Vec<File>, Fault> {
    let files = vec![
        ("claims.html".to_owned(), page::write(examination).into_bytes()),
        ("tables/claims.csv".to_owned(), tables::claims(examination)?),
        ("tables/compared.csv".to_owned(), tables::compared(examination)?),
        ("tables/worlds.csv".to_owned(), tables::worlds(examination)?),
        ("tables/space.csv".to_owned(), tables::space(examination)?),
        ("claims.json".to_owned(), format!("{:#}\n", json(examination)).into_bytes()),
    ];
    let plan = &examination.plan;
    let about = json!({"seed": plan.seed, "depth": plan.depth.word()});
    Ok(with_manifest("claims", &about, files))
}

/// The examination as one object.
#[must_use]
pub fn json(examination: &Examination) -> Value {
    let plan = &examination.plan;
    let claims: Vec<Value> = examination.claims.iter().map(claim).collect();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "seed": plan.seed,
        "depth": plan.depth.word(),
        "quotable": words::is_quotable(plan.depth),
        "worlds": plan.points.len(),
        "people": plan.people(),
        "claims": claims,
    })
}

fn claim(judged: &Judged) -> Value {
    let claim = judged.claim;
    let mut value = json!({
        "id": claim.id,
        "statement": claim.statement,
        "besides": claim.besides,
        "answer": judged.answer,
    });
    match (&claim.test, &judged.ground) {
        (Test::By(hypothesis), Some(ground)) => add_grounds(&mut value, hypothesis, ground),
        (Test::Untestable(reason), _) => value["reason"] = Value::from(*reason),
        (Test::By(_), None) => {}
    }
    value
}

fn add_grounds(value: &mut Value, hypothesis: &Hypothesis, ground: &Grounds) {
    let names = hypothesis.compared.names();
    let compared = names.iter().zip(&ground.each).map(|(name, one)| {
        json!({"compared": name, "got": one.estimate, "at_defaults": one.at_defaults, "holds": one.holds})
    });
    let compared: Vec<Value> = compared.collect();
    let more = json!({
        "measure": hypothesis.measure,
        "expected": hypothesis.expected,
        "weeks": hypothesis.weeks,
        "put_in": hypothesis.put_in,
        "defaults": compared,
        "at_defaults": ground.at_defaults(),
        "holds": ground.holds,
        "luck": ground.luck,
        "deciding": ground.deciding,
        "failures": ground.failures(),
    });
    for (name, part) in more.as_object().into_iter().flatten() {
        value[name] = part.clone();
    }
}
