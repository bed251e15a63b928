//! The market: the people, their circles, their ties, and the firms among them.

use crate::column::Counts;
use crate::firms::Firm;
use crate::people::{Circles, People, PersonId};
use crate::ties::Ties;

/// Everything that lives from week to week.
#[derive(Clone, Debug, Default)]
pub struct Market {
    /// The week that comes next, counted from 0.
    pub week: u32,
    /// The people.
    pub people: People,
    /// Their circles.
    pub circles: Circles,
    /// Their ties.
    pub ties: Ties,
    /// Hazard that a person gets to know somebody, for each contact of his time and at pace 1, where as many
    /// ties form as dissolved in the first week.
    pub renewal: f64,
    /// Ties that firms brokered: the two people and the week, in order of time.
    pub brokered: Vec<(PersonId, PersonId, u32)>,
    /// How many customers of each firm people see around them, where use is visible.
    pub seen: Vec<Seen>,
    /// The firms, in the scenario's order.
    pub firms: Vec<Firm>,
}

/// How many customers of one firm everybody sees among those he knows, kept from week to week.
///
/// Few people join or leave in a week, and few ties begin or end: only they and those around them are
/// visited, and nobody's neighbours are counted twice.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// How many customers each person sees.
    pub around: Counts,
    /// Who is counted as a customer.
    pub counted: Vec<bool>,
    /// Of which state of the network the counts are.
    pub of: u64,
}
