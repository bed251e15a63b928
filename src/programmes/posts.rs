//! Posts: the firm writes on its page; a share of the followers sees each post, at no media cost.
//!
//! Whoever only praises himself is unfollowed (claim E1). A follow or a like by itself moves
//! nothing (John, Emrich, Gupta and Norton 2017); what a post can do is to be an impression.

use super::{FirmView, Programme};
use crate::offers::{Offers, Posts, Purse};
use crate::quantity::{Money, PerWeek, Share};

crate::parameters! {
    /// Posts on the firm's own page.
    pub Postings in "strategies.NAME.posts" {
        /// Posts a week.
        frequency: PerWeek = 5.0, in 0.0 => 75.0, from "Rival IQ 2023: about five brand posts a week", grade V2, role Input;
        /// Share of posts that only praise the firm.
        self_praise: Share = 0.5, in 0.0 => 1.0, from "assumption; swept (claim E1)", grade Gap, role Input;
        /// Cost of writing one post, money and 1,000 people of the market.
        writing: Money = 0.5, in 0.0 => 20.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Postings {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.writing.scaled(self.frequency.0 * firm.thousands())
    }

    fn plan(&self, _: &FirmView<'_>, _: &mut Purse, offers: &mut Offers) {
        offers.services.publish(Posts {
            published: self.frequency.single(),
            self_praise: self.self_praise.single(),
        });
    }
}
