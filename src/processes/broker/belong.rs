//! Belonging: a place in the customers' network, which is worth the more the more are in it, and distinctions, worth the less the more have them.

use super::{Broker, Round};
use crate::offers::OfferKind;
use crate::people::{Need, PersonId};

impl Broker<'_> {
    /// Lets a customer answer an invitation to the customers' network.
    pub(super) fn invite_to_belong(&self, round: &mut Round<'_>, person: PersonId) {
        let (i, rules) = (person.index(), self.rules);
        round.facts.offered[OfferKind::Membership as usize] += 1;
        let need = round.people.needs[i][Need::Form as usize];
        let extra = rules.need.single() * (need - 0.25) / 0.75
            - rules.empty.single() * (1.0 - round.firm.assets.members)
            - rules.substitutes.single();
        let draw = self.luck.of("broker: takes a place in the network").about(round.people.key[i]);
        let customer = round.firm.clientele.is_customer(i);
        if customer && self.consents(round, person, (rules.membership.single(), extra), draw) {
            round.facts.taken[OfferKind::Membership as usize] += 1;
            round.firm.clientele.member.set(i, true);
        }
        self.remember(round, person, OfferKind::Membership);
    }

    /// Lets members leave the network which has brought them nobody of late.
    pub(super) fn leave_the_network(&self, round: &mut Round<'_>) {
        let clientele = &mut round.firm.clientele;
        if clientele.member.is_unused() {
            return;
        }
        let draws = self.luck.of("broker: leaves the network");
        for (i, key) in round.people.key.iter().enumerate() {
            if clientele.member.get(i)
                && !clientele.was_helped_of_late(i)
                && draws.about(*key).strikes(self.rules.idle.single())
            {
                clientele.member.set(i, false);
                round.facts.left_network += 1;
            }
        }
    }

    /// Singles a person out: part of how the relationship is taken, so its gain is that of trust.
    pub(super) fn single_out(&self, round: &mut Round<'_>, person: PersonId) {
        round.facts.offered[OfferKind::Status as usize] += 1;
        round.facts.taken[OfferKind::Status as usize] += 1;
        round.firm.clientele.honoured.add(person.index(), self.gains.trust.single());
        self.remember(round, person, OfferKind::Status);
    }
}
