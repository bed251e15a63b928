//! A real history: who knew whom, and in which period each person adopted.

use crate::population::{
    ImportProblem, ImportSettings, Neighbourhoods, Network, PeopleTable, import,
};
use std::path::Path;

/// The column of the people table that says when a person adopted.
const COLUMN: &str = "adopted_at";

/// The period of whoever had not adopted when the study ended.
pub const NEVER: u32 = u32::MAX;

/// The fewest periods that can be cut in half, with more than one period in each.
const FEWEST_PERIODS: u32 = 4;

/// The most periods: a study is not longer than the engine's longest horizon.
const MOST_PERIODS: u32 = 1040;

/// Who knew whom, and who adopted when.
#[derive(Clone, Debug)]
pub struct History {
    /// Who knew whom.
    pub network: Network,
    /// Whether the people table says to which community each person belongs.
    pub communities_given: bool,
    /// The period in which each person adopted, counted from 1: 0 before the first, [`NEVER`] not
    /// within the study.
    pub adopted: Vec<u32>,
    /// How many periods the study has: it ends with the last adoption.
    pub periods: u32,
}

impl History {
    /// Reads `ties.csv` and `people.csv` of a folder.
    ///
    /// # Errors
    /// All that is wrong with the files.
    pub fn read(folder: &Path) -> Result<Self, Vec<ImportProblem>> {
        let [ties, people] = ["ties.csv", "people.csv"].map(|name| folder.join(name));
        let missing = [&ties, &people].map(|file| missing(file)).into_iter().flatten();
        let missing: Vec<ImportProblem> = missing.collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let settings = ImportSettings { ties, people: Some(people.clone()), weight: None };
        let imported = import(&settings)?;
        let Some(table) = imported.table else {
            unreachable!("a table of the people was asked for")
        };
        let adopted = periods(&table).map_err(|problem| vec![problem])?;
        Self::new(imported.network, adopted, imported.report.circles_given)
            .map_err(|(what, help)| vec![about(&people, what, &help)])
    }

    /// A history of these people and times, if it can be cut in half; what is wrong and what would
    /// be right otherwise.
    ///
    /// # Errors
    /// Where there are too few periods, or nobody adopts early enough.
    pub fn new(
        network: Network,
        adopted: Vec<u32>,
        communities_given: bool,
    ) -> Result<Self, (String, String)> {
        let last = adopted.iter().copied().filter(|&period| period != NEVER).max();
        let Some(periods) = last else {
            return Err((
                "nobody adopts".to_owned(),
                format!("write into `{COLUMN}` in which period each adopter adopted"),
            ));
        };
        if periods < FEWEST_PERIODS {
            return Err((
                format!("the last adoption is in period {periods}, but the study must have at least {FEWEST_PERIODS}"),
                "half of the periods are for fitting and half for foretelling; take shorter ones, such as months for years".to_owned(),
            ));
        }
        let history = Self { network, communities_given, adopted, periods };
        let half = history.half();
        if !history.adopted.iter().any(|period| (1..=half).contains(period)) {
            return Err((
                format!(
                    "nobody adopts in the first half of the {periods} periods, that is from 1 to {half}"
                ),
                "count the periods from the first adoption on; there is nothing to fit before it"
                    .to_owned(),
            ));
        }
        Ok(history)
    }

    /// How many people there are.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.adopted.len()
    }

    /// The last period of the first half, on which models are fitted.
    #[must_use]
    pub const fn half(&self) -> u32 {
        self.periods / 2
    }

    /// Whether a person has adopted when a period ends.
    #[must_use]
    pub fn has_adopted(&self, person: usize, period: u32) -> bool {
        self.adopted[person] <= period
    }

    /// How many have adopted when a period ends.
    #[must_use]
    pub fn adopters(&self, period: u32) -> usize {
        self.adopted.iter().filter(|&&adopted| adopted <= period).count()
    }
}

/// By what people are surrounded: whom they see adopt.
#[derive(Clone, Debug)]
pub enum Surroundings {
    /// Those whom they know; the influence is counted for each.
    Ties(Neighbourhoods),
    /// Everybody: the share of all people who have adopted when each period ends, as in the Bass model.
    Everybody(Vec<f64>),
}

impl Surroundings {
    /// The ties of a network.
    #[must_use]
    pub fn ties(network: &Network) -> Self {
        Self::Ties(network.neighbourhoods())
    }

    /// All people of a history.
    #[must_use]
    pub fn everybody(history: &History) -> Self {
        let share = |period| history.adopters(period) as f64 / history.people() as f64;
        Self::Everybody((0..=history.periods).map(share).collect())
    }

    /// How many of those around a person have adopted when a period begins, or which share of
    /// everybody has.
    #[must_use]
    pub fn seen(&self, history: &History, person: usize, period: u32) -> f64 {
        match self {
            Self::Ties(around) => {
                let adopted = |&&other: &&u32| history.has_adopted(other as usize, period - 1);
                around.of(person).iter().filter(adopted).count() as f64
            }
            Self::Everybody(share) => share[period as usize - 1],
        }
    }
}

fn missing(file: &Path) -> Option<ImportProblem> {
    let help = format!(
        "a folder of diffusion data has ties.csv (source,target) and people.csv (id,{COLUMN})"
    );
    (!file.exists()).then(|| about(file, "there is no such file".to_owned(), &help))
}

fn periods(table: &PeopleTable) -> Result<Vec<u32>, ImportProblem> {
    let help = "count the periods of the study from 1 (0: before it began), and leave the field empty for who did not adopt";
    let adopted = table.whole(COLUMN, &(0..=MOST_PERIODS), help)?;
    Ok(adopted.into_iter().map(|period| period.unwrap_or(NEVER)).collect())
}

fn about(file: &Path, what: String, help: &str) -> ImportProblem {
    ImportProblem {
        file: file.to_owned(),
        line: None,
        text: None,
        what,
        help: Some(help.to_owned()),
    }
}
