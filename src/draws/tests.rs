//! Tests: luck is even, independent and stable.

use super::*;

/// Two draws whose keys differ in one word, for each number.
type Pair = fn(Draws, u64) -> (Draw, Draw);

fn stream() -> Stream {
    Draws::from_seed(1).in_replication(2).in_week(3).of("test: stream")
}

#[test]
fn people_pairs_and_directions_never_share_a_draw() {
    let keys: Vec<Key> = (0..300).map(Key::of_number).collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut asked = 0;
    for (i, &a) in keys.iter().enumerate() {
        asked += 1;
        seen.insert(stream().about(a));
        for &b in &keys[i + 1..] {
            asked += 3;
            seen.insert(stream().between(a, b));
            seen.insert(stream().from_to(a, b));
            seen.insert(stream().from_to(b, a));
            assert_eq!(stream().between(a, b), stream().between(b, a));
        }
    }
    assert_eq!(seen.len(), asked);
}

#[test]
fn neighbouring_keys_are_independent() {
    // Correlation of draws that differ in one word of the key: person, week, purpose, replication.
    let base = Draws::from_seed(7);
    let n = 20_000_u64;
    let pairs: [(&str, Pair); 4] = [
        ("person", |d, i| {
            let s = d.of("test: person");
            (s.number(i), s.number(i + 1))
        }),
        ("week", |d, i| {
            let at = |w| d.in_week(w).of("test: week").number(5);
            (at(i as u32), at(i as u32 + 1))
        }),
        ("replication", |d, i| {
            let at = |r| d.in_replication(r).of("test: rep").number(5);
            (at(i as u32), at(i as u32 + 1))
        }),
        ("purpose", |d, i| (d.of("test: one").number(i), d.of("test: two").number(i))),
    ];
    for (what, pair) in pairs {
        let products = (0..n).map(|i| {
            let (a, b) = pair(base, i);
            (a.unit() - 0.5) * (b.unit() - 0.5) * 12.0
        });
        let correlation = products.sum::<f64>() / n as f64;
        assert!(correlation.abs() < 4.0 / (n as f64).sqrt(), "{what}: {correlation}");
    }
}

#[test]
fn a_hazard_strikes_as_often_as_its_chance() {
    for hazard in [0.01_f32, 0.3, 1.0, 3.0] {
        let n = 200_000;
        let struck = (0..n).filter(|&i| stream().number(i).strikes(hazard)).count();
        let chance = -libm::expm1(-f64::from(hazard));
        let error = (chance * (1.0 - chance) / n as f64).sqrt();
        assert!((struck as f64 / n as f64 - chance).abs() < 4.0 * error, "{hazard}");
    }
}

#[test]
fn the_shortcuts_of_a_strike_change_no_answer() {
    for hazard in [1e-6_f32, 0.01, 0.2, 0.9, 3.0, 40.0, 1e30, f32::INFINITY] {
        let chance = -libm::expm1(-f64::from(hazard));
        // Just below and above the chance, and above the bounds by which most draws are settled.
        let near = [0.0, -1e-9, 1e-9, -1e-4, 1e-4].map(|aside| chance * (1.0 + aside));
        let anywhere = (0..20_000).map(|i| stream().number(i));
        let near = near
            .into_iter()
            .filter(|unit| *unit < 1.0)
            .map(|unit| Draw(((unit * (1_u64 << 53) as f64).ceil() as u64) << 11));
        for draw in anywhere.chain(near) {
            assert_eq!(draw.strikes(hazard), draw.unit() < chance, "{hazard}: {draw:?}");
        }
    }
}

#[test]
fn the_values_are_stable() {
    // Results must not change between versions without a word in the changelog. The number was
    // calculated by a second program, written from the definitions alone.
    assert_eq!(stream().number(1).0, 0xF9CA_E91D_AB5D_192E);
    assert_eq!(mix(GOLDEN), 0xE220_A839_7B1D_CDAF, "SplitMix64's first output from state 0");
}

#[test]
fn many_draws_at_once_are_those_that_are_asked_one_by_one() {
    let people: Vec<Key> = (0..37).map(Key::of_number).collect();
    let pairs: Vec<crate::draws::Pair> = people.windows(2).map(|two| two[1].and(two[0])).collect();
    let (one, other) = (stream(), Draws::from_seed(9).of("test: another stream"));
    let mut draws = vec![Draw(7); 99];
    one.of_each_pair(&pairs, &mut draws);
    let singly = people.windows(2).map(|two| one.between(two[0], two[1]));
    assert_eq!(draws, singly.collect::<Vec<_>>());
    assert_eq!((one.or(other, true), one.or(other, false)), (other, one));
    for &other in &people {
        assert_eq!(people[3].and(other).without(people[3]), other);
    }
    for draw in draws {
        assert!(f64::from(draw.at_least()) <= draw.unit());
        assert!(draw.unit() - f64::from(draw.at_least()) < 1.0 / f64::from(1 << 24));
    }
}

#[test]
fn choices_are_even_and_none_is_none() {
    assert_eq!(Draw(u64::MAX).choose(0), None);
    assert_eq!(Draw(u64::MAX).choose(3), Some(2));
    assert_eq!(Draw(0).choose(3), Some(0));
}

#[test]
fn the_two_halves_of_a_draw_know_nothing_of_each_other() {
    let stream = Draws::from_seed(1).of("test: halves");
    let draws: Vec<Draw> = (0..100_000).map(|number| stream.number(number)).collect();
    let share = |holds: &dyn Fn(Draw) -> bool| {
        draws.iter().filter(|draw| holds(**draw)).count() as f64 / draws.len() as f64
    };
    let (first, other) =
        (|draw: Draw| draw.happens(0.1), |draw: Draw| draw.other_half().happens(0.1));
    // Four standard errors of a tenth, and of a hundredth.
    assert!((share(&other) - 0.1).abs() < 0.004, "{}", share(&other));
    let both = share(&|draw| first(draw) && other(draw));
    assert!((both - 0.01).abs() < 0.0013, "{both}");
    assert!(draws.iter().all(|draw| draw.other_half().other_half() == *draw));
}
