//! How far two strategies lie apart, outcome by outcome: a point, its interval, and zero in between.

use super::super::letters::{Cut, width, wrap};
use super::super::picture::{Anchor, Shape, Text};
use super::super::style::{Hue, Ink, LineStyle};
use super::super::{paint, picture::Picture, svg};
use super::ChartError;
use super::axis::{Axis, THIN, YFormat, is_shown};
use super::frame::{Frame, Words};

mod field;

use field::{Field, Sides};

/// One difference.
#[derive(Clone, Debug, Default)]
pub struct DifferenceRow {
    /// What differs.
    pub label: String,
    /// By how much.
    pub mean: f64,
    /// The lower end of the interval, if it can be told.
    pub low: Option<f64>,
    /// The upper end of the interval, if it can be told.
    pub high: Option<f64>,
}

/// A chart of differences in one unit, one row each.
#[derive(Clone, Debug, Default)]
pub struct DifferenceChart {
    /// The finding, in one sentence.
    pub title: String,
    /// What is shown, of whom, when.
    pub subtitle: String,
    /// What the horizontal axis counts.
    pub x_label: String,
    /// How numbers are written.
    pub x_format: YFormat,
    /// The rows, from the top down.
    pub rows: Vec<DifferenceRow>,
    /// What it means to lie left of zero, and whose colour that has.
    pub below: (String, LineStyle),
    /// What it means to lie right of zero, and whose colour that has.
    pub above: (String, LineStyle),
    /// The chart in words, for those who cannot see it.
    pub description: String,
    /// Where the numbers come from; small, at the bottom.
    pub source: String,
    /// Many rows close together, without names and figures: their distribution is what is shown.
    pub dense: bool,
}

impl DifferenceRow {
    fn values(&self) -> impl Iterator<Item = f64> {
        let ends = self.low.into_iter().chain(self.high);
        ends.chain([self.mean]).filter(|&value| is_shown(value))
    }

    fn interval(&self) -> Option<(f64, f64)> {
        let (low, high) = self.low.zip(self.high)?;
        (is_shown(low) && is_shown(high)).then_some((low, high))
    }

    /// The difference and its interval in figures.
    fn figures(&self, format: YFormat, step: f64) -> String {
        let show = |value: f64| format.show(value, step / 50.0);
        let sign = if self.mean > 0.0 { "+" } else { "" };
        match self.interval() {
            _ if !is_shown(self.mean) => "–".to_owned(),
            Some((low, high)) => {
                let [low, high] =
                    [low, high].map(|end| show(end).trim_end_matches(['%', THIN]).to_owned());
                format!("{sign}{} [{low}, {high}]", show(self.mean))
            }
            None => format!("{sign}{}", show(self.mean)),
        }
    }
}

impl DifferenceChart {
    /// The chart as an SVG document of this width and height.
    pub fn svg(&self, size: (u32, u32)) -> Result<String, ChartError> {
        Ok(svg::write(&self.picture(size)?))
    }

    /// The chart as a PNG file, with twice as many pixels in each direction.
    pub fn png(&self, size: (u32, u32)) -> Result<Vec<u8>, ChartError> {
        paint::paint(&self.picture(size)?)
    }

    fn picture(&self, size: (u32, u32)) -> Result<Picture, ChartError> {
        let words = Words {
            title: &self.title,
            subtitle: &self.subtitle,
            source: &self.source,
            description: &self.description,
        };
        let mut frame = Frame::new(words, size)?;
        let labels = self.labels(&frame);
        let field = self.field(&frame, &labels)?;
        field.draw(&mut frame, &self.x_label);
        field.draw_sides(&mut frame);
        for (number, (row, lines)) in self.rows.iter().zip(&labels).enumerate() {
            let y = field.top + (number as f64 + 0.5) * field.row;
            self.draw_row(&mut frame, &field, row, y);
            if !self.dense {
                draw_label(&mut frame, lines, y);
                self.draw_figures(&mut frame, &field, row, y);
            }
        }
        Ok(frame.picture)
    }

    fn labels(&self, frame: &Frame) -> Vec<Vec<String>> {
        let (room, size) = ((frame.right - frame.left) * 0.3, frame.sizes.label);
        let wrapped = |row: &DifferenceRow| wrap(&row.label, room, size, Cut::Regular, 3);
        self.rows.iter().map(wrapped).collect()
    }

    fn field(&self, frame: &Frame, labels: &[Vec<String>]) -> Result<Field, ChartError> {
        let (size, tick) = (frame.sizes.label, frame.sizes.tick);
        let values = || self.rows.iter().flat_map(DifferenceRow::values).chain([0.0]);
        let axis = Axis::rounded(values(), 5);
        let widest = |words: &mut dyn Iterator<Item = String>, size: f64| {
            words.map(|words| width(&words, size, Cut::Regular)).fold(0.0, f64::max)
        };
        let named = if self.dense { &[] } else { labels };
        let left = frame.left + widest(&mut named.iter().flatten().cloned(), size) + 16.0;
        let shown = if self.dense { &[] } else { &self.rows[..] };
        let figures = &mut shown.iter().map(|row| row.figures(self.x_format, axis.step));
        let right = frame.right - widest(figures, tick) - 16.0;
        let zero = left + axis.part(0.0) * (right - left);
        let sides = Sides::new((&self.below, &self.above), zero, frame);
        let (top, bottom) = (frame.top + sides.height(tick), frame.bottom - tick * 3.1);
        let row = (bottom - top) / self.rows.len().max(1) as f64;
        let tallest = named.iter().map(Vec::len).max().unwrap_or(0) as f64 * size * 1.2;
        let least = if self.dense { 0.5 } else { tallest.max(size) };
        if right - left < 100.0 || row < least {
            return Err(ChartError::Crowded);
        }
        let row = row.min(90.0);
        Ok(Field {
            left,
            right,
            top,
            bottom: bottom.min(top + row * self.rows.len().max(1) as f64),
            row,
            axis,
            format: self.x_format,
            sides,
        })
    }

    /// The colour of the side on which the whole interval lies; grey where that is not told.
    fn hue(&self, row: &DifferenceRow) -> Hue {
        match row.interval() {
            Some((low, _)) if low > 0.0 => self.above.1.hue(),
            Some((_, high)) if high < 0.0 => self.below.1.hue(),
            _ => LineStyle::Neutral.hue(),
        }
    }

    fn draw_row(&self, frame: &mut Frame, field: &Field, row: &DifferenceRow, y: f64) {
        if !is_shown(row.mean) {
            return;
        }
        let (hue, shapes) = (self.hue(row), &mut frame.picture.shapes);
        let ink = Ink::Line(hue);
        let size = if self.dense { (field.row * 0.4 / 5.5).min(1.0) } else { 1.0 };
        if let Some((low, high)) = row.interval() {
            let (low, high) = (field.x(low), field.x(high));
            let mut stroke = |spots| {
                shapes.push(Shape::Path { spots, ink, width: 2.0 * size, dash: &[] });
            };
            stroke(vec![(low, y), (high, y)]);
            if !self.dense {
                stroke(vec![(low, y - 4.0), (low, y + 4.0)]);
                stroke(vec![(high, y - 4.0), (high, y + 4.0)]);
            }
        }
        let at = (field.x(row.mean), y);
        shapes.push(Shape::Dot { at, radius: 5.5 * size, ink });
        if hue == LineStyle::Neutral.hue() {
            // Hollow where the sign is open, so that it shows without colour.
            shapes.push(Shape::Dot { at, radius: 3.25 * size, ink: Ink::Paper });
        }
    }

    fn draw_figures(&self, frame: &mut Frame, field: &Field, row: &DifferenceRow, y: f64) {
        let size = frame.sizes.tick;
        let words = row.figures(self.x_format, field.axis.step);
        let text =
            Text::plain((frame.right, y + size * 0.36), &words, size, Ink::Label(self.hue(row)));
        frame.write(Text { anchor: Anchor::End, ..text });
    }
}

fn draw_label(frame: &mut Frame, lines: &[String], y: f64) {
    let size = frame.sizes.label;
    let above = lines.len().saturating_sub(1) as f64 * size * 0.6;
    let first = Text::plain((frame.left, y + size * 0.36 - above), "", size, Ink::Words);
    frame.picture.block(&first, lines, size * 1.2);
}
