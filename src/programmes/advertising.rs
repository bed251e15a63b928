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
        let affordable =
            1000.0 * purse.left().to_number() / firm.technology.cost_per_mille.to_number();
        let most = self.frequency_cap.0;
        let level = level(&audience, affordable, most);
        for (person, weight) in audience {
            let impressions = (level * f64::from(weight)).min(most) as f32;
            let cost = firm.technology.price_of_impressions(impressions);
            offers.make(person, Offer::impressions(impressions), cost, purse);
        }
    }
}

impl Advertising {
    fn weight(&self, estimated_fit: f32) -> f32 {
        (1.0 + self.targeting.single() * estimated_fit).max(0.0)
    }
}

/// Impressions for each unit of weight, so that all together are what can be paid: where the
/// frequency cap holds some back, theirs go to the others.
fn level(audience: &[(PersonId, f32)], affordable: f64, most: f64) -> f64 {
    let (mut level, mut capped) = (0.0, 0.0);
    // Each round caps more people; a few rounds use all but a trifle of the money.
    for _ in 0..4 {
        let open = audience.iter().map(|(_, weight)| f64::from(*weight));
        let open: f64 = open.filter(|weight| level * weight < most).sum();
        if open <= 0.0 {
            break;
        }
        level = (affordable - capped) / open;
        let held = audience.iter().filter(|(_, weight)| level * f64::from(*weight) >= most);
        capped = held.count() as f64 * most;
    }
    level.max(0.0)
}
