//! Relations: how the firm listens and answers, what its own people say, and whom its business acts offend.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::offers::OfferKind;
use crate::quantity::Quantity;

const fn measure(
    id: &'static str,
    title: &'static str,
    unit: Unit,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit, meaning, formula: Formula::Plain(of) }
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    measure(
        "quality",
        "Quality",
        Unit::Share,
        "chance that a week with the firm is a good one: its true quality",
        |facts| Some(facts.quality),
    ),
    measure(
        "complaints_desk",
        "Complaints answered at the desk",
        Unit::Count,
        "complaints that people beyond the usual service answered",
        |facts| Some(facts.answered_by_desk as f64),
    ),
    measure(
        "staff_mentions",
        "Mentions by staff",
        Unit::Count,
        "mentions of the firm by its own people",
        |facts| Some(facts.staff_mentions as f64),
    ),
    measure(
        "demands",
        "Business acts",
        Unit::Count,
        "times that someone was pressed to buy, dunned or warned",
        |facts| Some(facts.offered[OfferKind::Demand as usize] as f64),
    ),
    measure(
        "violation",
        "Norm violation",
        Unit::Number,
        "how badly business acts offended friends of the firm, summed over people: 1 is the worst for one",
        |facts| Some(facts.violation),
    ),
    measure(
        "extra_sales",
        "One-off sales and fees",
        Unit::Money,
        "what people paid beyond the weekly price, as paid",
        |facts| Some(facts.one_off_sales.to_number()),
    ),
    measure(
        "losses_violation",
        "Losses by norm violation",
        Unit::Count,
        "customers who left because of a business act by a firm that they took for a friend",
        |facts| Some(facts.left[crate::firms::Reason::Violation as usize] as f64),
    ),
];
