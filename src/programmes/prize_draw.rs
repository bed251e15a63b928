//! Prize draw: now and then the firm invites customers and followers to win something; the prize is talked about.
//!
//! It brings followers who follow for the prize, and talk that is of the prize (claim E4). The
//! objections count as well: some who hear of it do remember the firm.

use super::{FirmView, Programme};
use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Horizon, Money};

crate::parameters! {
    /// Draws for a prize.
    pub PrizeDraw in "strategies.NAME.prize_draw" {
        /// Weeks from one draw to the next.
        interval: Horizon = 13.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// What can be won, money and 1,000 people of the market.
        prize: Money = 10.0, in 0.1 => 500.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one invitation.
        ticket: Money = 0.01, in 0.001 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for PrizeDraw {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        if firm.is_turn(self.interval) { self.prize.scaled(firm.thousands()) } else { Money::ZERO }
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        if !firm.is_turn(self.interval) {
            return;
        }
        let invited = |person: &PersonId| firm.is_customer(*person) || firm.follows(*person);
        let invited: Vec<PersonId> = firm.everybody().filter(invited).collect();
        for person in firm.by_priority(invited, firm.draws("prize_draw: priority")) {
            offers.make(person, Offer::Draw { prize: self.prize }, self.ticket, purse);
        }
    }
}
