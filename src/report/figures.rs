//! Figures: which charts a report shows, and what each of them finds.

use super::chart::{
    Chart, ChartError, CompositionChart, DifferenceChart, DifferenceRow, Layer, Line, YFormat,
};
use super::curves::{Curve, Reading, gap, mean};
use super::results::Results;
use super::style::LineStyle;
use super::words::{self, format_of};
use crate::experiment::compare::crossing_week;
use crate::measures::{self, Measure, Unit};
use crate::quantity::Quantity;
use crate::strategy::ABSENT;

/// Width and height of a figure.
pub const SIZE: (u32, u32) = (900, 480);

/// A chart of any kind.
#[derive(Debug)]
pub enum Drawing {
    /// Lines over time.
    Lines(Chart),
    /// Differences with intervals.
    Differences(DifferenceChart),
    /// Parts of a whole over time.
    Parts(CompositionChart),
}

/// A figure of the report.
#[derive(Debug)]
pub struct Figure {
    /// Its file name, without ending.
    pub name: String,
    /// The chart.
    pub drawing: Drawing,
}

impl Figure {
    /// The finding, which is the chart's title.
    #[must_use]
    pub fn finding(&self) -> &str {
        match &self.drawing {
            Drawing::Lines(chart) => &chart.title,
            Drawing::Differences(chart) => &chart.title,
            Drawing::Parts(chart) => &chart.title,
        }
    }

    /// The figure's numbers at a few weeks: the names of the columns, and the rows.
    #[must_use]
    pub fn table(&self, weeks: &[u32]) -> (Vec<String>, Vec<Vec<String>>) {
        let named = |first: &str, names: Vec<&String>| {
            [first.to_owned()]
                .into_iter()
                .chain(names.into_iter().cloned())
                .collect()
        };
        match &self.drawing {
            Drawing::Lines(chart) => {
                let cell = |line: &Line, week: u32| {
                    let at = line.points.iter().find(|(x, _)| *x == f64::from(week));
                    at.map_or_else(
                        || "–".to_owned(),
                        |(_, y)| words::as_format(chart.y_format, *y),
                    )
                };
                let row = |&week: &u32| {
                    [week.to_string()]
                        .into_iter()
                        .chain(chart.lines.iter().map(|line| cell(line, week)))
                        .collect()
                };
                (
                    named("Week", chart.lines.iter().map(|line| &line.name).collect()),
                    weeks.iter().map(row).collect(),
                )
            }
            Drawing::Differences(chart) => {
                let show = |value: Option<f64>| {
                    value.map_or_else(
                        || "–".to_owned(),
                        |value| words::as_format(chart.x_format, value),
                    )
                };
                let row = |row: &DifferenceRow| {
                    vec![
                        row.label.clone(),
                        show(Some(row.mean)),
                        show(row.low),
                        show(row.high),
                    ]
                };
                let head = ["", "Mean", "Low", "High"].map(str::to_owned).to_vec();
                (head, chart.rows.iter().map(row).collect())
            }
            Drawing::Parts(chart) => {
                let row = |&week: &u32| {
                    let place = chart
                        .moments
                        .iter()
                        .position(|moment| *moment == f64::from(week))?;
                    let cells = chart
                        .layers
                        .iter()
                        .map(|layer| words::as_format(chart.y_format, layer.values[place]));
                    Some([week.to_string()].into_iter().chain(cells).collect())
                };
                let names = chart.layers.iter().map(|layer| &layer.name).collect();
                (named("Week", names), weeks.iter().filter_map(row).collect())
            }
        }
    }

    /// The figure as SVG.
    ///
    /// # Errors
    /// Where the words leave no room for the lines.
    pub fn svg(&self) -> Result<String, ChartError> {
        match &self.drawing {
            Drawing::Lines(chart) => chart.svg(SIZE),
            Drawing::Differences(chart) => chart.svg(SIZE),
            Drawing::Parts(chart) => chart.svg(SIZE),
        }
    }

    /// The figure as PNG, with twice as many pixels in each direction.
    ///
    /// # Errors
    /// Where the words leave no room for the lines.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        match &self.drawing {
            Drawing::Lines(chart) => chart.png(SIZE),
            Drawing::Differences(chart) => chart.png(SIZE),
            Drawing::Parts(chart) => chart.png(SIZE),
        }
    }
}

/// All figures of a report, in its order.
#[must_use]
pub fn all(results: &Results) -> Vec<Figure> {
    let mut figures = vec![
        gain(results),
        lead(results),
        retention(results),
        kept(results),
        customers(results),
    ];
    figures.push(cost(results));
    figures.push(word_of_mouth(results));
    figures.extend(portfolios(results));
    figures
}

fn lines(name: &str, chart: Chart) -> Figure {
    Figure {
        name: name.to_owned(),
        drawing: Drawing::Lines(chart),
    }
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
    let band = |(week, e): &(u32, crate::experiment::statistics::Estimate)| {
        Some((f64::from(*week), e.low?, e.high?))
    };
    Line {
        name: results.strategy(strategy).to_owned(),
        style: style_of(results, strategy),
        points: curve
            .iter()
            .map(|(week, e)| (f64::from(*week), e.mean))
            .collect(),
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

/// What every strategy earned beyond doing nothing, week by week.
fn gain(results: &Results) -> Figure {
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
        chart.lines.push(line(
            results,
            strategy,
            &gap(results, (strategy, absent), profit),
        ));
    }
    if absent >= 2
        && let Some(week) = crossing_week(&results.batch, (0, 1), |facts| {
            facts.books.profit().to_number()
        })
    {
        let ahead = if results
            .comparison
            .difference("profit", horizon(results), 0, 1)
            .is_some_and(|d| d.mean > 0.0)
        {
            0
        } else {
            1
        };
        chart.marks.push((
            f64::from(week),
            format!("{} overtakes", results.strategy(ahead)),
        ));
    }
    chart.description = format!(
        "{}. Gain of each strategy over doing nothing, week by week.",
        chart.title
    );
    lines("gain", chart)
}

fn horizon(results: &Results) -> crate::experiment::compare::Moment {
    crate::experiment::compare::Moment {
        month: None,
        week: results.scenario.rules.horizon,
    }
}

/// How far the first strategy lies ahead of the others at each moment.
fn lead(results: &Results) -> Figure {
    let measure = results.scenario.measure;
    let (first, second) = (results.strategy(0), results.strategy(1));
    let rows = results.comparison.shown_moments().filter_map(|moment| {
        let difference = results.comparison.difference(measure.id, moment, 0, 1)?;
        let label = moment.month.map_or_else(
            || format!("Week {}", moment.week),
            |month| format!("Month {month}"),
        );
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
    };
    Figure {
        name: "lead".to_owned(),
        drawing: Drawing::Differences(chart),
    }
}

fn retention(results: &Results) -> Figure {
    let reading =
        Reading::Week(|facts| measures::ratio(facts.loyal as f64, facts.customers_at_start as f64));
    let what = "Share of the customers of week 0 who have never left";
    lines("retention", by_measure(results, "retention", reading, what))
}

/// How many more of the first customers every strategy keeps than doing nothing does.
fn kept(results: &Results) -> Figure {
    let absent = results.scenario.strategies.len() - 1;
    let loyal =
        Reading::Week(|facts| measures::ratio(facts.loyal as f64, facts.customers_at_start as f64));
    let mut chart = Chart {
        title: "First customers kept, beyond those that doing nothing keeps".to_owned(),
        subtitle: of_whom(
            results,
            "Retention less that under absent, in the same worlds",
        ),
        x_label: "Week".to_owned(),
        y_label: "Difference in retention, percentage points".to_owned(),
        y_format: YFormat::Share,
        zero_line: true,
        source: source(results),
        ..Chart::default()
    };
    for strategy in 0..absent {
        chart.lines.push(line(
            results,
            strategy,
            &gap(results, (strategy, absent), loyal),
        ));
    }
    chart.description = format!("{}, week by week.", chart.title);
    lines("retention-gap", chart)
}

fn customers(results: &Results) -> Figure {
    let reading = Reading::Week(|facts| Some(facts.customers as f64));
    lines(
        "customers",
        by_measure(
            results,
            "customers",
            reading,
            "Customers at the end of each week",
        ),
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
        by_measure(
            results,
            "mentions",
            reading,
            "Mentions of the firm in each week",
        ),
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
    let far = words::number(measure.unit, difference.mean.abs());
    let far = if measure.unit == Unit::Share {
        format!("{far} points").replace('%', "percentage")
    } else {
        far
    };
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

/// What people's contact portfolios consist of, under each strategy.
fn portfolios(results: &Results) -> Vec<Figure> {
    let strategies = 0..results.scenario.strategies.len().min(4);
    strategies
        .filter_map(|strategy| portfolio(results, strategy))
        .collect()
}

type State = (&'static str, fn(&crate::facts::Portfolio) -> u64);

const STATES: [State; 4] = [
    ("strong", |p| p.strong),
    ("weak", |p| p.weak),
    ("new", |p| p.new),
    ("dormant", |p| p.dormant),
];

fn portfolio(results: &Results, strategy: usize) -> Option<Figure> {
    let runs: Vec<_> = results
        .batch
        .runs
        .iter()
        .filter(|run| run.strategy == strategy)
        .collect();
    let first = runs.first()?;
    let weeks: Vec<usize> = (0..first.weeks.len())
        .filter(|&week| first.weeks[week].portfolio.is_some())
        .collect();
    let average = |of: fn(&crate::facts::Portfolio) -> u64, week: usize| {
        let each = runs.iter().filter_map(|run| run.weeks[week].portfolio);
        let (ends, people) = each.fold((0, 0), |(ends, people), p| {
            (ends + of(&p), people + p.people)
        });
        measures::ratio(ends as f64, people as f64).unwrap_or(0.0)
    };
    let layers = STATES.iter().enumerate().map(|(place, (name, of))| Layer {
        name: (*name).to_owned(),
        style: [
            LineStyle::Digital,
            LineStyle::Other(0),
            LineStyle::Social,
            LineStyle::Neutral,
        ][place],
        values: weeks.iter().map(|&week| average(*of, week)).collect(),
    });
    let name = results.strategy(strategy);
    let value = results.comparison.at_horizon("portfolio_value", strategy)?;
    let title = format!(
        "Contact portfolios under {name}: worth {} at the end",
        words::number(Unit::Number, value.mean)
    );
    let chart = CompositionChart {
        subtitle: "Ties of the mean person by state, whoever brought them about".to_owned(),
        x_label: "Week".to_owned(),
        y_label: "Ties".to_owned(),
        y_format: YFormat::Number,
        moments: weeks.iter().map(|&week| week as f64).collect(),
        layers: layers.collect(),
        marks: Vec::new(),
        description: format!(
            "{title}. Strong, weak, new and dormant ties of the mean person over time."
        ),
        title,
        source: source(results),
    };
    Some(Figure {
        name: format!("portfolio-{}", file_name(name)),
        drawing: Drawing::Parts(chart),
    })
}

/// A strategy's name as part of a file's name.
fn file_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}
