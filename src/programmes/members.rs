//! The members' network: for customers only, so that everybody there is known to be one; it helps its members to meet each other.
//!
//! Whoever keeps the card has a ticket to people of one's own kind (claim A7). Being a member is
//! worth nothing by itself: what counts are the contacts, which members accept more readily since
//! the firm vouches for both sides. Other networks exist, an almost empty one attracts few, and
//! whom it brings nobody leaves it again ([`crate::processes::broker`]). Who leaves the firm loses
//! the place, and what the network gave with it.

use super::{FirmView, Planned, Programme};
use crate::offers::{Introduction, Offer, OfferKind, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Number, Weeks};

crate::parameters! {
    /// A network for customers only.
    pub Members in "strategies.NAME.members" {
        /// Weeks for which a person is left in peace after an invitation or an introduction.
        rest: Weeks = 6.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that a meeting takes from each.
        meeting: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one introduction of two members.
        offer_cost: Money = 0.3, in 0.01 => 10.0, from "assumption; swept .01 to 10 (geometric middle)", grade Gap, role Input;
        /// Cost of one invitation to become a member.
        invitation_cost: Money = 0.05, in 0.0 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of a member, money a week: profile, verification, moderation.
        upkeep: Money = 0.02, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the network, money a week and 1,000 people of the market.
        platform: Money = 5.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

/// How many of all people the network looks at for a member to meet before it gives up for the
/// week. It knows its members, so these suffice to find one of very few; where many are members, the
/// first looks do.
const LOOKS: usize = 1024;

impl Programme for Members {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        let members = firm.everybody().filter(|&person| firm.is_member(person)).count() as u64;
        self.platform.scaled(firm.thousands()) + self.upkeep.times(members)
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        // What members came for comes first.
        self.introduce(firm, purse, offers);
        let priority = firm.draws("members: priority of invitations");
        for person in firm.rested_customers(OfferKind::Membership, self.rest, priority) {
            if !firm.is_member(person)
                && !offers.make(person, Offer::Membership, self.invitation_cost, purse)
            {
                break;
            }
        }
    }
}

impl Members {
    /// Introduces members to each other.
    fn introduce(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("members: priority of introductions");
        let mut members = firm.rested_customers(OfferKind::Introduction, self.rest, priority);
        members.retain(|&person| firm.is_member(person));
        let find = |person, planned: &Planned| self.partner(firm, person, planned);
        let time = self.meeting.single();
        let make = |person, to, purse: &mut Purse| {
            let introduction = Introduction { to, time, lesson: false, verified: true };
            offers.make(person, Offer::Introduction(introduction), self.offer_cost, purse);
        };
        firm.bring_together((&members, true), (purse, self.offer_cost), find, make);
    }

    /// Another member. Anybody is drawn, and who is none is passed over: one member more or less
    /// changes nobody else's luck.
    fn partner(
        &self,
        firm: &FirmView<'_>,
        person: PersonId,
        planned: &Planned,
    ) -> Option<PersonId> {
        let first = firm.draw(firm.draws("members: match"), person, None);
        let draws = std::iter::successors(Some(first), |draw| Some(draw.again()));
        draws.take(LOOKS).filter_map(|draw| firm.anybody(draw)).find(|&other| {
            other != person
                && firm.is_member(other)
                && !planned.has(other)
                && firm.has_rested(other, OfferKind::Introduction, self.rest)
                && !firm.shows(person, other)
        })
    }
}
