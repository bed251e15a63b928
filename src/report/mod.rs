//! What a reader gets to see: charts that state their finding, tables, and one page that opens anywhere.
//!
//! A chart is first laid out as a picture of few shapes, and the picture is then written as
//! SVG or painted as PNG. Both therefore show the same, and neither needs a font of the machine.

mod accounts;
pub mod assumptions;
pub mod audit;
pub mod chart;
pub mod claims;
pub mod curves;
pub mod evidence;
pub mod figures;
pub mod folder;
pub mod json;
mod letters;
pub mod odd;
pub mod page;
mod paint;
mod picture;
pub mod results;
pub mod sheet;
pub mod style;
mod svg;
pub mod tables;
pub mod words;

use chart::ChartError;
use folder::{File, MANIFEST, hash};
use rayon::prelude::*;
use results::Results;
use serde_json::{Map, Value, json};

/// Why a report cannot be made.
#[derive(Debug)]
pub enum ReportError {
    /// A chart cannot be drawn.
    Chart(ChartError),
    /// A table cannot be written.
    Table(tables::Fault),
}

impl std::fmt::Display for ReportError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Chart(fault) => fault.fmt(to),
            Self::Table(fault) => fault.fmt(to),
        }
    }
}

impl std::error::Error for ReportError {}

impl From<ChartError> for ReportError {
    fn from(fault: ChartError) -> Self {
        Self::Chart(fault)
    }
}

impl From<tables::Fault> for ReportError {
    fn from(fault: tables::Fault) -> Self {
        Self::Table(fault)
    }
}

/// All files of a report: the page, the plots, the tables, the effective scenario, the manifest.
///
/// # Errors
/// Where a chart or a table cannot be made.
pub fn files(results: &Results) -> Result<Vec<File>, ReportError> {
    let figures = figures::all(results);
    let mut files: Vec<File> = vec![
        ("report.html".to_owned(), page::write(results, &figures)?.into_bytes()),
        ("scenario.toml".to_owned(), results.effective.clone().into_bytes()),
    ];
    for (path, bytes) in results.ground.files() {
        files.push((path.to_string_lossy().into_owned(), bytes.clone()));
    }
    for (name, table) in tables::all(results)? {
        files.push((format!("tables/{name}"), table));
    }
    let plots: Result<Vec<[File; 2]>, ChartError> = figures
        .par_iter()
        .map(|figure| {
            let name = format!("plots/{}", figure.name);
            Ok([
                (format!("{name}.svg"), figure.svg()?.into_bytes()),
                (format!("{name}.png"), figure.png()?),
            ])
        })
        .collect();
    files.extend(plots?.into_iter().flatten());
    let manifest = (MANIFEST.to_owned(), manifest(results, &files).into_bytes());
    files.push(manifest);
    Ok(files)
}

/// What made the results, and the hash of each file.
fn manifest(results: &Results, files: &[File]) -> String {
    let hashes: Map<String, Value> =
        files.iter().map(|(name, bytes)| (name.clone(), Value::from(hash(bytes)))).collect();
    let manifest = json!({
        "program": "stammtisch",
        "version": env!("CARGO_PKG_VERSION"),
        "scenario": results.scenario.name,
        "seed": results.batch.seed,
        "replications": results.replications(),
        "weeks": results.scenario.rules.horizon,
        "effective_scenario": "scenario.toml",
        "sha256": hashes,
    });
    format!("{manifest:#}\n")
}
