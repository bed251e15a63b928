//! What the platform shows a firm of who knows whom, and how far it can tell how often they meet.

use super::FirmView;
use crate::draws::{Draw, Key, Pair};
use crate::people::PersonId;
use crate::ties::{Row, Tie};

/// Weeks by which the platform can overrate a silence at most, where it knows nothing.
const UNSEEN: f64 = 104.0;
/// Contacts a week that the platform guesses of two people on average, where it knows nothing.
const USUAL_FREQUENCY: f32 = 0.25;

/// Those of a person's acquaintances whom the platform shows.
#[derive(Clone, Debug, Default)]
pub struct Contacts(Vec<(Key, PersonId)>);

impl Contacts {
    /// One of them: whom [`FirmView::shown_contact`] names by the same draw.
    #[must_use]
    pub fn one(&self, draw: Draw) -> Option<PersonId> {
        self.0.iter().max_by_key(|&&(key, _)| draw.about(key)).map(|&(_, person)| person)
    }
}

impl FirmView<'_> {
    /// Those of a person's acquaintances whom the platform shows.
    pub fn shown_contacts(&self, person: PersonId) -> impl Iterator<Item = PersonId> + '_ {
        self.shown_ties(person).map(|(other, _)| other)
    }

    fn shown_ties(&self, person: PersonId) -> impl Iterator<Item = (PersonId, Pair)> + '_ {
        let Row { partner, pair, .. } = self.ties.row(person);
        let acquaintances =
            partner.iter().map(|&partner| PersonId(partner)).zip(pair.iter().copied());
        acquaintances.filter(move |&(other, pair)| self.is_shown(person, other, pair))
    }

    /// Those acquaintances, found once, for whoever draws one of them again and again.
    #[must_use]
    pub fn contacts(&self, person: PersonId) -> Contacts {
        let own = self.people.key[person.index()];
        Contacts(self.shown_ties(person).map(|(other, pair)| (pair.without(own), other)).collect())
    }

    /// One of them, by a keyed draw about each: another acquaintance changes nobody else's luck.
    #[must_use]
    pub fn shown_contact(&self, person: PersonId, draw: Draw) -> Option<PersonId> {
        let own = self.people.key[person.index()];
        self.greatest(person, |pair: Pair| draw.about(pair.without(own)), |_| true)
    }

    /// Of those acquaintances whom the platform shows and who suit, the one with the greatest draw.
    ///
    /// Few of them lead on the way, so only those are looked at whom nobody before exceeds.
    pub(super) fn greatest(
        &self,
        person: PersonId,
        draw: impl Fn(Pair) -> Draw,
        suits: impl Fn(PersonId) -> bool,
    ) -> Option<PersonId> {
        let (mut greatest, mut leads) = (None, Draw::default());
        let Row { partner, pair, .. } = self.ties.row(person);
        for (&other, &pair) in partner.iter().zip(pair) {
            let other = PersonId(other);
            let draw = draw(pair);
            if draw >= leads && self.is_shown(person, other, pair) && suits(other) {
                (greatest, leads) = (Some(other), draw);
            }
        }
        greatest
    }

    /// Whether the platform shows that two people know each other.
    #[must_use]
    pub fn shows(&self, one: PersonId, other: PersonId) -> bool {
        let pair = || self.people.key[one.index()].and(self.people.key[other.index()]);
        self.ties.knows(one, other) && self.is_shown(one, other, pair())
    }

    /// A tie is shown if one of the two is a customer and the platform shows it.
    fn is_shown(&self, one: PersonId, other: PersonId, pair: Pair) -> bool {
        (self.is_customer(one) || self.is_customer(other))
            && self.shown.of_pair(pair).happens(self.technology.ties_shown.single())
    }

    /// Weeks since two people were last in touch, where the platform shows that they know each other;
    /// it takes some for silent who meet elsewhere.
    #[must_use]
    pub fn shown_silence(&self, one: PersonId, other: PersonId) -> Option<u32> {
        let tie = self.shown_tie(one, other)?;
        let silent = (i64::from(self.week) - i64::from(tie.last)).max(0) as f64;
        let elsewhere = self.luck.lasting.of("view: contacts that the platform does not see");
        let unseen = self.draw(elsewhere, one, Some(other)).unit() * UNSEEN;
        Some((silent + (1.0 - self.technology.contacts_known.0) * unseen) as u32)
    }

    /// Contacts a week of two people as the platform estimates them, where it shows that they know each other.
    #[must_use]
    pub fn shown_frequency(&self, one: PersonId, other: PersonId) -> Option<f32> {
        let strength = self.shown_tie(one, other)?.strength;
        let error = self.luck.lasting.of("view: the platform's error about a tie");
        let guess = USUAL_FREQUENCY * 2.0 * self.draw(error, one, Some(other)).unit() as f32;
        let known = self.technology.contacts_known.single();
        Some(known * strength + (1.0 - known) * guess)
    }

    /// The circle around a person as far as the platform shows it: the person, those whom the person
    /// knows, and those whom they know, in ascending order.
    #[must_use]
    pub fn shown_circle(&self, person: PersonId) -> Vec<PersonId> {
        let mut circle = vec![person];
        for contact in self.shown_contacts(person) {
            circle.push(contact);
            circle.extend(self.shown_contacts(contact));
        }
        circle.sort_unstable();
        circle.dedup();
        circle
    }

    fn shown_tie(&self, one: PersonId, other: PersonId) -> Option<Tie> {
        self.shows(one, other).then(|| self.ties.between(one, other)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::draws::Draws;
    use crate::evidence::laboratory::World;

    #[test]
    fn contacts_that_are_found_once_are_drawn_from_as_those_that_are_sought_anew() {
        let text = "[people]\ncount = 500\n[strategies.none]\n";
        let world = World::of(text, Draws::from_seed(1));
        let (view, luck) = (world.view(3), world.luck.of("test: contacts"));
        let (mut drawn, mut alone) = (0, 0);
        for person in view.people.all() {
            let contacts = view.contacts(person);
            let about = luck.about(view.people.key[person.index()]);
            for draw in [about, about.again()] {
                let one = contacts.one(draw);
                assert_eq!(one, view.shown_contact(person, draw));
                drawn += usize::from(one.is_some());
            }
            // Of two people neither of whom is a customer nothing is shown.
            if !view.is_customer(person) {
                assert!(view.shown_contacts(person).all(|other| view.is_customer(other)));
                alone += usize::from(contacts.0.is_empty());
            }
        }
        assert!(drawn > 500 && alone > 0, "{drawn} {alone}");
    }
}
