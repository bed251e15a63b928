//! E-mail: people sign up for it, open some of it, and unsubscribe.

use super::Broadcast;
use crate::facts::Facts;
use crate::firms::{Clientele, Stage};
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WeeklyHazard};

crate::parameters! {
    /// What people do with a firm's e-mails.
    pub Mailing in "people.mail" {
        /// Share of e-mails that are opened.
        open: Share = 0.2271, in 0.1566 => 0.2271, from "Mailchimp 2019: 22.71 % (2018: 21.09; e-commerce 15.66)", grade V1, role Input;
        /// Share of e-mails on which people click.
        click: Share = 0.0291, in 0.0207 => 0.0291, from "Mailchimp 2019: 2.91 % (2018: 2.61; e-commerce 2.07)", grade V1, role Input;
        /// Share of e-mails by which a subscriber is lost who is not annoyed.
        unsubscribe: Share = 0.0025, in 0.0023 => 0.0025, from "Mailchimp 2019: .25 % (2018: .23)", grade V1, role Input;
        /// How many times more often a subscriber unsubscribes for each unit of annoyance.
        annoyed: Number = 10.0, in 0.0 => 50.0, from "assumption; swept (sign: frequent mail is cancelled)", grade Gap, role Input;
        /// Hazard that a customer whom the firm suits as it does the average person signs up.
        sign_up: WeeklyHazard = 0.02, in 0.0 => 0.2, from "assumption; swept", grade Gap, role Input;
        /// The same of someone who knows the firm and is no customer.
        sign_up_prospects: WeeklyHazard = 0.001, in 0.0 => 0.02, from "assumption; swept", grade Gap, role Input;
    }
}

impl Broadcast<'_> {
    /// Lets people sign up who have a reason to; whom the firm suits signs up sooner, and who has
    /// unsubscribed once does not come back.
    pub(super) fn sign_up(&self, people: &People, clientele: &mut Clientele, facts: &mut Facts) {
        let signs_up = self.luck.of("broadcast: signs up for mail");
        for i in 0..people.len() {
            if clientele.subscribes.get(i) || clientele.unsubscribed.get(i) {
                continue;
            }
            let usual = match clientele.stage[i] {
                Stage::Customer => self.mailing.sign_up,
                Stage::Aware => self.mailing.sign_up_prospects,
                Stage::Unaware | Stage::Lapsed => continue,
            };
            let hazard = usual.single() * clientele.relative_fit[i];
            if signs_up.about(people.key[i]).strikes(hazard) {
                clientele.subscribes.set(i, true);
                facts.subscribed += 1;
            }
        }
    }

    /// Lets a subscriber receive an e-mail. Returns how many impressions' effect it has.
    ///
    /// A click is worth what a click on an impression is worth; a customer needs no persuasion,
    /// and is reminded by a mail that is opened as by an impression.
    pub(super) fn read_mail(
        &self,
        people: &People,
        clientele: &mut Clientele,
        person: PersonId,
        facts: &mut Facts,
    ) -> f32 {
        let (i, rules) = (person.index(), self.mailing);
        let draw = self.luck.of("broadcast: opens a mail").about(people.key[i]);
        facts.mails += 1;
        if draw.happens(rules.open.single()) {
            facts.mails_opened += 1;
            facts.mails_clicked += u64::from(draw.happens(rules.click.single()));
            clientele.interested.set(i, self.week as i16 + 1);
        }
        let annoyed = rules.annoyed.single() * clientele.irritation.get(i);
        let lost = rules.unsubscribe.single() * (1.0 + annoyed);
        if draw.again().happens(lost) {
            clientele.subscribes.set(i, false);
            clientele.unsubscribed.set(i, true);
            facts.unsubscribed += 1;
        }
        if clientele.is_customer(i) {
            return rules.open.single();
        }
        rules.click.single() / self.technology.click_rate.single()
    }
}
