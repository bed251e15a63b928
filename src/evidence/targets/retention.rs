//! Findings about keeping customers: what reminders do, what a good recovery is worth, and what kind of firm may fail.

use crate::draws::Draws;
use crate::evidence::estimators::shares::{ratio, share};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::treatment::Treatment;
use crate::facts::Facts;
use crate::offers::{Demand, Offer};
use crate::parameters::{Grade, Role};
use crate::quantity::Money;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B47",
        statement: "Customers who are reminded of their contract by a well-meant offer leave more often.",
        published: "10.0 % of those who were contacted left within three months, 6.4 % of the others; a few gained by it.",
        design: "Customers of a telephone company who overpaid were recommended a cheaper plan, or not, by lot. Repeated with the reminder's factor set to its published 1.56: half of the customers get one offer of a purchase that nobody takes, and churn is counted for three months. The reminder fades by half in six weeks, so over three months its factor is less than what was set; that a few gain cannot be tested, since the factor is the same for all.",
        source: "Ascarza, Iyengar and Schleicher 2016, Journal of Marketing Research",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "The factor reminded is read from the paper, and set here.",
        with: None,
        parts: &[Part::ratio(
            "churn in three months, contacted against not contacted",
            Expected::Above(1.0),
        )],
        test: Test::Trial { worlds: 16, of: reminder },
        miss: "",
    },
    Finding {
        id: "B48",
        statement: "A failure that was made good leaves customers more satisfied than no failure at all, but they neither stay longer nor speak better of the firm.",
        published: "Mean effect of the recovery paradox: positive on satisfaction; not significant on repurchase, on word of mouth and on image.",
        design: "A meta-analysis of comparisons of customers who had a failure and a good recovery with customers who had no failure. Repeated in twin worlds: in one all customers have a bad week, all complain and all are answered, in the other all have a good week; then both live alike for three months. Effects are in standard deviations; the bounds of the two nulls, .2 of one, are what Cohen calls a small effect, and ours.",
        source: "De Matos, Henrique and Rossi 2007, Journal of Service Research",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "The rule that an answer only prevents the loss of trust is read from the paper.",
        with: None,
        parts: &[
            Part::number("satisfaction after the week, standard deviations", Expected::Above(0.0)),
            Part::number(
                "staying for three months, standard deviations",
                Expected::Within(-0.2, 0.2),
            ),
            Part::number(
                "praise among mentions in three months, standard deviations",
                Expected::Within(-0.2, 0.2),
            ),
        ],
        test: Test::Trial { worlds: 8, of: recovery },
        miss: "A bad week lowers satisfaction whatever is done about it, and an answer only prevents a further loss of trust: there are no expectations here that a good recovery could exceed.",
    },
    Finding {
        id: "B49",
        statement: "After a transgression the relationship with a sincere brand suffers and does not wholly recover, while that with an exciting brand may gain.",
        published: "The sign of the interaction of personality and transgression, over two months.",
        design: "A photographic service on the internet with a sincere or an exciting personality, by lot, which lost the pictures of some of its customers at mid-point.",
        source: "Aaker, Fournier and Brasel 2004, Journal of Consumer Research",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "How long indignation lasts cites the paper, as a sign.",
        with: None,
        parts: &[Part::number(
            "fall of the relationship after a transgression, sincere less exciting",
            Expected::Above(0.0),
        )],
        test: Test::Untestable(
            "Firms have no personality here. The nearest to it is whether the relationship is friendly or one of business, but that decides how an act of business is taken, and not a failure: a bad week costs the same trust in both.",
        ),
        miss: "",
    },
];

/// Customers who may be reminded.
const REMINDED: &str = "
[people]
count = 4000

[people.start]
customers = 0.5

[people.leaving]
reminded = 1.56

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// Customers all of whose complaints are answered.
const ANSWERED: &str = "
[people]
count = 4000

[people.start]
customers = 0.5

[people.complaints]
complain = 1.0
service = 1.0

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// Three months.
const WEEKS: u32 = 13;

/// B47: churn of those who were contacted once against that of the others.
fn reminder(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(REMINDED, luck);
    let lot = world.by_lot(luck.of("evidence: who is contacted"), 0.5);
    let customers = customers(&world);
    let who: Vec<bool> =
        (0..world.people()).map(|i| lot[i] && world.clientele().is_customer(i)).collect();
    let offer = Offer::Demand(Demand { severity: 0.0, chance: 0.0, pays: Money::ZERO });
    let campaign = Treatment { who, weeks: 0..1, offer }.strategy();
    let mut gone = vec![false; world.people()];
    for _ in 0..WEEKS {
        world.live_under(&campaign);
        for &i in &customers {
            gone[i] |= !world.clientele().is_customer(i);
        }
    }
    let churn = |contacted: bool| {
        let of = || customers.iter().filter(|&&i| lot[i] == contacted);
        share(of().filter(|&&i| gone[i]).count(), of().count())
    };
    vec![ratio(churn(true), churn(false))]
}

/// B48: what a failure that was made good does, against no failure, in standard deviations.
fn recovery(luck: Draws) -> Vec<Option<f64>> {
    let world = World::of(ANSWERED, luck);
    let (failed, spared) = (after(&world, 0.0), after(&world, 1.0));
    let satisfaction = failed.satisfaction.0 - spared.satisfaction.0;
    vec![
        Some(satisfaction / spared.satisfaction.1),
        Some(difference_of_shares(failed.stay, spared.stay)),
        Some(difference_of_shares(failed.praise, spared.praise)),
    ]
}

/// What becomes of the customers of a world.
#[derive(Clone, Copy, Debug)]
struct Aftermath {
    /// Mean and standard deviation of satisfaction after the first week.
    satisfaction: (f64, f64),
    /// Share of them who stay for three months.
    stay: f64,
    /// Share of mentions that praise.
    praise: f64,
}

/// Lives a week of this quality, and then three months as usual.
fn after(world: &World, quality: f32) -> Aftermath {
    let mut world = world.twin(ANSWERED);
    let usual = std::mem::replace(&mut world.market.firms[0].quality, quality);
    world.live_alone();
    world.market.firms[0].quality = usual;
    let customers = customers(&world);
    let satisfaction = mean_and_deviation(&world, &customers);
    let mut facts = Facts::default();
    let mut stays = vec![true; world.people()];
    for _ in 0..WEEKS {
        facts.absorb(&world.live_alone());
        for &i in &customers {
            stays[i] &= world.clientele().is_customer(i);
        }
    }
    let stay = customers.iter().filter(|&&i| stays[i]).count() as f64 / customers.len() as f64;
    let praise = facts.praise as f64 / facts.mentions as f64;
    Aftermath { satisfaction, stay, praise }
}

/// Who is a customer now.
fn customers(world: &World) -> Vec<usize> {
    (0..world.people()).filter(|&i| world.clientele().is_customer(i)).collect()
}

/// The mean satisfaction of these customers and its standard deviation.
fn mean_and_deviation(world: &World, customers: &[usize]) -> (f64, f64) {
    let satisfied = |&i: &usize| f64::from(world.clientele().experience[i]);
    let count = customers.len() as f64;
    let mean = customers.iter().map(satisfied).sum::<f64>() / count;
    let squares: f64 = customers.iter().map(|i| (satisfied(i) - mean).powi(2)).sum();
    (mean, (squares / count).sqrt())
}

/// How far one share lies above another, in standard deviations of the other.
fn difference_of_shares(one: f64, other: f64) -> f64 {
    (one - other) / (other * (1.0 - other)).sqrt()
}
