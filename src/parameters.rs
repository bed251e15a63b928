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
        let value = read_number(entry, (self.least, self.most), self.unit, self.default)?;
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

/// The number that an entry gives, or what is wrong with it and what was probably meant.
///
/// # Errors
/// Where the value is no number, or not in the range.
pub fn read_number(
    entry: &Entry,
    (least, most): (f64, f64),
    unit: &str,
    example: f64,
) -> Result<f64, Problem> {
    let name = &entry.name;
    let range = least..=most;
    let Value::Number(value) = entry.value else {
        let kind = entry.value.kind();
        let what = format!("`{name}` must be a number ({unit}), but is a {kind}");
        let meant = match &entry.value {
            Value::Word(word) => meant(word).filter(|number| range.contains(number)),
            _ => None,
        };
        let help = meant.map_or_else(
            || format!("write for example {name} = {}", tidy(example)),
            |meant| format!("write {name} = {}", tidy(meant)),
        );
        return Err(Problem::at(&entry.place, what).advise(help));
    };
    if range.contains(&value) {
        return Ok(value);
    }
    let what = format!(
        "`{name}` must lie between {} and {} ({unit}), but is {}",
        tidy(least),
        tidy(most),
        tidy(value)
    );
    let problem = Problem::at(&entry.place, what);
    let is_per_cent = unit == "share" && value > 1.0 && range.contains(&(value / 100.0));
    Err(if is_per_cent {
        let help = format!("{} % is written {}", tidy(value), tidy(value / 100.0));
        problem.advise(help)
    } else {
        problem
    })
}

/// The number that a person meant by a text such as `5 %`, `0,85` or `300`.
fn meant(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, divisor) = text
        .strip_suffix('%')
        .map_or((text, 1.0), |digits| (digits.trim_end(), 100.0));
    // `5,000` is five to some and five thousand to others.
    if let Some((whole, part)) = digits.split_once(',')
        && part.len() == 3
        && whole != "0"
    {
        return None;
    }
    let number: f64 = digits.replace(',', ".").parse().ok()?;
    Some(number / divisor)
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
    if number.abs() >= 1e15 {
        let text = format!("{number:.5e}");
        let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        return format!("{digits}e{power}");
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
mod tests;
