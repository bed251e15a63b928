//! Segments: core people, and others whom the firm suits less or more and who would pay less or more.

use crate::column::Scarce;
use crate::draws::{Draws, Key};
use crate::quantity::{Number, Share};

crate::choices! {
    /// Whom a programme is for.
    pub Audience {
        /// Everybody.
        All = "all",
        /// The core.
        Core = "core",
        /// Those who are not of the core.
        Other = "other",
    }
}

impl Audience {
    /// Whether a person is of the audience, who is of the core or not.
    #[must_use]
    #[inline]
    pub const fn has(self, core: bool) -> bool {
        match self {
            Self::All => true,
            Self::Core => core,
            Self::Other => !core,
        }
    }
}

crate::parameters! {
    /// The core and the others.
    pub Segments in "people.segments" {
        /// Share of the people who are of the core.
        core: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// What the others would pay, as a multiple of what they would pay if they were of the core.
        value: Number = 1.0, in 0.0 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// How well the firm suits the others, as a multiple of how well it would suit them if they were of the core.
        fit: Number = 1.0, in 0.1 => 2.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Segments {
    /// Who is not of the core: a keyed draw about each person.
    #[must_use]
    pub fn others(&self, keys: &[Key], draws: Draws) -> Scarce<bool> {
        let core = draws.of("segments: is of the core");
        let is_other = |key: Key| !core.about(key).happens(self.core.single());
        let mut others = Scarce::for_people(keys.len());
        for (i, _) in keys.iter().enumerate().filter(|&(_, &key)| is_other(key)) {
            others.set(i, true);
        }
        others
    }

    /// Values of the others, each by this multiple and at most so much.
    pub fn scale(values: &mut [f32], others: &[bool], multiple: Number, most: f32) {
        for (value, _) in values.iter_mut().zip(others).filter(|(_, other)| **other) {
            *value = (*value * multiple.single()).min(most);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_people_is_core_and_the_same_people_whatever_else() {
        let keys: Vec<Key> = (0..10_000).map(Key::of_number).collect();
        let others = |core: f64| {
            Segments { core: Share(core), ..Segments::default() }.others(&keys, Draws::from_seed(1))
        };
        assert_eq!((others(1.0).count(), others(0.0).count()), (0, 10_000));
        let (some, more) = (others(0.7), others(0.4));
        assert!((2_800..3_200).contains(&some.count()), "{}", some.count());
        assert!((0..10_000).all(|i| !some.get(i) || more.get(i)), "the core shrinks");
    }
}
