//! One of the peers: the reference model, or a strategy of the default story, on a graph from a file, with one line of JSON as the peers print it.
//!
//! `cargo bench --bench peer -- MODEL GRAPH WEEKS SEED REPLICATIONS MODE [OUT.csv]`, with MODEL `reference`,
//! `social`, `digital` or `absent`, MODE `seq` (one thread), `par` (threads within a run) or `reps` (threads over replications).
//! A graph file holds two numbers of people and ties and then the pairs, each 32 bits, lowest byte
//! first. `benches/peers.py` runs it beside others.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench measures time, and prints what it measured"
)]

use rayon::prelude::*;
use rayon::{ThreadPoolBuilder, current_num_threads};
use stammtisch::draws::Draws;
use stammtisch::evidence::limits::bench::network;
use stammtisch::evidence::reference;
use stammtisch::facts::Facts;
use stammtisch::market::Market;
use stammtisch::population::Network;
use stammtisch::population::start::{Beginning, Given};
use stammtisch::quantity::Share;
use stammtisch::scenario::Scenario;
use stammtisch::simulation::simulate;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// What is lived: a market on a network under one strategy, by its luck.
struct Model {
    scenario: Option<Scenario>,
    weeks: u32,
}

impl Model {
    fn named(name: &str, weeks: u32) -> Self {
        let scenario = match name {
            "reference" => None,
            strategy => Some(story(strategy)),
        };
        Self { scenario, weeks }
    }

    fn begin(&self, network: &Network, lasting: Draws) -> Market {
        let Some(scenario) = &self.scenario else {
            return reference::market(network, lasting);
        };
        let beginning = Beginning {
            traits: &scenario.traits,
            start: &scenario.start,
            firms: &scenario.firms(),
            given: &Given::default(),
            rules: &scenario.rules,
            lasting,
        };
        beginning.market(network)
    }

    fn live(&self, market: &mut Market, lasting: Draws) -> Vec<Facts> {
        let mut all = Vec::with_capacity(self.weeks as usize + 1);
        let observe = |_: u32, _: usize, facts: &Facts| all.push(facts.clone());
        match &self.scenario {
            None => {
                let rules = reference::rules(self.weeks);
                simulate(market, &[&reference::strategy()], &rules, lasting, observe);
            }
            Some(scenario) => {
                let mut rules = scenario.rules.clone();
                rules.horizon = self.weeks;
                simulate(market, &[&scenario.strategies[0]], &rules, lasting, observe);
            }
        }
        all
    }
}

/// The default story under one of its strategies.
fn story(strategy: &str) -> Scenario {
    let text = include_str!("../scenarios/restaurant-table.toml");
    let mut scenario = stammtisch::evidence::space::scenario_at(
        (Path::new("restaurant-table.toml"), text),
        &[],
        None,
    )
    .unwrap_or_else(|problems| panic!("the story is sound: {problems:?}"));
    scenario.strategies.retain(|of| of.name == strategy);
    assert!(
        !scenario.strategies.is_empty(),
        "a model is `reference`, `social`, `digital` or `absent`, and not `{strategy}`"
    );
    // The graphs of the peers have no circles: all people are one, which would be ready to leave by one draw, and in
    // which all ties are those that elsewhere lie within circles.
    scenario.traits.frailty_shared = Share(0.0);
    scenario.start.kin = Share(0.5);
    scenario
}

/// Reads a graph file.
fn read(path: &str) -> (usize, Vec<(u32, u32)>) {
    let bytes = std::fs::read(path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let mut words = bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let people = words.next().unwrap_or(0) as usize;
    let words: Vec<u32> = words.skip(1).collect();
    let mut ties: Vec<(u32, u32)> =
        words.chunks_exact(2).map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1]))).collect();
    ties.sort_unstable();
    (people, ties)
}

/// Processor time of this process or thread, as the system counts it.
fn processor_time(whole_process: bool) -> Duration {
    // The system brings its count up to date at its ticks, some milliseconds apart, and whenever a thread steps aside.
    std::thread::yield_now();
    let used = |stat: &Path| {
        let text = std::fs::read_to_string(stat).unwrap_or_default();
        text.split_whitespace().next().and_then(|ns| ns.parse().ok()).unwrap_or(0)
    };
    if !whole_process {
        return Duration::from_nanos(used(Path::new("/proc/thread-self/schedstat")));
    }
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    Duration::from_nanos(threads.map(|thread| used(&thread.path().join("schedstat"))).sum())
}

/// The most memory that this process has held, in kilobytes.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [model, graph, weeks, seed, replications, mode, out @ ..] = arguments.as_slice() else {
        // `cargo bench` without arguments runs every bench; this one has nothing to say then.
        println!("usage: peer MODEL GRAPH WEEKS SEED REPLICATIONS seq|par|reps [OUT.csv]");
        return;
    };
    let number = |text: &String| text.parse::<u32>().unwrap_or_else(|_| panic!("{text}: a number"));
    let (weeks, seed, replications) = (number(weeks), number(seed), number(replications));
    if mode == "seq" {
        ThreadPoolBuilder::new().num_threads(1).build_global().unwrap_or_else(|e| panic!("{e}"));
    }
    let began = Instant::now();
    let (people, ties) = read(graph);
    let loaded = began.elapsed();
    let network = network(people, &ties);
    let built = began.elapsed().saturating_sub(loaded);
    let model = Model::named(model, weeks);
    let one = |seed: u32| {
        let lasting = Draws::from_seed(u64::from(seed));
        let mut market = model.begin(&network, lasting);
        let (wall, used) = (Instant::now(), processor_time(mode != "reps"));
        let facts = model.live(&mut market, lasting);
        (wall.elapsed(), processor_time(mode != "reps").saturating_sub(used), facts)
    };
    let seeds: Vec<u32> = (seed..seed + replications).collect();
    let all = Instant::now();
    let lives: Vec<_> = if mode == "reps" {
        seeds.par_iter().map(|&seed| one(seed)).collect()
    } else {
        seeds.iter().map(|&seed| one(seed)).collect()
    };
    let all = all.elapsed();
    let seconds = |times: Vec<Duration>| {
        times.iter().map(|t| format!("{:.6}", t.as_secs_f64())).collect::<Vec<_>>().join(",")
    };
    println!(
        "{{\"peer\":\"stammtisch_{mode}\",\"graph\":\"{graph}\",\"n\":{people},\"m\":{},\"steps\":{weeks},\"reps\":{replications},\"threads\":{},\"load_s\":{:.6},\"build_s\":{:.6},\"loop_s\":[{}],\"loop_cpu_s\":[{}],\"wall_all_s\":{:.6},\"peak_rss_kb\":{}}}",
        ties.len(),
        current_num_threads(),
        loaded.as_secs_f64(),
        built.as_secs_f64(),
        seconds(lives.iter().map(|life| life.0).collect()),
        seconds(lives.iter().map(|life| life.1).collect()),
        all.as_secs_f64(),
        peak_memory(),
    );
    if let [out] = out {
        write(out, people, &seeds, lives.iter().map(|life| &life.2));
    }
}

/// The trajectories as the peers write them: seed, week, prospects, customers, lapsed, and who
/// joined unprompted and by others.
fn write<'a>(out: &str, people: usize, seeds: &[u32], lives: impl Iterator<Item = &'a Vec<Facts>>) {
    let mut text = String::new();
    for (seed, facts) in seeds.iter().zip(lives) {
        for (week, facts) in facts.iter().enumerate().skip(1) {
            let [prospects, customers, lapsed, alone, by_others] = reference::row(facts, people);
            let line =
                format!("{seed},{week},{prospects},{customers},{lapsed},{alone},{by_others}");
            let _ = writeln!(text, "{line}");
        }
    }
    std::fs::write(out, text).unwrap_or_else(|fault| panic!("{out}: {fault}"));
}
