//! A ring of neighbours with a few shortcuts: a small world.

use super::acquaintances::{Acquaintances, place};
use crate::document::{Problem, Table};
use crate::draws::Draws;
use crate::parameters;
use crate::parameters::Parameters;
use crate::quantity::{Count, Share};

parameters! {
    /// People on a ring know their nearest neighbours; some ties lead elsewhere (Watts and Strogatz 1998).
    pub WattsStrogatz in "people.network.watts_strogatz" {
        /// How many of the nearest people on the ring one person knows; half of them on each side.
        degree: Count = 12.0, in 2.0 => 100.0, from "assumption; swept", grade Gap, role Input;
        /// The share of ties that lead to anybody instead of a neighbour.
        rewiring: Share = 0.1, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl WattsStrogatz {
    /// Reads the parameters; an odd degree cannot be split over two sides.
    pub(super) fn read_even(table: Option<&Table>, problems: &mut Vec<Problem>) -> Self {
        let family = Self::read(table, &[], problems);
        let degree = family.degree.whole();
        if let Some(entry) = table.and_then(|table| table.get("degree"))
            && degree % 2 == 1
        {
            let what = format!("`degree` must be even, but is {degree}");
            let near = format!(
                "half of the neighbours are on each side: {} or {}",
                degree - 1,
                degree + 1
            );
            problems.push(Problem::at(&entry.place, what).advise(near));
        }
        family
    }

    pub(super) fn ties(&self, people: usize, draws: Draws) -> Acquaintances {
        let mut ties = Acquaintances::among(people);
        let reach = (self.degree.whole() / 2).min(people / 2);
        // Nearer neighbours first, once around the ring for each distance, as Watts and Strogatz do.
        let ring: Vec<(usize, usize)> = (1..=reach)
            .flat_map(|distance| (0..people).map(move |one| (one, (one + distance) % people)))
            .filter(|&(one, other)| ties.tie(one as u32, other as u32))
            .collect();
        let rewires = draws.of("network: shortcut");
        for (number, (one, other)) in ring.into_iter().enumerate() {
            let mut dice = rewires.number(number as u64).dice();
            if dice.unit() < self.rewiring.0 && ties.of(one as u32).len() + 1 < people {
                let stranger = std::iter::repeat_with(|| place(&mut dice, people))
                    .take(64 * people)
                    .find(|&you| you != one && !ties.know(one as u32, you as u32));
                if let Some(stranger) = stranger {
                    ties.part(one as u32, other as u32);
                    ties.tie(one as u32, stranger as u32);
                }
            }
        }
        ties
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::analysis::{Census, census};
    use super::super::Generator;
    use super::*;

    fn drawn(degree: usize, rewiring: f64, people: usize) -> Census {
        let family = WattsStrogatz { degree: Count(degree as f64), rewiring: Share(rewiring) };
        census(&Generator::WattsStrogatz(family).generate(people, Draws::from_seed(3)))
    }

    #[test]
    fn shortcuts_break_triangles_as_published() {
        for (rewiring, expected) in [(0.01, 0.646_866), (0.1, 0.486), (0.3, 0.228_667)] {
            let found = drawn(10, rewiring, 10_000);
            let clustering = found.clustering.unwrap();
            assert!((clustering - expected).abs() < 0.012, "{rewiring}: {clustering}");
            assert_eq!(found.ties, 50_000, "rewiring must keep the number of ties");
        }
    }

    #[test]
    fn a_ring_smaller_than_its_degree_is_complete() {
        for people in 0..8 {
            let found = drawn(12, 0.5, people);
            assert_eq!(found.ties, people * people.saturating_sub(1) / 2, "{people} people");
        }
    }
}
