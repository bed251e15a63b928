//! What networks look like (C9): degrees, clustering, and that friends have more friends, as theory says of each family.

use super::bench::each;
use super::{Comparison, Limit, enough_for_share};
use crate::draws::Draws;
use crate::elementary::exp;
use crate::population::generators::{BarabasiAlbert, Configuration, ErdosRenyi, WattsStrogatz};
use crate::population::{Generator, Network, census};
use crate::quantity::{Count, Number, Share};

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C9-friends",
        statement: "The mean neighbour has ⟨k²⟩ / ⟨k⟩ ties: one more than the mean person in a random graph, as many in a regular one, e^σ² times as many where degrees are log-normal.",
        source: "Feld 1991",
        compare: friends,
    },
    Limit {
        id: "C9-clustering",
        statement: "Rings are clustered as the formula says, shortcuts break their triangles by (1 − β)³, and in a random graph friends know each other by chance.",
        source: "Watts and Strogatz 1998; Barrat and Weigt 2000",
        compare: clustering,
    },
    Limit {
        id: "C9-hubs",
        statement: "Where newcomers tie themselves to the well-known, a share m (m + 1) / (k (k + 1)) has k ties or more.",
        source: "Dorogovtsev, Mendes and Samukhin 2000",
        compare: hubs,
    },
];

fn random(mean_degree: f64) -> Generator {
    Generator::ErdosRenyi(ErdosRenyi { mean_degree: Number(mean_degree) })
}

fn ring(degree: u32, rewiring: f64) -> Generator {
    let (degree, rewiring) = (Count(f64::from(degree)), Share(rewiring));
    Generator::WattsStrogatz(WattsStrogatz { degree, rewiring })
}

/// Everybody's number of ties.
fn degrees(network: &Network) -> Vec<f64> {
    let around = network.neighbourhoods();
    (0..around.people()).map(|i| around.degree(i) as f64).collect()
}

/// Ties of the mean neighbour.
fn of_friends(network: &Network) -> f64 {
    let sums = |(k, kk), degree| (k + degree, kk + degree * degree);
    let (ends, squares) = degrees(network).into_iter().fold((0.0, 0.0), sums);
    squares / ends
}

/// Graphs of one comparison that is a mean over graphs.
const GRAPHS: usize = 120;

fn friends(luck: Draws) -> Vec<Comparison> {
    let [one, two] = [0, 1].map(|part| luck.in_replication(part));
    let in_random = each(GRAPHS, one, |luck| of_friends(&random(10.0).generate(1000, luck)));
    // The square of a degree that is rounded by chance is greater by the mean of f (1 − f), 1/6.
    let (mean, spread) = (12.0, 0.4);
    let log_normal = Configuration { mean_degree: Number(mean), spread: Number(spread) };
    let uneven = Generator::Configuration(log_normal);
    // Few large graphs, since hubs lose some of their ties to each other in small ones.
    let among_uneven = each(10, two, |luck| of_friends(&uneven.generate(15_000, luck)));
    let exact = mean * exp(spread * spread) + 1.0 / 6.0 / mean;
    vec![
        Comparison::large("ties of the mean neighbour, random, c = 10", 11.0, &in_random),
        Comparison::counted(
            "ties of the mean neighbour, ring of 12",
            12.0,
            of_friends(&ring(12, 0.0).generate(500, luck)),
        ),
        Comparison::large("ties of the mean neighbour, log-normal, σ = .4", exact, &among_uneven),
    ]
}

fn clustering(luck: Draws) -> Vec<Comparison> {
    let clustered = |generator: Generator, people: usize, luck: Draws| {
        census(&generator.generate(people, luck)).clustering.unwrap_or(f64::NAN)
    };
    let of_ring = |k: u32| 3.0 * f64::from(k - 2) / (4.0 * f64::from(k - 1));
    let rings = [4, 6, 10, 20].map(|k| {
        let what = format!("clustering of a ring of {k}");
        Comparison::counted(what, of_ring(k), clustered(ring(k, 0.0), 200, luck))
    });
    let broken = [(0.01, 0), (0.1, 1), (0.3, 2)].map(|(rewiring, part)| {
        let found = each(GRAPHS, luck.in_replication(part), |luck| {
            surviving_triangles(&ring(10, rewiring).generate(1000, luck))
        });
        let what = format!("triangles of a ring that survive, β = {rewiring}");
        let kept: f64 = 1.0 - rewiring;
        Comparison::mean(what, kept * kept * kept, &found)
    });
    let by_chance = each(GRAPHS, luck.in_replication(3), |luck| clustered(random(40.0), 200, luck));
    let chance =
        Comparison::large("clustering of a random graph, c = 40", 40.0 / 199.0, &by_chance);
    rings.into_iter().chain(broken).chain([chance]).collect()
}

/// The share of a ring's own triangles of which no tie was rewired.
fn surviving_triangles(network: &Network) -> f64 {
    let (around, reach) = (network.neighbourhoods(), 5);
    let people = around.people();
    let know = |one: usize, other: usize| {
        around.of(one % people).binary_search(&((other % people) as u32)).is_ok()
    };
    let (mut whole, mut all) = (0.0, 0.0);
    for one in 0..people {
        for second in 1..reach {
            for third in second + 1..=reach {
                all += 1.0;
                let (other, last) = (one + second, one + third);
                let stands = know(one, other) && know(one, last) && know(other, last);
                whole += f64::from(u8::from(stands));
            }
        }
    }
    whole / all
}

fn hubs(luck: Draws) -> Vec<Comparison> {
    let m = 3.0;
    let family = BarabasiAlbert { newcomer_ties: Count(m) };
    let share = |k: f64| m * (m + 1.0) / (k * (k + 1.0));
    let people = enough_for_share(share(5.0));
    let network = Generator::BarabasiAlbert(family).generate(people, luck);
    let degrees = degrees(&network);
    let compare = |k: f64| {
        let found = degrees.iter().filter(|&&degree| degree >= k).count() as f64;
        Comparison::share(format!("people with {k} ties or more"), share(k), found, people as f64)
    };
    [4.0, 5.0].map(compare).to_vec()
}
