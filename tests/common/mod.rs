//! What the tests share: scenarios from a text, and shares beside the exact ones.

#![allow(dead_code, reason = "each test file is a program of its own and uses its part of this")]

pub(crate) mod worlds;

use stammtisch::document::Document;
use stammtisch::evidence::limits::Comparison;
use stammtisch::experiment::ground::Ground;
use stammtisch::report::results::Results;
use stammtisch::report::tables::{self, Table};
use stammtisch::scenario::Scenario;
use std::path::Path;

/// Reads a scenario from its text and from what is set over it; tells all problems otherwise.
pub(crate) fn try_scenario(text: &str, set: &[String]) -> Result<Scenario, String> {
    let mut problems = Vec::new();
    let mut document = Document::parse("test.toml", text, &mut problems);
    for assignment in set {
        document.set(assignment, &mut problems);
    }
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    Scenario::read(&document, Path::new("test.toml")).map_err(|problems| format!("{problems:?}"))
}

/// Reads a scenario that must be sound.
pub(crate) fn scenario(text: &str) -> Scenario {
    try_scenario(text, &[]).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

/// Lives a scenario.
pub(crate) fn live(scenario: Scenario, seed: u64) -> Results {
    let ground = Ground::lay(&scenario).unwrap_or_else(|problems| panic!("{problems:?}"));
    let results = Results::of(scenario, ground, seed, &|| ());
    assert!(results.batch.failures.is_empty(), "{:?}", results.batch.failures);
    results
}

/// All tables of the results.
pub(crate) fn tables_of(results: &Results) -> Vec<Table> {
    tables::all(results).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Fails unless a share of so many independent trials lies within four standard errors of its
/// exact value, and unless four standard errors are fine enough to see an error of this part.
#[track_caller]
pub(crate) fn assert_share(found: f64, exact: f64, trials: usize, visible: f64) {
    let comparison = Comparison::share("share", exact, found * trials as f64, trials as f64);
    let tolerance = comparison.tolerance();
    assert!(tolerance <= visible * exact, "too few trials: ±{tolerance} around {exact}");
    assert!((found - exact).abs() <= tolerance, "{found} instead of {exact} ± {tolerance}");
}
