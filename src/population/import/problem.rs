//! What can be wrong with a file: where, what, and what would be right.

use std::fmt;
use std::path::{Path, PathBuf};

/// How many problems are told at once; who has more has one mistake many times.
pub const MAX_PROBLEMS: usize = 20;

/// How many characters of a line an error quotes.
const QUOTED_CHARACTERS: usize = 120;

/// Something wrong in an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProblem {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1; missing where the whole file is meant.
    pub line: Option<usize>,
    /// The line quoted, cut where it is long, without control characters.
    pub text: Option<String>,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What would be right, if that can be told.
    pub help: Option<String>,
}

impl ImportProblem {
    pub(super) fn of_file(file: &Path, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, text: None, what: what.into(), help: None }
    }

    pub(super) fn at(file: &Path, line: usize, text: &str, what: impl Into<String>) -> Self {
        Self { line: Some(line), text: Some(quoted(text)), ..Self::of_file(file, what) }
    }

    pub(super) fn advise(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The beginning of a text, fit for a terminal.
pub(super) fn quoted(text: &str) -> String {
    let tame = |c: char| if c.is_control() { ' ' } else { c };
    let mut quote: String = text.chars().take(QUOTED_CHARACTERS).map(tame).collect();
    if text.chars().nth(QUOTED_CHARACTERS).is_some() {
        quote.push('…');
    }
    quote
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(to, ":{line}")?;
        }
        write!(to, ": {}", self.what)?;
        if let Some(text) = &self.text {
            write!(to, "\n  | {text}")?;
        }
        if let Some(help) = &self.help {
            write!(to, "\n  = {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ImportProblem {}

/// All problems so far, as many as are told.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<ImportProblem>);

impl Problems {
    pub(super) fn add(&mut self, problem: ImportProblem) {
        if !self.are_enough() {
            self.0.push(problem);
        }
    }

    /// The result if it is one; its problem is kept otherwise.
    pub(super) fn keep<T>(&mut self, result: Result<T, ImportProblem>) -> Option<T> {
        result.map_err(|problem| self.add(problem)).ok()
    }

    pub(super) const fn are_enough(&self) -> bool {
        self.0.len() >= MAX_PROBLEMS
    }

    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn into_vec(self) -> Vec<ImportProblem> {
        self.0
    }
}
