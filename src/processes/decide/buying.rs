//! Buying groups: people who decide together, as firms do when they buy: each for himself is for it or not, and a quorum decides.
//!
//! Each member has a seat: all seats join and leave together, and each is a customer who pays the
//! price. A member's own decision to join or to leave is a vote; votes are forgotten with time.

use super::rivals::Rivals;
use super::{Decided, Decision, Streams, leave};
use crate::column::Counts;
use crate::facts::Facts;
use crate::firms::{Clientele, Firm, Reason, Source, Stage};
use crate::people::{Circles, People, PersonId};
use crate::quantity::{Count, Share, Weeks};

crate::parameters! {
    /// How people decide together.
    pub Buying in "people.buying" {
        /// How many people decide together.
        group: Count = 1.0, in 1.0 => 20.0, from "definition (1: everybody decides alone; B2B: 5.4 on average by CEB 2017, 6 to 10 by Gartner 2019)", grade Definition, role Input;
        /// Share of a group that must be in favour before it acts.
        quorum: Share = 0.5, in 0.0 => 1.0, from "assumption; swept (Gartner 2019: groups seek consensus)", grade Gap, role Input;
        /// Time after which half of the votes are forgotten.
        patience: Weeks = 26.0, in 1.0 => 520.0, from "assumption; swept (Gartner 2019: about 95 % of groups revisit decisions)", grade Gap, role Input;
    }
}

impl Buying {
    /// How many of so many must be in favour: at least one.
    #[must_use]
    pub fn needed(&self, members: usize) -> usize {
        (libm::ceil(self.quorum.0 * members as f64 - 1e-9) as usize).max(1)
    }
}

impl Decision<'_> {
    /// Lets buying groups join and leave by quorum.
    pub(super) fn decide_together(
        &self,
        (people, circles): (&People, &Circles),
        firm: &mut Firm,
        visible: Option<&Counts>,
        rivals: Option<Rivals<'_>>,
        facts: &mut Facts,
    ) -> Decided {
        let streams = self.streams();
        let payment = self.luck.of("decide: a group's payment fails");
        let mut decided = Decided::default();
        for group in people.groups.all() {
            self.forget(people, &mut firm.clientele, group);
            let first = group[0].index();
            if group.iter().any(|person| firm.clientele.is_customer(person.index())) {
                let fails = payment.about(people.key[first]);
                let reason = if fails.strikes(self.leaving.payment.single()) {
                    Some(Reason::Payment)
                } else {
                    let trouble = circles.felt_by(people, first);
                    self.votes_to_leave(people, firm, group, trouble, &streams)
                };
                if let Some(reason) = reason {
                    let before = decided.left.len();
                    leave::leave_all(people, &mut firm.clientele, first, &mut decided.left);
                    facts.left[reason as usize] += (decided.left.len() - before) as u64;
                }
            } else if let Some((person, source)) =
                self.votes_to_join(people, firm, group, (visible, rivals), &streams)
            {
                if rivals.is_some() {
                    decided.wishes.push((person, source));
                } else {
                    self.join_all(people, &mut firm.clientele, person.index(), source, facts);
                }
            }
        }
        decided
    }

    /// Votes fade: of all that are remembered, half are forgotten after the time of patience.
    fn forget(&self, people: &People, clientele: &mut Clientele, group: &[PersonId]) {
        let forgets = self.luck.of("decide: forgets a vote");
        let chance = 1.0 - self.buying.patience.retention();
        for i in group.iter().map(|person| person.index()) {
            if clientele.votes.get(i) && forgets.about(people.key[i]).happens(chance) {
                clientele.votes.set(i, false);
            }
        }
    }

    /// Lets customers of one group vote. Returns why they leave, if enough are against the firm.
    fn votes_to_leave(
        &self,
        people: &People,
        firm: &mut Firm,
        group: &[PersonId],
        trouble: f32,
        streams: &Streams,
    ) -> Option<Reason> {
        let mut new = Vec::new();
        for &person in group {
            let i = person.index();
            if firm.clientele.is_customer(i) && !firm.clientele.votes.get(i) {
                let draw = streams.leaves.about(people.key[i]);
                // The payment is the group's, and not each member's.
                let reason = self.leaves(people, firm, i, trouble, 0.0, draw);
                new.extend(reason.map(|reason| (person, reason)));
            }
        }
        self.count(people, &mut firm.clientele, group, &new).map(|(_, reason)| reason)
    }

    /// Lets prospects of one group vote, and those who lapsed think of returning. Returns who gave
    /// the casting vote and what moved him, if enough are in favour.
    fn votes_to_join(
        &self,
        people: &People,
        firm: &mut Firm,
        group: &[PersonId],
        (visible, rivals): (Option<&Counts>, Option<Rivals<'_>>),
        streams: &Streams,
    ) -> Option<(PersonId, Source)> {
        let mut new = Vec::new();
        for &person in group {
            let (i, key) = (person.index(), people.key[person.index()]);
            if firm.clientele.stage[i] == Stage::Lapsed {
                if streams.returns.about(key).strikes(self.leaving.back.single()) {
                    firm.clientele.stage[i] = Stage::Aware;
                }
            } else if !firm.clientele.votes.get(i) {
                let (around, willing) = (visible.map_or(0, |v| v.get(i)), self.willing(rivals, i));
                let source =
                    self.joins(people, firm, i, (around, willing), streams.joins.about(key));
                new.extend(source.map(|source| (person, source)));
            }
        }
        self.count(people, &mut firm.clientele, group, &new)
    }

    /// Notes new votes. If they reach the quorum, returns the casting one: of several in one week,
    /// a keyed draw decides which.
    fn count<What: Copy>(
        &self,
        people: &People,
        clientele: &mut Clientele,
        group: &[PersonId],
        new: &[(PersonId, What)],
    ) -> Option<(PersonId, What)> {
        for (person, _) in new {
            clientele.votes.set(person.index(), true);
        }
        let members = group.iter().map(|person| person.index());
        let members = members.filter(|&i| !clientele.staff.get(i));
        let votes = members.clone().filter(|&i| clientele.votes.get(i)).count();
        if new.is_empty() || votes < self.buying.needed(members.count()) {
            return None;
        }
        let casting = self.luck.of("decide: whose vote is casting");
        let draw = |person: PersonId| casting.about(people.key[person.index()]);
        new.iter().copied().max_by_key(|(person, _)| draw(*person))
    }

    /// Lets a person join, and with him all with whom he decides.
    pub(super) fn join_all(
        &self,
        people: &People,
        clientele: &mut Clientele,
        i: usize,
        source: Source,
        facts: &mut Facts,
    ) {
        let group = people.groups.with(i);
        if group.is_empty() {
            self.join(clientele, i, source, facts);
            return;
        }
        let teller = clientele.teller[i];
        for member in group.iter().map(|person| person.index()) {
            if !clientele.staff.get(member) {
                // Whoever moved the casting vote brought them all, but nobody brought himself.
                clientele.teller[member] = teller.filter(|teller| teller.index() != member);
                self.join(clientele, member, source, facts);
                clientele.votes.set(member, false);
            }
        }
    }
}
