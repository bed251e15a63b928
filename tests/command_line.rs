//! The command line as its users meet it, told by the real program.

#![allow(clippy::expect_used, reason = "a test may stop where its ground is missing")]

mod desk;

use desk::{Desk, IMPORTED, SMALL, told};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The ids that programs may rely on.
const STABLE: &str = "retention churn customers acquisitions acquisitions_advertising \
    acquisitions_word_of_mouth acquisitions_invitation acquisitions_search acquisition_cost \
    acquisition_cost_paid acquisition_cost_incremental mentions mention_valence \
    referral_reproduction spend revenue profit equity trust willingness_to_pay portfolio_value \
    ties_formed ties_kept ties_lost";

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

fn small(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.lay("small.toml", SMALL);
    desk
}

#[test]
fn a_run_leaves_page_plots_tables_and_the_hash_of_each() {
    let desk = small("whole");
    let out = desk.say("run small.toml").fine();
    assert!(out.contains("seed 1\n"), "the usual seed is told: {out}");
    assert!(out.ends_with("Report: output/small/report.html\n"), "{out}");

    let mut files = desk.files("output/small");
    let manifest = files.remove("manifest.json").expect("a manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    let hashes = manifest["sha256"].as_object().expect("hashes");
    let named: BTreeSet<&String> = hashes.keys().collect();
    assert_eq!(named, files.keys().collect());
    for (name, bytes) in &files {
        let hash: Vec<String> = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hashes[name], hash.concat(), "{name}");
    }
    assert!(files["report.html"].starts_with(b"<!DOCTYPE html>"));
    assert!(files.contains_key("scenario.toml"));
    let plots: Vec<&str> =
        files.keys().filter_map(|name| name.strip_prefix("plots/")?.strip_suffix(".svg")).collect();
    assert!(plots.contains(&"retention"), "{plots:?}");
    for plot in plots {
        assert!(files[&format!("plots/{plot}.svg")].starts_with(b"<svg"), "{plot}");
        assert!(files[&format!("plots/{plot}.png")].starts_with(b"\x89PNG"), "{plot}");
    }
    for table in ["runs", "weeks", "summaries", "contrasts", "failures", "dictionary"] {
        let table = String::from_utf8_lossy(&files[&format!("tables/{table}.csv")]);
        assert!(table.lines().next().is_some_and(|names| names.contains(',')), "{table}");
    }
}

#[test]
fn json_is_one_object_of_the_promised_shape() {
    let desk = small("json");
    let told = desk.say("run small.toml --json --output there").json();
    assert_eq!(
        keys(&told),
        [
            "scenario",
            "version",
            "seed",
            "replications",
            "failures",
            "strategies",
            "contrasts",
            "crossings",
            "verdict",
            "network",
            "output"
        ]
    );
    assert_eq!(told["scenario"], "small");
    assert_eq!((&told["seed"], &told["replications"]), (&1.into(), &2.into()));
    assert_eq!(told["output"], "there");
    assert_eq!(keys(&told["network"]), ["people", "ties", "isolates", "components"]);
    assert_eq!(told["network"]["people"], 60);

    assert_eq!(keys(&told["strategies"]), ["zeta", "alpha", "absent"], "in the order of the file");
    let measures = keys(&told["strategies"]["zeta"]);
    for id in STABLE.split_whitespace() {
        assert!(measures.contains(&id), "{id}");
        assert!(measures.contains(&&*format!("{id}@3")), "{id}@3: month 3 is week 13");
        assert!(!measures.contains(&&*format!("{id}@12")), "week 52 is beyond the horizon");
    }
    for strategy in ["zeta", "alpha", "absent"] {
        let strategy = &told["strategies"][strategy];
        assert_eq!(keys(strategy), measures);
        assert_eq!(keys(&strategy["profit"]), ["mean", "low", "high", "n"]);
    }
    let ratio = &told["strategies"]["absent"]["acquisition_cost_incremental"];
    assert!(ratio["mean"].is_null(), "nothing stands below the line: {ratio}");
}

#[test]
fn contrasts_name_each_pair_once_in_the_order_of_the_file() {
    let desk = small("contrasts");
    let told = desk.say("run small.toml --json").json();
    let contrasts = told["contrasts"].as_array().expect("a list");
    assert_eq!(
        keys(&contrasts[0]),
        ["measure", "strategy", "against", "mean", "low", "high", "correlation", "n"]
    );
    let of = |measure: &str| -> Vec<&Value> {
        contrasts.iter().filter(|contrast| contrast["measure"] == measure).collect()
    };
    for measure in keys(&told["strategies"]["zeta"]) {
        let pairs: Vec<_> =
            of(measure).iter().map(|c| (c["strategy"].as_str(), c["against"].as_str())).collect();
        let all = [("zeta", "alpha"), ("zeta", "absent"), ("alpha", "absent")];
        assert_eq!(pairs, all.map(|(one, other)| (Some(one), Some(other))), "{measure}");
    }
    let mean =
        |strategy: &str| told["strategies"][strategy]["profit"]["mean"].as_f64().expect("a number");
    let first = of("profit")[0]["mean"].as_f64().expect("a number");
    assert!((first - (mean("zeta") - mean("alpha"))).abs() < 1e-9, "strategy less against");
    let spend = of("spend")[1];
    assert!(spend["correlation"].is_null(), "who never spends has no variance: {spend}");
    assert!(of("profit")[0]["correlation"].is_number());
}

#[test]
fn there_is_a_winner_only_where_one_is_better() {
    let desk = small("winner");
    // Alone in the world, a person is won by nobody: advertising costs and brings nothing.
    let lonely = "[people]\ncount = 1\n[objectives]\nmargin = 0\n[strategies.digital.advertising]\n\
        [experiment]\nreplications = 2\nweeks = 20\n";
    let alone = desk.lay("lonely.toml", lonely).say("run lonely.toml --json").json();
    assert_eq!(alone["verdict"]["kind"], "better");
    assert_eq!(alone["verdict"]["winner"], "absent");
    // A margin as wide as the world makes everything practically the same.
    let same = desk.say("run small.toml --json --output b --set objectives.margin=100000").json();
    assert_eq!(keys(&same["verdict"]), ["measure", "kind", "winner"]);
    assert_eq!(
        (&same["verdict"]["measure"], &same["verdict"]["kind"]),
        (&"profit".into(), &"same".into())
    );
    assert!(same["verdict"]["winner"].is_null());
}

#[test]
fn strategies_with_names_alike_keep_their_own_plots() {
    let desk = Desk::new("alike");
    let alike = "[people]\ncount = 30\n[strategies.\"a b\".posts]\n[strategies.a-b.advertising]\n\
        [experiment]\nreplications = 1\nweeks = 2\n";
    let _ = desk.lay("a.toml", alike).say("run a.toml").fine();
    let files = desk.files("output/a/plots");
    for plot in ["portfolio-a-b.svg", "portfolio-a-b-2.svg", "portfolio-absent.svg"] {
        assert!(files.contains_key(plot), "{:?}", files.keys());
    }
}

#[test]
fn results_are_refused_without_force_and_replaced_with_it() {
    let desk = small("force");
    let _ = desk.say("run small.toml").fine();
    let first = desk.files("output");
    desk.say("run small.toml --seed 2").refused(
        "error: there are results in output/small already\n\
         help: write --force to replace them, or --output DIR to keep both",
    );
    assert!(desk.files("output") == first, "refused results are untouched");
    let _ = desk.say("run small.toml --seed 2 --force").fine();
    let second = desk.files("output");
    assert!(second != first);
    assert!(second.keys().eq(first.keys()), "nothing else is left lying around");
}

#[test]
fn a_folder_of_other_things_is_never_replaced() {
    let desk = small("other");
    desk.lay("thesis/chapter.txt", "years of work");
    desk.say("run small.toml --output thesis --force").refused(
        "error: thesis exists and holds no results of ours, so it is not replaced\n\
         help: choose another folder with --output DIR",
    );
    assert_eq!(desk.files("thesis")["chapter.txt"], b"years of work");
}

#[test]
fn one_seed_is_one_set_of_bytes() {
    let desk = small("seeds");
    let _ = desk.say("run small.toml --output usual --threads 1").fine();
    let _ = desk.say("run small.toml --output same --seed 1 --threads 2").fine();
    let _ = desk.say("run small.toml --output other --seed 18446744073709551615").fine();
    assert!(desk.files("usual") == desk.files("same"));
    assert!(desk.tables("usual")["runs.csv"] != desk.tables("other")["runs.csv"]);
}

#[test]
fn a_random_seed_is_told_and_reproduces() {
    let desk = small("random");
    let json = desk.say("run small.toml --json --output a --seed random").json();
    let seed = json["seed"].as_u64().expect("a seed");
    assert_ne!(seed, 1);
    let _ = desk.say(&format!("run small.toml --output b --seed {seed}")).fine();
    assert!(desk.files("a") == desk.files("b"));
}

#[test]
fn the_effective_scenario_runs_again_to_the_same_tables() {
    let desk = small("again");
    let _ = desk.say("run small.toml --output first --set people.talk.mention=0.2").fine();
    let _ = desk.say("run first/scenario.toml --output second").fine();
    assert!(desk.tables("first") == desk.tables("second"));
    let scenario = |folder: &str| desk.files(folder)["scenario.toml"].clone();
    assert!(scenario("first") == scenario("second"));
}

#[test]
fn check_tells_how_files_were_read() {
    let desk = Desk::new("as-read");
    desk.lay("market.toml", IMPORTED).lay("ties.csv", "anna,bert\nbert,cara\n");
    let told = desk.say("check market.toml").fine();
    let imported = "Imported: 2 ties, 0 isolates, 1 component; repaired: 0 duplicates, 0 self-loops, 0 ties given from both sides\n";
    let read = "The first line of the ties is a tie (a heading would be called source,target).\n";
    assert!(told.ends_with(&format!("{imported}{read}")), "{told}");
    desk.lay("ties.csv", "one;other;weight\nanna;bert;1\nbert;cara;.5\n").lay(
        "people.csv",
        "id;circle;sociabilty;fit;shoe\nanna;1;2;.5;38\nbert;1;2;.5;\ncara;2;2;.5;\n",
    );
    let told = desk.say("check market.toml --set people.network.people=people.csv").fine();
    let read = "The first line of the ties names the columns.\n\
        Columns of the people table that are not used: sociabilty (did you mean `sociability`?), shoe. \
        Used are id, circle or community, sociability, base_value, ad_tolerance, fit, frailty, customer.\n";
    assert!(told.ends_with(&format!("{imported}{read}")), "{told}");
    let told = desk.say("check market.toml --json --set people.network.people=people.csv").json();
    let network = serde_json::json!({"heading": true, "unused_columns": ["sociabilty", "shoe"]});
    assert_eq!(told["network"], network);
    desk.lay("people.csv", "id;\u{1B}[31mred\nanna;1\nbert;1\ncara;2\n");
    let told = desk.say("check market.toml --set people.network.people=people.csv").fine();
    assert!(told.contains("[31mred") && !told.contains('\u{1B}'), "{told:?}");
}

#[test]
fn results_of_an_imported_network_can_be_moved_and_run_again() {
    let desk = Desk::new("moved");
    desk.lay("here/a.toml", IMPORTED)
        .lay("here/ties.csv", "source,target,hours\nann,bob,2\nbob,cid,1\ncid,ann,3\n")
        .lay("here/who.txt", "id;fit;customer\nann;0.9;1\nbob;0.1;0\ncid;0.5;1\ndot;0.4;0\n");
    let set = "--set people.network.people=here/who.txt --set people.network.weight=hours";
    let json = desk.say(&format!("run here/a.toml --json --output first {set}")).json();
    assert_eq!(json["network"]["isolates"], 1, "dot is only in the people table");
    fs::rename(desk.folder.join("first"), desk.folder.join("moved")).expect("moved");
    fs::remove_dir_all(desk.folder.join("here")).expect("removed");
    desk.lay("elsewhere/empty", "");
    let mut command = desk.command("run ../moved/scenario.toml --output ../second");
    let _ = told(command.current_dir(desk.folder.join("elsewhere"))).fine();
    assert!(desk.tables("moved") == desk.tables("second"));
    assert!(desk.files("moved")["scenario.toml"] == desk.files("second")["scenario.toml"]);
}

#[test]
fn set_may_be_repeated_and_the_last_word_counts() {
    let desk = small("set");
    let line = desk
        .say(
            "check small.toml --set people.count=70 --set experiment.weeks=5 --set people.count=80",
        )
        .fine();
    assert_eq!(
        line,
        "small.toml is sound: 80 people, strategies zeta, alpha, absent, 2 replications of 5 weeks\n"
    );
    let json = desk
        .say("run small.toml --json --set objectives.measure=equity --set strategies.beta.introductions.matchmaker=\"random\"")
        .json();
    assert_eq!(json["verdict"]["measure"], "equity", "a bare word is a text");
    assert!(keys(&json["strategies"]).contains(&"beta"), "what looks like TOML is TOML");
}

#[test]
fn paths_are_relative_to_where_they_are_written() {
    let desk = Desk::new("paths");
    desk.lay("deep/a.toml", IMPORTED).lay("deep/ties.csv", "1,2\n").lay("ties.csv", "1,2\n2,3\n");
    let people = |line: &str| line.split_whitespace().nth(3).map(str::to_owned);
    let in_file = desk.say("check deep/a.toml").fine();
    let in_set = desk.say("check deep/a.toml --set people.network.ties=ties.csv").fine();
    assert_eq!((people(&in_file).as_deref(), people(&in_set).as_deref()), (Some("2"), Some("3")));
}

#[test]
fn every_story_is_written_whole_and_is_sound() {
    let desk = Desk::new("stories");
    // Every file in `scenarios/` comes with the program.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = [folder.clone(), folder.join("claims")].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(folder).expect("a folder of scenarios");
        entries.map(|entry| entry.expect("an entry").path())
    });
    let stories = files.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let names: Vec<String> =
        stories.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    assert!(names.len() >= 45, "{names:?}");
    for story in names {
        let told = desk.say(&format!("new {story}.toml --from {story}")).fine();
        assert_eq!(
            told,
            format!(
                "Wrote {story}.toml. Try: stammtisch check {story}.toml, then stammtisch run {story}.toml\n"
            )
        );
        let sound = desk.say(&format!("check {story}.toml")).fine();
        assert!(sound.starts_with(&format!("{story}.toml is sound: ")), "{sound}");
        let printed = desk.say(&format!("new - --from {story}"));
        assert_eq!(printed.out.as_bytes(), desk.files("")[&format!("{story}.toml")]);
    }
    let beside = desk.say("new --from trade-fair");
    assert!(
        beside.code == Some(2) && beside.err.starts_with("error: trade-fair.toml exists already")
    );
    assert!(desk.say("new").fine().starts_with("Wrote scenario.toml."));
    desk.say("new amex-open.toml").refused(
        "error: amex-open.toml exists already\n\
         help: write --force to replace it, or name a file in another folder",
    );
    let _ = desk.say("new amex-open.toml --force").fine();
    assert!(desk.files("")["amex-open.toml"] == desk.files("")["restaurant-table.toml"]);
}

#[test]
fn no_half_story_is_left_where_a_file_beside_it_is_kept() {
    let desk = Desk::new("half");
    desk.lay("karate-club.csv", "mine");
    desk.say("new club.toml --from real-network").refused(
        "error: karate-club.csv exists already\n\
         help: write --force to replace it, or name a file in another folder",
    );
    assert_eq!(desk.files("").len(), 1);
}

#[test]
fn check_tells_programs_what_is_wrong_and_where() {
    let desk = small("check");
    let sound = desk.say("check small.toml --json").json();
    assert_eq!(sound, serde_json::json!({"sound": true, "problems": []}));
    let told = desk.say("check small.toml --json --set people.cuont=3");
    assert_eq!((told.code, &*told.err), (Some(2), ""));
    let problems: Value = serde_json::from_str(&told.out).expect("one JSON value");
    assert_eq!(
        problems,
        serde_json::json!({"sound": false, "problems": [{
            "file": "--set", "line": 1, "column": 8,
            "what": "there is no `cuont` in [people]",
            "help": "did you mean `count`?",
        }]})
    );
}

#[test]
fn params_lists_all_or_those_of_a_word() {
    let desk = Desk::new("params");
    let all = desk.say("params").fine();
    let talk = desk.say("params people.talk").fine();
    assert!(
        talk.starts_with("[people.talk]\n  mention = 0.1    share, 0 to 0.3\n      Chance that"),
        "{talk}"
    );
    assert!(all.contains(talk.trim_end()));
    let list = desk.say("params --json").json();
    let list = list.as_array().expect("a list");
    let told = all.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    assert_eq!(list.len(), told.count(), "both tell of the same parameters");
    let first = &list[0];
    assert_eq!(first["path"], "people.count");
    for key in
        ["table", "name", "meaning", "unit", "default", "least", "most", "source", "grade", "role"]
    {
        assert!(first.get(key).is_some(), "{key}");
    }
    desk.say("params nix").refused(
        "error: no parameter has `nix` in its path\nhelp: `stammtisch params` lists all that are numbers or choices; \
         names and files are told in the comments of a scenario",
    );
    for (word, near) in [("people.tlk", "people.talk"), ("budgt", "budget"), ("talks", "talk")] {
        desk.say(&format!("params {word}")).refused(&format!(
            "error: no parameter has `{word}` in its path\nhelp: did you mean `{near}`?"
        ));
    }
}

#[test]
fn help_and_version_are_data() {
    let desk = Desk::new("help");
    let help = desk.say("--help").fine();
    for word in
        ["run", "new", "check", "params", "Exit codes: 0 done, 1 the program failed a check"]
    {
        assert!(help.contains(word), "{word}");
    }
    assert!(desk.say("run --help").fine().contains("--seed <SEED>"));
    let version = desk.say("--version").fine();
    assert_eq!(version, format!("stammtisch {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_who_goes_away_is_no_fault() {
    let desk = small("pipe");
    for words in ["params", "params --json", "run small.toml --json", "check small.toml", "--help"]
    {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let child = desk
            .command(words)
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program starts");
        let output = child.wait_with_output().expect("the program ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*err), (Some(0), ""), "{words}");
    }
}

#[test]
fn faults_come_without_colours_where_nobody_sees_them() {
    let desk = small("colours");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "xterm-256color")] {
        let told = told(desk.command("check small.toml --set people.cuont=3").env(name, value));
        assert_eq!(told.code, Some(2));
        assert!(!told.err.contains('\x1b'), "{}", told.err);
    }
}
