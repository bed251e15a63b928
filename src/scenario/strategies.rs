//! Reading the strategies of a scenario: `[strategies.NAME.PROGRAMME]`.

use crate::document::{Entry, Problem, Table, Value, nearest};
use crate::parameters::{self, tidy};
use crate::programmes::{self, Chosen, NAMES};
use crate::quantity::{Money, Quantity};
use crate::strategy::{ABSENT, Line, Strategy};

/// Mixes of programmes that have a name: what each programme gets of the allowance.
pub const PRESETS: &[(&str, &[(&str, f64)])] = &[
    (ABSENT, &[]),
    ("digital", &[("advertising", 0.99), ("posts", 0.01)]),
    ("social", &[("introductions", 0.6), ("occasions", 0.4)]),
    (
        "hybrid",
        &[("advertising", 0.49), ("posts", 0.01), ("introductions", 0.3), ("occasions", 0.2)],
    ),
];

/// Reads all strategies, in the order of the file, and adds the baseline.
pub(super) fn read(root: &Table, budget: Money, problems: &mut Vec<Problem>) -> Vec<Strategy> {
    let mut strategies = Vec::new();
    for entry in root.table("strategies", problems).map_or(&[][..], |table| &table.entries) {
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
        strategies.push(read_one(&entry.name, table, budget, problems));
    }
    if strategies.is_empty() && problems.is_empty() {
        let what = "the scenario has no strategy, so there is nothing to compare";
        problems.push(
            Problem::of_whole(what).advise("add for example [strategies.digital.advertising]"),
        );
    }
    strategies.push(Strategy::absent());
    strategies
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

pub(super) fn read_one(
    name: &str,
    table: &Table,
    budget: Money,
    problems: &mut Vec<Problem>,
) -> Strategy {
    let known: Vec<&str> = NAMES.iter().copied().chain(["budget", "preset"]).collect();
    table.refuse_unknown(&known, &format!("[strategies.{name}]"), problems);
    let allowance = read_number(
        table,
        "budget",
        (0.0, 1_000_000.0),
        ("money a week and 1,000 people", budget.to_number()),
        problems,
    )
    .map_or(budget, Money::from_number);
    let mut shares = read_preset(table, problems);
    let mut given = false;
    let mut lines = Vec::new();
    for &programme in NAMES {
        let own = table.get(programme).and_then(|_| table.table(programme, problems));
        let preset = shares.iter().find(|(name, _)| *name == programme).map(|(_, share)| *share);
        if own.is_none() && preset.is_none() {
            continue;
        }
        let empty = Table::default();
        let own = own.unwrap_or(&empty);
        let share = read_number(own, "share", (0.0, 1.0), ("share", 0.5), problems);
        given |= share.is_some();
        shares.retain(|(name, _)| *name != programme);
        let Some(read) = programmes::read(programme, own, &["share"], problems) else {
            continue;
        };
        lines.push((programme, share.or(preset), read));
    }
    let places = (table, name);
    let lines = divide(lines, given, places, problems);
    Strategy { name: name.to_owned(), allowance, lines }
}

/// The mix that a strategy's `preset` names.
fn read_preset(table: &Table, problems: &mut Vec<Problem>) -> Vec<(&'static str, f64)> {
    let Some(entry) = table.get("preset") else {
        return Vec::new();
    };
    let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
    let Value::Word(word) = &entry.value else {
        let what = format!("`preset` must be a word, but is a {}", entry.value.kind());
        problems
            .push(Problem::at(&entry.place, what).advise(format!("one of {}", names.join(", "))));
        return Vec::new();
    };
    let found = PRESETS.iter().find(|(name, _)| name == word);
    if found.is_none() {
        let help = nearest(word, &names).map_or_else(
            || format!("one of {}", names.join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        problems
            .push(Problem::at(&entry.place, format!("there is no preset \"{word}\"")).advise(help));
    }
    found.map_or(Vec::new(), |(_, mix)| mix.to_vec())
}

type Read = (&'static str, Option<f64>, Chosen);

/// Gives every programme its share: those without one divide equally what the others leave.
fn divide(
    lines: Vec<Read>,
    given: bool,
    (table, name): (&Table, &str),
    problems: &mut Vec<Problem>,
) -> Vec<Line> {
    let stated: f64 = lines.iter().filter_map(|(_, share, _)| *share).sum();
    let open = lines.iter().filter(|(_, share, _)| share.is_none()).count();
    // All that is stated must leave something for those who state nothing, and nothing otherwise.
    let adds_up = if open > 0 { stated < 1.0 } else { (stated - 1.0).abs() < 1e-9 };
    if !adds_up && !lines.is_empty() && (given || open > 0) {
        let what = format!("the shares of strategy `{name}` add up to {}, not to 1", tidy(stated));
        let place = table.entries.iter().rev().find_map(|entry| match &entry.value {
            Value::Table(programme) => programme.get("share").map(|share| share.place.clone()),
            _ => None,
        });
        let problem = place.map_or_else(
            || Problem::of_whole(what.clone()),
            |place| Problem::at(&place, what.clone()),
        );
        problems.push(problem.advise("a programme without a share gets what the others leave; to spend less, lower the budget"));
    }
    let rest = (1.0 - stated).max(0.0) / open.max(1) as f64;
    lines
        .into_iter()
        .map(|(name, share, chosen)| Line {
            name: name.to_owned(),
            share: share.unwrap_or(rest),
            chosen,
        })
        .collect()
}

fn read_number(
    table: &Table,
    name: &str,
    range: (f64, f64),
    (unit, example): (&str, f64),
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let read = parameters::read_number(table.get(name)?, range, unit, example);
    read.map_err(|problem| problems.push(problem)).ok()
}
