//! Reads the user's own network: a file of ties, and a table of the people if there is one.
//!
//! **Ties.** One tie a line; the first two fields are the two people, further fields are ignored
//! unless one of them is named as the weight. **People.** The first line names the columns; the
//! column `id` (else the first) names the person, `circle` or `community` the circle. Both files
//! are text in UTF-8; lines that are blank or begin with `#` are skipped; fields are separated
//! by tabs, semicolons, commas or blanks, whichever fits the first lines best, and may stand in
//! double quotes, but do not reach over the end of a line.
//!
//! Nothing depends on the order of the lines: people are sorted by name.

mod header;
mod lines;
mod merge;
mod people;
mod problem;
mod register;
mod rows;
mod ties;

pub use lines::MAX_LINE_BYTES;
pub use people::PeopleTable;
pub use problem::{ImportProblem, MAX_PROBLEMS};

use super::analysis::census;
use super::circles::{find_circles, numbered};
use super::network::Network;
use crate::draws::{Draws, Key};
use lines::{Copy, Lines};
use problem::Problems;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use ties::TiesFile;

/// Which files to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSettings {
    /// The file of ties.
    pub ties: PathBuf,
    /// The table of the people, if there is one: then the ties may name nobody else.
    pub people: Option<PathBuf>,
    /// The column of the ties file that says how strong a tie is, if one does.
    pub weight: Option<String>,
}

impl ImportSettings {
    /// The same settings for copies of the files in a folder of results, relative to that folder.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            ties: copy_of(&self.ties, "ties"),
            people: self.people.as_ref().map(|path| copy_of(path, "people")),
            weight: self.weight.clone(),
        }
    }
}

fn copy_of(path: &Path, role: &str) -> PathBuf {
    let ending = path.extension().map_or("csv".into(), OsStr::to_string_lossy);
    PathBuf::from(format!("network/{role}.{ending}"))
}

/// A network from the user's files.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The network, with people in canonical order.
    pub network: Network,
    /// The table of the people, in the order of the network, if one was given.
    pub table: Option<PeopleTable>,
    /// What was found and repaired.
    pub report: ImportReport,
    /// The files byte by byte as they were read, under the names that [`ImportSettings::copied`] gives them.
    pub files: Vec<(PathBuf, Vec<u8>)>,
}

/// What was found in the files, and what was repaired.
///
/// Each line of the ties file is counted once: `rows = ties + duplicates + self_loops + both_directions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// People in the network.
    pub people: usize,
    /// Ties in the network.
    pub ties: usize,
    /// Lines of the ties file that name two people.
    pub rows: usize,
    /// Lines dropped because an earlier one says the same in the same direction.
    pub duplicates: usize,
    /// Lines dropped because they tie a person to himself.
    pub self_loops: usize,
    /// Ties that are given from both sides, and were merged into one.
    pub both_directions: usize,
    /// People without any tie.
    pub isolates: usize,
    /// Parts between which there is no path.
    pub components: usize,
    /// People in the largest component.
    pub largest_component: usize,
    /// Circles of the network.
    pub circles: usize,
    /// Whether a column of the people table gives the circles; they were found from the ties otherwise.
    pub circles_given: bool,
    /// Whether the first line of the ties file was taken for the names of its columns.
    pub header: bool,
    /// What separates the fields of the ties file, in words.
    pub delimiter: &'static str,
}

/// Reads a network from files, or tells all that is wrong with them (at most [`MAX_PROBLEMS`]).
pub fn import(settings: &ImportSettings) -> Result<Imported, Vec<ImportProblem>> {
    let ties = Lines::open(&settings.ties);
    let people = settings.people.as_ref().map(|path| Lines::open(path));
    let own = settings.copied();
    // A pipe can be read once only, and a file may change while the worlds live.
    let copies: Vec<(PathBuf, Copy)> =
        [(Some(own.ties), Some(&ties)), (own.people, people.as_ref())]
            .into_iter()
            .filter_map(|(path, lines)| Some((path?, lines?.as_ref().ok()?.copy())))
            .collect();
    let mut imported = import_lines(ties, people, settings.weight.as_deref())?;
    let files = copies.into_iter().map(|(path, copy)| (path, copy.take()));
    imported.files = files.collect();
    Ok(imported)
}

type Opened = Result<Lines, ImportProblem>;

fn import_lines(
    ties: Opened,
    people: Option<Opened>,
    weight: Option<&str>,
) -> Result<Imported, Vec<ImportProblem>> {
    let mut problems = Problems::default();
    // A file that cannot be opened must not hide what is wrong with the other.
    let table = people.and_then(|lines| people::read(problems.keep(lines)?, &mut problems));
    let known = table.as_ref().map(PeopleTable::register);
    let ties = problems.keep(ties);
    let ties = ties.and_then(|lines| ties::read(lines, known, weight, &mut problems));
    match (ties, problems.into_vec()) {
        (Some(ties), problems) if problems.is_empty() => Ok(assemble(ties, table)),
        (_, problems) => Err(problems),
    }
}

fn assemble(mut ties: TiesFile, mut table: Option<PeopleTable>) -> Imported {
    let (names, places) = ties.register.take_sorted();
    let merged = merge::merge(&ties.rows, &places);
    let keys = names.iter().map(|name| Key::of_name(name)).collect();
    let mut network = Network::new(keys, names, &merged.ties);
    if let Some(table) = &mut table {
        table.sort(&places);
    }
    let circles = table.as_ref().and_then(PeopleTable::circles);
    let circles_given = circles.is_some();
    match circles {
        Some(circles) => network.circles = numbered(&circles),
        // An imported network is data: its circles are the same for every seed.
        None => find_circles(&mut network, Draws::from_seed(0)),
    }
    let seen = census(&network);
    let report = ImportReport {
        people: seen.people,
        ties: seen.ties,
        rows: ties.rows.len(),
        duplicates: merged.duplicates,
        self_loops: merged.self_loops,
        both_directions: merged.both_directions,
        isolates: seen.isolates,
        components: seen.components,
        largest_component: seen.largest_component,
        circles: network.circle_count(),
        circles_given,
        header: ties.header,
        delimiter: ties.delimiter,
    };
    Imported { network, table, report, files: Vec::new() }
}

#[cfg(test)]
mod tests;
