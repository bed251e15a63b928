//! A strip: what was expected as a shaded stretch, what was got as a point with its interval, small enough for a cell.

use crate::elementary::ln;
use crate::evidence::finding::{Expected, Part, Scale};
use crate::experiment::statistics::Estimate;
use maud::{Markup, html};

/// The size of a strip, in pixels.
const SIZE: (f64, f64) = (150.0, 18.0);
/// How much of the width is left free at either end, as a part of what is shown.
const MARGIN: f64 = 0.12;

/// The places of a strip, from 0 (left) to 1 (right).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strip {
    band: (f64, f64),
    mean: f64,
    interval: (f64, f64),
}

impl Strip {
    /// The places of one number; `None` where nothing was got.
    pub(super) fn of(part: &Part, got: Option<Estimate>) -> Option<Self> {
        let got = got?;
        let scaled = |value: f64| match part.scale {
            Scale::Plain => Some(value),
            Scale::Ratio => (value > 0.0).then(|| ln(value)),
        };
        let (mean, low, high) = (scaled(got.mean)?, scaled(got.low?)?, scaled(got.high?)?);
        let (least, most) = match part.expected {
            Expected::Band(least, most) | Expected::Within(least, most) => {
                (scaled(least), scaled(most))
            }
            Expected::Above(least) => (scaled(least), None),
            Expected::Below(most) => (None, scaled(most)),
        };
        let known = [Some(low), Some(high), least, most].into_iter().flatten();
        let (left, right) =
            known.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        let room = (right - left).max(1e-9);
        let place = |value: f64| MARGIN + (1.0 - 2.0 * MARGIN) * (value - left) / room;
        Some(Self {
            band: (least.map_or(0.0, place), most.map_or(1.0, place)),
            mean: place(mean),
            interval: (place(low), place(high)),
        })
    }

    /// The strip as a picture; the numbers stand beside it in words.
    pub(super) fn draw(self) -> Markup {
        let ((width, height), middle) = (SIZE, SIZE.1 / 2.0);
        let x = |place: f64| format!("{:.1}", place * width);
        html! {
            svg.strip viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) aria-hidden="true" {
                rect.expected x=(x(self.band.0)) y="2" width=(x(self.band.1 - self.band.0)) height=(height - 4.0) {}
                line.got x1=(x(self.interval.0)) x2=(x(self.interval.1)) y1=(middle) y2=(middle) {}
                circle.got cx=(x(self.mean)) cy=(middle) r="3.2" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "what was got may be missing")]
    fn got(mean: f64, low: f64, high: f64) -> Option<Estimate> {
        Some(Estimate { mean, low: Some(low), high: Some(high), n: 8 })
    }

    #[test]
    fn what_lies_in_the_band_is_drawn_in_the_band() {
        let part = Part::ratio("a ratio", Expected::Band(0.5, 2.0));
        let strip = Strip::of(&part, got(1.0, 0.8, 1.25)).unwrap();
        assert!((strip.mean - 0.5).abs() < 1e-9, "1 lies half way between 1/2 and 2: {strip:?}");
        assert!(strip.band.0 < strip.interval.0 && strip.interval.1 < strip.band.1, "{strip:?}");
        let beyond = Strip::of(&part, got(4.0, 3.0, 5.0)).unwrap();
        assert!(beyond.band.1 < beyond.interval.0, "{beyond:?}");
        let sign =
            Strip::of(&Part::number("a sign", Expected::Above(0.0)), got(1.0, 0.5, 1.5)).unwrap();
        assert!((sign.band.1 - 1.0).abs() < 1e-9 && sign.band.0 < sign.interval.0, "{sign:?}");
        assert_eq!(Strip::of(&part, None), None);
    }
}
