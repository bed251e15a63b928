//! Counts what a network scholar asks first: degrees, components, clustering, assortativity.

use super::network::{Neighbourhoods, Network};
use petgraph::unionfind::UnionFind;

/// What a network looks like from above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Census {
    /// The number of people.
    pub people: usize,
    /// The number of ties.
    pub ties: usize,
    /// People without any tie.
    pub isolates: usize,
    /// Parts between which there is no path; an isolate is a component, too.
    pub components: usize,
    /// The number of people in the largest component.
    pub largest_component: usize,
    /// Ties per person: twice the ties over the people; 0 where there is nobody.
    pub mean_degree: f64,
    /// The mean over all people with two ties or more of the share of pairs of one's neighbours
    /// who know each other (Watts and Strogatz 1998); `None` where nobody has two ties.
    pub clustering: Option<f64>,
    /// The correlation of the degrees at the two ends of a tie (Newman 2002); `None` where all
    /// ends have the same degree.
    pub degree_assortativity: Option<f64>,
}

/// Counts a network. Time grows with ties × the typical degree, not with the largest degree.
#[must_use]
pub fn census(network: &Network) -> Census {
    let around = network.neighbourhoods();
    let (people, ties) = (network.people(), network.graph.edge_count());
    let (components, largest_component) = components(network);
    Census {
        people,
        ties,
        isolates: (0..people).filter(|&i| around.degree(i) == 0).count(),
        components,
        largest_component,
        mean_degree: 2.0 * ties as f64 / people.max(1) as f64,
        clustering: mean_clustering(&around),
        degree_assortativity: assortativity(network, &around),
    }
}

/// The number of components and the size of the largest.
fn components(network: &Network) -> (usize, usize) {
    let mut parts = UnionFind::<usize>::new(network.people());
    for (one, other) in network.pairs() {
        parts.union(one, other);
    }
    let mut sizes = vec![0_usize; network.people()];
    for part in parts.into_labeling() {
        sizes[part] += 1;
    }
    let count = sizes.iter().filter(|&&size| size > 0).count();
    (count, sizes.into_iter().max().unwrap_or(0))
}

fn mean_clustering(around: &Neighbourhoods) -> Option<f64> {
    let triangles = triangles(around);
    let (mut sum, mut counted) = (0.0, 0_usize);
    for (person, &closed) in triangles.iter().enumerate() {
        let degree = around.degree(person) as f64;
        if degree >= 2.0 {
            sum += 2.0 * closed as f64 / (degree * (degree - 1.0));
            counted += 1;
        }
    }
    (counted > 0).then(|| sum / counted as f64)
}

/// How many triangles each person is part of.
///
/// Each triangle is found once, from its person of least degree, so that hubs cost little
/// (Schank and Wagner 2005).
fn triangles(around: &Neighbourhoods) -> Vec<u64> {
    let people = around.people();
    // Where all know all, the search would be cubic and the answer is known.
    if people > 2 && (0..people).all(|i| around.degree(i) == people - 1) {
        let others = people as u64 - 1;
        return vec![others * (others - 1) / 2; people];
    }
    let ahead = Ahead::new(around);
    let mut triangles = vec![0; people];
    let mut seen_from = vec![u32::MAX; people];
    for one in 0..people {
        for &other in ahead.of(one) {
            seen_from[other as usize] = one as u32;
        }
        for &other in ahead.of(one) {
            for &third in ahead.of(other as usize) {
                if seen_from[third as usize] == one as u32 {
                    for corner in [one, other as usize, third as usize] {
                        triangles[corner] += 1;
                    }
                }
            }
        }
    }
    triangles
}

/// Of each person's neighbours, those of greater degree (of equal degree: of greater number).
struct Ahead {
    starts: Vec<usize>,
    neighbours: Vec<u32>,
}

impl Ahead {
    fn new(around: &Neighbourhoods) -> Self {
        let rank = |person: usize| (around.degree(person), person);
        let mut starts = vec![0];
        let mut neighbours = Vec::new();
        for person in 0..around.people() {
            let ahead = around.of(person).iter().copied();
            neighbours.extend(ahead.filter(|&you| rank(you as usize) > rank(person)));
            starts.push(neighbours.len());
        }
        Self { starts, neighbours }
    }

    #[inline]
    fn of(&self, person: usize) -> &[u32] {
        &self.neighbours[self.starts[person]..self.starts[person + 1]]
    }
}

/// The correlation of degrees over ties, from whole numbers, so that it is exact to the last step.
fn assortativity(network: &Network, around: &Neighbourhoods) -> Option<f64> {
    let (mut ties, mut products, mut sums, mut squares) = (0_i128, 0_i128, 0_i128, 0_i128);
    for (one, other) in network.pairs() {
        let (one, other) = (around.degree(one) as i128, around.degree(other) as i128);
        ties += 1;
        products += one * other;
        sums += one + other;
        squares += one * one + other * other;
    }
    let covariance = 4 * ties * products - sums * sums;
    let variance = 2 * ties * squares - sums * sums;
    (variance > 0).then(|| covariance as f64 / variance as f64)
}

#[cfg(test)]
mod tests {
    use super::super::network::tests::tied;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_network_is_counted_by_hand() {
        // A triangle 0 1 2 with a tail 2–3, a pair 4–5 and an isolate 6.
        let network = tied(7, &[(0, 1), (0, 2), (1, 2), (2, 3), (4, 5)]);
        let found = census(&network);
        assert_eq!((found.people, found.ties, found.isolates), (7, 5, 1));
        assert_eq!((found.components, found.largest_component), (3, 4));
        assert!((found.mean_degree - 10.0 / 7.0).abs() < 1e-12);
        // Local clustering 1, 1, 1/3 of the three people with two ties or more.
        assert!((found.clustering.unwrap() - 7.0 / 9.0).abs() < 1e-12);
        // The triangle with its tail alone: covariance 4·4·19 − 18² = −20, variance 2·4·44 − 18² = 28.
        let paw = census(&tied(4, &[(0, 1), (0, 2), (1, 2), (2, 3)]));
        assert!((paw.degree_assortativity.unwrap() + 5.0 / 7.0).abs() < 1e-12);
    }

    #[test]
    fn a_star_is_as_disassortative_as_can_be_and_nothing_is_undefined_in_silence() {
        let star = census(&tied(5, &[(0, 1), (0, 2), (0, 3), (0, 4)]));
        assert_eq!((star.degree_assortativity, star.clustering), (Some(-1.0), Some(0.0)));
        let pair = census(&tied(2, &[(0, 1)]));
        assert_eq!((pair.degree_assortativity, pair.clustering), (None, None));
        assert_eq!(census(&tied(0, &[])).components, 0);
        let all = census(&tied(4, &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]));
        assert_eq!((all.degree_assortativity, all.clustering), (None, Some(1.0)));
    }

    proptest! {
        #[test]
        fn triangles_agree_with_the_definition(
            pairs in proptest::collection::btree_set((0_u32..12, 0_u32..12), 0..50)
        ) {
            let mut pairs: Vec<_> =
                pairs.into_iter().filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
            pairs.sort_unstable();
            pairs.dedup();
            let around = tied(12, &pairs).neighbourhoods();
            let know = |a: u32, b: u32| pairs.contains(&(a.min(b), a.max(b)));
            let by_definition: Vec<u64> = (0..12).map(|i| {
                let near = around.of(i);
                let closed = |&a: &u32| near.iter().filter(|&&b| a < b && know(a, b)).count() as u64;
                near.iter().map(closed).sum()
            }).collect();
            prop_assert_eq!(triangles(&around), by_definition);
        }
    }
}
