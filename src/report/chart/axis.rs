//! Axes with few round numbers on them, written the way people write numbers.

use crate::elementary::power;

/// How the numbers of an axis are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YFormat {
    /// A plain number.
    #[default]
    Number,
    /// A share, as percent: 0.25 is written 25 %.
    Share,
    /// An amount of money, with its thousands apart.
    Money,
}

/// Larger numbers than this are left out of charts, as are those that are not finite.
const LARGEST: f64 = 1e100;
/// From here on a number is written with a power of ten.
const LONG: f64 = 1e12;
/// A thin space: apart, but not a word's width.
pub(crate) const THIN: char = '\u{2009}';

/// Whether a chart can show the value.
pub(crate) fn is_shown(value: f64) -> bool {
    value.is_finite() && value.abs() <= LARGEST
}

impl YFormat {
    /// The value as words, as precise as the distance between two ticks asks for.
    #[must_use]
    pub fn show(self, value: f64, step: f64) -> String {
        let (value, step) = match self {
            Self::Share => (value * 100.0, step * 100.0),
            Self::Number | Self::Money => (value, step),
        };
        let number = written(value, decimals(step));
        match self {
            Self::Share => format!("{number}{THIN}%"),
            Self::Number | Self::Money => number,
        }
    }

    /// The values, without what an interval claims beyond the whole: no share exceeds 100 %.
    pub(crate) fn within_bounds(self, values: &[f64]) -> Vec<f64> {
        let is_share = self == Self::Share && values.iter().all(|&value| value < 1.1);
        let most = if is_share { 1.0 } else { f64::INFINITY };
        values.iter().map(|value| value.min(most)).collect()
    }
}

/// How many decimals tell apart two numbers that lie one step apart.
fn decimals(step: f64) -> usize {
    let places = -libm::log10(step.abs()).floor();
    if places.is_finite() { places.clamp(0.0, 12.0) as usize } else { 0 }
}

fn written(value: f64, decimals: usize) -> String {
    if value.abs() >= LONG {
        return format!("{value:.1e}").replace('-', "−");
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.chars().all(|sign| sign == '0' || sign == '.');
    let mut words = String::from(if value < 0.0 && !is_zero { "−" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            words.push(THIN);
        }
        words.push(digit);
    }
    if part.is_empty() { words } else { format!("{words}.{part}") }
}

/// A range of numbers and the round ones among them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) step: f64,
    pub(crate) ticks: Vec<f64>,
}

impl Axis {
    /// An axis that begins and ends with the data.
    pub(crate) fn exact(values: impl Iterator<Item = f64>, wanted: usize) -> Self {
        let (low, high) = opened(range(values));
        let step = round_step((high - low) / wanted.max(1) as f64);
        Self::new(low, high, step)
    }

    /// An axis that begins and ends with a round number, unless most of a step would stay empty.
    pub(crate) fn rounded(values: impl Iterator<Item = f64>, wanted: usize) -> Self {
        let (low, high) = opened(range(values));
        let step = round_step((high - low) / wanted.max(1) as f64);
        Self::new(-reach(-low, step), reach(high, step), step)
    }

    fn new(low: f64, high: f64, step: f64) -> Self {
        let first = (low / step - 1e-9).ceil();
        let count = ((high / step + 1e-9).floor() - first).clamp(0.0, 50.0) as u32;
        let ticks = (0..=count)
            .map(|number| (first + f64::from(number)) * step)
            .filter(|tick| tick.is_finite())
            .collect();
        Self { low, high, step, ticks }
    }

    /// Where on the axis the value lies: 0 at its beginning, 1 at its end.
    pub(crate) fn part(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

/// The range of the values that can be shown; from 0 to 1 if there is none.
fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .filter(|&value| is_shown(value))
        .fold(None, |range, value| {
            let (low, high): (f64, f64) = range.unwrap_or((value, value));
            Some((low.min(value), high.max(value)))
        })
        .unwrap_or((0.0, 1.0))
}

/// A range with some width, even if all values are equal.
fn opened((low, high): (f64, f64)) -> (f64, f64) {
    let least = low.abs().max(high.abs()) * 1e-9;
    if high - low > least {
        (low, high)
    } else if low.abs() <= f64::MIN_POSITIVE {
        (0.0, 1.0)
    } else {
        (low - low.abs() * 0.1, high + high.abs() * 0.1)
    }
}

/// The next round number, or the value itself if it lies little beyond the last round one.
fn reach(value: f64, step: f64) -> f64 {
    let steps = value / step - 1e-9;
    if steps - steps.floor() < 0.35 { value } else { steps.ceil() * step }
}

/// The smallest of 1, 2 and 5 times a power of ten that is not far below the given step.
fn round_step(least: f64) -> f64 {
    let magnitude = power(10.0, libm::log10(least).floor());
    [1.0, 2.0, 5.0]
        .map(|factor| factor * magnitude)
        .into_iter()
        .find(|&step| step >= least * 0.72)
        .unwrap_or(10.0 * magnitude)
}

/// The values, and zero too where leaving it out would exaggerate what is seen.
pub(crate) fn from_zero(values: &[f64], always: bool) -> Vec<f64> {
    let (low, high) = range(values.iter().copied());
    let near = |inner: f64, outer: f64| inner.abs() < 0.7 * outer.abs();
    let needed = always || (low > 0.0 && near(low, high)) || (high < 0.0 && near(high, low));
    let zero = needed.then_some(0.0);
    values.iter().copied().chain(zero).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        let axis = Axis::rounded([0.0, 0.93].into_iter(), 5);
        let words: Vec<String> =
            axis.ticks.iter().map(|&tick| YFormat::Share.show(tick, axis.step)).collect();
        assert_eq!(words.join("|").replace(THIN, " "), "0 %|20 %|40 %|60 %|80 %|100 %");
        assert_eq!(
            Axis::exact([0.0, 260.0].into_iter(), 6).ticks,
            [0.0, 50.0, 100.0, 150.0, 200.0, 250.0]
        );
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let money = |value, step| YFormat::Money.show(value, step).replace(THIN, " ");
        assert_eq!(money(-1_250_000.0, 50_000.0), "−1 250 000");
        assert_eq!(money(0.05, 0.01), "0.05");
        assert_eq!(money(-0.0001, 0.1), "0.0");
        assert_eq!(money(1e15, 1e14), "1.0e15");
    }

    #[test]
    fn any_values_have_an_axis() {
        let odd = [
            vec![],
            vec![f64::NAN],
            vec![f64::INFINITY, 3.0],
            vec![0.0, 0.0],
            vec![-5.0],
            vec![1e100, -1e100],
            vec![f64::MAX, 1.0],
            vec![1e-300, 2e-300],
            vec![1.0, 1.0 + f64::EPSILON],
        ];
        for values in odd {
            for axis in
                [Axis::exact(values.iter().copied(), 5), Axis::rounded(values.iter().copied(), 5)]
            {
                assert!(axis.low < axis.high, "{values:?}: {axis:?}");
                assert!(axis.ticks.len() <= 15, "{values:?}: {axis:?}");
                let parts = axis.ticks.iter().map(|&tick| axis.part(tick));
                assert!(parts.into_iter().all(|part| (-0.01..1.01).contains(&part)), "{axis:?}");
            }
        }
    }

    #[test]
    fn zero_is_shown_unless_the_values_are_far_from_it() {
        assert_eq!(from_zero(&[0.5, 1.0], false).len(), 3);
        assert_eq!(from_zero(&[0.9, 1.0], false).len(), 2);
        assert_eq!(from_zero(&[0.9, 1.0], true).len(), 3);
        assert_eq!(from_zero(&[-0.9, 1.0], false).len(), 2);
    }
}
