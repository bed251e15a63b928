//! Simulation: a market lives its weeks, and each week is shown to whoever observes.

use crate::draws::Draws;
use crate::facts::Facts;
use crate::market::Market;
use crate::processes::account;
use crate::rules::Rules;
use crate::strategy::Strategy;
use crate::week;

/// Lives all weeks up to the horizon. `observe` is shown the state before the first week
/// (week 0) and then each week, once for each firm: the week's number, the firm's, the facts.
pub fn simulate(
    market: &mut Market,
    strategies: &[&Strategy],
    rules: &Rules,
    lasting: Draws,
    mut observe: impl FnMut(u32, usize, &Facts),
) {
    let firms = market.firms.iter();
    let mut before: Vec<Facts> =
        firms.map(|firm| before_the_first_week(market, firm, rules)).collect();
    account::share(&mut before);
    for (f, facts) in before.iter().enumerate() {
        observe(0, f, facts);
    }
    for _ in 0..rules.horizon {
        let week = week::live(market, strategies, rules, lasting);
        for (f, mut facts) in week.into_iter().enumerate() {
            facts.customers_at_start = before[f].customers;
            observe(market.week, f, &facts);
        }
    }
}

fn before_the_first_week(market: &Market, firm: &crate::firms::Firm, rules: &Rules) -> Facts {
    let mut facts = Facts { ties: market.ties.count() as u64, ..Facts::default() };
    account::count(&market.people, firm, rules.worth_asked(), &mut facts);
    facts.customers_at_start = facts.customers;
    let take_stock = || rules.portfolio.take_stock(&market.people, &market.ties, 0);
    facts.portfolio = (!rules.counts_heads_only).then(take_stock);
    facts
}
