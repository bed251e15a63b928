//! Shuffling: the same people with as many ties each, but to others.
//!
//! Two ties at a time exchange one end each, unless that would tie somebody to himself or two
//! people twice (Maslov and Sneppen 2002). Within communities, both must tie the same two communities
//! (or the same one), so that everybody keeps as many acquaintances in each.

use crate::draws::{Draw, Draws};
use crate::population::Network;
use petgraph::graph::UnGraph;
use std::collections::BTreeSet;

/// How often each tie is tried as the first of two, on average.
const TRIES: usize = 10;

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
    let alike = |&(one, other): &(usize, usize)| match among {
        Among::Everybody => (0, 0),
        Among::Communities => ordered(network.circles[one], network.circles[other]),
    };
    // Ties that may exchange ends lie side by side, and what replaces one is of its kind.
    let mut ties: Vec<(usize, usize)> = network.pairs().collect();
    ties.sort_by_key(alike);
    let kinds: Vec<usize> = ties.chunk_by(|a, b| alike(a) == alike(b)).map(<[_]>::len).collect();
    let mut known: BTreeSet<(usize, usize)> = ties.iter().copied().collect();
    let chosen = luck.of("evidence: which ties are shuffled");
    let (mut rest, mut number) = (&mut ties[..], 0);
    for kind in kinds {
        let (ours, others) = std::mem::take(&mut rest).split_at_mut(kind);
        for _ in 0..TRIES * kind {
            exchange(ours, &mut known, chosen.number(number), |one, other| {
                among == Among::Everybody || network.circles[one] == network.circles[other]
            });
            number += 1;
        }
        rest = others;
    }
    of_ties(network, known)
}

/// Lets two ties that a draw chooses exchange one end each, if these ends are alike and nobody is
/// tied to himself or twice.
fn exchange(
    ties: &mut [(usize, usize)],
    known: &mut BTreeSet<(usize, usize)>,
    draw: Draw,
    alike: impl Fn(usize, usize) -> bool,
) {
    let (first, second) = (draw.choose(ties.len()), draw.again().choose(ties.len()));
    let (Some(first), Some(second)) = (first, second) else { return };
    let (a, b) = ties[first];
    let (c, d) = ties[second];
    let (c, d) = if draw.again().again().happens(0.5) { (c, d) } else { (d, c) };
    let new = [ordered(a, d), ordered(c, b)];
    if a == d || c == b || !alike(b, d) || new.iter().any(|tie| known.contains(tie)) {
        return;
    }
    known.remove(&ties[first]);
    known.remove(&ties[second]);
    known.extend(new);
    [ties[first], ties[second]] = new;
}

fn ordered<T: Ord>(one: T, other: T) -> (T, T) {
    if one <= other { (one, other) } else { (other, one) }
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
