//! Dissolve: a tie ends by its hazard, which is lower for a strong tie and where the two have a friend in common; a tie of kin does not.

use super::Turnover;
use crate::draws::Draw;
use crate::elementary::fourth_power;
use crate::people::PersonId;
use crate::threads;
use crate::ties::{Loose, Ties};

impl Turnover {
    /// Whether a tie with this lot and of this strength may end, quick to find for many ties at
    /// once: the hazard is at most that of a bridge, and of one of this strength where strength
    /// protects as much as by default, or more. Nothing where no tie ever ends.
    #[must_use]
    pub fn may_end(&self) -> Option<impl Fn(Draw, f32) -> bool + Copy + use<>> {
        let (most, protects) = (self.bridge.single() * 1.0001, self.protection.0 >= 4.0);
        let floor = self.floor.single();
        (most > 0.0 || floor > 0.0).then_some(
            #[inline(always)]
            move |lot: Draw, strength: f32| {
                let at_most = most * if protects { fourth_power(1.0 - strength) } else { 1.0 };
                lot.other_half().at_least() <= at_most || strength < floor
            },
        )
    }
}

/// Finds the ties that dissolve this week, among those that may; kin are not among them.
#[must_use]
pub fn dissolve(ties: &Ties, loose: &[Loose], rules: &Turnover) -> Vec<(PersonId, PersonId)> {
    // What asks for a look at ties is asked last, and only where it decides.
    threads::filter_map(ties.people(), loose, |&Loose { people: (one, other), strength, lot }| {
        let strikes = |embedded| lot.other_half().strikes(rules.hazard(strength, embedded));
        let faint = strength < rules.floor.single();
        let friends_hold = || !faint && !strikes(true) && ties.have_a_friend_in_common(one, other);
        ((faint || strikes(false)) && !friends_hold()).then_some((one, other))
    })
}
