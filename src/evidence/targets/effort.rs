//! Findings about time for contacts: what new ties take from the old ones.

use crate::draws::Draws;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B40",
    statement: "Time for contacts is limited: new ties take strength from the old ones, and the whole of contact stays as it was.",
    published: "Sign, and conservation of effort.",
    design: "Call records of people whose circle of contacts changed. Repeated in twin worlds, with a service that introduces half of the people to each other for two years and without: strength of the ties that were there before, pair by pair, and contacts a week. The bounds of conservation are ours.",
    source: "Saramäki et al. 2014, PNAS",
    grade: Grade::RecalledHigh,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[
        Part::number("change of the strength of given ties, %", Expected::Below(0.0)),
        Part::ratio(
            "contacts a week, with introductions against without",
            Expected::Within(0.95, 1.05),
        ),
    ],
    test: Test::Trial { worlds: 8, of: crowding_out },
    miss: "",
}];

/// Half of the people are customers, and are introduced to others as often as they are rested.
const INTRODUCTIONS: &str = "
[people]
count = 2000

[people.start]
customers = 0.5

[objectives]
budget = 200

[strategies.introducing.introductions]
share = 1.0
";

/// Two years.
const WEEKS: u32 = 104;

/// B40: what introductions do to the ties that were there, and to the whole of contact.
fn crowding_out(luck: Draws) -> Vec<Option<f64>> {
    let mut without = World::of(INTRODUCTIONS, luck);
    let mut with = without.twin(INTRODUCTIONS);
    let (mut contacts_with, mut contacts_without) = (0, 0);
    for _ in 0..WEEKS {
        contacts_with += with.live(0).contacts;
        contacts_without += without.live(1).contacts;
    }
    let (mut strength_with, mut strength_without) = (0.0, 0.0);
    for person in without.market.people.all() {
        for tie in without.market.ties.of(person).filter(|tie| tie.since < 0) {
            let twin = with.market.ties.between(person, tie.partner);
            // A pair that lost touch and met anew has another tie.
            if let Some(twin) = twin.filter(|twin| twin.since < 0) {
                strength_with += f64::from(twin.strength);
                strength_without += f64::from(tie.strength);
            }
        }
    }
    vec![
        Some(100.0 * (strength_with / strength_without - 1.0)),
        Some(contacts_with as f64 / contacts_without as f64),
    ]
}
