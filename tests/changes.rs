//! What changes in time and what is for some only: windows, switches, plans, shocks and segments.

mod common;

use common::worlds::{DIGITAL, HYBRID, SOCIAL, WORLD, lived, world};
use common::{live, scenario, tables_of};
use stammtisch::draws::{Draws, Luck};
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::facts::Facts;
use stammtisch::offers::OfferKind;
use stammtisch::parameters::{Parameters, Spec};
use stammtisch::programmes::FirmView;
use stammtisch::quantity::{Money, Quantity};
use stammtisch::report::results::Results;
use stammtisch::strategy::{ActPlan, Planning, QualityFailure, Strategy, Window};
use stammtisch::week;

/// The facts of each week of each run, without the list of programmes and what was not spent.
fn lives(results: &Results, strategy: usize) -> Vec<Vec<Facts>> {
    let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
    let bare = |facts: &Facts| {
        let mut facts = facts.clone();
        facts.books.programmes.retain(|cost| *cost != Money::ZERO);
        facts.books.unspent = Money::ZERO;
        facts
    };
    runs.map(|run| run.weeks.iter().map(bare).collect()).collect()
}

/// The first weeks of each run: the state before the first, and so many more.
fn first(lives: &[Vec<Facts>], weeks: usize) -> Vec<&[Facts]> {
    lives.iter().map(|weeks_of_run| &weeks_of_run[..=weeks]).collect()
}

/// In which weeks, counted from 0, a strategy paid anything in the first run.
fn paid_in(results: &Results, strategy: usize) -> Vec<usize> {
    let weeks = lives(results, strategy).remove(0);
    (0..weeks.len() - 1).filter(|&week| weeks[week + 1].paid > Money::ZERO).collect()
}

/// All rows of all tables that concern a strategy, without its name.
fn rows(results: &Results, name: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for (_, table) in tables_of(results).iter().filter(|(table, _)| *table != "contrasts.csv") {
        let text = String::from_utf8_lossy(table).into_owned();
        let about = text.lines().filter(|row| row.split(',').any(|cell| cell == name));
        rows.extend(about.map(|row| row.replace(name, "")));
    }
    rows
}

/// The accounts of a strategy in the books.
fn accounts(results: &Results, strategy: usize) -> Vec<&str> {
    accounts_of(&results.scenario.strategies[strategy])
}

fn accounts_of(strategy: &Strategy) -> Vec<&str> {
    strategy.accounts().collect()
}

#[test]
fn a_programme_runs_in_its_window_and_costs_nothing_outside() {
    let of = |window: &str| format!("[strategies.WHO.posts]\n{window}\n");
    let windows = ["from = 20\nuntil = 30", "from = 6\nevery = 9\nuntil = 34", ""];
    let named: Vec<String> =
        (0..3).map(|i| of(windows[i]).replace("WHO", &format!("s{i}"))).collect();
    let results = live(scenario(&(WORLD.to_owned() + &named.concat())), 1);
    assert_eq!(paid_in(&results, 0), (20..30).collect::<Vec<_>>());
    assert_eq!(paid_in(&results, 1), [6, 15, 24, 33]);
    assert_eq!(paid_in(&results, 2), (0..60).collect::<Vec<_>>());
    let lives = |strategy| lives(&results, strategy);
    assert_eq!(first(&lives(0), 20), first(&lives(3), 20), "until then, it is not there");
    assert_ne!(first(&lives(0), 21), first(&lives(3), 21));
}

#[test]
fn a_window_that_is_always_open_is_none() {
    let open = "from = 0\nuntil = 60\nevery = 1\nsegment = \"all\"\nshare = 0.5\n".to_owned();
    let bare =
        "[strategies.it.advertising]\nshare = 0.5\n[strategies.it.introductions]\nshare = 0.5\n";
    let results = |text: &str| tables_of(&live(scenario(&(WORLD.to_owned() + text)), 1));
    let with = results(&bare.replace("share = 0.5\n", &open));
    for ((name, with), (_, bare)) in with.iter().zip(&results(bare)) {
        assert!(with == bare || *name == "assumptions.csv", "{name}");
    }
}

#[test]
fn a_strategy_that_changes_to_nothing_is_one_whose_programmes_end() {
    let ends = HYBRID.to_owned()
        + &["advertising", "posts", "mail", "introductions", "occasions"]
            .map(|name| format!("[strategies.ends.{name}]\nuntil = 25\n"))
            .concat();
    let results =
        lived(&[("ends", &ends), ("stops", &format!("{HYBRID}then = \"absent\"\nat = 25\n"))]);
    assert_eq!(lives(&results, 0), lives(&results, 1));
    assert_eq!(paid_in(&results, 1), (0..25).collect::<Vec<_>>());
}

#[test]
fn a_change_to_the_same_is_no_change() {
    for what in [DIGITAL, SOCIAL, HYBRID] {
        let own = format!("{what}then = \"alpha\"\nat = 17\n");
        let results = lived(&[("alpha", what), ("omega", &own)]);
        assert_eq!(rows(&results, "alpha"), rows(&results, "omega"));
        assert!(rows(&results, "alpha").len() > 300);
    }
}

#[test]
fn from_its_week_on_a_strategy_does_what_the_other_does() {
    let results = lived(&[
        ("one", DIGITAL),
        ("two", &format!("{DIGITAL}then = \"hybrid\"\nat = 20\n")),
        ("late", &format!("{SOCIAL}then = \"two\"\nat = 30\nbudget = 80\n")),
        ("early", &format!("{SOCIAL}then = \"two\"\nat = 10\nbudget = 80\n")),
    ]);
    assert_eq!(first(&lives(&results, 0), 20), first(&lives(&results, 1), 20));
    assert_ne!(first(&lives(&results, 0), 30), first(&lives(&results, 1), 30));
    // A line that goes on with another share is a line of its own in the books.
    let hybrid = [
        "advertising",
        "advertising (from week 20)",
        "posts",
        "mail",
        "introductions",
        "occasions",
    ];
    assert_eq!(accounts(&results, 1), hybrid);
    let late = ["advertising", "posts", "mail", "introductions", "introductions (from week 30)"];
    assert_eq!(accounts(&results, 2)[..5], late);
    let early = accounts(&results, 3);
    assert!(early.contains(&"advertising") && early.contains(&"advertising (from week 20)"));
    // The other's budget comes with the other's programmes.
    for (strategy, changes) in
        [(2, vec![(0, 80.0), (30, 150.0)]), (3, vec![(0, 80.0), (10, 150.0)])]
    {
        for run in results.batch.runs.iter().filter(|run| run.strategy == strategy) {
            for (week, facts) in run.weeks.iter().skip(1).enumerate() {
                let books = &facts.books;
                let allowed = changes.iter().rev().find(|(at, _)| *at <= week);
                let allowed = allowed.map_or(0.0, |(_, budget)| budget * 0.3);
                let factor = stammtisch::ledger::discount_factor(0.1, week as u32);
                let sum = (books.spend() + books.unspent).millionths() as f64 / 1e6;
                assert!((sum - allowed * factor).abs() < 1e-4, "{week}: {sum}");
            }
        }
    }
}

#[test]
fn an_adaptive_plan_without_a_step_is_fixed_and_with_one_moves_after_a_quarter() {
    let plan = |step: f64| format!("{HYBRID}budget = 60\nplan = \"adaptive\"\nstep = {step}\n");
    let fixed = format!("{HYBRID}budget = 60\n");
    let results = lived(&[("fixed", &fixed), ("still", &plan(0.0)), ("moves", &plan(0.3))]);
    let tables = |name| {
        let mut rows = rows(&results, name);
        rows.retain(|row| !row.starts_with("strategies."));
        rows
    };
    assert_eq!(tables("fixed"), tables("still"));
    assert_eq!(first(&lives(&results, 0), 13), first(&lives(&results, 2), 13));
    assert_ne!(first(&lives(&results, 0), 14), first(&lives(&results, 2), 14));
}

#[test]
fn bad_quality_befalls_every_strategy_and_then_is_over() {
    let shock = |quality: f64| format!("[shocks.quality_failure]\nweek = 9\nquality = {quality}\n");
    let calm = world(&[("it", DIGITAL)]);
    let struck = live(scenario(&(calm.clone() + &shock(0.1))), 1);
    let none = live(scenario(&(calm.clone() + &shock(0.9))), 1);
    let calm = live(scenario(&calm), 1);
    for strategy in 0..2 {
        let (struck, calm) = (lives(&struck, strategy), lives(&calm, strategy));
        assert_eq!(first(&struck, 9), first(&calm, 9));
        let mean =
            |weeks: &[Facts], week: usize| weeks[week].experience / weeks[week].customers as f64;
        for (struck, calm) in struck.iter().zip(&calm) {
            // Four weeks that are all but all bad leave .9^4 of satisfaction, and a little.
            let left = mean(struck, 13) / mean(calm, 13);
            assert!((0.6..0.8).contains(&left), "{left}");
            assert!(mean(struck, 60) / mean(calm, 60) > 0.97, "it is over");
        }
        assert_eq!(lives(&none, strategy), calm, "where quality is worse anyway, nothing happens");
    }
}

#[test]
fn what_improves_during_a_failure_is_not_lost() {
    let text = world(&[("it", "")]) + "[shocks.quality_failure]\nweek = 3\nduration = 2\n";
    let scenario = scenario(&text);
    let lasting = Draws::from_seed(1).in_replication(0);
    let mut market = begin(&scenario, &Ground::default(), lasting);
    let mut delivered = Vec::new();
    for _ in 0..7 {
        market.firms[0].quality += 0.01;
        week::live(&mut market, &[&scenario.strategies[0]], &scenario.rules, lasting);
        delivered.push((market.firms[0].delivered() * 100.0).round() / 100.0);
    }
    let wanted = [0.86_f32, 0.87, 0.88, 0.4, 0.4, 0.91, 0.92];
    assert!(delivered.iter().zip(wanted).all(|(d, w)| (d - w).abs() < 1e-4), "{delivered:?}");
}

#[test]
fn an_act_strikes_under_every_strategy_on_top_of_its_allowance() {
    let calm = world(&[("it", DIGITAL)]);
    let act = "[shocks.advertising]\nweek = 20\nduration = 2\nbudget = 30\nfrequency_cap = 5\n";
    let struck = live(scenario(&(calm.clone() + act)), 1);
    let calm = live(scenario(&calm), 1);
    assert_eq!(accounts(&struck, 0), ["advertising", "posts", "mail", "advertising (shock)"]);
    assert_eq!(accounts(&struck, 1), ["advertising (shock)"]);
    assert_eq!(paid_in(&struck, 1), [20, 21]);
    for strategy in 0..2 {
        let (struck, calm) = (lives(&struck, strategy), lives(&calm, strategy));
        assert_eq!(first(&struck, 20), first(&calm, 20));
        for (struck, calm) in struck.iter().zip(&calm) {
            let more = struck[21].paid - calm[21].paid;
            let budget = Money::from_number(9.0);
            assert!(more > budget.scaled(0.9) && more <= budget, "{more:?}");
            assert!(struck[21].impressions > calm[21].impressions);
        }
    }
    let ledger = tables_of(&struck).into_iter().find(|(name, _)| *name == "ledger.csv");
    let ledger = ledger.map(|(_, text)| String::from_utf8_lossy(&text).into_owned());
    assert!(ledger.is_some_and(|text| text.contains("1,0,absent,advertising (shock),-")));
}

#[test]
fn an_act_that_comes_at_intervals_comes_in_its_first_week_and_to_everybody() {
    let calm = world(&[("it", DIGITAL)]);
    let acts = "[shocks.publicity]\nweek = 20\nbudget = 100\n\
                [shocks.prize_draw]\nweek = 21\nbudget = 100\n\
                [shocks.hard_sell]\nweek = 0\nbudget = 1000\nrest = 52\n";
    let struck = lives(&live(scenario(&(calm + acts)), 1), 1);
    for run in &struck {
        assert!(run[21].event_news > 0 && run[22].offered[OfferKind::Draw as usize] > 0);
        // All 45 customers, and not one in 52.
        assert!(
            run[1].offered[OfferKind::Demand as usize] >= 40,
            "{}",
            run[1].offered[OfferKind::Demand as usize]
        );
    }
}

#[test]
fn a_small_act_takes_nothing_from_what_the_strategy_does_anyway() {
    let calm = world(&[("it", "[strategies.it.improvement]\n")]);
    let act = "[shocks.improvement]\nweek = 20\nduration = 10\nbudget = 0.1\n";
    let struck = lives(&live(scenario(&(calm.clone() + act)), 1), 0);
    for (struck, calm) in struck.iter().zip(&lives(&live(scenario(&calm), 1), 0)) {
        assert!(struck[31].quality > calm[31].quality);
    }
}

#[test]
fn a_core_of_everybody_and_others_who_are_like_the_core_change_nothing() {
    let plain = world(&[("it", HYBRID)]);
    let segments = |what: &str| live(scenario(&format!("{plain}[people.segments]\n{what}\n")), 1);
    let all = segments("core = 1\nvalue = 3\nfit = 0.5");
    let alike = segments("core = 0.6");
    let plain = live(scenario(&plain), 1);
    for strategy in 0..2 {
        assert_eq!(lives(&all, strategy), lives(&plain, strategy));
        let mut alike = lives(&alike, strategy);
        let mut others = 0;
        for facts in alike.iter_mut().flatten() {
            assert!(facts.customers_other <= facts.customers);
            others += std::mem::take(&mut facts.customers_other);
        }
        assert!(others > 0);
        assert_eq!(alike, lives(&plain, strategy));
    }
}

#[test]
fn the_others_would_pay_and_be_suited_by_their_factor() {
    let begun = |what: &str| {
        let text = world(&[("it", "")]) + "[people.segments]\ncore = 0.5\n" + what;
        let scenario = scenario(&text);
        begin(&scenario, &Ground::default(), Draws::from_seed(1).in_replication(0))
    };
    let (plain, market) = (begun(""), begun("value = 0.5\nfit = 1.2\n"));
    let mut others = 0;
    for i in 0..plain.people.len() {
        let (value, fit) = if plain.people.other.get(i) { (0.5, 1.2) } else { (1.0, 1.0) };
        let of = |market: &stammtisch::market::Market| {
            (market.people.base_value[i], market.firms[0].clientele.fit[i])
        };
        let ((value_was, fit_was), (value_is, fit_is)) = (of(&plain), of(&market));
        assert!((value_is - value_was * value).abs() < 1e-5);
        assert!((fit_is - (fit_was * fit).min(1.0)).abs() < 1e-5);
        others += usize::from(plain.people.other.get(i));
    }
    assert!((110..190).contains(&others), "{others}");
}

#[test]
fn a_programme_for_a_segment_reaches_nobody_else() {
    for segment in ["core", "other"] {
        let text = world(&[]) + "[people.segments]\ncore = 0.5\n";
        for programme in stammtisch::programmes::NAMES {
            let line = format!("[strategies.it.{programme}]\nsegment = \"{segment}\"\n");
            let scenario = scenario(&(text.clone() + &line));
            let lasting = Draws::from_seed(1).in_replication(0);
            let market = begin(&scenario, &Ground::default(), lasting);
            for week in 0..8 {
                let luck = Luck::in_week(lasting, week).at_firm(0);
                let records = (&market.people, &market.ties, &market.firms[0]);
                let view = FirmView::new(records, &scenario.rules.technology, week, luck);
                let (offers, spending) = scenario.strategies[0].spend(&view);
                let meant = |person: &stammtisch::people::PersonId| {
                    market.people.other.get(person.index()) == (segment == "other")
                };
                assert!(offers.all().all(|(person, _)| meant(&person)), "{programme}");
                let paid = spending.programmes.iter().copied().sum::<Money>() > Money::ZERO;
                assert!(offers.all().next().is_none() || paid, "{programme}");
            }
        }
    }
}

#[test]
fn what_is_for_whoever_comes_costs_no_less_for_a_segment_than_it_does() {
    // Of one in fifty, so few are meant that hardly anything may come of it, or all is paid.
    let lived = |programme: &str, segment: &str| {
        let text = format!(
            "{}[strategies.it.{programme}]\nsegment = \"{segment}\"\n[people.segments]\ncore = 0.02\n\
             [people.start]\nstaff = 0.2\n",
            world(&[])
        );
        let results = live(scenario(&text), 1);
        let total = |strategy| -> (u64, u64, f64) {
            let lives = lives(&results, strategy);
            let weeks = lives.iter().flatten();
            weeks.fold((0, 0, 0.0), |(said, lent, paid), facts| {
                (said + facts.staff_mentions, lent + facts.loans, paid + facts.paid.to_number())
            })
        };
        (total(0), total(1))
    };
    let ((all, ..), (usual, ..)) = lived("advocates", "all");
    let ((core, ..), _) = lived("advocates", "core");
    assert!(all > usual && (core - usual) * 5 < all - usual, "{core} of {all}, {usual} as usual");
    let (((_, all, paid), _), ((_, core, core_paid), _)) =
        (lived("exchange", "all"), lived("exchange", "core"));
    assert!(
        all > 0 && (all, paid) == (core, core_paid),
        "{core} of {all} loans for {core_paid} of {paid}"
    );
}

#[test]
fn the_effective_scenario_has_all_of_it_and_lives_the_same() {
    let text = world(&[
        ("one", "preset = \"digital\"\nthen = \"two\"\nat = 12\nplan = \"adaptive\"\nevery = 4\n"),
        (
            "two",
            "preset = \"social\"\nthen = \"hybrid\"\nat = 30\n[strategies.two.occasions]\nfrom = 5\nuntil = 50\nevery = 2\nsegment = \"other\"\n",
        ),
    ]) + "[people.segments]\ncore = 0.5\nvalue = 0.8\n[shocks.quality_failure]\n[shocks.posts]\nweek = 7\n";
    let results = live(scenario(&text), 1);
    let again = live(scenario(&results.effective), 1);
    assert_eq!(results.effective, again.effective);
    assert!(results.effective.contains("then = \"two\"\nat = 12\n"), "{}", results.effective);
    for ((name, table), (_, again)) in tables_of(&results).iter().zip(&tables_of(&again)) {
        assert!(table == again, "{name}");
    }
    let text = tables_of(&results).into_iter().find(|(name, _)| *name == "assumptions.csv");
    let text =
        text.map(|(_, text)| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default();
    for used in [
        "strategies.one.plan,adaptive",
        "strategies.two.occasions.segment,other",
        "strategies.one.occasions.every,2",
        "shocks.posts.week,7",
        "shocks.quality_failure.quality,0.4",
        "people.segments.value,0.8",
    ] {
        assert!(text.contains(used), "{used}");
    }
}

#[test]
fn the_example_of_the_guide_is_sound_and_uses_every_key() {
    let guide = include_str!("../src/guide/strategies.md");
    let example = guide.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
    let read = scenario(example.unwrap_or_default());
    let lines = |strategy: usize| accounts_of(&read.strategies[strategy]);
    assert_eq!(
        lines(0),
        ["advertising", "posts", "introductions", "occasions", "advertising (shock)"]
    );
    assert_eq!(lines(2), ["advertising (shock)"]);
    let keys = [Window::specs(), Planning::specs(), ActPlan::specs(), QualityFailure::specs()];
    for spec in keys.concat() {
        assert!(guide.contains(&format!("{} = ", spec.name)), "{}", spec.path());
    }
}

#[test]
fn no_programme_has_a_parameter_of_the_name_of_a_strategys_key() {
    let keys = [Window::specs(), ActPlan::specs()].concat();
    let keys: Vec<&str> = keys.iter().map(|spec| spec.name).chain(["share"]).collect();
    let programmes = stammtisch::programmes::specs();
    let twice: Vec<String> =
        programmes.iter().filter(|spec| keys.contains(&spec.name)).map(Spec::path).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
