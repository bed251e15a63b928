//! ODD: the description of the model in the exact elements of Grimm et al. (2020), drawn from the code wherever the code says it.
//!
//! State variables, processes, purposes of luck, programmes, measures, mechanisms, parameters, limits
//! and targets come from the declarations and the sources themselves, and the page is quoted as it
//! is compiled. Prose stands in `prose/` only where nothing in the code says it; numbers in it are
//! filled in from the parameters.

mod declared;
mod elements;
mod parameters;
mod sources;
mod state;
mod submodels;
mod tables;

pub use declared::{Member, members};
pub use elements::{CONCEPTS, ELEMENTS};
pub use parameters::declared_tables;
pub use sources::{SOURCES, Source, source};
pub use state::ENTITIES;
pub use submodels::{SUBMODELS, equations};

use super::sheet;
use maud::{Markup, PreEscaped};
use std::fmt::Write;

/// The whole description in Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut text = format!("# {TITLE}\n\n{}\n", PREFACE.trim());
    for (heading, body) in elements::all() {
        let _ = write!(text, "\n## {heading}\n\n{}\n", body.trim());
    }
    text
}

/// The whole description as a page.
#[must_use]
pub fn page() -> String {
    let mut html = String::new();
    let options = pulldown_cmark::Options::ENABLE_TABLES;
    pulldown_cmark::html::push_html(
        &mut html,
        pulldown_cmark::Parser::new_ext(&markdown(), options),
    );
    let body: Markup = PreEscaped(html);
    sheet::page(TITLE, &body)
}

const TITLE: &str = "Stammtisch: model description (ODD)";

const PREFACE: &str = "\
This description follows the ODD protocol (Overview, Design concepts, Details) as updated by Grimm et al. (2020,
*Journal of Artificial Societies and Social Simulation* 23(2) 7). It is generated from the source and the configuration by
`stammtisch odd`, and a test fails when it is stale; do not edit it by hand.";
