//! Validation: all exact limits and all findings, checked in one go.

use super::Depth;
use super::finding::{Finding, Test};
use super::judgement::Judged;
use super::limits::{self, Checked, Limit};
use super::score::Score;
use super::targets;
use rayon::prelude::*;

/// What is to be validated.
#[derive(Debug)]
pub struct Plan {
    /// The seed of all luck.
    pub seed: u64,
    /// How much is spent on it.
    pub depth: Depth,
    /// The limits.
    pub limits: Vec<&'static Limit>,
    /// The findings.
    pub findings: Vec<&'static Finding>,
}

/// What was found.
#[derive(Debug)]
pub struct Validation {
    /// The seed of all luck.
    pub seed: u64,
    /// How much was spent on it.
    pub depth: Depth,
    /// The limits.
    pub limits: Vec<Checked>,
    /// The findings.
    pub findings: Vec<Judged>,
    /// What counts, counted.
    pub score: Score,
}

impl Plan {
    /// Everything, or what has one of these ids. A part of an id names all that begin with it:
    /// `B` all findings, `C5` all cascades.
    #[must_use]
    pub fn new(seed: u64, depth: Depth, only: &[String]) -> Self {
        let wanted = |id: &str| only.is_empty() || only.iter().any(|only| names(only, id));
        Self {
            seed,
            depth,
            limits: limits::all().filter(|limit| wanted(limit.id)).collect(),
            findings: targets::all().filter(|finding| wanted(finding.id)).collect(),
        }
    }

    /// How many steps the validation has: one for each limit and each world.
    #[must_use]
    pub fn steps(&self) -> usize {
        let worlds = self.findings.iter().map(|finding| match finding.test {
            Test::Trial { worlds, .. } => self.depth.worlds(worlds) as usize,
            Test::Untestable(_) => 0,
        });
        self.limits.len() + worlds.sum::<usize>()
    }

    /// Validates. `done` is called after each step.
    #[must_use]
    pub fn carry_out(&self, done: &(dyn Fn() + Sync)) -> Validation {
        let limits: Vec<Checked> = self
            .limits
            .par_iter()
            .map(|limit| {
                let checked = limit.check(self.seed);
                done();
                checked
            })
            .collect();
        let findings: Vec<Judged> = self
            .findings
            .iter()
            .map(|finding| finding.judge(self.seed, self.depth, done))
            .collect();
        let score = Score::of(&findings, &limits);
        Validation { seed: self.seed, depth: self.depth, limits, findings, score }
    }
}

/// Whether what a person typed names an id: the id itself, or its beginning where the rest is no
/// further digit (`B1` is not `B14`, and `B14` names `B14b`).
#[must_use]
pub fn names(typed: &str, id: &str) -> bool {
    let (typed, id) = (typed.to_uppercase(), id.to_uppercase());
    let is_digit = |c: char| c.is_ascii_digit();
    let cuts_a_number = |rest: &str| typed.ends_with(is_digit) && rest.starts_with(is_digit);
    !typed.is_empty() && id.strip_prefix(&typed).is_some_and(|rest| !cuts_a_number(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_named_by_itself_or_by_its_family() {
        assert!(
            names("B1", "B1") && names("b14", "B14b") && names("C5", "C5-star") && names("B", "B6")
        );
        assert!(!names("B1", "B14") && !names("B6", "B5") && !names("", "B1"));
    }
}
