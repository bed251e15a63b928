//! Dissolve: a tie ends by its hazard, the later the stronger it is and the more friends the two have in common.

use super::Turnover;
use crate::draws::Draw;
use crate::elementary::fourth_power;
use crate::people::PersonId;
use crate::ties::Ties;

impl Turnover {
    /// Whether no tie ever ends.
    #[must_use]
    pub fn never_ends(&self) -> bool {
        self.bridge.0 <= 0.0 && self.floor.0 <= 0.0
    }

    /// Whether a tie with this lot and of this strength may end, quick to find for many ties at
    /// once: the hazard is at most that of a bridge, and of one of this strength where strength
    /// protects as much as by default, or more.
    #[inline(always)]
    pub fn may_end(&self) -> impl Fn(Draw, f32) -> bool + use<> {
        let (most, protects) = (self.bridge.single() * 1.0001, self.protection.0 >= 4.0);
        let floor = self.floor.single();
        move |draw: Draw, strength: f32| {
            let at_most = most * if protects { fourth_power(1.0 - strength) } else { 1.0 };
            draw.other_half().at_least() <= at_most || strength < floor
        }
    }
}

/// A tie whose lot says that it may end this week.
#[derive(Clone, Copy, Debug)]
pub struct Loose {
    people: (PersonId, PersonId),
    strength: f32,
    draw: Draw,
}

impl Loose {
    /// The tie of these people, with its strength and its lot of the week.
    #[must_use]
    pub const fn new(people: (PersonId, PersonId), strength: f32, lot: Draw) -> Self {
        Self { people, strength, draw: lot.other_half() }
    }
}

/// Finds the ties that dissolve this week, among those that may.
#[must_use]
pub fn dissolve(ties: &Ties, loose: &[Loose], rules: &Turnover) -> Vec<(PersonId, PersonId)> {
    // Common friends are looked for only where they decide.
    let ends = |&&Loose { people: (one, other), strength, draw }: &&Loose| {
        let strikes = |embedded| draw.strikes(rules.hazard(strength, embedded));
        strength < rules.floor.single()
            || strikes(false) && (strikes(true) || !ties.have_a_friend_in_common(one, other))
    };
    loose.iter().filter(ends).map(|tie| tie.people).collect()
}
