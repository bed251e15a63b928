//! Meet: people who know each other meet as often as their tie and their time allow; contact strengthens a tie, silence weakens it.

use crate::draws::Luck;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WeeklyHazard};
use crate::ties::Ties;

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
    let contact = luck.of("meet: contact");
    people.find_pace(rules);
    let growth = rules.growth.single();
    let kept = 1.0 - rules.decay.chance().single();
    let booked = from_both_sides(appointments);
    let mut meetings = booked.clone();
    let mut first = 0;
    for row in ties.rows_mut() {
        let i = row.person.index();
        let (my_pace, my_key) = (people.pace[i], people.key[i]);
        let own = booked_by(&booked, &mut first, row.person);
        let mut load = 0.0;
        for ((&partner, strength), last) in row.partner.iter().zip(row.strength).zip(row.last) {
            let j = partner as usize;
            let rate = *strength * my_pace.min(people.pace[j]);
            if contact.between(my_key, people.key[j]).strikes(rate) {
                *strength += growth * (1.0 - *strength);
                *last = week as i16;
                let meeting = (row.person, PersonId(partner));
                // Who has an appointment meets once, and so talks once.
                if own.is_empty() || !own.contains(&meeting) {
                    meetings.push(meeting);
                }
            } else {
                *strength *= kept;
            }
            load += *strength;
        }
        people.load[i] = load;
    }
    meetings
}

/// The appointments of one person; people are asked for in ascending order, from `first` on.
fn booked_by<'a>(
    booked: &'a [(PersonId, PersonId)],
    first: &mut usize,
    person: PersonId,
) -> &'a [(PersonId, PersonId)] {
    let rest = &booked[*first..];
    let own = rest.iter().take_while(|(who, _)| *who == person).count();
    *first += own;
    &rest[..own]
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
