//! The scenario of a command: which file, and what the command line sets in it.

use super::{USAGE, tell};
use crate::document::{Document, Problem};
use crate::experiment::ground::Ground;
use crate::scenario::Scenario;
use clap::Args;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Larger scenario files than this are refused: nobody writes four megabytes of settings.
const MAX_BYTES: u64 = 4 << 20;

/// Which scenario.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// The scenario file (TOML)
    #[arg(value_name = "SCENARIO")]
    pub(super) file: PathBuf,
    /// Set a value of the scenario, for example --set people.count=2000 (repeatable)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
}

impl Which {
    /// Reads the scenario and the files that it names; faults are told, and end the command.
    pub(super) fn read(&self) -> Result<(Scenario, Ground), u8> {
        let (document, read) = self.read_document()?;
        let scenario = read.map_err(|problems| {
            tell::problems(&document, &problems);
            USAGE
        })?;
        let ground = Ground::lay(&scenario).map_err(|problems| {
            tell::import_problems(&problems);
            USAGE
        })?;
        Ok((scenario, ground))
    }

    /// Reads the text, and from it the scenario or all that is wrong with it.
    pub(super) fn read_document(&self) -> Result<(Document, Result<Scenario, Vec<Problem>>), u8> {
        let text = read_text(&self.file).map_err(|what| {
            tell::fault(&what, "`stammtisch new` writes a scenario to start from");
            USAGE
        })?;
        let mut problems = Vec::new();
        let mut document = Document::parse(&self.file.to_string_lossy(), &text, &mut problems);
        for assignment in &self.set {
            document.set(assignment, &mut problems);
        }
        // Where the text cannot be parsed, what was not understood would be reported as missing.
        if !problems.is_empty() {
            return Ok((document, Err(problems)));
        }
        let scenario = Scenario::read(&document, &self.file);
        Ok((document, scenario))
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    let name = path.display();
    if path.is_dir() {
        return Err(format!("{name} is a folder, not a scenario file"));
    }
    let file = std::fs::File::open(path).map_err(|fault| format!("cannot read {name}: {fault}"))?;
    let mut bytes = Vec::new();
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|fault| format!("cannot read {name}: {fault}"))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!(
            "{name} is larger than {MAX_BYTES} bytes, which no scenario is"
        ));
    }
    String::from_utf8(bytes).map_err(|_| format!("{name} is not text in UTF-8"))
}
