//! How wide words are, so that a chart never cuts them off: measured in the one bundled font.
//!
//! An SVG is shown in the reader's own font where Inter is not installed. Widths are therefore
//! measured a little too large, so that a wider font still fits.

use ab_glyph::{Font, FontRef, GlyphId, InvalidFont, PxScale};
use std::sync::LazyLock;

/// How much wider than Inter's regular cut the reader's own font may be: a little more than `DejaVu` Sans.
const ROOM: f64 = 1.10;
/// The same for the strong cut and `DejaVu` Sans Bold.
const ROOM_STRONG: f64 = 1.22;

static REGULAR: LazyLock<Result<FontRef<'static>, InvalidFont>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/Inter-Regular-Latin.otf")));
static STRONG: LazyLock<Result<FontRef<'static>, InvalidFont>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/Inter-SemiBold-Latin.otf")));

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    Regular,
    Strong,
}

impl Cut {
    /// The bundled font; `None` only if its file were broken, which a test excludes.
    pub(crate) fn font(self) -> Option<&'static FontRef<'static>> {
        match self {
            Self::Regular => REGULAR.as_ref().ok(),
            Self::Strong => STRONG.as_ref().ok(),
        }
    }
}

/// The scale at which the font's em has this size in pixels.
pub(crate) fn scale(font: &FontRef<'_>, size: f64) -> PxScale {
    let em = font.units_per_em().unwrap_or(1.0);
    PxScale::from(size as f32 * font.height_unscaled() / em)
}

/// How far the pen moves over a glyph, in pixels.
pub(crate) fn advance(font: &FontRef<'_>, glyph: GlyphId, size: f64) -> f64 {
    let em = f64::from(font.units_per_em().unwrap_or(1.0));
    f64::from(font.h_advance_unscaled(glyph)) * size / em
}

/// How wide the words are in the bundled font.
pub(crate) fn exact_width(words: &str, size: f64, cut: Cut) -> f64 {
    cut.font().map_or(0.0, |font| {
        words.chars().map(|letter| advance(font, font.glyph_id(letter), size)).sum()
    })
}

/// How much room the words need in any font.
pub(crate) fn width(words: &str, size: f64, cut: Cut) -> f64 {
    let room = match cut {
        Cut::Regular => ROOM,
        Cut::Strong => ROOM_STRONG,
    };
    exact_width(words, size, cut) * room
}

/// Breaks words into lines of at most this width; a word that is too long itself is broken
/// after a hyphen or a part of a parameter's path, or else anywhere.
///
/// What does not fit into the allowed number of lines ends in an ellipsis.
pub(crate) fn wrap(words: &str, room: f64, size: f64, cut: Cut, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, cut) <= room;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(breaks).filter(|word| !word.is_empty()) {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (joined.filter(|joined| fits(joined)), lines.last_mut()) {
            (Some(joined), Some(line)) => *line = joined,
            _ => lines.extend(pieces(word, fits)),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, fits);
        }
    }
    lines
}

/// Where a line may end: at any space but those that hold a number and its unit together.
const fn breaks(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

fn pieces(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(piece) = pieces.last_mut() else {
            break;
        };
        piece.push(letter);
        if !fits(piece) && piece.chars().nth(1).is_some() {
            let (head, _) = piece.split_at(piece.len() - letter.len_utf8());
            let end = head.rfind(['-', '.', '_']).map_or(head.len(), |joint| joint + 1);
            let rest = piece.split_off(end);
            pieces.push(rest);
        }
    }
    pieces
}

fn shortened(line: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut kept = line.to_owned();
    while !kept.is_empty() && !fits(&format!("{kept}…")) {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_cuts_have_every_letter_that_charts_use() {
        for cut in [Cut::Regular, Cut::Strong] {
            let font = cut.font().expect("the bundled font is sound");
            for letter in "AZaz09ÄÖÜäöüß–—−×±≤≥→…·•’“”„‰€ντ\u{2009}".chars()
            {
                assert_ne!(font.glyph_id(letter).0, 0, "{letter}");
            }
        }
    }

    #[test]
    fn an_em_has_the_size_that_was_asked_for() {
        // Inter's capital M is 1828 of 2048 units wide.
        let found = exact_width("M", 100.0, Cut::Regular);
        assert!((80.0..100.0).contains(&found), "{found}");
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let words = "Kundenbeziehungsmanagementsoftwareanbieter gewinnen through word of mouth";
        for room in [40.0, 90.0, 300.0] {
            for line in wrap(words, room, 13.0, Cut::Regular, 20) {
                assert!(width(&line, 13.0, Cut::Regular) <= room, "{line}");
            }
        }
        let short = wrap(words, 90.0, 13.0, Cut::Regular, 2);
        assert!(short.len() == 2 && short[1].ends_with('…'), "{short:?}");
    }

    #[test]
    fn no_words_need_no_lines() {
        assert!(wrap("  ", 10.0, 13.0, Cut::Regular, 3).is_empty());
        let unit = wrap("95\u{a0}% of all", 40.0, 13.0, Cut::Regular, 9);
        assert_eq!(unit[..1], ["95\u{a0}%"], "a number keeps its unit");
        assert_eq!(wrap("ab", 0.0, 13.0, Cut::Regular, 3), ["a", "b"]);
        let strategy = wrap("reading-circles ahead", 60.0, 13.0, Cut::Regular, 3);
        assert_eq!(strategy, ["reading-", "circles", "ahead"]);
        let path = wrap("introductions.meeting: 1", 110.0, 13.0, Cut::Regular, 3);
        assert_eq!(path, ["introductions.", "meeting: 1"]);
    }
}
