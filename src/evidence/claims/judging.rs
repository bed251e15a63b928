//! Judging a claim by what was lived for it, at the defaults and in the worlds of the plausible space.

use super::claim::{Claim, Hypothesis};
use super::deciding::{Deciding, deciding};
use super::living::{Lived, worst};
use crate::draws::Draws;
use crate::evidence::space::{self, Point};
use crate::evidence::{Expected, Verdict};
use crate::experiment::statistics::{Estimate, Proportion, proportion, rank_correlation};
use serde::Serialize;

/// The share of worlds in which a supported claim holds at least.
const MOST: f64 = 0.75;
/// The share of worlds in which a refuted claim holds at most.
const FEW: f64 = 0.25;
/// How many deciding parameters are told.
const TOLD: usize = 2;

/// What can be said of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It holds, at the defaults and nearly everywhere.
    Supported,
    /// It does not hold, at the defaults and nearly anywhere.
    Refuted,
    /// It holds here and not there.
    Depends,
    /// The model cannot speak to it.
    Untestable,
}

impl Answer {
    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Refuted => "refuted",
            Self::Depends => "depends",
            Self::Untestable => "untestable",
        }
    }

    /// The answer, from what each compared number says, and from the share of worlds in which all
    /// of them lie where they are expected.
    ///
    /// A claim is refuted by one number that fails at the defaults and is met in few worlds *by itself*:
    /// that all of four numbers are met at once is rare by luck alone, and refutes nothing.
    #[must_use]
    pub fn of(each: &[Comparison], all: Proportion) -> Self {
        let refuted = |one: &Comparison| {
            one.at_defaults == Verdict::Fails && one.holds.of > 0 && one.holds.share <= FEW
        };
        let passes = !each.is_empty() && each.iter().all(|one| one.at_defaults == Verdict::Passes);
        if passes && all.of > 0 && all.share >= MOST {
            Self::Supported
        } else if each.iter().any(refuted) {
            Self::Refuted
        } else {
            Self::Depends
        }
    }
}

/// A claim, what was lived for it, and what that says.
#[derive(Debug)]
pub struct Judged {
    /// The claim.
    pub claim: &'static Claim,
    /// The answer.
    pub answer: Answer,
    /// What it rests on; `None` of what is untestable.
    pub ground: Option<Grounds>,
}

/// What an answer rests on.
#[derive(Debug)]
pub struct Grounds {
    /// What was lived at the defaults.
    pub defaults: Lived,
    /// What each compared number says.
    pub each: Vec<Comparison>,
    /// What was lived in each world of the plausible space.
    pub worlds: Vec<Lived>,
    /// The score of each world; `None` where it has none.
    pub scores: Vec<Option<f64>>,
    /// In how many of the worlds that have a score it holds.
    pub holds: Proportion,
    /// The share of the variance of one life's score that is luck; `None` where it cannot be told.
    pub luck: Option<f64>,
    /// The parameters that decide most, the strongest first.
    pub deciding: Vec<Deciding>,
}

/// What one of the compared numbers says.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// The number at the defaults, with its interval; `None` where no replication gave it.
    pub estimate: Option<Estimate>,
    /// Whether it lies where it is expected at the defaults, told by its interval.
    pub at_defaults: Verdict,
    /// In how many of the worlds that have it it lies where it is expected.
    pub holds: Proportion,
}

impl Comparison {
    fn of(expected: Expected, estimate: Option<Estimate>, worlds: &[Lived], at: usize) -> Self {
        let means = worlds.iter().filter_map(|lived| lived.mean(at));
        let holds = Proportion::among(means.map(|mean| expected.is_met_by(mean)));
        Self { estimate, at_defaults: expected.judge(estimate), holds }
    }
}

impl Judged {
    /// The claim as it was declared, without any life.
    #[must_use]
    pub const fn untestable(claim: &'static Claim) -> Self {
        Self { claim, answer: Answer::Untestable, ground: None }
    }

    /// Judges a claim. The worlds are those of the points, in their order.
    #[must_use]
    pub fn of(
        claim: &'static Claim,
        hypothesis: &Hypothesis,
        (defaults, worlds): (Lived, Vec<Lived>),
        points: &[Point],
        luck: Draws,
    ) -> Self {
        let expected = hypothesis.expected;
        let estimates = defaults.estimates().into_iter().enumerate();
        let each = estimates.map(|(at, estimate)| Comparison::of(expected, estimate, &worlds, at));
        let each: Vec<Comparison> = each.collect();
        let scores: Vec<Option<f64>> = worlds.iter().map(|lived| lived.score(expected)).collect();
        let told: Vec<(&Point, f64)> = points
            .iter()
            .zip(&scores)
            .filter_map(|(point, score)| Some((point, (*score)?)))
            .collect();
        let met = told.iter().filter(|(_, score)| expected.is_met_by(*score)).count();
        let holds = proportion(met, told.len());
        let deciding = deciding(&told, &open(claim, hypothesis), TOLD, luck);
        let luck = share_of_luck(hypothesis, &worlds);
        let answer = Answer::of(&each, holds);
        let ground = Grounds { defaults, each, worlds, scores, holds, luck, deciding };
        Self { claim, answer, ground: Some(ground) }
    }
}

impl Grounds {
    /// Whether the claim holds at the defaults: what the worst of its numbers says.
    #[must_use]
    pub fn at_defaults(&self) -> Verdict {
        self.each.iter().map(|one| one.at_defaults).max().unwrap_or(Verdict::Undecided)
    }

    /// The place of the number that refutes the claim, if one does; of several, that which is met in the fewest worlds.
    #[must_use]
    pub fn refuting(&self) -> Option<usize> {
        let fails = |at: &usize| self.each[*at].at_defaults == Verdict::Fails;
        let share = |at: &usize| self.each[*at].holds.share;
        (0..self.each.len()).filter(fails).min_by(|a, b| share(a).total_cmp(&share(b)))
    }

    /// Of the compared numbers at the defaults the one that is furthest from where it is expected.
    #[must_use]
    pub fn furthest(&self, expected: Expected) -> Option<Estimate> {
        let estimates: Option<Vec<Estimate>> = self.each.iter().map(|one| one.estimate).collect();
        let estimates = estimates?;
        let means: Vec<f64> = estimates.iter().map(|estimate| estimate.mean).collect();
        let furthest = worst(expected, &means)?;
        estimates.into_iter().find(|estimate| estimate.mean.total_cmp(&furthest).is_eq())
    }

    /// How many replications failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        let all = self.worlds.iter().chain([&self.defaults]);
        all.map(|lived| lived.failures.len()).sum()
    }
}

/// The dimensions that the claim's scenario leaves open, as far as the compared strategies have them.
fn open(claim: &Claim, hypothesis: &Hypothesis) -> Vec<(usize, String)> {
    let (file, text) = claim.scenario();
    let needed = hypothesis.compared.strategies();
    let lives = |table: &str| {
        let own = table.strip_prefix("strategies.").and_then(|rest| rest.split('.').next());
        own.is_none_or(|strategy| needed.contains(&strategy))
    };
    let mut open: Vec<(usize, String)> = space::left_open((&file, text))
        .into_iter()
        .filter(|open| lives(&open.assumption.table))
        .map(|open| (open.dimension, open.assumption.spec.path()))
        .collect();
    open.sort();
    open.dedup();
    open
}

/// The share of the variance of one life's score that another life of the same world does not
/// have in common, over the worlds that are lived twice: one less their rank correlation.
///
/// Where a score looks at the other lives of its world, two lives have luck in common as well,
/// and it cannot be told.
fn share_of_luck(hypothesis: &Hypothesis, worlds: &[Lived]) -> Option<f64> {
    if hypothesis.compared.needs_others() {
        return None;
    }
    let life = |lived: &Lived, life: u32| lived.score_in(hypothesis.expected, life);
    let twice = worlds.iter().filter_map(|lived| life(lived, 0).zip(life(lived, 1)));
    let (one, other): (Vec<f64>, Vec<f64>) = twice.unzip();
    Some(1.0 - rank_correlation(&one, &other)?.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_supported_or_refuted_only_where_defaults_and_worlds_agree() {
        let worlds = |count| proportion(count, 64);
        let one = |at_defaults, count| {
            let (estimate, holds) = (None, worlds(count));
            Answer::of(&[Comparison { estimate, at_defaults, holds }], holds)
        };
        assert_eq!(one(Verdict::Passes, 48), Answer::Supported);
        assert_eq!(one(Verdict::Passes, 47), Answer::Depends);
        assert_eq!(one(Verdict::Fails, 16), Answer::Refuted);
        assert_eq!(one(Verdict::Fails, 17), Answer::Depends);
        assert_eq!(one(Verdict::Fails, 64), Answer::Depends);
        for count in [0, 32, 64] {
            assert_eq!(one(Verdict::Undecided, count), Answer::Depends);
        }
        assert_eq!(Answer::of(&[], worlds(64)), Answer::Depends);
        let nowhere =
            Comparison { estimate: None, at_defaults: Verdict::Fails, holds: proportion(0, 0) };
        assert_eq!(Answer::of(&[nowhere], proportion(0, 0)), Answer::Depends);
    }

    #[test]
    fn several_numbers_refute_a_claim_only_by_one_of_them() {
        let number = |at_defaults, count| Comparison {
            estimate: None,
            at_defaults,
            holds: proportion(count, 64),
        };
        // Each is met in half of the worlds, and so all four in a sixteenth: that is luck.
        let fails = number(Verdict::Fails, 32);
        assert_eq!(Answer::of(&[fails; 4], proportion(4, 64)), Answer::Depends);
        let passes = number(Verdict::Passes, 60);
        let rare = number(Verdict::Fails, 10);
        assert_eq!(Answer::of(&[passes, rare], proportion(9, 64)), Answer::Refuted);
        // One that cannot be told keeps the claim from being supported, and refutes nothing.
        let open = number(Verdict::Undecided, 3);
        assert_eq!(Answer::of(&[passes, open], proportion(3, 64)), Answer::Depends);
    }

    fn lived(numbers: &[&[f64]]) -> Lived {
        let numbers: Vec<Vec<f64>> = numbers.iter().map(|numbers| numbers.to_vec()).collect();
        let replications = (0..numbers[0].len() as u32).collect();
        Lived { replications, numbers, failures: Vec::new() }
    }

    #[test]
    fn the_score_is_the_mean_that_is_furthest_from_where_it_is_expected() {
        let two = lived(&[&[1.0, 3.0], &[4.0, 0.0]]);
        assert_eq!(two.score(Expected::Above(0.5)), Some(2.0));
        // In each replication the least is 1 and 0: luck alone would halve the score.
        assert_eq!(two.score_in(Expected::Above(0.5), 1), Some(0.0));
        let apart = lived(&[&[1.0, 3.0], &[9.0, 9.0]]);
        assert_eq!(apart.score(Expected::Below(0.5)), Some(9.0));
        assert_eq!(lived(&[&[]]).score(Expected::Above(0.0)), None);
    }

    #[test]
    fn luck_is_what_two_lives_of_a_world_do_not_share() {
        let claim = super::super::all().find(|claim| claim.id == "A1").unwrap();
        let hypothesis = claim.hypothesis().unwrap();
        let share = |second: [f64; 4]| {
            let pairs = [1.0, 2.0, 3.0, 4.0].into_iter().zip(second);
            let mut worlds: Vec<Lived> = pairs.map(|(a, b)| lived(&[&[a, b]])).collect();
            // A world that is lived once says nothing of luck.
            worlds.push(lived(&[&[9.0]]));
            share_of_luck(hypothesis, &worlds)
        };
        assert!(share([10.0, 20.0, 30.0, 40.0]).unwrap().abs() < 1e-12);
        assert!((share([2.0, 1.0, 4.0, 3.0]).unwrap() - 0.4).abs() < 1e-12);
        assert_eq!(share([4.0, 3.0, 2.0, 1.0]), Some(1.0));
        assert_eq!(share([1.0; 4]), None);
    }
}
