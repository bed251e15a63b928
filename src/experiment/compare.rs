//! Compare: means of each strategy, paired differences between them, and the one verdict.

mod crossing;

pub use crossing::{crossing_week, cumulative_gap};

use super::replicate::Batch;
use super::statistics::{
    Difference, Estimate, difference, difference_of_ratios, estimate, ratio_of_sums,
};
use super::verdict::{self, Verdict};
use crate::draws::Draws;
use crate::facts::Facts;
use crate::measures::{self, Formula, Measure};
use crate::quantity::{Quantity, week_of_month};
use crate::scenario::Scenario;

/// The months at which results are shown, as far as the horizon reaches.
pub const MONTHS: [u32; 4] = [3, 12, 36, 60];

/// A moment at which results are shown: a month, or the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The month; `None` at the horizon.
    pub month: Option<u32>,
    /// The week.
    pub week: u32,
}

impl Moment {
    /// A measure's id at this moment: bare at the horizon, `id@month` before.
    #[must_use]
    pub fn name(self, id: &str) -> String {
        self.month.map_or_else(|| id.to_owned(), |month| format!("{id}@{month}"))
    }
}

/// The moments of a horizon, the horizon last.
#[must_use]
pub fn moments(horizon: u32) -> Vec<Moment> {
    let months =
        MONTHS.into_iter().map(|month| Moment { month: Some(month), week: week_of_month(month) });
    let horizon = Moment { month: None, week: horizon };
    months.filter(|moment| moment.week <= horizon.week).chain([horizon]).collect()
}

/// One number of one strategy.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The measure.
    pub measure: &'static Measure,
    /// When.
    pub moment: Moment,
    /// The strategy's place in the scenario.
    pub strategy: usize,
    /// Mean or ratio, with interval; `None` where there is nothing to tell.
    pub estimate: Option<Estimate>,
}

/// One number of one strategy less that of another, world by world.
#[derive(Clone, Debug)]
pub struct Contrast {
    /// The measure.
    pub measure: &'static Measure,
    /// When.
    pub moment: Moment,
    /// The strategy's place in the scenario.
    pub strategy: usize,
    /// The other's place.
    pub against: usize,
    /// The paired difference; `None` where there is nothing to tell.
    pub difference: Option<Difference>,
}

/// All that a batch of replications says.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The moments.
    pub moments: Vec<Moment>,
    /// Every measure of every strategy at every moment.
    pub summaries: Vec<Summary>,
    /// Every measure of every pair of strategies at every moment.
    pub contrasts: Vec<Contrast>,
    /// Who is better, if that can be told.
    pub verdict: Verdict,
}

impl Comparison {
    /// Compares the strategies of a batch.
    #[must_use]
    pub fn of(scenario: &Scenario, people: usize, batch: &Batch) -> Self {
        let moments = moments(scenario.rules.horizon);
        let sums = Sums::of(scenario, batch, &moments);
        let strategies = scenario.strategies.len();
        let (mut summaries, mut contrasts) = (Vec::new(), Vec::new());
        for (at, &moment) in moments.iter().enumerate() {
            for measure in measures::all() {
                for strategy in 0..strategies {
                    let estimate = sums.estimate(measure, at, strategy);
                    summaries.push(Summary { measure, moment, strategy, estimate });
                    for against in strategy + 1..strategies {
                        let difference = sums.difference(measure, at, (strategy, against));
                        contrasts.push(Contrast { measure, moment, strategy, against, difference });
                    }
                }
            }
        }
        let verdict = verdict::of(scenario, people, &sums);
        Self { moments, summaries, contrasts, verdict }
    }

    /// The moments to show to people: the horizon is left out where it is a month already shown.
    pub fn shown_moments(&self) -> impl Iterator<Item = Moment> {
        let horizon = self.moments.last().map(|moment| moment.week);
        let months = self.moments.iter().filter(|moment| moment.month.is_some());
        let last_is_month = months.clone().any(|moment| Some(moment.week) == horizon);
        self.moments.iter().copied().filter(move |moment| moment.month.is_some() || !last_is_month)
    }

    /// One strategy's number at the horizon.
    #[must_use]
    pub fn at_horizon(&self, measure: &str, strategy: usize) -> Option<Estimate> {
        let wanted = |s: &&Summary| {
            s.measure.id == measure && s.strategy == strategy && s.moment.month.is_none()
        };
        self.summaries.iter().find(wanted)?.estimate
    }

    /// The paired difference of two strategies at a moment, first minus second.
    #[must_use]
    pub fn difference(
        &self,
        measure: &str,
        moment: Moment,
        strategy: usize,
        against: usize,
    ) -> Option<Difference> {
        let wanted = |c: &&Contrast| {
            c.measure.id == measure
                && c.moment == moment
                && c.strategy == strategy
                && c.against == against
        };
        self.contrasts.iter().find(wanted)?.difference
    }
}

/// The facts of every run added up to every moment.
#[derive(Debug)]
pub struct Sums {
    /// By moment, strategy and replication.
    facts: Vec<Vec<Vec<Facts>>>,
    absent: usize,
    draws: Draws,
}

impl Sums {
    fn of(scenario: &Scenario, batch: &Batch, moments: &[Moment]) -> Self {
        let strategies = scenario.strategies.len();
        let facts = moments.iter().map(|moment| {
            let of = |strategy| {
                batch
                    .runs
                    .iter()
                    .filter(|run| run.strategy == strategy)
                    .map(|run| run.up_to(moment.week))
                    .collect()
            };
            (0..strategies).map(of).collect()
        });
        Self { facts: facts.collect(), absent: strategies - 1, draws: Draws::from_seed(batch.seed) }
    }

    /// One number for each replication, at the horizon.
    #[must_use]
    pub fn values_at_horizon(&self, measure: &Measure, strategy: usize) -> Vec<f64> {
        let facts = self.facts.last().map_or(&[][..], |moment| &moment[strategy]);
        facts.iter().filter_map(|facts| measure.of(facts)).collect()
    }

    fn estimate(&self, measure: &Measure, at: usize, strategy: usize) -> Option<Estimate> {
        if let Formula::Plain(of) = measure.formula {
            let values: Option<Vec<f64>> = self.facts[at][strategy].iter().map(of).collect();
            return estimate(&values?);
        }
        let (above, below) = self.parts(measure, at, strategy)?;
        ratio_of_sums(&above, &below, self.draws)
    }

    fn difference(
        &self,
        measure: &Measure,
        at: usize,
        (a, b): (usize, usize),
    ) -> Option<Difference> {
        if let Formula::Plain(of) = measure.formula {
            let values = |strategy: usize| {
                self.facts[at][strategy].iter().map(of).collect::<Option<Vec<f64>>>()
            };
            return difference(&values(a)?, &values(b)?);
        }
        let (a, b) = (self.parts(measure, at, a)?, self.parts(measure, at, b)?);
        difference_of_ratios((&a.0, &a.1), (&b.0, &b.1), self.draws)
    }

    /// What stands above and below the line of a ratio, for each replication.
    fn parts(&self, measure: &Measure, at: usize, strategy: usize) -> Option<(Vec<f64>, Vec<f64>)> {
        let (own, absent) = (&self.facts[at][strategy], &self.facts[at][self.absent]);
        let pairs = own.iter().zip(absent);
        match measure.formula {
            Formula::Plain(_) => None,
            Formula::Ratio(above, below) => {
                Some(own.iter().map(|facts| (above(facts), below(facts))).unzip())
            }
            // Without spending of its own a strategy has no cost of what it brought.
            Formula::Incremental(..)
                if own.iter().all(|facts| facts.books.spend().to_number() == 0.0) =>
            {
                None
            }
            Formula::Incremental(above, below) => {
                let beyond: (Vec<f64>, Vec<f64>) = pairs
                    .map(|(own, none)| (above(own) - above(none), below(own) - below(none)))
                    .unzip();
                // What brought nothing beyond has no cost for each.
                (beyond.1.iter().sum::<f64>() > 0.0).then_some(beyond)
            }
        }
    }
}
