//! A sheet: one page that opens without a network, in the house style, by day, by night and in print.

use super::chart::THIN;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The space within a number at which no line ends.
const NARROW: &str = "\u{202f}";

/// The page with this title and body.
#[must_use]
pub fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Stammtisch" }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body { main { (body) } }
        }
    };
    // A browser breaks lines at thin spaces, and must not within a number.
    page.into_string().replace(THIN, NARROW)
}
