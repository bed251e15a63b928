//! Reading switches: from a week on, a strategy does what another strategy of the scenario does.

use super::mix::{self, Mix, read_name};
use super::{PRESETS, Terms};
use crate::document::{Entry, Problem, Table, Value};
use crate::parameters::Parameters;
use crate::programmes::NAMES;
use crate::strategy::{Line, Strategy, Switch};

/// The week of a strategy's switch and the name of the other, as far as they can be read.
fn target(table: &Table) -> Option<(u32, &str)> {
    match (&table.get("at")?.value, &table.get("then")?.value) {
        (Value::Number(at), Value::Word(to)) if *at >= 1.0 => Some((*at as u32, to)),
        _ => None,
    }
}

/// The table of a strategy of the file.
fn in_file<'a>(root: &'a Table, name: &str) -> Option<&'a Table> {
    let Value::Table(strategies) = &root.get("strategies")?.value else { return None };
    match &strategies.get(name)?.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

/// The switches of a strategy, one after the other, each with its week and the name of the next.
///
/// Where a strategy would come back to one it has left, the last is that one, and they end.
fn chain<'a>(name: &'a str, root: &'a Table) -> Vec<(u32, &'a str)> {
    let mut chain: Vec<(u32, &str)> = vec![(0, name)];
    while let Some((at, to)) = chain.last().and_then(|(_, name)| target(in_file(root, name)?)) {
        let since = chain.last().map_or(0, |(since, _)| *since);
        let comes_back = chain.iter().any(|(_, before)| *before == to);
        chain.push((at.max(since), to));
        if comes_back {
            break;
        }
    }
    chain
}

/// Adds a problem for each thing that is wrong with a strategy's switch.
pub(super) fn refuse(entry: &Entry, root: &Table, terms: Terms, problems: &mut Vec<Problem>) {
    let Value::Table(table) = &entry.value else { return };
    let (then, at) = match (table.get("then"), table.get("at")) {
        (None, None) => return,
        (Some(then), Some(at)) => (then, at),
        (Some(one), None) => {
            let what = "`then` says what the strategy changes to, but not when";
            let help = "add the week of the change: at = 78";
            return problems.push(Problem::at(&one.name_place, what).advise(help));
        }
        (None, Some(one)) => {
            let what = "`at` says when the strategy changes, but not to what";
            let help = "add the other strategy: then = \"digital\"";
            return problems.push(Problem::at(&one.name_place, what).advise(help));
        }
    };
    refuse_week(at, terms.horizon, problems);
    refuse_other(&entry.name, then, root, problems);
}

fn refuse_week(at: &Entry, horizon: u32, problems: &mut Vec<Problem>) {
    let found = crate::parameters::read_number(at, (1.0, 1040.0), "weeks", 78.0);
    let what = match found {
        Err(problem) => return problems.push(problem),
        Ok(week) if week.fract() != 0.0 => {
            format!("`at` must be a whole number (weeks), but is {week}")
        }
        Ok(week) if week >= f64::from(horizon) => {
            format!("the strategy never changes: the last week is {}", horizon - 1)
        }
        Ok(_) => return,
    };
    problems.push(Problem::at(&at.place, what));
}

fn refuse_other(name: &str, then: &Entry, root: &Table, problems: &mut Vec<Problem>) {
    let of_file = root.table("strategies", &mut Vec::new());
    let of_file = of_file.iter().flat_map(|table| &table.entries).map(|entry| &*entry.name);
    let mut names: Vec<&str> = of_file.collect();
    names.extend(
        PRESETS.iter().map(|(preset, _)| *preset).filter(|preset| in_file(root, preset).is_none()),
    );
    let Some(to) = read_name(then, ("strategy or preset", &names), problems) else { return };
    if to == name {
        let what = format!("strategy `{name}` cannot change to itself");
        let help = "name another strategy of this scenario, or a preset";
        return problems.push(Problem::at(&then.place, what).advise(help));
    }
    let chain = chain(name, root);
    if chain.len() > 1 && chain.last().is_some_and(|(_, last)| *last == name) {
        let names: Vec<&str> = chain.iter().map(|(_, name)| *name).collect();
        let what = format!("strategies change in a circle: {}", names.join(", "));
        let help = "let one of them stay what it is: remove its `then` and `at`";
        problems.push(Problem::at(&then.place, what).advise(help));
    }
}

/// A strategy that begins with a mix, and follows the switches of the scenario.
pub(super) fn follow(name: &str, first: Mix, root: &Table, terms: Terms) -> Strategy {
    let Mix { allowance, planning, lines } = first;
    let mut strategy =
        Strategy { name: name.to_owned(), allowance, planning, lines, ..Strategy::default() };
    let chain = chain(name, root);
    for (place, &(at, to)) in chain.iter().enumerate().skip(1) {
        // Who has changed further by then does what comes last.
        if chain.get(place + 1).is_some_and(|(next, _)| *next == at) {
            continue;
        }
        let other = in_file(root, to).map(|table| mix::read(to, table, terms, &mut Vec::new()));
        let Some(other) = other.or_else(|| mix::preset(to, terms)) else { break };
        change(&mut strategy.lines, other.lines, at);
        let (allowance, planning) = (other.allowance, other.planning);
        strategy.switches.push(Switch { at, to: to.to_owned(), allowance, planning });
    }
    strategy
}

/// Ends the lines that a strategy has, and begins others; what is the same goes on.
fn change(lines: &mut Vec<Line>, others: Vec<Line>, at: u32) {
    for line in lines.iter_mut().filter(|line| line.weeks.end > at) {
        line.weeks.end = at;
    }
    for mut other in others {
        if let Some(same) =
            lines.iter_mut().find(|line| line.weeks.end == at && is_same(line, &other))
        {
            same.weeks.end = u32::MAX;
            continue;
        }
        if lines.iter().any(|line| line.name == other.name) {
            other.account = format!("{} (from week {at})", other.name);
        }
        other.weeks = at..u32::MAX;
        lines.push(other);
    }
    // Programmes spend in the order in which they are named, whichever came first.
    lines.sort_by_key(|line| (NAMES.iter().position(|name| *name == line.name), line.weeks.start));
}

/// Whether two lines do the same for the same money.
fn is_same(one: &Line, other: &Line) -> bool {
    let own = |line: &Line| -> Vec<f64> {
        let window = line.window.values().into_iter().chain(line.chosen.values.clone());
        [line.share].into_iter().chain(window.map(|(_, value)| value)).collect()
    };
    one.name == other.name && own(one) == own(other)
}
