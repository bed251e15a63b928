//! Funnel: what a strategy did, from impressions and offers to those who answered. Never decisive.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::offers::OfferKind;

const fn count(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Count, meaning, formula: Formula::Plain(of) }
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    count("impressions", "Paid impressions", "impressions that were paid for", |facts| {
        Some(facts.impressions)
    }),
    count("posts_seen", "Posts seen", "posts that followers saw", |facts| Some(facts.posts_seen)),
    count("followers", "Followers", "followers of the firm's page", |facts| {
        Some(facts.followers as f64)
    }),
    count(
        "introductions_offered",
        "Introductions offered",
        "introductions that the firm offered",
        |facts| Some(facts.offered[OfferKind::Introduction as usize] as f64),
    ),
    count(
        "introductions_accepted",
        "Introductions accepted",
        "introductions that both sides accepted",
        |facts| Some(facts.taken[OfferKind::Introduction as usize] as f64),
    ),
    count(
        "occasions_offered",
        "Occasions offered",
        "occasions to be in touch that the firm offered",
        |facts| Some(facts.offered[OfferKind::Occasion as usize] as f64),
    ),
    count(
        "occasions_taken",
        "Occasions taken",
        "occasions to be in touch that were taken",
        |facts| Some(facts.taken[OfferKind::Occasion as usize] as f64),
    ),
];
