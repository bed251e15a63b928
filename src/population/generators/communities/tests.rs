//! The default market looks like people do, and each of its parameters does what it says.

use super::super::super::analysis::{Census, census};
use super::*;

fn drawn(family: &Communities, people: usize, seed: u64) -> (Network, Census) {
    let network = family.generate(people, Draws::from_seed(seed));
    let found = census(&network);
    (network, found)
}

#[test]
fn the_default_market_looks_like_people() {
    for seed in 1..=10 {
        let (network, found) = drawn(&Communities::default(), 5000, seed);
        assert!((found.mean_degree - 12.0).abs() < 1e-9, "{found:?}");
        let clustering = found.clustering.unwrap();
        assert!((0.25..0.35).contains(&clustering), "{found:?}");
        let mixing = found.degree_assortativity.unwrap();
        assert!((0.08..0.32).contains(&mixing), "{found:?}");
        assert!(found.largest_component > 4950, "{found:?}");
        let size = 5000.0 / network.circle_count() as f64;
        assert!((34.0..46.0).contains(&size), "{size} people in a circle");
    }
}

#[test]
fn the_mean_degree_is_the_one_asked_for() {
    for (degree, people) in [(2.0, 500), (12.0, 500), (50.0, 500), (100.0, 500), (7.3, 3000)] {
        let family = Communities { mean_degree: Number(degree), ..Communities::default() };
        let (_, found) = drawn(&family, people, 1);
        assert!((found.mean_degree / degree - 1.0).abs() < 0.01, "{degree}: {found:?}");
    }
    for people in 0..=5 {
        let (_, found) = drawn(&Communities::default(), people, 1);
        assert_eq!(found.ties, people * people.saturating_sub(1) / 2, "too few for twelve ties");
    }
}

#[test]
fn circles_are_neighbours_in_the_columns_and_hold_their_share_of_ties() {
    for share in [0.0, 0.3, 0.7] {
        let family = Communities { homophily: Share(share), ..Communities::default() };
        let (network, found) = drawn(&family, 5000, 2);
        assert!(network.circles.is_sorted());
        let circle = |person: usize| network.circles[person];
        let within = network.pairs().filter(|&(a, b)| circle(a) == circle(b)).count();
        let within = within as f64 / found.ties as f64;
        assert!((within - share).abs() < 0.03, "{within} instead of {share}");
    }
}

#[test]
fn each_parameter_does_what_it_says() {
    let changed = |change: fn(&mut Communities)| {
        let mut family = Communities::default();
        change(&mut family);
        drawn(&family, 4000, 3)
    };
    let of = |change| changed(change).1;
    let clustering = |change| of(change).clustering.unwrap();
    assert!(clustering(|f| f.closure.0 = 0.8) > clustering(|f| f.closure.0 = 0.1) + 0.1);
    let mixing = |change| of(change).degree_assortativity.unwrap();
    assert!(mixing(|f| f.alike.0 = 0.8) > mixing(|f| f.alike.0 = 0.0) + 0.2);
    let hub = |change| {
        let around = changed(change).0.neighbourhoods();
        (0..around.people()).map(|i| around.degree(i)).max()
    };
    assert!(hub(|f| f.spread.0 = 1.0) > hub(|f| f.spread.0 = 0.2).map(|most| 2 * most));
    let sizes = |change| {
        let network: Network = changed(change).0;
        let sizes: Vec<usize> = network.circles.chunk_by(|a, b| a == b).map(<[u32]>::len).collect();
        let without_last = &sizes[..sizes.len() - 1];
        (sizes.len(), without_last.iter().copied().max(), without_last.iter().copied().min())
    };
    assert_eq!(
        sizes(|f| (f.circle_size.0, f.circle_spread.0) = (50.0, 0.0)),
        (80, Some(50), Some(50))
    );
    assert!(sizes(|f| f.circle_spread.0 = 0.8).1 > Some(100));
}
