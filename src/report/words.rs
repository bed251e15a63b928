//! Words: numbers and verdicts as people read them.

use super::chart::{THIN, YFormat};
use super::results::Results;
use crate::experiment::compare::Moment;
use crate::experiment::statistics::{Difference, Estimate};
use crate::experiment::verdict::Kind;
use crate::measures::{self, Better, Measure, Unit};
use crate::parameters::tidy;
use crate::population::ImportReport;
use crate::scenario::{Rival, Scenario};

/// How a measure's numbers are written.
#[must_use]
pub const fn format_of(unit: Unit) -> YFormat {
    match unit {
        Unit::Share => YFormat::Share,
        Unit::Money => YFormat::Money,
        Unit::Count | Unit::Number => YFormat::Number,
    }
}

/// A number of a measure, as precise as its size asks for.
#[must_use]
pub fn number(unit: Unit, value: f64) -> String {
    as_format(format_of(unit), value)
}

/// A number in a chart's format, as precise as its size asks for.
#[must_use]
pub fn as_format(format: YFormat, value: f64) -> String {
    let step = match format {
        YFormat::Share => (value.abs() / 100.0).max(1e-4),
        YFormat::Number | YFormat::Money => value.abs() / 1000.0,
    };
    // Three or four digits say what an interval can hold.
    format.show(value, if step > 0.0 { step.clamp(1e-4, 1.0) } else { 1.0 })
}

/// A count of things, with the word for one or for several.
#[must_use]
pub fn count(count: usize, one: &str, several: &str) -> String {
    let number = YFormat::Number.show(count as f64, 1.0);
    format!("{number} {}", if count == 1 { one } else { several })
}

/// What was lived: people, ties, weeks, worlds.
#[must_use]
pub fn lived(results: &Results) -> String {
    let census = &results.census;
    format!(
        "{}, {} ({}, {}), {}, {}, seed {}{}",
        count(census.people, "person", "people"),
        count(census.ties, "tie", "ties"),
        count(census.isolates, "isolate", "isolates"),
        count(census.components, "component", "components"),
        count(results.scenario.rules.horizon as usize, "week", "weeks"),
        count(results.replications(), "replication", "replications"),
        results.batch.seed,
        rivals(&results.scenario),
    )
}

/// The other firms of the market and what they do, after a comma; nothing where there are none.
#[must_use]
pub fn rivals(scenario: &Scenario) -> String {
    let each = |rival: &Rival| format!("{} ({})", rival.name, rival.follows);
    let names: Vec<String> = scenario.rivals.iter().map(each).collect();
    match names.len() {
        0 => String::new(),
        1 => format!(", against the rival {}", names[0]),
        _ => format!(", against the rivals {}", names.join(", ")),
    }
}

/// What was found in the user's files and repaired.
#[must_use]
pub fn repaired(report: &ImportReport) -> String {
    format!(
        "{}, {}, {} given from both sides",
        count(report.duplicates, "duplicate", "duplicates"),
        count(report.self_loops, "self-loop", "self-loops"),
        count(report.both_directions, "tie", "ties"),
    )
}

/// A mean with its interval.
#[must_use]
pub fn estimate(unit: Unit, estimate: Option<Estimate>) -> String {
    let Some(Estimate { mean, low, high, .. }) = estimate else {
        return "–".to_owned();
    };
    let written = |value| number(unit, value);
    with_interval(&written(mean), low.zip(high), written)
}

/// A paired difference with its interval, and with a sign.
#[must_use]
pub fn difference(unit: Unit, difference: Option<Difference>) -> String {
    let Some(Difference { mean, low, high, n, .. }) = difference else {
        return "–".to_owned();
    };
    estimated_difference(unit, Some(Estimate { mean, low, high, n }))
}

/// An estimate that is a difference, with its interval, and with a sign.
#[must_use]
pub fn estimated_difference(unit: Unit, difference: Option<Estimate>) -> String {
    let Some(Estimate { mean, low, high, .. }) = difference else {
        return "–".to_owned();
    };
    let written = |value| bare(unit, value);
    let sign = if mean > 0.0 { "+" } else { "" };
    let mean = format!("{sign}{}", written(mean));
    with_interval(&mean, low.zip(high), written) + points(unit)
}

/// How far two numbers are apart.
#[must_use]
pub fn distance(unit: Unit, far: f64) -> String {
    bare(unit, far) + points(unit)
}

/// A difference without its unit.
fn bare(unit: Unit, difference: f64) -> String {
    number(unit, difference).trim_end_matches(['%', THIN]).to_owned()
}

/// The unit of a difference: a share of 30 % is two points above one of 28 %, and not 2 % above it.
fn points(unit: Unit) -> &'static str {
    if unit == Unit::Share { " points" } else { "" }
}

fn with_interval(
    mean: &str,
    interval: Option<(f64, f64)>,
    written: impl Fn(f64) -> String,
) -> String {
    match interval {
        Some((low, high)) => format!("{mean} [{}, {}]", written(low), written(high)),
        None => mean.to_owned(),
    }
}

/// The verdict in one or two sentences.
#[must_use]
pub fn verdict(results: &Results) -> String {
    let verdict = &results.comparison.verdict;
    let (best, other) = (results.strategy(verdict.best), results.strategy(verdict.runner_up));
    let Some(measure) = measures::by_id(verdict.measure) else {
        return String::new();
    };
    let name = measure.title.to_lowercase();
    let after = format!("after {} weeks", results.scenario.rules.horizon);
    let lead = difference(measure.unit, verdict.lead);
    let side = if measure.better() == Some(Better::Lower) { "below" } else { "above" };
    match verdict.kind {
        Kind::Better => {
            let (winner, others) = (sentence_start(best), others(results, verdict.best));
            format!(
                "{winner} is better than {others}: {name} {after} is {lead} {side} that of {other}, which comes closest.{}",
                saved(verdict.lead)
            )
        }
        Kind::Same => format!(
            "{} and {other} are practically the same: {name} {after} differs by {lead}, within the margin of {}.{}",
            sentence_start(best),
            distance(measure.unit, verdict.margin),
            behind(results, measure),
        ),
        Kind::Undecided => {
            let needed = match verdict.needed {
                Some(needed) if needed > results.replications() => {
                    format!(
                        " About {needed} replications would decide it; there were {}.",
                        results.replications()
                    )
                }
                _ if results.replications() == 1 => {
                    " There was 1 replication, and so no interval.".to_owned()
                }
                _ => format!(" There were {} replications.", results.replications()),
            };
            format!(
                "Not decided between {best} and {other}: {name} {after} differs by {lead}.{needed}{}",
                behind(results, measure)
            )
        }
    }
}

/// Those who come behind the first two, and how far.
fn behind(results: &Results, measure: &Measure) -> String {
    let verdict = &results.comparison.verdict;
    let horizon = Moment { month: None, week: results.scenario.rules.horizon };
    let far = |strategy: usize| {
        let (a, b) = (verdict.best.min(strategy), verdict.best.max(strategy));
        let gap = results.comparison.difference(measure.id, horizon, a, b)?;
        let lower = measure.better() == Some(Better::Lower);
        let gap = if (a == verdict.best) == lower { gap.swapped() } else { gap };
        let gap = difference(measure.unit, Some(gap));
        Some(format!(" The lead over {} is {gap}.", results.strategy(strategy)))
    };
    let others = (0..results.scenario.strategies.len())
        .filter(|&strategy| strategy != verdict.best && strategy != verdict.runner_up);
    others.filter_map(far).collect()
}

fn others(results: &Results, best: usize) -> String {
    let others: Vec<&str> = results
        .strategies()
        .enumerate()
        .filter(|(number, _)| *number != best)
        .map(|(_, name)| name)
        .collect();
    match others.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        others => others.concat(),
    }
}

fn saved(lead: Option<Difference>) -> String {
    match lead.and_then(|lead| lead.saved) {
        Some(saved) if saved > 1.5 => {
            format!(
                " Had each strategy met other people, it would have taken {} times as many runs to be as certain.",
                tidy((saved * 10.0).round() / 10.0)
            )
        }
        _ => String::new(),
    }
}

fn sentence_start(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A measure's title with its id's unit, for axes.
#[must_use]
pub fn axis(measure: &Measure) -> String {
    match measure.unit {
        Unit::Money if measure.id.starts_with("acquisition") => format!("{}, money", measure.title),
        Unit::Money => format!("{}, money of week 0", measure.title),
        _ => measure.title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_differ_by_points_and_other_numbers_by_their_unit() {
        let lead = |low, high| Some(Estimate { mean: 0.0052, low, high, n: 8 });
        let told = |unit, low, high| estimated_difference(unit, lead(low, high));
        assert_eq!(told(Unit::Share, Some(-0.001), Some(0.0114)), "+0.52 [−0.10, 1.14] points");
        assert_eq!(told(Unit::Share, None, None), "+0.52 points");
        assert_eq!(told(Unit::Number, None, None), "+0.0052");
        assert_eq!(
            (distance(Unit::Share, 0.3), estimated_difference(Unit::Share, None)),
            ("30.0 points".to_owned(), "–".to_owned())
        );
    }
}
