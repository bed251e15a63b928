//! Firms, and where each person stands with each of them.
//!
//! A market may hold several firms; each has columns of its own, so that a second firm is a
//! second set of columns and changes nothing in the first.

use crate::column::Scarce;
use crate::ledger::Ledger;
use crate::people::{NEEDS, PersonId};
use crate::quantity::Money;

/// Where a person stands with a firm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    /// Has never heard of it.
    #[default]
    Unaware,
    /// Knows it and may become a customer.
    Aware,
    /// Buys from it every week.
    Customer,
    /// Was a customer and does not think of returning yet.
    Lapsed,
}

impl Stage {
    /// Whether the person may become a customer.
    #[must_use]
    #[inline]
    pub const fn is_prospect(self) -> bool {
        matches!(self, Self::Unaware | Self::Aware)
    }
}

/// What made a person a customer: each acquisition has exactly one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Source {
    /// A customer before the first week.
    Given,
    /// The firm's impressions.
    Advertising,
    /// What others said.
    WordOfMouth,
    /// An introduction to a customer, accepted.
    Invitation,
    /// Looking for it unprompted.
    Search,
    /// Seeing others use it.
    Visibility,
}

impl Source {
    /// The causes of acquisitions, in the order of the tables.
    pub const CAUSES: [Self; 5] =
        [Self::Advertising, Self::WordOfMouth, Self::Invitation, Self::Search, Self::Visibility];

    /// The place of a cause in [`Source::CAUSES`].
    #[must_use]
    pub const fn index(self) -> usize {
        (self as usize).saturating_sub(1)
    }
}

/// Why a customer left: each loss has exactly one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// A payment failed; nobody decided anything.
    Payment,
    /// Own judgement of what is offered at the price.
    Judgement,
    /// Annoyed by messages.
    Irritation,
    /// Others left.
    Contagion,
    /// Trouble of the whole circle.
    Circle,
    /// Another firm won the customer.
    Rival,
}

impl Reason {
    /// How many reasons there are.
    pub const COUNT: usize = Self::Rival as usize + 1;
}

/// The kinds of contact that a firm can offer, each with its own place in the firm's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Contact {
    /// To meet someone new.
    Introduction,
    /// To be in touch with someone known.
    Occasion,
}

impl Contact {
    /// How many kinds there are.
    pub const COUNT: usize = 2;
}

/// Where everybody stands with one firm, column by column.
#[derive(Clone, Debug, Default)]
pub struct Clientele {
    /// Unaware, aware, customer or lapsed.
    pub stage: Vec<Stage>,
    /// How well what the firm offers suits the person, from 0 to 1; fixed.
    pub fit: Vec<f32>,
    /// The platform's estimate of that, in standard deviations from the average; fixed.
    pub estimated_fit: Vec<f32>,
    /// How ready the person is to leave, relative to the average; fixed, gamma distributed. Under
    /// contracts it is the hazard to end the contract at a renewal, all else being usual.
    pub frailty: Vec<f32>,
    /// The same against the market's average: 1 is the average; fixed.
    pub relative_fit: Vec<f32>,
    /// Trust in the firm, from 0 to 1.
    pub trust: Vec<f32>,
    /// What the relationship is taken to be, from 0 (business) to 1 (friendship).
    pub norm: Vec<f32>,
    /// Smoothed satisfaction with what was bought, from 0 to 1.
    pub experience: Vec<f32>,
    /// Impressions still at work.
    pub ad_stock: Vec<f32>,
    /// Annoyance by ill-fitting messages.
    pub irritation: Vec<f32>,
    /// Praise heard, fading.
    pub praise_heard: Vec<f32>,
    /// Blame heard, fading.
    pub blame_heard: Vec<f32>,
    /// The hazard to join this week that accepted invitations add.
    pub invited: Vec<f32>,
    /// Recent losses among the people whom the person seeks, fading.
    pub losses_near: Vec<f32>,
    /// Offers of contacts received lately, fading.
    pub offers_lately: Vec<f32>,
    /// Thankfulness for help with one's contacts, fading.
    pub gratitude: Vec<f32>,
    /// What the firm gave for each of the four needs, fading.
    pub benefits: Vec<[f32; NEEDS]>,
    /// The week of the last offer of each kind of contact; far in the past if there was none.
    pub last_offer: Vec<[i16; Contact::COUNT]>,
    /// The week of joining; negative before the first week.
    pub joined: Vec<i16>,
    /// What made the person a customer, the last time.
    pub source: Vec<Option<Source>>,
    /// Who last praised the firm to the person, or invited; credited when the person joins.
    pub teller: Vec<Option<PersonId>>,
    /// Who brought the person in.
    pub referrer: Vec<Option<PersonId>>,
    /// Distance from the nearest ancestor in the referral tree whom nobody brought.
    pub generation: Vec<u16>,
    /// Whether the person has ever been a customer.
    pub ever: Vec<bool>,
    /// A customer since before the first week who never left.
    pub loyal: Vec<bool>,
    /// Whether the person follows the firm's page.
    pub follows: Vec<bool>,
    /// Whether the person works for the firm, and so is neither its customer nor its prospect.
    pub staff: Scarce<bool>,
    /// Whether the person's buying group has the person's vote: of prospects to join, of customers to leave.
    pub votes: Scarce<bool>,
}

impl Clientele {
    /// A market of so many people who have never heard of the firm.
    #[must_use]
    pub fn unaware(people: usize) -> Self {
        Self {
            stage: vec![Stage::Unaware; people],
            fit: vec![0.5; people],
            estimated_fit: vec![0.0; people],
            frailty: vec![1.0; people],
            relative_fit: vec![1.0; people],
            trust: vec![0.0; people],
            norm: vec![0.0; people],
            experience: vec![0.0; people],
            ad_stock: vec![0.0; people],
            irritation: vec![0.0; people],
            praise_heard: vec![0.0; people],
            blame_heard: vec![0.0; people],
            invited: vec![0.0; people],
            losses_near: vec![0.0; people],
            offers_lately: vec![0.0; people],
            gratitude: vec![0.0; people],
            benefits: vec![[0.0; NEEDS]; people],
            last_offer: vec![[i16::MIN; Contact::COUNT]; people],
            joined: vec![i16::MIN; people],
            source: vec![None; people],
            teller: vec![None; people],
            referrer: vec![None; people],
            generation: vec![0; people],
            ever: vec![false; people],
            loyal: vec![false; people],
            follows: vec![false; people],
            staff: Scarce::of(people),
            votes: Scarce::of(people),
        }
    }

    /// Whether the person is a customer.
    #[must_use]
    #[inline]
    pub fn is_customer(&self, person: usize) -> bool {
        self.stage[person] == Stage::Customer
    }

    /// Whether the firm's help is still felt: at least a quarter of one helpful act is left of it.
    #[must_use]
    pub fn was_helped_of_late(&self, person: usize) -> bool {
        self.benefits[person].iter().any(|&stock| stock >= 0.25)
    }

    /// What the firm's help with contacts is worth to the person, from 0 to 1.
    ///
    /// Each need counts by its weight, and each further helpful act for less than the one before.
    #[must_use]
    #[inline]
    pub fn benefit(&self, person: usize, needs: &[f32; NEEDS]) -> f32 {
        let worth = |(stock, need): (&f32, &f32)| need * stock / (1.0 + stock);
        self.benefits[person].iter().zip(needs).map(worth).sum()
    }
}

/// One firm.
#[derive(Clone, Debug)]
pub struct Firm {
    /// What a customer pays in a week.
    pub price: Money,
    /// What serving a customer costs in a week.
    pub unit_cost: Money,
    /// The chance that a week with the firm is a good one, from 0 to 1.
    pub quality: f32,
    /// Public opinion of the firm, from −1 to 1.
    pub opinion: f32,
    /// Mean benefit of present members, which is all that a prospect can go by.
    pub reputation: f32,
    /// Readiness of the average prospect of the first week, by which all are measured.
    pub usual_readiness: f32,
    /// How open to persuasion the average prospect of the first week was, weighted by readiness.
    pub usual_openness: f32,
    /// Where everybody stands with it.
    pub clientele: Clientele,
    /// Its books.
    pub ledger: Ledger,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_benefit_counts_for_less() {
        let mut clientele = Clientele::unaware(1);
        let mut worth = vec![0.0];
        for _ in 0..5 {
            clientele.benefits[0][3] += 1.0;
            worth.push(clientele.benefit(0, &[0.0, 0.0, 0.0, 1.0]));
        }
        let gains: Vec<f32> = worth.windows(2).map(|w| w[1] - w[0]).collect();
        assert!(gains.windows(2).all(|g| g[1] < g[0] && g[1] > 0.0), "{gains:?}");
        assert!(worth[5] < 1.0);
    }

    #[test]
    fn every_cause_has_its_own_place() {
        let places: Vec<usize> = Source::CAUSES.iter().map(|cause| cause.index()).collect();
        assert_eq!(places, [0, 1, 2, 3, 4]);
    }
}
