//! Tables: tidy CSV files in canonical order, so that equal results are equal bytes.

use super::results::Results;
use crate::facts::Facts;
use crate::measures::{self, Formula};
use crate::parameters::tidy;
use csv::Writer;

/// A table's file name and its text.
pub type Table = (&'static str, Vec<u8>);

/// A fault in writing a table; as tables are written to memory, none is expected.
pub type Fault = csv::Error;

/// All tables of the results.
///
/// # Errors
/// A fault of the CSV writer.
pub fn all(results: &Results) -> Result<Vec<Table>, Fault> {
    Ok(vec![
        ("summaries.csv", summaries(results)?),
        ("contrasts.csv", contrasts(results)?),
        ("runs.csv", runs(results)?),
        ("weeks.csv", weeks(results)?),
        ("ledger.csv", ledger(results)?),
        ("assumptions.csv", assumptions(results)?),
        ("failures.csv", failures(results)?),
        ("dictionary.csv", dictionary()?),
    ])
}

/// A number as tables hold it: the shortest text that reads back as the same number, nothing for what is missing.
pub(super) fn cell(number: Option<f64>) -> String {
    number
        .map_or_else(String::new, |number| format!("{}", if number == 0.0 { 0.0 } else { number }))
}

pub(super) fn text(rows: Writer<Vec<u8>>) -> Result<Vec<u8>, Fault> {
    rows.into_inner().map_err(|fault| fault.into_error().into())
}

/// Every measure of every strategy at every moment, with its interval.
fn summaries(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["measure", "month", "week", "strategy", "mean", "low", "high", "n"])?;
    for summary in &results.comparison.summaries {
        let estimate = summary.estimate;
        rows.write_record([
            summary.measure.id.to_owned(),
            cell(summary.moment.month.map(f64::from)),
            summary.moment.week.to_string(),
            results.strategy(summary.strategy).to_owned(),
            cell(estimate.map(|e| e.mean)),
            cell(estimate.and_then(|e| e.low)),
            cell(estimate.and_then(|e| e.high)),
            estimate.map_or_else(String::new, |e| e.n.to_string()),
        ])?;
    }
    text(rows)
}

/// Every measure of every pair of strategies at every moment, world by world.
fn contrasts(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "measure",
        "month",
        "week",
        "strategy",
        "against",
        "mean",
        "low",
        "high",
        "correlation",
        "saved",
        "n",
    ])?;
    for contrast in &results.comparison.contrasts {
        let difference = contrast.difference;
        rows.write_record([
            contrast.measure.id.to_owned(),
            cell(contrast.moment.month.map(f64::from)),
            contrast.moment.week.to_string(),
            results.strategy(contrast.strategy).to_owned(),
            results.strategy(contrast.against).to_owned(),
            cell(difference.map(|d| d.mean)),
            cell(difference.and_then(|d| d.low)),
            cell(difference.and_then(|d| d.high)),
            cell(difference.and_then(|d| d.correlation)),
            cell(difference.and_then(|d| d.saved)),
            difference.map_or_else(String::new, |d| d.n.to_string()),
        ])?;
    }
    text(rows)
}

/// The ids of the measures that one run can tell.
fn columns() -> impl Iterator<Item = &'static measures::Measure> {
    measures::all().filter(|measure| !matches!(measure.formula, Formula::Incremental(..)))
}

fn header(first: &[&str]) -> Vec<String> {
    first
        .iter()
        .map(|name| (*name).to_owned())
        .chain(columns().map(|measure| measure.id.to_owned()))
        .collect()
}

fn numbers(facts: &Facts) -> impl Iterator<Item = String> {
    columns().map(|measure| cell(measure.of(facts)))
}

/// One row for each run and moment: all weeks up to then.
fn runs(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(header(&["seed", "replication", "strategy", "month", "week"]))?;
    for run in &results.batch.runs {
        for moment in &results.comparison.moments {
            let first = [
                results.batch.seed.to_string(),
                run.replication.to_string(),
                results.strategy(run.strategy).to_owned(),
                cell(moment.month.map(f64::from)),
                moment.week.to_string(),
            ];
            rows.write_record(first.into_iter().chain(numbers(&run.up_to(moment.week))))?;
        }
    }
    text(rows)
}

/// One row for each run and week: that week alone. Week 0 is the state before the first week.
fn weeks(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(header(&["seed", "replication", "strategy", "week"]))?;
    for run in &results.batch.runs {
        for (week, facts) in run.weeks.iter().enumerate() {
            let first = [
                results.batch.seed.to_string(),
                run.replication.to_string(),
                results.strategy(run.strategy).to_owned(),
                week.to_string(),
            ];
            rows.write_record(first.into_iter().chain(numbers(facts)))?;
        }
    }
    text(rows)
}

/// What each programme cost in each run, in the value of week 0.
fn ledger(results: &Results) -> Result<Vec<u8>, Fault> {
    use crate::quantity::Quantity;
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["seed", "replication", "strategy", "account", "money"])?;
    for run in &results.batch.runs {
        let books = run.up_to(results.scenario.rules.horizon).books;
        let strategy = &results.scenario.strategies[run.strategy];
        let programmes =
            strategy.accounts().zip(&books.programmes).map(|(account, cost)| (account, -*cost));
        let accounts = [("revenue", books.revenue), ("unit_costs", -books.unit_costs)];
        for (account, money) in accounts.into_iter().chain(programmes) {
            rows.write_record([
                results.batch.seed.to_string(),
                run.replication.to_string(),
                strategy.name.clone(),
                account.to_owned(),
                cell(Some(money.to_number())),
            ])?;
        }
    }
    text(rows)
}

/// Every parameter with the value that was used, its default, range, source and role.
fn assumptions(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "parameter",
        "value",
        "unit",
        "default",
        "least",
        "most",
        "grade",
        "role",
        "source",
        "meaning",
    ])?;
    for used in &results.assumptions {
        let spec = &used.spec;
        rows.write_record([
            format!("{}.{}", used.table, spec.name),
            spec.show(used.value).replace('"', ""),
            spec.unit.to_owned(),
            spec.show(spec.default).replace('"', ""),
            tidy(spec.least),
            tidy(spec.most),
            format!("{:?}", spec.grade),
            format!("{:?}", spec.role).to_lowercase(),
            spec.source.to_owned(),
            spec.meaning.to_owned(),
        ])?;
    }
    text(rows)
}

/// Replications that could not be finished.
fn failures(results: &Results) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["seed", "replication", "message"])?;
    for failure in &results.batch.failures {
        let row = [
            results.batch.seed.to_string(),
            failure.replication.to_string(),
            failure.message.clone(),
        ];
        rows.write_record(row)?;
    }
    text(rows)
}

/// What each measure means.
fn dictionary() -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["measure", "title", "unit", "kind", "meaning"])?;
    for measure in measures::all() {
        let kind = match measure.formula {
            Formula::Plain(_) => "number of each run",
            Formula::Ratio(..) => "ratio of sums",
            Formula::Incremental(..) => "ratio of sums beyond the baseline",
        };
        let unit = format!("{:?}", measure.unit).to_lowercase();
        rows.write_record([measure.id, measure.title, &unit, kind, measure.meaning])?;
    }
    text(rows)
}
