//! Introductions: the firm introduces customers to each other, and to prospects whom they may like to know.
//!
//! "May I introduce you to people who tick like you?" (claim A1). Both sides of a cold
//! introduction say yes about one time in ten, likeness does not predict who gets on, and most
//! ties between strangers are gone within a year ([`crate::processes::broker`],
//! [`crate::processes::drift`]).

use super::{Contacts, FirmView, Planned, Programme};
use crate::draws::Draw;
use crate::offers::{Introduction, Offer, OfferKind, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Number, Quantity, Share, Weeks};

crate::choices! {
    /// Whom to introduce to whom.
    pub Matchmaker {
        /// The most alike of a few.
        Similar = "similar",
        /// Someone whom an acquaintance knows.
        FriendOfFriend = "friend_of_friend",
        /// Anyone.
        Random = "random",
        /// Who knows most, of a few, of what interests the other most: one learns from the other.
        Complementary = "learn_from",
        /// Someone from another circle, as far as the platform shows who knows whom.
        Bridging = "bridging",
    }
}

crate::parameters! {
    /// Introductions of people to each other.
    pub Introductions in "strategies.NAME.introductions" {
        /// Whom to introduce to whom.
        matchmaker: Matchmaker = Matchmaker::FriendOfFriend.to_number(), in 0.0 => 4.0, from "definition", grade Definition, role Input;
        /// Share of introductions in which a customer meets someone who is none.
        guests: Share = 0.3, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Weeks for which a person is left in peace after an offer.
        rest: Weeks = 6.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that a meeting takes from each.
        meeting: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one offer: matching, message, moderation.
        offer_cost: Money = 0.3, in 0.01 => 10.0, from "assumption; swept .01 to 10 (geometric middle)", grade Gap, role Input;
        /// Cost of the service, money a week and 1,000 people of the market.
        platform: Money = 2.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

/// How many of all people a matchmaker looks at before giving up: most of them are no customers.
const LOOKS: usize = 64;
/// How many who suit are compared for likeness, or for what they know.
const CANDIDATES: usize = 8;

impl Programme for Introductions {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let luck = firm.draws("introductions: match");
        let priority = firm.draws("introductions: priority");
        let rested = firm.rested_customers(OfferKind::Introduction, self.rest, priority);
        let find = |person, planned: &Planned| {
            self.partner(firm, person, planned, firm.draw(luck, person, None))
        };
        let (time, verified) = (self.meeting.single(), false);
        let lesson = self.matchmaker == Matchmaker::Complementary;
        // Others compare a few who are free, so who is compared depends on who is.
        let first = !matches!(self.matchmaker, Matchmaker::Similar | Matchmaker::Complementary);
        let make = |person, to, purse: &mut Purse| {
            let introduction = Introduction { to, time, lesson, verified };
            offers.make(person, Offer::Introduction(introduction), self.offer_cost, purse);
        };
        firm.bring_together((&rested, first), (purse, self.offer_cost), find, make);
    }
}

impl Introductions {
    /// Finds someone for a customer to meet: the first who suits of a few, or of those the most
    /// alike, or the one to learn most from.
    fn partner(
        &self,
        firm: &FirmView<'_>,
        person: PersonId,
        planned: &Planned,
        draw: Draw,
    ) -> Option<PersonId> {
        let guest = draw.happens(self.guests.single());
        let through_friends = self.matchmaker == Matchmaker::FriendOfFriend;
        let friends = if through_friends { firm.contacts(person) } else { Contacts::default() };
        let someone = |draw: Draw| {
            if through_friends {
                return friend_of_friend(firm, (&friends, guest), draw);
            }
            // Anybody is drawn, and whoever does not suit is passed over: one customer more or
            // less changes nobody else's luck.
            firm.anybody(draw)
        };
        let draws = std::iter::successors(Some(draw.again()), |draw| Some(draw.again().again()));
        // Friends of friends are few, so a few looks find one or none.
        let looks = if through_friends { CANDIDATES } else { LOOKS };
        let bridging = self.matchmaker == Matchmaker::Bridging;
        let circle = if bridging { firm.shown_circle(person) } else { Vec::new() };
        let mut suited = draws
            .take(looks)
            .filter_map(someone)
            .filter(|&other| !planned.has(other) && self.suits(firm, person, other, guest))
            .filter(|&other| !bridging || is_outside(firm, &circle, other));
        let best = |score: &dyn Fn(PersonId) -> f32, suited: &mut dyn Iterator<Item = PersonId>| {
            suited.max_by(|&a, &b| score(a).total_cmp(&score(b)).then(b.cmp(&a)))
        };
        match self.matchmaker {
            Matchmaker::Similar => {
                let likeness = |other| firm.profile(person).likeness(firm.profile(other));
                best(&likeness, &mut suited.take(CANDIDATES))
            }
            Matchmaker::Complementary => {
                let lesson = |other| firm.could_teach(other, person);
                best(&lesson, &mut suited.take(CANDIDATES))
            }
            _ => suited.next(),
        }
    }

    fn suits(&self, firm: &FirmView<'_>, person: PersonId, other: PersonId, guest: bool) -> bool {
        other != person
            && firm.is_customer(other) != guest
            && !firm.is_staff(other)
            && firm.has_rested(other, OfferKind::Introduction, self.rest)
            && !firm.shows(person, other)
    }
}

/// Someone whom one of these friends knows, as far as the platform shows who knows whom; a `guest` is no customer.
fn friend_of_friend(
    firm: &FirmView<'_>,
    (friends, guest): (&Contacts, bool),
    draw: Draw,
) -> Option<PersonId> {
    let friend = friends.one(draw)?;
    // Of two people neither of whom is a customer the platform shows nothing, so such a friend brings no guest.
    let may_know = !guest || firm.is_customer(friend);
    may_know.then(|| firm.shown_contact(friend, draw.again())).flatten()
}

/// Whether someone is outside a circle, and knows nobody in it, as far as the platform shows.
fn is_outside(firm: &FirmView<'_>, circle: &[PersonId], other: PersonId) -> bool {
    let within = |person: PersonId| circle.binary_search(&person).is_ok();
    !within(other) && !firm.shown_contacts(other).any(within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;
    use crate::evidence::laboratory::World;

    #[test]
    fn nobody_is_missed_because_he_is_not_sought_where_nobody_can_be() {
        let text = "[people]\ncount = 500\n[strategies.none]\n";
        let world = World::of(text, Draws::from_seed(2));
        let (view, luck) = (world.view(3), world.luck.of("test: friends of friends"));
        let mut found = [0, 0];
        for person in view.customers() {
            let friends = view.contacts(person);
            let first = luck.about(world.market.people.key[person.index()]);
            let draws = std::iter::successors(Some(first), |draw| Some(draw.again().again()));
            for (draw, guest) in
                draws.take(CANDIDATES).flat_map(|draw| [(draw, true), (draw, false)])
            {
                let suits = |&other: &PersonId| view.is_customer(other) != guest;
                let friend = view.shown_contact(person, draw);
                let anybody = friend.and_then(|friend| view.shown_contact(friend, draw.again()));
                let by_looking = friend_of_friend(&view, (&friends, guest), draw).filter(suits);
                assert_eq!(by_looking, anybody.filter(suits));
                found[usize::from(guest)] += usize::from(by_looking.is_some());
            }
        }
        assert!(found.iter().all(|&found| found > 20), "{found:?}");
    }
}
