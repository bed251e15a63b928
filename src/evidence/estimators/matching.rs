//! Matching: those who were exposed against those who were not but might as well have been, by all that a scholar can see.
//!
//! People who know each other are alike and meet with the same troubles, so that one follows the
//! other even where nobody influences anybody. Aral, Muchnik and Sundararajan (2009) compare the
//! exposed with others of the same propensity to be exposed (Rosenbaum and Rubin 1983); what is
//! left is influence, and likeness that nobody can see.

use super::hazard::{HazardRatio, Risk, Strata, crude};
use super::regression::poisson;

/// One person in one period, or so many who are alike in all that is recorded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// How many people.
    pub people: f64,
    /// To how many recent exits each of them was exposed.
    pub exposure: f64,
    /// How many of them left, and in how much time.
    pub risk: Risk,
}

/// How many times more often the exposed leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Than anybody else.
    pub naive: HazardRatio,
    /// Than others of the same propensity.
    pub matched: HazardRatio,
}

/// The exposed against all others, and against others of the same propensity, in so many strata
/// of equally many exposed cases. `traits` has what a scholar can see of each case, and a constant.
///
/// The propensity is the number of exposures that a Poisson regression on these traits expects;
/// only its order counts.
#[must_use]
pub fn contrast(cases: &[Case], traits: &[Vec<f64>], strata: usize) -> Option<Contrast> {
    let propensity = propensities(cases, traits)?;
    let exposed = cases.iter().zip(&propensity).filter(|(case, _)| case.exposure > 0.0);
    let mut of_exposed: Vec<f64> = exposed.map(|(_, &propensity)| propensity).collect();
    of_exposed.sort_by(f64::total_cmp);
    let cut = |k: usize| of_exposed.get(k * of_exposed.len() / strata).copied();
    let cuts: Vec<f64> = (1..strata).filter_map(cut).collect();
    let (mut matched, mut all) = (Strata::new(), [Risk::default(); 2]);
    for (case, propensity) in cases.iter().zip(&propensity) {
        let is_exposed = case.exposure > 0.0;
        let stratum = cuts.partition_point(|cut| cut < propensity);
        matched.of(stratum, is_exposed).join(case.risk);
        all[usize::from(is_exposed)].join(case.risk);
    }
    Some(Contrast { naive: crude(all[1], all[0])?, matched: matched.ratio()? })
}

/// The logarithm of the number of exposures that the traits let expect, case by case.
fn propensities(cases: &[Case], traits: &[Vec<f64>]) -> Option<Vec<f64>> {
    let people: Vec<f64> = cases.iter().map(|case| case.people).collect();
    let exposures: Vec<f64> = cases.iter().map(|case| case.people * case.exposure).collect();
    let fit = poisson(traits, &exposures, &people)?;
    let expected = |row: &Vec<f64>| row.iter().zip(&fit.coefficients).map(|(x, b)| x * b).sum();
    Some(traits.iter().map(expected).collect())
}
