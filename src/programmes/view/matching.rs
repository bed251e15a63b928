//! Matching: one after the other, people are brought together with somebody who suits and is still free.

use super::{FirmView, Planned};
use crate::offers::Purse;
use crate::people::PersonId;
use crate::quantity::Money;
use crate::threads::LARGE;
use rayon::current_num_threads;
use rayon::prelude::*;

/// People for whom somebody is sought ahead, side by side, in a large market.
const AHEAD: usize = 2048;

impl FirmView<'_> {
    /// Brings people together with whom `find` names for each, in this order, nobody twice, as long as the purse pays
    /// for it; `make` makes the offer.
    ///
    /// `find` passes over those for whom something is planned. Where it names the `first` of all others who suit, in
    /// an order that is fixed, whoever is found early is still the first if he is free when it comes to it: so in a
    /// large market several threads look ahead.
    pub fn bring_together(
        &self,
        (people, first): (&[PersonId], bool),
        (purse, cost): (&mut Purse, Money),
        find: impl Fn(PersonId, &Planned) -> Option<PersonId> + Sync,
        mut make: impl FnMut(PersonId, PersonId, &mut Purse),
    ) {
        let mut planned = self.nobody_yet();
        let ahead = first && self.market_size() >= LARGE && current_num_threads() > 1;
        for some in people.chunks(AHEAD) {
            if purse.left() < cost {
                return;
            }
            let look = |&person| (!planned.has(person)).then(|| find(person, &planned)).flatten();
            let found: Vec<_> =
                if ahead { some.par_iter().map(look).collect() } else { Vec::new() };
            for (at, &person) in some.iter().enumerate() {
                if purse.left() < cost {
                    return;
                }
                if planned.has(person) {
                    continue;
                }
                let with = match found.get(at) {
                    Some(None) => None,
                    Some(&Some(with)) if !planned.has(with) => Some(with),
                    _ => find(person, &planned),
                };
                if let Some(with) = with {
                    make(person, with, purse);
                    planned.note(person, with);
                }
            }
        }
    }
}
