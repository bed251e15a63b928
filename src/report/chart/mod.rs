//! The three charts of a report: lines over time, differences with intervals, and the parts of a whole over time.
//!
//! Each states its finding as its title, names its lines where they end instead of in a box, and
//! carries a description for those who cannot see it.

mod axis;
mod composition;
mod difference;
mod frame;
mod labels;
mod lines;
mod marks;
mod plot;

pub(crate) use axis::THIN;
pub use axis::YFormat;
pub use composition::{CompositionChart, Layer};
pub use difference::{DifferenceChart, DifferenceRow};
pub use lines::{Chart, Line};

use std::fmt;

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// The paper is smaller or larger than any chart is drawn for.
    Size {
        /// The width and height that were asked for.
        asked: (u32, u32),
    },
    /// Title, notes and labels leave no room for the lines.
    Crowded,
    /// The picture could not be painted.
    Painting(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { asked: (width, height) } => write!(
                to,
                "a chart cannot be {width} × {height} pixels; it may be 400 × 260 to 4000 × 4000, \
                 and 900 × 480 reads well"
            ),
            Self::Crowded => write!(
                to,
                "the words of the chart leave no room for its lines; make it larger or its words shorter"
            ),
            Self::Painting(fault) => write!(to, "the chart could not be painted: {fault}"),
        }
    }
}

impl std::error::Error for ChartError {}

#[cfg(test)]
mod tests;
