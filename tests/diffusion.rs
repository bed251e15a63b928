//! `validate --diffusion` as its users meet it: what it tells and leaves, and what it says of unsound data.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod desk;

use desk::Desk;
use serde_json::Value;

/// A ring of twelve people, of whom some know a third, in two communities.
const TIES: &str =
    "source,target\na,b\nb,c\nc,d\nd,e\ne,f\nf,g\ng,h\nh,i\ni,j\nj,k\nk,l\nl,a\na,c\ne,g\nb,d\n";
const PEOPLE: &str = "id,community,adopted_at
a,1,1\nb,1,2\nc,1,2\nd,1,3\ne,1,5\nf,1,4\ng,2,5\nh,2,6\ni,2,6\nj,2,\nk,2,\nl,2,4\n";

fn desk(name: &str, people: &str) -> Desk {
    let desk = Desk::new(&format!("diffusion-{name}"));
    desk.lay("village/ties.csv", TIES).lay("village/people.csv", people);
    desk
}

/// The answer to a people table of these lines.
fn refused(name: &str, people: &str, words: &str) {
    desk(name, people).say("validate --diffusion village").refused(words);
}

#[test]
fn a_study_tells_whether_the_network_helps_and_leaves_page_tables_and_chart() {
    let desk = desk("whole", PEOPLE);
    let out = desk.say("validate --diffusion village --quick").fine();
    assert!(out.starts_with("village: 12 people, 15 ties, 6 periods. Fitted on the first 3, at whose end 4 had adopted; foretold for the other 3, in which 6 more did.\n"), "{out}");
    for words in ["the ties as they are", "ties shuffled within communities", "Bass, no network"] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert!(out.ends_with("\nReport: output/diffusion-village/diffusion.html\n"), "{out}");
    let files = desk.files("output/diffusion-village");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "diffusion.html",
            "diffusion.json",
            "manifest.json",
            "plots/diffusion.svg",
            "tables/diffusion.csv",
            "tables/models.csv"
        ]
    );
    let page = String::from_utf8_lossy(&files["diffusion.html"]);
    assert!(page.contains("<svg") && page.contains("prefers-color-scheme"));
    let table = String::from_utf8_lossy(&files["tables/diffusion.csv"]);
    assert!(
        table
            .starts_with("model,period,adopters,mean,low,high\nobserved,0,0,,,\nobserved,1,1,,,\n"),
        "{table}"
    );
    let wrong = desk.say("validate --diffusion village --quick");
    assert!(
        wrong.err.contains("there are results in output/diffusion-village already"),
        "{}",
        wrong.err
    );
}

#[test]
fn json_is_one_object_and_the_same_for_any_number_of_threads() {
    let desk = desk("json", PEOPLE);
    let told = |threads: u32, folder: &str| {
        let words = format!(
            "validate --diffusion village --quick --json --threads {threads} --output {folder}"
        );
        desk.say(&words).json()
    };
    let one = told(1, "one");
    assert_eq!(one, told(3, "three"));
    assert_eq!(desk.files("one"), desk.files("three"));
    assert_eq!((&one["data"], &one["fitted_up_to"]), (&"village".into(), &3.into()));
    assert_eq!(one["observed"], serde_json::json!([0, 1, 3, 4, 6, 8, 10]));
    let models = one["models"].as_array().expect("models");
    let names: Vec<&Value> = models.iter().map(|model| &model["model"]).collect();
    assert_eq!(names, ["ties", "shuffled", "shuffled_within", "bass"]);
    for model in models {
        for number in ["p", "q", "curve_error", "log_score", "concordance", "brier"] {
            assert!(model[number]["median"].is_number(), "{number}: {model}");
        }
        assert_eq!(model["curve"].as_array().map(Vec::len), Some(4), "period 3 and three more");
    }
}

#[test]
fn without_communities_ties_are_shuffled_among_everybody_only() {
    let people = PEOPLE.replace("community", "village");
    let told = desk("alone", &people).say("validate --diffusion village --quick --json").json();
    assert_eq!(told["models"].as_array().map(Vec::len), Some(3));
}

#[test]
fn what_is_missing_is_named() {
    let desk = Desk::new("diffusion-missing");
    desk.say("validate --diffusion nowhere").refused(
        "\
error: there is no folder nowhere
help: name a folder with ties.csv (source,target) and people.csv (id,adopted_at)",
    );
    desk.lay("village/notes.txt", "nothing");
    desk.say("validate --diffusion village").refused(
        "\
error: village/ties.csv: there is no such file
  = a folder of diffusion data has ties.csv (source,target) and people.csv (id,adopted_at)

error: village/people.csv: there is no such file
  = a folder of diffusion data has ties.csv (source,target) and people.csv (id,adopted_at)",
    );
    desk.lay("village/ties.csv", TIES);
    desk.say("validate --diffusion village").refused(
        "\
error: village/people.csv: there is no such file
  = a folder of diffusion data has ties.csv (source,target) and people.csv (id,adopted_at)",
    );
}

#[test]
fn the_column_must_be_there() {
    refused(
        "other",
        &PEOPLE.replace("adopted_at", "height"),
        "\
error: village/people.csv: there is no column `adopted_at`
  = add one: count the periods of the study from 1 (0: before it began), and leave the field empty for who did not adopt; the columns are: community, height",
    );
}

#[test]
fn periods_are_whole_numbers() {
    let remedy = "  = count the periods of the study from 1 (0: before it began), and leave the field empty for who did not adopt";
    for (name, wrong) in [("half", "2.5"), ("below", "-1"), ("word", "never"), ("year", "1953")] {
        let people = PEOPLE.replace("b,1,2\n", &format!("b,1,{wrong}\n"));
        let words = format!(
            "error: village/people.csv:3: `adopted_at` must be a whole number from 0 to 1040, but is `{wrong}`\n  | b, 1, {wrong}\n{remedy}"
        );
        refused(name, &people, &words);
    }
}

#[test]
fn a_study_needs_two_halves_with_something_to_fit() {
    let people = |adopted_at: &str| {
        let rows = PEOPLE.lines().skip(1).zip(adopted_at.chars());
        let row = |(row, period): (&str, char)| {
            let id = row.split(',').next().unwrap_or_default();
            format!("{id},{}\n", if period == '-' { String::new() } else { period.to_string() })
        };
        "id,adopted_at\n".to_owned() + &rows.map(row).collect::<String>()
    };
    refused(
        "nobody",
        &people("------------"),
        "\
error: village/people.csv: nobody adopts
  = write into `adopted_at` in which period each adopter adopted",
    );
    refused(
        "short",
        &people("112233------"),
        "\
error: village/people.csv: the last adoption is in period 3, but the study must have at least 4
  = half of the periods are for fitting and half for foretelling; take shorter ones, such as months for years",
    );
    refused(
        "late",
        &people("567890------"),
        "\
error: village/people.csv: nobody adopts in the first half of the 9 periods, that is from 1 to 4
  = count the periods from the first adoption on; there is nothing to fit before it",
    );
}

#[test]
fn only_belongs_to_findings() {
    let told = desk("only", PEOPLE).say("validate --diffusion village --only B6");
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("cannot be used with"), "{}", told.err);
}
