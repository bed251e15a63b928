//! `validate --diffusion`: a real diffusion, foretold from its first half with and without its network.

use super::work::Work;
use super::{DONE, FAULTY, USAGE, tell};
use crate::evidence::Depth;
use crate::evidence::diffusion::{History, Study, study};
use crate::evidence::judgement::Verdict;
use crate::report::evidence::diffusion::{files, json, words};
use std::path::Path;

/// Fits, foretells and tells.
pub(super) fn run(folder: &Path, depth: Depth, work: &Work) -> Result<u8, u8> {
    let seed = work.seed()?;
    let history = read(folder)?;
    let name = folder
        .canonicalize()
        .ok()
        .and_then(|whole| Some(whole.file_name()?.to_string_lossy().into_owned()))
        .unwrap_or_else(|| "data".to_owned());
    let output = work.folder(&format!("diffusion-{name}"))?;
    let pool = work.pool()?;
    let bar = work.bar(study::steps(&history, depth), "fits");
    let study = pool.install(|| Study::of(history, seed, depth, &|| bar.inc(1)));
    bar.finish_and_clear();
    let files = files(&name, &study).map_err(|fault| {
        tell::fault(&fault.to_string(), "");
        USAGE
    })?;
    work.write(&output, &files)?;
    if work.json {
        tell::say(&format!("{:#}\n", json(&name, &study)));
    } else {
        tell::say(&text(&name, &study));
        tell::say(&format!("\nReport: {}\n", output.join("diffusion.html").display()));
    }
    // The engine and its own limit must agree, as in any exact limit.
    let wrong = study.engine.iter().any(|compared| compared.verdict() == Verdict::Fails);
    Ok(if wrong { FAULTY } else { DONE })
}

fn read(folder: &Path) -> Result<History, u8> {
    if !folder.is_dir() {
        let what = format!("there is no folder {}", folder.display());
        tell::fault(
            &what,
            "name a folder with ties.csv (source,target) and people.csv (id,adopted_at)",
        );
        return Err(USAGE);
    }
    History::read(folder).map_err(|problems| {
        tell::import_problems(&problems);
        USAGE
    })
}

/// The study on the terminal: the verdict, what was fitted, what was found.
fn text(name: &str, study: &Study) -> String {
    let mut rows = vec![words::HEAD.map(str::to_owned).to_vec()];
    rows.extend(words::rows(study));
    let parts = [
        format!("{name}: {}", words::about(study)),
        format!("{} {}", words::verdict(study), words::how_many(study)),
        tell::aligned_left(&rows).trim_end().to_owned(),
        words::findings(study).join("\n"),
    ];
    parts.join("\n\n") + "\n"
}
