//! Hospitality: an evening as the firm's guest; the firm listens, and some are asked to buy at the door.

use super::{Broker, Round};
use crate::firms::Stage;
use crate::offers::{Demand, OfferKind};
use crate::people::PersonId;

impl Broker<'_> {
    /// Lets a person answer an invitation, and spend the evening if it is accepted.
    pub(super) fn host(
        &self,
        round: &mut Round<'_>,
        guest: PersonId,
        time: f32,
        pitch: Option<Demand>,
    ) {
        let time = time.max(1.0);
        round.facts.offered[OfferKind::Hospitality as usize] += 1;
        let draw = self.luck.of("broker: comes as a guest").about(round.people.key[guest.index()]);
        let usual = (self.rules.cold.single(), 0.0);
        if round.have_time(&[guest], time) && self.consents(round, guest, usual, draw) {
            round.facts.taken[OfferKind::Hospitality as usize] += 1;
            round.take_time(&[guest], time);
            self.spend_the_evening(round, guest, pitch);
        }
        self.remember(round, guest, OfferKind::Hospitality);
    }

    /// To be a guest is friendly; to be asked for money at the door of a friend is an offence, and
    /// the more of one the friendlier it was. Who minds leaves, and nothing of the evening remains.
    fn spend_the_evening(&self, round: &mut Round<'_>, guest: PersonId, pitch: Option<Demand>) {
        let (i, trust) = (guest.index(), self.gains.trust.single());
        if let Some(pitch) = pitch {
            let minds = round.firm.clientele.norm[i] * pitch.severity * trust;
            self.demand(round, guest, pitch);
            let leaves = self.luck.of("broker: leaves at the door").about(round.people.key[i]);
            if leaves.happens(minds) {
                round.facts.walked_out += 1;
                return;
            }
        }
        self.please(round, guest);
        round.facts.heard += f64::from(self.help.table_talk.single());
        let clientele = &mut round.firm.clientele;
        clientele.gratitude.add(i, self.gains.reciprocity.single());
        if clientele.stage[i].is_prospect() {
            clientele.stage[i] = Stage::Aware;
            // That a guest joins is a matter of the relationship, and goes with its gain.
            clientele.was_guest.set(i, trust * self.rules.guest.single());
        }
    }
}
