//! Draws networks at random: one file for each family of random graphs, and the choice among them.

mod acquaintances;
mod barabasi_albert;
mod communities;
mod complete;
mod configuration;
mod erdos_renyi;
mod sociability;
mod watts_strogatz;

pub use barabasi_albert::BarabasiAlbert;
pub use communities::Communities;
pub use configuration::Configuration;
pub use erdos_renyi::ErdosRenyi;
pub use watts_strogatz::WattsStrogatz;

use super::circles::find_circles;
use super::network::Network;
use crate::document::{Entry, Problem, Table};
use crate::draws::Draws;
use crate::parameters::{Parameters, Spec};
use acquaintances::Acquaintances;

/// The names of the generators' tables below `[people.network]`.
pub const NAMES: [&str; 6] = [
    "communities",
    "watts_strogatz",
    "barabasi_albert",
    "erdos_renyi",
    "configuration",
    "complete",
];

/// A family of random networks with its parameters.
#[derive(Clone, Debug)]
pub enum Generator {
    /// Circles of people who mostly know each other.
    Communities(Communities),
    /// A ring of neighbours with shortcuts.
    WattsStrogatz(WattsStrogatz),
    /// The well-known become better known.
    BarabasiAlbert(BarabasiAlbert),
    /// Any two people are equally likely to know each other.
    ErdosRenyi(ErdosRenyi),
    /// Unequal numbers of ties, and nothing else.
    Configuration(Configuration),
    /// Everybody knows everybody. Time and memory grow with the square of the people.
    Complete,
}

impl Default for Generator {
    fn default() -> Self {
        Self::Communities(Communities::default())
    }
}

impl Generator {
    /// Draws a network of so many people.
    ///
    /// Where the generator does not plant circles itself, they are found by label propagation;
    /// in the complete network, all people are one circle.
    #[must_use]
    pub fn generate(&self, people: usize, draws: Draws) -> Network {
        let found = |ties: Acquaintances| {
            let mut network = Network::of_numbers(people, &ties.into_ties());
            find_circles(&mut network, draws);
            network
        };
        match self {
            Self::Communities(family) => family.generate(people, draws),
            Self::WattsStrogatz(family) => found(family.ties(people, draws)),
            Self::BarabasiAlbert(family) => found(family.ties(people, draws)),
            Self::ErdosRenyi(family) => found(family.ties(people, draws)),
            Self::Configuration(family) => found(family.ties(people, draws)),
            Self::Complete => Network::of_numbers(people, &complete::ties(people)),
        }
    }

    /// Reads the table `[people.network]`, in which at most one generator may have its table.
    ///
    /// Names that are no generator's are left to whoever knows the other keys of the table.
    pub fn read(table: Option<&Table>, problems: &mut Vec<Problem>) -> Self {
        let Some(network) = table else {
            return Self::default();
        };
        let mut chosen = network.entries.iter().filter(|entry| NAMES.contains(&&*entry.name));
        let Some(first) = chosen.next() else {
            return Self::default();
        };
        problems.extend(chosen.map(|second| refuse_second(first, second)));
        let table = network.table(&first.name, problems);
        Self::read_family(&first.name, table, problems)
    }

    fn read_family(name: &str, table: Option<&Table>, problems: &mut Vec<Problem>) -> Self {
        match name {
            "watts_strogatz" => Self::WattsStrogatz(WattsStrogatz::read_even(table, problems)),
            "barabasi_albert" => Self::BarabasiAlbert(Parameters::read(table, &[], problems)),
            "erdos_renyi" => Self::ErdosRenyi(Parameters::read(table, &[], problems)),
            "configuration" => Self::Configuration(Parameters::read(table, &[], problems)),
            "complete" => {
                refuse_all(table, problems);
                Self::Complete
            }
            _ => Self::Communities(Parameters::read(table, &[], problems)),
        }
    }

    /// What there is to know of the parameters of all generators, in the order of [`NAMES`].
    #[must_use]
    pub fn specs() -> Vec<Spec> {
        [
            Communities::specs(),
            WattsStrogatz::specs(),
            BarabasiAlbert::specs(),
            ErdosRenyi::specs(),
            Configuration::specs(),
        ]
        .concat()
    }

    /// Every parameter of the generator with its value.
    #[must_use]
    pub fn values(&self) -> Vec<(Spec, f64)> {
        match self {
            Self::Communities(family) => family.values(),
            Self::WattsStrogatz(family) => family.values(),
            Self::BarabasiAlbert(family) => family.values(),
            Self::ErdosRenyi(family) => family.values(),
            Self::Configuration(family) => family.values(),
            Self::Complete => Vec::new(),
        }
    }

    /// The generator's name, one of [`NAMES`].
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Communities(_) => NAMES[0],
            Self::WattsStrogatz(_) => NAMES[1],
            Self::BarabasiAlbert(_) => NAMES[2],
            Self::ErdosRenyi(_) => NAMES[3],
            Self::Configuration(_) => NAMES[4],
            Self::Complete => NAMES[5],
        }
    }
}

fn refuse_second(first: &Entry, second: &Entry) -> Problem {
    let (first, name) = (&first.name, &second.name);
    let what = format!("a network has one generator, but `{name}` follows `{first}`");
    Problem::at(&second.name_place, what)
        .advise(format!("leave out [people.network.{first}] or [people.network.{name}]"))
}

/// The complete network has no parameters, so that each entry of its table is a mistake.
fn refuse_all(table: Option<&Table>, problems: &mut Vec<Problem>) {
    for entry in table.iter().flat_map(|table| &table.entries) {
        let what = format!("there is no `{}` in [people.network.complete]", entry.name);
        let problem = Problem::at(&entry.name_place, what);
        problems.push(problem.advise("the complete network has no parameters"));
    }
}

#[cfg(test)]
mod tests;
