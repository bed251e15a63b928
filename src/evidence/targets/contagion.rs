//! Findings about customers who leave because others around them have left, or seem to.

mod panel;

use crate::draws::Draws;
use crate::elementary::{exp, ln};
use crate::evidence::estimators::hazard::Strata;
use crate::evidence::estimators::matching::{Case, contrast};
use crate::evidence::estimators::regression::poisson;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::parameters::{Grade, Role};
use panel::{Provider, Row, panel};
use std::array::from_fn;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B6",
        statement: "Customers leave more often for each neighbour who has left.",
        published: "79.7 % more often for each defecting neighbour, after controls; the band is a ratio of 1.4 to 2.3.",
        design: "One million customers of a telephone company in 2008, their network of calls, and a hazard regression of defection on the number of neighbours who defected, with social, personal and purchase-related controls. Repeated with a provider of a third of the market, a monthly panel of a year, and a piecewise exponential regression on the number of neighbours who left in the month before, with the number of neighbours who were customers, the number of acquaintances, tenure, estimated fit, following the page and having been referred as controls.",
        source: "Nitzan and Libai 2011, Journal of Marketing",
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: None,
        parts: &[Part::ratio(
            "hazard to leave for each neighbour who left",
            Expected::Band(1.4, 2.3),
        )],
        test: Test::Trial { worlds: 8, of: observed },
        miss: "What one loss does by itself is read from a paper that could tell it apart by an instrument: 2.8 % more in a month (Ferreira et al. 2019), against the 80 % that this regression finds. The rest would have to be likeness and common trouble. Friends are as alike in readiness to leave here as in personality (people.traits.frailty_shared), which brings about half of the little that is found here, and less after three years, as ties drift out of circles and as first customers are drawn as survivors one by one; trouble comes to a circle seldom. And who leaves was often the least content, so that the company of those around is a better one without him. It would take several of them together, and none may be fitted to this.",
    },
    Finding {
        id: "B6m",
        statement: "An exit nearby weighs more among close and among similar people, for people who know many, and for newer customers.",
        published: "Signs: tie strength, homophily with the defector and the receiver's number of ties strengthen the effect, loyalty weakens it.",
        design: "Moderators of the regression of B6. Repeated by parting exposures, or the people who were exposed, into two halves in the same regression: strength .2 and more, likeness .15 and more, more acquaintances than the usual 12, customers for less than a year.",
        source: "Nitzan and Libai 2011, Journal of Marketing",
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: None,
        parts: &[
            Part::ratio("by strong ties against weak ones", Expected::Above(1.0)),
            Part::ratio("of alike against unlike neighbours", Expected::Above(1.0)),
            Part::ratio("on people who know many against few", Expected::Above(1.0)),
            Part::ratio("on newer customers against loyal ones", Expected::Above(1.0)),
        ],
        test: Test::Trial { worlds: 8, of: moderators },
        miss: "The effect itself is so small (B6) that its differences are not seen, and losses count alike whatever the tie and whoever was lost: only the memory of the customer for himself differs.",
    },
    Finding {
        id: "B7",
        statement: "Most of what looks like contagion is likeness.",
        published: "Methods that do not match overestimate influence by 300 to 700 %, so that the naive excess is 4 to 8 times the matched one; the band is 2 to 10.",
        design: "Adoption of a service among 27.4 million users of a messenger: those with adopter friends against others drawn at random, and against others of the same propensity to have adopter friends, by all that is recorded. Repeated for exits: excess hazard of customers of whom a neighbour left in the month before, against all others and against others of the same propensity in fifty strata; the propensity rests on the controls of B6, on interests as profiles show them, and on exits around in the quarter before.",
        source: "Aral, Muchnik and Sundararajan 2009, PNAS",
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: None,
        parts: &[Part::ratio(
            "naive excess hazard over matched excess hazard",
            Expected::Band(2.0, 10.0),
        )],
        test: Test::Trial { worlds: 6, of: deflation },
        miss: "What neighbours have in common here, readiness to leave and the troubles of a circle, stands in no record but that of earlier exits around, which hints at it; so matching takes little away. That it even adds may be because whoever has many customers around has more exits around, too, and stays longer; that was not tested.",
    },
    Finding {
        id: "B8",
        statement: "The effect of an exit nearby falls week by week, is gone after five weeks, and comes only from people whom one seeks.",
        published: "Strongest in the first month and exponentially falling; none after five weeks, and none along incoming ties.",
        design: "Event studies of exits around 3,431 customers of a telephone company, with directed calls, and of one million. Repeated by weeks since the latest exit of a neighbour whom the customer seeks, and of one who only seeks the customer, against weeks without any exit around in ten weeks, in strata of tenure and of the number of neighbours who are customers.",
        source: "Haenlein 2013, International Journal of Research in Marketing; Nitzan and Libai 2011, Journal of Marketing",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "The time after which a loss is forgotten and the rule that it is felt along sought ties only are read from these papers.",
        with: None,
        parts: &[
            Part::ratio("hazard in weeks 1 and 2 over that in weeks 4 and 5", Expected::Above(1.0)),
            Part::ratio("hazard in weeks 6 to 10 over the usual", Expected::Within(0.9, 1.1)),
            Part::ratio(
                "hazard in weeks 1 to 5 after an exit along an incoming tie",
                Expected::Within(0.9, 1.1),
            ),
        ],
        test: Test::Trial { worlds: 14, of: by_weeks },
        miss: "Friends are alike in readiness to leave (people.traits.frailty_shared), and a comparison of weeks cannot take that away: long after an exit, and along ties by which only the other one seeks the customer, a tenth more leave than usual, and the interval does not tell whether that is within the bounds. With friends hardly alike, all three parts passed.",
    },
];

/// Why the contagion that the model reads is not the finding.
const SHARES: &str = "The factor of contagion (people.leaving.contagion) is read from Ferreira, Telang and Godinho de Matos 2019: 2.8 % more in a month for each friend lost. A loss of the month before is on average .43 of what it is in its first week, and felt along seven ties of ten: 1.1 to the power .3 is 1.028. How long a loss is felt is read from Nitzan and Libai 2011 and Haenlein 2013. What a regression or a matching makes of it in a world with likeness, company and common trouble is not put in.";

/// What the regression of exits on exposures controls for.
fn controls(row: &Row) -> Vec<f64> {
    let mut controls =
        vec![1.0, ln(1.0 + row.around), ln(1.0 + row.degree), ln(row.tenure.max(1.0))];
    controls.extend(&row.profile[..3]);
    controls
}

/// The regression of exits on columns of exposure beside the controls: their coefficients.
fn regress<const N: usize>(rows: &[Row], exposure: impl Fn(&Row) -> [f64; N]) -> Option<[f64; N]> {
    let columns: Vec<Vec<f64>> =
        rows.iter().map(|row| [&exposure(row)[..], &controls(row)].concat()).collect();
    let events: Vec<f64> = rows.iter().map(|row| row.risk.events).collect();
    let times: Vec<f64> = rows.iter().map(|row| row.risk.time).collect();
    let fit = poisson(&columns, &events, &times)?;
    Some(from_fn(|k| fit.coefficients[k]))
}

fn observed(luck: Draws) -> Vec<Option<f64>> {
    let rows = panel(20_000, luck);
    vec![regress(&rows, |row| [row.exposure()]).map(|[each]| exp(each))]
}

/// Fewer acquaintances, and more weeks of tenure, than these are few and loyal.
const MANY: f64 = 12.0;
const LOYAL: f64 = 52.0;

fn moderators(luck: Draws) -> Vec<Option<f64>> {
    let rows = panel(20_000, luck);
    let halves = |row: &Row, first: bool| {
        let all = row.exposure();
        if first { [all, 0.0] } else { [0.0, all] }
    };
    let ratio = |found: Option<[f64; 2]>| found.map(|[first, second]| exp(first - second));
    vec![
        ratio(regress(&rows, |row| row.by_strength)),
        ratio(regress(&rows, |row| row.by_likeness)),
        ratio(regress(&rows, |row| halves(row, row.degree > MANY))),
        ratio(regress(&rows, |row| halves(row, row.tenure < LOYAL))),
    ]
}

fn deflation(luck: Draws) -> Vec<Option<f64>> {
    let rows = panel(50_000, luck);
    let case = |row: &Row| Case { people: 1.0, exposure: row.exposure(), risk: row.risk };
    let seen = |row: &Row| {
        let mut seen = controls(row);
        seen.extend(&row.profile[3..]);
        seen.push(ln(1.0 + row.earlier));
        seen
    };
    let cases: Vec<Case> = rows.iter().map(case).collect();
    let traits: Vec<Vec<f64>> = rows.iter().map(seen).collect();
    let found = contrast(&cases, &traits, 50);
    let excess = found.map(|found| (found.naive.ratio - 1.0, found.matched.ratio - 1.0));
    vec![excess.filter(|(_, matched)| *matched > 0.0).map(|(naive, matched)| naive / matched)]
}

/// Weeks without an exit around after which a week is usual, and weeks of the event study.
const QUIET: u32 = 10;
const WEEKS: u32 = 52;

fn by_weeks(luck: Draws) -> Vec<Option<f64>> {
    let mut provider = Provider::of(20_000, luck);
    let mut windows = [(); 4].map(|()| Strata::new());
    for _ in 0..WEEKS {
        let weeks: Vec<(usize, Week)> =
            provider.customers().map(|i| (i, Week::of(&provider, i))).collect();
        let mut left = vec![false; provider.world.people()];
        for i in provider.live() {
            left[i] = true;
        }
        for (i, week) in weeks {
            week.count(left[i], &mut windows);
        }
    }
    let ratio = |strata: &Strata<_>| strata.ratio().map(|found| found.ratio);
    let [soon, late, over, incoming] = &windows;
    let fall = ratio(soon).zip(ratio(late)).map(|(soon, late)| soon / late);
    vec![fall, ratio(over), ratio(incoming)]
}

/// What is around a customer in a week of the event study.
struct Week {
    /// Tenure and neighbours who are customers, coarsely.
    stratum: (u32, u32),
    /// Weeks since the latest exit of someone he seeks, and of someone who only seeks him.
    sought: Option<u32>,
    seeking: Option<u32>,
}

impl Week {
    fn of(provider: &Provider, i: usize) -> Self {
        let (mut around, mut latest) = (0, [None::<u32>; 2]);
        for tie in provider.ties(i) {
            let j = tie.partner.index();
            around += u32::from(provider.world.clientele().is_customer(j));
            if let Some(weeks) = provider.weeks_since_exit(j).filter(|weeks| *weeks <= QUIET) {
                around += 1;
                let latest = &mut latest[usize::from(!tie.seeks())];
                *latest = Some(latest.map_or(weeks, |before| before.min(weeks)));
            }
        }
        let [sought, seeking] = latest;
        let tenure = ln(provider.tenure(i).max(1.0)) / ln(2.0);
        Self { stratum: (around.min(12), tenure as u32), sought, seeking }
    }

    /// Counts the week in each window that it is of, and a quiet one as usual in all.
    fn count(&self, left: bool, windows: &mut [Strata<(u32, u32)>; 4]) {
        let mut add = |window: usize, after| windows[window].of(self.stratum, after).add(left, 1.0);
        match (self.sought, self.seeking) {
            (None, None) => (0..4).for_each(|window| add(window, false)),
            (Some(1..=2), _) => add(0, true),
            (Some(4..=5), _) => add(1, true),
            (Some(6..), _) => add(2, true),
            (None, Some(1..=5)) => add(3, true),
            _ => {}
        }
    }
}
