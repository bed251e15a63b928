//! The file of ties: one tie a line, by the names of the two people.

use super::header::{is_header, is_number, is_numeric};
use super::lines::Lines;
use super::problem::{ImportProblem, Problems, quoted};
use super::register::Register;
use super::rows::{Row, Rows};
use crate::document::nearest;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A tie as a line gives it: two people in the line's order, and its weight if one is asked for.
pub(super) type Given = (u32, u32, Option<f64>);

/// What the file of ties says.
#[derive(Debug)]
pub(super) struct TiesFile {
    pub register: Register,
    pub rows: Vec<Given>,
    pub header: bool,
    pub delimiter: &'static str,
}

/// Reads the ties. Where the people are known from their table, the ties may name nobody else.
pub(super) fn read(
    lines: Lines,
    known: Option<&Register>,
    weight: Option<&str>,
    problems: &mut Problems,
) -> Option<TiesFile> {
    let mut rows = Rows::of(lines);
    let first = rows.next_sound(problems);
    let column = first.as_ref().map(|first| weight_column(rows.file(), first, weight));
    let mut reading = Reading {
        file: rows.file().to_owned(),
        register: known.cloned().unwrap_or_default(),
        closed: known.is_some(),
        weight: problems.keep(column.unwrap_or(Ok(None)))?,
        unknown: BTreeSet::new(),
        stranger: None,
        numbers: None,
        rows: Vec::new(),
    };
    while let Some(row) = rows.next_sound(problems) {
        reading.take(&row, problems);
    }
    let numbers = reading.numbers.take().unwrap_or_default();
    let names_columns = |row: &Row| weight.is_some() || is_header(row, &reading.register, &numbers);
    let header = first.as_ref().is_some_and(names_columns);
    if let Some(first) = first.as_ref().filter(|_| !header) {
        reading.take(first, problems);
    }
    reading.tell_strangers(first.as_ref(), problems);
    // Where the people table is at fault, two people may seem to be a header and their tie missing.
    if problems.count() == 0 {
        reading.check_whole(problems);
    }
    Some(TiesFile {
        register: reading.register,
        rows: reading.rows,
        header,
        delimiter: rows.delimiter.1,
    })
}

struct Reading {
    file: PathBuf,
    register: Register,
    /// Whether nobody may be named who is not in the register already.
    closed: bool,
    weight: Option<Weight>,
    /// Who is named and not in the people table, and what is to be said of the first of them.
    unknown: BTreeSet<String>,
    stranger: Option<(usize, String, ImportProblem)>,
    /// The columns after the first two that have a number in every line so far.
    numbers: Option<Vec<usize>>,
    rows: Vec<Given>,
}

/// The column of the weight: its name and its place in a row.
struct Weight {
    name: String,
    place: usize,
}

impl Reading {
    fn take(&mut self, row: &Row, problems: &mut Problems) {
        // Where a weight is asked for, the first line is a heading anyway.
        let further = if self.weight.is_some() { 0..0 } else { 2..row.cells.len() };
        let numbers = self.numbers.get_or_insert_with(|| further.collect());
        numbers.retain(|&column| is_number(row.cell(column)));
        let people = [row.cell(0), row.cell(1)].map(|name| self.person(name, row, problems));
        let weight = match &self.weight {
            Some(column) => problems.keep(column.read(&self.file, row)).map(Some),
            None => Some(None),
        };
        if let ([Some(one), Some(other)], Some(weight)) = (people, weight) {
            self.rows.push((one, other, weight));
        }
    }

    fn person(&mut self, name: &str, row: &Row, problems: &mut Problems) -> Option<u32> {
        if name.is_empty() {
            let what = "a person's name is missing";
            problems.add(
                row.problem(&self.file, what)
                    .advise("the first two fields name the two people of a tie"),
            );
            return None;
        }
        if !self.closed {
            return Some(self.register.enter(name));
        }
        let number = self.register.number(name);
        if number.is_none() && self.unknown.insert(name.to_owned()) {
            let line = row.line.number;
            // The first line is read last.
            if self.stranger.as_ref().is_none_or(|(before, ..)| line < *before) {
                let what = format!("`{}` is not in the people table", quoted(name));
                self.stranger = Some((line, name.to_owned(), row.problem(&self.file, what)));
            }
        }
        number
    }

    /// Tells who is missing in the people table: a table with too few people is one mistake, and not one for each.
    fn tell_strangers(&mut self, first: Option<&Row>, problems: &mut Problems) {
        let Some((_, name, mut problem)) = self.stranger.take() else { return };
        let others: Vec<&str> =
            self.unknown.iter().map(String::as_str).filter(|&other| other != name).collect();
        let more = match others.as_slice() {
            [] => String::new(),
            [other] => format!(", nor is `{}`", quoted(other)),
            _ => format!(", nor are {} others: {}", others.len(), quoted(&others.join(", "))),
        };
        problem.what.push_str(&more);
        let whom = if others.is_empty() { "this person" } else { "each of them" };
        let are_strangers =
            |row: &Row| [0, 1].iter().all(|&at| self.unknown.contains(row.cell(at)));
        let heading = if first.is_some_and(are_strangers) {
            "; if the first line names the columns, call them source and target"
        } else {
            ""
        };
        problems.add(problem.advise(format!("give {whom} a row in the people table{heading}")));
    }

    /// What can only be said when all lines are read.
    fn check_whole(&self, problems: &mut Problems) {
        let refuse = |what: String| ImportProblem::of_file(&self.file, what);
        let mut ties = self.rows.iter().filter(|(one, other, _)| one != other).peekable();
        if ties.peek().is_none() {
            let problem = refuse("there is no tie in the file".to_owned());
            problems.add(problem.advise("write one tie a line: two people, separated by a comma"));
        } else if let Some(Weight { name, .. }) = &self.weight
            && ties.all(|(_, _, weight)| *weight == Some(0.0))
        {
            let problem = refuse(format!("all weights in the column `{name}` are zero"));
            problems.add(
                problem.advise("strengths are weights over the largest, which must be above zero"),
            );
        }
    }
}

/// The column of the weight, if one is asked for, from the first line of the file.
fn weight_column(
    file: &Path,
    first: &Row,
    weight: Option<&str>,
) -> Result<Option<Weight>, ImportProblem> {
    if first.cells.len() < 2 {
        let problem = first.problem(file, "a tie needs two people, but the line has one field");
        return Err(problem.advise("separate the two by a comma, a semicolon, a tab or a blank"));
    }
    let Some(name) = weight.map(str::to_owned) else {
        return Ok(None);
    };
    if is_numeric(first) {
        let what = format!(
            "the column `{name}` is asked for, but the first line does not name the columns"
        );
        let header = format!("begin the file with a line such as source,target,{name}");
        return Err(first.problem(file, what).advise(header));
    }
    match first.cells.iter().position(|column| column == name) {
        Some(place) if place > 1 => Ok(Some(Weight { name, place })),
        Some(_) => {
            let what = format!("the column `{name}` names a person and cannot be the weight");
            Err(first.problem(file, what).advise("the first two columns are the two people"))
        }
        None => Err(no_column(file, first, &name)),
    }
}

fn no_column(file: &Path, first: &Row, asked: &str) -> ImportProblem {
    let columns: Vec<&str> = first.cells.iter().collect();
    let problem = first.problem(file, format!("there is no column `{asked}`"));
    problem.advise(nearest(asked, &columns).map_or_else(
        || format!("the columns are: {}", quoted(&columns.join(", "))),
        |near| format!("did you mean `{near}`?"),
    ))
}

impl Weight {
    fn read(&self, file: &Path, row: &Row) -> Result<f64, ImportProblem> {
        let (name, cell) = (&self.name, row.cell(self.place));
        let refuse =
            |what: &str| row.problem(file, format!("`{name}` {what}, but is `{}`", quoted(cell)));
        match cell.parse::<f64>() {
            Ok(weight) if !weight.is_finite() => Err(refuse("must be finite")),
            Ok(weight) if weight < 0.0 => Err(refuse("must not be negative")),
            // A negative zero would make two equal files differ.
            Ok(weight) => Ok(weight + 0.0),
            Err(_) if cell.is_empty() => Err(row
                .problem(file, format!("`{name}` is missing"))
                .advise("write 0 for a tie without strength")),
            Err(_) => {
                Err(refuse("must be a number").advise("write numbers as 0.5, with a decimal point"))
            }
        }
    }
}
