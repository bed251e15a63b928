//! The page of the claims: the answers first, then each claim with its picture, what was compared, and what does not speak for it.

use super::super::sheet;
use super::{picture, words};
use crate::evidence::claims::deciding::Deciding;
use crate::evidence::claims::judging::Grounds;
use crate::evidence::claims::{Examination, Hypothesis, Judged, Test};
use crate::scenario::specs;
use maud::{Markup, html};

/// Writes the page.
pub(super) fn write(examination: &Examination) -> String {
    let title = "The claims, held against the model";
    let body = html! {
        h1 { (title) }
        p.question { "Each claim of the source texts as a hypothesis: one measure, a direction, a margin and a horizon, fixed before any of it was run." }
        p.verdict { @for sentence in words::summary(examination) { (sentence) " " } }
        (rule(examination))
        (overview(examination))
        @for judged in &examination.claims { (section(judged)) }
        (reproduce(examination))
    };
    sheet::page(title, &body)
}

fn rule(examination: &Examination) -> Markup {
    html! {
        p.note {
            "A claim is supported where at the defaults the whole 95 % interval of each number that it compares lies where it is "
            "expected and it holds in at least three quarters of the worlds; refuted where at the defaults the whole interval of one of these "
            "numbers lies elsewhere and that number is as expected in at most a quarter of the worlds; otherwise it depends. The worlds are drawn over all parameters "
            "that are assumed, and are the same for all claims ("
            a href="tables/space.csv" { "space.csv" } "). Stammtisch " (env!("CARGO_PKG_VERSION"))
            ", seed " (examination.plan.seed) ", depth " (examination.plan.depth.word()) "."
        }
    }
}

fn overview(examination: &Examination) -> Markup {
    let [claim, verdict, defaults, holds, decides] = words::HEAD;
    html! {
        div.scroll { table {
            thead { tr { th { (claim) } th { (verdict) } th { (holds) } th { (defaults) } th { "Expected" } th { (decides) } } }
            tbody { @for judged in &examination.claims { (line(judged)) } }
        } }
        p.note { "At the defaults: of the numbers that a claim compares the one furthest from where it is expected, with its 95 % interval; money and people for 1,000 people. Decides most: rank correlation of the score with the parameter over worlds; ? where shuffled scores give as much in more than one case of twenty." }
    }
}

fn line(judged: &Judged) -> Markup {
    let row = words::row(judged);
    html! {
        tr {
            td { a href={ "#" (judged.claim.id) } { (judged.claim.id) } }
            td class={ "verdict-" (judged.answer.word()) } { (judged.answer.word()) }
            @match (&judged.claim.test, &judged.ground) {
                (Test::By(hypothesis), Some(ground)) => {
                    td.number { (bar(ground)) " " (words::holds(ground)) }
                    td.number { (words::name(hypothesis)) br; (words::closest(hypothesis, ground)) }
                    td.number { (words::expected(hypothesis)) }
                    td.source { @for one in &ground.deciding { (decides(one)) } }
                },
                _ => { td colspan="4" { (row[2]) } },
            }
        }
    }
}

/// A parameter that decides, which may be broken between the parts of its path.
fn decides(one: &Deciding) -> Markup {
    html! {
        div {
            @for part in one.parameter.split_inclusive(['.', '_']) { (part) wbr; }
            " " (words::correlation(one))
        }
    }
}

/// The share of worlds in which a claim holds, with its interval, as a bar.
fn bar(ground: &Grounds) -> Markup {
    let at = |share: f64| (share * 800.0).round() / 10.0 + 2.0;
    let holds = ground.holds;
    html! {
        svg.share viewBox="0 0 84 12" width="84" height="12" aria-hidden="true" {
            line.grid x1="2" x2="82" y1="6" y2="6" {}
            line.grid x1="22" x2="22" y1="2" y2="10" {}
            line.grid x1="62" x2="62" y1="2" y2="10" {}
            line.reach x1=(at(holds.low)) x2=(at(holds.high)) y1="6" y2="6" {}
            circle.holds cx=(at(holds.share)) cy="6" r="3.4" {}
        }
    }
}

fn section(judged: &Judged) -> Markup {
    let claim = judged.claim;
    html! {
        h2 id=(claim.id) { (claim.id) " · " (claim.title()) }
        p { (claim.statement) }
        p { strong { (words::answer(judged)) } }
        @if let (Test::By(hypothesis), Some(ground)) = (&claim.test, &judged.ground) {
            (grounds(hypothesis, ground))
        }
        p.note { "Not tested: " (claim.besides) }
    }
}

fn grounds(hypothesis: &Hypothesis, ground: &Grounds) -> Markup {
    let compared = hypothesis.compared.names();
    html! {
        figure {
            (picture::draw(hypothesis, ground))
            figcaption { "The scores of the worlds in order, filled where the claim holds. Thick line: the margin; dashed: the defaults. The scale is nearly even up to the margin and logarithmic beyond. Numbers: " a href="tables/worlds.csv" { "worlds.csv" } "." }
        }
        div.scroll { table {
            thead { tr { th { (hypothesis.measure().title) " after " (hypothesis.weeks) " weeks, at the defaults" } th { "Expected" } th { "Got" } th { "As expected in" } } }
            tbody { @for (name, one) in compared.iter().zip(&ground.each) { tr {
                td.measure { (name) }
                td.number { (words::expected(hypothesis)) }
                td.number { (words::number_with_interval(hypothesis, one.estimate)) }
                td.number { (one.holds.count) " of " (one.holds.of) }
            } } }
        } }
        @if !ground.deciding.is_empty() { ul { @for one in &ground.deciding { li { (parameter(one)) } } } }
        p.note { "Put in, and so no evidence: " (hypothesis.put_in) }
    }
}

/// A parameter that decides, with what it means.
fn parameter(one: &Deciding) -> Markup {
    let spec = specs().into_iter().find(|spec| spec.path() == one.parameter);
    html! {
        code { (one.parameter) } ", rank correlation " (words::signed(one.correlation))
        @if !one.told { ", no more than luck could do" }
        @if let Some(spec) = spec { ". " span.source { (spec.meaning) } }
    }
}

fn reproduce(examination: &Examination) -> Markup {
    let depth = match examination.plan.depth.word() {
        "usual" => String::new(),
        depth => format!(" --{depth}"),
    };
    html! {
        h2 { "How to reproduce this" }
        p { "With Stammtisch " (env!("CARGO_PKG_VERSION")) ":" }
        pre { "stammtisch claims --seed " (examination.plan.seed) (depth) }
        p.note { "The same seed gives the same tables, byte for byte, on any number of threads. What the scenario of a claim is, its opening comment says: stammtisch new --from A1." }
    }
}
