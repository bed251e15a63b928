//! Notice: use is visible; each customer among the neighbours is seen without a word being said.
//!
//! Off by default. It serves visible products, and it gives the limits of Bass (1969) and of the
//! independent cascade, which are known exactly.

use super::drift::Renewed;
use crate::few::Few;
use crate::firms::{Clientele, Stage};
use crate::people::PersonId;
use crate::quantity::WeeklyHazard;
use crate::ties::Ties;

crate::parameters! {
    /// How visible the use of the product is.
    pub Visibility in "people.visibility" {
        /// Hazard to join that each customer among the neighbours adds by being seen.
        seen: WeeklyHazard = 0.0, in 0.0 => 0.1, from "definition (0: the product is not visible)", grade Definition, role Input;
    }
}

/// How many customers of one firm everybody sees among those he knows, kept from week to week.
///
/// Few people join or leave in a week, and few ties begin or end: only they and those around them are
/// visited, and nobody's neighbours are counted twice.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    around: Vec<u32>,
    /// Who is counted as a customer.
    counted: Vec<bool>,
    /// Of which state of the network the counts are.
    of: u64,
}

/// Counts the customers among everybody's neighbours; nothing where use is not visible.
pub fn notice<'s>(
    seen: &'s mut Seen,
    ties: &Ties,
    clientele: &Clientele,
    rules: &Visibility,
) -> Option<&'s [u32]> {
    if rules.seen.0 <= 0.0 {
        return None;
    }
    let people = clientele.stage.len();
    if seen.around.len() != people || seen.of != ties.changes() {
        (seen.around, seen.counted) = (vec![0; people], vec![false; people]);
        seen.of = ties.changes();
    }
    let Seen { around, counted, .. } = seen;
    let is_customer = |i: usize| clientele.stage[i] == Stage::Customer;
    for &changed in Few::default().of(people, |i| is_customer(i) != counted[i]) {
        let now = is_customer(changed as usize);
        counted[changed as usize] = now;
        let more = if now { 1 } else { u32::MAX };
        for &other in ties.partners(PersonId(changed)) {
            around[other as usize] = around[other as usize].wrapping_add(more);
        }
    }
    Some(around)
}

impl Seen {
    /// Takes note of the ties that began and ended this week.
    pub fn keep_up(&mut self, ties: &Ties, renewed: &Renewed) {
        if self.around.is_empty() {
            return;
        }
        let mut change = |pairs: &[(PersonId, PersonId)], more: u32| {
            for &(one, other) in pairs {
                for (of, at) in [(one, other), (other, one)] {
                    if self.counted[of.index()] {
                        let around = &mut self.around[at.index()];
                        *around = around.wrapping_add(more);
                    }
                }
            }
        };
        change(&renewed.begun, 1);
        change(&renewed.ended, u32::MAX);
        self.of = ties.changes();
    }
}

#[cfg(test)]
mod tests;
