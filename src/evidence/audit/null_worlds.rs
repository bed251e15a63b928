//! N3 and N4, null worlds: where every mechanism is off, a strategy loses against doing nothing exactly what it costs.
//!
//! The protocol asks for two halves, no effect of peers and no effect of advertising; here all gains are at 0
//! at once, which is the stricter statement on money but cannot show a programme that works through the
//! other side's gain. How the lead answers to each gain by itself, down to 0, is told by the doses.
//!
//! A few programmes do not act through a mechanism that can be switched off: what they do is an act
//! of the firm and no reaction of people. They are named here, struck out, and told.

use super::bench::{Bench, Duel};
use super::exact::Exact;
use crate::evidence::space::{hypercube, in_world, open};
use crate::experiment::replicate::{Batch, Run};
use crate::facts::Facts;
use crate::mechanisms::Mechanisms;
use crate::parameters::Parameters;
use crate::quantity::{Money, Quantity};
use crate::scenario::Scenario;
use crate::strategy::Strategy;

const STATEMENT: &str = "With the gain of every mechanism at 0, a strategy makes exactly its cost less profit than doing nothing, to the millionth.";

/// Programmes that act outside of every gain, and through what.
pub const OUTSIDE: [(&str, &str); 5] = [
    ("improvement", "makes the product better"),
    ("hard_sell", "is paid for what it sells"),
    ("dunning", "is paid its fees"),
    ("legal_warning", "is paid damages"),
    ("price_rise", "asks for more"),
];

/// Switches every mechanism off.
pub fn silence(scenario: &mut Scenario) {
    for spec in Mechanisms::specs() {
        scenario.rules.gains.set(spec.name, 0.0);
    }
}

/// Takes the programmes out of a strategy that act outside of every gain; returns what they do.
pub fn strike(strategy: &mut Strategy) -> Vec<String> {
    let outside = |name: &str| OUTSIDE.iter().find(|(other, _)| *other == name);
    let told: Vec<String> = strategy
        .lines
        .iter()
        .filter_map(|line| outside(&line.name))
        .map(|(name, does)| format!("{name} {does}"))
        .collect();
    strategy.lines.retain(|line| outside(&line.name).is_none());
    told
}

/// Lives both sides and the baseline where nothing works: in the scenario as it stands, and at a few
/// points of the plausible space, since a leak may show elsewhere only.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Exact> {
    let mut checks: Vec<Exact> = Vec::new();
    for (mut duel, worlds) in duels(bench) {
        silence(&mut duel.scenario);
        let struck: Vec<Vec<String>> = duel.scenario.strategies.iter_mut().map(strike).collect();
        let batch = bench.live(&mut duel.scenario, bench.seed, worlds);
        let absent = duel.absent();
        for side in duel.sides.into_iter().filter(|&side| side != absent) {
            let name = &duel.scenario.strategies[side].name;
            let mut exact = compare(name.clone(), &batch, side, absent);
            exact.aside = aside(&duel, &struck[side]);
            match checks.iter_mut().find(|check| check.whom == *name) {
                Some(check) => check.join(exact),
                None => checks.push(exact),
            }
        }
    }
    checks
}

/// The scenario as it stands in several worlds, and at a few points of the plausible space in one each.
fn duels(bench: &Bench<'_>) -> Vec<(Duel, u32)> {
    let usual = bench.duel().map(|duel| (duel, bench.effort.exact));
    let (document, file) = (&bench.case.document, &bench.case.file);
    let open = open(document, file).unwrap_or_default();
    let elsewhere = hypercube(points(bench), bench.seed).into_iter().filter_map(|point| {
        let scenario = in_world(document.clone(), file, &open, &point.places).ok()?;
        Some((Duel::new(scenario, bench), 1))
    });
    usual.into_iter().chain(elsewhere).collect()
}

const fn points(bench: &Bench<'_>) -> usize {
    2 * bench.effort.exact as usize
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    let lives = 3 * (u64::from(bench.effort.exact) + points(bench) as u64);
    bench.duel().map_or(0, |duel| bench.cost(&duel.scenario, lives))
}

/// What was left out, and what may act without a gain.
fn aside(duel: &Duel, struck: &[String]) -> String {
    let mut told = Vec::new();
    if !struck.is_empty() {
        told.push(format!("Without what acts outside of every gain: {}.", struck.join(", ")));
    }
    if duel.scenario.rules.visibility.seen.0 > 0.0 {
        told.push("Use is visible here (people.visibility.seen), which has no gain: what takes people's time moves who is seen.".to_owned());
    }
    told.join(" ")
}

/// Holds a strategy against doing nothing: all that may differ is what its programmes cost.
#[must_use]
pub fn compare(whom: String, batch: &Batch, side: usize, absent: usize) -> Exact {
    let mut exact = Exact::new("N3/N4", STATEMENT, whom);
    let runs = |strategy: usize| batch.runs.iter().filter(move |run| run.strategy == strategy);
    let (mut spent, mut total) = (Money::ZERO, 0_u32);
    for (own, none) in runs(side).zip(runs(absent)) {
        let (all, nothing) = (whole(own), whole(none));
        let cost = all.books.spend() - nothing.books.spend();
        let loss = nothing.books.profit() - all.books.profit();
        exact.expect(loss == cost, || {
            let world = own.replication;
            format!("world {world}: it loses {} and costs {}", loss.to_number(), cost.to_number())
        });
        for (week, (own, none)) in own.weeks.iter().zip(&none.weeks).enumerate() {
            let paid = |facts: &Facts| (facts.books.revenue, facts.books.unit_costs);
            exact.expect(paid(own) == paid(none), || {
                format!(
                    "week {week}: customers pay {} and {}",
                    paid(own).0.to_number(),
                    paid(none).0.to_number()
                )
            });
        }
        (spent, total) = (spent + cost, total + 1);
    }
    if total > 0 && spent == Money::ZERO && exact.wrong == 0 {
        // What spends nothing has nothing to lose: that proves nothing.
        exact.compared = 0;
    }
    exact
}

fn whole(run: &Run) -> Facts {
    run.up_to(run.weeks.len() as u32)
}
