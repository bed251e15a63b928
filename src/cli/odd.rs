//! `odd`: the description of the model in the elements of ODD, drawn from the code.

use super::new::write_new;
use super::{DONE, tell};
use crate::report::odd;
use clap::Args;
use std::path::PathBuf;

/// The options of `odd`.
#[derive(Debug, Args)]
pub(super) struct Odd {
    /// Write it to this file, whole or not at all [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// As a page instead of Markdown
    #[arg(long)]
    html: bool,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

impl Odd {
    pub(super) fn run(self) -> u8 {
        let text = if self.html { odd::page() } else { odd::markdown() };
        let Some(file) = self.output else {
            tell::say(&text);
            return DONE;
        };
        match write_new(&[(file.clone(), &text)], self.force) {
            Ok(()) => {
                tell::say(&format!("Wrote {}\n", file.display()));
                DONE
            }
            Err(code) => code,
        }
    }
}
