//! The order of lines does not matter, and no bytes whatever do harm.

use super::*;
use proptest::prelude::*;

/// The same lines in another order; the first stays where it is.
fn shuffled(text: &str, luck: u64) -> String {
    let (first, rest) = text.split_once('\n').unwrap();
    let mut rest: Vec<&str> = rest.lines().collect();
    rest.sort_by_key(|line| Draws::from_seed(luck).of("test: shuffle").about(Key::of_name(line)));
    format!("{first}\n{}\n", rest.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_lines_does_not_matter(
        pairs in proptest::collection::vec((0_u32..30, 0_u32..30, 0_u32..9), 1..80), luck: u64, numeric: bool
    ) {
        let name = |number: u32| if numeric { format!("{number}") } else { format!("p{number}") };
        let line = |&(a, b, w): &(u32, u32, u32)| format!("{},{},{w}\n", name(a), name(b));
        // One sure tie, so that the file is sound whatever the others are.
        let ties: String = [(0, 1, 1)].iter().chain(&pairs).map(line).collect();
        let ties = format!("from,to,w\n{ties}");
        let people: Vec<String> = (0..30).map(|i| format!("{},{}", name(i), i % 4)).collect();
        for (weight, column) in [(Some("w"), "group"), (None, "circle")] {
            let people = format!("id,{column}\n{}\n", people.join("\n"));
            let there = good(&ties, Some(&people), weight);
            let back = good(&shuffled(&ties, luck), Some(&shuffled(&people, luck)), weight);
            prop_assert_eq!(&there.network.names, &back.network.names);
            prop_assert_eq!(&there.network.circles, &back.network.circles);
            prop_assert_eq!(ties_by_name(&there), ties_by_name(&back));
            prop_assert_eq!(strengths(&there), strengths(&back));
            let (one, other) = (there.table.unwrap(), back.table.unwrap());
            prop_assert_eq!(one.words(column), other.words(column));
            prop_assert_eq!(there.report, back.report);
        }
    }

    #[test]
    fn no_bytes_whatever_make_it_panic(
        ties: Vec<u8>, people: Option<Vec<u8>>, weighted: bool
    ) {
        if let Ok(imported) = read(&ties, people.as_deref(), weighted.then_some("w")) {
            assert_sound(&imported.network);
        }
    }

    #[test]
    fn nearly_sound_text_does_not_make_it_panic(
        ties in "([a-c0-2w\", ;\t#\r\n.-]|\u{FEFF}|é){0,80}", people in proptest::option::of("[a-cid0-2\",;\n]{0,60}"), weighted: bool
    ) {
        if let Ok(imported) = read(ties.as_bytes(), people.as_deref().map(str::as_bytes), weighted.then_some("w")) {
            assert_sound(&imported.network);
            let report = imported.report;
            let sum = report.ties + report.duplicates + report.self_loops + report.both_directions;
            prop_assert_eq!(report.rows, sum);
        }
    }
}
