//! Accounts: what each strategy did, where its money went, and what else came of it.

use super::results::Results;
use super::words::{self, estimate};
use crate::measures::{self, Measure, Unit};
use crate::quantity::Quantity;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Where each strategy's money came from and went, the mean of all replications.
pub(super) fn books(results: &Results) -> Markup {
    let strategies: Vec<BTreeMap<String, f64>> =
        (0..results.scenario.strategies.len()).map(|strategy| entries(results, strategy)).collect();
    let mut names: Vec<&str> = Vec::new();
    for strategy in &results.scenario.strategies {
        for account in strategy.accounts() {
            if !names.contains(&account) {
                names.push(account);
            }
        }
    }
    let amount = |strategy: usize, name: &str| {
        strategies[strategy]
            .get(name)
            .map_or_else(|| "–".to_owned(), |money| words::number(Unit::Money, *money))
    };
    let row = |name: &str, key: &str| {
        html! {
            tr { td { (name) } @for strategy in 0..strategies.len() { td.number { (amount(strategy, key)) } } }
        }
    };
    html! {
        p.note { "In the value of week 0, the mean of all replications; what is spent is negative." }
        div.scroll { table {
            thead { tr { th { "Account" } @for name in results.strategies() { th { (name) } } } }
            tbody {
                (row("Revenue", "revenue"))
                (row("Costs of serving", "unit costs"))
                @for name in names { tr {
                    td { code { (name) } }
                    @for strategy in 0..strategies.len() { td.number { (amount(strategy, &format!("programme {name}"))) } }
                } }
                (row("Profit", "profit"))
            }
        } }
    }
}

/// One strategy's books, each entry the mean of all replications.
fn entries(results: &Results, strategy: usize) -> BTreeMap<String, f64> {
    let (mut sums, horizon) = (BTreeMap::new(), results.scenario.rules.horizon);
    let runs: Vec<_> = results.batch.runs.iter().filter(|run| run.strategy == strategy).collect();
    for run in &runs {
        let books = run.up_to(horizon).books;
        let mut enter = |name: String, money: f64| {
            *sums.entry(name).or_insert(0.0) += money / runs.len() as f64;
        };
        enter("revenue".to_owned(), books.revenue.to_number());
        enter("unit costs".to_owned(), -books.unit_costs.to_number());
        enter("profit".to_owned(), books.profit().to_number());
        for (name, cost) in results.scenario.strategies[strategy].accounts().zip(&books.programmes)
        {
            enter(format!("programme {name}"), -cost.to_number());
        }
    }
    sums
}

/// Every measure beyond these that is not nothing under some strategy.
pub(super) fn deeds(results: &Results, beyond: &[&str]) -> Markup {
    let of = |measure: &Measure, strategy| results.comparison.at_horizon(measure.id, strategy);
    let strategies = 0..results.scenario.strategies.len();
    let happened = |measure: &&&Measure| {
        !beyond.contains(&measure.id)
            && strategies
                .clone()
                .any(|strategy| of(measure, strategy).is_some_and(|e| e.mean != 0.0))
    };
    let all: Vec<&Measure> = measures::all().collect();
    html! {
        div.scroll { table {
            thead { tr { th { "Measure" } @for name in results.strategies() { th { (name) } } } }
            tbody { @for measure in all.iter().filter(happened) { tr {
                td.measure { (measure.title) div.source { (measure.meaning) } }
                @for strategy in strategies.clone() { td.number { (estimate(measure.unit, of(measure, strategy))) } }
            } } }
        } }
    }
}
