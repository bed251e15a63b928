//! `claims`: each claim of the source texts as a hypothesis, at the defaults and over the plausible space, and what that means.

use super::validate::depth;
use super::work::Work;
use super::{DONE, SOME_FAILED, USAGE, tell};
use crate::evidence::claims::judging::Grounds;
use crate::evidence::claims::{Examination, Plan};
use crate::report::claims::{self, words};
use clap::Args;

/// The options of `claims`.
#[derive(Debug, Args)]
pub(super) struct Claims {
    /// Only the claim of this id, or all of a text: A1, B (repeatable)
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    /// Few worlds of few people: does everything still run?
    #[arg(long, conflicts_with = "deep")]
    quick: bool,
    /// Eight times the worlds, four lives of each, and four times the replications at the defaults
    #[arg(long)]
    deep: bool,
    #[command(flatten)]
    work: Work,
}

impl Claims {
    pub(super) fn run(self) -> u8 {
        self.try_run().unwrap_or_else(|code| code)
    }

    fn try_run(self) -> Result<u8, u8> {
        let plan = Plan::new(self.work.seed()?, depth(self.quick, self.deep), &self.only);
        if plan.claims.is_empty() {
            let what = format!("no claim is called {}", self.only.join(" or "));
            tell::fault(
                &what,
                "the claims are A1 to A9, B1 to B7, C1 to C5, D1 to D4 and E1 to E9",
            );
            return Err(USAGE);
        }
        let output = self.work.folder("claims")?;
        let pool = self.work.pool()?;
        let bar = self.work.bar(plan.runs(), "runs");
        // A fault of one replication is counted, and is no message of Rust's.
        std::panic::set_hook(Box::new(|_| {}));
        let examination = pool.install(|| plan.carry_out(&|| bar.inc(1)));
        bar.finish_and_clear();
        let files = claims::files(&examination).map_err(|fault| {
            tell::fault(&fault.to_string(), "");
            USAGE
        })?;
        self.work.write(&output, &files)?;
        if self.work.json {
            tell::say(&format!("{:#}\n", claims::json(&examination)));
        } else {
            tell::say(&text(&examination));
            tell::say(&format!("\nReport: {}\n", output.join("claims.html").display()));
        }
        let grounds = examination.claims.iter().filter_map(|claim| claim.ground.as_ref());
        let failed = grounds.map(Grounds::failures).sum::<usize>() > 0;
        Ok(if failed { SOME_FAILED } else { DONE })
    }
}

/// One line for each claim, and what is to be known of all of them.
fn text(examination: &Examination) -> String {
    let mut rows = vec![words::HEAD.map(str::to_owned).to_vec()];
    rows.extend(examination.claims.iter().map(words::row));
    let mut text = tell::aligned_left(&rows);
    text.push_str(
        "What decides most: rank correlation over the worlds; ? where luck could do as much.\n\n",
    );
    for sentence in words::summary(examination) {
        text.push_str(&sentence);
        text.push('\n');
    }
    text
}
