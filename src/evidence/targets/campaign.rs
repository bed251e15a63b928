//! Findings about a campaign that is aimed at some customers and reaches those around them.

use crate::draws::Draws;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::treatment::Treatment;
use crate::offers::Offer;
use crate::parameters::{Grade, Role};
use crate::people::NEEDS;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[B5, B51];

const B5: Finding = Finding {
    id: "B5",
    statement: "A campaign aimed at some customers also keeps the customers around them.",
    published: "The effect on first-degree connections is 28 % of that on those who were targeted; the band is 10 to 45 %.",
    design: "A field experiment with 6,000 customers of a telephone company: some of those who were far apart in the network were targeted by lot with an offer; activity and churn of their untargeted connections were compared with those of the connections of a control group. Repeated in twin worlds, which serve as each other's control: customers drawn by lot, of whom none knows another or a customer whom another knows, are singled out by the firm each week for half a year in one world and not in the other; activity is weeks as a customer in a year. The effect on connections is summed over all customers around each targeted one, the reading that is kinder to the model than their mean.",
    source: "Ascarza, Ebbes, Netzer and Danielson 2017, Journal of Marketing Research",
    grade: Grade::V1,
    role: Role::Target,
    shares: "How much company counts (people.leaving.company) is read from another field experiment, of other authors and at another firm (B51), and was built in view of this finding. Where friends count by their mean, the sum over connections follows from B51 up to who seeks whom, so what is tested is that the two trials agree, and on this reading.",
    with: None,
    parts: &[Part::number(
        "effect on connections over that on targeted",
        Expected::Band(0.10, 0.45),
    )],
    test: Test::Trial { worlds: 24, of: multiplier },
    miss: "",
};

const B51: Finding = Finding {
    id: "B51",
    statement: "Customers whom a firm means to call leave less often still where it means to call their friends as well.",
    published: "Of likely churners 17.2 % left; 1.9 points fewer of those who were to be called, and another 1.3 points fewer where their friends were, too: .68 of the own effect. The abstract gives no errors; the band, .51 to .86, is a quarter either way, and ours.",
    design: "A randomised trial with households of a telecommunications provider, by lists of who was to be called. Repeated in triplet worlds with customers drawn by lot who know customers, of whom none knows another or a customer whom another knows: for half a year nobody, they, or they and the customers whom they know have much of the firm's help (which here adds two fifths to what the product is worth to them); counted are their weeks as customers in a year.",
    source: "Godinho de Matos, Ferreira and Belo 2018, Marketing Science",
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "How much company counts (people.leaving.company) is calibrated so that this trial gives the ratio of the two published effects.",
    with: None,
    parts: &[Part::number(
        "effect of the friends' call over that of the own",
        Expected::Band(0.51, 0.86),
    )],
    test: Test::Trial { worlds: 48, of: with_friends },
    miss: "",
};

/// A distinction is worth as much as it can be, so that the campaign has an effect worth speaking of.
const MARKET: &str = "[people]\ncount = 8000\n[people.worth]\nstatus = 0.5\n[strategies.none]\n";
/// The same where help with contacts is worth as much as it can be.
const HELPFUL: &str = "[people]\ncount = 8000\n[people.worth]\nhelp = 0.5\n[strategies.none]\n";
const WEEKS: u32 = 52;
const CAMPAIGN: u32 = 26;
/// Help with each need: four fifths of the most that help can be worth.
const HELP: f32 = 4.0;

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

fn with_friends(luck: Draws) -> Vec<Option<f64>> {
    let world = World::of(HELPFUL, luck);
    let mut targeted = far_apart(&world);
    for (i, targeted) in targeted.iter_mut().enumerate() {
        *targeted &= known_customers(&world, i).next().is_some();
    }
    let friends = connections(&world, &targeted);
    let both: Vec<bool> =
        targeted.iter().zip(&friends).map(|(one, other)| *one || *other).collect();
    let weeks = |who: &[bool]| weeks_if_helped(world.twin(HELPFUL), who, &targeted);
    let nobody = vec![false; targeted.len()];
    let [nobody, alone, together] = [&nobody, &targeted, &both].map(|who| weeks(who));
    vec![(alone > nobody).then(|| (together - alone) / (alone - nobody))]
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

/// How many weeks of the year those who are meant are customers, if so many people are helped.
fn weeks_if_helped(mut world: World, helped: &[bool], meant: &[bool]) -> f64 {
    let mut weeks = 0;
    for week in 0..WEEKS {
        for (i, _) in helped.iter().enumerate().filter(|(_, helped)| week < CAMPAIGN && **helped) {
            if world.clientele().is_customer(i) {
                world.market.firms[0].clientele.benefits.set(i, [HELP; NEEDS]);
            }
        }
        world.live(0);
        let kept = |i: &usize| meant[*i] && world.clientele().is_customer(*i);
        weeks += (0..world.people()).filter(kept).count();
    }
    weeks as f64
}
