//! Ties in the limits that are known exactly: growth by contact, decay in silence, and time that nobody has twice.

mod common;

use common::limits::{alike, known_to_all, market, network, silent};
use proptest::prelude::*;
use stammtisch::draws::{Draws, Key, Luck};
use stammtisch::elementary::{exp, ln};
use stammtisch::facts::Facts;
use stammtisch::market::Market;
use stammtisch::offers::{Offer, OfferKind, Offers, Purse};
use stammtisch::people::{People, PersonId};
use stammtisch::population::start::Given;
use stammtisch::processes::meet::{Contact, meet};
use stammtisch::quantity::{Money, Number, Quantity, Share, WeeklyHazard};
use stammtisch::ties::{NewTie, Origin, Ties};

/// People with so much time each, and ties of the given strengths among them.
fn acquainted(time: &[f32], ties: &[(u32, u32, f32)]) -> (People, Ties) {
    let new: Vec<NewTie> = ties
        .iter()
        .map(|&(one, other, strength)| NewTie {
            people: (PersonId(one), PersonId(other)),
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
        ..People::default()
    };
    people.load = loads(&people, &woven);
    (people, woven)
}

fn loads(people: &People, ties: &Ties) -> Vec<f32> {
    let load = |person| ties.of(person).map(|tie| tie.strength).sum();
    people.all().map(load).collect()
}

/// So many pairs who know nobody else, each person with so much time.
fn pairs(count: u32, time: f32, strength: f32) -> (People, Ties) {
    let ties: Vec<_> = (0..count).map(|i| (2 * i, 2 * i + 1, strength)).collect();
    acquainted(&vec![time; 2 * count as usize], &ties)
}

/// No time elsewhere: a pair with no other ties then meets at the rate of its time, however strong the tie.
fn contact(growth: f64, decay: f64) -> Contact {
    Contact { elsewhere: Number(0.0), growth: Share(growth), decay: WeeklyHazard(decay) }
}

/// Lets people meet for so many weeks; returns how often each pair met, counted from both sides.
fn meet_for(
    weeks: u32,
    people: &mut People,
    ties: &mut Ties,
    rules: &Contact,
) -> Vec<(PersonId, PersonId)> {
    let luck = Draws::from_seed(1);
    (0..weeks)
        .flat_map(|week| meet(people, ties, &[], rules, week, Luck::in_week(luck, week)))
        .collect()
}

#[test]
fn a_tie_that_is_met_at_a_steady_rate_settles_where_growth_and_decay_balance() {
    let (growth, decay, time, count) = (0.05, 0.02, 0.5, 20_000);
    let (mut people, mut ties) = pairs(count, time, 0.2);
    let rules = contact(growth, decay);
    let meets = 1.0 - exp(-f64::from(time));
    let fades = 1.0 - exp(-decay);
    let mut exact = f64::from(0.2_f32);
    let mut week = 0;
    for until in [1, 10, 200] {
        for now in week..until {
            meet(&mut people, &mut ties, &[], &rules, now, Luck::in_week(Draws::from_seed(2), now));
            exact += meets * growth * (1.0 - exact) - (1.0 - meets) * fades * exact;
        }
        week = until;
        let strengths: Vec<f64> = (0..count)
            .filter_map(|i| ties.between(PersonId(2 * i), PersonId(2 * i + 1)))
            .map(|tie| f64::from(tie.strength))
            .collect();
        assert_eq!(strengths.len(), count as usize);
        let (mean, error) = common::limits::mean_and_error(&strengths);
        common::limits::assert_near(mean, exact, error, 0.02);
    }
    let settled = meets * growth / (meets * growth + (1.0 - meets) * fades);
    assert!((exact - settled).abs() < 1e-3, "{exact} {settled}");
}

#[test]
fn silence_weakens_exponentially_and_a_contact_adds_a_share_of_what_is_missing() {
    let (mut people, mut ties) = pairs(1, 0.0, 0.6);
    let met = meet_for(40, &mut people, &mut ties, &contact(0.05, 0.01));
    assert!(met.is_empty(), "who has no time meets nobody");
    let strength = |ties: &Ties, (one, other)| {
        let tie = ties.between(PersonId(one), PersonId(other));
        f64::from(tie.map_or(f32::NAN, |tie| tie.strength))
    };
    let faded = 0.6 * exp(-0.01 * 40.0);
    for ends in [(0, 1), (1, 0)] {
        assert!((strength(&ties, ends) - faded).abs() < 1e-5);
    }
    people.time_left = vec![1e9; 2];
    let met = meet_for(1, &mut people, &mut ties, &contact(0.05, 0.01));
    assert_eq!(met.len(), 2, "from both sides");
    for ends in [(0, 1), (1, 0)] {
        assert!((strength(&ties, ends) - (faded + 0.05 * (1.0 - faded))).abs() < 1e-5);
    }
    assert!((f64::from(people.load[0]) - strength(&ties, (0, 1))).abs() < 1e-6);
}

/// Everybody's time, and strengths of some of the pairs.
fn any_circle() -> impl Strategy<Value = (Vec<f32>, Vec<(u32, u32, f32)>, f64)> {
    (2..7_usize).prop_flat_map(|people| {
        let pairs = people * (people - 1) / 2;
        let strengths =
            proptest::collection::vec(proptest::option::weighted(0.7, 0.01..1.0_f32), pairs);
        let hours = proptest::collection::vec(0.0..1.5_f32, people);
        (hours, strengths, 0.0..2.0_f64).prop_map(|(time, strengths, elsewhere)| {
            let everybody = time.len() as u32;
            let pairs = (0..everybody).flat_map(|a| (a + 1..everybody).map(move |b| (a, b)));
            let ties = pairs
                .zip(strengths)
                .filter_map(|((a, b), strength)| strength.map(|strength| (a, b, strength)))
                .collect();
            (time, ties, elsewhere)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    /// The rates are read off the contacts themselves: a pair that meets in a share f of the weeks has rate −ln(1 − f).
    #[test]
    fn nobody_spends_more_time_than_there_is((time, ties, elsewhere) in any_circle()) {
        let (mut people, mut woven) = acquainted(&time, &ties);
        let rules = Contact { elsewhere: Number(elsewhere), ..contact(0.0, 0.0) };
        let weeks = 3000;
        let met = meet_for(weeks, &mut people, &mut woven, &rules);
        let often = |a: u32, b: u32| met.iter().filter(|pair| **pair == (PersonId(a), PersonId(b))).count() as f64;
        for (person, &has) in time.iter().enumerate() {
            let (mut rates, mut variance, mut contacts) = (0.0, 0.0, 0.0);
            for other in 0..time.len() as u32 {
                let share = often(person as u32, other) / f64::from(weeks);
                let back = often(other, person as u32);
                prop_assert!((often(person as u32, other) - back).abs() < 0.5, "a meeting has two sides");
                rates -= ln(1.0 - share);
                variance += share / (1.0 - share) / f64::from(weeks);
                contacts += share;
            }
            let has = f64::from(has);
            prop_assert!(rates <= has + 4.0 * variance.sqrt() + 1e-9, "rates {} of {}", rates, has);
            prop_assert!(contacts <= has + 4.0 * variance.sqrt() + 1e-9, "contacts {} of {}", contacts, has);
        }
    }
}

/// A centre and his acquaintances, with each of whom the firm gives him an occasion to be in touch.
#[test]
fn occasions_leave_everybody_with_the_load_of_all_own_ties() {
    let mut rules = silent();
    rules.acceptance.cold = Share(0.999);
    rules.help.occasion = Share(0.2);
    let star: Vec<(u32, u32)> = (1..60).map(|other| (0, other)).collect();
    let start = known_to_all(1.0);
    let parts = (&alike(), &start, &Given::default());
    let luck = Draws::from_seed(3);
    let mut market = market(&network(60, &star), parts, &rules, luck);
    let before = market.people.load[0];
    let mut offers = Offers::default();
    let mut purse = Purse::of(Money::from_number(1000.0));
    for other in 1..60 {
        let offer = Offer::Touch { with: PersonId(0), time: 0.0, kind: OfferKind::Occasion };
        offers.make(PersonId(other), offer, Money::ZERO, &mut purse);
    }
    let broker = rules.broker(0, Luck::in_week(luck, 0));
    let answer = |market: &mut Market| {
        let (firm, mut facts) = (&mut market.firms[0], Facts::default());
        broker.broker(&mut market.people, &mut market.ties, firm, &offers, &mut facts);
        facts.taken[OfferKind::Occasion as usize]
    };
    // An appointment takes the time of a contact, so who has none left takes no occasion.
    market.people.time_left.fill(0.9);
    assert_eq!(answer(&mut market), 0);
    market.people.time_left.fill(1000.0);
    let taken = answer(&mut market);
    assert!(taken > 30, "{taken}");
    assert!((market.people.time_left[0] - (1000.0 - taken as f32)).abs() < 1e-3);
    let load = loads(&market.people, &market.ties)[0];
    assert!(load > before + 1.0, "occasions strengthen ties");
    // `meet` divides a person's time by this sum; were it stale, contacts would exceed the time.
    assert!((market.people.load[0] - load).abs() < 1e-3, "{} {load}", market.people.load[0]);
}
