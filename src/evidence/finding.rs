//! A published finding: what was found, with which number, by whom, and the experiment that repeats it in the simulator.

use crate::draws::Draws;
use crate::parameters::{Grade, Role};
use serde::Serialize;

/// A published finding, declared once.
///
/// Bands and signs were fixed before the experiment was first run (they are those of the
/// catalogue of evidence), and no parameter is fitted to a finding of role *target*.
#[derive(Debug)]
pub struct Finding {
    /// The id of the catalogue, such as `B6`.
    pub id: &'static str,
    /// What was found, in one sentence.
    pub statement: &'static str,
    /// The number or the sign as it was published.
    pub published: &'static str,
    /// How the paper found it, and how the experiment repeats design and estimator.
    pub design: &'static str,
    /// Authors, year and journal.
    pub source: &'static str,
    /// How well the published number is founded.
    pub grade: Grade,
    /// Target, or recovery check.
    pub role: Role,
    /// Why a parameter that cites the same publication does not put this finding in, or, of a
    /// recovery check, what it is that puts it in; empty where no parameter cites it.
    pub shares: &'static str,
    /// The finding with which this one counts as one, where the two are not independent.
    pub with: Option<&'static str>,
    /// What is expected, number by number.
    pub parts: &'static [Part],
    /// The experiment.
    pub test: Test,
    /// Why the model misses it, where it does and the reason is known; empty otherwise.
    pub miss: &'static str,
}

/// One number of a finding.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// What the number is, and in which unit.
    pub what: &'static str,
    /// What is expected of it.
    pub expected: Expected,
    /// How it is averaged over worlds.
    pub scale: Scale,
}

/// What is expected of a number and its 95 % interval over worlds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Expected {
    /// The interval meets this band, and is no wider than the band: a wider one says nothing.
    Band(f64, f64),
    /// The whole interval lies above this.
    Above(f64),
    /// The whole interval lies below this.
    Below(f64),
    /// The whole interval lies within these bounds: practically no effect.
    Within(f64, f64),
}

/// How a number is averaged over worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it is.
    Plain,
    /// By its logarithm, as ratios are: the mean is geometric.
    Ratio,
}

/// The experiment of a finding.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// Lives one world, by this luck, and returns what the paper's estimator says in it, part by
    /// part; `None` where the world does not allow an estimate.
    Trial {
        /// How many worlds the usual answer rests on.
        worlds: u32,
        /// The experiment in one world.
        of: fn(Draws) -> Vec<Option<f64>>,
    },
    /// The model cannot speak to it, for this reason.
    Untestable(&'static str),
}

impl Part {
    /// A plain number.
    #[must_use]
    pub const fn number(what: &'static str, expected: Expected) -> Self {
        Self { what, expected, scale: Scale::Plain }
    }

    /// A ratio of hazards, odds or amounts.
    #[must_use]
    pub const fn ratio(what: &'static str, expected: Expected) -> Self {
        Self { what, expected, scale: Scale::Ratio }
    }
}

impl Finding {
    /// Whether the finding has a published number of which the model must meet the band.
    #[must_use]
    pub fn has_number(&self) -> bool {
        self.parts.iter().any(|part| part.expected.is_number())
    }

    /// Whether the published number or sign was read, and not only recalled.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        matches!(self.grade, Grade::V1 | Grade::V2)
    }

    /// Whether it weighs as evidence: a target, not a recovery check.
    #[must_use]
    pub fn is_target(&self) -> bool {
        self.role == Role::Target
    }
}

impl Expected {
    /// Whether a number is what was expected, its uncertainty left aside.
    #[must_use]
    pub fn is_met_by(self, value: f64) -> bool {
        match self {
            Self::Band(least, most) | Self::Within(least, most) => (least..=most).contains(&value),
            Self::Above(least) => value > least,
            Self::Below(most) => value < most,
        }
    }

    /// Whether it is a band and not only a sign.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Band(..) | Self::Within(..))
    }
}
