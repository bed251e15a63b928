//! A plan: the shares as they were set, or shares that follow the firm's own books.
//!
//! The adaptive plan is hill climbing, as a manager would do it who believes his figures: in each
//! period one programme gets a step more, at the cost of the others in proportion. If the firm
//! earned more in that period than in the one before, the step stays; otherwise it is taken back.
//! Then it is the next programme's turn. The first period is lived with the shares as set. It
//! takes a trend, or luck, for success; that is its fault and not the simulator's.

use crate::ledger::Page;
use crate::quantity::{Horizon, Money, Share};

crate::choices! {
    /// How a strategy divides its allowance as time goes by.
    pub Plan {
        /// As it was set.
        Fixed = "fixed",
        /// By trial and error on the firm's own books.
        Adaptive = "adaptive",
    }
}

crate::parameters! {
    /// How a strategy divides its allowance as time goes by.
    pub Planning in "strategies.NAME" {
        /// Whether shares stay as they are set, or follow the firm's books: each period one programme gets more on trial.
        plan: Plan = 0.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Weeks of a trial of the adaptive plan.
        every: Horizon = 13.0, in 1.0 => 104.0, from "assumption; swept (budgets are reviewed by the quarter)", grade Gap, role Input;
        /// Share that a programme gets on trial in the adaptive plan, at the cost of the others.
        step: Share = 0.1, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Planning {
    /// The shares of the week that follows these pages of the books, one page a week.
    ///
    /// They follow from the shares as set and from the books alone; nothing else is remembered.
    /// They add up to what they added up to. A programme without a share stays without.
    #[must_use]
    pub fn shares(&self, set: Vec<f64>, pages: &[Page]) -> Vec<f64> {
        match self.plan {
            Plan::Fixed => set,
            Plan::Adaptive => self.climb(set, pages),
        }
    }

    fn climb(&self, set: Vec<f64>, pages: &[Page]) -> Vec<f64> {
        let earned = |period: &[Page]| period.iter().map(Page::profit).sum::<Money>();
        let earned: Vec<Money> =
            pages.chunks_exact(self.every.whole() as usize).map(earned).collect();
        let lines: Vec<usize> = (0..set.len()).filter(|&line| set[line] > 0.0).collect();
        let (mut kept, mut tried) = (set.clone(), set);
        // With one programme there is nothing to take from.
        if lines.len() < 2 {
            return kept;
        }
        for (period, line) in (1..=earned.len()).zip(lines.iter().copied().cycle()) {
            if period >= 2 && earned[period - 1] > earned[period - 2] {
                kept.clone_from(&tried);
            }
            tried = give(&kept, line, self.step.0);
        }
        tried
    }
}

/// Gives one line so much more, from the others in proportion, as far as they have it.
fn give(shares: &[f64], line: usize, step: f64) -> Vec<f64> {
    let others: f64 =
        shares.iter().enumerate().filter(|(other, _)| *other != line).map(|(_, share)| share).sum();
    if others <= 0.0 {
        return shares.to_vec();
    }
    let moved = step.min(others);
    let left = (others - moved) / others;
    let share = |(other, share): (usize, &f64)| {
        if other == line { share + moved } else { share * left }
    };
    shares.iter().enumerate().map(share).collect()
}

#[cfg(test)]
mod tests;
