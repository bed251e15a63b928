//! Lines cut into fields, with the separator that the file itself suggests.

use super::lines::{Line, Lines};
use super::problem::{ImportProblem, Problems};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::path::Path;

/// How many lines are looked at to find what separates the fields.
const PROBED_LINES: usize = 50;

/// What separates fields, with its name for reports: the rarer it is within names, the earlier it is tried.
const DELIMITERS: [(char, &str); 4] =
    [('\t', "tabs"), (';', "semicolons"), (',', "commas"), (' ', "blanks")];

/// One line, cut into trimmed fields.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub line: Line,
    pub cells: StringRecord,
}

impl Row {
    pub(super) fn cell(&self, number: usize) -> &str {
        self.cells.get(number).unwrap_or_default()
    }

    pub(super) fn problem(&self, file: &Path, what: impl Into<String>) -> ImportProblem {
        ImportProblem::at(file, self.line.number, &self.line.text, what)
    }
}

/// The rows of a file, all as wide as the first.
pub(super) struct Rows {
    probed: std::vec::IntoIter<Line>,
    /// A line among the first that cannot be read; it comes after those that can.
    broken: Option<ImportProblem>,
    lines: Lines,
    pub delimiter: (char, &'static str),
    width: Option<usize>,
}

impl Rows {
    pub(super) fn of(mut lines: Lines) -> Self {
        let mut probed = Vec::new();
        let mut broken = None;
        while probed.len() < PROBED_LINES && broken.is_none() {
            match lines.next() {
                Some(Ok(line)) => probed.push(line),
                Some(Err(problem)) => broken = Some(problem),
                None => break,
            }
        }
        Self {
            delimiter: suggested_delimiter(&probed),
            probed: probed.into_iter(),
            broken,
            lines,
            width: None,
        }
    }

    pub(super) fn file(&self) -> &Path {
        &self.lines.file
    }

    /// The next row that is sound; what is wrong with those before it is kept.
    pub(super) fn next_sound(&mut self, problems: &mut Problems) -> Option<Row> {
        while !problems.are_enough() {
            let line = match self.probed.next() {
                Some(line) => Ok(line),
                None => self.broken.take().map(Err).or_else(|| self.lines.next())?,
            };
            if let Some(row) = line.and_then(|line| self.cut(line)).map_or_else(
                |problem| {
                    problems.add(problem);
                    None
                },
                Some,
            ) {
                return Some(row);
            }
        }
        None
    }

    fn cut(&mut self, line: Line) -> Result<Row, ImportProblem> {
        let Some(cells) = cells_of(&line.text, self.delimiter.0) else {
            let what = "a quotation mark is opened and not closed";
            return Err(ImportProblem::at(self.file(), line.number, &line.text, what)
                .advise("close it on the same line; a quotation mark within quotes is doubled"));
        };
        let row = Row { line, cells };
        let (width, here) = (*self.width.get_or_insert(row.cells.len()), row.cells.len());
        if width == here {
            return Ok(row);
        }
        let (first, separator) = (plural(width, "field"), self.delimiter.1);
        let what = format!("the line has {}, but the first has {first}", plural(here, "field"));
        Err(row
            .problem(self.file(), what)
            .advise(format!("fields are separated by {separator} here; put a field that contains them into double quotes")))
    }
}

/// A number of things, as one says it.
pub(super) fn plural(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// The delimiter that cuts most of the lines into as many fields as the first.
fn suggested_delimiter(lines: &[Line]) -> (char, &'static str) {
    let agreeing = |delimiter: char| {
        let widths =
            lines.iter().map(|line| cells_of(&line.text, delimiter).map_or(0, |c| c.len()));
        let widths: Vec<usize> = widths.collect();
        let first = widths.first().copied().unwrap_or(0);
        widths.iter().filter(|&&width| width == first && first > 1).count()
    };
    let mut best = (0, DELIMITERS[2]);
    for delimiter in DELIMITERS {
        let agree = agreeing(delimiter.0);
        if agree > best.0 {
            best = (agree, delimiter);
        }
    }
    best.1
}

/// A line cut into trimmed fields; `None` where a quotation mark stays open.
fn cells_of(text: &str, delimiter: char) -> Option<StringRecord> {
    if !text.contains('"') {
        return Some(if delimiter == ' ' {
            text.split_whitespace().collect()
        } else {
            text.split(delimiter).map(str::trim).collect()
        });
    }
    if text.matches('"').count() % 2 == 1 {
        return None;
    }
    let blanks = delimiter == ' ';
    // Several blanks are one separator, and tabs are blanks.
    let text = if blanks { text.replace('\t', " ") } else { text.to_owned() };
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter as u8).trim(Trim::All);
    let mut cells = StringRecord::new();
    reader
        .buffer_capacity(text.len() + 1)
        .from_reader(text.as_bytes())
        .read_record(&mut cells)
        .ok()?;
    Some(cells.iter().filter(|cell| !(blanks && cell.is_empty())).map(unquoted).collect())
}

/// A field without the quotes that stay where a blank precedes them.
fn unquoted(cell: &str) -> &str {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(cell, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter_of(text: &str) -> &'static str {
        let number = |(i, text): (usize, &str)| Line { number: i + 1, text: text.to_owned() };
        suggested_delimiter(&text.lines().enumerate().map(number).collect::<Vec<_>>()).1
    }

    #[test]
    fn the_file_suggests_its_delimiter() {
        assert_eq!(delimiter_of("a,b\nb,c"), "commas");
        assert_eq!(delimiter_of("a;b;0,5\nb;c;1,5"), "semicolons");
        assert_eq!(delimiter_of("Anna Berg\tBert, Tal\nBert, Tal\tCara"), "tabs");
        assert_eq!(delimiter_of("Anna Berg,Bert Tal\nCara,Dora van Dam"), "commas");
        assert_eq!(delimiter_of("1 2\n 3   4 \n5\t6"), "blanks");
        assert_eq!(delimiter_of("\"a b\" \"c\"\n\"d\" \"e f\""), "blanks");
        assert_eq!(delimiter_of("alone"), "commas");
    }

    #[test]
    fn quotes_hold_a_field_together_and_blanks_around_it_do_not_count() {
        let cells = |text, delimiter| -> Vec<String> {
            let cells = cells_of(text, delimiter).expect("the quotes are closed");
            cells.iter().map(str::to_owned).collect()
        };
        assert_eq!(cells(" \"Berg, Anna\" , b,", ','), ["\"Berg", "Anna\"", "b", ""]);
        assert_eq!(cells("\"Berg, Anna\", \"b\" ,c", ','), ["Berg, Anna", "b", "c"]);
        assert_eq!(cells("\"say \"\"hi\"\"\";b", ';'), ["say \"hi\"", "b"]);
        assert_eq!(cells("  \"a b\" \t c ", ' '), ["a b", "c"]);
        assert_eq!(cells_of("\"a,b", ','), None);
    }
}
