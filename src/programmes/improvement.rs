//! Improvement: the firm works on what it sells; quality rises slowly, costs now and pays later.
//!
//! Culture is the most effective field, and the slowest (claim B4).

use super::{FirmView, Programme};
use crate::offers::{Offers, Purse};
use crate::quantity::{Money, Quantity, Share};

crate::parameters! {
    /// Work on the firm's own quality.
    pub Improvement in "strategies.NAME.improvement" {
        /// Share of the distance to perfect quality that is covered in a week, with all the money of the world.
        pace: Share = 0.01, in 0.0 => 0.05, from "assumption; swept (claim B2)", grade Gap, role Input;
        /// Money a week and 1,000 people of the market with which half of that pace is reached.
        half: Money = 25.0, in 1.0 => 1000.0, from "assumption; swept (diminishing returns)", grade Gap, role Input;
    }
}

impl Programme for Improvement {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let work = purse.left();
        if purse.pay(work) {
            let effort = work.to_number() / firm.thousands();
            let reached = effort / (effort + self.half.to_number());
            // What a shock adds comes on top.
            let pace = (self.pace.0 * reached) as f32;
            offers.services.improvement += pace * (1.0 - offers.services.improvement);
        }
    }
}
