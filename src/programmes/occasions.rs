//! Occasions: the firm gives customers an occasion to be in touch with people they know: a reminder, a gift given together.
//!
//! It serves the need to maintain contacts (claim A8), and wakes a dormant one now and then.

use super::view::Prompt;
use super::{FirmView, Programme};
use crate::offers::{OfferKind, Offers, Purse};
use crate::quantity::{Money, Number, Weeks};

crate::parameters! {
    /// Occasions to be in touch.
    pub Occasions in "strategies.NAME.occasions" {
        /// Weeks for which a person is left in peace after an offer.
        rest: Weeks = 4.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that an occasion takes from each.
        time: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one occasion.
        offer_cost: Money = 0.2, in 0.01 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the service, money a week and 1,000 people of the market.
        platform: Money = 2.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Occasions {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (kind, time) = (OfferKind::Occasion, self.time.single());
        let prompt = Prompt { kind, rest: self.rest, time, cost: self.offer_cost };
        let draws = (firm.draws("occasions: priority"), firm.draws("occasions: with whom"));
        firm.prompt(prompt, draws, |_, _| true, purse, offers);
    }
}
