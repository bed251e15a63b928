//! Hospitality: the firm invites people for an evening, to talk with them and to listen; it is not there to sell.
//!
//! What moves the guests flows into what the firm offers, and whoever takes trouble is talked
//! about (claims E2 and E5). A sales flyer at the door is a business act among friends (claim E3);
//! `pitch` says how badly it offends a friend. Without it nothing is sold.

use super::{FirmView, Programme};
use crate::offers::{Demand, Offer, OfferKind, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Number, Share, WeeklyChance, Weeks};

crate::parameters! {
    /// Evenings as the firm's guest.
    pub Hospitality in "strategies.NAME.hospitality" {
        /// Share of invitations that go to people who are no customers.
        prospects: Share = 0.0, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Weeks for which a person is left in peace after an invitation.
        rest: Weeks = 26.0, in 1.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that an evening takes from a guest.
        time: Number = 2.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one place, whether or not the guest comes.
        offer_cost: Money = 5.0, in 0.1 => 200.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of arranging the evenings, money a week and 1,000 people of the market.
        platform: Money = 2.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
        /// How badly a sales flyer at the door offends someone who takes the firm for a friend; 0 is without one.
        pitch: Share = 0.0, in 0.0 => 1.0, from "definition (0: no flyer)", grade Definition, role Input;
        /// Chance that a customer who is handed the flyer buys.
        pitch_buys: WeeklyChance = 0.1, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// What such a purchase leaves the firm after its own costs, in weekly prices.
        pitch_worth: Number = 1.0, in 0.0 => 10.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Hospitality {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("hospitality: priority");
        let customers = firm.rested_customers(OfferKind::Hospitality, self.rest, priority);
        let pitch = (self.pitch.0 > 0.0).then(|| Demand {
            severity: self.pitch.single(),
            chance: self.pitch_buys.single(),
            pays: firm.price.scaled(self.pitch_worth.0),
        });
        let offer = Offer::Hospitality { time: self.time.single(), pitch };
        // Prospects get their part; what they do not use is left for customers.
        let kept = purse.left() - purse.left().part(self.prospects.0);
        for guest in self.strangers(firm) {
            if purse.left() < kept + self.offer_cost {
                break;
            }
            offers.make(guest, offer, self.offer_cost, purse);
        }
        for guest in customers {
            if !offers.make(guest, offer, self.offer_cost, purse) {
                break;
            }
        }
    }
}

impl Hospitality {
    /// People who are no customers and have rested from invitations, in the order of a keyed priority.
    fn strangers(&self, firm: &FirmView<'_>) -> Vec<PersonId> {
        if self.prospects.0 <= 0.0 {
            return Vec::new();
        }
        let strange = |&person: &PersonId| {
            !firm.is_customer(person)
                && !firm.is_staff(person)
                && firm.has_rested(person, OfferKind::Hospitality, self.rest)
        };
        let strangers = firm.everybody().filter(strange).collect();
        firm.by_priority(strangers, firm.draws("hospitality: priority among prospects"))
    }
}
