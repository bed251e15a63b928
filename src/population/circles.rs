//! Finds circles where nobody names them: people who mostly know each other come to carry the same label.
//!
//! Label propagation (Raghavan, Albert and Kumara 2007) with a limit to growth (Meyerhenke, Sanders
//! and Schulz 2014). Without the limit, the circle of a hub can swallow the rest, and a shock that
//! is common to a circle would strike the whole market.

use super::network::{Neighbourhoods, Network};
use crate::draws::{Draws, Key, Stream};

/// A circle of so many people takes in nobody but those who would be left alone: as many as one
/// person can know (Dunbar 2020).
const FULL_CIRCLE: u32 = 150;

/// Rounds after which labelling ends, settled or not; after five, nearly all carry their final
/// label (Raghavan, Albert and Kumara 2007).
const ROUNDS: usize = 8;

/// Gives every person of the network a circle; who has no ties is a circle of his own.
///
/// Where several labels are equally frequent among the neighbours, the person's own stays, and
/// otherwise a draw decides that is keyed by people and not by their places in the columns.
pub(super) fn find_circles(network: &mut Network, draws: Draws) {
    let around = network.neighbourhoods();
    let mut labelling = Labelling::new(network, draws);
    let turn = draws.of("network: turn to take a label");
    let mut order: Vec<usize> = (0..network.people()).collect();
    order.sort_by_key(|&person| turn.about(network.keys[person]));
    for _ in 0..ROUNDS {
        if !labelling.settle(&order, &around) {
            break;
        }
    }
    labelling.take_in_the_lonely(&order, &around);
    let circles = numbered(&labelling.labels);
    network.circles = circles;
}

/// Numbers the labels from 0, in the order in which they first appear.
pub(super) fn numbered<T: Ord>(labels: &[T]) -> Vec<u32> {
    let mut numbers = std::collections::BTreeMap::new();
    let number = |label| {
        let next = numbers.len() as u32;
        *numbers.entry(label).or_insert(next)
    };
    labels.iter().map(number).collect()
}

struct Labelling<'a> {
    /// A label is the number of the person who carried it first.
    labels: Vec<u32>,
    carriers: Vec<u32>,
    keys: &'a [Key],
    liking: Stream,
}

impl<'a> Labelling<'a> {
    fn new(network: &'a Network, draws: Draws) -> Self {
        Self {
            labels: (0..network.people() as u32).collect(),
            carriers: vec![1; network.people()],
            keys: &network.keys,
            liking: draws.of("network: liking for a label"),
        }
    }

    /// Lets each person once take the label he likes best; tells whether any label changed.
    fn settle(&mut self, order: &[usize], around: &Neighbourhoods) -> bool {
        let mut changed = false;
        let mut heard = Vec::new();
        for &person in order {
            changed |= self.listen(person, around, FULL_CIRCLE, &mut heard);
        }
        changed
    }

    /// Whoever has ties and is still alone joins where he knows most, full or not.
    fn take_in_the_lonely(&mut self, order: &[usize], around: &Neighbourhoods) {
        let mut heard = Vec::new();
        for &person in order {
            if self.carriers[self.labels[person] as usize] == 1 {
                self.listen(person, around, u32::MAX, &mut heard);
            }
        }
    }

    /// Gives a person the label that is most frequent among his neighbours and still has room.
    fn listen(
        &mut self,
        person: usize,
        around: &Neighbourhoods,
        room: u32,
        heard: &mut Vec<u32>,
    ) -> bool {
        heard.clear();
        heard.extend(around.of(person).iter().map(|&you| self.labels[you as usize]));
        heard.sort_unstable();
        let old = self.labels[person];
        let new = self.favourite(person, heard, room);
        self.carriers[old as usize] -= 1;
        self.carriers[new as usize] += 1;
        self.labels[person] = new;
        old != new
    }

    fn favourite(&self, person: usize, heard: &[u32], room: u32) -> u32 {
        let own = self.labels[person];
        let mut best = (0, own);
        for same in heard.chunk_by(|a, b| a == b) {
            let rival = (same.len(), same[0]);
            let open = rival.1 == own || self.carriers[rival.1 as usize] < room;
            if open && self.is_preferred(person, rival, best, own) {
                best = rival;
            }
        }
        best.1
    }

    /// Whether a person prefers one label, heard so often, to another.
    fn is_preferred(
        &self,
        person: usize,
        one: (usize, u32),
        other: (usize, u32),
        own: u32,
    ) -> bool {
        if one.0 != other.0 || one.1 == own || other.1 == own {
            return (one.0, one.1 == own) > (other.0, other.1 == own);
        }
        let liking = |label: u32| self.liking.from_to(self.keys[person], self.keys[label as usize]);
        liking(one.1) > liking(other.1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::generators::{ErdosRenyi, Generator};
    use super::super::network::tests::tied;
    use super::*;

    fn cliques(sizes: &[u32]) -> (usize, Vec<(u32, u32)>) {
        let (mut start, mut pairs) = (0, Vec::new());
        for &size in sizes {
            let within = start..start + size;
            pairs.extend(within.clone().flat_map(|a| (a + 1..within.end).map(move |b| (a, b))));
            start += size;
        }
        (start as usize, pairs)
    }

    fn circles_of(people: usize, pairs: &[(u32, u32)]) -> Vec<u32> {
        let mut network = tied(people, pairs);
        find_circles(&mut network, Draws::from_seed(1));
        network.circles
    }

    #[test]
    fn cliques_are_circles_and_isolates_are_their_own() {
        let (people, pairs) = cliques(&[5, 8, 6]);
        let circles = circles_of(people + 2, &pairs);
        let expected: Vec<u32> = [(0, 5), (1, 8), (2, 6), (3, 1), (4, 1)]
            .iter()
            .flat_map(|&(circle, size)| vec![circle; size])
            .collect();
        assert_eq!(circles, expected);
    }

    #[test]
    fn no_circle_swallows_the_market_and_nobody_with_ties_is_alone() {
        let (people, pairs) = cliques(&[400]);
        let clique = circles_of(people, &pairs);
        let random = Generator::ErdosRenyi(ErdosRenyi::default());
        let random = random.generate(2000, Draws::from_seed(1)).circles;
        for circles in [clique, random] {
            let last = circles.iter().max().copied().unwrap();
            let size = |circle| circles.iter().filter(|&&of| of == circle).count();
            let sizes: Vec<usize> = (0..=last).map(size).collect();
            assert!(sizes.iter().all(|size| (2..300).contains(size)), "{sizes:?}");
        }
    }

    #[test]
    fn whoever_knows_only_people_of_a_full_circle_joins_it() {
        let star: Vec<_> = (1..=300).map(|neighbour| (0, neighbour)).collect();
        assert_eq!(circles_of(301, &star), [0; 301]);
    }

    #[test]
    fn the_order_of_people_does_not_matter() {
        // The same people with the same keys and ties, in reverse order.
        let people = 300;
        let random = Generator::ErdosRenyi(ErdosRenyi::default());
        let random = random.generate(people, Draws::from_seed(1));
        let pairs: Vec<_> = random.pairs().map(|(a, b)| (a as u32, b as u32)).collect();
        let there = circles_of(people, &pairs);
        let turned = |person: u32| people as u32 - 1 - person;
        let mut back: Vec<_> = pairs.iter().map(|&(a, b)| (turned(b), turned(a))).collect();
        back.sort_unstable();
        let mut network = tied(people, &back);
        network.keys.reverse();
        find_circles(&mut network, Draws::from_seed(1));
        network.circles.reverse();
        assert_eq!(numbered(&network.circles), there);
    }

    #[test]
    fn circles_are_numbered_as_they_appear() {
        assert_eq!(numbered(&["b", "a", "b", "c"]), [0, 1, 0, 2]);
    }
}
