//! Losses nearby: of the people whom somebody seeks, how many have left the firm of late.

use crate::column::{Counts, Scarce};
use crate::people::PersonId;
use std::ops::Range;

/// Recent losses among the people whom each person seeks, fading from week to week.
///
/// Those of the last week are counted, in a byte; only what is left of earlier ones is a fraction.
#[derive(Clone, Debug, Default)]
pub struct Losses {
    lately: Counts,
    before: Scarce<f32>,
}

impl Losses {
    /// No losses near so many people.
    #[must_use]
    pub const fn near(people: usize) -> Self {
        Self { lately: Counts::none_of(people), before: Scarce::for_people(people) }
    }

    /// What one person feels of them.
    #[must_use]
    #[inline]
    pub fn felt(&self, person: usize) -> f32 {
        self.before.get(person) + self.lately.get(person) as f32
    }

    /// A week passes, of which this share is kept.
    pub fn fade(&mut self, kept: f32) {
        if self.lately.is_unused() {
            return;
        }
        if kept > 0.0 {
            let before = self.before.used();
            let all = 0..before.len();
            self.lately.add_to(before, &all, 1.0);
        }
        self.before.fade(kept);
        self.lately.clear();
    }

    /// Each of these loses one whom he seeks, if he does seek him.
    #[inline]
    pub fn lose(&mut self, these: impl Iterator<Item = (PersonId, bool)>) {
        self.lately.add(these.map(|(person, seeks)| (person.index(), seeks)));
    }

    /// Somebody feels no losses any more.
    pub fn forget(&mut self, person: usize) {
        self.lately.forget(person);
        self.before.forget(person);
    }

    /// Adds to numbers about some people so much for each loss that they feel.
    pub fn add_to(&self, numbers: &mut [f32], some: &Range<usize>, each: f32) {
        self.lately.add_to(numbers, some, each);
        self.before.add_to(numbers, some, each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_fade_by_the_week_and_are_forgotten() {
        let mut losses = Losses::near(3);
        let felt = |losses: &Losses| (0..3).map(|i| losses.felt(i)).collect::<Vec<f32>>();
        let lose = |losses: &mut Losses, those: &[(u32, bool)]| {
            losses.lose(those.iter().map(|&(person, seeks)| (PersonId(person), seeks)));
        };
        losses.fade(0.5);
        lose(&mut losses, &[(0, true), (0, true), (1, true), (2, false)]);
        assert_eq!(felt(&losses), vec![2.0, 1.0, 0.0]);
        losses.fade(0.5);
        lose(&mut losses, &[(1, true)]);
        assert_eq!(felt(&losses), vec![1.0, 1.5, 0.0]);
        losses.forget(0);
        losses.fade(0.5);
        let mut numbers = vec![1.0; 2];
        losses.add_to(&mut numbers, &(0..2), 2.0);
        assert_eq!(numbers, vec![1.0, 2.5]);
        // Where nothing is kept, a loss is felt in the week after, and never again.
        lose(&mut losses, &[(2, true)]);
        assert_eq!(felt(&losses), vec![0.0, 0.75, 1.0]);
        losses.fade(0.0);
        assert_eq!(felt(&losses), vec![0.0; 3]);
    }
}
