//! The audit: does the machine favour anybody? One check in each file, after the neutrality protocol of the catalogue.
//!
//! Some must hold exactly, whatever the scenario: a strategy equals itself, names are not read,
//! and where nothing works a strategy loses its cost. Missing one is a fault of the program, as are more
//! false alarms than the verdict promises. Who wins where in the plausible space is
//! no fault but a finding; if one side never wins, the model deserves suspicion, and that is said.

pub mod alarms;
pub mod bench;
pub mod case;
pub mod doses;
pub mod exact;
pub mod extremes;
pub mod identity;
pub mod labels;
pub mod null_worlds;
pub mod points;
pub mod search;

use crate::evidence::{Depth, Verdict};
use crate::measures::Measure;
use alarms::Alarm;
use bench::{Bench, Duel, Effort};
use case::Case;
use doses::Dose;
use exact::Exact;
use extremes::Extreme;
use points::{Found, Shares};

/// What is to be audited.
#[derive(Debug)]
pub struct Plan {
    /// The scenario and its sides.
    pub case: Case,
    /// The seed of all luck.
    pub seed: u64,
    /// How much is spent on it.
    pub depth: Depth,
}

/// What an audit found.
#[derive(Debug)]
pub struct Audit {
    /// The scenario's name.
    pub scenario: String,
    /// The two sides.
    pub sides: [String; 2],
    /// What the command line sets in it.
    pub set: Vec<String>,
    /// The measure that decides.
    pub measure: &'static Measure,
    /// Whether it is told for 1,000 people.
    pub per_thousand: bool,
    /// The seed of all luck.
    pub seed: u64,
    /// How much was spent on it.
    pub depth: Depth,
    /// How much each check was worth.
    pub effort: Effort,
    /// People of a world, weeks of a life.
    pub size: (usize, u32),
    /// What must hold exactly.
    pub exact: Vec<Exact>,
    /// How the lead responds to each mechanism.
    pub doses: Vec<Dose>,
    /// What was found at each point of the plausible space.
    pub found: Vec<Found>,
    /// The worlds that are best for either side.
    pub extremes: Vec<Extreme>,
    /// How often the verdict called one of equals the better one.
    pub alarms: Vec<Alarm>,
}

impl Plan {
    fn bench<'a>(&'a self, done: &'a (dyn Fn(u64) + Sync)) -> Bench<'a> {
        Bench { case: &self.case, effort: Effort::of(self.depth), seed: self.seed, done }
    }

    /// How many thousand person-weeks the audit takes.
    #[must_use]
    pub fn cost(&self) -> u64 {
        let bench = self.bench(&|_| ());
        let checks = [
            identity::cost,
            labels::cost,
            null_worlds::cost,
            alarms::cost,
            doses::cost,
            points::cost,
            extremes::cost,
        ];
        checks.iter().map(|cost| cost(&bench)).sum()
    }

    /// Audits. `done` is told after each piece of work how many thousand person-weeks it was;
    /// `None` where the scenario cannot be read.
    #[must_use]
    pub fn carry_out(&self, done: &(dyn Fn(u64) + Sync)) -> Option<Audit> {
        let bench = self.bench(done);
        let Duel { scenario, .. } = bench.duel()?;
        let exact = [identity::check(&bench), labels::check(&bench), null_worlds::check(&bench)];
        let alarms = alarms::check(&bench);
        let doses = doses::check(&bench);
        let found = points::check(&bench);
        let extremes = extremes::check(&bench, &found);
        Some(Audit {
            scenario: self.case.name.clone(),
            sides: self.case.sides.clone(),
            // The first text is the file.
            set: self.case.document.texts[1..].iter().map(|text| text.text.clone()).collect(),
            measure: scenario.measure,
            per_thousand: bench::grows(scenario.measure),
            seed: self.seed,
            depth: self.depth,
            effort: bench.effort,
            size: (self.case.ground.people(&scenario), scenario.rules.horizon),
            exact: exact.concat(),
            doses,
            found,
            extremes,
            alarms,
        })
    }
}

impl Audit {
    /// Whether all holds that must hold.
    #[must_use]
    pub fn holds(&self) -> bool {
        let exact = self.exact.iter().all(|exact| exact.verdict() != Verdict::Fails);
        exact && !self.exact.is_empty() && !self.alarms.iter().any(Alarm::is_fault)
    }

    /// The shares of the plausible space.
    #[must_use]
    pub fn shares(&self) -> Shares {
        Shares::of(&self.found, &self.sides)
    }
}
