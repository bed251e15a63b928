//! Tells whether the first line of a ties file names its columns or two people.
//!
//! The rule, in this order:
//! 1. A first line whose first two fields are numbers is never a header.
//! 2. Where a weight column is asked for, the first line must be a header.
//! 3. A first line that names its first two columns as ties files do (`source,target`, `from,to`
//!    and the others of [`PAIRS`], in any case) is a header, unless one of these words is also
//!    the name of a person further down or in the people table.
//! 4. Where all other people have whole numbers for names, a first line without numbers is a header.
//! 5. Where a further column has numbers in all other lines and a word in the first, the first line is a header,
//!    with the same exception; what stands for a number that is missing is no such word.
//! 6. Every other first line is a tie.

use super::register::Register;
use super::rows::Row;

/// How the first two columns of ties files are commonly named.
pub(super) const PAIRS: [(&str, &str); 16] = [
    ("source", "target"),
    ("from", "to"),
    ("a", "b"),
    ("ego", "alter"),
    ("i", "j"),
    ("u", "v"),
    ("sender", "receiver"),
    ("person", "friend"),
    ("person", "other"),
    ("person", "neighbour"),
    ("person", "neighbor"),
    ("id1", "id2"),
    ("person1", "person2"),
    ("person_1", "person_2"),
    ("person_a", "person_b"),
    ("node1", "node2"),
];

/// Whether a line cannot be a header, because it begins with two numbers.
pub(super) fn is_numeric(first: &Row) -> bool {
    is_number(first.cell(0)) && is_number(first.cell(1))
}

/// Whether the first line is a header, given all people who are named elsewhere, and the columns that have a
/// number in every other line.
pub(super) fn is_header(first: &Row, people: &Register, numbers: &[usize]) -> bool {
    let (one, other) = (first.cell(0), first.cell(1));
    if is_numeric(first) {
        return false;
    }
    let named =
        |(a, b): &(&str, &str)| one.eq_ignore_ascii_case(a) && other.eq_ignore_ascii_case(b);
    let are_people = people.number(one).is_some() || people.number(other).is_some();
    let stranger_to_numbers = !is_number(one) && !is_number(other) && people.is_numeric();
    let heads_numbers = numbers.iter().any(|&column| is_word(first.cell(column)));
    !are_people && (PAIRS.iter().any(named) || stranger_to_numbers || heads_numbers)
}

/// Whether a field holds a word, and neither a number nor what stands for a missing one.
fn is_word(cell: &str) -> bool {
    const MISSING: [&str; 7] = ["", "na", "n/a", "null", "none", "-", "?"];
    cell.parse::<f64>().is_err() && !MISSING.iter().any(|none| cell.eq_ignore_ascii_case(none))
}

/// Whether a field holds a number.
pub(super) fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok_and(f64::is_finite)
}
