//! Tests: reading, refusing and writing parameters.

#![allow(
    private_interfaces,
    unreachable_pub,
    reason = "declared as everywhere, but for these tests alone"
)]

use super::*;
use crate::document::Document;
use crate::quantity::{Count, Number, Quantity, WeeklyChance};

crate::choices! {
    /// A colour.
    Colour {
        /// Red.
        Red = "red",
        /// Green.
        Green = "green",
    }
}

parameters! {
    /// A group for the tests.
    pub Example in "example" {
        /// Chance to speak.
        mention: WeeklyChance = 0.1, in 0.0 => 0.5, from "definition", grade Definition, role Input;
        /// How many speak.
        speakers: Count = 3.0, in 0.0 => 10.0, from "definition", grade Definition, role Input;
        /// How loud.
        loudness: Number = 1.0, in 0.0 => 2.0, from "definition", grade Definition, role Input;
        /// In which colour.
        colour: Colour = Colour::Red.to_number(), in 0.0 => 1.0, from "definition", grade Definition, role Input;
    }
}

fn read(text: &str) -> (Example, Vec<String>) {
    let mut problems = Vec::new();
    let document = Document::parse("test", text, &mut problems);
    let group = Example::read(Some(&document.root), &[], &mut problems);
    let say = |p: Problem| p.what + &p.help.map_or(String::new(), |help| format!("; {help}"));
    (group, problems.into_iter().map(say).collect())
}

#[test]
fn a_table_is_read_with_its_defaults() {
    let (group, problems) = read("mention = 0.2\ncolour = \"green\"\n");
    assert!(problems.is_empty());
    assert_eq!((group.mention.0, group.speakers.0, group.colour), (0.2, 3.0, Colour::Green));
    assert_eq!(
        (group.loudness.0, Example::specs()[2].path()),
        (1.0, "example.loudness".to_owned())
    );
}

#[test]
fn every_fault_is_told_at_once_and_whole() {
    let (_, problems) = read(
        "mention = 0.7\nspeakers = 2.5\nloudness = 2026-11-22\nmentoin = 1\ncolour = \"gren\"\n",
    );
    assert_eq!(
        problems,
        [
            "`mention` must lie between 0 and 0.5 (chance a week), but is 0.7",
            "`speakers` must be a whole number (count), but is 2.5",
            "`loudness` must be a number (number), but is a date; write for example loudness = 1",
            "`colour` cannot be \"gren\"; did you mean \"green\"?",
            "there is no `mentoin` in [example]; did you mean `mention`?",
        ]
    );
}

#[test]
fn not_a_number_is_not_in_any_range() {
    assert_eq!(read("mention = nan\n").1.len(), 1);
    assert_eq!(read("mention = inf\n").1.len(), 1);
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let written = [0.0, 0.1 + 0.2, 5000.0, 1e-4, 15.48, -2.5, 1_000_000.0].map(tidy);
    assert_eq!(written, ["0", "0.3", "5000", "0.0001", "15.48", "-2.5", "1000000"]);
}
