//! Meetings: who met whom in a week, as what people say and answer each other goes by it.

use crate::people::PersonId;

/// Who met whom in a week, each meeting from both sides: first what firms arranged, then block by block of people.
///
/// They stay in the groups in which they came about, so that nobody copies them, and threads share the groups.
#[derive(Clone, Debug, Default)]
pub struct Meetings(Vec<Vec<(PersonId, PersonId)>>);

impl Meetings {
    /// Meetings in groups, in order.
    #[must_use]
    pub const fn of_groups(groups: Vec<Vec<(PersonId, PersonId)>>) -> Self {
        Self(groups)
    }

    /// The groups, in order.
    #[must_use]
    pub fn groups(&self) -> &[Vec<(PersonId, PersonId)>] {
        &self.0
    }

    /// All meetings, in order.
    pub fn all(&self) -> impl Iterator<Item = &(PersonId, PersonId)> {
        self.0.iter().flatten()
    }

    /// How many there are, each counted twice.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Whether nobody met.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }
}
