//! The evidence as a reader sees it: a page, tidy tables and one object for programs.

pub mod diffusion;
pub mod log;
mod page;
mod strip;
mod tables;
pub mod words;

use super::folder::{File, MANIFEST, hash};
use super::tables::Fault;
use crate::evidence::finding::Part;
use crate::evidence::judgement::{Judged, Verdict};
use crate::evidence::validation::Validation;
use crate::experiment::statistics::Estimate;
use serde_json::{Map, Value, json};

/// All files of a validation: the page, the tables, the manifest.
///
/// # Errors
/// A fault of the CSV writer.
pub fn files(validation: &Validation) -> Result<Vec<File>, Fault> {
    let files = vec![
        ("validation.html".to_owned(), page::write(validation).into_bytes()),
        ("tables/findings.csv".to_owned(), tables::findings(validation)?),
        ("tables/limits.csv".to_owned(), tables::limits(validation)?),
        ("validation.json".to_owned(), format!("{:#}\n", json(validation)).into_bytes()),
    ];
    let about = json!({"seed": validation.seed, "depth": validation.depth.word()});
    Ok(with_manifest("validation", &about, files))
}

/// The files and a manifest that says what made them and has the hash of each.
pub(super) fn with_manifest(what: &str, about: &Value, mut files: Vec<File>) -> Vec<File> {
    let hashes: Map<String, Value> =
        files.iter().map(|(name, bytes)| (name.clone(), Value::from(hash(bytes)))).collect();
    let mut manifest = json!({
        "program": "stammtisch",
        "version": env!("CARGO_PKG_VERSION"),
        "results": what,
    });
    for (name, value) in about.as_object().into_iter().flatten() {
        manifest[name] = value.clone();
    }
    manifest["sha256"] = Value::from(hashes);
    files.push((MANIFEST.to_owned(), format!("{manifest:#}\n").into_bytes()));
    files
}

/// The validation as one object.
#[must_use]
pub fn json(validation: &Validation) -> Value {
    let limits: Vec<Value> = validation
        .limits
        .iter()
        .map(|checked| {
            let comparisons: Vec<Value> = checked
                .comparisons
                .iter()
                .map(|c| json!({"what": c.what, "expected": c.exact, "got": c.found, "error": c.error(), "verdict": c.verdict()}))
                .collect();
            json!({
                "id": checked.limit.id,
                "statement": checked.limit.statement,
                "source": checked.limit.source,
                "verdict": checked.verdict,
                "comparisons": comparisons,
            })
        })
        .collect();
    let findings: Vec<Value> = validation.findings.iter().map(finding).collect();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "seed": validation.seed,
        "depth": validation.depth.word(),
        "score": validation.score,
        "limits": limits,
        "findings": findings,
    })
}

fn finding(judged: &Judged) -> Value {
    let finding = judged.finding;
    let part = |(part, (got, verdict)): (&Part, (&Option<Estimate>, &Verdict))| json!({"what": part.what, "expected": part.expected, "got": got, "verdict": verdict});
    let parts: Vec<Value> =
        finding.parts.iter().zip(judged.got.iter().zip(&judged.parts)).map(part).collect();
    json!({
        "id": finding.id,
        "statement": finding.statement,
        "published": finding.published,
        "design": finding.design,
        "source": finding.source,
        "grade": finding.grade,
        "role": finding.role,
        "verdict": judged.verdict,
        "worlds": judged.worlds,
        "reason": words::reason(judged),
        "parts": parts,
    })
}
