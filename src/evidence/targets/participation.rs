//! Participation: whether those who take part are the ones who come to pay, and what paying does to one's ties.

use crate::draws::Draws;
use crate::elementary::{exp, ln};
use crate::evidence::diary::{Diary, enliven};
use crate::evidence::estimators::differences::{Case, difference_in_differences, matches, mean};
use crate::evidence::estimators::regression::poisson;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};
use crate::people::PersonId;
use std::ops::Range;

/// Findings on participation.
pub(super) const FINDINGS: &[Finding] = &[B27, B27B, B28];

const LADDER: &str = "Oestreicher-Singer and Zalmanson 2013, MIS Quarterly";

const B27: Finding = Finding {
    id: "B27",
    statement: "Willingness to pay goes more with taking part in a community than with reading.",
    published: "Of users of a music site, those who take part subscribe more than those who only consume; the coefficient of community activity exceeds that of content consumption.",
    design: "Paper: subscriptions on earlier consumption and community activity, by logit, matching and hazard model. Here: people who are no customers, in a lively forum that is open to all; how often each came in half a year (content) and how often he took part (community), and who becomes a customer in the half-year after; a hazard regression on both activities, each in standard deviations. That readers join more often than those who never came is not asked, since the forum's persuasion puts it in, nor that those who took part do, which their commitment puts in (B27b).",
    source: LADDER,
    grade: Grade::V1,
    role: Role::Target,
    shares: "None cites it. That who has taken part joins the sooner (people.forum.commitment) was added in view of its miss, for a sign that an experiment on a website gives (European Conference on Information Systems 2014; its authors may be the same, and its effect is another); the size is that of other trials. So it is put in that taking part counts, and not that it counts for more than reading.",
    with: None,
    parts: &[Part::number(
        "size of the coefficient of taking part less that of reading",
        Expected::Above(0.0),
    )],
    test: Test::Trial { worlds: 128, of: coefficients },
    miss: "",
};

const B27B: Finding = Finding {
    id: "B27b",
    statement: "Who takes part comes to pay more often than who reads as much.",
    published: "Subscriptions of those who take part exceed those of matched users who only consume.",
    design: "As for B27: rates of joining of those who took part against readers matched by visits and number of ties.",
    source: LADDER,
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "Who has taken part joins the sooner by a parameter (people.forum.commitment).",
    with: None,
    parts: &[Part::ratio("joining, who took part against matched readers", Expected::Above(1.0))],
    test: Test::Trial { worlds: 32, of: taking_part },
    miss: "",
};

const B28: Finding = Finding {
    id: "B28",
    statement: "Paying makes people more social: who becomes a customer gains more ties than who will become one later.",
    published: "15.77 % more friends after the step to the paid service; the catalogue's band is 0 to 30, with the sign, so that an effect of a thirtieth of that is enough.",
    design: "Paper: users who begin to pay against users like them who do so later (look-ahead matching), difference-in-differences. Here: under the usual social strategy, people who become customers for the first time against people who do so more than half a year later, matched by number of ties and its recent change; the logarithm of the number of ties at the end of the week of joining and half a year later.",
    source: "Bapna, Ramaprasad and Umyarov 2018, MIS Quarterly",
    grade: Grade::V1,
    role: Role::Target,
    shares: "None cites it: two parameters cite Bapna and Umyarov 2015, which is another experiment, on adoption by friends of an adopter.",
    with: None,
    parts: &[
        Part::number("ties gained by becoming a customer, %", Expected::Band(0.0, 30.0)),
        Part::number("its sign, %", Expected::Above(0.0)),
    ],
    test: Test::Trial { worlds: 96, of: ties_gained },
    miss: "In a year and a half the usual social strategy leaves a customer with 0.1 more ties on twelve. Of offers of an introduction about 4 % are taken, half of those lead to a tie, and a new tie is weak and soon gone; more money or shorter rests only tire people. What lacks is that a paying customer gets features by which he makes contacts himself.",
};

const SITE: &str = "
[people]
count = 6000
[strategies.site]
[strategies.site.forum]
";

/// Weeks in which activity is observed, and as many in which joining is.
const HALF_A_YEAR: u32 = 26;

/// A person who is no customer: what he did, and what became of him.
struct Prospect {
    visits: f64,
    posts: f64,
    ties: f64,
    joined: f64,
    weeks: f64,
}

fn prospects(luck: Draws) -> Vec<Prospect> {
    let mut world = World::of(SITE, luck);
    enliven(&mut world);
    let diary = Diary::keep(&mut world, HALF_A_YEAR, |world| drop(world.live(0)));
    let start = world.clientele().stage.clone();
    let ties: Vec<f64> = (0..start.len()).map(|i| degree(&world, i)).collect();
    let mut joined = vec![None; start.len()];
    for week in 1..=HALF_A_YEAR {
        world.live(0);
        for (i, joined) in joined.iter_mut().enumerate() {
            if joined.is_none() && world.clientele().is_customer(i) {
                *joined = Some(week);
            }
        }
    }
    let prospect = |i: usize| Prospect {
        visits: diary.visits[i],
        posts: diary.posts[i],
        ties: ties[i],
        joined: f64::from(joined[i].is_some()),
        weeks: f64::from(joined[i].unwrap_or(HALF_A_YEAR)),
    };
    (0..start.len()).filter(|&i| start[i].is_prospect()).map(prospect).collect()
}

fn degree(world: &World, i: usize) -> f64 {
    world.market.ties.degree(PersonId(i as u32)) as f64
}

/// How many of these, each with a weight, join in a week; `None` where nobody does.
fn rate<'a>(people: impl Iterator<Item = (&'a Prospect, f64)>) -> Option<f64> {
    let add = |(joined, weeks): (f64, f64), (one, weight): (&Prospect, f64)| {
        (joined + weight * one.joined, weeks + weight * one.weeks)
    };
    let (joined, weeks) = people.fold((0.0, 0.0), add);
    (joined > 0.0).then(|| joined / weeks)
}

fn taking_part(luck: Draws) -> Vec<Option<f64>> {
    vec![against_readers(&prospects(luck))]
}

fn coefficients(luck: Draws) -> Vec<Option<f64>> {
    vec![more_than_reading(&prospects(luck))]
}

/// Joining of those who took part against readers who came as often and have as many ties.
fn against_readers(people: &[Prospect]) -> Option<f64> {
    let case = |one: &Prospect| Case {
        known: vec![one.visits, ln(1.0 + one.ties)],
        before: 0.0,
        after: one.joined,
    };
    let active: Vec<&Prospect> = people.iter().filter(|one| one.posts > 0.0).collect();
    let readers: Vec<&Prospect> =
        people.iter().filter(|one| one.visits > 0.0 && one.posts <= 0.0).collect();
    let of = |people: &[&Prospect]| -> Vec<Case> { people.iter().map(|one| case(one)).collect() };
    let like = matches(&of(&active), &of(&readers))?;
    // Readers who are equally like one of those who took part stand for that one together.
    let like = like
        .iter()
        .flat_map(|like| like.iter().map(|&reader| (readers[reader], 1.0 / like.len() as f64)));
    let active = active.into_iter().map(|one| (one, 1.0));
    Some(rate(active)? / rate(like)?)
}

/// How much larger the coefficient of taking part is than that of reading, in size.
fn more_than_reading(people: &[Prospect]) -> Option<f64> {
    let (visits, posts) =
        (standardised(people, |one| one.visits)?, standardised(people, |one| one.posts)?);
    let rows: Vec<Vec<f64>> =
        visits.iter().zip(&posts).map(|(visits, posts)| vec![1.0, *visits, *posts]).collect();
    let joined: Vec<f64> = people.iter().map(|one| one.joined).collect();
    let weeks: Vec<f64> = people.iter().map(|one| one.weeks).collect();
    let fit = poisson(&rows, &joined, &weeks)?;
    Some(fit.coefficients[2].abs() - fit.coefficients[1].abs())
}

/// Something of each, in standard deviations from the mean.
fn standardised(people: &[Prospect], of: impl Fn(&Prospect) -> f64) -> Option<Vec<f64>> {
    let middle = mean(people.iter().map(&of))?;
    let spread = mean(people.iter().map(|one| (of(one) - middle) * (of(one) - middle)))?.sqrt();
    (spread > 0.0).then(|| people.iter().map(|one| (of(one) - middle) / spread).collect())
}

const SOCIAL: &str = "
[people]
count = 4000
[strategies.social]
preset = \"social\"
";

/// The last week that is lived.
const LAST: usize = 104;
/// Weeks over which ties are counted after joining.
const AFTER: usize = 26;
/// Weeks over which the recent change of ties is looked at.
const RECENT: usize = 4;

fn ties_gained(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(SOCIAL, luck);
    let ever = world.clientele().ever.clone();
    let mut first = vec![None; ever.len()];
    let mut ties: Vec<Vec<f64>> = Vec::with_capacity(LAST);
    for week in 0..LAST {
        world.live(0);
        for (i, first) in first.iter_mut().enumerate() {
            if first.is_none() && !ever[i] && world.clientele().is_customer(i) {
                *first = Some(week);
            }
        }
        ties.push((0..ever.len()).map(|i| ln(1.0 + degree(&world, i))).collect());
    }
    let joined_in = |weeks: Range<usize>| {
        let within = |first: &Option<usize>| first.is_some_and(|week| weeks.contains(&week));
        (0..first.len()).filter(|&i| within(&first[i])).collect::<Vec<usize>>()
    };
    let gains = (RECENT..LAST / 2).filter_map(|week| {
        let case = |i: usize| Case {
            known: vec![ties[week][i], ties[week][i] - ties[week - RECENT][i]],
            before: ties[week][i],
            after: ties[week + AFTER][i],
        };
        let cases: Vec<Case> = joined_in(week..week + 1).into_iter().map(case).collect();
        let later: Vec<Case> = joined_in(week + AFTER + 1..LAST).into_iter().map(case).collect();
        Some((difference_in_differences(&cases, &later)?, cases.len() as f64))
    });
    let (sum, cases) =
        gains.fold((0.0, 0.0), |(sum, all), (gain, cases)| (sum + gain * cases, all + cases));
    let gained = (cases > 0.0).then(|| 100.0 * (exp(sum / cases) - 1.0));
    vec![gained, gained]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::laboratory::scenario;

    #[test]
    fn the_scenarios_are_sound() {
        for text in [SITE, SOCIAL] {
            assert_eq!(scenario(text).strategies.len(), 2);
        }
    }

    fn prospect(visits: f64, posts: f64, joined: f64) -> Prospect {
        Prospect { visits, posts, ties: 3.0, joined, weeks: 10.0 }
    }

    #[test]
    fn the_ladder_is_read_off_rates_matches_and_a_regression() {
        // Of readers who came as often as the two who took part, one in two joined.
        let mut people = vec![prospect(4.0, 1.0, 1.0), prospect(2.0, 2.0, 1.0)];
        people.extend([prospect(4.0, 0.0, 0.0), prospect(2.0, 0.0, 1.0), prospect(0.0, 0.0, 1.0)]);
        assert_eq!(against_readers(&people), Some(2.0));
        let of = |people: &[Prospect]| rate(people.iter().map(|one| (one, 1.0)));
        assert_eq!(of(&people), Some(0.08));
        assert_eq!(of(&people[2..3]), None, "nobody joined");
    }
}
