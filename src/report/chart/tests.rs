//! Charts of all kinds, also of odd data, and what must hold of each.

use super::super::style::LineStyle;
use super::*;

fn example() -> Chart {
    let line = |name: &str, style, height: f64| Line {
        name: name.to_owned(),
        style,
        points: (0..=52)
            .map(|week| (f64::from(week), height / (1.0 + f64::from(week) / 60.0)))
            .collect(),
        band: Some((0..=52).map(|week| (f64::from(week), height * 0.4, height)).collect()),
    };
    Chart {
        title: "Social first keeps more customers".to_owned(),
        subtitle: "Share of customers who are still there".to_owned(),
        x_label: "Week".to_owned(),
        y_label: "Customers kept".to_owned(),
        y_format: YFormat::Share,
        lines: vec![
            line("Social first", LineStyle::Social, 1.0),
            line("Digital first", LineStyle::Digital, 0.9),
        ],
        marks: vec![(20.0, "crossing <in> week 20".to_owned())],
        description: "Two falling lines & one crossing".to_owned(),
        source: "Stammtisch, 40 replications".to_owned(),
        ..Chart::default()
    }
}

fn pixels(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(png).read_info().expect("a PNG file");
    let mut buffer = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut buffer).expect("an image");
    (info.width, info.height, buffer)
}

#[test]
fn the_same_chart_has_the_same_bytes() {
    assert_eq!(example().svg((900, 480)), example().svg((900, 480)));
    assert_eq!(example().png((640, 360)), example().png((640, 360)));
}

#[test]
fn a_png_has_twice_the_pixels_and_shows_both_colours() {
    let (width, height, pixels) = pixels(&example().png((640, 360)).expect("it has room"));
    assert_eq!((width, height), (1280, 720));
    let shows = |rgb: [u8; 3]| pixels.chunks_exact(3).filter(|pixel| *pixel == rgb).count() > 200;
    assert!(shows([0xD5, 0x5E, 0x00]) && shows([0x00, 0x72, 0xB2]) && shows([0xFF; 3]));
}

#[test]
fn an_svg_is_accessible_escaped_and_named() {
    let svg = example().svg((900, 480)).expect("it has room");
    let id = svg.split("id=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
    assert!(svg.contains(&format!("aria-labelledby=\"{id}-t {id}-d\"")));
    assert!(
        svg.contains(&format!("<title id=\"{id}-t\">Social first keeps more customers</title>"))
    );
    assert!(
        svg.contains(&format!("<desc id=\"{id}-d\">Two falling lines &amp; one crossing</desc>"))
    );
    assert!(svg.contains("crossing &lt;in&gt; week 20"));
    assert!(
        svg.contains("--c-ink:var(--ink,#222222)") && svg.contains("prefers-color-scheme:dark")
    );
    assert!(svg.contains("stroke-dasharray=\"8 4\"") && svg.contains("#d55e00"));
}

#[test]
fn charts_in_one_page_never_share_an_id() {
    let id =
        |svg: String| svg.split('"').find(|part| part.starts_with("chart-")).map(str::to_owned);
    let (mut one, other) = (example(), example());
    one.lines[0].points[3].1 += 0.1;
    assert_ne!(
        id(one.svg((900, 480)).expect("it has room")),
        id(other.svg((900, 480)).expect("it has room"))
    );
}

/// Every text of the SVG with its left end, right end and baseline, in the bundled font.
fn texts(svg: &str) -> Vec<(f64, f64, f64, String)> {
    use super::super::letters::{Cut, exact_width};
    let tags = svg.split("<text ").skip(1);
    tags.map(|tag| {
        let value = |name: &str| {
            let rest = tag.split(&format!("{name}=\"")).nth(1)?;
            rest.split('"').next().map(str::to_owned)
        };
        let number =
            |name: &str| value(name).and_then(|value| value.parse::<f64>().ok()).expect("a number");
        let words = tag.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("words");
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let cut = if tag.contains("font-weight") { Cut::Strong } else { Cut::Regular };
        let wide = exact_width(&words, number("font-size"), cut);
        let before = match value("text-anchor").as_deref() {
            Some("middle") => 0.5,
            Some("end") => 1.0,
            _ => 0.0,
        };
        let left = number(" x").max(0.0) - before * wide;
        (left, left + wide, number("y"), words)
    })
    .collect()
}

fn stays_on_paper(svg: &str, (width, height): (u32, u32)) {
    for (left, right, base, words) in texts(&svg.replace("<text x", "<text  x")) {
        assert!(left >= 0.0 && right <= f64::from(width), "{words}: {left} to {right}");
        assert!(base >= 8.0 && base <= f64::from(height) - 2.0, "{words}: {base}");
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

#[test]
fn no_words_leave_the_paper() {
    let mut chart = example();
    chart.title = "Ein langer Befund über Empfehlungsbereitschaft ".repeat(4);
    chart.subtitle = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
    chart.source = "Quelle: eigene Berechnung mit vierzig Wiederholungen; ".repeat(6);
    chart.lines[0].name = "Soziale Strategie mit Empfehlungsprogramm und Begleitung".to_owned();
    chart.marks.push((51.0, "eine sehr lange Anmerkung zur letzten Woche".to_owned()));
    chart.marks.push((0.0, "Anfang ".repeat(60)));
    for size in [(900, 480), (640, 360), (1600, 900)] {
        stays_on_paper(&chart.svg(size).expect("it has room"), size);
    }
}

#[test]
fn odd_data_never_panic() {
    let odd: [Vec<(f64, f64)>; 8] = [
        vec![],
        vec![(1.0, 1.0)],
        vec![(0.0, 5.0), (1.0, 5.0), (2.0, 5.0)],
        vec![(0.0, f64::NAN), (1.0, f64::INFINITY), (f64::NAN, 2.0)],
        vec![(0.0, 1.0), (1.0, f64::NAN), (2.0, 3.0), (3.0, 4.0)],
        vec![(0.0, -3.0), (1.0, -2.0e9)],
        vec![(0.0, f64::MAX), (1.0, f64::MIN), (2.0, 1e99), (3.0, -1e99)],
        vec![(5.0, 1e-300), (5.0, 2e-300)],
    ];
    for points in odd {
        let mut chart = example();
        let band = points.iter().map(|&(x, y)| (x, y - 1.0, y + 1.0)).collect();
        chart.lines =
            vec![Line { name: "odd".to_owned(), points, band: Some(band), ..Line::default() }];
        for y_format in [YFormat::Number, YFormat::Share, YFormat::Money] {
            chart.y_format = y_format;
            stays_on_paper(&chart.svg((640, 360)).expect("it has room"), (640, 360));
        }
        chart.png((400, 260)).expect("it has room");
    }
    let empty = Chart::default();
    assert!(empty.svg((400, 260)).is_ok() && empty.png((400, 260)).is_ok());
}

#[test]
fn impossible_sizes_are_refused_with_advice() {
    let error = example().svg((10, 10)).expect_err("too small");
    assert_eq!(
        error.to_string(),
        "a chart cannot be 10 × 10 pixels; it may be 400 × 260 to 4000 × 4000, and 900 × 480 reads well"
    );
    let mut chart = example();
    chart.subtitle = "many words ".repeat(100);
    chart.title = "many words ".repeat(100);
    assert_eq!(chart.svg((400, 260)), Err(ChartError::Crowded));
}

#[test]
fn the_names_of_lines_that_end_together_do_not_overlap() {
    let mut chart = example();
    chart.lines = (0..5)
        .map(|number| Line {
            name: format!("Name {number}"),
            style: LineStyle::Other(number),
            points: vec![(0.0, 0.5), (1.0, 0.5 + 0.001 * number as f64)],
            band: None,
        })
        .collect();
    let svg = chart.svg((640, 360)).expect("it has room");
    let mut bases: Vec<f64> = texts(&svg.replace("<text x", "<text  x"))
        .into_iter()
        .filter(|text| text.3.starts_with("Name"))
        .map(|text| text.2)
        .collect();
    bases.sort_by(f64::total_cmp);
    assert_eq!(bases.len(), 5);
    assert!(bases.windows(2).all(|pair| pair[1] - pair[0] > 14.0), "{bases:?}");
}

#[test]
fn differences_and_compositions_take_odd_data_too() {
    let row = |mean, low, high| DifferenceRow { label: "row <1>".to_owned(), mean, low, high };
    let chart = DifferenceChart {
        rows: vec![
            row(1.0, Some(0.5), Some(1.5)),
            row(f64::NAN, None, None),
            row(-1.0, Some(f64::NEG_INFINITY), Some(1.0)),
            row(0.0, None, Some(2.0)),
        ],
        above: ("better".to_owned(), LineStyle::Social),
        ..DifferenceChart::default()
    };
    stays_on_paper(&chart.svg((640, 360)).expect("it has room"), (640, 360));
    chart.png((640, 360)).expect("it has room");
    assert!(chart.svg((400, 260)).is_ok_and(|svg| svg.contains("better")));
    let rows: Vec<DifferenceRow> = (0..256).map(|i| row(f64::from(i), None, None)).collect();
    let many = DifferenceChart { rows, dense: true, ..chart };
    stays_on_paper(&many.svg((900, 480)).expect("it has room"), (900, 480));
    assert!(many.svg((900, 480)).is_ok_and(|svg| !svg.contains("row &lt;1&gt;")));
    assert!(DifferenceChart { dense: false, ..many }.svg((900, 480)).is_err(), "crowded");
    assert!(DifferenceChart::default().png((400, 260)).is_ok());
    let layer =
        |values: Vec<f64>| Layer { name: "part".to_owned(), style: LineStyle::Other(7), values };
    let chart = CompositionChart {
        moments: vec![0.0, f64::NAN, 2.0, 3.0],
        layers: vec![
            layer(vec![1.0, 2.0]),
            layer(vec![f64::NAN, -2.0, f64::MAX, 1.0]),
            layer(vec![]),
        ],
        ..CompositionChart::default()
    };
    stays_on_paper(&chart.svg((640, 360)).expect("it has room"), (640, 360));
    chart.png((640, 360)).expect("it has room");
    assert!(CompositionChart::default().png((400, 260)).is_ok());
}
