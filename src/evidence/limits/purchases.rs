//! What customers buy who are no subscribers (C2): the negative binomial law of Ehrenberg (1959), and what moves it.

use super::bench::{CERTAIN, MARKET, add_up, alike, known_to_all, silent, strangers};
use super::{Comparison, Limit, enough, enough_for_share};
use crate::draws::Draws;
use crate::elementary::{exp, power};
use crate::firms::Clientele;
use crate::market::Market;
use crate::people::NEEDS;
use crate::quantity::{Number, Share, WeeklyHazard};
use crate::rules::Rules;
use crate::strategy::Strategy;
use crate::week;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C2-purchases",
        statement: "Of customers who buy when they like, as many buy nothing for a time as the negative binomial law says, and all together buy what as many subscribers do.",
        source: "Ehrenberg 1959: P(0) = (1 + m / k)^-k",
        compare: law,
    },
    Limit {
        id: "C2-moved",
        statement: "Help that makes an offer worth more brings purchases by the elasticity; an impression makes a customer buy by its response; whoever joins buys.",
        source: "definitions: constant elasticity, Poisson",
        compare: moved,
    },
];

/// Customers for ever, each of whom buys about every fourth week.
const RATE: f64 = 0.25;
/// How much customers differ in how often they buy, what each buys at a time, and its means.
const SHAPE: f64 = 0.8;
const SPREAD: f64 = 0.6;
const BASKETS: f64 = 8.0;

fn rules(rate: f64, shape: f64) -> Rules {
    let mut rules = silent();
    let purchases = &mut rules.purchases;
    (purchases.rate, purchases.shape) = (WeeklyHazard(rate), Number(shape));
    (purchases.spread, purchases.baskets) = (Number(SPREAD), Number(BASKETS));
    rules
}

/// Customers who bought nothing in so many weeks, and units that all bought.
fn bought(market: &mut Market, rules: &Rules, weeks: u32, luck: Draws) -> Vec<f64> {
    let mut never = vec![true; market.people.len()];
    let mut units = 0.0;
    for _ in 0..weeks {
        let facts = week::live(market, &[&Strategy::absent()], rules, luck);
        units += facts[0].sold;
        for (i, never) in never.iter_mut().enumerate() {
            *never &= market.firms[0].clientele.bought.get(i) <= 0.0;
        }
    }
    vec![never.iter().filter(|never| **never).count() as f64, units]
}

fn law(luck: Draws) -> Vec<Comparison> {
    const WEEKS: u32 = 12;
    let rules = rules(RATE, SHAPE);
    let mean = RATE * f64::from(WEEKS);
    let none = power(1.0 + mean / SHAPE, -SHAPE);
    // Of a customer's units, against their mean: by his basket, his rate, how often, and how much.
    let squares = 1.0 + 1.0 / SHAPE + (1.0 + SPREAD * SPREAD) / mean;
    let variance = (BASKETS - 1.0) / (BASKETS - 2.0) * squares - 1.0;
    let markets = enough_for_share(none).max(enough(variance)).div_ceil(MARKET);
    let found = add_up(markets, luck, |luck| {
        let mut market = strangers(MARKET, &alike(), &known_to_all(1.0), &rules, luck);
        bought(&mut market, &rules, WEEKS, luck)
    });
    let people = (markets * MARKET) as f64;
    let units = found[1] / people / f64::from(WEEKS);
    let error = (variance / people).sqrt();
    vec![
        Comparison::share("customers who buy nothing in 12 weeks", none, found[0], people),
        Comparison::drawn("units that a customer buys in a week", 1.0, units, error),
    ]
}

/// Of so many people who are all alike, those who buy nothing in one week.
fn without(
    (what, exact): (&str, f64),
    (rules, customers): (&Rules, f64),
    before: impl Fn(&mut Market) + Sync,
    luck: Draws,
) -> Comparison {
    let markets = enough_for_share(exact).div_ceil(MARKET);
    let found = add_up(markets, luck, |luck| {
        let mut market = strangers(MARKET, &alike(), &known_to_all(customers), rules, luck);
        before(&mut market);
        bought(&mut market, rules, 1, luck)
    });
    Comparison::share(what, exact, found[0], (markets * MARKET) as f64)
}

/// Rates are alike where the shape is this great.
const ALIKE: f64 = 1e13;

fn moved(luck: Draws) -> Vec<Comparison> {
    let mut often = rules(1.0, ALIKE);
    often.worth.help = Share(0.4);
    // Everybody's needs add up to 1, and one act for each of them serves half of it.
    let helped = |market: &mut Market| {
        market.firms[0].clientele.benefits.used().fill([1.0; NEEDS]);
    };
    let more = exp(-power(1.2, often.purchases.elasticity.0));
    let mut shown = rules(1e-9, ALIKE);
    (shown.technology.click_rate, shown.technology.conversion) = (Share(1.0), Share(0.5));
    shown.attention.carry_over = crate::quantity::Weeks(1.0);
    let stock = |clientele: &mut Clientele| clientele.ad_stock.used().fill(2.0);
    // Of two impressions at work, one is at the end of a week, after which half are left.
    let moved = exp(-0.5);
    let mut joining = rules(1e-9, ALIKE);
    joining.adoption.search = CERTAIN;
    let mut market = strangers(MARKET, &alike(), &known_to_all(0.0), &joining, luck);
    let joined = week::live(&mut market, &[&Strategy::absent()], &joining, luck)[0].joined_all();
    let bought = market.firms[0].clientele.bought.all().iter().filter(|units| **units > 0.0);
    vec![
        without(("no purchase, worth up by a fifth", more), (&often, 1.0), helped, luck),
        without(
            ("no purchase, two impressions at work", moved),
            (&shown, 1.0),
            |market| stock(&mut market.firms[0].clientele),
            luck.in_replication(1),
        ),
        Comparison::counted(
            "people who buy of those who join",
            joined as f64,
            bought.count() as f64,
        ),
    ]
}
