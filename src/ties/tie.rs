//! One tie: who is at its other end, how strong it is, when it was last lived, and where it comes from.

use crate::draws::{Draw, Pair};
use crate::elementary::power;
use crate::people::PersonId;
use crate::quantity::Share;

/// Where a tie comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Origin {
    /// It was there before the first week.
    Given,
    /// The two met by chance.
    Chance,
    /// A common friend brought them together.
    FriendOfFriend,
    /// A firm introduced them.
    Brokered,
    /// They are kin: the tie may weaken, but it does not end.
    Kin,
}

/// The three lowest bits of a tie's marks hold its [`Origin`].
const ORIGIN_BITS: u8 = 0b111;
/// Set at the end of a person who seeks the other.
const SEEKS: u8 = 0b1000;
/// Set at the end of a person whom the other seeks.
const SOUGHT: u8 = 0b1_0000;

/// A strength from a right-skewed law, many weak and few strong, with the given mean.
///
/// The law is Beta(1, b) on the strengths from `floor` to 1, by inversion of one draw.
#[must_use]
pub fn skewed_strength(mean: Share, floor: Share, draw: Draw) -> f32 {
    let shape = 1.0 / mean.0 - 1.0;
    let strength = 1.0 - power(1.0 - draw.unit(), 1.0 / shape);
    (floor.0 + (1.0 - floor.0) * strength) as f32
}

/// One end of one tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The person at the other end.
    pub partner: PersonId,
    /// The two people for the purposes of chance.
    pub pair: Pair,
    /// Strength from 0 to 1; with time enough, about the number of contacts a week.
    pub strength: f32,
    /// The week of the last contact; before the first week it is negative.
    pub last: i16,
    /// The week in which the tie began; negative where it was given.
    pub since: i16,
    pub(super) marks: u8,
}

impl Tie {
    /// Where the tie comes from.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        origin_of(self.marks)
    }

    /// Whether the person at this end seeks the other, and not only is sought.
    #[must_use]
    pub const fn seeks(&self) -> bool {
        seeks(self.marks)
    }

    /// Whether there has been no contact for longer than so many weeks.
    #[must_use]
    pub const fn is_dormant(&self, week: u32, after: f64) -> bool {
        week as f64 - self.last as f64 > after
    }
}

/// A tie that is to be woven in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewTie {
    /// The two people.
    pub people: (PersonId, PersonId),
    /// The same for the purposes of chance.
    pub pair: Pair,
    /// Strength to begin with.
    pub strength: f32,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the first seeks the second, and the second the first.
    pub seeks: (bool, bool),
    /// Weeks of last contact and of beginning.
    pub last: i16,
    /// The week in which it began.
    pub since: i16,
}

impl NewTie {
    pub(super) fn ends(&self) -> [(PersonId, Tie); 2] {
        let mark = |is_so: bool, mark: u8| if is_so { mark } else { 0 };
        let end = |partner, seeks, sought| Tie {
            partner,
            pair: self.pair,
            strength: self.strength,
            last: self.last,
            since: self.since,
            marks: self.origin as u8 | mark(seeks, SEEKS) | mark(sought, SOUGHT),
        };
        let (one, other) = self.people;
        let (seeks, sought) = self.seeks;
        [(one, end(other, seeks, sought)), (other, end(one, sought, seeks))]
    }
}

/// Whether the person at this end seeks the one at the other end.
pub(super) const fn seeks(marks: u8) -> bool {
    marks & SEEKS != 0
}

/// Whether the person at the other end seeks the one at this end.
pub(super) const fn is_sought(marks: u8) -> bool {
    marks & SOUGHT != 0
}

pub(super) const fn origin_of(marks: u8) -> Origin {
    match marks & ORIGIN_BITS {
        0 => Origin::Given,
        1 => Origin::Chance,
        2 => Origin::FriendOfFriend,
        3 => Origin::Brokered,
        _ => Origin::Kin,
    }
}

/// A tie of people who are no kin that may end this week, by its lot or for weakness.
#[derive(Clone, Copy, Debug)]
pub struct Loose {
    /// The two people.
    pub people: (PersonId, PersonId),
    /// The strength that the week leaves it.
    pub strength: f32,
    /// Its lot of the week.
    pub lot: Draw,
}
