//! The laboratory: one world, lived week by week, in which an experiment may look at anything and treat people drawn by lot.
//!
//! What firms may see and do is the affair of programmes; an experiment stands outside of the
//! world, as a scholar with all records does, and as an experimenter who may assign.

use crate::document::Document;
use crate::draws::{Draws, Luck, Stream};
use crate::experiment::ground::Ground;
use crate::experiment::replicate::begin;
use crate::facts::Facts;
use crate::firms::{Arrival, Clientele, Stage};
use crate::market::Market;
use crate::people::PersonId;
use crate::programmes::FirmView;
use crate::scenario::Scenario;
use crate::strategy::Strategy;
use crate::week;
use std::path::Path;

/// One world of an experiment.
#[derive(Debug)]
pub struct World {
    /// The scenario that it began with.
    pub scenario: Scenario,
    /// The market as it stands now.
    pub market: Market,
    /// The luck of this world.
    pub luck: Draws,
}

/// Reads the scenario of an experiment, which is part of the program and sound; a test reads each.
#[must_use]
pub fn scenario(text: &str) -> Scenario {
    let mut problems = Vec::new();
    let document = Document::parse("experiment.toml", text, &mut problems);
    match Scenario::read(&document, Path::new("experiment.toml")) {
        Ok(scenario) if problems.is_empty() => scenario,
        Ok(_) => unreachable!("the scenario of an experiment is sound: {problems:?}"),
        Err(problems) => unreachable!("the scenario of an experiment is sound: {problems:?}"),
    }
}

impl World {
    /// The world of this scenario and luck before the first week. The scenario generates its network.
    #[must_use]
    pub fn of(text: &str, luck: Draws) -> Self {
        let scenario = scenario(text);
        let market = begin(&scenario, &Ground::default(), luck);
        Self { scenario, market, luck }
    }

    /// The same world once more, to be lived otherwise: a twin.
    #[must_use]
    pub fn twin(&self, text: &str) -> Self {
        Self { scenario: scenario(text), market: self.market.clone(), luck: self.luck }
    }

    /// Lives one week under the scenario's so-manieth strategy (the last is to do nothing).
    pub fn live(&mut self, strategy: usize) -> Facts {
        let strategies = strategies(&self.scenario, &self.scenario.strategies[strategy]);
        first(week::live(&mut self.market, &strategies, &self.scenario.rules, self.luck))
    }

    /// Lives one week under a strategy of the experiment's own.
    pub fn live_under(&mut self, strategy: &Strategy) -> Facts {
        let strategies = strategies(&self.scenario, strategy);
        first(week::live(&mut self.market, &strategies, &self.scenario.rules, self.luck))
    }

    /// What the firm sees in a week.
    #[must_use]
    pub fn view(&self, week: u32) -> FirmView<'_> {
        let Market { people, ties, firms, .. } = &self.market;
        let luck = Luck::in_week(self.luck, week).at_firm(0);
        FirmView::new((people, ties, &firms[0]), &self.scenario.rules.technology, week, luck)
    }

    /// Where everybody stands with the firm.
    #[must_use]
    pub fn clientele(&self) -> &Clientele {
        &self.market.firms[0].clientele
    }

    /// Lives one week in which the firm does nothing.
    pub fn live_alone(&mut self) -> Facts {
        self.live_under(&Strategy::absent())
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.market.people.len()
    }

    /// Everybody, each with whether a lot falls on him by this chance: the assignment of a trial.
    #[must_use]
    pub fn by_lot(&self, lots: Stream, chance: f32) -> Vec<bool> {
        self.market.people.key.iter().map(|&key| lots.about(key).happens(chance)).collect()
    }

    /// Makes people customers by the experimenter's hand, whom nobody brought.
    pub fn give_product(&mut self, to: &[usize]) {
        let (usual, week) = (self.scenario.rules.leaving.usual_satisfaction, self.market.week);
        let clientele = &mut self.market.firms[0].clientele;
        for &i in to {
            clientele.stage[i] = Stage::Customer;
            clientele.ever[i] = true;
            clientele.joined[i] = week as i16 - 1;
            clientele.arrival[i] = Some(Arrival::GIVEN);
            clientele.experience[i] = usual.single();
        }
    }

    /// The acquaintances of a person.
    pub fn neighbours(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        let partners = self.market.ties.partners(PersonId(person as u32));
        partners.iter().map(|&partner| partner as usize)
    }
}

/// The strategies of all firms, where the first follows this one.
fn strategies<'a>(scenario: &'a Scenario, own: &'a Strategy) -> Vec<&'a Strategy> {
    std::iter::once(own).chain(scenario.rivals.iter().map(|rival| &rival.strategy)).collect()
}

/// What the week brought to the firm.
fn first(facts: Vec<Facts>) -> Facts {
    facts.into_iter().next().unwrap_or_default()
}
