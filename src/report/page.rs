//! The report: one page that opens without a network, from the verdict to how to reproduce it.

use super::chart::ChartError;
use super::figures::Figure;
use super::results::Results;
use super::words;
use super::{accounts, assumptions, sheet};
use crate::experiment::compare::{Moment, crossing_week};
use crate::measures::{self, Measure};
use crate::quantity::Quantity;
use maud::{Markup, PreEscaped, html};

/// The measures of the overview, in its order.
const OVERVIEW: [&str; 16] = [
    "profit",
    "equity",
    "spend",
    "unspent",
    "customers",
    "retention",
    "churn",
    "acquisitions",
    "acquisition_cost",
    "acquisition_cost_incremental",
    "mentions",
    "mention_valence",
    "referral_reproduction",
    "willingness_to_pay",
    "trust",
    "portfolio_value",
];

/// Writes the report.
///
/// # Errors
/// Where a chart cannot be drawn.
pub fn write(results: &Results, figures: &[Figure]) -> Result<String, ChartError> {
    let title = results.scenario.title.clone().unwrap_or_else(|| results.scenario.name.clone());
    let drawn: Result<Vec<Markup>, ChartError> =
        figures.iter().map(|shown| figure(results, shown)).collect();
    let body = html! {
        h1 { (title) }
        @if let Some(question) = &results.scenario.question { p.question { (question) } }
        p.verdict { (words::verdict(results)) }
        (network(results))
        h2 { "What differs, world by world" }
        (contrasts(results))
        @for figure in drawn? { (figure) }
        h2 { "Each strategy" }
        (overview(results))
        h2 { "Where the money came from and went" }
        (accounts::books(results))
        (moments(results))
        h2 { "What was done, and what came of it" }
        (accounts::deeds(results, &OVERVIEW))
        (assumptions::section(results))
        (reproduce(results))
        (limits())
    };
    Ok(sheet::page(&title, &body))
}

fn network(results: &Results) -> Markup {
    let failed = results.batch.failures.len();
    html! {
        p.note {
            (words::lived(results)) ". "
            @match results.ground.report() {
                Some(report) => { "The network was read from files; repaired: " (words::repaired(report)) "." },
                None => { "Each replication draws its own network; the numbers are those of the first." },
            }
            @if failed > 0 { " " (words::count(failed, "replication", "replications")) " failed; see failures.csv." }
        }
    }
}

fn figure(results: &Results, figure: &Figure) -> Result<Markup, ChartError> {
    let svg = figure.svg()?;
    let weeks: Vec<u32> =
        [0].into_iter().chain(results.comparison.shown_moments().map(|m| m.week)).collect();
    let (head, rows) = figure.table(&weeks);
    Ok(html! {
        figure id=(figure.name) {
            (PreEscaped(svg))
            figcaption {
                details {
                    summary { "The numbers" }
                    div.scroll { table {
                        thead { tr { @for cell in &head { th { (cell) } } } }
                        tbody { @for row in &rows { tr { @for cell in row { td.number { (cell) } } } } }
                    } }
                }
                "Files: " a href={ "plots/" (figure.name) ".svg" } { "SVG" } ", "
                a href={ "plots/" (figure.name) ".png" } { "PNG" } ". Numbers: "
                a href="tables/weeks.csv" { "weeks.csv" } "."
            }
        }
    })
}

fn overview_measures() -> impl Iterator<Item = &'static Measure> {
    OVERVIEW.iter().filter_map(|id| measures::by_id(id))
}

/// The paired differences at the horizon.
fn contrasts(results: &Results) -> Markup {
    let horizon = Moment { month: None, week: results.scenario.rules.horizon };
    let strategies = results.scenario.strategies.len();
    let pairs: Vec<(usize, usize)> =
        (0..strategies).flat_map(|a| (a + 1..strategies).map(move |b| (a, b))).collect();
    let difference = |measure: &Measure, (a, b)| {
        words::difference(measure.unit, results.comparison.difference(measure.id, horizon, a, b))
    };
    html! {
        p.note { "First less second, in the same worlds, with 95 % intervals; – where there is nothing to compare." }
        div.scroll { table {
            thead { tr {
                th { "Measure" }
                @for &(a, b) in &pairs { th { (results.strategy(a)) " less " (results.strategy(b)) } }
            } }
            tbody { @for measure in overview_measures() { tr {
                td title=(measure.meaning) { (measure.title) }
                @for &pair in &pairs { td.number { (difference(measure, pair)) } }
            } } }
        } }
    }
}

fn overview(results: &Results) -> Markup {
    html! {
        div.scroll { table {
            thead { tr { th { "Measure" } @for name in results.strategies() { th { (name) } } } }
            tbody { @for measure in overview_measures() { tr {
                td.measure { (measure.title) div.source { (measure.meaning) } }
                @for strategy in 0..results.scenario.strategies.len() {
                    td.number { (words::estimate(measure.unit, results.comparison.at_horizon(measure.id, strategy))) }
                }
            } } }
        } }
    }
}

/// The measure that decides, at each moment, and when one strategy overtakes another.
fn moments(results: &Results) -> Markup {
    let measure = results.scenario.measure;
    let strategies = results.scenario.strategies.len();
    let crossing =
        |pair| crossing_week(&results.batch, pair, |facts| facts.books.profit().to_number());
    html! {
        h2 { "When it counts: " (measure.title.to_lowercase()) " at each moment" }
        div.scroll { table {
            thead { tr {
                th { "Pair" }
                @for moment in results.comparison.shown_moments() {
                    th { @match moment.month { Some(month) => { "Month " (month) }, None => { "Week " (moment.week) } } }
                }
                th { "Overtaking in profit" }
            } }
            tbody { @for a in 0..strategies { @for b in a + 1..strategies { tr {
                td { (results.strategy(a)) " less " (results.strategy(b)) }
                @for moment in results.comparison.shown_moments() {
                    td.number { (words::difference(measure.unit, results.comparison.difference(measure.id, moment, a, b))) }
                }
                td { @match crossing((a, b)) { Some(week) => { "week " (week) }, None => { "never" } } }
            } } } }
        } }
    }
}

fn reproduce(results: &Results) -> Markup {
    html! {
        h2 { "How to reproduce this" }
        p {
            "Save the scenario below as " code { "scenario.toml" } " (it also lies in this folder) and run, with Stammtisch "
            (env!("CARGO_PKG_VERSION")) ":"
        }
        pre { "stammtisch run scenario.toml --seed " (results.batch.seed) }
        p.note { "The same scenario and seed give the same tables, byte for byte, on any number of threads." }
        details { summary { "The effective scenario, defaults included" } pre { (results.effective) } }
    }
}

fn limits() -> Markup {
    html! {
        h2 { "What this is not" }
        p {
            "No forecast: a comparison of two ways to spend the same money in a modelled market. Many of its "
            "parameters have no published value; these are marked as gaps above, and no conclusion should rest "
            "on one of their defaults. What holds only at the defaults may not hold in your market."
        }
    }
}
