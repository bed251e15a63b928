//! The finding about a campaign that is aimed at some customers and reaches those around them.

use crate::draws::Draws;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::treatment::Treatment;
use crate::offers::Offer;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B5",
    statement: "A campaign aimed at some customers also keeps the customers around them.",
    published: "The effect on first-degree connections is 28 % of that on those who were targeted; the band is 10 to 45 %.",
    design: "A field experiment with 6,000 customers of a telephone company: some of those who were far apart in the network were targeted by lot with an offer; activity and churn of their untargeted connections were compared with those of the connections of a control group. Repeated in twin worlds, which serve as each other's control: customers drawn by lot, of whom none knows another or a customer whom another knows, are singled out by the firm each week for half a year in one world and not in the other; activity is weeks as a customer in a year. The effect on connections is summed over all customers around each targeted one, the reading that is kinder to the model than their mean.",
    source: "Ascarza, Ebbes, Netzer and Danielson 2017, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "",
    with: None,
    parts: &[
        Part::number("effect on connections over that on targeted", Expected::Band(0.10, 0.45)),
    ],
    test: Test::Trial { worlds: 24, of: multiplier },
    miss: "A kept customer does little for those around: a loss nearby raises their hazard by a fifth for a few weeks, and what is said in contacts hardly moves a customer's trust. Neither the strongest contagion of the range nor hearsay at its full weight changes that. In the paper customers use the product with each other, so that who calls more is called more; here use needs nobody.",
}];

/// A distinction is worth as much as it can be, so that the campaign has an effect worth speaking of.
const MARKET: &str = "[people]\ncount = 8000\n[people.worth]\nstatus = 0.5\n[strategies.none]\n";
const WEEKS: u32 = 52;
const CAMPAIGN: u32 = 26;

fn multiplier(luck: Draws) -> Vec<Option<f64>> {
    let treated_world = World::of(MARKET, luck);
    let control_world = treated_world.twin(MARKET);
    let targeted = far_apart(&treated_world);
    let around = connections(&treated_world, &targeted);
    let nobody = vec![false; targeted.len()];
    let with = weeks_as_customer(treated_world, targeted.clone());
    let without = weeks_as_customer(control_world, nobody);
    let effect = |who: &[bool]| -> f64 {
        let those = who.iter().enumerate().filter(|(_, meant)| **meant);
        those.map(|(i, _)| f64::from(with[i]) - f64::from(without[i])).sum()
    };
    let (direct, spilled) = (effect(&targeted), effect(&around));
    vec![(direct > 0.0).then(|| spilled / direct)]
}

/// Customers in the order of a lot, of whom none knows another, or a customer whom another knows.
fn far_apart(world: &World) -> Vec<bool> {
    let lots = world.luck.of("evidence: one of each circle of acquaintances");
    let customers = (0..world.people()).filter(|&i| world.clientele().is_customer(i));
    let mut order: Vec<usize> = customers.collect();
    order.sort_by_key(|&i| lots.about(world.market.people.key[i]));
    let (mut chosen, mut near) = (vec![false; world.people()], vec![false; world.people()]);
    for i in order {
        if !near[i] && !known_customers(world, i).any(|j| near[j]) {
            chosen[i] = true;
            near[i] = true;
            known_customers(world, i).for_each(|j| near[j] = true);
        }
    }
    chosen
}

/// The customers around those who are chosen.
fn connections(world: &World, chosen: &[bool]) -> Vec<bool> {
    let mut around = vec![false; world.people()];
    for i in (0..world.people()).filter(|&i| chosen[i]) {
        known_customers(world, i).for_each(|j| around[j] = true);
    }
    around
}

fn known_customers(world: &World, person: usize) -> impl Iterator<Item = usize> + '_ {
    world.neighbours(person).filter(|&j| world.clientele().is_customer(j))
}

/// In how many weeks of the year each person is a customer.
fn weeks_as_customer(mut world: World, who: Vec<bool>) -> Vec<u32> {
    let mut weeks = vec![0; world.people()];
    let campaign = Treatment { who, weeks: 0..CAMPAIGN, offer: Offer::Status }.strategy();
    for _ in 0..WEEKS {
        world.live_under(&campaign);
        for (i, weeks) in weeks.iter_mut().enumerate() {
            *weeks += u32::from(world.clientele().is_customer(i));
        }
    }
    weeks
}
