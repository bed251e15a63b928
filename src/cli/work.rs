//! The options of every command that lives worlds: seed, threads, where results go, what is printed.

use super::{USAGE, tell};
use crate::experiment::memory::{self, Need};
use crate::report::folder::{self, File, FolderError};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};

/// The seed where none is given: fixed, so that two people who type the same see the same.
const USUAL_SEED: u64 = 1;

/// How a command works.
#[derive(Debug, Args)]
pub(super) struct Work {
    /// The seed of all luck: a number, or `random`
    #[arg(long, value_name = "SEED", default_value_t = USUAL_SEED.to_string(), allow_negative_numbers = true)]
    seed: String,
    /// Where to write the results [default: output/NAME]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace results that lie there already
    #[arg(long)]
    force: bool,
    /// Threads to use [default: all]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<u16>,
    /// Print the results as one JSON object
    #[arg(long)]
    pub(super) json: bool,
    /// No progress bar
    #[arg(long, short)]
    quiet: bool,
}

/// How many threads, or what would be right.
fn threads(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|number| (1..=1024).contains(number));
    number.ok_or_else(|| {
        "it must be a whole number from 1 to 1024; leave it out to use all".to_owned()
    })
}

impl Work {
    /// The seed, or a refusal.
    pub(super) fn seed(&self) -> Result<u64, u8> {
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

    /// The folder of the results, by default the one of this name; refused before the work
    /// rather than after it.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, u8> {
        let folder = self.output.clone().unwrap_or_else(|| Path::new("output").join(name));
        folder::check(&folder, self.force).map_err(|fault| refuse(&fault))?;
        Ok(folder)
    }

    /// Writes the results.
    pub(super) fn write(&self, folder: &Path, files: &[File]) -> Result<(), u8> {
        folder::write(folder, files, self.force).map_err(|fault| refuse(&fault))
    }

    /// The threads to work on for a run that needs so much memory: as many as it has room for, or a
    /// refusal. Tells how much it will be.
    pub(super) fn pool_for(&self, need: Need) -> Result<rayon::ThreadPool, u8> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let wanted = self.threads.map_or(processors, usize::from);
        let Some(available) = memory::available() else { return Self::start(wanted) };
        let Some(threads) = need.threads_within(available, wanted) else {
            let remedy = format!(
                "fewer people, with fewer ties, need less: there is room for about {} % of this",
                need.room_within(available)
            );
            tell::fault(&need.refusal(available), &remedy);
            return Err(USAGE);
        };
        if !self.quiet && stderr().is_terminal() {
            let fewer = if threads < wanted {
                format!(", on {threads} of {wanted} threads, for which there is room")
            } else {
                String::new()
            };
            tell::error_line(&format!(
                "about {} of memory{fewer}",
                memory::bytes(need.on(threads))
            ));
        }
        Self::start(threads)
    }

    /// The threads to work on.
    pub(super) fn pool(&self) -> Result<rayon::ThreadPool, u8> {
        Self::start(self.threads.map_or(0, usize::from))
    }

    fn start(threads: usize) -> Result<rayon::ThreadPool, u8> {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|fault| {
            tell::fault(&format!("cannot start the threads: {fault}"), "try --threads 1");
            USAGE
        })
    }

    /// A bar for so many steps of this name.
    pub(super) fn bar(&self, steps: usize, name: &str) -> ProgressBar {
        // Where standard error is no terminal, indicatif draws nothing by itself.
        let bar = if self.quiet { ProgressBar::hidden() } else { ProgressBar::new(steps as u64) };
        let template = format!("{{bar:32}} {{pos}}/{{len}} {name}, {{eta}} left {{msg}}");
        let style = ProgressStyle::with_template(&template);
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }
}

fn refuse(fault: &FolderError) -> u8 {
    tell::fault(&fault.to_string(), fault.advice());
    USAGE
}
