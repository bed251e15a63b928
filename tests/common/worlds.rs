//! A small market, and the strategies that are compared in it.

use stammtisch::programmes::NAMES;
use stammtisch::report::results::Results;

pub(crate) const WORLD: &str = "
[people]
count = 300
[people.visibility]
seen = 0.001
[objectives]
budget = 150
[experiment]
replications = 4
weeks = 60
";

pub(crate) const DIGITAL: &str = "preset = \"digital\"\n";
pub(crate) const SOCIAL: &str = "preset = \"social\"\n";
pub(crate) const HYBRID: &str = "preset = \"hybrid\"\n";

/// What makes a strategy of this name run every programme there is.
pub(crate) fn everything(name: &str) -> String {
    let table = |programme: &&str| format!("[strategies.{name}.{programme}]\n");
    NAMES.iter().map(table).collect::<Vec<_>>().concat()
}

/// A scenario of so many named strategies.
pub(crate) fn world(strategies: &[(&str, &str)]) -> String {
    let tables = strategies.iter().map(|(name, what)| format!("[strategies.{name}]\n{what}"));
    WORLD.to_owned() + &tables.collect::<String>()
}

pub(crate) fn lived(strategies: &[(&str, &str)]) -> Results {
    super::live(super::scenario(&world(strategies)), 1)
}
