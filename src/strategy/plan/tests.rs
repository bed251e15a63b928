//! The adaptive plan on books that are made up: what pays gets more, what burns money gets less.

use super::*;
use crate::quantity::Quantity;
use proptest::prelude::*;

fn adaptive(every: f64, step: f64) -> Planning {
    Planning { plan: Plan::Adaptive, every: Horizon(every), step: Share(step) }
}

fn page(profit: f64) -> Page {
    Page { revenue: Money::from_number(profit), ..Page::default() }
}

/// Lives so many weeks with a firm that earns by its shares; returns the shares after them.
fn lived(plan: &Planning, set: &[f64], weeks: u32, earns: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let mut pages = Vec::new();
    for _ in 0..weeks {
        let shares = plan.shares(set.to_vec(), &pages);
        pages.push(page(earns(&shares)));
    }
    plan.shares(set.to_vec(), &pages)
}

#[test]
fn a_programme_that_only_burns_money_gets_less() {
    let plan = adaptive(13.0, 0.1);
    let set = [0.4, 0.2, 0.4];
    // What is put into the last line is lost.
    let shares = lived(&plan, &set, 13 * 30, |shares| 100.0 * (1.0 - shares[2]));
    assert!(shares[2] < 0.2, "{shares:?}");
    let gains = lived(&plan, &set, 13 * 30, |shares| 100.0 * shares[2]);
    assert!(gains[2] > 0.6, "{gains:?}");
}

#[test]
fn a_step_is_tried_then_kept_or_taken_back_and_then_it_is_the_next_ones_turn() {
    let plan = adaptive(2.0, 0.1);
    let near = |shares: Vec<f64>, wanted: [f64; 2]| {
        assert!((shares[0] - wanted[0]).abs() < 1e-12, "{shares:?} is not {wanted:?}");
        assert!((shares[1] - wanted[1]).abs() < 1e-12, "{shares:?} is not {wanted:?}");
    };
    let after = |profits: &[f64]| {
        let pages: Vec<Page> = profits.iter().copied().map(page).collect();
        plan.shares(vec![0.5, 0.5], &pages)
    };
    near(after(&[]), [0.5, 0.5]);
    near(after(&[1.0]), [0.5, 0.5]);
    near(after(&[1.0, 1.0]), [0.6, 0.4]);
    near(after(&[1.0, 1.0, 9.0]), [0.6, 0.4]);
    near(after(&[1.0, 1.0, 2.0, 2.0]), [0.5, 0.5]);
    near(after(&[1.0, 1.0, 0.0, 0.0]), [0.4, 0.6]);
    // No better than before is not better.
    near(after(&[1.0, 1.0, 1.0, 1.0]), [0.4, 0.6]);
    near(after(&[1.0, 1.0, 2.0, 2.0, 1.0, 1.0]), [0.7, 0.3]);
}

#[test]
fn what_has_no_share_stays_without_and_one_programme_stays_as_it_is() {
    let plan = adaptive(1.0, 0.3);
    let shares = plan.shares(vec![0.5, 0.0, 0.5], &[page(1.0), page(2.0), page(1.5)]);
    assert!(shares[1] == 0.0 && (shares[0] - 0.5).abs() > 0.1, "{shares:?}");
    assert_eq!(plan.shares(vec![0.0, 0.7], &[page(1.0), page(2.0)]), [0.0, 0.7]);
    assert_eq!(plan.shares(Vec::new(), &[page(1.0)]), Vec::<f64>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn shares_stay_shares_of_the_same_whole(
        set in proptest::collection::vec(0.0..1.0_f64, 1..7),
        profits in proptest::collection::vec(-100.0..100.0_f64, 0..80),
        every in 1..6_u32,
        step in 0.0..1.0_f64,
    ) {
        let whole: f64 = set.iter().sum::<f64>().max(1e-9);
        let set: Vec<f64> = set.iter().map(|share| share / whole).collect();
        let pages: Vec<Page> = profits.into_iter().map(page).collect();
        let shares = adaptive(f64::from(every), step).shares(set.clone(), &pages);
        let (before, after): (f64, f64) = (set.iter().sum(), shares.iter().sum());
        prop_assert!((before - after).abs() < 1e-9, "{before} {after}");
        prop_assert!(shares.iter().all(|share| *share >= 0.0), "{:?}", shares);
        prop_assert_eq!(adaptive(f64::from(every), 0.0).shares(set.clone(), &pages), set);
    }
}
