//! The assumptions page: what the money did, next to what the literature says it does, and every parameter with its source.

use super::results::Results;
use super::words::number;
use crate::measures::{Unit, ratio};
use crate::parameters::{Grade, tidy};

use crate::scenario::Assumption;
use maud::{Markup, html};
use std::fmt::Write;

/// A quantity as it came out, next to what is published.
struct Check {
    what: &'static str,
    here: String,
    published: &'static str,
    source: &'static str,
}

/// The section with both tables.
#[must_use]
pub fn section(results: &Results) -> Markup {
    html! {
        h2 id="assumptions" { "Assumptions" }
        @for strategy in 0..results.scenario.strategies.len() {
            @let (funnel, life) = (funnel(results, strategy), life(results, strategy));
            @if !funnel.is_empty() || !life.is_empty() {
                h3 { "What the money of " (results.strategy(strategy)) " did" }
                (checks(&funnel.into_iter().chain(life).collect::<Vec<_>>()))
            }
        }
        h3 { "Every parameter" }
        p.note {
            "Values that differ from the default are set in bold. Grades: V1 read in the publication, V2 in a secondary "
            "page, Derived by arithmetic, Recalled from memory, Gap without any defensible number."
        }
        (table(results))
    }
}

fn mean(results: &Results, id: &str, strategy: usize) -> f64 {
    results.comparison.at_horizon(id, strategy).map_or(0.0, |estimate| estimate.mean)
}

fn share(above: f64, below: f64) -> String {
    ratio(above, below).map_or_else(|| "–".to_owned(), |share| number(Unit::Share, share))
}

/// From impressions over clicks to customers.
fn funnel(results: &Results, strategy: usize) -> Vec<Check> {
    let of = |id| mean(results, id, strategy);
    let (impressions, customers) = (of("impressions"), of("acquisitions_advertising"));
    if impressions <= 0.0 {
        return Vec::new();
    }
    let technology = &results.scenario.rules.technology;
    let clicks = impressions * technology.click_rate.0;
    let paid = results.comparison.at_horizon("acquisition_cost_paid", strategy);
    vec![
        Check {
            what: "Paid impressions",
            here: number(Unit::Count, impressions),
            published: "",
            source: "",
        },
        Check {
            what: "Clicks, at the click rate of the platform",
            here: format!("{} ({})", number(Unit::Count, clicks), share(clicks, impressions)),
            published: "0.90 %",
            source: "WordStream 2017",
        },
        Check {
            what: "Customers by advertising, of clicks",
            here: format!("{} ({})", number(Unit::Count, customers), share(customers, clicks)),
            published: "9.21 %",
            source: "WordStream 2017",
        },
        Check {
            what: "Paid media for one such customer",
            here: paid.map_or_else(|| "–".to_owned(), |paid| number(Unit::Money, paid.mean)),
            published: "18.68",
            source: "WordStream 2017. Ours is higher where impressions fall on customers, saturate, annoy, or meet prospects who are less ready than those of week 0; and effects still to come are not counted",
        },
    ]
}

/// An introduction's life: offered, accepted, a tie, alive after a year.
fn life(results: &Results, strategy: usize) -> Vec<Check> {
    let of = |id| mean(results, id, strategy);
    let (offered, accepted) = (of("introductions_offered"), of("introductions_accepted"));
    let (formed, occasions) = (of("ties_formed"), of("occasions_offered"));
    let mut checks = Vec::new();
    if offered > 0.0 {
        let old = results.comparison.at_horizon("ties_year_old", strategy);
        checks.extend([
            Check { what: "Introductions offered", here: number(Unit::Count, offered), published: "", source: "" },
            Check {
                what: "Accepted by both sides",
                here: format!("{} ({})", number(Unit::Count, accepted), share(accepted, offered)),
                published: "10 %",
                source: "OkTrends 2009: .32 for each side of a cold offer",
            },
            Check {
                what: "Became a tie",
                here: format!("{} ({} of accepted)", number(Unit::Count, formed), share(formed, accepted)),
                published: "no figure",
                source: "gap; swept",
            },
            Check {
                what: "Alive after a year",
                here: old.map_or_else(|| "–".to_owned(), |old| number(Unit::Share, old.mean)),
                published: "10 % of bridges",
                source: "Burt 2002; ties with common friends last longer (Burt 2000, Raeder et al. 2011)",
            },
        ]);
    }
    if occasions > 0.0 {
        let taken = of("occasions_taken");
        checks.push(Check {
            what: "Occasions to be in touch, taken",
            here: format!("{} ({})", number(Unit::Count, taken), share(taken, occasions)),
            published: "no figure",
            source: "gap; the chance of accepting a cold first message is taken for occasions as well",
        });
    }
    checks
}

fn checks(checks: &[Check]) -> Markup {
    html! {
        div.scroll { table {
            thead { tr { th { "Step" } th { "Here" } th { "Published" } th { "Source" } } }
            tbody { @for check in checks { tr {
                td { (check.what) } td.number { (check.here) } td.number { (check.published) } td.source { (check.source) }
            } } }
        } }
    }
}

fn table(results: &Results) -> Markup {
    let mut tables: Vec<(&str, Vec<&Assumption>)> = Vec::new();
    for used in &results.assumptions {
        match tables.last_mut() {
            Some((name, group)) if *name == used.table => group.push(used),
            _ => tables.push((&used.table, vec![used])),
        }
    }
    html! {
        @for (name, group) in tables {
            details {
                summary { code { "[" (name) "]" } (count(&group)) }
                div.scroll { table {
                    thead { tr { th { "Parameter" } th { "Value" } th { "Range" } th { "Meaning" } th { "Source" } } }
                    tbody { @for used in group { (row(used)) } }
                } }
            }
        }
    }
}

fn count(group: &[&Assumption]) -> String {
    let gaps = group.iter().filter(|used| used.spec.grade == Grade::Gap).count();
    let changed = group.iter().filter(|used| is_changed(used)).count();
    let mut words = format!(" {} parameters", group.len());
    if gaps > 0 {
        let _ = write!(words, ", {gaps} of them gaps");
    }
    if changed > 0 {
        let _ = write!(words, ", {changed} changed from the default");
    }
    words
}

fn is_changed(used: &Assumption) -> bool {
    (used.value - used.spec.default).abs() > 1e-9 * used.spec.default.abs()
}

fn row(used: &Assumption) -> Markup {
    let spec = &used.spec;
    let range = if spec.choices.is_empty() {
        format!("{} to {}", tidy(spec.least), tidy(spec.most))
    } else {
        spec.choices.join(", ")
    };
    html! {
        tr.changed[is_changed(used)] {
            td { code { (spec.name) } }
            td.number { (spec.show(used.value)) " " (spec.unit) }
            td.number { (range) }
            td { (spec.meaning) }
            td.source { (spec.source) " (" (format!("{:?}", spec.grade)) ")" }
        }
    }
}
