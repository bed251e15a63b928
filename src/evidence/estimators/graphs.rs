//! What network scholars measure on a graph of ties: overlap, what falls apart when ties are removed, distances, the friendship paradox.

use crate::evidence::laboratory::World;
use crate::population::{Neighbourhoods, Network};
use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::unionfind::UnionFind;
use std::collections::VecDeque;

/// A tie under study: its two people, the smaller number first, and its weight.
pub type Weighted = (usize, usize, f64);

/// The network of these ties among the people of a world; the ties stand in ascending order.
#[must_use]
pub fn network(world: &World, ties: &[Weighted]) -> Network {
    let mut graph = UnGraph::with_capacity(world.people(), ties.len());
    for _ in 0..world.people() {
        graph.add_node(());
    }
    for &(one, other, weight) in ties {
        let ends = [one, other].map(NodeIndex::new);
        graph.add_edge(ends[0], ends[1], Some(weight as f32));
    }
    let (keys, circles) = (world.market.people.key.clone(), world.market.people.circle.clone());
    Network { keys, names: Vec::new(), circles, graph }
}

/// All ties of a world as they stand, each with its strength.
#[must_use]
pub fn ties(world: &World) -> Vec<Weighted> {
    let people = world.market.people.all();
    let of = |person| {
        let ties = world.market.ties.of(person).filter(move |tie| person < tie.partner);
        ties.map(move |tie| (person.index(), tie.partner.index(), f64::from(tie.strength)))
    };
    people.flat_map(of).collect()
}

/// Onnela's overlap of a tie: of all whom either of the two knows beside the other, the share
/// whom both know. `None` of two people who know nobody else.
#[must_use]
pub fn overlap(around: &Neighbourhoods, one: usize, other: usize) -> Option<f64> {
    let (ours, theirs) = (around.of(one), around.of(other));
    let common = ours.iter().filter(|who| theirs.binary_search(who).is_ok()).count();
    let either = (ours.len() - 1) + (theirs.len() - 1) - common;
    (either > 0).then(|| common as f64 / either as f64)
}

/// The share of all people who are in the largest part that these ties connect.
#[must_use]
pub fn giant_component(people: usize, ties: &[Weighted]) -> f64 {
    parts(people, ties).into_iter().max().unwrap_or(0) as f64 / people.max(1) as f64
}

/// The susceptibility of percolation: the mean size of the part in which a person is, the largest
/// part left out. It is greatest where a network falls apart.
#[must_use]
pub fn susceptibility(people: usize, ties: &[Weighted]) -> f64 {
    let parts = parts(people, ties);
    let largest = parts.iter().max().copied().unwrap_or(0) as f64;
    let squares: f64 = parts.into_iter().map(|size| (size as f64).powi(2)).sum();
    (squares - largest.powi(2)) / people.max(1) as f64
}

/// How many people are in each part that these ties connect; one who has none is a part, too.
fn parts(people: usize, ties: &[Weighted]) -> Vec<usize> {
    let mut parts = UnionFind::<usize>::new(people);
    for &(one, other, _) in ties {
        parts.union(one, other);
    }
    let mut sizes = vec![0; people];
    for part in parts.into_labeling() {
        sizes[part] += 1;
    }
    sizes
}

/// The mean number of steps from these people to all whom they can reach.
#[must_use]
pub fn mean_distance(around: &Neighbourhoods, from: impl Iterator<Item = usize>) -> Option<f64> {
    let (mut steps, mut reached) = (0_u64, 0_u64);
    for source in from {
        for distance in distances(around, source).into_iter().flatten() {
            steps += u64::from(distance);
            reached += u64::from(distance > 0);
        }
    }
    (reached > 0).then(|| steps as f64 / reached as f64)
}

/// The number of steps from one person to everybody who can be reached.
fn distances(around: &Neighbourhoods, source: usize) -> Vec<Option<u32>> {
    let mut distances = vec![None; around.people()];
    distances[source] = Some(0);
    let mut next = VecDeque::from([(source, 0)]);
    while let Some((person, distance)) = next.pop_front() {
        for &neighbour in around.of(person) {
            let found = &mut distances[neighbour as usize];
            if found.is_none() {
                *found = Some(distance + 1);
                next.push_back((neighbour as usize, distance + 1));
            }
        }
    }
    distances
}

/// Of those who have friends, the share who have fewer than the median of their friends have.
#[must_use]
pub fn friendship_paradox(around: &Neighbourhoods) -> Option<f64> {
    let (mut fewer, mut all) = (0_u32, 0_u32);
    for person in (0..around.people()).filter(|&person| around.degree(person) > 0) {
        let mut friends: Vec<usize> =
            around.of(person).iter().map(|&friend| around.degree(friend as usize)).collect();
        friends.sort_unstable();
        let (low, high) = (friends[(friends.len() - 1) / 2], friends[friends.len() / 2]);
        all += 1;
        fewer += u32::from(2 * around.degree(person) < low + high);
    }
    (all > 0).then(|| f64::from(fewer) / f64::from(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    /// The ties among the first people of a world of twelve.
    fn tied(pairs: &[(usize, usize)]) -> (Vec<Weighted>, Neighbourhoods) {
        let world =
            World::of("[people]\ncount = 12\n[strategies.unused.posts]\n", Draws::from_seed(1));
        let ties: Vec<Weighted> = pairs.iter().map(|&(a, b)| (a, b, 1.0)).collect();
        let around = network(&world, &ties).neighbourhoods();
        (ties, around)
    }

    #[test]
    fn overlap_is_that_of_the_catalogue() {
        // A clique 0 1 2 3 with a bridge 3–4, and a bow tie 5 6 7, 7 8 9.
        let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4)];
        let bow = [(5, 6), (5, 7), (6, 7), (7, 8), (7, 9), (8, 9)];
        let (_, around) = tied(&[&pairs[..], &bow[..]].concat());
        assert_eq!(overlap(&around, 0, 1), Some(1.0));
        assert_eq!(overlap(&around, 3, 4), Some(0.0));
        assert_eq!(overlap(&around, 5, 7), Some(1.0 / 3.0));
        let (_, around) = tied(&[(0, 1)]);
        assert_eq!(overlap(&around, 0, 1), None);
    }

    #[test]
    fn a_path_has_the_distances_and_the_parts_that_are_counted_by_hand() {
        let (ties, around) = tied(&[(0, 1), (1, 2), (2, 3), (4, 5)]);
        assert!((giant_component(12, &ties) - 4.0 / 12.0).abs() < 1e-12);
        assert!((giant_component(12, &ties[1..2]) - 2.0 / 12.0).abs() < 1e-12);
        // Beside the path of four: a pair and six who are alone.
        assert!((susceptibility(12, &ties) - (4.0 + 6.0) / 12.0).abs() < 1e-12);
        // From 0: 1 + 2 + 3; from 1: 1 + 1 + 2.
        assert_eq!(mean_distance(&around, 0..2), Some(10.0 / 6.0));
        assert_eq!(mean_distance(&around, 11..12), None);
        // The ends 0 and 3 have fewer than their friend; 1 and 2 do not, nor do 4 and 5.
        assert_eq!(friendship_paradox(&around), Some(2.0 / 6.0));
    }

    #[test]
    fn the_ties_of_a_world_are_each_told_once() {
        let world =
            World::of("[people]\ncount = 300\n[strategies.unused.posts]\n", Draws::from_seed(1));
        let found = ties(&world);
        assert_eq!(found.len(), world.market.ties.count());
        assert!(found.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
        assert!(found.iter().all(|&(one, other, strength)| one < other && strength > 0.0));
    }
}
