//! Prompts: how a firm brings customers in touch with someone whom they know, as far as the platform shows who knows whom.

use super::FirmView;
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
        suits: impl Fn(PersonId, PersonId) -> bool,
        purse: &mut Purse,
        offers: &mut Offers,
    ) {
        let mut planned = self.nobody_yet();
        for person in self.rested_customers(prompt.kind, prompt.rest, priority) {
            if purse.left() < prompt.cost {
                break;
            }
            if planned.has(person) {
                continue;
            }
            // The greatest of draws about pairs: another acquaintance changes nobody else's luck.
            let about = |pair| with_whom.of_pair(pair);
            let is_free = |contact| !planned.has(contact) && suits(person, contact);
            let contact: Option<PersonId> = self.greatest(person, about, is_free);
            if let Some(with) = contact {
                let Prompt { kind, time, cost, .. } = prompt;
                offers.make(person, Offer::Touch { with, time, kind }, cost, purse);
                planned.note(person, with);
            }
        }
    }
}
