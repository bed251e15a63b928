//! The market: the people, their circles, their ties, and the firms among them.

use crate::firms::Firm;
use crate::people::{Circles, People, PersonId};
use crate::processes::notice::Seen;
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
