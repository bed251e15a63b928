//! A desk: an empty folder for one test, at which the real program is run.

#![allow(dead_code, reason = "each test file uses its own part of the desk")]
#![allow(clippy::expect_used, reason = "a test that cannot begin has failed")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A scenario that is lived in a moment.
pub(crate) const SMALL: &str = "[people]
count = 60

[strategies.zeta.advertising]
share = 0.9
[strategies.zeta.posts]
share = 0.1

[strategies.alpha.introductions]
share = 0.6
[strategies.alpha.occasions]
share = 0.4

[experiment]
replications = 2
weeks = 20
";

/// A scenario of a network that a file gives.
pub(crate) const IMPORTED: &str = r#"[people.network]
ties = "ties.csv"

[strategies.digital.advertising]

[experiment]
replications = 2
weeks = 20
"#;

/// The folder of one test.
#[derive(Debug)]
pub(crate) struct Desk {
    /// Where it is.
    pub(crate) folder: PathBuf,
}

impl Desk {
    /// An empty desk; `name` is the test's own.
    #[must_use]
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self { folder }
    }

    /// Lays a file on the desk.
    pub(crate) fn lay(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file for the test");
        self
    }

    /// The program with these words, split at blanks, to be run at this desk.
    #[must_use]
    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stammtisch"));
        command.args(words.split_whitespace()).current_dir(&self.folder).stdin(Stdio::null());
        command
    }

    /// Runs the program with these words, split at blanks.
    #[must_use]
    pub(crate) fn say(&self, words: &str) -> Told {
        told(&mut self.command(words))
    }

    /// Checks the scenario of this text, and tells what is wrong with it.
    #[must_use]
    pub(crate) fn check(&self, scenario: impl AsRef<[u8]>) -> Told {
        self.lay("a.toml", scenario).say("check a.toml")
    }

    /// All files of a folder on the desk, by their paths within it.
    #[must_use]
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.folder.join(folder), "", &mut files);
        files
    }

    /// The tables of a folder of results.
    #[must_use]
    pub(crate) fn tables(&self, results: &str) -> BTreeMap<String, Vec<u8>> {
        self.files(&format!("{results}/tables"))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn gather(folder: &Path, before: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder to look into") {
        let entry = entry.expect("an entry");
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file to read"));
        }
    }
}

/// What the program told.
#[derive(Debug)]
pub(crate) struct Told {
    /// Its exit code; missing where it was killed.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// Runs a command to its end.
pub(crate) fn told(command: &mut Command) -> Told {
    let output = command.output().expect("the program starts");
    Told {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is text"),
        err: String::from_utf8(output.stderr).expect("standard error is text"),
    }
}

impl Told {
    /// What was told by a command that must succeed and say nothing on standard error.
    #[must_use]
    pub(crate) fn fine(self) -> String {
        assert_eq!((self.code, &*self.err), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// The one JSON value on standard output.
    #[must_use]
    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.fine()).expect("one JSON value")
    }

    /// Checks a whole refusal: exit code 2, nothing on standard output, these words on standard error.
    pub(crate) fn refused(&self, words: &str) {
        assert_eq!(self.err.trim_end(), words.trim(), "\n{}", self.err);
        assert_eq!((self.code, &*self.out), (Some(2), ""));
    }
}
