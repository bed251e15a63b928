//! `check`: what is wrong with a scenario, told without running it.

use super::scenario::Which;
use super::{DONE, USAGE, tell};
use crate::document::{Document, Problem};
use crate::experiment::ground::{ATTRIBUTES, Ground};
use crate::report::words;
use clap::Args;
use serde_json::{Value, json};
use std::fmt::Write;

/// The options of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    which: Which,
    /// Print what was found as one JSON object
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) fn run(self) -> u8 {
        let found = if self.json { self.as_json() } else { self.as_text() };
        found.unwrap_or_else(|code| code)
    }

    fn as_text(&self) -> Result<u8, u8> {
        let (scenario, ground) = self.which.read()?;
        let strategies: Vec<&str> =
            scenario.strategies.iter().map(|strategy| &*strategy.name).collect();
        let mut text = format!(
            "{} is sound: {} people, strategies {}, {} replications of {} weeks{}\n",
            self.which.file.display(),
            ground.people(&scenario),
            strategies.join(", "),
            scenario.experiment.replications.0,
            scenario.experiment.weeks.0,
            words::rivals(&scenario),
        );
        if let Some(report) = ground.report() {
            let _ = writeln!(
                text,
                "Imported: {}, {}, {}; repaired: {}",
                words::count(report.ties, "tie", "ties"),
                words::count(report.isolates, "isolate", "isolates"),
                words::count(report.components, "component", "components"),
                words::repaired(report),
            );
            text.push_str(&as_read(report.header, &ground.unused_columns()));
        }
        tell::say(&text);
        Ok(DONE)
    }

    fn as_json(&self) -> Result<u8, u8> {
        let (document, read) = self.which.read_document()?;
        let mut network = None;
        let problems: Vec<Value> = match read {
            Err(problems) => problems.iter().map(|problem| in_scenario(&document, problem)).collect(),
            Ok(scenario) => match Ground::lay(&scenario) {
                Ok(ground) => {
                    network = ground.report().map(|report| read_as(report.header, &ground));
                    Vec::new()
                }
                Err(problems) => problems
                    .iter()
                    .map(|p| json!({"file": p.file.to_string_lossy(), "line": p.line, "what": p.what, "help": p.help}))
                    .collect(),
            },
        };
        let sound = problems.is_empty();
        let mut told = json!({"sound": sound, "problems": problems});
        if let Some(network) = network {
            told["network"] = network;
        }
        tell::say(&format!("{told:#}\n"));
        Ok(if sound { DONE } else { USAGE })
    }
}

/// The same as [`as_read`], for programs.
fn read_as(heading: bool, ground: &Ground) -> Value {
    let unused = ground.unused_columns().into_iter().map(|(column, _)| column);
    json!({"heading": heading, "unused_columns": unused.collect::<Vec<String>>()})
}

/// How the user's files were read, where that could be otherwise than was meant.
fn as_read(heading: bool, unused: &[(String, Option<&str>)]) -> String {
    let mut text = if heading {
        "The first line of the ties names the columns.\n".to_owned()
    } else {
        "The first line of the ties is a tie (a heading would be called source,target).\n"
            .to_owned()
    };
    if !unused.is_empty() {
        let one = |(column, near): &(String, Option<&str>)| match near {
            Some(near) => format!("{column} (did you mean `{near}`?)"),
            None => column.clone(),
        };
        let unused: Vec<String> = unused.iter().map(one).collect();
        let _ = writeln!(
            text,
            "Columns of the people table that are not used: {}. Used are id, circle or community, {}.",
            unused.join(", "),
            ATTRIBUTES.join(", ")
        );
    }
    text
}

fn in_scenario(document: &Document, problem: &Problem) -> Value {
    let place = problem.place.as_ref().and_then(|place| {
        let text = document.texts.get(place.text)?;
        let before = text.text.get(..place.span.start.min(text.text.len()))?;
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(1, |last| last.chars().count() + 1);
        Some((text.name.clone(), line, column))
    });
    let (file, line, column) =
        place.map_or((None, None, None), |(f, l, c)| (Some(f), Some(l), Some(c)));
    json!({"file": file, "line": line, "column": column, "what": problem.what, "help": problem.help})
}
