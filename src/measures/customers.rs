//! Customers: who stays, who leaves, how many there are.

use super::{Formula, Measure, Unit, ratio};
use crate::facts::Facts;
use crate::firms::Reason;

fn left(facts: &Facts, reason: Reason) -> f64 {
    facts.left[reason as usize] as f64
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    Measure {
        id: "retention",
        title: "Retention",
        unit: Unit::Share,
        meaning: "share of the customers of week 0 who have never left since: the same people under every strategy",
        formula: Formula::Plain(|facts| ratio(facts.loyal as f64, facts.customers_at_start as f64)),
    },
    Measure {
        id: "churn",
        title: "Churn",
        unit: Unit::Share,
        meaning: "customers lost for each customer and week",
        formula: Formula::Ratio(
            |facts| facts.left_all() as f64,
            |facts| facts.customer_weeks as f64,
        ),
    },
    Measure {
        id: "customers",
        title: "Customers",
        unit: Unit::Count,
        meaning: "customers at the end",
        formula: Formula::Plain(|facts| Some(facts.customers as f64)),
    },
    Measure {
        id: "customers_core",
        title: "Customers of the core",
        unit: Unit::Count,
        meaning: "customers at the end who are of the core segment; all of them where people.segments.core is 1",
        formula: Formula::Plain(|facts| {
            Some(facts.customers.saturating_sub(facts.customers_other) as f64)
        }),
    },
    Measure {
        id: "customers_other",
        title: "Customers beyond the core",
        unit: Unit::Count,
        meaning: "customers at the end who are not of the core segment",
        formula: Formula::Plain(|facts| Some(facts.customers_other as f64)),
    },
    Measure {
        id: "losses",
        title: "Losses",
        unit: Unit::Count,
        meaning: "customers who left",
        formula: Formula::Plain(|facts| Some(facts.left_all() as f64)),
    },
    Measure {
        id: "losses_payment",
        title: "Losses by failed payment",
        unit: Unit::Count,
        meaning: "customers lost because a payment failed; no strategy can touch these",
        formula: Formula::Plain(|facts| Some(left(facts, Reason::Payment))),
    },
    Measure {
        id: "losses_judgement",
        title: "Losses by own judgement",
        unit: Unit::Count,
        meaning: "customers who left because the offer was not worth it to them, or in the company of others who lean towards leaving",
        formula: Formula::Plain(|facts| Some(left(facts, Reason::Judgement))),
    },
    Measure {
        id: "losses_irritation",
        title: "Losses by annoyance",
        unit: Unit::Count,
        meaning: "customers who left because messages annoyed them, or reminded them that they could",
        formula: Formula::Plain(|facts| Some(left(facts, Reason::Irritation))),
    },
    Measure {
        id: "losses_circle",
        title: "Losses by trouble around",
        unit: Unit::Count,
        meaning: "customers who left because of trouble that met their whole circle",
        formula: Formula::Plain(|facts| Some(left(facts, Reason::Circle))),
    },
    Measure {
        id: "losses_contagion",
        title: "Losses by contagion",
        unit: Unit::Count,
        meaning: "customers who left because people whom they seek had left",
        formula: Formula::Plain(|facts| Some(left(facts, Reason::Contagion))),
    },
    Measure {
        id: "aware",
        title: "People aware",
        unit: Unit::Count,
        meaning: "people who know the firm and are not its customers; reported only, as the response to an impression is already that of its whole life",
        formula: Formula::Plain(|facts| Some(facts.aware as f64)),
    },
];
