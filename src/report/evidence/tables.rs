//! The evidence as tidy tables: one row for each number, in the order of the catalogue.

use super::super::tables::{Fault, cell, text};
use super::words;
use crate::evidence::finding::Expected;
use crate::evidence::validation::Validation;
use csv::Writer;

/// One row for each number of each finding.
pub(super) fn findings(validation: &Validation) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "id",
        "what",
        "kind",
        "least",
        "most",
        "mean",
        "low",
        "high",
        "worlds",
        "lived",
        "verdict",
        "finding",
        "role",
        "grade",
        "source",
        "statement",
        "published",
        "reason",
    ])?;
    for judged in &validation.findings {
        let finding = judged.finding;
        for ((part, got), verdict) in finding.parts.iter().zip(&judged.got).zip(&judged.parts) {
            let (kind, least, most) = bounds(part.expected);
            rows.write_record([
                finding.id,
                part.what,
                kind,
                &cell(least),
                &cell(most),
                &cell(got.map(|got| got.mean)),
                &cell(got.and_then(|got| got.low)),
                &cell(got.and_then(|got| got.high)),
                &got.map_or_else(String::new, |got| got.n.to_string()),
                &judged.worlds.to_string(),
                verdict.word(),
                judged.verdict.word(),
                &format!("{:?}", finding.role).to_lowercase(),
                &format!("{:?}", finding.grade),
                finding.source,
                finding.statement,
                finding.published,
                words::reason(judged),
            ])?;
        }
    }
    text(rows)
}

/// The kind of an expectation, and its bounds.
const fn bounds(expected: Expected) -> (&'static str, Option<f64>, Option<f64>) {
    match expected {
        Expected::Band(least, most) => ("band", Some(least), Some(most)),
        Expected::Above(least) => ("above", Some(least), None),
        Expected::Below(most) => ("below", None, Some(most)),
        Expected::Within(least, most) => ("within", Some(least), Some(most)),
    }
}

/// One row for each comparison of each limit.
pub(super) fn limits(validation: &Validation) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "id",
        "what",
        "expected",
        "got",
        "error",
        "verdict",
        "source",
        "statement",
    ])?;
    for checked in &validation.limits {
        for comparison in &checked.comparisons {
            rows.write_record([
                checked.limit.id,
                &comparison.what,
                &cell(Some(comparison.exact)),
                &cell(Some(comparison.found)),
                &cell(Some(comparison.error())),
                comparison.verdict().word(),
                checked.limit.source,
                checked.limit.statement,
            ])?;
        }
    }
    text(rows)
}
