//! Joining: what makes a prospect a customer, by competing causes.

use super::{Decision, pick};
use crate::draws::Draw;
use crate::elementary::{expf, logistic};
use crate::facts::Facts;
use crate::firms::{Arrival, Clientele, Firm, Source, Stage};
use crate::people::People;

impl Decision<'_> {
    /// Whether a prospect joins this week, and for what cause. He sees so many customers, and is
    /// so willing as rivals let him be.
    pub(super) fn joins(
        &self,
        people: &People,
        firm: &Firm,
        i: usize,
        (around, willing): (u32, f32),
        draw: Draw,
    ) -> Option<Source> {
        let (rules, clientele) = (self.adoption, &firm.clientele);
        let opinion = 1.0 + self.gains.public_opinion.single() * firm.opinion;
        let mut hazards = [0.0; Source::CAUSES.len()];
        hazards[Source::Advertising.index()] = self.response * clientele.ad_stock.get(i);
        hazards[Source::WordOfMouth.index()] = self.persuaded(clientele, i);
        hazards[Source::Search.index()] = rules.search.single() * opinion;
        hazards[Source::Visibility.index()] = self.seen * around as f32;
        hazards[Source::Forum.index()] = clientele.read_forum.get(i);
        hazards[Source::Event.index()] = clientele.was_guest.get(i);
        // Who has once done something at the firm's place is the readier whatever the cause.
        let willing = willing * (1.0 + clientele.committed.get(i));
        // What holds readiness back is at most 1, so most weeks are settled by this bound alone.
        let most = willing * clientele.relative_fit[i] / firm.usual_readiness;
        let invited = willing * clientele.invited.get(i);
        let bound = hazards.iter().sum::<f32>() * most + invited;
        if draw.unit() as f32 >= bound || clientele.staff.get(i) {
            return None;
        }
        let ready = most * self.held_back(people, firm, i);
        for hazard in &mut hazards {
            *hazard *= ready;
        }
        hazards[Source::Invitation.index()] = invited;
        let all = hazards.iter().sum();
        let source = draw.strikes(all).then(|| Source::CAUSES[pick(&hazards, draw.again())])?;
        let by_staff =
            || clientele.teller[i].is_some_and(|teller| clientele.staff.get(teller.index()));
        Some(if source == Source::WordOfMouth && by_staff() { Source::Staff } else { source })
    }

    /// The hazard that remembered praise adds for the average prospect, dampened by blame.
    ///
    /// What is said is bounded by the prior chance (East, Hammond and Lomax 2008: praise shifts a
    /// chance P by 1 − P at the most) because it is a hazard: together with all others it makes the
    /// chance 1 − e^(−h), and that leaves ever less to add.
    fn persuaded(&self, clientele: &Clientele, i: usize) -> f32 {
        let (praise, blame) = (clientele.praise_heard.get(i), clientele.blame_heard.get(i));
        if praise <= 0.0 {
            return 0.0;
        }
        self.adoption.persuasion.single() * praise * expf(-self.adoption.caution.single() * blame)
    }

    pub(super) fn join(
        &self,
        clientele: &mut Clientele,
        i: usize,
        source: Source,
        facts: &mut Facts,
    ) {
        facts.joined[source.index()] += 1;
        facts.joined_first += u64::from(!clientele.ever[i]);
        clientele.ever[i] = true;
        clientele.stage[i] = Stage::Customer;
        clientele.joined[i] = self.week as i16;
        clientele.experience[i] = self.leaving.usual_satisfaction.single();
        clientele.losses_near.forget(i);
        let told = matches!(source, Source::WordOfMouth | Source::Invitation | Source::Staff);
        let referrer = told.then(|| clientele.teller[i]).flatten();
        clientele.arrival[i] = Some(Arrival { source, referrer });
    }

    /// Readiness of a person to join, before it is measured by that of the average prospect.
    #[must_use]
    pub fn readiness(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        firm.clientele.relative_fit[i] * self.held_back(people, firm, i)
    }

    /// How likely a prospect is to find the price worth it, from 0 to 1.
    fn affordable(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let surplus = self.worth.surplus(people, firm, i, firm.reputation);
        logistic(surplus / self.adoption.indifference.single())
    }

    /// What holds a prospect's readiness back, from 0 to 1: price, lack of trust, annoyance, and
    /// what others lend, so that it need not be bought.
    fn held_back(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let clientele = &firm.clientele;
        let annoyed = self.adoption.annoyed.single() * clientele.irritation.get(i)
            + self.adoption.access.single() * clientele.spared.get(i);
        self.affordable(people, firm, i) * clientele.trust[i] * expf(-annoyed)
    }
}
