//! Tests: what is kept from week to week is what counting anew would give.

use super::*;
use crate::draws::Draws;
use crate::evidence::laboratory::World;

#[test]
fn what_is_kept_is_what_counting_anew_gives_while_ties_and_customers_change() {
    let text = "[people]\ncount = 400\n[people.visibility]\nseen = 0.002\n[strategies.s]\npreset = \"social\"\n";
    let mut world = World::of(text, Draws::from_seed(3));
    let rules = Visibility { seen: WeeklyHazard(0.002) };
    let (mut changes, mut customers) = (0, 0);
    for _ in 0..30 {
        let before = world.market.ties.changes();
        world.live(0);
        changes += world.market.ties.changes() - before;
        let market = &mut world.market;
        let clientele = &market.firms[0].clientele;
        let anew = notice(&mut Seen::default(), &market.ties, clientele, &rules).cloned();
        let kept = notice(&mut market.seen[0], &market.ties, clientele, &rules);
        assert_eq!(kept, anew.as_ref());
        let around = |i: u32| {
            let neighbours = market.ties.partners(PersonId(i)).iter();
            neighbours.filter(|&&j| clientele.is_customer(j as usize)).count() as u32
        };
        let counted: Vec<u32> = (0..400).map(around).collect();
        let kept = kept.map(|kept| (0..400).map(|i| kept.get(i)).collect());
        assert_eq!(kept.as_ref(), Some(&counted));
        customers += counted.iter().sum::<u32>();
    }
    assert!(changes == 30 && customers > 0, "{changes} {customers}");
}
