//! The evidence in words: rows of a finding, what was expected, what was got, and the score.

use crate::evidence::Depth;
use crate::evidence::finding::{Expected, Part, Test};
use crate::evidence::judgement::{Judged, Verdict};
use crate::evidence::limits::{Checked, Precision};
use crate::evidence::score::Tally;
use crate::evidence::targets;
use crate::evidence::validation::Validation;
use crate::experiment::statistics::Estimate;
use crate::parameters::tidy;

/// Findings of one kind.
#[derive(Debug)]
pub struct Section {
    /// What they are.
    pub title: String,
    /// What is to be known of all of them.
    pub note: &'static str,
    /// One row for each number.
    pub rows: Vec<Row>,
}

/// The title of the exact limits.
pub const LIMITS: &str = "Exact limits";

/// The names of what is told in short of each number.
pub const HEAD: [&str; 6] = ["Id", "What", "Expected", "Got", "Verdict", "Source"];

/// One number of a finding or a limit.
#[derive(Debug)]
pub struct Row {
    /// What [`HEAD`] names.
    pub short: Vec<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// Of a published finding, what is expected and what was got; nothing of an exact limit.
    pub number: Option<(&'static Part, Option<Estimate>)>,
    /// What is told once of the whole finding, at its first number: statement, design, reason.
    pub about: Option<[String; 3]>,
}

/// The sections of a validation, those without any row left out.
#[must_use]
pub fn sections(validation: &Validation) -> Vec<Section> {
    let of = |wanted: &dyn Fn(&Judged) -> bool| -> Vec<Row> {
        validation.findings.iter().filter(|judged| wanted(judged)).flat_map(rows).collect()
    };
    let testable = |judged: &Judged| judged.verdict != Verdict::Untestable;
    let target = |judged: &Judged| testable(judged) && judged.finding.is_target();
    let recovery = |judged: &Judged| testable(judged) && !judged.finding.is_target();
    let untestable = |judged: &Judged| !testable(judged);
    let all = [
        (
            LIMITS,
            "The answer is known exactly; a number that is drawn may lie four standard errors from it.",
            validation.limits.iter().flat_map(limit_rows).collect(),
        ),
        (
            "Targets: published findings that no parameter reads",
            "No parameter is fitted to them. A number passes where its 95 % interval meets the band and is no wider than it; a sign where the whole interval lies on its side.",
            of(&target),
        ),
        (
            "Recovery checks: published findings that a rule or a parameter does read",
            "They show that the code returns what was put in. They count for nothing.",
            of(&recovery),
        ),
        (
            "Untestable here",
            "The model cannot speak to these. They count as neither passed nor failed.",
            of(&untestable),
        ),
    ];
    all.into_iter()
        .filter(|(_, _, rows)| !rows.is_empty())
        .map(|(title, note, rows)| Section { title: title.to_owned(), note, rows })
        .collect()
}

fn rows(judged: &Judged) -> Vec<Row> {
    let finding = judged.finding;
    let about = [finding.statement, finding.design, reason(judged)].map(str::to_owned);
    let numbers = finding.parts.iter().zip(judged.got.iter().zip(&judged.parts));
    let row = |(at, (part, (got, verdict)))| {
        let part: &'static Part = part;
        let (got, verdict): (&Option<Estimate>, &Verdict) = (got, verdict);
        Row {
            short: [
                finding.id,
                part.what,
                &expected(part.expected),
                &told(*got, judged.worlds),
                verdict.word(),
                finding.source,
            ]
            .map(str::to_owned)
            .to_vec(),
            verdict: *verdict,
            number: Some((part, *got)),
            about: (at == 0).then(|| about.clone()),
        }
    };
    if finding.parts.is_empty() {
        let words =
            [finding.id, finding.statement, finding.published, "", "untestable", finding.source];
        let (short, about) = (words.map(str::to_owned).to_vec(), Some(about));
        return vec![Row { short, verdict: judged.verdict, number: None, about }];
    }
    numbers.enumerate().map(row).collect()
}

fn limit_rows(checked: &Checked) -> Vec<Row> {
    let limit = checked.limit;
    let row = |(at, c): (usize, &crate::evidence::limits::Comparison)| {
        let got = match c.precision {
            Precision::Drawn(_) => format!("{} ± {}", precise(c.found), tidy_to(c.tolerance(), 2)),
            Precision::Counted | Precision::Single => precise(c.found),
        };
        let verdict = c.verdict();
        let words = [limit.id, &c.what, &precise(c.exact), &got, verdict.word(), limit.source];
        let about = [limit.statement.to_owned(), String::new(), String::new()];
        let short = words.map(str::to_owned).to_vec();
        Row { short, verdict, number: None, about: (at == 0).then_some(about) }
    };
    checked.comparisons.iter().enumerate().map(row).collect()
}

/// Why a finding fails or cannot be tested, where that is known.
#[must_use]
pub fn reason(judged: &Judged) -> &'static str {
    match (judged.finding.test, judged.verdict) {
        (Test::Untestable(reason), _) => reason,
        (_, Verdict::Fails | Verdict::Undecided) => judged.finding.miss,
        _ => "",
    }
}

/// What was expected.
#[must_use]
pub fn expected(expected: Expected) -> String {
    match expected {
        Expected::Band(least, most) => format!("{} to {}", tidy(least), tidy(most)),
        Expected::Above(least) => format!("above {}", tidy(least)),
        Expected::Below(most) => format!("below {}", tidy(most)),
        Expected::Within(least, most) => format!("within {} and {}", tidy(least), tidy(most)),
    }
}

/// What was got, with its interval.
#[must_use]
pub fn estimate(got: Option<Estimate>) -> String {
    let Some(got) = got else { return "–".to_owned() };
    let mean = tidy_to(got.mean, 3);
    match (got.low, got.high) {
        (Some(low), Some(high)) => format!("{mean} [{}, {}]", tidy_to(low, 3), tidy_to(high, 3)),
        _ => mean,
    }
}

/// What was got, and in how many of the worlds it could be told, where not in all.
fn told(got: Option<Estimate>, worlds: usize) -> String {
    let number = estimate(got);
    match got {
        Some(got) if got.n < worlds => format!("{number} in {} of {worlds} worlds", got.n),
        _ => number,
    }
}

/// A number to so many significant digits.
pub(in crate::report) fn tidy_to(value: f64, digits: i32) -> String {
    if value == 0.0 || !value.is_finite() {
        return tidy(value);
    }
    let unit = crate::elementary::power(
        10.0,
        libm::floor(libm::log10(value.abs())) - f64::from(digits) + 1.0,
    );
    tidy((value / unit).round() * unit)
}

/// A number to as many digits as an exact limit is told.
fn precise(value: f64) -> String {
    tidy_to(value, 6)
}

/// The score in sentences.
#[must_use]
pub fn score(validation: &Validation) -> Vec<String> {
    let score = &validation.score;
    let of = |tally: Tally| format!("{} of {}", tally.right, tally.of);
    let share = |tally: Tally| {
        tally.share().map_or_else(String::new, |share| format!(" ({:.0}\u{a0}%)", share * 100.0))
    };
    let mut sentences = vec![
        format!("Exact limits that hold: {}.", of(score.limits)),
        format!(
            "Findings whose published numbers are met: {}{} (of {} the estimate itself lies in the band); findings whose published signs are right: {}{}. No parameter was fitted to them; mechanisms were changed in view of {}, which are held out no more.",
            of(score.numbers),
            share(score.numbers),
            score.inside.right,
            of(score.signs),
            share(score.signs),
            targets::SEEN.join(", ")
        ),
        format!(
            "Findings whose number is only recalled, not counted: {}. Recovery checks, not counted: {}. Untestable here: {}.",
            of(score.recalled),
            of(score.recovery),
            score.untestable
        ),
    ];
    if validation.depth == Depth::Quick {
        sentences.push("This was a quick pass: it shows that every experiment runs, and its verdicts are not to be quoted.".to_owned());
    }
    sentences
}
