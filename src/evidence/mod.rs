//! Evidence: what the model is held against, each finding as one declaration with the experiment that repeats it.
//!
//! Three kinds of things are declared here, and they weigh differently. An exact limit
//! ([`limits`]) has an answer that mathematics gives: missing it is a fault of the code. A target
//! ([`targets`]) is a published finding that no parameter reads: missing it is a finding about the
//! model, and is reported as such. A recovery check is a published finding that a rule or a
//! parameter does read: passing it proves the code and nothing about the world, so it counts for
//! nothing.
//!
//! And one kind of thing is held against the model instead: the [`claims`] that the project was created to
//! test, judged at the defaults and over the plausible [`space`].

pub mod assignment;
pub mod audit;
pub mod claims;
pub mod diary;
pub mod diffusion;
pub mod estimators;
pub mod finding;
pub mod judgement;
pub mod laboratory;
pub mod limits;
pub mod reference;
pub mod score;
pub mod space;
pub mod spells;
pub mod targets;
pub mod treatment;
pub mod validation;

pub use finding::{Expected, Finding, Part, Test};
pub use judgement::{Judged, Verdict};

/// How much is spent on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A fifth of the worlds: whether everything still runs, not what is true.
    Quick,
    /// What the published answers rest on.
    Usual,
    /// Eight times the worlds.
    Deep,
}

impl Depth {
    /// How many worlds are lived where the usual answer rests on so many; never fewer than two,
    /// since one has no interval.
    #[must_use]
    pub const fn worlds(self, usual: u32) -> u32 {
        match self {
            Self::Quick => {
                if usual / 5 < 2 {
                    2
                } else {
                    usual / 5
                }
            }
            Self::Usual => usual,
            Self::Deep => usual * 8,
        }
    }

    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Usual => "usual",
            Self::Deep => "deep",
        }
    }
}
