//! Meet: people who know each other meet as often as their tie and their time allow; contact strengthens a tie, silence weakens it.

use crate::draws::{Draw, Luck, Stream};
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
    people.find_pace(rules);
    let booked = from_both_sides(appointments);
    let People { pace, load, .. } = people;
    let contacts = Contacts {
        luck: luck.of("meet: contact"),
        pace,
        booked: &booked,
        growth: rules.growth.single(),
        kept: 1.0 - rules.decay.chance().single(),
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

/// A contact that may come about: whose, at which place of the block, at which rate, by what luck.
#[derive(Clone, Copy, Default)]
struct Chance {
    person: u32,
    at: u32,
    rate: f32,
    draw: Draw,
}

/// A contact that came about, and the strength of the tie after it.
#[derive(Clone, Copy, Default)]
struct Met {
    person: u32,
    at: u32,
    strength: f32,
}

impl Contacts<'_> {
    /// Lives the ties of one block of people, and notes what load is left on each. Returns who met.
    fn live(
        &self,
        (draws, chances, met): &mut (Vec<Draw>, Vec<Chance>, Vec<Met>),
        who: Who<'_>,
        how_well: HowWell<'_>,
        loads: &mut [f32],
    ) -> Vec<(PersonId, PersonId)> {
        let HowWell { strength: strengths, last } = how_well;
        self.luck.of_each_pair(who.pair, draws);
        let chances = self.likely(who, strengths, draws, chances);
        let met = self.strike(strengths, chances, met);
        for strength in &mut *strengths {
            *strength *= self.kept;
        }
        let mut meetings = Vec::with_capacity(met.len());
        for &Met { person, at, strength } in met {
            let at = at as usize;
            (strengths[at], last[at]) = (strength, self.week);
            meetings.push((PersonId(person), PersonId(who.partner[at])));
        }
        self.leave_out_booked(&mut meetings);
        for ((_, row), load) in who.rows().zip(loads) {
            *load = strengths[row].iter().sum();
        }
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

    /// The few ties that luck may have lived this week.
    ///
    /// A chance never exceeds its rate, and a draw is never less than its first 24 bits, so one
    /// comparison settles most. As nobody can foresee it, neither can a processor: so all are
    /// jotted down, and what does not count is overwritten by the next.
    fn likely<'j>(
        &self,
        who: Who<'_>,
        strengths: &[f32],
        draws: &[Draw],
        chances: &'j mut Vec<Chance>,
    ) -> &'j [Chance] {
        chances.resize(chances.len().max(strengths.len() + 1), Chance::default());
        let mut few = 0;
        for (person, row) in who.rows() {
            let pace = self.pace[person.index()];
            let ties = who.partner[row.clone()].iter().zip(&draws[row.clone()]);
            let ties = ties.zip(&strengths[row.clone()]);
            for (at, ((&partner, &draw), &strength)) in row.zip(ties) {
                let rate = strength * pace.min(self.pace[partner as usize]);
                chances[few] = Chance { person: person.0, at: at as u32, rate, draw };
                few += usize::from(draw.at_least() <= rate);
            }
        }
        &chances[..few]
    }

    /// Of these, those that are lived.
    fn strike<'j>(
        &self,
        strengths: &[f32],
        chances: &[Chance],
        met: &'j mut Vec<Met>,
    ) -> &'j [Met] {
        met.resize(met.len().max(chances.len() + 1), Met::default());
        let mut few = 0;
        for &Chance { person, at, rate, draw } in chances {
            let strength = strengths[at as usize];
            met[few] = Met { person, at, strength: strength + self.growth * (1.0 - strength) };
            few += usize::from(draw.strikes(rate));
        }
        &met[..few]
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
