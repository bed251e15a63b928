//! Exchange: a place where customers lend each other things and help each other out: neighbours' help over the internet (claim C2).
//!
//! What is lent need not be bought, so it can eat the firm's own sales; it needs people close by
//! who have what others wish for.

use super::{FirmView, Programme};
use crate::offers::{Exchange, Offers, Purse};
use crate::quantity::{Money, Number, Quantity, Share};
use crate::segments::Audience;

crate::parameters! {
    /// A place for customers to lend and help each other.
    pub PeerExchange in "strategies.NAME.exchange" {
        /// Chance a week that a customer has a wish which somebody else could fulfil.
        wishes: Share = 0.05, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// Chance that one who is asked has what is wished for, and gives it.
        supply: Share = 0.1, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// What one loan spares the borrower, in weekly prices.
        saving: Share = 0.15, in 0.0 => 0.3, from "assumption; swept 0 to .3 (no verified figure)", grade Gap, role Input;
        /// Share of a week's purchase that one loan replaces: access without buying.
        displaced: Share = 0.2, in 0.0 => 1.0, from "assumption; swept (claim C2)", grade Gap, role Input;
        /// How easily people who are no customers borrow: 1 as easily as customers, 0 not at all.
        guests: Share = 0.0, in 0.0 => 1.0, from "definition (customers only)", grade Definition, role Input;
        /// Contact time that a loan takes from each.
        time: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of moderating and insuring, money a week and customer.
        care: Money = 0.02, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the platform, money a week and 1,000 people of the market.
        platform: Money = 3.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for PeerExchange {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        // Where the purse cannot bear the care for all, only so many wishes are taken up.
        // It is for whoever comes, whomever the firm has in mind, so all need care.
        let care = self.care.times(firm.of(Audience::All).customers().len() as u64);
        let borne = care.min(purse.left());
        let share = if care > Money::ZERO { borne.to_number() / care.to_number() } else { 1.0 };
        let paid = purse.pay(borne);
        offers.services.exchange = paid.then(|| Exchange {
            wishes: (self.wishes.0 * share) as f32,
            supply: self.supply.single(),
            saving: self.saving.single(),
            displaced: self.displaced.single(),
            guests: self.guests.single(),
            time: self.time.single().max(1.0),
        });
    }
}
