//! Unequal numbers of ties, and nothing else: what hubs alone do to diffusion.

use super::acquaintances::{Acquaintances, place};
use super::sociability::{log_normal, normal, whole};
use crate::draws::Draws;
use crate::parameters;
use crate::quantity::Number;

parameters! {
    /// Log-normal degrees, tied at random; loops and doubles are erased (Libai, Muller and Peres 2013 vary degree so).
    pub Configuration in "people.network.configuration" {
        /// How many people one person knows on average, before loops and doubles are erased.
        mean_degree: Number = 12.0, in 1.0 => 100.0, from "assumption; swept", grade Gap, role Input;
        /// The standard deviation of the logarithm of degree.
        spread: Number = 0.7, in 0.0 => 1.5, from "assumption; swept", grade Gap, role Input;
    }
}

impl Configuration {
    pub(super) fn ties(&self, people: usize, draws: Draws) -> Acquaintances {
        let mut ends = self.ends(people, draws);
        let mut dice = draws.of("network: order of tie ends").number(0).dice();
        for last in (1..ends.len()).rev() {
            ends.swap(last, place(&mut dice, last + 1));
        }
        let mut ties = Acquaintances::among(people);
        for pair in ends.chunks_exact(2) {
            ties.tie(pair[0], pair[1]);
        }
        ties
    }

    /// Each person as often as he is to have ties.
    fn ends(&self, people: usize, draws: Draws) -> Vec<u32> {
        let (sizes, rounding) =
            (draws.of("network: degree"), draws.of("network: rounding of degree"));
        let mut ends = Vec::new();
        for person in 0..people as u64 {
            let size = log_normal(normal(sizes.number(person)), self.spread.0);
            let degree = whole(self.mean_degree.0 * size, &mut rounding.number(person).dice());
            ends.extend(std::iter::repeat_n(person as u32, degree.min(people - 1)));
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::analysis::census;
    use super::super::Generator;
    use super::*;

    #[test]
    fn degrees_are_unequal_and_nothing_else() {
        for spread in [0.0, 0.4, 0.7] {
            let family = Configuration { mean_degree: Number(12.0), spread: Number(spread) };
            let network = Generator::Configuration(family).generate(30_000, Draws::from_seed(1));
            let found = census(&network);
            assert!((found.mean_degree / 12.0 - 1.0).abs() < 0.02, "{spread}: {found:?}");
            assert!(found.clustering.unwrap() < 0.01, "{spread}: {found:?}");
            // Without spread, degrees differ only where a tie was erased, which is no sample of anything.
            let mixing = found.degree_assortativity.unwrap_or(0.0);
            assert!(spread < 0.1 || mixing.abs() < 0.03, "{spread}: {found:?}");
        }
    }
}
