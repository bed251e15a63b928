//! The first customers: who they are, how long they have been, and how they have come to see the firm.

use super::Beginning;
use super::belonging::{Ranked, rank};
use super::chance_to_end;
use crate::draws::{Draw, Draws, Luck};
use crate::elementary::{chance_of, exp, power};
use crate::firms::{Arrival, Firm, Stage};
use crate::people::{People, PersonId};
use crate::population::traits::renewal_hazard;
use crate::processes::decide::Decision;
use crate::ties::{BLOCK, Ties};
use rayon::prelude::*;

impl Beginning<'_> {
    /// Makes customers, lapsed and aware people of all firms; then measures readiness by the
    /// prospects who are left, and leaning towards leaving by the customers.
    pub(super) fn fill(&self, people: &People, firms: &mut [Firm]) {
        self.hire(people, firms);
        let readiness: Vec<Vec<f32>> =
            (0..firms.len()).map(|f| self.readiness(people, &firms[f])).collect();
        let ranked: Vec<Ranked> = (firms.iter().zip(&readiness).enumerate())
            .map(|(f, (firm, ready))| rank(people, firm, ready, self.lasting.at_firm(f)))
            .collect();
        let customers = self.first_customers(people, firms, &ranked);
        let mut with_a_firm = vec![false; people.len()];
        for (f, firm) in firms.iter_mut().enumerate() {
            let draws = self.lasting.at_firm(f);
            self.enrol(people, firm, &customers[f], draws);
            for &i in &customers[f] {
                with_a_firm[i] = true;
            }
            self.make_known(people, firm, &ranked[f], draws);
        }
        for (firm, readiness) in firms.iter_mut().zip(&readiness) {
            measure_prospects(people, firm, &with_a_firm, readiness);
            firm.usual_leaning = self.decision().usual_leaning(people, firm, readiness);
        }
    }

    fn readiness(&self, people: &People, firm: &Firm) -> Vec<f32> {
        let decision = self.decision();
        (0..people.len()).map(|i| decision.readiness(people, firm, i)).collect()
    }

    /// How people decide in the first week.
    fn decision(&self) -> Decision<'_> {
        self.rules.decision(0, Luck::in_week(self.lasting, 0))
    }

    /// Of those who are not customers, some were once, and some others know the firm, as do those
    /// who work for it.
    fn make_known(&self, people: &People, firm: &mut Firm, ranked: &Ranked, draws: Draws) {
        let lapsed = (self.start.lapsed.0 * people.len() as f64).round() as usize;
        let knows = draws.of("start: knows the firm");
        let mut place = 0;
        for &(_, i) in ranked {
            if firm.clientele.is_customer(i) {
                continue;
            }
            if place < lapsed {
                firm.clientele.stage[i] = Stage::Lapsed;
                firm.clientele.ever[i] = true;
                firm.clientele.experience[i] = firm.quality;
            } else if knows.about(people.key[i]).happens(self.start.aware.single()) {
                firm.clientele.stage[i] = Stage::Aware;
            }
            place += 1;
        }
        for i in (0..people.len()).filter(|&i| firm.clientele.staff.get(i)) {
            firm.clientele.stage[i] = Stage::Aware;
        }
    }

    /// Lets prospects remember what customers among their acquaintances say in the long run, and
    /// public opinion be what is said in public.
    pub(super) fn have_talked(&self, people: &People, ties: &Ties, firm: &mut Firm) {
        let talk = &self.rules.talk;
        let gain = self.rules.gains.word_of_mouth.single();
        let remembered = 1.0 / (1.0 - talk.memory.retention());
        let usual_degree = 2.0 * ties.count() as f64 / people.len().max(1) as f64;
        let (mut praise, mut blame) = (0.0, 0.0);
        let customers: Vec<PersonId> =
            people.all().filter(|person| firm.clientele.is_customer(person.index())).collect();
        for person in customers {
            let experience = firm.clientele.experience[person.index()];
            for tie in ties.of(person) {
                let said = chance_of(tie.strength) * talk.mention.single() * gain;
                let good = said * talk.praise.single() * experience;
                let bad = said * talk.blame.single() * (1.0 - experience);
                let listener = tie.partner;
                let weight = talk.weight(ties.degree(listener), usual_degree);
                firm.clientele.praise_heard.add(listener.index(), good * weight * remembered);
                firm.clientele.blame_heard.add(listener.index(), bad * weight * remembered);
                praise += good * talk.public.single();
                blame += bad * talk.public.single();
            }
        }
        firm.opinion = self.rules.relationship.settled_opinion(praise, blame, people.len());
    }

    /// Makes customers, with the tenures and the readiness to leave of survivors.
    fn enrol(&self, people: &People, firm: &mut Firm, customers: &[usize], draws: Draws) {
        for &i in customers {
            self.welcome(people, firm, i, draws);
        }
        let decision = self.rules.decision(0, Luck::in_week(draws, 0));
        let hazard = |firm: &Firm, i: usize| {
            let frailty = firm.clientele.frailty[i].max(f32::MIN_POSITIVE);
            let benefit = firm.clientele.benefit(i, &people.needs[i]);
            let judgement = decision.judgement(people, firm, i, benefit);
            if self.rules.contract.is_usual() {
                f64::from(judgement)
            } else {
                f64::from(frailty * self.rules.leaving.usual.single() * judgement / frailty)
            }
        };
        let (tenure, ends) = (draws.of("start: tenure"), chance_to_end(draws));
        let present: &Firm = firm;
        let tenures: Vec<(f64, u32)> = customers
            .par_iter()
            .with_min_len(BLOCK)
            .map(|&i| {
                // Who decide together have come together.
                let first = people.groups.first_of(i);
                let with = if present.clientele.is_customer(first) { first } else { i };
                let survives = self.survival(hazard(present, with));
                (hazard(present, i), self.tenure(survives, tenure.about(people.key[first])))
            })
            .collect();
        for (&i, (hazard, tenure)) in customers.iter().zip(tenures) {
            firm.clientele.frailty[i] =
                self.survivors_frailty(firm, i, (hazard, tenure), ends.about(people.key[i]));
            firm.clientele.joined[i] = -1 - tenure as i16;
            firm.clientele.trust[i] = self.rules.trust_after(firm.quality, tenure);
        }
    }

    /// Makes someone a customer as he is in the long run.
    fn welcome(&self, people: &People, firm: &mut Firm, i: usize, draws: Draws) {
        let about = |purpose| draws.of(purpose).about(people.key[i]);
        firm.clientele.stage[i] = Stage::Customer;
        firm.clientele.arrival[i] = Some(Arrival::GIVEN);
        firm.clientele.ever[i] = true;
        firm.clientele.loyal.set(i, true);
        let follows = about("start: follows the page").happens(self.start.followers.single());
        firm.clientele.follows.set(i, follows);
        firm.clientele.experience[i] = self.experience(firm.quality, about("start: experience"));
        firm.clientele.trust[i] = self.rules.usual_trust(firm.quality);
    }

    /// How ready to leave someone is who has been a customer for so long, at this usual hazard.
    fn survivors_frailty(
        &self,
        firm: &Firm,
        i: usize,
        (hazard, tenure): (f64, u32),
        ends: Draw,
    ) -> f32 {
        let contract = &self.rules.contract;
        if contract.is_usual() {
            // Beta(α, β) thinned by n renewals is Beta(α, β + n).
            let renewals = hazard * f64::from(contract.renewals(tenure));
            return renewal_hazard((contract.alpha.0, contract.beta.0 + renewals), ends);
        }
        // Gamma(k, k) thinned by survival to week t is Gamma(k, k + h·t): a factor on the draw. Each
        // survives by himself: that a circle's customers, who share a part of it, survive together is not in it.
        let shape = self.traits.frailty_shape.0;
        let factor = (shape / (shape + hazard * f64::from(tenure))) as f32;
        firm.clientele.frailty[i] * factor
    }

    /// Share of those who joined so many weeks ago who are still there, at this usual hazard.
    fn survival(&self, hazard: f64) -> impl Fn(u32) -> f64 {
        let (rules, shape) = (self.rules, self.traits.frailty_shape.0);
        let payment = rules.leaving.payment.0;
        move |week| {
            let paid = exp(-payment * f64::from(week));
            if rules.contract.is_usual() {
                return paid
                    * rules.contract.survives(hazard * f64::from(rules.contract.renewals(week)));
            }
            power(1.0 + hazard * f64::from(week) / shape, -shape) * paid
        }
    }

    /// A survivor's tenure: of all who joined at a steady rate one is taken by lot, and another one,
    /// until one is still there.
    fn tenure(&self, survives: impl Fn(u32) -> f64, draw: Draw) -> u32 {
        let (weeks, mut dice) = (f64::from(self.start.firm_age.whole()), draw.dice());
        loop {
            let week = (dice.unit() * weeks) as u32;
            if dice.unit() < survives(week) {
                return week;
            }
        }
    }

    /// Satisfaction as good and bad weeks leave it in the long run, about normal.
    fn experience(&self, quality: f32, draw: Draw) -> f32 {
        let fresh = self.rules.relationship.freshness.single();
        let variance = fresh / (2.0 - fresh) * quality * (1.0 - quality);
        // A sum of twelve uniform draws has variance 1 and is all but normal.
        let mut dice = draw.dice();
        let normal: f64 = (0..12).map(|_| dice.unit()).sum::<f64>() - 6.0;
        (quality + variance.sqrt() * normal as f32).clamp(0.0, 1.0)
    }
}

/// Measures readiness by the prospects of the first week who are with no firm, so that the
/// hazards of the rules are those of the average prospect.
fn measure_prospects(people: &People, firm: &mut Firm, with_a_firm: &[bool], readiness: &[f32]) {
    let (mut ready, mut prospects) = (0.0, 0.0);
    let is_prospect =
        |i: &usize| firm.clientele.stage[*i].is_prospect() && !firm.clientele.staff.get(*i);
    // Where everybody is with some firm, its rivals' customers are all the prospects it has.
    let free = (0..people.len()).filter(is_prospect).any(|i| !with_a_firm[i]);
    for i in (0..people.len()).filter(is_prospect).filter(|&i| !free || !with_a_firm[i]) {
        ready += f64::from(readiness[i]);
        prospects += 1.0;
    }
    firm.usual_readiness = if ready > 0.0 { (ready / prospects) as f32 } else { 1.0 };
}
