//! What new customers cost (C3): from the price of a click to that of a customer, with and without those whom customers bring.

use super::bench::{
    CERTAIN, Crowd, MARKET, add_up, alike, copies, known_to_all, market, measured, network, silent,
    weeks_under,
};
use super::{Comparison, Limit, enough, enough_for_share};
use crate::draws::Draws;
use crate::elementary::{exp, ln, power};
use crate::firms::Source;
use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::population::start::Given;
use crate::programmes::advertising::Advertising;
use crate::programmes::{Chosen, FirmView, Programme};
use crate::quantity::{Money, Number, Quantity, Share, WeeklyHazard, Weeks};
use crate::rules::Rules;
use crate::strategy::{Line, Strategy};
use crate::technology::Technology;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C3-funnel",
        statement: "A customer costs the price of a click over the share of clicks that make one; where advertising is dense, more, as it meets those who have joined.",
        source: "WordStream 2017: 1.72 a click, .0090 of impressions, .0921 of clicks",
        compare: funnel,
    },
    Limit {
        id: "C3-blended",
        statement: "Where each customer brings R others, a customer costs 1 − R of what one who is paid for does.",
        source: "geometric series",
        compare: blended,
    },
];

/// The published price of a click, and the share of clicks that make a customer.
const CLICK: f64 = 1.72;
const CONVERSION: f64 = 0.0921;

/// A strategy that is one programme, with money enough.
fn only(programme: impl Programme + 'static) -> Strategy {
    let chosen = Chosen { programme: Box::new(programme), values: Vec::new() };
    Strategy {
        lines: vec![Line::always("the only one", 1.0, chosen)],
        allowance: Money::from_number(1e6),
        ..Strategy::absent()
    }
}

fn funnel(luck: Draws) -> Vec<Comparison> {
    let usual = Technology::default();
    let mille = usual.cost_per_mille.to_number();
    let customer = mille / 1000.0 / f64::from(usual.response());
    // Twenty impressions for everybody at once, each of them clicked, and all of their effect now.
    let (number, saturation) = (20.0, 40.0);
    let mut rules = silent();
    (rules.technology.click_rate, rules.technology.conversion) = (Share(1.0), Share(CONVERSION));
    rules.technology.cost_per_mille = Money::from_number(1000.0 * CLICK);
    (rules.attention.saturation, rules.attention.carry_over) = (Number(saturation), Weeks(0.0));
    rules.attention.annoyance = Number(0.0);
    let advertising = Advertising {
        frequency_cap: Number(number),
        management: Money::ZERO,
        targeting: Number(0.0),
        ..Advertising::default()
    };
    let registered = saturation * (1.0 - exp(-number / saturation));
    let joins = 1.0 - exp(-CONVERSION * registered);
    let exact = number * CLICK / joins;
    let (traits, start, people) = (alike(), known_to_all(0.0), enough_for_share(joins));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let found = crowd.live_under(&only(advertising), 1, luck, |facts| {
        let won = facts[1].joined[Source::Advertising.index()] as f64;
        vec![won, measured("acquisition_cost_paid", facts) * won]
    });
    let error = exact * ((1.0 - joins) / joins / crowd.size()).sqrt();
    vec![
        Comparison::single("price of a thousand impressions", 1000.0 * 0.009 * CLICK, mille),
        Comparison::single("price of a customer by the funnel", CLICK / CONVERSION, customer),
        Comparison::drawn("paid for each customer, dense", exact, found[1] / found[0], error),
    ]
}

/// Advertising that everybody whom it is for is sure to follow, at this price for each.
#[derive(Debug)]
struct Sure {
    price: f64,
    every: usize,
}

impl Programme for Sure {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        if firm.week == 0 {
            for i in (0..MARKET).step_by(self.every) {
                let price = Money::from_number(self.price);
                offers.make(PersonId(i as u32), Offer::impressions(1e6), price, purse);
            }
        }
    }
}

/// People of a chain, of whom each may be brought by the one before.
const CHAIN: usize = 8;

fn blended(luck: Draws) -> Vec<Comparison> {
    [(0.2, 0), (0.5, 1)].map(|(r, part)| referred(r, luck.in_replication(part))).to_vec()
}

fn referred(r: f64, luck: Draws) -> Comparison {
    // The chain ends after eight; nearly all do before.
    let lengths =
        || (1..CHAIN as u32).map(|n| (f64::from(n), power(r, f64::from(n - 1)) * (1.0 - r)));
    let last = (CHAIN as f64, power(r, CHAIN as f64 - 1.0));
    let moment = |of: &dyn Fn(f64) -> f64| {
        lengths().chain([last]).map(|(length, chance)| chance * of(length)).sum::<f64>()
    };
    let mean = moment(&|length| length);
    let variance = moment(&|length| length * length) - mean * mean;
    let price = CLICK / CONVERSION;
    let mut rules = only_visible(r);
    (rules.technology.click_rate, rules.technology.conversion) = (Share(1.0), Share(1.0));
    (rules.attention.saturation, rules.attention.carry_over) = (Number(100.0), Weeks(0.0));
    let path: Vec<(u32, u32)> = (1..CHAIN as u32).map(|i| (i - 1, i)).collect();
    let chains = MARKET / CHAIN;
    let network = network(MARKET, &copies(chains as u32, CHAIN as u32, &path));
    let given = Given::default();
    let first = market(&network, (&alike(), &known_to_all(0.0), &given), &rules, luck);
    let markets = enough(variance / (mean * mean)).div_ceil(chains);
    let found = add_up(markets, luck, |luck| {
        let strategy = only(Sure { price, every: CHAIN });
        let facts = weeks_under(&strategy, &mut first.clone(), &rules, CHAIN as u32, luck);
        let joined = facts.iter().map(|facts| facts.joined_all() as f64).sum::<f64>();
        vec![joined, measured("acquisition_cost", &facts) * joined]
    });
    let error = (variance / (markets * chains) as f64).sqrt() / mean * price / mean;
    let what = format!("price of a customer, R = {r}");
    Comparison::drawn(what, price / mean, found[1] / found[0], error)
}

/// Rules under which a customer is seen for one week, and wins a neighbour with this chance.
fn only_visible(r: f64) -> Rules {
    let mut rules = silent();
    rules.visibility.seen = WeeklyHazard(-ln(1.0 - r));
    rules.leaving.payment = CERTAIN;
    rules
}
