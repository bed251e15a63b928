//! Cascades on small graphs: what is seen spreads as far as the independent cascade says, counted out exactly.
//!
//! The published expectations are those of `evidence.md`, C5.

mod common;

use common::limits::{
    CERTAIN, alike, assert_near, known_to_all, market, mean_and_error, network, silent, weeks,
};
use rayon::prelude::*;
use stammtisch::draws::Draws;
use stammtisch::elementary::ln;
use stammtisch::population::start::Given;
use stammtisch::quantity::WeeklyHazard;

/// A small graph, its seed, and the published expected spread at p = .1, .3 and .5, if published.
struct Cascade {
    name: &'static str,
    people: u32,
    ties: &'static [(u32, u32)],
    seed: u32,
    published: [f64; 3],
}

const CHANCES: [f64; 3] = [0.1, 0.3, 0.5];

const CASCADES: [Cascade; 9] = [
    Cascade {
        name: "path of 4, end",
        people: 4,
        ties: &[(0, 1), (1, 2), (2, 3)],
        seed: 0,
        published: [1.1110, 1.4170, 1.8750],
    },
    Cascade {
        name: "path of 5, middle",
        people: 5,
        ties: &[(0, 1), (1, 2), (2, 3), (3, 4)],
        seed: 2,
        published: [1.22, 1.78, 2.5],
    },
    Cascade {
        name: "triangle",
        people: 3,
        ties: &[(0, 1), (0, 2), (1, 2)],
        seed: 0,
        published: [1.218, 1.726, 2.25],
    },
    Cascade {
        name: "star of 5, centre",
        people: 5,
        ties: STAR,
        seed: 0,
        published: [1.4, 2.2, 3.0],
    },
    Cascade {
        name: "star of 5, leaf",
        people: 5,
        ties: STAR,
        seed: 1,
        published: [1.13, 1.57, 2.25],
    },
    Cascade {
        name: "cycle of 4",
        people: 4,
        ties: &[(0, 1), (1, 2), (2, 3), (0, 3)],
        seed: 0,
        published: [1.2217, 1.8097, 2.5625],
    },
    Cascade {
        name: "cycle of 5",
        people: 5,
        ties: &[(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)],
        seed: 0,
        published: [1.222_16, 1.840_48, 2.75],
    },
    Cascade {
        name: "all of 4",
        people: 4,
        ties: &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)],
        seed: 0,
        published: [1.358_104, 2.316_556, 3.25],
    },
    Cascade {
        name: "bow-tie, centre",
        people: 5,
        ties: &[(0, 1), (0, 2), (1, 2), (0, 3), (0, 4), (3, 4)],
        seed: 0,
        published: [1.436, 2.452, 3.5],
    },
];

const STAR: &[(u32, u32)] = &[(0, 1), (0, 2), (0, 3), (0, 4)];

impl Cascade {
    /// The expected spread by enumeration: each tie carries or does not, and whoever is then
    /// connected to the seed is reached (Kempe, Kleinberg and Tardos 2003).
    fn exact(&self, chance: f64) -> f64 {
        let mut spread = 0.0;
        for carries in 0_u32..1 << self.ties.len() {
            let live = |tie: usize| carries >> tie & 1 == 1;
            let mut reached = 1_u32 << self.seed;
            for _ in 0..self.people {
                for (_, (one, other)) in self.ties.iter().enumerate().filter(|(tie, _)| live(*tie))
                {
                    let both = 1 << one | 1 << other;
                    if reached & both != 0 {
                        reached |= both;
                    }
                }
            }
            let carrying = carries.count_ones() as i32;
            let silent = self.ties.len() as i32 - carrying;
            let weight = chance.powi(carrying) * (1.0 - chance).powi(silent);
            spread += weight * f64::from(reached.count_ones());
        }
        spread
    }

    /// The mean spread in so many copies of the graph, and its standard error.
    ///
    /// Each customer stays for exactly one week, in which each neighbour sees him once.
    fn lived(&self, chance: f64, copies: u32) -> (f64, f64) {
        let mut rules = silent();
        rules.visibility.seen = WeeklyHazard(-ln(1.0 - chance));
        rules.leaving.payment = CERTAIN;
        let people = (copies * self.people) as usize;
        let ties: Vec<(u32, u32)> = (0..copies)
            .flat_map(|copy| {
                self.ties.iter().map(move |(a, b)| (copy * self.people + a, copy * self.people + b))
            })
            .collect();
        let seeds = (0..copies * self.people)
            .map(|person| Some(f32::from(u8::from(person % self.people == self.seed))));
        let given = Given { customer: seeds.collect(), ..Given::default() };
        let start = known_to_all(0.0);
        let parts = (&alike(), &start, &given);
        let luck = Draws::from_seed(10);
        let mut market = market(&network(people, &ties), parts, &rules, luck);
        weeks(&mut market, &rules, self.people + 1, luck);
        let ever = &market.firms[0].clientele.ever;
        let spread: Vec<f64> = ever
            .chunks(self.people as usize)
            .map(|copy| copy.iter().filter(|ever| **ever).count() as f64)
            .collect();
        mean_and_error(&spread)
    }
}

#[test]
fn the_enumeration_gives_the_published_spreads() {
    for cascade in CASCADES {
        for (chance, published) in CHANCES.into_iter().zip(cascade.published) {
            let exact = cascade.exact(chance);
            assert!((exact - published).abs() < 1e-9, "{}: {exact}", cascade.name);
        }
    }
}

#[test]
fn visible_use_spreads_as_an_independent_cascade() {
    CASCADES.par_iter().for_each(|cascade| {
        for chance in CHANCES {
            let (mean, error) = cascade.lived(chance, 24_000);
            assert_near(mean, cascade.exact(chance), error, 0.02);
        }
    });
}
