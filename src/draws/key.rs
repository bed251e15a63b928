//! Keys: who people and pairs are for the purposes of chance.

use super::{hash_text, mix};

/// Who a person is for the purposes of chance: a stable name, never a position in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// The key of a person whom a generator numbered.
    #[must_use]
    pub const fn of_number(number: u64) -> Self {
        Self(mix(number ^ 0x5EED_0F00_D0DD_BA11))
    }

    /// The key of a person whom an imported file named.
    #[must_use]
    pub const fn of_name(name: &str) -> Self {
        Self(mix(hash_text(name)))
    }

    /// This person and another, whichever is named first.
    #[must_use]
    #[inline]
    pub const fn and(self, other: Self) -> Pair {
        Pair(self.0.wrapping_add(other.0))
    }
}

/// Who two people are together for the purposes of chance. A tie knows it, so that its luck is
/// found without looking either of them up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair(pub(super) u64);

impl Pair {
    /// Who the other one of the two is. (A pair is a sum, so nobody need be looked up.)
    #[must_use]
    #[inline]
    pub const fn without(self, one: Key) -> Key {
        Key(self.0.wrapping_sub(one.0))
    }
}
