//! What must hold exactly: how many numbers were compared, and which of them were not as they must be.

use crate::evidence::Verdict;

/// Deviations that are told one by one; further ones are counted.
const TOLD: usize = 5;

/// A check that holds to the last bit, or does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    /// The id of the neutrality protocol.
    pub id: &'static str,
    /// What must hold.
    pub statement: &'static str,
    /// Of whom.
    pub whom: String,
    /// How many numbers were compared.
    pub compared: usize,
    /// How many of them were not as they must be.
    pub wrong: usize,
    /// The first of those, in words.
    pub deviations: Vec<String>,
    /// What has to be known beside it, and is no fault.
    pub aside: String,
}

impl Exact {
    /// A check of which nothing has been compared yet.
    #[must_use]
    pub fn new(id: &'static str, statement: &'static str, whom: String) -> Self {
        let (deviations, aside) = (Vec::new(), String::new());
        Self { id, statement, whom, compared: 0, wrong: 0, deviations, aside }
    }

    /// Counts one comparison; `otherwise` tells what it was where it did not hold.
    pub fn expect(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        self.compared += 1;
        if !holds {
            self.wrong += 1;
            if self.deviations.len() < TOLD {
                self.deviations.push(otherwise());
            }
        }
    }

    /// Adds what another check of the same found.
    pub fn join(&mut self, other: Self) {
        self.compared += other.compared;
        self.wrong += other.wrong;
        let room = TOLD.saturating_sub(self.deviations.len());
        self.deviations.extend(other.deviations.into_iter().take(room));
        if self.aside.is_empty() {
            self.aside = other.aside;
        }
    }

    /// Whether it holds. Where nothing could be compared, nothing can be said.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        match (self.compared, self.wrong) {
            (0, _) => Verdict::Untestable,
            (_, 0) => Verdict::Passes,
            _ => Verdict::Fails,
        }
    }
}
