//! Tests: nobody who would act is left off the list, in any story and after anything a firm has done.

use super::*;
use crate::draws::{Draws, Luck};
use crate::elementary::logistic;
use crate::evidence::laboratory::World;
use crate::people::PersonId;
use crate::stories;

/// Whether somebody would act who is not on the list; and how many are on it, of how many.
fn look_for_somebody_left_off(world: &World, name: &str) -> (usize, usize) {
    let (market, rules) = (&world.market, &world.scenario.rules);
    let luck = Luck::in_week(world.luck, market.week).at_firm(0);
    let decision = rules.decision(market.week, luck);
    let (people, circles, firm) = (&market.people, &market.circles, &market.firms[0]);
    let (streams, mut list, mut listed) = (decision.streams(), Shortlist::default(), 0);
    let mut seen = Counts::none_of(people.len());
    seen.add((0..people.len()).flat_map(|i| std::iter::repeat_n((i, true), i % 7)));
    for some in groups(people.len()) {
        let about = (people, circles.most_trouble(), firm);
        let few = decision.shortlist(&mut list, about, Some(&seen), &some, &streams).to_vec();
        listed += few.len();
        for i in some.clone() {
            let act = decision.act((people, Some(circles), firm), (Some(&seen), None), &streams, i);
            let is_listed = few.contains(&((i - some.start) as u32));
            assert!(is_listed || act.is_none(), "{name}, week {}: person {i}", market.week);
        }
    }
    (listed, people.len())
}

/// Puts something into every column that moves people, and lets the firm's help be worth as much as it may.
fn stir(world: &mut World) {
    let worth = &mut world.scenario.rules.worth;
    (worth.help.0, worth.status.0) = (0.5, 0.5);
    world.market.firms[0].reputation = 1.0;
    let clientele = &mut world.market.firms[0].clientele;
    for i in 0..clientele.stage.len() {
        let some = |every: usize, much: f32| if i % every == 0 { much } else { 0.0 };
        clientele.invited.add(i, some(3, 0.2));
        clientele.read_forum.add(i, some(4, 0.1));
        clientele.was_guest.add(i, some(5, 0.1));
        clientele.committed.set(i, some(4, 0.9));
        clientele.praise_heard.add(i, some(2, 3.0));
        let lost = (PersonId(i as u32), i % 3 == 0);
        clientele.losses_near.lose(std::iter::repeat_n(lost, 4));
        clientele.company.set(i, some(2, 3.0) - some(3, 1.5));
        clientele.irritation.add(i, some(5, 2.0));
        clientele.aggrieved.add(i, some(7, 2.5));
        clientele.offers_lately.add(i, some(2, 1.0));
        clientele.ad_stock.add(i, some(6, 5.0));
        clientele.honoured.add(i, some(3, 9.0));
    }
    world.market.circles.trouble.iter_mut().for_each(|trouble| *trouble += 0.5);
}

#[test]
fn nobody_who_would_act_is_left_off_the_list() {
    let (mut listed, mut all) = (0, 0);
    for story in stories::all().filter(|story| story.beside.is_none()) {
        let text = story
            .text
            .replace("\ncount = ", "\n# count = ")
            .replace("[people]", "[people]\ncount = 300");
        let mut world = World::of(&text, Draws::from_seed(5));
        for week in 0..12 {
            world.live(week % world.scenario.strategies.len());
            let (few, people) = look_for_somebody_left_off(&world, story.name);
            (listed, all) = (listed + few, all + people);
            if week == 11 {
                stir(&mut world);
                look_for_somebody_left_off(&world, story.name);
            }
        }
    }
    // A list of everybody would leave nobody off, and be of no use.
    assert!(listed * 10 < all, "{listed} of {all}");
}

#[test]
fn what_the_logistic_function_does_not_exceed_is_near_it_where_most_people_are() {
    for hundredth in -2000..=2000 {
        let x = hundredth as f32 / 100.0;
        let (most, exact) = (logistic_at_most(x), logistic(x));
        assert!(most >= exact * 0.999_999, "{x}: {most} < {exact}");
        assert!(x.abs() > 1.0 || most <= exact * 1.1, "{x}: {most} is far from {exact}");
    }
}
