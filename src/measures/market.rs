//! Market: how the firm stands against its rivals, where there are any.

use super::{Formula, Measure, Unit};
use crate::firms::Reason;
use crate::quantity::Quantity;

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    Measure {
        id: "market_share",
        title: "Market share",
        unit: Unit::Share,
        meaning: "customers over the customers of all firms of the market, at the end",
        formula: Formula::Ratio(
            |facts| facts.customers as f64,
            |facts| facts.customers_of_all as f64,
        ),
    },
    Measure {
        id: "rivals_customers",
        title: "Rivals' customers",
        unit: Unit::Count,
        meaning: "customers of all other firms of the market at the end",
        formula: Formula::Plain(|facts| {
            Some(facts.customers_of_all.saturating_sub(facts.customers) as f64)
        }),
    },
    Measure {
        id: "rivals_profit",
        title: "Rivals' profit",
        unit: Unit::Money,
        meaning: "profit of all other firms of the market together",
        formula: Formula::Plain(|facts| Some(facts.rivals_profit.to_number())),
    },
    Measure {
        id: "won_from_rivals",
        title: "Won from rivals",
        unit: Unit::Count,
        meaning: "of the acquisitions, customers of a rival who left it for the firm",
        formula: Formula::Plain(|facts| Some(facts.won_from_rivals as f64)),
    },
    Measure {
        id: "lost_to_rivals",
        title: "Lost to rivals",
        unit: Unit::Count,
        meaning: "of the losses, customers who left the firm for a rival",
        formula: Formula::Plain(|facts| Some(facts.left[Reason::Rival as usize] as f64)),
    },
];
