//! Reading the rivals of a scenario: `[rivals.NAME]`, the other firms of the market, each with a strategy of its own.

use super::strategies::{self, PRESETS};
use super::{Objectives, Scenario};
use crate::document::{Entry, Place, Problem, Table, Value, nearest};
use crate::parameters::Parameters;
use crate::population::start::{FirmPlan, Start};
use crate::quantity::{Money, Share};
use crate::strategy::{ABSENT, Strategy};

crate::parameters! {
    /// A rival of the firm in the same market; what it leaves open is as with the firm.
    pub Terms in "rivals.NAME" {
        /// What a customer pays the rival in a week.
        price: Money = 5.0, in 0.01 => 1_000_000.0, from "definition (where nothing is said: that of the firm)", grade Definition, role Input;
        /// What serving a customer costs the rival in a week.
        unit_cost: Money = 4.0, in 0.0 => 1_000_000.0, from "definition (where nothing is said: that of the firm)", grade Definition, role Input;
        /// The chance that a week with the rival is a good one: its true quality.
        quality: Share = 0.85, in 0.0 => 1.0, from "definition (where nothing is said: that of the firm)", grade Definition, role Input;
        /// Share of the people who are the rival's customers before the first week.
        customers: Share = 0.15, in 0.0 => 1.0, from "definition (where nothing is said: that of the firm)", grade Definition, role Input;
        /// What the rival may spend, money a week and 1,000 people of the market.
        budget: Money = 50.0, in 0.0 => 1_000_000.0, from "definition (where nothing is said: that of its strategy)", grade Definition, role Input;
    }
}

/// Another firm of the market.
#[derive(Debug)]
pub struct Rival {
    /// The name that the scenario gives it. Nothing in the model reads it.
    pub name: String,
    /// The name of the strategy that it follows, of this scenario or of a preset.
    pub follows: String,
    /// What it is and may spend.
    pub terms: Terms,
    /// The strategy, with the rival's budget.
    pub strategy: Strategy,
}

impl Rival {
    /// What the rival is before the first week.
    #[must_use]
    pub const fn firm(&self) -> FirmPlan {
        let Terms { price, unit_cost, quality, customers, .. } = self.terms;
        FirmPlan { price, unit_cost, quality, customers }
    }
}

impl Scenario {
    /// What all firms are before the first week, the firm that compares strategies first.
    #[must_use]
    pub fn firms(&self) -> Vec<FirmPlan> {
        let rivals = self.rivals.iter().map(Rival::firm);
        std::iter::once(self.firm()).chain(rivals).collect()
    }
}

/// Reads all rivals, in the order of the file.
pub(super) fn read(
    root: &Table,
    (objectives, start, terms): (&Objectives, &Start, strategies::Terms),
    problems: &mut Vec<Problem>,
) -> Vec<Rival> {
    let mut rivals = Vec::new();
    let table = root.table("rivals", problems);
    for entry in table.map_or(&[][..], |table| &table.entries) {
        let Value::Table(own) = &entry.value else {
            let kind = entry.value.kind();
            let what = format!("a rival must be a table, but `{}` is a {kind}", entry.name);
            let help = format!("write for example [rivals.{}]", entry.name);
            problems.push(Problem::at(&entry.place, what).advise(help));
            continue;
        };
        problems.extend(refuse_name(entry));
        rivals.push(read_one((root, own), &entry.name, (objectives, start, terms), problems));
    }
    let (last, shares) = (table.and_then(|table| table.entries.last()), &rivals);
    let all: f64 = shares.iter().map(|rival| rival.terms.customers.0).sum();
    if let Some(last) = last
        && all + start.customers.0 > 1.0 + 1e-9
    {
        problems.push(too_many(&last.name_place));
    }
    rivals
}

fn too_many(place: &Place) -> Problem {
    let what = "the firms have more customers together than there are people: each person is the customer of one firm at most";
    let help = "lower `customers` of the rivals, or of [people.start]";
    Problem::at(place, what).advise(help)
}

fn refuse_name(entry: &Entry) -> Option<Problem> {
    if strategies::is_plain(&entry.name) {
        return None;
    }
    let what = format!("a rival cannot be called \"{}\"", entry.name);
    Some(Problem::at(&entry.name_place, what).advise("use letters, digits, blanks, - and _"))
}

fn read_one(
    (root, own): (&Table, &Table),
    name: &str,
    (objectives, start, terms): (&Objectives, &Start, strategies::Terms),
    problems: &mut Vec<Problem>,
) -> Rival {
    let follows = read_follows(root, own, problems);
    let mut strategy = strategies::of(&follows, root, terms);
    let usual = Terms {
        price: objectives.price,
        unit_cost: objectives.unit_cost,
        quality: objectives.quality,
        customers: start.customers,
        budget: strategy.allowance,
    };
    let own_terms = usual.read_over(Some(own), &["strategy"], problems);
    if let Some(entry) = own.get("unit_cost").or_else(|| own.get("price"))
        && own_terms.unit_cost > own_terms.price
    {
        let what =
            "serving a customer costs more than the customer pays (`unit_cost` over `price`)";
        let help = "give both, the cost below the price";
        problems.push(Problem::at(&entry.place, what).advise(help));
    }
    strategy.allowance = own_terms.budget;
    if own.get("budget").is_some() {
        strategy.switches.iter_mut().for_each(|switch| switch.allowance = own_terms.budget);
    }
    Rival { name: name.to_owned(), follows, terms: own_terms, strategy }
}

/// The name of the strategy that a rival follows: one of this scenario, or a preset.
fn read_follows(root: &Table, own: &Table, problems: &mut Vec<Problem>) -> String {
    let Some(entry) = own.get("strategy") else {
        return ABSENT.to_owned();
    };
    let here = root.table("strategies", &mut Vec::new());
    let here = here.into_iter().flat_map(|table| &table.entries).map(|entry| &*entry.name);
    let mut known: Vec<&str> = here.collect();
    known.extend(PRESETS.iter().map(|(name, _)| *name));
    let Value::Word(word) = &entry.value else {
        let kind = entry.value.kind();
        let what = format!("`strategy` must be the name of a strategy, but is a {kind}");
        let help = format!("one of {}", known.join(", "));
        problems.push(Problem::at(&entry.place, what).advise(help));
        return ABSENT.to_owned();
    };
    if !known.contains(&&**word) {
        let what = format!("there is no strategy or preset \"{word}\"");
        let help = nearest(word, &known).map_or_else(
            || format!("one of {}", known.join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        problems.push(Problem::at(&entry.place, what).advise(help));
        return ABSENT.to_owned();
    }
    word.clone()
}
