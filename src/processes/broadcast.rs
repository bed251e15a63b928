//! Broadcast: what a firm says to people reaches them, works on them for months, and annoys those whom it does not fit.
//!
//! Every message registers as one impression does and may annoy as one does; kinds of messages
//! differ in how many impressions' effect they have.

mod campaign;
mod mail;
mod page;

pub use campaign::Campaigns;
pub use mail::Mailing;

use crate::column::Scarce;
use crate::draws::Luck;
use crate::elementary::expf;
use crate::facts::Facts;
use crate::firms::{Clientele, Firm, Stage};
use crate::mechanisms::Mechanisms;
use crate::offers::{Impressions, Offer, Offers};
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WeeklyHazard, Weeks, hazard_from_chance};
use crate::technology::Technology;
use crate::threads;

crate::parameters! {
    /// How people take in messages.
    pub Attention in "people.attention" {
        /// Time after which half of an impression's effect has occurred.
        carry_over: Weeks = 9.8, in 2.0 => 12.0, from "Leone 1995: 90 % of the effect within 6 to 9 months", grade Derived, role Input;
        /// Impressions a week beyond which further ones hardly register.
        saturation: Number = 6.0, in 1.0 => 20.0, from "assumption; swept", grade Gap, role Input;
        /// Chance that one impression makes an unaware person aware of the firm.
        recall: Share = 0.05, in 0.0 => 0.3, from "assumption; swept", grade Gap, role Input;
        /// Annoyance by one impression that does not fit at all, in someone without tolerance.
        annoyance: Number = 0.03, in 0.0 => 0.3, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of an annoyance is forgotten.
        forgiveness: Weeks = 6.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
        /// Hazard that a customer begins to follow a page that posts.
        follow: WeeklyHazard = 0.01, in 0.0 => 0.1, from "assumption; swept", grade Gap, role Input;
        /// Hazard that a follower leaves a page.
        unfollow: WeeklyHazard = hazard_from_chance(0.1228, 51.0 / 7.0), in 0.01 => 0.03, from "Kwak, Chun and Moon 2011: 12.28 % of one-way follows broken in 51 days", grade Derived, role Input;
        /// How much of an impression's effect a post has on someone who follows for the sake of a prize.
        hunters: Share = 0.0, in 0.0 => 0.3, from "assumption; swept (quality of prize and bought followers is a gap; 0 to .3 of organic ones)", grade Gap, role Input;
        /// How many times more often a follower leaves for each weekly post that only praises the firm.
        dullness: Number = 0.2, in 0.0 => 1.0, from "assumption; swept (sign: Kwak, Chun and Moon 2011)", grade Gap, role Input;
    }
}

/// All that taking in messages reads, apart from the people who do.
#[derive(Debug)]
pub struct Broadcast<'a> {
    /// How people take in messages.
    pub rules: &'a Attention,
    /// What people do with e-mails.
    pub mailing: &'a Mailing,
    /// What people do with events, questions and prize draws.
    pub campaigns: &'a Campaigns,
    /// The platform.
    pub technology: &'a Technology,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The week.
    pub week: u32,
    /// The luck.
    pub luck: Luck,
}

impl Broadcast<'_> {
    /// Lets what the firm says reach people.
    pub fn broadcast(&self, people: &People, firm: &mut Firm, offers: &Offers, facts: &mut Facts) {
        let (impressions, worn) = self.messages(people, firm, offers, facts);
        let clientele = &mut firm.clientele;
        if impressions.is_unused() {
            // Where nothing is said, what was said before fades.
            clientele.ad_stock.fade(self.rules.carry_over.retention());
            clientele.irritation.fade(self.rules.forgiveness.retention());
        } else {
            self.take_in(people, clientele, impressions.all(), &worn);
        }
        if let Some(page) = offers.services.page {
            self.follow(people, clientele, page, facts);
        }
        if offers.services.newsletter {
            self.sign_up(people, clientele, facts);
        }
    }

    /// Lets messages register, work and annoy.
    fn take_in(
        &self,
        people: &People,
        clientele: &mut Clientele,
        impressions: &[f32],
        worn: &Worn,
    ) {
        let rules = self.rules;
        let (kept, still_annoyed) = (rules.carry_over.retention(), rules.forgiveness.retention());
        let becomes_aware = self.luck.of("broadcast: becomes aware");
        let Clientele { ad_stock, irritation, stage, fit, .. } = clientele;
        let columns = (ad_stock.used(), irritation.used(), &mut stage[..]);
        threads::each_of(columns, |i, ad_stock, irritation, stage| {
            let seen = register(impressions[i], rules.saturation.single());
            // Of what registers, the fresh part works; all of it can annoy.
            let works = seen * self.gains.advertising.single() * worn.share(i, impressions[i]);
            *ad_stock = kept * *ad_stock + (1.0 - kept) * works;
            let misfit = (1.0 - fit[i]) * (1.0 - people.ad_tolerance[i]);
            *irritation = still_annoyed * *irritation
                + rules.annoyance.single() * seen * misfit * self.gains.irritation.single();
            let recall = rules.recall.single() * works;
            if *stage == Stage::Unaware && becomes_aware.about(people.key[i]).strikes(recall) {
                *stage = Stage::Aware;
            }
        });
    }

    /// How many messages come to each person, and how many of them have no effect.
    fn messages(
        &self,
        people: &People,
        firm: &mut Firm,
        offers: &Offers,
        facts: &mut Facts,
    ) -> (Scarce<f32>, Worn) {
        let mut each = Scarce::for_people(people.len());
        let mut worn = Worn(Scarce::for_people(people.len()));
        campaign::close_the_last_draw(&mut firm.clientele, offers);
        for &(person, Impressions { number, freshness }) in offers.shown() {
            facts.impressions += f64::from(number);
            if offers.services.tracking {
                self.click(people, &mut firm.clientele, person, number * freshness, facts);
            }
            each.add(person.index(), number);
            worn.note(person.index(), number * (1.0 - freshness));
        }
        for &(person, offer) in offers.others() {
            let clientele = &mut firm.clientele;
            // Each is one message; how many impressions' effect it has differs.
            let effect = match offer {
                Offer::Mail => self.read_mail(people, clientele, person, facts),
                Offer::Event => self.hear_of_event(clientele, person, facts),
                Offer::Question => self.be_asked(people, clientele, person, facts),
                Offer::Draw { prize } => self.be_tempted(people, clientele, person, prize, facts),
                // What is offered to people and not said to them is brokered.
                _ => continue,
            };
            each.add(person.index(), 1.0);
            worn.note(person.index(), 1.0 - effect);
        }
        if let Some(page) = offers.services.page {
            self.show_posts(firm, page, (&mut each, &mut worn), facts);
        }
        (each, worn)
    }

    /// Lets a person click on what is shown, as the firm can see where it keeps track of it.
    ///
    /// Whom the firm suits clicks more often: that is all that makes them better prospects.
    fn click(
        &self,
        people: &People,
        clientele: &mut Clientele,
        person: PersonId,
        impressions: f32,
        facts: &mut Facts,
    ) {
        let i = person.index();
        let rate = self.technology.click_rate.single() * self.gains.advertising.single();
        let clicks = self.luck.of("broadcast: clicks on an impression").about(people.key[i]);
        if clicks.strikes(rate * impressions * clientele.relative_fit[i]) {
            facts.clicks += 1;
            clientele.interested.set(i, self.week as i16 + 1);
        }
    }
}

/// How many of each person's impressions have no effect, where some have none.
struct Worn(Scarce<f32>);

impl Worn {
    fn note(&mut self, person: usize, more: f32) {
        if more != 0.0 {
            self.0.add(person, more);
        }
    }

    /// The share of a person's impressions that works.
    fn share(&self, person: usize, impressions: f32) -> f32 {
        if self.0.is_unused() || impressions <= 0.0 {
            return 1.0;
        }
        1.0 - self.0.get(person) / impressions
    }
}

/// Impressions that register: within a week, further ones count for less and less.
fn register(impressions: f32, saturation: f32) -> f32 {
    if impressions <= 0.0 {
        return 0.0;
    }
    saturation * (1.0 - expf(-impressions / saturation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;
    use crate::evidence::laboratory::World;
    use crate::offers::Purse;
    use crate::quantity::Money;

    #[test]
    fn impressions_and_mails_add_up_to_the_messages_of_a_week() {
        let text = "[people]\ncount = 20\n[strategies.none]\n";
        let mut world = World::of(text, Draws::from_seed(1));
        let (mut offers, mut purse) = (Offers::default(), Purse::of(Money::ZERO));
        for offer in [
            Offer::Mail,
            Offer::Impressions(Impressions { number: 2.0, freshness: 0.75 }),
            Offer::Impressions(Impressions { number: 4.0, freshness: 1.0 }),
        ] {
            assert!(offers.make(PersonId(3), offer, Money::ZERO, &mut purse));
        }
        let broadcast = world.scenario.rules.broadcast(0, Luck::in_week(Draws::from_seed(1), 0));
        let (people, firm) = (&world.market.people, &mut world.market.firms[0]);
        firm.clientele.stage[3] = Stage::Customer;
        let mut facts = Facts::of_one_week();
        let (messages, worn) = broadcast.messages(people, firm, &offers, &mut facts);
        let worn = 7.0 * (1.0 - worn.share(3, 7.0));
        assert!((messages.get(3) - 7.0).abs() < 1e-6 && messages.get(2).abs() < f32::EPSILON);
        assert!((facts.impressions - 6.0).abs() < 1e-6);
        // A quarter of the worn ones has no effect; of a customer's mail only as much as is opened has any.
        let unread = 1.0 - broadcast.mailing.open.single();
        assert!((worn - 0.5 - unread).abs() < 1e-5, "{worn} {unread}");
    }
}
