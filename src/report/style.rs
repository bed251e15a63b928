//! The house style: which strategy has which colour and dash, by day, by night and in print.
//!
//! Every line has its own dash as well as its own colour, so that a chart reads in black and
//! white. The colours are told apart by people who see few colours (after Okabe and Ito 2008) and
//! stand out from the paper by at least 3 : 1, words by at least 4.5 : 1; a test holds that.

/// What a line stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineStyle {
    /// Digital first: blue and solid.
    Digital,
    /// Social first: vermilion and dashed.
    Social,
    /// Something to compare with: grey and dotted.
    #[default]
    Neutral,
    /// Anything else, numbered from zero: further colours, each with a dash of its own.
    Other(usize),
}

/// One shade on white paper and on dark paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    pub(crate) day: u32,
    pub(crate) night: u32,
}

const fn shade(day: u32, night: u32) -> Shade {
    Shade { day, night }
}

/// What something is drawn with. A page may give each ink another colour by the name of its variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ink {
    Paper,
    Grid,
    Muted,
    Words,
    Line(Hue),
    Label(Hue),
}

/// The colour of a line, its band and its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hue {
    Digital,
    Social,
    Neutral,
    Green,
    Purple,
    Olive,
    Black,
    Rose,
}

/// The hues of what is neither digital, social nor neutral, with their dashes.
const OTHERS: [(Hue, &[f64]); 5] = [
    (Hue::Green, &[12.0, 4.0, 2.0, 4.0]),
    (Hue::Purple, &[4.0, 3.0]),
    (Hue::Olive, &[16.0, 4.0]),
    (Hue::Black, &[8.0, 3.0, 2.0, 3.0, 2.0, 3.0]),
    (Hue::Rose, &[2.0, 6.0]),
];

impl LineStyle {
    pub(crate) const fn hue(self) -> Hue {
        match self {
            Self::Digital => Hue::Digital,
            Self::Social => Hue::Social,
            Self::Neutral => Hue::Neutral,
            Self::Other(number) => OTHERS[number % OTHERS.len()].0,
        }
    }

    /// Lengths of strokes and gaps in turn; empty for a solid line.
    pub(crate) const fn dash(self) -> &'static [f64] {
        match self {
            Self::Digital => &[],
            Self::Social => &[8.0, 4.0],
            Self::Neutral => &[2.0, 3.0],
            Self::Other(number) => OTHERS[number % OTHERS.len()].1,
        }
    }
}

impl Ink {
    /// The name of the variable, after two hyphens, by which a page sets the colour.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Grid => "grid",
            Self::Muted => "muted",
            Self::Words => "ink",
            Self::Line(hue) => hue.names().0,
            Self::Label(hue) => hue.names().1,
        }
    }

    pub(crate) const fn shade(self) -> Shade {
        match self {
            Self::Paper => shade(0xFF_FFFF, 0x16_191D),
            Self::Grid => shade(0xE3_E5E8, 0x30_353C),
            Self::Muted => shade(0x5F_656D, 0xA3_ABB5),
            Self::Words => shade(0x22_2222, 0xE9_EBEE),
            Self::Line(hue) => hue.shades().0,
            Self::Label(hue) => hue.shades().1,
        }
    }
}

impl Hue {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Digital => ("digital", "digital-text"),
            Self::Social => ("social", "social-text"),
            Self::Neutral => ("neutral", "neutral-text"),
            Self::Green => ("green", "green-text"),
            Self::Purple => ("purple", "purple-text"),
            Self::Olive => ("olive", "olive-text"),
            Self::Black => ("black", "black-text"),
            Self::Rose => ("rose", "rose-text"),
        }
    }

    /// Shades of the line and of words beside it.
    const fn shades(self) -> (Shade, Shade) {
        match self {
            Self::Digital => (shade(0x00_72B2, 0x56_B4E9), shade(0x00_659E, 0x7C_C5EF)),
            Self::Social => (shade(0xD5_5E00, 0xF2_8A3C), shade(0xA8_4300, 0xF7_A468)),
            Self::Neutral => (shade(0x55_5555, 0xB0_B5BC), shade(0x55_5555, 0xB0_B5BC)),
            Self::Green => (shade(0x00_8F68, 0x2F_C79A), shade(0x00_7050, 0x55_D3AE)),
            Self::Purple => (shade(0x9B_4F96, 0xCF_8FCB), shade(0x86_3F81, 0xDB_A9D8)),
            Self::Olive => (shade(0x8F_7A00, 0xD8_BE3C), shade(0x75_6400, 0xE2_CC66)),
            Self::Black => (shade(0x11_1111, 0xF2_F2F2), shade(0x11_1111, 0xF2_F2F2)),
            Self::Rose => (shade(0xC2_3B63, 0xF0_7FA0), shade(0xB0_2F56, 0xF4_9AB4)),
        }
    }
}

/// How large things are drawn; a small chart has slightly smaller words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub(crate) title: f64,
    pub(crate) subtitle: f64,
    pub(crate) label: f64,
    pub(crate) tick: f64,
    pub(crate) source: f64,
    pub(crate) margin: f64,
    pub(crate) line: f64,
}

impl Sizes {
    pub(crate) const fn for_width(width: f64) -> Self {
        if width >= 800.0 {
            Self {
                title: 20.0,
                subtitle: 14.0,
                label: 14.0,
                tick: 13.0,
                source: 11.5,
                margin: 20.0,
                line: 2.5,
            }
        } else {
            Self {
                title: 17.0,
                subtitle: 13.0,
                label: 13.0,
                tick: 12.0,
                source: 11.0,
                margin: 14.0,
                line: 2.25,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const HUES: [Hue; 8] = [
        Hue::Digital,
        Hue::Social,
        Hue::Neutral,
        Hue::Green,
        Hue::Purple,
        Hue::Olive,
        Hue::Black,
        Hue::Rose,
    ];

    /// The relative luminance of the Web Content Accessibility Guidelines 2.2.
    fn luminance(rgb: u32) -> f64 {
        let channel = |shift: u32| {
            let value = f64::from((rgb >> shift) & 0xFF) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                crate::elementary::power((value + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn lines_and_words_stand_out_from_the_paper_by_day_and_by_night() {
        let paper = Ink::Paper.shade();
        let least = |ink: Ink| {
            let shade = ink.shade();
            contrast(shade.day, paper.day).min(contrast(shade.night, paper.night))
        };
        for hue in HUES {
            assert!(least(Ink::Line(hue)) >= 3.0, "{hue:?} line");
            assert!(least(Ink::Label(hue)) >= 4.5, "{hue:?} label");
        }
        assert!(least(Ink::Muted) >= 4.5 && least(Ink::Words) >= 4.5);
    }

    #[test]
    fn no_two_lines_share_a_colour_or_a_dash() {
        let styles = [LineStyle::Digital, LineStyle::Social, LineStyle::Neutral]
            .into_iter()
            .chain((0..OTHERS.len()).map(LineStyle::Other));
        let (hues, dashes): (BTreeSet<Hue>, BTreeSet<String>) =
            styles.map(|style| (style.hue(), format!("{:?}", style.dash()))).unzip();
        assert_eq!((hues.len(), dashes.len()), (HUES.len(), HUES.len()));
    }

    #[test]
    fn the_two_strategies_have_their_published_colours() {
        let day = |style: LineStyle| Ink::Line(style.hue()).shade().day;
        assert_eq!(day(LineStyle::Digital), 0x00_72B2);
        assert_eq!(day(LineStyle::Social), 0xD5_5E00);
        assert_eq!(day(LineStyle::Neutral), 0x55_5555);
    }
}
