//! Judging: what worlds say of a finding, number by number, against what was expected before they were lived.

use super::Depth;
use super::finding::{Expected, Finding, Part, Scale, Test};
use crate::draws::Draws;
use crate::elementary::{exp, ln};
use crate::experiment::statistics::{Estimate, estimate};
use rayon::prelude::*;
use serde::Serialize;

/// What can be said of a number or of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// As expected.
    Passes,
    /// The worlds do not suffice to tell.
    Undecided,
    /// Otherwise than expected.
    Fails,
    /// The model cannot speak to it.
    Untestable,
}

impl Verdict {
    /// The word for it in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Undecided => "undecided",
            Self::Fails => "fails",
            Self::Untestable => "untestable",
        }
    }
}

/// A finding, what the worlds say of each of its numbers, and the verdict.
#[derive(Debug)]
pub struct Judged {
    /// The finding.
    pub finding: &'static Finding,
    /// How many worlds were lived; 0 of what is untestable.
    pub worlds: usize,
    /// The estimate of each part, over the worlds that allow one; `None` where too few worlds allow one.
    pub got: Vec<Option<Estimate>>,
    /// The verdict on each part.
    pub parts: Vec<Verdict>,
    /// The verdict on the whole: the worst of its parts.
    pub verdict: Verdict,
}

impl Expected {
    /// What an estimate says of what was expected.
    #[must_use]
    pub fn judge(self, got: Option<Estimate>) -> Verdict {
        let interval = got.and_then(|got| Some((got.low?, got.high?)));
        let Some((low, high)) = interval else { return Verdict::Undecided };
        // What is the same in all worlds is put in, and not found.
        if self.is_number() && low >= high {
            return Verdict::Undecided;
        }
        let (passes, fails) = match self {
            Self::Band(least, most) => {
                let meets = low <= most && high >= least;
                (meets && high - low <= most - least, !meets)
            }
            Self::Above(least) => (low > least, high < least),
            Self::Below(most) => (high < most, low > most),
            Self::Within(least, most) => (low >= least && high <= most, high < least || low > most),
        };
        match (passes, fails) {
            (true, _) => Verdict::Passes,
            (_, true) => Verdict::Fails,
            _ => Verdict::Undecided,
        }
    }
}

impl Finding {
    /// Lives the worlds of the experiment and judges what they say. `done` is called after each.
    #[must_use]
    pub fn judge(&'static self, seed: u64, depth: Depth, done: &(dyn Fn() + Sync)) -> Judged {
        let Test::Trial { worlds, of } = self.test else {
            let untold = vec![None; self.parts.len()];
            let parts = vec![Verdict::Untestable; self.parts.len()];
            let verdict = Verdict::Untestable;
            return Judged { finding: self, worlds: 0, got: untold, parts, verdict };
        };
        // Findings that share an experiment live the same worlds, and different ones do no harm.
        let luck = Draws::from_seed(seed);
        let worlds: Vec<Vec<Option<f64>>> = (0..depth.worlds(worlds))
            .into_par_iter()
            .map(|world| {
                let found = of(luck.in_replication(world));
                done();
                found
            })
            .collect();
        let got: Vec<Option<Estimate>> =
            self.parts.iter().enumerate().map(|(at, part)| part.over(&worlds, at)).collect();
        let judged = self.parts.iter().zip(&got).map(|(part, got)| part.judge(*got));
        let parts: Vec<Verdict> = judged.collect();
        let verdict = parts.iter().copied().max().unwrap_or(Verdict::Undecided);
        Judged { finding: self, worlds: worlds.len(), got, parts, verdict }
    }
}

impl Part {
    /// What an estimate says of this part. Where a band leaves no effect out, an interval that
    /// does not says nothing: noise alone would meet the band.
    fn judge(&self, got: Option<Estimate>) -> Verdict {
        let verdict = self.expected.judge(got);
        let none = if self.scale == Scale::Ratio { 1.0 } else { 0.0 };
        let holds = |low: f64, high: f64| low <= none && none <= high;
        let interval = got.and_then(|got| Some((got.low?, got.high?)));
        match (self.expected, interval) {
            (Expected::Band(least, most), Some((low, high)))
                if verdict == Verdict::Passes && holds(low, high) && !holds(least, most) =>
            {
                Verdict::Undecided
            }
            _ => verdict,
        }
    }

    /// The mean of this part over worlds, with its interval; `None` where less than half of the
    /// worlds allow an estimate.
    fn over(&self, worlds: &[Vec<Option<f64>>], at: usize) -> Option<Estimate> {
        let values: Vec<f64> =
            worlds.iter().filter_map(|world| world.get(at).copied().flatten()).collect();
        if values.len() * 2 < worlds.len() {
            return None;
        }
        match self.scale {
            Scale::Plain => estimate(&values),
            Scale::Ratio => {
                let logarithms: Vec<f64> = values.iter().map(|&value| ln(value)).collect();
                let Estimate { mean, low, high, n } = estimate(&logarithms)?;
                Some(Estimate { mean: exp(mean), low: low.map(exp), high: high.map(exp), n })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "what is judged may be missing")]
    fn interval(low: f64, high: f64) -> Option<Estimate> {
        let mean = f64::midpoint(low, high);
        Some(Estimate { mean, low: Some(low), high: Some(high), n: 8 })
    }

    #[test]
    fn a_band_is_met_by_an_interval_that_is_no_wider_than_itself() {
        let band = Expected::Band(1.4, 2.3);
        assert_eq!(band.judge(interval(1.3, 1.5)), Verdict::Passes);
        assert_eq!(band.judge(interval(1.1, 1.39)), Verdict::Fails);
        assert_eq!(band.judge(interval(2.4, 9.0)), Verdict::Fails);
        assert_eq!(band.judge(interval(0.5, 5.0)), Verdict::Undecided, "it says nothing");
        assert_eq!(band.judge(None), Verdict::Undecided);
    }

    #[test]
    fn where_a_band_leaves_no_effect_out_so_must_the_interval() {
        let share = Part::number("a share, %", Expected::Band(5.0, 25.0));
        assert_eq!(share.judge(interval(0.5, 7.0)), Verdict::Passes);
        assert_eq!(share.judge(interval(-4.0, 7.0)), Verdict::Undecided, "met by noise");
        assert_eq!(share.judge(interval(-4.0, 4.0)), Verdict::Fails);
        let ratio = Part::ratio("a ratio", Expected::Band(0.7, 0.95));
        assert_eq!(ratio.judge(interval(0.9, 1.05)), Verdict::Undecided);
        assert_eq!(ratio.judge(interval(0.9, 0.99)), Verdict::Passes);
        let around = Part::number("a change, %", Expected::Band(0.0, 30.0));
        assert_eq!(around.judge(interval(-0.8, 0.5)), Verdict::Passes, "none is in the band");
    }

    #[test]
    fn a_sign_needs_the_whole_interval_on_its_side() {
        assert_eq!(Expected::Above(0.0).judge(interval(0.1, 0.2)), Verdict::Passes);
        assert_eq!(Expected::Above(0.0).judge(interval(-0.1, 0.2)), Verdict::Undecided);
        assert_eq!(Expected::Above(0.0).judge(interval(-0.2, -0.1)), Verdict::Fails);
        assert_eq!(Expected::Below(1.0).judge(interval(0.1, 0.2)), Verdict::Passes);
        assert_eq!(Expected::Below(1.0).judge(interval(1.1, 1.2)), Verdict::Fails);
    }

    #[test]
    fn no_effect_is_shown_only_by_an_interval_within_the_bounds() {
        let none = Expected::Within(-0.02, 0.02);
        assert_eq!(none.judge(interval(-0.01, 0.015)), Verdict::Passes);
        assert_eq!(none.judge(interval(-0.05, 0.05)), Verdict::Undecided, "not found is not none");
        assert_eq!(none.judge(interval(0.03, 0.05)), Verdict::Fails);
        assert_eq!(none.judge(interval(0.0, 0.0)), Verdict::Undecided, "nothing could happen");
    }

    #[test]
    fn ratios_are_averaged_by_their_logarithms() {
        let part = Part::ratio("a ratio", Expected::Above(1.0));
        let worlds = [vec![Some(2.0)], vec![Some(0.5)], vec![None]];
        let got = part.over(&worlds, 0).unwrap();
        assert!((got.mean - 1.0).abs() < 1e-12 && got.n == 2, "{got:?}");
        assert_eq!(part.over(&[vec![Some(2.0)], vec![None], vec![None]], 0), None);
    }
}
