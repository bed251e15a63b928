//! Ties that begin and end (C8): how long they last, how many there are, and how long a page is followed.

use super::bench::{Crowd, alike, each, known_to_all, silent};
use super::ties::{acquainted, contact, pairs};
use super::{Comparison, Limit, enough, enough_for_share};
use crate::draws::{Draws, Luck};
use crate::elementary::{exp, power};
use crate::people::{People, PersonId};
use crate::population::start::Start;
use crate::processes::drift::{Turnover, dissolve, encounter, renew};
use crate::processes::meet::meet;
use crate::programmes::Chosen;
use crate::programmes::posts::Postings;
use crate::quantity::{Money, Number, PerWeek, Quantity, Share, WeeklyHazard};
use crate::strategy::{Line, Strategy};
use crate::ties::Ties;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C8-bridges",
        statement: "Nine in ten bridges are gone within a year, and of strong ties so many fewer as the protection says.",
        source: "Burt 2002, constant hazard",
        compare: bridges,
    },
    Limit {
        id: "C8-embedded",
        statement: "Ties of a triangle protect each other until one of them is gone.",
        source: "chain of the number of ties left, counted out",
        compare: triangles,
    },
    Limit {
        id: "C8-births",
        statement: "Where ties begin by chance and end by chance, everybody has a Poisson number of them.",
        source: "immigration and death",
        compare: births,
    },
    Limit {
        id: "C8-follows",
        statement: "A page that does not praise itself loses its followers by a constant hazard.",
        source: "Kwak, Chun and Moon 2011, constant hazard",
        compare: follows,
    },
];

/// The ties that end in a week whose contacts leave ties as strong, and people as busy, as they are.
fn ending(
    people: &People,
    ties: &mut Ties,
    rules: &Turnover,
    week: u32,
    luck: Draws,
) -> Vec<(PersonId, PersonId)> {
    let (still, luck) = (contact(0.0, 0.0), Luck::in_week(luck, week));
    // Of a copy, since people without ties and without time elsewhere would meet for ever.
    let lived = meet(&mut people.clone(), ties, &[], &still, rules.may_end(), week, luck);
    dissolve(ties, &lived.loose, rules)
}

/// Lets ties end in so many weeks.
fn dissolve_for(weeks: u32, (people, ties): (&People, &mut Ties), rules: &Turnover, luck: Draws) {
    for week in 0..weeks {
        let gone = ending(people, ties, rules, week, luck);
        ties.reweave(&[], &gone);
    }
}

fn bridges(luck: Draws) -> Vec<Comparison> {
    let usual = Turnover { protection: Number(0.0), ..Turnover::default() };
    let strong = Turnover { bridge: WeeklyHazard(0.2), ..Turnover::default() };
    let left = |what: &str, rules: &Turnover, (strength, weeks): (f32, u32), exact: f64| {
        let count = enough_for_share(exact);
        let (people, mut ties) = pairs(count, 0.0, strength);
        dissolve_for(weeks, (&people, &mut ties), rules, luck);
        Comparison::share(what, exact, ties.count() as f64, count as f64)
    };
    // The hazard of a tie of strength .3 is times (1 − .3)⁴.
    let protected = exp(-0.2 * 0.7 * 0.7 * 0.7 * 0.7 * 20.0);
    vec![
        left("bridges left after a quarter", &usual, (0.3, 13), power(0.1, 0.25)),
        left("bridges left after half a year", &usual, (0.3, 26), power(0.1, 0.5)),
        left("ties of strength .3 left after 20 weeks", &strong, (0.3, 20), protected),
    ]
}

fn triangles(luck: Draws) -> Vec<Comparison> {
    let (hazard, embedded, weeks) = (0.2, 0.3, 6);
    let rules = Turnover {
        bridge: WeeklyHazard(hazard),
        embedded: Share(embedded),
        protection: Number(0.0),
        ..Turnover::default()
    };
    // The chances of 0, 1, 2 and 3 ties: three protect each other, one or two do not.
    let (stay, alone) = (exp(-hazard * embedded), exp(-hazard));
    let (gone, parted) = (1.0 - stay, 1.0 - alone);
    let mut chances = [0.0, 0.0, 0.0, 1.0];
    for _ in 0..weeks {
        let [none, one, two, three] = chances;
        chances = [
            none + one * parted + two * parted * parted + three * gone * gone * gone,
            one * alone + two * 2.0 * alone * parted + three * 3.0 * stay * gone * gone,
            two * alone * alone + three * 3.0 * stay * stay * gone,
            three * stay * stay * stay,
        ];
    }
    let mean = chances[1] + 2.0 * chances[2] + 3.0 * chances[3];
    let variance = chances[1] + 4.0 * chances[2] + 9.0 * chances[3] - mean * mean;
    let count = enough(variance / (mean * mean)).max(enough_for_share(chances[3]));
    let corners =
        |i: u32| [(3 * i, 3 * i + 1, 0.3), (3 * i, 3 * i + 2, 0.3), (3 * i + 1, 3 * i + 2, 0.3)];
    let ties: Vec<_> = (0..count as u32).flat_map(corners).collect();
    let (people, mut ties) = acquainted(&vec![0.0; 3 * count], &ties);
    dissolve_for(weeks, (&people, &mut ties), &rules, luck);
    let whole = (0..count as u32)
        .filter(|i| (0..3).all(|corner| ties.degree(PersonId(3 * i + corner)) == 2));
    let (found, error) = (ties.count() as f64 / count as f64, (variance / count as f64).sqrt());
    vec![
        Comparison::drawn(format!("ties of a triangle, week {weeks}"), mean, found, error),
        Comparison::share(
            format!("triangles that are whole, week {weeks}"),
            chances[3],
            whole.count() as f64,
            count as f64,
        ),
    ]
}

/// People of one market in which ties begin by chance, and markets.
const STRANGERS: usize = 1000;
const MARKETS: usize = 240;

fn births(luck: Draws) -> Vec<Comparison> {
    let (hazard, begins, weeks) = (0.3, 0.25, 12);
    let rules = Turnover {
        bridge: WeeklyHazard(hazard),
        protection: Number(0.0),
        embedded: Share(1.0),
        closure: Share(0.0),
        floor: Share(0.0),
        ..Turnover::default()
    };
    // Each week a person begins a tie with this chance, and others as often one with him. Of the
    // own ones of each week there is one at most, so their number varies a little less.
    let chance = 1.0 - exp(-begins);
    let ages = || (0..weeks).map(|age| chance * exp(-hazard * f64::from(age)));
    let mean = 2.0 * ages().sum::<f64>();
    let variance = mean - ages().map(|alive| alive * alive).sum::<f64>();
    let found = each(MARKETS, luck, |luck| {
        let (mut people, mut ties) = acquainted(&[1.0; STRANGERS], &[]);
        for week in 0..weeks {
            let gone = ending(&people, &mut ties, &rules, week, luck);
            let luck = Luck::in_week(luck, week);
            let new = encounter(&people, &ties, begins, &rules, week, luck);
            renew(&mut people, &mut ties, &new, &gone);
        }
        let degrees = people.all().map(|person| ties.degree(person) as f64);
        let (sum, squares) = degrees.fold((0.0, 0.0), |(sum, squares), degree| {
            (sum + degree, squares + (degree - mean) * (degree - mean))
        });
        (sum / STRANGERS as f64, squares / STRANGERS as f64)
    });
    let (means, squares): (Vec<f64>, Vec<f64>) = found.into_iter().unzip();
    vec![
        Comparison::mean(format!("ties of a person, week {weeks}"), mean, &means),
        Comparison::mean(
            format!("variance of ties between people, week {weeks}"),
            variance,
            &squares,
        ),
    ]
}

fn follows(luck: Draws) -> Vec<Comparison> {
    let mut rules = silent();
    rules.attention.follow = WeeklyHazard(0.0);
    let exact = exp(-rules.attention.unfollow.0 * 26.0);
    let (traits, people) = (alike(), enough_for_share(exact));
    let start = Start { followers: Share(1.0), ..known_to_all(1.0) };
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let posts = Postings { frequency: PerWeek(5.0), self_praise: Share(0.0), writing: Money::ZERO };
    let chosen = Chosen { programme: Box::new(posts), values: Vec::new() };
    let strategy = Strategy {
        lines: vec![Line::always("posts", 1.0, chosen)],
        allowance: Money::from_number(1.0),
        ..Strategy::absent()
    };
    let found = crowd.live_under(&strategy, 26, luck, |facts| vec![facts[26].followers as f64]);
    vec![Comparison::share("followers left after half a year", exact, found[0], crowd.size())]
}
