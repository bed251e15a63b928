//! Published findings, one declaration each, with the virtual experiment that repeats the paper's design and estimator.
//!
//! To add one, write its declaration into the file of its family, or a new file and its name below.

use super::finding::Finding;

macro_rules! targets {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// All findings, by their numbers.
        pub fn all() -> impl Iterator<Item = &'static Finding> {
            let families: Vec<&'static [Finding]> = vec![$($file::FINDINGS),*];
            let mut all: Vec<&'static Finding> = families.into_iter().flatten().collect();
            all.sort_by_key(|finding| (number(finding.id), finding.id));
            all.into_iter()
        }
    };
}

/// Findings in view of which a mechanism was changed, for a reason that the literature gives: they
/// are no longer held out, and count as right only as long as this is told.
pub const SEEN: &[&str] =
    &["B1", "B33", "B34", "B4", "B5", "B6", "B7", "B9", "B26", "B9+B26", "B27", "B29", "B29b"];

/// The number in an id: 14 of `B14b`, and of two findings in one the later.
fn number(id: &str) -> u32 {
    let last = id.rsplit('+').next().unwrap_or(id);
    let digits = last.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or(u32::MAX)
}

targets! {
    advertising,
    buyers,
    campaign,
    cascades,
    community,
    contagion,
    diffusion,
    effort,
    networks,
    page,
    participation,
    peers,
    referral,
    renewals,
    requests,
    retention,
    seeding,
    series,
    ties,
    value,
    words,
}
