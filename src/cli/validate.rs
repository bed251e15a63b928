//! `validate`: exact limits and published findings, what was expected of each, what was got, and what that means.

use super::work::Work;
use super::{DONE, FAULTY, USAGE, diffusion, tell, write_whole};
use crate::evidence::Depth;
use crate::evidence::validation::{Plan, Validation};
use crate::report::evidence::{self, log, words};
use clap::Args;
use std::fmt::Write;
use std::path::PathBuf;

/// The options of `validate`.
#[derive(Debug, Args)]
pub(super) struct Validate {
    /// Only what has this id, or begins with it: B6, C5, B (repeatable)
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    /// A fifth of the worlds: does everything still run?
    #[arg(long, conflicts_with = "deep")]
    quick: bool,
    /// Eight times the worlds
    #[arg(long)]
    deep: bool,
    /// Write the score card into this log as well, above the older entries; say why with --because
    #[arg(long, value_name = "FILE", requires = "because")]
    log: Option<PathBuf>,
    /// What changed since the last entry of the log
    #[arg(long, value_name = "WORDS", requires = "log")]
    because: Option<String>,
    /// Instead, foretell the second half of a real diffusion: a folder with ties.csv and people.csv
    /// (column `adopted_at`)
    #[arg(long, value_name = "DIR", conflicts_with = "only")]
    diffusion: Option<PathBuf>,
    #[command(flatten)]
    work: Work,
}

impl Validate {
    pub(super) fn run(self) -> u8 {
        self.try_run().unwrap_or_else(|code| code)
    }

    fn try_run(self) -> Result<u8, u8> {
        let depth = depth(self.quick, self.deep);
        if let Some(folder) = &self.diffusion {
            return diffusion::run(folder, depth, &self.work);
        }
        let plan = Plan::new(self.work.seed()?, depth, &self.only);
        if plan.limits.is_empty() && plan.findings.is_empty() {
            let what =
                format!("no exact limit and no finding is called {}", self.only.join(" or "));
            tell::fault(&what, "`stammtisch validate --quick` lists them all");
            return Err(USAGE);
        }
        let output = self.work.folder("validation")?;
        let pool = self.work.pool()?;
        let bar = self.work.bar(plan.steps(), "steps");
        let validation = pool.install(|| plan.carry_out(&|| bar.inc(1)));
        bar.finish_and_clear();
        let files = evidence::files(&validation).map_err(|fault| {
            tell::fault(&fault.to_string(), "");
            USAGE
        })?;
        self.work.write(&output, &files)?;
        self.keep(&validation)?;
        if self.work.json {
            tell::say(&format!("{:#}\n", evidence::json(&validation)));
        } else {
            tell::say(&text(&validation));
            tell::say(&format!("\nReport: {}\n", output.join("validation.html").display()));
        }
        Ok(if validation.score.limits.right < validation.score.limits.of { FAULTY } else { DONE })
    }
}

impl Validate {
    /// Keeps the score card in the log, if one is named.
    fn keep(&self, validation: &Validation) -> Result<(), u8> {
        let (Some(path), Some(because)) = (&self.log, &self.because) else { return Ok(()) };
        let old = if path.exists() { std::fs::read_to_string(path) } else { Ok(String::new()) };
        let log = |old: String| log::with_entry(&old, &log::entry(validation, because));
        old.and_then(|old| write_whole(path, &log(old))).map_err(|fault| {
            let what = format!("cannot write the log {}: {fault}", path.display());
            tell::fault(&what, "name a text file in a folder that can be written");
            USAGE
        })
    }
}

/// How much is spent on an answer.
pub(super) const fn depth(quick: bool, deep: bool) -> Depth {
    match (quick, deep) {
        (true, _) => Depth::Quick,
        (_, true) => Depth::Deep,
        _ => Depth::Usual,
    }
}

/// All rows and the score, for the terminal.
fn text(validation: &Validation) -> String {
    let mut text = String::new();
    for section in words::sections(validation) {
        let _ = write!(text, "\n{}\n\n", section.title);
        let mut rows = vec![words::HEAD.map(str::to_owned).to_vec()];
        rows.extend(section.rows.iter().map(|row| row.short.clone()));
        text.push_str(&tell::aligned_left(&rows));
    }
    text.push('\n');
    for sentence in words::score(validation) {
        text.push_str(&sentence);
        text.push('\n');
    }
    text.trim_start().to_owned()
}
