//! Peers: customers answer each other's questions in the forum, or since they promised to; what they answer, the firm need not.

use super::Service;
use crate::draws::Draw;
use crate::elementary::{expf, log_odds, logistic};
use crate::facts::Facts;
use crate::firms::Clientele;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share};

crate::parameters! {
    /// How people answer each other in a forum.
    pub Answering in "people.answering" {
        /// Questions that one who takes part looks at in a week.
        questions: Number = 1.0, in 0.0 => 10.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that an answer in the forum makes two strangers acquaintances.
        acquaints: Share = 0.05, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
    }
}

impl Service<'_> {
    /// Lets customers answer, of these questions, those that were asked in the forum. Returns for
    /// each whether it was answered, and who got to know each other by it.
    ///
    /// Each who takes part looks at so many of the questions, so with S looks at Q questions one of
    /// them finds an answer with chance 1 − e^(−S/Q); whoever has helped is helped more often.
    pub(super) fn in_forum(
        &self,
        people: &People,
        clientele: &mut Clientele,
        complaints: &[PersonId],
        visitors: &[(PersonId, bool)],
        facts: &mut Facts,
    ) -> (Vec<bool>, Vec<(PersonId, PersonId)>) {
        let mut answered = vec![false; complaints.len()];
        let mut acquainted = Vec::new();
        // Visitors stand in ascending order.
        let came =
            |person: &PersonId| visitors.binary_search_by_key(person, |(who, _)| *who).is_ok();
        let there: Vec<usize> = (0..complaints.len()).filter(|&q| came(&complaints[q])).collect();
        let may_know =
            |(who, active): &(PersonId, bool)| *active && clientele.is_customer(who.index());
        let active: Vec<PersonId> =
            visitors.iter().filter(|visitor| may_know(visitor)).map(|(who, _)| *who).collect();
        let answers = self.luck.of("answer: someone in the forum knows");
        // Who has helped by this week's end is helped from next week on, whatever the order of questions.
        let mut helpers = Vec::new();
        for question in there.iter().copied() {
            let asker = complaints[question];
            let draw = answers.about(people.key[asker.index()]);
            let others = active.iter().copied().filter(|&who| who != asker);
            let looks = self.answering.questions.single() * others.clone().count() as f32;
            let chance = self.helped(clientele, asker, 1.0 - expf(-looks / there.len() as f32));
            let helper = others.max_by_key(|who| draw.again().about(people.key[who.index()]));
            if let (Some(helper), true) = (helper, draw.happens(chance)) {
                answered[question] = true;
                facts.answered_in_forum += 1;
                helpers.push(helper);
                acquainted.extend(self.acquaint(people, (asker, helper)));
            }
        }
        for helper in helpers {
            clientele.has_helped.add(helper.index(), self.gains.reciprocity.single());
        }
        (answered, acquainted)
    }

    /// The chance that others help someone, by what is usual and by how the person has helped others.
    fn helped(&self, clientele: &Clientele, asker: PersonId, usual: f32) -> f32 {
        if usual <= 0.0 {
            return 0.0;
        }
        let usual = usual.min(1.0 - f32::EPSILON);
        let history = self.history * clientele.has_helped.get(asker.index());
        self.gains.reciprocity.single() * logistic(log_odds(usual) + history)
    }

    /// Whether an answer makes two people acquaintances. That is worth what the tie is worth, and
    /// nobody's gift.
    fn acquaint(
        &self,
        people: &People,
        (asker, helper): (PersonId, PersonId),
    ) -> Option<(PersonId, PersonId)> {
        let (a, b) = (people.key[asker.index()], people.key[helper.index()]);
        let draw: Draw = self.luck.of("answer: gets acquainted in the forum").between(a, b);
        let chance = self.answering.acquaints.single() * self.gains.new_ties.single();
        draw.happens(chance).then_some((asker, helper))
    }

    /// Lets those who promised to help answer so many of the questions that are still open.
    pub(super) fn by_volunteers(
        &self,
        people: &People,
        complaints: &[PersonId],
        answered: &mut [bool],
        volunteers: u32,
        facts: &mut Facts,
    ) {
        if volunteers == 0 {
            return;
        }
        let priority = self.luck.of("answer: a volunteer takes the question");
        let mut open: Vec<usize> = (0..complaints.len()).filter(|&q| !answered[q]).collect();
        open.sort_by_cached_key(|&q| priority.about(people.key[complaints[q].index()]));
        for question in open.into_iter().take(volunteers as usize) {
            answered[question] = true;
            facts.answered_by_peers += 1;
        }
    }
}
