//! Value: money, and what lies behind it: trust, satisfaction, willingness to pay.

use super::{Formula, Measure, Unit, ratio};
use crate::facts::Facts;
use crate::quantity::Quantity;

const fn money(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Money, meaning, formula: Formula::Plain(of) }
}

fn per_customer(facts: &Facts, sum: f64) -> Option<f64> {
    ratio(sum, facts.customers as f64)
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    money("spend", "Spending", "what the programmes cost", |facts| {
        Some(facts.books.spend().to_number())
    }),
    money("unspent", "Not spent", "what the strategy was allowed and did not use", |facts| {
        Some(facts.books.unspent.to_number())
    }),
    money("revenue", "Revenue", "what customers paid", |facts| {
        Some(facts.books.revenue.to_number())
    }),
    money(
        "profit",
        "Profit",
        "revenue less the costs of serving and of the programmes: realised discounted cash",
        |facts| Some(facts.books.profit().to_number()),
    ),
    money(
        "equity",
        "Customer equity",
        "profit, and what living customers would still bring without any budget",
        |facts| facts.run_off.map(|run_off| facts.books.profit().to_number() + run_off),
    ),
    money(
        "willingness_to_pay",
        "Willingness to pay",
        "what the mean customer would pay in a week, not discounted",
        |facts| per_customer(facts, facts.willingness),
    ),
    Measure {
        id: "trust",
        title: "Trust",
        unit: Unit::Share,
        meaning: "mean trust of customers in the firm, from 0 to 1",
        formula: Formula::Plain(|facts| per_customer(facts, facts.trust)),
    },
    Measure {
        id: "norm",
        title: "Kind of relationship",
        unit: Unit::Share,
        meaning: "what customers take the relationship for, from 0 (business) to 1 (friendship)",
        formula: Formula::Plain(|facts| per_customer(facts, facts.norm)),
    },
    Measure {
        id: "satisfaction",
        title: "Satisfaction",
        unit: Unit::Share,
        meaning: "mean smoothed satisfaction of customers, from 0 to 1",
        formula: Formula::Plain(|facts| per_customer(facts, facts.experience)),
    },
    Measure {
        id: "benefit",
        title: "Benefit of help",
        unit: Unit::Share,
        meaning: "what the firm's help with contacts is worth to the mean customer, from 0 to 1",
        formula: Formula::Plain(|facts| per_customer(facts, facts.benefit)),
    },
];
