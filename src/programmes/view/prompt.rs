//! Prompts: how a firm brings customers in touch with someone whom they know, as far as the platform shows who knows whom.

use super::{FirmView, Planned};
use crate::draws::Stream;
use crate::offers::{Offer, OfferKind, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Money, Weeks};

/// On which terms a firm prompts a contact between two people who know each other.
#[derive(Clone, Copy, Debug)]
pub struct Prompt {
    /// An occasion, an activity or a reunion.
    pub kind: OfferKind,
    /// Weeks for which a person is left in peace after an offer of this kind.
    pub rest: Weeks,
    /// Contact time that it takes from each.
    pub time: f32,
    /// What one prompt costs.
    pub cost: Money,
}

impl FirmView<'_> {
    /// Prompts rested customers, in the order of a keyed priority, to be in touch with one of
    /// those contacts who suit; each person at most once a week, as long as the purse lasts.
    pub fn prompt(
        &self,
        prompt: Prompt,
        (priority, with_whom): (Stream, Stream),
        suits: impl Fn(PersonId, PersonId) -> bool + Sync,
        purse: &mut Purse,
        offers: &mut Offers,
    ) {
        let Prompt { kind, time, cost, .. } = prompt;
        let rested = self.rested_customers(kind, prompt.rest, priority);
        // The greatest of draws about pairs: another acquaintance changes nobody else's luck.
        let find = |person, planned: &Planned| {
            let about = |pair| with_whom.of_pair(pair);
            self.greatest(person, about, |with| !planned.has(with) && suits(person, with))
        };
        self.bring_together((&rested, true), (purse, cost), find, |person, with, purse| {
            offers.make(person, Offer::Touch { with, time, kind }, cost, purse);
        });
    }
}
