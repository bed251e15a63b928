//! `run`: the main job, from a scenario to a verdict and a report.

use super::scenario::Which;
use super::work::Work;
use super::{DONE, SOME_FAILED, USAGE, tell};
use crate::experiment::compare::Moment;
use crate::experiment::memory::Need;
use crate::measures;
use crate::report::results::Results;
use crate::report::{self, json, words};
use clap::Args;
use std::fmt::Write;
use std::path::Path;

/// What the end of a run shows on the terminal.
const SHOWN: [&str; 10] = [
    "profit",
    "equity",
    "spend",
    "unspent",
    "customers",
    "retention",
    "acquisitions",
    "acquisition_cost_incremental",
    "mentions",
    "portfolio_value",
];

/// The options of `run`.
#[derive(Debug, Args)]
pub(super) struct Run {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    work: Work,
}

impl Run {
    pub(super) fn run(self) -> u8 {
        self.try_run().unwrap_or_else(|code| code)
    }

    fn try_run(self) -> Result<u8, u8> {
        let seed = self.work.seed()?;
        let (scenario, ground) = self.which.read()?;
        let output = self.work.folder(&scenario.name)?;
        let pool = self.work.pool_for(Need::of(&scenario, &ground))?;
        let runs = scenario.experiment.replications.whole() * scenario.strategies.len();
        let bar = self.work.bar(runs, "runs");
        // A fault of one replication is a row of failures.csv, not a message of Rust's.
        std::panic::set_hook(Box::new(|_| {}));
        let results = pool.install(|| Results::of(scenario, ground, seed, &|| bar.inc(1)));
        bar.set_message("writing the report");
        let files = pool.install(|| report::files(&results)).map_err(|fault| {
            tell::fault(&fault.to_string(), "");
            USAGE
        })?;
        bar.finish_and_clear();
        self.work.write(&output, &files)?;
        self.say(&results, &output);
        Ok(if results.batch.failures.is_empty() { DONE } else { SOME_FAILED })
    }

    fn say(&self, results: &Results, output: &Path) {
        if self.work.json {
            tell::say(&format!("{:#}\n", json::of(results, output)));
        } else {
            tell::say(&summary(results, output));
        }
    }
}

/// The end of a run on the terminal: the verdict, a few numbers, where the report lies.
fn summary(results: &Results, output: &Path) -> String {
    let mut text = format!(
        "{}: {}\n\n{}\n\n",
        results.scenario.name,
        words::lived(results),
        words::verdict(results),
    );
    text.push_str(&tell::aligned(&table(results)));
    for failure in &results.batch.failures {
        let (replication, message) = (failure.replication, &failure.message);
        let _ = writeln!(text, "\nReplication {replication} failed: {message}");
    }
    let _ = writeln!(text, "\nReport: {}", output.join("report.html").display());
    text
}

fn table(results: &Results) -> Vec<Vec<String>> {
    let horizon = Moment { month: None, week: results.scenario.rules.horizon };
    let verdict = &results.comparison.verdict;
    let (first, second) =
        (verdict.best.min(verdict.runner_up), verdict.best.max(verdict.runner_up));
    let mut rows = vec![vec![String::new()]];
    rows[0].extend(results.strategies().map(str::to_owned));
    rows[0].push(format!("{} less {}", results.strategy(first), results.strategy(second)));
    for measure in SHOWN.iter().filter_map(|id| measures::by_id(id)) {
        let mut row = vec![measure.title.to_owned()];
        for strategy in 0..results.scenario.strategies.len() {
            let estimate = results.comparison.at_horizon(measure.id, strategy);
            row.push(
                estimate.map_or_else(|| "–".to_owned(), |e| words::number(measure.unit, e.mean)),
            );
        }
        let difference = results.comparison.difference(measure.id, horizon, first, second);
        row.push(words::difference(measure.unit, difference));
        rows.push(row);
    }
    rows
}
