//! The well-known become better known: newcomers tie themselves to people by their number of ties.

use super::acquaintances::{Acquaintances, pick};
use crate::draws::Draws;
use crate::parameters;
use crate::quantity::Count;

parameters! {
    /// Growth with preferential attachment (Barabási and Albert 1999); degrees follow a power law.
    pub BarabasiAlbert in "people.network.barabasi_albert" {
        /// How many ties each newcomer makes; the mean degree is about twice as much.
        newcomer_ties: Count = 6.0, in 1.0 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl BarabasiAlbert {
    pub(super) fn ties(&self, people: usize, draws: Draws) -> Acquaintances {
        let mut ties = Acquaintances::among(people);
        let each = self.newcomer_ties.whole();
        let founders = people.min(each + 1) as u32;
        // Each person as often as he has ties: whoever is picked from here is picked by degree.
        let mut ends = Vec::with_capacity(2 * each * people);
        for newcomer in 1..founders {
            for known in 0..newcomer {
                ties.tie(newcomer, known);
                ends.extend([newcomer, known]);
            }
        }
        let whom = draws.of("network: whom a newcomer meets");
        for newcomer in founders..people as u32 {
            let mut dice = whom.number(u64::from(newcomer)).dice();
            let met_before = ends.len();
            while ties.of(newcomer).len() < each {
                match pick(&mut dice, &ends[..met_before]) {
                    Some(known) if ties.tie(newcomer, known) => ends.extend([newcomer, known]),
                    Some(_) => {}
                    None => break,
                }
            }
        }
        ties
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::analysis::census;
    use super::super::Generator;
    use super::*;

    #[test]
    fn every_newcomer_makes_his_ties() {
        let family = BarabasiAlbert { newcomer_ties: Count(3.0) };
        let network = Generator::BarabasiAlbert(family).generate(20_000, Draws::from_seed(2));
        let found = census(&network);
        assert_eq!(found.ties, 6 + (20_000 - 4) * 3);
        assert_eq!(found.components, 1);
    }

    #[test]
    fn a_few_founders_know_each_other() {
        let found = census(
            &Generator::BarabasiAlbert(BarabasiAlbert::default()).generate(5, Draws::from_seed(2)),
        );
        assert_eq!(found.ties, 10);
    }
}
