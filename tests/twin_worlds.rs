//! Twin worlds are twins: equal strategies differ by exactly nothing, and what plays no part moves nothing.

mod common;

use common::worlds::{DIGITAL, HYBRID, SOCIAL, everything, lived, world};
use common::{live, scenario, tables_of};
use rayon::ThreadPoolBuilder;
use stammtisch::experiment::compare::Contrast;
use stammtisch::experiment::statistics::Difference;
use stammtisch::report::results::Results;
use stammtisch::threads::LARGE;
use std::fs;
use std::path::PathBuf;

/// The rows of a table that concern a strategy, without its name, and in `against` without the other's.
fn rows_of(table: &[u8], name: &str) -> Vec<String> {
    let text = String::from_utf8_lossy(table).into_owned();
    let about = |row: &&str| row.split(',').any(|cell| cell == name);
    let rows = text.lines().filter(about);
    rows.map(|row| row.split(',').filter(|cell| *cell != name).collect::<Vec<_>>().join(","))
        .collect()
}

#[test]
fn a_strategy_against_itself_differs_by_exactly_nothing() {
    for what in [DIGITAL, SOCIAL, HYBRID] {
        let results = lived(&[("one", what), ("other", what)]);
        let mut certain = 0;
        for (id, difference) in contrasts(&results, (0, 1)) {
            let Some(difference) = difference else {
                continue;
            };
            assert!(difference.mean == 0.0, "{id}");
            // A ratio over few first acquisitions may have no interval; if it has one, it is a point.
            let ends = [difference.low, difference.high];
            assert!(ends.iter().flatten().all(|end| *end == 0.0), "{id}");
            certain += usize::from(ends == [Some(0.0); 2]);
        }
        assert!(certain > 80, "{certain} intervals");
        let mut compared = 0;
        for (name, table) in tables_of(&results) {
            if name == "contrasts.csv" {
                continue;
            }
            let (one, other) = (rows_of(&table, "one"), rows_of(&table, "other"));
            compared += one.len();
            assert_eq!(one, other, "{name}");
        }
        assert!(compared > 300, "{compared} rows");
        let contrast = |of: usize| contrasts(&results, (of, 2));
        assert_eq!(contrast(0), contrast(1), "against the baseline");
    }
}

/// Every contrast of two strategies: measure, moment and difference.
fn contrasts(results: &Results, pair: (usize, usize)) -> Vec<(String, Option<Difference>)> {
    let wanted = |c: &&Contrast| (c.strategy, c.against) == pair;
    let contrasts = results.comparison.contrasts.iter().filter(wanted);
    contrasts.map(|c| (c.moment.name(c.measure.id), c.difference)).collect()
}

#[test]
fn swapped_labels_flip_the_sign_of_each_contrast_and_nothing_else() {
    let there = lived(&[("one", DIGITAL), ("other", SOCIAL)]);
    let back = lived(&[("one", SOCIAL), ("other", DIGITAL)]);
    let flipped: Vec<_> = contrasts(&back, (0, 1))
        .into_iter()
        .map(|(name, difference)| (name, difference.map(Difference::swapped)))
        .collect();
    let plain = contrasts(&there, (0, 1));
    assert!(plain.iter().filter(|(_, d)| d.is_some_and(|d| d.mean != 0.0)).count() > 30);
    for (plain, flipped) in plain.iter().zip(&flipped) {
        assert_eq!(plain, flipped);
    }
    for (here, there_) in [((0, 2), (1, 2)), ((1, 2), (0, 2))] {
        assert_eq!(contrasts(&there, here), contrasts(&back, there_));
    }
    for ((name, table), (_, swapped)) in tables_of(&there).iter().zip(&tables_of(&back)) {
        if ["summaries.csv", "runs.csv", "weeks.csv", "ledger.csv"].contains(name) {
            assert_eq!(rows_of(table, "one"), rows_of(swapped, "other"), "{name}");
            assert_eq!(rows_of(table, "other"), rows_of(swapped, "one"), "{name}");
            assert_ne!(rows_of(table, "one"), rows_of(table, "other"), "{name}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let all = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
        let all = everything("all");
        let rich = world(&[("digital", DIGITAL), ("social", SOCIAL), ("all", &all)])
            .replace("budget = 150", "budget = 1500")
            + "[people.start]\nstaff = 0.05\n";
        pool.install(|| tables_of(&live(scenario(&rich), 1)))
    };
    let alone = all(1);
    assert!(alone == all(2) && alone == all(7));
}

#[test]
fn threads_that_share_a_large_market_change_no_byte() {
    let all = everything("all");
    let matched = |how: &str| format!("[strategies.{how}.introductions]\nmatchmaker = \"{how}\"\n");
    let matched = ["similar", "random", "learn_from", "bridging"].map(matched).concat();
    let rich = (world(&[("social", SOCIAL), ("all", &all)]) + &matched)
        .replace("budget = 150", "budget = 1500")
        .replace("count = 300", &format!("count = {LARGE}"))
        .replace("replications = 4\nweeks = 60", "replications = 1\nweeks = 3");
    assert!(rich.contains(&LARGE.to_string()) && rich.contains("weeks = 3\n"), "{rich}");
    let lived = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
        pool.install(|| tables_of(&live(scenario(&rich), 1)))
    };
    let alone = lived(1);
    assert!(alone == lived(2) && alone == lived(3));
}

/// A folder of its own for the files of one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap_or_else(|fault| panic!("{fault}"));
    folder
}

/// Ties and people of an invented town; `turn` says in which order the rows stand.
fn town(turn: usize) -> (String, String) {
    let people = 240;
    let mut rows: Vec<String> = (0..people)
        .map(|i| format!("p{i},c{},{},{}", i / 20, i % 7 + 3, f64::from(u8::from(i % 5 == 0))))
        .collect();
    let mut ties: Vec<String> = (0..people)
        .flat_map(|i| {
            [1, 2, 5, 17]
                .map(|step| format!("p{i},p{},{}", (i + step) % people, 1 + (i * step) % 9))
        })
        .collect();
    // A step that has no factor in common with the length visits each row once.
    let shuffle = |rows: &mut Vec<String>, step: usize| {
        *rows = (0..rows.len()).map(|at| rows[(at * step + turn) % rows.len()].clone()).collect();
    };
    if turn > 0 {
        shuffle(&mut rows, 7);
        shuffle(&mut ties, 11);
    }
    let ties = format!("one,other,often\n{}\n", ties.join("\n"));
    (ties, format!("id,circle,base_value,customer\n{}\n", rows.join("\n")))
}

#[test]
fn the_order_of_the_rows_of_imported_files_changes_no_byte() {
    let lived = |turn: usize| {
        let folder = folder(&format!("town-{turn}"));
        let (ties, people) = town(turn);
        let (ties_file, people_file) = (folder.join("ties.csv"), folder.join("people.csv"));
        fs::write(&ties_file, ties).expect("written");
        fs::write(&people_file, people).expect("written");
        let all = everything("all");
        let strategies = [("digital", DIGITAL), ("social", SOCIAL), ("all", &*all)];
        let rich = world(&strategies).replace("budget = 150", "budget = 1500");
        let text = (rich + "[people.start]\nstaff = 0.05\n").replace(
            "[people]\ncount = 300\n",
            &format!(
                "[people.network]\nties = '{}'\npeople = '{}'\nweight = 'often'\n",
                ties_file.display(),
                people_file.display()
            ),
        );
        let results = live(scenario(&text), 1);
        assert_eq!(results.census.people, 240);
        tables_of(&results)
    };
    let plain = lived(0);
    for turn in [1, 100] {
        for ((name, table), (_, shuffled)) in plain.iter().zip(&lived(turn)) {
            assert!(table == shuffled, "{name}");
        }
    }
}

#[test]
fn another_seed_is_another_world() {
    let text = world(&[("digital", DIGITAL)]);
    let weeks = |seed| tables_of(&live(scenario(&text), seed)).remove(3).1;
    assert!(weeks(1) != weeks(2));
}
