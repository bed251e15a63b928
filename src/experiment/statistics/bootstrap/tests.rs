//! Bootstrap intervals against scipy, under exchange of the strategies, and in repeated samples.

use super::*;

const COST: [f64; 8] = [120.0, 95.5, 140.25, 88.0, 131.75, 102.5, 99.75, 160.5];
const WON: [f64; 8] = [10.0, 9.0, 11.0, 8.0, 12.0, 9.0, 7.0, 15.0];
const OTHER_COST: [f64; 8] = [118.0, 99.5, 150.25, 80.0, 135.75, 111.5, 97.75, 171.5];
const OTHER_WON: [f64; 8] = [9.0, 8.0, 11.0, 7.0, 10.0, 9.0, 6.0, 13.0];

fn near(left: Option<f64>, right: f64) -> bool {
    left.is_some_and(|left| (left - right).abs() <= 1e-9 * right.abs().max(1.0))
}

fn luck() -> Draws {
    Draws::from_seed(5)
}

#[test]
fn the_ratio_agrees_with_scipy() {
    // With the resamples of this file, written once more in Python, as `ratios`:
    // scipy.stats.bootstrap((COST, WON), lambda a, b: a.sum() / b.sum(), paired=True,
    //     vectorized=False, method="BCa", n_resamples=0,
    //     bootstrap_result=SimpleNamespace(bootstrap_distribution=ratios))
    let found = ratio_of_sums(&COST, &WON, luck()).unwrap();
    assert!(near(Some(found.mean), 11.583_333_333_333_334), "{found:?}");
    assert!(near(found.low, 11.021_236_138_257_846), "{found:?}");
    assert!(near(found.high, 12.531_149_996_570_472), "{found:?}");
}

#[test]
fn the_difference_of_ratios_agrees_with_scipy() {
    // The same with four columns; np.corrcoef and np.var of the resampled ratios.
    let found = difference_of_ratios((&COST, &WON), (&OTHER_COST, &OTHER_WON), luck()).unwrap();
    assert!(near(Some(found.mean), -1.625_570_776_255_706_6), "{found:?}");
    assert!(near(found.low, -2.204_843_260_733_120_3), "{found:?}");
    assert!(near(found.high, -1.114_674_138_646_741_1), "{found:?}");
    assert!(near(found.correlation, 0.698_110_642_724_725_2), "{found:?}");
    assert!(near(found.saved, 3.312_284_262_595_140_1), "{found:?}");
}

#[test]
fn swapping_the_strategies_flips_every_sign_exactly() {
    for seed in 0..20 {
        let draws = Draws::from_seed(seed);
        let (a, b) = ((&COST[..], &WON[..]), (&OTHER_COST[..], &OTHER_WON[..]));
        let there = difference_of_ratios(a, b, draws).unwrap();
        let back = difference_of_ratios(b, a, draws).unwrap();
        let flipped = |number: Option<f64>| number.map(|number| -number);
        assert_eq!(
            (Some(there.mean), there.low, there.high),
            (flipped(Some(back.mean)), flipped(back.high), flipped(back.low))
        );
        assert_eq!((there.correlation, there.saved), (back.correlation, back.saved));
    }
}

#[test]
fn equal_worlds_differ_by_exactly_nothing() {
    let a = (&COST[..], &WON[..]);
    let found = difference_of_ratios(a, a, luck()).unwrap();
    assert_eq!((found.mean, found.low, found.high), (0.0, Some(0.0), Some(0.0)));
    assert_eq!(found.saved, None);
}

#[test]
fn what_cannot_be_told_is_not_told() {
    assert_eq!(ratio_of_sums(&[], &[], luck()), None);
    assert_eq!(ratio_of_sums(&[1.0, 2.0], &[1.0, -1.0], luck()), None);
    assert_eq!(ratio_of_sums(&[1.0, 2.0], &[1.0], luck()), None);
    assert_eq!(ratio_of_sums(&[f64::NAN, 2.0], &[1.0, 1.0], luck()), None);
    let one = ratio_of_sums(&[1.0], &[2.0], luck()).unwrap();
    assert_eq!((one.mean, one.low, one.high), (0.5, None, None));
    // Half of the replications won nobody: a quarter of the resamples have no ratio.
    let rare = ratio_of_sums(&[1.0, 2.0], &[0.0, 4.0], luck()).unwrap();
    assert_eq!((rare.mean, rare.low, rare.high), (0.75, None, None));
    let still = ratio_of_sums(&[3.0; 4], &[4.0; 4], luck()).unwrap();
    assert_eq!((still.low, still.high), (Some(0.75), Some(0.75)));
    let huge = ratio_of_sums(&[f64::MAX, f64::MAX], &[1.0, 2.0], luck());
    assert_eq!(huge, None);
}

#[test]
fn about_nineteen_of_twenty_intervals_hold_the_truth() {
    // Costs are exponential with mean 1, customers uniform from 1 to 3: the truth is 1/2.
    let (samples, n) = (400_u64, 40_u64);
    let luck = Draws::from_seed(3).of("test: coverage of the bootstrap");
    let holds = |sample: u64| {
        let draw = |i: u64| luck.number(sample * n + i);
        let above: Vec<f64> =
            (0..n).map(|i| -crate::elementary::ln(1.0 - draw(i).unit())).collect();
        let below: Vec<f64> = (0..n).map(|i| 1.0 + 2.0 * draw(i).again().unit()).collect();
        let found = ratio_of_sums(&above, &below, Draws::from_seed(sample)).unwrap();
        found.low.unwrap() < 0.5 && 0.5 < found.high.unwrap()
    };
    let coverage = (0..samples).filter(|&s| holds(s)).count() as f64 / samples as f64;
    // Four standard errors of a share of 0.95 in 400 samples are 0.044; BCa of forty skew
    // values falls short by one or two hundredths.
    assert!((0.90..0.99).contains(&coverage), "{coverage}");
}
