//! Shares: so many of so many, with Wilson's interval, and whether that is more than a given chance explains.

use super::TAIL;
use serde::Serialize;
use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};

/// So many of so many, with the 95 % interval of the share (Wilson 1927).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// How many.
    pub hits: usize,
    /// Of how many.
    pub of: usize,
    /// The lower end of the interval; 0 of nothing.
    pub low: f64,
    /// The upper end of the interval; 1 of nothing.
    pub high: f64,
}

impl Share {
    /// The share of these.
    #[must_use]
    pub fn of(hits: usize, of: usize) -> Self {
        let (low, high) = wilson(hits as f64, of as f64);
        Self { hits, of, low, high }
    }

    /// How many of these are true.
    #[must_use]
    pub fn count(answers: impl Iterator<Item = bool>) -> Self {
        let (mut hits, mut of) = (0, 0);
        for answer in answers {
            (hits, of) = (hits + usize::from(answer), of + 1);
        }
        Self::of(hits, of)
    }

    /// The share itself; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.hits as f64 / self.of as f64)
    }

    /// How likely so many or more are where each has this chance (the exact binomial tail).
    #[must_use]
    pub fn likely(self, chance: f64) -> f64 {
        let Some(less) = self.hits.checked_sub(1) else { return 1.0 };
        Binomial::new(chance, self.of as u64).map_or(1.0, |binomial| binomial.sf(less as u64))
    }
}

/// Wilson's interval, which keeps its coverage where a share is near 0 or 1.
fn wilson(hits: f64, of: f64) -> (f64, f64) {
    if of == 0.0 {
        return (0.0, 1.0);
    }
    let z = Normal::standard().inverse_cdf(TAIL);
    let (share, square) = (hits / of, z * z / of);
    let middle = (share + square / 2.0) / (1.0 + square);
    let half = z.abs() * (share * (1.0 - share) / of + square / (4.0 * of)).sqrt() / (1.0 + square);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_the_shares_that_luck_would_just_explain() {
        // Wilson's ends are the roots of |found − share| = z √(share (1 − share) / n).
        let z = 1.959_963_984_540_054;
        for (hits, of) in [(50, 1000), (9, 64), (1, 3), (63, 64)] {
            let share = Share::of(hits, of);
            let found = share.value().unwrap();
            for end in [share.low, share.high] {
                let reach = z * (end * (1.0 - end) / of as f64).sqrt();
                assert!(((found - end).abs() - reach).abs() < 1e-9, "{share:?}");
            }
        }
        let (none, all) = (Share::of(0, 64), Share::of(64, 64));
        assert!(none.low.abs() < 1e-12 && (none.high - 0.056_624).abs() < 1e-6);
        assert!((all.high - 1.0).abs() < 1e-12 && (all.low - 0.943_376).abs() < 1e-6);
        assert_eq!(Share::of(0, 0).value(), None);
    }

    #[test]
    fn the_tail_counts_the_number_itself() {
        // scipy.stats.binom.sf(hits - 1, of, chance)
        assert!((Share::of(2, 3).likely(0.5) - 0.5).abs() < 1e-12);
        assert!((Share::of(3, 3).likely(0.5) - 0.125).abs() < 1e-12);
        assert!((Share::of(0, 3).likely(0.5) - 1.0).abs() < 1e-12);
        assert!(Share::of(120, 1000).likely(0.05) < 1e-9);
    }
}
