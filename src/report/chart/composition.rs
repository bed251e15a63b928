//! The parts of a whole over time, one upon the other: for example a customer base by kind of contact.

use super::super::picture::{Shape, Spot};
use super::super::style::{Ink, LineStyle};
use super::super::{paint, picture::Picture, svg};
use super::ChartError;
use super::axis::{YFormat, is_shown};
use super::frame::{Frame, Words};
use super::plot::{Legend, Name, Plot};

/// One part of the whole.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// What stands beside it.
    pub name: String,
    /// Its colour.
    pub style: LineStyle,
    /// How much it is at each moment; what is negative or not finite counts as nothing.
    pub values: Vec<f64>,
}

/// A chart of parts, the first at the bottom.
#[derive(Clone, Debug, Default)]
pub struct CompositionChart {
    /// The finding, in one sentence.
    pub title: String,
    /// What is shown, of whom, when.
    pub subtitle: String,
    /// What the horizontal axis counts.
    pub x_label: String,
    /// What the vertical axis counts.
    pub y_label: String,
    /// How the numbers of the vertical axis are written.
    pub y_format: YFormat,
    /// The moments.
    pub moments: Vec<f64>,
    /// The parts, from the bottom up.
    pub layers: Vec<Layer>,
    /// Notes at moments.
    pub marks: Vec<(f64, String)>,
    /// The chart in words, for those who cannot see it.
    pub description: String,
    /// Where the numbers come from; small, at the bottom.
    pub source: String,
}

impl CompositionChart {
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
        let legend = Legend {
            x_label: &self.x_label,
            y_label: &self.y_label,
            y_format: self.y_format,
            marks: &self.marks,
        };
        let (moments, heights) = self.heights();
        let names = self.names(&moments, &heights);
        let mut ys = heights.last().cloned().unwrap_or_default();
        ys.push(0.0);
        let plot = Plot::new(&mut frame, legend, (&moments, &ys), &names)?;
        self.draw(&mut frame, &plot, &moments, &heights);
        plot.draw_marks(&mut frame);
        plot.draw_names(&mut frame, &names);
        Ok(frame.picture)
    }

    /// The moments that can be shown, and the border above each layer, beginning with the ground.
    fn heights(&self) -> (Vec<f64>, Vec<Vec<f64>>) {
        let (places, moments): (Vec<usize>, Vec<f64>) =
            (0..).zip(self.moments.iter().copied()).filter(|&(_, moment)| is_shown(moment)).unzip();
        let mut heights = vec![vec![0.0; moments.len()]];
        for layer in &self.layers {
            let mut border = heights.last().cloned().unwrap_or_default();
            for (height, &place) in border.iter_mut().zip(&places) {
                let value = layer.values.get(place).copied().filter(|&value| is_shown(value));
                *height += value.unwrap_or(0.0).max(0.0);
            }
            heights.push(border);
        }
        (moments, heights)
    }

    fn names(&self, moments: &[f64], heights: &[Vec<f64>]) -> Vec<Name<'_>> {
        let Some(&moment) = moments.last() else {
            return Vec::new();
        };
        let middle = |pair: &[Vec<f64>]| {
            let end = |border: &Vec<f64>| border.last().copied().unwrap_or(0.0);
            f64::midpoint(end(&pair[0]), end(&pair[1]))
        };
        let layers = self.layers.iter().zip(heights.windows(2));
        layers
            .map(|(layer, pair)| Name {
                words: &layer.name,
                hue: layer.style.hue(),
                end: (moment, middle(pair)),
            })
            .collect()
    }

    /// Every second layer is paler, and paper shows between them, so that they part in black and white.
    fn draw(&self, frame: &mut Frame, plot: &Plot, moments: &[f64], heights: &[Vec<f64>]) {
        let border = |heights: &[f64]| -> Vec<Spot> {
            let points = moments.iter().zip(heights);
            points.map(|(&x, &y)| plot.spot((x, y))).collect()
        };
        for (place, (layer, pair)) in self.layers.iter().zip(heights.windows(2)).enumerate() {
            let (lower, upper) = (border(&pair[0]), border(&pair[1]));
            let outline = upper.iter().chain(lower.iter().rev()).copied().collect();
            let opacity = if place % 2 == 0 { 0.75 } else { 0.45 };
            let ink = Ink::Line(layer.style.hue());
            let shapes = &mut frame.picture.shapes;
            shapes.push(Shape::Area { outline, ink, opacity });
            shapes.push(Shape::Path { spots: upper, ink: Ink::Paper, width: 1.5, dash: &[] });
        }
    }
}
