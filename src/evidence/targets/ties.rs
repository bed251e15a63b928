//! Findings about single ties: which of them last, and which are taken up again.

use crate::draws::Draws;
use crate::evidence::assignment::Assignment;
use crate::evidence::estimators::shares::{ratio, share};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::offers::{Offer, OfferKind};
use crate::parameters::{Grade, Role};
use crate::people::{Need, PersonId};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[
    Finding {
        id: "B35",
        statement: "The closest ties hardly ever end, and ties without common acquaintances seldom last a year.",
        published: "1 to 4 % of the closest ties change in a year; nine in ten bridges are gone next year.",
        design: "Telephone records of whole populations, and yearly surveys of bankers. Repeated in a network that has lived for two years: which of the five strongest ties of each person, and which ties of two people without common acquaintances, are gone a year later.",
        source: "Roy et al. 2022, Scientific Reports; Burt 2002, Social Networks",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "The hazard of a bridge is Burt's, how strength protects a tie is calibrated to Roy et al. at the strength .6, and kin remain; so both levels are put in, and their order with them.",
        with: None,
        parts: &[
            Part::number(
                "the five strongest ties that are gone in a year, %",
                Expected::Band(1.0, 4.0),
            ),
            Part::number("bridges that are gone in a year, %", Expected::Band(50.0, 95.0)),
            Part::number("bridges less strongest ties, points", Expected::Above(0.0)),
        ],
        test: Test::Trial { worlds: 8, of: turnover_by_layer },
        miss: "Ties of kin do not end, but not everybody has five of them; and a friend among the five closest is often weaker than .6, where the calibration holds.",
    },
    Finding {
        id: "B37",
        statement: "Advice from dormant ties is at least as useful as advice from current ones, newer, and had in less time; those that once were strong have kept their trust.",
        published: "Signs of all four.",
        design: "Executives asked for advice on a project from current and from reconnected contacts, and rated what they got.",
        source: "Levin, Walter and Murnighan 2011, Organization Science",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "When a tie counts as dormant, and that a reunion strengthens it, is read from the paper.",
        with: None,
        parts: &[
            Part::number("usefulness, dormant less current", Expected::Above(0.0)),
            Part::number("novelty, dormant less current", Expected::Above(0.0)),
            Part::number("time taken, dormant less current", Expected::Below(0.0)),
            Part::number("trust, once strong less once weak", Expected::Above(0.0)),
        ],
        test: Test::Untestable(
            "Acquaintances give each other no advice here: a contact that a firm arranges counts as one helpful act whichever tie it is with, takes the time that the programme says, and brings nothing that could be new; between people there is strength, and no trust beside it.",
        ),
        miss: "",
    },
    Finding {
        id: "B38",
        statement: "People take up dormant ties with those who are familiar, though others would be of more use.",
        published: "Signs: familiarity and time once shared are preferred, and those preferred were not the more useful.",
        design: "Executives ranked ten dormant contacts and turned to the first of them and to another one by lot. Repeated with dormant ties that were made familiar (strength .6) or not (.1) by lot, and a reunion offered to each pair. That the preferred are not the more useful cannot be tested: every reunion is worth the same.",
        source: "Walter, Levin and Murnighan 2015, Organization Science",
        grade: Grade::V1,
        role: Role::Recovery,
        shares: "That a familiar tie is met again more readily is the parameter familiar.",
        with: None,
        parts: &[Part::ratio(
            "reunions taken, familiar against little-known",
            Expected::Above(1.0),
        )],
        test: Test::Trial { worlds: 16, of: familiar_reunions },
        miss: "",
    },
];

/// People and their ties, as they live without any firm.
const SOCIETY: &str = "
[people]
count = 3000

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// Customers with a dormant tie each, to be offered a reunion.
const REUNION: &str = "
[people]
count = 4000

[people.start]
customers = 0.9

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

const YEAR: u32 = 52;
/// How many ties make up the innermost layer (Dunbar).
const INNERMOST: usize = 5;
/// Strength of a tie that was familiar, and of one with little time once shared.
const FAMILIAR: f32 = 0.6;
const LITTLE_KNOWN: f32 = 0.1;
/// Silence of a dormant tie, in weeks: three years, as in the paper.
const SILENCE: i16 = 156;

/// B35: which of the innermost ties and of the bridges are gone after a year.
fn turnover_by_layer(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(SOCIETY, luck);
    for _ in 0..2 * YEAR {
        world.live_alone();
    }
    let (innermost, bridges) = (innermost(&world), bridges(&world));
    for _ in 0..YEAR {
        world.live_alone();
    }
    let gone = |pairs: &[(PersonId, PersonId)]| {
        let gone = pairs.iter().filter(|pair| world.market.ties.between(pair.0, pair.1).is_none());
        share(gone.count(), pairs.len()).map(|share| 100.0 * share)
    };
    let (inner, outer) = (gone(&innermost), gone(&bridges));
    vec![inner, outer, inner.zip(outer).map(|(inner, outer)| outer - inner)]
}

/// The strongest ties of each person, seen from that person.
fn innermost(world: &World) -> Vec<(PersonId, PersonId)> {
    let of = |person| {
        let mut ties: Vec<_> = world.market.ties.of(person).collect();
        ties.sort_by(|a, b| b.strength.total_cmp(&a.strength));
        ties.into_iter().take(INNERMOST).map(move |tie| (person, tie.partner))
    };
    world.market.people.all().flat_map(of).collect()
}

/// The ties of two people who have no acquaintance in common, each once.
fn bridges(world: &World) -> Vec<(PersonId, PersonId)> {
    let ties = &world.market.ties;
    let of = |person| {
        let later = ties.of(person).map(|tie| tie.partner).filter(move |&other| person < other);
        later
            .filter(move |&other| ties.common(person, other) == 0)
            .map(move |other| (person, other))
    };
    world.market.people.all().flat_map(of).collect()
}

/// B38: how often reunions are taken with familiar and with little-known people.
fn familiar_reunions(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(REUNION, luck);
    let familiar = world.by_lot(luck.of("evidence: whose dormant tie is familiar"), 0.5);
    let pairs = pairs_of_acquaintances(&world);
    for &(one, other) in &pairs {
        let strength = if familiar[one.index()] { FAMILIAR } else { LITTLE_KNOWN };
        world.market.ties.touch(one, other, |own, last| (*own, *last) = (strength, -SILENCE));
    }
    let reunion = |with| Offer::Touch { with, time: 1.0, kind: OfferKind::Reunion };
    let offers = pairs.iter().map(|&(one, other)| (one, reunion(other))).collect();
    world.live_under(&Assignment { week: 0, offers }.strategy());
    let taken = |familiar_ones: bool| {
        let of = pairs.iter().filter(|(one, _)| familiar[one.index()] == familiar_ones);
        // Whoever met again by the firm's help has something from it.
        let met = |one: &PersonId| {
            world.clientele().benefits.get(one.index())[Need::Revive as usize] > 0.0
        };
        share(of.clone().filter(|(one, _)| met(one)).count(), of.count())
    };
    vec![ratio(taken(true), taken(false))]
}

/// Pairs of customers who know each other, nobody in two of them.
fn pairs_of_acquaintances(world: &World) -> Vec<(PersonId, PersonId)> {
    let mut free: Vec<bool> =
        (0..world.people()).map(|i| world.clientele().is_customer(i)).collect();
    let mut pairs = Vec::new();
    for person in world.market.people.all() {
        let mut partners = world.market.ties.partners(person).iter().map(|&other| PersonId(other));
        let found = partners.find(|other| free[person.index()] && free[other.index()]);
        if let Some(other) = found {
            (free[person.index()], free[other.index()]) = (false, false);
            pairs.push((person, other));
        }
    }
    pairs
}
