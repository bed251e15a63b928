//! Company: a customer goes not only by his own reasons to stay or leave, but by those of the customers whom he seeks.
//!
//! In a field experiment of Godinho de Matos, Ferreira and Belo (2018) customers who were called by
//! their provider left less often, and less often still where their friends were called as well.
//! Here each customer leans towards leaving by an exponent of the usual hazard, and the mean of
//! those whom he seeks counts beside his own, a share of it (Manski 1993: a contextual effect that
//! is linear in means). What is usual is measured once, among the customers of the first week, so
//! that company moves nobody there on average. It works both ways and for whatever the firm does:
//! help and good weeks, annoyance and offences.

use super::Decision;
use crate::firms::{Clientele, Firm, Stage};
use crate::people::{People, PersonId};
use crate::ties::Ties;

/// Company changes a hazard by this exponent at most, about twentyfold.
const MOST: f32 = 3.0;

/// How much somebody leans towards leaving, and one for each customer.
#[derive(Clone, Copy, Debug, Default)]
struct Leaning {
    towards: f32,
    one: f32,
}

impl Decision<'_> {
    /// Notes for each customer by how much the customers whom he seeks move him, as an exponent of
    /// his own hazard; by nothing where he seeks none.
    pub fn keep_company(&self, people: &People, ties: &Ties, firm: &mut Firm) {
        let counts = self.leaving.company.single() * self.gains.contagion.single();
        if counts <= 0.0 {
            return;
        }
        let leanings = self.leanings(people, firm);
        let usual = firm.usual_leaning;
        let Clientele { stage, company, .. } = &mut firm.clientele;
        for ((person, company), stage) in people.all().zip(company.used()).zip(stage) {
            let is_customer = *stage == Stage::Customer;
            let around = if is_customer { mean(&leanings, ties.sought(person)) } else { None };
            *company = around.map_or(0.0, |around| (counts * (around - usual)).clamp(-MOST, MOST));
        }
    }

    /// How much customers lean towards leaving on average.
    #[must_use]
    pub fn usual_leaning(&self, people: &People, firm: &Firm) -> f32 {
        mean(&self.leanings(people, firm), people.all()).unwrap_or_default()
    }

    /// How much each customer leans towards leaving by himself; nobody else leans.
    fn leanings(&self, people: &People, firm: &Firm) -> Vec<Leaning> {
        let of = |(i, stage): (usize, &Stage)| match stage {
            Stage::Customer => Leaning { towards: self.leaning(people, firm, i), one: 1.0 },
            _ => Leaning::default(),
        };
        firm.clientele.stage.iter().enumerate().map(of).collect()
    }

    /// How much a customer leans towards leaving, as an exponent of the usual hazard: his own
    /// judgement, and what annoys and offends him. Trouble of a circle comes to its people anyway.
    fn leaning(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let (rules, clientele) = (self.leaving, &firm.clientele);
        let benefit = clientele.benefit(i, &people.needs[i]);
        self.annoyance(clientele, i) + rules.violated.single() * clientele.aggrieved.get(i)
            - self.stays(firm, i, self.worth.surplus(people, firm, i, benefit))
    }
}

/// The mean of the customers among some people. Whether somebody is one is added up, not asked: it
/// cannot be foreseen.
fn mean(leanings: &[Leaning], people: impl Iterator<Item = PersonId>) -> Option<f32> {
    let (mut sum, mut customers) = (0.0, 0.0);
    for Leaning { towards, one } in people.map(|person| leanings[person.index()]) {
        sum += f64::from(towards);
        customers += f64::from(one);
    }
    (customers > 0.0).then(|| (sum / customers) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::{Draws, Luck};
    use crate::evidence::laboratory::World;
    use crate::processes::decide::Leaving;

    fn keep_company(world: &mut World, counts: f64, gain: f64) -> Vec<f32> {
        let rules = &mut world.scenario.rules;
        rules.leaving.company.0 = counts;
        rules.gains.contagion.0 = gain;
        let decision = rules.decision(0, Luck::in_week(Draws::from_seed(1), 0));
        let market = &mut world.market;
        decision.keep_company(&market.people, &market.ties, &mut market.firms[0]);
        let company = &market.firms[0].clientele.company;
        (0..market.people.len()).map(|i| company.get(i)).collect()
    }

    fn market() -> World {
        World::of("[people]\ncount = 400\n[strategies.none]\n", Draws::from_seed(1))
    }

    #[test]
    fn a_bad_week_of_one_friend_counts_by_his_share_of_those_who_are_sought() {
        let (mut world, counts) = (market(), 0.5);
        let before = keep_company(&mut world, counts, 1.0);
        let unhappy = (0..400).find(|&i| world.clientele().is_customer(i)).expect("a customer");
        world.market.firms[0].clientele.experience[unhappy] -= 0.2;
        let after = keep_company(&mut world, counts, 1.0);
        let leans = 0.2 * Leaving::default().satisfaction.0;
        let mut moved = 0;
        for i in 0..400 {
            let sought = world.market.ties.sought(PersonId(i as u32)).map(PersonId::index);
            let sought: Vec<usize> = sought.filter(|&j| world.clientele().is_customer(j)).collect();
            let is_moved = world.clientele().is_customer(i) && sought.contains(&unhappy);
            let expected = if is_moved { counts * leans / sought.len() as f64 } else { 0.0 };
            assert!((f64::from(after[i] - before[i]) - expected).abs() < 1e-5, "{i}: {expected}");
            moved += usize::from(is_moved);
        }
        assert!(moved > 0, "nobody seeks the unhappy customer");
    }

    #[test]
    fn company_of_the_first_week_moves_nobody_on_average_and_none_without_the_gain() {
        let mut world = market();
        let company = keep_company(&mut world, 1.0, 1.0);
        let customers: Vec<usize> =
            (0..400).filter(|&i| world.clientele().is_customer(i)).collect();
        let mean = customers.iter().map(|&i| company[i]).sum::<f32>() / customers.len() as f32;
        assert!(company.iter().any(|moved| moved.abs() > 0.05), "company moves nobody at all");
        assert!(mean.abs() < 0.1, "{mean}");
        let mut silent = market();
        assert!(keep_company(&mut silent, 1.0, 0.0).iter().all(|moved| *moved == 0.0));
        assert!(silent.clientele().company.is_unused());
    }
}
