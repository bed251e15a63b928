//! Figures of contact portfolios: what the ties of the mean person consist of, under each strategy.

use super::{Drawing, Figure, source};
use crate::facts::Portfolio;
use crate::measures::{self, Unit};
use crate::report::chart::{CompositionChart, Layer, YFormat};
use crate::report::results::Results;
use crate::report::style::LineStyle;
use crate::report::words;

/// What people's contact portfolios consist of, under each strategy.
pub(super) fn portfolios(results: &Results) -> Vec<Figure> {
    let strategies = 0..results.scenario.strategies.len().min(4);
    strategies.filter_map(|strategy| portfolio(results, strategy)).collect()
}

/// A state of ties: its name, and how many a portfolio holds.
type State = (&'static str, fn(&Portfolio) -> u64);

const STATES: [State; 4] = [
    ("strong", |p| p.strong),
    ("weak", |p| p.weak),
    ("new", |p| p.new),
    ("dormant", |p| p.dormant),
];

fn portfolio(results: &Results, strategy: usize) -> Option<Figure> {
    let runs: Vec<_> = results.batch.runs.iter().filter(|run| run.strategy == strategy).collect();
    let first = runs.first()?;
    let weeks: Vec<usize> =
        (0..first.weeks.len()).filter(|&week| first.weeks[week].portfolio.is_some()).collect();
    let average = |of: fn(&Portfolio) -> u64, week: usize| {
        let each = runs.iter().filter_map(|run| run.weeks[week].portfolio);
        let (ends, people) =
            each.fold((0, 0), |(ends, people), p| (ends + of(&p), people + p.people));
        measures::ratio(ends as f64, people as f64).unwrap_or(0.0)
    };
    let layers = STATES.iter().enumerate().map(|(place, (name, of))| Layer {
        name: (*name).to_owned(),
        style: [LineStyle::Digital, LineStyle::Other(0), LineStyle::Social, LineStyle::Neutral]
            [place],
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
        name: format!("portfolio-{}", file_name(results, strategy)),
        drawing: Drawing::Parts(chart),
    })
}

/// A strategy's name as part of a file's name; strategies whose names look alike there are numbered.
fn file_name(results: &Results, strategy: usize) -> String {
    let plain = |number: usize| -> String {
        let tame = |c: char| {
            if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }
        };
        results.strategy(number).chars().map(tame).collect()
    };
    let own = plain(strategy);
    if (0..strategy).any(|earlier| plain(earlier) == own) {
        format!("{own}-{}", strategy + 1)
    } else {
        own
    }
}
