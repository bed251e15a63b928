//! The page of a validation: the score first, then every finding with what was expected and what was got.

use super::super::sheet;
use super::strip::Strip;
use super::words::{self, LIMITS, Row, Section};
use crate::evidence::Verdict;
use crate::evidence::validation::Validation;
use maud::{Markup, html};

/// Writes the page.
pub(super) fn write(validation: &Validation) -> String {
    let title = "What the model is held against";
    let sections = words::sections(validation);
    let (limits, findings): (Vec<&Section>, Vec<&Section>) =
        sections.iter().partition(|section| section.title == LIMITS);
    let body = html! {
        h1 { (title) }
        p.question { "Exact limits, which it must hit; and published findings that no parameter reads, which it may miss." }
        p.verdict { @for sentence in words::score(validation) { (sentence) " " } }
        p.note {
            "Stammtisch " (env!("CARGO_PKG_VERSION")) ", seed " (validation.seed) ", depth " (validation.depth.word())
            ". Each number has a 95 % interval over independent worlds."
        }
        // Findings first: that the code is right is what one takes for granted, unless it is not.
        @for section in findings { (table(section)) }
        @for section in limits { (table(section)) }
    };
    sheet::page(title, &body)
}

fn table(section: &Section) -> Markup {
    let rows = html! {
        div.scroll { table {
            thead { tr { @for cell in &section.head { th { (cell) } } } }
            tbody { @for row in &section.rows { (cells(row)) } }
        } }
    };
    html! {
        h2 { (section.title) }
        p.note { (section.note) }
        @if section.title == LIMITS && section.rows.iter().all(|row| row.verdict == Verdict::Passes) {
            details { summary { "All " (section.rows.len()) " comparisons, each of which holds" } (rows) }
        } @else { (rows) }
    }
}

/// What the lines on a finding are: statement, design, and why it is missed or cannot be asked.
const LABELS: [&str; 3] = ["", "How: ", "Why not: "];

fn cells(row: &Row) -> Markup {
    let [id, what, expected, got, verdict, source] = &row.short[..] else {
        return html! {};
    };
    html! {
        tr {
            td { (id) }
            td.measure {
                (what)
                @for (label, line) in LABELS.iter().zip(row.about.iter().flatten()) {
                    @if !line.is_empty() && line != what { div.source { strong { (label) } (line) } }
                }
            }
            td.number { (expected) }
            td.number {
                (got)
                @if let Some(strip) = row.number.and_then(|(part, got)| Strip::of(part, got)) { div { (strip.draw()) } }
            }
            td class={ "verdict-" (verdict) } { (verdict) }
            td.source { (source) }
        }
    }
}
