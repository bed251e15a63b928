//! Tests: who has taken part joins the sooner, for good; who has read buys for less, until it is out of date.

use super::*;
use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::diary::enliven;
use crate::evidence::laboratory::World;

/// People who differ in nothing but their luck, in a firm's forum for a week; later they come no more.
const GUESTS: &str = "
[people]
count = 100000
[people.traits]
value_spread = 0
fit_spread = 0
[people.start]
customers = 0
aware = 1
lapsed = 0
[people.adoption]
search = 0.01
[people.forum]
visit = 0.5
readers = 0.5
active = 0.3
persuasion = 0
[people.talk]
mention = 0
[strategies.it.forum]
pieces = 50
";
const WEEKS: u32 = 52;

/// The hazard to join of those who took part over that of those who only read, where people's relation to
/// a firm moves so much; and the standard error of its logarithm.
fn ratio(trust: f64) -> (f64, f64) {
    let mut world =
        World::of(&format!("{GUESTS}[mechanisms]\ntrust = {trust}\n"), Draws::from_seed(4));
    world.live(0);
    let came = world.market.firms[0].in_forum.clone();
    world.scenario.rules.visiting.visit = Share(0.0);
    // For good: those are looked at who have not joined half a year later.
    (0..WEEKS / 2).for_each(|_| drop(world.live(0)));
    let prospects = came.into_iter().filter(|(person, _)| !world.clientele().ever[person.index()]);
    let prospects: Vec<_> = prospects.collect();
    (0..WEEKS).for_each(|_| drop(world.live(0)));
    let joined = |took_part: bool| {
        let them = prospects.iter().filter(|(_, active)| *active == took_part);
        let joined =
            them.clone().filter(|(person, _)| world.clientele().ever[person.index()]).count()
                as f64;
        // What has struck by the end of a constant hazard, and the variance of its logarithm.
        let all = them.count() as f64;
        let (share, hazard) = (joined / all, -ln(1.0 - joined / all));
        (hazard, share / (1.0 - share) / all / (hazard * hazard))
    };
    let (active, readers) = (joined(true), joined(false));
    (active.0 / readers.0, (active.1 + readers.1).sqrt())
}

#[test]
fn who_has_taken_part_is_readier_by_so_much_for_good() {
    let readier = Visiting::default().commitment.0;
    let (found, error) = ratio(1.0);
    assert!(error < 0.04, "too few people: {error}");
    assert!((ln(found) - ln(readier)).abs() < 4.0 * error, "{found} ± {error}: {readier}");
    let (found, error) = ratio(0.0);
    assert!(ln(found).abs() < 4.0 * error, "{found} where nobody's relation to a firm moves");
}

/// Customers who are no subscribers, in a firm's forum, where those who read save so much.
fn shoppers(thrift: f64) -> World {
    let text = "[people]\ncount = 4000\n[people.purchases]\nrate = 0.5\n[strategies.it.forum]\npieces = 50\n";
    let mut world = World::of(text, Draws::from_seed(6));
    world.scenario.rules.visiting.thrift = Share(thrift);
    enliven(&mut world);
    world
}

#[test]
fn who_has_read_saves_so_much_of_a_purchase_and_buys_as_often() {
    let (mut lavish, mut thrifty) = (shoppers(0.0), shoppers(0.16));
    let (mut fresh, mut stale, mut unread) = (0, 0, 0);
    let kept = thrifty.scenario.rules.visiting.memory.retention();
    let mut expected = vec![0.0_f32; thrifty.people()];
    for _ in 0..20 {
        lavish.live(0);
        thrifty.live(0);
        for (i, expected) in expected.iter_mut().enumerate() {
            let (full, paid) =
                (lavish.clientele().bought.get(i), thrifty.clientele().bought.get(i));
            let informed = thrifty.clientele().informed.get(i);
            assert!((paid - full * (1.0 - 0.16 * informed)).abs() <= 1e-5 * full, "{full}: {paid}");
            let came = thrifty.market.firms[0].in_forum.iter().any(|(who, _)| who.index() == i);
            *expected = if came { 1.0 } else { kept * *expected };
            assert!((informed - *expected).abs() < 1e-6, "{informed}: {}", *expected);
            if full > 0.0 {
                *(if came {
                    &mut fresh
                } else if informed > 0.0 {
                    &mut stale
                } else {
                    &mut unread
                }) += 1;
            }
        }
    }
    assert!(fresh > 20 && stale > 100 && unread > 100, "{fresh} {stale} {unread}");
}
