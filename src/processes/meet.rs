//! Meet: people who know each other meet as often as their tie and their time allow; contact strengthens a tie, silence weakens it.

use crate::draws::{Draw, Luck, Stream};
use crate::elementary::chance_at_most;
use crate::few::Few;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WeeklyHazard};
use crate::ties::{HowWell, Ties, Who};

crate::parameters! {
    /// How ties live by contact.
    pub Contact in "people.contact" {
        /// Contact time spent outside the ties of the market, in contacts a week.
        elsewhere: Number = 1.0, in 0.2 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// What a contact adds to a tie's strength, as a share of what is missing.
        growth: Share = 0.011, in 0.0 => 0.05, from "calibrated to keep ties and their strengths stationary without a firm", grade Derived, role Input;
        /// Rate at which a tie's strength falls in weeks without contact.
        decay: WeeklyHazard = 0.00686, in 0.002 => 0.0176, from "Roberts and Dunbar 2011 (sign: closeness of friends falls without contact; swept from .1 to .6 a year)", grade Gap, role Input;
    }
}

/// Lets people meet those they know. Returns who met whom, each meeting from both sides.
///
/// A pair's rate is `strength · min(pace of one, pace of the other)`, where a person's pace is
/// the contact time left over the sum of own strengths and of time spent elsewhere: so nobody's
/// contacts exceed the time there is, and a new tie takes time from the old ones.
pub fn meet(
    people: &mut People,
    ties: &mut Ties,
    appointments: &[(PersonId, PersonId)],
    rules: &Contact,
    week: u32,
    luck: Luck,
) -> Vec<(PersonId, PersonId)> {
    let kept = 1.0 - rules.decay.chance().single();
    let nobody_meets = people.time_left.iter().all(|time| *time <= 0.0);
    if nobody_meets && appointments.is_empty() && kept >= 1.0 {
        return Vec::new();
    }
    people.find_pace(rules);
    let booked = from_both_sides(appointments);
    let People { pace, load, .. } = people;
    let contacts = Contacts {
        luck: luck.of("meet: contact"),
        pace,
        booked: &booked,
        growth: rules.growth.single(),
        kept,
        week: week as i16,
    };
    let lived = ties.each_block(load, |jotter, who, how_well, loads| {
        contacts.live(jotter, who, how_well, loads)
    });
    let mut meetings = booked.clone();
    meetings.extend(lived.into_iter().flatten());
    meetings
}

/// All that a week of contacts reads, apart from the ties.
struct Contacts<'a> {
    luck: Stream,
    pace: &'a [f32],
    booked: &'a [(PersonId, PersonId)],
    growth: f32,
    kept: f32,
    week: i16,
}

/// What is jotted down about a block: of each tie its luck and its rate, then the places where
/// luck may have lived it, then the contacts.
#[derive(Default)]
struct Jotter {
    draws: Vec<Draw>,
    rates: Vec<f32>,
    likely: Few,
    met: Vec<Met>,
}

/// A contact: at which place of the block, and the strength of the tie after it.
#[derive(Clone, Copy, Default)]
struct Met {
    at: u32,
    strength: f32,
}

impl Contacts<'_> {
    /// Lives the ties of one block of people, and notes what load is left on each. Returns who met.
    fn live(
        &self,
        jotter: &mut Jotter,
        who: Who<'_>,
        HowWell { strength: strengths, last }: HowWell<'_>,
        loads: &mut [f32],
    ) -> Vec<(PersonId, PersonId)> {
        self.luck.of_each_pair(who.pair, &mut jotter.draws);
        self.find_rates(who, strengths, &mut jotter.rates);
        jotter.find_met(strengths, self.growth);
        for strength in &mut *strengths {
            *strength *= self.kept;
        }
        for &Met { at, strength } in &jotter.met {
            (strengths[at as usize], last[at as usize]) = (strength, self.week);
        }
        let mut meetings = Vec::with_capacity(jotter.met.len());
        let mut met = jotter.met.iter().map(|met| met.at as usize).peekable();
        for ((person, row), load) in who.rows().zip(loads) {
            while let Some(at) = met.next_if(|&at| at < row.end) {
                meetings.push((person, PersonId(who.partner[at])));
            }
            *load = strengths[row].iter().sum();
        }
        self.leave_out_booked(&mut meetings);
        meetings
    }

    /// Who has an appointment meets once, and so talks once. Both lists are in order.
    fn leave_out_booked(&self, meetings: &mut Vec<(PersonId, PersonId)>) {
        let Some(first) = meetings.first() else { return };
        let from = self.booked.partition_point(|booked| booked < first);
        let mut booked = self.booked[from..].iter().peekable();
        meetings.retain(|meeting| {
            while booked.next_if(|booked| *booked < meeting).is_some() {}
            booked.peek() != Some(&meeting)
        });
    }

    /// How often each tie of the block would be lived, at the pace of whoever has less time.
    fn find_rates(&self, who: Who<'_>, strengths: &[f32], rates: &mut Vec<f32>) {
        rates.clear();
        for (person, row) in who.rows() {
            let own = self.pace[person.index()];
            let ties = who.partner[row.clone()].iter().zip(&strengths[row]);
            rates.extend(ties.map(|(&partner, &strength)| {
                let pace = self.pace[partner as usize];
                strength * if pace < own { pace } else { own }
            }));
        }
    }
}

impl Jotter {
    /// Notes the contacts that come about.
    ///
    /// A draw is never less than its first 24 bits, so one comparison with what no chance exceeds
    /// settles nearly all.
    fn find_met(&mut self, strengths: &[f32], growth: f32) {
        let Self { draws, rates, likely, met } = self;
        let may_meet = |draw: Draw, rate| draw.at_least() <= chance_at_most(rate);
        let likely = likely.of((draws, rates), may_meet);
        met.clear();
        for &at in likely {
            let strength = strengths[at as usize];
            if draws[at as usize].strikes(rates[at as usize]) {
                met.push(Met { at, strength: strength + growth * (1.0 - strength) });
            }
        }
    }
}

/// Each appointment as both people see it, once.
fn from_both_sides(appointments: &[(PersonId, PersonId)]) -> Vec<(PersonId, PersonId)> {
    let mut both: Vec<_> = appointments.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
    both.sort_unstable();
    both.dedup();
    both
}

impl People {
    /// Finds how often each person meets for each unit of strength: contact time left over own
    /// strengths and time spent elsewhere.
    pub fn find_pace(&mut self, rules: &Contact) {
        let elsewhere = rules.elsewhere.single();
        let pace =
            self.time_left.iter().zip(&self.load).map(|(time, load)| time / (elsewhere + load));
        self.pace.clear();
        self.pace.extend(pace);
    }
}
