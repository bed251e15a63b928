//! A picture of a claim: the scores of its worlds in order, and which of them lie where the claim expects them.

use super::words;
use crate::evidence::claims::Hypothesis;
use crate::evidence::claims::judging::Grounds;
use crate::measures::Unit;
use crate::report::words::distance;
use maud::{Markup, html};

/// The paper.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 170.0;
/// Room for the numbers of the axis.
const LEFT: f64 = 92.0;
/// Room above and below.
const ROOM: f64 = 14.0;

/// Draws the scores of the worlds, the least first. Their scale is nearly even within some margins
/// and nearly logarithmic beyond, as worlds differ by powers of ten.
pub(super) fn draw(hypothesis: &Hypothesis, ground: &Grounds) -> Markup {
    let expected = hypothesis.expected;
    let defaults = ground.furthest(expected).map(|estimate| estimate.mean);
    let mut scores: Vec<f64> = ground.scores.iter().copied().flatten().collect();
    scores.sort_by(f64::total_cmp);
    let scale = Scale::of(scores.iter().copied().chain(defaults), words::margin(hypothesis));
    let step = (WIDTH - LEFT - ROOM) / scores.len().max(1) as f64;
    let x = |at: usize| LEFT + step * (at as f64 + 0.5);
    let edge = scale.height(words::edge(hypothesis));
    let told = format!(
        "Scores of {} worlds in order; the claim holds in {} of them.",
        scores.len(),
        ground.holds.count
    );
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(told) class="scores" {
            @for tick in scale.ticks() {
                @let y = tidy(scale.height(tick));
                line.grid x1=(LEFT) x2=(WIDTH - ROOM) y1=(y) y2=(y) {}
                text.axis x=(LEFT - 8.0) y=(y) text-anchor="end" dy="0.35em" { (label(hypothesis.measure().unit, tick)) }
            }
            line.edge x1=(LEFT) x2=(WIDTH - ROOM) y1=(tidy(edge)) y2=(tidy(edge)) {}
            @if let Some(defaults) = defaults {
                @let y = tidy(scale.height(defaults));
                line.defaults x1=(LEFT) x2=(WIDTH - ROOM) y1=(y) y2=(y) {}
            }
            @for (at, &score) in scores.iter().enumerate() {
                circle class=(if expected.is_met_by(score) { "holds" } else { "fails" })
                    cx=(tidy(x(at))) cy=(tidy(scale.height(score))) r="3.4" {}
            }
        }
    }
}

/// How high a score stands.
struct Scale {
    unit: f64,
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale on which all scores stand, and nothing and the margin on either side as well.
    fn of(scores: impl Iterator<Item = f64>, margin: f64) -> Self {
        let all = scores.chain([0.0, margin * 2.0, -margin * 2.0]);
        let unit = margin;
        let (low, high) = all.fold((0.0_f64, 0.0_f64), |(low, high), score| {
            let place = libm::asinh(score / unit);
            (low.min(place), high.max(place))
        });
        Self { unit, low, high }
    }

    fn height(&self, score: f64) -> f64 {
        let place = (libm::asinh(score / self.unit) - self.low) / (self.high - self.low);
        HEIGHT - ROOM - place * (HEIGHT - 2.0 * ROOM)
    }

    /// Nothing, and every power of ten of the margin that the scores reach, on either side.
    fn ticks(&self) -> Vec<f64> {
        let mut ticks = vec![0.0];
        let mut size = 10.0 * self.unit;
        while libm::asinh(size / self.unit) <= self.high.max(-self.low) {
            for tick in [size, -size] {
                let place = libm::asinh(tick / self.unit);
                if (self.low..=self.high).contains(&place) {
                    ticks.push(tick);
                }
            }
            size *= 10.0;
        }
        ticks
    }
}

/// A round number of the axis.
fn label(unit: Unit, value: f64) -> String {
    // Zero has no size by which its decimals could be told.
    if value == 0.0 { "0".to_owned() } else { distance(unit, value) }
}

/// A tenth of a pixel is as fine as can be seen.
fn tidy(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
