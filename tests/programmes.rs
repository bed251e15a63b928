//! Every programme, also those to come: without money it is not there, with money it is in the books, and more money does not help for ever.

mod common;

use common::{live, scenario, tables_of};
use rayon::prelude::*;
use stammtisch::facts::Facts;
use stammtisch::programmes::NAMES;
use stammtisch::quantity::{Money, Quantity};
use stammtisch::report::results::Results;

/// A small market in which help and talk matter.
const WORLD: &str = "
[people]
count = 300
[people.start]
staff = 0.05
followers = 0.5
[people.visibility]
seen = 0.001
[people.worth]
help = 0.3
[experiment]
replications = 2
weeks = 30
";

/// A scenario of these lines and one strategy that runs only this programme, on so much money.
fn alone(programme: &str, budgets: &[f64]) -> Results {
    let strategy = |budget: &f64| {
        format!(
            "[strategies.with-{budget}]\nbudget = {budget}\n[strategies.with-{budget}.{programme}]\n"
        )
    };
    live(scenario(&(WORLD.to_owned() + &budgets.iter().map(strategy).collect::<String>())), 1)
}

/// The facts of each week of each run, without programmes that cost nothing.
fn lives(results: &Results, strategy: usize) -> Vec<Vec<Facts>> {
    let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
    let bare = |facts: &Facts| {
        let mut facts = facts.clone();
        facts.books.programmes.retain(|cost| *cost != Money::ZERO);
        facts
    };
    runs.map(|run| run.weeks.iter().map(bare).collect()).collect()
}

/// What all runs of a strategy brought together, in the value of week 0.
fn total(results: &Results, strategy: usize) -> Facts {
    let mut total = Facts::default();
    for run in results.batch.runs.iter().filter(|run| run.strategy == strategy) {
        total.absorb(&run.up_to(results.scenario.rules.horizon));
    }
    total
}

/// Checks something of every programme, and names those that fail.
#[track_caller]
fn each(check: impl Fn(&str) -> Result<(), String> + Sync) {
    let faults: Vec<String> = NAMES
        .par_iter()
        .filter_map(|name| check(name).err().map(|fault| format!("{name}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(NAMES.len() >= 4);
}

fn must(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

#[test]
fn without_a_budget_or_a_share_a_programme_is_not_there() {
    each(|name| {
        let none = alone(name, &[0.0]);
        must(lives(&none, 0) == lives(&none, 1), || "without a budget it does something".into())?;
        let other = NAMES.iter().find(|other| **other != name).copied().unwrap_or_default();
        let used = format!("{WORLD}[strategies.it]\nbudget = 150\n[strategies.it.{other}]\n");
        let with = live(scenario(&format!("{used}[strategies.it.{name}]\nshare = 0\n")), 1);
        let bare = live(scenario(&used), 1);
        must(with.scenario.strategies[0].lines.len() == 2, || "it is not in the scenario".into())?;
        for strategy in 0..2 {
            must(lives(&with, strategy) == lives(&bare, strategy), || {
                format!("without a share it changes what {other} does")
            })?;
        }
        for ((table, with), (_, bare)) in tables_of(&with).iter().zip(&tables_of(&bare)) {
            // The books list each programme, and the assumptions each parameter.
            let may = ["ledger.csv", "assumptions.csv"].contains(table);
            must(may || with == bare, || format!("without a share it changes {table}"))?;
        }
        Ok(())
    });
}

#[test]
fn what_a_programme_costs_stands_in_the_books_under_its_name() {
    each(|name| {
        let results = alone(name, &[1000.0]);
        let paid = total(&results, 0).books;
        must(paid.spend() > Money::ZERO, || "it costs nothing".into())?;
        let ledger = tables_of(&results).into_iter().find(|(table, _)| *table == "ledger.csv");
        let ledger = ledger.map(|(_, text)| String::from_utf8_lossy(&text).into_owned());
        let ledger = ledger.unwrap_or_default();
        let rows = ledger.lines().filter(|row| row.contains("with-1000,"));
        let (mut own, mut all) = (Money::ZERO, Money::ZERO);
        for row in rows {
            let cells: Vec<&str> = row.split(',').collect();
            let money = Money::from_number(cells[4].parse().map_err(|_| row.to_owned())?);
            if cells[3] == name {
                own += -money;
            }
            all += money;
        }
        must(own == paid.spend(), || format!("{own:?} in the books, {:?} spent", paid.spend()))?;
        must(all == paid.profit(), || format!("rows add up to {all:?}, not to the profit"))
    });
}

#[test]
fn more_and_more_money_does_not_help_for_ever() {
    let budgets: Vec<f64> = (0..=12).map(|doubling| 10.0 * f64::from(1 << doubling)).collect();
    each(|name| {
        let results = alone(name, &budgets);
        let profit: Vec<Money> =
            (0..budgets.len()).map(|strategy| total(&results, strategy).books.profit()).collect();
        let spent: Vec<Money> =
            (0..budgets.len()).map(|strategy| total(&results, strategy).books.spend()).collect();
        // From some budget on either nothing more is spent, or what is spent brings less than it costs.
        let last = &profit[budgets.len() - 4..];
        must(last.is_sorted_by(|less, more| less >= more), || {
            format!("the last doublings still pay: profit {profit:?}, spent {spent:?}")
        })
    });
}
