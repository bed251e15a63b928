//! Talk: when people meet, those who know the firm may mention it, with praise or blame.

use crate::draws::{Draw, Luck};
use crate::elementary::power;
use crate::facts::Facts;
use crate::firms::{Clientele, Stage};
use crate::mechanisms::Mechanisms;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, Weeks};
use crate::ties::Ties;

crate::parameters! {
    /// How people talk about the firm when they meet.
    pub Talk in "people.talk" {
        /// Chance that a customer mentions the firm in a contact.
        mention: Share = 0.1, in 0.0 => 0.3, from "assumption; swept (ceiling: Keller Fay 2006, 56 mentions a week of all brands)", grade Gap, role Input;
        /// How ready a lapsed customer is to mention the firm, relative to a customer.
        lapsed: Share = 0.3, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Share of mentions that praise, by someone wholly satisfied.
        praise: Share = 0.73, in 0.6 => 0.8, from "calibrated to Keller Fay 2006: 62 % positive at usual satisfaction", grade Derived, role Input;
        /// Share of mentions that blame, by someone wholly dissatisfied.
        blame: Share = 0.6, in 0.4 => 1.0, from "calibrated to Keller Fay 2006: 9 % negative at usual satisfaction", grade Derived, role Input;
        /// How much more a person mentions the firm for each impression still at work.
        cue: Number = 0.3, in 0.0 => 1.5, from "assumption; swept (Keller Fay 2006: 41 % of talk refers to marketing)", grade Gap, role Input;
        /// How much more a person mentions the firm for each recent help.
        thanks: Number = 0.5, in 0.0 => 2.0, from "assumption; swept (claim E5)", grade Gap, role Input;
        /// Time after which half of what was heard is forgotten.
        memory: Weeks = 1.0, in 0.3 => 6.0, from "Trusov, Bucklin and Pauwels 2009: 90 % of the effect in about three weeks", grade RecalledMedium, role Input;
        /// Exponent of a listener's number of ties in what one mention weighs.
        dilution: Number = -0.5, in -1.0 => 0.0, from "Bapna and Umyarov 2015 (sign: falls with the listener's degree)", grade Gap, role Input;
        /// Share of mentions that are made in public.
        public: Share = 0.08, in 0.06 => 0.1, from "Keller Fay 2006: 92 % of brand talk is offline", grade V2, role Input;
        /// How much hearsay moves trust, relative to an own experience.
        hearsay: Share = 0.25, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Talk {
    /// What one mention weighs for a listener with so many ties, against one with the usual number.
    #[must_use]
    pub fn weight(&self, ties: usize, usual: f64) -> f32 {
        power((ties as f64 / usual).max(1e-3), self.dilution.0) as f32
    }
}

/// What one person says of the firm to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Praise,
    Blame,
    Neutral,
}

/// All that a conversation reads, apart from the people in it.
#[derive(Debug)]
pub struct Conversation<'a> {
    /// How people talk.
    pub rules: &'a Talk,
    /// What a good and a bad week do to trust, as shares.
    pub trust_steps: (f32, f32),
    /// The gains.
    pub gains: &'a Mechanisms,
    /// The luck.
    pub luck: Luck,
}

impl Conversation<'_> {
    /// Lets those who meet talk. Each listener takes in what those whom he meets say.
    pub fn talk(
        &self,
        people: &People,
        ties: &Ties,
        clientele: &mut Clientele,
        meetings: &[(PersonId, PersonId)],
        facts: &mut Facts,
    ) {
        self.forget(clientele);
        let usual_degree = 2.0 * ties.count() as f64 / people.len().max(1) as f64;
        // What is said depends on experience, which talk does not move.
        let mut chosen: Vec<Option<Draw>> = Vec::new();
        for &(listener, teller) in meetings {
            let Some((word, draw)) = self.says(people, clientele, teller, listener) else {
                continue;
            };
            facts.mentions += 1;
            self.in_public(word, draw, facts);
            let weight = self.rules.weight(ties.degree(listener), usual_degree);
            self.hears(clientele, listener, word, weight);
            if word == Word::Praise {
                facts.praise += 1;
                chosen.resize(people.len(), None);
                // Of several who praise, a keyed draw chooses who is credited; not the first found.
                let best = &mut chosen[listener.index()];
                if best.is_none_or(|best| draw > best) {
                    *best = Some(draw);
                    // Who was invited this week was brought by whoever sat at the table.
                    if clientele.invited[listener.index()] <= 0.0 {
                        clientele.teller[listener.index()] = Some(teller);
                    }
                }
            } else if word == Word::Blame {
                facts.blame += 1;
            }
        }
    }

    fn forget(&self, clientele: &mut Clientele) {
        let kept = self.rules.memory.retention();
        for heard in clientele.praise_heard.iter_mut().chain(&mut clientele.blame_heard) {
            *heard *= kept;
        }
    }

    /// What the teller says of the firm to the listener, if anything.
    fn says(
        &self,
        people: &People,
        clientele: &Clientele,
        teller: PersonId,
        listener: PersonId,
    ) -> Option<(Word, Draw)> {
        let (rules, j) = (self.rules, teller.index());
        let readiness = match clientele.stage[j] {
            Stage::Customer => 1.0,
            Stage::Lapsed => rules.lapsed.single(),
            Stage::Unaware | Stage::Aware => return None,
        };
        let reason = 1.0
            + rules.cue.single() * clientele.ad_stock[j]
            + rules.thanks.single() * clientele.gratitude[j];
        let chance =
            rules.mention.single() * readiness * reason * self.gains.word_of_mouth.single();
        let draw =
            self.luck.of("talk: mentions").from_to(people.key[j], people.key[listener.index()]);
        if !draw.happens(chance.min(1.0)) {
            return None;
        }
        let (draw, experience) = (draw.again(), clientele.experience[j]);
        let word = match draw.unit() as f32 {
            low if low < rules.praise.single() * experience => Word::Praise,
            high if high >= 1.0 - rules.blame.single() * (1.0 - experience) => Word::Blame,
            _ => Word::Neutral,
        };
        Some((word, draw.again()))
    }

    fn in_public(&self, word: Word, draw: Draw, facts: &mut Facts) {
        if draw.again().happens(self.rules.public.single()) {
            facts.public_praise += u64::from(word == Word::Praise);
            facts.public_blame += u64::from(word == Word::Blame);
        }
    }

    /// A prospect weighs what is said; a customer's trust moves a little.
    fn hears(&self, clientele: &mut Clientele, listener: PersonId, word: Word, weight: f32) {
        let i = listener.index();
        if clientele.stage[i] == Stage::Unaware {
            clientele.stage[i] = Stage::Aware;
        }
        let moves = self.rules.hearsay.single() * self.gains.trust.single();
        let trust = &mut clientele.trust[i];
        match word {
            Word::Praise => {
                clientele.praise_heard[i] += weight;
                *trust += moves * self.trust_steps.0 * (1.0 - *trust);
            }
            Word::Blame => {
                clientele.blame_heard[i] += weight;
                *trust -= moves * self.trust_steps.1 * *trust;
            }
            Word::Neutral => {}
        }
    }
}
