//! The contact portfolio: a person's own ties by state, and what they are worth to that person (claim A8).

use crate::facts::Portfolio;
use crate::people::{Need, People, PersonId};
use crate::quantity::{Number, Share, Weeks};
use crate::threads;
use crate::ties::{Row, Ties};

crate::parameters! {
    /// When a tie counts as strong, new or dormant, and what a portfolio is worth.
    pub States in "people.portfolio" {
        /// Weeks without contact after which a tie is dormant.
        dormant_after: Weeks = 52.0, in 52.0 => 260.0, from "Levin, Walter and Murnighan 2011 (three years; one to five in the literature, of which the least)", grade V2, role Input;
        /// Weeks for which a tie counts as new.
        new_for: Weeks = 26.0, in 4.0 => 104.0, from "definition", grade Definition, role Input;
        /// Strength from which a tie counts as strong.
        strong_from: Share = 0.4, in 0.1 => 0.9, from "definition", grade Definition, role Input;
        /// Ties of one state at which half of their greatest value is reached: further ones count for less.
        enough: Number = 3.0, in 0.5 => 20.0, from "assumption; swept (diminishing returns)", grade Gap, role Input;
    }
}

/// The state of a tie, as the person at one end sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Met often: it is to be kept.
    Strong,
    /// Met seldom: it could be deepened.
    Weak,
    /// Not met for long: it could be revived.
    Dormant,
    /// Formed lately.
    New,
}

impl States {
    /// Whether a tie is dormant whose last contact was in this week.
    #[must_use]
    pub fn is_dormant(&self, last: i16, week: u32) -> bool {
        Limits::of(self, week).is_dormant(last)
    }

    /// Everybody's portfolio.
    #[must_use]
    pub fn take_stock(&self, people: &People, ties: &Ties, week: u32) -> Portfolio {
        let mut all = Portfolio { people: people.len() as u64, ..Portfolio::default() };
        let limits = Limits::of(self, week);
        let stock = threads::of_everybody(people.len(), |i| {
            let own = limits.count(ties.row(PersonId(i as u32)));
            (own, self.value(people, PersonId(i as u32), own))
        });
        for (own, value) in stock {
            all.strong += u64::from(own[State::Strong as usize]);
            all.weak += u64::from(own[State::Weak as usize]);
            all.dormant += u64::from(own[State::Dormant as usize]);
            all.new += u64::from(own[State::New as usize]);
            all.value += value;
        }
        all
    }

    /// What so many ties of each state are worth to a person, from 0 to 1: each state serves one need.
    fn value(&self, people: &People, person: PersonId, own: [u32; 4]) -> f64 {
        let needs = people.needs[person.index()];
        let serve = [Need::Maintain, Need::Deepen, Need::Revive, Need::Form];
        let worth = own.iter().zip(serve).map(|(&ties, need)| {
            let ties = f64::from(ties);
            f64::from(needs[need as usize]) * ties / (ties + self.enough.0)
        });
        worth.sum()
    }
}

/// Between which weeks and strengths the states lie in one week.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// The first week of a last contact that is no long time ago.
    awake: i32,
    /// The first week since which a tie is new.
    new: i32,
    strong: f32,
}

impl Limits {
    fn of(states: &States, week: u32) -> Self {
        let week = f64::from(week);
        Self {
            awake: (week - states.dormant_after.0).ceil() as i32,
            new: (week - states.new_for.0).floor() as i32 + 1,
            strong: states.strong_from.single(),
        }
    }

    #[inline]
    fn is_dormant(self, last: i16) -> bool {
        i32::from(last) < self.awake
    }

    #[inline]
    fn is_new(self, since: i16) -> bool {
        i32::from(since) >= self.new
    }

    #[inline]
    fn is_strong(self, strength: f32) -> bool {
        strength >= self.strong
    }

    /// How many ties of a row are in each state, in their order; counted without a branch.
    fn count(self, Row { strength, last, since, .. }: Row<'_>) -> [u32; 4] {
        let (mut strong, mut dormant, mut new) = (0, 0, 0);
        for ((&strength, &last), &since) in strength.iter().zip(last).zip(since) {
            let (sleeps, is_new) = (self.is_dormant(last), self.is_new(since));
            dormant += u32::from(sleeps);
            new += u32::from(!sleeps && is_new);
            strong += u32::from(!sleeps && !is_new && self.is_strong(strength));
        }
        let mut own = [0; 4];
        own[State::Strong as usize] = strong;
        own[State::Dormant as usize] = dormant;
        own[State::New as usize] = new;
        own[State::Weak as usize] = strength.len() as u32 - strong - dormant - new;
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Key;

    #[test]
    fn ties_are_counted_in_the_states_that_they_have() {
        let states = States::default();
        let (strength, last, since) = (
            [0.9, 0.9, 0.1, 0.1, 0.1, 0.9, 0.4, 0.9_f32],
            [99, 40, 99, 99, 48, 47, 48, 100_i16],
            [-500, -9, 80, 75, 74, -3, -8, 100_i16],
        );
        let pair = [Key::of_number(0).and(Key::of_number(1)); 8];
        let row =
            Row { partner: &[0; 8], pair: &pair, strength: &strength, last: &last, since: &since };
        let own = Limits::of(&states, 100).count(row);
        // Dormant after more than 52 weeks, new for less than 26, strong from .4 on.
        assert_eq!(own, [2, 1, 2, 3]);
    }
}
