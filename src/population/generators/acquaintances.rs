//! A network while it grows: who knows whom so far, without loops and doubles.

use super::super::network::Tie;
use crate::draws::Dice;

/// Who knows whom so far. Loops and doubles are turned away at the door.
#[derive(Clone, Debug)]
pub(super) struct Acquaintances {
    neighbours: Vec<Vec<u32>>,
    count: usize,
}

impl Acquaintances {
    pub(super) fn among(people: usize) -> Self {
        Self { neighbours: vec![Vec::new(); people], count: 0 }
    }

    /// The number of ties so far.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The neighbours of a person, in the order in which they were met.
    pub(super) fn of(&self, person: u32) -> &[u32] {
        &self.neighbours[person as usize]
    }

    /// Whether two people know each other.
    pub(super) fn know(&self, one: u32, other: u32) -> bool {
        // The shorter list is searched: a hub's list may be long, his neighbours' are not.
        let (mine, yours) = (self.of(one), self.of(other));
        if mine.len() <= yours.len() { mine.contains(&other) } else { yours.contains(&one) }
    }

    /// Ties two people to each other; false where they are tied already or are one person.
    pub(super) fn tie(&mut self, one: u32, other: u32) -> bool {
        let fresh = one != other && !self.know(one, other);
        if fresh {
            self.neighbours[one as usize].push(other);
            self.neighbours[other as usize].push(one);
            self.count += 1;
        }
        fresh
    }

    /// Parts two people who know each other.
    pub(super) fn part(&mut self, one: u32, other: u32) {
        for (me, you) in [(one, other), (other, one)] {
            self.neighbours[me as usize].retain(|&neighbour| neighbour != you);
        }
        self.count -= 1;
    }

    /// Ties strangers at random until there are so many ties.
    pub(super) fn fill(&mut self, ties: usize, mut dice: Dice) {
        let people = self.neighbours.len();
        let ties = ties.min(all_pairs(people));
        // Even the last free pair of a nearly complete network is found in about as many tries as there are pairs.
        let mut patience = 64 * ties;
        while self.count < ties && patience > 0 {
            self.tie(place(&mut dice, people) as u32, place(&mut dice, people) as u32);
            patience -= 1;
        }
    }

    /// All ties, sorted.
    pub(super) fn into_ties(self) -> Vec<Tie> {
        let mut ties = Vec::with_capacity(self.count);
        for (person, mut neighbours) in self.neighbours.into_iter().enumerate() {
            let person = person as u32;
            neighbours.sort_unstable();
            let later = neighbours.into_iter().filter(|&you| you > person);
            ties.extend(later.map(|you| (person, you, None)));
        }
        ties
    }
}

/// How many pairs so many people form.
pub(super) const fn all_pairs(people: usize) -> usize {
    people * people.saturating_sub(1) / 2
}

/// How many ties give so many people this mean degree, as far as there are pairs.
pub(super) fn ties_for(people: usize, mean_degree: f64) -> usize {
    ((people as f64 * mean_degree / 2.0).round() as usize).min(all_pairs(people))
}

/// One of so many places, all equally likely; 0 of none.
pub(super) fn place(dice: &mut Dice, places: usize) -> usize {
    ((dice.unit() * places as f64) as usize).min(places.saturating_sub(1))
}

/// One of a row, all equally likely.
pub(super) fn pick(dice: &mut Dice, row: &[u32]) -> Option<u32> {
    row.get(place(dice, row.len())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draw;

    #[test]
    fn loops_and_doubles_are_turned_away() {
        let mut ties = Acquaintances::among(3);
        assert_eq!([ties.tie(0, 0), ties.tie(2, 0), ties.tie(0, 2)], [false, true, false]);
        assert!(ties.tie(1, 0));
        ties.part(0, 1);
        assert_eq!(ties.count(), 1);
        assert_eq!(ties.into_ties(), [(0, 2, None)]);
    }

    #[test]
    fn a_network_fills_up_to_the_last_pair_and_no_further() {
        for people in [0, 1, 2, 3, 101] {
            let mut ties = Acquaintances::among(people);
            ties.fill(usize::MAX, Draw(1).dice());
            assert_eq!(ties.count(), all_pairs(people), "{people} people");
        }
    }
}
