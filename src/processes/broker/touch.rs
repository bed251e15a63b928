//! Contacts with people one knows: an occasion maintains a tie, an activity deepens it, a reunion finds it again.

use super::{Broker, Round};
use crate::offers::OfferKind;
use crate::people::{Need, PersonId};

impl Broker<'_> {
    /// Lets people answer an occasion, an activity or a reunion with someone they know.
    ///
    /// Of an occasion only the one who is prompted is asked; the other two need both. Whoever never
    /// lost touch has no use for a reunion; of those who did, the familiar are found again sooner.
    pub(super) fn bring_together(
        &self,
        round: &mut Round<'_>,
        (one, other): (PersonId, PersonId),
        time: f32,
        kind: OfferKind,
    ) {
        let (both, time) = ([one, other], time.max(1.0));
        round.facts.offered[kind as usize] += 1;
        let draws = self.luck.of("broker: takes an occasion");
        let (a, b) = (round.people.key[one.index()], round.people.key[other.index()]);
        let need = self.need_of(round, (one, other), kind);
        let mutual = kind != OfferKind::Occasion;
        let serves = kind != OfferKind::Reunion || need == Need::Revive;
        let for_it = (need, self.familiarity(round, (one, other), kind));
        if serves
            && round.have_time(&both, time)
            && self.accepts(round, (one, other), for_it, draws.from_to(a, b))
            && (!mutual || self.accepts(round, (other, one), for_it, draws.from_to(b, a)))
        {
            round.facts.taken[kind as usize] += 1;
            self.be_in_touch(round, (one, other), (need, kind), time);
        }
        self.remember(round, one, kind);
        if mutual {
            self.remember(round, other, kind);
        }
    }

    /// Log-odds by which familiarity speaks for a reunion; other contacts are with familiar people anyway.
    fn familiarity(
        &self,
        round: &Round<'_>,
        (one, other): (PersonId, PersonId),
        kind: OfferKind,
    ) -> f32 {
        if kind != OfferKind::Reunion {
            return 0.0;
        }
        self.rules.familiar.single() * round.strength(one, other).unwrap_or(0.0)
    }

    /// What a contact with someone known serves: to keep up a tie, to deepen it, or to find it again.
    pub(super) fn need_of(
        &self,
        round: &Round<'_>,
        (one, other): (PersonId, PersonId),
        kind: OfferKind,
    ) -> Need {
        // The row lies anywhere in memory, so no more of it is looked at than is asked for.
        let row = round.ties.row(one);
        let dormant = |at: usize| self.states.is_dormant(row.last[at], self.week);
        match kind {
            _ if row.place_of(other).is_some_and(dormant) => Need::Revive,
            OfferKind::Activity => Need::Deepen,
            _ => Need::Maintain,
        }
    }

    /// Two people who know each other are in touch at the firm's prompting.
    pub(super) fn be_in_touch(
        &self,
        round: &mut Round<'_>,
        (one, other): (PersonId, PersonId),
        (need, kind): (Need, OfferKind),
        time: f32,
    ) {
        let Some(strength) = round.strength(one, other) else {
            return;
        };
        let gain =
            if need == Need::Revive { self.gains.revived_ties } else { self.gains.kept_ties };
        let (a, b) = (round.people.key[one.index()], round.people.key[other.index()]);
        if !self.luck.of("broker: gain of kept ties").between(a, b).happens(gain.single()) {
            return;
        }
        round.take_time(&[one, other], time);
        round.facts.served[need as usize] += 1;
        let more = match kind {
            OfferKind::Reunion => self.help.reunion,
            OfferKind::Activity => self.help.activity,
            _ => self.help.occasion,
        };
        let gained = more.single() * (1.0 - strength);
        let week = self.week as i16;
        round.ties.touch(one, other, |own, last| {
            *own += gained;
            *last = week;
        });
        // The stronger tie takes its time from the others in the very contacts that follow.
        for person in [one, other] {
            round.people.load[person.index()] += gained;
        }
        round.brokered.appointments.push((one, other));
        self.judge(round, one, true, need);
        if kind != OfferKind::Occasion {
            self.judge(round, other, true, need);
        }
    }
}
