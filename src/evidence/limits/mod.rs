//! Exact limits: where mathematics gives the answer, the engine must give it, to within the luck of the draw.
//!
//! A number that is drawn may lie four standard errors from the exact one. By luck alone that
//! happens once in 16,000 comparisons. There are 151 such comparisons, so that a correct engine
//! fails any of them for one seed in a hundred at most (Bonferroni: 151 times 1 in 15,787 is
//! .0096), a fifth of the usual .05. Each is drawn so often that an error of two per cent of the
//! exact number would be seen four times in five: 4.84 standard errors are at most two per cent.
//! A number that is counted, and not drawn, must agree to 1e-9; one that the engine keeps in
//! single precision, as it does people's states, to 1e-5 of itself.
//!
//! The limits are those of part C of the catalogue, a file for each section. There is none for
//! the thresholds of Watts (2002; C7): people here have hazards and no thresholds, and what would
//! be compared does not exist.

mod bass;
pub mod bench;
mod books;
mod branching;
mod cascades;
mod comparison;
mod contracts;
mod exposure;
mod funnel;
mod metamorphic;
mod networks;
mod percolation;
mod purchases;
mod scale;
mod survival;
pub mod ties;
mod turnover;
mod value;

pub use comparison::{
    Comparison, Precision, TOLERANCE, VISIBLE, enough, enough_for_share, mean_and_error,
};

use super::judgement::Verdict;
use crate::draws::{Draws, Key};

/// One exact limit, declared once.
#[derive(Debug)]
pub struct Limit {
    /// The id: the section of the catalogue and a word, such as `C1-bass`.
    pub id: &'static str,
    /// What must hold, in one sentence.
    pub statement: &'static str,
    /// Where the closed form comes from.
    pub source: &'static str,
    /// Lives what is needed, by this luck, and compares.
    pub compare: fn(Draws) -> Vec<Comparison>,
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

impl Limit {
    /// Compares and judges: the verdict is the worst of all comparisons.
    #[must_use]
    pub fn check(&'static self, seed: u64) -> Checked {
        // Each limit has luck of its own, so that one unlucky draw does not fail several.
        let own = Draws::from_seed(seed).of("evidence: luck of an exact limit");
        let luck = Draws::from_seed(own.about(Key::of_name(self.id)).0);
        let comparisons = (self.compare)(luck);
        let worst = comparisons.iter().map(Comparison::verdict).max();
        Checked { limit: self, comparisons, verdict: worst.unwrap_or(Verdict::Undecided) }
    }
}

/// How many numbers of all limits together are drawn; a test counts them.
pub const DRAWN: usize = 151;

/// All limits, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Limit> {
    let families: Vec<&'static [Limit]> = vec![
        bass::LIMITS,
        survival::LIMITS,
        contracts::LIMITS,
        purchases::LIMITS,
        value::LIMITS,
        funnel::LIMITS,
        books::LIMITS,
        percolation::LIMITS,
        cascades::LIMITS,
        branching::LIMITS,
        ties::LIMITS,
        turnover::LIMITS,
        networks::LIMITS,
        exposure::LIMITS,
        metamorphic::LIMITS,
        scale::LIMITS,
    ];
    families.into_iter().flatten()
}
