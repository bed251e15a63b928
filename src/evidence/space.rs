//! The plausible space: worlds drawn over every parameter whose value is assumed, and not read in a publication.
//!
//! What holds only at the defaults holds nowhere in particular, since two thirds of the defaults are assumptions.
//! So each assumed parameter is drawn anew in each world, all at once, by a Latin hypercube
//! (`McKay`, Beckman and Conover 1979): of n worlds, each nth part of each parameter's range is met once.
//!
//! How a parameter is distributed is one rule for all. The default is the median: half of the
//! worlds lie below and half above it, on either side evenly, or evenly in the logarithm where that
//! side spans more than a factor of ten. No side reaches further than a factor of ten from the default,
//! since a range says what a scenario may ask for, and beyond that it is another market. A default at the end of its
//! range is no median: then the whole range is met evenly.
//!
//! Not drawn are the firm's wishes (`[objectives]`), and whatever a scenario states itself: that is its condition.

use crate::document::{Document, Problem, Table};
use crate::draws::{Draws, Key};
use crate::elementary::{exp, ln};
use crate::parameters::Spec;
use crate::scenario::{Assumption, Scenario, assumptions, specs};
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
    !table.starts_with("objectives")
        && !table.starts_with("shocks")
        && !table.starts_with("experiment")
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

/// Evenly from one number to another, or evenly in the logarithm where they are far apart.
fn between(low: f64, high: f64, part: f64) -> f64 {
    if low > 0.0 && high / low >= REACH * (1.0 - 1e-9) {
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
    let Some(point) = point else { return Scenario::read(&document, file) };
    let open = open(&document, file)?;
    in_world(document, file, &open, &point.places)
}

/// A parameter that a scenario leaves open: where it stands, and its place among the dimensions.
#[derive(Clone, Debug)]
pub struct Open {
    /// Where it stands, and its default.
    pub assumption: Assumption,
    /// Its place in [`dimensions`]. What stands in two strategies is one dimension.
    pub dimension: usize,
}

/// The parameters of the plausible space that a scenario leaves open.
///
/// # Errors
/// What is wrong with the scenario.
pub fn open(document: &Document, file: &Path) -> Result<Vec<Open>, Vec<Problem>> {
    let dimensions: Vec<String> = dimensions().iter().map(Spec::path).collect();
    let mut scenario = Scenario::read(document, file)?;
    let open = |assumption: Assumption| {
        let path = assumption.spec.path();
        let dimension = dimensions.iter().position(|other| *other == path)?;
        is_open(&document.root, &assumption).then_some(Open { assumption, dimension })
    };
    Ok(assumptions(&mut scenario).into_iter().filter_map(open).collect())
}

/// A scenario in the world in which its open parameters lie at these places, dimension by dimension.
///
/// # Errors
/// What is wrong with the scenario there.
pub fn in_world(
    mut document: Document,
    file: &Path,
    open: &[Open],
    places: &[f64],
) -> Result<Scenario, Vec<Problem>> {
    let mut problems = Vec::new();
    for Open { assumption, dimension } in open {
        let value = value_at(&assumption.spec, places[*dimension]);
        document.set(&assignment(assumption, value), &mut problems);
    }
    if problems.is_empty() { Scenario::read(&document, file) } else { Err(problems) }
}

/// The place at which a parameter has its default.
#[must_use]
pub fn home(spec: &Spec) -> f64 {
    if !spec.choices.is_empty() {
        return (spec.default + 0.5) / spec.choices.len() as f64;
    }
    let (least, most) = plausible(spec);
    if spec.default <= least {
        0.0
    } else if spec.default >= most {
        1.0
    } else {
        0.5
    }
}

/// Whether a scenario leaves a parameter open: it has the default, and the text does not name it.
fn is_open(root: &Table, assumption: &Assumption) -> bool {
    let spec = &assumption.spec;
    // What a switch or a shock brings stands elsewhere in the text under another name.
    let declared = is_drawn(&assumption.table) && !assumption.table.contains(" (");
    let mut table = Some(root);
    for name in assumption.table.split('.') {
        table = table.and_then(|table| table.table(name, &mut Vec::new()));
    }
    let is_named = table.is_some_and(|table| table.get(spec.name).is_some());
    declared && !is_named && (assumption.value - spec.default).abs() <= f64::EPSILON
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
        assert!((drawn.objectives.budget.millionths() - 50_000_000).abs() < 1, "a wish");
        let usual = scenario_at((file, text), &[], None).unwrap();
        assert!((usual.rules.help.trust_won.0 - 0.03).abs() < 1e-12);
    }
}
