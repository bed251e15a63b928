//! Norms: what a business act does to someone who takes the firm for a friend.
//!
//! Who asks his mother after the family dinner what he owes her is not invited again (claims D2,
//! D3, E3). A business act towards someone with whom the relationship is one of business is no
//! violation; the friendlier the relationship, the worse it is (Clark and Mills; Aggarwal 2004).

use crate::draws::Draw;
use crate::facts::Facts;
use crate::firms::Clientele;
use crate::offers::Demand;
use crate::quantity::{Share, Weeks};

crate::parameters! {
    /// What a business act does to a friendly relationship.
    pub Norms in "people.norms" {
        /// Trust that the worst violation of a wholly friendly relationship costs, as a share of what is there.
        trust_lost: Share = 0.5, in 0.05 => 0.9, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// Step back from friendship to business with the worst of business acts, as a share.
        sobering: Share = 0.3, in 0.0 => 1.0, from "assumption; swept (claim D2)", grade Gap, role Input;
        /// Time after which half of an indignation is over.
        memory: Weeks = 13.0, in 2.0 => 104.0, from "assumption; swept (claim D2: for a long time; Aaker, Fournier and Brasel 2004: no full recovery within two months)", grade Gap, role Input;
    }
}

impl Norms {
    /// Lets a person receive a business act: some pay, and whoever took the firm for a friend minds.
    ///
    /// `gain` is that of the mechanism of trust and norms. Returns whether the person paid.
    pub fn receive(
        &self,
        clientele: &mut Clientele,
        i: usize,
        demand: Demand,
        (draw, gain): (Draw, f32),
        facts: &mut Facts,
    ) -> bool {
        let pays = clientele.is_customer(i) && draw.happens(demand.chance);
        if pays {
            facts.one_off_sales += demand.pays;
        }
        facts.violation += f64::from(self.violate(clientele, i, demand.severity, gain));
        pays
    }

    /// Lets a person feel a business act of this severity. Returns how bad it was, from 0 to 1.
    pub fn violate(&self, clientele: &mut Clientele, i: usize, severity: f32, gain: f32) -> f32 {
        let weight = gain * severity * clientele.norm[i];
        if weight <= 0.0 {
            return 0.0;
        }
        clientele.trust[i] -= self.trust_lost.single() * weight * clientele.trust[i];
        clientele.norm[i] -= gain * severity * self.sobering.single() * clientele.norm[i];
        clientele.aggrieved.add(i, weight);
        weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_business_act_offends_in_proportion_to_the_friendship() {
        let norms = Norms::default();
        let loss = |norm: f32, severity: f32| {
            let mut clientele = Clientele::unaware(1);
            (clientele.trust[0], clientele.norm[0]) = (0.8, norm);
            norms.violate(&mut clientele, 0, severity, 1.0);
            (0.8 - clientele.trust[0], clientele.aggrieved.get(0))
        };
        assert_eq!(loss(0.0, 1.0), (0.0, 0.0), "business with a business partner is no offence");
        let (half, whole) = (loss(0.5, 0.4), loss(1.0, 0.4));
        assert!((whole.0 - 2.0 * half.0).abs() < 1e-6 && (whole.1 - 2.0 * half.1).abs() < 1e-6);
        assert!(half.0 > 0.0 && loss(0.5, 0.8).0 > half.0);
    }
}
