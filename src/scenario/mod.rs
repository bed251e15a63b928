//! A scenario: who the people are, what the firm wants, which strategies it compares; one file in the order of POST.
//!
//! People, Objectives, Strategies, Technology, and last the experiment; shocks where there are any. Everything but one
//! strategy has a default. Reading never stops at the first fault: all are told at once, each
//! with its place and what would be right.

mod effective;
mod presets;
mod reading;
mod rivals;
mod strategies;

pub use effective::{Assumption, assumptions, effective};
pub use rivals::{Rival, Terms};
pub use strategies::PRESETS;

use crate::document::{Document, Problem};
use crate::measures::{self, Measure};
use crate::parameters::{Parameters, Spec};
use crate::population::start::{FirmPlan, Start};
use crate::population::traits::Traits;
use crate::population::{Generator, ImportSettings};
use crate::quantity::{Count, Horizon, Money, Share};
use crate::rules::{Rules, Visitor};
use crate::strategy::{ActPlan, Planning, QualityFailure, Strategy, Window};
use std::path::{Path, PathBuf};

crate::parameters! {
    /// How many people there are.
    pub Crowd in "people" {
        /// People in the market.
        count: Count = 5000.0, in 1.0 => 10_000_000.0, from "definition", grade Definition, role Input;
    }
}

crate::parameters! {
    /// What the firm wants, what it may spend, and what a customer is worth.
    pub Objectives in "objectives" {
        /// What every strategy may spend, money a week and 1,000 people of the market.
        budget: Money = 50.0, in 0.0 => 1_000_000.0, from "assumption; swept (about 7 % of the revenue of the first week)", grade Gap, role Input;
        /// Differences up to this, money and 1,000 people over the whole time, are practically nothing.
        margin: Money = 100.0, in 0.0 => 100_000_000.0, from "definition", grade Definition, role Input;
        /// What a customer pays in a week.
        price: Money = 5.0, in 0.01 => 1_000_000.0, from "definition", grade Definition, role Input;
        /// What serving a customer costs in a week.
        unit_cost: Money = 4.0, in 0.0 => 1_000_000.0, from "definition (a customer is worth about three times what advertising pays for one)", grade Definition, role Input;
        /// The chance that a week with the firm is a good one: its true quality.
        quality: Share = 0.85, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Yearly rate at which money is discounted.
        discount: Share = 0.1, in 0.0 => 0.5, from "Gupta, Lehmann and Stuart 2004: rates of about .10 to .12", grade RecalledMedium, role Input;
    }
}

crate::parameters! {
    /// How the comparison is made.
    pub Experiment in "experiment" {
        /// Twin worlds: each is a new draw of people, ties and luck, lived once under every strategy.
        replications: Count = 32.0, in 1.0 => 100_000.0, from "definition", grade Definition, role Input;
        /// Weeks that each world lives.
        weeks: Horizon = 156.0, in 1.0 => 1040.0, from "definition", grade Definition, role Input;
    }
}

/// Where the network comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Drawn anew in each replication.
    Generated {
        /// How.
        generator: Generator,
        /// For how many people.
        people: usize,
    },
    /// Read from files, the same in each replication.
    Imported(ImportSettings),
}

/// A scenario, read and checked.
#[derive(Debug)]
pub struct Scenario {
    /// Its name: that of the file, without ending.
    pub name: String,
    /// What it is about, if it says so.
    pub title: Option<String>,
    /// The question it asks, if it says so.
    pub question: Option<String>,
    /// Where the network comes from.
    pub source: Source,
    /// Who the people are.
    pub traits: Traits,
    /// How the market stands before the first week.
    pub start: Start,
    /// What the firm wants.
    pub objectives: Objectives,
    /// The measure that decides.
    pub measure: &'static Measure,
    /// The strategies in the order of the file, and at last the baseline.
    pub strategies: Vec<Strategy>,
    /// The other firms of the market, in the order of the file.
    pub rivals: Vec<Rival>,
    /// All rules.
    pub rules: Rules,
    /// How the comparison is made.
    pub experiment: Experiment,
}

impl Scenario {
    /// Reads a scenario. `file` is where the text comes from: it gives the scenario its name, and
    /// paths in it are relative to its folder.
    ///
    /// # Errors
    /// All problems that were found, with their places in the document.
    pub fn read(document: &Document, file: &Path) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let scenario = reading::read(document, file, &mut problems);
        if problems.is_empty() {
            Ok(scenario)
        } else {
            Problem::sort(&mut problems);
            Err(problems)
        }
    }

    /// What the firm is before the first week.
    #[must_use]
    pub const fn firm(&self) -> FirmPlan {
        FirmPlan {
            price: self.objectives.price,
            unit_cost: self.objectives.unit_cost,
            quality: self.objectives.quality,
            customers: self.start.customers,
        }
    }

    /// Visits every group of parameters that is not a programme's or a generator's.
    pub fn visit(&mut self, visitor: &mut impl Visitor) {
        if let Source::Generated { people, .. } = &mut self.source {
            let mut crowd = Crowd { count: Count(*people as f64) };
            visitor.group(&["people"], &mut crowd);
            *people = crowd.count.whole();
        }
        visitor.group(&["people", "traits"], &mut self.traits);
        visitor.group(&["people", "start"], &mut self.start);
        visitor.group(&["objectives"], &mut self.objectives);
        self.rules.visit(visitor);
        visitor.group(&["experiment"], &mut self.experiment);
        self.rules.discount = self.objectives.discount.0;
        self.rules.horizon = self.experiment.weeks.whole();
    }
}

/// What there is to know of every parameter of the model, in the order of a scenario.
#[must_use]
pub fn specs() -> Vec<Spec> {
    struct Collect(Vec<Spec>);
    impl Visitor for Collect {
        fn group<G: Parameters>(&mut self, _: &[&'static str], _: &mut G) {
            self.0.extend(G::specs());
        }
    }
    let mut people = Collect(Vec::new());
    people.0.extend(Crowd::specs());
    people.0.extend(Generator::specs());
    people.0.extend(Traits::specs());
    people.0.extend(Start::specs());
    Rules::default().visit(&mut people);
    let (people, technology): (Vec<Spec>, Vec<Spec>) =
        people.0.into_iter().partition(|spec| spec.table.starts_with("people"));
    [
        people,
        Objectives::specs(),
        Planning::specs(),
        Window::specs(),
        crate::programmes::specs(),
        Terms::specs(),
        QualityFailure::specs(),
        ActPlan::specs(),
        technology,
        Experiment::specs(),
    ]
    .concat()
}

/// The folder to which paths in a text of the document are relative.
fn folder_of(text: usize, file: &Path) -> PathBuf {
    // The first text is the file; what the command line sets is relative to where it is typed.
    let folder = if text == 0 { file.parent() } else { None };
    folder.map(Path::to_path_buf).unwrap_or_default()
}

/// The measure that decides where the scenario names none.
fn usual_measure() -> &'static Measure {
    measures::all()
        .find(|measure| measure.id == "profit")
        .unwrap_or_else(|| unreachable!("profit is a measure"))
}
