//! Reading a scenario, table by table.

use super::{
    Crowd, Experiment, Objectives, Scenario, Source, folder_of, presets, rivals, strategies,
    usual_measure,
};
use crate::document::{Document, Problem, Table, Value, nearest};
use crate::measures::{self, Measure};
use crate::parameters::Parameters;
use crate::population::start::Start;
use crate::population::traits::Traits;
use crate::population::{Generator, ImportSettings, NAMES};
use crate::rules::{Rules, Visitor};
use std::path::{Path, PathBuf};

/// The tables of a scenario.
const TABLES: &[&str] = &[
    "title",
    "question",
    "people",
    "objectives",
    "strategies",
    "shocks",
    "rivals",
    "technology",
    "mechanisms",
    "experiment",
];

/// The most people of whom everybody may know everybody.
const MOST_IN_COMPLETE: usize = 5000;

pub(super) fn read(document: &Document, file: &Path, problems: &mut Vec<Problem>) -> Scenario {
    let root = &presets::with_preset(&document.root, problems);
    root.refuse_unknown(TABLES, "a scenario", problems);
    let empty = Table::default();
    let people = root.table("people", problems).unwrap_or(&empty);
    let objectives = read_objectives(root, problems);
    let experiment = Experiment::read(root.table("experiment", problems), &[], problems);
    let mut rules = read_rules(root, people, problems);
    problems.extend(refuse_bound_shoppers(&rules, people));
    rules.discount = objectives.discount.0;
    rules.horizon = experiment.weeks.whole();
    let terms = strategies::Terms { budget: objectives.budget, horizon: rules.horizon };
    let start = Start::read(people.table("start", problems), &[], problems);
    Scenario {
        name: file
            .file_stem()
            .map_or_else(|| "scenario".to_owned(), |stem| stem.to_string_lossy().into_owned()),
        title: word(root, "title", problems),
        question: word(root, "question", problems),
        source: read_source(people, file, problems),
        traits: Traits::read(people.table("traits", problems), &[], problems),
        measure: read_measure(root, problems),
        strategies: strategies::read(root, terms, problems),
        rivals: rivals::read(root, (&objectives, &start, terms), problems),
        start,
        objectives,
        rules,
        experiment,
    }
}

/// Whoever buys when he likes has no contract, and does not wait for a group.
fn refuse_bound_shoppers(rules: &Rules, people: &Table) -> Option<Problem> {
    let entry = people.get("purchases").filter(|_| rules.purchases.are_at_will())?;
    let (what, remedy) = if rules.contract.is_usual() {
        ("have no contracts", "`length` of [people.contract]")
    } else if rules.buying.group.whole() > 1 {
        ("do not decide in groups", "`group` of [people.buying]")
    } else {
        return None;
    };
    let what = format!("customers who buy when they like {what}");
    let help = format!("remove [people.purchases], or {remedy}");
    Some(Problem::at(&entry.name_place, what).advise(help))
}

/// A text of this name; a problem where it is something else.
fn word(table: &Table, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let entry = table.get(name)?;
    if let Value::Word(word) = &entry.value {
        return Some(word.clone());
    }
    let what = format!("`{name}` must be a text in quotes, but is a {}", entry.value.kind());
    let help = format!("write {name} = \"…\"");
    problems.push(Problem::at(&entry.place, what).advise(help));
    None
}

fn read_objectives(root: &Table, problems: &mut Vec<Problem>) -> Objectives {
    let table = root.table("objectives", problems);
    let objectives = Objectives::read(table, &["measure"], problems);
    if let Some(entry) = table.and_then(|table| table.get("unit_cost").or(table.get("price")))
        && objectives.unit_cost > objectives.price
    {
        let what =
            "serving a customer costs more than the customer pays (`unit_cost` over `price`)";
        problems
            .push(Problem::at(&entry.place, what).advise("give both, the cost below the price"));
    }
    objectives
}

fn read_measure(root: &Table, problems: &mut Vec<Problem>) -> &'static Measure {
    let entry = root.table("objectives", &mut Vec::new()).and_then(|table| table.get("measure"));
    let Some(entry) = entry else {
        return usual_measure();
    };
    let ids: Vec<&str> = measures::deciding().collect();
    let Value::Word(id) = &entry.value else {
        let what =
            format!("`measure` must be the name of a measure, but is a {}", entry.value.kind());
        problems.push(Problem::at(&entry.place, what).advise("for example measure = \"profit\""));
        return usual_measure();
    };
    measures::by_id(id).filter(|measure| ids.contains(&measure.id)).unwrap_or_else(|| {
        let what = if measures::by_id(id).is_some() {
            format!("\"{id}\" is reported, but cannot decide")
        } else {
            format!("there is no measure \"{id}\"")
        };
        let problem = Problem::at(&entry.place, what);
        let help = nearest(id, &ids).map_or_else(
            || format!("one of {}", ids.join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        problems.push(problem.advise(help));
        usual_measure()
    })
}

/// Reads the rules of behaviour from `[people.*]`, `[technology]` and `[mechanisms]`.
fn read_rules(root: &Table, people: &Table, problems: &mut Vec<Problem>) -> Rules {
    struct Read<'a> {
        root: &'a Table,
        people: &'a Table,
        known: Vec<&'static str>,
        problems: &'a mut Vec<Problem>,
    }
    impl Visitor for Read<'_> {
        fn group<G: Parameters>(&mut self, path: &[&'static str], group: &mut G) {
            let table = match path {
                ["people", name] => {
                    self.known.push(name);
                    self.people.table(name, self.problems)
                }
                [name, ..] => self.root.table(name, self.problems),
                [] => None,
            };
            *group = G::read(table, &[], self.problems);
        }
    }
    let known = vec!["count", "preset", "network", "traits", "start"];
    let mut read = Read { root, people, known, problems };
    let mut rules = Rules::default();
    rules.visit(&mut read);
    let known = read.known;
    people.refuse_unknown(&known, "[people]", problems);
    rules
}

/// Reads where the network comes from: a generator, or the user's own files.
fn read_source(people: &Table, file: &Path, problems: &mut Vec<Problem>) -> Source {
    let network = people.table("network", problems);
    let known: Vec<&str> = NAMES.iter().copied().chain(["ties", "people", "weight"]).collect();
    if let Some(network) = network {
        network.refuse_unknown(&known, "[people.network]", problems);
    }
    if let Some(settings) = network.and_then(|network| read_import(network, file, problems)) {
        refuse_both(people, network, problems);
        return Source::Imported(settings);
    }
    let generator = Generator::read(network, problems);
    let crowd = Table { entries: people.get("count").cloned().into_iter().collect() };
    let crowd = Crowd::read(Some(&crowd), &[], problems).count.whole();
    if matches!(generator, Generator::Complete) && crowd > MOST_IN_COMPLETE {
        problems.push(refuse_complete(people, network, crowd));
    }
    Source::Generated { generator, people: crowd }
}

/// Where everybody knows everybody, ties grow with the square of the people, and so does memory.
fn refuse_complete(people: &Table, network: Option<&Table>, count: usize) -> Problem {
    let what = format!(
        "a complete network has at most {MOST_IN_COMPLETE} people, but `count` is {count}: that would be {} ties",
        count * (count - 1) / 2
    );
    let place = people
        .get("count")
        .map(|count| &count.place)
        .or_else(|| Some(&network?.get("complete")?.name_place));
    let problem = match place {
        Some(place) => Problem::at(place, what),
        None => Problem::of_whole(what),
    };
    problem.advise("lower `count`, or take another network, such as [people.network.communities]")
}

fn read_import(
    network: &Table,
    file: &Path,
    problems: &mut Vec<Problem>,
) -> Option<ImportSettings> {
    let path = |name: &str, problems: &mut Vec<Problem>| -> Option<PathBuf> {
        let place = network.get(name)?.place.text;
        word(network, name, problems).map(|path| folder_of(place, file).join(path))
    };
    let people = path("people", problems);
    let weight = word(network, "weight", problems);
    let ties = path("ties", problems);
    if ties.is_none() && network.get("ties").is_none() {
        for name in ["people", "weight"] {
            if let Some(entry) = network.get(name) {
                let what = format!(
                    "`{name}` belongs to an imported network, but no file of ties is given"
                );
                problems.push(
                    Problem::at(&entry.name_place, what)
                        .advise("add ties = \"FILE\" to [people.network]"),
                );
            }
        }
    }
    ties.map(|ties| ImportSettings { ties, people, weight })
}

/// An imported network has its own people: neither a count nor a generator goes with it.
fn refuse_both(people: &Table, network: Option<&Table>, problems: &mut Vec<Problem>) {
    if let Some(count) = people.get("count") {
        let what = "`count` and an imported network cannot both be given: the files say how many people there are";
        problems
            .push(Problem::at(&count.name_place, what).advise("remove `count`, or remove `ties`"));
    }
    let generators = network.into_iter().flat_map(|network| &network.entries);
    for entry in generators.filter(|entry| NAMES.contains(&&*entry.name)) {
        let what = format!(
            "the network is imported, so it cannot be generated by `{}` as well",
            entry.name
        );
        problems.push(Problem::at(&entry.name_place, what).advise("remove one of the two"));
    }
}
