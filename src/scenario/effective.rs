//! The effective scenario: every value that a run really used, written as a scenario again.

use super::{Scenario, Source};
use crate::parameters::{Parameters, Spec};
use crate::quantity::Quantity;
use crate::rules::Visitor;
use std::path::Path;
use toml::{Table, Value};

/// Writes the scenario with all its values, defaults included, as TOML.
#[must_use]
pub fn effective(scenario: &mut Scenario) -> String {
    struct Write(Table);
    impl Visitor for Write {
        fn group<G: Parameters>(&mut self, path: &[&'static str], group: &mut G) {
            let table = table_at(&mut self.0, path);
            for spec in G::specs() {
                if let Some(value) = group.get(spec.name) {
                    table.insert(spec.name.to_owned(), value_of(&spec, value));
                }
            }
        }
    }
    let mut write = Write(Table::new());
    for (name, text) in [("title", &scenario.title), ("question", &scenario.question)] {
        if let Some(text) = text {
            write.0.insert(name.to_owned(), Value::from(text.as_str()));
        }
    }
    scenario.visit(&mut write);
    let mut table = write.0;
    table_at(&mut table, &["objectives"])
        .insert("measure".to_owned(), Value::from(scenario.measure.id));
    write_source(&mut table, &scenario.source);
    write_strategies(&mut table, scenario);
    write_rivals(&mut table, scenario);
    toml::to_string_pretty(&table).unwrap_or_default()
}

/// A parameter as it was used.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// The table in which it stands, with the strategy's own name.
    pub table: String,
    /// What there is to know of it.
    pub spec: Spec,
    /// The value.
    pub value: f64,
}

/// Every parameter of the scenario with the value that is used, those of the programmes last.
#[must_use]
pub fn assumptions(scenario: &mut Scenario) -> Vec<Assumption> {
    struct Collect(Vec<Assumption>);
    impl Visitor for Collect {
        fn group<G: Parameters>(&mut self, path: &[&'static str], group: &mut G) {
            let values = group.values().into_iter();
            self.0.extend(values.map(|(spec, value)| Assumption {
                table: path.join("."),
                spec,
                value,
            }));
        }
    }
    let mut collect = Collect(Vec::new());
    scenario.visit(&mut collect);
    if let Source::Generated { generator, .. } = &scenario.source {
        collect.0.extend(generator.values().into_iter().map(|(spec, value)| Assumption {
            table: spec.table.to_owned(),
            spec,
            value,
        }));
    }
    for strategy in &scenario.strategies {
        for line in &strategy.lines {
            let table = format!("strategies.{}.{}", strategy.name, line.name);
            let values = line.chosen.values.iter().cloned();
            collect.0.extend(values.map(|(spec, value)| Assumption {
                table: table.clone(),
                spec,
                value,
            }));
        }
    }
    for rival in &scenario.rivals {
        let table = format!("rivals.{}", rival.name);
        let values = rival.terms.values().into_iter();
        collect.0.extend(values.map(|(spec, value)| Assumption {
            table: table.clone(),
            spec,
            value,
        }));
    }
    collect.0
}

fn value_of(spec: &Spec, value: f64) -> Value {
    match spec.choices.get(value as usize) {
        Some(word) => Value::from(*word),
        None if spec.whole => Value::from(value as i64),
        None => Value::from(value),
    }
}

fn table_at<'a>(table: &'a mut Table, path: &[&str]) -> &'a mut Table {
    path.iter().fold(table, |table, name| {
        let entry = table.entry(*name).or_insert_with(|| Value::Table(Table::new()));
        match entry {
            Value::Table(inner) => inner,
            // Groups and values never share a name; a test reads the result back.
            _ => unreachable!("`{name}` is a table"),
        }
    })
}

fn write_source(table: &mut Table, source: &Source) {
    let network = table_at(table, &["people", "network"]);
    match source {
        Source::Imported(settings) => {
            // The results hold copies of the files, so that they can be moved, and run again anywhere.
            let settings = settings.copied();
            let path = |path: &Path| Value::from(path.to_string_lossy().into_owned());
            network.insert("ties".to_owned(), path(&settings.ties));
            if let Some(people) = &settings.people {
                network.insert("people".to_owned(), path(people));
            }
            if let Some(weight) = &settings.weight {
                network.insert("weight".to_owned(), Value::from(weight.as_str()));
            }
        }
        Source::Generated { generator, .. } => {
            let own = table_at(network, &[generator.name()]);
            for (spec, value) in generator.values() {
                own.insert(spec.name.to_owned(), value_of(&spec, value));
            }
        }
    }
}

fn write_strategies(table: &mut Table, scenario: &Scenario) {
    for strategy in
        scenario.strategies.iter().filter(|strategy| strategy.name != crate::strategy::ABSENT)
    {
        let own = table_at(table, &["strategies", &strategy.name]);
        own.insert("budget".to_owned(), Value::from(strategy.allowance.to_number()));
        for line in &strategy.lines {
            let programme = table_at(own, &[&line.name]);
            programme.insert("share".to_owned(), Value::from(line.share));
            for (spec, value) in &line.chosen.values {
                programme.insert(spec.name.to_owned(), value_of(spec, *value));
            }
        }
    }
}

fn write_rivals(table: &mut Table, scenario: &Scenario) {
    for rival in &scenario.rivals {
        let own = table_at(table, &["rivals", &rival.name]);
        own.insert("strategy".to_owned(), Value::from(rival.follows.as_str()));
        for (spec, value) in rival.terms.values() {
            own.insert(spec.name.to_owned(), value_of(&spec, value));
        }
    }
}
