//! Findings about who is helped: by what those who ask gave, and by what those who are asked got.

use crate::draws::Draws;
use crate::evidence::assignment::Assignment;
use crate::evidence::estimators::shares::{ratio, share};
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::offers::{Introduction, Offer};
use crate::parameters::{Grade, Role};
use crate::people::PersonId;

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B39",
    statement: "Who has helped others is helped more often; who has been helped does not help strangers more often.",
    published: "A sign and a null.",
    design: "Strangers on a platform for mutual hospitality got requests from profiles with and without a history of serving others. Repeated among customers: half of those who ask have helped of late and half of those who are asked have been helped, both by lot; the share of requests that lead to a meeting. The bounds of the null are ours.",
    source: "van Apeldoorn and Schram 2016, PLoS ONE",
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "That a history of helping counts, and having been helped does not, are the parameters history and upstream.",
    with: None,
    parts: &[
        Part::ratio(
            "requests granted, askers who have helped others against those who have not",
            Expected::Above(1.0),
        ),
        Part::ratio(
            "requests granted, by those who have been helped against those who have not",
            Expected::Within(0.9, 1.1),
        ),
    ],
    test: Test::Trial { worlds: 48, of: requests },
    miss: "",
}];

/// Customers of whom some ask others for help. Who gets on with whom does not matter here.
const REQUESTS: &str = "
[people]
count = 4000

[people.start]
customers = 0.9

[people.acceptance]
get_on = 0.9

# Not followed: the firm does nothing of its own.
[strategies.unused.posts]
";

/// B39: how often requests are granted, by what those who ask gave and those who are asked got.
fn requests(luck: Draws) -> Vec<Option<f64>> {
    let mut world = World::of(REQUESTS, luck);
    let has_helped = world.by_lot(luck.of("evidence: who has helped others"), 0.5);
    let was_helped = world.by_lot(luck.of("evidence: who has been helped"), 0.5);
    let pairs = pairs_of_strangers(&world);
    let clientele = &mut world.market.firms[0].clientele;
    for &(asker, asked) in &pairs {
        clientele.has_helped.set(asker.index(), if has_helped[asker.index()] { 1.0 } else { 0.0 });
        clientele.gratitude.set(asked.index(), if was_helped[asked.index()] { 1.0 } else { 0.0 });
    }
    let request = |to| Introduction { to, time: 1.0, lesson: true, verified: false };
    let offers = pairs.iter().map(|&(one, to)| (one, Offer::Introduction(request(to)))).collect();
    world.live_under(&Assignment { week: 0, offers }.strategy());
    let granted = |counts: &dyn Fn(PersonId, PersonId) -> bool| {
        let of = || pairs.iter().filter(|pair| counts(pair.0, pair.1));
        let met = of().filter(|pair| world.market.ties.between(pair.0, pair.1).is_some());
        share(met.count(), of().count())
    };
    let by_giving = |gave: bool| granted(&|asker, _| has_helped[asker.index()] == gave);
    let by_what_was_got = |got: bool| granted(&|_, asked| was_helped[asked.index()] == got);
    vec![
        ratio(by_giving(true), by_giving(false)),
        ratio(by_what_was_got(true), by_what_was_got(false)),
    ]
}

/// Pairs of customers who do not know each other, by lot, nobody in two of them.
fn pairs_of_strangers(world: &World) -> Vec<(PersonId, PersonId)> {
    let lots = world.luck.of("evidence: who asks whom");
    let mut customers: Vec<PersonId> = world.market.people.all().collect();
    customers.retain(|person| world.clientele().is_customer(person.index()));
    customers.sort_by_cached_key(|person| lots.about(world.market.people.key[person.index()]));
    let pairs = customers.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|&(one, other)| world.market.ties.between(one, other).is_none()).collect()
}
