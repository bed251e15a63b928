//! The people by name, while the files are read, and the canonical order in which they end.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// All names so far; a person's number is that of his first appearance.
#[derive(Clone, Debug, Default)]
pub(super) struct Register {
    numbers: BTreeMap<Box<str>, u32>,
}

impl Register {
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The number of the person of this name, who may be new.
    pub(super) fn enter(&mut self, name: &str) -> u32 {
        self.number(name).unwrap_or_else(|| {
            let number = self.numbers.len() as u32;
            self.numbers.insert(name.into(), number);
            number
        })
    }

    /// Whether there are people, and all their names are whole numbers.
    pub(super) fn is_numeric(&self) -> bool {
        !self.numbers.is_empty() && self.numbers.keys().all(|name| whole(name).is_some())
    }

    /// All names in canonical order, and the place that each number gets there.
    ///
    /// Whole numbers are sorted as numbers if all names are such; names are sorted by their bytes otherwise.
    pub(super) fn take_sorted(&mut self) -> (Vec<String>, Vec<u32>) {
        let numeric = self.is_numeric();
        let mut people: Vec<(Box<str>, u32)> =
            std::mem::take(&mut self.numbers).into_iter().collect();
        if numeric {
            people.sort_by(|(one, _), (other, _)| by_number(one, other));
        }
        let mut places = vec![0; people.len()];
        for (place, &(_, number)) in people.iter().enumerate() {
            places[number as usize] = place as u32;
        }
        (people.into_iter().map(|(name, _)| name.into()).collect(), places)
    }
}

fn whole(name: &str) -> Option<i128> {
    name.parse().ok()
}

/// `7` and `007` are two names of one number: their bytes decide.
fn by_number(one: &str, other: &str) -> Ordering {
    whole(one).cmp(&whole(other)).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&str]) -> Vec<String> {
        let mut register = Register::default();
        for name in names {
            register.enter(name);
        }
        register.take_sorted().0
    }

    #[test]
    fn numbers_are_sorted_as_numbers_and_names_as_names() {
        assert_eq!(sorted(&["10", "9", "-1", "007", "7"]), ["-1", "007", "7", "9", "10"]);
        assert_eq!(sorted(&["10", "9", "b"]), ["10", "9", "b"]);
    }
}
