//! The audit in words: what was checked, what was counted, who wins where, and what that means.

use super::super::chart::YFormat;
use super::super::evidence::words::tidy_to;
use super::super::words::{self, count};
use crate::evidence::audit::Audit;
use crate::evidence::audit::alarms::{Alarm, NOMINAL};
use crate::evidence::audit::doses::{Dose, LEVELS, Response};
use crate::evidence::audit::exact::Exact;
use crate::evidence::audit::extremes::{Aim, Carrier, Extreme, Leads};
use crate::experiment::statistics::{Estimate, Proportion};
use crate::parameters::tidy;

/// One check, or several of a kind, as a table.
#[derive(Debug)]
pub struct Section {
    /// What it is, as an anchor of the page.
    pub id: &'static str,
    /// What it is.
    pub title: String,
    /// What is to be known of all rows.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What each row is about, where its name does not tell; as many as rows, or none.
    pub meanings: Vec<&'static str>,
}

/// The sections of an audit.
#[must_use]
pub fn sections(audit: &Audit) -> Vec<Section> {
    let mut sections = vec![exact(audit), alarms(audit), points(audit)];
    sections.extend(audit.extremes.iter().map(|world| extreme(audit, world)));
    sections.push(doses(audit));
    sections
}

/// What was audited, in one line.
#[must_use]
pub fn about(audit: &Audit) -> String {
    let [one, other] = &audit.sides;
    format!(
        "{}: {one} against {other} by {}, seed {}, depth {}; worlds of {} and {}",
        audit.scenario,
        measure(audit),
        audit.seed,
        audit.depth.word(),
        count(audit.size.0, "person", "people"),
        count(audit.size.1 as usize, "week", "weeks"),
    )
}

/// The measure, and for whom it is told.
#[must_use]
pub fn measure(audit: &Audit) -> String {
    let of = if audit.per_thousand { " of 1,000 people" } else { "" };
    format!("{}{of}", audit.measure.title.to_lowercase())
}

fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn exact(audit: &Audit) -> Section {
    let row = |exact: &Exact| {
        vec![
            exact.id.to_owned(),
            exact.whom.clone(),
            whole(exact.compared),
            whole(exact.wrong),
            exact.verdict().word().to_owned(),
        ]
    };
    let mut notes: Vec<String> = Vec::new();
    for exact in &audit.exact {
        let statement = format!("{}: {}", exact.id, exact.statement);
        if !notes.contains(&statement) {
            notes.push(statement);
        }
    }
    for exact in &audit.exact {
        notes.extend((!exact.aside.is_empty()).then(|| format!("{}: {}", exact.whom, exact.aside)));
        notes.extend(exact.deviations.iter().map(|told| format!("{}: {told}", exact.whom)));
    }
    Section {
        id: "exact",
        title: "What must hold exactly".to_owned(),
        notes,
        head: head(&["Id", "Of whom", "Numbers compared", "Wrong", "Verdict"]),
        rows: audit.exact.iter().map(row).collect(),
        meanings: Vec::new(),
    }
}

fn alarms(audit: &Audit) -> Section {
    let row = |alarm: &Alarm| {
        vec![
            alarm.what.clone(),
            alarm.measure.title.to_owned(),
            whole(alarm.share.of),
            whole(alarm.share.count),
            share(alarm.share),
            if alarm.is_fault() { "too many" } else { "as promised" }.to_owned(),
        ]
    };
    Section {
        id: "alarms",
        title: "False alarms of the verdict".to_owned(),
        notes: vec![format!(
            "The same people under independent luck, so that nobody is better: how often the verdict of a run calls one better. It promises {} at most.",
            percent(NOMINAL)
        )],
        head: head(&[
            "Compared",
            "Measure",
            "Comparisons",
            "Called better",
            "Share [95 %]",
            "Verdict",
        ]),
        rows: audit.alarms.iter().map(row).collect(),
        meanings: Vec::new(),
    }
}

fn points(audit: &Audit) -> Section {
    let shares = audit.shares();
    let [one, other] = &audit.sides;
    let row = |what: String, certain: Proportion, by_mean: Proportion| {
        let cells = [
            what,
            certain.count.to_string(),
            share(certain),
            by_mean.count.to_string(),
            share(by_mean),
        ];
        cells.to_vec()
    };
    Section {
        id: "space",
        title: "Where each side wins: the plausible space".to_owned(),
        notes: vec![format!(
            "{} worlds, drawn over every parameter that is assumed and that the scenario leaves open (a Latin hypercube); each lived {} times.",
            audit.found.len(),
            audit.effort.at_point
        )],
        head: head(&["", "Certain", "Share [95 %]", "By the mean", "Share [95 %]"]),
        rows: vec![
            row(format!("{one} ahead of {other}"), shares.ahead[0], shares.by_mean[0]),
            row(format!("{other} ahead of {one}"), shares.ahead[1], shares.by_mean[1]),
            row(format!("{one} best of all"), shares.best[0], shares.best_by_mean[0]),
            row(format!("{other} best of all"), shares.best[1], shares.best_by_mean[1]),
            row("doing nothing best of all".to_owned(), shares.best[2], shares.best_by_mean[2]),
        ],
        meanings: Vec::new(),
    }
}

fn extreme(audit: &Audit, world: &Extreme) -> Section {
    let unit = audit.measure.unit;
    let (side, against) = (&audit.sides[world.side], &audit.sides[1 - world.side]);
    let row = |carrier: &Carrier| {
        let spec = &carrier.spec;
        vec![
            spec.path(),
            spec.show(spec.default),
            there(carrier),
            spec.unit.to_owned(),
            words::estimated_difference(unit, carrier.carries),
        ]
    };
    let leads = |leads: &Leads| {
        let absent = leads.absent.map_or_else(String::new, |absent| {
            format!(", and {} ahead of doing nothing", words::difference(unit, Some(absent)))
        });
        format!("{} ahead of {against}{absent}", words::difference(unit, leads.other))
    };
    Section {
        id: id(world),
        title: match world.aim {
            Aim::Lead => format!("Where {side} leads {against} by most"),
            Aim::Win => format!("Where {side} wins by most, against doing nothing as well"),
        },
        notes: vec![
            format!("With fresh luck {side} is {}.", leads(&world.found)),
            format!(
                "The search, which moved {}, had found a {} of {} on its own luck, beginning at {}.",
                count(world.open, "parameter", "parameters"),
                aim(world),
                words::distance(unit, world.searched),
                words::distance(unit, world.start)
            ),
            format!(
                "Of these {} matter: with only them moved and all else as usual, {side} is {}. What each carries of the {}, when it alone is put back{}:",
                world.moved,
                leads(&world.few),
                aim(world),
                if world.moved > world.carriers.len() {
                    format!(" (the {} that carry most)", world.carriers.len())
                } else {
                    String::new()
                }
            ),
        ],
        head: head(&["Parameter", "Usual", "There", "Unit", "Carries"]),
        rows: world.carriers.iter().map(row).collect(),
        meanings: world.carriers.iter().map(|carrier| carrier.spec.meaning).collect(),
    }
}

/// The anchor of a world's section, and the name of its figure.
pub(super) const fn id(world: &Extreme) -> &'static str {
    match (world.aim, world.side) {
        (Aim::Lead, 0) => "lead-first",
        (Aim::Lead, _) => "lead-second",
        (Aim::Win, 0) => "win-first",
        (Aim::Win, _) => "win-second",
    }
}

/// The value of a parameter in a world, as precise as a search can be.
pub(super) fn there(carrier: &Carrier) -> String {
    let (spec, value) = (&carrier.spec, carrier.value);
    if spec.choices.is_empty() && !spec.whole { tidy_to(value, 3) } else { spec.show(value) }
}

const fn aim(world: &Extreme) -> &'static str {
    match world.aim {
        Aim::Lead => "lead",
        Aim::Win => "smaller lead",
    }
}

fn doses(audit: &Audit) -> Section {
    let unit = audit.measure.unit;
    let mean = |lead: &Option<Estimate>| {
        lead.map_or_else(|| "–".to_owned(), |lead| words::distance(unit, lead.mean))
    };
    let row = |dose: &Dose| {
        [dose.gain.to_owned()]
            .into_iter()
            .chain(dose.leads.iter().map(mean))
            .chain([words::estimated_difference(unit, dose.carries), response(audit, dose)])
            .collect()
    };
    let [one, other] = &audit.sides;
    let names = ["Mechanism"].map(str::to_owned).into_iter();
    let levels = LEVELS.iter().map(|level| tidy(*level));
    Section {
        id: "doses",
        title: format!("Doses: how far {one} leads {other} as one mechanism is weakened"),
        notes: vec![format!(
            "Each mechanism alone at parts of its gain, in the same {} worlds; without it (0) is its ablation. A response is told where it is more than luck, over all pairs of doses and all mechanisms together.",
            audit.effort.dose
        )],
        head: names
            .chain(levels)
            .chain(["Carries [95 %]", "The more of it"].map(str::to_owned))
            .collect(),
        rows: audit.doses.iter().map(row).collect(),
        meanings: audit.doses.iter().map(|dose| dose.meaning).collect(),
    }
}

/// How the lead responds to more of a mechanism.
#[must_use]
pub fn response(audit: &Audit, dose: &Dose) -> String {
    let [one, other] = &audit.sides;
    match dose.response {
        Response::None => "no more than luck".to_owned(),
        Response::Rises => format!("the better for {one}"),
        Response::Falls => format!("the better for {other}"),
        Response::Turns => "turns round".to_owned(),
    }
}

/// A whole number of things.
pub(super) fn whole(count: usize) -> String {
    YFormat::Number.show(count as f64, 1.0)
}

pub(super) fn share(share: Proportion) -> String {
    let Some(value) = share.value() else { return "–".to_owned() };
    format!("{} [{}, {}]", percent(value), percent(share.low), percent(share.high))
}

pub(super) fn percent(value: f64) -> String {
    format!("{}\u{a0}%", tidy((value * 1000.0).round() / 10.0))
}
