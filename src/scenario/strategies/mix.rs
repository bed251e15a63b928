//! Reading one strategy: its budget, its plan, its programmes and their shares.

use super::{PRESETS, Terms};
use crate::document::{Entry, Problem, Table, Value, nearest};
use crate::parameters::{self, Parameters, tidy};
use crate::programmes::{self, Chosen, NAMES};
use crate::quantity::{Money, Quantity};
use crate::strategy::{Line, Planning, Window};

/// The keys of a programme that belong to the strategy and not to the programme.
const KEYS: &[&str] = &["share", "from", "until", "every", "segment"];

/// What a strategy does between one switch and another.
#[derive(Debug)]
pub(super) struct Mix {
    pub(super) allowance: Money,
    pub(super) planning: Planning,
    pub(super) lines: Vec<Line>,
}

/// Reads a strategy from its table.
pub(super) fn read(name: &str, table: &Table, terms: Terms, problems: &mut Vec<Problem>) -> Mix {
    let own: Vec<&str> = Planning::specs().iter().map(|spec| spec.name).collect();
    let known = NAMES.iter().copied().chain(["budget", "preset", "then", "at"]);
    let known: Vec<&str> = known.chain(own.iter().copied()).collect();
    table.refuse_unknown(&known, &format!("[strategies.{name}]"), problems);
    let unit = ("money a week and 1,000 people", terms.budget.to_number());
    let allowance = read_number(table, "budget", (0.0, 1_000_000.0), unit, problems)
        .map_or(terms.budget, Money::from_number);
    let planning = Planning::read(Some(&only(table, &own)), &[], problems);
    let shares = read_preset(table, problems);
    let lines = read_lines((name, table), &shares, terms, problems);
    Mix { allowance, planning, lines }
}

/// A mix that has a name.
pub(super) fn preset(name: &str, terms: Terms) -> Option<Mix> {
    let (_, shares) = PRESETS.iter().find(|(preset, _)| *preset == name)?;
    let nothing = Table::default();
    let lines = read_lines((name, &nothing), shares, terms, &mut Vec::new());
    // Who does nothing has nothing to spend.
    let allowance = if lines.is_empty() { Money::ZERO } else { terms.budget };
    Some(Mix { allowance, planning: Planning::default(), lines })
}

/// The entries of these names.
pub(super) fn only(table: &Table, names: &[&str]) -> Table {
    let entries = table.entries.iter().filter(|entry| names.contains(&&*entry.name));
    Table { entries: entries.cloned().collect() }
}

/// Reads the programmes of a strategy, in the order in which programmes are named.
fn read_lines(
    (name, table): (&str, &Table),
    shares: &[(&str, f64)],
    terms: Terms,
    problems: &mut Vec<Problem>,
) -> Vec<Line> {
    let (mut given, mut lines) = (false, Vec::new());
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
        let window = read_window(programme, own, terms.horizon, problems);
        let Some(chosen) = programmes::read(programme, own, KEYS, problems) else {
            continue;
        };
        lines.push(Read { name: programme, share: share.or(preset), window, chosen });
    }
    divide(lines, given, (table, name), problems)
}

/// Reads when a programme runs, and for whom.
fn read_window(
    programme: &str,
    table: &Table,
    horizon: u32,
    problems: &mut Vec<Problem>,
) -> Window {
    let window = Window::read(Some(&only(table, &KEYS[1..])), &[], problems);
    let (from, until) = (window.from.whole(), window.until.whole());
    if let Some(entry) = table.get("from")
        && from >= horizon
    {
        let what = format!(
            "`{programme}` never runs: it begins in week {from}, and the last week is {}",
            horizon - 1
        );
        problems.push(Problem::at(&entry.place, what).advise("weeks are counted from 0"));
    } else if let Some(entry) = table.get("until").or(table.get("from"))
        && until <= from
    {
        let what = format!(
            "`{programme}` never runs: it begins in week {from} and ends before week {until}"
        );
        let help = "let `until` come after `from`";
        problems.push(Problem::at(&entry.place, what).advise(help));
    }
    window
}

/// The mix that a strategy's `preset` names.
fn read_preset(table: &Table, problems: &mut Vec<Problem>) -> Vec<(&'static str, f64)> {
    let Some(entry) = table.get("preset") else {
        return Vec::new();
    };
    let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
    let found = read_name(entry, ("preset", &names), problems);
    let mix = PRESETS.iter().find(|(name, _)| Some(*name) == found);
    mix.map_or(Vec::new(), |(_, mix)| mix.to_vec())
}

/// A programme as it was read, perhaps without a share.
struct Read {
    name: &'static str,
    share: Option<f64>,
    window: Window,
    chosen: Chosen,
}

/// Gives every programme its share: those without one divide equally what the others leave.
fn divide(
    lines: Vec<Read>,
    given: bool,
    (table, name): (&Table, &str),
    problems: &mut Vec<Problem>,
) -> Vec<Line> {
    let stated: f64 = lines.iter().filter_map(|line| line.share).sum();
    let open = lines.iter().filter(|line| line.share.is_none()).count();
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
    let line = |read: Read| Line {
        name: read.name.to_owned(),
        account: read.name.to_owned(),
        share: read.share.unwrap_or(rest),
        window: read.window,
        weeks: 0..u32::MAX,
        chosen: read.chosen,
    };
    lines.into_iter().map(line).collect()
}

/// The name that an entry holds, out of a few; a problem where it is none of them.
pub(super) fn read_name<'a>(
    entry: &Entry,
    (kind, names): (&str, &[&'a str]),
    problems: &mut Vec<Problem>,
) -> Option<&'a str> {
    let list = || format!("one of {}", names.join(", "));
    let Value::Word(word) = &entry.value else {
        let what = format!("`{}` must be a word, but is a {}", entry.name, entry.value.kind());
        problems.push(Problem::at(&entry.place, what).advise(list()));
        return None;
    };
    let found = names.iter().find(|name| *name == word);
    if found.is_none() {
        let near = nearest(word, names);
        let help = near.map_or_else(list, |near| format!("did you mean \"{near}\"?"));
        let what = format!("there is no {kind} \"{word}\"");
        problems.push(Problem::at(&entry.place, what).advise(help));
    }
    found.copied()
}

pub(super) fn read_number(
    table: &Table,
    name: &str,
    range: (f64, f64),
    (unit, example): (&str, f64),
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let read = parameters::read_number(table.get(name)?, range, unit, example);
    read.map_err(|problem| problems.push(problem)).ok()
}
