//! The scenario of a command: which file, and what the command line sets in it.

use super::{USAGE, tell};
use crate::document::{Document, Problem, nearest};
use crate::experiment::ground::Ground;
use crate::scenario::Scenario;
use clap::Args;
use std::ffi::OsStr;
use std::io::{ErrorKind, Read};
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
        let text = read_text(&self.file).map_err(|(what, help)| {
            tell::fault(&what, &help);
            USAGE
        })?;
        let mut problems = Vec::new();
        let mut document = Document::parse(&self.file.to_string_lossy(), &text, &mut problems);
        if !problems.is_empty() && is_table(&self.file) {
            let name = self.file.display();
            let help = format!(
                "a scenario names it: `stammtisch new --from real-network`, then --set people.network.ties={name}"
            );
            tell::fault(&format!("{name} is a table, not a scenario"), &help);
            return Err(USAGE);
        }
        for assignment in &self.set {
            document.set(assignment, &mut problems);
        }
        // Where the text cannot be parsed, what was not understood would be reported as missing.
        if !problems.is_empty() {
            Problem::sort(&mut problems);
            return Ok((document, Err(problems)));
        }
        let scenario = Scenario::read(&document, &self.file);
        Ok((document, scenario))
    }
}

/// Whether a file is called what tables are.
fn is_table(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ["csv", "tsv"].iter().any(|table| ending.eq_ignore_ascii_case(table))
}

/// The text of a scenario file, or what is wrong with the file and what would be right.
fn read_text(path: &Path) -> Result<String, (String, String)> {
    let name = path.display();
    if path.is_dir() {
        let what = format!("{name} is a folder, not a scenario file");
        return Err((what, "name a file in it".to_owned()));
    }
    let unread = |fault: std::io::Error| match fault.kind() {
        ErrorKind::NotFound => (format!("there is no file {name}"), instead_of(path)),
        _ => (format!("cannot read {name}: {fault}"), "name a file that can be read".to_owned()),
    };
    let file = std::fs::File::open(path).map_err(unread)?;
    let mut bytes = Vec::new();
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(unread)?;
    if bytes.len() as u64 > MAX_BYTES {
        let what = format!("{name} is larger than {MAX_BYTES} bytes, which no scenario is");
        return Err((what, "`stammtisch new` writes one to start from".to_owned()));
    }
    String::from_utf8(bytes).map_err(|_| {
        let what = format!("{name} is not text in UTF-8");
        (what, "save the file as UTF-8".to_owned())
    })
}

/// What may have been meant by a file that is not there: a story, or a file of a similar name.
fn instead_of(path: &Path) -> String {
    let usual = || "`stammtisch new` writes a scenario to start from".to_owned();
    let name = path.file_name().map(OsStr::to_string_lossy);
    let Some(name) = name else { return usual() };
    let stem = name.strip_suffix(".toml").unwrap_or(&name);
    if super::new::names().contains(&stem) {
        return format!("`stammtisch new {stem}.toml --from {stem}` writes this story");
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new(".")));
    let mut files: Vec<String> = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|file| Path::new(file).extension() == Some(OsStr::new("toml")))
        .collect();
    files.sort_unstable();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let near = nearest(&name, &files).map(|near| path.with_file_name(near));
    near.map_or_else(usual, |near| format!("did you mean {}?", near.display()))
}
