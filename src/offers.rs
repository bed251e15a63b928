//! What a firm can do to a person, and what it costs. This is the whole list.
//!
//! A programme cannot touch people. It makes offers, each paid from its purse; people receive
//! them in the week's processes. A new lever is a new variant of [`Offer`], and the compiler
//! then names every place that must answer it.

use crate::people::PersonId;
use crate::quantity::Money;

/// One thing that a firm can do to one person in one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offer {
    /// Paid impressions, so many on average.
    Impressions(f32),
    /// An introduction to someone, and the contact time that the meeting takes.
    Introduction {
        /// To whom.
        to: PersonId,
        /// Contact time of each of the two.
        time: f32,
    },
    /// An occasion to be in touch with someone whom the person knows already.
    Occasion {
        /// With whom.
        with: PersonId,
        /// Contact time of each of the two.
        time: f32,
    },
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

/// What a firm shows on its page to whoever follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Posts {
    /// How many posts it publishes this week.
    pub published: f32,
    /// The share of them that only praises the firm.
    pub self_praise: f32,
}

/// The offers of one firm in one week, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offers {
    made: Vec<(PersonId, Offer)>,
    page: Option<Posts>,
    media: Money,
}

impl Offers {
    /// Makes an offer if the purse can bear it, and says whether it did.
    pub fn make(&mut self, to: PersonId, offer: Offer, cost: Money, purse: &mut Purse) -> bool {
        let paid = purse.pay(cost);
        if paid {
            self.made.push((to, offer));
            if matches!(offer, Offer::Impressions(_)) {
                self.media += cost;
            }
        }
        paid
    }

    /// Publishes posts on the firm's page.
    pub fn publish(&mut self, posts: Posts) {
        let page = self.page.get_or_insert_default();
        let together = page.published + posts.published;
        if together > 0.0 {
            let praise = page.self_praise * page.published + posts.self_praise * posts.published;
            *page = Posts { published: together, self_praise: praise / together };
        }
    }

    /// What the firm publishes on its page, if it has one this week.
    #[must_use]
    pub const fn page(&self) -> Option<Posts> {
        self.page
    }

    /// What was paid for impressions.
    #[must_use]
    pub const fn media(&self) -> Money {
        self.media
    }

    /// All offers.
    #[must_use]
    pub fn all(&self) -> &[(PersonId, Offer)] {
        &self.made
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
            .filter(|&i| offers.make(PersonId(i), Offer::Impressions(1.0), cost, &mut purse))
            .count();
        assert_eq!((made, offers.all().len()), (2, 2));
        assert_eq!(
            (purse.left(), purse.spent()),
            (Money::from_number(0.2), Money::from_number(0.8))
        );
        assert!(!purse.pay(Money::from_number(-1.0)), "nobody is paid for an offer");
    }
}
