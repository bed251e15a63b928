//! Notice: use is visible; each customer among the neighbours is seen without a word being said.
//!
//! Off by default. It serves visible products, and it gives the limits of Bass (1969) and of the
//! independent cascade, which are known exactly.

use crate::firms::{Clientele, Stage};
use crate::people::People;
use crate::quantity::WeeklyHazard;
use crate::ties::Ties;

crate::parameters! {
    /// How visible the use of the product is.
    pub Visibility in "people.visibility" {
        /// Hazard to join that each customer among the neighbours adds by being seen.
        seen: WeeklyHazard = 0.0, in 0.0 => 0.1, from "definition (0: the product is not visible)", grade Definition, role Input;
    }
}

/// Counts the customers among each prospect's neighbours; nothing where use is not visible.
#[must_use]
pub fn notice(
    people: &People,
    ties: &Ties,
    clientele: &Clientele,
    rules: &Visibility,
) -> Option<Vec<u32>> {
    if rules.seen.0 <= 0.0 {
        return None;
    }
    let customers_around = |person| {
        let neighbours = ties.partners(person).iter();
        neighbours.filter(|&&j| clientele.stage[j as usize] == Stage::Customer).count() as u32
    };
    let seen = people.all().map(|person| {
        if clientele.stage[person.index()].is_prospect() { customers_around(person) } else { 0 }
    });
    Some(seen.collect())
}
