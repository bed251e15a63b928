//! The lines of a text file, read one by one, so that no file can fill the memory with one line.

use super::problem::ImportProblem;
use crate::document::nearest;
use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The longest line that is read, in bytes. A longer one is no line of a table of people or ties.
pub const MAX_LINE_BYTES: usize = 64 * 1024;

/// One line that says something.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its number, counted from 1.
    pub number: usize,
    pub text: String,
}

/// All bytes that were read of a file so far.
pub(super) type Copy = Rc<RefCell<Vec<u8>>>;

/// The lines of a file that say something: neither blank nor a comment.
pub(super) struct Lines {
    pub file: PathBuf,
    from: Box<dyn BufRead>,
    number: usize,
    ended: bool,
    copy: Copy,
}

impl Lines {
    pub(super) fn open(file: &Path) -> Result<Self, ImportProblem> {
        // Some systems open a folder and fail at the first byte, others fail at once.
        if file.is_dir() {
            let problem = ImportProblem::of_file(file, "this is a folder, not a file");
            return Err(problem.advise("name a text file in it"));
        }
        let opened = File::open(file).map_err(|error| unopened(file, &error))?;
        Ok(Self::of(file, Box::new(BufReader::with_capacity(1 << 16, opened))))
    }

    pub(super) fn of(file: &Path, from: Box<dyn BufRead>) -> Self {
        Self { file: file.to_owned(), from, number: 0, ended: false, copy: Copy::default() }
    }

    pub(super) fn copy(&self) -> Copy {
        Rc::clone(&self.copy)
    }

    /// The next line of the file, whatever it says; `None` at the end.
    fn read_one(&mut self) -> Result<Option<String>, ImportProblem> {
        let mut bytes = Vec::new();
        // One byte more than allowed tells a line that is too long from one that just fits.
        let mut part = (&mut self.from).take(MAX_LINE_BYTES as u64 + 1);
        let read = part.read_until(b'\n', &mut bytes);
        self.number += 1;
        read.map_err(|error| {
            ImportProblem::of_file(&self.file, format!("the file cannot be read ({error})"))
        })?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.copy.borrow_mut().extend_from_slice(&bytes);
        if bytes.ends_with(b"\n") {
            bytes.pop();
        } else if bytes.len() > MAX_LINE_BYTES {
            return Err(self.too_long(&bytes));
        }
        if bytes.ends_with(b"\r") {
            bytes.pop();
        }
        let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) if self.number == 1 => rest.to_vec(),
            _ => bytes,
        };
        String::from_utf8(bytes).map(Some).map_err(|error| self.not_utf8(error.as_bytes()))
    }

    fn too_long(&self, bytes: &[u8]) -> ImportProblem {
        let text = String::from_utf8_lossy(&bytes[..1024]);
        let what = format!("the line is longer than {MAX_LINE_BYTES} bytes");
        ImportProblem::at(&self.file, self.number, &text, what)
            .advise("one line holds one tie or one person; is this a text file at all?")
    }

    fn not_utf8(&self, bytes: &[u8]) -> ImportProblem {
        let text = String::from_utf8_lossy(bytes);
        ImportProblem::at(&self.file, self.number, &text, "the line is not text in UTF-8")
            .advise("save the file as UTF-8, in a spreadsheet as “CSV UTF-8”")
    }
}

impl Iterator for Lines {
    type Item = Result<Line, ImportProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.read_one() {
                Ok(Some(text)) => {
                    let said = text.trim_start();
                    if !said.is_empty() && !said.starts_with('#') {
                        let number = self.number;
                        return Some(Ok(Line { number, text }));
                    }
                }
                Ok(None) => self.ended = true,
                // What follows a line that cannot be read cannot be trusted either.
                Err(problem) => {
                    self.ended = true;
                    return Some(Err(problem));
                }
            }
        }
        None
    }
}

fn unopened(file: &Path, error: &std::io::Error) -> ImportProblem {
    if error.kind() != ErrorKind::NotFound {
        return ImportProblem::of_file(file, format!("the file cannot be opened ({error})"));
    }
    let problem = ImportProblem::of_file(file, "there is no such file");
    match similar_file(file) {
        Some(near) => problem.advise(format!("did you mean `{near}`?")),
        None => problem.advise(
            "a path in a scenario is relative to the scenario's folder, one in --set to where you are",
        ),
    }
}

/// The file in the same folder whose name is most like the given one.
fn similar_file(file: &Path) -> Option<String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    nearest(file.file_name()?.to_str()?, &known).map(str::to_owned)
}
