//! Openness: the firm lets people watch; what is good and what is bad in it is talked about more, and more of that in public.
//!
//! Be really good and let people watch (claim B2). The more present a firm is, the easier it is to
//! attack (claim B3): openness multiplies blame as it multiplies praise.

use super::{FirmView, Programme};
use crate::offers::{Offers, Purse};
use crate::quantity::{Money, Share};

crate::parameters! {
    /// How much of what happens in the firm is public.
    pub Openness in "strategies.NAME.openness" {
        /// How much of what happens in the firm is public.
        level: Share = 0.5, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// What wholly public work costs, money a week and 1,000 people of the market.
        work: Money = 5.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Openness {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.work.scaled(self.level.0 * firm.thousands())
    }

    fn plan(&self, _: &FirmView<'_>, _: &mut Purse, offers: &mut Offers) {
        offers.services.openness = offers.services.openness.max(self.level.single());
    }
}
