//! Notice: use is visible; each customer among the neighbours is seen without a word being said.
//!
//! Off by default. It serves visible products, and it gives the limits of Bass (1969) and of the
//! independent cascade, which are known exactly.

use crate::column::Counts;
use crate::few::Few;
use crate::firms::{Clientele, Stage};
use crate::market::Seen;
use crate::people::PersonId;
use crate::quantity::WeeklyHazard;
use crate::ties::{Ends, Ties};

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
) -> Option<&'s Counts> {
    if rules.seen.0 <= 0.0 {
        return None;
    }
    let people = clientele.stage.len();
    if seen.around.people() != people || seen.of != ties.changes() {
        (seen.around, seen.counted) = (Counts::none_of(people), vec![false; people]);
        seen.of = ties.changes();
    }
    let mut few = Few::default();
    let changed = |stage, counted| (stage == Stage::Customer) != counted;
    let changed = few.of((&clientele.stage, &seen.counted), changed);
    ties.visit_rows(changed.iter().copied().map(PersonId), |changed, ends| {
        if clientele.is_customer(changed.index()) {
            seen.counted[changed.index()] = true;
            seen.around.add(ends.partner.iter().map(|&other| (other as usize, true)));
        } else {
            seen.lose(changed, ends);
        }
    });
    Some(&seen.around)
}

impl Seen {
    /// Takes note that somebody with these ties is a customer no more.
    pub fn lose(&mut self, person: PersonId, ends: Ends<'_>) {
        let counted = self.counted.get_mut(person.index());
        if counted.is_some_and(std::mem::take) {
            self.around.take(ends.partner.iter().map(|&other| other as usize));
        }
    }

    /// Takes note of the ties that began and ended this week.
    pub fn keep_up(
        &mut self,
        ties: &Ties,
        begun: &[(PersonId, PersonId)],
        ended: &[(PersonId, PersonId)],
    ) {
        if self.counted.is_empty() {
            return;
        }
        let Self { around, counted, of } = self;
        around.add(seers(counted, begun).map(|by| (by, true)));
        around.take(seers(counted, ended));
        *of = ties.changes();
    }
}

/// Whoever of these pairs has somebody at the other end who is counted as a customer.
fn seers<'p>(
    counted: &'p [bool],
    pairs: &'p [(PersonId, PersonId)],
) -> impl Iterator<Item = usize> + 'p {
    let both = pairs.iter().flat_map(|&(one, other)| [(one, other), (other, one)]);
    both.filter(|(seen, _)| counted[seen.index()]).map(|(_, by)| by.index())
}

#[cfg(test)]
mod tests;
