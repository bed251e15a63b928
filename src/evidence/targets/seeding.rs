//! The finding about what a programme of word of mouth is worth: customers who come earlier, and customers who would not have come.

use crate::draws::Draws;
use crate::elementary::power;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};
use crate::quantity::WeeklyHazard;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B21",
    statement: "A programme of word of mouth is worth something by acceleration and by expansion; without a rival and without churn there is no expansion in the long run.",
    published: "Both positive; expansion vanishes where there is no competitor and nobody leaves.",
    design: "An agent-based model on twelve networks: some people are given a new product, and customer equity of all others is compared with a twin without the gift; acceleration is what those bring earlier who buy in both, expansion what those bring who buy from the firm only with the programme. Repeated in a market new to the product where nobody leaves and nobody changes firms, with search at its most (.01 a week, so that ten years suffice for nearly everybody), three people in a hundred given the product by lot, alone and beside an equal rival: discounted weeks as a customer, for each person given the product.",
    source: "Libai, Muller and Peres 2013, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "The memory of losses nearby names the same author with another paper, on churn; nothing of this one is read.",
    with: None,
    parts: &[
        Part::number("expansion beside a rival, discounted weeks", Expected::Above(0.0)),
        Part::number("acceleration beside a rival, discounted weeks", Expected::Above(0.0)),
        Part::number("share of expansion beside a rival, less without", Expected::Above(0.0)),
        Part::number("share of expansion without a rival", Expected::Below(0.1)),
    ],
    test: Test::Trial { worlds: 8, of: sources_of_value },
    miss: "",
}];

const PEOPLE: usize = 1500;
const WEEKS: u32 = 520;
const SEEDS: usize = PEOPLE * 3 / 100;

/// A market that is new to the product, for good: who buys stays.
const ALONE: &str = r"
[people]
count = 1500
[people.start]
customers = 0.0
aware = 0.0
lapsed = 0.0
[people.adoption]
search = 0.01
[people.rivalry]
switching = 0.0
[strategies.none]
";
const RIVAL: &str = "[rivals.other]\ncustomers = 0.0\n";

/// What the programme is worth, for each person given the product.
#[derive(Clone, Copy)]
struct Worth {
    expansion: f64,
    acceleration: f64,
}

impl Worth {
    /// The share of expansion; `None` where nothing is gained.
    fn share(self) -> Option<f64> {
        let all = self.expansion + self.acceleration;
        (all > 0.0).then(|| self.expansion / all)
    }
}

fn sources_of_value(luck: Draws) -> Vec<Option<f64>> {
    let alone = programme(ALONE, luck);
    let rivalled = programme(&format!("{ALONE}{RIVAL}"), luck);
    let difference = rivalled.share().zip(alone.share()).map(|(with, without)| with - without);
    vec![Some(rivalled.expansion), Some(rivalled.acceleration), difference, alone.share()]
}

fn programme(text: &str, luck: Draws) -> Worth {
    let (mut with, without) = (World::of(text, luck), World::of(text, luck));
    let lots = luck.of("evidence: who is given the product");
    let mut seeds: Vec<usize> = (0..PEOPLE).collect();
    seeds.sort_by_key(|&i| lots.about(with.market.people.key[i]));
    seeds.truncate(SEEDS);
    with.give_product(&seeds);
    let (mut with, mut without) = (weeks(with), weeks(without));
    for &i in &seeds {
        (with[i], without[i]) = (0.0, 0.0);
    }
    let mut worth = Worth { expansion: 0.0, acceleration: 0.0 };
    for (with, without) in with.into_iter().zip(without) {
        // Who buys from the firm in one of the twins only is won, or lost, by the programme.
        let both = with > 0.0 && without > 0.0;
        let part = if both { &mut worth.acceleration } else { &mut worth.expansion };
        *part += (with - without) / SEEDS as f64;
    }
    worth
}

/// Each person's discounted weeks as a customer, where nobody ever leaves.
fn weeks(mut world: World) -> Vec<f64> {
    let leaving = &mut world.scenario.rules.leaving;
    (leaving.payment, leaving.usual) = (WeeklyHazard(0.0), WeeklyHazard(0.0));
    let factor = world.scenario.rules.weekly_discount();
    let mut weeks = vec![0.0; world.people()];
    for week in 0..WEEKS {
        world.live(0);
        for (i, weeks) in weeks.iter_mut().enumerate() {
            if world.clientele().is_customer(i) {
                *weeks += power(factor, f64::from(week));
            }
        }
    }
    weeks
}
