//! What exposure does (C10): hazards that multiply, odds that multiply, and advertising that is carried over.

use super::bench::{MARKET, add_up, alike, known_to_all, silent, strangers, weeks};
use super::{Comparison, Limit, enough_for_share};
use crate::draws::Draws;
use crate::elementary::{exp, ln, lnf, log_odds, logistic, power};
use crate::evidence::treatment::Treatment;
use crate::firms::Clientele;
use crate::offers::Offer;
use crate::people::PersonId;
use crate::quantity::{Number, Share, WeeklyHazard, Weeks};
use crate::rules::Rules;
use crate::week;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C10-exposures",
        statement: "With n recent losses among those whom a customer seeks, the chance to leave is 1 − (1 − h) to the power 1.797 to the power n; a reminder multiplies the hazard once.",
        source: "Nitzan and Libai 2011; Ascarza, Iyengar and Schleicher 2016, as proportional hazards",
        compare: exposures,
    },
    Limit {
        id: "C10-odds",
        statement: "An odds ratio moves a chance as logistic regression says.",
        source: "Bapna and Umyarov 2015: odds ratios 1.5 and 1.6 on bases of .01 and .1",
        compare: odds,
    },
    Limit {
        id: "C10-adstock",
        statement: "Advertising that goes on works 1 / (1 − λ) times as much in the long run as in its first week, and of one week's effect λ to the power t is still to come after t weeks.",
        source: "Koyck 1954; Leone 1995",
        compare: adstock,
    },
];

/// Compares the share of customers who leave in one week, all of them in the same state.
fn leaving(
    what: String,
    (rules, exact): (&Rules, f64),
    state: impl Fn(&mut Clientele),
    luck: Draws,
) -> Comparison {
    let markets = enough_for_share(exact).div_ceil(MARKET);
    let mut first = strangers(MARKET, &alike(), &known_to_all(1.0), rules, luck);
    state(&mut first.firms[0].clientele);
    let left = add_up(markets, luck, |luck| {
        vec![weeks(&mut first.clone(), rules, 1, luck)[1].left_all() as f64]
    });
    Comparison::share(what, exact, left[0], (markets * MARKET) as f64)
}

fn exposures(luck: Draws) -> Vec<Comparison> {
    let (chance, factor): (f64, f64) = (0.05, 1.797);
    let mut rules = silent();
    rules.gains.contagion = Share(1.0);
    rules.leaving.contagion = Number(factor);
    rules.leaving.usual = WeeklyHazard(-ln(1.0 - chance));
    let losses = |n: u32| {
        let what = format!("customers who leave, {n} losses near");
        let exact = 1.0 - power(1.0 - chance, power(factor, f64::from(n)));
        let felt = |clientele: &mut Clientele| {
            let all = (0..clientele.stage.len() as u32).map(|i| (PersonId(i), true));
            (0..n).for_each(|_| clientele.losses_near.lose(all.clone()));
        };
        leaving(what, (&rules, exact), felt, luck.in_replication(n))
    };
    let mut reminding = silent();
    (reminding.leaving.usual, reminding.leaving.reminded) = (WeeklyHazard(0.4), Number(1.5));
    let (what, exact) = ("customers who leave, reminded".to_owned(), 1.0 - exp(-0.4 * 1.5));
    let offered = |clientele: &mut Clientele| clientele.offers_lately.used().fill(3.0);
    let reminded = leaving(what, (&reminding, exact), offered, luck.in_replication(4));
    (1..=3).map(losses).chain([reminded]).collect()
}

fn odds(_: Draws) -> Vec<Comparison> {
    let cases = [(0.01, 1.5), (0.01, 1.6), (0.1, 1.5), (0.1, 1.6)];
    let compare = |(base, ratio): (f32, f32)| {
        let odds = f64::from(base) / (1.0 - f64::from(base)) * f64::from(ratio);
        let found = logistic(log_odds(base) + lnf(ratio));
        Comparison::single(
            format!("odds ratio {ratio} on {base}"),
            odds / (1.0 + odds),
            found.into(),
        )
    };
    cases.map(compare).to_vec()
}

/// What is at work of one impression a week, week by week, while it is shown to everybody.
fn at_work(carried: f64, shown: u32, lived: u32, luck: Draws) -> Vec<f64> {
    let mut rules = silent();
    rules.technology.click_rate = Share(0.0);
    rules.attention.carry_over = Weeks(-std::f64::consts::LN_2 / ln(carried));
    let mut market = strangers(2, &alike(), &known_to_all(0.0), &rules, luck);
    let treatment =
        Treatment { who: vec![true; 2], weeks: 0..shown, offer: Offer::impressions(1.0) };
    let strategy = treatment.strategy();
    (0..lived)
        .map(|_| {
            week::live(&mut market, &[&strategy], &rules, luck);
            f64::from(market.firms[0].clientele.ad_stock.get(0))
        })
        .collect()
}

fn adstock(luck: Draws) -> Vec<Comparison> {
    let steady = [0.3, 0.5, 0.7, 0.9].map(|carried| {
        let stock = at_work(carried, 300, 300, luck);
        let what = format!("long run over first week, λ = {carried}");
        Comparison::single(what, 1.0 / (1.0 - carried), stock[299] / stock[0])
    });
    // Nine tenths of the effect are felt within 1.91, 3.32, 6.46 and 21.85 weeks.
    let felt = [(0.3, 2), (0.5, 4), (0.7, 7), (0.9, 22)].map(|(carried, weeks)| {
        let stock = at_work(carried, 1, 400, luck);
        let felt = |weeks: usize| stock[..weeks].iter().sum::<f64>();
        let what = format!("of one week's effect, felt within {weeks} weeks, λ = {carried}");
        let exact = 1.0 - power(carried, weeks as f64);
        Comparison::single(what, exact, felt(weeks) / felt(400))
    });
    steady.into_iter().chain(felt).collect()
}
