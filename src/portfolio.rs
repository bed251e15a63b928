//! The contact portfolio: a person's own ties by state, and what they are worth to that person (claim A8).

use crate::facts::Portfolio;
use crate::people::{Need, People, PersonId};
use crate::quantity::{Number, Share, Weeks};
use crate::ties::{Row, Tie, Ties};

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
    /// The state of a tie in a week.
    #[must_use]
    pub fn of(&self, tie: &Tie, week: u32) -> State {
        self.state(week, tie.strength, tie.last, tie.since)
    }

    #[inline]
    fn state(&self, week: u32, strength: f32, last: i16, since: i16) -> State {
        let weeks_since = |then: i16| f64::from(week) - f64::from(then);
        let lived = if strength >= self.strong_from.single() { State::Strong } else { State::Weak };
        let known = if weeks_since(since) < self.new_for.0 { State::New } else { lived };
        if weeks_since(last) > self.dormant_after.0 { State::Dormant } else { known }
    }

    /// Everybody's portfolio.
    #[must_use]
    pub fn take_stock(&self, people: &People, ties: &Ties, week: u32) -> Portfolio {
        let mut all = Portfolio { people: people.len() as u64, ..Portfolio::default() };
        for person in people.all() {
            let mut own = [0_u32; 4];
            let Row { strength, last, since, .. } = ties.row(person);
            for ((&strength, &last), &since) in strength.iter().zip(last).zip(since) {
                own[self.state(week, strength, last, since) as usize] += 1;
            }
            all.strong += u64::from(own[State::Strong as usize]);
            all.weak += u64::from(own[State::Weak as usize]);
            all.dormant += u64::from(own[State::Dormant as usize]);
            all.new += u64::from(own[State::New as usize]);
            all.value += self.value(people, person, own);
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
