//! Figures: which charts a report shows, and what each of them finds.

mod ahead;
mod figure;
mod portfolios;

pub use figure::{Drawing, Figure, SIZE};

use super::chart::{Chart, Line, YFormat};
use super::curves::{Curve, Reading, mean};
use super::results::Results;
use super::style::LineStyle;
use super::words::{self, format_of};
use crate::experiment::compare::Moment;
use crate::experiment::statistics::Estimate;
use crate::measures::{self, Measure};
use crate::quantity::Quantity;
use crate::strategy::ABSENT;
use ahead::{gain, kept, lead};
use portfolios::portfolios;

/// All figures of a report, in its order.
#[must_use]
pub fn all(results: &Results) -> Vec<Figure> {
    let mut figures =
        vec![gain(results), lead(results), retention(results), kept(results), customers(results)];
    figures.push(cost(results));
    figures.push(word_of_mouth(results));
    figures.extend(portfolios(results));
    figures
}

fn lines(name: &str, chart: Chart) -> Figure {
    Figure { name: name.to_owned(), drawing: Drawing::Lines(chart) }
}

/// A strategy's colour and dash, by its place in the scenario; the baseline is always grey.
#[must_use]
pub fn style_of(results: &Results, strategy: usize) -> LineStyle {
    match strategy {
        _ if results.strategy(strategy) == ABSENT => LineStyle::Neutral,
        0 => LineStyle::Digital,
        1 => LineStyle::Social,
        other => LineStyle::Other(other - 2),
    }
}

fn line(results: &Results, strategy: usize, curve: &Curve) -> Line {
    let band = |(week, e): &(u32, Estimate)| Some((f64::from(*week), e.low?, e.high?));
    Line {
        name: results.strategy(strategy).to_owned(),
        style: style_of(results, strategy),
        points: curve.iter().map(|(week, e)| (f64::from(*week), e.mean)).collect(),
        band: curve.iter().map(band).collect(),
    }
}

/// What is shown of whom: the second line of every chart.
fn of_whom(results: &Results, what: &str) -> String {
    let replications = results.replications();
    if replications > 1 {
        format!("{what}; mean and 95 % interval of {replications} replications")
    } else {
        format!("{what}; one replication")
    }
}

fn source(results: &Results) -> String {
    format!(
        "Stammtisch {}, scenario {}, seed {}, {} people",
        env!("CARGO_PKG_VERSION"),
        results.scenario.name,
        results.batch.seed,
        YFormat::Number.show(results.census.people as f64, 1.0),
    )
}

/// One line for each strategy: a number of each week.
fn weekly(
    results: &Results,
    measure: &Measure,
    reading: Reading,
    title: String,
    what: &str,
) -> Chart {
    let strategies = 0..results.scenario.strategies.len();
    Chart {
        description: format!(
            "{title}. {what}, week by week, for {}.",
            results.strategies().collect::<Vec<_>>().join(", ")
        ),
        title,
        subtitle: of_whom(results, what),
        x_label: "Week".to_owned(),
        y_label: words::axis(measure),
        y_format: format_of(measure.unit),
        lines: strategies
            .map(|strategy| line(results, strategy, &mean(results, strategy, reading)))
            .collect(),
        source: source(results),
        ..Chart::default()
    }
}

fn horizon(results: &Results) -> Moment {
    Moment { month: None, week: results.scenario.rules.horizon }
}

fn retention(results: &Results) -> Figure {
    let reading =
        Reading::Week(|facts| measures::ratio(facts.loyal as f64, facts.customers_at_start as f64));
    let what = "Share of the customers of week 0 who have never left";
    lines("retention", by_measure(results, "retention", reading, what))
}

fn customers(results: &Results) -> Figure {
    let reading = Reading::Week(|facts| Some(facts.customers as f64));
    lines(
        "customers",
        by_measure(results, "customers", reading, "Customers at the end of each week"),
    )
}

fn cost(results: &Results) -> Figure {
    let reading = Reading::SoFar(|facts| {
        measures::ratio(facts.books.spend().to_number(), facts.joined_all() as f64)
    });
    let mut chart = by_measure(
        results,
        "acquisition_cost",
        reading,
        "All spending so far over all acquisitions so far",
    );
    // A firm that does nothing spends nothing; its line at zero would only take room.
    chart.lines.retain(|line| line.name != ABSENT);
    chart.zero_line = true;
    lines("acquisition-cost", chart)
}

fn word_of_mouth(results: &Results) -> Figure {
    let reading = Reading::Week(|facts| (facts.weeks > 0).then_some(facts.mentions as f64));
    lines(
        "word-of-mouth",
        by_measure(results, "mentions", reading, "Mentions of the firm in each week"),
    )
}

fn by_measure(results: &Results, id: &str, reading: Reading, what: &str) -> Chart {
    let measure = measures::by_id(id).unwrap_or(results.scenario.measure);
    weekly(results, measure, reading, sentence(results, id), what)
}

/// The finding about a measure at the horizon: the first two strategies, as far as they can be told apart.
fn sentence(results: &Results, id: &str) -> String {
    let Some(measure) = measures::by_id(id) else {
        return String::new();
    };
    let title = measure.title;
    let moment = horizon(results);
    let Some(difference) = results.comparison.difference(id, moment, 0, 1) else {
        return format!("{title} over {} weeks", moment.week);
    };
    let (first, second) = (results.strategy(0), results.strategy(1));
    let far = words::distance(measure.unit, difference.mean.abs());
    match (difference.low, difference.high) {
        (Some(low), Some(high)) if low == 0.0 && high == 0.0 => {
            format!("{title}: the same under {first} and {second}")
        }
        (Some(low), _) if low > 0.0 => {
            format!("{title}: higher under {first} than under {second}, by {far}")
        }
        (_, Some(high)) if high < 0.0 => {
            format!("{title}: higher under {second} than under {first}, by {far}")
        }
        _ => format!("{title}: {first} and {second} cannot be told apart"),
    }
}
