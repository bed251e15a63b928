//! What people type wrong: the whole answer that they get, with place, cause and remedy, and never a panic.

mod desk;

use desk::{Desk, IMPORTED, SMALL};

/// A strategy, so that nothing else is wrong.
const PLAIN: &str = "[strategies.d.advertising]\n";

/// Checks a scenario of these lines before a sound strategy.
fn refused(name: &str, lines: &str, words: &str) {
    Desk::new(&format!("bad-{name}")).check(format!("{lines}\n{PLAIN}")).refused(words);
}

/// Checks the small scenario with these options.
fn refused_set(name: &str, options: &str, words: &str) {
    let desk = Desk::new(&format!("bad-set-{name}"));
    desk.lay("small.toml", SMALL);
    desk.say(&format!("check small.toml {options}")).refused(words);
}

/// Checks an imported network of these ties, and of these people if there are any.
fn refused_files(name: &str, (ties, people): (&[u8], &str), options: &str, words: &str) {
    let desk = Desk::new(&format!("bad-file-{name}"));
    desk.lay("net.toml", IMPORTED).lay("ties.csv", ties);
    let mut options = options.to_owned();
    if !people.is_empty() {
        desk.lay("who.csv", people);
        options.push_str(" --set people.network.people=who.csv");
    }
    desk.say(&format!("check net.toml {options}")).refused(words);
}

#[test]
fn an_unknown_key_has_a_neighbour() {
    refused(
        "key",
        "[people]\ncuont = 5",
        "\
error: there is no `cuont` in [people]
 --> a.toml:2:1
  |
2 | cuont = 5
  | ^^^^^
  |
  = help: did you mean `count`?",
    );
    refused(
        "far",
        "[people.visibility]\nxyz = 5",
        "\
error: there is no `xyz` in [people.visibility]
 --> a.toml:2:1
  |
2 | xyz = 5
  | ^^^
  |
  = help: known here: seen",
    );
}

#[test]
fn a_text_for_a_number_is_answered_with_the_number() {
    refused(
        "text",
        "[objectives]\nquality = \"5 %\"\nprice = \"0,85\"\nunit_cost = \"many\"\n[people]\ncount = \"300\"",
        "\
error: `quality` must be a number (share), but is a text
 --> a.toml:2:11
  |
2 | quality = \"5 %\"
  |           ^^^^^
  |
  = help: write quality = 0.05

error: `price` must be a number (money), but is a text
 --> a.toml:3:9
  |
3 | price = \"0,85\"
  |         ^^^^^^
  |
  = help: write price = 0.85

error: `unit_cost` must be a number (money), but is a text
 --> a.toml:4:13
  |
4 | unit_cost = \"many\"
  |             ^^^^^^
  |
  = help: write for example unit_cost = 4

error: `count` must be a number (count), but is a text
 --> a.toml:6:9
  |
6 | count = \"300\"
  |         ^^^^^
  |
  = help: write count = 300

4 problems",
    );
}

#[test]
fn five_thousand_or_five_is_not_guessed() {
    refused(
        "comma",
        "[objectives]\nprice = \"5,000\"",
        "\
error: `price` must be a number (money), but is a text
 --> a.toml:2:9
  |
2 | price = \"5,000\"
  |         ^^^^^^^
  |
  = help: write for example price = 5",
    );
}

#[test]
fn a_date_is_no_number_and_neither_is_a_list() {
    refused(
        "kinds",
        "[objectives]\nprice = 2026-11-22\nmargin = [1, 2]\nbudget = true\n[people.start]\naware = {}",
        "\
error: `price` must be a number (money), but is a date
 --> a.toml:2:9
  |
2 | price = 2026-11-22
  |         ^^^^^^^^^^
  |
  = help: write for example price = 5

error: `margin` must be a number (money), but is a list
 --> a.toml:3:10
  |
3 | margin = [1, 2]
  |          ^^^^^^
  |
  = help: write for example margin = 100

error: `budget` must be a number (money), but is a truth value
 --> a.toml:4:10
  |
4 | budget = true
  |          ^^^^
  |
  = help: write for example budget = 50

error: `aware` must be a number (share), but is a table
 --> a.toml:6:9
  |
6 | aware = {}
  |         ^^
  |
  = help: write for example aware = 0.5

4 problems",
    );
}

#[test]
fn a_share_over_one_was_meant_in_per_cent() {
    refused(
        "share",
        "[objectives]\nquality = 85",
        "\
error: `quality` must lie between 0 and 1 (share), but is 85
 --> a.toml:2:11
  |
2 | quality = 85
  |           ^^
  |
  = help: 85 % is written 0.85",
    );
    Desk::new("bad-share-of-budget").check("[strategies.d.advertising]\nshare = 200\n").refused(
        "\
error: `share` must lie between 0 and 1 (share), but is 200
 --> a.toml:2:9
  |
2 | share = 200
  |         ^^^",
    );
}

#[test]
fn shares_must_add_up() {
    let desk = Desk::new("bad-shares");
    for (second, sum) in [("0.4", "0.9"), ("0.6", "1.1")] {
        desk.check(format!(
            "[strategies.d.advertising]\nshare = 0.5\n[strategies.d.posts]\nshare = {second}\n"
        ))
        .refused(&format!(
            "\
error: the shares of strategy `d` add up to {sum}, not to 1
 --> a.toml:4:9
  |
4 | share = {second}
  |         ^^^
  |
  = help: a programme without a share gets what the others leave; to spend less, lower the budget"
        ));
    }
}

#[test]
fn a_scenario_needs_a_strategy() {
    let words = "\
error: the scenario has no strategy, so there is nothing to compare
 |
 = help: add for example [strategies.digital.advertising]";
    let desk = Desk::new("bad-none");
    for empty in ["", "# only a comment\n", "[people]\ncount = 5\n", "[strategies]\n"] {
        desk.check(empty).refused(words);
    }
}

#[test]
fn budgets_are_not_negative() {
    Desk::new("bad-budget")
        .check("[objectives]\nbudget = -5\n[strategies.d]\nbudget = -3\n[strategies.d.posts]\n")
        .refused(
            "\
error: `budget` must lie between 0 and 1000000 (money), but is -5
 --> a.toml:2:10
  |
2 | budget = -5
  |          ^^

error: `budget` must lie between 0 and 1000000 (money a week and 1,000 people), but is -3
 --> a.toml:4:10
  |
4 | budget = -3
  |          ^^

2 problems",
        );
}

#[test]
fn several_faults_are_told_at_once_in_the_order_of_the_text() {
    refused_set(
        "several",
        "--set objectives.quality=2 --set strategies.zeta.pots.share=0.1 --set people.network.complet.x=1",
        "\
error: `quality` must lie between 0 and 1 (share), but is 2
 --> --set:1:20
  |
1 | objectives.quality=2
  |                    ^
  |
  = help: 2 % is written 0.02

error: there is no `pots` in [strategies.zeta]
 --> --set:1:17
  |
1 | strategies.zeta.pots.share=0.1
  |                 ^^^^
  |
  = help: did you mean `posts`?

error: there is no `complet` in [people.network]
 --> --set:1:16
  |
1 | people.network.complet.x=1
  |                ^^^^^^^
  |
  = help: did you mean `complete`?

3 problems",
    );
}

#[test]
fn a_fault_of_syntax_is_told_in_plain_words() {
    refused(
        "syntax",
        "foo =\nname = bar\n[people",
        "\
error: the value is missing, or it is a text without quotation marks
 --> a.toml:1:6
  |
1 | foo =
  |      ^
  |
  = help: write NAME = 0.5 or NAME = \"text\"

error: the value is missing, or it is a text without quotation marks
 --> a.toml:2:8
  |
2 | name = bar
  |        ^^^
  |
  = help: write NAME = 0.5 or NAME = \"text\"

error: unclosed table, expected `]`
 --> a.toml:3:8
  |
3 | [people
  |        ^
  |
  = help: write NAME = VALUE, and the name of a table as [people.talk]

3 problems",
    );
}

#[test]
fn a_name_stands_once() {
    refused(
        "twice",
        "[people]\ncount = 5\ncount = 6",
        "\
error: this name stands here twice
 --> a.toml:3:1
  |
3 | count = 6
  | ^^^^^
  |
  = help: keep one of the two",
    );
}

#[test]
fn a_value_is_no_table_and_a_table_no_value() {
    refused_set(
        "table",
        "--set people=5",
        "\
error: `people` must be a table, but is a number
 --> --set:1:8
  |
1 | people=5
  |        ^
  |
  = help: give the values within it: people.KEY = VALUE",
    );
    refused_set(
        "deep",
        "--set people.count.foo=5",
        "\
error: `count` must be a number (count), but is a table
 --> --set:1:8
  |
1 | people.count.foo=5
  |        ^^^^^
  |
  = help: write for example count = 5000",
    );
    refused(
        "title",
        "title = 5",
        "\
error: `title` must be a text in quotes, but is a number
 --> a.toml:1:9
  |
1 | title = 5
  |         ^
  |
  = help: write title = \"…\"",
    );
}

#[test]
fn set_is_quoted_where_it_is_wrong() {
    refused_set(
        "equals",
        "--set people.count",
        "\
error: `--set people.count` has no `=`
 |
 = help: write --set path=value, for example --set people.count=2000",
    );
    refused_set(
        "path",
        "--set people.cuont=3",
        "\
error: there is no `cuont` in [people]
 --> --set:1:8
  |
1 | people.cuont=3
  |        ^^^^^
  |
  = help: did you mean `count`?",
    );
    refused_set(
        "dots",
        "--set people..count=3",
        "\
error: a name is missing here
 --> --set:1:8
  |
1 | people..count=3
  |        ^
  |
  = help: write NAME = VALUE",
    );
    refused_set(
        "word",
        "--set people.count=five",
        "\
error: `count` must be a number (count), but is a text
 --> --set:1:14
  |
1 | people.count=\"five\"
  |              ^^^^^^
  |
  = help: write for example count = 5000",
    );
}

#[test]
fn numbers_beyond_all_bounds_are_refused() {
    let count = |value: &str, said: &str| {
        let marks = "^".repeat(value.len());
        format!(
            "\
error: `count` must lie between 1 and 10000000 (count), but is {said}
 --> --set:1:14
  |
1 | people.count={value}
  |              {marks}"
        )
    };
    for (value, said) in [
        ("0", "0"),
        ("-1", "-1"),
        ("1e12", "1000000000000"),
        ("1e300", "1e300"),
        ("inf", "inf"),
        ("nan", "NaN"),
        ("99999999999999999999999999999999999999999999", "1e44"),
    ] {
        refused_set("bounds", &format!("--set people.count={value}"), &count(value, said));
    }
    refused_set(
        "half",
        "--set people.count=2.5 --set experiment.weeks=0",
        "\
error: `count` must be a whole number (count), but is 2.5
 --> --set:1:14
  |
1 | people.count=2.5
  |              ^^^

error: `weeks` must lie between 1 and 1040 (weeks), but is 0
 --> --set:1:18
  |
1 | experiment.weeks=0
  |                  ^

2 problems",
    );
}

#[test]
fn the_smallest_worlds_are_lived() {
    let desk = Desk::new("bad-not-small");
    desk.lay("small.toml", SMALL);
    let worlds = [
        (1, "communities"),
        (2, "communities"),
        (2, "watts_strogatz"),
        (2, "barabasi_albert"),
        (2, "erdos_renyi"),
        (1, "configuration"),
        (1, "complete"),
    ];
    for (people, network) in worlds {
        let command = format!(
            "run small.toml --force --set people.count={people} --set people.network.{network}={{}} --set experiment.weeks=1 --set experiment.replications=1"
        );
        let told = desk.say(&command).fine();
        assert!(!told.contains("failed"), "{command}: {told}");
    }
}

#[test]
fn a_complete_network_does_not_eat_the_memory() {
    refused_set("complete", "--set people.network.complete={} --set people.count=100000", "\
error: a complete network has at most 5000 people, but `count` is 100000: that would be 4999950000 ties
 --> --set:1:14
  |
1 | people.count=100000
  |              ^^^^^^
  |
  = help: lower `count`, or take another network, such as [people.network.communities]");
    refused_set(
        "parameter",
        "--set people.network.complete.mean_degree=3",
        "\
error: there is no `mean_degree` in [people.network.complete]
 --> --set:1:25
  |
1 | people.network.complete.mean_degree=3
  |                         ^^^^^^^^^^^
  |
  = help: the complete network has no parameters",
    );
}

#[test]
fn a_network_has_one_source() {
    let words = "\
error: `count` and an imported network cannot both be given: the files say how many people there are
 --> small.toml:2:1
  |
2 | count = 60
  | ^^^^^
  |
  = help: remove `count`, or remove `ties`";
    refused_set("both", "--set people.network.ties=ties.csv", words);
    refused(
        "two",
        "[people.network.complete]\n[people.network.erdos_renyi]",
        "\
error: a network has one generator, but `erdos_renyi` follows `complete`
 --> a.toml:2:17
  |
2 | [people.network.erdos_renyi]
  |                 ^^^^^^^^^^^
  |
  = help: leave out [people.network.complete] or [people.network.erdos_renyi]",
    );
    refused(
        "no-ties",
        "[people.network]\nweight = \"hours\"",
        "\
error: `weight` belongs to an imported network, but no file of ties is given
 --> a.toml:2:1
  |
2 | weight = \"hours\"
  | ^^^^^^
  |
  = help: add ties = \"FILE\" to [people.network]",
    );
}

#[test]
fn a_measure_must_exist_and_be_able_to_decide() {
    refused(
        "measure",
        "[objectives]\nmeasure = \"profti\"",
        "\
error: there is no measure \"profti\"
 --> a.toml:2:11
  |
2 | measure = \"profti\"
  |           ^^^^^^^^
  |
  = help: did you mean \"profit\"?",
    );
    refused(
        "ratio",
        "[objectives]\nmeasure = \"acquisition_cost\"",
        "\
error: \"acquisition_cost\" is reported, but cannot decide
 --> a.toml:2:11
  |
2 | measure = \"acquisition_cost\"
  |           ^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean \"acquisitions\"?",
    );
}

#[test]
fn strategies_have_programmes_that_exist_and_names_that_can_be_written() {
    let desk = Desk::new("bad-strategies");
    desk.check("[strategies.d.advertisng]\n[strategies.absent.posts]\n[strategies.\"a.b\".posts]\n[strategies]\nx = 1\n").refused("\
error: there is no `advertisng` in [strategies.d]
 --> a.toml:1:15
  |
1 | [strategies.d.advertisng]
  |               ^^^^^^^^^^
  |
  = help: did you mean `advertising`?

error: `absent` is the name of the baseline, which always runs along
 --> a.toml:2:13
  |
2 | [strategies.absent.posts]
  |             ^^^^^^
  |
  = help: give the strategy another name

error: a strategy cannot be called \"a.b\"
 --> a.toml:3:13
  |
3 | [strategies.\"a.b\".posts]
  |             ^^^^^
  |
  = help: use letters, digits, blanks, - and _

error: a strategy must be a table, but `x` is a number
 --> a.toml:5:5
  |
5 | x = 1
  |     ^
  |
  = help: write for example [strategies.x.advertising]

4 problems");
    desk.check("[strategies.Straße.posts]\n").refused(
        "\
error: invalid unquoted key, expected letters, numbers, `-`, `_`
 --> a.toml:1:17
  |
1 | [strategies.Straße.posts]
  |                 ^
  |
  = help: put a name with other characters into quotation marks: \"name\"",
    );
    let fine = desk.check("[strategies.\"Große Straße 日本\".posts]\n").fine();
    assert!(fine.contains("strategies Große Straße 日本, absent"), "{fine}");
    desk.check("[strategies.d]\npreset = \"digitl\"\n[strategies.e.introductions]\nmatchmaker = \"simila\"\n").refused("\
error: there is no preset \"digitl\"
 --> a.toml:2:10
  |
2 | preset = \"digitl\"
  |          ^^^^^^^^
  |
  = help: did you mean \"digital\"?

error: `matchmaker` cannot be \"simila\"
 --> a.toml:4:14
  |
4 | matchmaker = \"simila\"
  |              ^^^^^^^^
  |
  = help: did you mean \"similar\"?

2 problems");
}

#[test]
fn a_scenario_is_a_file_of_text() {
    let desk = Desk::new("bad-scenario");
    desk.lay("folder/market.toml", SMALL).lay("latin.toml", b"# Stra\xdfe\n");
    desk.say("check folder")
        .refused("error: folder is a folder, not a scenario file\nhelp: name a file in it");
    desk.say("run folder/markt.toml").refused(
        "error: there is no file folder/markt.toml\nhelp: did you mean folder/market.toml?",
    );
    desk.say("run nothing.toml").refused(
        "error: there is no file nothing.toml\nhelp: `stammtisch new` writes a scenario to start from",
    );
    desk.say("run amex-open").refused(
        "error: there is no file amex-open\n\
         help: `stammtisch new amex-open.toml --from amex-open` writes this story",
    );
    desk.lay("ties.CSV", "a,b\n").say("check ties.CSV").refused(
        "error: ties.CSV is a table, not a scenario\n\
         help: a scenario names it: `stammtisch new --from real-network`, then --set people.network.ties=ties.CSV",
    );
    desk.say("check no.csv").refused(
        "error: there is no file no.csv\nhelp: `stammtisch new` writes a scenario to start from",
    );
    assert!(
        desk.lay("scenario.csv", SMALL).say("check scenario.csv").fine().contains(" is sound: ")
    );
    desk.say("check latin.toml")
        .refused("error: latin.toml is not text in UTF-8\nhelp: save the file as UTF-8");
}

#[test]
fn a_file_of_ties_is_answered_line_by_line() {
    let none = "error: ties.csv: there is no tie in the file\n  = write one tie a line: two people, separated by a comma";
    refused_files("empty", (b"", ""), "", none);
    refused_files("header", (b"source,target\n", ""), "", none);
    refused_files(
        "ragged",
        (b"source,target\n1,2\n1,2,3\n", ""),
        "",
        "\
error: ties.csv:3: the line has 3 fields, but the first has 2 fields
  | 1,2,3
  = fields are separated by commas here; put a field that contains them into double quotes",
    );
    refused_files(
        "bytes",
        (b"a,b\n\xff,c\n", ""),
        "",
        "\
error: ties.csv:2: the line is not text in UTF-8
  | \u{fffd},c
  = save the file as UTF-8, in a spreadsheet as “CSV UTF-8”",
    );
    refused_files(
        "weight",
        (b"source,target\n1,2\n", ""),
        "--set people.network.weight=hours",
        "\
error: ties.csv:1: there is no column `hours`
  | source,target
  = the columns are: source, target",
    );
    let long = format!("a,b\n{},b\n", "x".repeat(70_000));
    refused_files(
        "long",
        (long.as_bytes(), ""),
        "",
        &format!(
            "\
error: ties.csv:2: the line is longer than 65536 bytes
  | {}…
  = one line holds one tie or one person; is this a text file at all?",
            "x".repeat(120)
        ),
    );
}

#[test]
fn a_file_that_is_missing_or_a_folder_is_named() {
    let desk = Desk::new("bad-files");
    desk.lay("net.toml", IMPORTED).lay("tis.csv", "1,2\n").lay("folder/x", "");
    desk.say("check net.toml")
        .refused("error: ties.csv: there is no such file\n  = did you mean `tis.csv`?");
    desk.say(
        "check net.toml --set people.network.ties=folder --set people.network.people=nobody.txt",
    )
    .refused(
        "\
error: nobody.txt: there is no such file
  = a path in a scenario is relative to the scenario's folder, one in --set to where you are

error: folder: this is a folder, not a file
  = name a text file in it",
    );
}

#[test]
fn a_table_of_people_is_answered_line_by_line() {
    let ties: &[u8] = b"source,target\n1,2\n2,3\n";
    refused_files(
        "unknown",
        (ties, "id,fit\n1,0.5\n2,0.5\n"),
        "",
        "\
error: ties.csv:3: `3` is not in the people table
  | 2,3
  = give this person a row in the people table",
    );
    refused_files(
        "fit",
        (ties, "id,fit,frailty\n1,0.5,-1\n2,2,1\n3,,1\n"),
        "",
        "\
error: who.csv:3: `fit` must be a number from 0 to 1, but is `2`
  | 2, 2, 1
  = write numbers as 0.5, with a decimal point; leave the field empty where nothing is known

error: who.csv:2: `frailty` must be a number from 0 to 1000, but is `-1`
  | 1, 0.5, -1
  = write numbers as 0.5, with a decimal point; leave the field empty where nothing is known",
    );
    refused_files(
        "nobody",
        (ties, "id,fit\n"),
        "",
        "\
error: who.csv: there is nobody in the file
  = write one person a line below the names of the columns",
    );
}

#[test]
fn options_are_refused_before_anything_is_lived() {
    let desk = Desk::new("bad-options");
    desk.lay("small.toml", SMALL);
    let more = "\n\nFor more information, try '--help'.";
    for threads in ["0", "many"] {
        desk.say(&format!("run small.toml --threads {threads}")).refused(&format!(
            "error: invalid value '{threads}' for '--threads <N>': it must be a whole number from 1 to 1024; leave it out to use all{more}"
        ));
    }
    desk.say("run small.toml --seed -1").refused(
        "error: --seed must be a whole number from 0 to 18446744073709551615 or `random`, but is `-1`\n\
         help: leave it out to use the usual seed",
    );
    desk.say("run small.toml --seed --json").refused(&format!(
        "error: a value is required for '--seed <SEED>' but none was supplied{more}"
    ));
    desk.say("run small.toml --sede 1").refused(&format!(
        "error: unexpected argument '--sede' found\n\n  tip: a similar argument exists: '--seed'\n\n\
         Usage: stammtisch run --seed <SEED> <SCENARIO>{more}"
    ));
    desk.say("new --from restaurnt").refused(
        "error: there is no story `restaurnt`\nhelp: one of restaurant-table, amex-open, \
         tupperware-party, prize-draw, family-dinner, true-friends, neighbours-help, \
         bad-company-goes-public, trade-fair, flyer-at-the-door, corner-bookshop, real-network, or a claim: A1 to E9",
    );
    assert_eq!(desk.files("").len(), 1, "nothing was written");
}

#[test]
fn a_place_that_cannot_be_written_is_told_before_the_run() {
    let desk = Desk::new("bad-output");
    desk.lay("small.toml", SMALL).lay("file", "mine");
    // After a run, the fault would name the provisional folder in which results are written first.
    desk.say("run small.toml --output file/results").refused(
        "error: cannot write file/results: Not a directory (os error 20)\n\
         help: choose a folder that can be written with --output DIR",
    );
    desk.say("run small.toml --output file").refused(
        "error: file exists and holds no results of ours, so it is not replaced\n\
         help: choose another folder with --output DIR",
    );
    desk.say("new nowhere/a.toml").refused(
        "error: cannot write nowhere/a.toml: No such file or directory (os error 2)\n\
         help: name a file in a folder that exists and can be written",
    );
    assert_eq!(desk.files("").len(), 2, "nothing was left behind");
}

#[test]
fn a_rival_follows_a_strategy_that_there_is() {
    refused(
        "rival-strategy",
        "[rivals.other]\nstrategy = \"digtal\"\n[rivals.third]\nstrategy = \"zzzzzz\"\n[rivals.last]\nstrategy = 3",
        "\
error: there is no strategy or preset \"digtal\"
 --> a.toml:2:12
  |
2 | strategy = \"digtal\"
  |            ^^^^^^^^
  |
  = help: did you mean \"digital\"?

error: there is no strategy or preset \"zzzzzz\"
 --> a.toml:4:12
  |
4 | strategy = \"zzzzzz\"
  |            ^^^^^^^^
  |
  = help: one of d, absent, digital, social, hybrid

error: `strategy` must be the name of a strategy, but is a number
 --> a.toml:6:12
  |
6 | strategy = 3
  |            ^
  |
  = help: one of d, absent, digital, social, hybrid

3 problems",
    );
}

#[test]
fn a_rival_is_a_table_with_a_name_and_keys_that_are_known() {
    refused(
        "rival",
        "[rivals]\nother = 5\n[rivals.\"a/b\"]\nprcie = 3\n[rivals.cheap]\nprice = 3",
        "\
error: a rival must be a table, but `other` is a number
 --> a.toml:2:9
  |
2 | other = 5
  |         ^
  |
  = help: write for example [rivals.other]

error: a rival cannot be called \"a/b\"
 --> a.toml:3:9
  |
3 | [rivals.\"a/b\"]
  |         ^^^^^
  |
  = help: use letters, digits, blanks, - and _

error: there is no `prcie` in [rivals.NAME]
 --> a.toml:4:1
  |
4 | prcie = 3
  | ^^^^^
  |
  = help: did you mean `price`?

error: serving a customer costs more than the customer pays (`unit_cost` over `price`)
 --> a.toml:6:9
  |
6 | price = 3
  |         ^
  |
  = help: give both, the cost below the price

4 problems",
    );
}

#[test]
fn firms_cannot_have_more_customers_than_there_are_people() {
    refused(
        "rival-customers",
        "[rivals.one]\ncustomers = 0.5\n[rivals.two]\ncustomers = 0.4",
        "\
error: the firms have more customers together than there are people: each person is the customer of one firm at most
 --> a.toml:3:9
  |
3 | [rivals.two]
  |         ^^^
  |
  = help: lower `customers` of the rivals, or of [people.start]",
    );
}

#[test]
fn a_preset_of_people_has_a_name_that_is_known() {
    refused(
        "people-preset",
        "[people]\npreset = \"b2\"",
        "\
error: there is no preset \"b2\" of people
 --> a.toml:2:10
  |
2 | preset = \"b2\"
  |          ^^^^
  |
  = help: did you mean \"b2c\"?",
    );
    refused(
        "people-preset-far",
        "[people]\npreset = \"households\"",
        "\
error: there is no preset \"households\" of people
 --> a.toml:2:10
  |
2 | preset = \"households\"
  |          ^^^^^^^^^^^^
  |
  = help: one of b2c, b2b",
    );
    refused(
        "people-preset-number",
        "[people]\npreset = 2",
        "\
error: `preset` must be a word, but is a number
 --> a.toml:2:10
  |
2 | preset = 2
  |          ^
  |
  = help: one of b2c, b2b",
    );
}

#[test]
fn what_does_not_go_with_a_preset_is_told_where_the_preset_is_asked_for() {
    refused(
        "people-preset-cost",
        "[people]\npreset = \"b2b\"\n[objectives]\nprice = 30",
        "\
error: serving a customer costs more than the customer pays (`unit_cost` over `price`)
 --> a.toml:2:10
  |
2 | preset = \"b2b\"
  |          ^^^^^
  |
  = help: give both, the cost below the price",
    );
}

#[test]
fn whoever_buys_when_he_likes_has_no_contract_and_waits_for_no_group() {
    refused(
        "bound",
        "[people.contract]\nlength = 52\n[people.purchases]\nrate = 0.1",
        "\
error: customers who buy when they like have no contracts
 --> a.toml:3:9
  |
3 | [people.purchases]
  |         ^^^^^^^^^
  |
  = help: remove [people.purchases], or `length` of [people.contract]",
    );
    refused(
        "grouped",
        "[people.buying]\ngroup = 3\n[people.purchases]\nrate = 0.1",
        "\
error: customers who buy when they like do not decide in groups
 --> a.toml:3:9
  |
3 | [people.purchases]
  |         ^^^^^^^^^
  |
  = help: remove [people.purchases], or `group` of [people.buying]",
    );
}

#[test]
fn groups_contracts_staff_and_switching_have_their_ranges() {
    refused(
        "together",
        "[people.buying]\ngroup = 2.5\nquorum = 60\npatience = 0\n[people.contract]\nlength = -1\nalhpa = 1\n[people.start]\nstaff = 0.5\n[people.rivalry]\nswitching = \"30 %\"\n[people.worth]\noutside = 3",
        "\
error: `group` must be a whole number (count), but is 2.5
 --> a.toml:2:9
  |
2 | group = 2.5
  |         ^^^

error: `quorum` must lie between 0 and 1 (share), but is 60
 --> a.toml:3:10
  |
3 | quorum = 60
  |          ^^
  |
  = help: 60 % is written 0.6

error: `patience` must lie between 1 and 520 (weeks), but is 0
 --> a.toml:4:12
  |
4 | patience = 0
  |            ^

error: `length` must lie between 0 and 260 (weeks), but is -1
 --> a.toml:6:10
  |
6 | length = -1
  |          ^^

error: there is no `alhpa` in [people.contract]
 --> a.toml:7:1
  |
7 | alhpa = 1
  | ^^^^^
  |
  = help: did you mean `alpha`?

error: `staff` must lie between 0 and 0.2 (share), but is 0.5
 --> a.toml:9:9
  |
9 | staff = 0.5
  |         ^^^

error: `switching` must be a number (share), but is a text
  --> a.toml:11:13
   |
11 | switching = \"30 %\"
   |             ^^^^^^
   |
   = help: write switching = 0.3

error: `outside` must lie between -1 and 2 (number), but is 3
  --> a.toml:13:11
   |
13 | outside = 3
   |           ^

8 problems",
    );
}
