//! Measures: what is reported, named as the field names it. To add one, write it into a file here, or a new file and its name below.
//!
//! A measure reads the facts of any stretch of time: of a week, for the panel, or of all weeks
//! so far, for comparisons. A ratio with nothing below the line is missing, never zero; over
//! several replications it is the ratio of the sums.

use crate::facts::Facts;
use serde::Serialize;

/// The unit of a measure, which says how it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// How many.
    Count,
    /// A part of a whole.
    Share,
    /// An amount of money in the value of week 0.
    Money,
    /// A plain number.
    Number,
}

/// How a measure is calculated.
#[derive(Clone, Copy, Debug)]
pub enum Formula {
    /// A number for each run.
    Plain(fn(&Facts) -> Option<f64>),
    /// One sum over another.
    Ratio(fn(&Facts) -> f64, fn(&Facts) -> f64),
    /// One sum over another, both less what they are when the firm does nothing.
    Incremental(fn(&Facts) -> f64, fn(&Facts) -> f64),
}

/// Which way a measure is good news, where it may decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// Something that is reported.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Its stable id.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// What it means.
    pub meaning: &'static str,
    /// How it is calculated.
    pub formula: Formula,
}

impl Measure {
    /// The measure of one run, where one run suffices to tell.
    #[must_use]
    pub fn of(&self, facts: &Facts) -> Option<f64> {
        match self.formula {
            Formula::Plain(of) => of(facts),
            Formula::Ratio(above, below) => ratio(above(facts), below(facts)),
            Formula::Incremental(..) => None,
        }
    }
}

/// The measures that may decide, and which way each is good news. Followers, impressions and what
/// was spent are reported, never decisive.
const DECIDING: [(&str, Better); 16] = [
    ("profit", Better::Higher),
    ("equity", Better::Higher),
    ("revenue", Better::Higher),
    ("customers", Better::Higher),
    ("retention", Better::Higher),
    ("acquisitions", Better::Higher),
    ("acquisitions_first", Better::Higher),
    // For the claims about being recommended; it counts customers, not words.
    ("acquisitions_word_of_mouth", Better::Higher),
    ("willingness_to_pay", Better::Higher),
    ("trust", Better::Higher),
    ("satisfaction", Better::Higher),
    ("portfolio_value", Better::Higher),
    ("market_share", Better::Higher),
    ("opinion", Better::Higher),
    ("losses", Better::Lower),
    ("losses_contagion", Better::Lower),
];

/// The ids of the measures that may decide.
pub fn deciding() -> impl Iterator<Item = &'static str> {
    DECIDING.iter().map(|(id, _)| *id)
}

impl Measure {
    /// Which way the measure is good news; `None` where it never decides.
    #[must_use]
    pub fn better(&self) -> Option<Better> {
        DECIDING.iter().find(|(id, _)| *id == self.id).map(|(_, better)| *better)
    }

    /// Whether it is an amount of money over the whole time, for which a scenario's margin is
    /// stated. What the mean customer would pay in a week is money as well, but no such amount.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.unit == Unit::Money && self.id != "willingness_to_pay"
    }
}

/// One number over another; missing where there is nothing below the line.
#[must_use]
pub fn ratio(above: f64, below: f64) -> Option<f64> {
    (below != 0.0).then(|| above / below)
}

macro_rules! measures {
    ($($file:ident),+ $(,)?) => {
        $(pub mod $file;)+

        /// All measures, in the order of the tables.
        pub fn all() -> impl Iterator<Item = &'static Measure> {
            let families: &[&'static [Measure]] = &[$($file::MEASURES),+];
            families.to_vec().into_iter().flatten()
        }
    };
}

measures! {
    customers, acquisition, word_of_mouth, value, relations, contacts, help, community, funnel, reach, market
}

/// The measure of this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_an_id_of_its_own() {
        let mut ids: Vec<&str> = all().map(|measure| measure.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn only_money_over_the_whole_time_is_a_total() {
        let totals = deciding().filter(|id| by_id(id).is_some_and(Measure::is_total));
        assert_eq!(totals.collect::<Vec<_>>(), ["profit", "equity", "revenue"]);
    }

    #[test]
    fn a_ratio_of_nothing_is_missing() {
        let cost = by_id("acquisition_cost").expect("exists");
        assert_eq!(cost.of(&Facts::default()), None);
    }
}
