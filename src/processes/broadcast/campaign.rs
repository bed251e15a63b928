//! Campaigns: news of an event, a request for feedback, a prize draw, and what people make of them.

use super::Broadcast;
use crate::facts::Facts;
use crate::firms::Clientele;
use crate::offers::{Offer, OfferKind, Offers};
use crate::people::{People, PersonId};
use crate::quantity::{Money, Number, Quantity, Share};

crate::parameters! {
    /// What people make of events, requests for feedback and prize draws.
    pub Campaigns in "people.campaigns" {
        /// How many impressions' effect the news of an event has on whoever gets it.
        event: Number = 3.0, in 0.0 => 20.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that a customer answers a firm's request for feedback.
        answer: Share = 0.05, in 0.005 => 0.3, from "assumption; swept (claim A4: people want feedback from people)", grade Gap, role Input;
        /// Chance that someone whom the firm invites takes part in a draw for a prize beyond compare.
        enter: Share = 0.4, in 0.0 => 1.0, from "assumption; swept (claim E4)", grade Gap, role Input;
        /// Prize, money and 1,000 people of the market, for which half as many take part.
        tempting: Money = 10.0, in 1.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Broadcast<'_> {
    /// Lets news of an event reach a person: for a while there is something to talk about.
    /// Returns how many impressions' effect it has.
    pub(super) fn hear_of_event(
        &self,
        clientele: &mut Clientele,
        person: PersonId,
        facts: &mut Facts,
    ) -> f32 {
        facts.event_news += 1;
        clientele.stirred.add(person.index(), 1.0);
        self.campaigns.event.single()
    }

    /// Asks a person for feedback: a message like any other, without any effect, which few answer.
    pub(super) fn be_asked(
        &self,
        people: &People,
        clientele: &mut Clientele,
        person: PersonId,
        facts: &mut Facts,
    ) -> f32 {
        let i = person.index();
        self.note(clientele, i, OfferKind::Question, facts);
        let answers = self.luck.of("broadcast: answers a question").about(people.key[i]);
        if answers.happens(self.campaigns.answer.single()) {
            facts.taken[OfferKind::Question as usize] += 1;
            facts.heard += 1.0;
        }
        0.0
    }

    /// Invites a person to a draw: a message like any other. Who takes part talks of the prize,
    /// and who did not follow the page before does so for the prize.
    pub(super) fn be_tempted(
        &self,
        people: &People,
        clientele: &mut Clientele,
        person: PersonId,
        prize: Money,
        facts: &mut Facts,
    ) -> f32 {
        let i = person.index();
        self.note(clientele, i, OfferKind::Draw, facts);
        let (prize, half) = (prize.to_number(), self.campaigns.tempting.to_number());
        let chance = self.campaigns.enter.0 * prize / (prize + half);
        let enters = self.luck.of("broadcast: takes part in a draw").about(people.key[i]);
        if enters.happens(chance as f32) {
            facts.taken[OfferKind::Draw as usize] += 1;
            clientele.enter_the_draw(i);
        }
        1.0
    }

    fn note(&self, clientele: &mut Clientele, i: usize, kind: OfferKind, facts: &mut Facts) {
        facts.offered[kind as usize] += 1;
        clientele.last_offer[kind as usize].set(i, self.week as i16 + 1);
    }
}

/// Where a new draw begins, the one before is over.
pub(super) fn close_the_last_draw(clientele: &mut Clientele, offers: &Offers) {
    if !clientele.in_draw.is_unused()
        && offers.others().iter().any(|(_, offer)| matches!(offer, Offer::Draw { .. }))
    {
        clientele.in_draw.fade(0.0);
    }
}
