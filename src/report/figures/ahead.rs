//! Figures of differences: how far strategies are ahead of each other, and of doing nothing.

use super::{Drawing, Figure, horizon, line, lines, of_whom, sentence, source, style_of};
use crate::experiment::compare::crossing_week;
use crate::measures;
use crate::quantity::Quantity;
use crate::report::chart::{Chart, DifferenceChart, DifferenceRow, YFormat};
use crate::report::curves::{Reading, gap};
use crate::report::results::Results;
use crate::report::words::{self, format_of};

/// What every strategy earned beyond doing nothing, week by week.
pub(super) fn gain(results: &Results) -> Figure {
    let absent = results.scenario.strategies.len() - 1;
    let profit = Reading::SoFar(|facts| Some(facts.books.profit().to_number()));
    let mut chart = Chart {
        title: sentence(results, "profit"),
        subtitle: of_whom(
            results,
            "Profit so far less that of a firm that does nothing, in the same worlds",
        ),
        x_label: "Week".to_owned(),
        y_label: "Gain over doing nothing, money of week 0".to_owned(),
        y_format: YFormat::Money,
        zero_line: true,
        source: source(results),
        ..Chart::default()
    };
    for strategy in 0..absent {
        chart.lines.push(line(results, strategy, &gap(results, (strategy, absent), profit)));
    }
    if absent >= 2
        && let Some(week) =
            crossing_week(&results.batch, (0, 1), |facts| facts.books.profit().to_number())
    {
        let difference = results.comparison.difference("profit", horizon(results), 0, 1);
        let ahead = usize::from(difference.is_none_or(|d| d.mean <= 0.0));
        chart.marks.push((f64::from(week), format!("{} overtakes", results.strategy(ahead))));
    }
    chart.description =
        format!("{}. Gain of each strategy over doing nothing, week by week.", chart.title);
    lines("gain", chart)
}

/// How far the first strategy lies ahead of the others at each moment.
pub(super) fn lead(results: &Results) -> Figure {
    let measure = results.scenario.measure;
    let (first, second) = (results.strategy(0), results.strategy(1));
    let rows = results.comparison.shown_moments().filter_map(|moment| {
        let difference = results.comparison.difference(measure.id, moment, 0, 1)?;
        let label = moment
            .month
            .map_or_else(|| format!("Week {}", moment.week), |month| format!("Month {month}"));
        Some(DifferenceRow {
            label,
            mean: difference.mean,
            low: difference.low,
            high: difference.high,
        })
    });
    let title = format!("{}: {first} less {second}", measure.title);
    let chart = DifferenceChart {
        subtitle: format!(
            "World by world, {} replications; the line is the 95 % interval",
            results.replications()
        ),
        x_label: words::axis(measure),
        x_format: format_of(measure.unit),
        rows: rows.collect(),
        below: (format!("{second} ahead"), style_of(results, 1)),
        above: (format!("{first} ahead"), style_of(results, 0)),
        description: format!("{title}, at each moment, with intervals."),
        title,
        source: source(results),
        dense: false,
    };
    Figure { name: "lead".to_owned(), drawing: Drawing::Differences(chart) }
}

/// How many more of the first customers every strategy keeps than doing nothing does.
pub(super) fn kept(results: &Results) -> Figure {
    let absent = results.scenario.strategies.len() - 1;
    let loyal =
        Reading::Week(|facts| measures::ratio(facts.loyal as f64, facts.customers_at_start as f64));
    let mut chart = Chart {
        title: "First customers kept, beyond those that doing nothing keeps".to_owned(),
        subtitle: of_whom(results, "Retention less that under absent, in the same worlds"),
        x_label: "Week".to_owned(),
        y_label: "Difference in retention, percentage points".to_owned(),
        y_format: YFormat::Share,
        zero_line: true,
        source: source(results),
        ..Chart::default()
    };
    for strategy in 0..absent {
        chart.lines.push(line(results, strategy, &gap(results, (strategy, absent), loyal)));
    }
    chart.description = format!("{}, week by week.", chart.title);
    lines("retention-gap", chart)
}
