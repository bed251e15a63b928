//! Declarations read as people read them: the members of a struct or an enum, with kind and meaning.

use super::sources::{Source, plain};

/// A field of a struct or a variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What kind of value it holds, in words; empty of a variant.
    pub kind: String,
    /// What it means; empty where nobody said so, which a test forbids.
    pub meaning: String,
}

/// The public members of the struct or enum of this name, in the order of the file.
#[must_use]
pub fn members(source: &Source, item: &str) -> Vec<Member> {
    let head = |line: &&str| {
        let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
        rest.and_then(|rest| rest.strip_suffix(" {")) == Some(item)
    };
    let mut lines = source.text.lines().skip_while(|line| !head(line)).skip(1);
    let (mut members, mut doc) = (Vec::new(), Vec::new());
    for line in lines.by_ref().take_while(|line| *line != "}").map(str::trim) {
        if let Some(said) = line.strip_prefix("///") {
            doc.push(said.trim());
        } else if let Some((name, kind)) = declared(line) {
            members.push(Member { name, kind, meaning: plain(&doc.join(" ")) });
            doc.clear();
        } else if !line.starts_with("#[") {
            doc.clear();
        }
    }
    members
}

/// What the struct or enum of this name says of itself.
#[must_use]
pub(super) fn about(source: &Source, item: &str) -> String {
    let lines: Vec<&str> = source.text.lines().collect();
    let is_item = |line: &&str| {
        [format!("pub struct {item} {{"), format!("pub enum {item} {{")]
            .contains(&(*line).to_owned())
    };
    let Some(at) = lines.iter().position(is_item) else { return String::new() };
    let head = lines[..at]
        .iter()
        .rev()
        .take_while(|line| line.starts_with("///") || line.starts_with("#["));
    let mut said: Vec<&str> =
        head.filter_map(|line| line.strip_prefix("///")).map(str::trim).collect();
    said.reverse();
    plain(&said.join(" "))
}

/// The name of what a line declares, and its kind in words.
fn declared(line: &str) -> Option<(String, String)> {
    let line = line.strip_suffix(',')?;
    if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
        return Some((name.to_owned(), in_words(kind)));
    }
    let name = line.split(['(', ' ']).next()?;
    let is_variant = name.starts_with(|c: char| c.is_ascii_uppercase());
    is_variant.then(|| (name.to_owned(), String::new()))
}

/// A type as a reader understands it. Columns hold one value for each person, which goes without saying.
fn in_words(kind: &str) -> String {
    let inside = |wrapper: &str| kind.strip_prefix(wrapper)?.strip_suffix('>');
    if let Some(inner) = inside("Vec<").or_else(|| inside("Scarce<")) {
        return in_words(inner);
    }
    if let Some(inner) = inside("Option<") {
        return format!("{}, or nothing", in_words(inner));
    }
    if let Some((inner, count)) =
        kind.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.split_once("; "))
    {
        let of = if count.contains("NEEDS") { "need" } else { "kind of offer" };
        return format!("{} for each {of}", in_words(inner));
    }
    match kind {
        "f32" | "f64" | "Losses" => "number".to_owned(),
        "i16" | "u16" | "u32" | "u64" => "whole number".to_owned(),
        "bool" => "yes or no".to_owned(),
        "PersonId" => "a person".to_owned(),
        "Money" => "money".to_owned(),
        other => format!("`{other}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "/// A firm\n/// of ours.\n#[derive(Debug)]\npub struct Firm {\n    /// What it\n    /// asks.\n    pub price: Money,\n    pub bare: Vec<f32>,\n    /// Who came.\n    pub who: Vec<Option<PersonId>>,\n    /// Four of them.\n    pub gave: Vec<[f32; NEEDS]>,\n    hidden: u8,\n}\npub enum Stage {\n    /// Never heard of it.\n    #[default]\n    Unaware,\n    Bare(u8),\n}\n";

    #[test]
    fn a_new_column_appears_by_itself_and_one_without_meaning_is_seen() {
        let source = Source { path: "", text: TEXT };
        let member = |name: &str, kind: &str, meaning: &str| Member {
            name: name.to_owned(),
            kind: kind.to_owned(),
            meaning: meaning.to_owned(),
        };
        assert_eq!(
            members(&source, "Firm"),
            [
                member("price", "money", "What it asks."),
                member("bare", "number", ""),
                member("who", "a person, or nothing", "Who came."),
                member("gave", "number for each need", "Four of them."),
            ]
        );
        assert_eq!(
            members(&source, "Stage"),
            [member("Unaware", "", "Never heard of it."), member("Bare", "", "")]
        );
        assert_eq!(about(&source, "Firm"), "A firm of ours.");
        assert!(members(&source, "Nobody").is_empty());
    }
}
