//! `new`: a commented scenario to start from.

use super::{DONE, USAGE, tell};
use crate::document::nearest;
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A story that comes with the program: its name, its text, and the file that it needs beside it.
struct Story {
    name: &'static str,
    text: &'static str,
    beside: Option<(&'static str, &'static str)>,
}

/// Takes in the stories of a folder by their names.
macro_rules! stories {
    ($folder:literal: $($name:literal)+) => {
        &[$(Story {
            name: $name,
            text: include_str!(concat!("../../scenarios/", $folder, $name, ".toml")),
            beside: None,
        }),+]
    };
}

/// The stories that come with the program.
const STORIES: &[Story] = stories!("":
    "restaurant-table" "amex-open" "tupperware-party" "prize-draw" "family-dinner" "true-friends"
    "neighbours-help" "bad-company-goes-public" "trade-fair" "flyer-at-the-door"
);

/// A network from files, which come beside it.
const REAL_NETWORK: Story = Story {
    name: "real-network",
    text: include_str!("../../scenarios/real-network.toml"),
    beside: Some(("karate-club.csv", include_str!("../../scenarios/karate-club.csv"))),
};

/// One story for each claim that the project was created to test.
const CLAIMS: &[Story] = stories!("claims/":
    "A1" "A2" "A3" "A4" "A5" "A6" "A7" "A8" "A9" "B1" "B2" "B3" "B4" "B5" "B6" "B7"
    "C1" "C2" "C3" "C4" "C5" "D1" "D2" "D3" "D4" "E1" "E2" "E3" "E4" "E5" "E6" "E7" "E8" "E9"
);

/// All stories.
fn stories() -> impl Iterator<Item = &'static Story> {
    STORIES.iter().chain([&REAL_NETWORK]).chain(CLAIMS)
}

/// The options of `new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// Where to write it; `-` for standard output
    #[arg(value_name = "FILE", default_value = "scenario.toml")]
    file: PathBuf,
    /// The story to start from: one of those in scenarios/, or a claim such as A1
    #[arg(long, value_name = "STORY", default_value = "restaurant-table")]
    from: String,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// The names of the stories.
pub(super) fn names() -> Vec<&'static str> {
    stories().map(|story| story.name).collect()
}

impl New {
    pub(super) fn run(self) -> u8 {
        let names = names();
        let Some(story) = stories().find(|story| story.name == self.from) else {
            let stories_only: Vec<&str> =
                names.iter().copied().filter(|name| name.len() > 2).collect();
            let near = nearest(&self.from, &stories_only);
            let help = near.map_or_else(
                || format!("one of {}, or a claim: A1 to E9", stories_only.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            tell::fault(&format!("there is no story `{}`", self.from), &help);
            return USAGE;
        };
        if self.file == Path::new("-") {
            tell::say(story.text);
            if let Some((name, _)) = story.beside {
                tell::error_line(&format!(
                    "note: the scenario reads {name}, which `stammtisch new FILE` writes beside it"
                ));
            }
            return DONE;
        }
        self.write(story)
    }

    fn write(&self, story: &Story) -> u8 {
        let folder = self.file.parent().map(Path::to_path_buf).unwrap_or_default();
        let beside = story.beside.map(|(name, text)| (folder.join(name), text));
        let files: Vec<(PathBuf, &str)> =
            [(self.file.clone(), story.text)].into_iter().chain(beside).collect();
        if let Err(code) = write_new(&files, self.force) {
            return code;
        }
        let file = self.file.display();
        tell::say(&format!(
            "Wrote {file}. Try: stammtisch check {file}, then stammtisch run {file}\n"
        ));
        DONE
    }
}

/// Writes files, of which none may be there already unless it is to be replaced; tells what is in the way.
pub(super) fn write_new(files: &[(PathBuf, &str)], force: bool) -> Result<(), u8> {
    // Asked of all files before the first is written, so that no half story is left.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists() && !force) {
        tell::fault(
            &format!("{} exists already", path.display()),
            "write --force to replace it, or name a file in another folder",
        );
        return Err(USAGE);
    }
    for (path, text) in files {
        write_whole(path, text).map_err(|fault| {
            let what = format!("cannot write {}: {fault}", path.display());
            tell::fault(&what, "name a file in a folder that exists and can be written");
            USAGE
        })?;
    }
    Ok(())
}

/// Writes a file whole or not at all.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let partial = path.with_file_name(format!(".{name}.partial"));
    std::fs::File::create(&partial)?.write_all(text.as_bytes())?;
    std::fs::rename(&partial, path)
}
