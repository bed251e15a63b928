//! The claims that the project was created to test, each as a hypothesis, judged at the defaults and over the plausible space by one rule.
//!
//! Measure, comparison, direction, margin and horizon of each were fixed before any was run; so
//! was the rule. In a world a claim *holds* where the mean over the world's replications of each
//! number that it compares lies where it is expected. It is
//!
//! - *supported* where at the defaults the whole 95 % interval of each number lies there, and it
//!   holds in at least three quarters of the worlds of the plausible space;
//! - *refuted* where at the defaults the whole interval of one of its numbers lies elsewhere, and
//!   it holds in at most a quarter of the worlds;
//! - otherwise it *depends*: on the two parameters with which its score rises or falls most over
//!   the worlds, as far as these can be told from luck.
//!
//! A claim that compares several numbers needs all of them, each with its own interval: the
//! least of several differences in each replication would fall short by luck alone. Its *score* in
//! a world is the mean that is furthest from where it is expected, or the least far within. A
//! world that gives no number (nobody is left who could trust) is not counted. Of some claims only
//! a consequence is tested, since what they say is put in by a parameter; each declaration tells
//! what is put in, and what is not tested.

pub mod claim;
pub mod deciding;
pub mod examination;
pub mod judging;
pub mod living;
mod score;

pub use claim::{Claim, Compared, Hypothesis, Test};
pub use examination::{Examination, Plan};
pub use judging::{Answer, Judged};

macro_rules! texts {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// All claims, in the order of the texts.
        pub fn all() -> impl Iterator<Item = &'static Claim> {
            let texts: Vec<&'static [Claim]> = vec![$($file::CLAIMS),*];
            texts.into_iter().flatten()
        }
    };
}

texts! { text_a, text_b, text_c, text_d, text_e }

#[cfg(test)]
mod tests;
