//! Findings about the shape of networks: which ties are worth most, how strength and overlap go together, how far it is to anybody.

use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::estimators::graphs::{
    Weighted, friendship_paradox, giant_component, mean_distance, network, overlap, susceptibility,
    ties,
};
use crate::evidence::estimators::ranks::rank_correlation;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::parameters::{Grade, Role};
use crate::population::Neighbourhoods;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B31",
        statement: "Of new ties, those with a moderate number of common acquaintances lead to a job most often, and the weaker ones more often than the strong.",
        published: "An inverted U with its peak at about ten common acquaintances.",
        design: "LinkedIn varied by lot whom its members were shown, and the benefit of the ties that came of it was regressed on common acquaintances and their square.",
        source: "Rajkumar et al. 2022, Science",
        grade: Grade::V2,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[Part::number(
            "common acquaintances at which a new tie is worth most",
            Expected::Band(5.0, 15.0),
        )],
        test: Test::Untestable(
            "What a new tie is worth to a person does not depend here on whom else the two know, and there are no jobs of which one could hear; with twelve ties a person, ten common acquaintances would be nearly all there are.",
        ),
        miss: "",
    },
    Finding {
        id: "B32",
        statement: "Most people who found a job through a contact saw that contact only occasionally.",
        published: "Seen often 16.7 %, occasionally 55.6 %, rarely 27.8 % (54 people).",
        design: "Those who had changed jobs through a contact were asked how often they saw that contact at the time.",
        source: "Granovetter 1973, American Journal of Sociology",
        grade: Grade::V2,
        role: Role::Target,
        shares: "",
        with: None,
        parts: &[
            Part::number("contacts seen twice a week or more, %", Expected::Band(3.7, 29.7)),
            Part::number(
                "contacts seen less, but more than once a year, %",
                Expected::Band(42.6, 68.6),
            ),
            Part::number("contacts seen once a year or less, %", Expected::Band(14.8, 40.8)),
        ],
        test: Test::Untestable(
            "The scale of contacts ends at one a week here, so nobody is seen often in the sense of the paper; and there are no jobs.",
        ),
        miss: "",
    },
    Finding {
        id: "B33",
        statement: "The stronger a tie, the more acquaintances its two people have in common; so a network falls apart when its weak ties are removed first, and only shrinks when its strong ones are.",
        published: "Overlap grows with weight; weak ties first, the giant component breaks down at a critical share removed (about .8); strong ties first, it shrinks without a break.",
        design: "Ties with contact in 18 weeks among millions of telephone subscribers, weighed by that contact; overlap of each tie against its weight, and the giant component as ties are removed in the order of weight. Repeated after five years without any firm: overlap against weeks with contact by ranks; and with ties removed in either order, the giant component at the share of .8, and how great the susceptibility gets, which tells falling apart from shrinking.",
        source: "Onnela et al. 2007, PNAS",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "That kin share a circle, and are closer than others from the first week on, puts strong ties where ties are dense. With kin no closer than others the third part is open (.84 [.69, 1.01]).",
        with: None,
        parts: &[
            Part::number("rank correlation of overlap and weight", Expected::Above(0.0)),
            Part::number(
                "giant component with .8 of ties removed: strong first less weak first, share of people",
                Expected::Above(0.0),
            ),
            Part::ratio(
                "greatest susceptibility as ties are removed, weak first against strong first",
                Expected::Above(1.0),
            ),
        ],
        test: Test::Trial { worlds: 32, of: overlap_and_weight },
        miss: "",
    },
    Finding {
        id: "B34",
        statement: "Nearly everybody is connected with everybody else, over few steps, and most people have fewer friends than their friends have.",
        published: "99.91 % in the largest component; mean distance 4.74 among 721 million, 1.2 times ln n / ln k; 83.6 % have fewer friends than the median of their friends.",
        design: "The same three numbers of the network after five years without any firm, not of the one it began with. Distances are those from 100 people. The bands of the first two are ours: ten times as many people outside as published, and a third around the published ratio.",
        source: "Ugander et al. 2011; Backstrom et al. 2012",
        grade: Grade::V1,
        role: Role::Target,
        shares: "The clustering of Ugander et al. calibrates how many ties of the first network close a triangle; no parameter reads components, distances, or who has more friends. Ties of kin, which do not end, keep people connected.",
        with: None,
        parts: &[
            Part::number("people in the largest component, %", Expected::Band(99.1, 100.0)),
            Part::ratio("mean distance in units of ln n / ln k", Expected::Band(0.8, 1.6)),
            Part::number(
                "people with fewer friends than the median of their friends, %",
                Expected::Band(75.0, 90.0),
            ),
        ],
        test: Test::Trial { worlds: 8, of: shape_of_the_whole },
        miss: "The number of ties differs less from one person to the other than on Facebook, so fewer people have friends with more of them. One person in a hundred is in none of the larger parts, for the time between losing the last tie and finding another; that is at the edge of the band, and ten times what a network of 190 friends each shows, where people have twelve here.",
    },
];

/// People and their ties, as they live without any firm.
const SOCIETY: &str = "
[people]
count = 4000

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// Five years, after which the network is what its own life has made of it.
const YEARS_ON: u32 = 260;
/// The weeks of telephone records.
const RECORDED: u32 = 18;
/// The share of ties that is removed, in per cent: about where the paper's network falls apart.
const REMOVED: usize = 80;
/// How many people distances are measured from.
const SOURCES: usize = 100;

/// The world of people and their ties after five years.
fn five_years_on(luck: Draws) -> World {
    let mut world = World::of(SOCIETY, luck);
    for _ in 0..YEARS_ON {
        world.live_alone();
    }
    world
}

/// B33: overlap against weight, and what is left when ties are removed in either order.
fn overlap_and_weight(luck: Draws) -> Vec<Option<f64>> {
    let mut world = five_years_on(luck);
    let calls = calls(&mut world);
    let around = network(&world, &calls).neighbourhoods();
    let (weights, overlaps): (Vec<f64>, Vec<f64>) = calls
        .iter()
        .filter_map(|&(one, other, weight)| Some((weight, overlap(&around, one, other)?)))
        .unzip();
    let weakest_first = by_weight(&world, calls);
    let strongest_first: Vec<Weighted> = weakest_first.iter().rev().copied().collect();
    let (weak, strong) = (removal(&world, &weakest_first), removal(&world, &strongest_first));
    let correlation = rank_correlation(&weights, &overlaps);
    vec![correlation, Some(strong.giant - weak.giant), Some(weak.peak / strong.peak)]
}

/// What becomes of a network as its ties are removed.
#[derive(Clone, Copy, Debug)]
struct Removal {
    /// The giant component where about the paper's network falls apart.
    giant: f64,
    /// The greatest susceptibility on the way.
    peak: f64,
}

/// Removes ties in this order, one in a hundred after the other.
fn removal(world: &World, order: &[Weighted]) -> Removal {
    let without = |removed: usize| &order[order.len() * removed / 100..];
    let at = |removed| susceptibility(world.people(), without(removed));
    let giant = giant_component(world.people(), without(REMOVED));
    Removal { giant, peak: (0..100).map(at).fold(0.0, f64::max) }
}

/// Lives the weeks of record, and returns who was in touch, each with the weeks with contact.
fn calls(world: &mut World) -> Vec<Weighted> {
    let mut records: Vec<(usize, usize)> = Vec::new();
    for _ in 0..RECORDED {
        let week = world.market.week as i16;
        world.live_alone();
        for person in world.market.people.all() {
            let called = world.market.ties.of(person).filter(|tie| tie.last == week);
            let called = called.filter(|tie| person < tie.partner);
            records.extend(called.map(|tie| (person.index(), tie.partner.index())));
        }
    }
    records.sort_unstable();
    let of_a_pair = records.chunk_by(|a, b| a == b);
    of_a_pair.map(|calls| (calls[0].0, calls[0].1, calls.len() as f64)).collect()
}

/// Ties from the lightest to the heaviest; of equal ones a lot decides.
fn by_weight(world: &World, mut ties: Vec<Weighted>) -> Vec<Weighted> {
    let lots = world.luck.of("evidence: order of equal ties");
    let key = |person: usize| world.market.people.key[person];
    ties.sort_by_cached_key(|&(one, other, weight)| {
        (weight as u64, lots.between(key(one), key(other)))
    });
    ties
}

/// B34: the largest component, the mean distance and the friendship paradox.
fn shape_of_the_whole(luck: Draws) -> Vec<Option<f64>> {
    let world = five_years_on(luck);
    let ties = ties(&world);
    let around = network(&world, &ties).neighbourhoods();
    let percent = |share: f64| 100.0 * share;
    vec![
        Some(percent(giant_component(world.people(), &ties))),
        steps_against_logarithm(&around),
        friendship_paradox(&around).map(percent),
    ]
}

/// The mean distance against ln n / ln k, its order of size in a random graph.
fn steps_against_logarithm(around: &Neighbourhoods) -> Option<f64> {
    let people = around.people();
    let distance = mean_distance(around, (0..people).step_by(people / SOURCES))?;
    let degrees: usize = (0..people).map(|person| around.degree(person)).sum();
    let (people, degrees) = (people as f64, degrees as f64);
    Some(distance * ln(degrees / people) / ln(people))
}
