//! A search for the point at which something is greatest, where each look is dear and there are many dimensions; and what of it matters.
//!
//! The method of the search is dynamically dimensioned search (Tolson and Shoemaker 2007, Water Resources Research
//! 43), made for calibrating models with many parameters in few looks: it begins with moving
//! all dimensions at once and ends with moving single ones, always from the best point so far.

use forge_core::problem::func;
use forge_core::{Dds, Termination};

/// How far a dimension is moved at a time, as a share of its range: the default of the paper.
const REACH: f64 = 0.2;

/// The best point that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Best {
    /// Where it lies, each dimension from 0 to 1.
    pub places: Vec<f64>,
    /// What was found there.
    pub value: f64,
}

/// Looks so many times, the first time at the start. A value that is no number is no find.
#[must_use]
pub fn search(
    start: &[f64],
    looks: usize,
    seed: u64,
    value: impl Fn(&[f64]) -> f64,
) -> Option<Best> {
    if start.is_empty() || looks == 0 {
        return None;
    }
    // The crate minimises.
    let problem = func(vec![(0.0, 1.0); start.len()], |places: &[f64]| -value(places));
    let method = Dds { r: REACH, seed };
    let found = method.optimize_from(&problem, &Termination::budget(looks), Some(start)).solution;
    found.value.is_finite().then_some(Best { places: found.x, value: -found.value })
}

/// The part of what is left that may go with each group of dimensions that is put back.
const FORGONE: f64 = 0.03;
/// The part of the whole that must be left in the end.
const LEFT: f64 = 0.5;

/// The dimensions that matter at a point: all others are put back to where they usually are, in ever
/// smaller groups, as long as that takes little from the value. Returns them, those first that cost most alone.
#[must_use]
pub fn matter(
    best: &Best,
    usual: &[f64],
    looks: usize,
    value: impl Fn(&[f64]) -> f64,
) -> Vec<usize> {
    let moved = |at: &usize| (best.places[*at] - usual[*at]).abs();
    let mut kept: Vec<usize> = (0..usual.len()).filter(|at| moved(at) > 0.0).collect();
    kept.sort_by(|a, b| moved(b).total_cmp(&moved(a)));
    let (mut now, mut looks, mut costs) = (best.value, looks, vec![0.0; usual.len()]);
    let mut group = kept.len().div_ceil(5).max(1);
    loop {
        // Those that moved least are put back first.
        let mut end = kept.len();
        while end > 0 && looks > 0 {
            let start = end.saturating_sub(group);
            let rest = [&kept[..start], &kept[end..]].concat();
            let without = value(&with_only(&best.places, usual, &rest));
            looks -= 1;
            if without >= now - FORGONE * now.abs() && without >= LEFT * best.value {
                (kept, now) = (rest, without);
            } else if end - start == 1 {
                costs[kept[start]] = now - without;
            }
            end = start;
        }
        if group == 1 || looks == 0 {
            kept.sort_by(|a, b| costs[*b].total_cmp(&costs[*a]));
            return kept;
        }
        group = group.div_ceil(2);
    }
}

/// The point at which only these dimensions are moved.
#[must_use]
pub fn with_only(places: &[f64], usual: &[f64], moved: &[usize]) -> Vec<f64> {
    let place = |at: usize| if moved.contains(&at) { places[at] } else { usual[at] };
    (0..places.len()).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hill in sixty dimensions, of which four matter much and the others little.
    fn hill(places: &[f64]) -> f64 {
        let top = |at: usize| if at.is_multiple_of(2) { 0.9 } else { 0.2 };
        let weight = |at: usize| if at < 4 { 10.0 } else { 0.1 };
        let fall = |(at, place): (usize, &f64)| weight(at) * (place - top(at)) * (place - top(at));
        -places.iter().enumerate().map(fall).sum::<f64>()
    }

    #[test]
    fn the_search_finds_the_top_of_a_hill() {
        let start = vec![0.5; 60];
        let found = search(&start, 400, 1, hill).unwrap();
        assert!(hill(&start) < -4.0 && found.value > -0.5, "{}", found.value);
        for at in 0..4 {
            let top = if at % 2 == 0 { 0.9 } else { 0.2 };
            assert!((found.places[at] - top).abs() < 0.1, "{at}: {:?}", &found.places[..4]);
        }
        assert!((hill(&found.places) - found.value).abs() < 1e-12);
    }

    #[test]
    fn a_top_at_the_edge_is_reached() {
        let found = search(&[0.5; 3], 300, 2, |places| places.iter().sum()).unwrap();
        assert!(found.value > 2.9, "{found:?}");
    }

    #[test]
    fn the_same_seed_looks_at_the_same_points() {
        let look = |seed| search(&[0.5; 5], 50, seed, hill);
        assert_eq!(look(7), look(7));
        assert_ne!(look(7), look(8));
    }

    #[test]
    fn of_all_that_moved_only_what_matters_is_left() {
        let usual = vec![0.5; 60];
        let gain = |places: &[f64]| hill(places) - hill(&usual);
        let found = search(&usual, 400, 1, gain).unwrap();
        let mut left = matter(&found, &usual, 200, gain);
        let cost = |at: usize| (0.5 - found.places[at]).abs();
        assert!(left.windows(2).all(|pair| cost(pair[0]) >= cost(pair[1]) - 0.2), "{left:?}");
        left.sort_unstable();
        assert_eq!(left, [0, 1, 2, 3]);
        let only = with_only(&found.places, &usual, &left);
        assert!(gain(&only) > 0.8 * found.value, "{} of {}", gain(&only), found.value);
    }

    #[test]
    fn what_is_no_number_is_no_find() {
        assert_eq!(search(&[], 10, 1, |_| 1.0), None);
        assert_eq!(search(&[0.5], 10, 1, |_| f64::NAN), None);
        let half = |places: &[f64]| if places[0] > 0.7 { f64::NAN } else { places[0] };
        let found = search(&[0.5], 50, 1, half).unwrap();
        assert!(found.value <= 0.7 && found.value > 0.5, "{found:?}");
    }
}
