//! The figures of an audit: who wins in which world, what carries the best worlds, and the doses.

use super::super::chart::{Chart, DifferenceChart, DifferenceRow, Line};
use super::super::figures::{Drawing, Figure};
use super::super::style::LineStyle;
use super::super::words::format_of;
use super::words::{self, measure};
use crate::evidence::audit::Audit;
use crate::evidence::audit::doses::{Dose, LEVELS, Response};
use crate::evidence::audit::extremes::{Aim, Extreme};
use crate::strategy::ABSENT;

/// Mechanisms of which the doses are drawn: those that carry most.
const DRAWN: usize = 5;

/// All figures.
pub(super) fn all(audit: &Audit) -> Vec<Figure> {
    let mut figures = vec![worlds(audit)];
    figures.extend(
        audit
            .extremes
            .iter()
            .filter(|world| !world.carriers.is_empty())
            .map(|world| carriers(audit, world)),
    );
    figures.extend(doses(audit));
    figures
}

/// A side's colour and dash; the baseline is always grey.
fn style(audit: &Audit, side: usize) -> LineStyle {
    match side {
        _ if audit.sides[side] == ABSENT => LineStyle::Neutral,
        0 => LineStyle::Digital,
        _ => LineStyle::Social,
    }
}

fn ahead(audit: &Audit, side: usize) -> (String, LineStyle) {
    (format!("{} ahead", audit.sides[side]), style(audit, side))
}

fn source(audit: &Audit) -> String {
    format!(
        "Stammtisch {}, audit of {}, seed {}, {} people, {} weeks",
        env!("CARGO_PKG_VERSION"),
        audit.scenario,
        audit.seed,
        audit.size.0,
        audit.size.1
    )
}

/// Every world of the plausible space, from the best for one side to the best for the other.
fn worlds(audit: &Audit) -> Figure {
    let [one, other] = &audit.sides;
    let mut rows: Vec<DifferenceRow> = audit
        .found
        .iter()
        .filter_map(|found| {
            let lead = found.lead?;
            Some(DifferenceRow {
                label: format!("world {}", found.number),
                mean: lead.mean,
                low: lead.low,
                high: lead.high,
            })
        })
        .collect();
    rows.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    let ahead_in = audit.shares().ahead.map(|share| share.count);
    let title = format!(
        "{one} is certainly ahead in {} of {} plausible worlds, {other} in {}",
        ahead_in[0],
        audit.found.len(),
        ahead_in[1]
    );
    let chart = DifferenceChart {
        subtitle: format!(
            "{one} less {other}, one row for each world; the line is the 95 % interval, hollow where the sign is open"
        ),
        x_label: measure(audit),
        x_format: format_of(audit.measure.unit),
        rows,
        below: ahead(audit, 1),
        above: ahead(audit, 0),
        description: format!("{title}; worlds sorted by the lead, with intervals."),
        title,
        source: source(audit),
        dense: true,
    };
    Figure { name: "worlds".to_owned(), drawing: Drawing::Differences(chart) }
}

/// What each parameter carries of the lead in the world that is best for a side.
fn carriers(audit: &Audit, world: &Extreme) -> Figure {
    let side = &audit.sides[world.side];
    let rows = world.carriers.iter().map(|carrier| {
        let spec = &carrier.spec;
        DifferenceRow {
            label: format!(
                "{}: {} → {}",
                spec.path(),
                spec.show(spec.default),
                words::there(carrier)
            ),
            mean: carrier.carries.map_or(0.0, |carries| carries.mean),
            low: carrier.carries.and_then(|carries| carries.low),
            high: carrier.carries.and_then(|carries| carries.high),
        }
    });
    let title = match world.aim {
        Aim::Lead => format!("What carries the greatest lead of {side}"),
        Aim::Win => format!("What carries the greatest win of {side}"),
    };
    let chart = DifferenceChart {
        subtitle:
            "How much of the lead goes when one parameter alone is put back to its usual value"
                .to_owned(),
        x_label: measure(audit),
        x_format: format_of(audit.measure.unit),
        rows: rows.collect(),
        below: ("against it".to_owned(), LineStyle::Neutral),
        above: (format!("for {side}"), style(audit, world.side)),
        description: format!("{title}, parameter by parameter, with intervals."),
        title,
        source: source(audit),
        dense: false,
    };
    Figure { name: words::id(world).to_owned(), drawing: Drawing::Differences(chart) }
}

/// The lead at each dose of the mechanisms that carry most; nothing where none responds.
fn doses(audit: &Audit) -> Option<Figure> {
    let size = |dose: &Dose| dose.carries.map_or(0.0, |carries| carries.mean.abs());
    let mut drawn: Vec<&Dose> =
        audit.doses.iter().filter(|dose| dose.response != Response::None).collect();
    drawn.sort_by(|a, b| size(b).total_cmp(&size(a)));
    drawn.truncate(DRAWN);
    let line = |(at, dose): (usize, &&Dose)| {
        let points = LEVELS.iter().zip(&dose.leads);
        let known = points.filter_map(|(level, lead)| Some((*level, (*lead)?)));
        let band = known.clone().filter_map(|(level, lead)| Some((level, lead.low?, lead.high?)));
        Line {
            name: dose.gain.replace('_', " "),
            style: LineStyle::Other(at),
            points: known.clone().map(|(level, lead)| (level, lead.mean)).collect(),
            // The bands of all lines meet at the whole dose, so only the first is told.
            band: (at == 0).then(|| band.collect()),
        }
    };
    let [one, other] = &audit.sides;
    let title = format!("How far {one} leads {other} as one mechanism is weakened");
    let chart = Chart {
        subtitle: "Each line one mechanism alone, from nothing to all of it; all else as usual; band: 95 % of the first".to_owned(),
        x_label: "Part of the mechanism's gain".to_owned(),
        y_label: format!("Lead of {one}, {}", measure(audit)),
        y_format: format_of(audit.measure.unit),
        lines: drawn.iter().enumerate().map(line).collect(),
        zero_line: true,
        description: format!("{title}: {}.", drawn.iter().map(|dose| dose.gain).collect::<Vec<_>>().join(", ")),
        title,
        source: source(audit),
        ..Chart::default()
    };
    (!drawn.is_empty()).then(|| Figure { name: "doses".to_owned(), drawing: Drawing::Lines(chart) })
}
