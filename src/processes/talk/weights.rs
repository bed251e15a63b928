//! What mentions weigh: one number for each number of ties that a listener may have.

use super::Talk;

/// What mentions weigh, by the listener's number of ties: each is found once, since a power is slow.
pub(super) struct Weights<'a> {
    rules: &'a Talk,
    usual: f64,
    known: Vec<Option<f32>>,
}

impl<'a> Weights<'a> {
    pub(super) const fn of(rules: &'a Talk, usual: f64) -> Self {
        Self { rules, usual, known: Vec::new() }
    }

    pub(super) fn for_ties(&mut self, ties: usize) -> f32 {
        if self.known.len() <= ties {
            self.known.resize(ties + 1, None);
        }
        *self.known[ties].get_or_insert_with(|| self.rules.weight(ties, self.usual))
    }
}
