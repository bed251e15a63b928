//! Hard sell: the firm presses its customers to buy more; some do, and those who took it for a friend mind.
//!
//! The social web is no direct sales channel (claim E1). Each call brings cash at once and is a
//! business act ([`crate::norms`]).

use super::{FirmView, Programme};
use crate::offers::{Demand, Offer, OfferKind, Offers, Purse};
use crate::quantity::{Money, Number, Share, Weeks};

crate::parameters! {
    /// Pressing customers to buy more.
    pub HardSell in "strategies.NAME.hard_sell" {
        /// Weeks for which a customer is left in peace after a business act.
        rest: Weeks = 4.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that a customer who is pressed buys.
        success: Share = 0.05, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// What the firm earns by one such sale, in weekly prices, after the costs of what is sold.
        earns: Number = 1.0, in 0.0 => 10.0, from "assumption; swept (about one weekly price)", grade Gap, role Input;
        /// How badly it offends someone who takes the firm for a friend, from 0 to 1.
        severity: Share = 0.3, in 0.0 => 1.0, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// Cost of one call.
        call: Money = 0.2, in 0.01 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for HardSell {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("hard sell: priority");
        let demand = Demand {
            severity: self.severity.single(),
            chance: self.success.single(),
            pays: firm.price.scaled(self.earns.0),
        };
        for customer in firm.rested_customers(OfferKind::Demand, self.rest, priority) {
            if !offers.make(customer, Offer::Demand(demand), self.call, purse) {
                break;
            }
        }
    }
}
