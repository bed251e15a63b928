//! Where the answer is known exactly, the engine gives it: survival of customers, their coming and going, diffusion.
//!
//! The closed forms are those of `evidence.md`, part C, in the form that the model has them:
//! competing hazards, of which a week's chance is 1 − e^(−h).

mod common;

use common::limits::{
    CERTAIN, alike, assert_near, assert_share, complete, known_to_all, market, mean_and_error,
    network, silent, strangers, weeks,
};
use rayon::prelude::*;
use stammtisch::draws::Draws;
use stammtisch::elementary::{exp, ln, power};
use stammtisch::firms::Reason;
use stammtisch::population::start::{Given, Start};
use stammtisch::population::traits::Traits;
use stammtisch::quantity::{Horizon, Number, WeeklyHazard};

/// People without ties: enough to see an error of two per cent in a share above 35 per cent.
const CROWD: usize = 75_000;

#[test]
fn customers_who_are_alike_survive_geometrically() {
    let mut rules = silent();
    rules.leaving.usual = WeeklyHazard(0.05);
    let mut market = strangers(CROWD, &alike(), &known_to_all(1.0), &rules);
    let facts = weeks(&mut market, &rules, 20, Draws::from_seed(2));
    assert_eq!(facts[0].customers, CROWD as u64);
    for t in [1, 5, 13, 20] {
        let found = facts[t].loyal as f64 / CROWD as f64;
        assert_share(found, exp(-0.05 * t as f64), CROWD, 0.02);
        assert_eq!(facts[t].loyal, facts[t].customers);
    }
}

#[test]
fn failed_payments_are_a_floor_under_churn_that_nobody_touches() {
    let mut rules = silent();
    let (payment, own) = (0.02, 0.03);
    (rules.leaving.payment, rules.leaving.usual) = (WeeklyHazard(payment), WeeklyHazard(own));
    let mut market = strangers(CROWD, &alike(), &known_to_all(1.0), &rules);
    let facts = weeks(&mut market, &rules, 20, Draws::from_seed(3));
    for t in [1, 10, 20] {
        let found = facts[t].loyal as f64 / CROWD as f64;
        assert_share(found, exp(-(payment + own) * t as f64), CROWD, 0.02);
    }
    let by = |reason: Reason| facts.iter().map(|f| f.left[reason as usize]).sum::<u64>();
    let (failed, judged) = (by(Reason::Payment), by(Reason::Judgement));
    let losses = failed + judged;
    assert_eq!(losses, CROWD as u64 - facts[20].customers);
    let share = failed as f64 / losses as f64;
    assert_share(share, payment / (payment + own), losses as usize, 0.03);
}

#[test]
fn unequal_frailty_makes_aggregate_churn_fall_as_the_gamma_mixture_says() {
    let (shape, hazard, payment) = (0.7, 0.05, 0.002);
    let mut rules = silent();
    (rules.leaving.payment, rules.leaving.usual) = (WeeklyHazard(payment), WeeklyHazard(hazard));
    let traits = Traits { frailty_shape: Number(shape), ..alike() };
    let mut market = strangers(CROWD, &traits, &known_to_all(1.0), &rules);
    let facts = weeks(&mut market, &rules, 40, Draws::from_seed(4));
    for t in [1, 6, 13, 26, 40] {
        let week = t as f64;
        let exact = exp(-payment * week) * power(1.0 + hazard * week / shape, -shape);
        assert_share(facts[t].loyal as f64 / CROWD as f64, exact, CROWD, 0.02);
    }
}

#[test]
fn customers_of_an_old_firm_have_the_frailties_of_survivors() {
    // All who joined at a steady rate in the last `age` weeks and are still there. Of a cohort,
    // S(a) is left after a weeks, so t weeks later Σ S(a + t) of Σ S(a) are.
    let (shape, hazard, payment, age) = (0.7, 0.03, 0.002, 100);
    let mut rules = silent();
    (rules.leaving.payment, rules.leaving.usual) = (WeeklyHazard(payment), WeeklyHazard(hazard));
    let traits = Traits { frailty_shape: Number(shape), ..alike() };
    let start = Start { firm_age: Horizon(f64::from(age)), ..known_to_all(1.0) };
    let mut market = strangers(CROWD, &traits, &start, &rules);
    let facts = weeks(&mut market, &rules, 52, Draws::from_seed(5));
    let survives = |week: f64| exp(-payment * week) * power(1.0 + hazard * week / shape, -shape);
    let left = |t: f64| (0..age).map(|a| survives(f64::from(a) + t)).sum::<f64>();
    for t in [1, 13, 52] {
        let exact = left(t as f64) / left(0.0);
        assert_share(facts[t].loyal as f64 / CROWD as f64, exact, CROWD, 0.02);
    }
}

#[test]
fn customers_come_and_go_as_the_two_flows_say() {
    // Chances a week: a prospect joins, a customer leaves, a lapsed customer thinks of returning.
    // With waits 1/a and 1/b in a row, the stock settles where c/(1/a + 1/b)⁻¹ balances: A/(A + c).
    let (join, leave, back) = (0.5, 0.3, 0.4);
    let hazard = |chance: f64| WeeklyHazard(-ln(1.0 - chance));
    let mut rules = silent();
    rules.adoption.search = hazard(join);
    (rules.leaving.usual, rules.leaving.back) = (hazard(leave), hazard(back));
    let mut market = strangers(CROWD, &alike(), &known_to_all(0.0), &rules);
    let facts = weeks(&mut market, &rules, 40, Draws::from_seed(6));
    let (mut prospects, mut customers, mut lapsed) = (1.0, 0.0, 0.0);
    for (t, facts) in facts.iter().enumerate().skip(1) {
        let (joins, leaves, returns) = (join * prospects, leave * customers, back * lapsed);
        prospects += returns - joins;
        customers += joins - leaves;
        lapsed += leaves - returns;
        if [1, 2, 5, 40].contains(&t) {
            assert_share(facts.customers as f64 / CROWD as f64, customers, CROWD, 0.02);
        }
    }
    let wait = 1.0 / (1.0 / join + 1.0 / back);
    assert!((customers - wait / (wait + leave)).abs() < 1e-6);
}

#[test]
fn without_imitation_diffusion_is_geometric() {
    let mut rules = silent();
    rules.adoption.search = WeeklyHazard(0.03);
    let mut market = strangers(CROWD, &alike(), &known_to_all(0.0), &rules);
    let facts = weeks(&mut market, &rules, 40, Draws::from_seed(7));
    for t in [15, 25, 40] {
        let exact = 1.0 - exp(-0.03 * t as f64);
        assert_share(facts[t].customers as f64 / CROWD as f64, exact, CROWD, 0.02);
    }
}

#[test]
fn without_a_first_customer_imitation_never_begins() {
    let mut rules = silent();
    rules.visibility.seen = WeeklyHazard(0.38);
    let network = network(200, &complete(200));
    let start = known_to_all(0.0);
    let parts = (&alike(), &start, &Given::default());
    let mut market = market(&network, parts, &rules, Draws::from_seed(8));
    let facts = weeks(&mut market, &rules, 120, Draws::from_seed(8));
    assert!(facts.iter().all(|facts| facts.customers == 0));
}

/// Bass among N people who all know each other, as the chain of the number of customers: of those
/// who are none, each joins with chance 1 − e^(−(p + q·n/(N−1))). The mean share after so many steps.
fn bass_chain(people: usize, p: f64, q: f64, steps: usize) -> f64 {
    let mut chance = vec![0.0; people + 1];
    chance[0] = 1.0;
    for _ in 0..steps {
        let mut next = vec![0.0; people + 1];
        for (n, &mass) in chance.iter().enumerate().filter(|(_, mass)| **mass > 1e-14) {
            let stays = exp(-(p + q * n as f64 / (people - 1) as f64));
            let rest = people - n;
            let mut term = mass * power(stays, rest as f64);
            for joins in 0..=rest {
                next[n + joins] += term;
                term *= (rest - joins) as f64 / (joins + 1) as f64 * (1.0 - stays) / stays;
            }
        }
        chance = next;
    }
    let mean = |(n, mass): (usize, &f64)| n as f64 * mass / people as f64;
    chance.iter().enumerate().map(mean).sum()
}

/// The recursion of competing hazards, to which the chain tends in a large market.
fn bass_recursion(p: f64, q: f64, steps: usize) -> f64 {
    (0..steps).fold(0.0, |f, _| f + (1.0 - f) * (1.0 - exp(-(p + q * f))))
}

#[test]
fn the_small_market_tends_to_the_recursion_of_the_large_one() {
    // What is lacking falls as 1/N; so twice the larger less the smaller is all but free of it.
    for (p, q, steps, published) in
        [(0.03, 0.38, 6, 0.350_631), (0.03 / 52.0, 0.38 / 52.0, 312, 0.437_243)]
    {
        let (small, large) = (bass_chain(100, p, q, steps), bass_chain(200, p, q, steps));
        assert!((bass_recursion(p, q, steps) - published).abs() < 1e-6);
        assert!((2.0 * large - small - published).abs() < 1e-3, "{small} {large}");
    }
}

/// The mean share of customers after so many weeks, and its standard error.
fn diffuse(people: u32, (p, q): (f64, f64), steps: u32, worlds: u32) -> (f64, f64) {
    let mut rules = silent();
    rules.adoption.search = WeeklyHazard(p);
    rules.visibility.seen = WeeklyHazard(q / f64::from(people - 1));
    let network = network(people as usize, &complete(people));
    let start = known_to_all(0.0);
    let parts = (&alike(), &start, &Given::default());
    let first = market(&network, parts, &rules, Draws::from_seed(9));
    let share = |world: u32| {
        let luck = Draws::from_seed(9).in_replication(world);
        let facts = weeks(&mut first.clone(), &rules, steps, luck);
        facts[steps as usize].customers as f64 / f64::from(people)
    };
    let shares: Vec<f64> = (0..worlds).into_par_iter().map(share).collect();
    mean_and_error(&shares)
}

#[test]
fn visible_use_diffuses_as_bass_says_in_yearly_steps() {
    let (mean, error) = diffuse(150, (0.03, 0.38), 6, 1800);
    assert_near(mean, bass_chain(150, 0.03, 0.38, 6), error, 0.02);
}

#[test]
fn visible_use_diffuses_as_bass_says_in_weekly_steps() {
    let (p, q) = (0.03 / 52.0, 0.38 / 52.0);
    let (mean, error) = diffuse(25, (p, q), 312, 2400);
    assert_near(mean, bass_chain(25, p, q, 312), error, 0.04);
}

#[test]
fn a_large_market_diffuses_as_the_published_recursion_says() {
    // With 800 people the chain lies within a third of a per cent of the recursion.
    let (mean, error) = diffuse(800, (0.03, 0.38), 6, 60);
    assert_near(mean, 0.350_631, error, 0.06);
}

#[test]
fn a_seed_without_a_visible_product_convinces_nobody() {
    let mut rules = silent();
    rules.visibility.seen = WeeklyHazard(0.0);
    let start = known_to_all(0.5);
    let parts = (&alike(), &start, &Given::default());
    let luck = Draws::from_seed(11);
    let mut market = market(&network(100, &complete(100)), parts, &rules, luck);
    let facts = weeks(&mut market, &rules, 52, luck);
    assert!(facts.iter().all(|facts| facts.customers == 50));
}

#[test]
fn a_given_readiness_to_leave_is_everybodys_and_not_only_the_first_customers() {
    let mut rules = silent();
    (rules.adoption.search, rules.leaving.usual) = (CERTAIN, WeeklyHazard(0.5));
    let given = Given { frailty: vec![Some(0.0); 300], ..Given::default() };
    for customers in [0.0, 0.5, 1.0] {
        let start = known_to_all(customers);
        let parts = (&alike(), &start, &given);
        let luck = Draws::from_seed(12);
        let mut market = market(&network(300, &[]), parts, &rules, luck);
        let facts = weeks(&mut market, &rules, 10, luck);
        assert_eq!(facts[10].customers, 300, "{customers}");
    }
}

#[test]
fn however_much_annoys_each_loss_keeps_its_cause_and_payments_still_fail() {
    let mut rules = silent();
    rules.leaving.annoyed = Number(2.0);
    for (usual, payment, reason) in [
        (WeeklyHazard(0.02), WeeklyHazard(0.0), Reason::Irritation),
        (WeeklyHazard(0.0), CERTAIN, Reason::Payment),
    ] {
        (rules.leaving.usual, rules.leaving.payment) = (usual, payment);
        let mut market = strangers(300, &alike(), &known_to_all(1.0), &rules);
        market.firms[0].clientele.irritation.fill(150.0);
        // A trifle next to the annoyance, so that nobody leaves for it.
        market.circles.trouble.fill(1e-9);
        let facts = weeks(&mut market, &rules, 1, Draws::from_seed(13));
        assert_eq!(facts[1].left[reason as usize], 300);
    }
}

#[test]
fn an_offer_breaks_habit_by_the_stated_factor_while_it_is_remembered() {
    let rules = {
        let mut rules = silent();
        rules.leaving.usual = WeeklyHazard(0.02);
        rules.leaving.reminded = Number(1.5);
        rules
    };
    let people = 200_000;
    let mut market = strangers(people, &alike(), &known_to_all(1.0), &rules);
    // Half of the people have just been offered something, and nobody will forget it.
    let half = people / 2;
    market.firms[0].clientele.offers_lately[..half].fill(1.0);
    let before = market.firms[0].clientele.stage.clone();
    weeks(&mut market, &rules, 1, Draws::from_seed(4));
    let left = |range: std::ops::Range<usize>| {
        let stage = &market.firms[0].clientele.stage;
        range.filter(|&i| stage[i] != before[i]).count() as f64
    };
    let hazard = |left: f64| -ln(1.0 - left / half as f64);
    let ratio = hazard(left(0..half)) / hazard(left(half..people));
    // Two counts of some 2,000 and 3,000: a relative error of about 2.9 % of the ratio.
    assert!((ratio - 1.5).abs() < 4.0 * 1.5 * 0.029, "{ratio}");
}
