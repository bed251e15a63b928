//! The table of the people: one row a person, with whatever is known of each.

use super::lines::Lines;
use super::problem::{ImportProblem, Problems, quoted};
use super::register::Register;
use super::rows::{Row, Rows};
use crate::document::nearest;
use crate::parameters::tidy;
use csv::StringRecord;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The columns that give circles, in the order of preference.
const CIRCLE_COLUMNS: [&str; 2] = ["circle", "community"];

/// What a file says of the people, in the order of the network's people.
#[derive(Clone, Debug)]
pub struct PeopleTable {
    file: PathBuf,
    columns: Vec<String>,
    /// For each column the place of its cells in a row.
    places: Vec<usize>,
    /// The first column, where it names the people for want of one that is called id.
    named_by: Option<String>,
    rows: Vec<Person>,
    register: Register,
}

#[derive(Clone, Debug)]
struct Person {
    line: usize,
    cells: StringRecord,
}

impl PeopleTable {
    /// The columns of the table, except the one that names the person, in the order of the file.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// What a column says of each person, as text; empty where it says nothing.
    #[must_use]
    pub fn words(&self, column: &str) -> Option<Vec<&str>> {
        let place = self.place(column)?;
        Some(self.rows.iter().map(|person| person.cells.get(place).unwrap_or_default()).collect())
    }

    /// What a column says of each person, as a number; `None` for a person where the cell is empty.
    ///
    /// `None` where there is no such column; a problem where a cell is not a number in the range.
    #[must_use]
    pub fn number(
        &self,
        column: &str,
        range: &RangeInclusive<f64>,
    ) -> Option<Result<Vec<Option<f64>>, ImportProblem>> {
        let wanted = format!("a number from {} to {}", tidy(*range.start()), tidy(*range.end()));
        let help = "write numbers as 0.5, with a decimal point; leave the field empty where nothing is known";
        let read = |cell: &str| cell.parse().ok().filter(|number| range.contains(number));
        let place = self.place(column)?;
        Some(self.read(place, read, |cell| {
            (format!("`{column}` must be {wanted}, but is `{cell}`"), help)
        }))
    }

    /// What a column that must be there says of each person, as a whole number; `None` for a person
    /// where the cell is empty. `help` says what would be right where a cell is something else.
    ///
    /// # Errors
    /// Where there is no such column, or a cell is not a whole number in the range.
    pub fn whole(
        &self,
        column: &str,
        range: &RangeInclusive<u32>,
        help: &str,
    ) -> Result<Vec<Option<u32>>, ImportProblem> {
        let place = self.place(column).ok_or_else(|| self.no_column(column, help))?;
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let read = |cell: &str| cell.parse().ok().filter(|number| range.contains(number));
        self.read(place, read, |cell| {
            (format!("`{column}` must be {wanted}, but is `{cell}`"), help)
        })
    }

    /// What the cells at one place of each row say; the earliest line of the file is told where
    /// one cannot be read, though people stand in another order.
    fn read<'a, T>(
        &self,
        place: usize,
        read: impl Fn(&str) -> Option<T>,
        refusal: impl Fn(&str) -> (String, &'a str),
    ) -> Result<Vec<Option<T>>, ImportProblem> {
        let mut faults = Vec::new();
        let mut all = Vec::with_capacity(self.rows.len());
        for person in &self.rows {
            let cell = person.cells.get(place).unwrap_or_default();
            let said = read(cell);
            if said.is_none() && !cell.is_empty() {
                faults.push((person, cell));
            }
            all.push(said);
        }
        let Some((person, cell)) = faults.into_iter().min_by_key(|(person, _)| person.line) else {
            return Ok(all);
        };
        let text = person.cells.iter().collect::<Vec<_>>().join(", ");
        let (what, help) = refusal(&quoted(cell));
        Err(ImportProblem::at(&self.file, person.line, &text, what).advise(help))
    }

    fn no_column(&self, asked: &str, wanted: &str) -> ImportProblem {
        let columns: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        let problem = ImportProblem::of_file(&self.file, format!("there is no column `{asked}`"));
        problem.advise(match nearest(asked, &columns) {
            Some(near) => format!("did you mean `{near}`?"),
            None if columns.is_empty() => format!("add one: {wanted}"),
            None => format!("add one: {wanted}; the columns are: {}", quoted(&columns.join(", "))),
        })
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == column).map(|number| self.places[number])
    }

    pub(super) const fn register(&self) -> &Register {
        &self.register
    }

    /// The columns of which nothing is used when these are, in the order of the file, fit for a terminal.
    #[must_use]
    pub fn unused(&self, used: &[&str]) -> Vec<String> {
        let circle = self.circle_column();
        let is_used = |column: &&String| used.contains(&column.as_str()) || circle == Some(*column);
        self.columns.iter().filter(|column| !is_used(column)).map(|column| quoted(column)).collect()
    }

    /// The column that gives the circles, if one does.
    fn circle_column(&self) -> Option<&String> {
        let named =
            |wanted: &&str| self.columns.iter().find(|column| column.eq_ignore_ascii_case(wanted));
        CIRCLE_COLUMNS.iter().find_map(named)
    }

    /// The circle of each person in the words of the table; people without one are circles of their own.
    pub(super) fn circles(&self) -> Option<Vec<(&str, usize)>> {
        let words = self.words(self.circle_column()?)?;
        let numbered = words.into_iter().enumerate();
        Some(
            numbered
                .map(|(number, word)| (word, if word.is_empty() { number } else { 0 }))
                .collect(),
        )
    }

    /// Brings the people into the order of the network, given the place of each.
    pub(super) fn sort(&mut self, places: &[u32]) {
        let rows = std::mem::take(&mut self.rows);
        let mut in_order: Vec<(u32, Person)> = places.iter().copied().zip(rows).collect();
        in_order.sort_unstable_by_key(|(place, _)| *place);
        self.rows = in_order.into_iter().map(|(_, person)| person).collect();
    }
}

/// Reads the table; `None` where its first line is of no use.
pub(super) fn read(lines: Lines, problems: &mut Problems) -> Option<PeopleTable> {
    let before = problems.count();
    let mut rows = Rows::of(lines);
    let file = rows.file().to_owned();
    let Some(header) = rows.next_sound(problems) else {
        if problems.count() == before {
            problems.add(
                ImportProblem::of_file(&file, "there is nobody in the file")
                    .advise("begin with a line that names the columns, such as id,circle"),
            );
        }
        return None;
    };
    let id = problems.keep(id_column(&file, &header))?;
    let mut table = PeopleTable {
        columns: except(id, header.cells.iter().map(str::to_owned)),
        places: except(id, 0..header.cells.len()),
        named_by: Some(header.cell(id)).filter(|name| !is_id(name)).map(quoted),
        file,
        rows: Vec::new(),
        register: Register::default(),
    };
    while let Some(row) = rows.next_sound(problems) {
        problems.keep(table.take(row, id));
    }
    if table.rows.is_empty() && problems.count() == before {
        problems.add(
            ImportProblem::of_file(&table.file, "there is nobody in the file")
                .advise("write one person a line below the names of the columns"),
        );
    }
    // A table with a broken row lacks a person, whom the ties would then seem to invent.
    (problems.count() == before).then_some(table)
}

impl PeopleTable {
    fn take(&mut self, row: Row, id: usize) -> Result<(), ImportProblem> {
        let name = row.cell(id);
        if name.is_empty() {
            return Err(row.problem(&self.file, "the person's id is missing"));
        }
        if let Some(first) = self.register.number(name) {
            let line = self.rows[first as usize].line;
            let what = format!("`{}` has a row already, in line {line}", quoted(name));
            let problem = row.problem(&self.file, what);
            return Err(match &self.named_by {
                None => problem.advise("write one row a person"),
                Some(first) => problem.advise(format!(
                    "write one row a person; names are taken from the first column, `{first}`, since none is called id"
                )),
            });
        }
        self.register.enter(name);
        self.rows.push(Person { line: row.line.number, cells: row.cells });
        Ok(())
    }
}

/// The column `id`, else the first.
fn id_column(file: &Path, header: &Row) -> Result<usize, ImportProblem> {
    let columns: Vec<&str> = header.cells.iter().collect();
    if columns[0].parse::<f64>().is_ok() {
        let what = "the first line must name the columns, but begins with a number";
        return Err(header.problem(file, what).advise("begin with a line such as id,circle"));
    }
    let twice = |(number, column): (usize, &&str)| {
        columns[..number].contains(column).then(|| (*column).to_owned())
    };
    if let Some(twice) = columns.iter().enumerate().find_map(twice) {
        let what = format!("the column `{}` is named twice", quoted(&twice));
        return Err(header.problem(file, what).advise("give each column a name of its own"));
    }
    Ok(columns.iter().position(|column| is_id(column)).unwrap_or(0))
}

fn is_id(column: &str) -> bool {
    column.eq_ignore_ascii_case("id")
}

fn except<T>(place: usize, all: impl Iterator<Item = T>) -> Vec<T> {
    let others = all.enumerate().filter(|(number, _)| *number != place);
    others.map(|(_, item)| item).collect()
}
