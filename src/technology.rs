//! The platform: what reach costs, who sees what, and what a firm can see there. The last and least decision (claim D1).

use crate::quantity::{Money, Number, Share};

crate::parameters! {
    /// The platform on which the firm and the people are.
    pub Technology in "technology" {
        /// Price of a thousand paid impressions.
        cost_per_mille: Money = 15.48, in 5.0 => 20.0, from "WordStream 2017: cost per click 1.72 times click rate .0090 times 1000", grade Derived, role Input;
        /// Share of impressions that are clicked.
        click_rate: Share = 0.0090, in 0.0047 => 0.0161, from "WordStream 2017, 256 accounts, range over industries", grade V2, role Input;
        /// Share of clicks that make a customer.
        conversion: Share = 0.0921, in 0.02 => 0.15, from "WordStream 2017, 256 accounts", grade V2, role Input;
        /// What an impression brings without a click, for each customer whom clicks bring.
        unclicked: Number = 0.0, in 0.0 => 3.5, from "assumption; swept (from what a platform's accounts show to 3.5, Lewis and Reiley 2014: 78 % of what advertising added to the sales of a retailer with shops came from people who never clicked)", grade Gap, role Input;
        /// Share of followers who see a post.
        organic_reach: Share = 0.06, in 0.02 => 0.16, from "Social@Ogilvy 2014, 106 pages", grade V1, role Input;
        /// How strongly the reach of posts falls with the share of followers who never react, as an exponent of the others' share.
        ranking: Number = 1.0, in 0.0 => 2.0, from "assumption; swept (claim C4: interaction counts)", grade Gap, role Input;
        /// How well the platform's estimate of who fits agrees with who does, as a correlation.
        targeting_accuracy: Share = 0.5, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Share of its customers that a firm can keep out of its paid audience.
        customer_match: Share = 0.7, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// How well the platform knows how often people are in touch, and what they know: 0 not at all, 1 exactly.
        contacts_known: Share = 0.5, in 0.0 => 1.0, from "assumption; swept (most contacts are offline, and profiles flatter)", grade Gap, role Input;
        /// Share of a customer's ties that the platform shows to the firm.
        ties_shown: Share = 0.5, in 0.05 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Technology {
    /// What one impression of the average prospect is worth in customers over its whole life: clicks times
    /// conversion, and whom it brings without a click.
    #[must_use]
    pub fn response(&self) -> f32 {
        (self.click_rate.0 * self.conversion.0 * (1.0 + self.unclicked.0)) as f32
    }

    /// The price of so many impressions.
    #[must_use]
    pub fn price_of_impressions(&self, impressions: f32) -> Money {
        self.cost_per_mille.part(f64::from(impressions) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_an_impression_brings_without_clicks_nothing_is_lost() {
        let clicks = Technology::default();
        let seen = Technology { unclicked: Number(3.5), ..Technology::default() };
        // 78 of 100 come without a click: those who click are 22.
        assert!((clicks.response() / seen.response() - 0.22).abs() < 0.005);
    }
}
