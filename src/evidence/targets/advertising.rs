//! Advertising: what randomised trials of campaigns find on a platform, and how far comparisons without lots are off.

use crate::draws::Draws;
use crate::evidence::diary::Diary;
use crate::evidence::estimators::trial::{Arm, arms, error_of_difference, lift};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::treatment::sifted;
use crate::firms::Stage;
use crate::parameters::{Grade, Role};
use crate::quantity::Quantity;

/// Findings on advertising.
pub(super) const FINDINGS: &[Finding] = &[B14, B14B, B29];

const GORDON: &str =
    "Gordon, Moakler and Zettelmeyer 2022, Marketing Science (663 trials on Facebook)";

const B14: Finding = Finding {
    id: "B14",
    statement: "In randomised trials, what advertising adds falls from the top of the funnel to the bottom.",
    published: "Median lift 28, 19 and 6 % at the upper, middle and lower funnel.",
    design: "Paper: users by lot, the advertisements of the others replaced by ghosts; lift is the outcome of the exposed over that of those who would have been. Here: the firm's own targeted campaign for six weeks with about one impression a person and week (Gordon et al. 2019: 1.6 billion impressions on 500 million users, so about five for each in the test group), kept from a random half. Upper funnel: who had never heard of the firm knows it; middle: a prospect signs up for its mail; lower: who never was a customer becomes one. The catalogue asks for the order and for the band of the lower funnel only; the upper lift is several times the published one here, and the lower one grows with the money of the campaign, which is the experimenter's.",
    source: GORDON,
    grade: Grade::V1,
    role: Role::Target,
    shares: "None cites it. What an impression brings is read from the clicks and conversions of a platform's accounts (technology.click_rate, technology.conversion: WordStream 2017), not from trials; how many would have bought without it is not read anywhere. None of these was set by it. With what an impression does without a click (technology.unclicked, by default nothing) at 1 and at 3.5 the lift at the lower funnel of this virtual trial was 14 and 33 %, which was looked at after that default was set.",
    with: None,
    parts: &[
        Part::number("lift at the lower funnel, %", Expected::Band(2.0, 12.0)),
        Part::number(
            "lift at the upper funnel less that at the middle, points",
            Expected::Above(0.0),
        ),
        Part::number(
            "lift at the middle funnel less that at the lower, points",
            Expected::Above(0.0),
        ),
    ],
    test: Test::Trial { worlds: 24, of: lifts },
    miss: "",
};

const B14B: Finding = Finding {
    id: "B14b",
    statement: "Comparing those who saw an advertisement with those who did not, without lots, overstates what it does.",
    published: "Even the best adjusted comparisons miss the lift by a median of 115, 107 and 62 points; naive ones overstate it (Gordon et al. 2019).",
    design: "Paper: the same trial; within the test group the exposed are compared with the unexposed. Here: a campaign that is shown only to whom the platform takes for likely customers, about two in three, and the more to those who clicked; the naive comparison of exposed and unexposed in the test group, less the lift of the trial among those to whom the campaign is shown.",
    source: GORDON,
    grade: Grade::V1,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[
        Part::number(
            "naive less randomised lift at the lower funnel, points",
            Expected::Above(0.0),
        ),
        Part::number(
            "naive less randomised lift at the middle funnel, points",
            Expected::Above(0.0),
        ),
        Part::number(
            "naive less randomised lift at the upper funnel, points",
            Expected::Above(0.0),
        ),
    ],
    test: Test::Trial { worlds: 24, of: overstatements },
    miss: "",
};

const B29: Finding = Finding {
    id: "B29",
    statement: "The return on advertising can hardly be measured, even by trials with millions of people.",
    published: "Of 25 trials the median interval of the return is more than 100 points wide; individual sales have a standard deviation of ten times their mean; more than ten million person-weeks are needed.",
    design: "Paper: trials of retailers and brokers; sales of everybody in the trial, and the interval of the return on what the campaign cost. Here: the same trial under the paper's economy of a campaign (two weeks; its cost is 2 % of sales; the margin is half of the price), the sales of a random half to whom it is shown against those of the others. Customers buy as those of an online retailer do (people.purchases.rate; how often and how much by the parameters' defaults, from Fader, Hardie and Lee 2005); how much the sales of all people vary is the model's own. The width is stated for two million people.",
    source: "Lewis and Rao 2015, Quarterly Journal of Economics",
    grade: Grade::V1,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[Part::ratio(
        "width of the 95 % interval of the return, points, two million people",
        Expected::Above(100.0),
    )],
    test: Test::Trial { worlds: 16, of: width_of_return },
    miss: "",
};

/// About one impression a week for each person.
const CAMPAIGN: &str = "
[people]
count = 20000
[strategies.campaign]
budget = 19
[strategies.campaign.advertising]
share = 0.9
[strategies.campaign.mail]
share = 0.1
";

/// The same money, for those only who look like customers, and the more for who clicked.
const TARGETED: &str = "
[people]
count = 20000
[strategies.campaign]
budget = 19
[strategies.campaign.advertising]
share = 0.9
targeting = 2
retargeting = 0.2
[strategies.campaign.mail]
share = 0.1
";

/// Weeks of the campaign.
const WEEKS: u32 = 6;

/// A campaign that was kept from a random half, and what it led to.
struct Campaign {
    /// To whom it may be shown.
    test: Vec<bool>,
    /// To whom it would be shown if it may be: the platform takes them for likely customers.
    likely: Vec<bool>,
    /// Whom each stage of the funnel, from the top, counts.
    counts: [Vec<bool>; 3],
    /// Who has come to each stage by the end.
    came: [Vec<bool>; 3],
}

/// Trials in one world: each begins with the same people, and has its own lots and its own luck.
const TRIALS: u32 = 8;

/// The campaigns of one world. `least` is the estimated fit, in standard deviations, from which
/// they are shown.
fn campaigns(text: &str, least: f32, luck: Draws) -> Vec<Campaign> {
    let world = World::of(text, luck);
    let begin = |trial| World { luck: luck.in_replication(trial), ..world.twin(text) };
    (0..TRIALS).map(|trial| Campaign::live(begin(trial), least)).collect()
}

/// What trials say together, in per cent.
fn lift_of(campaigns: &[Campaign], arms: impl Fn(&Campaign) -> (Arm, Arm)) -> Option<f64> {
    let (treated, others) = campaigns
        .iter()
        .map(arms)
        .reduce(|(treated, others), (more, further)| (treated.and(more), others.and(further)))?;
    lift(treated, others)
}

impl Campaign {
    /// Lives through it.
    fn live(mut world: World, least: f32) -> Self {
        let test = world.by_lot(world.luck.of("evidence: sees the campaign"), 0.5);
        let shown = test.clone();
        let strategy = sifted(
            world.scenario.strategies.remove(0),
            "advertising",
            Box::new(move |_, person, _| shown[person.index()]),
        );
        let people = 0..world.people();
        let start = world.clientele();
        let likely = people.clone().map(|i| start.estimated_fit[i] > least).collect();
        let of = |has: &dyn Fn(usize) -> bool| people.clone().map(has).collect();
        let counts = [
            of(&|i| start.stage[i] == Stage::Unaware),
            of(&|i| start.stage[i].is_prospect() && !start.subscribes.get(i)),
            of(&|i| start.stage[i].is_prospect() && !start.ever[i]),
        ];
        for _ in 0..WEEKS {
            world.live_under(&strategy);
        }
        let end = world.clientele();
        let came = [
            of(&|i| end.stage[i] != Stage::Unaware),
            of(&|i| end.subscribes.get(i) || end.unsubscribed.get(i)),
            of(&|i| end.ever[i]),
        ];
        Self { test, likely, counts, came }
    }

    /// At one stage, those to whom it is shown and those to whom it would be.
    fn trial(&self, stage: usize) -> (Arm, Arm) {
        let counts = |i: usize| self.counts[stage][i] && self.likely[i];
        arms(&self.test, counts, |i| f64::from(self.came[stage][i]))
    }

    /// At one stage, those to whom it is shown and those to whom it is not, all in the test group.
    fn naive(&self, stage: usize) -> (Arm, Arm) {
        let counts = |i: usize| self.counts[stage][i] && self.test[i];
        arms(&self.likely, counts, |i| f64::from(self.came[stage][i]))
    }
}

fn lifts(luck: Draws) -> Vec<Option<f64>> {
    // At the usual targeting, nobody two standard deviations below the average is shown anything.
    let campaigns = campaigns(CAMPAIGN, -2.0, luck);
    let [upper, middle, lower] =
        [0, 1, 2].map(|stage| lift_of(&campaigns, |campaign| campaign.trial(stage)));
    let less = |one: Option<f64>, other: Option<f64>| Some(one? - other?);
    vec![lower, less(upper, middle), less(middle, lower)]
}

fn overstatements(luck: Draws) -> Vec<Option<f64>> {
    let campaigns = campaigns(TARGETED, -0.5, luck);
    let overstated = |stage| {
        let naive = lift_of(&campaigns, |campaign| campaign.naive(stage))?;
        Some(naive - lift_of(&campaigns, |campaign| campaign.trial(stage))?)
    };
    [2, 1, 0].map(overstated).to_vec()
}

/// A campaign whose cost is 2 % of sales, with a margin of half of the price.
const RETAILER: &str = "
[people]
count = 20000
[people.purchases]
rate = 0.055
[objectives]
price = 5
unit_cost = 2.5
[strategies.campaign]
budget = 15
[strategies.campaign.advertising]
";

/// People of a realistic trial, half of whom see the campaign.
const REALISTIC: f64 = 2_000_000.0;
/// Weeks of the trial.
const FORTNIGHT: u32 = 2;
/// Width of a 95 % interval, in standard errors.
const INTERVAL: f64 = 2.0 * 1.96;

fn width_of_return(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(RETAILER, luck);
    let test = world.by_lot(luck.of("evidence: sees the retailer's campaign"), 0.5);
    let shown = test.clone();
    let strategy = sifted(
        world.scenario.strategies.remove(0),
        "advertising",
        Box::new(move |_, person, _| shown[person.index()]),
    );
    let (price, unit_cost) = (world.market.firms[0].price, world.market.firms[0].unit_cost);
    let mut cost = 0.0;
    let diary = Diary::keep(&mut world, FORTNIGHT, |world| {
        cost += world.live_under(&strategy).paid.to_number() / world.people() as f64;
    });
    let margin = (price - unit_cost).to_number();
    let (treated, others) = arms(&test, |_| true, |i| margin * diary.bought[i]);
    let error = error_of_difference(treated, others, REALISTIC / 2.0);
    vec![error.map(|error| 100.0 * INTERVAL * error / cost)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::laboratory::scenario;

    #[test]
    fn the_scenarios_are_sound() {
        for text in [CAMPAIGN, TARGETED, RETAILER] {
            assert_eq!(scenario(text).strategies.len(), 2);
        }
    }

    #[test]
    fn a_campaign_is_shown_to_whom_the_platform_takes_for_likely_customers() {
        let small = |text: &str| text.replace("count = 20000", "count = 500");
        for (text, least, all) in [(CAMPAIGN, -2.0, 0.98), (TARGETED, -0.5, 0.69)] {
            let campaign = Campaign::live(World::of(&small(text), Draws::from_seed(1)), least);
            let likely = campaign.likely.iter().filter(|likely| **likely).count() as f64 / 500.0;
            assert!((likely - all).abs() < 0.07, "{likely}");
            let world = World::of(&small(text), Draws::from_seed(1));
            let mut all_shown = world.twin(&small(text));
            all_shown.live(0);
            for (i, &likely) in campaign.likely.iter().enumerate() {
                // Customers whom the platform recognises are left out, and no prospect else.
                let shown = all_shown.clientele().ad_stock.get(i) > 0.0;
                assert!(shown == likely || world.clientele().is_customer(i), "{i}");
            }
        }
    }
}
