//! Asking: the firm asks people to work for it, or to pay; without having given, the one exploits, and between friends the other offends.

use super::{Broker, Round};
use crate::firms::Stage;
use crate::offers::{Demand, OfferKind, Task};
use crate::people::{Need, PersonId};

impl Broker<'_> {
    /// Lets a person answer a request to do something for the firm, in return for what the firm gave.
    pub(super) fn ask(&self, round: &mut Round<'_>, person: PersonId, task: Task, time: f32) {
        let i = person.index();
        round.facts.offered[OfferKind::Task as usize] += 1;
        let clientele = &mut round.firm.clientele;
        let thankful = clientele.gratitude.get(i).min(1.0);
        // Who was helped with contacts was given something, and so was who feels thankful for it.
        if !clientele.was_helped_of_late(i) && thankful < 0.25 {
            round.facts.exploited += 1;
            let trust = &mut clientele.trust[i];
            *trust -= self.gains.trust.single() * self.help.exploited.single() * *trust;
        }
        // Nobody works for nothing: the readiness to do something is that to return something.
        let draw = self.luck.of("broker: does what is asked").about(round.people.key[i]);
        let usual = (self.rules.task.single() * thankful, 0.0);
        let time = time.max(1.0);
        if thankful > 0.0
            && round.have_time(&[person], time)
            && self.consents(round, person, usual, draw)
        {
            round.facts.taken[OfferKind::Task as usize] += 1;
            round.take_time(&[person], time);
            self.credit(round, person);
            self.work(round, person, task);
        }
        self.remember(round, person, OfferKind::Task);
    }

    /// What a person does for the firm.
    fn work(&self, round: &mut Round<'_>, person: PersonId, task: Task) {
        match task {
            Task::Invite => {
                let draw = self.luck.of("broker: whom a member invites");
                let draw = draw.about(round.people.key[person.index()]);
                let known = round.ties.partners(person).iter().map(|&known| PersonId(known));
                let prospects =
                    known.filter(|known| round.firm.clientele.stage[known.index()].is_prospect());
                let key = |known: &PersonId| draw.about(round.people.key[known.index()]);
                let Some(invited) = prospects.max_by_key(key) else { return };
                let answer = self.luck.of("broker: accepts a member's invitation");
                let [host, guest] = [person, invited].map(|one| round.people.key[one.index()]);
                let answer = answer.from_to(guest, host);
                if self.accepts(round, (invited, person), (Need::Form, 0.0), answer) {
                    self.invite(round, invited, person);
                }
            }
            Task::Help => round.firm.services.volunteers += 1,
            Task::Contribute => {
                round.firm.assets.content += 1000.0 / round.people.len() as f32;
            }
        }
    }

    /// Lets customers hear of a higher price.
    pub(super) fn announce(&self, round: &mut Round<'_>) {
        let Some(severity) = round.firm.raised else {
            return;
        };
        let (clientele, gain) = (&mut round.firm.clientele, self.gains.trust.single());
        for i in 0..clientele.stage.len() {
            if clientele.stage[i] == Stage::Customer {
                let weight = self.norms.violate(clientele, i, severity, gain);
                round.facts.violation += f64::from(weight);
            }
        }
    }

    /// Lets a person receive a business act, which tires as any offer does.
    pub(super) fn demand(&self, round: &mut Round<'_>, person: PersonId, demand: Demand) {
        let i = person.index();
        round.facts.offered[OfferKind::Demand as usize] += 1;
        let draw = self.luck.of("broker: pays what is demanded").about(round.people.key[i]);
        let (clientele, gain) = (&mut round.firm.clientele, self.gains.trust.single());
        let paid = self.norms.receive(clientele, i, demand, (draw, gain), round.facts);
        round.facts.taken[OfferKind::Demand as usize] += u64::from(paid);
        self.remember(round, person, OfferKind::Demand);
    }
}
