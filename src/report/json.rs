//! The results as one JSON object, for programs; ids and shape are stable.

use super::results::Results;
use crate::experiment::compare::crossing_week;
use crate::experiment::statistics::{Difference, Estimate};
use crate::facts::Facts;
use crate::quantity::Quantity;
use serde_json::{Map, Value, json};
use std::path::Path;

/// The results as JSON. `output` is the folder in which the report lies.
#[must_use]
pub fn of(results: &Results, output: &Path) -> Value {
    let verdict = &results.comparison.verdict;
    json!({
        "scenario": results.scenario.name,
        "version": env!("CARGO_PKG_VERSION"),
        "seed": results.batch.seed,
        "replications": results.replications(),
        "failures": results.batch.failures.len(),
        "strategies": strategies(results),
        "contrasts": contrasts(results),
        "crossings": crossings(results),
        "verdict": {
            "measure": verdict.measure,
            "kind": verdict.kind.word(),
            "winner": verdict.winner().map(|winner| results.strategy(winner)),
        },
        "network": network(results),
        "output": output.to_string_lossy(),
    })
}

fn strategies(results: &Results) -> Value {
    let mut strategies: Map<String, Value> =
        results.strategies().map(|name| (name.to_owned(), json!({}))).collect();
    for summary in &results.comparison.summaries {
        let name = summary.moment.name(summary.measure.id);
        if let Some(Value::Object(strategy)) =
            strategies.get_mut(results.strategy(summary.strategy))
        {
            strategy.insert(name, estimate(summary.estimate));
        }
    }
    Value::Object(strategies)
}

/// A number with its interval; all is `null` where there is nothing to tell.
fn estimate(estimate: Option<Estimate>) -> Value {
    json!({
        "mean": estimate.map(|e| e.mean),
        "low": estimate.and_then(|e| e.low),
        "high": estimate.and_then(|e| e.high),
        "n": estimate.map_or(0, |e| e.n),
    })
}

fn contrasts(results: &Results) -> Value {
    let contrasts = results.comparison.contrasts.iter();
    let one = contrasts.map(|contrast| {
        let difference: Option<Difference> = contrast.difference;
        json!({
            "measure": contrast.moment.name(contrast.measure.id),
            "strategy": results.strategy(contrast.strategy),
            "against": results.strategy(contrast.against),
            "mean": difference.map(|d| d.mean),
            "low": difference.and_then(|d| d.low),
            "high": difference.and_then(|d| d.high),
            "correlation": difference.and_then(|d| d.correlation),
            "n": difference.map_or(0, |d| d.n),
        })
    });
    one.collect()
}

/// For each pair, the week in which one last overtook the other in profit; `null` if never.
fn crossings(results: &Results) -> Value {
    let strategies = results.scenario.strategies.len();
    let pairs = (0..strategies).flat_map(|a| (a + 1..strategies).map(move |b| (a, b)));
    let one = pairs.map(|(a, b)| {
        let profit = |facts: &Facts| facts.books.profit().to_number();
        json!({
            "measure": "profit",
            "strategy": results.strategy(a),
            "against": results.strategy(b),
            "week": crossing_week(&results.batch, (a, b), profit),
        })
    });
    one.collect()
}

fn network(results: &Results) -> Value {
    let census = &results.census;
    let mut network = json!({
        "people": census.people,
        "ties": census.ties,
        "isolates": census.isolates,
        "components": census.components,
    });
    if let Some(report) = results.ground.report() {
        network["repaired"] = json!({
            "duplicates": report.duplicates,
            "self_loops": report.self_loops,
            "both_directions": report.both_directions,
        });
    }
    network
}
