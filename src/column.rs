//! Columns that stay small: one that exists only once somebody has something in it, and one of counts that are mostly low.

use crate::lanes;
use std::collections::BTreeMap;
use std::ops::Range;

/// One value for each person, all of them the usual one until the first is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scarce<T> {
    people: usize,
    values: Vec<T>,
}

impl<T: Copy + Default> Scarce<T> {
    /// A column for so many people, all with the usual value, that takes no memory yet.
    #[must_use]
    pub const fn for_people(people: usize) -> Self {
        Self { people, values: Vec::new() }
    }

    /// The value of one person.
    #[must_use]
    #[inline]
    pub fn get(&self, person: usize) -> T {
        if self.values.is_empty() { T::default() } else { self.values[person] }
    }

    /// Sets the value of one person.
    pub fn set(&mut self, person: usize, value: T) {
        *self.of(person) = value;
    }

    /// The value of one person, to be changed.
    #[inline]
    pub fn of(&mut self, person: usize) -> &mut T {
        &mut self.used()[person]
    }

    /// Gives one person the usual value again.
    pub fn forget(&mut self, person: usize) {
        if let Some(value) = self.values.get_mut(person) {
            *value = T::default();
        }
    }

    /// All values, to be changed.
    #[inline]
    pub fn used(&mut self) -> &mut [T] {
        if self.values.is_empty() {
            self.values = vec![T::default(); self.people];
        }
        &mut self.values
    }

    /// All values, to be changed; none where nobody has ever had anything.
    #[inline]
    pub fn all_mut(&mut self) -> &mut [T] {
        &mut self.values
    }

    /// Gives all people the usual value again.
    pub fn clear(&mut self) {
        self.values.fill(T::default());
    }

    /// Whether nobody has ever had anything in it.
    #[must_use]
    pub const fn is_unused(&self) -> bool {
        self.values.is_empty()
    }

    /// The values of some people, or none where nobody has ever had anything.
    #[must_use]
    pub fn of_some(&self, some: &Range<usize>) -> &[T] {
        self.values.get(some.clone()).unwrap_or_default()
    }

    /// All values, or none where nobody has ever had anything.
    #[must_use]
    pub fn all(&self) -> &[T] {
        &self.values
    }
}

impl Scarce<f32> {
    /// Adds to the value of one person.
    pub fn add(&mut self, person: usize, more: f32) {
        if more != 0.0 {
            *self.of(person) += more;
        }
    }

    /// Adds to numbers about some people so much of what each has.
    pub fn add_to(&self, numbers: &mut [f32], some: &Range<usize>, factor: f32) {
        if !self.is_unused() {
            add_scaled(numbers, &self.values[some.clone()], move |value| factor * value);
        }
    }

    /// Raises numbers about some people by the share that each has.
    pub fn raise(&self, numbers: &mut [f32], some: &Range<usize>) {
        if !self.is_unused() {
            for (number, share) in numbers.iter_mut().zip(&self.values[some.clone()]) {
                *number *= 1.0 + share;
            }
        }
    }

    /// Lets all values fade to a share of what they were.
    pub fn fade(&mut self, kept: f32) {
        if kept <= 0.0 {
            return self.clear();
        }
        for value in &mut self.values {
            *value *= kept;
        }
    }
}

impl Scarce<bool> {
    /// How many people have it.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.values.iter().filter(|value| **value).count() as u64
    }
}

/// How many of something each person has: a byte for each, and what a byte cannot hold aside. It takes no memory until
/// the first has one.
///
/// Counts change at people who lie anywhere in memory. A million bytes stay near the processor, where a million
/// words do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    people: usize,
    /// What is left of each count when all whole [`FULL`]s are taken away.
    low: Vec<u8>,
    /// How many of those each has who has any.
    full: BTreeMap<usize, u32>,
}

/// What a byte counts before it begins again.
const FULL: u32 = 256;

impl Counts {
    /// So many people, none of whom has any.
    #[must_use]
    pub const fn none_of(people: usize) -> Self {
        Self { people, low: Vec::new(), full: BTreeMap::new() }
    }

    /// How many people are counted for.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.people
    }

    /// Whether nobody has ever had any.
    #[must_use]
    pub const fn is_unused(&self) -> bool {
        self.low.is_empty()
    }

    /// How many one person has.
    #[must_use]
    #[inline]
    pub fn get(&self, person: usize) -> u32 {
        let Some(&low) = self.low.get(person) else { return 0 };
        u32::from(low) + FULL * self.full.get(&person).copied().unwrap_or(0)
    }

    /// Each of these has one more, if so.
    #[inline]
    pub fn add(&mut self, these: impl Iterator<Item = (usize, bool)>) {
        if self.low.is_empty() {
            self.low = vec![0; self.people];
        }
        for (person, so) in these {
            // Whether it is so cannot be foreseen, so it is added and not asked.
            let (more, over) = self.low[person].overflowing_add(u8::from(so));
            self.low[person] = more;
            if over {
                *self.full.entry(person).or_default() += 1;
            }
        }
    }

    /// Each of these has one less of those he had.
    #[inline]
    pub fn take(&mut self, these: impl Iterator<Item = usize>) {
        for person in these {
            let (less, under) = self.low[person].overflowing_sub(1);
            self.low[person] = less;
            if under {
                self.full.entry(person).and_modify(|full| *full -= 1);
            }
        }
    }

    /// Somebody has none any more.
    pub fn forget(&mut self, person: usize) {
        if let Some(low) = self.low.get_mut(person) {
            *low = 0;
            self.full.remove(&person);
        }
    }

    /// Nobody has any any more.
    pub fn clear(&mut self) {
        self.low.fill(0);
        self.full.clear();
    }

    /// Adds to numbers about some people so much for each that they have.
    pub fn add_to(&self, numbers: &mut [f32], some: &Range<usize>, each: f32) {
        if self.is_unused() {
            return;
        }
        add_scaled(numbers, &self.low[some.clone()], move |low| each * f32::from(low));
        for (person, &full) in self.full.range(some.clone()) {
            numbers[person - some.start] += each * (FULL * full) as f32;
        }
    }
}

/// Adds to each number what stands in a column, scaled, many side by side.
fn add_scaled<T: Copy>(numbers: &mut [f32], column: &[T], scaled: impl Fn(T) -> f32) {
    lanes::change(numbers, column, move |number, value| number + scaled(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_nobody_uses_is_empty_and_still_answers() {
        let mut column: Scarce<f32> = Scarce::for_people(3);
        column.fade(0.5);
        assert!(column.is_unused() && column.get(2).abs() < f32::EPSILON);
        assert!(column.of_some(&(1..3)).is_empty());
        column.add(1, 2.0);
        column.fade(0.5);
        assert_eq!(column.all(), [0.0, 1.0, 0.0]);
        assert_eq!(column.of_some(&(1..3)), [1.0, 0.0]);
    }

    proptest::proptest! {
        #[test]
        fn counts_are_kept_whatever_comes_and_goes(
            changes in proptest::collection::vec((0_usize..3, 0_u32..700, 0_u32..700), 1..20),
        ) {
            let (mut counts, mut exact) = (Counts::none_of(3), [0_u32; 3]);
            for (person, come, go) in changes {
                counts.add((0..come).map(|_| (person, true)).chain([(person, false)]));
                exact[person] += come;
                let go = go.min(exact[person]);
                counts.take((0..go).map(|_| person));
                exact[person] -= go;
                let kept = [0, 1, 2].map(|person| counts.get(person));
                proptest::prop_assert_eq!(kept, exact);
                // Halves of whole numbers: nothing is rounded.
                let mut numbers = vec![1.0; 2];
                counts.add_to(&mut numbers, &(1..3), 0.5);
                let halves: Vec<f32> = exact[1..].iter().map(|&of| 1.0 + of as f32 / 2.0).collect();
                proptest::prop_assert_eq!(numbers, halves);
            }
            let mut cleared = counts.clone();
            cleared.clear();
            for person in 0..3 {
                counts.forget(person);
                proptest::prop_assert_eq!((counts.get(person), cleared.get(person)), (0, 0));
            }
        }
    }
}
