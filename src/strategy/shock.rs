//! Shocks: what befalls the firm, or what it does once, whatever its strategy, absent included.

use crate::offers::{Offers, Purse};
use crate::programmes::{Chosen, FirmView};
use crate::quantity::{Horizon, Money, Share};

crate::parameters! {
    /// Bad quality for a few weeks, under every strategy.
    pub QualityFailure in "shocks.quality_failure" {
        /// The week in which it begins, counted from 0.
        week: Horizon = 26.0, in 0.0 => 1040.0, from "definition", grade Definition, role Input;
        /// How many weeks it lasts.
        duration: Horizon = 4.0, in 1.0 => 1040.0, from "definition", grade Definition, role Input;
        /// The chance of a good week while it lasts, where the firm's quality is not lower anyway.
        quality: Share = 0.4, in 0.0 => 1.0, from "definition", grade Definition, role Input;
    }
}

impl QualityFailure {
    /// The best quality that the firm can deliver in this week: 1 where nothing is wrong.
    #[must_use]
    pub fn ceiling(&self, week: u32) -> f32 {
        if lasts(self.week, self.duration, week) { self.quality.single() } else { 1.0 }
    }
}

crate::parameters! {
    /// A programme that the firm carries out for a few weeks under every strategy.
    pub ActPlan in "shocks.PROGRAMME" {
        /// The week in which it begins, counted from 0.
        week: Horizon = 26.0, in 0.0 => 1040.0, from "definition", grade Definition, role Input;
        /// How many weeks it lasts.
        duration: Horizon = 1.0, in 1.0 => 1040.0, from "definition", grade Definition, role Input;
        /// What it may cost, on top of every strategy's allowance, money a week and 1,000 people of the market.
        budget: Money = 50.0, in 0.0 => 1_000_000.0, from "assumption; swept", grade Gap, role Input;
    }
}

/// Something that the firm does for a few weeks whatever its strategy.
#[derive(Debug)]
pub struct Act {
    /// The programme's name in the scenario.
    pub name: String,
    /// Its name in the books.
    pub account: String,
    /// When, and what it may cost.
    pub plan: ActPlan,
    /// The programme, with its parameters.
    pub chosen: Chosen,
}

impl Act {
    /// Carries the act out if it is due this week, and tells what it cost.
    pub(super) fn carry_out(&self, firm: &FirmView<'_>, offers: &mut Offers) -> Money {
        if !lasts(self.plan.week, self.plan.duration, firm.week) {
            return Money::ZERO;
        }
        // What comes at intervals comes in the act's first week, whatever week that is.
        let firm = &firm.for_an_act(self.plan.week.whole());
        let mut purse = Purse::of(self.plan.budget.scaled(firm.thousands()));
        if self.plan.budget > Money::ZERO && purse.pay(self.chosen.programme.fixed_cost(firm)) {
            self.chosen.programme.plan(firm, &mut purse, offers);
        }
        purse.spent()
    }
}

/// Whether something that begins in one week and lasts so many is there in another.
const fn lasts(begins: Horizon, duration: Horizon, week: u32) -> bool {
    begins.whole() <= week && week - begins.whole() < duration.whole()
}
