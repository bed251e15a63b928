//! Time that nobody has twice: neither by meeting people, nor by what a firm arranges.

use proptest::prelude::*;
use stammtisch::draws::{Draws, Luck};
use stammtisch::elementary::{exp, ln};
use stammtisch::evidence::limits::bench::{alike, known_to_all, market, network, silent};
use stammtisch::evidence::limits::ties::{acquainted, contact, loads, meet_in, pairs};
use stammtisch::facts::Facts;
use stammtisch::market::Market;
use stammtisch::offers::{Offer, OfferKind, Offers, Purse};
use stammtisch::people::PersonId;
use stammtisch::population::start::Given;
use stammtisch::processes::drift::{Turnover, dissolve};
use stammtisch::processes::meet::{Contact, meet};
use stammtisch::quantity::{Money, Number, Quantity, Share, WeeklyHazard};
use std::collections::BTreeSet;

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
        let met = meet_in(0..weeks, (&mut people, &mut woven), &rules, Draws::from_seed(1));
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

#[test]
fn a_tie_that_is_lived_ends_as_often_as_one_that_is_not() {
    // Who has time for half a contact a week and knows one person meets him at that rate.
    let (count, hazard) = (20_000, 0.5);
    let (mut people, mut ties) = pairs(count, hazard as f32, 0.3);
    let (bridge, protection) = (WeeklyHazard(hazard), Number(0.0));
    let rules = Turnover { bridge, protection, ..Turnover::default() };
    let luck = Luck::in_week(Draws::from_seed(1), 0);
    let lived = meet(&mut people, &mut ties, &[], &contact(0.0, 0.0), rules.may_end(), 0, luck);
    let gone = dissolve(&ties, &lived.loose, &rules);
    let met: BTreeSet<_> = lived.meetings.all().collect();
    let both = gone.iter().filter(|pair| met.contains(pair)).count() as f64;
    let chance = 1.0 - exp(-hazard);
    for (what, found, exact) in [
        ("met", lived.meetings.len() as f64 / 2.0, chance),
        ("ended", gone.len() as f64, chance),
        ("both", both, chance * chance),
    ] {
        let error = (exact * (1.0 - exact) / count as f64).sqrt();
        let share = found / count as f64;
        assert!((share - exact).abs() < 4.0 * error, "{what}: {share} instead of {exact}");
    }
}

#[test]
fn a_tie_ends_in_the_week_whose_silence_leaves_too_little_of_it() {
    let (mut people, mut ties) = pairs(2, 0.0, 0.0101);
    ties.touch(PersonId(0), PersonId(1), |strength, _| *strength = 0.02);
    let (bridge, floor) = (WeeklyHazard(0.0), Share(0.01));
    let rules = Turnover { bridge, floor, ..Turnover::default() };
    let luck = Luck::in_week(Draws::from_seed(1), 0);
    let silence = contact(0.0, 0.05);
    let lived = meet(&mut people, &mut ties, &[], &silence, rules.may_end(), 0, luck);
    let gone = dissolve(&ties, &lived.loose, &rules);
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_ne!(gone[0], (PersonId(0), PersonId(1)));
}
