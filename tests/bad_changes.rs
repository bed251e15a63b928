//! What people type wrong about time, switches, shocks and segments: the whole answer that they get.

mod desk;

use desk::Desk;

fn refused(name: &str, scenario: &str, words: &str) {
    Desk::new(&format!("bad-change-{name}")).check(scenario).refused(words);
}

#[test]
fn a_programme_that_never_runs_is_told() {
    refused(
        "windows",
        r#"[strategies.d.advertising]
from = 156
[strategies.d.posts]
from = 10
until = 10
[strategies.d.occasions]
from = -1
until = 3.5
every = 0
segment = "others""#,
        r#"error: `advertising` never runs: it begins in week 156, and the last week is 155
 --> a.toml:2:8
  |
2 | from = 156
  |        ^^^
  |
  = help: weeks are counted from 0

error: `posts` never runs: it begins in week 10 and ends before week 10
 --> a.toml:5:9
  |
5 | until = 10
  |         ^^
  |
  = help: let `until` come after `from`

error: `from` must lie between 0 and 1040 (weeks), but is -1
 --> a.toml:7:8
  |
7 | from = -1
  |        ^^

error: `until` must be a whole number (weeks), but is 3.5
 --> a.toml:8:9
  |
8 | until = 3.5
  |         ^^^

error: `every` must lie between 1 and 520 (weeks), but is 0
 --> a.toml:9:9
  |
9 | every = 0
  |         ^

error: `segment` cannot be "others"
  --> a.toml:10:11
   |
10 | segment = "others"
   |           ^^^^^^^^
   |
   = help: did you mean "other"?

6 problems"#,
    );
}

#[test]
fn keys_of_a_line_are_checked_like_others() {
    refused(
        "until_from",
        r#"[strategies.d.advertising]
until = "soon"
segment = 3
evrey = 2"#,
        r#"error: `until` must be a number (weeks), but is a text
 --> a.toml:2:9
  |
2 | until = "soon"
  |         ^^^^^^
  |
  = help: write for example until = 1040

error: `segment` must be a word, but is a number
 --> a.toml:3:11
  |
3 | segment = 3
  |           ^
  |
  = help: one of "all", "core", "other"

error: there is no `evrey` in [strategies.NAME.advertising]
 --> a.toml:4:1
  |
4 | evrey = 2
  | ^^^^^
  |
  = help: did you mean `every`?

3 problems"#,
    );
}

#[test]
fn plans_are_checked() {
    refused(
        "plan",
        r#"[strategies.d]
plan = "adaptiv"
every = 0.5
step = 20
presett = "digital"
[strategies.d.posts]"#,
        r#"error: `plan` cannot be "adaptiv"
 --> a.toml:2:8
  |
2 | plan = "adaptiv"
  |        ^^^^^^^^^
  |
  = help: did you mean "adaptive"?

error: `every` must lie between 1 and 104 (weeks), but is 0.5
 --> a.toml:3:9
  |
3 | every = 0.5
  |         ^^^

error: `step` must lie between 0 and 1 (share), but is 20
 --> a.toml:4:8
  |
4 | step = 20
  |        ^^
  |
  = help: 20 % is written 0.2

error: there is no `presett` in [strategies.d]
 --> a.toml:5:1
  |
5 | presett = "digital"
  | ^^^^^^^
  |
  = help: did you mean `preset`?

4 problems"#,
    );
}

#[test]
fn a_switch_needs_a_week_and_a_strategy() {
    refused(
        "half",
        r#"[strategies.d]
then = "digital"
[strategies.d.posts]
[strategies.e]
at = 5
[strategies.e.posts]"#,
        r#"error: `then` says what the strategy changes to, but not when
 --> a.toml:2:1
  |
2 | then = "digital"
  | ^^^^
  |
  = help: add the week of the change: at = 78

error: `at` says when the strategy changes, but not to what
 --> a.toml:5:1
  |
5 | at = 5
  | ^^
  |
  = help: add the other strategy: then = "digital"

2 problems"#,
    );
}

#[test]
fn the_week_of_a_switch_lies_within_the_run() {
    refused(
        "at",
        r#"[strategies.a]
then = "social"
at = 156
[strategies.b]
then = "social"
at = 0
[strategies.c]
then = "social"
at = 2.5
[strategies.d]
then = "social"
at = "78""#,
        r#"error: the strategy never changes: the last week is 155
 --> a.toml:3:6
  |
3 | at = 156
  |      ^^^

error: `at` must lie between 1 and 1040 (weeks), but is 0
 --> a.toml:6:6
  |
6 | at = 0
  |      ^

error: `at` must be a whole number (weeks), but is 2.5
 --> a.toml:9:6
  |
9 | at = 2.5
  |      ^^^

error: `at` must be a number (weeks), but is a text
  --> a.toml:12:6
   |
12 | at = "78"
   |      ^^^^
   |
   = help: write at = 78

4 problems"#,
    );
}

#[test]
fn a_switch_leads_to_another_strategy() {
    refused(
        "then",
        r#"[strategies.a]
then = "digitl"
at = 5
[strategies.b]
then = 3
at = 5
[strategies.c]
then = "c"
at = 5"#,
        r#"error: there is no strategy or preset "digitl"
 --> a.toml:2:8
  |
2 | then = "digitl"
  |        ^^^^^^^^
  |
  = help: did you mean "digital"?

error: `then` must be a word, but is a number
 --> a.toml:5:8
  |
5 | then = 3
  |        ^
  |
  = help: one of a, b, c, absent, digital, social, hybrid

error: strategy `c` cannot change to itself
 --> a.toml:8:8
  |
8 | then = "c"
  |        ^^^
  |
  = help: name another strategy of this scenario, or a preset

3 problems"#,
    );
}

#[test]
fn strategies_do_not_change_in_a_circle() {
    refused(
        "circle",
        r#"[strategies.a]
then = "b"
at = 50
[strategies.b]
then = "c"
at = 60
[strategies.c]
then = "b"
at = 70"#,
        r#"error: strategies change in a circle: b, c, b
 --> a.toml:5:8
  |
5 | then = "c"
  |        ^^^
  |
  = help: let one of them stay what it is: remove its `then` and `at`

error: strategies change in a circle: c, b, c
 --> a.toml:8:8
  |
8 | then = "b"
  |        ^^^
  |
  = help: let one of them stay what it is: remove its `then` and `at`

2 problems"#,
    );
}

#[test]
fn shocks_are_checked() {
    refused(
        "shocks",
        r"[shocks.quality_failur]
[shocks.quality_failure]
week = 200
qality = 0.3
[shocks.advertising]
week = 3
share = 0.5
frequency_cap = 100
[shocks.posts]
duration = 0
[strategies.d.posts]",
        r"error: there is no `quality_failur` in [shocks]
 --> a.toml:1:9
  |
1 | [shocks.quality_failur]
  |         ^^^^^^^^^^^^^^
  |
  = help: did you mean `quality_failure`?

error: the shock never comes: it begins in week 200, and the last week is 155
 --> a.toml:3:8
  |
3 | week = 200
  |        ^^^
  |
  = help: weeks are counted from 0

error: there is no `qality` in [shocks.quality_failure]
 --> a.toml:4:1
  |
4 | qality = 0.3
  | ^^^^^^
  |
  = help: did you mean `quality`?

error: there is no `share` in [shocks.advertising]
 --> a.toml:7:1
  |
7 | share = 0.5
  | ^^^^^
  |
  = help: known here: week, duration, budget, frequency_cap, targeting, retargeting, interest, refresh, wear_out, creative, management

error: `frequency_cap` must lie between 0.1 and 20 (number), but is 100
 --> a.toml:8:17
  |
8 | frequency_cap = 100
  |                 ^^^

error: `duration` must lie between 1 and 1040 (weeks), but is 0
  --> a.toml:10:12
   |
10 | duration = 0
   |            ^

6 problems",
    );
}

#[test]
fn a_shock_after_the_last_week_is_told() {
    refused(
        "shock_default",
        r"[shocks]
posts = 1
[shocks.quality_failure]
[strategies.d.posts]
[experiment]
weeks = 20",
        r"error: `posts` must be a table, but is a number
 --> a.toml:2:9
  |
2 | posts = 1
  |         ^
  |
  = help: give the values within it: posts.KEY = VALUE

error: the shock never comes: it begins in week 26, and the last week is 19
 --> a.toml:3:9
  |
3 | [shocks.quality_failure]
  |         ^^^^^^^^^^^^^^^
  |
  = help: weeks are counted from 0

2 problems",
    );
}

#[test]
fn segments_are_checked() {
    refused(
        "segments",
        r"[people.segments]
core = 80
value = -1
fits = 1
[strategies.d.posts]",
        r"error: `core` must lie between 0 and 1 (share), but is 80
 --> a.toml:2:8
  |
2 | core = 80
  |        ^^
  |
  = help: 80 % is written 0.8

error: `value` must lie between 0 and 10 (number), but is -1
 --> a.toml:3:9
  |
3 | value = -1
  |         ^^

error: there is no `fits` in [people.segments]
 --> a.toml:4:1
  |
4 | fits = 1
  | ^^^^
  |
  = help: did you mean `fit`?

3 problems",
    );
}
