//! Findings about how a new product spreads over the years.

use crate::draws::Draws;
use crate::evidence::estimators::bass;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B24",
        statement: "The adoption of a new product follows the S-shaped curve of Bass.",
        published: "Over 213 applications p is .03 and q .38 a year on average; the bands are .0001 to .05 and .25 to .60, and the curve explains more than 95 % of the variance.",
        design: "A meta-analysis of Bass curves, fitted to yearly adoptions. Repeated with a product that nobody knows at first and hardly anybody looks for, a fifth of the usual allowance spent on advertising, and the usual word of mouth: first adoptions of 15 years, fitted by nonlinear least squares. How much is advertised is the experimenter's choice, and so, in the main, is p; q and the shape are the model's.",
        source: "Sultan, Farley and Lehmann 1990, Journal of Marketing Research",
        grade: Grade::V2,
        role: Role::Target,
        shares: "No parameter of the network's word of mouth reads p or q.",
        with: None,
        parts: &[
            Part::number("external influence p, a year", Expected::Band(0.0001, 0.05)),
            Part::number("internal influence q, a year", Expected::Band(0.25, 0.60)),
            Part::number("variance of yearly adoptions explained, share", Expected::Above(0.95)),
        ],
        test: Test::Trial { worlds: 10, of: bass_curve },
        miss: "One adopting friend does what he does in a trial (B50), and of twelve acquaintances who mention the firm now and then that makes a weak internal influence; so yearly adoptions are those of advertising, which fall from the first year on. With persuasion at the end of its range (.06) q lies in the band, and the curve explains nine tenths. Friends who adopt may be talked about more, or seen, than a trial of gifts shows.",
    },
    Finding {
        id: "B25",
        statement: "Behaviour that needs reassurance spreads farther in clustered networks than in random ones.",
        published: "53.77 against 38.26 % of people adopted in the end; clustered before random in every matched trial.",
        design: "An online community whose members were placed on a clustered lattice or on a random network of the same degrees.",
        source: "Centola 2010, Science",
        grade: Grade::V2,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::ratio("share who adopt, clustered against random", Expected::Above(1.0))],
        test: Test::Untestable(
            "People have no thresholds: what they hear and see adds up to a hazard to join, and a second word adds no more than the first.",
        ),
        miss: "",
    },
];

/// A product that is new to everybody, with a fifth of the usual allowance for advertising.
pub(super) const LAUNCH: &str = r"
[people.start]
customers = 0.0
aware = 0.0
lapsed = 0.0
[people.adoption]
search = 0.0001
[objectives]
budget = 10
[strategies.launch.advertising]
";

const YEAR: u32 = 52;
const YEARS: usize = 15;

fn bass_curve(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(&format!("[people]\ncount = 5000\n{LAUNCH}"), luck);
    let mut adoptions = [0.0; YEARS];
    for year in &mut adoptions {
        for _ in 0..YEAR {
            *year += world.live(0).joined_first as f64;
        }
    }
    let fit = bass::fit(&adoptions);
    vec![fit.map(|fit| fit.p), fit.map(|fit| fit.q), fit.map(|fit| fit.r_squared)]
}
