//! The finding about customers who buy much and customers who bring others: they are not the same.

use crate::draws::Draws;
use crate::elementary::power;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::spells::Spells;
use crate::experiment::statistics::correlation;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B22",
    statement: "The best customers are not the best referrers.",
    published: "The tenths of customers with the highest lifetime value and with the highest referral value are different people; the band is a correlation of -.3 to .3.",
    design: "Customers of a telephone company and of a financial service, ranked by own lifetime value and by the value of those whom they referred. Repeated without any programme, over three years: of each customer of the first week, discounted weeks as a customer, and the same of all whom he brought, correlated over customers. Since all pay one price, customers differ in value by how long they stay; value in three years stands for the lifetime.",
    source: "Kumar, Petersen and Leone 2007, Harvard Business Review; Kumar, Petersen and Leone 2010, Journal of Marketing",
    grade: Grade::V1,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[Part::number(
        "correlation of own value and value of those brought",
        Expected::Band(-0.3, 0.3),
    )],
    test: Test::Trial { worlds: 8, of: buyers_and_referrers },
    miss: "",
}];

const MARKET: &str = "[people]\ncount = 8000\n[strategies.none]\n";
const WEEKS: u32 = 156;

fn buyers_and_referrers(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(MARKET, luck);
    let mut spells = Spells::of(&world);
    let first: Vec<usize> = spells.all().iter().map(|spell| spell.person).collect();
    for _ in 0..WEEKS {
        world.live(0);
        spells.note(&world);
    }
    let factor = world.scenario.rules.weekly_discount();
    let (mut own, mut brought) = (vec![0.0; world.people()], vec![0.0; world.people()]);
    for spell in spells.all() {
        let last = spell.until.unwrap_or(WEEKS - 1);
        let value: f64 = (spell.from..=last).map(|week| power(factor, f64::from(week))).sum();
        own[spell.person] += value;
        if let Some(referrer) = spell.referrer {
            brought[referrer] += value;
        }
    }
    let of_first = |values: &[f64]| first.iter().map(|&i| values[i]).collect::<Vec<f64>>();
    vec![correlation(&of_first(&own), &of_first(&brought))]
}
