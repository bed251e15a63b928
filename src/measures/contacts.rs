//! Contacts: people's contact portfolios, and what became of the ties that a firm brokered.

use super::{Formula, Measure, Unit};
use crate::facts::{Facts, Portfolio};

fn per_person(facts: &Facts, of: impl Fn(Portfolio) -> f64) -> Option<f64> {
    let portfolio = facts.portfolio?;
    (portfolio.people > 0).then(|| of(portfolio) / portfolio.people as f64)
}

const fn state(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Number, meaning, formula: Formula::Plain(of) }
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    state(
        "portfolio_value",
        "Value of contact portfolios",
        "need-weighted value of a person's ties, from 0 to 1, whoever brokered them",
        |facts| per_person(facts, |portfolio| portfolio.value),
    ),
    state("portfolio_strong", "Strong ties", "strong ties of the mean person", |facts| {
        per_person(facts, |p| p.strong as f64)
    }),
    state("portfolio_weak", "Weak ties", "weak ties of the mean person", |facts| {
        per_person(facts, |p| p.weak as f64)
    }),
    state(
        "portfolio_dormant",
        "Dormant ties",
        "ties of the mean person without contact for long",
        |facts| per_person(facts, |p| p.dormant as f64),
    ),
    state("portfolio_new", "New ties", "ties of the mean person that formed lately", |facts| {
        per_person(facts, |p| p.new as f64)
    }),
    Measure {
        id: "ties_formed",
        title: "Brokered ties formed",
        unit: Unit::Count,
        meaning: "ties that introductions of firms made, those of rivals included",
        formula: Formula::Plain(|facts| Some(facts.ties_brokered as f64)),
    },
    Measure {
        id: "ties_kept",
        title: "Brokered ties kept",
        unit: Unit::Count,
        meaning: "ties that the firm's introductions made and that are alive",
        formula: Formula::Plain(|facts| {
            Some(facts.ties_brokered as f64 - facts.ties_brokered_lost as f64)
        }),
    },
    Measure {
        id: "ties_lost",
        title: "Brokered ties lost",
        unit: Unit::Count,
        meaning: "ties that the firm's introductions made and that are gone",
        formula: Formula::Plain(|facts| Some(facts.ties_brokered_lost as f64)),
    },
    Measure {
        id: "ties_year_old",
        title: "Brokered ties alive after a year",
        unit: Unit::Share,
        meaning: "share of brokered ties that are alive a year after they began",
        formula: Formula::Ratio(
            |facts| facts.ties_brokered_year_old as f64,
            |facts| facts.ties_brokered_year_ago as f64,
        ),
    },
];
