//! Tests: weaving is adding to a set and taking out of it.

use super::*;
use crate::draws::Key;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn tie(a: u32, b: u32) -> NewTie {
    NewTie {
        people: (PersonId(a), PersonId(b)),
        pair: Key::of_number(a.into()).and(Key::of_number(b.into())),
        strength: 0.5,
        origin: Origin::Chance,
        seeks: (true, false),
        last: 0,
        since: 0,
    }
}

fn pairs(ties: &Ties) -> BTreeSet<(u32, u32)> {
    let people: usize = ties.blocks.iter().map(|block| block.first.len() - 1).sum();
    (0..people as u32)
        .flat_map(|a| ties.of(PersonId(a)).map(move |t| (a, t.partner.0)).collect::<Vec<_>>())
        .collect()
}

#[test]
fn both_ends_of_a_tie_agree_but_for_who_seeks_whom() {
    let ties = Ties::weave(3, &[tie(2, 0), tie(0, 2), tie(1, 1)]);
    assert_eq!(ties.count(), 1);
    let (here, there) =
        (ties.between(PersonId(0), PersonId(2)), ties.between(PersonId(2), PersonId(0)));
    let (here, there) = (here.expect("tied"), there.expect("tied"));
    assert_eq!((here.strength, here.origin()), (there.strength, Origin::Chance));
    assert!(there.seeks() && !here.seeks());
    let all =
        [Origin::Given, Origin::Chance, Origin::FriendOfFriend, Origin::Brokered, Origin::Kin];
    for origin in all {
        for seeks in [(true, true), (true, false), (false, true), (false, false)] {
            let ties = Ties::weave(2, &[NewTie { origin, seeks, ..tie(0, 1) }]);
            let end = |from, to| ties.between(PersonId(from), PersonId(to)).expect("tied");
            assert_eq!([end(0, 1), end(1, 0)].map(|end| end.origin()), [origin; 2]);
            assert_eq!((end(0, 1).seeks(), end(1, 0).seeks()), seeks);
        }
    }
}

#[test]
fn common_acquaintances_are_counted() {
    let ties = Ties::weave(5, &[tie(0, 2), tie(0, 3), tie(1, 2), tie(1, 3), tie(1, 4), tie(0, 1)]);
    assert_eq!(ties.common(PersonId(0), PersonId(1)), 2);
    assert_eq!(ties.common(PersonId(2), PersonId(4)), 1);
}

#[test]
fn a_touched_tie_changes_at_both_ends() {
    let mut ties = Ties::weave(3, &[tie(0, 2)]);
    assert!(ties.touch(PersonId(2), PersonId(0), |strength, last| (*strength, *last) = (0.9, 7)));
    assert!(!ties.touch(PersonId(2), PersonId(1), |_, _| {}));
    let there = ties.between(PersonId(0), PersonId(2)).expect("tied");
    assert_eq!((there.strength, there.last), (0.9, 7));
}

#[test]
fn who_seeks_whom_is_known_at_both_ends() {
    let ties = Ties::weave(4, &[tie(2, 0), tie(2, 3), tie(1, 2)]);
    // The first of each pair seeks the second.
    let mut visited = Vec::new();
    ties.visit_rows([0, 2, 1].map(PersonId).into_iter(), |person, ends| {
        let seekers = ends.seekers().filter(|&(_, seeks)| seeks).map(|(seeker, _)| seeker.0);
        visited.push((person.0, ends.partner.to_vec(), seekers.collect::<Vec<_>>()));
    });
    let expected = [(0, vec![2], vec![2]), (2, vec![0, 1, 3], vec![1]), (1, vec![2], vec![])];
    assert_eq!(visited, expected);
    assert_eq!(ties.sought(PersonId(2)).collect::<Vec<_>>(), [PersonId(0), PersonId(3)]);
    assert_eq!(ties.sought(PersonId(0)).count(), 0);
    for (seeker, sought) in [(2, 0), (2, 3), (1, 2)] {
        assert!(ties.between(PersonId(seeker), PersonId(sought)).expect("tied").seeks());
    }
}

#[test]
fn rows_are_visited_in_the_order_asked_for_however_many_there_are() {
    let ties = Ties::weave(100, &(1..100).map(|other| tie(0, other)).collect::<Vec<_>>());
    for many in [0, 1, 15, 16, 17, 32, 99] {
        let mut visited = Vec::new();
        ties.visit_rows((0..many).rev().map(PersonId), |person, ends| {
            visited.push(person.0);
            assert_eq!(ends.partner, ties.partners(person));
        });
        assert!(visited.iter().copied().eq((0..many).rev()), "{many}: {visited:?}");
    }
}

proptest! {
    #[test]
    fn weaving_is_adding_and_taking_out_of_a_set(
        weeks in prop::collection::vec(
            (prop::collection::vec((0_u32..2500, 0_u32..2500), 0..60), prop::collection::vec(any::<prop::sample::Index>(), 0..20)),
            1..6,
        )
    ) {
        let mut ties = Ties::weave(2500, &[]);
        let mut set = BTreeSet::new();
        for (new, gone) in weeks {
            let now: Vec<(u32, u32)> = set.iter().copied().filter(|(a, b)| a < b).collect();
            let gone: BTreeSet<(u32, u32)> =
                gone.iter().filter(|_| !now.is_empty()).map(|index| *index.get(&now)).collect();
            let broken: Vec<_> = gone.iter().map(|&(a, b)| (PersonId(a), PersonId(b))).collect();
            let new: Vec<NewTie> = new.iter().map(|&(a, b)| tie(a, b)).collect();
            let woven = ties.reweave(&new, &broken);
            for &(a, b) in &gone {
                set.remove(&(a, b));
                set.remove(&(b, a));
            }
            for t in &woven {
                let (a, b) = (t.people.0.0, t.people.1.0);
                prop_assert!(set.insert((a, b)) && set.insert((b, a)));
            }
            prop_assert_eq!(&pairs(&ties), &set);
            let seen = ties.each_block(&mut vec![0.0; 2500], |who, how_well, _| {
                let ends = who.rows().flat_map(|(person, row)| row.map(move |at| (person, at)));
                let mut whose = vec![9; 3];
                who.spread(|person| person.0, &mut whose);
                assert_eq!(whose.len(), who.partner.len());
                let ends: Vec<(u32, u32)> = ends.map(|(person, at)| {
                    assert_eq!(whose[at], person.0);
                    (person.0, who.partner[at])
                }).collect();
                assert_eq!(how_well.strength.len(), ends.len());
                ends
            });
            prop_assert_eq!(seen.into_iter().flatten().collect::<BTreeSet<_>>(), set.clone());
            let sorted: Vec<NewTie> = set.iter().filter(|(a, b)| a < b).map(|&(a, b)| tie(a, b)).collect();
            let people = |tie: &NewTie| (tie.people.0.index(), tie.people.1.index());
            let straight = Ties::of_sorted(2500, sorted.iter().map(people), |at| sorted[at]);
            prop_assert_eq!(&pairs(&straight), &set);
for (woven, straight) in ties.blocks.iter().zip(&straight.blocks) {
                prop_assert_eq!(&woven.first, &straight.first);
                prop_assert!(woven.partner == straight.partner && woven.pair == straight.pair);
            }
        }
    }
}

#[test]
fn what_is_spread_over_rows_reaches_each_place_of_long_ones_and_no_other() {
    // 75 knows 70 people, who know each other in the order of their numbers.
    let star = (0..70).map(|other| tie(75, other));
    let mut ties = Ties::weave(80, &star.chain((0..32).map(|a| tie(a, a + 1))).collect::<Vec<_>>());
    ties.each_block(&mut [0.0; 80], |who, _, _| {
        let mut whose = Vec::new();
        who.spread(|person| person.0, &mut whose);
        let exact = who.rows().flat_map(|(person, row)| row.map(move |_| person.0));
        assert!(whose.into_iter().eq(exact));
    });
}
