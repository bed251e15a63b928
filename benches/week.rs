//! How long a market takes: one week by process and as a whole, a run, many runs, a network made and read, a decision.
//!
//! `cargo bench --bench week`. Absolute times do not travel between machines; compare the rows with each other.
//! What is allocated stands beside the times: `beginning` shows the bytes of a market.

#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use stammtisch::document::Document;
use stammtisch::draws::{Draws, Luck};
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::{begin, replicate};
use stammtisch::experiment::verdict::{Kind, decide};
use stammtisch::facts::Facts;
use stammtisch::market::Market;
use stammtisch::offers::Offers;
use stammtisch::population::{ImportSettings, import};
use stammtisch::processes::meet::Lived;
use stammtisch::processes::{account, drift, meet};
use stammtisch::programmes::FirmView;
use stammtisch::quantity::Quantity;
use stammtisch::scenario::Scenario;
use stammtisch::week;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The default story, changed as `--set` would.
fn story(set: &[&str]) -> Scenario {
    let text = include_str!("../scenarios/restaurant-table.toml");
    let mut problems = Vec::new();
    let mut document = Document::parse("restaurant-table.toml", text, &mut problems);
    for set in set {
        document.set(set, &mut problems);
    }
    match Scenario::read(&document, Path::new("restaurant-table.toml")) {
        Ok(scenario) => scenario,
        Err(problems) => panic!("the story is sound: {problems:?}"),
    }
}

fn of_size(people: usize) -> Scenario {
    story(&[&format!("people.count={people}")])
}

const LASTING: Draws = Draws::from_seed(1).in_replication(0);
/// The place of the social strategy in the story.
const SOCIAL: usize = 1;

/// A market in its tenth week under the social strategy, what the firm offers in it, who meets and
/// which ties may end.
struct Tenth {
    scenario: Scenario,
    market: Market,
    offers: Offers,
    lived: Lived,
}

/// The markets that have been made, by size.
type Made = Mutex<Vec<(usize, &'static Mutex<Tenth>)>>;

/// The tenth week at a size, made once.
fn tenth(people: usize) -> MutexGuard<'static, Tenth> {
    static MADE: OnceLock<Made> = OnceLock::new();
    let made = MADE.get_or_init(Mutex::default);
    let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
    let known = made.iter().find(|(size, _)| *size == people).map(|(_, tenth)| *tenth);
    let tenth = known.unwrap_or_else(|| {
        let scenario = of_size(people);
        let mut market = begin(&scenario, &Ground::default(), LASTING);
        let strategy = &scenario.strategies[SOCIAL];
        for _ in 0..10 {
            week::live(&mut market, &[strategy], &scenario.rules, LASTING);
        }
        let view = FirmView::new(
            (&market.people, &market.ties, &market.firms[0]),
            &scenario.rules.technology,
            market.week,
            Luck::in_week(LASTING, market.week).at_firm(0),
        );
        let (offers, _) = strategy.spend(&view);
        let Market { people, ties, week, .. } = &mut market;
        let luck = Luck::in_week(LASTING, *week);
        let rules = &scenario.rules;
        let may_end = rules.turnover.may_end();
        let lived = meet::meet(people, ties, &[], &rules.contact, may_end, *week, luck);
        let tenth = Tenth { scenario, market, offers, lived };
        &*Box::leak(Box::new(Mutex::new(tenth)))
    });
    if known.is_none() {
        made.push((people, tenth));
    }
    tenth.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The processes of a week, in its order.
const PROCESSES: [&str; 12] = [
    "spend",
    "broadcast",
    "broker",
    "meet",
    "talk",
    "relate",
    "decide",
    "dissolve",
    "encounter",
    "renew",
    "take stock",
    "count",
];

/// One process of the tenth week under the social strategy.
#[divan::bench(args = PROCESSES, consts = [10_000, 100_000, 1_000_000], sample_count = 8, sample_size = 1)]
fn by_process<const PEOPLE: usize>(bencher: Bencher<'_, '_>, process: &str) {
    let mut tenth = tenth(PEOPLE);
    let Tenth { scenario, market, offers, lived } = &mut *tenth;
    let bencher = bencher.counter(ItemsCount::new(PEOPLE));
    bencher.bench_local(|| live_one(process, scenario, market, offers, lived));
}

fn live_one(
    process: &str,
    scenario: &Scenario,
    market: &mut Market,
    offers: &Offers,
    Lived { meetings, loose }: &Lived,
) {
    let rules = &scenario.rules;
    let Market { week, people, circles, ties, renewal, firms, .. } = market;
    let firm = &mut firms[0];
    let (luck, mut facts) = (Luck::in_week(LASTING, *week), Facts::of_one_week());
    let at_firm = luck.at_firm(0);
    match process {
        "spend" => {
            let view = FirmView::new((people, ties, firm), &rules.technology, *week, at_firm);
            divan::black_box(scenario.strategies[SOCIAL].spend(&view));
        }
        "broadcast" => rules.broadcast(*week, at_firm).broadcast(people, firm, offers, &mut facts),
        "broker" => {
            people.begin_week();
            let broker = rules.broker(*week, at_firm);
            divan::black_box(broker.broker(people, ties, firm, offers, &mut facts));
        }
        "meet" => {
            let may_end = rules.turnover.may_end();
            let lived = meet::meet(people, ties, &[], &rules.contact, may_end, *week, luck);
            divan::black_box(lived);
        }
        "talk" => rules.conversation(at_firm).talk(people, ties, firm, meetings, &mut facts),
        "relate" => {
            divan::black_box(rules.living(at_firm).relate(people, firm, &facts));
        }
        "decide" => {
            let decision = rules.decision(*week, at_firm);
            divan::black_box(decision.decide(people, circles, firm, None, None, &mut facts));
        }
        "dissolve" => {
            divan::black_box(drift::dissolve(ties, loose, &rules.turnover));
        }
        "encounter" => {
            divan::black_box(drift::encounter(
                people,
                ties,
                *renewal,
                &rules.turnover,
                *week,
                luck,
            ));
        }
        // From the second sample on, these ties are gone already: ties are then woven in, and none is taken out.
        "renew" => {
            let gone = drift::dissolve(ties, loose, &rules.turnover);
            let new = drift::encounter(people, ties, *renewal, &rules.turnover, *week, luck);
            divan::black_box(drift::renew(people, ties, &new, &gone));
        }
        "take stock" => {
            divan::black_box(rules.portfolio.take_stock(people, ties, *week));
        }
        _ => account::count(people, firm, rules.worth_asked(), &mut facts),
    }
}

/// A whole week under a strategy: 0 is digital, 1 social, 2 absent.
#[divan::bench(args = [10_000, 100_000, 1_000_000], consts = [0, 1, 2], sample_count = 8, sample_size = 1)]
fn one_week<const STRATEGY: usize>(bencher: Bencher<'_, '_>, people: usize) {
    let scenario = of_size(people);
    let mut market = begin(&scenario, &Ground::default(), LASTING);
    let strategy = &[&scenario.strategies[STRATEGY]];
    for _ in 0..10 {
        week::live(&mut market, strategy, &scenario.rules, LASTING);
    }
    bencher
        .counter(ItemsCount::new(people))
        .bench_local(|| week::live(&mut market, strategy, &scenario.rules, LASTING));
}

/// A market before its first week: network, people, ties, customers.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn beginning(bencher: Bencher<'_, '_>, people: usize) {
    let scenario = of_size(people);
    bencher
        .counter(ItemsCount::new(people))
        .bench_local(|| begin(&scenario, &Ground::default(), LASTING));
}

/// A network made.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn network_made(bencher: Bencher<'_, '_>, people: usize) {
    let (scenario, ground) = (of_size(people), Ground::default());
    bencher
        .counter(ItemsCount::new(people))
        .bench_local(|| ground.network(&scenario, LASTING).into_owned());
}

/// The same network read from a file.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn network_read(bencher: Bencher<'_, '_>, people: usize) {
    let ground = Ground::default();
    let network = ground.network(&of_size(people), LASTING).into_owned();
    let mut text = "source,target\n".to_owned();
    for (one, other) in network.pairs() {
        let _ = writeln!(text, "{one},{other}");
    }
    let file = std::env::temp_dir().join(format!("stammtisch-bench-{people}.csv"));
    std::fs::write(&file, text).unwrap_or_else(|fault| panic!("{fault}"));
    let settings = ImportSettings { ties: file.clone(), people: None, weight: None };
    bencher.counter(ItemsCount::new(people)).bench_local(|| import(&settings));
    let _ = std::fs::remove_file(file);
}

/// The default story once: 5,000 people, three strategies, 156 weeks.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn one_run(bencher: Bencher<'_, '_>) {
    let scenario = story(&["experiment.replications=1"]);
    bencher.bench_local(|| replicate(&scenario, &Ground::default(), 1, &|| ()));
}

/// The default story with 1,000 people for a year, 64 times, on so many threads.
#[divan::bench(args = [1, 2], sample_count = 5, sample_size = 1)]
fn sixty_four_runs(bencher: Bencher<'_, '_>, threads: usize) {
    let set = ["people.count=1000", "experiment.weeks=52", "experiment.replications=64"];
    let scenario = story(&set);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.unwrap_or_else(|fault| panic!("{fault}"));
    bencher.bench_local(|| pool.install(|| replicate(&scenario, &Ground::default(), 1, &|| ())));
}

/// Seconds to a decision: the default story until its winner is known at 95 %, looked at after 4,
/// 8, 16 and 32 worlds.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn to_a_decision(bencher: Bencher<'_, '_>) {
    let lived = |worlds: u32| {
        let scenario = story(&[&format!("experiment.replications={worlds}")]);
        let batch = replicate(&scenario, &Ground::default(), 1, &|| ());
        let mut values = vec![Vec::new(); scenario.strategies.len()];
        for run in &batch.runs {
            values[run.strategy].extend(scenario.measure.of(&run.up_to(scenario.rules.horizon)));
        }
        decide(scenario.measure, &values, scenario.objectives.margin.to_number()).kind
            == Kind::Better
    };
    let worlds = [4, 8, 16, 32].into_iter().find(|&worlds| lived(worlds));
    match worlds {
        Some(worlds) => println!("the winner is known after {worlds} worlds"),
        None => println!("the winner is not known after 32 worlds"),
    }
    bencher.bench_local(|| lived(worlds.unwrap_or(32)));
}
