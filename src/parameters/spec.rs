//! What there is to know of a parameter, and how its value is read, checked and written.

use super::{Grade, Role};
use crate::document::{Entry, Problem, Value, nearest};
use serde::Serialize;

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
                if self.choices.is_empty() { tidy(value) } else { "?".to_owned() }
            },
            |word| format!("\"{word}\""),
        )
    }

    /// The value that an entry gives, or what is wrong with it.
    pub(super) fn read(&self, entry: &Entry) -> Result<f64, Problem> {
        let refuse = |what: String| Problem::at(&entry.place, what);
        let name = self.name;
        if !self.choices.is_empty() {
            let Value::Word(word) = &entry.value else {
                let what = format!("`{name}` must be a word, but is a {}", entry.value.kind());
                return Err(refuse(what).advise(format!("one of {}", quoted(self.choices))));
            };
            return self.choices.iter().position(|c| c == word).map(|i| i as f64).ok_or_else(
                || {
                    refuse(format!("`{name}` cannot be \"{word}\"")).advise(
                        nearest(word, self.choices).map_or_else(
                            || format!("one of {}", quoted(self.choices)),
                            |near| format!("did you mean \"{near}\"?"),
                        ),
                    )
                },
            );
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
    let (digits, divisor) =
        text.strip_suffix('%').map_or((text, 1.0), |digits| (digits.trim_end(), 100.0));
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
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
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
