//! Parameters, declared once: field, default, unit, range, source, grade of evidence and role.
//!
//! From the one declaration come the field in the code, the reading and checking of scenario
//! files, `--set` paths, the table that `stammtisch params` prints, and the test that pushes
//! every parameter to the end of its range and asks whether anything moves.

use crate::document::{Entry, Problem, Table, Value, nearest};
use serde::Serialize;

/// How well a number is founded (the grades of the evidence catalogue).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Grade {
    /// Read in the publication itself.
    V1,
    /// Read in a secondary page.
    V2,
    /// Derived by arithmetic from published figures.
    Derived,
    /// Recalled with high confidence, not confirmed.
    RecalledHigh,
    /// Recalled with medium confidence, not confirmed.
    RecalledMedium,
    /// No defensible number was found: swept, and no headline rests on its default.
    Gap,
    /// A matter of definition or of the scenario's author, not of evidence.
    Definition,
}

impl Grade {
    /// Whether conclusions must be checked over the parameter's whole range.
    #[must_use]
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::Gap | Self::RecalledMedium)
    }
}

/// What a finding is used for. Each has exactly one role: an input is never a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The model reads it.
    Input,
    /// A held-out finding that the model must reproduce.
    Target,
    /// A check that the code returns what was put in; no evidence.
    Recovery,
    /// Context.
    Background,
}

/// What there is to know of one parameter.
#[derive(Clone, Debug, Serialize)]
pub struct Spec {
    /// The table of the scenario in which it stands.
    pub table: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The value where a scenario says nothing.
    pub default: f64,
    /// The least value a scenario may give.
    pub least: f64,
    /// The greatest value a scenario may give.
    pub most: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
    /// The words it may be, where it is a choice.
    pub choices: &'static [&'static str],
    /// Where the number comes from.
    pub source: &'static str,
    /// How well it is founded.
    pub grade: Grade,
    /// What it is used for.
    pub role: Role,
}

impl Spec {
    /// The path by which `--set` and the tables name the parameter.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.{}", self.table, self.name)
    }

    /// A value of this parameter, as a person writes it.
    #[must_use]
    pub fn show(&self, value: f64) -> String {
        self.choices.get(value as usize).map_or_else(
            || {
                if self.choices.is_empty() {
                    tidy(value)
                } else {
                    "?".to_owned()
                }
            },
            |word| format!("\"{word}\""),
        )
    }

    /// The value that an entry gives, or what is wrong with it.
    fn read(&self, entry: &Entry) -> Result<f64, Problem> {
        let refuse = |what: String| Problem::at(&entry.place, what);
        let name = self.name;
        if !self.choices.is_empty() {
            let Value::Word(word) = &entry.value else {
                let what = format!("`{name}` must be a word, but is a {}", entry.value.kind());
                return Err(refuse(what).advise(format!("one of {}", quoted(self.choices))));
            };
            return self
                .choices
                .iter()
                .position(|c| c == word)
                .map(|i| i as f64)
                .ok_or_else(|| {
                    refuse(format!("`{name}` cannot be \"{word}\"")).advise(
                        nearest(word, self.choices).map_or_else(
                            || format!("one of {}", quoted(self.choices)),
                            |near| format!("did you mean \"{near}\"?"),
                        ),
                    )
                });
        }
        let Value::Number(value) = entry.value else {
            let what = format!(
                "`{name}` must be a number ({}), but is a {}",
                self.unit,
                entry.value.kind()
            );
            return Err(
                refuse(what).advise(format!("write for example {name} = {}", tidy(self.default)))
            );
        };
        if !(self.least..=self.most).contains(&value) {
            return Err(refuse(format!(
                "`{name}` must lie between {} and {} ({}), but is {}",
                tidy(self.least),
                tidy(self.most),
                self.unit,
                tidy(value)
            )));
        }
        if self.whole && value.fract() != 0.0 {
            return Err(refuse(format!(
                "`{name}` must be a whole number ({}), but is {}",
                self.unit,
                tidy(value)
            )));
        }
        Ok(value)
    }
}

fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A number as a person writes it: at most six significant digits, no trailing zeros.
#[must_use]
pub fn tidy(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return format!("{number}").replace("-0", "0");
    }
    let digits = (5 - libm::floor(libm::log10(number.abs())) as i32).clamp(0, 12) as usize;
    let text = format!("{number:.digits$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A group of parameters, read from one table of a scenario.
pub trait Parameters: Default {
    /// What there is to know of each, in order.
    fn specs() -> Vec<Spec>;
    /// The value of the parameter of this name.
    fn get(&self, name: &str) -> Option<f64>;
    /// Gives the parameter of this name a value; false where there is none of the name.
    fn set(&mut self, name: &str, value: f64) -> bool;

    /// Every parameter with its value, in order.
    fn values(&self) -> Vec<(Spec, f64)> {
        let value = |spec: &Spec| self.get(spec.name).unwrap_or(spec.default);
        Self::specs()
            .into_iter()
            .map(|spec| {
                let value = value(&spec);
                (spec, value)
            })
            .collect()
    }

    /// Reads the group from a table. Sub-tables and settings that are not numbers are named in `also`.
    fn read(table: Option<&Table>, also: &[&str], problems: &mut Vec<Problem>) -> Self {
        let mut group = Self::default();
        let Some(table) = table else { return group };
        let specs = Self::specs();
        for spec in &specs {
            match table.get(spec.name).map(|entry| spec.read(entry)) {
                Some(Ok(value)) => {
                    group.set(spec.name, value);
                }
                Some(Err(problem)) => problems.push(problem),
                None => {}
            }
        }
        let known: Vec<&str> = specs
            .iter()
            .map(|spec| spec.name)
            .chain(also.iter().copied())
            .collect();
        let here = specs.first().map_or("this table", |spec| spec.table);
        table.refuse_unknown(&known, &format!("[{here}]"), problems);
        group
    }
}

/// Declares a group of parameters. See the guide for what each part means.
#[macro_export]
macro_rules! parameters {
    (
        $(#[doc = $about:literal])+
        $vis:vis $group:ident in $table:literal {
            $(
                $(#[doc = $meaning:literal])+
                $name:ident : $ty:ty = $default:expr, in $least:expr => $most:expr,
                from $source:literal, grade $grade:ident, role $role:ident;
            )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        $vis struct $group {
            $($(#[doc = $meaning])+ pub $name: $ty,)+
        }

        impl Default for $group {
            fn default() -> Self {
                Self { $($name: <$ty as $crate::quantity::Quantity>::from_number($default),)+ }
            }
        }

        impl $crate::parameters::Parameters for $group {
            fn specs() -> Vec<$crate::parameters::Spec> {
                vec![$($crate::parameters::Spec {
                    table: $table,
                    name: stringify!($name),
                    meaning: concat!($($meaning),+).trim_ascii(),
                    unit: <$ty as $crate::quantity::Quantity>::UNIT,
                    default: $default,
                    least: $least,
                    most: $most,
                    whole: <$ty as $crate::quantity::Quantity>::WHOLE,
                    choices: <$ty as $crate::quantity::Quantity>::CHOICES,
                    source: $source,
                    grade: $crate::parameters::Grade::$grade,
                    role: $crate::parameters::Role::$role,
                }),+]
            }
            fn get(&self, name: &str) -> Option<f64> {
                match name {
                    $(stringify!($name) => Some($crate::quantity::Quantity::to_number(self.$name)),)+
                    _ => None,
                }
            }
            fn set(&mut self, name: &str, value: f64) -> bool {
                match name {
                    $(stringify!($name) => self.$name = $crate::quantity::Quantity::from_number(value),)+
                    _ => return false,
                }
                true
            }
        }
    };
}

#[cfg(test)]
mod tests {
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
        assert_eq!(
            (group.mention.0, group.speakers.0, group.colour),
            (0.2, 3.0, Colour::Green)
        );
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
        assert_eq!(
            written,
            ["0", "0.3", "5000", "0.0001", "15.48", "-2.5", "1000000"]
        );
    }
}
