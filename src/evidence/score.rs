//! The score card: how many published numbers are met and how many signs are right, counted as was fixed beforehand.

use super::judgement::{Judged, Verdict};
use super::limits::Checked;
use serde::Serialize;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Met, right or passed.
    pub right: usize,
    /// Counted at all.
    pub of: usize,
}

impl Tally {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// The share that is right; `None` where nothing was counted.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }
}

/// What counts, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Exact limits.
    pub limits: Tally,
    /// Targets with a number that was read in a publication: all that is expected of them met,
    /// their signs as well.
    pub numbers: Tally,
    /// Of the same targets, those of which the estimates themselves lie in the bands, and not only
    /// some part of their intervals.
    pub inside: Tally,
    /// Targets with signs that were read in a publication: all of their signs right.
    pub signs: Tally,
    /// Targets whose number or sign is only recalled: reported, never counted above.
    pub recalled: Tally,
    /// Recovery checks, which prove the code and nothing else.
    pub recovery: Tally,
    /// Findings that the model cannot speak to.
    pub untestable: usize,
}

impl Score {
    /// Counts. Of findings that are not independent the second is not counted; what is undecided
    /// is counted, and is not right.
    #[must_use]
    pub fn of(findings: &[Judged], limits: &[Checked]) -> Self {
        let mut score = Self::default();
        for limit in limits {
            score.limits.count(limit.verdict == Verdict::Passes);
        }
        for judged in findings {
            score.count(judged);
        }
        score
    }

    fn count(&mut self, judged: &Judged) {
        let (finding, right) = (judged.finding, judged.verdict == Verdict::Passes);
        if judged.verdict == Verdict::Untestable {
            self.untestable += 1;
        } else if !finding.is_target() {
            self.recovery.count(right);
        } else if !finding.is_read() {
            self.recalled.count(right);
        } else if finding.with.is_none() {
            if finding.has_number() {
                // A number beside a sign that is not seen is met by nothing happening.
                self.numbers.count(right);
                let inside = finding.parts.iter().zip(&judged.got).all(|(part, got)| {
                    got.is_some_and(|got| part.expected.is_met_by(got.mean))
                        || !part.expected.is_number()
                });
                self.inside.count(right && inside);
            }
            let of = finding.parts.iter().zip(&judged.parts);
            let mut signs = of.filter(|(part, _)| !part.expected.is_number()).peekable();
            if signs.peek().is_some() {
                self.signs.count(signs.all(|(_, verdict)| *verdict == Verdict::Passes));
            }
        }
    }
}
