//! Acquisition: who joins, for what cause, and what a new customer costs.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::firms::Source;
use crate::quantity::Quantity;

const fn by_cause(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Count, meaning, formula: Formula::Plain(of) }
}

fn joined(facts: &Facts, source: Source) -> f64 {
    facts.joined[source.index()] as f64
}

fn spend(facts: &Facts) -> f64 {
    facts.paid.to_number()
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    by_cause(
        "acquisitions",
        "Acquisitions",
        "people who became customers, returning ones included",
        |facts| Some(facts.joined_all() as f64),
    ),
    by_cause(
        "acquisitions_first",
        "First acquisitions",
        "people who became customers for the first time",
        |facts| Some(facts.joined_first as f64),
    ),
    by_cause(
        "acquisitions_advertising",
        "Acquisitions by advertising",
        "people who joined because of impressions",
        |facts| Some(joined(facts, Source::Advertising)),
    ),
    by_cause(
        "acquisitions_word_of_mouth",
        "Acquisitions by word of mouth",
        "people who joined because of what others said",
        |facts| Some(joined(facts, Source::WordOfMouth)),
    ),
    by_cause(
        "acquisitions_invitation",
        "Acquisitions by invitation",
        "people who joined because they met a customer at an introduction",
        |facts| Some(joined(facts, Source::Invitation)),
    ),
    by_cause(
        "acquisitions_search",
        "Acquisitions by search",
        "people who joined because they looked for the firm unprompted",
        |facts| Some(joined(facts, Source::Search)),
    ),
    by_cause(
        "acquisitions_visibility",
        "Acquisitions by visibility",
        "people who joined because they saw others use it",
        |facts| Some(joined(facts, Source::Visibility)),
    ),
    by_cause(
        "acquisitions_staff",
        "Acquisitions by staff",
        "people who joined because of what the firm's own people said",
        |facts| Some(joined(facts, Source::Staff)),
    ),
    Measure {
        id: "acquisition_cost",
        title: "Acquisition cost, blended",
        unit: Unit::Money,
        meaning: "all spending, as paid, over all acquisitions",
        formula: Formula::Ratio(spend, |facts| facts.joined_all() as f64),
    },
    Measure {
        id: "acquisition_cost_paid",
        title: "Acquisition cost, paid",
        unit: Unit::Money,
        meaning: "spending on impressions, as paid, over acquisitions by advertising",
        formula: Formula::Ratio(
            |facts| facts.paid_for_media.to_number(),
            |facts| joined(facts, Source::Advertising),
        ),
    },
    Measure {
        id: "acquisition_cost_incremental",
        title: "Acquisition cost, incremental",
        unit: Unit::Money,
        meaning: "spending, as paid, over first acquisitions beyond those that come when the firm does nothing; missing where there are none beyond",
        formula: Formula::Incremental(spend, |facts| facts.joined_first as f64),
    },
];
