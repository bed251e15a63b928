//! Comparing: a number of the engine beside the exact one, and how close the two must be.

use crate::evidence::judgement::Verdict;

/// Standard errors that luck may explain.
pub const TOLERANCE: f64 = 4.0;
/// The part of the exact number that must be visible.
pub const VISIBLE: f64 = 0.02;
/// Standard errors of which [`VISIBLE`] must consist: those that luck may explain, and what is
/// needed beyond them to be seen four times in five (the normal quantile of .8).
pub(super) const SEEN: f64 = TOLERANCE + 0.8416;
/// How exactly numbers agree that are counted out, as a part of the number or of 1.
pub(super) const ROUNDING: f64 = 1e-9;
/// How exactly numbers agree that the engine holds in single precision, as a part of the number.
pub(super) const SINGLE: f64 = 1e-5;

/// How exactly the engine can give a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// It is counted out.
    Counted,
    /// It is kept in single precision, as people's states are.
    Single,
    /// It is drawn, with this standard error.
    Drawn(f64),
}

/// A number of the engine beside the exact one.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is compared.
    pub what: String,
    /// The exact number.
    pub exact: f64,
    /// The engine's.
    pub found: f64,
    /// How exactly the engine can give it.
    pub precision: Precision,
}

impl Comparison {
    /// A number that is counted out.
    #[must_use]
    pub fn counted(what: impl Into<String>, exact: f64, found: f64) -> Self {
        Self { what: what.into(), exact, found, precision: Precision::Counted }
    }

    /// A number that is kept in single precision.
    #[must_use]
    pub fn single(what: impl Into<String>, exact: f64, found: f64) -> Self {
        Self { what: what.into(), exact, found, precision: Precision::Single }
    }

    /// A number that is drawn, with this standard error.
    #[must_use]
    pub fn drawn(what: impl Into<String>, exact: f64, found: f64, error: f64) -> Self {
        Self { what: what.into(), exact, found, precision: Precision::Drawn(error) }
    }

    /// The share of so many independent trials that succeeded.
    #[must_use]
    pub fn share(what: impl Into<String>, exact: f64, succeeded: f64, trials: f64) -> Self {
        let error = (exact * (1.0 - exact) / trials).sqrt();
        Self::drawn(what, exact, succeeded / trials, error)
    }

    /// The mean of independent values.
    #[must_use]
    pub fn mean(what: impl Into<String>, exact: f64, values: &[f64]) -> Self {
        let (found, error) = mean_and_error(values);
        Self::drawn(what, exact, found, error)
    }

    /// The mean over large markets of a number that is exact only as markets grow without bound:
    /// they may differ by all but the part that must be visible, however many are drawn.
    #[must_use]
    pub fn large(what: impl Into<String>, exact: f64, values: &[f64]) -> Self {
        let (found, error) = mean_and_error(values);
        Self::drawn(what, exact, found, error.max(VISIBLE / SEEN * exact.abs()))
    }

    /// The standard error; 0 where nothing is drawn.
    #[must_use]
    pub const fn error(&self) -> f64 {
        if let Precision::Drawn(error) = self.precision { error } else { 0.0 }
    }

    /// How far the two may lie apart.
    #[must_use]
    pub fn tolerance(&self) -> f64 {
        match self.precision {
            Precision::Counted => ROUNDING * self.exact.abs().max(1.0),
            Precision::Single => SINGLE * self.exact.abs(),
            Precision::Drawn(error) => TOLERANCE * error,
        }
    }

    /// Whether the two agree, and whether the comparison is fine enough to tell.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let apart = (self.found - self.exact).abs();
        if apart.is_nan() || apart > self.tolerance() {
            return Verdict::Fails;
        }
        // A trifle more, since the error itself may be rounded.
        let fine = SEEN * self.error() <= VISIBLE * self.exact.abs() * (1.0 + ROUNDING);
        if fine { Verdict::Passes } else { Verdict::Undecided }
    }
}

/// So many independent trials are needed to see an error in a mean of which one trial has this
/// variance, as a part of the squared mean.
#[must_use]
pub fn enough(relative_variance: f64) -> usize {
    (relative_variance * (SEEN / VISIBLE) * (SEEN / VISIBLE)).ceil() as usize
}

/// So many independent trials are needed to see an error in a share.
#[must_use]
pub fn enough_for_share(share: f64) -> usize {
    enough((1.0 - share) / share)
}

/// The mean of independent values, and its standard error.
#[must_use]
pub fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, (squares / (n - 1.0) / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_explains_four_standard_errors_and_no_more() {
        let found = |found| Comparison::drawn("a mean", 1.0, found, 0.004).verdict();
        assert_eq!((found(1.0159), found(1.0161)), (Verdict::Passes, Verdict::Fails));
        assert_eq!(found(f64::NAN), Verdict::Fails);
    }

    #[test]
    fn what_is_too_coarse_to_tell_tells_nothing_unless_it_is_far_off() {
        let coarse = |found| Comparison::drawn("a mean", 1.0, found, 0.005).verdict();
        assert_eq!((coarse(1.0), coarse(1.03)), (Verdict::Undecided, Verdict::Fails));
        for share in [0.02, 0.4, 0.97] {
            let verdict = |trials: usize| {
                Comparison::share("a share", share, share * trials as f64, trials as f64).verdict()
            };
            let enough = enough_for_share(share);
            assert_eq!(
                (verdict(enough), verdict(enough - 2)),
                (Verdict::Passes, Verdict::Undecided)
            );
        }
    }

    #[test]
    fn what_is_counted_agrees_but_for_rounding() {
        let counted = |found| Comparison::counted("a sum", 0.5, found).verdict();
        assert_eq!((counted(0.5 + 5e-10), counted(0.5 + 2e-9)), (Verdict::Passes, Verdict::Fails));
        let single = |found| Comparison::single("a state", 0.5, found).verdict();
        assert_eq!((single(0.500_004), single(0.500_006)), (Verdict::Passes, Verdict::Fails));
    }
}
