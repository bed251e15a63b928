//! Reading the strategies of a scenario: `[strategies.NAME.PROGRAMME]`, switches between them, and shocks.

mod mix;
pub(super) mod shocks;
mod switch;

use crate::document::{Entry, Problem, Table, Value};
use crate::quantity::Money;
use crate::strategy::{ABSENT, Strategy};

/// Mixes of programmes that have a name: what each programme gets of the allowance.
pub const PRESETS: &[(&str, &[(&str, f64)])] = &[
    (ABSENT, &[]),
    ("digital", &[("advertising", 0.94), ("posts", 0.01), ("mail", 0.05)]),
    ("social", &[("introductions", 0.6), ("occasions", 0.4)]),
    (
        "hybrid",
        &[
            ("advertising", 0.44),
            ("posts", 0.01),
            ("mail", 0.05),
            ("introductions", 0.3),
            ("occasions", 0.2),
        ],
    ),
];

/// What holds for every strategy of a scenario.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// The budget where a strategy has none of its own.
    pub(super) budget: Money,
    /// The weeks of the run.
    pub(super) horizon: u32,
}

/// Reads all strategies, in the order of the file, and adds the baseline.
pub(super) fn read(root: &Table, terms: Terms, problems: &mut Vec<Problem>) -> Vec<Strategy> {
    let mut strategies = Vec::new();
    let table = root.table("strategies", problems);
    for entry in table.map_or(&[][..], |table| &table.entries) {
        let Value::Table(table) = &entry.value else {
            let what = format!(
                "a strategy must be a table, but `{}` is a {}",
                entry.name,
                entry.value.kind()
            );
            problems.push(
                Problem::at(&entry.place, what)
                    .advise(format!("write for example [strategies.{}.advertising]", entry.name)),
            );
            continue;
        };
        if let Some(problem) = refuse_name(entry) {
            problems.push(problem);
        }
        let first = mix::read(&entry.name, table, terms, problems);
        switch::refuse(entry, root, terms, problems);
        strategies.push(switch::follow(&entry.name, first, root, terms));
    }
    if strategies.is_empty() && problems.is_empty() {
        let what = "the scenario has no strategy, so there is nothing to compare";
        problems.push(
            Problem::of_whole(what).advise("add for example [strategies.digital.advertising]"),
        );
    }
    strategies.push(Strategy::absent());
    shocks::read(root, terms, &mut strategies, problems);
    strategies
}

/// The strategy of this name, of the scenario or else a preset, read once more for another firm.
/// What is wrong with it is told where it is read for the firm.
pub(super) fn of(name: &str, root: &Table, terms: Terms) -> Strategy {
    let told = &mut Vec::new();
    let own = root.table("strategies", told).and_then(|strategies| strategies.table(name, told));
    let first = own.map(|table| mix::read(name, table, terms, told));
    let first = first.or_else(|| mix::preset(name, terms));
    first.map_or_else(Strategy::absent, |first| switch::follow(name, first, root, terms))
}

fn refuse_name(entry: &Entry) -> Option<Problem> {
    if entry.name == ABSENT {
        let what = "`absent` is the name of the baseline, which always runs along";
        return Some(Problem::at(&entry.name_place, what).advise("give the strategy another name"));
    }
    if !is_plain(&entry.name) {
        let what = format!("a strategy cannot be called \"{}\"", entry.name);
        return Some(
            Problem::at(&entry.name_place, what).advise("use letters, digits, blanks, - and _"),
        );
    }
    None
}

/// Whether a name has nothing in it that a table or a file could not bear.
pub(super) fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == ' ';
    !name.is_empty() && name.chars().all(plain)
}
