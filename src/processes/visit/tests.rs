//! Tests: who has taken part joins the sooner, by the ratio that was published and by no other thing.

use super::*;
use crate::draws::Draws;
use crate::elementary::ln;
use crate::evidence::laboratory::World;

/// People who differ in nothing but their luck, in a firm's forum for a week; later they come no more.
const GUESTS: &str = "
[people]
count = 60000
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
    let prospects =
        came.into_iter().filter(|(person, _)| !world.clientele().is_customer(person.index()));
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
fn who_has_taken_part_is_readier_by_the_published_odds_for_good() {
    let published = Visiting::default().commitment.0;
    let (found, error) = ratio(1.0);
    assert!(error < 0.04, "too few people: {error}");
    assert!((ln(found) - ln(published)).abs() < 4.0 * error, "{found} ± {error}: {published}");
    let (found, error) = ratio(0.0);
    assert!(ln(found).abs() < 4.0 * error, "{found} where nobody's relation to a firm moves");
}
