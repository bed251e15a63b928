//! `audit`: whether the machine favours one of two strategies, and in which worlds either of them wins.

use super::scenario::Which;
use super::validate::depth;
use super::work::Work;
use super::{DONE, FAULTY, USAGE, tell};
use crate::evidence::audit::case::{Case, sides};
use crate::evidence::audit::{self as evidence, Plan};
use crate::report::audit::{self, findings, words};
use clap::Args;
use std::fmt::Write;
use std::path::Path;

/// The options of `audit`.
#[derive(Debug, Args)]
pub(super) struct Audit {
    #[command(flatten)]
    which: Which,
    /// The two strategies that are held against each other [default: the first two of the file]
    #[arg(long, value_name = "A,B")]
    sides: Option<String>,
    /// A fifth of the worlds: does everything still run?
    #[arg(long, conflicts_with = "deep")]
    quick: bool,
    /// Four to eight times the worlds
    #[arg(long)]
    deep: bool,
    #[command(flatten)]
    work: Work,
}

impl Audit {
    pub(super) fn run(self) -> u8 {
        self.try_run().unwrap_or_else(|code| code)
    }

    fn try_run(self) -> Result<u8, u8> {
        let plan = self.plan()?;
        let output = self.work.folder(&format!("audit-{}", plan.case.name))?;
        let pool = self.work.pool()?;
        let bar = self.work.bar(plan.cost() as usize, "thousand person-weeks");
        // A fault of one replication is told in the report, not by a message of Rust's.
        std::panic::set_hook(Box::new(|_| {}));
        let audit = pool.install(|| plan.carry_out(&|work| bar.inc(work)));
        bar.finish_and_clear();
        // The plan was made from the same text, which could be read.
        let audit = audit.ok_or(USAGE)?;
        let files = audit::files(&audit).map_err(|fault| {
            tell::fault(&fault.to_string(), "");
            USAGE
        })?;
        self.work.write(&output, &files)?;
        self.say(&audit, &output);
        Ok(if audit.holds() { DONE } else { FAULTY })
    }

    /// The scenario and its two sides; faults are told, and end the command.
    fn plan(&self) -> Result<Plan, u8> {
        let seed = self.work.seed()?;
        let (scenario, ground) = self.which.read()?;
        let (document, _) = self.which.read_document()?;
        let sides = sides(&scenario, self.sides.as_deref()).map_err(|refusal| {
            tell::fault(&refusal.what, &refusal.help);
            USAGE
        })?;
        let file = self.which.file.clone();
        let case = Case { file, document, ground, sides, name: scenario.name };
        Ok(Plan { case, seed, depth: depth(self.quick, self.deep) })
    }

    fn say(&self, audit: &evidence::Audit, output: &Path) {
        if self.work.json {
            tell::say(&format!("{:#}\n", audit::json(audit)));
        } else {
            tell::say(&text(audit));
            tell::say(&format!("\nReport: {}\n", output.join("audit.html").display()));
        }
    }
}

/// All sections and the findings, for the terminal.
fn text(audit: &evidence::Audit) -> String {
    let mut text = format!("{}\n", words::about(audit));
    for section in words::sections(audit) {
        let _ = write!(text, "\n{}\n", section.title);
        for note in &section.notes {
            let _ = writeln!(text, "{note}");
        }
        let mut rows = vec![section.head.clone()];
        rows.extend(section.rows.iter().cloned());
        let _ = write!(text, "\n{}", tell::aligned_left(&rows));
    }
    text.push('\n');
    for sentence in findings::all(audit) {
        let _ = writeln!(text, "{sentence}");
    }
    text
}
