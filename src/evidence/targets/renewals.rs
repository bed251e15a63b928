//! Findings about contracts that are renewed or ended: how a cohort survives, and what becomes of it if people are alike.

use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};
use crate::quantity::WeeklyHazard;

const SOURCE: &str = "Fader and Hardie 2007, Journal of Interactive Marketing";
const SHARES: &str = "The shapes alpha and beta of the chances to end a contract are fitted to years 1 to 7 of this very cohort; years 8 to 12 are held out, and no parameter reads them.";
const WORLDS: u32 = 8;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B43",
        statement: "Of customers with high-end contracts, so many are left after 8 to 12 years.",
        published: "46.8, 44.5, 42.7, 40.9 and 39.4 % after 8, 9, 10, 11 and 12 years.",
        design: "A cohort with yearly contracts, followed for twelve years. Repeated with a cohort of new customers whose chances to end a contract have the shapes fitted to years 1 to 7, lived for twelve years week by week, while nothing else makes anybody leave. The law itself says 37.8 % after 12 years, a tenth of a point below the band.",
        source: SOURCE,
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: None,
        parts: &[
            Part::number("customers left after 8 years, %", Expected::Band(45.3, 48.3)),
            Part::number("customers left after 9 years, %", Expected::Band(43.0, 46.0)),
            Part::number("customers left after 10 years, %", Expected::Band(41.2, 44.2)),
            Part::number("customers left after 11 years, %", Expected::Band(39.4, 42.4)),
            Part::number("customers left after 12 years, %", Expected::Band(37.9, 40.9)),
        ],
        test: Test::Trial { worlds: WORLDS, of: |luck| held_out(&survival(HIGH_END, luck)) },
        miss: "",
    },
    Finding {
        id: "B44",
        statement: "Of customers with regular contracts, so many are left after 8 to 12 years.",
        published: "22.3, 20.7, 19.4, 18.3 and 17.3 % after 8, 9, 10, 11 and 12 years.",
        design: "As for high-end contracts, with the shapes of the regular ones.",
        source: SOURCE,
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: None,
        parts: &[
            Part::number("customers left after 8 years, %", Expected::Band(20.8, 23.8)),
            Part::number("customers left after 9 years, %", Expected::Band(19.2, 22.2)),
            Part::number("customers left after 10 years, %", Expected::Band(17.9, 20.9)),
            Part::number("customers left after 11 years, %", Expected::Band(16.8, 19.8)),
            Part::number("customers left after 12 years, %", Expected::Band(15.8, 18.8)),
        ],
        test: Test::Trial { worlds: WORLDS, of: |luck| held_out(&survival(REGULAR, luck)) },
        miss: "",
    },
    Finding {
        id: "B45",
        statement: "The longer customers have been there, the more of them renew, though nobody grows more loyal: those ready to leave have left.",
        published: "Yearly retention of high-end customers rises from .869 and .855 to .953, .951, .960, .958 and .963 in years 8 to 12.",
        design: "The same high-end cohort; everybody's own chance to end the contract stays what it is. Retention of the years that were held out, against that of the first, and as a mean; the band of the mean is ours, with the points of the survival bands.",
        source: SOURCE,
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: Some("B43"),
        parts: &[
            Part::number("retention in year 12 less year 1, points", Expected::Above(0.0)),
            Part::number("retention in year 12 less year 8, points", Expected::Above(0.0)),
            Part::number("mean yearly retention in years 8 to 12, %", Expected::Band(94.2, 97.2)),
        ],
        test: Test::Trial { worlds: WORLDS, of: |luck| rising(&survival(HIGH_END, luck)) },
        miss: "",
    },
    Finding {
        id: "B46",
        statement: "Whoever takes customers for alike and fits one chance to leave to the first seven years expects far too few in the twelfth.",
        published: "A geometric law fitted to years 1 to 7 says 27.0 % where 39.4 % are left (high end), and 4.6 % where 17.3 % are (regular).",
        design: "An ablation: the two cohorts once more, lived with the same chance to leave for everybody, which is the one of most likelihood in the published years 1 to 7, beside those whose chances differ. The bands are those of the survival table.",
        source: SOURCE,
        grade: Grade::V1,
        role: Role::Target,
        shares: SHARES,
        with: Some("B43"),
        parts: &[
            Part::number(
                "high end, all alike: customers left after 12 years, %",
                Expected::Band(25.5, 28.5),
            ),
            Part::number(
                "regular, all alike: customers left after 12 years, %",
                Expected::Band(3.1, 6.1),
            ),
            Part::number(
                "high end: those whose chances differ less those alike, points",
                Expected::Above(0.0),
            ),
            Part::number(
                "regular: those whose chances differ less those alike, points",
                Expected::Above(0.0),
            ),
        ],
        test: Test::Trial { worlds: WORLDS / 2, of: all_alike },
        miss: "",
    },
];

/// A cohort of new customers of high-end contracts, in a market where nothing but renewals moves anybody.
const HIGH_END: &str = "
[people]
count = 10000

[people.network.erdos_renyi]
mean_degree = 0.1

[people.start]
customers = 1.0
firm_age = 1

[people.contract]
length = 52
alpha = 0.668
beta = 3.806

[people.leaving]
satisfaction = 0
surplus = 0
trust = 0
annoyed = 0
contagion = 1
circle = 0
trouble = 0
back = 0

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// The same of regular contracts, whose shapes are the defaults.
const REGULAR: &str = "
[people]
count = 10000

[people.network.erdos_renyi]
mean_degree = 0.1

[people.start]
customers = 1.0
firm_age = 1

[people.contract]
length = 52

[people.leaving]
satisfaction = 0
surplus = 0
trust = 0
annoyed = 0
contagion = 1
circle = 0
trouble = 0
back = 0

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

const YEARS: usize = 12;
/// The years to which the shapes are fitted.
const FITTED: usize = 7;
/// Of 1,000 customers, those who were left after each year (Fader and Hardie 2007).
const HIGH_END_LEFT: [f64; YEARS + 1] =
    [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0, 468.0, 445.0, 427.0, 409.0, 394.0];
const REGULAR_LEFT: [f64; YEARS + 1] =
    [1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0, 223.0, 207.0, 194.0, 183.0, 173.0];

/// The share of a cohort that is left after each year, in per cent, from year 0 on.
fn survival(cohort: &str, luck: Draws) -> Vec<f64> {
    follow(World::of(cohort, luck))
}

/// The same, where everybody ends a contract with this chance.
fn survival_of_alike(cohort: &str, chance: f64, luck: Draws) -> Vec<f64> {
    let mut world = World::of(cohort, luck);
    world.market.firms[0].clientele.frailty.fill(-ln(1.0 - chance) as f32);
    follow(world)
}

fn follow(mut world: World) -> Vec<f64> {
    // The cohort's renewals were counted whatever ended them, so failed payments are among them.
    world.scenario.rules.leaving.payment = WeeklyHazard(0.0);
    let people = world.people() as f64;
    let mut left = vec![100.0];
    for _ in 0..YEARS {
        let mut customers = 0;
        for _ in 0..52 {
            customers = world.live_alone().customers;
        }
        left.push(100.0 * customers as f64 / people);
    }
    left
}

/// B43 and B44: the years that were held out.
fn held_out(left: &[f64]) -> Vec<Option<f64>> {
    left[FITTED + 1..].iter().map(|&left| Some(left)).collect()
}

/// B45: the rise of retention, and its mean in the years that were held out.
fn rising(left: &[f64]) -> Vec<Option<f64>> {
    let retention = |year: usize| 100.0 * left[year] / left[year - 1];
    let held_out: Vec<f64> = (FITTED + 1..=YEARS).map(retention).collect();
    let mean = held_out.iter().sum::<f64>() / held_out.len() as f64;
    let last = retention(YEARS);
    vec![Some(last - retention(1)), Some(last - retention(FITTED + 1)), Some(mean)]
}

/// B46: both cohorts with everybody alike, and how many more are left where chances differ.
fn all_alike(luck: Draws) -> Vec<Option<f64>> {
    let cohorts = [(HIGH_END, HIGH_END_LEFT), (REGULAR, REGULAR_LEFT)];
    let alike =
        cohorts.map(|(cohort, left)| survival_of_alike(cohort, chance_to_end(&left), luck)[YEARS]);
    let differ = cohorts.map(|(cohort, _)| survival(cohort, luck)[YEARS]);
    vec![Some(alike[0]), Some(alike[1]), Some(differ[0] - alike[0]), Some(differ[1] - alike[1])]
}

/// The chance to end a contract of most likelihood in the years 1 to 7: losses over exposure.
fn chance_to_end(left: &[f64]) -> f64 {
    let exposed: f64 = left[..FITTED].iter().sum();
    (left[0] - left[FITTED]) / exposed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_geometric_law_is_that_of_the_catalogue() {
        for (left, chance, twelfth) in
            [(HIGH_END_LEFT, 0.1033, 0.270), (REGULAR_LEFT, 0.2260, 0.046)]
        {
            let fitted = chance_to_end(&left);
            assert!((fitted - chance).abs() < 5e-5, "{fitted}");
            assert!(((1.0 - fitted).powi(12) - twelfth).abs() < 5e-4);
        }
    }

    #[test]
    fn retention_is_counted_year_by_year() {
        let found = rising(&HIGH_END_LEFT.map(|left| left / 10.0));
        let near = |at: usize, number: f64| (found[at].unwrap() - number).abs() < 0.05;
        assert!(near(0, 9.4) && near(1, 1.0) && near(2, 95.7), "{found:?}");
    }
}
