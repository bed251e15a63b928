//! E-mail: the firm writes to those who signed up for it, at next to no cost each.
//!
//! Customers sign up, and some who only know the firm; few open a mail, fewer click, and whoever is
//! annoyed unsubscribes ([`crate::processes::broadcast`]).

use super::{FirmView, Programme};
use crate::offers::{Offer, Offers, Purse};
use crate::quantity::{Horizon, Money};

crate::parameters! {
    /// E-mails to those who signed up.
    pub Mails in "strategies.NAME.mail" {
        /// Weeks from one e-mail to the next.
        interval: Horizon = 2.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of writing one e-mail, money and 1,000 people of the market.
        writing: Money = 0.5, in 0.0 => 20.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of sending one e-mail to one person.
        sending: Money = 0.001, in 0.0001 => 0.02, from "assumption; swept", grade Gap, role Input;
        /// Cost of the list and its sign-up, money a week and 1,000 people of the market.
        platform: Money = 0.5, in 0.01 => 20.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Mails {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        let writing = if firm.is_turn(self.interval) { self.writing } else { Money::ZERO };
        (self.platform + writing).scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        offers.services.newsletter = true;
        if !firm.is_turn(self.interval) {
            return;
        }
        for person in firm.by_priority(firm.subscribers(), firm.draws("mail: priority")) {
            offers.make(person, Offer::Mail, self.sending, purse);
        }
    }
}
