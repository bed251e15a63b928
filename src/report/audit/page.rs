//! The page of an audit: what it says first, then each check with its numbers.

use super::super::chart::ChartError;
use super::super::figures::Figure;
use super::super::sheet;
use super::findings;
use super::words::{self, Section};
use crate::evidence::Depth;
use crate::evidence::audit::Audit;
use maud::{Markup, PreEscaped, html};

/// Writes the page.
///
/// # Errors
/// Where a chart cannot be drawn.
pub(super) fn write(audit: &Audit, figures: &[Figure]) -> Result<String, ChartError> {
    let [one, other] = &audit.sides;
    let title = format!("Does the machine favour {one} or {other}?");
    let drawn: Result<Vec<(&str, Markup)>, ChartError> =
        figures.iter().map(|figure| Ok((&*figure.name, draw(figure)?))).collect();
    let drawn = drawn?;
    // Each figure stands in the section of its subject.
    let of = |section: &Section| {
        let name = if section.id == "space" { "worlds" } else { section.id };
        drawn.iter().find(|(figure, _)| *figure == name).map(|(_, markup)| markup)
    };
    let body = html! {
        h1 { (title) }
        p.question { "An audit of " (audit.scenario) ": what must hold exactly, how often the verdict errs, and where each side wins." }
        div.verdict { ul { @for finding in findings::all(audit) { li { (finding) } } } }
        p.note { "Stammtisch " (env!("CARGO_PKG_VERSION")) ". " (words::about(audit)) "." }
        @for section in words::sections(audit) {
            h2 id=(section.id) { (section.title) }
            @for note in &section.notes { p.note { (note) } }
            @if let Some(figure) = of(&section) { (figure) }
            (table(&section))
        }
        (reproduce(audit))
    };
    Ok(sheet::page(&title, &body))
}

fn draw(figure: &Figure) -> Result<Markup, ChartError> {
    Ok(html! {
        figure {
            (PreEscaped(figure.svg()?))
            figcaption {
                "Files: " a href={ "plots/" (figure.name) ".svg" } { "SVG" } ", "
                a href={ "plots/" (figure.name) ".png" } { "PNG" } "."
            }
        }
    })
}

fn table(section: &Section) -> Markup {
    let class = |cell: &str| {
        let faulty = ["fails", "too many", "turns round"].contains(&cell);
        if faulty { "verdict-fails" } else { "" }
    };
    html! {
        div.scroll { table {
            thead { tr { @for cell in &section.head { th { (cell) } } } }
            tbody { @for (number, row) in section.rows.iter().enumerate() { tr {
                @for (at, cell) in row.iter().enumerate() {
                    @if at > 0 {
                        td.number class=(class(cell)) { (cell) }
                    } @else {
                        td.measure {
                            (cell)
                            @if let Some(meaning) = section.meanings.get(number) { div.source { (meaning) } }
                        }
                    }
                }
            } } }
        } }
    }
}

fn reproduce(audit: &Audit) -> Markup {
    let depth = match audit.depth {
        Depth::Usual => String::new(),
        depth => format!(" --{}", depth.word()),
    };
    html! {
        h2 { "How to reproduce this" }
        pre {
            "stammtisch audit " (audit.scenario) ".toml --sides \"" (audit.sides.join(",")) "\" --seed " (audit.seed) (depth)
            @for assignment in &audit.set { " --set '" (assignment) "'" }
        }
        p.note {
            "The same scenario and seed give the same tables, byte for byte, on any number of threads. Tables: "
            @for (at, name) in ["exact", "false_alarms", "doses", "worlds", "places", "best_worlds"].iter().enumerate() {
                @if at > 0 { ", " }
                a href={ "tables/" (name) ".csv" } { (name) ".csv" }
            }
            "."
        }
    }
}
