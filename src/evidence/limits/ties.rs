//! Ties that are met and not met (C8): growth by contact, decay in silence, and time that nobody has twice.

use super::{Comparison, Limit, enough_for_share};
use crate::draws::{Draws, Key, Luck};
use crate::elementary::{exp, ln};
use crate::people::{People, PersonId};
use crate::processes::drift::Turnover;
use crate::processes::meet::{Contact, meet};
use crate::quantity::{Number, Share, WeeklyHazard};
use crate::ties::{NewTie, Origin, Tie, Ties};

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C8-contact",
        statement: "A tie that is met by chance settles, in mean and in mean square, where growth and decay balance.",
        source: "two-branch recursion of the first and second moment",
        compare: chance_contact,
    },
    Limit {
        id: "C8-silence",
        statement: "Where silence spares no tie it weakens all exponentially, a contact adds a share of what is missing, and a tie met every few weeks swings between two strengths.",
        source: "geometric decay; fixed point of the recursion",
        compare: periodic_contact,
    },
    Limit {
        id: "C8-resilience",
        statement: "Where everybody has time and silence spares close ties, the mean strength of ties stays as it is.",
        source: "martingale: the odds of contact against silence are e^w − 1 to 1",
        compare: balance,
    },
    Limit {
        id: "C8-dormant",
        statement: "The share of ties without contact for so long is exponential.",
        source: "memoryless contact",
        compare: dormant,
    },
    Limit {
        id: "C8-time",
        statement: "Who knows many meets each of them less: a pair meets by the pace of whoever has less time.",
        source: "strength × the lesser of time / (time elsewhere + load)",
        compare: shared_time,
    },
];

/// People with so much time each, and ties of the given strengths among them.
#[must_use]
pub fn acquainted(time: &[f32], ties: &[(u32, u32, f32)]) -> (People, Ties) {
    let new: Vec<NewTie> = ties
        .iter()
        .map(|&(one, other, strength)| NewTie {
            people: (PersonId(one), PersonId(other)),
            pair: Key::of_number(one.into()).and(Key::of_number(other.into())),
            strength,
            origin: Origin::Given,
            seeks: (true, true),
            last: -1,
            since: -1,
        })
        .collect();
    let woven = Ties::weave(time.len(), &new);
    let mut people = People {
        key: (0..time.len() as u64).map(Key::of_number).collect(),
        time_left: time.to_vec(),
        sociability: time.to_vec(),
        pace: vec![1.0; time.len()],
        ..People::default()
    };
    people.load = loads(&people, &woven);
    (people, woven)
}

/// The sum of the strengths of everybody's ties.
#[must_use]
pub fn loads(people: &People, ties: &Ties) -> Vec<f32> {
    let load = |person| ties.of(person).map(|tie| tie.strength).sum();
    people.all().map(load).collect()
}

/// So many pairs who know nobody else, each person with so much time.
#[must_use]
pub fn pairs(count: usize, time: f32, strength: f32) -> (People, Ties) {
    let ties: Vec<_> = (0..count as u32).map(|i| (2 * i, 2 * i + 1, strength)).collect();
    acquainted(&vec![time; 2 * count], &ties)
}

/// The tie of each pair.
fn of_pairs(ties: &Ties, count: usize) -> impl Iterator<Item = Tie> + '_ {
    (0..count as u32).filter_map(|i| ties.between(PersonId(2 * i), PersonId(2 * i + 1)))
}

/// No time elsewhere: a pair with no other ties then meets at the rate of its time, however strong the tie.
#[must_use]
pub fn contact(growth: f64, decay: f64) -> Contact {
    Contact {
        elsewhere: Number(0.0),
        growth: Number(if growth > 0.0 { growth / (1.0 - exp(-decay)) } else { 0.0 }),
        decay: WeeklyHazard(decay),
        resilience: Share(0.0),
    }
}

/// Lets people meet in these weeks; returns who met whom, each meeting from both sides.
pub fn meet_in(
    weeks: std::ops::Range<u32>,
    (people, ties): (&mut People, &mut Ties),
    rules: &Contact,
    luck: Draws,
) -> Vec<(PersonId, PersonId)> {
    // Which ties might end is found as well, and nobody asks for it here: all of them stay.
    let may_end = Turnover::default().may_end();
    let met = weeks.flat_map(|week| {
        let lived = meet(people, ties, &[], rules, may_end, week, Luck::in_week(luck, week));
        lived.meetings.all().copied().collect::<Vec<_>>()
    });
    met.collect()
}

fn chance_contact(luck: Draws) -> Vec<Comparison> {
    let (growth, decay, time, count) = (0.05, 0.02, 0.5, 12_000);
    let rules = contact(growth, decay);
    let (mut people, mut ties) = pairs(count, time, 0.2);
    let (meets, kept) = (1.0 - exp(-f64::from(time)), exp(-decay));
    let first = f64::from(0.2_f32);
    let (mut mean, mut square, mut week) = (first, first * first, 0);
    let mut all = Vec::new();
    for until in [1, 10, 200] {
        meet_in(week..until, (&mut people, &mut ties), &rules, luck);
        for _ in week..until {
            let grown = (1.0 - growth) * (1.0 - growth) * square
                + 2.0 * growth * (1.0 - growth) * mean
                + growth * growth;
            square = meets * grown + (1.0 - meets) * kept * kept * square;
            mean = meets * (mean + growth * (1.0 - mean)) + (1.0 - meets) * kept * mean;
        }
        week = until;
        let strengths: Vec<f64> = of_pairs(&ties, count).map(|tie| tie.strength.into()).collect();
        let squares: Vec<f64> = strengths.iter().map(|strength| strength * strength).collect();
        all.push(Comparison::mean(format!("mean strength, week {until}"), mean, &strengths));
        all.push(Comparison::mean(
            format!("mean square of strength, week {until}"),
            square,
            &squares,
        ));
    }
    all
}

fn balance(luck: Draws) -> Vec<Comparison> {
    let (change, strength, count) = (0.01, 0.2, 12_000);
    // So much time, and so much of it elsewhere, that ties of any strength meet as often as they are strong.
    let plenty = 1e6;
    let rules = Contact {
        elsewhere: Number(plenty),
        resilience: Share(1.0),
        ..contact(change, -ln(1.0 - change))
    };
    let (mut people, mut ties) = pairs(count, plenty as f32, strength);
    meet_in(0..200, (&mut people, &mut ties), &rules, luck);
    let strengths: Vec<f64> = of_pairs(&ties, count).map(|tie| tie.strength.into()).collect();
    vec![Comparison::mean("mean strength, week 200", strength.into(), &strengths)]
}

fn periodic_contact(luck: Draws) -> Vec<Comparison> {
    let (growth, decay, every) = (0.05, 0.01, 4);
    let rules = contact(growth, decay);
    let (mut people, mut ties) = pairs(1, 0.0, 0.6);
    let strength = |ties: &Ties| of_pairs(ties, 1).map(|tie| f64::from(tie.strength)).sum::<f64>();
    let mut met = meet_in(0..40, (&mut people, &mut ties), &rules, luck).len();
    let faded = f64::from(0.6_f32) * exp(-decay * 40.0);
    let mut all = vec![
        Comparison::counted("meetings of people without time", 0.0, met as f64),
        Comparison::single("strength after 40 weeks of silence", faded, strength(&ties)),
    ];
    // So much time that they meet for sure every fourth week, and never in between.
    let mut swing = (0.0, 0.0);
    for week in 40..640 {
        let time = if week % every == 0 { 1e9 } else { 0.0 };
        people.time_left.fill(time);
        let before = strength(&ties);
        met += meet_in(week..week + 1, (&mut people, &mut ties), &rules, luck).len();
        if week % every == 0 {
            swing = (before, strength(&ties));
        }
        if week == 40 {
            let exact = faded + growth * (1.0 - faded);
            all.push(Comparison::single("strength after a contact", exact, strength(&ties)));
        }
    }
    let low = exp(-decay * f64::from(every - 1));
    let high = growth / (1.0 - (1.0 - growth) * low);
    all.push(Comparison::counted("meetings every fourth week, from both sides", 300.0, met as f64));
    all.push(Comparison::single("settled strength before a contact", high * low, swing.0));
    all.push(Comparison::single("settled strength after a contact", high, swing.1));
    all
}

fn dormant(luck: Draws) -> Vec<Comparison> {
    let (time, weeks, silent) = (0.16_f32, 10, 6.0);
    let exact = exp(-f64::from(time) * silent);
    let count = enough_for_share(exact);
    let (mut people, mut ties) = pairs(count, time, 0.3);
    meet_in(0..weeks, (&mut people, &mut ties), &contact(0.05, 0.02), luck);
    let found = of_pairs(&ties, count).filter(|tie| tie.is_dormant(weeks, silent)).count();
    vec![Comparison::share("ties without contact for six weeks", exact, found as f64, count as f64)]
}

/// So many copies of a star or a circle of people, who meet for some weeks.
fn shared_time(luck: Draws) -> Vec<Comparison> {
    let all_know_all: Vec<_> =
        super::bench::complete(6).into_iter().map(|(a, b)| (a, b, 0.5)).collect();
    let star = [(0, 1, 0.5), (0, 2, 0.5), (0, 3, 0.5), (0, 4, 0.5)];
    // In a week 2 / (1 + 5 · .5) of a contact for each unit of strength; at the centre, who has
    // less time than those around, 3 / (1 + 4 · .5).
    [
        met("pairs of six who all know each other", &[2.0; 6], &all_know_all, 1.0 / 3.5, luck),
        met("ties of a centre with little time", &[3.0, 9.0, 9.0, 9.0, 9.0], &star, 0.5, luck),
    ]
    .to_vec()
}

/// The share of ties that are met in a week, each at this rate.
fn met(what: &str, time: &[f32], ties: &[(u32, u32, f32)], rate: f64, luck: Draws) -> Comparison {
    let (weeks, people, exact) = (10, time.len() as u32, 1.0 - exp(-rate));
    let copies = enough_for_share(exact).div_ceil(weeks as usize * ties.len()) as u32;
    let moved = |copy: u32| {
        ties.iter().map(move |&(a, b, strength)| (copy * people + a, copy * people + b, strength))
    };
    let everywhere: Vec<_> = (0..copies).flat_map(moved).collect();
    let (mut crowd, mut woven) = acquainted(&time.repeat(copies as usize), &everywhere);
    let rules = Contact { elsewhere: Number(1.0), ..contact(0.0, 0.0) };
    let met = meet_in(0..weeks, (&mut crowd, &mut woven), &rules, luck).len() as f64 / 2.0;
    let trials = everywhere.len() as f64 * f64::from(weeks);
    Comparison::share(format!("{what}, met in a week"), exact, met, trials)
}
