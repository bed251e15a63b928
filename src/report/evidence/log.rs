//! The log of score cards: what the model meets and misses, before and after each change of a mechanism.

use super::words;
use crate::evidence::judgement::Verdict;
use crate::evidence::validation::Validation;
use std::fmt::Write;

/// One entry of the log: why it was written, the score, and every number with what was got.
#[must_use]
pub fn entry(validation: &Validation, because: &str) -> String {
    let mut text = format!(
        "## {because}\n\nVersion {}, seed {}, depth {}.\n\n",
        env!("CARGO_PKG_VERSION"),
        validation.seed,
        validation.depth.word()
    );
    for sentence in words::score(validation) {
        let _ = writeln!(text, "{sentence}");
    }
    text.push_str("\n| id | what | expected | got | verdict |\n|---|---|---|---|---|\n");
    let findings = words::sections(validation).into_iter().flat_map(|section| section.rows);
    for row in findings.filter(|row| row.number.is_some() && row.verdict != Verdict::Untestable) {
        let cells: Vec<String> =
            row.short[..5].iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text.push('\n');
    text
}

/// The log with a new entry above the older ones, below the words with which it opens.
#[must_use]
pub fn with_entry(log: &str, entry: &str) -> String {
    let first = if log.starts_with("## ") { Some(0) } else { log.find("\n## ").map(|at| at + 1) };
    let (opening, older) = log.split_at(first.unwrap_or(log.len()));
    let gap = if opening.is_empty() || opening.ends_with("\n\n") { "" } else { "\n\n" };
    format!("{opening}{gap}{entry}{older}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_entry_stands_first_below_the_opening() {
        let log = with_entry("", "## one\n\n");
        let log = with_entry(&log, "## two\n\n");
        assert_eq!(log, "## two\n\n## one\n\n");
        assert_eq!(with_entry("# Log\n", "## one\n"), "# Log\n\n\n## one\n");
        assert_eq!(with_entry("# Log\n\n## one\n", "## two\n"), "# Log\n\n## two\n## one\n");
    }
}
