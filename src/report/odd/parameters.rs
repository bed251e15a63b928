//! The parameter table: every parameter with unit, default, range, source, grade and role, from its one declaration.

use super::sources::SOURCES;
use super::tables::table;
use crate::parameters::{Spec, tidy};
use crate::scenario::specs;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The tables of parameters that the sources declare, each with what it is for.
#[must_use]
pub fn declared_tables() -> BTreeMap<String, String> {
    SOURCES.iter().flat_map(super::Source::tables).collect()
}

pub(super) fn section() -> String {
    let (specs, about) = (specs(), declared_tables());
    let mut text =
        format!("### Parameters\n\nAll {} parameters, by the tables of a scenario. ", specs.len());
    text += GRADES;
    for group in specs.chunk_by(|a, b| a.table == b.table) {
        let name = group[0].table;
        let about = about.get(name).map_or("", String::as_str);
        let rows = group.iter().map(row);
        let head = ["Parameter", "Meaning", "Default", "Range", "Unit", "Grade", "Source", "Role"];
        let _ = write!(text, "\n#### `{name}`\n\n{about}\n\n{}", table(&head, rows));
    }
    text
}

const GRADES: &str = "Grades: *V1* read in the publication itself, *V2* read in a secondary page, *Derived* by arithmetic \
    from published figures, *RecalledHigh* and *RecalledMedium* recalled and not confirmed, *Gap* no defensible number \
    (swept; no headline rests on its default), *Definition* a matter of definition or of the scenario's author. Role: all \
    are inputs, since what the model reads cannot be a target.\n";

fn row(spec: &Spec) -> Vec<String> {
    let range = if spec.choices.is_empty() {
        format!("{} to {}", tidy(spec.least), tidy(spec.most))
    } else {
        spec.choices.join(", ")
    };
    vec![
        format!("`{}`", spec.name),
        spec.meaning.to_owned(),
        spec.show(spec.default).replace('"', ""),
        range,
        spec.unit.to_owned(),
        format!("{:?}", spec.grade),
        spec.source.to_owned(),
        format!("{:?}", spec.role).to_lowercase(),
    ]
}
