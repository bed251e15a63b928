//! Exact limits: where mathematics gives the answer, the engine must give it, to within the luck of the draw.
//!
//! A number that is counted in random worlds may lie four standard errors from the exact one; that
//! happens by luck alone once in 16,000 comparisons, so that with some hundred comparisons a
//! correct engine fails any of them with less than one chance in fifty, and the seeds are fixed. The
//! worlds are so many that four standard errors are two per cent of the exact number or less, so that an error of
//! that size would be seen. A number that is counted out, and not drawn, must agree to 1e-9.

use super::judgement::Verdict;

/// One exact limit, declared once.
#[derive(Debug)]
pub struct Limit {
    /// The id: the section of the catalogue and a word, such as `C1-bass-weekly`.
    pub id: &'static str,
    /// What must hold, in one sentence.
    pub statement: &'static str,
    /// Where the closed form comes from.
    pub source: &'static str,
    /// Lives what is needed and compares.
    pub compare: fn(u64) -> Vec<Comparison>,
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
    /// The standard error of the engine's number; 0 where it is not drawn.
    pub error: f64,
}

/// A limit, what was compared, and the verdict.
#[derive(Debug)]
pub struct Checked {
    /// The limit.
    pub limit: &'static Limit,
    /// The comparisons.
    pub comparisons: Vec<Comparison>,
    /// Whether all agree, and are fine enough to tell.
    pub verdict: Verdict,
}

/// Standard errors that luck may explain.
pub const TOLERANCE: f64 = 4.0;
/// The part of the exact number that must be visible.
pub const VISIBLE: f64 = 0.02;
/// How exactly numbers agree that are not drawn.
const ROUNDING: f64 = 1e-9;

impl Comparison {
    /// Whether the two agree, and whether the comparison is fine enough to tell.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let apart = (self.found - self.exact).abs();
        if self.error == 0.0 {
            let close = apart <= ROUNDING * self.exact.abs().max(1.0);
            return if close { Verdict::Passes } else { Verdict::Fails };
        }
        if apart.is_nan() || apart > TOLERANCE * self.error {
            return Verdict::Fails;
        }
        let fine = TOLERANCE * self.error <= VISIBLE * self.exact.abs();
        if fine { Verdict::Passes } else { Verdict::Undecided }
    }
}

impl Limit {
    /// Compares and judges: the verdict is the worst of all comparisons.
    #[must_use]
    pub fn check(&'static self, seed: u64) -> Checked {
        let comparisons = (self.compare)(seed);
        let worst = comparisons.iter().map(Comparison::verdict).max();
        Checked { limit: self, comparisons, verdict: worst.unwrap_or(Verdict::Undecided) }
    }
}

/// All limits, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Limit> {
    let families: Vec<&'static [Limit]> = vec![];
    families.into_iter().flatten()
}
