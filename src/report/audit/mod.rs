//! The audit as a reader sees it: a page, tidy tables and one object for programs.

mod figures;
pub mod findings;
mod page;
mod tables;
pub mod words;

use super::ReportError;
use super::evidence::with_manifest;
use super::folder::File;
use crate::evidence::audit::Audit;
use crate::evidence::audit::alarms::{Alarm, NOMINAL};
use crate::evidence::audit::doses::{Dose, LEVELS};
use crate::evidence::audit::exact::Exact;
use crate::evidence::audit::extremes::{Carrier, Extreme};
use serde_json::{Value, json};

/// All files of an audit: the page, the plots, the tables, the manifest.
///
/// # Errors
/// Where a chart or a table cannot be made.
pub fn files(audit: &Audit) -> Result<Vec<File>, ReportError> {
    let figures = figures::all(audit);
    let mut files = vec![("audit.html".to_owned(), page::write(audit, &figures)?.into_bytes())];
    for (name, table) in tables::all(audit)? {
        files.push((format!("tables/{name}"), table));
    }
    for figure in &figures {
        files.push((format!("plots/{}.svg", figure.name), figure.svg()?.into_bytes()));
        files.push((format!("plots/{}.png", figure.name), figure.png()?));
    }
    files.push(("audit.json".to_owned(), format!("{:#}\n", json(audit)).into_bytes()));
    let about = json!({
        "scenario": audit.scenario, "sides": audit.sides,
        "seed": audit.seed, "depth": audit.depth.word(),
    });
    Ok(with_manifest("audit", &about, files))
}

/// The audit as one object.
#[must_use]
pub fn json(audit: &Audit) -> Value {
    let shares = audit.shares();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "scenario": audit.scenario,
        "sides": audit.sides,
        "measure": audit.measure.id,
        "per_thousand_people": audit.per_thousand,
        "seed": audit.seed,
        "depth": audit.depth.word(),
        "people": audit.size.0,
        "weeks": audit.size.1,
        "holds": audit.holds(),
        "exact": audit.exact.iter().map(exact).collect::<Vec<Value>>(),
        "false_alarms": audit.alarms.iter().map(alarm).collect::<Vec<Value>>(),
        "doses": audit.doses.iter().map(dose).collect::<Vec<Value>>(),
        "plausible_space": {
            "worlds": audit.found.len(),
            "ahead": shares.ahead,
            "ahead_by_mean": shares.by_mean,
            "best": shares.best,
            "best_by_mean": shares.best_by_mean,
        },
        "best_worlds": audit.extremes.iter().map(|world| extreme(audit, world)).collect::<Vec<Value>>(),
        "findings": findings::all(audit),
    })
}

fn exact(exact: &Exact) -> Value {
    json!({
        "id": exact.id, "statement": exact.statement, "whom": exact.whom,
        "compared": exact.compared, "wrong": exact.wrong, "deviations": exact.deviations,
        "aside": exact.aside, "verdict": exact.verdict(),
    })
}

fn alarm(alarm: &Alarm) -> Value {
    json!({
        "what": alarm.what, "measure": alarm.measure.id, "strategies": alarm.strategies,
        "share": alarm.share, "nominal": NOMINAL, "fault": alarm.is_fault(),
    })
}

fn dose(dose: &Dose) -> Value {
    json!({
        "gain": dose.gain, "meaning": dose.meaning, "levels": LEVELS, "leads": dose.leads,
        "carries": dose.carries, "response": dose.response,
    })
}

fn extreme(audit: &Audit, world: &Extreme) -> Value {
    let carrier = |carrier: &Carrier| {
        json!({
            "path": carrier.spec.path(), "usual": carrier.spec.default, "value": carrier.value,
            "unit": carrier.spec.unit, "carries": carrier.carries,
        })
    };
    json!({
        "side": audit.sides[world.side], "aim": world.aim, "wins": world.found.wins(),
        "ahead": world.found.beats_other(), "open": world.open,
        "start": world.start, "searched": world.searched, "leads": world.found,
        "moved": world.moved, "leads_with_few_moved": world.few,
        "carriers": world.carriers.iter().map(carrier).collect::<Vec<Value>>(),
    })
}
