//! A claim as a hypothesis: what is compared, by which measure, by how much, after how many weeks, fixed before any of it was run.

use super::super::Expected;
use super::super::space::scenario_at;
use crate::measures::{self, Measure, Unit};
use crate::stories;
use std::path::PathBuf;

/// A claim of the source texts, declared once.
#[derive(Debug)]
pub struct Claim {
    /// Its id, which is the name of its scenario.
    pub id: &'static str,
    /// What is tested, in one sentence.
    pub statement: &'static str,
    /// What the text claims besides, and this does not test.
    pub besides: &'static str,
    /// How it is tested.
    pub test: Test,
}

/// How a claim is tested.
#[derive(Debug)]
pub enum Test {
    /// By this hypothesis.
    By(Hypothesis),
    /// The model cannot speak to it, for this reason.
    Untestable(&'static str),
}

/// What must be true if the claim is.
#[derive(Debug)]
pub struct Hypothesis {
    /// The one measure. Totals (money over the whole time, counts) are taken for 1,000 people.
    pub measure: &'static str,
    /// What is compared.
    pub compared: Compared,
    /// The direction and the margin, in the measure's unit.
    pub expected: Expected,
    /// The horizon: that of the scenario.
    pub weeks: u32,
    /// What the model puts in by assumption, and what therefore does not speak for the claim.
    pub put_in: &'static str,
}

/// What is compared: numbers of which each must lie where the hypothesis expects it.
#[derive(Debug)]
pub enum Compared {
    /// The measure under one strategy less that under another, world by world.
    Differences(&'static [(&'static str, &'static str)]),
    /// Another number.
    Score {
        /// The strategies whose values it takes, in this order.
        strategies: &'static [&'static str],
        /// What the number is.
        says: &'static str,
        /// One number for each replication, each seen from the other replications.
        of: Score,
    },
}

/// A number for each replication, from the values of each replication and strategy.
pub type Score = fn(&[Vec<f64>]) -> Vec<f64>;

/// The margins: one for each measure and the same for all claims, about what the worth of two
/// customers is in a market of 1,000 people. A customer of the default market brings about 50
/// money beyond what he costs, so two of them are the margin that a scenario has by default.
pub mod margin {
    /// Profit and customer equity, money and 1,000 people.
    pub const MONEY: f64 = 100.0;
    /// Revenue, money and 1,000 people: a fifth of what a customer pays is left to the firm.
    pub const REVENUE: f64 = 500.0;
    /// Customers, and people who join, of 1,000.
    pub const PEOPLE: f64 = 2.0;
    /// Trust, and the share of customers who stay: one in a hundred of 150 to 300.
    pub const SHARE: f64 = 0.01;
    /// Public opinion, of which the range is twice that of a share.
    pub const OPINION: f64 = 0.02;
    /// What the mean customer would pay in a week: a hundredth of the usual price.
    pub const PAY: f64 = 0.05;
    /// The value of contact portfolios is a mean over all people, of whom the firm reaches those
    /// who are customers, less than a fifth: a hundredth among them is this among all.
    pub const PORTFOLIO: f64 = 0.0015;
}

impl Claim {
    /// The scenario: the name of its file, and its text.
    #[must_use]
    pub fn scenario(&self) -> (PathBuf, &'static str) {
        let text = stories::claims().iter().find(|story| story.name == self.id);
        let text = text.map_or("", |story| story.text);
        (PathBuf::from(format!("{}.toml", self.id)), text)
    }

    /// The title of its scenario.
    #[must_use]
    pub fn title(&self) -> String {
        let (file, text) = self.scenario();
        let scenario = scenario_at((&file, text), &[], None);
        scenario.ok().and_then(|scenario| scenario.title).unwrap_or_default()
    }

    /// The hypothesis, where there is one.
    #[must_use]
    pub const fn hypothesis(&self) -> Option<&Hypothesis> {
        match &self.test {
            Test::By(hypothesis) => Some(hypothesis),
            Test::Untestable(_) => None,
        }
    }
}

impl Hypothesis {
    /// The measure.
    #[must_use]
    pub fn measure(&self) -> &'static Measure {
        measures::by_id(self.measure)
            .unwrap_or_else(|| unreachable!("{} is a measure", self.measure))
    }

    /// By what a value in a market of so many people is multiplied: totals are stated for 1,000.
    #[must_use]
    pub fn scale(&self, people: usize) -> f64 {
        let measure = self.measure();
        let is_total = measure.is_total() || measure.unit == Unit::Count;
        if is_total { 1000.0 / people as f64 } else { 1.0 }
    }
}

impl Compared {
    /// The strategies that are needed, each once.
    #[must_use]
    pub fn strategies(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        let all: Vec<&'static str> = match self {
            Self::Differences(pairs) => {
                pairs.iter().flat_map(|(one, other)| [*one, *other]).collect()
            }
            Self::Score { strategies, .. } => strategies.to_vec(),
        };
        for name in all {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether one life of a world tells nothing without another.
    #[must_use]
    pub const fn needs_others(&self) -> bool {
        matches!(self, Self::Score { .. })
    }

    /// What each of the compared numbers is.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Differences(pairs) => {
                pairs.iter().map(|(one, other)| format!("{one} less {other}")).collect()
            }
            Self::Score { says, .. } => vec![(*says).to_owned()],
        }
    }

    /// The compared numbers, each for every replication, from the values of each replication and
    /// strategy.
    #[must_use]
    pub fn scores(&self, values: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let Self::Differences(pairs) = self else {
            let Self::Score { of, .. } = self else { return Vec::new() };
            return vec![of(values)];
        };
        let names = self.strategies();
        let place = |name: &str| names.iter().position(|known| *known == name).unwrap_or_default();
        let differences = |(one, other): &(&str, &str)| {
            let (one, other) = (place(one), place(other));
            values.iter().map(|values| values[one] - values[other]).collect()
        };
        pairs.iter().map(differences).collect()
    }
}
