//! Worlds of which the truth is known: the estimators of contagion must find it there (catalogue, C10).

use super::hazard::{HazardRatio, Risk, chance, hazard};
use super::matching::{Case, Contrast, contrast};
use super::regression::poisson;
use crate::draws::{Draw, Draws};
use crate::elementary::{exp, power};
use crate::evidence::limits::Comparison;

/// The published ratio for each neighbour who has left (Nitzan and Libai 2011).
const PUBLISHED: f64 = 1.797;
/// Exits among the unexposed: so many that a two-hundredth of the hazard is a standard error.
const EXITS: f64 = 60_000.0;
/// Pairs of friends in a world of likeness or of influence.
const PAIRS: u64 = 5_500_000;

/// Where the chance to leave after n exits nearby is `1 − (1 − h)^(1.797^n)`, the regression of
/// exits on exposures finds h and 1.797.
#[must_use]
pub fn hazard_with_exposures(seed: u64) -> Vec<Comparison> {
    let luck = Draws::from_seed(seed).of("evidence: exits by number of exposures");
    let bases = (0_u32..).zip([0.01, 0.02, 0.05]);
    bases.flat_map(|(number, base)| regressed(base, luck.number(number.into()))).collect()
}

/// What the regression finds where the unexposed leave with this chance.
fn regressed(base: f64, luck: Draw) -> Vec<Comparison> {
    let (mut rows, mut events, mut times) = (Vec::new(), Vec::new(), Vec::new());
    let (mut dice, people) = (luck.dice(), (EXITS / base) as u64);
    for exposures in 0..4 {
        let exposures = f64::from(exposures);
        let leaves = 1.0 - power(1.0 - base, power(PUBLISHED, exposures));
        let left = (0..people).filter(|_| dice.unit() < leaves).count() as f64;
        rows.push(vec![1.0, exposures]);
        events.push(left);
        // Whoever leaves was there for half of the period.
        times.push(people as f64 - 0.5 * left);
    }
    let Some(fit) = poisson(&rows, &events, &times) else { return Vec::new() };
    let compare = |(k, (what, exact)): (usize, (&str, f64))| {
        let found = exp(fit.coefficients[k]);
        let what = format!("{what}, h = {base}");
        Comparison::drawn(what, exact, found, found * fit.errors[k])
    };
    let exact = [("hazard of the unexposed", hazard(base)), ("ratio for each exposure", PUBLISHED)];
    exact.into_iter().enumerate().map(compare).collect()
}

/// Friends are alike, and one leaves after the other only because both are of a kind: the naive
/// ratio is what likeness makes of it, and among people of one kind it is 1.
#[must_use]
pub fn likeness_only(seed: u64) -> Vec<Comparison> {
    let luck = Draws::from_seed(seed).of("evidence: friends who are alike");
    let world = Friends { exit: [0.15, 0.55], leave: [0.02, 0.08], influence: 1.0 };
    world.compare("likeness only", luck.number(0))
}

/// Friends are strangers to each other, and an exit doubles the hazard: both ratios are 2.
#[must_use]
pub fn influence_only(seed: u64) -> Vec<Comparison> {
    let luck = Draws::from_seed(seed).of("evidence: friends who follow each other");
    let world = Friends { exit: [0.3, 0.3], leave: [0.05, 0.05], influence: 2.0 };
    world.compare("influence only", luck.number(0))
}

/// Pairs of friends of two kinds, each half of all: one may leave before, the other may follow.
struct Friends {
    /// The chance that the friend of a person of either kind has left before.
    exit: [f64; 2],
    /// The chance that a person of either kind leaves whose friend has not.
    leave: [f64; 2],
    /// The ratio of hazards after the friend has left.
    influence: f64,
}

impl Friends {
    fn leaves(&self, kind: usize, exposed: bool) -> f64 {
        chance(hazard(self.leave[kind]) * if exposed { self.influence } else { 1.0 })
    }

    /// The naive ratio of hazards that these chances make.
    fn naive(&self) -> f64 {
        let risk = |exposed: bool| {
            let weight =
                |kind: usize| if exposed { self.exit[kind] } else { 1.0 - self.exit[kind] };
            let left = |kind: usize| weight(kind) * self.leaves(kind, exposed);
            (left(0) + left(1)) / (weight(0) + weight(1))
        };
        hazard(risk(true)) / hazard(risk(false))
    }

    /// All pairs, counted by kind, by a trait of no meaning, and by exposure.
    fn count(&self, luck: Draw) -> [[u64; 2]; 8] {
        let (mut cells, mut dice) = ([[0; 2]; 8], luck.dice());
        for _ in 0..PAIRS {
            let (kind, noise) = (usize::from(dice.unit() < 0.5), usize::from(dice.unit() < 0.5));
            let exposed = dice.unit() < self.exit[kind];
            let left = dice.unit() < self.leaves(kind, exposed);
            cells[4 * kind + 2 * noise + usize::from(exposed)][usize::from(left)] += 1;
        }
        cells
    }

    fn compare(&self, world: &str, luck: Draw) -> Vec<Comparison> {
        let (mut cases, mut traits) = (Vec::new(), Vec::new());
        for (cell, [stayed, left]) in self.count(luck).into_iter().enumerate() {
            let (people, events) = ((stayed + left) as f64, left as f64);
            let risk = Risk { events, time: people - 0.5 * events };
            cases.push(Case { people, exposure: (cell % 2) as f64, risk });
            traits.push(vec![1.0, (cell / 4) as f64, (cell / 2 % 2) as f64]);
        }
        let Some(Contrast { naive, matched }) = contrast(&cases, &traits, 4) else {
            return Vec::new();
        };
        let compare = |(which, exact, got): (&str, f64, HazardRatio)| {
            let what = format!("{world}, {which} ratio");
            Comparison::drawn(what, exact, got.ratio, got.ratio * got.error)
        };
        let ratios = [("naive", self.naive(), naive), ("matched", self.influence, matched)];
        ratios.into_iter().map(compare).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Verdict;

    fn assert_passes(comparisons: &[Comparison], count: usize) {
        assert_eq!(comparisons.len(), count);
        for comparison in comparisons {
            assert_eq!(comparison.verdict(), Verdict::Passes, "{comparison:?}");
        }
    }

    #[test]
    fn the_ratio_for_each_exposure_is_found_again() {
        assert_passes(&hazard_with_exposures(1), 6);
    }

    #[test]
    fn likeness_misleads_the_naive_estimate_and_not_the_matched_one() {
        let comparisons = likeness_only(1);
        assert_passes(&comparisons, 2);
        assert!(
            comparisons[0].exact > 1.3 && (comparisons[1].exact - 1.0).abs() < 1e-12,
            "{comparisons:?}"
        );
    }

    #[test]
    fn influence_is_found_by_both() {
        let comparisons = influence_only(1);
        assert_passes(&comparisons, 2);
        assert!((comparisons[0].exact - 2.0).abs() < 1e-9);
    }
}
