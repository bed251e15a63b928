//! Published findings, one declaration each, with the virtual experiment that repeats the paper's design and estimator.
//!
//! To add one, write its declaration into the file of its family, or a new file and its name below.

use super::finding::Finding;

macro_rules! targets {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// All findings, in the order of the catalogue.
        pub fn all() -> impl Iterator<Item = &'static Finding> {
            let families: Vec<&'static [Finding]> = vec![$($file::FINDINGS),*];
            families.into_iter().flatten()
        }
    };
}

targets! {
    referral,
    campaign,
    contagion,
    cascades,
    seeding,
    buyers,
    words,
    diffusion,
}
