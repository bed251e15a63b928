//! Bought followers: accounts that follow the firm's page for money, and do nothing else.
//!
//! A thousand true friends, or a hundred thousand bought ones (claim C4)? Who never reacts is
//! counted, and lets the platform show the firm's posts to fewer of those who would.

use super::{FirmView, Programme};
use crate::offers::{Offers, Purse};
use crate::quantity::{Money, Number, Quantity};

crate::parameters! {
    /// Followers that are bought.
    pub BoughtFollowers in "strategies.NAME.bought_followers" {
        /// Followers bought in a week at most, for each 1,000 people of the market.
        most: Number = 10.0, in 0.1 => 1000.0, from "assumption; swept", grade Gap, role Input;
        /// Price of one.
        price: Money = 0.02, in 0.001 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for BoughtFollowers {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let affordable = purse.left().to_number() / self.price.to_number() / firm.thousands();
        let number = self.most.0.min(affordable);
        let cost = self.price.part(number * firm.thousands());
        if cost > Money::ZERO && purse.pay(cost) {
            offers.services.bought_followers += number as f32;
        }
    }
}
