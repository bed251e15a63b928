//! Tasks: customers invite, help or write for the firm, in exchange for the contacts that it gave them (claim A5).
//!
//! Whoever was given nothing does nothing, and takes the request for exploitation
//! ([`crate::processes::broker`]); so tasks live on what other programmes give.

use super::{FirmView, Programme};
use crate::offers::{Offer, OfferKind, Offers, Purse, Task};
use crate::people::PersonId;
use crate::quantity::{Money, Number, Quantity, Share, Weeks};

crate::parameters! {
    /// Requests to customers to do something for the firm.
    pub Tasks in "strategies.NAME.tasks" {
        /// What customers are asked to do.
        task: Task = Task::Help.to_number(), in 0.0 => 2.0, from "definition", grade Definition, role Input;
        /// Share of those whom the firm has not helped of late who are spared the request.
        only_helped: Share = 1.0, in 0.0 => 1.0, from "definition (claim A5: in exchange for contacts)", grade Definition, role Input;
        /// Weeks for which a person is left in peace after a request.
        rest: Weeks = 13.0, in 0.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Contact time that a task takes.
        time: Number = 1.0, in 1.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of one request.
        offer_cost: Money = 0.1, in 0.01 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the service, money a week and 1,000 people of the market.
        platform: Money = 1.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Tasks {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let priority = firm.draws("tasks: priority");
        let spared = firm.draws("tasks: is spared who was given nothing");
        let fair = |person: &PersonId| {
            let spare = firm.draw(spared, *person, None).happens(self.only_helped.single());
            !spare || firm.has_helped(*person)
        };
        let asked = firm.rested_customers(OfferKind::Task, self.rest, priority);
        for person in asked.into_iter().filter(fair) {
            let offer = Offer::Task { task: self.task, time: self.time.single() };
            if !offers.make(person, offer, self.offer_cost, purse) {
                break;
            }
        }
    }
}
