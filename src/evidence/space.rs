//! The plausible space: worlds drawn over every parameter whose value is assumed, and not read in a publication.
//!
//! What holds only at the defaults holds nowhere in particular, since two thirds of the defaults are assumptions.
//! So each assumed parameter is drawn anew in each world, all at once, by a Latin hypercube
//! (`McKay`, Beckman and Conover 1979): of n worlds, each nth part of each parameter's range is met once.
//!
//! How a parameter is distributed is one rule for all. The default is the median: half of the
//! worlds lie below and half above it, on either side evenly in the logarithm, so that twice and
//! half the default are equally far from it, and plainly evenly where a side reaches to 0 or
//! below. No side reaches further than a factor of ten from the default, since a range says what
//! a scenario may ask for, and beyond that it is another market. A default at the end of its
//! range is no median: then the whole range is met evenly.
//!
//! All that is assumed is drawn, what firms do as well as what people are; the same value wherever
//! strategies leave it open, so that they stay comparable. Not drawn is whatever a scenario states
//! itself, which is its condition, and shocks. What a switch brings is drawn where it is declared.

use crate::document::{Document, Problem, Table};
use crate::draws::{Draws, Key};
use crate::elementary::{exp, ln};
use crate::parameters::Spec;
use crate::scenario::{Assumption, Scenario, assumptions, specs};
use std::collections::BTreeSet;
use std::path::Path;

/// A parameter with a range that side reaches this many times the default at most.
const REACH: f64 = 10.0;

/// The parameters of which the plausible space consists, in the order of a scenario.
#[must_use]
pub fn dimensions() -> Vec<Spec> {
    let mut specs = specs();
    specs.retain(|spec| spec.grade.is_weak() && is_drawn(spec.table));
    specs
}

/// Whether parameters of this table are drawn.
fn is_drawn(table: &str) -> bool {
    !table.starts_with("shocks")
}

/// One world of the plausible space: where it lies in each dimension, from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its number in the hypercube.
    pub number: usize,
    /// Its places, in the order of [`dimensions`].
    pub places: Vec<f64>,
}

/// A Latin hypercube of so many worlds.
#[must_use]
pub fn hypercube(worlds: usize, seed: u64) -> Vec<Point> {
    let luck = Draws::from_seed(seed);
    let (order, within) = (luck.of("space: order of strata"), luck.of("space: place in a stratum"));
    let mut points: Vec<Point> =
        (0..worlds).map(|number| Point { number, places: Vec::new() }).collect();
    for spec in dimensions() {
        let key = Key::of_name(&spec.path());
        let draw = |world: usize| Key::of_number(world as u64);
        let mut strata: Vec<usize> = (0..worlds).collect();
        strata.sort_by_key(|&world| order.from_to(key, draw(world)));
        for (stratum, &world) in strata.iter().enumerate() {
            let inside = within.from_to(key, draw(world)).unit();
            points[world].places.push((stratum as f64 + inside) / worlds as f64);
        }
    }
    points
}

/// The value of a parameter at a place from 0 to 1.
#[must_use]
pub fn value_at(spec: &Spec, place: f64) -> f64 {
    if !spec.choices.is_empty() {
        return ((place * spec.choices.len() as f64) as usize).min(spec.choices.len() - 1) as f64;
    }
    let middle = spec.default;
    let (least, most) = plausible(spec);
    let value = if middle <= least || middle >= most {
        between(least, most, place)
    } else if place < 0.5 {
        between(least, middle, 2.0 * place)
    } else {
        between(middle, most, 2.0 * place - 1.0)
    };
    let value = value.clamp(spec.least, spec.most);
    if spec.whole { value.round() } else { value }
}

/// The range that is met.
#[must_use]
pub fn plausible(spec: &Spec) -> (f64, f64) {
    let middle = spec.default;
    if middle <= 0.0 {
        return (spec.least, spec.most);
    }
    let least = if spec.least > 0.0 { spec.least.max(middle / REACH) } else { spec.least };
    (least, spec.most.min(middle * REACH))
}

/// Evenly in the logarithm from one number to another, or plainly evenly where that is impossible.
fn between(low: f64, high: f64, part: f64) -> f64 {
    if low > 0.0 {
        return exp(ln(low) + part * (ln(high) - ln(low)));
    }
    low + part * (high - low)
}

/// The scenario of this text in a world of the plausible space; `set` is laid over the text first.
///
/// # Errors
/// What is wrong with the scenario.
pub fn scenario_at(
    (file, text): (&Path, &str),
    set: &[String],
    point: Option<&Point>,
) -> Result<Scenario, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut document = Document::parse(&file.to_string_lossy(), text, &mut problems);
    for assignment in set {
        document.set(assignment, &mut problems);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut scenario = Scenario::read(&document, file)?;
    let Some(point) = point else { return Ok(scenario) };
    for (dimension, assumption) in open(&mut scenario, &document.root) {
        let value = value_at(&assumption.spec, point.places[dimension]);
        document.set(&assignment(&assumption, value), &mut problems);
    }
    if problems.is_empty() { Scenario::read(&document, file) } else { Err(problems) }
}

/// What a sound scenario leaves open, each with its dimension: in all others its worlds are the same.
#[must_use]
pub fn left_open((file, text): (&Path, &str)) -> Vec<(usize, Assumption)> {
    let document = Document::parse(&file.to_string_lossy(), text, &mut Vec::new());
    let scenario = Scenario::read(&document, file);
    scenario.map_or_else(|_| Vec::new(), |mut scenario| open(&mut scenario, &document.root))
}

/// What a scenario leaves open, each with its dimension; a programme of several strategies stands
/// there several times.
fn open(scenario: &mut Scenario, root: &Table) -> Vec<(usize, Assumption)> {
    let paths: Vec<String> = dimensions().iter().map(Spec::path).collect();
    let brought = brought_by_switches(scenario);
    let dimension = |assumption: Assumption| {
        let path = assumption.spec.path();
        let at = paths.iter().position(|known| *known == path)?;
        let is_open = is_open(root, &assumption) && !brought.contains(&assumption.table);
        is_open.then_some((at, assumption))
    };
    assumptions(scenario).into_iter().filter_map(dimension).collect()
}

/// The tables under which assumptions stand that a scenario declares under another strategy.
fn brought_by_switches(scenario: &Scenario) -> BTreeSet<String> {
    let lines = scenario.strategies.iter().flat_map(|strategy| {
        let brought = strategy.lines.iter().filter(|line| line.weeks.start > 0);
        brought.map(|line| format!("strategies.{}.{}", strategy.name, line.account))
    });
    lines.collect()
}

/// Whether a scenario leaves a parameter open: it has the default, and the text does not name it.
fn is_open(root: &Table, assumption: &Assumption) -> bool {
    let spec = &assumption.spec;
    let mut table = Some(root);
    for name in assumption.table.split('.') {
        table = table.and_then(|table| table.table(name, &mut Vec::new()));
    }
    let is_named = table.is_some_and(|table| table.get(spec.name).is_some());
    is_drawn(&assumption.table)
        && !is_named
        && (assumption.value - spec.default).abs() <= f64::EPSILON
}

/// The value as the command line would set it.
fn assignment(assumption: &Assumption, value: f64) -> String {
    let quoted: Vec<String> =
        assumption.table.split('.').map(|name| format!("\"{name}\"")).collect();
    let value = match assumption.spec.choices.get(value as usize) {
        Some(word) => format!("\"{word}\""),
        None if assumption.spec.whole => format!("{value:.0}"),
        None => format!("{value:?}"),
    };
    format!("{}.{} = {value}", quoted.join("."), assumption.spec.name)
}

#[cfg(test)]
mod tests {
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
}
