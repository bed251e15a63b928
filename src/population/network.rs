//! Who knows whom before the first week: the people, their circles, and the ties between them.

use crate::draws::Key;
use petgraph::graph::{NodeIndex, UnGraph};

/// Who knows whom before the first week.
///
/// The graph is simple: nobody is tied to himself, and no two people are tied twice. Its ties
/// are sorted by the two people's numbers, so that equal networks are equal byte by byte.
#[derive(Clone, Debug)]
pub struct Network {
    /// Stable keys of the people, one per person; person `i` of every column is node `i` of the graph.
    pub keys: Vec<Key>,
    /// Names as the imported file gives them; empty for a generated network.
    pub names: Vec<String>,
    /// The community ("circle") of each person, numbered from 0.
    pub circles: Vec<u32>,
    /// The ties; a weight is the strength (0 to 1) that an imported file gives, if it gives one.
    pub graph: UnGraph<(), Option<f32>, u32>,
}

/// A tie on its way into a network: two people, the smaller number first, and a strength if known.
pub(super) type Tie = (u32, u32, Option<f32>);

impl Network {
    /// A network of people whom a generator numbered, with circles that are still to be found.
    pub(super) fn of_numbers(people: usize, ties: &[Tie]) -> Self {
        let keys = (0..people as u64).map(Key::of_number).collect();
        Self::new(keys, Vec::new(), ties)
    }

    /// A network in which everybody is in circle 0; ties must be sorted, simple and among the keys.
    pub(super) fn new(keys: Vec<Key>, names: Vec<String>, ties: &[Tie]) -> Self {
        let mut graph = UnGraph::with_capacity(keys.len(), ties.len());
        for _ in &keys {
            graph.add_node(());
        }
        for &(one, other, strength) in ties {
            graph.add_edge(NodeIndex::from(one), NodeIndex::from(other), strength);
        }
        let circles = vec![0; keys.len()];
        Self { keys, names, circles, graph }
    }

    /// The number of people.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.keys.len()
    }

    /// The two people of each tie, the smaller number first, in the order of the graph.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        let ties = self.graph.raw_edges().iter();
        ties.map(|tie| (tie.source().index(), tie.target().index()))
    }

    /// How many circles there are.
    #[must_use]
    pub fn circle_count(&self) -> usize {
        self.circles.iter().max().map_or(0, |&last| last as usize + 1)
    }

    /// Everybody's neighbours, packed side by side.
    #[must_use]
    pub fn neighbourhoods(&self) -> Neighbourhoods {
        Neighbourhoods::of_network(self)
    }
}

/// Everybody's neighbours side by side, each person's in ascending order.
///
/// The linked lists of a graph jump through memory; whoever walks all ties reads this instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbourhoods {
    /// Where each person's neighbours begin, and at last where all end.
    starts: Vec<usize>,
    neighbours: Vec<u32>,
}

impl Neighbourhoods {
    fn of_network(network: &Network) -> Self {
        let mut starts = vec![0; network.people() + 1];
        for (one, other) in network.pairs() {
            starts[one + 1] += 1;
            starts[other + 1] += 1;
        }
        for person in 0..network.people() {
            starts[person + 1] += starts[person];
        }
        let mut free = starts.clone();
        let mut neighbours = vec![0; starts[network.people()]];
        // Sorted ties fill each list in ascending order: first the smaller neighbours, then the greater.
        for (one, other) in network.pairs() {
            for (me, you) in [(one, other), (other, one)] {
                neighbours[free[me]] = you as u32;
                free[me] += 1;
            }
        }
        Self { starts, neighbours }
    }

    /// The neighbours of a person, in ascending order.
    #[must_use]
    #[inline]
    pub fn of(&self, person: usize) -> &[u32] {
        &self.neighbours[self.starts[person]..self.starts[person + 1]]
    }

    /// How many neighbours a person has.
    #[must_use]
    #[inline]
    pub fn degree(&self, person: usize) -> usize {
        self.starts[person + 1] - self.starts[person]
    }

    /// The number of people.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.starts.len() - 1
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A network of the given ties, for tests.
    pub(in super::super) fn tied(people: usize, pairs: &[(u32, u32)]) -> Network {
        let ties: Vec<Tie> = pairs.iter().map(|&(a, b)| (a, b, None)).collect();
        Network::of_numbers(people, &ties)
    }

    /// Fails unless the network is simple, sorted, and as wide as its columns.
    pub(in super::super) fn assert_sound(network: &Network) {
        let pairs: Vec<_> = network.pairs().collect();
        assert!(pairs.iter().all(|(a, b)| a < b), "a loop, or a tie the wrong way round");
        assert!(pairs.is_sorted_by(|a, b| a < b), "ties unsorted or doubled");
        assert_eq!(network.graph.node_count(), network.people());
        assert_eq!(network.circles.len(), network.people());
        let around = network.neighbourhoods();
        let degrees: usize = (0..around.people()).map(|i| around.degree(i)).sum();
        assert_eq!(degrees, 2 * pairs.len());
        let mut seen: Vec<u32> = network.circles.clone();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), network.circle_count(), "a circle without people");
    }

    #[test]
    fn neighbours_stand_in_ascending_order() {
        let network = tied(5, &[(0, 3), (1, 3), (2, 3), (3, 4)]);
        let around = network.neighbourhoods();
        assert_eq!(around.of(3), [0, 1, 2, 4]);
        assert_eq!(around.of(4), [3]);
        assert_eq!((around.degree(0), around.people()), (1, 5));
    }

    #[test]
    fn nobody_is_a_network_too() {
        let nobody = tied(0, &[]);
        assert_eq!((nobody.people(), nobody.circle_count()), (0, 0));
        assert_sound(&nobody);
    }
}
