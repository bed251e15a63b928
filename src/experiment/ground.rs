//! The ground of an experiment: what is the same in every replication, read once from the user's files.

use crate::document::nearest;
use crate::draws::Draws;
use crate::population::start::Given;
use crate::population::{
    Census, Generator, ImportProblem, ImportReport, Imported, Network, PeopleTable, census, import,
};
use crate::scenario::{Scenario, Source};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::OnceLock;

/// What is read once and shared by all replications.
#[derive(Debug, Default)]
pub struct Ground {
    imported: Option<Imported>,
    /// Attributes that a people table gives.
    pub given: Given,
    /// What there is to know of the first replication's network, once it is drawn.
    census: OnceLock<Census>,
}

impl Ground {
    /// Reads the files that a scenario names, if it names any.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn lay(scenario: &Scenario) -> Result<Self, Vec<ImportProblem>> {
        let Source::Imported(settings) = &scenario.source else {
            return Ok(Self::default());
        };
        let imported = import(settings)?;
        let given = imported.table.as_ref().map_or_else(|| Ok(Given::default()), given)?;
        Ok(Self { imported: Some(imported), given, census: OnceLock::new() })
    }

    /// The network of a replication: the imported one, or a new draw.
    #[must_use]
    pub fn network(&self, scenario: &Scenario, lasting: Draws) -> Cow<'_, Network> {
        match (&self.imported, &scenario.source) {
            (Some(imported), _) => Cow::Borrowed(&imported.network),
            (None, Source::Generated { generator, people }) => {
                Cow::Owned(generator.generate(*people, lasting))
            }
            (None, Source::Imported(_)) => {
                unreachable!("the ground is laid before it is built upon")
            }
        }
    }

    /// How many people each market has.
    #[must_use]
    pub fn people(&self, scenario: &Scenario) -> usize {
        match (&self.imported, &scenario.source) {
            (Some(imported), _) => imported.report.people,
            (None, Source::Generated { people, .. }) => *people,
            (None, Source::Imported(_)) => 0,
        }
    }

    /// About how many ties each market has, without making one: as many for each person as a small
    /// network by the same generator.
    #[must_use]
    pub fn expected_ties(&self, scenario: &Scenario) -> u64 {
        const SAMPLE: usize = 2000;
        match (&self.imported, &scenario.source) {
            (Some(imported), _) => imported.network.graph.edge_count() as u64,
            (None, Source::Generated { generator, people }) => {
                let sample = SAMPLE.min(*people).max(1);
                let ties =
                    generator.generate(sample, Draws::from_seed(0)).graph.edge_count() as u64;
                let people = *people as u64;
                // Where everybody knows everybody, ties grow with the square.
                let more = if matches!(generator, Generator::Complete) { people } else { 1 };
                let than = if more > 1 { sample as u64 } else { 1 };
                ties * people / sample as u64 * more / than
            }
            (None, Source::Imported(_)) => 0,
        }
    }

    /// What was found in the user's files.
    #[must_use]
    pub fn report(&self) -> Option<&ImportReport> {
        self.imported.as_ref().map(|imported| &imported.report)
    }

    /// The columns of the people table that the model does not know, each with the one that may have been meant.
    #[must_use]
    pub fn unused_columns(&self) -> Vec<(String, Option<&'static str>)> {
        let table = self.imported.as_ref().and_then(|imported| imported.table.as_ref());
        let unused = table.map_or_else(Vec::new, |table| table.unused(&ATTRIBUTES));
        let with_nearest = |column: String| {
            let near = nearest(&column, &ATTRIBUTES);
            (column, near)
        };
        unused.into_iter().map(with_nearest).collect()
    }

    /// Copies of the user's files, by their names in a folder of results.
    #[must_use]
    pub fn files(&self) -> &[(PathBuf, Vec<u8>)] {
        self.imported.as_ref().map_or(&[], |imported| &imported.files)
    }

    /// Notes what there is to know of the first replication's network, which then need not be drawn again.
    pub fn note(&self, first: &Network) {
        let _ = self.census.get_or_init(|| census(first));
    }

    /// What there is to know of the network: of the imported one, or of the first replication's.
    #[must_use]
    pub fn census(&self, scenario: &Scenario, seed: u64) -> &Census {
        let first = || self.network(scenario, Draws::from_seed(seed).in_replication(0));
        self.census.get_or_init(|| census(&first()))
    }
}

/// The columns of a people table that the model knows, beside the person's id and circle.
pub const ATTRIBUTES: [&str; 6] =
    ["sociability", "base_value", "ad_tolerance", "fit", "frailty", "customer"];

/// What a people table gives of [`ATTRIBUTES`]. Other columns are the user's own.
fn given(table: &PeopleTable) -> Result<Given, Vec<ImportProblem>> {
    let mut problems = Vec::new();
    let mut column = |name: &str, range: RangeInclusive<f64>| match table.number(name, &range) {
        None => Vec::new(),
        Some(Ok(numbers)) => {
            numbers.into_iter().map(|number| number.map(|number| number as f32)).collect()
        }
        Some(Err(problem)) => {
            problems.push(problem);
            Vec::new()
        }
    };
    let [sociability, base_value, ad_tolerance, fit, frailty, customer] = ATTRIBUTES;
    let given = Given {
        sociability: column(sociability, 0.0..=10_000.0),
        base_value: column(base_value, 0.0..=1e9),
        ad_tolerance: column(ad_tolerance, 0.0..=1.0),
        fit: column(fit, 0.0..=1.0),
        frailty: column(frailty, 0.0..=1000.0),
        customer: column(customer, 0.0..=1.0),
    };
    if problems.is_empty() { Ok(given) } else { Err(problems) }
}
