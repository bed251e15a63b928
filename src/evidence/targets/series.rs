//! Series: what econometricians read out of a firm's sales, its advertising, its events and what is said of it, week by week.

use crate::draws::{Draws, Key};
use crate::evidence::estimators::autoregression::{
    Autoregression, Panel, autoregression, weeks_until,
};
use crate::evidence::estimators::koyck::koyck;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::treatment::pulsed;
use crate::parameters::{Grade, Role};
use crate::quantity::Quantity;

/// Findings on series.
pub(super) const FINDINGS: &[Finding] = &[B10, B11, B29B];

const TRUSOV: &str = "Trusov, Bucklin and Pauwels 2009, Journal of Marketing";

const B10: Finding = Finding {
    id: "B10",
    statement: "Sign-ups follow word of mouth in the long run, many times as closely as they follow events.",
    published: "Long-run elasticity .53, about 20 times that of events and 30 times that of media appearances.",
    design: "Paper: a vector autoregression of sign-ups, referrals and events with a trend; arc elasticities from what a shock adds up to. Here: the same by the week, of new customers, praise said in contacts and people whom news of an event reached; the firm stages events in weeks that fall by lot, once a quarter on average, and does nothing else. The order is chosen by Schwarz's criterion, and a response is added up over 26 weeks. Each world is a sample of six markets. The ratio is stated as that of events to word of mouth, since events may turn out to do nothing: one fifth to one sixtieth.",
    source: TRUSOV,
    grade: Grade::V1,
    role: Role::Target,
    shares: "The parameter people.talk.memory reads for how long what was heard is remembered in the same paper; how many sign-ups word of mouth and events bring is not read there.",
    with: None,
    parts: &[
        Part::number("long-run elasticity of sign-ups to word of mouth", Expected::Band(0.3, 0.7)),
        Part::number(
            "that of events, for each unit of word of mouth's",
            Expected::Band(1.0 / 60.0, 1.0 / 5.0),
        ),
    ],
    test: Test::Trial { worlds: 8, of: elasticities },
    miss: "Word of mouth is the lesser cause of new customers here, since persuasion is calibrated to one adopting friend (Bapna and Umyarov 2015), where the site of the paper grew by its members' invitations. With people.adoption.persuasion at the end of its range (.06) the elasticity lies in the band. The estimate is below the share that word of mouth brings, perhaps since praise moves with the number of customers, of which more leave fewer prospects; this was not tested.",
};

const B11: Finding = Finding {
    id: "B11",
    statement: "Word of mouth works on sign-ups for longer than events do.",
    published: "About three weeks against three to seven days.",
    design: "The same autoregression, where events reach most of the market and come once a month on average, so that their response is well seen: how strong they are does not matter for how long they last. Weeks until nine tenths of the response over 26 weeks have come.",
    source: TRUSOV,
    grade: Grade::V1,
    role: Role::Target,
    shares: "The parameter people.talk.memory puts in for how long what was heard is remembered (nine tenths in about three weeks), which is one side of the comparison. How long an event works is read elsewhere (people.attention.carry_over, Leone 1995), so which of the two lasts longer is not put in.",
    with: None,
    parts: &[Part::number(
        "weeks until 90 % of the response, word of mouth less events",
        Expected::Above(0.0),
    )],
    test: Test::Trial { worlds: 8, of: carry_over },
    miss: "The autoregression cannot tell: Schwarz's criterion leaves it one week of the past, and what comes later is too thin to be seen by the week. Twin worlds can: nine tenths of what an event does come within half a year, of a word of praise within three weeks, so that the sign is wrong. An event works here as impressions do, with their carry-over of months (Leone 1995); in the paper it is over within a week. News of an event would need a memory of its own.",
};

const B29B: Finding = Finding {
    id: "B29b",
    statement: "Sales follow advertising a little, and twice as much in the long run as at once.",
    published: "751 short-term elasticities with mean .12, 402 long-term ones with mean .24.",
    design: "Studies: sales on advertising of the same period and sales of the period before, in logarithms (Koyck); data by the week to the year. Here: by the quarter, the interval that goes with a carry-over of a half if nine tenths of the effect come in six to nine months (Leone 1995). Most studies are of brands that advertise in mass media to customers who buy now and then: so customers are no subscribers (people.purchases.rate) and advertising reaches them like anybody else (technology.customer_match = 0) and works on those who do not click as it did in the trial of a retailer with shops (technology.unclicked = 3.5: Lewis and Reiley 2014). Ten years of what is sold after two that are not counted; each quarter the money for advertising falls by lot between a quarter of the default and all of it.",
    source: "Sethuraman, Tellis and Briesch 2011, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "None cites it; technology.unclicked was added in view of its miss, and is at the end of its range here. That impressions work for months is read from Leone 1995 (people.attention.carry_over), and how many clicks and customers they bring from a platform's accounts (technology); neither is an elasticity of sales.",
    with: None,
    parts: &[
        Part::number("short-run elasticity of sales to advertising", Expected::Band(0.05, 0.20)),
        Part::ratio("long-run over short-run elasticity", Expected::Band(1.3, 2.7)),
    ],
    test: Test::Trial { worlds: 16, of: by_quarter },
    miss: "",
};

/// Markets in a sample.
const MARKETS: u32 = 6;
/// Weeks that are not counted, at the beginning.
const BEFORE: usize = 6;
/// Weeks of the series.
const WEEKS: usize = 150;
/// The highest order of an autoregression, in weeks.
const ORDER: usize = 8;
/// Weeks over which a response is added up.
const RESPONSE: usize = 26;

/// The places of the series.
const SIGN_UPS: usize = 0;
const WORD_OF_MOUTH: usize = 1;
const EVENTS: usize = 2;

const QUARTERLY: &str = "
[people]
count = 3000
[strategies.site]
[strategies.site.publicity]
interval = 1
";

const MONTHLY: &str = "
[people]
count = 3000
[strategies.site]
budget = 100
[strategies.site.publicity]
interval = 1
reach = 0.8
";

/// The series of one market in which events fall by lot, so many weeks from each other on average.
fn market(text: &str, interval: f64, luck: Draws) -> Panel {
    let mut world = World::of(text, luck);
    let lots = luck.of("evidence: a week with an event");
    let has_event = |week: usize| lots.number(week as u64).happens((1.0 / interval) as f32);
    let events = (0..BEFORE + WEEKS).map(|week| f64::from(has_event(week))).collect();
    let strategy = pulsed(world.scenario.strategies.remove(0), "publicity", events);
    let mut panel: Panel = Vec::with_capacity(BEFORE + WEEKS);
    for _ in 0..BEFORE + WEEKS {
        let facts = world.live_under(&strategy);
        let series = [facts.joined_all(), facts.praise, facts.event_news];
        panel.push(series.map(|count| count as f64).to_vec());
    }
    panel.split_off(BEFORE)
}

/// A sample of markets, and the autoregression of it.
fn sample(text: &str, interval: f64, luck: Draws) -> (Vec<Panel>, Option<Autoregression>) {
    let markets = (0..MARKETS).map(|number| luck.in_replication(number));
    let panels: Vec<Panel> = markets.map(|luck| market(text, interval, luck)).collect();
    let fit = autoregression(&panels, ORDER);
    (panels, fit)
}

fn elasticities(luck: Draws) -> Vec<Option<f64>> {
    let (panels, fit) = sample(QUARTERLY, 13.0, luck);
    let sum = |at: usize| panels.iter().flatten().map(|week| week[at]).sum::<f64>();
    let elasticity = |cause: usize| {
        let response: f64 = fit.as_ref()?.response((cause, SIGN_UPS), RESPONSE).iter().sum();
        Some(response * sum(cause) / sum(SIGN_UPS))
    };
    let (word_of_mouth, events) = (elasticity(WORD_OF_MOUTH), elasticity(EVENTS));
    vec![word_of_mouth, events.zip(word_of_mouth).map(|(events, said)| events / said)]
}

fn carry_over(luck: Draws) -> Vec<Option<f64>> {
    let (_, fit) = sample(MONTHLY, 4.0, luck);
    let lasts =
        |cause: usize| weeks_until(0.9, &fit.as_ref()?.response((cause, SIGN_UPS), RESPONSE));
    vec![lasts(WORD_OF_MOUTH).zip(lasts(EVENTS)).map(|(said, events)| said - events)]
}

const BRAND: &str = "
[people]
count = 6000
[people.purchases]
rate = 0.055
[technology]
customer_match = 0
unclicked = 3.5
[strategies.brand]
[strategies.brand.advertising]
";

/// Weeks of a quarter.
const QUARTER: usize = 13;
/// Quarters that are not counted, and quarters that are.
const QUARTERS: (usize, usize) = (8, 40);

fn by_quarter(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(BRAND, luck);
    let lots = luck.of("evidence: a quarter's money for advertising");
    let quarters = QUARTERS.0 + QUARTERS.1;
    // Evenly in the logarithm, from a quarter of the usual to all of it.
    let part = |quarter: usize| {
        let lot = lots.about(Key::of_number(quarter as u64)).unit();
        crate::elementary::power(4.0, lot - 1.0)
    };
    let parts = (0..quarters * QUARTER).map(|week| part(week / QUARTER)).collect();
    let strategy = pulsed(world.scenario.strategies.remove(0), "advertising", parts);
    let (mut sales, mut advertising) = (vec![0.0; quarters], vec![0.0; quarters]);
    for week in 0..quarters * QUARTER {
        let facts = world.live_under(&strategy);
        sales[week / QUARTER] += facts.sold;
        advertising[week / QUARTER] += facts.paid_for_media.to_number();
    }
    let found = koyck(&sales[QUARTERS.0..], &advertising[QUARTERS.0..]);
    vec![found.map(|found| found.short), found.and_then(|found| found.long_over_short())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::laboratory::scenario;

    #[test]
    fn the_scenarios_are_sound() {
        for text in [QUARTERLY, MONTHLY, BRAND] {
            assert_eq!(scenario(text).strategies.len(), 2);
        }
    }

    #[test]
    fn events_fall_by_lot_in_one_week_of_many() {
        let panel = market(&MONTHLY.replace("3000", "100"), 4.0, Draws::from_seed(2));
        let events = panel.iter().filter(|week| week[EVENTS] > 0.0).count();
        assert_eq!(panel.len(), WEEKS);
        assert!((20..60).contains(&events), "{events}");
        let reached: f64 = panel.iter().map(|week| week[EVENTS]).sum();
        assert!((reached / events as f64 - 80.0).abs() < 3.0, "most of the market");
    }
}
