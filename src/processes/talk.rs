//! Talk: when people meet, those who know the firm may mention it, with praise or blame.

mod said;
mod weights;

use crate::draws::{Draw, Luck};
use crate::elementary::power;
use crate::facts::Facts;
use crate::few::Few;
use crate::firms::{Clientele, Firm, Stage};
use crate::mechanisms::Mechanisms;
use crate::meetings::Meetings;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, Weeks};
use crate::threads;
use crate::ties::Ties;
use said::{Said, Word};
use weights::Weights;

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
        /// How much more a person mentions the firm out of thanks for recent help: each help adds less than the one before, and all together this.
        thanks: Number = 0.5, in 0.0 => 2.0, from "assumption; swept (claim E5)", grade Gap, role Input;
        /// How much more a person mentions the firm for each indignation about a business act.
        outrage: Number = 3.0, in 0.0 => 10.0, from "assumption; swept (claim D2)", grade Gap, role Input;
        /// Chance, for each contact, that someone whom an event of the firm stirred speaks of the event.
        stir: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Chance, for each contact, that someone who takes part in a prize draw speaks of the prize.
        prize: Share = 0.3, in 0.0 => 1.0, from "assumption; swept (claim E4: much sharing)", grade Gap, role Input;
        /// Chance that someone who hears of a prize takes part, too.
        entry: Share = 0.03, in 0.0 => 1.0, from "assumption; swept (claim E4: much sharing)", grade Gap, role Input;
        /// Chance that someone who hears of a prize knows ten minutes later which firm it was.
        prize_recall: Share = 0.05, in 0.0 => 0.5, from "assumption; swept (claim E4, and the objections to it)", grade Gap, role Input;
        /// How many times more the firm is talked about if all that happens in it is public.
        openness: Number = 2.0, in 1.0 => 5.0, from "assumption; swept (claims B2, B3)", grade Gap, role Input;
        /// Chance that one of the firm's own people mentions it in a contact.
        staff: Share = 0.1, in 0.0 => 0.3, from "assumption; swept (as customers do)", grade Gap, role Input;
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

/// Groups of meetings that are listened to before what was said in them has its effect, so that threads can share them.
const AHEAD: usize = 256;

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
        firm: &mut Firm,
        meetings: &Meetings,
        facts: &mut Facts,
    ) {
        self.forget(&mut firm.clientele);
        if meetings.is_empty() {
            return;
        }
        let usual = 2.0 * ties.count() as f64 / people.len().max(1) as f64;
        let mut weights = Weights::of(self.rules, usual);
        let mut chosen: Vec<Draw> = Vec::new();
        // Whoever enters a draw by hearsay speaks of it from next week on, whatever the order of meetings.
        let mut entered = Vec::new();
        let loud = self.loud(firm);
        for groups in meetings.groups().chunks(AHEAD) {
            let said = threads::of_each_with(people.len(), groups, Few::default, |few, group| {
                let said = self.said((people, ties), (firm, &loud), (group, few));
                (self.tally(firm, &said), said)
            });
            for (tally, all) in said {
                tally.tell(facts);
                for said in all {
                    entered.extend(self.takes_in(&mut firm.clientele, said, &mut weights));
                    if said.word == Word::Praise {
                        credit(&mut firm.clientele, &mut chosen, said);
                    }
                }
            }
        }
        entered.sort_unstable();
        entered.dedup();
        facts.entered_by_hearsay += entered.len() as u64;
        for i in entered {
            firm.clientele.enter_the_draw(i);
        }
    }

    /// Lets what is said have its effect on the listener. Returns who enters a draw by it.
    fn takes_in(
        &self,
        clientele: &mut Clientele,
        said: Said,
        weights: &mut Weights<'_>,
    ) -> Option<usize> {
        if said.word == Word::Prize {
            return self.hears_of_prize(clientele, said.listener, said.draw);
        }
        // What changes nothing need not be weighed.
        let weight = match said.word {
            Word::Praise | Word::Blame => weights.for_ties(said.ties),
            Word::Neutral | Word::Event | Word::Prize => 0.0,
        };
        self.hears(clientele, said.listener, said.word, weight);
        None
    }

    fn forget(&self, clientele: &mut Clientele) {
        let kept = self.rules.memory.retention();
        clientele.praise_heard.fade(kept);
        clientele.blame_heard.fade(kept);
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
                clientele.praise_heard.add(i, weight);
                *trust += moves * self.trust_steps.0 * (1.0 - *trust);
            }
            Word::Blame => {
                clientele.blame_heard.add(i, weight);
                *trust -= moves * self.trust_steps.1 * *trust;
            }
            Word::Neutral | Word::Event | Word::Prize => {}
        }
    }

    /// Whoever hears of a prize may want it, too, and follows the page to win it; hardly anyone
    /// knows ten minutes later which firm it was (claim E4). Returns who enters.
    fn hears_of_prize(
        &self,
        clientele: &mut Clientele,
        listener: PersonId,
        draw: Draw,
    ) -> Option<usize> {
        let i = listener.index();
        let (enters, recalls) = (draw.again().again(), draw.again().again().again());
        if clientele.stage[i] == Stage::Unaware && recalls.happens(self.rules.prize_recall.single())
        {
            clientele.stage[i] = Stage::Aware;
        }
        let enters = clientele.in_draw.get(i) <= 0.0 && enters.happens(self.rules.entry.single());
        enters.then_some(i)
    }
}

/// Of several who praise, a keyed draw chooses who is credited; not the first found.
fn credit(clientele: &mut Clientele, chosen: &mut Vec<Draw>, said: Said) {
    chosen.resize(clientele.stage.len(), Draw::default());
    let i = said.listener.index();
    if said.draw > chosen[i] {
        chosen[i] = said.draw;
        // Who was invited this week was brought by whoever sat at the table.
        if clientele.invited.get(i) <= 0.0 {
            clientele.teller[i] = Some(said.teller);
        }
    }
}
