//! Meet: people who know each other meet as often as their tie and their time allow; contact strengthens a tie, silence weakens it.

use crate::draws::{Draw, Luck, Stream};
use crate::elementary::chance_at_most;
use crate::few::Few;
use crate::lanes;
use crate::meetings::Meetings;
use crate::people::{People, PersonId};
use crate::quantity::{Number, Share, WeeklyHazard};
use crate::ties::{HowWell, Loose, Ties, Who};
use std::cell::RefCell;

crate::parameters! {
    /// How ties live by contact.
    pub Contact in "people.contact" {
        /// Contact time spent outside the ties of the market, in contacts a week.
        elsewhere: Number = 1.0, in 0.2 => 5.0, from "assumption; swept", grade Gap, role Input;
        /// What a contact adds to a tie's strength, as a share of what is missing, for each unit of what a week of silence takes from a tie that hardly exists.
        growth: Number = 1.07, in 0.0 => 3.0, from "calibrated to keep the strengths of ties, of kin and of others, for ten years without a firm; it would be 1 where all had equal time", grade Derived, role Input;
        /// Rate at which the strength of a tie that hardly exists falls in weeks without contact.
        decay: WeeklyHazard = 0.00805, in 0.00235 => 0.0207, from "Roberts and Dunbar 2011 (sign: closeness of friends falls without contact; .3 a year at the strength .25, swept from .1 to .6)", grade Gap, role Input;
        /// How far silence spares a close tie, of kin or not: at 0 every tie loses the same share of its strength; at 1 so much that contact and silence balance at every strength, and who is close stays close.
        resilience: Share = 1.0, in 0.0 => 1.0, from "assumption; swept (sign, by analogy from kin to close ties: Roberts and Dunbar 2011, kin lose less closeness without contact than friends)", grade Gap, role Input;
    }
}

/// What a week of contacts comes to.
#[derive(Clone, Debug, Default)]
pub struct Lived {
    /// Who met whom.
    pub meetings: Meetings,
    /// Ties that may end at the end of the week, each once.
    pub loose: Vec<Loose>,
}

/// Lets people meet those they know, and finds the ties that may not outlive the week: `may_end` says
/// whether one with such a lot and such a strength may, or is nothing where no tie ever ends.
///
/// A pair's rate is `strength · min(pace of one, pace of the other)`, where a person's pace is
/// the contact time left over the sum of own strengths and of time spent elsewhere: so nobody's
/// contacts exceed the time there is, and a new tie takes time from the old ones.
pub fn meet(
    people: &mut People,
    ties: &mut Ties,
    appointments: &[(PersonId, PersonId)],
    rules: &Contact,
    may_end: Option<impl Fn(Draw, f32) -> bool + Copy + Sync>,
    week: u32,
    luck: Luck,
) -> Lived {
    let kept = 1.0 - rules.decay.chance().single();
    if people.alone && appointments.is_empty() && kept >= 1.0 && may_end.is_none() {
        return Lived::default();
    }
    people.find_pace(rules);
    let booked = from_both_sides(appointments);
    let People { pace, load, .. } = people;
    let contacts = Contacts {
        luck: luck.of("meet: contact"),
        pace,
        booked: &booked,
        growth: rules.growth.single() * (1.0 - kept),
        lost: 1.0 - kept,
        resilience: rules.resilience.single(),
        week: week as i16,
    };
    let blocks = ties.each_block(load, |who, mut how_well, loads| {
        JOTTER.with_borrow_mut(|jotter| {
            let meetings = contacts.live(jotter, who, &mut how_well, loads);
            let loose = may_end.map(|may_end| jotter.find_loose(who, how_well.strength, may_end));
            (meetings, loose.unwrap_or_default())
        })
    });
    let mut meetings = Vec::with_capacity(1 + blocks.len());
    meetings.push(booked);
    let mut loose = Vec::new();
    for (met, may_end) in blocks {
        meetings.push(met);
        loose.extend(may_end);
    }
    Lived { meetings: Meetings::of_groups(meetings), loose }
}

thread_local! {
    /// What is jotted down about one block is overwritten by the next, week after week.
    static JOTTER: RefCell<Jotter> = RefCell::default();
}

/// All that a week of contacts reads, apart from the ties.
struct Contacts<'a> {
    luck: Stream,
    pace: &'a [f32],
    booked: &'a [(PersonId, PersonId)],
    growth: f32,
    lost: f32,
    resilience: f32,
    week: i16,
}

/// What is jotted down about a block: of each tie its luck, what its rate does not exceed and whose it is, then the places where
/// luck may have lived it, then the contacts; and the places where it may end it.
#[derive(Default)]
struct Jotter {
    draws: Vec<Draw>,
    bounds: Vec<f32>,
    whose: Vec<u32>,
    likely: Few,
    met: Vec<Met>,
    loose: Few,
}

/// A contact: at which place of the block, and the strength of the tie after it.
#[derive(Clone, Copy, Default)]
struct Met {
    at: u32,
    strength: f32,
}

impl Contacts<'_> {
    /// Lives the ties of one block of people, and notes what load is left on each.
    ///
    /// Each tie casts one lot a week: half of its bits say whether it is lived, the other half
    /// whether it may end.
    fn live(
        &self,
        jotter: &mut Jotter,
        who: Who<'_>,
        HowWell { strength: strengths, last }: &mut HowWell<'_>,
        loads: &mut [f32],
    ) -> Vec<(PersonId, PersonId)> {
        self.luck.of_each_pair(who.pair, &mut jotter.draws);
        self.find_bounds(who, strengths, &mut jotter.bounds);
        self.find_met(who, strengths, jotter);
        lanes::change_each(strengths, |strength| strength - self.lost * self.falls(strength));
        for &Met { at, strength } in &jotter.met {
            (strengths[at as usize], last[at as usize]) = (strength, self.week);
        }
        who.spread(|person| person.0, &mut jotter.whose);
        let pair = |met: &Met| {
            let at = met.at as usize;
            (PersonId(jotter.whose[at]), PersonId(who.partner[at]))
        };
        let mut meetings: Vec<_> = jotter.met.iter().map(pair).collect();
        for ((_, row), load) in who.rows().zip(loads) {
            *load = strengths[row].iter().sum();
        }
        if !self.booked.is_empty() {
            self.leave_out_booked(&mut meetings);
        }
        meetings
    }

    /// What a silent week takes from a tie, for each unit of decay.
    ///
    /// As long as everybody has time, the odds of contact against silence are e^w − 1 to 1: so a
    /// resilient tie loses that many times what a contact would add. What e^w − 1 has beyond the third power
    /// is left out: it would take two in a hundred more from the closest ties.
    #[inline(always)]
    fn falls(&self, strength: f32) -> f32 {
        let odds = strength * (1.0 + strength * (0.5 + strength / 6.0));
        strength + self.resilience * ((1.0 - strength) * odds - strength)
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

    /// How often each tie of the block would be lived if everybody had as much time as the person at this end.
    fn find_bounds(&self, who: Who<'_>, strengths: &[f32], bounds: &mut Vec<f32>) {
        who.spread(|person| self.pace[person.index()], bounds);
        lanes::change(bounds, strengths, |pace, strength| pace * strength);
    }

    /// Notes the contacts that come about, at the pace of whoever has less time.
    ///
    /// A draw is never less than its first 24 bits, so one comparison with what no chance exceeds
    /// settles most; and only for the others is it looked up how much time the partner has.
    fn find_met(&self, who: Who<'_>, strengths: &[f32], jotter: &mut Jotter) {
        let Jotter { draws, bounds, likely, met, .. } = jotter;
        let may_meet = |draw: Draw, rate| draw.at_least() <= chance_at_most(rate);
        let likely = likely.of((draws, bounds), may_meet);
        met.clear();
        for &at in likely {
            let place = at as usize;
            let strength = strengths[place];
            let theirs = strength * self.pace[who.partner[place] as usize];
            if draws[place].strikes(theirs.min(bounds[place])) {
                met.push(Met { at, strength: strength + self.growth * (1.0 - strength) });
            }
        }
    }
}

impl Jotter {
    /// Notes the ties of the block just lived that may end, as weak as the week leaves them, each at
    /// the end of whoever comes first. A tie of kin does not end.
    fn find_loose(
        &mut self,
        who: Who<'_>,
        strengths: &[f32],
        may_end: impl Fn(Draw, f32) -> bool,
    ) -> Vec<Loose> {
        let places = self.loose.of((&self.draws, strengths), may_end);
        let loose = places.iter().filter_map(|&at| {
            let at = at as usize;
            let people = (PersonId(self.whose[at]), PersonId(who.partner[at]));
            let (strength, lot) = (strengths[at], self.draws[at]);
            (people.0 < people.1 && !who.are_kin(at)).then_some(Loose { people, strength, lot })
        });
        loose.collect()
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
