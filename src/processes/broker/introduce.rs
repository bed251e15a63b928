//! Introductions: two people who accept meet; whether they get on belongs to the pair for good and shows only now.

use super::{Broker, Round};
use crate::elementary::{log_odds, logistic};
use crate::offers::{Introduction, OfferKind};
use crate::people::{Need, PersonId, expertise};

impl Broker<'_> {
    /// Lets two people answer an introduction, and meet if both accept.
    pub(super) fn introduce(&self, round: &mut Round<'_>, person: PersonId, intro: Introduction) {
        let pair = (person, intro.to);
        let (both, time) = ([person, intro.to], intro.time.max(1.0));
        round.facts.offered[OfferKind::Introduction as usize] += 1;
        let known = round.ties.knows(person, intro.to);
        if round.have_time(&both, time) && self.both_accept(round, pair, intro) && !known {
            round.facts.taken[OfferKind::Introduction as usize] += 1;
            if self.meet_for_the_first_time(round, pair, (intro.lesson, time)) {
                self.invite(round, person, intro.to);
                self.invite(round, intro.to, person);
            }
        }
        self.remember(round, person, OfferKind::Introduction);
        self.remember(round, intro.to, OfferKind::Introduction);
    }

    fn both_accept(
        &self,
        round: &Round<'_>,
        (one, other): (PersonId, PersonId),
        intro: Introduction,
    ) -> bool {
        let draws = self.luck.of("broker: accepts an introduction");
        let (a, b) = (round.people.key[one.index()], round.people.key[other.index()]);
        let vouched = if intro.verified { self.rules.verified.single() } else { 0.0 };
        // Whoever is asked to teach may remember having been helped; by the evidence that counts for nothing.
        let helped = round.firm.clientele.gratitude.get(other.index()).min(1.0);
        let moved = if intro.lesson { self.rules.upstream.single() * helped } else { 0.0 };
        self.accepts(round, (one, other), (Need::Form, vouched), draws.from_to(a, b))
            && self.accepts(round, (other, one), (Need::Form, vouched + moved), draws.from_to(b, a))
    }

    /// Two people meet. Whether they get on belongs to the pair for good and shows only now.
    pub(super) fn meet_for_the_first_time(
        &self,
        round: &mut Round<'_>,
        (one, other): (PersonId, PersonId),
        (lesson, time): (bool, f32),
    ) -> bool {
        let (a, b) = (round.people.key[one.index()], round.people.key[other.index()]);
        if !self
            .luck
            .of("broker: gain of new ties")
            .between(a, b)
            .happens(self.gains.new_ties.single())
        {
            return false;
        }
        round.take_time(&[one, other], time);
        round.brokered.appointments.push((one, other));
        let odds = log_odds(self.rules.get_on.single())
            + round.worth_of_likeness(self.rules.get_on_similarity.single(), (one, other));
        let get_on =
            self.luck.lasting.of("broker: the two get on").between(a, b).happens(logistic(odds));
        if lesson && get_on {
            self.teach(round, one, other);
        } else {
            self.judge(round, one, get_on, Need::Form);
            self.judge(round, other, get_on, Need::Form);
        }
        if get_on {
            round.facts.served[Need::Form as usize] += 1;
            round.brokered.acquainted.push((one, other));
        }
        get_on
    }

    /// The learner has the more of a lesson, the more the expert knows of what interests the learner
    /// most; the expert has given, and is thanked.
    fn teach(&self, round: &mut Round<'_>, learner: PersonId, expert: PersonId) {
        let topic = round.people.interests[learner.index()].foremost();
        let knows = expertise(self.luck.lasting, round.people.key[expert.index()], topic);
        self.please(round, learner);
        self.benefit(round, learner, Need::Form, 1.0 + self.help.lesson.single() * knows);
        self.please(round, expert);
        self.credit(round, expert);
    }
}
