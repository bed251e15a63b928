//! Visit: people come to the firm's forum for what there is to read and for who else is there, so it lives or stays empty.
//!
//! With c pieces to read (for each 1,000 people) and a share v of the market there last week, the
//! average person visits with chance `m · c/(c + c₀) · (s + (1 − s) · v²/(v² + v₀²))`: `m` is the
//! most, `c₀` enough to read, `v₀` the quorum, `s` the share of the pull that needs nobody else.
//! So with x = v/v₀ and the pull α = m/v₀ · c/(c + c₀), the forum is steady where
//!
//! ```text
//! x³ + x = α (s + x²)
//! ```
//!
//! Below s = 1/9 that has two steady states for a middling pull, a nearly empty one and a lively
//! one, and between them the critical mass: with s = 0 it is the lower root of x² − αx + 1 = 0, and
//! no forum lives below α = 2. The two folds are at x² = ((1 − 3s) ± √((1 − s)(1 − 9s)))/2. With
//! e pieces by editors a week, T by visitors if all the market came, and a share κ of what was
//! written kept from week to week, what there is to read settles at c = (e + κTv)/(1 − κ).
//!
//! Reading tells what is to be had for less, so that customers who buy when they like buy smaller
//! baskets, until what they read is out of date. Taking part commits, for good: who has once written
//! joins the sooner, whatever makes him join. Both are known by their sign; how much is an analogy.

use crate::draws::Luck;
use crate::facts::Facts;
use crate::firms::{Clientele, Firm, Stage};
use crate::mechanisms::Mechanisms;
use crate::people::{NEEDS, Need, People};
use crate::quantity::{Number, Share, WeeklyHazard, Weeks};

crate::parameters! {
    /// How people use a firm's forum.
    pub Visiting in "people.forum" {
        /// Chance that the average person visits in a week in which there is all to read and everybody else is there.
        visit: Share = 0.1, in 0.0 => 0.5, from "assumption; swept (claim A7)", grade Gap, role Input;
        /// Pieces to read, for each 1,000 people, at which half of that is reached.
        enough: Number = 20.0, in 1.0 => 200.0, from "assumption; swept (diminishing returns)", grade Gap, role Input;
        /// Share of the market among the visitors at which their company draws with half of its strength.
        quorum: Share = 0.02, in 0.001 => 0.2, from "assumption; swept (claim C4: critical mass)", grade Gap, role Input;
        /// Share of a full forum's pull that needs nobody else to be there.
        readers: Share = 0.02, in 0.0 => 0.5, from "assumption; swept (below one in nine a forum has a critical mass)", grade Gap, role Input;
        /// Share of people who take part, and do not only read.
        active: Share = 0.1, in 0.01 => 0.3, from "assumption; swept .01 to .3 (practice: about one in ten takes part, the 90-9-1 rule)", grade Gap, role Input;
        /// Contact time that taking part takes in a week; who has none left only reads.
        time: Number = 0.5, in 0.0 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// What is written by a visitor who takes part, against a piece by an editor.
        thread: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of what was written is out of date.
        memory: Weeks = 8.0, in 1.0 => 52.0, from "assumption; swept", grade Gap, role Input;
        /// Hazard to join that a visit adds for the average prospect, that week.
        persuasion: WeeklyHazard = 0.005, in 0.0 => 0.05, from "assumption; swept (at most the .0921 of those who click to buy: WordStream 2017)", grade Gap, role Input;
        /// How much less a customer who is no subscriber buys at a time where he has just read what there is to be had for less, as a share.
        thrift: Share = 0.022, in 0.0 => 0.16, from "assumption; swept (sign: Algesheimer, Borle, Dholakia and Singh 2010; size by analogy: buyers of cars who use a referral service on the internet pay 2.2 % less, selection taken out, by Zettelmeyer, Scott Morton and Silva-Risso 2001; the lowest price is 16 % below the average one, by Baye, Morgan and Scholten 2003)", grade Gap, role Input;
        /// How many times as ready to join a prospect is who has ever taken part: who did something small does something greater the sooner.
        commitment: Number = 1.5, in 0.9 => 1.9, from "assumption; swept (sign: an experiment on willingness to pay after prompts to take part, in rising order of effort, European Conference on Information Systems 2014; size by analogy: consent to a greater request after a small one, r = .11 ± .14 over all trials and .17 at the best, for a good cause, by Dillard, Hunter and Burgoon 1984, as a ratio of odds)", grade Gap, role Input;
    }
}

impl Visiting {
    /// The chance that the average person visits, with so much to read and so many others there.
    #[must_use]
    pub fn chance(&self, content: f32, visitors: f32) -> f32 {
        let quorum = self.quorum.single();
        let company = visitors * visitors / (visitors * visitors + quorum * quorum);
        let readers = self.readers.single();
        let to_read = content / (content + self.enough.single());
        self.visit.single() * to_read * (readers + (1.0 - readers) * company)
    }
}

/// All that visiting a forum reads, apart from the people who do.
#[derive(Debug)]
pub struct Forum<'a> {
    /// How people use a forum.
    pub rules: &'a Visiting,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The week.
    pub week: u32,
    /// The luck.
    pub luck: Luck,
}

impl Forum<'_> {
    /// Lets people visit the firm's forum; those who take part have less time for other contacts.
    pub fn visit(&self, people: &mut People, firm: &mut Firm, facts: &mut Facts) {
        let (rules, assets) = (self.rules, &mut firm.assets);
        assets.content *= rules.memory.retention();
        // What has been read goes out of date with what was written.
        firm.clientele.informed.fade(rules.memory.retention());
        let Some(forum) = firm.services.forum else {
            assets.visitors = 0.0;
            firm.in_forum.clear();
            return;
        };
        assets.content += forum.pieces;
        let chance = rules.chance(assets.content, assets.visitors);
        let (comes, takes_part) =
            (self.luck.of("visit: comes"), self.luck.lasting.of("visit: takes part"));
        let mut visitors = Vec::new();
        for person in people.all() {
            let (i, key) = (person.index(), people.key[person.index()]);
            let customer = firm.clientele.is_customer(i);
            let open = if customer { 1.0 } else { forum.openness };
            // Those come who want to meet people whom they can learn from.
            let need = people.needs[i][Need::Form as usize] * NEEDS as f32;
            if comes.about(key).happens(chance * need * open) {
                // Most people only read, week after week.
                let time = rules.time.single();
                let active = takes_part.about(key).happens(rules.active.single())
                    && people.time_left[i] >= time;
                if active {
                    people.take_time(person, time);
                }
                visitors.push((person, active));
                facts.visits_by_prospects += u64::from(!customer);
                self.read(&mut firm.clientele, i, active);
            }
        }
        facts.visits += visitors.len() as u64;
        let active = visitors.iter().filter(|(_, active)| *active).count();
        let market = people.len().max(1) as f32;
        firm.assets.visitors = visitors.len() as f32 / market;
        firm.assets.content += rules.thread.single() * active as f32 * 1000.0 / market;
        firm.in_forum = visitors;
    }

    /// Whoever reads what others write knows what is to be had for less; who is no customer yet knows the firm, and may
    /// join; and whoever writes is committed, should he ever be a prospect.
    fn read(&self, clientele: &mut Clientele, i: usize, active: bool) {
        if clientele.buy_at_will() {
            clientele.informed.set(i, self.gains.word_of_mouth.single());
        }
        if active {
            let readier = self.rules.commitment.single() - 1.0;
            clientele.committed.set(i, readier * self.gains.trust.single());
        }
        if clientele.stage[i].is_prospect() {
            clientele.stage[i] = Stage::Aware;
            let persuaded = self.rules.persuasion.single() * self.gains.word_of_mouth.single();
            clientele.read_forum.set(i, persuaded);
            clientele.interested.set(i, self.week as i16 + 1);
        }
    }
}

#[cfg(test)]
mod tests;
