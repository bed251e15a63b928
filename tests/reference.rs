//! The reference model "adopt, talk, lapse" by the engine's processes gives the same trajectories as a direct implementation of it.

use stammtisch::draws::{Dice, Draws, Key};
use stammtisch::evidence::limits::bench::network;
use stammtisch::evidence::reference::{
    self, AFTER_A_LOSS, BY_A_NEIGHBOUR, LAPSES, RETURNS, UNPROMPTED,
};
use stammtisch::facts::Facts;
use stammtisch::simulation::simulate;

/// Zachary's karate club (1977), from the file of the stories.
fn karate_club() -> Vec<(u32, u32)> {
    let lines = include_str!("../scenarios/karate-club.csv").lines().skip(1);
    let pair = |line: &str| {
        let mut names = line.split(',');
        let mut number = || names.next()?.trim().parse::<u32>().ok();
        Some((number()? - 1, number()? - 1))
    };
    let mut ties: Vec<(u32, u32)> =
        lines.filter_map(pair).map(|(a, b)| (a.min(b), a.max(b))).collect();
    ties.sort_unstable();
    ties
}

/// The model as its sentences say it, by dice of its own: prospects, customers, lapsed people, and
/// how many have joined up to now, week by week.
fn directly(people: usize, ties: &[(u32, u32)], weeks: u32, mut dice: Dice) -> Vec<[f64; 4]> {
    let mut neighbours = vec![Vec::new(); people];
    for &(a, b) in ties {
        neighbours[a as usize].push(b as usize);
        neighbours[b as usize].push(a as usize);
    }
    // 0 prospect, 1 customer, 2 lapsed.
    let (mut state, mut lost, mut joined) = (vec![0; people], vec![false; people], 0.0);
    let mut rows = Vec::new();
    for _ in 0..weeks {
        let (before, losses) = (state.clone(), std::mem::replace(&mut lost, vec![false; people]));
        for i in 0..people {
            let around =
                |of: &dyn Fn(usize) -> bool| neighbours[i].iter().filter(|&&j| of(j)).count();
            let chance = match before[i] {
                0 => {
                    let customers = around(&|j| before[j] == 1);
                    1.0 - (1.0 - UNPROMPTED) * (1.0 - BY_A_NEIGHBOUR).powi(customers as i32)
                }
                1 if around(&|j| losses[j]) > 0 => AFTER_A_LOSS * LAPSES,
                1 => LAPSES,
                _ => RETURNS,
            };
            if dice.unit() < chance {
                state[i] = (before[i] + 1) % 3;
                lost[i] = before[i] == 1;
                joined += f64::from(u8::from(before[i] == 0));
            }
        }
        let at = |wanted: i32| state.iter().filter(|&&at| at == wanted).count() as f64;
        rows.push([at(0), at(1), at(2), joined]);
    }
    rows
}

/// The same by the engine.
fn by_the_engine(people: usize, ties: &[(u32, u32)], weeks: u32, luck: Draws) -> Vec<[f64; 4]> {
    let (mut joined, mut rows) = (0.0, Vec::new());
    let mut market = reference::market(&network(people, ties), luck);
    let observe = |week: u32, _: usize, facts: &Facts| {
        if week > 0 {
            let row = reference::row(facts, people).map(|count| count as f64);
            joined += row[3] + row[4];
            rows.push([row[0], row[1], row[2], joined]);
        }
    };
    simulate(&mut market, &[&reference::strategy()], &reference::rules(weeks), luck, observe);
    rows
}

#[test]
fn the_engine_and_a_direct_implementation_give_the_same_trajectories() {
    let (people, ties, weeks, worlds) = (34, karate_club(), 104, 3000);
    assert_eq!(ties.len(), 78);
    let (mut sums, mut squares) = ([[[0.0; 4]; 3]; 2], [[[0.0; 4]; 3]; 2]);
    for world in 0..worlds {
        let luck = Draws::from_seed(11).in_replication(world);
        let dice = luck.of("test: the reference model directly").about(Key::of_number(0)).dice();
        let lived =
            [by_the_engine(people, &ties, weeks, luck), directly(people, &ties, weeks, dice)];
        for (by, rows) in lived.iter().enumerate() {
            for (at, week) in [9, 51, 103].into_iter().enumerate() {
                for what in 0..4 {
                    sums[by][at][what] += rows[week][what];
                    squares[by][at][what] += rows[week][what] * rows[week][what];
                }
            }
        }
    }
    let n = f64::from(worlds);
    for at in 0..3 {
        for what in 0..4 {
            let mean = |by: usize| sums[by][at][what] / n;
            let variance = |by: usize| squares[by][at][what] / n - mean(by) * mean(by);
            let error = ((variance(0) + variance(1)) / n).sqrt();
            let z = (mean(0) - mean(1)) / error;
            // Twelve comparisons: four standard errors are luck in one of a thousand seeds.
            assert!(z.abs() < 4.0, "{at} {what}: {} against {}, z {z:.1}", mean(0), mean(1));
        }
    }
}

#[test]
fn who_counts_heads_only_counts_the_same_heads() {
    let ties = karate_club();
    let lived = |heads_only: bool| {
        let lasting = Draws::from_seed(4).in_replication(0);
        let mut market = reference::market(&network(34, &ties), lasting);
        let mut rules = reference::rules(60);
        rules.counts_heads_only = heads_only;
        let mut facts: Vec<Facts> = Vec::new();
        simulate(&mut market, &[&reference::strategy()], &rules, lasting, |_, _, of| {
            facts.push(of.clone());
        });
        facts
    };
    let (heads, all) = (lived(true), lived(false));
    for (heads, all) in heads.iter().zip(&all) {
        assert_eq!(reference::row(heads, 34), reference::row(all, 34));
        assert_eq!((heads.aware, heads.followers), (all.aware, all.followers));
        assert!(heads.trust.abs() < f64::EPSILON && heads.portfolio.is_none());
        assert_eq!(all.trust > 0.0, all.customers > 0);
    }
    assert!(all.iter().any(|all| all.customers > 0 && all.portfolio.is_some()));
}
