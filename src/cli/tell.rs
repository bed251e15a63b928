//! Telling people what is wrong: where it stands, what it is, and what would be right.

use crate::document::{Document, Problem};
use crate::population::ImportProblem;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::{IsTerminal, Write, stderr, stdout};

/// Tells all problems of a scenario on standard error.
pub(super) fn problems(document: &Document, problems: &[Problem]) {
    let renderer = renderer();
    for problem in problems {
        error_line(&renderer.render(&[group(document, problem)]));
        error_line("");
    }
    if problems.len() > 1 {
        error_line(&format!("{} problems", problems.len()));
    }
}

/// The look of rustc's errors, with colours where they can be seen and are wanted.
fn renderer() -> Renderer {
    if stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
}

fn group<'a>(document: &'a Document, problem: &'a Problem) -> Group<'a> {
    let mut group = Level::ERROR.primary_title(&*problem.what).elements(snippet(document, problem));
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(&**help));
    }
    group
}

fn snippet<'a>(
    document: &'a Document,
    problem: &Problem,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let place = problem.place.as_ref()?;
    let text = document.texts.get(place.text)?;
    let end = place.span.end.min(text.text.len());
    let start = place.span.start.min(end);
    let mark = AnnotationKind::Primary.span(start..end);
    Some(Snippet::source(&*text.text).path(&*text.name).annotation(mark))
}

/// Tells all problems of imported files on standard error.
pub(super) fn import_problems(problems: &[ImportProblem]) {
    for problem in problems {
        error_line(&format!("error: {problem}\n"));
    }
}

/// Tells one fault and what to do about it.
pub(super) fn fault(what: &str, help: &str) {
    error_line(&format!("error: {what}"));
    if !help.is_empty() {
        error_line(&format!("help: {help}"));
    }
}

/// Writes a line to standard error. A reader who has gone away is not a fault.
pub(super) fn error_line(line: &str) {
    let _ = writeln!(stderr(), "{line}");
}

/// Writes a text to standard output. A reader who has gone away (a closed pipe) is not a fault.
pub(super) fn say(text: &str) {
    let mut out = stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Aligns the columns of a table of words with blanks, all to the left.
pub(super) fn aligned_left(rows: &[Vec<String>]) -> String {
    align(rows, |_| true)
}

/// Aligns the columns of a table with blanks; all but the first are aligned to the right.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    align(rows, |column| column == 0)
}

fn align(rows: &[Vec<String>], is_left: impl Fn(usize) -> bool) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
            let blanks = " ".repeat(width - cell.chars().count());
            if is_left(column) { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
