//! A share of a few worlds, and between which shares it may lie (Wilson 1927).

use serde::Serialize;
use statrs::distribution::{Binomial, DiscreteCDF};

/// The normal quantile that leaves out 2.5 % on either side.
const QUANTILE: f64 = 1.959_963_984_540_054;

/// So many of so many, with Wilson's 95 % interval of the share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Proportion {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// The share; 0 of none.
    pub share: f64,
    /// The lower end of the interval; 0 of none.
    pub low: f64,
    /// The upper end of the interval; 1 of none.
    pub high: f64,
}

/// So many of so many.
#[must_use]
pub fn proportion(count: usize, of: usize) -> Proportion {
    if of == 0 {
        return Proportion { count, of, share: 0.0, low: 0.0, high: 1.0 };
    }
    let (n, square) = (of as f64, QUANTILE * QUANTILE);
    let share = count as f64 / n;
    let middle = (share + square / (2.0 * n)) / (1.0 + square / n);
    let root = (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let half = QUANTILE * root / (1.0 + square / n);
    // At the ends rounding must not reach beyond what is possible.
    let low = if count == 0 { 0.0 } else { middle - half };
    let high = if count == of { 1.0 } else { middle + half };
    Proportion { count, of, share, low, high }
}

impl Proportion {
    /// How many of these are true.
    #[must_use]
    pub fn among(answers: impl Iterator<Item = bool>) -> Self {
        let (mut count, mut of) = (0, 0);
        for answer in answers {
            (count, of) = (count + usize::from(answer), of + 1);
        }
        proportion(count, of)
    }

    /// The share itself; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then_some(self.share)
    }

    /// How likely so many or more are where each has this chance (the exact binomial tail).
    #[must_use]
    pub fn likely(self, chance: f64) -> f64 {
        let Some(less) = self.count.checked_sub(1) else { return 1.0 };
        Binomial::new(chance, self.of as u64).map_or(1.0, |binomial| binomial.sf(less as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_counts_the_number_itself() {
        // scipy.stats.binom.sf(count - 1, of, chance)
        assert!((proportion(2, 3).likely(0.5) - 0.5).abs() < 1e-12);
        assert!((proportion(3, 3).likely(0.5) - 0.125).abs() < 1e-12);
        assert!((proportion(0, 3).likely(0.5) - 1.0).abs() < 1e-12);
        assert!(Proportion::among((0..1000).map(|i| i < 120)).likely(0.05) < 1e-9);
        assert_eq!(proportion(0, 0).value(), None);
    }

    #[test]
    fn the_interval_is_that_of_scipy() {
        // scipy.stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
        let reference = [
            (48, 64, 0.631_837_235_413_303, 0.839_850_734_690_294_2),
            (1, 12, 0.014_865_094_404_917_123, 0.353_879_911_141_117_06),
            (0, 64, 0.0, 0.056_624_059_792_805_34),
            (64, 64, 0.943_375_940_207_194_6, 1.0),
        ];
        for (count, of, low, high) in reference {
            let found = proportion(count, of);
            assert!((found.low - low).abs() < 1e-12, "{count} of {of}: {found:?}");
            assert!((found.high - high).abs() < 1e-12, "{count} of {of}: {found:?}");
        }
        assert_eq!(
            proportion(0, 0),
            Proportion { count: 0, of: 0, share: 0.0, low: 0.0, high: 1.0 }
        );
    }
}
