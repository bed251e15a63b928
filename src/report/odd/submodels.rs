//! Processes in their order, and each submodel: what its files say of themselves, its equations, the code that carries them out.

use super::sources::{Source, below, source};
use super::tables::{section as part_of, table};
use crate::programmes::NAMES;
use std::fmt::Write;

/// A submodel: its module, the words that call it on the page (empty where the page does not), and
/// the functions that carry out its equations, each with its file.
type Submodel = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// All submodels: the processes in the order in which the page carries them out, and what they share.
pub const SUBMODELS: [Submodel; 19] = [
    ("strategy", "strategy.spend(", &[("strategy.rs", "spend")]),
    (
        "processes/broadcast",
        "rules.broadcast(",
        &[
            ("processes/broadcast.rs", "broadcast"),
            ("processes/broadcast.rs", "register"),
            ("processes/broadcast/page.rs", "ranking"),
        ],
    ),
    (
        "processes/broker",
        "rules.broker(",
        &[
            ("processes/broker/accept.rs", "accepts"),
            ("processes/broker/accept.rs", "as_disposed"),
            ("processes/broker.rs", "please"),
            ("processes/broker.rs", "benefit"),
        ],
    ),
    (
        "processes/visit",
        "rules.forum(",
        &[("processes/visit.rs", "chance"), ("processes/visit.rs", "read")],
    ),
    (
        "processes/meet",
        "meet::meet(",
        &[
            ("processes/meet.rs", "find_pace"),
            ("processes/meet.rs", "find_bounds"),
            ("processes/meet.rs", "find_met"),
            ("processes/meet.rs", "falls"),
        ],
    ),
    ("processes/notice", "notice::notice(", &[]),
    (
        "processes/talk",
        "rules.conversation(",
        &[
            ("processes/talk.rs", "weight"),
            ("processes/talk/said.rs", "mentions"),
            ("processes/talk/said.rs", "opinion"),
            ("processes/talk.rs", "hears"),
        ],
    ),
    (
        "processes/relate",
        "rules.living(",
        &[("processes/relate.rs", "relate"), ("processes/relate.rs", "hear_public")],
    ),
    ("processes/answer", "rules.service(", &[("processes/answer/peers.rs", "helped")]),
    (
        "processes/decide",
        "decision.decide(",
        &[
            ("processes/decide/join.rs", "joins"),
            ("processes/decide/join.rs", "persuaded"),
            ("processes/decide/join.rs", "held_back"),
            ("processes/decide/leave.rs", "leaves"),
            ("processes/decide/leave.rs", "own_hazard"),
            ("processes/decide/leave.rs", "stays"),
            ("processes/decide/company.rs", "company"),
            ("processes/decide/company.rs", "leaning"),
            ("processes/decide/leave.rs", "feel_losses"),
        ],
    ),
    (
        "processes/purchase",
        ".purchase(",
        &[("processes/purchase.rs", "purchase"), ("processes/purchase.rs", "hazard")],
    ),
    (
        "processes/drift",
        "drift::dissolve(",
        &[("processes/drift.rs", "hazard"), ("processes/drift.rs", "fade")],
    ),
    ("processes/learn", "learn::learn(", &[("processes/learn.rs", "learn")]),
    ("processes/account", "account::book(", &[("processes/account.rs", "book")]),
    (
        "worth",
        "",
        &[("worth.rs", "willingness"), ("worth.rs", "left_by_price"), ("worth.rs", "reputation")],
    ),
    ("norms", "", &[("norms.rs", "violate")]),
    ("portfolio", "", &[("portfolio.rs", "count"), ("portfolio.rs", "value")]),
    ("technology", "", &[("technology.rs", "response")]),
    ("segments", "", &[]),
];

/// The hand-written equations of a module; nothing where it has none.
#[must_use]
pub fn equations(module: &str) -> String {
    part_of(include_str!("prose/submodels.md"), "## ", module)
}

/// Element 3: the page, the processes in its order, and why.
pub(super) fn schedule() -> String {
    let page = source("week.rs").text;
    let rows =
        SUBMODELS.iter().filter(|(_, call, _)| !call.is_empty()).flat_map(|(module, _, _)| {
            below(module).map(|file| {
                let (name, rest) = parts(file);
                vec![name, rest, format!("`src/{}`", file.path)]
            })
        });
    format!(
        "{}\n```rust\n{page}```\n\n{}\n### Processes, in the order of the page\n\n{}",
        include_str!("prose/schedule.md"),
        include_str!("prose/order.md"),
        table(&["Process", "What happens", "File"], rows)
    )
}

/// The first sentence of a file in two: what it is about, and what happens.
fn parts(file: &Source) -> (String, String) {
    let first = file.first();
    let (name, rest) = first.split_once(": ").unwrap_or(("", &first));
    (name.to_owned(), rest.to_owned())
}

/// For what luck is asked, by the file that asks.
pub(super) fn purposes() -> String {
    let rows = super::SOURCES.iter().filter_map(|file| {
        let purposes: Vec<String> = file.purposes().into_iter().collect();
        (!purposes.is_empty()).then(|| vec![format!("`src/{}`", file.path), purposes.join("; ")])
    });
    table(&["File", "Purposes of luck"], rows)
}

/// Element 7 without its parameters: every submodel, every programme, every mechanism.
pub(super) fn section() -> String {
    let mut text = equations("week") + "\n";
    for (module, _, functions) in SUBMODELS {
        text += &submodel(module, functions);
    }
    text + &programmes() + &mechanisms()
}

fn submodel(module: &str, functions: &[(&str, &str)]) -> String {
    let file = source(&format!("{module}.rs"));
    let mut text = format!("\n### {}\n\n{}\n", file.title(), file.about().join("\n\n"));
    for inner in below(module).filter(|inner| inner.path != file.path) {
        let _ = write!(text, "\n{}\n", inner.about().join("\n\n"));
    }
    let equations = equations(module);
    if !equations.is_empty() {
        let _ = write!(text, "\n{equations}\n");
    }
    let code: Vec<String> =
        functions.iter().map(|(path, name)| source(path).function(name)).collect();
    if !code.is_empty() {
        let _ = write!(text, "\n```rust\n{}\n```\n", code.join("\n\n"));
    }
    let tables: Vec<String> =
        below(module).flat_map(Source::tables).map(|(table, _)| format!("`{table}`")).collect();
    if !tables.is_empty() {
        let _ = write!(text, "\nParameters: {}.\n", tables.join(", "));
    }
    text
}

fn programmes() -> String {
    let mut text = "\n### Programmes\n\n".to_owned() + PROGRAMMES;
    for name in NAMES {
        let file = source(&format!("programmes/{name}.rs"));
        let _ = write!(text, "\n#### `{name}`\n\n{}\n", file.about().join("\n\n"));
    }
    text
}

const PROGRAMMES: &str = "What a firm can do. Each programme reads what the firm can see (`programmes/view.rs`), and makes offers \
    paid from its purse or runs a service; its parameters stand under `strategies.NAME.PROGRAMME`.\n";

fn mechanisms() -> String {
    let specs = crate::scenario::specs();
    let gains = specs.iter().filter(|spec| spec.table == "mechanisms");
    let rows = gains.map(|spec| vec![format!("`{}`", spec.name), spec.meaning.to_owned()]);
    format!(
        "\n### Mechanisms and their gains\n\n{}\n\n{}\n",
        source("mechanisms.rs").about().join("\n\n"),
        table(&["Mechanism", "What it does"], rows)
    )
}
