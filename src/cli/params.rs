//! `params`: every parameter with unit, range, default and source.

use super::{DONE, USAGE, tell};
use crate::document::nearest;
use crate::parameters::{Spec, tidy};
use crate::scenario;
use clap::Args;
use std::fmt::Write;

/// The options of `params`.
#[derive(Debug, Args)]
pub(super) struct Params {
    /// Only parameters whose path contains this, for example `people.talk` or `budget`
    #[arg(value_name = "WORD")]
    word: Option<String>,
    /// Print them as a JSON list
    #[arg(long)]
    json: bool,
}

impl Params {
    pub(super) fn run(self) -> u8 {
        let mut specs = scenario::specs();
        if let Some(word) = &self.word {
            let near = near(&specs, word);
            specs.retain(|spec| spec.path().contains(word.as_str()));
            if specs.is_empty() {
                let all = "`stammtisch params` lists all that are numbers or choices; names and files are told in the comments of a scenario".to_owned();
                let help = near.map_or(all, |near| format!("did you mean `{near}`?"));
                tell::fault(&format!("no parameter has `{word}` in its path"), &help);
                return USAGE;
            }
        }
        if self.json {
            let list: Vec<serde_json::Value> = specs.iter().map(as_json).collect();
            tell::say(&format!("{:#}\n", serde_json::Value::from(list)));
        } else {
            tell::say(&as_text(&specs));
        }
        DONE
    }
}

/// The table, path or part of one that may have been meant.
fn near(specs: &[Spec], word: &str) -> Option<String> {
    let paths: Vec<String> = specs.iter().map(Spec::path).collect();
    let parts = paths.iter().flat_map(|path| path.split('.'));
    let whole = specs.iter().map(|spec| spec.table).chain(paths.iter().map(String::as_str));
    let known: Vec<&str> = parts.chain(whole).collect();
    nearest(word, &known).map(str::to_owned)
}

fn as_json(spec: &Spec) -> serde_json::Value {
    let mut value = serde_json::to_value(spec).unwrap_or_default();
    value["path"] = spec.path().into();
    value
}

fn as_text(specs: &[Spec]) -> String {
    let mut text = String::new();
    let mut table = "";
    for spec in specs {
        if spec.table != table {
            table = spec.table;
            let _ = writeln!(text, "\n[{table}]");
        }
        let range = if spec.choices.is_empty() {
            format!("{} to {}", tidy(spec.least), tidy(spec.most))
        } else {
            format!("one of {}", spec.choices.join(", "))
        };
        let _ = writeln!(
            text,
            "  {} = {}    {}, {range}\n      {}\n      {} ({:?})",
            spec.name,
            spec.show(spec.default),
            spec.unit,
            spec.meaning,
            spec.source,
            spec.grade,
        );
    }
    text.trim_start().to_owned()
}
