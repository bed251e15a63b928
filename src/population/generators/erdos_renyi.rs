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
    fn friends_of_friends_know_each_other_only_by_chance() {
        let found = census(&drawn(20.0, 2000));
        assert!((found.mean_degree - 20.0).abs() < 1e-9);
        let clustering = found.clustering.unwrap();
        assert!((clustering - 20.0 / 1999.0).abs() < 0.001, "{clustering}");
        assert!(found.degree_assortativity.unwrap().abs() < 0.03);
    }
}
