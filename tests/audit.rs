//! The audit: each check can fail, and finds what is there; and the command as a user types it.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod common;
mod desk;

use common::worlds::{DIGITAL, SOCIAL, world};
use common::{live, scenario};
use desk::{Desk, Told};
use serde_json::Value;
use stammtisch::draws::Draws;
use stammtisch::evidence::Verdict;
use stammtisch::evidence::audit::alarms::Alarm;
use stammtisch::evidence::audit::case::sides;
use stammtisch::evidence::audit::doses::{Response, respond};
use stammtisch::evidence::audit::identity;
use stammtisch::evidence::audit::labels::{Lived, flipped};
use stammtisch::evidence::audit::null_worlds::{self, OUTSIDE};
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::statistics::Difference;
use stammtisch::measures;
use stammtisch::programmes::NAMES;
use stammtisch::quantity::{Money, Quantity};
use stammtisch::report::results::Results;

fn lived(strategies: &[(&str, &str)]) -> Results {
    live(scenario(&world(strategies)), 1)
}

#[test]
fn identity_sees_one_customer_more_in_one_week() {
    let mut results = lived(&[("one", SOCIAL), ("other", SOCIAL)]);
    let compare = |results: &Results| {
        let comparison = Some(&results.comparison);
        identity::compare("twins".to_owned(), &results.batch, comparison, (0, 1))
    };
    let sound = compare(&results);
    assert_eq!((sound.verdict(), sound.wrong), (Verdict::Passes, 0));
    assert!(sound.compared > 4 * 60 + 80, "weeks and differences: {}", sound.compared);

    let run = results.batch.runs.iter_mut().find(|run| run.strategy == 1).expect("a run");
    run.weeks[17].customers += 1;
    let found = compare(&results);
    assert_eq!((found.verdict(), found.wrong), (Verdict::Fails, 1));
    assert_eq!(found.deviations, ["week 17 of world 0 is not the same"]);
}

#[test]
fn identity_sees_a_difference_that_is_not_nothing() {
    let results = lived(&[("one", DIGITAL), ("other", SOCIAL)]);
    let comparison = Some(&results.comparison);
    let found = identity::compare("no twins".to_owned(), &results.batch, comparison, (0, 1));
    assert_eq!(found.verdict(), Verdict::Fails);
    let told = found.deviations.len();
    assert!(found.wrong > 100 && told == 5, "{} wrong, {told} told", found.wrong);
}

fn as_lived(results: Results) -> Lived {
    Lived { batch: results.batch, comparison: results.comparison }
}

#[test]
fn labels_see_who_is_favoured_by_name() {
    let here = as_lived(lived(&[("one", DIGITAL), ("other", SOCIAL)]));
    let there = as_lived(lived(&[("one", SOCIAL), ("other", DIGITAL)]));
    let sound = flipped("exchanged".to_owned(), &here, &there);
    assert_eq!((sound.verdict(), sound.wrong), (Verdict::Passes, 0));

    // Whoever is called `one` gets a millionth as a present.
    let favoured = |mut lived: Lived| {
        for run in lived.batch.runs.iter_mut().filter(|run| run.strategy == 0) {
            run.weeks[3].books.revenue += Money::from_number(1e-6);
        }
        lived
    };
    let found = flipped("favoured".to_owned(), &favoured(here), &favoured(there));
    // In four worlds one week is not the same, of either strategy.
    assert_eq!((found.verdict(), found.wrong), (Verdict::Fails, 8));
}

#[test]
fn labels_see_a_difference_that_is_not_flipped() {
    let here = as_lived(lived(&[("one", DIGITAL), ("other", SOCIAL)]));
    let mut there = as_lived(lived(&[("one", SOCIAL), ("other", DIGITAL)]));
    let pair = |c: &&mut stammtisch::experiment::compare::Contrast| {
        (c.strategy, c.against) == (0, 1) && c.measure.id == "profit"
    };
    let contrast = there.comparison.contrasts.iter_mut().find(pair).expect("profit");
    contrast.difference = contrast.difference.map(Difference::swapped);
    let found = flipped("one way".to_owned(), &here, &there);
    assert_eq!((found.verdict(), found.wrong), (Verdict::Fails, 1));
    assert!(found.deviations[0].starts_with("profit"), "{:?}", found.deviations);
}

/// A market in which every programme is loud, and every mechanism off.
fn silent(what: &str) -> Results {
    let loud = world(&[("it", what)])
        .replace("budget = 150", "budget = 1500")
        .replace("[people.visibility]\nseen = 0.001\n", "");
    let mut scenario = scenario(&(loud + "[people.start]\nstaff = 0.05\n"));
    null_worlds::silence(&mut scenario);
    live(scenario, 1)
}

fn loses_its_cost(results: &Results) -> Verdict {
    null_worlds::compare("it".to_owned(), &results.batch, 0, 1).verdict()
}

#[test]
fn only_the_programmes_that_are_named_act_outside_of_every_gain() {
    for name in NAMES {
        // So few follow the page that hardly one in a hundred of them would ever be warned.
        let more = if *name == "legal_warning" { "sharers = 0.5\n" } else { "" };
        let verdict = loses_its_cost(&silent(&format!("[strategies.it.{name}]\n{more}")));
        let outside = OUTSIDE.iter().any(|(other, _)| other == name);
        assert_eq!(verdict == Verdict::Fails, outside, "{name}: {verdict:?}");
    }
}

#[test]
fn all_programmes_together_lose_their_cost_when_those_are_struck_out() {
    let all = common::worlds::everything("it");
    let all = world(&[("it", "")]).replace("[people.visibility]\nseen = 0.001\n", "") + &all;
    let mut scenario = scenario(&(all + "[people.start]\nstaff = 0.05\n"));
    null_worlds::silence(&mut scenario);
    let told = null_worlds::strike(&mut scenario.strategies[0]);
    assert_eq!(told.len(), OUTSIDE.len());
    assert_eq!(scenario.strategies[0].lines.len(), NAMES.len() - OUTSIDE.len());
    assert_eq!(loses_its_cost(&live(scenario, 1)), Verdict::Passes);
}

#[test]
fn a_null_world_sees_a_millionth_and_says_nothing_of_what_costs_nothing() {
    let mut results = silent(SOCIAL);
    assert_eq!(loses_its_cost(&results), Verdict::Passes);
    let run = results.batch.runs.iter_mut().find(|run| run.strategy == 0).expect("a run");
    run.weeks[9].books.revenue += Money::from_number(1e-6);
    assert_eq!(loses_its_cost(&results), Verdict::Fails);
    let idle = silent("budget = 0\npreset = \"social\"\n");
    assert_eq!(loses_its_cost(&idle), Verdict::Untestable);
}

#[test]
fn a_response_is_told_from_luck_and_a_turn_from_a_rise() {
    // Eight worlds, each with luck of its own that is the same at all doses, and a little more at each.
    let luck = Draws::from_seed(3).of("test: doses");
    let doses = |means: [f64; 5]| -> Vec<Vec<f64>> {
        let lead = |dose: usize, world: usize| {
            let (own, more) =
                (luck.number(world as u64), luck.number((8 + 8 * dose + world) as u64));
            means[dose] + 50.0 * own.unit() + more.unit()
        };
        (0..5).map(|dose| (0..8).map(|world| lead(dose, world)).collect()).collect()
    };
    let response = |means: [f64; 5]| {
        let doses = doses(means);
        respond(&doses.iter().map(|dose| &**dose).collect::<Vec<_>>(), 11).1
    };
    assert_eq!(response([0.0; 5]), Response::None);
    assert_eq!(response([0.0, 5.0, 9.0, 12.0, 14.0]), Response::Rises);
    assert_eq!(response([0.0, -5.0, -9.0, -12.0, -14.0]), Response::Falls);
    assert_eq!(response([0.0, 5.0, 9.0, 5.0, 0.0]), Response::Turns);
}

/// So many comparisons of three strategies in eight worlds; the first is better by so much.
fn comparisons(number: usize, better: f64) -> Vec<Vec<Vec<f64>>> {
    let luck = Draws::from_seed(8).of("test: false alarms");
    let value = |at: usize| (0..12).map(|i| luck.number((at * 12 + i) as u64).unit()).sum::<f64>();
    let row = |comparison: usize, strategy: usize| -> Vec<f64> {
        let ahead = if strategy == 0 { better } else { 0.0 };
        (0..8).map(|world| ahead + value((comparison * 3 + strategy) * 8 + world)).collect()
    };
    (0..number).map(|c| (0..3).map(|strategy| row(c, strategy)).collect()).collect()
}

#[test]
fn of_equals_the_verdict_calls_one_better_in_five_of_a_hundred() {
    let profit = measures::by_id("profit").expect("a measure");
    let lived = comparisons(4000, 0.0);
    let alarm = |strategies| Alarm::count(String::new(), profit, strategies, &lived);
    let share = alarm(2).share.value().expect("some");
    // Four standard errors of a share of 0.05 in 4000 are 0.0138.
    assert!((share - 0.05).abs() < 0.0138 && !alarm(2).is_fault(), "{share}");
    // Whoever must beat two at once does so less often, though the best is picked first.
    let of_three = alarm(3).share.value().expect("some");
    assert!(of_three < share && of_three > 0.005, "{of_three}");
}

#[test]
fn a_rigged_comparison_is_a_fault() {
    let profit = measures::by_id("profit").expect("a measure");
    let rigged = comparisons(300, 1.0);
    let alarm = Alarm::count(String::new(), profit, 2, &rigged);
    assert!(alarm.is_fault() && alarm.share.count > 60, "{:?}", alarm.share);
}

const SCENARIO: &str = "[people]
count = 40
[strategies.loud.advertising]
[strategies.kind.introductions]
[strategies.kind.improvement]
share = 0.2
[experiment]
weeks = 8
";

fn audited(desk: &Desk, words: &str) -> Told {
    desk.lay("town.toml", SCENARIO).say(&format!("audit town.toml --quick {words}"))
}

#[test]
fn an_audit_tells_what_holds_and_who_wins_where() {
    let desk = Desk::new("audit");
    let out = audited(&desk, "").fine();
    assert!(out.starts_with("town: loud against kind by profit of 1,000 people, seed 1, depth quick; worlds of 40 people and 8 weeks\n"), "{out}");
    assert!(out.contains("All 6 exact checks hold."), "{out}");
    assert!(
        out.contains(
            "kind: Without what acts outside of every gain: improvement makes the product better."
        ),
        "{out}"
    );
    assert!(out.ends_with("\nReport: output/audit-town/audit.html\n"), "{out}");
    let files = desk.files("output/audit-town");
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
    let named: Vec<&String> = manifest["sha256"].as_object().expect("hashes").keys().collect();
    assert_eq!(named.len() + 1, files.len());
    assert!(files["audit.html"].starts_with(b"<!DOCTYPE html>"));
    for table in ["exact", "false_alarms", "doses", "worlds", "places", "best_worlds"] {
        let table = String::from_utf8_lossy(&files[&format!("tables/{table}.csv")]);
        assert!(table.lines().count() > 1, "{table}");
    }
}

#[test]
fn an_audit_is_one_object_for_programs_whatever_the_threads() {
    let desk = Desk::new("audit-json");
    let told = audited(&desk, "--json --threads 1").json();
    let keys: Vec<&str> = told.as_object().expect("an object").keys().map(|key| &**key).collect();
    let expected = "version scenario sides measure per_thousand_people seed depth people weeks holds \
        exact false_alarms doses plausible_space best_worlds findings";
    assert_eq!(keys, expected.split_whitespace().collect::<Vec<_>>());
    assert_eq!((&told["holds"], &told["sides"][0]), (&true.into(), &"loud".into()));
    assert_eq!(told["plausible_space"]["ahead"][0]["of"], 12);
    assert_eq!(told["doses"].as_array().map(Vec::len), Some(11));
    let worlds = told["best_worlds"].as_array().expect("a list");
    let of = |world: &Value| format!("{}:{}", world["side"], world["aim"]).replace('"', "");
    let of: Vec<String> = worlds.iter().map(of).collect();
    assert_eq!(of, ["loud:lead", "kind:lead", "loud:win", "kind:win"]);
    let again = audited(&desk, "--json --threads 2 --force").json();
    assert_eq!(told, again);
}

#[test]
fn a_side_may_be_to_do_nothing() {
    let desk = Desk::new("audit-absent");
    let told = audited(&desk, "--json --sides kind,absent").json();
    assert_eq!(told["sides"], serde_json::json!(["kind", "absent"]));
    let labels = &told["exact"].as_array().expect("a list")[1];
    assert_eq!((&labels["id"], &labels["verdict"]), (&"N2".into(), &"untestable".into()));
    assert_eq!(told["best_worlds"].as_array().map(Vec::len), Some(2));
}

#[test]
fn without_two_sides_there_is_no_audit() {
    let desk = Desk::new("audit-refusals");
    let alone = "[strategies.loud.advertising]\n";
    desk.lay("alone.toml", alone).say("audit alone.toml").refused(
        "error: an audit holds two strategies against each other, and the scenario has only `loud`\n\
         help: add another, or hold it against the baseline: --sides loud,absent",
    );
    audited(&desk, "--sides loud,kynd")
        .refused("error: the scenario has no strategy `kynd`\nhelp: did you mean `kind`?");
    audited(&desk, "--sides loud,nobody")
        .refused("error: the scenario has no strategy `nobody`\nhelp: one of loud, kind, absent");
    audited(&desk, "--sides kind").refused(
        "error: --sides takes two names, but is `kind`\nhelp: write for example --sides loud,kind",
    );
    audited(&desk, "--sides kind,kind").refused(
        "error: both sides are `kind`\n\
         help: name two strategies; that each equals itself is checked anyway",
    );
}

#[test]
fn names_are_exchanged_wherever_they_stand() {
    use stammtisch::document::Document;
    use stammtisch::evidence::audit::case::Case;
    let text = "[strategies.a.advertising]\n[strategies.b]\nthen = \"a\"\nat = 10\n[strategies.b.occasions]\n\
        [rivals.shop]\nstrategy = \"b\"\n[people.start]\ncustomers = 0.1\n[experiment]\nweeks = 20\n";
    let document = Document::parse("a.toml", text, &mut Vec::new());
    let plain = scenario(text);
    let sides = sides(&plain, None).expect("two sides");
    let (file, ground, name) = ("a.toml".into(), Ground::default(), "a".to_owned());
    let case = Case { file, document, ground, sides, name };
    let exchanged = case.with_names_exchanged().expect("sound");
    let names = |strategy: usize| &*exchanged.strategies[strategy].name;
    assert_eq!((names(0), names(1)), ("b", "a"), "the first of the file is now called b");
    assert_eq!(exchanged.strategies[1].switches[0].to, "b", "a changes to b");
    assert_eq!(exchanged.rivals[0].follows, "a", "whatever it is called, it is the same strategy");
    let reversed = case.in_opposite_order().expect("sound");
    assert_eq!(reversed.strategies[0].name, "b");
}
