//! `run`: the main job, from a scenario to a verdict and a report.

use super::scenario::Which;
use super::{DONE, SOME_FAILED, USAGE, tell};
use crate::experiment::compare::Moment;
use crate::measures;
use crate::report::results::Results;
use crate::report::{self, folder, json, words};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};

/// The seed where none is given: fixed, so that two people who type the same see the same.
const USUAL_SEED: u64 = 1;

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
    /// The seed of all luck: a number, or `random`
    #[arg(long, value_name = "SEED", default_value_t = USUAL_SEED.to_string())]
    seed: String,
    /// Where to write the results [default: output/NAME]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace results that lie there already
    #[arg(long)]
    force: bool,
    /// Threads to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the results as one JSON object
    #[arg(long)]
    json: bool,
    /// No progress bar
    #[arg(long, short)]
    quiet: bool,
}

impl Run {
    pub(super) fn run(self) -> u8 {
        self.try_run().unwrap_or_else(|code| code)
    }

    fn try_run(self) -> Result<u8, u8> {
        let seed = self.seed()?;
        let (scenario, ground) = self.which.read()?;
        let output =
            self.output.clone().unwrap_or_else(|| Path::new("output").join(&scenario.name));
        let refuse = |fault: &folder::FolderError| {
            tell::fault(&fault.to_string(), fault.advice());
            USAGE
        };
        folder::check(&output, self.force).map_err(|fault| refuse(&fault))?;
        let pool = self.pool()?;
        let bar = self.bar(scenario.experiment.replications.whole() * scenario.strategies.len());
        // A fault of one replication is a row of failures.csv, not a message of Rust's.
        std::panic::set_hook(Box::new(|_| {}));
        let results = pool.install(|| Results::of(scenario, ground, seed, &|| bar.inc(1)));
        bar.set_message("writing the report");
        let files = pool.install(|| report::files(&results)).map_err(|fault| {
            tell::fault(&fault.to_string(), "");
            USAGE
        })?;
        bar.finish_and_clear();
        folder::write(&output, &files, self.force).map_err(|fault| refuse(&fault))?;
        self.say(&results, &output);
        Ok(if results.batch.failures.is_empty() { DONE } else { SOME_FAILED })
    }

    fn seed(&self) -> Result<u64, u8> {
        if self.seed == "random" {
            return Ok(RandomState::new().build_hasher().finish());
        }
        self.seed.parse().map_err(|_| {
            let what = format!(
                "--seed must be a whole number from 0 to {} or `random`, but is `{}`",
                u64::MAX,
                self.seed
            );
            tell::fault(&what, "leave it out to use the usual seed");
            USAGE
        })
    }

    fn pool(&self) -> Result<rayon::ThreadPool, u8> {
        let threads = self.threads.map_or(0, usize::from);
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|fault| {
            tell::fault(&format!("cannot start the threads: {fault}"), "try --threads 1");
            USAGE
        })
    }

    fn bar(&self, runs: usize) -> ProgressBar {
        // Where standard error is no terminal, indicatif draws nothing by itself.
        let bar = if self.quiet { ProgressBar::hidden() } else { ProgressBar::new(runs as u64) };
        let style = ProgressStyle::with_template("{bar:32} {pos}/{len} runs, {eta} left {msg}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    fn say(&self, results: &Results, output: &Path) {
        if self.json {
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
