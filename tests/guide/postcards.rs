//! Postcards: a printed impression to every customer, at a price each.

use super::{FirmView, Programme};
use crate::offers::{Offer, Offers, Purse};
use crate::quantity::Money;

crate::parameters! {
    /// Postcards to customers.
    pub Postcards in "strategies.NAME.postcards" {
        /// Price of one postcard.
        price: Money = 0.8, in 0.1 => 5.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Postcards {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        for person in firm.customers() {
            offers.make(person, Offer::impressions(1.0), self.price, purse);
        }
    }
}
