//! The field in which differences are shown: zero, what lies left and right of it, and the scale.

use super::super::super::letters::{Cut, width, wrap};
use super::super::super::picture::{Anchor, Text};
use super::super::super::style::{Hue, Ink, LineStyle};
use super::super::axis::{Axis, YFormat};
use super::super::frame::Frame;

/// Where the rows lie on the paper, and their scale.
pub(super) struct Field {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) row: f64,
    pub(super) axis: Axis,
    pub(super) format: YFormat,
    pub(super) sides: Sides,
}

/// What it means to lie left and right of zero, in words.
pub(super) struct Sides {
    below: Vec<String>,
    above: Vec<String>,
    hues: (Hue, Hue),
}

/// Words in less room than this are left out: there, hardly a difference can lie either.
const LEAST: f64 = 70.0;
/// Pixels between zero and the words.
const GAP: f64 = 8.0;

impl Sides {
    /// Breaks the words into lines on either side of zero.
    pub(super) fn new(
        (below, above): (&(String, LineStyle), &(String, LineStyle)),
        zero: f64,
        frame: &Frame,
    ) -> Self {
        let lines = |words: &str, arrowed: String, room: f64| {
            if words.is_empty() || room < LEAST {
                return Vec::new();
            }
            wrap(&arrowed, room, frame.sizes.tick, Cut::Strong, 3)
        };
        let (left, right) = (zero - GAP - frame.left, frame.right - zero - GAP);
        Self {
            below: lines(&below.0, format!("←\u{a0}{}", below.0), left),
            above: lines(&above.0, format!("{}\u{a0}→", above.0), right),
            hues: (below.1.hue(), above.1.hue()),
        }
    }

    /// How much room they take above the field.
    pub(super) fn height(&self, size: f64) -> f64 {
        (self.below.len().max(self.above.len()) as f64 * 1.25 + 0.9) * size
    }
}

impl Field {
    /// Where a difference lies from left to right.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.left + self.axis.part(value) * (self.right - self.left)
    }

    /// Draws the scale with its label.
    pub(super) fn draw(&self, frame: &mut Frame, label: &str) {
        let size = frame.sizes.tick;
        let every = self.named_ticks(size);
        for &tick in &self.axis.ticks {
            let (x, number) = (self.x(tick), (tick / self.axis.step).round());
            let ink = if number.abs() < 0.5 { Ink::Words } else { Ink::Grid };
            frame.picture.rule((x, self.top), (x, self.bottom), ink);
            if (number % every).abs() < 0.5 {
                let words = self.format.show(tick, self.axis.step);
                centre(frame, x, self.bottom + size * 1.35, &words);
            }
        }
        let middle = f64::midpoint(self.left, self.right);
        centre(frame, middle, self.bottom + size * 2.75, label);
    }

    /// Says above the field what left and right of zero mean.
    pub(super) fn draw_sides(&self, frame: &mut Frame) {
        let (size, zero) = (frame.sizes.tick, self.x(0.0));
        let sides = [
            (&self.sides.below, self.sides.hues.0, Anchor::End, zero - GAP),
            (&self.sides.above, self.sides.hues.1, Anchor::Start, zero + GAP),
        ];
        for (lines, hue, anchor, x) in sides {
            let up = lines.len().saturating_sub(1) as f64 * 1.25 + 0.7;
            let text = Text::plain((x, self.top - size * up), "", size, Ink::Label(hue));
            let first = Text { anchor, cut: Cut::Strong, ..text };
            frame.picture.block(&first, lines, size * 1.25);
        }
    }

    /// Every so-manieth tick has room for its number.
    fn named_ticks(&self, size: f64) -> f64 {
        let widest =
            |tick: &f64| width(&self.format.show(*tick, self.axis.step), size, Cut::Regular);
        let room = self.axis.ticks.iter().map(widest).fold(0.0, f64::max) + size;
        let apart = (self.x(self.axis.step) - self.x(0.0)).max(1.0);
        (room / apart).ceil().max(1.0)
    }
}

fn centre(frame: &mut Frame, x: f64, y: f64, words: &str) {
    let text = Text::plain((x, y), words, frame.sizes.tick, Ink::Muted);
    frame.write(Text { anchor: Anchor::Middle, ..text });
}
