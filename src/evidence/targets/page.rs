//! The firm's page: what a follow is worth, who unfollows, and what features that tell one's friends would do.

use crate::draws::Draws;
use crate::evidence::diary::{Diary, customers};
use crate::evidence::estimators::differences::mean;
use crate::evidence::estimators::trial::{arms, lift};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};

/// Findings on the firm's page.
pub(super) const FINDINGS: &[Finding] = &[B13, B15, B15B, B41];

const B13: Finding = Finding {
    id: "B13",
    statement: "Features that tell one's friends by themselves win more adopters than personal invitations do, which win more for each message.",
    published: "246 % more by passive broadcasts, a further 98 % by active personalised invitations.",
    design: "Paper: a randomised trial of two features of an application. It would take a product that tells a user's friends of its use by itself.",
    source: "Aral and Walker 2011, Management Science",
    grade: Grade::V1,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[
        Part::number("adopters by passive broadcasts, % more", Expected::Band(100.0, 400.0)),
        Part::number("further by personal invitations, % more", Expected::Band(40.0, 200.0)),
    ],
    test: Test::Untestable(
        "Nothing here tells one's friends by itself. Of the two levers that come near, a personal invitation is asked for by the firm and not a feature of the product, and the visibility of use (people.visibility.seen) is 0 by default: how strong it is would have to be put in, and would be what comes out.",
    ),
    miss: "",
};

const B15: Finding = Finding {
    id: "B15",
    statement: "Who follows a brand's page buys more than who does not.",
    published: "27 % more in the four weeks after a campaign, against others who had bought as much before.",
    design: "Industry study: fans and others with the same purchases before, by what they buy in four weeks. Here: after half a year of the usual digital strategy, customers who follow the page by their own choice against customers who do not and bought as often in the month before, by the weeks in which they buy.",
    source: "O'Dwyer 2014 on comScore",
    grade: Grade::V2,
    role: Role::Target,
    shares: "None cites it. That customers, and nobody else, begin to follow (people.attention.follow) is the same for all of them, so it does not say which of them buy more.",
    with: None,
    parts: &[Part::number("what followers buy above what others do, %", Expected::Above(0.0))],
    test: Test::Trial { worlds: 40, of: fans },
    miss: "",
};

const B15B: Finding = Finding {
    id: "B15b",
    statement: "A follow that was given by lot makes nobody buy more.",
    published: "No effect of a like on what the person thinks or buys (five experiments and two meta-analyses, more than 14,000 people).",
    design: "Paper: people are led to like a page by lot. Here: in the same worlds, half of all who do not follow the page do so by lot, customers or not; what they buy in four weeks above what they bought before, against the others. The band is ±2 % of what the others buy.",
    source: "John, Emrich, Gupta and Norton 2017, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "The process of the page gives a follow no effect of its own, for which it names this paper; what remains to be seen is that posts, which are impressions, do not bring one in.",
    with: None,
    parts: &[Part::number(
        "what a follow by lot adds to what is bought, %",
        Expected::Within(-2.0, 2.0),
    )],
    test: Test::Trial { worlds: 40, of: follows_by_lot },
    miss: "",
};

const B41: Finding = Finding {
    id: "B41",
    statement: "Followers leave, and the more of them the more is posted.",
    published: "43 % of active users unfollow at least one account within 51 days; who posts much in a short time is unfollowed more.",
    design: "Paper: all follows of 1.2 million users, day by day. Here: the share of followers who leave the page within 51 days where 20 posts a week are published, less where one is. The 43 % cannot be asked for: a person here follows one page, and not the many of which one is dropped.",
    source: "Kwak, Chun and Moon 2011, CHI",
    grade: Grade::V2,
    role: Role::Recovery,
    shares: "The parameter people.attention.unfollow puts in how often a follow ends, and people.attention.dullness, for which it names this paper, that it ends the sooner the more is posted.",
    with: None,
    parts: &[Part::number(
        "followers lost in 51 days, 20 posts a week less one, points",
        Expected::Above(0.0),
    )],
    test: Test::Trial { worlds: 16, of: more_posts },
    miss: "",
};

const DIGITAL: &str = "
[people]
count = 10000
[strategies.digital]
preset = \"digital\"
";

/// Weeks in which people make up their minds about the page.
const HALF_A_YEAR: u32 = 26;
/// Weeks in which purchases are counted.
const MONTH: u32 = 4;

/// The world in which people follow the page as they choose.
fn with_a_page(luck: Draws, weeks: u32) -> World {
    let mut world = World::of(DIGITAL, luck);
    for _ in 0..weeks {
        world.live(0);
    }
    world
}

fn fans(luck: Draws) -> Vec<Option<f64>> {
    let mut world = with_a_page(luck, HALF_A_YEAR - MONTH);
    let before = Diary::keep(&mut world, MONTH, |world| drop(world.live(0))).bought;
    let follows = world.clientele().follows.clone().used().to_vec();
    // Nearly all customers have bought in each week of the month before.
    let alike = |i: usize| before[i] >= f64::from(MONTH) && world.clientele().is_customer(i);
    let customer: Vec<bool> = (0..before.len()).map(alike).collect();
    let bought = Diary::keep(&mut world, MONTH, |world| drop(world.live(0))).bought;
    let (fans, others) = arms(&follows, |i| customer[i], |i| bought[i]);
    vec![lift(fans, others)]
}

fn follows_by_lot(luck: Draws) -> Vec<Option<f64>> {
    let mut world = with_a_page(luck, HALF_A_YEAR);
    let lot = world.by_lot(luck.of("evidence: is made to follow the page"), 0.5);
    let customer = customers(&world);
    let before = |i: usize| f64::from(MONTH) * f64::from(customer[i]);
    let clientele = &mut world.market.firms[0].clientele;
    let free: Vec<bool> = (0..lot.len()).map(|i| !clientele.follows.get(i)).collect();
    for i in (0..lot.len()).filter(|&i| lot[i]) {
        clientele.follows.set(i, true);
    }
    let bought = Diary::keep(&mut world, MONTH, |world| drop(world.live(0))).bought;
    // What was bought before differs between the arms by luck alone.
    let (led, others) = arms(&lot, |i| free[i], |i| bought[i] - before(i));
    let (_, usual) = arms(&lot, |i| free[i], |i| bought[i]);
    let added = led.mean().zip(others.mean()).map(|(led, others)| led - others);
    vec![added.zip(usual.mean()).map(|(added, usual)| 100.0 * added / usual)]
}

const PAGE: &str = "
[people]
count = 5000
[strategies.seldom]
[strategies.seldom.posts]
frequency = 1
[strategies.often]
[strategies.often.posts]
frequency = 20
";

/// The weeks of the paper's 51 days.
const WEEKS: u32 = 7;

fn more_posts(luck: Draws) -> Vec<Option<f64>> {
    let [seldom, often] = [0, 1].map(|strategy| {
        let mut world = World::of(PAGE, luck);
        let before = world.clientele().follows.clone().used().to_vec();
        let mut left = vec![false; before.len()];
        for _ in 0..WEEKS {
            world.live(strategy);
            for (i, left) in left.iter_mut().enumerate() {
                *left |= before[i] && !world.clientele().follows.get(i);
            }
        }
        let followers = left.iter().zip(&before).filter(|(_, follows)| **follows);
        mean(followers.map(|(left, _)| f64::from(*left)))
    });
    vec![often.zip(seldom).map(|(often, seldom)| 100.0 * (often - seldom))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::laboratory::scenario;

    #[test]
    fn the_scenarios_are_sound() {
        assert_eq!(scenario(DIGITAL).strategies.len(), 2);
        assert_eq!(scenario(PAGE).strategies.len(), 3);
    }
}
