//! Flows: what a week brought, as far as it can be summed to what a month or a whole run brought.

use crate::ledger::Page;
use crate::quantity::Money;

/// What can be summed over weeks.
pub(super) trait Flow {
    /// Adds what a later week brought.
    fn add(&mut self, later: &Self);
}
impl Flow for u64 {
    fn add(&mut self, later: &Self) {
        *self += later;
    }
}
impl Flow for Money {
    fn add(&mut self, later: &Self) {
        *self += *later;
    }
}
impl Flow for f64 {
    fn add(&mut self, later: &Self) {
        *self += later;
    }
}
impl<const N: usize> Flow for [u64; N] {
    fn add(&mut self, later: &Self) {
        for (mine, later) in self.iter_mut().zip(later) {
            *mine += later;
        }
    }
}
impl Flow for Page {
    fn add(&mut self, later: &Self) {
        self.revenue += later.revenue;
        self.unit_costs += later.unit_costs;
        self.media += later.media;
        self.unspent += later.unspent;
        self.programmes.resize(self.programmes.len().max(later.programmes.len()), Money::ZERO);
        for (mine, later) in self.programmes.iter_mut().zip(&later.programmes) {
            *mine += *later;
        }
    }
}
