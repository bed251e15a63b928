//! The audit as tidy tables: one row for each number.

use super::super::tables::{Fault, Table, cell, text};
use crate::evidence::audit::Audit;
use crate::evidence::audit::alarms::NOMINAL;
use crate::evidence::audit::doses::LEVELS;
use crate::evidence::space::dimensions;
use crate::experiment::statistics::Estimate;
use crate::parameters::Spec;
use csv::Writer;

/// All tables of an audit.
///
/// # Errors
/// A fault of the CSV writer.
pub(super) fn all(audit: &Audit) -> Result<Vec<Table>, Fault> {
    Ok(vec![
        ("exact.csv", exact(audit)?),
        ("false_alarms.csv", alarms(audit)?),
        ("doses.csv", doses(audit)?),
        ("worlds.csv", worlds(audit)?),
        ("places.csv", places(audit)?),
        ("best_worlds.csv", extremes(audit)?),
    ])
}

fn exact(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "id",
        "whom",
        "compared",
        "wrong",
        "verdict",
        "deviations",
        "aside",
        "statement",
    ])?;
    for exact in &audit.exact {
        rows.write_record([
            exact.id,
            &exact.whom,
            &exact.compared.to_string(),
            &exact.wrong.to_string(),
            exact.verdict().word(),
            &exact.deviations.join("; "),
            &exact.aside,
            exact.statement,
        ])?;
    }
    text(rows)
}

fn alarms(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "what",
        "measure",
        "strategies",
        "comparisons",
        "alarms",
        "low",
        "high",
        "nominal",
        "fault",
    ])?;
    for alarm in &audit.alarms {
        rows.write_record([
            &alarm.what,
            alarm.measure.id,
            &alarm.strategies.to_string(),
            &alarm.share.of.to_string(),
            &alarm.share.count.to_string(),
            &cell(Some(alarm.share.low)),
            &cell(Some(alarm.share.high)),
            &cell(Some(NOMINAL)),
            &alarm.is_fault().to_string(),
        ])?;
    }
    text(rows)
}

fn ends(estimate: Option<Estimate>) -> [String; 3] {
    [
        cell(estimate.map(|estimate| estimate.mean)),
        cell(estimate.and_then(|estimate| estimate.low)),
        cell(estimate.and_then(|estimate| estimate.high)),
    ]
}

fn doses(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["gain", "level", "mean", "low", "high", "response"])?;
    for dose in &audit.doses {
        for (level, lead) in LEVELS.iter().zip(&dose.leads) {
            let [mean, low, high] = ends(*lead);
            rows.write_record([
                dose.gain,
                &cell(Some(*level)),
                &mean,
                &low,
                &high,
                dose.response.word(),
            ])?;
        }
    }
    text(rows)
}

/// One row for each point of the plausible space.
fn worlds(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["world", "first", "second", "absent", "lead", "low", "high", "winner"])?;
    for found in &audit.found {
        let [one, other, absent] = found.means.map(|mean| cell(Some(mean)));
        rows.write_record([
            &found.number.to_string(),
            &one,
            &other,
            &absent,
            &cell(found.lead.map(|lead| lead.mean)),
            &cell(found.lead.and_then(|lead| lead.low)),
            &cell(found.lead.and_then(|lead| lead.high)),
            found.winner.as_deref().unwrap_or_default(),
        ])?;
    }
    text(rows)
}

/// Where each point lies in each dimension, from 0 to 1.
fn places(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["world", "parameter", "place"])?;
    let paths: Vec<String> = dimensions().iter().map(Spec::path).collect();
    for found in &audit.found {
        for (path, place) in paths.iter().zip(&found.places) {
            rows.write_record([&found.number.to_string(), path, &cell(Some(*place))])?;
        }
    }
    text(rows)
}

/// The worlds that are best for either side: the lead, and what carries it.
fn extremes(audit: &Audit) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["side", "aim", "what", "usual", "value", "mean", "low", "high"])?;
    for world in &audit.extremes {
        let side = &*audit.sides[world.side];
        let aim = world.aim.word();
        let leads = [
            ("lead over the other", world.found.other),
            ("lead over absent", world.found.absent),
            ("lead over the other with few moved", world.few.other),
            ("lead over absent with few moved", world.few.absent),
        ];
        for (what, difference) in leads {
            rows.write_record([
                side,
                aim,
                what,
                "",
                "",
                &cell(difference.map(|difference| difference.mean)),
                &cell(difference.and_then(|difference| difference.low)),
                &cell(difference.and_then(|difference| difference.high)),
            ])?;
        }
        for carrier in &world.carriers {
            let [mean, low, high] = ends(carrier.carries);
            let (usual, value) = (cell(Some(carrier.spec.default)), cell(Some(carrier.value)));
            rows.write_record([
                side,
                aim,
                &carrier.spec.path(),
                &usual,
                &value,
                &mean,
                &low,
                &high,
            ])?;
        }
    }
    text(rows)
}
