//! The folder of results: written whole under a provisional name and then renamed, so that no half results lie where results should.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of the results: its path within the folder, and its bytes.
pub type File = (String, Vec<u8>);

/// Why results cannot be written.
#[derive(Debug)]
pub enum FolderError {
    /// Results lie there already.
    Exists(PathBuf),
    /// Something lies there that is not a folder of results.
    NotResults(PathBuf),
    /// The file system refused.
    Io(PathBuf, io::Error),
}

impl std::fmt::Display for FolderError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exists(path) => write!(to, "there are results in {} already", path.display()),
            Self::NotResults(path) => {
                write!(
                    to,
                    "{} exists and holds no results of ours, so it is not replaced",
                    path.display()
                )
            }
            Self::Io(path, fault) => write!(to, "cannot write {}: {fault}", path.display()),
        }
    }
}

impl FolderError {
    /// What to do about it.
    #[must_use]
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Exists(_) => "write --force to replace them, or --output DIR to keep both",
            Self::NotResults(_) => "choose another folder with --output DIR",
            Self::Io(..) => "choose a folder that can be written with --output DIR",
        }
    }
}

impl std::error::Error for FolderError {}

/// The file that tells a folder of results from any other.
pub const MANIFEST: &str = "manifest.json";

/// Whether results can be written to a folder: asked before a long run rather than after it.
///
/// # Errors
/// Where something lies there that must not be replaced.
pub fn check(folder: &Path, force: bool) -> Result<(), FolderError> {
    let is_empty =
        |folder: &Path| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !folder.exists() || is_empty(folder) {
        return probe(folder);
    }
    if !folder.join(MANIFEST).is_file() {
        return Err(FolderError::NotResults(folder.to_owned()));
    }
    if force { probe(folder) } else { Err(FolderError::Exists(folder.to_owned())) }
}

/// Whether a folder can be made beside this one, where results are written first. Nothing is left of it, so whoever
/// interrupts the run finds things as they were.
fn probe(folder: &Path) -> Result<(), FolderError> {
    let probe = beside(folder, "probe");
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let above: Vec<&Path> = probe.ancestors().skip(1).take_while(is_missing).collect();
    let made = fs::create_dir_all(&probe).and_then(|()| fs::remove_dir(&probe));
    for folder in above {
        // Another run may have written there in the meantime.
        let _ = fs::remove_dir(folder);
    }
    made.map_err(|fault| FolderError::Io(folder.to_owned(), fault))
}

/// Writes a folder of results. Until all is written, nothing lies under the folder's name.
///
/// # Errors
/// Where the folder must not be replaced, or the file system refuses.
pub fn write(folder: &Path, files: &[File], force: bool) -> Result<(), FolderError> {
    check(folder, force)?;
    let written = write_whole(folder, files);
    if written.is_err() {
        let _ = fs::remove_dir_all(beside(folder, "partial"));
    }
    written
}

fn write_whole(folder: &Path, files: &[File]) -> Result<(), FolderError> {
    let provisional = beside(folder, "partial");
    let io = |path: &Path| {
        let path = path.to_owned();
        move |fault| FolderError::Io(path, fault)
    };
    let _ = fs::remove_dir_all(&provisional);
    for (name, bytes) in files {
        let path = provisional.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(io(parent))?;
        }
        fs::write(&path, bytes).map_err(io(&path))?;
    }
    let old = beside(folder, "replaced");
    let _ = fs::remove_dir_all(&old);
    if folder.exists() {
        fs::rename(folder, &old).map_err(io(folder))?;
    }
    fs::rename(&provisional, folder).map_err(io(folder))?;
    let _ = fs::remove_dir_all(&old);
    Ok(())
}

/// A hidden name beside a folder.
fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map_or_else(|| "results".into(), |name| name.to_string_lossy().into_owned());
    folder.with_file_name(format!(".{name}.{what}"))
}

/// The hash by which the manifest names a file's bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("stammtisch-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        place
    }

    fn files(text: &str) -> Vec<File> {
        vec![(MANIFEST.to_owned(), text.into()), ("plots/a.svg".to_owned(), text.into())]
    }

    #[test]
    fn results_are_replaced_only_by_force() {
        let folder = place("force");
        write(&folder, &files("one"), false).expect("written");
        assert!(matches!(write(&folder, &files("two"), false), Err(FolderError::Exists(_))));
        assert_eq!(fs::read(folder.join("plots/a.svg")).expect("read"), b"one");
        write(&folder, &files("two"), true).expect("replaced");
        assert_eq!(fs::read(folder.join("plots/a.svg")).expect("read"), b"two");
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_folder_of_other_things_is_never_replaced() {
        let folder = place("other");
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join("thesis.txt"), "years of work").expect("written");
        assert!(matches!(write(&folder, &files("x"), true), Err(FolderError::NotResults(_))));
        assert!(folder.join("thesis.txt").exists());
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn to_ask_whether_results_can_be_written_leaves_nothing() {
        let above = place("asked");
        check(&above.join("output/one"), false).expect("may be written");
        assert!(!above.exists());
        fs::create_dir_all(above.join("output")).expect("made");
        check(&above.join("output/one"), false).expect("may be written");
        assert_eq!(fs::read_dir(above.join("output")).expect("kept").count(), 0);
        fs::remove_dir_all(above).expect("removed");
    }

    #[test]
    fn a_write_that_stops_half_way_leaves_nothing_under_the_final_name() {
        let folder = place("half");
        // The second file cannot be written, since its parent is a file.
        let files = vec![("a".to_owned(), vec![1]), ("a/b".to_owned(), vec![2])];
        assert!(matches!(write(&folder, &files, false), Err(FolderError::Io(..))));
        assert!(!folder.exists() && !beside(&folder, "partial").exists());
    }

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(
            hash(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
