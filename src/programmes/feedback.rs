//! Feedback: the firm asks its customers what they think of it; few answer, and it learns a little from each.
//!
//! People want feedback from people, not from firms (claim A4): to be asked is one more message.

use super::{FirmView, Programme};
use crate::offers::{Offer, OfferKind, Offers, Purse};
use crate::quantity::{Money, Weeks};

crate::parameters! {
    /// Requests for feedback.
    pub Feedback in "strategies.NAME.feedback" {
        /// Weeks for which a person is left in peace after a request.
        rest: Weeks = 13.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one request.
        offer_cost: Money = 0.02, in 0.001 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the survey and of reading it, money a week and 1,000 people of the market.
        platform: Money = 1.0, in 0.0 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Feedback {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("feedback: priority");
        for person in firm.rested_customers(OfferKind::Question, self.rest, priority) {
            offers.make(person, Offer::Question, self.offer_cost, purse);
        }
    }
}
