//! Presets of a whole market: `preset = "b2b"` in `[people]` gives other defaults to what the scenario leaves open.
//!
//! A preset is a text of the same form as a scenario and lies under it, so whatever the scenario
//! or the command line says wins, and the effective scenario shows what came of it.

use crate::document::{Document, Place, Problem, Table, Value, nearest};

/// The presets by name.
const PRESETS: [(&str, &str); 2] =
    [("b2c", include_str!("presets/b2c.toml")), ("b2b", include_str!("presets/b2b.toml"))];

/// The scenario with the preset under it that `[people]` names, if it names one.
pub(super) fn with_preset(root: &Table, problems: &mut Vec<Problem>) -> Table {
    // What is wrong with `[people]` itself is told where it is read.
    let people = root.table("people", &mut Vec::new());
    let Some(entry) = people.and_then(|people| people.get("preset")) else {
        return root.clone();
    };
    let names = PRESETS.map(|(name, _)| name);
    let all = || format!("one of {}", names.join(", "));
    let Value::Word(word) = &entry.value else {
        let what = format!("`preset` must be a word, but is a {}", entry.value.kind());
        problems.push(Problem::at(&entry.place, what).advise(all()));
        return root.clone();
    };
    let Some((_, text)) = PRESETS.iter().find(|(name, _)| name == word) else {
        let what = format!("there is no preset \"{word}\" of people");
        let help =
            nearest(word, &names).map_or_else(all, |near| format!("did you mean \"{near}\"?"));
        problems.push(Problem::at(&entry.place, what).advise(help));
        return root.clone();
    };
    let mut table = Document::parse(word, text, problems).root;
    let network = people.and_then(|people| people.table("network", &mut Vec::new()));
    if network.is_some_and(|network| network.get("ties").is_some()) {
        // An imported network says itself how many people there are.
        remove(&mut table, "people", "count");
    }
    // What is wrong with a value of the preset is wrong where the scenario asks for the preset.
    place_all(&mut table, &entry.place);
    table.lay_over(root.clone());
    table
}

fn remove(table: &mut Table, group: &str, name: &str) {
    for entry in table.entries.iter_mut().filter(|entry| entry.name == group) {
        if let Value::Table(group) = &mut entry.value {
            group.entries.retain(|entry| entry.name != name);
        }
    }
}

fn place_all(table: &mut Table, place: &Place) {
    for entry in &mut table.entries {
        (entry.place, entry.name_place) = (place.clone(), place.clone());
        if let Value::Table(inner) = &mut entry.value {
            place_all(inner, place);
        }
    }
}
