//! Word of mouth: how much is said, how good it is, and whom it brings.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::firms::Source;

fn referred(facts: &Facts) -> f64 {
    (facts.joined[Source::WordOfMouth.index()] + facts.joined[Source::Invitation.index()]) as f64
}

fn answered(facts: &Facts) -> f64 {
    let others = facts.answered_by_peers + facts.answered_in_forum + facts.answered_by_desk;
    (facts.answered_by_firm + others) as f64
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    Measure {
        id: "mentions",
        title: "Mentions",
        unit: Unit::Count,
        meaning: "mentions of the firm when people meet",
        formula: Formula::Plain(|facts| Some(facts.mentions as f64)),
    },
    Measure {
        id: "mention_valence",
        title: "Valence of mentions",
        unit: Unit::Number,
        meaning: "praise less blame, over all mentions: from -1 to 1",
        formula: Formula::Ratio(
            |facts| facts.praise as f64 - facts.blame as f64,
            |facts| facts.mentions as f64,
        ),
    },
    Measure {
        id: "referral_reproduction",
        title: "Referral reproduction number",
        unit: Unit::Number,
        meaning: "customers brought by word of mouth or invitation for each person who was a customer",
        formula: Formula::Ratio(referred, |facts| {
            (facts.customers_at_start + facts.joined_all()) as f64
        }),
    },
    Measure {
        id: "complaints",
        title: "Complaints",
        unit: Unit::Count,
        meaning: "complaints and questions of customers",
        formula: Formula::Plain(|facts| Some(facts.complaints as f64)),
    },
    Measure {
        id: "complaints_answered",
        title: "Complaints answered",
        unit: Unit::Share,
        meaning: "share of complaints that the firm or other customers answered",
        formula: Formula::Ratio(answered, |facts| facts.complaints as f64),
    },
    Measure {
        id: "opinion",
        title: "Public opinion",
        unit: Unit::Number,
        meaning: "slow memory of what is said in public: from -1 to 1",
        formula: Formula::Plain(|facts| Some(facts.opinion)),
    },
];
