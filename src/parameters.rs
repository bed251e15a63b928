//! Parameters, declared once: field, default, unit, range, source, grade of evidence and role.
//!
//! From the one declaration come the field in the code, the reading and checking of scenario
//! files, `--set` paths, the table that `stammtisch params` prints, and the test that pushes
//! every parameter to the end of its range and asks whether anything moves.

mod spec;

pub use spec::{Spec, read_number, tidy};

use crate::document::{Problem, Table};
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
        Self::default().read_over(table, also, problems)
    }

    /// The same, where what the table leaves open stays as it is in this group.
    #[must_use]
    fn read_over(self, table: Option<&Table>, also: &[&str], problems: &mut Vec<Problem>) -> Self {
        let mut group = self;
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
        let known: Vec<&str> =
            specs.iter().map(|spec| spec.name).chain(also.iter().copied()).collect();
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
