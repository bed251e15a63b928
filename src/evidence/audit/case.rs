//! The case: the scenario that is audited, its two sides, and the same scenario with names or their order exchanged.

use crate::document::{Document, Entry, Table, Value, nearest};
use crate::experiment::ground::Ground;
use crate::scenario::{Scenario, Source};
use crate::strategy::ABSENT;
use std::path::PathBuf;

/// A scenario whose neutrality is asked for.
#[derive(Debug)]
pub struct Case {
    /// Where the scenario comes from.
    pub file: PathBuf,
    /// Its text, with what the command line sets in it.
    pub document: Document,
    /// What is read once from the user's files.
    pub ground: Ground,
    /// The names of the two strategies that are held against each other.
    pub sides: [String; 2],
    /// Its name.
    pub name: String,
}

/// Why there are no two sides, and what would be right.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub help: String,
}

/// The two sides of a scenario: those that are named (`A,B`), or its first two strategies.
///
/// # Errors
/// Where there are not two different ones.
pub fn sides(scenario: &Scenario, pair: Option<&str>) -> Result<[String; 2], Refusal> {
    let all: Vec<&str> = scenario.strategies.iter().map(|strategy| &*strategy.name).collect();
    match pair {
        Some(words) => chosen(&all, words),
        None => usual(&all),
    }
}

fn refuse<T>(what: String, help: String) -> Result<T, Refusal> {
    Err(Refusal { what, help })
}

/// The first two strategies of the file; the baseline, which stands last, is none of them.
fn usual(all: &[&str]) -> Result<[String; 2], Refusal> {
    if let [one, other, _, ..] = all {
        return Ok([one, other].map(|name| (*name).to_owned()));
    }
    let only = all.first().copied().unwrap_or(ABSENT);
    refuse(
        format!(
            "an audit holds two strategies against each other, and the scenario has only `{only}`"
        ),
        format!("add another, or hold it against the baseline: --sides {only},{ABSENT}"),
    )
}

/// The two that are named.
fn chosen(all: &[&str], words: &str) -> Result<[String; 2], Refusal> {
    let pair: Vec<&str> = words.split(',').map(str::trim).collect();
    let [one, other] = pair[..] else {
        let example = all[..all.len().min(2)].join(",");
        let what = format!("--sides takes two names, but is `{words}`");
        return refuse(what, format!("write for example --sides {example}"));
    };
    if let Some(unknown) = pair.iter().find(|name| !all.contains(name)) {
        let list = || format!("one of {}", all.join(", "));
        let near = nearest(unknown, all);
        let help = near.map_or_else(list, |near| format!("did you mean `{near}`?"));
        return refuse(format!("the scenario has no strategy `{unknown}`"), help);
    }
    if one == other {
        let what = format!("both sides are `{one}`");
        let help = "name two strategies; that each equals itself is checked anyway";
        return refuse(what, help.to_owned());
    }
    Ok([one, other].map(str::to_owned))
}

impl Case {
    /// The scenario as it stands.
    #[must_use]
    pub fn scenario(&self) -> Option<Scenario> {
        self.read(&self.document)
    }

    /// The scenario in which every side has a copy of itself under another name: sides, then copies.
    #[must_use]
    pub fn with_copies(&self) -> Option<(Scenario, Vec<[String; 2]>)> {
        let mut document = self.document.clone();
        let mut pairs = Vec::new();
        let strategies = table_mut(&mut document.root, "strategies")?;
        for side in &self.sides {
            let Some(mut copy) = strategies.get(side).cloned() else { continue };
            while strategies.get(&copy.name).is_some() {
                copy.name.push_str(" again");
            }
            pairs.push([side.clone(), copy.name.clone()]);
            strategies.entries.push(copy);
        }
        Some((self.read(&document)?, pairs))
    }

    /// The scenario in which the two sides have exchanged their names, wherever they are named;
    /// `None` where one of them is the baseline, which has no name to give away.
    #[must_use]
    pub fn with_names_exchanged(&self) -> Option<Scenario> {
        let mut document = self.document.clone();
        let strategies = table_mut(&mut document.root, "strategies")?;
        if self.sides.iter().any(|side| strategies.get(side).is_none()) {
            return None;
        }
        for entry in &mut strategies.entries {
            self.exchange(&mut entry.name);
        }
        for (group, reference) in [("strategies", "then"), ("rivals", "strategy")] {
            let Some(group) = table_mut(&mut document.root, group) else { continue };
            for own in group.entries.iter_mut().filter_map(table_of_mut) {
                for entry in own.entries.iter_mut().filter(|entry| entry.name == reference) {
                    if let Value::Word(word) = &mut entry.value {
                        self.exchange(word);
                    }
                }
            }
        }
        self.read(&document)
    }

    /// The scenario in which the strategies stand in the opposite order.
    #[must_use]
    pub fn in_opposite_order(&self) -> Option<Scenario> {
        let mut document = self.document.clone();
        table_mut(&mut document.root, "strategies")?.entries.reverse();
        self.read(&document)
    }

    fn exchange(&self, name: &mut String) {
        let [one, other] = &self.sides;
        if name == one {
            name.clone_from(other);
        } else if name == other {
            name.clone_from(one);
        }
    }

    fn read(&self, document: &Document) -> Option<Scenario> {
        Scenario::read(document, &self.file).ok()
    }
}

/// The table of this name.
fn table_mut<'a>(table: &'a mut Table, name: &str) -> Option<&'a mut Table> {
    let entry = table.entries.iter_mut().find(|entry| entry.name == name)?;
    table_of_mut(entry)
}

fn table_of_mut(entry: &mut Entry) -> Option<&mut Table> {
    match &mut entry.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

/// Leaves these strategies, in this order, and the baseline last; fewer people, where they are drawn.
pub fn reduce(scenario: &mut Scenario, names: &[&str], most: usize) {
    let mut all = std::mem::take(&mut scenario.strategies);
    let wanted = names.iter().copied().filter(|name| *name != ABSENT).chain([ABSENT]);
    for name in wanted {
        if let Some(at) = all.iter().position(|strategy| strategy.name == name) {
            scenario.strategies.push(all.remove(at));
        }
    }
    if let Source::Generated { people, .. } = &mut scenario.source {
        *people = (*people).min(most);
    }
}
