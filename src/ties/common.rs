//! Common friends: whom two people both know.

use super::Ties;
use super::block::is_among;
use crate::people::PersonId;

impl Ties {
    /// Whether two people know somebody whom both know.
    #[must_use]
    pub fn have_a_friend_in_common(&self, one: PersonId, other: PersonId) -> bool {
        let (ours, theirs) = (self.partners(one), self.partners(other));
        let (few, many) = if ours.len() < theirs.len() { (ours, theirs) } else { (theirs, ours) };
        few.iter().any(|&who| is_among(who, many))
    }

    /// How many people two people both know.
    #[must_use]
    pub fn common(&self, one: PersonId, other: PersonId) -> usize {
        let (mut ours, mut theirs) = (self.partners(one), self.partners(other));
        let mut common = 0;
        while let (Some(a), Some(b)) = (ours.first(), theirs.first()) {
            common += usize::from(a == b);
            let (ahead, behind) = (a <= b, b <= a);
            ours = &ours[usize::from(ahead)..];
            theirs = &theirs[usize::from(behind)..];
        }
        common
    }
}
