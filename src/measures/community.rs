//! Community: what people do for each other and for the firm where the firm gives them a place for it.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::firms::Source;
use crate::offers::OfferKind;
use crate::quantity::Quantity;

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
    count("forum_visits", "Visits to the forum", "visits to the firm's forum", |facts| {
        Some(facts.visits as f64)
    }),
    count(
        "forum_visits_prospects",
        "Visits by others",
        "visits to the firm's forum by people who were no customers",
        |facts| Some(facts.visits_by_prospects as f64),
    ),
    count(
        "forum_answers",
        "Questions answered in the forum",
        "questions of customers that others answered in the forum",
        |facts| Some(facts.answered_in_forum as f64),
    ),
    count(
        "acquisitions_forum",
        "Acquisitions by the forum",
        "people who joined because of what they read in the forum",
        |facts| Some(facts.joined[Source::Forum.index()] as f64),
    ),
    Measure {
        id: "support_saved",
        title: "Support saved",
        unit: Unit::Money,
        meaning: "what the usual service would have cost for what customers answered each other, not discounted",
        formula: Formula::Plain(|facts| Some(facts.support_saved.to_number())),
    },
    count("wishes", "Wishes", "wishes for something that others could lend or do", |facts| {
        Some(facts.wishes as f64)
    }),
    count("loans", "Loans", "wishes that others fulfilled", |facts| Some(facts.loans as f64)),
    count(
        "purchases_displaced",
        "Purchases displaced",
        "weekly purchases that loans replaced",
        |facts| Some(facts.displaced),
    ),
    count(
        "tasks_asked",
        "Tasks asked",
        "requests to customers to do something for the firm",
        |facts| Some(facts.offered[OfferKind::Task as usize] as f64),
    ),
    count(
        "tasks_done",
        "Tasks done",
        "requests to do something for the firm that were fulfilled",
        |facts| Some(facts.taken[OfferKind::Task as usize] as f64),
    ),
    count(
        "tasks_exploiting",
        "Requests without having given",
        "requests to people to whom the firm had given nothing of late",
        |facts| Some(facts.exploited as f64),
    ),
];
