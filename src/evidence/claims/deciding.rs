//! Deciding: with which parameters a claim's score rises or falls over the worlds, and whether luck could have made it so.
//!
//! Worlds differ in all parameters at once and there are fewer worlds than parameters, so that no
//! regression could take them apart; the rank correlation of the score with each parameter's place
//! is what can be told. Of a hundred parameters some correlate by chance; a correlation counts
//! when it is greater than the greatest of all parameters is in 95 of 100 shufflings of the scores.

use crate::draws::{Draws, Key};
use crate::evidence::space::Point;
use crate::experiment::statistics::{product, standard_ranks};
use serde::Serialize;

/// How often the scores are shuffled.
const SHUFFLINGS: u64 = 1000;
/// The share of shufflings whose greatest correlation a parameter must exceed.
const SURE: f64 = 0.95;

/// A parameter and how far the score goes with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deciding {
    /// The parameter, by its path.
    pub parameter: String,
    /// The rank correlation of the score with it over worlds.
    pub correlation: f64,
    /// Whether it is told from luck.
    pub told: bool,
}

/// The parameters that go most with the scores, the strongest first: so many of these dimensions.
///
/// Each score is that of a point of the plausible space; worlds without one are left out before.
#[must_use]
pub fn deciding(
    scores: &[(&Point, f64)],
    dimensions: &[(usize, String)],
    most: usize,
    luck: Draws,
) -> Vec<Deciding> {
    let values: Vec<f64> = scores.iter().map(|(_, score)| *score).collect();
    let Some(ranks) = standard_ranks(&values) else { return Vec::new() };
    let places: Vec<(Vec<f64>, &str)> = dimensions
        .iter()
        .filter_map(|(dimension, path)| {
            let places: Vec<f64> =
                scores.iter().map(|(point, _)| point.places[*dimension]).collect();
            Some((standard_ranks(&places)?, &**path))
        })
        .collect();
    let by_luck = greatest_by_luck(&ranks, &places, luck);
    let mut found: Vec<Deciding> = places
        .iter()
        .map(|(places, path)| {
            let correlation = product(&ranks, places);
            let told = correlation.abs() > by_luck;
            Deciding { parameter: (*path).to_owned(), correlation, told }
        })
        .collect();
    // Stable, so that equals stay in the order of a scenario.
    found.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    found.truncate(most);
    found
}

/// What the greatest correlation of all parameters stays below in 95 of 100 shufflings.
fn greatest_by_luck(ranks: &[f64], places: &[(Vec<f64>, &str)], luck: Draws) -> f64 {
    let order = luck.of("claims: order of shuffled scores");
    let greatest = |shuffling: u64| {
        let mut shuffled: Vec<usize> = (0..ranks.len()).collect();
        let key = Key::of_number(shuffling);
        shuffled.sort_by_cached_key(|&at| order.from_to(key, Key::of_number(at as u64)));
        let shuffled: Vec<f64> = shuffled.into_iter().map(|at| ranks[at]).collect();
        places.iter().map(|(places, _)| product(&shuffled, places).abs()).fold(0.0, f64::max)
    };
    let mut all: Vec<f64> = (0..SHUFFLINGS).map(greatest).collect();
    all.sort_by(f64::total_cmp);
    let at = (SURE * SHUFFLINGS as f64) as usize;
    all[at.min(all.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMETERS: usize = 100;

    fn points() -> Vec<Point> {
        let luck = Draws::from_seed(5).of("test: places");
        let places = |number: usize| {
            (0..PARAMETERS)
                .map(|at| luck.number((number * PARAMETERS + at) as u64).unit())
                .collect()
        };
        (0..64).map(|number| Point { number, places: places(number) }).collect()
    }

    fn names() -> Vec<(usize, String)> {
        (0..PARAMETERS).map(|at| (at, format!("p{at}"))).collect()
    }

    #[test]
    fn what_decides_is_found_and_told_from_luck() {
        let points = points();
        let score = |point: &Point| 3.0 * point.places[17] - 2.0 * point.places[70];
        let scores: Vec<(&Point, f64)> = points.iter().map(|point| (point, score(point))).collect();
        let found = deciding(&scores, &names(), 2, Draws::from_seed(1));
        let said: Vec<(&str, bool)> = found.iter().map(|d| (&*d.parameter, d.told)).collect();
        assert_eq!(said, [("p17", true), ("p70", true)]);
        assert!(found[0].correlation > 0.0 && found[1].correlation < 0.0);
    }

    #[test]
    fn of_pure_luck_one_in_twenty_is_told_from_luck() {
        let points = points();
        let luck = Draws::from_seed(9).of("test: scores");
        let by_chance = |trial: u64| {
            let score = |at: usize| luck.number(trial * 64 + at as u64).unit();
            let scores: Vec<(&Point, f64)> =
                points.iter().enumerate().map(|(at, point)| (point, score(at))).collect();
            deciding(&scores, &names(), 1, Draws::from_seed(trial))[0].told
        };
        let told = (0..100).filter(|&trial| by_chance(trial)).count();
        // Four standard errors of 5 in 100 are 8.7; the strongest of a hundred looks strong each time.
        assert!(told < 14, "{told}");
    }

    #[test]
    fn scores_that_do_not_move_are_decided_by_nothing() {
        let points = points();
        let scores: Vec<(&Point, f64)> = points.iter().map(|point| (point, 0.0)).collect();
        assert_eq!(deciding(&scores, &names(), 2, Draws::from_seed(1)), []);
    }
}
