//! Treatment: what an experimenter does to those on whom the lot fell, and what he keeps from the others.
//!
//! All of it is programmes like any other, so people receive it as they receive any firm's offers.
//! [`Treatment`] makes the same offer to everybody who is treated; [`Sifted`] lets a firm's own
//! programme run and keeps its offers from some, as the trials of platforms do; [`Pulsed`] lets it
//! run with more money in one week than in another.

use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::programmes::{Chosen, FirmView, Programme};
use crate::quantity::{Money, Quantity};
use crate::strategy::{Line, Strategy};
use std::fmt;
use std::ops::Range;

/// One offer a week for those who are treated. It costs next to nothing, so that money plays no part.
#[derive(Clone, Debug)]
pub struct Treatment {
    /// Whether each person is treated.
    pub who: Vec<bool>,
    /// In which weeks.
    pub weeks: Range<u32>,
    /// With what.
    pub offer: Offer,
}

impl Programme for Treatment {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        if !self.weeks.contains(&firm.week) {
            return;
        }
        for (i, _) in self.who.iter().enumerate().filter(|(_, treated)| **treated) {
            offers.make(PersonId(i as u32), self.offer, Money::ZERO, purse);
        }
    }
}

impl Treatment {
    /// A strategy that is this treatment and nothing else.
    #[must_use]
    pub fn strategy(self) -> Strategy {
        let chosen = Chosen { programme: Box::new(self), values: Vec::new() };
        // A firm without an allowance does nothing, not even what is free.
        let allowance = Money::from_number(1.0);
        Strategy {
            lines: vec![Line::always("treatment", 1.0, chosen)],
            allowance,
            ..Strategy::absent()
        }
    }
}

/// Whether an offer of a week to a person is let through.
pub type Sieve = Box<dyn Fn(u32, PersonId, Offer) -> bool + Send + Sync>;

/// A programme some of whose offers the experimenter keeps back. They are planned and paid as if
/// they were made, so what others get does not depend on it: what is kept back are the ghost
/// advertisements of Johnson, Lewis and Nubbemeyer (2017).
pub struct Sifted {
    programme: Box<dyn Programme>,
    lets: Sieve,
}

impl fmt::Debug for Sifted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sifted").field("programme", &self.programme).finish_non_exhaustive()
    }
}

impl Programme for Sifted {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.programme.fixed_cost(firm)
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let mut all = Offers::default();
        all.services = offers.services;
        self.programme.plan(firm, purse, &mut all);
        offers.services = all.services;
        for (person, offer) in all.all() {
            if (self.lets)(firm.week, person, offer) {
                offers.make(person, offer, Money::ZERO, purse);
            }
        }
    }
}

/// A programme that may use this part of its purse in each week, and rests where it is nothing.
#[derive(Debug)]
pub struct Pulsed {
    programme: Box<dyn Programme>,
    parts: Vec<f64>,
}

impl Pulsed {
    fn part(&self, week: u32) -> f64 {
        self.parts.get(week as usize).copied().unwrap_or(0.0)
    }
}

impl Programme for Pulsed {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        if self.part(firm.week) > 0.0 { self.programme.fixed_cost(firm) } else { Money::ZERO }
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let part = self.part(firm.week);
        if part <= 0.0 {
            return;
        }
        let mut own = Purse::of(purse.left().part(part));
        self.programme.plan(firm, &mut own, offers);
        // It cannot have spent more than there was.
        let _ = purse.pay(own.spent());
    }
}

/// A strategy of which one programme is sifted.
#[must_use]
pub fn sifted(strategy: Strategy, programme: &str, lets: Sieve) -> Strategy {
    changed(strategy, programme, |programme| Box::new(Sifted { programme, lets }))
}

/// A strategy of which one programme is pulsed.
#[must_use]
pub fn pulsed(strategy: Strategy, programme: &str, parts: Vec<f64>) -> Strategy {
    changed(strategy, programme, |programme| Box::new(Pulsed { programme, parts }))
}

fn changed(
    mut strategy: Strategy,
    programme: &str,
    change: impl FnOnce(Box<dyn Programme>) -> Box<dyn Programme>,
) -> Strategy {
    if let Some(at) = strategy.lines.iter().position(|line| line.name == programme) {
        let mut line = strategy.lines.remove(at);
        line.chosen.programme = change(line.chosen.programme);
        strategy.lines.insert(at, line);
    }
    strategy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;
    use crate::evidence::laboratory::World;

    const CAMPAIGN: &str =
        "[people]\ncount = 200\n[strategies.ads]\nbudget = 20\n[strategies.ads.advertising]\n";

    fn impressions_and_media(strategy: impl FnOnce(Strategy) -> Strategy) -> Vec<(f64, Money)> {
        let mut world = World::of(CAMPAIGN, Draws::from_seed(3));
        let strategy = strategy(world.scenario.strategies.remove(0));
        let facts = (0..3).map(|_| world.live_under(&strategy));
        facts.map(|facts| (facts.impressions, facts.paid)).collect()
    }

    #[test]
    fn what_is_kept_back_is_paid_and_reaches_nobody_else() {
        let all = impressions_and_media(|strategy| strategy);
        let even: Sieve = Box::new(|_, person, _| person.0 % 2 == 0);
        let odd: Sieve = Box::new(|_, person, _| person.0 % 2 == 1);
        let some = impressions_and_media(|strategy| sifted(strategy, "advertising", even));
        let rest = impressions_and_media(|strategy| sifted(strategy, "advertising", odd));
        // In the first week everything else is equal.
        assert!((some[0].0 + rest[0].0 - all[0].0).abs() < 1e-3, "{some:?} {rest:?} {all:?}");
        assert!(some[0].0 > 0.0 && rest[0].0 > 0.0 && some[0].1 == all[0].1);
    }

    #[test]
    fn a_pulse_has_its_part_of_the_purse_and_otherwise_the_programme_rests() {
        let all = impressions_and_media(|strategy| strategy);
        let pulses =
            impressions_and_media(|strategy| pulsed(strategy, "advertising", vec![0.5, 0.0]));
        assert!((pulses[0].0 / all[0].0 - 0.5).abs() < 1e-3, "{pulses:?} {all:?}");
        assert_eq!((pulses[1], pulses[2]), ((0.0, Money::ZERO), (0.0, Money::ZERO)));
    }
}
