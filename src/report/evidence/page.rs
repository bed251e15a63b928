//! The page of a validation: the score first, then every finding with what was expected and what was got.

use super::super::sheet;
use super::strip::Strip;
use super::words::{self, HEAD, LIMITS, Row, Section};
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
            ". Each number has a 95 % interval over independent worlds; below it, what was expected in grey, what was got as a point with its interval."
        }
        // Findings first: that the code is right is what one takes for granted, unless it is not.
        @for section in findings { (table(section)) }
        @for section in limits { (table(section)) }
    };
    sheet::page(title, &body)
}

fn table(section: &Section) -> Markup {
    let findings = section.rows.chunk_by(|_, next| next.about.is_none());
    let [id, what, expected, got, verdict, _] = HEAD;
    let rows = html! {
        div.scroll { table.findings {
            thead { tr { th { (id) } th { (what) } th { (expected) } th { (got) } th { (verdict) } } }
            @for rows in findings { (finding(rows)) }
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

/// A finding: what was published and by whom, then its numbers, then why it is missed; how one asks is folded.
fn finding(rows: &[Row]) -> Markup {
    let Some(Row { short, about: Some([statement, design, reason]), .. }) = rows.first() else {
        return html! {};
    };
    let [id, .., source] = &short[..] else { return html! {} };
    html! {
        tbody {
            tr.finding {
                th scope="rowgroup" { (id) }
                td colspan="4" { strong { (statement) } " " span.source { (source) } }
            }
            @for row in rows { (number(row, statement)) }
            @if !reason.is_empty() { tr.more { td {} td colspan="4" { strong { "Why not: " } (reason) } } }
            @if !design.is_empty() {
                tr.more { td {} td colspan="4" { details { summary { "How one asks" } (design) } } }
            }
        }
    }
}

/// One number of a finding; what it is need not be said where the statement says it.
fn number(row: &Row, statement: &str) -> Markup {
    let [_, what, expected, got, verdict, _] = &row.short[..] else { return html! {} };
    html! {
        tr {
            td {}
            td { @if what != statement { (what) } }
            td { (expected) }
            td.number {
                (got)
                @if let Some(strip) = row.number.and_then(|(part, got)| Strip::of(part, got)) { div { (strip.draw()) } }
            }
            td class={ "verdict-" (verdict) } { (verdict) }
        }
    }
}
