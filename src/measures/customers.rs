//! Customers: who stays, who leaves, how many there are.

use super::{Formula, Measure, Unit, ratio};

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
        formula: Formula::Ratio(|facts| facts.left_all() as f64, |facts| facts.customer_weeks as f64),
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
        formula: Formula::Plain(|facts| Some(facts.left[0] as f64)),
    },
    Measure {
        id: "losses_contagion",
        title: "Losses by contagion",
        unit: Unit::Count,
        meaning: "customers who left because people whom they seek had left",
        formula: Formula::Plain(|facts| Some(facts.left[3] as f64)),
    },
    Measure {
        id: "aware",
        title: "People aware",
        unit: Unit::Count,
        meaning: "people who know the firm and are not its customers; reported only, as the response to an impression is already that of its whole life",
        formula: Formula::Plain(|facts| Some(facts.aware as f64)),
    },
];
