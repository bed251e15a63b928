//! Relations, culture and commerce: what each programme is for, what it costs in goodwill, and where it does nothing.

mod common;

use common::{live, scenario};
use stammtisch::facts::Facts;
use stammtisch::firms::Reason;
use stammtisch::offers::OfferKind;
use stammtisch::quantity::{Money, Quantity};

/// A market of people who may take a firm for a friend, or not.
fn world(norm: f64, more: &str) -> String {
    format!(
        "[people]\ncount = 400\n[people.start]\ncustomers = 0.4\nfollowers = 0.5\n{more}\n\
         [people.relationship]\nusual_norm = {norm}\n[objectives]\nbudget = 300\n\
         [experiment]\nreplications = 3\nweeks = 60\n"
    )
}

/// All weeks of every run of one strategy, added up.
fn totals(text: &str, strategy: usize) -> Vec<Facts> {
    let results = live(scenario(text), 1);
    let weeks = results.scenario.rules.horizon;
    let runs = results.batch.runs.iter().filter(|run| run.strategy == strategy);
    runs.map(|run| run.up_to(weeks)).collect()
}

fn sum(totals: &[Facts], of: impl Fn(&Facts) -> f64) -> f64 {
    totals.iter().map(of).sum()
}

/// The programme's strategy, and doing nothing.
fn against_absent(norm: f64, people: &str, programme: &str) -> (Vec<Facts>, Vec<Facts>) {
    let text = world(norm, people) + "[strategies.it]\n" + programme;
    (totals(&text, 0), totals(&text, 1))
}

const HARD_SELL: &str = "[strategies.it.hard_sell]\nsuccess = 0.1\n";
const DUNNING: &str = "[strategies.it.dunning]\n";
const WARNING: &str = "[strategies.it.legal_warning]\nsharers = 0.1\n";

#[test]
fn a_business_act_between_business_partners_offends_nobody_and_brings_cash() {
    for act in [HARD_SELL, DUNNING, WARNING] {
        let (own, absent) = against_absent(0.0, "", act);
        for (own, absent) in own.iter().zip(&absent) {
            assert_eq!((own.left, own.joined), (absent.left, absent.joined), "{act}");
            assert!(own.violation == 0.0 && own.one_off_sales > Money::ZERO, "{act}");
            let cash = own.books.revenue - absent.books.revenue;
            assert!(
                cash > Money::ZERO && cash <= own.one_off_sales,
                "{act}: in the value of week 0"
            );
        }
    }
}

#[test]
fn a_business_act_towards_friends_costs_trust_and_customers_the_more_the_friendlier() {
    for act in [HARD_SELL, DUNNING, WARNING] {
        let lost = |norm: f64| {
            let (own, absent) = against_absent(norm, "", act);
            let trust = sum(&absent, |f| f.trust / f.customers as f64)
                - sum(&own, |f| f.trust / f.customers as f64);
            (sum(&own, |f| f.left[Reason::Violation as usize] as f64), trust)
        };
        let (some, many) = (lost(0.2), lost(0.5));
        assert!(many.0 > some.0 && many.1 > some.1 && some.1 > 0.0, "{act} {some:?} {many:?}");
    }
}

#[test]
fn collectors_bring_fees_and_keep_no_payment_from_failing() {
    let (own, absent) = against_absent(0.0, "", DUNNING);
    let failed = |facts: &[Facts]| sum(facts, |f| f.left[Reason::Payment as usize] as f64);
    assert!((failed(&own) - failed(&absent)).abs() < f64::EPSILON);
    let asked = sum(&own, |f| f.offered[OfferKind::Demand as usize] as f64);
    let paid = sum(&own, |f| f.one_off_sales.to_number()) / 2.0;
    // Seven in ten pay the fee: a binomial of so many trials, within four standard errors.
    assert!((paid - 0.7 * asked).abs() < 4.0 * (asked * 0.21).sqrt(), "{paid} of {asked}");
}

#[test]
fn lawyers_find_nobody_where_nobody_follows() {
    let text = world(0.5, "").replace("followers = 0.5", "followers = 0");
    let own = totals(&(text + "[strategies.it]\n" + WARNING), 0);
    assert!(
        own.iter()
            .all(|f| f.offered[OfferKind::Demand as usize] == 0 && f.books.spend() == Money::ZERO)
    );
}

#[test]
fn a_price_rises_once_and_offends_in_proportion_to_friendship() {
    let rise = "[strategies.it.price_rise]\nrise = 0.2\n";
    let week = |norm: f64| {
        let results = live(scenario(&(world(norm, "") + "[strategies.it]\n" + rise)), 1);
        results.batch.runs[0].weeks.clone()
    };
    let (business, friends) = (week(0.0), week(0.5));
    let first = &friends[1];
    let price = first.books.revenue.to_number() / first.customers as f64;
    assert!((price - 6.0).abs() < 1e-6, "{price}");
    // Each customer's offence is severity times norm; a few left or came that week.
    let offence = first.violation / friends[0].customers as f64;
    assert!((offence - 0.2 * 0.5).abs() < 0.01, "{offence}");
    assert!(friends[2..].iter().all(|facts| facts.violation == 0.0), "it is announced once");
    assert!(business.iter().all(|facts| facts.violation == 0.0));
}

#[test]
fn a_price_rises_when_its_programme_first_runs_even_between_the_weeks_of_a_switch() {
    let text = world(0.0, "")
        + "[strategies.it]\nthen = \"dear\"\nat = 9\n[strategies.it.posts]\n\
           [strategies.dear.price_rise]\nrise = 0.2\nevery = 4\nletters = 2.5\n";
    let results = live(scenario(&text), 1);
    let price = |strategy: usize| {
        let run = results.batch.runs.iter().find(|run| run.strategy == strategy);
        run.and_then(|run| run.weeks.last())
            .map(|last| last.books.revenue.to_number() / last.customers as f64)
    };
    let (dear, absent) = (price(0).unwrap(), price(2).unwrap());
    assert!((dear / absent - 1.2).abs() < 1e-6, "{dear} {absent}");
}

#[test]
fn a_firm_that_listens_learns_where_something_is_said() {
    let quality = |more: &str| {
        let (own, absent) = against_absent(0.1, more, "[strategies.it.listening]\n");
        sum(&own, |f| f.quality) - sum(&absent, |f| f.quality)
    };
    let learns = quality("");
    assert!(learns > 0.0, "{learns}");
    assert!(quality("[mechanisms]\nword_of_mouth = 0\n") == 0.0, "nothing is said");
    assert!(quality("[mechanisms]\nlearning = 0\n") == 0.0);
    let much = quality("[people.talk]\nmention = 0.3\n");
    assert!(much > 1.3 * learns, "{much} {learns}");
}

#[test]
fn work_on_quality_covers_the_stated_share_of_the_distance_each_week() {
    let text = world(0.1, "").replace("budget = 300", "budget = 25")
        + "[strategies.it.improvement]\npace = 0.02\nhalf = 25\n";
    let own = totals(&text, 0);
    // Half of the pace at half of the money, sixty weeks.
    let exact = 1.0 - 0.15 * 0.99_f64.powi(60);
    assert!((own[0].quality - exact).abs() < 1e-4, "{} {exact}", own[0].quality);
}

#[test]
fn the_desk_answers_what_it_can_and_an_agency_is_believed_less() {
    let desk = |more: &str| {
        let (own, absent) = against_absent(0.1, "", &format!("[strategies.it.responding]\n{more}"));
        let trust = |facts: &[Facts]| sum(facts, |f| f.trust / f.customers as f64);
        (sum(&own, |f| f.answered_by_desk as f64), trust(&own) - trust(&absent))
    };
    let (own, agency) = (desk(""), desk("by = \"agency\"\n"));
    assert!(own.0 > 1.5 * agency.0 && agency.0 > 0.0, "{own:?} {agency:?}");
    assert!(own.1 > agency.1 && agency.1 > 0.0, "an answer prevents a grudge");
    assert_eq!(desk("by = \"agency\"\nagency_credibility = 1\n"), own, "only the belief differs");
    assert!(desk("readiness = 0.002\n").0 < own.0, "one at a time");
}

#[test]
fn openness_multiplies_praise_and_blame_alike() {
    let said = |quality: f64| {
        let text = world(0.1, "")
            .replace("budget = 300", &format!("budget = 300\nquality = {quality}"))
            + "[strategies.it.openness]\nlevel = 1\n";
        let (own, absent) = (totals(&text, 0), totals(&text, 1));
        let public = |facts: &[Facts]| {
            (sum(facts, |f| f.public_praise as f64), sum(facts, |f| f.public_blame as f64))
        };
        let opinion = sum(&own, |f| f.opinion) - sum(&absent, |f| f.opinion);
        (public(&own), public(&absent), opinion)
    };
    let (good, bad) = (said(0.95), said(0.2));
    // Twice the talk, twice the public share of it.
    for (own, absent) in [(good.0.0, good.1.0), (bad.0.1, bad.1.1)] {
        assert!((own / absent - 4.0).abs() < 1.0, "{own} {absent}");
    }
    assert!(
        good.2 > 0.0 && bad.2 < 0.0,
        "it rewards the good and exposes the bad: {good:?} {bad:?}"
    );
}

#[test]
fn an_offence_makes_people_blame_the_firm_more_and_praise_it_less() {
    // Nobody leaves for it, and nobody hears of the firm otherwise, so that the same people talk.
    let silent = "[people.leaving]\nviolated = 0\ntrust = 0\ncontagion = 1\n\
                  [people.adoption]\nsearch = 0.0001\npersuasion = 0.002\n";
    let (own, absent) = against_absent(0.5, silent, HARD_SELL);
    let per_customer = |facts: &[Facts], said: fn(&Facts) -> u64| {
        sum(facts, |f| said(f) as f64) / sum(facts, |f| f.customer_weeks as f64)
    };
    for (said, more) in [((|f| f.praise) as fn(&Facts) -> u64, false), (|f| f.blame, true)] {
        let (own, absent) = (per_customer(&own, said), per_customer(&absent, said));
        assert_eq!(own > absent, more, "{own} against {absent}");
    }
}

#[test]
fn staff_who_are_freed_for_it_speak_more_and_say_how_the_firm_is() {
    let spoken = |quality: f64, budget: f64| {
        let text = world(0.1, "staff = 0.05\n")
            .replace("budget = 300", &format!("budget = {budget}\nquality = {quality}"))
            + "[strategies.it.advocates]\nencouragement = 2\n";
        let (own, absent) = (totals(&text, 0), totals(&text, 1));
        let more = |of: &dyn Fn(&Facts) -> f64| sum(&own, of) - sum(&absent, of);
        let times =
            sum(&own, |f| f.staff_mentions as f64) / sum(&absent, |f| f.staff_mentions as f64);
        (times, more(&|f| f.praise as f64), more(&|f| f.blame as f64))
    };
    let (good, bad) = (spoken(0.95, 300.0), spoken(0.1, 300.0));
    // Freed for it, they speak three times as often; a binomial of some 600 words has an error of .08.
    assert!((good.0 - 3.0).abs() < 0.32 && (bad.0 - 3.0).abs() < 0.32, "{good:?} {bad:?}");
    assert!(good.1 > 5.0 * good.2 && good.2 >= 0.0, "of a good firm they speak well: {good:?}");
    assert!(bad.2 > 5.0 * bad.1 && bad.1 >= 0.0, "of a bad one they do not: {bad:?}");
    // Five of twenty can be freed at half a coin each, with 2.5 a week in a market of 400.
    let some = spoken(0.95, 6.25).0;
    assert!((some - 1.5).abs() < 0.2, "{some}");
}

#[test]
fn staff_speak_though_customers_are_silent_and_of_a_failure_as_it_is() {
    let spoken = |shock: &str| {
        let text = world(0.1, "staff = 0.1\n[people.talk]\nmention = 0\nstaff = 0.3\n") + shock;
        let absent = totals(&(text + "[strategies.it.posts]\n"), 1);
        (sum(&absent, |f| f.praise as f64), sum(&absent, |f| f.blame as f64))
    };
    let (usual, failing) =
        (spoken(""), spoken("[shocks.quality_failure]\nweek = 0\nduration = 100\nquality = 0\n"));
    assert!(usual.0 > 5.0 * usual.1 && usual.1 > 0.0, "{usual:?}");
    assert!(failing.0 == 0.0 && failing.1 > usual.1, "{failing:?}");
}
