//! Legal warning: lawyers write to those who share what the firm itself published; some pay, all are astonished.
//!
//! The firm that publishes videos and warns off those who embed them is a case of claim D3. Who
//! shares the firm's posts is found among those who follow its page.

use super::{FirmView, Programme};
use crate::offers::{Demand, Offer, Offers, Purse};
use crate::quantity::{Money, Number, Share};

crate::parameters! {
    /// Lawyers' letters to those who share what the firm publishes.
    pub LegalWarning in "strategies.NAME.legal_warning" {
        /// Share of the followers who share something in a week and are found.
        sharers: Share = 0.01, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// Chance that someone who is warned pays.
        paid: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// What is paid then, in weekly prices.
        damages: Number = 4.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
        /// How badly it offends someone who takes the firm for a friend, from 0 to 1.
        severity: Share = 1.0, in 0.0 => 1.0, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// Cost of one letter.
        letter: Money = 2.0, in 0.01 => 1000.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for LegalWarning {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (shares, priority) =
            (firm.draws("legal warning: shares something"), firm.draws("legal warning: priority"));
        let demand = Demand {
            severity: self.severity.single(),
            chance: self.paid.single(),
            pays: firm.price.scaled(self.damages.0),
        };
        let mut found = firm.followers();
        found.retain(|&fan| firm.draw(shares, fan, None).happens(self.sharers.single()));
        for fan in firm.by_priority(found, priority) {
            if !offers.make(fan, Offer::Demand(demand), self.letter, purse) {
                break;
            }
        }
    }
}
