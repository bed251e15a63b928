//! Any two people are equally likely to know each other: the random graph against which all others are compared.

use super::acquaintances::{Acquaintances, ties_for};
use crate::draws::Draws;
use crate::parameters;
use crate::quantity::Number;

parameters! {
    /// A fixed number of ties between people drawn at random (Erdős and Rényi 1959).
    pub ErdosRenyi in "people.network.erdos_renyi" {
        /// How many people one person knows on average.
        mean_degree: Number = 12.0, in 0.1 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl ErdosRenyi {
    pub(super) fn ties(&self, people: usize, draws: Draws) -> Acquaintances {
        let mut ties = Acquaintances::among(people);
        let dice = draws.of("network: random pairs").number(0).dice();
        ties.fill(ties_for(people, self.mean_degree.0), dice);
        ties
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::analysis::census;
    use super::super::Generator;
    use super::*;

    fn drawn(mean_degree: f64, people: usize) -> crate::population::Network {
        let family = ErdosRenyi { mean_degree: Number(mean_degree) };
        Generator::ErdosRenyi(family).generate(people, Draws::from_seed(5))
    }

    #[test]
    fn the_giant_component_is_as_large_as_theory_says() {
        // Solutions of S = 1 − e^(−cS) (evidence C4); the finite-size error at 20 000 people is below 0.01.
        for (degree, share) in
            [(1.5, 0.582_812), (2.0, 0.796_812), (3.0, 0.940_480), (5.0, 0.993_023)]
        {
            let found = census(&drawn(degree, 20_000));
            let largest = found.largest_component as f64 / 20_000.0;
            assert!((largest - share).abs() < 0.015, "{degree}: {largest}");
        }
    }

    #[test]
    fn friends_of_friends_know_each_other_only_by_chance() {
        let found = census(&drawn(20.0, 2000));
        assert!((found.mean_degree - 20.0).abs() < 1e-9);
        let clustering = found.clustering.unwrap();
        assert!((clustering - 20.0 / 1999.0).abs() < 0.001, "{clustering}");
        assert!(found.degree_assortativity.unwrap().abs() < 0.03);
    }

    #[test]
    fn friends_have_one_friend_more() {
        let around = drawn(10.0, 20_000).neighbourhoods();
        let degrees = (0..around.people()).map(|i| around.degree(i) as f64);
        let (ends, squares) = degrees.fold((0.0, 0.0), |(k, kk), d| (k + d, kk + d * d));
        assert!((squares / ends - 11.0).abs() < 0.1, "{}", squares / ends);
    }
}
