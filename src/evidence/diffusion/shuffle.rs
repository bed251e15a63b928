//! Shuffling: the same people with as many ties each, but to others.
//!
//! Two ties at a time exchange one end each, unless that would tie somebody to himself or two
//! people twice (Maslov and Sneppen 2002). Within communities, both must tie the same two communities
//! (or the same one), so that everybody keeps as many acquaintances in each.

use crate::draws::Draws;
use crate::population::Network;
use petgraph::graph::UnGraph;
use std::collections::BTreeSet;

/// How often two ties are tried for each tie of the network.
const TRIES: usize = 50;

/// Among whom ties are shuffled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Among everybody.
    Everybody,
    /// Within each community, and between any two.
    Communities,
}

/// The network with its ties shuffled.
#[must_use]
pub fn shuffled(network: &Network, among: Among, luck: Draws) -> Network {
    let mut ties: Vec<(usize, usize)> = network.pairs().collect();
    let mut known: BTreeSet<(usize, usize)> = ties.iter().copied().collect();
    let chosen = luck.of("evidence: which ties are shuffled");
    let ordered = |one: usize, other: usize| (one.min(other), one.max(other));
    for number in 0..TRIES * ties.len() {
        let draw = chosen.number(number as u64);
        let turn = draw.again().again();
        let (Some(first), Some(second)) =
            (draw.choose(ties.len()), draw.again().choose(ties.len()))
        else {
            break;
        };
        let (a, b) = ties[first];
        let (c, d) =
            if turn.happens(0.5) { ties[second] } else { (ties[second].1, ties[second].0) };
        let (new, other) = (ordered(a, d), ordered(c, b));
        let circle = |person: usize| network.circles[person];
        let alike = among == Among::Everybody || (circle(a), circle(b)) == (circle(c), circle(d));
        if !alike || a == d || c == b || known.contains(&new) || known.contains(&other) {
            continue;
        }
        known.remove(&ties[first]);
        known.remove(&ties[second]);
        known.extend([new, other]);
        (ties[first], ties[second]) = (new, other);
    }
    of_ties(network, known)
}

/// The same people with these ties.
#[must_use]
pub fn of_ties(network: &Network, ties: BTreeSet<(usize, usize)>) -> Network {
    let mut graph = UnGraph::with_capacity(network.people(), ties.len());
    for _ in 0..network.people() {
        graph.add_node(());
    }
    for (one, other) in ties {
        graph.add_edge((one as u32).into(), (other as u32).into(), None);
    }
    let (keys, names) = (network.keys.clone(), network.names.clone());
    Network { keys, names, circles: network.circles.clone(), graph }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::Generator;

    fn degrees(network: &Network, into: impl Fn(usize) -> bool) -> Vec<usize> {
        let around = network.neighbourhoods();
        let counted = |i: usize| around.of(i).iter().filter(|&&other| into(other as usize)).count();
        (0..network.people()).map(counted).collect()
    }

    #[test]
    fn everybody_keeps_as_many_ties_and_nearly_all_ties_are_new() {
        let network = Generator::read(None, &mut Vec::new()).generate(300, Draws::from_seed(1));
        let before: BTreeSet<(usize, usize)> = network.pairs().collect();
        for among in [Among::Everybody, Among::Communities] {
            let other = shuffled(&network, among, Draws::from_seed(2));
            assert_eq!(degrees(&other, |_| true), degrees(&network, |_| true));
            let kept = other.pairs().filter(|pair| before.contains(pair)).count();
            assert!(kept * 2 < before.len(), "{among:?}: {kept} of {} kept", before.len());
            assert!(other.pairs().is_sorted(), "equal networks are equal byte by byte");
            let again = shuffled(&network, among, Draws::from_seed(2));
            assert!(again.pairs().eq(other.pairs()));
        }
    }

    #[test]
    fn within_communities_everybody_keeps_the_ties_into_each() {
        let network = Generator::read(None, &mut Vec::new()).generate(300, Draws::from_seed(1));
        assert!(network.circle_count() > 3);
        let other = shuffled(&network, Among::Communities, Draws::from_seed(2));
        for circle in 0..network.circle_count() as u32 {
            let into = |i: usize| network.circles[i] == circle;
            assert_eq!(degrees(&other, into), degrees(&network, into));
        }
        let mixed = shuffled(&network, Among::Everybody, Draws::from_seed(2));
        let into = |i: usize| network.circles[i] == 0;
        assert_ne!(degrees(&mixed, into), degrees(&network, into));
    }
}
