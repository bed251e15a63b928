//! Everybody knows everybody: the well-mixed market of the diffusion models, and a limit to check others against.

use super::super::network::Tie;
use super::acquaintances::all_pairs;

/// All pairs of so many people: half their square, so this is for a few thousand people at most.
pub(super) fn ties(people: usize) -> Vec<Tie> {
    let people = people as u32;
    let mut ties = Vec::with_capacity(all_pairs(people as usize));
    ties.extend((0..people).flat_map(|one| (one + 1..people).map(move |other| (one, other, None))));
    ties
}
