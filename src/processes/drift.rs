//! Drift: ties dissolve, friends of friends meet, strangers meet by chance, and what a firm once gave fades.

mod dissolve;
mod renew;

pub use dissolve::dissolve;
pub use renew::{Renewed, renew};

use crate::draws::{Draw, Draws, Luck};
use crate::elementary::{fourth_power, lnf, power};
use crate::firms::Clientele;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WEEKS_A_YEAR, WeeklyHazard, Weeks, hazard_from_chance};
use crate::threads::{self, LARGE};
use crate::ties::{BLOCK, NewTie, Origin, Row, Tie, Ties, skewed_strength};
use rayon::prelude::*;

crate::parameters! {
    /// How ties begin and end without any firm.
    pub Turnover in "people.turnover" {
        /// Hazard that a weak tie between people without common friends is gone.
        bridge: WeeklyHazard = hazard_from_chance(0.90, WEEKS_A_YEAR), in 0.0133 => 0.0576, from "Burt 2002: nine in ten bridges are gone next year (range .5 to .95)", grade V1, role Input;
        /// Hazard of a tie with common friends, relative to one without.
        embedded: Share = 0.3, in 0.1 => 0.7, from "Burt 2000, 2002; Raeder et al. 2011 (sign)", grade Gap, role Input;
        /// How strongly strength protects: the hazard is times (1 − strength) to this power.
        protection: Number = 4.0, in 0.0 => 8.0, from "calibrated to 2 % a year at strength .6 (Roy et al. 2022: inner layer 1 to 4 %)", grade Derived, role Input;
        /// Strength below which a tie of people who are no kin is no tie any more.
        floor: Share = 0.01, in 0.0 => 0.05, from "definition", grade Definition, role Input;
        /// Mean strength with which a tie begins; how well the two get on belongs to the pair.
        beginning: Share = 0.094, in 0.05 => 0.4, from "assumption; swept (by default it keeps the strengths of the first week: where these are Beta(1, b) and weak ties go first, new ones are Beta(1, b + protection))", grade Gap, role Input;
        /// Ties that form in a week for each that dissolved in the first: 1 keeps the network as it is given.
        renewal: Number = 1.0, in 0.0 => 1.5, from "definition: the given network is taken as stationary", grade Definition, role Input;
        /// Share of new ties that a common friend brings about.
        closure: Share = 0.8, in 0.0 => 1.0, from "assumption; swept (sign: Kossinets and Watts 2006, most new ties close a triangle)", grade Gap, role Input;
        /// Chance that a person seeks someone whom he or she knows, and not only is sought.
        seeking: Share = 0.7, in 0.2 => 1.0, from "assumption; swept (Haenlein 2013: only along ties that a person uses)", grade Gap, role Input;
        /// Time after which half of what a firm's help was worth has faded.
        benefit_memory: Weeks = 26.0, in 4.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Rate at which what the firm brokered becomes the person's own and binds to the firm no more.
        leakage: WeeklyHazard = 0.01, in 0.0 => 0.1, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of what others lent is used up.
        loan_memory: Weeks = 4.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of a distinction is gone.
        status_memory: Weeks = 13.0, in 2.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of a help to others is forgotten by those who could see it.
        history_memory: Weeks = 26.0, in 4.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Time after which half of the stir about an event or a prize is over.
        stir_memory: Weeks = 1.0, in 0.2 => 8.0, from "assumption; swept (claim E4: soon forgotten)", grade Gap, role Input;
        /// Time after which half of the thankfulness for a help is gone.
        gratitude_memory: Weeks = 8.0, in 1.0 => 26.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Turnover {
    /// The weekly hazard that a tie of people who are no kin dissolves, by its strength and whether there are
    /// common friends.
    #[must_use]
    pub fn hazard(&self, strength: f32, embedded: bool) -> f32 {
        let weak = 1.0 - strength;
        let protection = self.protection.single();
        // The default is four, and a power is slow.
        let exposed = if (protection - 4.0).abs() < f32::EPSILON {
            fourth_power(weak)
        } else {
            power(f64::from(weak), f64::from(protection)) as f32
        };
        let embedded = if embedded { self.embedded.single() } else { 1.0 };
        self.bridge.single() * embedded * exposed
    }

    /// How many ties dissolve in the first week, on average.
    #[must_use]
    pub fn expected_losses(&self, people: &People, ties: &Ties) -> f64 {
        let of = |person: PersonId| {
            let may_end = move |tie: &Tie| person < tie.partner && tie.origin() != Origin::Kin;
            ties.of(person).filter(may_end).map(move |tie| {
                let embedded = ties.have_a_friend_in_common(person, tie.partner);
                f64::from(self.hazard(tie.strength, embedded))
            })
        };
        let people: Vec<PersonId> = people.all().collect();
        if people.len() < LARGE {
            return people.into_iter().flat_map(of).sum();
        }
        // A sum depends on its order: that of the blocks, whoever adds up which.
        let blocks = people.par_chunks(BLOCK);
        let blocks: Vec<f64> =
            blocks.map(|block| block.iter().copied().flat_map(of).sum()).collect();
        blocks.into_iter().sum()
    }

    /// A tie that begins this week, with the strength that belongs to the pair.
    #[must_use]
    pub fn begin(
        &self,
        people: &People,
        pair: (PersonId, PersonId),
        origin: Origin,
        week: u32,
        lasting: Draws,
    ) -> NewTie {
        let keys = people.key[pair.0.index()].and(people.key[pair.1.index()]);
        let draw = lasting.of("drift: first strength").of_pair(keys);
        NewTie {
            people: pair,
            pair: keys,
            strength: skewed_strength(self.beginning, self.floor, draw),
            origin,
            seeks: self.seeks(people, pair, lasting),
            last: week as i16,
            since: week as i16,
        }
    }

    /// Who seeks whom in a tie: the first the second, and the second the first.
    #[must_use]
    pub fn seeks(
        &self,
        people: &People,
        (one, other): (PersonId, PersonId),
        lasting: Draws,
    ) -> (bool, bool) {
        let draws = lasting.of("drift: seeks the other");
        let (a, b) = (people.key[one.index()], people.key[other.index()]);
        let chance = self.seeking.single();
        (draws.from_to(a, b).happens(chance), draws.from_to(b, a).happens(chance))
    }
}

/// Begins the ties of those who got to know each other through a firm.
#[must_use]
pub fn begin(
    people: &People,
    acquainted: &[(PersonId, PersonId)],
    rules: &Turnover,
    week: u32,
    luck: Luck,
) -> Vec<NewTie> {
    let begin = |&pair| rules.begin(people, pair, Origin::Brokered, week, luck.lasting);
    acquainted.iter().map(begin).collect()
}

/// Finds who meets without a firm this week: friends of friends, and strangers.
///
/// `renewal` is the hazard for each contact of a person's time, at pace 1. So more ties form around
/// people with more time for contacts, and with more of it free: who lost ties finds new ones the sooner, and
/// who was given some by a firm the later, since time is limited (Dunbar 2018; Saramäki et al. 2014).
/// Who knows nobody can meet nobody through a friend.
#[must_use]
pub fn encounter(
    people: &People,
    ties: &Ties,
    renewal: f64,
    rules: &Turnover,
    week: u32,
    luck: Luck,
) -> Vec<NewTie> {
    let each = (renewal * rules.renewal.0) as f32;
    if each <= 0.0 {
        return Vec::new();
    }
    let (meets, whom) = (luck.of("drift: meets someone new"), luck.of("drift: through a friend"));
    threads::of_some(people.len(), |i| {
        let (person, key) = (PersonId(i as u32), people.key[i]);
        if !meets.about(key).strikes(each * people.sociability[i] * people.pace[i]) {
            return None;
        }
        let draw = whom.about(key);
        let through_a_friend = draw.happens(rules.closure.single()) && ties.degree(person) > 0;
        let (found, origin) = if through_a_friend {
            (friend_of_friend(people, ties, person, draw), Origin::FriendOfFriend)
        } else {
            (stranger(people, ties, person, draw), Origin::Chance)
        };
        Some(rules.begin(people, (person, found?), origin, week, luck.lasting))
    })
}

/// How often a person looks for someone new before giving up for the week.
const TRIES: usize = 8;

/// Someone whom a friend of the person knows, and the person does not.
fn friend_of_friend(
    people: &People,
    ties: &Ties,
    person: PersonId,
    mut draw: Draw,
) -> Option<PersonId> {
    for _ in 0..TRIES {
        draw = draw.again();
        let friend = one_of(people, ties, person, draw)?;
        draw = draw.again();
        let found = one_of(people, ties, friend, draw)?;
        if found != person && !ties.knows(person, found) {
            return Some(found);
        }
    }
    None
}

/// One of several acquaintances, the likelier the stronger the tie: whoever comes first in a race
/// of exponential waits. Another one changes nobody else's luck.
fn one_of(people: &People, ties: &Ties, person: PersonId, draw: Draw) -> Option<PersonId> {
    let (mut first, mut shortest) = (None, f32::INFINITY);
    let own = people.key[person.index()];
    let Row { partner, pair, strength, .. } = ties.row(person);
    for ((&who, pair), &strength) in partner.iter().zip(pair).zip(strength) {
        let unit = draw.about(pair.without(own)).unit() as f32;
        // A wait, −ln(1 − u), is never less than u: most runners are out of the race by that alone.
        if unit >= shortest * strength {
            continue;
        }
        let wait = -lnf(1.0 - unit) / strength;
        if wait < shortest {
            (first, shortest) = (Some(PersonId(who)), wait);
        }
    }
    first
}

/// Anybody whom the person does not know.
fn stranger(people: &People, ties: &Ties, person: PersonId, mut draw: Draw) -> Option<PersonId> {
    for _ in 0..TRIES {
        draw = draw.again();
        let found = PersonId(draw.choose(people.len())? as u32);
        if found != person && !ties.knows(person, found) {
            return Some(found);
        }
    }
    None
}

/// Lets what the firm gave fade: part is forgotten, part becomes the person's own.
pub fn fade(clientele: &mut Clientele, rules: &Turnover, offer_memory: Weeks, indignation: Weeks) {
    let kept = rules.benefit_memory.retention() * (1.0 - rules.leakage.chance().single());
    let grateful = rules.gratitude_memory.retention();
    let remembered = offer_memory.retention();
    for benefit in clientele.benefits.all_mut().as_flattened_mut() {
        *benefit *= kept;
    }
    clientele.gratitude.fade(grateful);
    clientele.offers_lately.fade(remembered);
    clientele.aggrieved.fade(indignation.retention());
    clientele.spared.fade(rules.loan_memory.retention());
    clientele.honoured.fade(rules.status_memory.retention());
    clientele.has_helped.fade(rules.history_memory.retention());
    clientele.stirred.fade(rules.stir_memory.retention());
    clientele.in_draw.fade(rules.stir_memory.retention());
}

#[cfg(test)]
mod tests;
