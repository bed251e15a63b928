//! A picture written as SVG: small, stable to the byte, and recoloured by the page around it or by night.
//!
//! Every shape carries its daytime colour as an attribute, which any viewer understands. Browsers
//! also read the style at the top: there each colour is a variable that the page may set (for
//! example `--ink` or `--digital`), and that has another value by night. Everything is named
//! after the chart's own id, so that several charts fit into one page.

use super::letters::Cut;
use super::picture::{Anchor, Picture, Shape, Spot, Text};
use super::style::Ink;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write;

const FAMILY: &str =
    "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// The picture as an SVG document.
pub(crate) fn write(picture: &Picture) -> String {
    let body: String = picture.shapes.iter().map(shape).collect();
    let id = name(picture, &body);
    let (width, height) = picture.size;
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" \
         font-family=\"{FAMILY}\">\n\
         <title id=\"{id}-t\">{}</title>\n<desc id=\"{id}-d\">{}</desc>\n",
        escape(&picture.title),
        escape(&picture.description),
    );
    document += &style(&id, picture);
    document += &body;
    document += "</svg>\n";
    document
}

/// An id that only this picture has.
fn name(picture: &Picture, body: &str) -> String {
    let mut hash = Sha256::new();
    for part in [&*picture.title, &*picture.description, body] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let (width, height) = picture.size;
    hash.update(width.to_le_bytes());
    hash.update(height.to_le_bytes());
    let digest = hash.finalize();
    let hex: String =
        digest.iter().take(5).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    format!("chart-{hex}")
}

/// The colours as variables. Viewers that know no variables skip the whole block.
fn style(id: &str, picture: &Picture) -> String {
    let inks: BTreeSet<Ink> = picture.shapes.iter().map(ink).collect();
    let (mut day, mut night, mut rules) = (String::new(), String::new(), String::new());
    for ink in inks {
        let (name, shade) = (ink.name(), ink.shade());
        let _ = write!(day, "--c-{name}:var(--{name},{});", colour(shade.day));
        let _ = write!(night, "--c-{name}:var(--{name},{});", colour(shade.night));
        let _ = write!(
            rules,
            "#{id} .f-{name}{{fill:var(--c-{name})}}#{id} .s-{name}{{stroke:var(--c-{name})}}"
        );
    }
    format!(
        "<style>@supports (color:var(--c)){{#{id}{{{day}}}\
         @media (prefers-color-scheme:dark){{#{id}{{{night}}}}}\
         @media print{{#{id}{{{day}}}}}{rules}}}</style>\n"
    )
}

const fn ink(shape: &Shape) -> Ink {
    match shape {
        Shape::Area { ink, .. } | Shape::Path { ink, .. } | Shape::Dot { ink, .. } => *ink,
        Shape::Text(text) => text.ink,
    }
}

fn colour(rgb: u32) -> String {
    format!("#{rgb:06x}")
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Area { outline, ink, opacity } => area(outline, *ink, *opacity),
        Shape::Path { spots, ink, width, dash } => path(spots, *ink, *width, dash),
        Shape::Dot { at, radius, ink } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n",
            number(at.0),
            number(at.1),
            number(*radius),
            fill(*ink)
        ),
        Shape::Text(text) => words(text),
    }
}

fn fill(ink: Ink) -> String {
    let (name, colour) = (ink.name(), colour(ink.shade().day));
    format!("class=\"f-{name}\" fill=\"{colour}\"")
}

fn area(outline: &[Spot], ink: Ink, opacity: f64) -> String {
    let opacity = if opacity < 1.0 {
        format!(" fill-opacity=\"{}\"", number(opacity))
    } else {
        String::new()
    };
    format!("<path d=\"{}Z\" {}{opacity}/>\n", trace(outline), fill(ink))
}

fn path(spots: &[Spot], ink: Ink, width: f64, dash: &[f64]) -> String {
    let dash = if dash.is_empty() {
        String::new()
    } else {
        let parts: Vec<String> = dash.iter().map(|&part| number(part)).collect();
        format!(" stroke-dasharray=\"{}\"", parts.join(" "))
    };
    let (name, colour) = (ink.name(), colour(ink.shade().day));
    format!(
        "<path d=\"{}\" class=\"s-{name}\" fill=\"none\" stroke=\"{colour}\" \
         stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}/>\n",
        trace(spots),
        number(width)
    )
}

fn trace(spots: &[Spot]) -> String {
    let mut trace = String::new();
    for (place, &(x, y)) in spots.iter().enumerate() {
        trace.push(if place == 0 { 'M' } else { 'L' });
        trace += &coordinate(x);
        trace.push(' ');
        trace += &coordinate(y);
    }
    trace
}

fn words(text: &Text) -> String {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match text.cut {
        Cut::Regular => "",
        Cut::Strong => " font-weight=\"600\"",
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} {}>{}</text>\n",
        number(text.at.0),
        number(text.at.1),
        number(text.size),
        fill(text.ink),
        escape(&text.words)
    )
}

/// A place on a line: a tenth of a pixel is as fine as can be seen.
fn coordinate(value: f64) -> String {
    number((value * 10.0).round() / 10.0)
}

/// At most two decimals, without zeros at the end.
fn number(value: f64) -> String {
    let rounded = format!("{value:.2}");
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Text as XML takes it; signs that XML forbids are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '&' => escaped += "&amp;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = [0.0, -0.001, 10.0, 0.16, 12.345_6, -3.5].map(number);
        assert_eq!(written, ["0", "0", "10", "0.16", "12.35", "-3.5"]);
    }

    #[test]
    fn markup_in_words_stays_words() {
        assert_eq!(escape("a < b & \"c\"\u{0}\n"), "a &lt; b &amp; &quot;c&quot; ");
    }
}
