//! Notice: use is visible; each customer among the neighbours is seen without a word being said.
//!
//! Off by default. It serves visible products, and it gives the limits of Bass (1969) and of the
//! independent cascade, which are known exactly.

use crate::few::Few;
use crate::firms::{Clientele, Stage};
use crate::market::Seen;
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
    let mut few = Few::default();
    let changed = |stage, counted| (stage == Stage::Customer) != counted;
    let changed = few.of((&clientele.stage, counted), changed);
    ties.visit_rows(changed.iter().copied().map(PersonId), |changed, ends| {
        let now = clientele.is_customer(changed.index());
        counted[changed.index()] = now;
        let more = if now { 1 } else { u32::MAX };
        for &other in ends.partner {
            around[other as usize] = around[other as usize].wrapping_add(more);
        }
    });
    Some(around)
}

/// Takes note of the ties that began and ended this week.
pub fn keep_up(
    seen: &mut Seen,
    ties: &Ties,
    begun: &[(PersonId, PersonId)],
    ended: &[(PersonId, PersonId)],
) {
    if seen.around.is_empty() {
        return;
    }
    let mut change = |pairs: &[(PersonId, PersonId)], more: u32| {
        for &(one, other) in pairs {
            for (of, at) in [(one, other), (other, one)] {
                if seen.counted[of.index()] {
                    let around = &mut seen.around[at.index()];
                    *around = around.wrapping_add(more);
                }
            }
        }
    };
    change(begun, 1);
    change(ended, u32::MAX);
    seen.of = ties.changes();
}

#[cfg(test)]
mod tests;
