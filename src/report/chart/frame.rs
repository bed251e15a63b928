//! What every chart has around its lines: the finding on top, the source at the bottom.

use super::super::letters::{Cut, wrap};
use super::super::picture::{Picture, Shape, Text};
use super::super::style::{Ink, Sizes};
use super::ChartError;

const LEAST: (u32, u32) = (400, 260);
const MOST: (u32, u32) = (4000, 4000);

/// The words around a chart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) title: &'a str,
    pub(crate) subtitle: &'a str,
    pub(crate) source: &'a str,
    pub(crate) description: &'a str,
}

/// A picture with its words around, and the room that is left inside.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) picture: Picture,
    pub(crate) sizes: Sizes,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Frame {
    /// An empty sheet with title, subtitle and source.
    pub(crate) fn new(words: Words<'_>, size: (u32, u32)) -> Result<Self, ChartError> {
        let fits = |least: u32, asked: u32, most: u32| (least..=most).contains(&asked);
        if !fits(LEAST.0, size.0, MOST.0) || !fits(LEAST.1, size.1, MOST.1) {
            return Err(ChartError::Size { asked: size });
        }
        let mut frame = Self::empty(words, size);
        frame.head(words.title, frame.sizes.title, Cut::Strong, Ink::Words);
        frame.head(words.subtitle, frame.sizes.subtitle, Cut::Regular, Ink::Muted);
        frame.foot(words.source);
        Ok(frame)
    }

    fn empty(words: Words<'_>, size: (u32, u32)) -> Self {
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let sizes = Sizes::for_width(width);
        let paper = Shape::Area {
            outline: vec![(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)],
            ink: Ink::Paper,
            opacity: 1.0,
        };
        Self {
            picture: Picture {
                size,
                title: words.title.to_owned(),
                description: words.description.to_owned(),
                shapes: vec![paper],
            },
            sizes,
            left: sizes.margin,
            right: width - sizes.margin,
            top: sizes.margin * 0.8,
            bottom: height - sizes.margin * 0.8,
        }
    }

    /// Lines of words below what is already at the top.
    fn head(&mut self, words: &str, size: f64, cut: Cut, ink: Ink) {
        let lines = wrap(words, self.right - self.left, size, cut, 3);
        let leading = size * 1.28;
        let first = Text::plain((self.left, self.top + size), "", size, ink);
        self.picture.block(&Text { cut, ..first }, &lines, leading);
        self.top += lines.len() as f64 * leading + if lines.is_empty() { 0.0 } else { size * 0.15 };
    }

    /// Small lines of words above what is already at the bottom.
    fn foot(&mut self, words: &str) {
        let size = self.sizes.source;
        let lines = wrap(words, self.right - self.left, size, Cut::Regular, 2);
        let leading = size * 1.3;
        let height = lines.len() as f64 * leading;
        let base = self.bottom - height + size * 1.05;
        let first = Text::plain((self.left, base), "", size, Ink::Muted);
        self.picture.block(&first, &lines, leading);
        self.bottom -= height + if lines.is_empty() { 0.0 } else { size * 0.5 };
    }

    /// Writes a text; nothing where there are no words.
    pub(crate) fn write(&mut self, text: Text) {
        if !text.words.is_empty() {
            self.picture.shapes.push(Shape::Text(text));
        }
    }
}
