//! Purchase: where customers are no subscribers, each of them buys when he likes, and as much as he likes.
//!
//! How often is a Poisson number, at a rate that differs from customer to customer by a gamma
//! distribution, so that purchases of all follow the negative binomial law (Ehrenberg 1959); how
//! much is a gamma number as well, about a mean of the customer's own (Fader, Hardie and Lee 2005).
//! Both are drawn for good and have nothing to do with each other, with fit, or with what the
//! person would pay. A customer whom nothing moves buys one unit a week on average, as a
//! subscriber does, so that prices and budgets need not be changed.
//!
//! Three things bring purchases. To join is to buy, for the first time or again: that comes on top,
//! and counts for 1/rate weeks. A customer buys at his own rate, and the more often the more the
//! firm's help adds to what the offer is worth. An impression makes a customer buy by the same
//! clicks and conversions by which it wins prospects, the likelier the better the firm suits him
//! and the less it has annoyed him. Who has lately read in the firm's forum buys as often, and for
//! less ([`crate::processes::visit`]). A dearer price drives customers away and keeps prospects out
//! ([`crate::worth`]), whose sensitivity is that of all sales; so it acts on nothing here.

use crate::draws::{Draw, Luck};
use crate::elementary::{exp, expf, power};
use crate::facts::Facts;
use crate::firms::{Firm, Habit};
use crate::people::People;
use crate::quantity::{Number, WeeklyHazard};
use crate::worth::Worth;

crate::parameters! {
    /// How customers buy who are no subscribers.
    pub Purchases in "people.purchases" {
        /// Rate at which the average customer buys (0: customers are subscribers, who buy one unit every week).
        rate: WeeklyHazard = 0.0, in 0.0 => 2.0, from "definition (0: subscribers); .055 among customers of an online retailer of music (Fader, Hardie and Lee 2005, Marketing Science)", grade Definition, role Input;
        /// Shape of the gamma distribution of customers' rates: the smaller, the more they differ.
        shape: Number = 0.243, in 0.05 => 50.0, from "Fader, Hardie and Lee 2005, Marketing Science: customers of an online retailer of music", grade RecalledHigh, role Input;
        /// Standard deviation of what a customer buys at a time, in means of his own.
        spread: Number = 0.4, in 0.0 => 3.0, from "Fader, Hardie and Lee 2005, Journal of Marketing Research: the same customers (gamma of shape 6.25)", grade RecalledHigh, role Input;
        /// Shape of the inverse gamma distribution of those means: the smaller, the more customers differ.
        baskets: Number = 3.74, in 1.5 => 1000.0, from "Fader, Hardie and Lee 2005, Journal of Marketing Research: the same customers", grade RecalledHigh, role Input;
        /// Power by which customers buy more often where help makes the offer worth more.
        elasticity: Number = 2.62, in 0.0 => 6.0, from "Bijmolt, van Heerde and Pieters 2005: mean price elasticity of sales -2.62, taken to hold for what is added to worth", grade Derived, role Input;
    }
}

impl Purchases {
    /// Whether customers buy when they like, and are no subscribers.
    #[must_use]
    pub const fn are_at_will(&self) -> bool {
        self.rate.0 > 0.0
    }

    /// How often, against his own average, a customer buys who finds the offer so many times as worthy.
    fn keenness(&self, worth: f32) -> f32 {
        power(f64::from(worth), self.elasticity.0) as f32
    }

    /// What somebody buys while a customer, by luck that stays for good.
    #[must_use]
    pub fn habit(&self, draw: Draw) -> Habit {
        let mut dice = draw.dice();
        let (shape, baskets) = (self.shape.0, self.baskets.0);
        let often = (dice.gamma(shape) / shape) as f32;
        Habit { often, much: ((baskets - 1.0) / dice.gamma(baskets)) as f32 }
    }
}

/// All that buying reads, apart from the people who buy.
#[derive(Debug)]
pub struct Shopping<'a> {
    /// How customers buy.
    pub rules: &'a Purchases,
    /// What the offer is worth to people.
    pub worth: &'a Worth,
    /// Purchases that one impression of the average person brings over its whole life.
    pub response: f32,
    /// How much annoyance dampens what an impression does, as an exponent.
    pub annoyed: f32,
    /// Share of what is bought at a time that is saved by whoever knows what is to be had for less.
    pub thrift: f32,
    /// The week.
    pub week: u32,
    /// The luck.
    pub luck: Luck,
}

impl Shopping<'_> {
    /// Lets customers buy, where they are no subscribers.
    pub fn purchase(&self, people: &People, firm: &mut Firm, facts: &mut Facts) {
        if !firm.clientele.buy_at_will() {
            return;
        }
        firm.clientele.bought.clear();
        let stream = self.luck.of("purchase: how often and how much");
        for i in (0..people.len()).filter(|&i| firm.clientele.is_customer(i)).collect::<Vec<_>>() {
            let draw = stream.about(people.key[i]);
            let times = if i64::from(firm.clientele.joined[i]) == i64::from(self.week) {
                1
            } else {
                how_often(self.hazard(people, firm, i), draw)
            };
            if times > 0 {
                let saved = self.thrift * firm.clientele.informed.get(i);
                let much = firm.clientele.habit[i].much * (1.0 - saved);
                let units = self.how_much(times, draw) * much;
                firm.clientele.bought.set(i, units);
                facts.sold += f64::from(units);
            }
        }
    }

    /// The rate at which a customer buys this week.
    fn hazard(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let clientele = &firm.clientele;
        let help = self.worth.help_felt(firm, i, clientele.benefit(i, &people.needs[i]));
        let own = self.rules.rate.single() * clientele.habit[i].often;
        let shown = self.response * clientele.ad_stock.get(i) * clientele.relative_fit[i];
        own * self.rules.keenness(1.0 + help)
            + shown * expf(-self.annoyed * clientele.irritation.get(i))
    }

    /// Units that so many purchases bring together, about the average customer's mean. Each has luck of its own, so that in a twin
    /// world with one purchase more the others are what they were.
    fn how_much(&self, times: u32, mut draw: Draw) -> f32 {
        let (mean, variance) = (1.0 / self.rules.rate.0, self.rules.spread.0 * self.rules.spread.0);
        let mut units = 0.0;
        for _ in 0..times {
            draw = draw.again();
            units += if variance > 0.0 {
                mean * variance * draw.dice().gamma(1.0 / variance)
            } else {
                mean
            };
        }
        units as f32
    }
}

/// Beyond this mean the chance of no purchase is too small for a number.
const INSATIABLE: f64 = 700.0;

/// A Poisson number of this mean, never fewer where the mean is greater.
fn how_often(mean: f32, draw: Draw) -> u32 {
    let mean = f64::from(mean).min(INSATIABLE);
    // The chance of just so many purchases, and what is left when all fewer are counted off.
    let (mut times, mut just, mut left) = (0, exp(-mean), 1.0 - draw.unit());
    while left > just && just > 0.0 {
        left -= just;
        times += 1;
        just *= mean / f64::from(times);
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    #[test]
    fn how_often_has_the_mean_and_the_variance_of_poisson_and_grows_with_the_rate() {
        let draws = Draws::from_seed(3).of("test: purchases");
        for mean in [0.05_f32, 1.3, 20.0] {
            let n = 40_000;
            let (mut sum, mut squares) = (0.0, 0.0);
            for i in 0..n {
                let times = how_often(mean, draws.number(i));
                assert!(times <= how_often(1.1 * mean, draws.number(i)));
                sum += f64::from(times);
                squares += f64::from(times) * f64::from(times);
            }
            let (found, exact) = (sum / n as f64, f64::from(mean));
            let error = (exact / n as f64).sqrt();
            assert!((found - exact).abs() < 4.0 * error, "{found} instead of {exact}");
            let variance = squares / n as f64 - found * found;
            assert!((variance / exact - 1.0).abs() < 0.06, "{variance} instead of {exact}");
        }
        assert_eq!(how_often(0.0, draws.number(1)), 0);
    }
}
