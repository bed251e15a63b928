//! Shared activities: the firm invites two people who know each other to do something together that lets them know each other better.
//!
//! It serves the need to deepen contacts, to know people from a new side (claims A3 and A8). What
//! it seeks are middling ties: who meets all the time needs no activity, and who hardly meets is
//! hard to bring together. The platform shows how often two people are in contact, not how close
//! they feel. Both must accept, and it takes time from both.

use super::view::Prompt;
use super::{FirmView, Programme};
use crate::offers::{OfferKind, Offers, Purse};
use crate::quantity::{Money, Number, PerWeek, Weeks};

crate::parameters! {
    /// Activities that two people share.
    pub Activities in "strategies.NAME.activities" {
        /// Contacts a week of two people from which their tie counts as middling.
        least: PerWeek = 0.1, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// Contacts a week of two people up to which it does.
        most: PerWeek = 0.5, in 0.1 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Weeks for which a person is left in peace after an offer.
        rest: Weeks = 8.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that an activity takes from each.
        time: Number = 2.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one offer of an activity.
        offer_cost: Money = 0.5, in 0.01 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the service, money a week and 1,000 people of the market.
        platform: Money = 2.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Activities {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (kind, time) = (OfferKind::Activity, self.time.single());
        let prompt = Prompt { kind, rest: self.rest, time, cost: self.offer_cost };
        let draws = (firm.draws("activities: priority"), firm.draws("activities: with whom"));
        let middling = self.least.single()..=self.most.single();
        let suits = |person, contact| {
            firm.has_rested(contact, kind, self.rest)
                && firm.shown_frequency(person, contact).is_some_and(|met| middling.contains(&met))
        };
        firm.prompt(prompt, draws, suits, purse, offers);
    }
}
