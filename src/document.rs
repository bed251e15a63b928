//! A scenario's text with the place of every word in it, so that an error can point at what it means.
//!
//! Several texts may lie over each other: the file first, then each `--set path=value` of the
//! command line. Reading never stops at the first problem; all are collected and told at once.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where in which text something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the text in [`Document::texts`].
    pub text: usize,
    /// The bytes of the text.
    pub span: Range<usize>,
}

/// Something wrong in a scenario: where, what, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands; missing where it concerns the whole.
    pub place: Option<Place>,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What would be right, if that can be told.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn at(place: &Place, what: impl Into<String>) -> Self {
        Self { place: Some(place.clone()), what: what.into(), help: None }
    }

    /// A problem of the whole scenario.
    #[must_use]
    pub fn of_whole(what: impl Into<String>) -> Self {
        Self { place: None, what: what.into(), help: None }
    }

    /// Sorts problems by where they stand, the file before the command line, the whole last.
    pub fn sort(problems: &mut [Self]) {
        problems.sort_by_key(|problem| {
            let place = problem.place.as_ref();
            place.map_or((usize::MAX, 0), |place| (place.text, place.span.start))
        });
    }

    /// The same problem with advice.
    #[must_use]
    pub fn advise(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A value as it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, whole or not.
    Number(f64),
    /// A text.
    Word(String),
    /// A table of further entries.
    Table(Table),
    /// Anything that no key of a scenario takes, by the name that TOML gives it.
    Other(&'static str),
}

impl Value {
    /// What the value is, for an error message.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Word(_) => "text",
            Self::Table(_) => "table",
            Self::Other(kind) => kind,
        }
    }
}

/// One `name = value` of a table, with both places.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// Where the name stands.
    pub name_place: Place,
    /// The value.
    pub value: Value,
    /// Where the value stands.
    pub place: Place,
}

/// A table's entries, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Table {
    /// The entry of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The table of this name; a problem where something else has the name.
    #[must_use]
    pub fn table(&self, name: &str, problems: &mut Vec<Problem>) -> Option<&Self> {
        let entry = self.get(name)?;
        if let Value::Table(table) = &entry.value {
            return Some(table);
        }
        let what = format!("`{name}` must be a table, but is a {}", entry.value.kind());
        problems.push(
            Problem::at(&entry.place, what)
                .advise(format!("give the values within it: {name}.KEY = VALUE")),
        );
        None
    }

    /// Adds a problem for each entry whose name is not known here.
    pub fn refuse_unknown(&self, known: &[&str], here: &str, problems: &mut Vec<Problem>) {
        for entry in self.entries.iter().filter(|entry| !known.contains(&&*entry.name)) {
            let problem =
                Problem::at(&entry.name_place, format!("there is no `{}` in {here}", entry.name));
            problems.push(match nearest(&entry.name, known) {
                Some(near) => problem.advise(format!("did you mean `{near}`?")),
                None => problem.advise(format!("known here: {}", known.join(", "))),
            });
        }
    }

    /// Lays another table over this one: its values win, tables are merged.
    pub fn lay_over(&mut self, upper: Self) {
        for entry in upper.entries {
            let Some(mine) = self.entries.iter_mut().find(|mine| mine.name == entry.name) else {
                self.entries.push(entry);
                continue;
            };
            match (&mut mine.value, entry.value) {
                (Value::Table(mine), Value::Table(upper)) => mine.lay_over(upper),
                (_, value) => *mine = Entry { value, ..entry },
            }
        }
    }
}

/// The known word that is most like the given one, if any is like it at all.
#[must_use]
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let likeness = |known: &str| strsim::damerau_levenshtein(word, known);
    let near = known.iter().copied().min_by_key(|known| likeness(known))?;
    (likeness(near) <= 1 + near.len() / 4).then_some(near)
}

/// One text of a document and the name under which errors quote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// A file's path, or the option of the command line.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// A scenario as text: the file, and what the command line lays over it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// All texts, the file first.
    pub texts: Vec<Text>,
    /// The merged table.
    pub root: Table,
}

impl Document {
    /// Reads a text. Faults of syntax become problems; what can be read is read.
    #[must_use]
    pub fn parse(name: &str, text: &str, problems: &mut Vec<Problem>) -> Self {
        let mut document = Self::default();
        document.overlay(name, text, problems);
        document
    }

    /// Lays `path = value` over the document. The value is read as TOML, else as a text.
    pub fn set(&mut self, assignment: &str, problems: &mut Vec<Problem>) {
        let option = format!("--set {assignment}");
        let Some((path, value)) = assignment.split_once('=') else {
            problems.push(
                Problem::of_whole(format!("`{option}` has no `=`"))
                    .advise("write --set path=value, for example --set people.count=2000"),
            );
            return;
        };
        let (path, value) = (path.trim(), value.trim());
        // What is no value by itself is a text, for which nobody has to type two kinds of quotes.
        let text = if DeValue::parse(value).is_ok() {
            assignment.to_owned()
        } else {
            format!("{path}={}", toml::Value::from(value))
        };
        self.overlay("--set", &text, problems);
    }

    fn overlay(&mut self, name: &str, text: &str, problems: &mut Vec<Problem>) {
        let number = self.texts.len();
        self.texts.push(Text { name: name.to_owned(), text: text.to_owned() });
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let (what, help) = syntax(error.message());
            problems.push(Problem::at(&Place { text: number, span }, what).advise(help));
        }
        self.root.lay_over(table_of(table.get_ref(), number));
    }
}

/// What is wrong where a text is not TOML, and what would be right.
fn syntax(fault: &str) -> (&str, &'static str) {
    if fault.contains("duplicate key") {
        ("this name stands here twice", "keep one of the two")
    } else if fault.contains("keys cannot be empty") {
        ("a name is missing here", "write NAME = VALUE")
    } else if fault.contains("invalid unquoted key") {
        let help = "put a name with other characters into quotation marks: \"name\"";
        (fault, help)
    } else if fault.contains("string values must be quoted") {
        let what = "the value is missing, or it is a text without quotation marks";
        (what, "write NAME = 0.5 or NAME = \"text\"")
    } else {
        let help = "write NAME = VALUE, and the name of a table as [people.talk]";
        (fault, help)
    }
}

fn table_of(table: &DeTable<'_>, text: usize) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(name, value)| Entry {
            name: name.get_ref().to_string(),
            name_place: Place { text, span: name.span() },
            value: value_of(value, text),
            place: Place { text, span: value.span() },
        })
        .collect();
    // The parser sorts by name; what a person wrote has the order of the text.
    entries.sort_by_key(|entry| entry.name_place.span.start);
    Table { entries }
}

fn value_of(value: &Spanned<DeValue<'_>>, text: usize) -> Value {
    match value.get_ref() {
        DeValue::String(word) => Value::Word(word.to_string()),
        DeValue::Integer(whole) => i128::from_str_radix(whole.as_str(), whole.radix())
            .map(|whole| whole as f64)
            .or_else(|_| whole.as_str().parse())
            .map_or(Value::Other("number that cannot be read"), Value::Number),
        DeValue::Float(float) => {
            float.as_str().parse().map_or(Value::Other("number that cannot be read"), Value::Number)
        }
        DeValue::Table(table) => Value::Table(table_of(table, text)),
        DeValue::Boolean(_) => Value::Other("truth value"),
        DeValue::Datetime(_) => Value::Other("date"),
        DeValue::Array(_) => Value::Other("list"),
    }
}

#[cfg(test)]
mod tests;
