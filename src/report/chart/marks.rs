//! Notes at moments in time, such as the week in which two lines cross.

use super::super::letters::{Cut, width, wrap};
use super::super::picture::{Anchor, Shape, Text};
use super::super::style::Ink;
use super::axis::{Axis, is_shown};
use super::frame::Frame;
use super::plot::Plot;

/// A note with its place in the rows above the lines.
#[derive(Debug)]
pub(crate) struct Mark {
    x: f64,
    words: String,
    from: f64,
    to: f64,
    anchor: Anchor,
    row: usize,
}

const GAP: f64 = 5.0;

/// Gives each note the lowest free row. Those further left go higher, so that no note is crossed.
pub(crate) fn arrange(
    marks: &[(f64, String)],
    axis: &Axis,
    (left, right, edge): (f64, f64, f64),
    size: f64,
) -> Vec<Mark> {
    let mut sorted: Vec<&(f64, String)> = marks
        .iter()
        .filter(|(at, _)| is_shown(*at) && (axis.low..=axis.high).contains(at))
        .collect();
    sorted.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut placed: Vec<Mark> = Vec::new();
    for (at, words) in sorted {
        let x = left + axis.part(*at) * (right - left);
        let mut mark = Mark::new(x, words, size, edge);
        let is_free = |row: usize| placed.iter().all(|other| !other.hits(&mark, row));
        mark.row = (0..=placed.len()).find(|&row| is_free(row)).unwrap_or(0);
        placed.push(mark);
    }
    placed
}

/// How many rows the notes take.
pub(crate) fn rows(marks: &[Mark]) -> usize {
    marks.iter().map(|mark| mark.row + 1).max().unwrap_or(0)
}

impl Mark {
    fn new(x: f64, words: &str, size: f64, edge: f64) -> Self {
        let needed = width(words, size, Cut::Regular);
        let is_left = x + GAP + needed > edge && x > edge / 2.0;
        let room = if is_left { x - 2.0 * GAP } else { edge - x - GAP };
        let words = wrap(words, room, size, Cut::Regular, 1).concat();
        let needed = width(&words, size, Cut::Regular);
        let (from, to, anchor) = if is_left {
            (x - GAP - needed, x, Anchor::End)
        } else {
            (x, x + GAP + needed, Anchor::Start)
        };
        Self { x, words, from, to, anchor, row: 0 }
    }

    fn hits(&self, other: &Self, row: usize) -> bool {
        self.row == row && self.from < other.to + GAP && other.from < self.to + GAP
    }

    /// Draws the note and its line down to the axis.
    pub(crate) fn draw(&self, frame: &mut Frame, plot: &Plot) {
        let size = frame.sizes.tick;
        let base = plot.top - GAP - self.row as f64 * size * 1.35;
        frame.picture.shapes.push(Shape::Path {
            spots: vec![(self.x, base - size * 0.8), (self.x, plot.bottom)],
            ink: Ink::Muted,
            width: 1.0,
            dash: &[3.0, 3.0],
        });
        let shift = if self.anchor == Anchor::End { -GAP } else { GAP };
        let text = Text::plain((self.x + shift, base), &self.words, size, Ink::Words);
        frame.write(Text { anchor: self.anchor, ..text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_would_overlap_stand_in_different_rows() {
        let axis = Axis::exact([0.0, 100.0].into_iter(), 5);
        let note = |at: f64| (at, "break-even in month 12".to_owned());
        let marks = arrange(
            &[note(10.0), note(12.0), note(60.0), note(f64::NAN), note(300.0)],
            &axis,
            (0.0, 600.0, 700.0),
            12.0,
        );
        let rows: Vec<usize> = marks.iter().map(|mark| mark.row).collect();
        assert_eq!(rows, [0, 0, 1], "from right to left");
    }

    #[test]
    fn a_note_at_the_edge_turns_inwards() {
        let mark = Mark::new(690.0, "crossing in week 240", 12.0, 700.0);
        assert!(mark.anchor == Anchor::End && mark.to <= 700.0);
    }
}
