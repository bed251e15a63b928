//! Makes one tie of all lines that say the same, and counts what was merged.

use super::super::network::Tie;
use super::ties::Given;

/// Ties without repetition, and how many lines that took.
#[derive(Debug)]
pub(super) struct Merged {
    pub ties: Vec<Tie>,
    pub duplicates: usize,
    pub self_loops: usize,
    pub both_directions: usize,
}

/// Sorts and merges the lines. A tie given more than once has its largest weight; strengths are
/// weights over the largest weight of all ties that are kept.
pub(super) fn merge(rows: &[Given], places: &[u32]) -> Merged {
    let at = |number: u32| places[number as usize];
    let mut given: Vec<(u32, u32, bool, f64)> = rows
        .iter()
        .filter(|(from, to, _)| from != to)
        .map(|&(from, to, weight)| {
            let (from, to) = (at(from), at(to));
            (from.min(to), from.max(to), from < to, weight.unwrap_or(0.0))
        })
        .collect();
    let self_loops = rows.len() - given.len();
    given.sort_unstable_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then(a.3.total_cmp(&b.3)));
    let weighted = rows.iter().any(|row| row.2.is_some());
    let greatest = given.iter().map(|tie| tie.3).fold(0.0, f64::max);
    let (mut ties, mut both_directions) = (Vec::new(), 0);
    for same in given.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let weight = same.iter().map(|tie| tie.3).fold(0.0, f64::max);
        ties.push((same[0].0, same[0].1, weighted.then_some((weight / greatest) as f32)));
        both_directions += usize::from(same[0].2 != same[same.len() - 1].2);
    }
    Merged {
        duplicates: given.len() - ties.len() - both_directions,
        ties,
        self_loops,
        both_directions,
    }
}
