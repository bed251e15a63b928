//! A strategy: the programmes that a firm runs, and how it divides its weekly allowance among them.

use crate::offers::{Offers, Purse};
use crate::processes::account::Spending;
use crate::programmes::{Chosen, FirmView};
use crate::quantity::Money;

/// One programme of a strategy, and its share of what is left after fixed costs.
#[derive(Debug)]
pub struct Line {
    /// The programme's name in the scenario.
    pub name: String,
    /// Its share of the allowance after fixed costs, from 0 to 1.
    pub share: f64,
    /// The programme, with its parameters.
    pub chosen: Chosen,
}

/// What one firm does, week after week.
#[derive(Debug, Default)]
pub struct Strategy {
    /// The name that the scenario gives it. Nothing in the model reads it.
    pub name: String,
    /// What it may spend in a week, money and 1,000 people of the market.
    pub allowance: Money,
    /// Its programmes.
    pub lines: Vec<Line>,
}

impl Strategy {
    /// The baseline: a firm that does nothing.
    #[must_use]
    pub fn absent() -> Self {
        Self { name: ABSENT.to_owned(), ..Self::default() }
    }

    /// Spends a week's allowance: fixed costs first, then each programme from its own purse.
    ///
    /// A programme without a share, or whose fixed cost the rest of the allowance cannot bear,
    /// rests and costs nothing. Nothing is carried over or moved between programmes; what is not
    /// used stays with the firm as cash.
    #[must_use]
    pub fn spend(&self, firm: &FirmView<'_>) -> (Offers, Spending) {
        let allowance = self.allowance.scaled(firm.thousands());
        let mut rest = Purse::of(allowance);
        let fixed: Vec<Option<Money>> = self
            .lines
            .iter()
            .map(|line| {
                let cost = line.chosen.programme.fixed_cost(firm);
                (line.share > 0.0 && rest.pay(cost)).then_some(cost)
            })
            .collect();
        let mut offers = Offers::default();
        let mut programmes = Vec::with_capacity(self.lines.len());
        for (line, fixed) in self.lines.iter().zip(fixed) {
            let Some(fixed) = fixed else {
                programmes.push(Money::ZERO);
                continue;
            };
            let mut purse = Purse::of(rest.left().part(line.share));
            line.chosen.programme.plan(firm, &mut purse, &mut offers);
            programmes.push(fixed + purse.spent());
        }
        let spent: Money = programmes.iter().copied().sum();
        let spending = Spending { programmes, media: offers.media(), unspent: allowance - spent };
        (offers, spending)
    }
}

/// The name of the strategy that does nothing and always runs along.
pub const ABSENT: &str = "absent";
