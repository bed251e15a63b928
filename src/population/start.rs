//! The first week: people, ties and customers as a market has them that has lived for long.
//!
//! Ties start from the stationary law of contact and silence, dormant ones included; customers
//! have the tenures and the frailties of survivors. So nothing has to be burnt in for years, and
//! an imported network stays the network that it is.

mod belonging;
mod customers;

use super::network::Network;
use super::traits::{Traits, estimates, renewal_hazard};
use crate::draws::{Draw, Draws, Stream};
use crate::elementary::{ln, power};
use crate::firms::{Assets, Clientele, Firm, Habit};
use crate::ledger::Ledger;
use crate::market::{Market, Seen};
use crate::offers::Services;
use crate::people::{Circles, People, PersonId};
use crate::quantity::{Horizon, Money, Share};
use crate::rules::Rules;
use crate::segments::Segments;
use crate::ties::{NewTie, Origin, Ties, skewed_strength};

crate::parameters! {
    /// How the market stands before the first week.
    pub Start in "people.start" {
        /// Share of the people who are customers.
        customers: Share = 0.15, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Share of the others who know the firm.
        aware: Share = 0.5, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Share of the people who were customers once and do not think of returning.
        lapsed: Share = 0.05, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Share of the customers who follow the firm's page.
        followers: Share = 0.1, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Share of the people who work for the firm, and so are neither its customers nor its prospects.
        staff: Share = 0.0, in 0.0 => 0.2, from "definition", grade Definition, role Input;
        /// Age of the firm: nobody has been a customer for longer.
        firm_age: Horizon = 260.0, in 1.0 => 2600.0, from "definition", grade Definition, role Input;
        /// Mean strength of a tie between people who are no kin.
        strength: Share = 0.15, in 0.05 => 0.8, from "assumption; swept (many weak ties, few strong ones)", grade Gap, role Input;
        /// Chance that two people of one circle who know each other are kin, whose tie does not end.
        kin: Share = 0.7, in 0.0 => 0.95, from "assumption; swept (half of all ties, since by default seven in ten lie within a circle: Dunbar 2012, New Scientist, roughly half of whom one knows are family)", grade Gap, role Input;
        /// Mean strength of a tie of kin.
        kin_strength: Share = 0.4, in 0.05 => 0.8, from "assumption; swept (sign: David-Barrett 2022, kin call each other more often and talk longer)", grade Gap, role Input;
    }
}

/// What a firm is before the first week.
#[derive(Clone, Copy, Debug)]
pub struct FirmPlan {
    /// What a customer pays in a week.
    pub price: Money,
    /// What serving a customer costs in a week.
    pub unit_cost: Money,
    /// The chance that a week with the firm is a good one.
    pub quality: Share,
    /// Share of the people who are its customers.
    pub customers: Share,
}

/// Attributes that a people table gives instead of the drawn ones.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Contacts that a person has time for in a week.
    pub sociability: Vec<Option<f32>>,
    /// Willingness to pay, money a week.
    pub base_value: Vec<Option<f32>>,
    /// Tolerance of ill-fitting messages.
    pub ad_tolerance: Vec<Option<f32>>,
    /// How well the firm suits the person.
    pub fit: Vec<Option<f32>>,
    /// Readiness to leave.
    pub frailty: Vec<Option<f32>>,
    /// Whether the person is a customer (1) or not (0).
    pub customer: Vec<Option<f32>>,
}

/// All that a market begins with, apart from the network.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// Who the people are.
    pub traits: &'a Traits,
    /// How the market stands.
    pub start: &'a Start,
    /// The firms.
    pub firms: &'a [FirmPlan],
    /// What a people table gives.
    pub given: &'a Given,
    /// All rules.
    pub rules: &'a Rules,
    /// The luck of the replication.
    pub lasting: Draws,
}

impl Beginning<'_> {
    /// Puts a market on a network.
    #[must_use]
    pub fn market(&self, network: &Network) -> Market {
        let mut people =
            self.traits.people(network.keys.clone(), network.circles.clone(), self.lasting);
        self.divide(&mut people);
        give(&mut people.base_value, &self.given.base_value);
        give(&mut people.ad_tolerance, &self.given.ad_tolerance);
        let ties = self.ties(&people, network);
        self.settle(&mut people, &ties);
        let circles = network.circles.iter().max().map_or(0, |&last| last as usize + 1);
        people.groups = self.groups(&people);
        let mut firms: Vec<Firm> = (0..self.firms.len()).map(|f| self.firm(&people, f)).collect();
        self.fill(&people, &mut firms);
        for firm in &mut firms {
            self.have_talked(&people, &ties, firm);
            // Last, since a given readiness to leave is neither drawn nor that of a survivor.
            give(&mut firm.clientele.frailty, &self.given.frailty);
        }
        let time = |person: PersonId| {
            f64::from(people.sociability[person.index()] * people.pace[person.index()])
        };
        let time: f64 = people.all().map(time).sum();
        let losses = self.rules.turnover.expected_losses(&people, &ties);
        let renewal = if time > 0.0 { losses / time } else { 0.0 };
        let circles =
            Circles { trouble: (0..circles).map(|circle| self.trouble(circle as u64)).collect() };
        let seen = vec![Seen::default(); firms.len()];
        Market { week: 0, people, circles, ties, renewal, brokered: Vec::new(), seen, firms }
    }

    /// Divides the people into the core and the others, who would pay less or more.
    fn divide(&self, people: &mut People) {
        let segments = &self.rules.segments;
        people.other = segments.others(&people.key, self.lasting);
        Segments::scale(&mut people.base_value, people.other.all(), segments.value, f32::MAX);
    }

    /// Weaves the ties, each with a strength, a last contact and an age as they are in the long run.
    fn ties(&self, people: &People, network: &Network) -> Ties {
        let given = network.graph.raw_edges();
        Ties::of_sorted(people.len(), network.pairs(), |number| {
            let tie = &given[number];
            let [one, other] =
                [tie.source(), tie.target()].map(|person| PersonId(person.index() as u32));
            self.tie(people, (one, other), tie.weight)
        })
    }

    fn tie(
        &self,
        people: &People,
        (one, other): (PersonId, PersonId),
        given: Option<f32>,
    ) -> NewTie {
        let key = |person: PersonId| people.key[person.index()];
        let pair = key(one).and(key(other));
        let between = |purpose| self.lasting.of(purpose).of_pair(pair);
        let share_a_circle = people.circle[one.index()] == people.circle[other.index()];
        let are_kin = share_a_circle && between("start: are kin").happens(self.start.kin.single());
        let strength = given.unwrap_or_else(|| {
            let mean = if are_kin { self.start.kin_strength } else { self.start.strength };
            let floor = self.rules.turnover.floor;
            skewed_strength(mean, floor, between("start: strength of a tie"))
        });
        // At this strength a pair meets with hazard `strength` a week, so silence is exponential.
        let silence = exponential(between("start: silence of a tie"), f64::from(strength));
        let turnover =
            if are_kin { 0.0 } else { f64::from(self.rules.turnover.hazard(strength, true)) };
        let age = exponential(between("start: age of a tie"), turnover);
        NewTie {
            people: (one, other),
            pair,
            strength,
            origin: if are_kin { Origin::Kin } else { Origin::Given },
            seeks: self.rules.turnover.seeks(people, (one, other), self.lasting),
            last: -1 - silence.min(age),
            since: -1 - age,
        }
    }

    /// Trouble that came to a circle in the year before, as far as it is not over.
    fn trouble(&self, circle: u64) -> f32 {
        let came = self.lasting.of("start: trouble of the year before");
        let (hazard, kept) = (
            self.rules.leaving.trouble.single(),
            f64::from(self.rules.leaving.trouble_memory.retention()),
        );
        let weeks =
            (1..=52_u32).filter(|&ago| came.number(circle * 64 + u64::from(ago)).strikes(hazard));
        weeks.map(|ago| power(kept, f64::from(ago - 1)) as f32).sum()
    }

    /// Gives people the time that their ties take, so that the given network is in balance.
    fn settle(&self, people: &mut People, ties: &Ties) {
        for person in people.all() {
            people.load[person.index()] = ties.of(person).map(|tie| tie.strength).sum();
        }
        let elsewhere = self.rules.contact.elsewhere.single();
        people.sociability = people.load.iter().map(|load| load + elsewhere).collect();
        give(&mut people.sociability, &self.given.sociability);
        people.give_time();
        people.find_pace(&self.rules.contact);
    }

    /// A firm that has no customers yet.
    fn firm(&self, people: &People, number: usize) -> Firm {
        let (plan, draws) = (self.firms[number], self.lasting.at_firm(number));
        let mut clientele = Clientele::unaware(people.len());
        clientele.fit = self.traits.fit(people, draws);
        Segments::scale(&mut clientele.fit, people.other.all(), self.rules.segments.fit, 1.0);
        give(&mut clientele.fit, &self.given.fit);
        let mean = clientele.fit.iter().map(|&fit| f64::from(fit)).sum::<f64>()
            / people.len().max(1) as f64;
        clientele.relative_fit =
            clientele.fit.iter().map(|&fit| (f64::from(fit) / mean) as f32).collect();
        let accuracy = self.rules.technology.targeting_accuracy;
        clientele.estimated_fit = estimates(&clientele.fit, accuracy, people, draws);
        clientele.frailty = self.frailty(people, draws);
        clientele.habit = self.habits(people, draws);
        clientele.trust = vec![self.rules.relationship.stranger_trust.single(); people.len()];
        clientele.norm = vec![self.rules.relationship.usual_norm.single(); people.len()];
        Firm {
            price: plan.price,
            list_price: plan.price,
            raised: None,
            unit_cost: plan.unit_cost,
            quality: plan.quality.single(),
            assets: Assets::default(),
            services: Services::default(),
            in_forum: Vec::new(),
            ceiling: 1.0,
            opinion: 0.0,
            reputation: 0.0,
            usual_readiness: 1.0,
            usual_leaning: 0.0,
            clientele,
            ledger: Ledger::default(),
        }
    }

    /// How people buy while customers, where customers are no subscribers.
    fn habits(&self, people: &People, draws: Draws) -> Vec<Habit> {
        let (rules, own) = (&self.rules.purchases, draws.of("start: how a person buys"));
        if !rules.are_at_will() {
            return Vec::new();
        }
        people.key.iter().map(|&key| rules.habit(own.about(key))).collect()
    }

    /// How ready newcomers are to leave a firm; under contracts, to end them.
    fn frailty(&self, people: &People, draws: Draws) -> Vec<f32> {
        let contract = &self.rules.contract;
        if !contract.is_usual() {
            return self.traits.frailty(people, draws);
        }
        let (shapes, ends) = ((contract.alpha.0, contract.beta.0), chance_to_end(draws));
        people.key.iter().map(|&key| renewal_hazard(shapes, ends.about(key))).collect()
    }
}

/// What decides how ready a person is to end a contract at a renewal.
const fn chance_to_end(draws: Draws) -> Stream {
    draws.of("start: chance to end a contract")
}

/// A whole number of weeks from an exponential distribution, kept within what a column holds.
fn exponential(draw: Draw, rate: f64) -> i16 {
    let weeks = -ln(1.0 - draw.unit()) / rate.max(1e-9);
    weeks.min(f64::from(i16::MAX - 1)) as i16
}

fn give(drawn: &mut [f32], given: &[Option<f32>]) {
    for (drawn, given) in drawn.iter_mut().zip(given) {
        *drawn = given.unwrap_or(*drawn);
    }
}
