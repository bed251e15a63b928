//! The effective scenario: every value that a run really used, written as a scenario again.

use super::strategies::shocks::FAILURE;
use super::{Scenario, Source};
use crate::parameters::{Parameters, Spec};
use crate::quantity::Quantity;
use crate::rules::Visitor;
use crate::strategy::Strategy;
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
    write_shocks(&mut table, scenario);
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
    let mut collect = Collect(Vec::new());
    scenario.visit(&mut collect);
    if let Source::Generated { generator, .. } = &scenario.source {
        let values = generator.values();
        let table = values.first().map_or("", |(spec, _)| spec.table);
        collect.list(table, values);
    }
    for strategy in &scenario.strategies {
        let named = format!("strategies.{}", strategy.name);
        for line in &strategy.lines {
            let values = line.window.values().into_iter().chain(line.chosen.values.iter().cloned());
            collect.list(&format!("{named}.{}", line.account), values);
        }
        if !strategy.lines.is_empty() {
            collect.list(&named, strategy.planning.values());
        }
    }
    collect.shocks(scenario.strategies.last());
    for rival in &scenario.rivals {
        let table = format!("rivals.{}", rival.name);
        collect.list(&table, rival.terms.values());
    }
    collect.0
}

/// Collects parameters table by table.
struct Collect(Vec<Assumption>);

impl Collect {
    fn list(&mut self, table: &str, values: impl IntoIterator<Item = (Spec, f64)>) {
        let used = |(spec, value)| Assumption { table: table.to_owned(), spec, value };
        self.0.extend(values.into_iter().map(used));
    }

    /// Shocks are the same for every strategy, so one tells them all.
    fn shocks(&mut self, of: Option<&Strategy>) {
        for failure in of.iter().filter_map(|strategy| strategy.failure.as_ref()) {
            self.list(&format!("shocks.{FAILURE}"), failure.values());
        }
        for act in of.iter().flat_map(|strategy| &strategy.acts) {
            let values = act.plan.values().into_iter().chain(act.chosen.values.iter().cloned());
            self.list(&format!("shocks.{}", act.name), values);
        }
    }
}

impl Visitor for Collect {
    fn group<G: Parameters>(&mut self, path: &[&'static str], group: &mut G) {
        self.list(&path.join("."), group.values());
    }
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
            write_values(table_at(network, &[generator.name()]), &generator.values());
        }
    }
}

fn write_strategies(table: &mut Table, scenario: &Scenario) {
    for strategy in
        scenario.strategies.iter().filter(|strategy| strategy.name != crate::strategy::ABSENT)
    {
        let own = table_at(table, &["strategies", &strategy.name]);
        own.insert("budget".to_owned(), Value::from(strategy.allowance.to_number()));
        write_values(own, &strategy.planning.values());
        if let Some(switch) = strategy.switches.first() {
            own.insert("then".to_owned(), Value::from(switch.to.as_str()));
            own.insert("at".to_owned(), Value::from(i64::from(switch.at)));
        }
        // What a switch brings is written where it is declared.
        for line in strategy.lines.iter().filter(|line| line.weeks.start == 0) {
            let programme = table_at(own, &[&line.name]);
            programme.insert("share".to_owned(), Value::from(line.share));
            write_values(programme, &line.window.values());
            write_values(programme, &line.chosen.values);
        }
    }
}

/// Writes the shocks, which are the same for every strategy.
fn write_shocks(table: &mut Table, scenario: &Scenario) {
    let Some(strategy) = scenario.strategies.last() else { return };
    if let Some(failure) = &strategy.failure {
        write_values(table_at(table, &["shocks", FAILURE]), &failure.values());
    }
    for act in &strategy.acts {
        let own = table_at(table, &["shocks", &act.name]);
        write_values(own, &act.plan.values());
        write_values(own, &act.chosen.values);
    }
}

fn write_values(table: &mut Table, values: &[(Spec, f64)]) {
    for (spec, value) in values {
        table.insert(spec.name.to_owned(), value_of(spec, *value));
    }
}

fn write_rivals(table: &mut Table, scenario: &Scenario) {
    for rival in &scenario.rivals {
        let own = table_at(table, &["rivals", &rival.name]);
        own.insert("strategy".to_owned(), Value::from(rival.follows.as_str()));
        write_values(own, &rival.terms.values());
    }
}
