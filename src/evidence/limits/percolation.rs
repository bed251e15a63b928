//! How far use spreads where each customer is seen for one week only (C4): the final size of bond percolation on random graphs.
//!
//! On a large random graph a tie leads to a person whose other ties number as the excess degrees
//! do. With θ the chance that a tie does not bring use to its end, T the chance that it carries, and
//! f the share of seeds, θ = 1 − T + T (1 − f) G₁(θ), and 1 − (1 − f) G₀(θ) is the share reached
//! (Newman 2002). Seeds are drawn, so that the answer is a number and not whether there is an outbreak.

use super::bench::{CERTAIN, each, seeded, silent, until_over};
use super::{Comparison, Limit};
use crate::draws::Draws;
use crate::elementary::{exp, ln, power};
use crate::population::generators::{Configuration, ErdosRenyi};
use crate::population::{Generator, census};
use crate::quantity::{Number, WeeklyHazard};

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C4-regular",
        statement: "On random graphs in which all have equally many ties, use reaches the share that percolation says.",
        source: "Newman 2002",
        compare: regular,
    },
    Limit {
        id: "C4-random",
        statement: "On random graphs of Erdős and Rényi, use reaches the share that percolation says.",
        source: "Newman 2002",
        compare: random,
    },
    Limit {
        id: "C4-giant",
        statement: "The largest component of a random graph is as large as theory says.",
        source: "Erdős and Rényi 1960",
        compare: giant,
    },
];

/// A family of large random graphs.
#[derive(Clone, Copy)]
enum Graph {
    /// Everybody has so many ties.
    Regular(u32),
    /// Ties are drawn, so many a person on average.
    Random(f64),
}

impl Graph {
    /// The generating function of the degrees, and that of the excess degrees.
    fn generating(self, x: f64) -> (f64, f64) {
        match self {
            Self::Regular(k) => (power(x, f64::from(k)), power(x, f64::from(k - 1))),
            Self::Random(c) => (exp(-c * (1.0 - x)), exp(-c * (1.0 - x))),
        }
    }

    /// The share that is reached from so many seeds where a tie carries with this chance.
    fn reached(self, carries: f64, seeds: f64) -> f64 {
        let mut theta = 0.0;
        for _ in 0..100_000 {
            theta = 1.0 - carries + carries * (1.0 - seeds) * self.generating(theta).1;
        }
        1.0 - (1.0 - seeds) * self.generating(theta).0
    }

    fn generator(self) -> Generator {
        match self {
            Self::Regular(k) => Generator::Configuration(Configuration {
                mean_degree: Number(f64::from(k)),
                spread: Number(0.0),
            }),
            Self::Random(c) => Generator::ErdosRenyi(ErdosRenyi { mean_degree: Number(c) }),
        }
    }
}

/// People of one graph: the share in a graph of this size differs from the limit by some
/// thousandths at most.
const PEOPLE: usize = 5000;

/// Use that is carried along a tie with this chance from this share of seeds, on so many graphs.
struct Spread {
    carries: f64,
    seeds: f64,
    graphs: usize,
}

fn compare(name: &str, graph: Graph, spread: &Spread, luck: Draws) -> Comparison {
    let Spread { carries, seeds, graphs } = *spread;
    let mut rules = silent();
    rules.visibility.seen = WeeklyHazard(-ln(1.0 - carries));
    // Each customer stays for exactly one week, in which each neighbour sees him once.
    rules.leaving.payment = CERTAIN;
    let found = each(graphs, luck, |luck| {
        let network = graph.generator().generate(PEOPLE, luck);
        let lots = luck.of("evidence: first customers of a graph");
        let is_seed = |person: u32| lots.number(u64::from(person)).happens(seeds as f32);
        let mut market = seeded(&network, is_seed, &rules);
        until_over(&mut market, &rules, luck);
        let ever = &market.firms[0].clientele.ever;
        ever.iter().filter(|ever| **ever).count() as f64 / PEOPLE as f64
    });
    let what = format!("reached, {name}, T = {carries}, seeds {seeds}");
    Comparison::large(what, graph.reached(carries, seeds), &found)
}

fn regular(luck: Draws) -> Vec<Comparison> {
    let cases = [
        (3, Spread { carries: 0.2, seeds: 0.3, graphs: 48 }),
        (3, Spread { carries: 0.7, seeds: 0.05, graphs: 12 }),
        (4, Spread { carries: 0.5, seeds: 0.05, graphs: 20 }),
        (6, Spread { carries: 0.3, seeds: 0.05, graphs: 28 }),
    ];
    let lived = |((k, spread), part): (&(u32, Spread), u32)| {
        compare(&format!("{k} ties"), Graph::Regular(*k), spread, luck.in_replication(part))
    };
    cases.iter().zip(0..).map(lived).collect()
}

fn random(luck: Draws) -> Vec<Comparison> {
    let cases = [
        (2.0, Spread { carries: 0.25, seeds: 0.3, graphs: 48 }),
        (4.0, Spread { carries: 0.5, seeds: 0.05, graphs: 16 }),
        (5.0, Spread { carries: 0.6, seeds: 0.05, graphs: 12 }),
    ];
    let lived = |((c, spread), part): (&(f64, Spread), u32)| {
        compare(&format!("c = {c}"), Graph::Random(*c), spread, luck.in_replication(part))
    };
    cases.iter().zip(0..).map(lived).collect()
}

fn giant(luck: Draws) -> Vec<Comparison> {
    let size = |((people, c), part)| {
        let luck = luck.in_replication(part);
        let graph = Graph::Random(c);
        let exact = graph.reached(1.0 - 1e-12, 1e-12);
        // The variance of the giant component (Stepanov 1970): S (1 − S) N / (1 − c (1 − S))².
        let slope = 1.0 - c * (1.0 - exact);
        let error = (exact * (1.0 - exact) / people as f64).sqrt() / slope;
        let found = census(&graph.generator().generate(people, luck)).largest_component;
        let what = format!("largest component, c = {c}");
        Comparison::drawn(what, exact, found as f64 / people as f64, error)
    };
    [(60_000, 2.0), (20_000, 3.0), (10_000, 5.0)].into_iter().zip(0..).map(size).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_seeds_reach_the_published_shares() {
        let share = |graph: Graph, carries| graph.reached(carries, 1e-12);
        for (c, published) in [
            (1.2, 0.313_698),
            (1.5, 0.582_812),
            (2.0, 0.796_812),
            (2.5, 0.892_645),
            (3.0, 0.940_480),
            (5.0, 0.993_023),
        ] {
            assert!((share(Graph::Random(2.0 * c), 0.5) - published).abs() < 1e-6, "{c}");
        }
        for (k, carries, published) in [
            (3, 0.7, 0.921_283),
            (4, 0.4, 0.541_503),
            (4, 0.5, 0.854_102),
            (6, 0.3, 0.746_244),
            (8, 0.2, 0.623_254),
            (10, 0.3, 0.965_289),
        ] {
            assert!((share(Graph::Regular(k), carries) - published).abs() < 1e-6, "{k}");
        }
    }

    #[test]
    fn below_the_threshold_a_seed_reaches_the_published_number() {
        let each = |graph: Graph, carries| graph.reached(carries, 1e-7) / 1e-7;
        // 1 + kT / (1 − (k − 1) T), and 1 / (1 − cT).
        for (k, carries, published) in
            [(3, 0.2, 2.0), (3, 0.3, 3.25), (3, 0.4, 7.0), (4, 0.3, 13.0)]
        {
            assert!((each(Graph::Regular(k), carries) - published).abs() < 1e-4, "{k}");
        }
        assert!((each(Graph::Random(2.0), 0.25) - 2.0).abs() < 1e-4);
    }
}
