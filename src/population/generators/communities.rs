//! Circles of people who mostly know each other, whose friends' friends become friends: the default market.

use super::super::network::Network;
use super::acquaintances::{Acquaintances, pick, ties_for};
use super::sociability::{log_normal, normal, whole};
use crate::draws::{Dice, Draws};
use crate::parameters;
use crate::quantity::{Number, Share};
use std::ops::Range;

parameters! {
    /// Planted circles of varying size, unequal sociability, and triadic closure.
    pub Communities in "people.network.communities" {
        /// How many people one person knows on average.
        mean_degree: Number = 12.0, in 2.0 => 100.0, from "assumption; swept", grade Gap, role Input;
        /// The standard deviation of the logarithm of sociability: how unequal the numbers of ties are.
        spread: Number = 0.6, in 0.0 => 1.2, from "assumption; swept", grade Gap, role Input;
        /// The share of the variance of sociability that the people of one circle have in common.
        alike: Share = 0.4, in 0.0 => 0.8, from "calibrated to degree assortativity of about 0.2 (Newman 2002)", grade RecalledMedium, role Input;
        /// How many people are in a circle on average.
        circle_size: Number = 40.0, in 5.0 => 500.0, from "assumption; swept", grade Gap, role Input;
        /// The standard deviation of the logarithm of the size of circles.
        circle_spread: Number = 0.5, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// The share of ties within the own circle, as far as the circle has room for them.
        homophily: Share = 0.7, in 0.0 => 0.95, from "assumption; swept", grade Gap, role Input;
        /// The share of ties that arose between friends of a friend.
        closure: Share = 0.5, in 0.0 => 0.9, from "calibrated to mean local clustering of 0.1 to 0.6 (Ugander et al. 2011)", grade RecalledHigh, role Input;
    }
}

/// How often a person looks for somebody new in one way before turning to another.
const TRIES: usize = 8;

impl Communities {
    pub(super) fn generate(&self, people: usize, draws: Draws) -> Network {
        let circles = self.circles(people, draws);
        let mut party = Party::new(self, people, &circles, draws);
        party.acquaint(self, draws);
        let mut network = Network::of_numbers(people, &party.ties.into_ties());
        network.circles = party.circle_of;
        network
    }

    /// The people of each circle, who are neighbours in the columns.
    fn circles(&self, people: usize, draws: Draws) -> Vec<Range<usize>> {
        let sizes = draws.of("network: size of a circle");
        let mut circles: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        while start < people {
            let size = log_normal(normal(sizes.number(circles.len() as u64)), self.circle_spread.0);
            let size = ((self.circle_size.0 * size).round() as usize).max(SMALLEST_CIRCLE);
            // A remnant too small for a circle joins the last one.
            let end = if start + size + SMALLEST_CIRCLE > people { people } else { start + size };
            circles.push(start..end);
            start = end;
        }
        circles
    }

    /// Each person as often as he is to have ties, in the order of the people.
    fn ends(&self, circles: &[Range<usize>], draws: Draws) -> Vec<u32> {
        let ours = draws.of("network: sociability of a circle");
        let own = draws.of("network: sociability of a person");
        let rounding = draws.of("network: rounding of sociability");
        let (common, rest) = (self.alike.0.sqrt(), (1.0 - self.alike.0).sqrt());
        let mut ends = Vec::new();
        for (circle, members) in circles.iter().enumerate() {
            let shared = common * normal(ours.number(circle as u64));
            for person in members.clone() {
                let number = person as u64;
                let sociable =
                    log_normal(shared + rest * normal(own.number(number)), self.spread.0);
                let times =
                    whole(self.mean_degree.0 * sociable, &mut rounding.number(number).dice());
                ends.extend(std::iter::repeat_n(person as u32, times));
            }
        }
        ends
    }
}

/// Fewer people than these are no circle.
const SMALLEST_CIRCLE: usize = 3;

/// All people while they get to know each other.
struct Party {
    ties: Acquaintances,
    want: usize,
    circle_of: Vec<u32>,
    /// Each person as often as he is to have ties: who is picked from here is picked by sociability.
    ends: Vec<u32>,
    /// Where in `ends` each circle's people stand.
    ends_of_circle: Vec<Range<usize>>,
}

impl Party {
    fn new(family: &Communities, people: usize, circles: &[Range<usize>], draws: Draws) -> Self {
        let ends = family.ends(circles, draws);
        let at = |person: usize| ends.partition_point(|&end| (end as usize) < person);
        let numbered = circles.iter().enumerate();
        Self {
            ties: Acquaintances::among(people),
            want: ties_for(people, family.mean_degree.0),
            circle_of: numbered
                .flat_map(|(n, of)| std::iter::repeat_n(n as u32, of.len()))
                .collect(),
            ends_of_circle: circles.iter().map(|of| at(of.start)..at(of.end)).collect(),
            ends,
        }
    }

    /// Strangers meet first, then friends of friends; at last whoever has time makes up for ties that failed.
    fn acquaint(&mut self, family: &Communities, draws: Draws) {
        let luck = draws.of("network: acquaintance");
        for closing in [false, true] {
            // Every second end speaks first, and the others are spoken to.
            for n in (0..self.ends.len()).step_by(2) {
                let mut dice = luck.number(n as u64).dice();
                if (dice.unit() < family.closure.0) == closing {
                    self.befriend(family, self.ends[n], closing, &mut dice);
                }
            }
        }
        let late = draws.of("network: late acquaintance");
        for n in 0..8 * self.want as u64 {
            if self.ties.count() >= self.want {
                break;
            }
            let mut dice = late.number(n).dice();
            let closing = dice.unit() < family.closure.0;
            if let Some(person) = pick(&mut dice, &self.ends) {
                self.befriend(family, person, closing, &mut dice);
            }
        }
        self.ties.fill(self.want, draws.of("network: last strangers").number(0).dice());
    }

    /// Finds one person somebody new, on the side of the circle's border that chance says.
    fn befriend(&mut self, family: &Communities, person: u32, closing: bool, dice: &mut Dice) {
        if self.ties.count() >= self.want {
            return;
        }
        let within = dice.unit() < family.homophily.0;
        let found = if closing { self.friend_of_friend(person, within, dice) } else { None };
        let found = found.or_else(|| self.stranger(person, within, dice));
        if let Some(found) = found.or_else(|| self.stranger(person, !within, dice)) {
            self.ties.tie(person, found);
        }
    }

    /// A friend's friend whom the person does not know yet.
    fn friend_of_friend(&self, person: u32, within: bool, dice: &mut Dice) -> Option<u32> {
        (0..TRIES).find_map(|_| {
            let friend = pick(dice, self.ties.of(person))?;
            let other = pick(dice, self.ties.of(friend))?;
            self.is_new(person, other, within).then_some(other)
        })
    }

    /// Anybody whom the person does not know yet, sociable people more often.
    fn stranger(&self, person: u32, within: bool, dice: &mut Dice) -> Option<u32> {
        let circle = self.circle_of[person as usize] as usize;
        let row =
            if within { &self.ends[self.ends_of_circle[circle].clone()] } else { &self.ends[..] };
        (0..TRIES).find_map(|_| {
            let other = pick(dice, row)?;
            self.is_new(person, other, within).then_some(other)
        })
    }

    fn is_new(&self, person: u32, other: u32, within: bool) -> bool {
        let same = self.circle_of[person as usize] == self.circle_of[other as usize];
        same == within && other != person && !self.ties.know(person, other)
    }
}

#[cfg(test)]
mod tests;
