//! The claims as tidy tables: what was answered, what was compared, what each world said, and where the worlds lie.

use super::super::tables::{Fault, cell, text};
use crate::evidence::Expected;
use crate::evidence::claims::deciding::Deciding;
use crate::evidence::claims::judging::Grounds;
use crate::evidence::claims::living::Lived;
use crate::evidence::claims::{Examination, Hypothesis, Judged, Test};
use crate::evidence::space::{dimensions, value_at};
use csv::Writer;

/// The claims that were tested, each with its hypothesis and the grounds of its answer.
fn tested(
    examination: &Examination,
) -> impl Iterator<Item = (&Judged, &'static Hypothesis, &Grounds)> {
    examination
        .claims
        .iter()
        .filter_map(|judged| Some((judged, judged.claim.hypothesis()?, judged.ground.as_ref()?)))
}

/// One row for each claim.
pub(super) fn claims(examination: &Examination) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "claim",
        "verdict",
        "measure",
        "direction",
        "margin",
        "weeks",
        "at_defaults",
        "holds",
        "worlds",
        "share",
        "share_low",
        "share_high",
        "luck",
        "first",
        "first_correlation",
        "first_told",
        "second",
        "second_correlation",
        "second_told",
        "statement",
        "besides",
        "put_in",
        "reason",
    ])?;
    for judged in &examination.claims {
        let claim = judged.claim;
        let mut row: Vec<String> = [claim.id, judged.answer.word()].map(str::to_owned).to_vec();
        match (&claim.test, &judged.ground) {
            (Test::By(hypothesis), Some(ground)) => {
                row.extend(hypothesis_cells(hypothesis));
                row.extend(ground_cells(ground));
                row.extend(
                    [claim.statement, claim.besides, hypothesis.put_in, ""].map(str::to_owned),
                );
            }
            (test, _) => {
                let reason = if let Test::Untestable(reason) = test { reason } else { "" };
                row.resize(19, String::new());
                row.extend([claim.statement, claim.besides, "", reason].map(str::to_owned));
            }
        }
        rows.write_record(row)?;
    }
    text(rows)
}

fn hypothesis_cells(hypothesis: &Hypothesis) -> [String; 4] {
    let (direction, margin) = match hypothesis.expected {
        Expected::Above(margin) => ("above", Some(margin)),
        Expected::Below(margin) => ("below", Some(margin)),
        Expected::Band(..) | Expected::Within(..) => ("", None),
    };
    let weeks = hypothesis.weeks.to_string();
    [hypothesis.measure.to_owned(), direction.to_owned(), cell(margin), weeks]
}

fn ground_cells(ground: &Grounds) -> Vec<String> {
    let holds = ground.holds;
    let mut cells = vec![
        ground.at_defaults().word().to_owned(),
        holds.count.to_string(),
        holds.of.to_string(),
        cell(Some(holds.share)),
        cell(Some(holds.low)),
        cell(Some(holds.high)),
        cell(ground.luck),
    ];
    for at in 0..2 {
        let one: Option<&Deciding> = ground.deciding.get(at);
        cells.push(one.map_or_else(String::new, |one| one.parameter.clone()));
        cells.push(cell(one.map(|one| one.correlation)));
        cells.push(one.map_or_else(String::new, |one| one.told.to_string()));
    }
    cells
}

/// One row for each number that a claim compares: as it came out at the defaults, and in how many worlds it lies where it is expected.
pub(super) fn compared(examination: &Examination) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record([
        "claim",
        "measure",
        "compared",
        "mean",
        "low",
        "high",
        "replications",
        "at_defaults",
        "holds",
        "worlds",
    ])?;
    for (judged, hypothesis, ground) in tested(examination) {
        for (name, one) in hypothesis.compared.names().iter().zip(&ground.each) {
            let estimate = one.estimate;
            rows.write_record([
                judged.claim.id,
                hypothesis.measure,
                name,
                &cell(estimate.map(|e| e.mean)),
                &cell(estimate.and_then(|e| e.low)),
                &cell(estimate.and_then(|e| e.high)),
                &estimate.map_or_else(String::new, |e| e.n.to_string()),
                one.at_defaults.word(),
                &one.holds.count.to_string(),
                &one.holds.of.to_string(),
            ])?;
        }
    }
    text(rows)
}

/// One row for each number that a claim compares, in each life of each world.
pub(super) fn worlds(examination: &Examination) -> Result<Vec<u8>, Fault> {
    let mut rows = Writer::from_writer(Vec::new());
    rows.write_record(["claim", "world", "replication", "compared", "score", "holds"])?;
    for (judged, hypothesis, ground) in tested(examination) {
        let names = hypothesis.compared.names();
        for (world, (lived, score)) in ground.worlds.iter().zip(&ground.scores).enumerate() {
            let holds = score.map(|score| hypothesis.expected.is_met_by(score));
            let holds = holds.map_or_else(String::new, |holds| holds.to_string());
            for (replication, name, number) in numbers(lived, &names) {
                let (world, replication) = (world.to_string(), replication.to_string());
                let score = cell(Some(number));
                rows.write_record([judged.claim.id, &world, &replication, name, &score, &holds])?;
            }
        }
    }
    text(rows)
}

/// The compared numbers of a world, life by life.
fn numbers<'a>(lived: &'a Lived, names: &'a [String]) -> impl Iterator<Item = (u32, &'a str, f64)> {
    lived.replications.iter().enumerate().flat_map(move |(at, &replication)| {
        let each = names.iter().zip(&lived.numbers);
        each.map(move |(name, numbers)| (replication, &**name, numbers[at]))
    })
}

/// One row for each world: the seed of its luck, and the value of each parameter that a scenario may leave open.
pub(super) fn space(examination: &Examination) -> Result<Vec<u8>, Fault> {
    let (mut rows, dimensions) = (Writer::from_writer(Vec::new()), dimensions());
    let head = ["world", "seed"].map(str::to_owned).into_iter();
    rows.write_record(head.chain(dimensions.iter().map(crate::parameters::Spec::path)))?;
    for point in &examination.plan.points {
        let first = [point.number.to_string(), examination.plan.seed_of(point).to_string()];
        let values = dimensions.iter().zip(&point.places);
        let values = values.map(|(spec, &place)| cell(Some(value_at(spec, place))));
        rows.write_record(first.into_iter().chain(values))?;
    }
    text(rows)
}
