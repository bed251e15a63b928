//! The plausible space is drawn as its page says.

use super::*;

#[test]
fn of_a_hypercube_each_part_of_each_range_is_met_once() {
    let points = hypercube(16, 3);
    for dimension in 0..dimensions().len() {
        let mut strata: Vec<usize> =
            points.iter().map(|point| (point.places[dimension] * 16.0) as usize).collect();
        strata.sort_unstable();
        assert_eq!(strata, (0..16).collect::<Vec<_>>());
    }
}

#[test]
fn the_default_is_the_median_and_no_side_reaches_beyond_ten_times_it() {
    for spec in dimensions().iter().filter(|spec| spec.choices.is_empty()) {
        let path = spec.path();
        let (least, most) = plausible(spec);
        assert!((least..=most).contains(&spec.default), "{path}");
        if least < spec.default && spec.default < most && !spec.whole {
            assert!((value_at(spec, 0.5) - spec.default).abs() < 1e-9, "{path}");
        }
        let values: Vec<f64> = (0..=20).map(|i| value_at(spec, f64::from(i) / 20.0)).collect();
        assert!(values.windows(2).all(|w| w[0] <= w[1]), "{path}: {values:?}");
        assert!(spec.default <= 0.0 || most <= 10.0 * spec.default * 1.000_001, "{path}");
    }
}

#[test]
fn half_and_twice_the_default_are_equally_far_from_it() {
    let spec = dimensions().into_iter().find(|spec| spec.path() == "people.traits.value");
    let at = |place| value_at(spec.as_ref().unwrap(), place);
    for step in [0.1, 0.3, 0.5] {
        assert!((at(0.5 - step) * at(0.5 + step) - at(0.5) * at(0.5)).abs() < 1e-9, "{step}");
    }
    assert!((at(1.0) / at(0.5) - 10.0).abs() < 1e-9, "a factor of ten");
}

#[test]
fn what_a_switch_brings_is_drawn_where_it_is_declared() {
    let text = "[strategies.a]\nthen = \"b\"\nat = 9\n[strategies.a.occasions]\nshare = 1\n[strategies.b.hard_sell]\nshare = 1\n";
    let point = &hypercube(2, 1)[0];
    let drawn = scenario_at((Path::new("test.toml"), text), &[], Some(point)).unwrap();
    let rest = |strategy: usize| {
        let mut lines = drawn.strategies[strategy].lines.iter();
        let line = lines.find(|line| line.name == "hard_sell").unwrap();
        (line.weeks.start, line.chosen.values.clone().into_iter().map(|(_, value)| value))
    };
    let ((since, brought), (first, declared)) = (rest(0), rest(1));
    assert_eq!((since, first), (9, 0));
    assert!(brought.eq(declared), "one firm's calls are another's");
}

#[test]
fn at_home_every_parameter_has_its_default() {
    for spec in dimensions() {
        let (path, value) = (spec.path(), value_at(&spec, home(&spec)));
        assert!((value - spec.default).abs() <= 1e-9 * spec.default.abs(), "{path}: {value}");
    }
}

#[test]
fn what_a_scenario_states_is_its_condition_and_all_else_is_drawn() {
    let text = "[people.help]\nfriendlier = 0.3\n[strategies.\"a b\".introductions]\nrest = 6\n[strategies.d]\npreset = \"digital\"\n";
    let file = Path::new("test.toml");
    let point = &hypercube(2, 1)[0];
    let drawn = scenario_at((file, text), &[], Some(point)).unwrap();
    let rules = &drawn.rules;
    assert!((rules.help.friendlier.0 - 0.3).abs() < 1e-12);
    assert!((rules.help.trust_won.0 - 0.03).abs() > 1e-9, "drawn");
    let of = |name: &str, key: &str| {
        let lines = drawn.strategies.iter().flat_map(|strategy| &strategy.lines);
        let line = lines.into_iter().find(|line| line.name == name).unwrap();
        line.chosen.values.iter().find(|(spec, _)| spec.name == key).unwrap().1
    };
    assert!((of("introductions", "rest") - 6.0).abs() < 1e-12, "the scenario says so");
    assert!((of("introductions", "offer_cost") - 0.3).abs() > 1e-9, "drawn");
    assert!((of("mail", "writing") - 0.5).abs() > 1e-9, "a preset's programme is drawn, too");
    assert!((drawn.objectives.budget.millionths() - 50_000_000).abs() > 1, "assumed, so drawn");
    let own = |strategy: usize| drawn.strategies[strategy].allowance;
    assert_eq!((own(0), own(1)), (drawn.objectives.budget, drawn.objectives.budget));
    let usual = scenario_at((file, text), &[], None).unwrap();
    assert!((usual.rules.help.trust_won.0 - 0.03).abs() < 1e-12);
}
