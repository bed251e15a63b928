//! What must not matter does not matter (C11): labels, channels that nobody uses, how a budget is split.
//!
//! The number of threads and the order of the rows of imported files need the whole program; tests hold them.

use super::{Comparison, Limit};
use crate::draws::Draws;
use crate::evidence::laboratory::World;
use crate::evidence::treatment::Treatment;
use crate::facts::Facts;
use crate::ledger::Page;
use crate::offers::Offer;
use crate::programmes::advertising::Advertising;
use crate::programmes::{Chosen, Programme};
use crate::quantity::{Money, Quantity};
use crate::strategy::{Line, Strategy};
use std::fmt::Write;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C11-itself",
        statement: "Strategies that do the same differ by exactly nothing, whatever they are called.",
        source: "common random numbers",
        compare: against_itself,
    },
    Limit {
        id: "C11-nothing",
        statement: "What does nothing and costs nothing is as if it were not there, and so is a channel without a share.",
        source: "null programme",
        compare: nothing,
    },
    Limit {
        id: "C11-halves",
        statement: "Two halves of a budget do what the whole does.",
        source: "additivity below the frequency cap",
        compare: halves,
    },
];

/// A small world in which much happens.
pub(super) const WORLD: &str = "people.count = 300\npeople.visibility.seen = 0.001\nobjectives.budget = 30\n\
                     experiment.weeks = 60\n";
/// A strategy of it.
pub(super) const USED: &str =
    "strategies.it.advertising.share = 0.7\nstrategies.it.introductions.share = 0.3\n";

/// Lives the weeks of a world under a strategy, by its place in the scenario or the experiment's own.
fn lived(text: &str, strategy: Result<usize, &Strategy>, luck: Draws) -> Vec<Facts> {
    let mut world = World::of(text, luck);
    let live = |_| match strategy {
        Ok(place) => world.live(place),
        Err(own) => world.live_under(own),
    };
    (0..60).map(live).collect()
}

/// In how many weeks two lives differ, as far as `bare` leaves anything of them.
pub(super) fn apart(one: &[Facts], other: &[Facts], bare: impl Fn(&Facts) -> Facts) -> f64 {
    let differs = one.iter().zip(other).filter(|(one, other)| bare(one) != bare(other));
    differs.count() as f64 + one.len().abs_diff(other.len()) as f64
}

/// Programmes that cost nothing are not listed.
fn without_idle(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    facts.books.programmes.retain(|cost| *cost != Money::ZERO);
    facts
}

/// What happened to people and ties, without money, and without sums that depend on the order of adding.
pub(super) fn without_money(facts: &Facts) -> Facts {
    let none = Money::ZERO;
    let (trust, norm, experience) = (0.0, 0.0, 0.0);
    let (benefit, willingness, violation) = (0.0, 0.0, 0.0);
    let (impressions, posts_seen, opinion) = (0.0, 0.0, 0.0);
    Facts {
        books: Page::default(),
        paid: none,
        paid_for_media: none,
        one_off_sales: none,
        support_saved: none,
        rivals_profit: none,
        run_off: None,
        portfolio: None,
        trust,
        norm,
        experience,
        benefit,
        willingness,
        violation,
        impressions,
        posts_seen,
        opinion,
        ..facts.clone()
    }
}

fn against_itself(luck: Draws) -> Vec<Comparison> {
    let presets = ["digital", "social", "hybrid"];
    let mut text = WORLD.to_owned();
    for preset in presets {
        for name in ["one", "other"] {
            let _ = writeln!(text, "strategies.{name}_{preset}.preset = \"{preset}\"");
        }
    }
    let lives: Vec<Vec<Facts>> = (0..6).map(|at| lived(&text, Ok(at), luck)).collect();
    let compare = |(at, preset): (usize, &str)| {
        let off = apart(&lives[2 * at], &lives[2 * at + 1], Facts::clone);
        Comparison::counted(format!("weeks that differ, {preset} and {preset}"), 0.0, off)
    };
    presets.into_iter().enumerate().map(compare).collect()
}

fn nothing(luck: Draws) -> Vec<Comparison> {
    let used = format!("{WORLD}{USED}");
    let unused = "strategies.it.posts.share = 0\nstrategies.it.occasions.share = 0\n";
    let (bare, with) = (lived(&used, Ok(0), luck), lived(&format!("{used}{unused}"), Ok(0), luck));
    let absent = lived(&used, Ok(1), luck);
    let nobody = Treatment { who: vec![false; 300], weeks: 0..60, offer: Offer::impressions(9.0) };
    let treated = lived(&used, Err(&nobody.strategy()), luck);
    let unspent = |facts: &Facts| {
        let mut facts = without_idle(facts);
        facts.books.unspent = Money::ZERO;
        facts
    };
    vec![
        Comparison::counted(
            "weeks that differ, two idle channels more",
            0.0,
            apart(&bare, &with, without_idle),
        ),
        Comparison::counted(
            "weeks that differ, an offer to nobody",
            0.0,
            apart(&absent, &treated, unspent),
        ),
    ]
}

/// A programme that no scenario names.
pub(super) fn of_its_own(programme: impl Programme + 'static) -> Chosen {
    Chosen { programme: Box::new(programme), values: Vec::new() }
}

/// Advertising in so many equal parts.
fn in_parts(parts: u32) -> Strategy {
    let line = |_| {
        let advertising = Advertising { management: Money::ZERO, ..Advertising::default() };
        Line::always("advertising", 1.0 / f64::from(parts), of_its_own(advertising))
    };
    Strategy {
        lines: (0..parts).map(line).collect(),
        allowance: Money::from_number(10.0),
        ..Strategy::absent()
    }
}

fn halves(luck: Draws) -> Vec<Comparison> {
    let [whole, split] =
        [1, 2].map(|parts| lived(&format!("{WORLD}{USED}"), Err(&in_parts(parts)), luck));
    // Each price is rounded down, so two halves may cost a millionth less for each person.
    let off = |(whole, split): &(&Facts, &Facts)| {
        let less = whole.paid - split.paid;
        less < Money::ZERO || less.millionths() > 300
    };
    let spending = whole.iter().zip(&split).filter(off).count();
    vec![
        Comparison::counted(
            "weeks that differ but for rounding",
            0.0,
            apart(&whole, &split, without_money),
        ),
        Comparison::counted(
            "weeks that differ in spending by more than a millionth a person",
            0.0,
            spending as f64,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_should_matter_does() {
        let luck = Draws::from_seed(1);
        let world = format!("{WORLD}{USED}");
        let [it, absent] = [0, 1].map(|place| lived(&world, Ok(place), luck));
        let part = lived(&world, Err(&in_parts(1)), luck);
        let rich = lived(&world.replace("budget = 30", "budget = 60"), Ok(0), luck);
        let pairs = [[&it, &absent], [&it, &part], [&it, &rich], [&part, &absent]];
        let weeks = pairs.map(|[one, other]| apart(one, other, without_money));
        assert!(weeks.iter().all(|weeks| *weeks > 30.0), "{weeks:?}");
        assert!(it.iter().any(|facts| facts.joined_all() > 0 && facts.mentions > 0));
    }
}
