//! Findings about referred customers: whether they stay longer, are worth more, and why.

use crate::draws::Draws;
use crate::elementary::power;
use crate::evidence::diary::NO_SUBSCRIBERS;
use crate::evidence::estimators::hazard::Strata;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::spells::{Spell, Spells};
use crate::parameters::{Grade, Role};
use crate::quantity::Quantity;
use std::collections::BTreeMap;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B1",
        statement: "Referred customers leave less often.",
        published: "18 % less often in 33 months: a hazard ratio of .82; the band is .70 to .95.",
        design: "10,000 new customers of a German bank, referred in a programme or not, of similar demographics and time of acquisition. Repeated with a firm that advertises, introduces people to each other and asks customers to invite: first-time customers of a year, followed for 33 months; referred is whom word of mouth or an invitation brought, as against all others; hazards are pooled over strata of starting month, third of the platform's estimate of fit (for the demographics) and quarter of tenure. No rule of leaving reads who was referred.",
        source: "Schmitt, Skiera and Van den Bulte 2011, Journal of Marketing (ratio as worded in the same authors' Harvard Business Review article of 2011)",
        grade: Grade::V2,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::ratio(
            "hazard to leave, referred against others",
            Expected::Band(0.70, 0.95),
        )],
        test: Test::Trial { worlds: WORLDS, of: churn },
        miss: "Referred customers leave less often by a thirtieth, not by a fifth, and the band is met by the end of the interval alone. Whoever brings others has stayed himself, and those whom he brings are his friends, and so a little readier to stay, too (people.traits.frailty_shared); how the customers fare whom one seeks makes one stay or leave (people.leaving.company). But that there are any makes nobody stay (the social enrichment of the paper).",
    },
    Finding {
        id: "B2",
        statement: "Referred customers are worth more.",
        published: "At least 16 % more customer value than others of similar demographics and time of acquisition; the band is 0 to 36 %.",
        design: "The same cohorts as for B1: discounted margin of the first 33 months, referred against others of the same starting month and third of estimated fit.",
        source: "Schmitt, Skiera and Van den Bulte 2011, Journal of Marketing",
        grade: Grade::V1,
        role: Role::Target,
        shares: "",
        with: Some("B1"),
        parts: &[Part::number(
            "discounted margin, referred against others, share more",
            Expected::Band(0.0, 0.36),
        )],
        test: Test::Trial { worlds: WORLDS, of: value },
        miss: "",
    },
    Finding {
        id: "B3",
        statement: "Referred customers leave less often only as long as their referrer stays.",
        published: "Lower churn only as long as the referrer has not churned; afterwards a hazard ratio near 1, the band is .9 to 1.1.",
        design: "The same bank. Repeated with the cohorts and strata of B1, the time of referred customers split at the end of the spell in which their referrer brought them.",
        source: "Van den Bulte, Bayer, Skiera and Schmitt 2018, Journal of Marketing Research",
        grade: Grade::V1,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[
            Part::ratio("hazard to leave while the referrer is there", Expected::Below(1.0)),
            Part::ratio("hazard to leave after the referrer has left", Expected::Band(0.9, 1.1)),
        ],
        test: Test::Trial { worlds: WORLDS, of: referrers },
        miss: "",
    },
    Finding {
        id: "B4",
        statement: "Referred customers bring a higher margin at first, which decays and vanishes.",
        published: "A margin gap that is 0 after about two and a half years.",
        design: "Paper: contribution margins of the same bank's customers by tenure. Here: the same programme of a firm whose customers are no subscribers (people.purchases.rate), so that margins can differ: what those who came within a year buy a week in their first year after the first purchase, as long as they are customers, referred against others, of the same starting month and third of estimated fit. Whether a gap decays is asked only where there is one.",
        source: "Schmitt, Skiera and Van den Bulte 2011, Harvard Business Review; Van den Bulte et al. 2018, Journal of Marketing Research",
        grade: Grade::V2,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::number(
            "margin of a week in the first year, referred against others, % more",
            Expected::Above(0.0),
        )],
        test: Test::Trial { worlds: WORLDS, of: margins },
        miss: "How much a customer buys is his own affair and nothing that friends share, so that who was referred buys as others do. The paper explains the gap by better matching: a referrer knows whom the bank's products suit.",
    },
];

/// So many that a ratio of .95, where the band of B1 begins, can be told from 1.
const WORLDS: u32 = 96;

/// A firm whose customers are asked to bring others, and which advertises as well.
const BANK: &str = r#"
[people]
count = 8000
[objectives]
budget = 100
[strategies.programme.advertising]
share = 0.4
[strategies.programme.introductions]
guests = 0.5
share = 0.4
[strategies.programme.tasks]
task = "invite"
share = 0.2
"#;

/// Weeks in which customers are acquired, and weeks for which each is followed.
const YEAR: u32 = 52;
const FOLLOWED: u32 = 143;
/// Thirds of a standard normal distribution.
const THIRD: f32 = 0.4307;

/// The cohorts of one world, all of them followed to the end.
struct Cohorts {
    world: World,
    spells: Spells,
}

impl Cohorts {
    fn of(luck: Draws) -> Self {
        Self::live(BANK, YEAR + FOLLOWED, luck, |_| {})
    }

    /// Lives so many weeks, and looks at the world after each.
    fn live(text: &str, weeks: u32, luck: Draws, mut look: impl FnMut(&World)) -> Self {
        let mut world = World::of(text, luck);
        let mut spells = Spells::of(&world);
        for _ in 0..weeks {
            world.live(0);
            spells.note(&world);
            look(&world);
        }
        Self { world, spells }
    }

    /// First-time customers of the year.
    fn newcomers(&self) -> impl Iterator<Item = &Spell> {
        self.spells.all().iter().filter(|spell| spell.first && (1..=YEAR).contains(&spell.from))
    }

    /// The starting month of a spell, and the third of estimated fit.
    fn stratum(&self, spell: &Spell) -> (u32, u8) {
        let fit = self.world.clientele().estimated_fit[spell.person];
        ((spell.from - 1) / 4, u8::from(fit > -THIRD) + u8::from(fit > THIRD))
    }

    /// The weeks of a spell in which the customer could leave, and whether he did, counted by tenure.
    fn weeks(spell: &Spell) -> impl Iterator<Item = (u32, bool)> + '_ {
        let tenures = (0..FOLLOWED).take_while(|tenure| spell.covers(spell.from + tenure));
        tenures.map(|tenure| (tenure, spell.ends_in(spell.from + tenure)))
    }

    /// Whether the spell in which the referrer brought the customer lasts in this week.
    fn referrer_stays(&self, spell: &Spell, week: u32) -> bool {
        spell.through.is_some_and(|through| self.spells.all()[through].covers(week))
    }

    /// Compares hazards with those of customers who were not referred: of those referred
    /// customers, in those weeks, that are meant.
    fn hazard_ratio(&self, is_meant: impl Fn(&Spell, u32) -> bool) -> Option<f64> {
        let mut strata = Strata::new();
        for spell in self.newcomers() {
            let (month, fit) = self.stratum(spell);
            for (tenure, leaves) in Self::weeks(spell) {
                if !spell.is_referred() || is_meant(spell, spell.from + tenure) {
                    let stratum = (month, fit, tenure / 13);
                    strata.of(stratum, spell.is_referred()).add(leaves, 1.0);
                }
            }
        }
        strata.ratio().map(|found| found.ratio)
    }

    /// The discounted margin of the weeks followed.
    fn margin(&self, spell: &Spell) -> f64 {
        let objectives = &self.world.scenario.objectives;
        let margin = (objectives.price - objectives.unit_cost).to_number();
        let factor = self.world.scenario.rules.weekly_discount();
        let weeks = Self::weeks(spell);
        weeks.map(|(tenure, _)| margin * power(factor, f64::from(tenure))).sum()
    }

    /// By how much the mean of something is greater for referred customers than for others of their
    /// strata, as a share of the others' mean; told of each customer as a sum and how much it counts.
    fn more(&self, of: impl Fn(&Spell) -> (f64, f64)) -> Option<f64> {
        let mut strata: BTreeMap<(u32, u8), [(f64, f64); 2]> = BTreeMap::new();
        for spell in self.newcomers() {
            let groups = strata.entry(self.stratum(spell)).or_default();
            let (sum, count) = &mut groups[usize::from(spell.is_referred())];
            let (more, counts) = of(spell);
            (*sum, *count) = (*sum + more, *count + counts);
        }
        let (mut referred, mut others) = (0.0, 0.0);
        for [(others_sum, others_count), (sum, count)] in strata.into_values() {
            if others_count > 0.0 {
                referred += sum;
                others += count * others_sum / others_count;
            }
        }
        (others > 0.0).then(|| referred / others - 1.0)
    }
}

fn churn(luck: Draws) -> Vec<Option<f64>> {
    vec![Cohorts::of(luck).hazard_ratio(|_, _| true)]
}

fn referrers(luck: Draws) -> Vec<Option<f64>> {
    let cohorts = Cohorts::of(luck);
    let stays = |spell: &Spell, week: u32| cohorts.referrer_stays(spell, week);
    vec![cohorts.hazard_ratio(stays), cohorts.hazard_ratio(|spell, week| !stays(spell, week))]
}

/// How much more referred customers are worth than others of their strata, as a share.
fn value(luck: Draws) -> Vec<Option<f64>> {
    let cohorts = Cohorts::of(luck);
    vec![cohorts.more(|spell| (cohorts.margin(spell), 1.0))]
}

/// How much more referred customers buy in a week of their first year, in per cent.
fn margins(luck: Draws) -> Vec<Option<f64>> {
    let mut bought: Vec<Vec<f32>> = Vec::new();
    let cohorts = Cohorts::live(&format!("{BANK}{NO_SUBSCRIBERS}"), 2 * YEAR, luck, |world| {
        bought.push((0..world.people()).map(|i| world.clientele().units(i)).collect());
    });
    let of_first_year = |spell: &Spell| {
        // Everybody buys on joining, so that purchase is left out: it would count for more where
        // customers stay less long.
        let weeks = (spell.from..spell.from + YEAR).take_while(|&week| spell.covers(week));
        weeks.fold((0.0, 0.0), |(units, weeks), week| {
            (units + f64::from(bought[week as usize][spell.person]), weeks + 1.0)
        })
    };
    vec![cohorts.more(of_first_year).map(|more| 100.0 * more)]
}
