//! Relate: a week with the firm is good or bad; satisfaction, trust, the kind of relationship and public opinion follow.

use crate::draws::Luck;
use crate::facts::Facts;
use crate::few::Few;
use crate::firms::{Firm, Stage};
use crate::mechanisms::Mechanisms;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, Weeks};
use pulp::Arch;

crate::parameters! {
    /// How experience, trust and the kind of relationship move.
    pub Relationship in "people.relationship" {
        /// Weight of this week in a customer's satisfaction.
        freshness: Share = 0.1, in 0.02 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// Trust gained in a good week, as a share of what is missing.
        trust_step: Share = 0.01, in 0.001 => 0.05, from "assumption; swept", grade Gap, role Input;
        /// How many times more trust a bad week costs than a good one gains.
        asymmetry: Number = 2.0, in 1.0 => 5.0, from "Slovic 1993; Baumeister et al. 2001 (sign; swept 1 to 5)", grade Gap, role Input;
        /// Trust of someone who knows the firm only by name.
        stranger_trust: Share = 0.5, in 0.1 => 0.9, from "assumption; swept", grade Gap, role Input;
        /// What a relationship with a firm is taken for when nobody does anything about it (0 business, 1 friendship).
        usual_norm: Share = 0.1, in 0.0 => 0.5, from "Clark and Mills; Aggarwal 2004 (sign: exchange is the default)", grade Gap, role Input;
        /// Time after which a relationship has gone half of the way back to that.
        norm_memory: Weeks = 26.0, in 4.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Time in which public opinion goes half of the way to what is said now.
        opinion_memory: Weeks = 13.0, in 4.0 => 52.0, from "assumption; swept (claim B1: slow)", grade Gap, role Input;
        /// Public words a week and 1,000 people at which they carry half of their weight.
        public_quorum: Number = 2.0, in 0.1 => 20.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Relationship {
    /// What a good and a bad week do to trust, as shares of what is missing and of what is there.
    #[must_use]
    pub fn trust_steps(&self) -> (f32, f32) {
        let good = self.trust_step.single();
        (good, (good * self.asymmetry.single()).min(1.0))
    }

    /// Public opinion in the long run, if so much praise and blame is said in public each week.
    #[must_use]
    pub fn settled_opinion(&self, praise: f32, blame: f32, people: usize) -> f32 {
        let quorum = self.public_quorum.single() * people as f32 / 1000.0;
        (praise - blame) / (praise + blame + quorum).max(f32::MIN_POSITIVE)
    }

    /// Trust at which good and bad weeks of this quality balance, where a bad week also costs so
    /// much by complaints without an answer.
    #[must_use]
    pub fn balanced_trust(&self, quality: f32, grudge: f32) -> f32 {
        let (good, bad) = self.trust_steps();
        let bad = bad + grudge;
        quality * good / (quality * good + (1.0 - quality) * bad)
    }
}

/// All that a week with a firm reads, apart from the people who live it.
#[derive(Debug)]
pub struct Living<'a> {
    /// How experience, trust and norm move.
    pub rules: &'a Relationship,
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The luck.
    pub luck: Luck,
}

impl Living<'_> {
    /// Lets customers live through a week with the firm, and public opinion follow what was said.
    /// Returns who had a bad week.
    #[must_use]
    pub fn relate(&self, people: &People, firm: &mut Firm, facts: &Facts) -> Vec<PersonId> {
        let rules = self.rules;
        let good_week = self.luck.of("relate: a good week");
        let (good, bad) = rules.trust_steps();
        let (gain, fresh) = (self.gains.trust.single(), rules.freshness.single());
        let back = 1.0 - rules.norm_memory.retention();
        let quality = firm.delivered();
        let clientele = &mut firm.clientele;
        if gain > 0.0 {
            for norm in &mut clientele.norm {
                *norm += gain * back * (rules.usual_norm.single() - *norm);
            }
        }
        let mut bad_weeks = Vec::new();
        let mut customers = Few::default();
        // No draw reaches 1, so that where every week is a good one none is needed.
        let customers = if quality >= 1.0 {
            climb(&clientele.stage, &mut clientele.experience, fresh);
            climb(&clientele.stage, &mut clientele.trust, gain * good);
            &[]
        } else {
            customers.at(&clientele.stage, Stage::Customer)
        };
        for &i in customers {
            let (person, i) = (PersonId(i), i as usize);
            let (experience, trust) = (&mut clientele.experience[i], &mut clientele.trust[i]);
            if good_week.about(people.key[i]).happens(quality) {
                *experience += fresh * (1.0 - *experience);
                *trust += gain * good * (1.0 - *trust);
            } else {
                *experience -= fresh * *experience;
                *trust -= gain * bad * *trust;
                bad_weeks.push(person);
            }
        }
        firm.opinion += hear_public(rules, people.len(), firm.opinion, facts);
        bad_weeks
    }
}

/// Lets what customers feel come nearer to the best by a share of what is missing, many side by side.
fn climb(stages: &[Stage], felt: &mut [f32], share: f32) {
    if share <= 0.0 {
        return;
    }
    Arch::new().dispatch(
        #[inline(always)]
        || {
            for (felt, stage) in felt.iter_mut().zip(stages) {
                let higher = *felt + share * (1.0 - *felt);
                *felt = if *stage == Stage::Customer { higher } else { *felt };
            }
        },
    );
}

/// How far public opinion moves by what was said in public this week.
fn hear_public(rules: &Relationship, people: usize, opinion: f32, facts: &Facts) -> f32 {
    let (praise, blame) = (facts.public_praise as f32, facts.public_blame as f32);
    let said = rules.settled_opinion(praise, blame, people);
    (1.0 - rules.opinion_memory.retention()) * (said - opinion)
}
