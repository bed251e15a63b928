//! Publicity: now and then the firm stages an event; the news reaches many at once, is talked about, and is soon over.

use super::{FirmView, Programme};
use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Horizon, Money, Share};

crate::parameters! {
    /// Publicity for an event of the firm.
    pub Publicity in "strategies.NAME.publicity" {
        /// Weeks from one event to the next.
        interval: Horizon = 13.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Share of the market that the news of an event reaches at most.
        reach: Share = 0.2, in 0.01 => 0.8, from "assumption; swept", grade Gap, role Input;
        /// Cost of reaching one person with it.
        contact: Money = 0.05, in 0.005 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of staging an event, money and 1,000 people of the market.
        staging: Money = 10.0, in 0.0 => 500.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Publicity {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        if firm.is_turn(self.interval) {
            self.staging.scaled(firm.thousands())
        } else {
            Money::ZERO
        }
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        if !firm.is_turn(self.interval) {
            return;
        }
        let draws = firm.draws("publicity: whom the news reaches");
        let reached =
            |person: &PersonId| firm.draw(draws, *person, None).happens(self.reach.single());
        let reached: Vec<PersonId> = firm.everybody().filter(reached).collect();
        for person in firm.by_priority(reached, firm.draws("publicity: priority")) {
            offers.make(person, Offer::Event, self.contact, purse);
        }
    }
}
