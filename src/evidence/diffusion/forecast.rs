//! Foretelling: the engine itself lives the second half, in many worlds, from where everybody really stood.
//!
//! This is the engine's own limit in which nothing happens but adoption: search is the external
//! influence, visible use that of each tie, nobody leaves or talks, and a week is a period. Where
//! everybody is seen instead of those whom one knows, the influence of all goes into the search of
//! each week, and there are no ties; so that is the engine, too, and no second kernel.

use super::fit::Fit;
use super::history::History;
use super::shuffle::of_ties;
use crate::draws::Draws;
use crate::evidence::limits::bench::{self, alike, known_to_all, silent};
use crate::market::Market;
use crate::population::Network;
use crate::population::start::Given;
use crate::quantity::WeeklyHazard;
use crate::rules::Rules;
use crate::strategy::Strategy;
use crate::week;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What the engine foretells, world by world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// How many have adopted at the end of each period, from the last of the first half on; by world.
    pub curves: Vec<Vec<u64>>,
    /// In how many worlds each person has adopted after the first of the foretold periods.
    pub soon: Vec<u32>,
    /// In how many worlds each person has adopted at the end.
    pub ever: Vec<u32>,
}

/// One world: the curve, and who has adopted after one period and at the end.
type Life = (Vec<u64>, Vec<bool>, Vec<bool>);

impl Forecast {
    /// Lives so many worlds. Without a network, everybody sees everybody.
    #[must_use]
    pub fn of(
        history: &History,
        network: Option<&Network>,
        fit: &Fit,
        (worlds, luck): (u32, Draws),
    ) -> Self {
        let by_ties = network.is_some();
        let alone = of_ties(&history.network, BTreeSet::new());
        let mut rules = silent();
        rules.horizon = history.periods - history.half();
        rules.adoption.search = WeeklyHazard(fit.p);
        rules.visibility.seen = WeeklyHazard(if by_ties { fit.q } else { 0.0 });
        let market = begin(history, network.unwrap_or(&alone), &rules, luck);
        let crowd = if by_ties { 0.0 } else { fit.q };
        let lives: Vec<Life> = (0..worlds)
            .into_par_iter()
            .map(|world| live(market.clone(), rules.clone(), crowd, luck.in_replication(world)))
            .collect();
        Self::over(lives, history.people())
    }

    fn over(lives: Vec<Life>, people: usize) -> Self {
        let (mut soon, mut ever) = (vec![0; people], vec![0; people]);
        let count = |counts: &mut [u32], adopted: Vec<bool>| {
            for (count, adopted) in counts.iter_mut().zip(adopted) {
                *count += u32::from(adopted);
            }
        };
        let curves = lives.into_iter().map(|(curve, first, last)| {
            count(&mut soon, first);
            count(&mut ever, last);
            curve
        });
        Self { curves: curves.collect(), soon, ever }
    }

    /// How many worlds there are.
    #[must_use]
    pub const fn worlds(&self) -> usize {
        self.curves.len()
    }
}

/// Lives the second half. `crowd` is the influence of all people, where there is one.
fn live(mut market: Market, mut rules: Rules, crowd: f64, luck: Draws) -> Life {
    let (outside, people) = (rules.adoption.search.0, market.people.len() as f64);
    let customers = |market: &Market| -> Vec<bool> {
        let clientele = &market.firms[0].clientele;
        (0..market.people.len()).map(|i| clientele.is_customer(i)).collect()
    };
    let count = |adopted: &[bool]| adopted.iter().filter(|adopted| **adopted).count() as u64;
    let mut adopted = customers(&market);
    let (mut curve, mut soon) = (vec![count(&adopted)], Vec::new());
    for period in 0..rules.horizon {
        let share = count(&adopted) as f64 / people;
        rules.adoption.search = WeeklyHazard(outside + crowd * share);
        week::live(&mut market, &[&Strategy::absent()], &rules, luck);
        adopted = customers(&market);
        curve.push(count(&adopted));
        if period == 0 {
            soon.clone_from(&adopted);
        }
    }
    (curve, soon, adopted)
}

/// The market as it really stood when the first half was over.
fn begin(history: &History, network: &Network, rules: &Rules, lasting: Draws) -> Market {
    let adopted = |person: usize| f32::from(u8::from(history.has_adopted(person, history.half())));
    let given = Given {
        customer: (0..history.people()).map(|person| Some(adopted(person))).collect(),
        ..Given::default()
    };
    bench::market(network, (&alike(), &known_to_all(0.0), &given), rules, lasting)
}

/// The periods in which people adopt in one world of the engine that begins without adopters.
#[cfg(test)]
pub(super) fn adopted(
    network: &Network,
    (outside, along_ties): (f64, f64),
    periods: u32,
    luck: Draws,
) -> Vec<u32> {
    use super::history::NEVER;
    let nobody = vec![NEVER; network.people()];
    let history =
        History { network: network.clone(), communities_given: false, adopted: nobody, periods };
    let mut rules = silent();
    rules.adoption.search = WeeklyHazard(outside);
    rules.visibility.seen = WeeklyHazard(along_ties);
    let mut market = begin(&history, network, &rules, luck);
    let mut adopted = history.adopted;
    for period in 1..=periods {
        week::live(&mut market, &[&Strategy::absent()], &rules, luck);
        for (person, adopted) in adopted.iter_mut().enumerate() {
            if market.firms[0].clientele.is_customer(person) {
                *adopted = period.min(*adopted);
            }
        }
    }
    adopted
}
