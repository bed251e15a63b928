//! Answer: after a bad week some customers complain; the firm answers, or someone who knows does, or nobody.
//!
//! A complaint that nobody answers costs trust. A good recovery is no better than no failure: it
//! raises neither repurchase nor talk (De Matos, Henrique and Rossi 2007), so an answer only
//! prevents the loss.

mod peers;

pub use peers::Answering;

use crate::draws::Luck;
use crate::facts::Facts;
use crate::firms::{Clientele, Firm};
use crate::mechanisms::Mechanisms;
use crate::meetings::Meetings;
use crate::offers::Desk;
use crate::people::{People, PersonId};
use crate::quantity::{Money, Share};
use crate::threads;

crate::parameters! {
    /// What becomes of complaints.
    pub Complaints in "people.complaints" {
        /// Share of bad weeks after which a customer complains or asks.
        complain: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Share of complaints that the firm's usual service answers.
        service: Share = 0.6, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that another customer whom one meets that week knows the answer.
        peers: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// What an answer of the usual service costs; it is part of the cost of serving customers.
        answer_cost: Money = 3.0, in 0.0 => 20.0, from "assumption; swept", grade Gap, role Input;
        /// Step from a business towards a friendly relationship by an answer beyond the usual service that is believed to be the firm's own, as a share of the distance.
        friendly: Share = 0.05, in 0.0 => 0.5, from "assumption; swept (claim E5; sign: Clark and Mills)", grade Gap, role Input;
        /// Trust lost by a complaint that nobody answers, as a share of what is there.
        grudge: Share = 0.05, in 0.0 => 0.5, from "assumption; swept (sign: Soares and Proenca 2015)", grade Gap, role Input;
    }
}

impl Complaints {
    /// Trust that a bad week costs on average by complaints without an answer, as a share.
    #[must_use]
    pub fn usual_grudge(&self) -> f32 {
        (self.complain.0 * (1.0 - self.service.0) * self.grudge.0) as f32
    }
}

/// All that answering complaints reads, apart from the people who complain.
#[derive(Debug)]
pub struct Service<'a> {
    /// What becomes of complaints.
    pub rules: &'a Complaints,
    /// How people answer each other in the forum.
    pub answering: &'a Answering,
    /// Log-odds of being helped that each recent help to others adds.
    pub history: f32,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The luck.
    pub luck: Luck,
}

impl Service<'_> {
    /// Lets those who had a bad week complain, and answers them as far as anyone can. Returns who
    /// got to know each other by an answer in the forum.
    pub fn answer(
        &self,
        people: &People,
        firm: &mut Firm,
        bad_weeks: &[PersonId],
        meetings: &Meetings,
        facts: &mut Facts,
    ) -> Vec<(PersonId, PersonId)> {
        if bad_weeks.is_empty() {
            return Vec::new();
        }
        let (rules, clientele) = (self.rules, &mut firm.clientele);
        let speaks_up = self.luck.of("answer: complains");
        let served = self.luck.of("answer: is served");
        let wants = |person: &PersonId| {
            speaks_up.about(people.key[person.index()]).happens(rules.complain.single())
        };
        let complaints: Vec<PersonId> = bad_weeks.iter().copied().filter(wants).collect();
        facts.complaints += complaints.len() as u64;
        // What customers answer each other before the usual service does, it need not answer.
        let (mut answered, acquainted) =
            self.in_forum(people, clientele, &complaints, &firm.in_forum, facts);
        let volunteers = firm.services.volunteers;
        self.by_volunteers(people, &complaints, &mut answered, volunteers, facts);
        let mut open = vec![false; people.len()];
        for (&person, answered) in complaints.iter().zip(answered) {
            let within_reach =
                served.about(people.key[person.index()]).happens(rules.service.single());
            if answered && within_reach {
                facts.support_saved += rules.answer_cost;
            }
            open[person.index()] = !answered && !within_reach;
            facts.answered_by_firm += u64::from(!answered && within_reach);
        }
        if let Some(desk) = firm.services.desk {
            self.man_the_desk((people, clientele), desk, &mut open, facts);
        }
        let knows = self.luck.of("answer: a peer knows");
        let is_answered = |&(person, peer): &(PersonId, PersonId)| {
            // Few have a question, so that is asked first.
            let could = open[person.index()]
                && (clientele.is_customer(peer.index()) || clientele.staff.get(peer.index()));
            let key = |person: PersonId| people.key[person.index()];
            could && knows.from_to(key(peer), key(person)).happens(rules.peers.single())
        };
        let answers = threads::of_each(people.len(), meetings.groups(), |group| {
            group.iter().filter(|meeting| is_answered(meeting)).map(|(person, _)| *person).collect()
        });
        for person in answers.into_iter().flat_map(|group: Vec<PersonId>| group) {
            facts.answered_by_peers += u64::from(open[person.index()]);
            open[person.index()] = false;
        }
        let loss = rules.grudge.single() * self.gains.trust.single();
        for person in complaints.into_iter().filter(|person| open[person.index()]) {
            let trust = &mut clientele.trust[person.index()];
            *trust -= loss * *trust;
        }
        acquainted
    }

    /// Lets the desk beyond the usual service answer what is open, as far as its people suffice and
    /// are believed; and hear what moves those who ask.
    fn man_the_desk(
        &self,
        (people, clientele): (&People, &mut Clientele),
        desk: Desk,
        open: &mut [bool],
        facts: &mut Facts,
    ) {
        let friendly = self.rules.friendly.single() * self.gains.trust.single();
        let turn = self.luck.of("answer: whose turn is at the desk");
        let believes = self.luck.of("answer: believes the desk");
        let key = |person: &PersonId| people.key[person.index()];
        let mut waiting: Vec<PersonId> =
            people.all().filter(|person| open[person.index()]).collect();
        waiting.sort_by_cached_key(|person| turn.about(key(person)));
        for person in waiting.iter().take(desk.capacity as usize) {
            // An agency hears for the firm as badly as it speaks for it.
            facts.heard += f64::from(desk.credibility);
            if believes.about(key(person)).happens(desk.credibility) {
                open[person.index()] = false;
                facts.answered_by_desk += 1;
                let norm = &mut clientele.norm[person.index()];
                *norm += friendly * (1.0 - *norm);
            }
        }
    }
}
