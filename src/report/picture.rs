//! A chart as a few shapes on paper, before anyone decides whether it becomes SVG or PNG.

use super::letters::Cut;
use super::style::Ink;

/// A place on the paper: to the right and down from the upper left corner.
pub(crate) type Spot = (f64, f64);

/// Which part of a text stands at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text on its baseline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) at: Spot,
    pub(crate) words: String,
    pub(crate) size: f64,
    pub(crate) cut: Cut,
    pub(crate) ink: Ink,
    pub(crate) anchor: Anchor,
}

impl Text {
    /// A text of the ordinary weight that begins at the spot.
    pub(crate) fn plain(at: Spot, words: &str, size: f64, ink: Ink) -> Self {
        Self { at, words: words.to_owned(), size, cut: Cut::Regular, ink, anchor: Anchor::Start }
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A filled outline.
    Area { outline: Vec<Spot>, ink: Ink, opacity: f64 },
    /// A line through spots; the dash has strokes and gaps in turn.
    Path { spots: Vec<Spot>, ink: Ink, width: f64, dash: &'static [f64] },
    /// A filled circle.
    Dot { at: Spot, radius: f64, ink: Ink },
    /// A text.
    Text(Text),
}

/// Everything drawn, from back to front.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) size: (u32, u32),
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) shapes: Vec<Shape>,
}

impl Picture {
    /// A thin solid line between two spots.
    pub(crate) fn rule(&mut self, from: Spot, to: Spot, ink: Ink) {
        self.shapes.push(Shape::Path { spots: vec![from, to], ink, width: 1.0, dash: &[] });
    }

    /// Adds a text of several lines, the first on the given baseline.
    pub(crate) fn block(&mut self, first: &Text, lines: &[String], leading: f64) {
        for (number, words) in lines.iter().enumerate() {
            let (x, y) = first.at;
            self.shapes.push(Shape::Text(Text {
                at: (x, y + number as f64 * leading),
                words: words.clone(),
                ..first.clone()
            }));
        }
    }
}

/// The visible strokes of a dashed line.
pub(crate) fn strokes(spots: &[Spot], dash: &[f64]) -> Vec<Vec<Spot>> {
    if dash.is_empty() {
        return vec![spots.to_vec()];
    }
    let mut strokes = vec![Vec::new()];
    let (mut part, mut left) = (0, dash[0]);
    for pair in spots.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = distance(from, to);
            let visible = part % 2 == 0;
            let end = if length <= left { to } else { between(from, to, left / length) };
            if visible {
                extend(&mut strokes, from, end);
            }
            if length <= left {
                left -= length;
                break;
            }
            if visible {
                strokes.push(Vec::new());
            }
            part = (part + 1) % dash.len();
            (from, left) = (end, dash[part]);
        }
    }
    strokes.retain(|stroke| stroke.len() > 1);
    strokes
}

fn extend(strokes: &mut [Vec<Spot>], from: Spot, to: Spot) {
    if let Some(stroke) = strokes.last_mut() {
        if stroke.is_empty() {
            stroke.push(from);
        }
        stroke.push(to);
    }
}

fn distance((x0, y0): Spot, (x1, y1): Spot) -> f64 {
    (x1 - x0).hypot(y1 - y0)
}

fn between((x0, y0): Spot, (x1, y1): Spot, part: f64) -> Spot {
    (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_goes_round_the_corner() {
        let bend = [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)];
        assert_eq!(
            strokes(&bend, &[3.0, 1.0]),
            [
                vec![(0.0, 0.0), (3.0, 0.0)],
                vec![(4.0, 0.0), (5.0, 0.0), (5.0, 2.0)],
                vec![(5.0, 3.0), (5.0, 5.0)],
            ]
        );
        assert_eq!(strokes(&bend, &[]), [bend.to_vec()]);
    }

    #[test]
    fn a_line_without_length_has_no_strokes() {
        assert!(strokes(&[(1.0, 1.0)], &[3.0, 1.0]).is_empty());
        assert!(strokes(&[], &[3.0, 1.0]).is_empty());
    }
}
