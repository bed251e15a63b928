//! Broker: the firm offers introductions and occasions; people accept or decline; what is accepted changes ties and takes time.

use crate::draws::{Luck, Stream};
use crate::elementary::{log_odds, logistic};
use crate::facts::Facts;
use crate::firms::{Clientele, Contact, Stage};
use crate::mechanisms::Mechanisms;
use crate::offers::{Offer, Offers};
use crate::people::{Need, People, PersonId};
use crate::portfolio::{State, States};
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

/// All that answering an offer reads.
#[derive(Debug)]
pub struct Broker<'a> {
    /// How people answer.
    pub rules: &'a Acceptance,
    /// What help does.
    pub help: &'a Help,
    /// Trust of someone who knows the firm only by name.
    pub stranger_trust: f32,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// When a tie counts as dormant.
    pub states: &'a States,
    /// The week.
    pub week: u32,
    /// The luck: the week's, and what belongs to a pair for good.
    pub luck: Luck,
}

impl Broker<'_> {
    /// Lets people answer a firm's offers of contact.
    pub fn broker(
        &self,
        people: &mut People,
        ties: &mut Ties,
        clientele: &mut Clientele,
        offers: &Offers,
        facts: &mut Facts,
    ) -> Brokered {
        let mut brokered = Brokered::default();
        for &(person, offer) in offers.all() {
            match offer {
                Offer::Introduction { to, time } => {
                    facts.introductions_offered += 1;
                    let known = ties.between(person, to).is_some();
                    let pair = (person, to);
                    let time = time.max(1.0);
                    if has_time(people, pair, time)
                        && self.both_accept(people, clientele, pair)
                        && !known
                    {
                        facts.introductions_accepted += 1;
                        take_time(people, pair, time);
                        self.meet_for_the_first_time(people, clientele, pair, &mut brokered);
                    }
                    self.remember(clientele, person, Contact::Introduction);
                    self.remember(clientele, to, Contact::Introduction);
                }
                Offer::Occasion { with, time } => {
                    facts.occasions_offered += 1;
                    let (pair, time) = ((person, with), time.max(1.0));
                    let draws = self.luck.of("broker: takes an occasion");
                    let need = self.need_of(ties, pair);
                    if has_time(people, pair, time)
                        && self.accepts(people, clientele, pair, need, draws)
                    {
                        facts.occasions_taken += 1;
                        take_time(people, pair, time);
                        self.be_in_touch(people, ties, clientele, pair, &mut brokered);
                    }
                    self.remember(clientele, person, Contact::Occasion);
                }
                Offer::Impressions(_) => {}
            }
        }
        brokered
    }

    fn both_accept(
        &self,
        people: &People,
        clientele: &Clientele,
        (one, other): (PersonId, PersonId),
    ) -> bool {
        let draws = self.luck.of("broker: accepts an introduction");
        self.accepts(people, clientele, (one, other), Need::Form, draws)
            && self.accepts(people, clientele, (other, one), Need::Form, draws)
    }

    /// Whether the first accepts a contact with the second.
    fn accepts(
        &self,
        people: &People,
        clientele: &Clientele,
        (person, other): (PersonId, PersonId),
        need: Need,
        draws: Stream,
    ) -> bool {
        let (i, j) = (person.index(), other.index());
        let rules = self.rules;
        let likeness = people.interests[i].likeness(people.interests[j]);
        let taken = 1.0 - people.time_left[i] / people.sociability[i].max(f32::MIN_POSITIVE);
        let score = log_odds(rules.cold.single())
            + rules.similarity.single() * likeness
            + rules.need.single() * (people.needs[i][need as usize] - 0.25) / 0.75
            + rules.trust.single() * (clientele.trust[i] - self.stranger_trust)
            - rules.fatigue.single() * clientele.offers_lately[i]
            - rules.busy.single() * taken;
        draws.from_to(people.key[i], people.key[j]).happens(logistic(score))
    }

    /// Two people meet. Whether they get on belongs to the pair for good and shows only now.
    fn meet_for_the_first_time(
        &self,
        people: &People,
        clientele: &mut Clientele,
        (one, other): (PersonId, PersonId),
        brokered: &mut Brokered,
    ) {
        let (a, b) = (people.key[one.index()], people.key[other.index()]);
        if !self
            .luck
            .of("broker: gain of new ties")
            .between(a, b)
            .happens(self.gains.new_ties.single())
        {
            return;
        }
        brokered.appointments.push((one, other));
        let likeness = people.interests[one.index()].likeness(people.interests[other.index()]);
        let odds =
            log_odds(self.rules.get_on.single()) + self.rules.get_on_similarity.single() * likeness;
        let get_on =
            self.luck.lasting.of("broker: the two get on").between(a, b).happens(logistic(odds));
        for (person, partner) in [(one, other), (other, one)] {
            self.judge(clientele, person, get_on, Need::Form);
            if get_on {
                self.invite(clientele, person, partner);
            }
        }
        if get_on {
            brokered.acquainted.push((one, other));
        }
    }

    /// What an occasion with someone known serves: to keep up a tie, or to find it again.
    fn need_of(&self, ties: &Ties, (one, other): (PersonId, PersonId)) -> Need {
        let tie = ties.between(one, other);
        let dormant = |tie| self.states.of(&tie, self.week) == State::Dormant;
        if tie.is_some_and(dormant) { Need::Revive } else { Need::Maintain }
    }

    /// Two people who know each other are in touch at the firm's prompting.
    fn be_in_touch(
        &self,
        people: &mut People,
        ties: &mut Ties,
        clientele: &mut Clientele,
        (one, other): (PersonId, PersonId),
        brokered: &mut Brokered,
    ) {
        let Some(tie) = ties.between(one, other) else {
            return;
        };
        let need = self.need_of(ties, (one, other));
        let gain = match need {
            Need::Revive => self.gains.revived_ties,
            _ => self.gains.kept_ties,
        };
        let (a, b) = (people.key[one.index()], people.key[other.index()]);
        if !self.luck.of("broker: gain of kept ties").between(a, b).happens(gain.single()) {
            return;
        }
        let (more, week) = (self.help.occasion.single(), self.week as i16);
        let gained = more * (1.0 - tie.strength);
        ties.touch(one, other, |strength, last| {
            *strength += gained;
            *last = week;
        });
        // The stronger tie takes its time from the others in the very contacts that follow.
        for person in [one, other] {
            people.load[person.index()] += gained;
        }
        brokered.appointments.push((one, other));
        self.judge(clientele, one, true, need);
    }

    /// A customer whom the firm helped, or failed, thinks of it accordingly.
    fn judge(&self, clientele: &mut Clientele, person: PersonId, helped: bool, need: Need) {
        let i = person.index();
        let gain = self.gains.trust.single();
        let trust = &mut clientele.trust[i];
        if !helped {
            *trust -= gain * self.help.trust_lost.single() * *trust;
            return;
        }
        *trust += gain * self.help.trust_won.single() * (1.0 - *trust);
        let norm = &mut clientele.norm[i];
        *norm += gain * self.help.friendlier.single() * (1.0 - *norm);
        if clientele.stage[i] == Stage::Customer {
            clientele.benefits[i][need as usize] += 1.0;
            clientele.gratitude[i] += self.gains.reciprocity.single();
        }
    }

    /// A prospect who meets a customer at the firm's table hears of the firm, and may join.
    fn invite(&self, clientele: &mut Clientele, person: PersonId, partner: PersonId) {
        let i = person.index();
        if !clientele.stage[i].is_prospect() || !clientele.is_customer(partner.index()) {
            return;
        }
        clientele.stage[i] = Stage::Aware;
        clientele.invited[i] += self.rules.invitation.single();
        clientele.teller[i] = Some(partner);
    }

    /// An offer is a message, too: it is remembered, and tires.
    fn remember(&self, clientele: &mut Clientele, person: PersonId, contact: Contact) {
        clientele.offers_lately[person.index()] += 1.0;
        clientele.last_offer[person.index()][contact as usize] = self.week as i16;
    }
}

/// Whether both have the time that an appointment takes; it takes at least that of one contact.
fn has_time(people: &People, (one, other): (PersonId, PersonId), time: f32) -> bool {
    [one, other].iter().all(|person| people.time_left[person.index()] >= time)
}

/// Appointments take contact time from both, and so from their other contacts.
fn take_time(people: &mut People, (one, other): (PersonId, PersonId), time: f32) {
    for person in [one, other] {
        let left = &mut people.time_left[person.index()];
        *left = (*left - time).max(0.0);
    }
}
