//! A figure: a chart of any kind, its finding, its numbers, and how it is written.

use crate::report::chart::{
    Chart, ChartError, CompositionChart, DifferenceChart, DifferenceRow, Line,
};
use crate::report::words;

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
            [first.to_owned()].into_iter().chain(names.into_iter().cloned()).collect()
        };
        match &self.drawing {
            Drawing::Lines(chart) => {
                let cell = |line: &Line, week: u32| {
                    let at = line.points.iter().find(|(x, _)| (x - f64::from(week)).abs() < 0.5);
                    at.map_or_else(|| "–".to_owned(), |(_, y)| words::as_format(chart.y_format, *y))
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
                    vec![row.label.clone(), show(Some(row.mean)), show(row.low), show(row.high)]
                };
                let head = ["", "Mean", "Low", "High"].map(str::to_owned).to_vec();
                (head, chart.rows.iter().map(row).collect())
            }
            Drawing::Parts(chart) => {
                let row = |&week: &u32| {
                    let place = chart
                        .moments
                        .iter()
                        .position(|moment| (moment - f64::from(week)).abs() < 0.5)?;
                    let cells = chart
                        .layers
                        .iter()
                        .map(|layer| words::as_format(chart.y_format, layer.values[place]));
                    Some([week.to_string()].into_iter().chain(cells).collect())
                };
                let layers = chart.layers.iter().map(|layer| &layer.name).collect();
                (named("Week", layers), weeks.iter().filter_map(row).collect())
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
