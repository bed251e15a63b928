//! `new`: a commented scenario to start from.

use super::{DONE, USAGE, tell, write_whole};
use crate::document::nearest;
use crate::stories::{self, Story};
use clap::Args;
use std::path::{Path, PathBuf};

/// The options of `new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// Where to write it; `-` for standard output [default: STORY.toml, or scenario.toml]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The story to start from: one of those in scenarios/, or a claim such as A1
    #[arg(long, value_name = "STORY")]
    from: Option<String>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// The names of the stories.
pub(super) fn names() -> Vec<&'static str> {
    stories::all().map(|story| story.name).collect()
}

impl New {
    pub(super) fn run(self) -> u8 {
        let names = names();
        let from = self.from.as_deref().unwrap_or("restaurant-table");
        let Some(story) = stories::all().find(|story| story.name == from) else {
            let stories_only: Vec<&str> =
                names.iter().copied().filter(|name| name.len() > 2).collect();
            let near = nearest(from, &stories_only);
            let help = near.map_or_else(
                || format!("one of {}, or a claim: A1 to E9", stories_only.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            tell::fault(&format!("there is no story `{from}`"), &help);
            return USAGE;
        };
        let usual = || format!("{}.toml", self.from.as_deref().unwrap_or("scenario")).into();
        let file = self.file.clone().unwrap_or_else(usual);
        if file == Path::new("-") {
            tell::say(story.text);
            if let Some((name, _)) = story.beside {
                tell::error_line(&format!(
                    "note: the scenario reads {name}, which `stammtisch new FILE` writes beside it"
                ));
            }
            return DONE;
        }
        self.write(story, &file)
    }

    fn write(&self, story: &Story, file: &Path) -> u8 {
        let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
        let beside = story.beside.map(|(name, text)| (folder.join(name), text));
        let files: Vec<(PathBuf, &str)> =
            [(file.to_owned(), story.text)].into_iter().chain(beside).collect();
        if let Err(code) = write_new(&files, self.force) {
            return code;
        }
        let file = file.display();
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
