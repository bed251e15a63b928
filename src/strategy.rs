//! A strategy: the programmes that a firm runs, and how it divides its weekly allowance among them.

mod line;
mod plan;
mod shock;

pub use line::{Line, Window};
pub use plan::{Plan, Planning};
pub use shock::{Act, ActPlan, QualityFailure};

use crate::offers::{Offers, Purse};
use crate::processes::account::Spending;
use crate::programmes::FirmView;
use crate::quantity::Money;

/// What one firm does, week after week.
#[derive(Debug, Default)]
pub struct Strategy {
    /// The name that the scenario gives it. Nothing in the model reads it.
    pub name: String,
    /// What it may spend in a week, money and 1,000 people of the market.
    pub allowance: Money,
    /// How it divides the allowance as time goes by.
    pub planning: Planning,
    /// Its programmes, those that a switch brings included.
    pub lines: Vec<Line>,
    /// When it changes to doing what another strategy does, the earliest first.
    pub switches: Vec<Switch>,
    /// What the firm does whatever its strategy: commerce acts, on top of the allowance.
    pub acts: Vec<Act>,
    /// Bad quality that befalls the firm whatever its strategy.
    pub failure: Option<QualityFailure>,
}

/// A change to what another strategy does.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The week of the change, counted from 0.
    pub at: u32,
    /// The other strategy.
    pub to: String,
    /// What may be spent in a week from then on, money and 1,000 people of the market.
    pub allowance: Money,
    /// How the allowance is divided from then on.
    pub planning: Planning,
}

impl Strategy {
    /// The baseline: a firm that does nothing.
    #[must_use]
    pub fn absent() -> Self {
        Self { name: ABSENT.to_owned(), ..Self::default() }
    }

    /// The names of the programmes in the books: the lines, then the acts.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().map(|line| &*line.account);
        lines.chain(self.acts.iter().map(|act| &*act.account))
    }

    /// Spends a week's allowance: fixed costs first, then each programme from its own purse.
    ///
    /// A programme without a share, outside its weeks, or whose fixed cost the rest of the
    /// allowance cannot bear, rests and costs nothing; so does all where there is no allowance,
    /// even what would be free. Nothing is carried over or moved between
    /// programmes; what is not used stays with the firm as cash. Acts are paid on top.
    #[must_use]
    pub fn spend(&self, firm: &FirmView<'_>) -> (Offers, Spending) {
        let (since, allowance, planning) = self.in_force(firm.week);
        let allowance = allowance.scaled(firm.thousands());
        let shares = self.shares(firm, since, planning);
        let mut rest = Purse::of(allowance);
        let fixed: Vec<Option<Money>> = self
            .lines
            .iter()
            .zip(&shares)
            .map(|(line, share)| {
                let runs = allowance > Money::ZERO && *share > 0.0 && line.runs_in(firm.week);
                let cost = runs.then(|| line.chosen.programme.fixed_cost(&line.view(firm)))?;
                rest.pay(cost).then_some(cost)
            })
            .collect();
        let mut offers = Offers::default();
        let mut programmes = Vec::with_capacity(self.lines.len() + self.acts.len());
        for ((line, share), fixed) in self.lines.iter().zip(&shares).zip(fixed) {
            let Some(fixed) = fixed else {
                programmes.push(Money::ZERO);
                continue;
            };
            let mut purse = Purse::of(rest.left().part(*share));
            line.chosen.programme.plan(&line.view(firm), &mut purse, &mut offers);
            programmes.push(fixed + purse.spent());
        }
        let spent: Money = programmes.iter().copied().sum();
        programmes.extend(self.acts.iter().map(|act| act.carry_out(firm, &mut offers)));
        let spending = Spending { programmes, media: offers.media(), unspent: allowance - spent };
        (offers, spending)
    }

    /// Since when the firm does what it does in this week, with which allowance and plan.
    fn in_force(&self, week: u32) -> (u32, Money, &Planning) {
        let switched = self.switches.iter().rev().find(|switch| switch.at <= week);
        switched.map_or((0, self.allowance, &self.planning), |switch| {
            (switch.at, switch.allowance, &switch.planning)
        })
    }

    /// What each line gets this week of the allowance after fixed costs.
    fn shares(&self, firm: &FirmView<'_>, since: u32, planning: &Planning) -> Vec<f64> {
        let shares: Vec<f64> = self.lines.iter().map(|line| line.share_in(firm.week)).collect();
        let pages = firm.books().get(since as usize..);
        planning.shares(shares, pages.unwrap_or_default())
    }
}

/// The name of the strategy that does nothing and always runs along.
pub const ABSENT: &str = "absent";
