//! What a firm can do to a person, and what it costs. This is the whole list.
//!
//! A programme cannot touch people. It makes offers, each paid from its purse, or runs a service;
//! people receive them in the week's processes. A new lever is a new variant of [`Offer`] or a
//! new field of [`Services`], and the compiler then names every place that must answer it.

mod services;

pub use services::{Desk, Exchange, Forum, Posts, PriceRise, Services};

use crate::people::PersonId;
use crate::quantity::Money;

/// The kinds of offers that are remembered, each with its own place in the firm's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum OfferKind {
    /// To meet someone new.
    Introduction,
    /// To be in touch with someone known: it maintains a tie.
    Occasion,
    /// To do something together with someone known: it deepens a tie.
    Activity,
    /// To meet someone again whom one lost touch with: it revives a tie.
    Reunion,
    /// To be the firm's guest.
    Hospitality,
    /// To belong to the customers' network.
    Membership,
    /// To be singled out.
    Status,
    /// To do something for the firm.
    Task,
    /// To tell the firm what one thinks of it.
    Question,
    /// To take part in a prize draw.
    Draw,
    /// To pay, to buy, or to obey.
    Demand,
}

impl OfferKind {
    /// How many kinds there are.
    pub const COUNT: usize = Self::Demand as usize + 1;
}

crate::choices! {
    /// What a member is asked to do for the firm.
    pub Task {
        /// To invite an acquaintance.
        Invite = "invite",
        /// To help other customers with their questions.
        Help = "help",
        /// To write something for the forum.
        Contribute = "contribute",
    }
}

/// Paid impressions of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Impressions {
    /// So many on average.
    pub number: f32,
    /// How fresh what is shown is: 1 has the usual effect, 0 none.
    pub freshness: f32,
}

/// An introduction of one person to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Introduction {
    /// To whom.
    pub to: PersonId,
    /// Contact time of each of the two.
    pub time: f32,
    /// Whether it is to learn from the other, who gives and does not take.
    pub lesson: bool,
    /// Whether the firm vouches for both: each knows that the other is a customer as well.
    pub verified: bool,
}

/// Something that the firm asks of a person as a business does: an exchange act.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// How badly it offends someone who takes the firm for a friend, from 0 to 1.
    pub severity: f32,
    /// Chance that the person pays.
    pub chance: f32,
    /// What the person pays then.
    pub pays: Money,
}

/// One thing that a firm can do to one person in one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offer {
    /// Paid impressions.
    Impressions(Impressions),
    /// An e-mail to someone who signed up for it.
    Mail,
    /// A question for the person's opinion of the firm.
    Question,
    /// A ticket for a prize draw.
    Draw {
        /// What can be won, money and 1,000 people of the market.
        prize: Money,
    },
    /// News of an event that the firm stages: something to talk about.
    Event,
    /// An introduction to someone.
    Introduction(Introduction),
    /// A contact with someone whom the person knows already.
    Touch {
        /// With whom.
        with: PersonId,
        /// Contact time of each of the two.
        time: f32,
        /// An occasion, an activity or a reunion.
        kind: OfferKind,
    },
    /// An evening as the firm's guest.
    Hospitality {
        /// Contact time that it takes.
        time: f32,
        /// What the guest is asked for at the door, if anything.
        pitch: Option<Demand>,
    },
    /// A place in the customers' network.
    Membership,
    /// A distinction that few have.
    Status,
    /// A request to do something for the firm.
    Task {
        /// What.
        task: Task,
        /// Contact time that it takes.
        time: f32,
    },
    /// A business act.
    Demand(Demand),
}

impl Offer {
    /// Paid impressions of something fresh.
    #[must_use]
    pub const fn impressions(number: f32) -> Self {
        Self::Impressions(Impressions { number, freshness: 1.0 })
    }
}

/// The money that one programme may still spend this week.
#[derive(Debug)]
pub struct Purse {
    left: Money,
    spent: Money,
}

impl Purse {
    /// A purse with so much in it.
    #[must_use]
    pub const fn of(money: Money) -> Self {
        Self { left: money, spent: Money::ZERO }
    }

    /// What is left.
    #[must_use]
    pub const fn left(&self) -> Money {
        self.left
    }

    /// What was spent.
    #[must_use]
    pub const fn spent(&self) -> Money {
        self.spent
    }

    /// Pays if there is enough, and says whether it did.
    #[must_use]
    pub fn pay(&mut self, cost: Money) -> bool {
        let enough = cost >= Money::ZERO && cost <= self.left;
        if enough {
            self.left = self.left - cost;
            self.spent += cost;
        }
        enough
    }
}

/// The offers and services of one firm in one week: impressions, and other offers, each in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offers {
    // Nearly everybody may get impressions in a week, where few get anything else: so they stand in a narrow list of their own.
    shown: Vec<(PersonId, Impressions)>,
    made: Vec<(PersonId, Offer)>,
    media: Money,
    /// What the firm runs for whoever comes.
    pub services: Services,
}

impl Offers {
    /// Makes an offer if the purse can bear it, and says whether it did.
    pub fn make(&mut self, to: PersonId, offer: Offer, cost: Money, purse: &mut Purse) -> bool {
        let paid = purse.pay(cost);
        if paid && let Offer::Impressions(impressions) = offer {
            self.shown.push((to, impressions));
            self.media += cost;
        } else if paid {
            self.made.push((to, offer));
        }
        paid
    }

    /// Makes room for so many more impressions, so that a long list is not moved as it grows.
    pub fn make_room(&mut self, more: usize) {
        self.shown.reserve(more);
    }

    /// What was paid for impressions.
    #[must_use]
    pub const fn media(&self) -> Money {
        self.media
    }

    /// All impressions.
    #[must_use]
    pub fn shown(&self) -> &[(PersonId, Impressions)] {
        &self.shown
    }

    /// All other offers.
    #[must_use]
    pub fn others(&self) -> &[(PersonId, Offer)] {
        &self.made
    }

    /// All offers, impressions first.
    pub fn all(&self) -> impl Iterator<Item = (PersonId, Offer)> + '_ {
        let shown =
            self.shown.iter().map(|&(to, impressions)| (to, Offer::Impressions(impressions)));
        shown.chain(self.made.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    #[test]
    fn what_the_purse_cannot_bear_is_not_offered() {
        let mut purse = Purse::of(Money::from_number(1.0));
        let mut offers = Offers::default();
        let cost = Money::from_number(0.4);
        let made = (0..4)
            .filter(|&i| offers.make(PersonId(i), Offer::impressions(1.0), cost, &mut purse))
            .count();
        assert_eq!((made, offers.shown().len(), offers.others().len()), (2, 2, 0));
        assert_eq!(offers.media(), Money::from_number(0.8));
        assert_eq!(
            (purse.left(), purse.spent()),
            (Money::from_number(0.2), Money::from_number(0.8))
        );
        assert!(offers.make(PersonId(7), Offer::Mail, Money::ZERO, &mut purse));
        let all: Vec<_> = offers.all().collect();
        let shown = |i| (PersonId(i), Offer::impressions(1.0));
        assert_eq!(all, [shown(0), shown(1), (PersonId(7), Offer::Mail)]);
        assert!(!purse.pay(Money::from_number(-1.0)), "nobody is paid for an offer");
    }
}
