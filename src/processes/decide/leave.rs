//! Leaving: what makes a customer go, by competing causes, and what that does to those around.

use super::{Decision, Leaving, pick};
use crate::draws::{Draw, Luck};
use crate::elementary::expf;
use crate::firms::{Clientele, Firm, Reason, Stage};
use crate::market::Seen;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share};
use crate::ties::Ties;

/// Pushes beyond this change nothing: whoever feels them is gone, and the power would not fit its column.
const OVERWHELMED: f32 = 60.0;

impl Decision<'_> {
    /// Whether a customer leaves this week, and for what reason; `payment` is the hazard that the
    /// payment fails.
    pub(super) fn leaves(
        &self,
        people: &People,
        firm: &Firm,
        i: usize,
        trouble: f32,
        payment: f32,
        draw: Draw,
    ) -> Option<Reason> {
        let (rules, clientele) = (self.leaving, &firm.clientele);
        let pushes = [
            rules.annoyed.single() * clientele.irritation.get(i) + self.reminded(clientele, i),
            libm::logf(rules.contagion.single())
                * clientele.losses_near.felt(i).min(rules.losses_felt.single())
                * self.gains.contagion.single(),
            rules.circle.single() * trouble,
            rules.violated.single() * clientele.aggrieved.get(i),
        ];
        let together: f32 = pushes.iter().sum();
        let own = self.own_hazard(people, firm, i);
        let all = own * expf(together.min(OVERWHELMED));
        if !draw.strikes(payment + all) {
            return None;
        }
        // What the pushes add over the customer's own judgement is theirs, in proportion.
        let share = |push: f32| {
            if together > 0.0 { (all - own) * push / together } else { 0.0 }
        };
        let [annoyed, lost, troubled, violated] = pushes.map(share);
        let hazards = [payment, own, annoyed, lost, troubled, violated];
        let reasons = [
            Reason::Payment,
            Reason::Judgement,
            Reason::Irritation,
            Reason::Contagion,
            Reason::Circle,
            Reason::Violation,
        ];
        Some(reasons[pick(&hazards, draw.again())])
    }

    /// What an offer or a request of late adds by breaking habit, however well it was meant.
    fn reminded(&self, clientele: &Clientele, i: usize) -> f32 {
        let factor = self.leaving.reminded.single();
        if factor <= 1.0 {
            return 0.0;
        }
        let gain = self.gains.irritation.single();
        gain * libm::logf(factor) * clientele.offers_lately.get(i).min(1.0)
    }

    /// The hazard that a customer leaves by own judgement, and in the company that he keeps.
    #[must_use]
    pub fn own_hazard(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let clientele = &firm.clientele;
        let frailty = clientele.frailty[i];
        let usual = if !self.contract.is_usual() {
            frailty * self.leaving.usual.single()
        } else if self.contract.renews(self.age(clientele, i)) {
            frailty
        } else {
            return 0.0;
        };
        let benefit = clientele.benefit(i, &people.needs[i]);
        usual * self.judgement(people, firm, i, benefit) * expf(clientele.company.get(i))
    }

    /// Weeks since a customer joined.
    fn age(&self, clientele: &Clientele, i: usize) -> i64 {
        i64::from(self.week) - i64::from(clientele.joined[i])
    }

    /// The factor of a customer's own judgement on the usual hazard to leave, with so much of the
    /// firm's help.
    #[must_use]
    pub fn judgement(&self, people: &People, firm: &Firm, i: usize, benefit: f32) -> f32 {
        self.judge(firm, i, self.worth.surplus(people, firm, i, benefit))
    }

    fn judge(&self, firm: &Firm, i: usize, surplus: f32) -> f32 {
        expf(-self.stays(firm, i, surplus))
    }

    /// How much a customer's own judgement speaks for staying, as an exponent.
    pub(super) fn stays(&self, firm: &Firm, i: usize, surplus: f32) -> f32 {
        let (rules, clientele) = (self.leaving, &firm.clientele);
        // What counts for nothing is not looked up: it may lie far away.
        let counts = |weight: Number, column: &[f32], usual: Share| match weight.single() {
            0.0 => 0.0,
            weight => weight * (column[i] - usual.single()),
        };
        counts(rules.satisfaction, &clientele.experience, rules.usual_satisfaction)
            + rules.surplus.single() * surplus
            + counts(rules.trust, &clientele.trust, rules.usual_trust)
    }

    /// Units that living customers would still buy, each discounted by a weekly factor; so many
    /// would each of them buy in a week.
    ///
    /// One rule for all strategies: each customer keeps the present hazard of own judgement, and the
    /// company of those who are customers now, but for what fades without a budget (help with
    /// contacts, distinctions, loans, annoyance, losses nearby), payments fail as ever, and nothing
    /// new happens.
    #[must_use]
    pub fn units_to_come(
        &self,
        (people, ties): (&People, &Ties),
        firm: &Firm,
        discount: f64,
        weekly: impl Fn(usize) -> f64,
    ) -> f64 {
        let company = self.lasting_company(people, ties, firm);
        let customers =
            people.all().map(PersonId::index).filter(|&i| firm.clientele.is_customer(i));
        let units = customers.map(|i| {
            let usual = weekly(i);
            let (payment, frailty) = (self.leaving.payment.single(), firm.clientele.frailty[i]);
            let own = self.judge(firm, i, self.worth.lasting_surplus(people, firm, i));
            let judgement = own * company.get(i).map_or(1.0, |&company| expf(company));
            if self.contract.is_usual() {
                let stays = f64::from(expf(-payment)) * discount;
                let renews = f64::from(expf(-frailty * judgement));
                let age = self.age(&firm.clientele, i);
                return usual * self.contract.weeks_to_come(age, stays, renews);
            }
            let hazard = payment + frailty * self.leaving.usual.single() * judgement;
            let stays = f64::from(expf(-hazard)) * discount;
            usual * stays / (1.0 - stays)
        });
        units.sum()
    }
}

/// Lets a customer go.
pub(super) fn leave(clientele: &mut Clientele, i: usize) {
    clientele.stage[i] = Stage::Lapsed;
    clientele.loyal.forget(i);
    clientele.gratitude.forget(i);
    // What the firm gave stays with the firm.
    clientele.benefits.forget(i);
    clientele.member.forget(i);
    clientele.honoured.forget(i);
}

/// Lets a customer go, and with him all with whom he decides; notes who left.
pub(super) fn leave_all(
    people: &People,
    clientele: &mut Clientele,
    i: usize,
    left: &mut Vec<PersonId>,
) {
    let alone = [PersonId(i as u32)];
    let group = people.groups.with(i);
    for &person in if group.is_empty() { &alone } else { group } {
        if clientele.is_customer(person.index()) {
            leave(clientele, person.index());
            clientele.votes.set(person.index(), false);
            left.push(person);
        }
    }
}

/// Lets those who seek someone who left feel the loss, and those who saw him a customer see it; older losses fade.
pub fn feel_losses(
    ties: &Ties,
    clientele: &mut Clientele,
    seen: &mut Seen,
    left: &[PersonId],
    rules: &Leaving,
) {
    let losses = &mut clientele.losses_near;
    losses.fade(rules.loss_memory.retention());
    ties.visit_rows(left.iter().copied(), |left, ends| {
        losses.lose(ends.seekers());
        seen.lose(left, ends);
    });
}

/// Lets trouble come to circles, and older trouble pass.
pub fn trouble(circles: &mut [f32], rules: &Leaving, luck: Luck) {
    let kept = rules.trouble_memory.retention();
    let comes = luck.of("decide: trouble comes to a circle");
    for (circle, trouble) in circles.iter_mut().enumerate() {
        *trouble *= kept;
        if comes.number(circle as u64).strikes(rules.trouble.single()) {
            *trouble += 1.0;
        }
    }
}
