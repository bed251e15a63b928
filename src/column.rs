//! A column that exists only once somebody has something in it, so that what a scenario does not use costs nothing.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_nobody_uses_is_empty_and_still_answers() {
        let mut column: Scarce<f32> = Scarce::for_people(3);
        column.fade(0.5);
        assert!(column.is_unused() && column.get(2).abs() < f32::EPSILON);
        column.add(1, 2.0);
        column.fade(0.5);
        assert_eq!(column.all(), [0.0, 1.0, 0.0]);
    }
}
