//! The claims in words: rows for the terminal, sentences for the page.

use crate::evidence::claims::deciding::Deciding;
use crate::evidence::claims::judging::Grounds;
use crate::evidence::claims::{Answer, Examination, Hypothesis, Judged, Test};
use crate::evidence::{Depth, Expected, Verdict};
use crate::experiment::statistics::Estimate;
use crate::report::words::{count, distance, estimated_difference};

/// The names of the columns of [`row`].
pub const HEAD: [&str; 5] =
    ["Claim", "Verdict", "At the defaults", "Holds in", "What decides most"];

/// Whether verdicts of this depth may be quoted.
#[must_use]
pub fn is_quotable(depth: Depth) -> bool {
    depth != Depth::Quick
}

/// A claim in one line.
#[must_use]
pub fn row(judged: &Judged) -> Vec<String> {
    let first = [judged.claim.id, judged.answer.word()].map(str::to_owned);
    let rest = match (&judged.claim.test, &judged.ground) {
        (Test::By(hypothesis), Some(ground)) => [
            format!("{} {}", name(hypothesis), closest(hypothesis, ground)),
            holds(ground),
            deciding(ground),
        ],
        (Test::Untestable(reason), _) => [(*reason).to_owned(), String::new(), String::new()],
        (Test::By(_), None) => [const { String::new() }; 3],
    };
    first.into_iter().chain(rest).collect()
}

/// The measure, as it is compared.
#[must_use]
pub fn name(hypothesis: &Hypothesis) -> String {
    hypothesis.measure().title.to_lowercase()
}

/// Of the compared numbers at the defaults the one that is furthest from where it is expected.
#[must_use]
pub fn closest(hypothesis: &Hypothesis, ground: &Grounds) -> String {
    number_with_interval(hypothesis, ground.furthest(hypothesis.expected))
}

/// A compared number with its interval.
#[must_use]
pub fn number_with_interval(hypothesis: &Hypothesis, estimate: Option<Estimate>) -> String {
    estimated_difference(hypothesis.measure().unit, estimate)
}

/// What is expected of each compared number.
#[must_use]
pub fn expected(hypothesis: &Hypothesis) -> String {
    let show = |value| distance(hypothesis.measure().unit, value);
    match hypothesis.expected {
        Expected::Above(edge) => format!("above {}", show(edge)),
        Expected::Below(edge) => format!("below {}", show(edge)),
        Expected::Band(low, high) | Expected::Within(low, high) => {
            format!("{} to {}", show(low), show(high))
        }
    }
}

/// In how many worlds a claim holds.
#[must_use]
pub fn holds(ground: &Grounds) -> String {
    format!("{} of {}", ground.holds.count, ground.holds.of)
}

/// The parameters that decide most, for the terminal.
#[must_use]
pub fn deciding(ground: &Grounds) -> String {
    let each = |one: &Deciding| format!("{} {}", one.parameter, correlation(one));
    ground.deciding.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// How far a parameter decides; a question mark where luck could do as much.
#[must_use]
pub fn correlation(one: &Deciding) -> String {
    format!("{}{}", signed(one.correlation), if one.told { "" } else { "?" })
}

/// A correlation with its sign.
#[must_use]
pub fn signed(correlation: f64) -> String {
    format!("{correlation:+.2}").replace('-', "−")
}

/// The answer in a sentence or two.
#[must_use]
pub fn answer(judged: &Judged) -> String {
    let (hypothesis, ground) = match (&judged.claim.test, &judged.ground) {
        (Test::By(hypothesis), Some(ground)) => (hypothesis, ground),
        (Test::Untestable(reason), _) => return format!("Untestable here. {reason}"),
        (Test::By(_), None) => return String::new(),
    };
    let at_defaults = match ground.at_defaults() {
        Verdict::Passes => "at the defaults it holds",
        Verdict::Fails => "at the defaults it does not hold",
        _ => "at the defaults it cannot be told",
    };
    let worlds = format!(
        "it holds in {} of {} worlds of the plausible space ({:.0}\u{a0}% to {:.0}\u{a0}%)",
        ground.holds.count,
        ground.holds.of,
        100.0 * ground.holds.low,
        100.0 * ground.holds.high
    );
    let word = match judged.answer {
        Answer::Supported => "Supported",
        Answer::Refuted => "Refuted",
        Answer::Depends => "It depends",
        Answer::Untestable => "Untestable here",
    };
    let by = refuted_by(judged.answer, hypothesis, ground);
    format!("{word}: {at_defaults}, and {worlds}.{by} {}", on_what(hypothesis, ground))
}

/// Of several numbers, the one that refutes the claim.
fn refuted_by(answer: Answer, hypothesis: &Hypothesis, ground: &Grounds) -> String {
    let refuting = ground.refuting().filter(|_| answer == Answer::Refuted && ground.each.len() > 1);
    let Some(at) = refuting else { return String::new() };
    let holds = ground.each[at].holds;
    let name = &hypothesis.compared.names()[at];
    format!(" What refutes it: {name} is as expected in {} of {}.", holds.count, holds.of)
}

/// On what it depends, as far as that can be told from luck.
fn on_what(hypothesis: &Hypothesis, ground: &Grounds) -> String {
    let is_below = matches!(hypothesis.expected, Expected::Below(_));
    let side = |one: &&Deciding| {
        let higher = (one.correlation > 0.0) != is_below;
        format!("the {} {}", if higher { "higher" } else { "lower" }, one.parameter)
    };
    let told: Vec<String> =
        ground.deciding.iter().filter(|one| one.told).map(|one| side(&one)).collect();
    let luck = ground.luck.map_or_else(String::new, |luck| {
        format!(
            " Of what differs between single lives of these worlds {:.0}\u{a0}% is luck.",
            100.0 * luck
        )
    });
    if told.is_empty() {
        return format!("No parameter decides it that could be told from luck.{luck}");
    }
    format!("It comes the closer to holding, {}.{luck}", told.join(", and "))
}

/// The answers counted, and what is to be known of all of them.
#[must_use]
pub fn summary(examination: &Examination) -> Vec<String> {
    let plan = &examination.plan;
    let of = |answer: Answer| examination.claims.iter().filter(|c| c.answer == answer).count();
    let all = [Answer::Supported, Answer::Refuted, Answer::Depends, Answer::Untestable];
    let counted: Vec<String> =
        all.iter().map(|answer| format!("{} {}", of(*answer), answer.word())).collect();
    let mut sentences = Vec::new();
    if !is_quotable(plan.depth) {
        sentences.push(
            "Quick: so few people and worlds show that everything runs. No verdict here is worth quoting."
                .to_owned(),
        );
    }
    sentences.extend([
        format!("{}: {}.", count(examination.claims.len(), "claim", "claims"), counted.join(", ")),
        format!(
            "The plausible space: {} of {}; seed {}.",
            count(plan.points.len(), "world", "worlds"),
            count(plan.people(), "person", "people"),
            plan.seed
        ),
    ]);
    let failures: usize =
        examination.claims.iter().filter_map(|c| c.ground.as_ref()).map(Grounds::failures).sum();
    if failures > 0 {
        let told = count(failures, "replication", "replications");
        sentences.push(format!("{told} failed, which is a fault of the program."));
    }
    sentences
}

/// The edge beyond which a compared number is where it is expected.
#[must_use]
pub const fn edge(hypothesis: &Hypothesis) -> f64 {
    match hypothesis.expected {
        Expected::Above(edge)
        | Expected::Below(edge)
        | Expected::Band(edge, _)
        | Expected::Within(edge, _) => edge,
    }
}

/// What is practically nothing, in the measure's unit.
#[must_use]
pub const fn margin(hypothesis: &Hypothesis) -> f64 {
    edge(hypothesis).abs()
}
