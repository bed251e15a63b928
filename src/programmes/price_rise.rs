//! Price rise: the firm asks more than before, once and for good; those who took it for a friend mind most.
//!
//! Customers and prospects hold it against what was asked before; how strongly is weakly founded
//! (`people.worth.reference`). Where a customer brings little of what he pays, as at the defaults, even a
//! doubled price earns more for years than it loses, so no headline may rest on a price rise: compare
//! strategies that ask the same.
//!
//! Willingness to pay becomes revenue only by a price: this is how a firm can reap what its help is
//! worth, and what that costs it.

use super::{FirmView, Programme};
use crate::offers::{Offers, PriceRise, Purse};
use crate::quantity::{Money, Share};

crate::parameters! {
    /// A higher price.
    pub Raise in "strategies.NAME.price_rise" {
        /// By how much the price exceeds that of week 0, as a share.
        rise: Share = 0.1, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// How badly it offends someone who takes the firm for a friend, from 0 to 1.
        severity: Share = 0.2, in 0.0 => 1.0, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// Cost of telling the customers, money and 1,000 people of the market, once.
        letters: Money = 1.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Raise {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        if self.is_due(firm) { self.letters.scaled(firm.thousands()) } else { Money::ZERO }
    }

    fn plan(&self, firm: &FirmView<'_>, _: &mut Purse, offers: &mut Offers) {
        if !self.is_due(firm) {
            return;
        }
        let level = self.level();
        // Of two rises at a time, the greater counts.
        if offers.services.price.is_none_or(|other| other.level < level) {
            offers.services.price = Some(PriceRise { level, severity: self.severity.single() });
        }
    }
}

impl Raise {
    /// The price to come, as a multiple of that of week 0.
    const fn level(&self) -> f32 {
        1.0 + self.rise.single()
    }

    /// Whether customers are still to be told: what they have been told once, they have been told.
    fn is_due(&self, firm: &FirmView<'_>) -> bool {
        firm.price < firm.list_price.scaled(f64::from(self.level()))
    }
}
