//! What is said: who mentions the firm to whom in a week, and whether with praise, with blame, or for some other reason.

use super::Conversation;
use crate::draws::Draw;
use crate::facts::Facts;
use crate::few::Few;
use crate::firms::{Clientele, Firm, Stage};
use crate::people::{People, PersonId};
use crate::threads;
use crate::ties::Ties;

/// What one person says to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Of the firm: good, bad, neither.
    Praise,
    Blame,
    Neutral,
    /// Of an event that the firm staged.
    Event,
    /// Of a prize to be won, and hardly of the firm.
    Prize,
}

/// Something that one person says to another, and the luck that goes with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) listener: PersonId,
    pub(super) teller: PersonId,
    pub(super) word: Word,
    pub(super) draw: Draw,
    /// How many ties the listener has.
    pub(super) ties: usize,
}

/// How much was said, and what of it in public.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// As many as there are kinds of words.
    words: [u64; Word::COUNT],
    in_public: [u64; Word::COUNT],
    by_staff: u64,
}

impl Tally {
    /// Tells the facts.
    pub(super) const fn tell(&self, facts: &mut Facts) {
        let [praise, blame, neutral, event, prize] = self.words;
        facts.mentions += praise + blame + neutral;
        facts.praise += praise;
        facts.blame += blame;
        facts.event_mentions += event;
        facts.prize_mentions += prize;
        facts.staff_mentions += self.by_staff;
        facts.public_praise += self.in_public[Word::Praise as usize];
        facts.public_blame += self.in_public[Word::Blame as usize];
    }
}

impl Word {
    const COUNT: usize = Self::Prize as usize + 1;
}

impl Conversation<'_> {
    /// How likely everybody is to mention the firm in a contact: the same in all contacts of a week. As good as
    /// nothing, but not nothing, where somebody has something else to tell.
    pub(super) fn loud(&self, firm: &Firm) -> Vec<f32> {
        threads::of_everybody(firm.clientele.stage.len(), |j| {
            let besides = if is_stirred(&firm.clientele, j) { f32::MIN_POSITIVE } else { 0.0 };
            self.mentions(firm, j).max(besides)
        })
    }

    /// All that is said in some meetings, in their order. It goes by experience and by reasons to talk, which what is
    /// said does not move before next week.
    pub(super) fn said(
        &self,
        (people, ties): (&People, &Ties),
        (firm, loud): (&Firm, &[f32]),
        (meetings, may_tell): (&[(PersonId, PersonId)], &mut Few),
    ) -> Vec<Said> {
        let mentions = self.luck.of("talk: mentions");
        let may_tell =
            may_tell.of((meetings, meetings), |(_, teller), _| loud[teller.index()] > 0.0);
        let says = |&at: &u32| {
            let (listener, teller) = meetings[at as usize];
            let draw = mentions.from_to(people.key[teller.index()], people.key[listener.index()]);
            let (word, draw) = self.says(firm, teller.index(), loud[teller.index()], draw)?;
            Some(Said { listener, teller, word, draw, ties: ties.degree(listener) })
        };
        may_tell.iter().filter_map(says).collect()
    }

    /// Counts what was said. The more of what happens is public, the more of what is said about it is.
    pub(super) fn tally(&self, firm: &Firm, all: &[Said]) -> Tally {
        let public = self.rules.public.single();
        let public = public + (1.0 - public) * firm.services.openness * public;
        let mut tally = Tally::default();
        for said in all {
            let word = said.word as usize;
            tally.words[word] += 1;
            tally.in_public[word] += u64::from(said.draw.again().happens(public));
            tally.by_staff += u64::from(firm.clientele.staff.get(said.teller.index()));
        }
        tally
    }

    /// What someone says to a listener, if anything.
    fn says(&self, firm: &Firm, j: usize, chance: f32, draw: Draw) -> Option<(Word, Draw)> {
        if !draw.happens(chance) {
            let stirred = is_stirred(&firm.clientele, j);
            return stirred.then(|| self.says_besides(firm, j, chance, draw)).flatten();
        }
        let draw = draw.again();
        Some((self.opinion(firm, j, draw), draw.again()))
    }

    /// How likely someone who knows the firm from within is to mention it in a contact.
    fn mentions(&self, firm: &Firm, j: usize) -> f32 {
        let (rules, clientele) = (self.rules, &firm.clientele);
        let usual = match clientele.stage[j] {
            _ if clientele.staff.get(j) => rules.staff.single() * (1.0 + firm.services.advocacy),
            Stage::Customer => rules.mention.single(),
            Stage::Lapsed => rules.mention.single() * rules.lapsed.single(),
            Stage::Unaware | Stage::Aware => return 0.0,
        };
        let reason = self.good_reason(clientele, j) + self.indignation(clientele, j);
        let louder = 1.0 + (rules.openness.single() - 1.0) * firm.services.openness;
        (usual * reason * self.gains.word_of_mouth.single() * louder).min(1.0)
    }

    /// How much reason someone has to mention the firm without being indignant.
    fn good_reason(&self, clientele: &Clientele, j: usize) -> f32 {
        let thankful = clientele.gratitude.get(j);
        1.0 + self.rules.cue.single() * clientele.ad_stock.get(j)
            + self.rules.thanks.single() * thankful / (1.0 + thankful)
    }

    /// How much more reason indignation about a business act gives.
    fn indignation(&self, clientele: &Clientele, j: usize) -> f32 {
        self.rules.outrage.single() * clientele.aggrieved.get(j)
    }

    /// Praise, blame or neither. The firm's own people say how it is. Who is indignant speaks the
    /// more as one who has had nothing but bad weeks; and what he says out of indignation is never
    /// praise, so that an offence cannot make anybody praise the firm more often.
    fn opinion(&self, firm: &Firm, j: usize, draw: Draw) -> Word {
        let (rules, clientele) = (self.rules, &firm.clientele);
        let experience =
            if clientele.staff.get(j) { firm.delivered() } else { clientele.experience[j] };
        let aggrieved = clientele.aggrieved.get(j);
        let experience = if aggrieved > 0.0 {
            let (good, indignant) =
                (self.good_reason(clientele, j), self.indignation(clientele, j));
            experience * (1.0 - aggrieved.min(1.0)) * good / (good + indignant)
        } else {
            experience
        };
        match draw.unit() as f32 {
            low if low < rules.praise.single() * experience => Word::Praise,
            high if high >= 1.0 - rules.blame.single() * (1.0 - experience) => Word::Blame,
            _ => Word::Neutral,
        }
    }

    /// What someone says who does not speak of the firm itself: of its event, or of a prize.
    fn says_besides(&self, firm: &Firm, j: usize, chance: f32, draw: Draw) -> Option<(Word, Draw)> {
        let (rules, clientele) = (self.rules, &firm.clientele);
        let gain = self.gains.word_of_mouth.single();
        let event = chance + gain * rules.stir.single() * clientele.stirred.get(j);
        let prize = event + gain * rules.prize.single() * clientele.in_draw.get(j);
        let word = match draw.unit() as f32 {
            low if low < event => Word::Event,
            low if low < prize => Word::Prize,
            _ => return None,
        };
        Some((word, draw.again().again()))
    }
}

/// Whether someone has a reason to talk that is not the firm itself.
fn is_stirred(clientele: &Clientele, j: usize) -> bool {
    clientele.stirred.get(j) + clientele.in_draw.get(j) > 0.0
}
