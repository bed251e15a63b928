//! Status: exclusive invitations and special recommendations for a part of the customers.
//!
//! To be singled out is worth something as long as others are not (claim A6): the more customers
//! are, the less it is worth to each ([`crate::worth`]). The firm chooses by what it knows: how
//! long somebody has been a customer, or by lot.

use super::{FirmView, Programme};
use crate::offers::{Offer, OfferKind, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Quantity, Share, Weeks};
use std::cmp::Reverse;

crate::choices! {
    /// Whom to single out.
    pub Chosen {
        /// Those who have been customers for longest.
        Tenure = "tenure",
        /// Anyone, by lot, for good.
        Lot = "lot",
    }
}

crate::parameters! {
    /// Distinctions for a part of the customers.
    pub Distinctions in "strategies.NAME.status" {
        /// Share of customers who are singled out.
        part: Share = 0.1, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Whom to single out.
        chosen: Chosen = Chosen::Tenure.to_number(), in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Weeks until a distinction is renewed.
        rest: Weeks = 13.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one distinction.
        offer_cost: Money = 2.0, in 0.05 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Distinctions {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        for person in self.chosen_few(firm) {
            if firm.has_rested(person, OfferKind::Status, self.rest) {
                offers.make(person, Offer::Status, self.offer_cost, purse);
            }
        }
    }
}

impl Distinctions {
    /// The customers who are to be singled out, the first first; among equals a lot decides.
    fn chosen_few(&self, firm: &FirmView<'_>) -> Vec<PersonId> {
        let lot = firm.lasting_draws("status: lot");
        let mut customers = firm.customers();
        let few = (self.part.0 * customers.len() as f64).round() as usize;
        customers.sort_by_cached_key(|&person| {
            let tenure = if self.chosen == Chosen::Tenure { firm.tenure(person) } else { 0 };
            (Reverse(tenure), firm.draw(lot, person, None))
        });
        customers.truncate(few);
        customers
    }
}
