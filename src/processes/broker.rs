//! Broker: the firm offers and asks; people accept or decline; what is accepted changes ties, takes time, pleases or offends.

mod accept;
mod ask;
mod belong;
mod host;
mod introduce;
mod lend;
mod touch;

use crate::draws::Luck;
use crate::facts::Facts;
use crate::firms::{Firm, Stage};
use crate::mechanisms::Mechanisms;
use crate::norms::Norms;
use crate::offers::{Offer, OfferKind, Offers};
use crate::people::{Need, People, PersonId};
use crate::portfolio::States;
use crate::quantity::{Number, Share, WeeklyHazard, Weeks};
use crate::ties::Ties;

crate::parameters! {
    /// How people answer a firm that offers to help with their contacts.
    pub Acceptance in "people.acceptance" {
        /// Chance that one side accepts a cold offer of contact.
        cold: Share = 0.32, in 0.05 => 0.45, from "OkTrends 2009: replies to a cold first message; both sides .10", grade V2, role Input;
        /// Log-odds that full likeness of interests adds.
        similarity: Number = 0.0, in 0.0 => 1.0, from "Dinh, Gildersleve, Blex and Yasseri 2022: likeness is no predictor", grade V1, role Input;
        /// Log-odds that a need adds which is the person's only one, over an average one.
        need: Number = 1.0, in 0.0 => 3.0, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that full trust adds over a stranger's.
        trust: Number = 1.0, in 0.0 => 3.0, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that each recent offer takes away.
        fatigue: Number = 0.3, in 0.0 => 1.5, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of an offer is forgotten.
        offer_memory: Weeks = 6.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that a week full of appointments takes away.
        busy: Number = 2.0, in 0.0 => 6.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that two strangers who meet get on with each other, for good.
        get_on: Share = 0.5, in 0.1 => 0.9, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that full likeness of interests adds to getting on.
        get_on_similarity: Number = 0.0, in 0.0 => 1.0, from "Dinh, Gildersleve, Blex and Yasseri 2022: likeness is no predictor", grade V1, role Input;
        /// Log-odds that the firm's word adds that the other is a customer as well.
        verified: Number = 0.5, in 0.0 => 2.0, from "assumption; swept (claim A7: members are verified)", grade Gap, role Input;
        /// Log-odds that each recent help which the other gave to somebody adds: who has helped is helped.
        history: Number = 0.5, in 0.0 => 2.0, from "assumption; swept (sign: van Apeldoorn and Schram 2016, requests by those who served others)", grade Gap, role Input;
        /// Log-odds that having been helped oneself adds to helping a stranger.
        upstream: Number = 0.0, in 0.0 => 1.0, from "van Apeldoorn and Schram 2016: having been helped does not raise helping", grade V1, role Input;
        /// Chance that a customer does what the firm asks for, when it has given something before.
        task: Share = 0.1, in 0.01 => 0.3, from "assumption; swept .01 to .3 (practice: about one in ten contributes, the 90-9-1 rule)", grade Gap, role Input;
        /// Chance that a customer takes a place in the customers' network which everybody else has.
        membership: Share = 0.3, in 0.02 => 0.9, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that an empty customers' network takes away from one that everybody is in.
        empty: Number = 3.0, in 0.0 => 8.0, from "assumption; swept (claim C4: critical mass)", grade Gap, role Input;
        /// Log-odds that other networks of the same kind take away from joining this one.
        substitutes: Number = 1.0, in 0.0 => 4.0, from "assumption; swept (claim A7: there are enough other networks)", grade Gap, role Input;
        /// Hazard that a member whom the firm has not helped of late leaves the customers' network.
        idle: WeeklyHazard = 0.01, in 0.0 => 0.1, from "assumption; swept", grade Gap, role Input;
        /// Log-odds that a tie of full strength adds to meeting again whom one lost touch with, over the weakest.
        familiar: Number = 1.0, in 0.0 => 3.0, from "Walter, Levin and Murnighan 2015 (sign: people choose the familiar among dormant ties)", grade Gap, role Input;
        /// Hazard to join that an evening as the firm's guest adds for the average prospect, that week.
        guest: WeeklyHazard = 0.02, in 0.0 => 0.125, from "assumption; swept (at most that of a recommendation)", grade Gap, role Input;
        /// Hazard to join that meeting a customer at an introduction adds for a prospect, that week.
        invitation: WeeklyHazard = 0.05, in 0.0 => 0.125, from "Keller Fay 2014 in East: one recommendation in eight leads to a sale (upper bound)", grade Derived, role Input;
    }
}

crate::parameters! {
    /// What a firm's help with contacts does to those who took it.
    pub Help in "people.help" {
        /// Trust gained by help that worked, as a share of what is missing.
        trust_won: Share = 0.03, in 0.0 => 0.2, from "assumption; swept", grade Gap, role Input;
        /// Trust lost by a meeting that failed, as a share of what is there.
        trust_lost: Share = 0.03, in 0.0 => 0.2, from "assumption; swept", grade Gap, role Input;
        /// Step from a business towards a friendly relationship with each help, as a share of the distance.
        friendlier: Share = 0.1, in 0.0 => 0.5, from "Clark and Mills; Aggarwal 2004 (sign)", grade Gap, role Input;
        /// What a lesson by a perfect expert is worth to the learner beyond an acquaintance, in helpful acts.
        lesson: Number = 1.0, in 0.0 => 5.0, from "assumption; swept (claim A6)", grade Gap, role Input;
        /// How much an activity strengthens a tie, as a share of what is missing.
        activity: Share = 0.06, in 0.0 => 0.4, from "assumption; swept", grade Gap, role Input;
        /// How much a reunion strengthens a dormant tie, as a share of what is missing.
        reunion: Share = 0.1, in 0.0 => 0.5, from "assumption; swept (sign: Levin, Walter and Murnighan 2011)", grade Gap, role Input;
        /// Trust lost by being asked for something without having been given anything, as a share of what is there.
        exploited: Share = 0.02, in 0.0 => 0.2, from "assumption; swept (claim A5: in exchange)", grade Gap, role Input;
        /// Opinions that the firm hears from one guest of an evening.
        table_talk: Number = 3.0, in 0.0 => 20.0, from "assumption; swept (claim E2)", grade Gap, role Input;
        /// How much an occasion strengthens a tie, as a share of what is missing.
        occasion: Share = 0.02, in 0.0 => 0.2, from "assumption; swept", grade Gap, role Input;
    }
}

/// What the week's brokering leaves for the rest of the week.
#[derive(Clone, Debug, Default)]
pub struct Brokered {
    /// Who meets at the firm's arrangement.
    pub appointments: Vec<(PersonId, PersonId)>,
    /// Who met for the first time and got on with each other.
    pub acquainted: Vec<(PersonId, PersonId)>,
}

impl Brokered {
    /// Adds what another firm brokered.
    pub fn join(&mut self, other: Self) {
        self.appointments.extend(other.appointments);
        self.acquainted.extend(other.acquainted);
    }
}

/// All that answering an offer reads.
#[derive(Debug)]
pub struct Broker<'a> {
    /// How people answer.
    pub rules: &'a Acceptance,
    /// What help does.
    pub help: &'a Help,
    /// What a business act does to a friendly relationship.
    pub norms: &'a Norms,
    /// Trust of someone who knows the firm only by name.
    pub stranger_trust: f32,
    /// The part of what was lent that is still in use a week later.
    pub loan_kept: f32,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// When a tie counts as dormant.
    pub states: &'a States,
    /// The week.
    pub week: u32,
    /// The luck: the week's, and what belongs to a pair for good.
    pub luck: Luck,
}

/// All that answering an offer changes.
struct Round<'w> {
    people: &'w mut People,
    ties: &'w mut Ties,
    firm: &'w mut Firm,
    facts: &'w mut Facts,
    brokered: Brokered,
}

impl Broker<'_> {
    /// Lets people answer what a firm offers and asks.
    pub fn broker(
        &self,
        people: &mut People,
        ties: &mut Ties,
        firm: &mut Firm,
        offers: &Offers,
        facts: &mut Facts,
    ) -> Brokered {
        let brokered = Brokered::default();
        let mut round = Round { people, ties, firm, facts, brokered };
        self.announce(&mut round);
        for &(person, offer) in offers.others() {
            self.answer(&mut round, person, offer);
        }
        self.lend(&mut round);
        self.leave_the_network(&mut round);
        round.brokered
    }

    /// Lets a person answer an offer.
    fn answer(&self, round: &mut Round<'_>, person: PersonId, offer: Offer) {
        match offer {
            Offer::Introduction(introduction) => {
                self.introduce(round, person, introduction);
            }
            Offer::Touch { with, time, kind } => {
                self.bring_together(round, (person, with), time, kind);
            }
            Offer::Hospitality { time, pitch } => self.host(round, person, time, pitch),
            Offer::Membership => self.invite_to_belong(round, person),
            Offer::Status => self.single_out(round, person),
            Offer::Task { task, time } => self.ask(round, person, task, time),
            Offer::Demand(demand) => self.demand(round, person, demand),
            // What is said to people and not offered to them is broadcast.
            Offer::Impressions(_)
            | Offer::Mail
            | Offer::Question
            | Offer::Draw { .. }
            | Offer::Event => {}
        }
    }

    /// A person whom the firm helped, or failed, thinks of it accordingly.
    fn judge(&self, round: &mut Round<'_>, person: PersonId, helped: bool, need: Need) {
        if helped {
            self.please(round, person);
            self.benefit(round, person, need, 1.0);
        } else {
            let trust = &mut round.firm.clientele.trust[person.index()];
            *trust -= self.gains.trust.single() * self.help.trust_lost.single() * *trust;
        }
    }

    /// A friendly act: trust grows, and the relationship becomes friendlier.
    fn please(&self, round: &mut Round<'_>, person: PersonId) {
        let (i, gain) = (person.index(), self.gains.trust.single());
        let clientele = &mut round.firm.clientele;
        let trust = &mut clientele.trust[i];
        *trust += gain * self.help.trust_won.single() * (1.0 - *trust);
        let norm = &mut clientele.norm[i];
        *norm += gain * self.help.friendlier.single() * (1.0 - *norm);
    }

    /// A customer has something from the firm's help, and is thankful.
    fn benefit(&self, round: &mut Round<'_>, person: PersonId, need: Need, acts: f32) {
        let (i, clientele) = (person.index(), &mut round.firm.clientele);
        if clientele.stage[i] == Stage::Customer {
            clientele.benefits.of(i)[need as usize] += acts;
            clientele.gratitude.add(i, self.gains.reciprocity.single());
        }
    }

    /// A prospect whom a customer brings to the firm may join.
    fn invite(&self, round: &mut Round<'_>, person: PersonId, partner: PersonId) {
        let (i, clientele) = (person.index(), &mut round.firm.clientele);
        if !clientele.stage[i].is_prospect() || !clientele.is_customer(partner.index()) {
            return;
        }
        clientele.stage[i] = Stage::Aware;
        clientele.invited.add(i, self.rules.invitation.single());
        clientele.teller[i] = Some(partner);
    }

    /// Someone helped others where the firm could see it.
    fn credit(&self, round: &mut Round<'_>, helper: PersonId) {
        round.firm.clientele.has_helped.add(helper.index(), self.gains.reciprocity.single());
    }

    /// An offer is a message, too: it is remembered, and tires.
    fn remember(&self, round: &mut Round<'_>, person: PersonId, kind: OfferKind) {
        let clientele = &mut round.firm.clientele;
        clientele.offers_lately.add(person.index(), 1.0);
        clientele.last_offer[kind as usize].set(person.index(), self.week as i16 + 1);
    }
}
