//! Cascades on small graphs (C5): what is seen spreads as far as the independent cascade says, counted out exactly.

use super::bench::{CERTAIN, MARKET, add_up, copies, network, seeded, silent, until_over};
use super::{Comparison, Limit, enough};
use crate::draws::Draws;
use crate::elementary::ln;
use crate::quantity::WeeklyHazard;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C5-cascade",
        statement: "Where each customer is seen for one week only, use spreads on small graphs as the independent cascade does.",
        source: "Kempe, Kleinberg and Tardos 2003, counted out",
        compare: spreads,
    },
    Limit {
        id: "C5-published",
        statement: "The counting gives the published spreads, to eight digits at the chances .1, .3 and .5.",
        source: "catalogue, C5",
        compare: published,
    },
];

/// A small graph, its first customers, and the published expected spread at each chance.
struct Cascade {
    name: &'static str,
    people: u32,
    ties: &'static [(u32, u32)],
    seeds: &'static [u32],
    published: [f64; 3],
}

/// The chances that a tie carries.
const CHANCES: [f64; 3] = [0.1, 0.3, 0.5];

const PATH: &[(u32, u32)] = &[(0, 1), (1, 2), (2, 3)];
const LONG_PATH: &[(u32, u32)] = &[(0, 1), (1, 2), (2, 3), (3, 4)];
const TRIANGLE: &[(u32, u32)] = &[(0, 1), (0, 2), (1, 2)];
const STAR: &[(u32, u32)] = &[(0, 1), (0, 2), (0, 3), (0, 4)];
const SQUARE: &[(u32, u32)] = &[(0, 1), (1, 2), (2, 3), (0, 3)];
const PENTAGON: &[(u32, u32)] = &[(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)];
const DIAMOND: &[(u32, u32)] = &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)];
const BOW_TIE: &[(u32, u32)] = &[(0, 1), (0, 2), (1, 2), (0, 3), (0, 4), (3, 4)];
const FOUR: &[(u32, u32)] = &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
const FIVE: &[(u32, u32)] =
    &[(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)];
const BRIDGED: &[(u32, u32)] = &[(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)];
const CUBE: &[(u32, u32)] = &[
    (0, 1),
    (2, 3),
    (4, 5),
    (6, 7),
    (0, 2),
    (1, 3),
    (4, 6),
    (5, 7),
    (0, 4),
    (1, 5),
    (2, 6),
    (3, 7),
];

const fn cascade(
    name: &'static str,
    (people, ties): (u32, &'static [(u32, u32)]),
    seeds: &'static [u32],
    published: [f64; 3],
) -> Cascade {
    Cascade { name, people, ties, seeds, published }
}

const CASCADES: [Cascade; 15] = [
    cascade("path of 4, from its end", (4, PATH), &[0], [1.111, 1.417, 1.875]),
    cascade("path of 5, from its middle", (5, LONG_PATH), &[2], [1.22, 1.78, 2.5]),
    cascade("triangle", (3, TRIANGLE), &[0], [1.218, 1.726, 2.25]),
    cascade("star of 5, from its centre", (5, STAR), &[0], [1.4, 2.2, 3.0]),
    cascade("star of 5, from a leaf", (5, STAR), &[1], [1.13, 1.57, 2.25]),
    cascade("cycle of 4", (4, SQUARE), &[0], [1.2217, 1.8097, 2.5625]),
    cascade("cycle of 5", (5, PENTAGON), &[0], [1.222_16, 1.840_48, 2.75]),
    cascade("diamond, from 3 ties", (4, DIAMOND), &[0], [1.337_53, 2.172_79, 3.031_25]),
    cascade("diamond, from 2 ties", (4, DIAMOND), &[2], [1.241_14, 1.950_82, 2.8125]),
    cascade("bow-tie, from its centre", (5, BOW_TIE), &[0], [1.436, 2.452, 3.5]),
    cascade("all of 4", (4, FOUR), &[0], [1.358_104, 2.316_556, 3.25]),
    cascade("all of 4, from two", (4, FOUR), &[0, 1], [2.410_78, 3.169_94, 3.6875]),
    cascade("all of 5", (5, FIVE), &[0], [1.525_362_63, 3.101_129_77, 4.414_062_5]),
    cascade(
        "two triangles and a bridge, from far",
        (6, BRIDGED),
        &[0],
        [1.231_276_2, 1.913_961_4, 2.953_125],
    ),
    cascade("cube", (8, CUBE), &[0], [1.372_932_59, 2.800_601_03, 5.216_552_73]),
];

impl Cascade {
    /// The expected spread and its variance, by counting: each tie carries or does not, and whoever
    /// is then connected to a seed is reached.
    fn count(&self, chance: f64) -> (f64, f64) {
        let (mut mean, mut square) = (0.0, 0.0);
        for carrying in 0_u32..1 << self.ties.len() {
            let count = carrying.count_ones() as i32;
            let silent = self.ties.len() as i32 - count;
            let weight = chance.powi(count) * (1.0 - chance).powi(silent);
            let reached = f64::from(self.reached(carrying).count_ones());
            mean += weight * reached;
            square += weight * reached * reached;
        }
        (mean, square - mean * mean)
    }

    /// Whom a cascade reaches along these ties, one bit for each.
    fn reached(&self, carrying: u32) -> u32 {
        let mut reached = self.seeds.iter().fold(0, |reached, seed| reached | 1 << seed);
        for _ in 0..self.people {
            for (tie, (one, other)) in self.ties.iter().enumerate() {
                let both = 1 << one | 1 << other;
                if carrying >> tie & 1 == 1 && reached & both != 0 {
                    reached |= both;
                }
            }
        }
        reached
    }

    /// The spread in many copies of the graph beside the counted one.
    fn compare(&self, chance: f64, luck: Draws) -> Comparison {
        let (exact, variance) = self.count(chance);
        let per_market = MARKET as u32 / self.people;
        let markets = enough(variance / (exact * exact)).div_ceil(per_market as usize);
        let graphs = f64::from(per_market) * markets as f64;
        let mut rules = silent();
        rules.visibility.seen = WeeklyHazard(-ln(1.0 - chance));
        // Each customer stays for exactly one week, in which each neighbour sees him once.
        rules.leaving.payment = CERTAIN;
        let ties = copies(per_market, self.people, self.ties);
        let network = network((per_market * self.people) as usize, &ties);
        let first = seeded(&network, |i| self.seeds.contains(&(i % self.people)), &rules);
        let reached = add_up(markets, luck, |luck| {
            let mut market = first.clone();
            until_over(&mut market, &rules, luck);
            let ever = &market.firms[0].clientele.ever;
            vec![ever.iter().filter(|ever| **ever).count() as f64]
        });
        let what = format!("{}, p = {chance}", self.name);
        Comparison::drawn(what, exact, reached[0] / graphs, (variance / graphs).sqrt())
    }
}

fn spreads(luck: Draws) -> Vec<Comparison> {
    let cases = CASCADES.iter().flat_map(|cascade| CHANCES.map(|chance| (cascade, chance)));
    let compare = |((cascade, chance), part): ((&Cascade, f64), u32)| {
        cascade.compare(chance, luck.in_replication(part))
    };
    cases.zip(0..).map(compare).collect()
}

fn published(_: Draws) -> Vec<Comparison> {
    let apart = |cascade: &Cascade| {
        let rounded = |spread: f64| (spread * 1e8).round() / 1e8;
        let each = CHANCES.into_iter().zip(cascade.published);
        let apart =
            each.map(|(chance, published)| (rounded(cascade.count(chance).0) - published).abs());
        let what = format!("{}, counted less published, at most", cascade.name);
        Comparison::counted(what, 0.0, apart.fold(0.0, f64::max))
    };
    CASCADES.iter().map(apart).collect()
}
