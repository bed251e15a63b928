//! The elements of the description, in their exact names and order, and the annex.

use super::tables::{fill, section, table};
use super::{parameters, state, submodels};
use crate::evidence::{Finding, limits, targets};
use crate::measures;
use crate::parameters::{Grade, Role};
use crate::programmes::NAMES;
use crate::scenario::{PRESETS, specs};
use std::fmt::Write;

/// The seven elements of ODD (Grimm et al. 2020).
pub const ELEMENTS: [&str; 7] = [
    "1. Purpose and patterns",
    "2. Entities, state variables, and scales",
    "3. Process overview and scheduling",
    "4. Design concepts",
    "5. Initialization",
    "6. Input data",
    "7. Submodels",
];

/// The eleven design concepts, in their order.
pub const CONCEPTS: [&str; 11] = [
    "Basic principles",
    "Emergence",
    "Adaptation",
    "Objectives",
    "Learning",
    "Prediction",
    "Sensing",
    "Interaction",
    "Stochasticity",
    "Collectives",
    "Observation",
];

/// The name of the annex.
const ANNEX: &str = "Annex A. Verification and validation (Rand and Rust 2011)";

/// All parts of the description: the name and the text.
pub(super) fn all() -> Vec<(&'static str, String)> {
    let bodies = [
        format!("{}\n{}", include_str!("prose/purpose.md"), patterns()),
        state::section(),
        submodels::schedule(),
        concepts(),
        initialization(),
        include_str!("prose/input.md").to_owned(),
        format!("{}\n{}", submodels::section(), parameters::section()),
    ];
    let elements = ELEMENTS.into_iter().zip(bodies.map(|body| fill(&body)));
    elements.chain([(ANNEX, verification())]).collect()
}

/// The eleven concepts, with what the code says of chance and of observation.
fn concepts() -> String {
    let prose = include_str!("prose/concepts.md");
    let one = |concept: &str| {
        let more = match concept {
            "Stochasticity" => format!("\n\n{}", submodels::purposes()),
            "Observation" => format!("\n\n{}", observed()),
            _ => String::new(),
        };
        format!("### {concept}\n\n{}{more}\n", section(prose, "### ", concept))
    };
    CONCEPTS.map(one).join("\n")
}

fn observed() -> String {
    let row = |measure: &'static measures::Measure| {
        let unit = format!("{:?}", measure.unit).to_lowercase();
        vec![format!("`{}`", measure.id), unit, measure.meaning.to_owned()]
    };
    table(&["Measure", "Unit", "Meaning"], measures::all().map(row))
}

/// The declared limits and findings; what is declared tomorrow stands here tomorrow.
fn patterns() -> String {
    let limit = |limit: &'static limits::Limit| {
        vec![limit.id.to_owned(), limit.statement.to_owned(), limit.source.to_owned()]
    };
    let finding = |finding: &'static Finding| {
        vec![
            finding.id.to_owned(),
            finding.statement.to_owned(),
            finding.published.to_owned(),
            format!("{:?}", finding.grade),
            finding.source.to_owned(),
        ]
    };
    let head = ["Id", "Finding", "Published", "Grade", "Source"];
    let of = |role: Role| targets::all().filter(move |finding| finding.role == role).map(finding);
    format!(
        "**Exact limits**\n\n{}\n**Targets**\n\n{}\n**Recovery checks**\n\n{}",
        table(&["Id", "What must hold", "Source"], limits::all().map(limit)),
        table(&head, of(Role::Target)),
        table(&head, of(Role::Recovery)),
    )
}

/// How a market begins, and the presets of people and of strategies.
fn initialization() -> String {
    let mut text = include_str!("prose/initialization.md").to_owned();
    let people = [
        ("b2c", include_str!("../../scenario/presets/b2c.toml")),
        ("b2b", include_str!("../../scenario/presets/b2b.toml")),
    ];
    for (name, preset) in people {
        let _ = write!(text, "\n`preset = \"{name}\"` in `[people]`:\n\n```toml\n{preset}```\n");
    }
    let mix = |shares: &[(&str, f64)]| {
        let each: Vec<String> =
            shares.iter().map(|(name, share)| format!("`{name}` {share}")).collect();
        if each.is_empty() { "nothing".to_owned() } else { each.join(", ") }
    };
    let rows = PRESETS.iter().map(|(name, shares)| vec![format!("`{name}`"), mix(shares)]);
    let _ = write!(
        text,
        "\nPresets of strategies, by the share of the allowance that each programme gets; any other mix of the {} programmes may be stated:\n\n{}",
        NAMES.len(),
        table(&["Preset", "Programmes"], rows)
    );
    text
}

/// The annex, with the numbers that it names counted.
fn verification() -> String {
    let specs = specs();
    let graded =
        |grades: &[Grade]| specs.iter().filter(|spec| grades.contains(&spec.grade)).count();
    let targets = targets::all().filter(|finding| finding.is_target()).count();
    let numbers = [
        ("limits", limits::all().count()),
        ("targets", targets),
        ("parameters", specs.len()),
        ("read", graded(&[Grade::V1, Grade::V2])),
        ("derived", graded(&[Grade::Derived])),
        ("recalled", graded(&[Grade::RecalledHigh, Grade::RecalledMedium])),
        ("gaps", graded(&[Grade::Gap])),
        ("defined", graded(&[Grade::Definition])),
    ];
    let prose = include_str!("prose/verification.md").to_owned();
    numbers.into_iter().fold(prose, |text, (name, number)| {
        text.replace(&format!("{{{name}}}"), &number.to_string())
    })
}
