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
    let brought = brought_by_switches(&scenario);
    let open = |assumption: Assumption| {
        let path = assumption.spec.path();
        let dimension = dimensions.iter().position(|other| *other == path)?;
        let is_open = is_open(&document.root, &assumption) && !brought.contains(&assumption.table);
        is_open.then_some(Open { assumption, dimension })
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

/// What a sound scenario leaves open: in all other dimensions its worlds are the same.
#[must_use]
pub fn left_open((file, text): (&Path, &str)) -> Vec<Open> {
    let document = Document::parse(&file.to_string_lossy(), text, &mut Vec::new());
    open(&document, file).unwrap_or_default()
}

/// The tables under which assumptions stand that a scenario declares under another strategy.
fn brought_by_switches(scenario: &Scenario) -> BTreeSet<String> {
    let lines = scenario.strategies.iter().flat_map(|strategy| {
        let brought = strategy.lines.iter().filter(|line| line.weeks.start > 0);
        brought.map(|line| format!("strategies.{}.{}", strategy.name, line.account))
    });
    lines.collect()
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
mod tests;
