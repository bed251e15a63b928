//! Responding: people who answer questions and complaints that the usual service leaves open, the firm's own or an agency's.
//!
//! How the firm handles the questions of a customer whom it only meets online matters (claim C3);
//! an agency's answers cost less and are less believable (claim E7). A good answer prevents a
//! grudge, and delights nobody (De Matos, Henrique and Rossi 2007); whoever believes it takes the firm
//! a little more for a friend.

use super::{FirmView, Programme};
use crate::offers::{Desk, Offers, Purse};
use crate::quantity::{Money, Quantity, Share};

crate::choices! {
    /// Whose people answer.
    pub Answerers {
        /// The firm's own.
        Own = "own",
        /// An agency's.
        Agency = "agency",
    }
}

crate::parameters! {
    /// Answers beyond the usual service.
    pub Responding in "strategies.NAME.responding" {
        /// Whose people answer.
        by: Answerers = Answerers::Own.to_number(), in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Answers in a week that are provided for, as a share of customers.
        readiness: Share = 0.02, in 0.0 => 0.2, from "assumption; swept (about as many as complain and are not served)", grade Gap, role Input;
        /// What provision for one answer by the firm's own people costs.
        answer_cost: Money = 1.0, in 0.05 => 20.0, from "assumption; swept", grade Gap, role Input;
        /// How much less an agency's answer costs.
        agency_saving: Share = 0.5, in 0.0 => 0.9, from "assumption; swept", grade Gap, role Input;
        /// How believable an agency's answer is; that of the firm's own people is wholly so.
        agency_credibility: Share = 0.5, in 0.0 => 1.0, from "assumption; swept (claim E7)", grade Gap, role Input;
    }
}

impl Programme for Responding {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (each, credibility) = match self.by {
            Answerers::Own => (self.answer_cost, 1.0),
            Answerers::Agency => {
                let cost = self.answer_cost.part(1.0 - self.agency_saving.0);
                (cost, self.agency_credibility.single())
            }
        };
        let wanted = (self.readiness.0 * firm.customers().len() as f64).ceil();
        let payable = (purse.left().to_number() / each.to_number()).floor();
        let capacity = wanted.min(payable) as u32;
        // People at the desk are paid whether anybody asks or not.
        if capacity > 0 && purse.pay(each.times(u64::from(capacity))) {
            offers.services.desk = Some(Desk { capacity, credibility });
        }
    }
}
