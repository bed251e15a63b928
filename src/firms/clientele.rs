//! The clientele: where everybody stands with one firm, column by column.

use super::{Losses, Source, Stage};
use crate::column::Scarce;
use crate::offers::OfferKind;
use crate::people::{NEEDS, PersonId};

/// How somebody buys while a customer who is no subscriber, relative to the average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Habit {
    /// How often; gamma distributed.
    pub often: f32,
    /// How much at a time; inversely gamma distributed.
    pub much: f32,
}

/// How somebody became a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// What brought it about.
    pub source: Source,
    /// Who brought the person in.
    pub referrer: Option<PersonId>,
}

impl Arrival {
    /// A customer from the start, whom nobody brought.
    pub const GIVEN: Self = Self { source: Source::Given, referrer: None };
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
    /// How ready the person is to leave, relative to the average; fixed, gamma distributed.
    pub frailty: Vec<f32>,
    /// The same against the market's average: 1 is the average; fixed.
    pub relative_fit: Vec<f32>,
    /// How the person buys while a customer; fixed, and empty where customers are subscribers.
    pub habit: Vec<Habit>,
    /// Units bought this week, where customers are no subscribers.
    pub bought: Scarce<f32>,
    /// Trust in the firm, from 0 to 1.
    pub trust: Vec<f32>,
    /// What the relationship is taken to be, from 0 (business) to 1 (friendship).
    pub norm: Vec<f32>,
    /// Smoothed satisfaction with what was bought, from 0 to 1.
    pub experience: Vec<f32>,
    /// Impressions still at work.
    pub ad_stock: Scarce<f32>,
    /// Annoyance by ill-fitting messages.
    pub irritation: Scarce<f32>,
    /// Praise heard, fading.
    pub praise_heard: Scarce<f32>,
    /// Blame heard, fading.
    pub blame_heard: Scarce<f32>,
    /// The hazard to join this week that accepted invitations add.
    pub invited: Scarce<f32>,
    /// Recent losses among the people whom the person seeks, fading.
    pub losses_near: Losses,
    /// By how much the customers whom the person seeks move him towards leaving, as an exponent.
    pub company: Scarce<f32>,
    /// Offers of contacts received lately, fading.
    pub offers_lately: Scarce<f32>,
    /// Thankfulness for help with one's contacts, fading.
    pub gratitude: Scarce<f32>,
    /// What the firm gave for each of the four needs, fading.
    pub benefits: Scarce<[f32; NEEDS]>,
    /// The week of the last offer of each kind, counted from 1; 0 if there was none.
    pub last_offer: [Scarce<i16>; OfferKind::COUNT],
    /// The week of joining; negative before the first week.
    pub joined: Vec<i16>,
    /// How the person became a customer, the last time.
    pub arrival: Vec<Option<Arrival>>,
    /// Who last praised the firm to the person, or invited; credited when the person joins.
    pub teller: Vec<Option<PersonId>>,
    /// Whether the person has ever been a customer.
    pub ever: Vec<bool>,
    /// A customer since before the first week who never left.
    pub loyal: Scarce<bool>,
    /// Whether the person follows the firm's page.
    pub follows: Scarce<bool>,
    /// Whether the person follows it for the sake of a prize, and cares for nothing else there.
    pub hunts: Scarce<bool>,
    /// Whether the person gets the firm's e-mails.
    pub subscribes: Scarce<bool>,
    /// Whether the person has unsubscribed, and will not sign up again.
    pub unsubscribed: Scarce<bool>,
    /// The week of the last click on what the firm shows, or of the last mail opened, counted from 1; 0 if there was none.
    pub interested: Scarce<i16>,
    /// Reason to talk that is an event of the firm and not what it sells, fading.
    pub stirred: Scarce<f32>,
    /// Reason to talk that is a prize to be won and not the firm, fading.
    pub in_draw: Scarce<f32>,
    /// Whether the person belongs to the customers' network.
    pub member: Scarce<bool>,
    /// Distinctions received, fading.
    pub honoured: Scarce<f32>,
    /// Help given to others where the firm could see it, fading.
    pub has_helped: Scarce<f32>,
    /// What others lend and so spare the person, in weekly prices, fading.
    pub spared: Scarce<f32>,
    /// Indignation about a business act by a firm that was taken for a friend, fading.
    pub aggrieved: Scarce<f32>,
    /// The hazard to join this week that a visit to the forum adds.
    pub read_forum: Scarce<f32>,
    /// How much of what the person has read in the forum is not yet out of date, from 0 to 1.
    pub informed: Scarce<f32>,
    /// How much readier to join the person is, should he be a prospect, for having taken part in the forum, as a share; for good.
    pub committed: Scarce<f32>,
    /// The hazard to join this week that the firm's hospitality adds.
    pub was_guest: Scarce<f32>,
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
            habit: Vec::new(),
            bought: Scarce::for_people(people),
            trust: vec![0.0; people],
            norm: vec![0.0; people],
            experience: vec![0.0; people],
            ad_stock: Scarce::for_people(people),
            irritation: Scarce::for_people(people),
            praise_heard: Scarce::for_people(people),
            blame_heard: Scarce::for_people(people),
            invited: Scarce::for_people(people),
            losses_near: Losses::near(people),
            company: Scarce::for_people(people),
            offers_lately: Scarce::for_people(people),
            gratitude: Scarce::for_people(people),
            benefits: Scarce::for_people(people),
            last_offer: std::array::from_fn(|_| Scarce::for_people(people)),
            joined: vec![i16::MIN; people],
            arrival: vec![None; people],
            teller: vec![None; people],
            ever: vec![false; people],
            loyal: Scarce::for_people(people),
            follows: Scarce::for_people(people),
            hunts: Scarce::for_people(people),
            subscribes: Scarce::for_people(people),
            unsubscribed: Scarce::for_people(people),
            interested: Scarce::for_people(people),
            stirred: Scarce::for_people(people),
            in_draw: Scarce::for_people(people),
            member: Scarce::for_people(people),
            honoured: Scarce::for_people(people),
            has_helped: Scarce::for_people(people),
            spared: Scarce::for_people(people),
            aggrieved: Scarce::for_people(people),
            read_forum: Scarce::for_people(people),
            informed: Scarce::for_people(people),
            committed: Scarce::for_people(people),
            was_guest: Scarce::for_people(people),
            staff: Scarce::for_people(people),
            votes: Scarce::for_people(people),
        }
    }

    /// Whether the person is a customer.
    #[must_use]
    #[inline]
    pub fn is_customer(&self, person: usize) -> bool {
        self.stage[person] == Stage::Customer
    }

    /// Whether customers buy when they like, and are no subscribers.
    #[must_use]
    pub const fn buy_at_will(&self) -> bool {
        !self.habit.is_empty()
    }

    /// Units that a person buys this week: a subscriber one, anybody else what he wants.
    #[must_use]
    pub fn units(&self, person: usize) -> f32 {
        if self.buy_at_will() {
            return self.bought.get(person);
        }
        f32::from(u8::from(self.is_customer(person)))
    }

    /// Units that a customer buys in the average week if nothing moves him.
    #[must_use]
    pub fn usual_units(&self, person: usize) -> f64 {
        self.habit.get(person).map_or(1.0, |habit| f64::from(habit.often * habit.much))
    }

    /// Lets a person take part in a prize draw, and follow the page for its sake who did not before.
    pub fn enter_the_draw(&mut self, person: usize) {
        if !self.follows.get(person) {
            self.follows.set(person, true);
            self.hunts.set(person, true);
        }
        self.in_draw.set(person, 1.0);
    }

    /// Whether the firm's help is still felt: at least a quarter of one helpful act is left of it.
    #[must_use]
    pub fn was_helped_of_late(&self, person: usize) -> bool {
        !self.benefits.is_unused() && self.benefits.get(person).iter().any(|&stock| stock >= 0.25)
    }

    /// What the firm's help with contacts is worth to the person, from 0 to 1.
    ///
    /// Each need counts by its weight, and each further helpful act for less than the one before.
    #[must_use]
    #[inline]
    pub fn benefit(&self, person: usize, needs: &[f32; NEEDS]) -> f32 {
        if self.benefits.is_unused() {
            return 0.0;
        }
        let worth = |(stock, need): (&f32, &f32)| need * stock / (1.0 + stock);
        self.benefits.get(person).iter().zip(needs).map(worth).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_benefit_counts_for_less() {
        let mut clientele = Clientele::unaware(1);
        let mut worth = vec![0.0];
        for _ in 0..5 {
            clientele.benefits.of(0)[3] += 1.0;
            worth.push(clientele.benefit(0, &[0.0, 0.0, 0.0, 1.0]));
        }
        let gains: Vec<f32> = worth.windows(2).map(|w| w[1] - w[0]).collect();
        assert!(gains.windows(2).all(|g| g[1] < g[0] && g[1] > 0.0), "{gains:?}");
        assert!(worth[5] < 1.0);
    }
}
