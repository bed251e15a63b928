//! Findings about cascades: how deep and of which shape the trees are by which adoption travels, and whether hubs make them great.

use super::diffusion::LAUNCH;
use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::estimators::shares::share;
use crate::evidence::estimators::trees::{Forest, Tree};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::evidence::spells::{Spell, Spells};
use crate::experiment::statistics::correlation;
use crate::firms::Source;
use crate::parameters::{Grade, Role};
use crate::people::PersonId;
use crate::quantity::WeeklyHazard;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B16",
        statement: "The vast majority of cascades end within one step of whoever began them.",
        published: "Vast majority, in all of seven domains; nine in ten trees is our reading of it (the catalogue asks for at most a tenth of all adoptions beyond one step, which is B16n).",
        design: "Trees of adoption in seven domains online, from whom one has it to who has it of one. Repeated with first adoptions of a new product over five years, advertised with a fifth of the usual allowance: whoever was won by word of mouth hangs below the one who is credited, all others begin a tree.",
        source: "Goel, Watts and Goldstein 2012, ACM Conference on Electronic Commerce",
        grade: Grade::V1,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::number("trees that end within one step, share", Expected::Above(0.9))],
        test: Test::Trial { worlds: 6, of: shallow },
        miss: "",
    },
    Finding {
        id: "B16n",
        statement: "Chains of referrals account for a tiny fraction of all adoptions.",
        published: "A tiny fraction; that it is at most 10 % is recalled, not read.",
        design: "As for B16: adoptions two steps and more from the beginning of their tree, among all adoptions, those who begin a tree included.",
        source: "Goel, Watts and Goldstein 2012, ACM Conference on Electronic Commerce",
        grade: Grade::RecalledMedium,
        role: Role::Target,
        shares: "",
        with: Some("B16"),
        parts: &[Part::number("adoptions beyond one step, share", Expected::Band(0.0, 0.1))],
        test: Test::Trial { worlds: 6, of: chains },
        miss: "",
    },
    Finding {
        id: "B17",
        statement: "The shape of great cascades is nearer to a star than to a chain, and hardly depends on their size.",
        published: "Structural virality typically low, and so whatever the size; that its mean is 2 to 5 among cascades of 100 and more, and its correlation with size .3 at most, is recalled.",
        design: "The mean distance of two adopters in each of the trees of 100 and more among a billion retweets. There are no trees of 100 in the world of B16. Repeated where word of mouth is as strong as the ranges of its parameters allow: a mention in three contacts of ten, and persuasion of .06; otherwise as for B16. Correlation is with the logarithm of size.",
        source: "Goel, Anderson, Hofman and Watts 2016, Management Science",
        grade: Grade::RecalledMedium,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[
            Part::number("mean distance in trees of 100 and more, steps", Expected::Band(2.0, 5.0)),
            Part::number("correlation with the logarithm of size", Expected::Within(-0.3, 0.3)),
        ],
        test: Test::Trial { worlds: 6, of: virality },
        miss: "Where word of mouth alone makes trees of a hundred, they grow step by step along ties of about equal strength; nobody here speaks to thousands at once, by whom the great cascades of the paper are stars.",
    },
    Finding {
        id: "B18",
        statement: "Where growth is driven by invitations, trees are deeper.",
        published: "Trees of sign-ups at a network for professionals are deeper than those of B16.",
        design: "332 million members of LinkedIn. Repeated with B16's world and a twin of it that nobody advertises or looks for, in which one person in a hundred uses the product at first and the usual allowance goes into introductions to guests and requests to invite: mean steps from the beginning of the tree over all adopters, five years. It counts only where most of those who were won came by invitation.",
        source: "Anderson, Huttenlocher, Kleinberg, Leskovec and Tiwari 2015, World Wide Web Conference",
        grade: Grade::RecalledMedium,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[
            Part::number("share of those won who came by invitation", Expected::Above(0.5)),
            Part::number(
                "mean steps from the beginning, by invitation less otherwise",
                Expected::Above(0.0),
            ),
        ],
        test: Test::Trial { worlds: 6, of: invitations },
        miss: "Growth is not driven by invitations here: guests are asked to an evening, hardly any is won by it, and what customers tell wins more. So the finding cannot be repeated, whatever the trees look like.",
    },
    Finding {
        id: "B19",
        statement: "Well-connected people set off cascades that are greater by less than their number of ties.",
        published: "The cascades of the best connected tenth are greater than those of average people by less than in proportion to their ties.",
        design: "Simulated cascades of threshold models on random networks, from one person each. The simulator has no thresholds; word of mouth is the contagion here. Repeated with a product that nobody looks for and nobody advertises: two people in a hundred use it at first, drawn from the best connected tenth in one twin and from everybody in the other; cascades are all who adopt within two years beside these.",
        source: "Watts and Dodds 2007, Journal of Consumer Research",
        grade: Grade::V1,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::ratio(
            "adoptions, hubs against others, over the same of their ties",
            Expected::Below(1.0),
        )],
        test: Test::Trial { worlds: 96, of: hubs },
        miss: "",
    },
];

const PEOPLE: usize = 8000;
const WEEKS: u32 = 260;
/// Trees of so many people are great.
const GREAT: usize = 100;

/// The referral trees of first adoptions in a world of this scenario.
fn adoptions(text: &str, luck: Draws) -> Forest {
    forest(spells(World::of(text, luck)).all(), PEOPLE)
}

/// What five years bring in a world.
fn spells(mut world: World) -> Spells {
    let mut spells = Spells::of(&world);
    for _ in 0..WEEKS {
        world.live(0);
        spells.note(&world);
    }
    spells
}

/// Who first adopted through whom; those who were there at first begin trees.
fn forest(spells: &[Spell], people: usize) -> Forest {
    let (mut forest, mut places) = (Forest::default(), vec![None; people]);
    for spell in spells {
        if places[spell.person].is_none() {
            let parent = spell.referrer.and_then(|referrer| places[referrer]);
            places[spell.person] = Some(forest.add(parent));
        }
    }
    forest
}

fn launch(more: &str) -> String {
    format!("[people]\ncount = {PEOPLE}\n{LAUNCH}{more}")
}

fn shallow(luck: Draws) -> Vec<Option<f64>> {
    let trees = adoptions(&launch(""), luck).trees();
    let within = trees.iter().filter(|tree| tree.depth <= 1).count();
    vec![Some(within as f64 / trees.len() as f64)]
}

fn chains(luck: Draws) -> Vec<Option<f64>> {
    let generations = adoptions(&launch(""), luck).generations();
    let beyond = generations.iter().filter(|&&generation| generation > 1).count();
    vec![Some(beyond as f64 / generations.len() as f64)]
}

fn virality(luck: Draws) -> Vec<Option<f64>> {
    let strong = "[people.talk]\nmention = 0.3\n";
    let text = launch(strong).replace("[people.adoption]", "[people.adoption]\npersuasion = 0.06");
    let trees = adoptions(&text, luck).trees();
    let great: Vec<&Tree> = trees.iter().filter(|tree| tree.size >= GREAT).collect();
    let sizes: Vec<f64> = great.iter().map(|tree| ln(tree.size as f64)).collect();
    let shapes: Vec<f64> = great.iter().map(|tree| tree.virality).collect();
    let mean = shapes.iter().sum::<f64>() / shapes.len() as f64;
    vec![(!shapes.is_empty()).then_some(mean), correlation(&sizes, &shapes)]
}

/// Growth by what customers bring alone.
const BY_INVITATION: &str = r#"
[people.start]
customers = 0.01
aware = 0.0
lapsed = 0.0
[strategies.invite.introductions]
guests = 1.0
share = 0.8
[strategies.invite.tasks]
task = "invite"
share = 0.2
"#;

fn invitations(luck: Draws) -> Vec<Option<f64>> {
    let depth = |forest: Forest| {
        let steps: usize = forest.generations().iter().sum();
        steps as f64 / forest.len() as f64
    };
    let spells = spells(unsought(&format!("[people]\ncount = {PEOPLE}\n{BY_INVITATION}"), luck));
    let won = spells.all().iter().filter(|spell| spell.first);
    let invited = won.clone().filter(|spell| spell.source == Source::Invitation).count();
    let share = share(invited, won.count());
    let invited = depth(forest(spells.all(), PEOPLE));
    vec![share, Some(invited - depth(adoptions(&launch(""), luck)))]
}

/// Users at first, and weeks of a cascade.
const SEEDS: usize = PEOPLE / 50;
const CASCADE: u32 = 104;

fn hubs(luck: Draws) -> Vec<Option<f64>> {
    let quiet = launch("").replace("budget = 10", "budget = 0");
    let (at_hubs, anywhere) = (unsought(&quiet, luck), unsought(&quiet, luck));
    let mut order: Vec<usize> = (0..PEOPLE).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(degree(&at_hubs, i)));
    let lots = luck.of("evidence: who uses a product at first");
    let drawn = |mut among: Vec<usize>| {
        among.sort_by_key(|&i| lots.about(at_hubs.market.people.key[i]));
        among.truncate(SEEDS);
        among
    };
    let (hubs, others) = (drawn(order[..PEOPLE / 10].to_vec()), drawn(order.clone()));
    let ties = |seeds: &[usize]| -> usize { seeds.iter().map(|&i| degree(&at_hubs, i)).sum() };
    let of_ties = ties(&hubs) as f64 / ties(&others) as f64;
    let (great, usual) = (cascade(at_hubs, &hubs), cascade(anywhere, &others));
    vec![(great > 0.0 && usual > 0.0).then(|| great / usual / of_ties)]
}

/// A world in which nobody looks for the product.
fn unsought(text: &str, luck: Draws) -> World {
    let mut world = World::of(text, luck);
    world.scenario.rules.adoption.search = WeeklyHazard(0.0);
    world
}

fn degree(world: &World, person: usize) -> usize {
    world.market.ties.degree(PersonId(person as u32))
}

/// How many adopt within two years beside those who use the product at first.
fn cascade(mut world: World, seeds: &[usize]) -> f64 {
    world.give_product(seeds);
    (0..CASCADE).map(|_| world.live(0).joined_first as f64).sum()
}
