//! Company: a customer goes not only by his own reasons to stay or leave, but by those of the customers whom he seeks.
//!
//! In a field experiment of Godinho de Matos, Ferreira and Belo (2018) customers who were called by
//! their provider left less often, and less often still where their friends were called as well.
//! Here each customer leans towards leaving by an exponent of the usual hazard, and the mean of
//! those whom he seeks counts beside his own (Manski 1993: a contextual effect that is linear in
//! means). That this holds for whatever makes one lean is an assumption: help and good weeks, price,
//! annoyance and offences, whoever gave them. What is usual is measured once, among the customers of the
//! first week, or where there are none among those who are likely to come; so company moves nobody
//! there on average, and a firm that has always been bad is not made worse by it.
//!
//! Whoever leaves is heard of no more: his loss is felt ([`super::feel_losses`]), and then the mean
//! is that of the others, which is a better one where he was the least content.

use super::Decision;
use crate::firms::{Firm, Stage};
use crate::people::{People, PersonId};
use crate::threads;
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
        let company = self.company(ties, firm, |i| self.leaning(people, firm, i));
        if !company.is_empty() {
            firm.clientele.company.used().copy_from_slice(&company);
        }
    }

    /// The same without what fades when a firm does nothing more.
    pub(super) fn lasting_company(&self, people: &People, ties: &Ties, firm: &Firm) -> Vec<f32> {
        let surplus = |i| self.worth.lasting_surplus(people, firm, i);
        self.company(ties, firm, |i| -self.stays(firm, i, surplus(i)))
    }

    /// By how much company moves each customer, if customers lean so much; nothing at all where
    /// company does not count.
    fn company(&self, ties: &Ties, firm: &Firm, leaning: impl Fn(usize) -> f32 + Sync) -> Vec<f32> {
        let counts = self.leaving.company.single() * self.gains.contagion.single();
        if counts <= 0.0 {
            return Vec::new();
        }
        let leanings = leanings(firm, leaning);
        threads::of_everybody(leanings.len(), |i| {
            let seeks = || mean(&leanings, ties.sought(PersonId(i as u32)));
            let around = firm.clientele.is_customer(i).then(seeks).flatten();
            let moved = |around| counts * (around - firm.usual_leaning);
            around.map_or(0.0, |around| moved(around).clamp(-MOST, MOST))
        })
    }

    /// How much customers lean towards leaving on average; where there are none, how much those
    /// would by the price who are ready to join.
    #[must_use]
    pub fn usual_leaning(&self, people: &People, firm: &Firm, readiness: &[f32]) -> f32 {
        let leanings = leanings(firm, |i| self.leaning(people, firm, i));
        mean(&leanings, people.all()).unwrap_or_else(|| {
            let (mut sum, mut ready) = (0.0, 0.0);
            for (i, &readiness) in readiness.iter().enumerate() {
                sum += f64::from(readiness * self.worth.lasting_surplus(people, firm, i));
                ready += f64::from(readiness);
            }
            if ready > 0.0 { (-self.leaving.surplus.0 * sum / ready) as f32 } else { 0.0 }
        })
    }

    /// How much a customer leans towards leaving, as an exponent of the usual hazard: his own
    /// judgement, and what annoys and offends him. That he was reminded moves nobody else, and
    /// trouble of a circle comes to its people anyway.
    fn leaning(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let (rules, clientele) = (self.leaving, &firm.clientele);
        let benefit = clientele.benefit(i, &people.needs[i]);
        rules.annoyed.single() * clientele.irritation.get(i)
            + rules.violated.single() * clientele.aggrieved.get(i)
            - self.stays(firm, i, self.worth.surplus(people, firm, i, benefit))
    }
}

/// How much each customer leans towards leaving by himself; nobody else leans.
fn leanings(firm: &Firm, leaning: impl Fn(usize) -> f32 + Sync) -> Vec<Leaning> {
    let of = |stage, i| match stage {
        Stage::Customer => Leaning { towards: leaning(i), one: 1.0 },
        _ => Leaning::default(),
    };
    let stages = &firm.clientele.stage;
    threads::of_everybody(stages.len(), |i| of(stages[i], i))
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
    use crate::elementary::expf;
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

    #[test]
    fn the_company_of_a_firm_that_began_without_customers_moves_nobody_on_average() {
        let text = "[people]\ncount = 2000\n[people.start]\ncustomers = 0.0\n[strategies.none]\n";
        let mut world = World::of(text, Draws::from_seed(1));
        for _ in 0..150 {
            world.live(0);
        }
        let company = keep_company(&mut world, 1.0, 1.0);
        let customers: Vec<usize> =
            (0..2000).filter(|&i| world.clientele().is_customer(i)).collect();
        let mean = customers.iter().map(|&i| company[i]).sum::<f32>() / customers.len() as f32;
        let usual = world.market.firms[0].usual_leaning;
        assert!(mean.abs() < 0.05 && usual < -0.1, "{mean} {usual}");
    }

    #[test]
    fn company_multiplies_the_hazard_to_leave_and_what_is_to_come_of_it() {
        let world = market();
        let mut firm = world.market.firms[0].clone();
        let decision = world.scenario.rules.decision(0, Luck::in_week(Draws::from_seed(1), 0));
        let people = &world.market.people;
        let i = (0..400).find(|&i| firm.clientele.is_customer(i)).expect("a customer");
        let alone = decision.own_hazard(people, &firm, i);
        firm.clientele.company.set(i, 0.5);
        let together = decision.own_hazard(people, &firm, i);
        assert!((together / alone - expf(0.5)).abs() < 1e-5, "{alone} {together}");
        // Customers whose friends are unhappy, and stay so, will bring less.
        let to_come = |firm: &Firm| {
            decision.units_to_come((people, &world.market.ties), firm, 0.999, |_| 1.0)
        };
        let before = to_come(&firm);
        firm.usual_leaning -= 0.5;
        assert!(to_come(&firm) < 0.95 * before, "{before} {}", to_come(&firm));
    }
}
