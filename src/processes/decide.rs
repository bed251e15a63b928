//! Decide: prospects join and customers leave by competing hazards, so that each gain and each loss has one cause.

mod buying;
mod company;
mod contract;
mod join;
mod leave;
mod rivals;
mod shortlist;

pub use buying::Buying;
pub use contract::Contract;
pub use leave::{feel_losses, trouble};
pub use rivals::{Customers, Rivalry, Rivals};

use crate::column::Counts;
use crate::draws::{Draw, Luck, Stream};
use crate::facts::Facts;
use crate::firms::{Firm, Reason, Source, Stage};
use crate::mechanisms::Mechanisms;
use crate::people::{Circles, People, PersonId};
use crate::quantity::{
    Number, Share, WeeklyHazard, Weeks, hazard_from_chance, hazard_from_monthly,
};
use crate::worth::Worth;

crate::parameters! {
    /// How prospects decide to join.
    pub Adoption in "people.adoption" {
        /// Hazard that the average prospect looks for the firm unprompted.
        search: WeeklyHazard = 0.0014, in 0.0001 => 0.01, from "assumption; swept (the default keeps the number of customers steady without any strategy)", grade Gap, role Input;
        /// Hazard to join that one remembered praise adds for the average prospect.
        persuasion: WeeklyHazard = 0.0105, in 0.002 => 0.06, from "calibrated to Bapna and Umyarov 2015, by a virtual trial (B50): odds ratio 1.5 for one adopting friend over half a year, base 1 % (odds and share of subscribers published; the half year is ours)", grade Derived, role Input;
        /// How much one remembered blame dampens praise, as an exponent.
        caution: Number = 0.5, in 0.0 => 2.0, from "East, Hammond and Lomax 2008 (sign: blame shifts less than praise)", grade Gap, role Input;
        /// Spread of surplus, in prices, over which prospects go from unlikely to likely.
        indifference: Number = 0.5, in 0.1 => 2.0, from "assumption; swept", grade Gap, role Input;
        /// How much access to what others lend dampens readiness to join, as an exponent for each weekly price spared.
        access: Number = 1.0, in 0.0 => 5.0, from "assumption; swept (claim C2: sharing can eat sales)", grade Gap, role Input;
        /// How much annoyance dampens readiness to join, as an exponent.
        annoyed: Number = 0.5, in 0.0 => 2.0, from "assumption; swept", grade Gap, role Input;
    }
}

crate::parameters! {
    /// How customers leave.
    pub Leaving in "people.leaving" {
        /// Hazard that a payment fails and the customer is lost; no strategy can touch it.
        payment: WeeklyHazard = hazard_from_monthly(0.0138), in 0.0019 => 0.0045, from "Recurly Research: 1.38 % a month (range .86 to 1.89)", grade V1, role Input;
        /// Hazard that the average newcomer leaves by own decision, all else being usual.
        usual: WeeklyHazard = 0.028, in 0.002 => 0.05, from "calibrated to Recurly Research: 5.33 % a month in all, among present customers", grade Derived, role Input;
        /// Exponent of satisfaction above the usual one.
        satisfaction: Number = 2.0, in 0.0 => 6.0, from "assumption; swept", grade Gap, role Input;
        /// Satisfaction that is usual; a constant, so that a better firm keeps its customers longer.
        usual_satisfaction: Share = 0.85, in 0.5 => 0.95, from "definition", grade Definition, role Input;
        /// Exponent of the customer's surplus, in prices.
        surplus: Number = 0.5, in 0.0 => 2.0, from "assumption; swept", grade Gap, role Input;
        /// Exponent of trust above the usual one.
        trust: Number = 1.0, in 0.0 => 3.0, from "assumption; swept", grade Gap, role Input;
        /// Trust that is usual; a constant, like usual satisfaction.
        usual_trust: Share = 0.64, in 0.3 => 0.9, from "definition: about the mean trust of customers at the usual quality", grade Definition, role Input;
        /// Exponent of annoyance.
        annoyed: Number = 0.5, in 0.0 => 2.0, from "assumption; swept", grade Gap, role Input;
        /// Factor on the hazard of a customer who was offered or asked something of late: who is reminded may think again.
        reminded: Number = 1.0, in 1.0 => 1.56, from "Ascarza, Iyengar and Schleicher 2016: 6.4 to 10.0 % in three months for those who were contacted (range 1 to 1.56)", grade V1, role Input;
        /// Exponent of indignation about a business act by a firm that was taken for a friend.
        violated: Number = 1.0, in 0.0 => 4.0, from "assumption; swept (sign: Aggarwal 2004)", grade Gap, role Input;
        /// How much the mean of the customers whom one seeks counts, beside one's own reasons to stay or leave.
        company: Number = 1.2, in 0.0 => 2.0, from "calibrated to Godinho de Matos, Ferreira and Belo 2018, by a virtual trial (B51): likely churners on a list to be called left less often by 1.9 points, and by 1.3 more where their friends were on it, too", grade Derived, role Input;
        /// Factor on the hazard for each recent loss among the people whom the customer seeks.
        contagion: Number = 1.1, in 1.0 => 1.8, from "Ferreira, Telang and Godinho de Matos 2019, by an instrument: .06 points a month for each friend lost, on 2.15; in the first week, halving", grade Derived, role Input;
        /// Time after which half of a loss nearby is forgotten.
        loss_memory: Weeks = 3.0, in 1.0 => 6.0, from "Nitzan and Libai 2011; Haenlein 2013: gone in about five weeks", grade V1, role Input;
        /// How many recent losses a customer feels at once, at the most.
        losses_felt: Number = 60.0, in 1.0 => 60.0, from "definition (60: all of them)", grade Definition, role Input;
        /// Exponent of trouble in the customer's circle.
        circle: Number = 1.0, in 0.0 => 3.0, from "assumption; swept", grade Gap, role Input;
        /// Hazard that trouble comes to a circle (a local rival, bad news).
        trouble: WeeklyHazard = hazard_from_chance(0.2, 52.0), in 0.0 => 0.05, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of such trouble is over.
        trouble_memory: Weeks = 6.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
        /// Hazard that a lapsed customer becomes a prospect again.
        back: WeeklyHazard = 0.015, in 0.0 => 0.05, from "assumption; swept", grade Gap, role Input;
    }
}

/// All that deciding reads, apart from the people who decide.
#[derive(Debug)]
pub struct Decision<'a> {
    /// How prospects decide.
    pub adoption: &'a Adoption,
    /// How customers decide.
    pub leaving: &'a Leaving,
    /// How firms win customers from each other.
    pub rivalry: &'a Rivalry,
    /// How people decide together.
    pub buying: &'a Buying,
    /// How contracts bind.
    pub contract: &'a Contract,
    /// What the offer is worth to people.
    pub worth: &'a Worth,
    /// Customers whom one impression of the average prospect brings over its whole life.
    pub response: f32,
    /// Hazard to join for each customer whom a prospect sees.
    pub seen: f32,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The week.
    pub week: u32,
    /// The luck.
    pub luck: Luck,
}

/// What people have decided about one firm in a week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// Who left.
    pub left: Vec<PersonId>,
    /// Where there are rivals: who wants to join, and for what cause. Elsewhere they have joined.
    wishes: Vec<(PersonId, Source)>,
}

/// What somebody does who decides alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// A prospect becomes a customer, or wants to.
    Joins(Source),
    /// A customer leaves.
    Leaves(Reason),
    /// Somebody who has lapsed is a prospect again.
    Returns,
}

/// This week's luck of those who decide.
#[derive(Clone, Copy)]
struct Streams {
    joins: Stream,
    leaves: Stream,
    returns: Stream,
}

impl Decision<'_> {
    const fn streams(&self) -> Streams {
        Streams {
            joins: self.luck.of("decide: joins"),
            leaves: self.luck.of("decide: leaves"),
            returns: self.luck.of("decide: becomes a prospect again"),
        }
    }

    /// Lets prospects join and customers leave. Where there are rivals, those who want to join
    /// wait for [`Decision::settle`].
    ///
    /// `visible` counts the customers whom each prospect sees, where use is visible.
    pub fn decide(
        &self,
        people: &People,
        circles: &Circles,
        firm: &mut Firm,
        visible: Option<&Counts>,
        rivals: Option<Rivals<'_>>,
        facts: &mut Facts,
    ) -> Decided {
        let decided = if people.groups.is_empty() {
            self.decide_alone((people, circles), firm, visible, rivals, facts)
        } else {
            self.decide_together((people, circles), firm, visible, rivals, facts)
        };
        // What was read or lived through this week has been weighed; it does not speak again.
        firm.clientele.invited.clear();
        firm.clientele.read_forum.clear();
        firm.clientele.was_guest.clear();
        decided
    }

    /// Lets people join and leave where everybody decides alone.
    fn decide_alone(
        &self,
        (people, circles): (&People, &Circles),
        firm: &mut Firm,
        visible: Option<&Counts>,
        rivals: Option<Rivals<'_>>,
        facts: &mut Facts,
    ) -> Decided {
        let mut decided = Decided::default();
        let acts = self.acts((people, circles, firm), (visible, rivals));
        let clientele = &mut firm.clientele;
        for (person, act) in acts {
            let i = person.index();
            match act {
                Act::Joins(source) if rivals.is_some() => decided.wishes.push((person, source)),
                Act::Joins(source) => self.join(clientele, i, source, facts),
                Act::Leaves(reason) => {
                    facts.left[reason as usize] += 1;
                    leave::leave(clientele, i);
                    decided.left.push(person);
                }
                Act::Returns => clientele.stage[i] = Stage::Aware,
            }
        }
        decided
    }

    /// What somebody does this week, if anything. Where no circle is in trouble, none is looked up.
    fn act(
        &self,
        (people, troubled, firm): (&People, Option<&Circles>, &Firm),
        (visible, rivals): (Option<&Counts>, Option<Rivals<'_>>),
        streams: &Streams,
        i: usize,
    ) -> Option<Act> {
        let stage = firm.clientele.stage[i];
        let draw = streams.of(stage).about(people.key[i]);
        match stage {
            Stage::Unaware | Stage::Aware => {
                let around = visible.map_or(0, |visible| visible.get(i));
                let around = (around, self.willing(rivals, i));
                self.joins(people, firm, i, around, draw).map(Act::Joins)
            }
            Stage::Customer => {
                let trouble = troubled.map_or(0.0, |circles| circles.felt_by(people, i));
                let payment = self.leaving.payment.single();
                self.leaves(people, firm, i, trouble, payment, draw).map(Act::Leaves)
            }
            Stage::Lapsed => draw.strikes(self.leaving.back.single()).then_some(Act::Returns),
        }
    }
}

/// Which of several competing hazards struck: each in proportion to its size.
fn pick(hazards: &[f32], draw: Draw) -> usize {
    let mut rest = draw.unit() as f32 * hazards.iter().sum::<f32>();
    for (i, hazard) in hazards.iter().enumerate() {
        rest -= hazard;
        if rest < 0.0 {
            return i;
        }
    }
    hazards.iter().rposition(|&hazard| hazard > 0.0).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    #[test]
    fn causes_are_picked_in_proportion() {
        let draws = Draws::from_seed(1).of("test: causes");
        let hazards = [0.0, 0.1, 0.3, 0.0];
        let n = 40_000;
        let mut picked = [0; 4];
        for i in 0..n {
            picked[pick(&hazards, draws.number(i))] += 1;
        }
        assert_eq!((picked[0], picked[3]), (0, 0));
        assert!((f64::from(picked[1]) / n as f64 - 0.25).abs() < 0.01);
    }
}
