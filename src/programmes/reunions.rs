//! Reunions: the firm helps people to find those again whom they lost touch with.
//!
//! It serves the need to revive dormant contacts (claim A8). A dormant tie is worth about as much
//! as a living one once it is woken (Levin, Walter and Murnighan 2011), but people choose the
//! familiar among those whom they lost touch with (Walter, Levin and Murnighan 2015), so some stay
//! dormant. The firm knows only how long the platform has seen no contact between two people;
//! whether that is long enough is for the two to say ([`crate::processes::broker`]).

use super::view::Prompt;
use super::{FirmView, Programme};
use crate::offers::{OfferKind, Offers, Purse};
use crate::quantity::{Money, Number, Weeks};

crate::parameters! {
    /// Reunions of people who lost touch with each other.
    pub Reunions in "strategies.NAME.reunions" {
        /// Weeks without a contact that the platform saw, beyond which the firm takes a tie for dormant.
        silence: Weeks = 52.0, in 13.0 => 260.0, from "Levin, Walter and Murnighan 2011 (three years; one to five in the literature, of which the least)", grade V2, role Input;
        /// Weeks for which a person is left in peace after an offer.
        rest: Weeks = 8.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that a reunion takes from each.
        time: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one offer of a reunion.
        offer_cost: Money = 0.3, in 0.01 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the service, money a week and 1,000 people of the market.
        platform: Money = 2.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Reunions {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (kind, time) = (OfferKind::Reunion, self.time.single());
        let prompt = Prompt { kind, rest: self.rest, time, cost: self.offer_cost };
        let draws = (firm.draws("reunions: priority"), firm.draws("reunions: with whom"));
        let long = |silence: u32| f64::from(silence) > self.silence.0;
        let suits = |person, contact| {
            firm.has_rested(contact, kind, self.rest)
                && firm.shown_silence(person, contact).is_some_and(long)
        };
        firm.prompt(prompt, draws, suits, purse, offers);
    }
}
