//! Accepting: whether a person takes what the firm offers, by what it is, by the person's need and trust, and by the time left.

use super::{Broker, Round};
use crate::draws::Draw;
use crate::elementary::{log_odds, logistic};
use crate::people::{Need, PersonId};

impl Broker<'_> {
    /// Whether a person accepts a contact with another, where so much speaks for it beyond what always counts.
    pub(super) fn accepts(
        &self,
        round: &Round<'_>,
        (person, other): (PersonId, PersonId),
        (need, extra): (Need, f32),
        draw: Draw,
    ) -> bool {
        let (i, j) = (person.index(), other.index());
        let (rules, people) = (self.rules, &round.people);
        let score = log_odds(rules.cold.single())
            + round.worth_of_likeness(rules.similarity.single(), (person, other))
            + rules.need.single() * (people.needs[i][need as usize] - 0.25) / 0.75;
        let score = self.as_disposed(score, round, person)
            + rules.history.single() * round.firm.clientele.has_helped.get(j)
            + extra;
        draw.happens(logistic(score))
    }

    /// Whether a person accepts something that usually finds so much favour.
    pub(super) fn consents(
        &self,
        round: &Round<'_>,
        person: PersonId,
        (usual, extra): (f32, f32),
        draw: Draw,
    ) -> bool {
        draw.happens(logistic(self.as_disposed(log_odds(usual), round, person) + extra))
    }

    /// Log-odds of any answer to the firm, moved by trust, recent offers and a full week.
    fn as_disposed(&self, score: f32, round: &Round<'_>, person: PersonId) -> f32 {
        let (i, rules) = (person.index(), self.rules);
        let (people, clientele) = (&round.people, &round.firm.clientele);
        let taken = 1.0 - people.time_left[i] / people.sociability[i].max(f32::MIN_POSITIVE);
        score + rules.trust.single() * (clientele.trust[i] - self.stranger_trust)
            - rules.fatigue.single() * clientele.offers_lately.get(i)
            - rules.busy.single() * taken
    }
}

impl Round<'_> {
    /// What likeness of interests is worth to two people, where it is worth so much.
    pub(super) fn worth_of_likeness(&self, worth: f32, (one, other): (PersonId, PersonId)) -> f32 {
        // By the evidence it counts for nothing, and then nobody's interests are looked at.
        if worth == 0.0 {
            return 0.0;
        }
        let interests = |person: PersonId| self.people.interests[person.index()];
        worth * interests(one).likeness(interests(other))
    }

    /// How strong the tie between two people is, if there is one.
    pub(super) fn strength(&self, one: PersonId, other: PersonId) -> Option<f32> {
        let row = self.ties.row(one);
        row.place_of(other).map(|at| row.strength[at])
    }

    /// Whether all have the time that an appointment takes; it takes at least that of one contact.
    pub(super) fn have_time(&self, people: &[PersonId], time: f32) -> bool {
        people.iter().all(|person| self.people.time_left[person.index()] >= time)
    }

    /// An appointment takes contact time from everybody, and so from their other contacts.
    pub(super) fn take_time(&mut self, people: &[PersonId], time: f32) {
        for person in people {
            self.people.take_time(*person, time);
        }
    }
}
