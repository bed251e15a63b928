//! Firms, and where each person stands with each of them.
//!
//! A market may hold several firms; each has columns of its own, so that a second firm is a
//! second set of columns and changes nothing in the first.

mod clientele;
mod losses;
mod records;

pub use clientele::{Arrival, Clientele, Habit};
pub use losses::Losses;
pub use records::{Reason, Source, Stage};

use crate::ledger::Ledger;
use crate::offers::Services;
use crate::people::PersonId;
use crate::quantity::Money;

/// What a firm has built up by its programmes, beyond its customers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Assets {
    /// What it has learnt from people of late, in opinions heard for each 1,000 people, fading.
    pub insight: f32,
    /// What can be read in its forum, in pieces for each 1,000 people, fading.
    pub content: f32,
    /// Share of the market that visited its forum last week.
    pub visitors: f32,
    /// Share of its customers who belong to their network.
    pub members: f32,
    /// Share of its customers whom it has singled out and who still feel it.
    pub honoured: f32,
    /// Followers that it bought: they are counted, and do nothing.
    pub bought_followers: f32,
}

/// One firm.
#[derive(Clone, Debug)]
pub struct Firm {
    /// What a customer pays in a week.
    pub price: Money,
    /// What a customer paid in week 0.
    pub list_price: Money,
    /// How badly this week's rise of the price offends friends of the firm, if there is one.
    pub raised: Option<f32>,
    /// What serving a customer costs in a week.
    pub unit_cost: Money,
    /// The chance that a week with the firm is a good one, from 0 to 1: its true quality.
    pub quality: f32,
    /// What the firm has built up.
    pub assets: Assets,
    /// Who is in its forum this week, and whether they take part; in ascending order.
    pub in_forum: Vec<(PersonId, bool)>,
    /// What it runs this week for whoever comes.
    pub services: Services,
    /// The best quality that it can deliver this week: 1 where nothing is wrong, less in a failure.
    pub ceiling: f32,
    /// Public opinion of the firm, from −1 to 1.
    pub opinion: f32,
    /// Mean benefit of present members, which is all that a prospect can go by.
    pub reputation: f32,
    /// Readiness of the average prospect of the first week, by which all are measured.
    pub usual_readiness: f32,
    /// How much a customer of the first week leans towards leaving on average, as an exponent.
    pub usual_leaning: f32,
    /// Where everybody stands with it.
    pub clientele: Clientele,
    /// Its books.
    pub ledger: Ledger,
}

impl Firm {
    /// The chance that this week with the firm is a good one: its quality, as far as nothing keeps
    /// it from delivering it. What improves the quality meanwhile shows when the failure is over.
    #[must_use]
    pub const fn delivered(&self) -> f32 {
        self.quality.min(self.ceiling)
    }

    /// Begins a week with these services, in a market of so many people.
    pub fn open(&mut self, services: Services, people: usize) {
        self.raised = None;
        if let Some(rise) = services.price {
            let price = self.list_price.scaled(f64::from(rise.level));
            // What customers have been told once, they have been told.
            if price > self.price {
                (self.price, self.raised) = (price, Some(rise.severity));
            }
        }
        self.assets.bought_followers += services.bought_followers * people as f32 / 1000.0;
        self.services = services;
    }
}
