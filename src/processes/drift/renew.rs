//! Renewal: the week's new ties are woven in, the dissolved ones taken out, and it is counted who brought them about.

use crate::facts::Facts;
use crate::people::{People, PersonId};
use crate::threads;
use crate::ties::{NewTie, Origin, Ties};

/// What a week changed in the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Whose ties began.
    pub begun: Vec<(PersonId, PersonId)>,
    /// Whose ties ended.
    pub ended: Vec<(PersonId, PersonId)>,
    brokered: Vec<(PersonId, PersonId)>,
    met: u64,
    dissolved: u64,
    brokered_lost: u64,
    ties: u64,
}

impl Renewed {
    /// Ties that firms brokered, with the week in which they began.
    pub fn brokered_in(&self, week: u32) -> impl Iterator<Item = (PersonId, PersonId, u32)> {
        self.brokered.iter().map(move |&(one, other)| (one, other, week))
    }

    /// Tells the facts what changed.
    pub const fn tell(&self, facts: &mut Facts) {
        facts.ties_brokered += self.brokered.len() as u64;
        facts.ties_brokered_lost += self.brokered_lost;
        facts.ties_met += self.met;
        facts.ties_dissolved += self.dissolved;
        facts.ties = self.ties;
    }
}

/// Weaves the week's new ties in, takes the dissolved ones out, and keeps everybody's load.
pub fn renew(
    people: &mut People,
    ties: &mut Ties,
    new: &[NewTie],
    gone: &[(PersonId, PersonId)],
) -> Renewed {
    let mut renewed = Renewed { dissolved: gone.len() as u64, ..Renewed::default() };
    let found = threads::filter_map(people.len(), gone, |&(one, other)| {
        ties.between(one, other).map(|tie| (one, other, tie))
    });
    for (one, other, tie) in found {
        renewed.ended.push((one, other));
        renewed.brokered_lost += u64::from(tie.origin() == Origin::Brokered);
        for person in [one, other] {
            people.load[person.index()] -= tie.strength;
        }
    }
    for tie in ties.reweave(new, gone) {
        renewed.begun.push(tie.people);
        if tie.origin == Origin::Brokered {
            renewed.brokered.push(tie.people);
        } else {
            renewed.met += 1;
        }
        for person in [tie.people.0, tie.people.1] {
            people.load[person.index()] += tie.strength;
        }
    }
    renewed.ties = ties.count() as u64;
    renewed
}
