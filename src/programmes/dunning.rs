//! Dunning: the firm sends the collectors at the first late payment; the fee comes in, and who took the firm for a friend is gone.
//!
//! The firm that acts the friend and sends the debt collectors is a case of claim D3. Payments that
//! fail for good are no strategy's matter: dunning brings fees, and keeps no customer.

use super::{FirmView, Programme};
use crate::offers::{Demand, Offer, Offers, Purse};
use crate::quantity::{Money, Number, Share};

crate::parameters! {
    /// Debt collection at the first late payment.
    pub Dunning in "strategies.NAME.dunning" {
        /// Share of customers who pay late in a week.
        late: Share = 0.02, in 0.0 => 0.2, from "assumption; swept (payments that fail for good: 1.38 % a month)", grade Gap, role Input;
        /// Chance that the fee is paid.
        paid: Share = 0.7, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// The fee that is asked for a late payment, in weekly prices.
        fee: Number = 0.4, in 0.0 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// How badly it offends someone who takes the firm for a friend, from 0 to 1.
        severity: Share = 0.8, in 0.0 => 1.0, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// Cost of one letter of the collectors.
        letter: Money = 0.5, in 0.01 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Dunning {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("dunning: priority");
        let demand = Demand {
            severity: self.severity.single(),
            chance: self.paid.single(),
            pays: firm.price.scaled(self.fee.0),
        };
        let mut late = firm.customers();
        late.retain(|&customer| firm.pays_late(customer, self.late));
        for customer in firm.by_priority(late, priority) {
            if !offers.make(customer, Offer::Demand(demand), self.letter, purse) {
                break;
            }
        }
    }
}
