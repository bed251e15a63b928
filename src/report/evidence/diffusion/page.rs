//! The page of a real diffusion: whether the network helps, the curves, and the numbers.

use super::super::super::chart::{Chart, ChartError, Line, YFormat};
use super::super::super::figures::SIZE as USUAL;
use super::super::super::sheet;
use super::super::super::style::LineStyle;
use super::words;
use crate::evidence::diffusion::Study;
use crate::evidence::diffusion::study::{Kind, Model};
use maud::{Markup, PreEscaped, html};

/// Width and height of the chart.
pub(super) const SIZE: (u32, u32) = USUAL;

/// Writes the page.
pub(super) fn write(name: &str, study: &Study) -> Result<String, ChartError> {
    let title = format!("Who adopts when: {name}");
    let svg = chart(name, study).svg(SIZE)?;
    let body = html! {
        h1 { (title) }
        p.question { "Does a network of real ties help to foretell the second half of a real diffusion from the first?" }
        p.verdict { (words::verdict(study)) " " (words::how_many(study)) }
        p { (words::about(study)) }
        figure { (PreEscaped(svg)) figcaption {
            "Numbers: " a href="tables/diffusion.csv" { "diffusion.csv" } ", "
            a href="tables/models.csv" { "models.csv" } "."
            (foretold(study))
        } }
        (models(study))
        ul { @for finding in words::findings(study) { li { (finding) } } }
        p.note {
            "Bands are those of luck at the fitted influences; that these are estimates is not in them. Nobody is "
            "taken to be immune, so who never adopts counts as one who could have. The last adoption ends the study. "
            "Both influences are taken to be the same in all periods: what acts from outside and grows, such as "
            "advertising, would look like the influence of those who have adopted (Van den Bulte and Lilien 2001), and "
            "so would likeness of those who know each other (Shalizi and Thomas 2011)."
        }
        p.note {
            "Stammtisch " (env!("CARGO_PKG_VERSION")) ", seed " (study.seed) ", depth " (study.depth.word()) "."
        }
    };
    Ok(sheet::page(&title, &body))
}

/// The models side by side, so that each number stands beside those to which it is compared.
fn models(study: &Study) -> Markup {
    let models = words::rows(study);
    html! {
        h2 { "What was fitted, and how well it foretold" }
        div.scroll { table {
            thead { tr { th { (words::HEAD[0]) } @for model in &models { th scope="col" { (model[0]) } } } }
            tbody { @for (at, name) in words::HEAD.iter().enumerate().skip(1) { tr {
                th scope="row" { (name) }
                @for model in &models { td.number { (model[at]) } }
            } } }
        } }
        p.note { (words::LEGEND) }
    }
}

/// The curves as a table, for those who cannot see them.
fn foretold(study: &Study) -> Markup {
    let periods = study.history.half()..=study.history.periods;
    html! {
        details {
            summary { "The numbers" }
            div.scroll { table {
                thead { tr {
                    th { "Period" } th { "Observed" }
                    @for model in &study.models { th { (model.kind.word()) } }
                } }
                tbody { @for (at, period) in periods.enumerate() { tr {
                    td.number { (period) } td.number { (study.history.adopters(period)) }
                    @for model in &study.models {
                        @let foretold = model.curve[at];
                        td.number { (format!("{:.0} [{:.0}, {:.0}]", foretold.mean, foretold.low, foretold.high)) }
                    }
                } } }
            } }
        }
    }
}

/// The chart of the real curve beside those that were foretold.
pub(super) fn chart(name: &str, study: &Study) -> Chart {
    let history = &study.history;
    let half = f64::from(history.half());
    let real = |period: u32| (f64::from(period), history.adopters(period) as f64);
    let observed = Line {
        name: "observed".to_owned(),
        style: LineStyle::Other(3),
        points: (0..=history.periods).map(real).collect(),
        band: None,
    };
    let lines = std::iter::once(observed).chain(study.models.iter().map(line));
    let last = |model: &Model| model.curve.last().map_or(0.0, |foretold| foretold.mean);
    let ends: Vec<String> = study
        .models
        .iter()
        .map(|model| format!("{}: {:.0}", model.kind.word(), last(model)))
        .collect();
    Chart {
        title: words::verdict(study).to_owned(),
        subtitle: format!(
            "{name}: adopters at the end of each period, foretold from period {half} on; means of all worlds, and 95 % of them"
        ),
        x_label: "Period".to_owned(),
        y_label: "Adopters".to_owned(),
        y_format: YFormat::Number,
        lines: lines.collect(),
        zero_line: true,
        marks: vec![(half, "fitted until here".to_owned())],
        description: format!(
            "At the end, {} had adopted; foretold were {}.",
            history.adopters(history.periods),
            ends.join(", ")
        ),
        source: format!("Stammtisch {}, seed {}", env!("CARGO_PKG_VERSION"), study.seed),
    }
}

fn line(model: &Model) -> Line {
    let style = match model.kind {
        Kind::Ties => LineStyle::Digital,
        Kind::Shuffled => LineStyle::Social,
        Kind::ShuffledWithin => LineStyle::Other(1),
        Kind::Bass => LineStyle::Neutral,
    };
    Line {
        name: model.kind.word().to_owned(),
        style,
        points: model.curve.iter().map(|f| (f64::from(f.period), f.mean)).collect(),
        band: Some(model.curve.iter().map(|f| (f64::from(f.period), f.low, f.high)).collect()),
    }
}
