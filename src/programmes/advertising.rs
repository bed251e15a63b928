//! Advertising: paid impressions to the people whom the platform takes for likely customers, so many a week at most.
//!
//! A competent digital side targets, leaves its own customers out as far as the platform
//! recognises them, and caps the frequency; what cannot be used under the cap is not spent.
//! Cost and response of an impression: [`crate::technology`].

use super::{FirmView, Programme};
use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Number, Quantity};

crate::parameters! {
    /// Paid impressions on the platform.
    pub Advertising in "strategies.NAME.advertising" {
        /// Impressions that one person gets in a week at most.
        frequency_cap: Number = 3.0, in 0.1 => 20.0, from "assumption; swept (practice: two to four a week)", grade Gap, role Input;
        /// How strongly delivery follows the platform's estimate of fit: impressions more for each standard deviation, as a share.
        targeting: Number = 0.5, in 0.0 => 2.0, from "assumption; swept", grade Gap, role Input;
        /// Price of a week's campaign management, money a week and 1,000 people of the market.
        management: Money = 1.0, in 0.0 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Advertising {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.management.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let audience: Vec<(PersonId, f32)> = firm
            .everybody()
            .filter(|&person| !firm.is_excluded(person))
            .map(|person| (person, self.weight(firm.estimated_fit(person))))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        let all: f64 = audience.iter().map(|(_, weight)| f64::from(*weight)).sum();
        let affordable = 1000.0 * purse.left().to_number() / firm.technology.cost_per_mille.to_number();
        for (person, weight) in audience {
            let impressions = (affordable * f64::from(weight) / all) as f32;
            let impressions = impressions.min(self.frequency_cap.single());
            let cost = firm.technology.price_of_impressions(impressions);
            offers.make(person, Offer::Impressions(impressions), cost, purse);
        }
    }
}

impl Advertising {
    fn weight(&self, estimated_fit: f32) -> f32 {
        (1.0 + self.targeting.single() * estimated_fit).max(0.0)
    }
}
