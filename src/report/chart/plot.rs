//! The field in which lines are drawn: its grid, its axes, and the names at its right edge.

use super::super::letters::{Cut, width, wrap};
use super::super::picture::{Anchor, Shape, Spot, Text};
use super::super::style::{Hue, Ink};
use super::ChartError;
use super::axis::{Axis, YFormat};
use super::frame::Frame;
use super::labels::spread;
use super::marks::{self, Mark};

/// What is written along the axes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Legend<'a> {
    pub(crate) x_label: &'a str,
    pub(crate) y_label: &'a str,
    pub(crate) y_format: YFormat,
    pub(crate) marks: &'a [(f64, String)],
}

impl Legend<'_> {
    /// How much room the words above and below the field take, in sizes of their letters.
    const fn rows(&self) -> (f64, f64) {
        (
            if self.y_label.is_empty() { 1.0 } else { 2.6 },
            if self.x_label.is_empty() { 1.7 } else { 3.1 },
        )
    }
}

/// A name for what ends at this place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name<'a> {
    pub(crate) words: &'a str,
    pub(crate) hue: Hue,
    /// Where the line ends, in the units of the axes.
    pub(crate) end: (f64, f64),
}

/// The field, in pixels, and its axes.
#[derive(Debug)]
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    marks: Vec<Mark>,
    column: Vec<Vec<String>>,
}

/// The least room for lines that is still worth a chart.
const LEAST: (f64, f64) = (120.0, 70.0);
/// Pixels between a line's end and its name.
const GAP: f64 = 14.0;

impl Plot {
    /// Finds room for everything and draws grid and axes.
    pub(crate) fn new(
        frame: &mut Frame,
        legend: Legend<'_>,
        (xs, ys): (&[f64], &[f64]),
        names: &[Name<'_>],
    ) -> Result<Self, ChartError> {
        let tick = frame.sizes.tick;
        let (above, below) = legend.rows();
        let bottom = frame.bottom - tick * below;
        let height = bottom - frame.top - tick * above;
        let y = Axis::rounded(ys.iter().copied(), (height / 46.0).clamp(2.0, 6.0) as usize);
        let column = wrapped(frame, names, height);
        let left = frame.left + ticks_width(&y, legend.y_format, tick) + 8.0;
        let right = frame.right - column_width(frame, &column);
        let x = x_axis(xs, right - left, tick);
        let edges = (left, right, frame.right);
        let marks = marks::arrange(legend.marks, &x, edges, tick);
        let top = frame.top + tick * (above + marks::rows(&marks) as f64 * 1.35);
        if right - left < LEAST.0 || bottom - top < LEAST.1 {
            return Err(ChartError::Crowded);
        }
        let plot = Self { left, right, top, bottom, x, y, marks, column };
        plot.draw_grid(frame, legend);
        plot.draw_time(frame, legend.x_label);
        Ok(plot)
    }

    /// Where a value lies on the paper, never outside the field.
    pub(crate) fn spot(&self, (x, y): (f64, f64)) -> Spot {
        let (right, up) = (self.x.part(x).clamp(0.0, 1.0), self.y.part(y).clamp(0.0, 1.0));
        (self.left + right * (self.right - self.left), self.bottom - up * (self.bottom - self.top))
    }

    fn draw_grid(&self, frame: &mut Frame, legend: Legend<'_>) {
        let size = frame.sizes.tick;
        for &tick in &self.y.ticks {
            let (_, y) = self.spot((self.x.low, tick));
            frame.picture.rule((self.left, y), (self.right, y), Ink::Grid);
            let words = legend.y_format.show(tick, self.y.step);
            let text = Text::plain((self.left - 8.0, y + size * 0.36), &words, size, Ink::Muted);
            frame.write(Text { anchor: Anchor::End, ..text });
        }
        let base = frame.top + size * 1.45;
        let lines = wrap(legend.y_label, frame.right - frame.left, size, Cut::Regular, 1);
        let text = Text::plain((frame.left, base), &lines.concat(), size, Ink::Muted);
        frame.write(text);
    }

    fn draw_time(&self, frame: &mut Frame, x_label: &str) {
        let size = frame.sizes.tick;
        frame.picture.rule((self.left, self.bottom), (self.right, self.bottom), Ink::Muted);
        for &tick in &self.x.ticks {
            let (x, _) = self.spot((tick, self.y.low));
            frame.picture.rule((x, self.bottom), (x, self.bottom + 5.0), Ink::Muted);
            let words = YFormat::Number.show(tick, self.x.step);
            let text = Text::plain((x, self.bottom + 5.0 + size * 1.1), &words, size, Ink::Muted);
            frame.write(Text { anchor: Anchor::Middle, ..text });
        }
        let lines = wrap(x_label, self.right - self.left, size, Cut::Regular, 1);
        let middle = f64::midpoint(self.left, self.right);
        let text = Text::plain(
            (middle, self.bottom + 5.0 + size * 2.5),
            &lines.concat(),
            size,
            Ink::Muted,
        );
        frame.write(Text { anchor: Anchor::Middle, ..text });
    }

    /// A line where nothing is gained and nothing lost.
    pub(crate) fn draw_zero(&self, frame: &mut Frame) {
        if (self.y.low..=self.y.high).contains(&0.0) {
            let (_, y) = self.spot((self.x.low, 0.0));
            frame.picture.rule((self.left, y), (self.right, y), Ink::Words);
        }
    }

    /// Notes above the field.
    pub(crate) fn draw_marks(&self, frame: &mut Frame) {
        for mark in &self.marks {
            mark.draw(frame, self);
        }
    }

    /// Names at the right edge, each as near as possible to the end of its line.
    pub(crate) fn draw_names(&self, frame: &mut Frame, names: &[Name<'_>]) {
        let (size, leading) = (frame.sizes.label, frame.sizes.label * 1.2);
        let ends: Vec<Spot> = names.iter().map(|name| self.spot(name.end)).collect();
        let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
        let heights: Vec<f64> =
            self.column.iter().map(|lines| lines.len() as f64 * leading + 3.0).collect();
        let centres = spread(&wanted, &heights, self.top - size, self.bottom + size);
        for (((name, lines), end), centre) in names.iter().zip(&self.column).zip(ends).zip(centres)
        {
            if lines.is_empty() {
                continue;
            }
            self.lead(frame, name.hue, end, centre);
            let base = centre + size * 0.36 - (lines.len() - 1) as f64 * leading / 2.0;
            let text = Text::plain((self.right + GAP, base), "", size, Ink::Label(name.hue));
            frame.picture.block(&Text { cut: Cut::Strong, ..text }, lines, leading);
        }
    }

    /// A thin line from the end of a line to its name, where the name is not beside it.
    fn lead(&self, frame: &mut Frame, hue: Hue, end: Spot, centre: f64) {
        let is_far = self.right - end.0 > GAP || (centre - end.1).abs() > frame.sizes.label * 0.7;
        if is_far {
            let spots = vec![(end.0 + 6.0, end.1), (self.right + GAP - 3.0, centre)];
            frame.picture.shapes.push(Shape::Path {
                spots,
                ink: Ink::Line(hue),
                width: 0.75,
                dash: &[],
            });
        }
    }
}

/// The names broken into lines; into one line each where there are too many.
fn wrapped(frame: &Frame, names: &[Name<'_>], room: f64) -> Vec<Vec<String>> {
    let size = frame.sizes.label;
    let widest = (frame.right - frame.left) * 0.27;
    let broken = |most: usize| -> Vec<Vec<String>> {
        names.iter().map(|name| wrap(name.words, widest, size, Cut::Strong, most)).collect()
    };
    let column = broken(4);
    let lines: usize = column.iter().map(Vec::len).sum();
    if lines as f64 * size * 1.2 + names.len() as f64 * 3.0 > room { broken(1) } else { column }
}

fn column_width(frame: &Frame, column: &[Vec<String>]) -> f64 {
    let widest = column
        .iter()
        .flatten()
        .map(|line| width(line, frame.sizes.label, Cut::Strong))
        .fold(0.0, f64::max);
    if widest > 0.0 { widest + GAP } else { frame.sizes.tick }
}

fn ticks_width(axis: &Axis, format: YFormat, size: f64) -> f64 {
    let words = |tick: &f64| width(&format.show(*tick, axis.step), size, Cut::Regular);
    axis.ticks.iter().map(words).fold(0.0, f64::max)
}

/// As many ticks as have room side by side.
fn x_axis(values: &[f64], room: f64, size: f64) -> Axis {
    let axis = |wanted: usize| Axis::exact(values.iter().copied(), wanted);
    let fits = |axis: &Axis| {
        let widest = ticks_width(axis, YFormat::Number, size);
        (widest + 2.0 * size) * axis.ticks.len() as f64 <= room
    };
    (1..=8).rev().map(axis).find(fits).unwrap_or_else(|| axis(1))
}
