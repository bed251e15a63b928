//! The finding about friends who adopt: what one of them, who was given the product by lot, does to the odds of those around.

use crate::draws::Draws;
use crate::evidence::finding::{Expected, Finding, Part, Test};
use crate::evidence::laboratory::World;
use crate::firms::Stage;
use crate::parameters::{Grade, Role};

/// The findings, in the order of the catalogue.
pub(super) const FINDINGS: &[Finding] = &[Finding {
    id: "B50",
    statement: "A friend who was given the product by lot raises the odds of adopting.",
    published: "An odds ratio of 1.5 (working paper) to 1.6 (published) at a base of about 1 %; the band is 1.3 to 1.6.",
    design: "Premium subscriptions of a music site were given to users by lot, and paid adoption of their friends was compared with that of the friends of others. Repeated in twin worlds in which about 1 % of those who do not have the product adopt it in half a year: it is given to people by lot in one of them, and adoption within half a year is counted among those who know exactly one of these. The half year is ours: what the authors' university tells of the trial (1,000 gifts; one user in a hundred is a subscriber) gives no time, and that one in a hundred *has* a subscription does not say how many buy one in half a year. Were it fewer, one word would persuade the less, since a word adds to the hazard.",
    source: "Bapna and Umyarov 2015, Management Science",
    grade: Grade::V1,
    role: Role::Recovery,
    shares: "The hazard of persuasion (people.adoption.persuasion) is calibrated to this odds ratio; the trial shows whether the calibration holds in the model as it runs.",
    with: None,
    parts: &[Part::ratio(
        "odds to adopt, one friend with the product against none",
        Expected::Band(1.3, 1.6),
    )],
    test: Test::Trial { worlds: 24, of: odds_by_a_friend },
    miss: "",
}];

/// At this hazard of search, one prospect in a hundred adopts in half a year.
const SITE: &str = "
[people]
count = 16000
[people.start]
customers = 0.01
[people.adoption]
search = 0.00028
[strategies.none]
";
const HALF_A_YEAR: u32 = 26;
/// One person in so many is given the product.
const GIVEN: usize = 40;

fn odds_by_a_friend(luck: Draws) -> Vec<Option<f64>> {
    let (mut with, mut without) = (World::of(SITE, luck), World::of(SITE, luck));
    let lots = luck.of("evidence: who is given a subscription");
    let mut given: Vec<usize> =
        (0..with.people()).filter(|&i| !with.clientele().is_customer(i)).collect();
    given.sort_by_key(|&i| lots.about(with.market.people.key[i]));
    given.truncate(with.people() / GIVEN);
    given.sort_unstable();
    let mut friends_with_it = vec![0; with.people()];
    for &i in &given {
        with.neighbours(i).for_each(|j| friends_with_it[j] += 1);
    }
    let is_prospect =
        |i: usize| with.clientele().stage[i].is_prospect() && given.binary_search(&i).is_err();
    let watched: Vec<usize> =
        (0..with.people()).filter(|&i| friends_with_it[i] == 1 && is_prospect(i)).collect();
    with.give_product(&given);
    let odds = |world: &mut World| {
        let mut adopted = vec![false; watched.len()];
        for _ in 0..HALF_A_YEAR {
            world.live(0);
            for (adopted, &i) in adopted.iter_mut().zip(&watched) {
                *adopted |= world.clientele().stage[i] == Stage::Customer;
            }
        }
        let adopted = adopted.iter().filter(|adopted| **adopted).count() as f64;
        adopted / (watched.len() as f64 - adopted)
    };
    let (treated, others) = (odds(&mut with), odds(&mut without));
    vec![(treated > 0.0 && others > 0.0).then(|| treated / others)]
}
