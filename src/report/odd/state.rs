//! Entities, state variables and scales: what the declarations of the columns say, and the scales.

use super::declared::{about, members};
use super::sources::source;
use super::tables::table;
use std::fmt::Write;

/// What there is: a heading, the file of the declaration, its name, and the words for its values.
pub const ENTITIES: [(&str, &str, &str); 14] = [
    ("People", "people.rs", "People"),
    ("The four needs", "people.rs", "Need"),
    ("Circles", "people.rs", "Circles"),
    ("Buying groups", "people.rs", "Groups"),
    ("Ties, as the person at one end has them", "ties/tie.rs", "Tie"),
    ("Where a tie comes from", "ties/tie.rs", "Origin"),
    ("State of a tie in the portfolio", "portfolio.rs", "State"),
    ("Firms", "firms.rs", "Firm"),
    ("What a firm has built up", "firms.rs", "Assets"),
    ("Clientele: each person and each firm", "firms/clientele.rs", "Clientele"),
    ("Stage of a person with a firm", "firms/records.rs", "Stage"),
    ("Causes of joining", "firms/records.rs", "Source"),
    ("Causes of leaving", "firms/records.rs", "Reason"),
    ("The market as a whole", "market.rs", "Market"),
];

pub(super) fn section() -> String {
    let mut text = include_str!("prose/entities.md").to_owned();
    for (heading, path, item) in ENTITIES {
        let source = source(path);
        let _ = write!(text, "\n### {heading}\n\n{}\n", about(&source, item));
        let members = members(&source, item);
        let is_words = members.iter().all(|member| member.kind.is_empty());
        let row = |member: super::Member| {
            let name = format!("`{}`", member.name);
            if is_words {
                vec![name, member.meaning]
            } else {
                vec![name, member.kind, member.meaning]
            }
        };
        let head: &[&str] =
            if is_words { &["Value", "Meaning"] } else { &["Variable", "Kind", "Meaning"] };
        if !members.is_empty() {
            let _ = write!(text, "\n{}", table(head, members.into_iter().map(row)));
        }
    }
    text + "\n### Scales\n\n" + include_str!("prose/scales.md")
}
