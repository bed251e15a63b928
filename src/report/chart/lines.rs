//! Lines over time with their bands of uncertainty, each named where it ends.

use super::super::picture::{Shape, Spot};
use super::super::style::{Ink, LineStyle};
use super::super::{paint, picture::Picture, svg};
use super::ChartError;
use super::axis::{YFormat, from_zero, is_shown};
use super::frame::{Frame, Words};
use super::plot::{Legend, Name, Plot};

/// One line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What stands beside its end.
    pub name: String,
    /// Its colour and dash.
    pub style: LineStyle,
    /// Its points from left to right; one that is not finite leaves a gap.
    pub points: Vec<(f64, f64)>,
    /// Its band: x, low and high.
    pub band: Option<Vec<(f64, f64, f64)>>,
}

/// A chart of lines.
#[derive(Clone, Debug, Default)]
pub struct Chart {
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
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether zero is always shown, with a line of its own.
    pub zero_line: bool,
    /// Notes at moments, such as a crossing week.
    pub marks: Vec<(f64, String)>,
    /// The chart in words, for those who cannot see it.
    pub description: String,
    /// Where the numbers come from; small, at the bottom.
    pub source: String,
}

impl Chart {
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
        let (xs, ys) = self.values();
        let ys = from_zero(&self.y_format.within_bounds(&ys), self.zero_line);
        let names = self.names();
        let plot = Plot::new(&mut frame, legend, (&xs, &ys), &names)?;
        self.draw(&mut frame, &plot);
        plot.draw_names(&mut frame, &names);
        Ok(frame.picture)
    }

    /// All that the axes must reach.
    fn values(&self) -> (Vec<f64>, Vec<f64>) {
        let points = self.lines.iter().flat_map(|line| runs(&line.points)).flatten();
        let bands = self.lines.iter().flat_map(Line::bands).flatten();
        let ends = bands.flat_map(|(x, low, high)| [(x, low), (x, high)]);
        points.chain(ends).unzip()
    }

    fn names(&self) -> Vec<Name<'_>> {
        let name = |line: &'_ Line| line.points.iter().rev().copied().find(is_point);
        self.lines
            .iter()
            .filter_map(|line| {
                Some(Name { words: &line.name, hue: line.style.hue(), end: name(line)? })
            })
            .collect()
    }

    fn draw(&self, frame: &mut Frame, plot: &Plot) {
        for line in &self.lines {
            line.draw_band(frame, plot);
        }
        if self.zero_line {
            plot.draw_zero(frame);
        }
        plot.draw_marks(frame);
        // The first line is the one that matters most, so it lies on top.
        for line in self.lines.iter().rev() {
            line.draw(frame, plot);
        }
    }
}

impl Line {
    /// The band in pieces without gaps.
    fn bands(&self) -> Vec<Vec<(f64, f64, f64)>> {
        let band = self.band.as_deref().unwrap_or_default();
        pieces(band, |&(x, low, high)| [x, low, high].into_iter().all(is_shown))
    }

    fn draw_band(&self, frame: &mut Frame, plot: &Plot) {
        for piece in self.bands() {
            let lower = piece.iter().map(|&(x, low, _)| plot.spot((x, low)));
            let upper = piece.iter().rev().map(|&(x, _, high)| plot.spot((x, high)));
            let outline: Vec<Spot> = lower.chain(upper).collect();
            let ink = Ink::Line(self.style.hue());
            frame.picture.shapes.push(if piece.len() > 1 {
                Shape::Area { outline, ink, opacity: 0.17 }
            } else {
                Shape::Path { spots: outline, ink, width: 1.5, dash: &[] }
            });
        }
    }

    fn draw(&self, frame: &mut Frame, plot: &Plot) {
        let (ink, width) = (Ink::Line(self.style.hue()), frame.sizes.line);
        let runs = runs(&self.points);
        let last = runs.last().and_then(|run| run.last()).copied();
        for run in runs {
            let spots: Vec<Spot> = run.iter().map(|&point| plot.spot(point)).collect();
            if let [at] = spots[..] {
                frame.picture.shapes.push(Shape::Dot { at, radius: width, ink });
            } else {
                let dash = self.style.dash();
                frame.picture.shapes.push(Shape::Path { spots, ink, width, dash });
            }
        }
        if let Some(end) = last {
            let at = plot.spot(end);
            frame.picture.shapes.push(Shape::Dot { at, radius: width * 1.5, ink });
        }
    }
}

fn is_point(&(x, y): &(f64, f64)) -> bool {
    is_shown(x) && is_shown(y)
}

fn runs(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    pieces(points, is_point)
}

/// The pieces between those that cannot be shown.
fn pieces<T: Clone>(all: &[T], is_whole: impl Fn(&T) -> bool) -> Vec<Vec<T>> {
    all.split(|one| !is_whole(one)).filter(|piece| !piece.is_empty()).map(<[T]>::to_vec).collect()
}
