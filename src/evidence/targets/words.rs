//! The finding about what a good and a bad word do to those who use the brand and to those who might.

use crate::column::Scarce;
use crate::draws::Draws;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::firms::Stage;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B23",
    statement: "Good words work twice as much by winning customers as by keeping them, and bad words four times as much by deterring as by driving away.",
    published: "Twice as much, and over four times as much, when account is taken of how often words are about the current and about other brands; the bands are 1.3 to 3 and 2.5 to 8, which are .333 to .769 and .125 to .4 of the inverse.",
    design: "Surveys of shifts in the intention to buy the current and other brands by one instance of word of mouth, times how often each is heard. Repeated in three twin worlds in which everybody hears, in each of eight weeks, one good word more, one bad word more, or none: how many of the prospects join within eight months, and how many of the customers stay, for each word; times the good or bad words that all prospects and all customers hear without the trial. The effect on customers is divided by that on prospects, which is never near to nothing.",
    source: "East, Romaniuk, Chawdhary and Uncles 2017, International Journal of Market Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "Persuasion is bounded by how likely a prospect is to buy, and blame dampens praise, by the same authors' work of 2008; neither says how prospects compare with customers.",
    with: None,
    parts: &[
        Part::number("good words: customers kept over customers won", Expected::Band(0.333, 0.769)),
        Part::number(
            "bad words: customers lost over customers deterred",
            Expected::Band(0.125, 0.4),
        ),
    ],
    test: Test::Trial { worlds: 6, of: words },
    miss: "Good words win customers by the hazard of persuasion, but keep nearly none: of a customer they move trust alone, by a fraction of what an own experience does, even at the full weight of hearsay.",
}];

const MARKET: &str = "[people]\ncount = 40000\n[strategies.none]\n";
/// Weeks in which a word more is heard, and weeks of the trial.
const WORDS: u32 = 8;
const WEEKS: u32 = 35;

/// A word as an acquaintance says it to someone with the usual number of ties.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Good,
    Bad,
}

fn words(luck: Draws) -> Vec<Option<f64>> {
    let world = World::of(MARKET, luck);
    let usual = Outcome::of(world.twin(MARKET), None);
    let ratio = |word: Word| {
        let changed = Outcome::of(world.twin(MARKET), Some(word));
        let [prospects, customers] = usual.heard.map(|heard| heard[word as usize]);
        // A bad word wins and keeps less than none, so that both differences are negative.
        let won = (changed.joined - usual.joined) * prospects;
        let kept = (usual.left - changed.left) * customers;
        (won != 0.0).then(|| kept / won)
    };
    vec![ratio(Word::Good), ratio(Word::Bad)]
}

/// What became of the prospects and the customers of the first week, and what both heard.
#[derive(Default)]
struct Outcome {
    /// The share of prospects who have joined.
    joined: f64,
    /// The share of customers who have left.
    left: f64,
    /// Good and bad words that all prospects heard, and that all customers heard.
    heard: [[f64; 2]; 2],
}

impl Outcome {
    fn of(mut world: World, said: Option<Word>) -> Self {
        let people = 0..world.people();
        let (is_prospect, is_customer): (Vec<bool>, Vec<bool>) = people
            .clone()
            .map(|i| (world.clientele().stage[i].is_prospect(), world.clientele().is_customer(i)))
            .unzip();
        let (mut moved, mut outcome) = (vec![false; world.people()], Self::default());
        for week in 0..WEEKS {
            if let Some(said) = said.filter(|_| week < WORDS) {
                people.clone().for_each(|i| say(&mut world, i, said));
            }
            let before = heard(&world);
            world.live(0);
            outcome.listen(&world, &before);
            for i in people.clone() {
                moved[i] |= world.clientele().is_customer(i) != is_customer[i];
            }
        }
        let share = |of: &[bool]| {
            let those = || of.iter().zip(&moved).filter(|(is, _)| **is);
            those().filter(|(_, moved)| **moved).count() as f64 / those().count() as f64
        };
        (outcome.joined, outcome.left) = (share(&is_prospect), share(&is_customer));
        outcome
    }

    /// Counts what was heard this week, by how much more is remembered than was left of before.
    fn listen(&mut self, world: &World, before: &[Scarce<f32>; 2]) {
        let kept = world.scenario.rules.talk.memory.retention();
        for (word, (now, before)) in heard(world).iter().zip(before).enumerate() {
            for i in 0..world.market.people.len() {
                let (now, before) = (now.get(i), before.get(i));
                let stage = world.clientele().stage[i];
                if stage != Stage::Lapsed {
                    let listener = usize::from(stage == Stage::Customer);
                    self.heard[listener][word] += f64::from((now - kept * before).max(0.0));
                }
            }
        }
    }
}

/// Good and bad words that everybody remembers.
fn heard(world: &World) -> [Scarce<f32>; 2] {
    [world.clientele().praise_heard.clone(), world.clientele().blame_heard.clone()]
}

/// Lets a person hear a word, as one is heard when people talk ([`crate::processes::talk`]).
fn say(world: &mut World, i: usize, said: Word) {
    let rules = &world.scenario.rules;
    // What is remembered fades before this week's words are heard; this one is of this week.
    let weight = 1.0 / rules.talk.memory.retention();
    let (good, bad) = rules.relationship.trust_steps();
    let moves = rules.talk.hearsay.single() * rules.gains.trust.single();
    let clientele = &mut world.market.firms[0].clientele;
    if clientele.stage[i] == Stage::Unaware {
        clientele.stage[i] = Stage::Aware;
    }
    let trust = &mut clientele.trust[i];
    match said {
        Word::Good => {
            clientele.praise_heard.add(i, weight);
            *trust += moves * good * (1.0 - *trust);
        }
        Word::Bad => {
            clientele.blame_heard.add(i, weight);
            *trust -= moves * bad * *trust;
        }
    }
}
