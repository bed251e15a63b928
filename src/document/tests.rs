//! Tests: what a text says, and where.

use super::*;

#[test]
fn what_is_set_lies_over_the_file() {
    let mut problems = Vec::new();
    let mut document =
        Document::parse("a.toml", "[people]\ncount = 5\nname = \"x\"\n", &mut problems);
    document.set("people.count=7", &mut problems);
    document.set("people.name=some/file.csv", &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let people = document.root.table("people", &mut problems).expect("people is a table");
    assert_eq!(people.get("count").map(|e| &e.value), Some(&Value::Number(7.0)));
    assert_eq!(people.get("name").map(|e| &e.value), Some(&Value::Word("some/file.csv".into())));
}

#[test]
fn several_faults_of_syntax_are_told_at_once() {
    let mut problems = Vec::new();
    let _ = Document::parse("a.toml", "a = \nb = 3\nc = \n", &mut problems);
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn a_word_with_a_slip_finds_its_neighbour() {
    assert_eq!(nearest("mentoin", &["mention", "memory"]), Some("mention"));
    assert_eq!(nearest("xyz", &["mention", "memory"]), None);
}
