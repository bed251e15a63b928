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

    /// Singles a person out.
    pub(super) fn single_out(&self, round: &mut Round<'_>, person: PersonId) {
        round.facts.offered[OfferKind::Status as usize] += 1;
        round.facts.taken[OfferKind::Status as usize] += 1;
        round.firm.clientele.honoured.add(person.index(), 1.0);
        self.remember(round, person, OfferKind::Status);
    }
}
