//! Shallow cascades (C6): where each customer brings a Poisson number of others, R of them on average.
//!
//! Trees are drawn in which a person knows a Poisson number of later ones, C on average, and use is
//! carried along a tie with chance R / C; so the offspring of a customer are Poisson with mean R.

use super::bench::{CERTAIN, each, network, seeded, silent, until_over};
use super::{Comparison, Limit, enough, enough_for_share};
use crate::draws::{Dice, Draws};
use crate::elementary::{exp, ln};
use crate::quantity::WeeklyHazard;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[Limit {
    id: "C6-branching",
    statement: "Where each customer brings R others, a seed brings 1 / (1 − R) in all, R of all but the seeds beyond the first step, and sizes are Borel.",
    source: "Galton-Watson process with Poisson offspring; Borel 1942",
    compare: branching,
}];

/// Later acquaintances of a person.
const KNOWN: f64 = 0.56;
/// Trees of one market.
const TREES: usize = 1500;

/// Trees side by side: the ties, and for each person the tree and the distance from its root.
struct Forest {
    ties: Vec<(u32, u32)>,
    tree: Vec<u32>,
    depth: Vec<u32>,
}

impl Forest {
    fn grow(luck: Draws) -> Self {
        let mut dice = luck.of("evidence: acquaintances in a tree").number(0).dice();
        let mut forest =
            Self { ties: Vec::new(), tree: (0..TREES as u32).collect(), depth: vec![0; TREES] };
        let mut person = 0;
        while person < forest.tree.len() {
            for _ in 0..poisson(KNOWN, &mut dice) {
                forest.ties.push((person as u32, forest.tree.len() as u32));
                forest.tree.push(forest.tree[person]);
                forest.depth.push(forest.depth[person] + 1);
            }
            person += 1;
        }
        forest
    }

    /// How many are reached in each tree, and how many of them beyond the first step.
    fn spread(&self, carries: f64, luck: Draws) -> Vec<[f64; 2]> {
        let mut rules = silent();
        rules.visibility.seen = WeeklyHazard(-ln(1.0 - carries));
        rules.leaving.payment = CERTAIN;
        let network = network(self.tree.len(), &self.ties);
        let mut market = seeded(&network, |person| person < TREES as u32, &rules);
        until_over(&mut market, &rules, luck);
        let mut sizes = vec![[0.0; 2]; TREES];
        let ever = &market.firms[0].clientele.ever;
        for person in (0..ever.len()).filter(|&person| ever[person]) {
            let size = &mut sizes[self.tree[person] as usize];
            size[0] += 1.0;
            size[1] += f64::from(u8::from(self.depth[person] > 1));
        }
        sizes
    }
}

/// A Poisson number, by the waits of a process of rate 1.
fn poisson(mean: f64, dice: &mut Dice) -> u32 {
    let (mut count, mut time) = (0, -ln(1.0 - dice.unit()));
    while time < mean {
        count += 1;
        time -= ln(1.0 - dice.unit());
    }
    count
}

fn branching(luck: Draws) -> Vec<Comparison> {
    let cases = [(0.3, 0), (0.5, 1)].into_iter();
    cases.flat_map(|(r, part)| of(r, luck.in_replication(part))).collect()
}

/// The cascades of one mean number of offspring.
fn of(r: f64, luck: Draws) -> Vec<Comparison> {
    // Sizes have variance R / (1 − R)³ (Borel).
    let mean = 1.0 / (1.0 - r);
    let trees = enough(r * mean).max(enough_for_share(exp(-r)));
    // The share beyond the first step needs five times as many.
    let trees = if r > 0.4 { 5 * trees + trees / 2 } else { trees };
    let sizes: Vec<[f64; 2]> =
        each(trees.div_ceil(TREES), luck, |luck| Forest::grow(luck).spread(r / KNOWN, luck))
            .concat();
    let count = sizes.len() as f64;
    let of_all = |of: &dyn Fn(&[f64; 2]) -> f64| sizes.iter().map(of).sum::<f64>();
    let found = of_all(&|size| size[0]) / count;
    let mut all = vec![
        Comparison::drawn(
            format!("customers for each seed, R = {r}"),
            mean,
            found,
            (r * mean * mean * mean / count).sqrt(),
        ),
        Comparison::share(
            format!("seeds that bring nobody, R = {r}"),
            exp(-r),
            of_all(&|size| f64::from(u8::from(size[0] < 1.5))),
            count,
        ),
    ];
    if r > 0.4 {
        let ratio = |what: &str, exact: f64, seeds: f64| {
            let below = of_all(&|size| size[0] - seeds);
            // Of a ratio of sums: by what is above less its share of what is below.
            let off: Vec<f64> = sizes.iter().map(|s| s[1] - exact * (s[0] - seeds)).collect();
            let error = super::mean_and_error(&off).1 * count / below;
            Comparison::drawn(format!("{what}, R = {r}"), exact, of_all(&|s| s[1]) / below, error)
        };
        all.push(ratio("beyond the first step, of all", r * r, 0.0));
        all.push(ratio("beyond the first step, of all but seeds", r, 1.0));
    }
    all
}
