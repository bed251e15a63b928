//! The social programmes: each does what it is for, to those for whom it is, and has its limit.

#![allow(clippy::float_cmp, reason = "what nothing touches stays the same to the last bit")]

mod common;

use common::{assert_share, live, scenario};
use stammtisch::draws::{Draws, Luck};
use stammtisch::elementary::{log_odds, logistic};
use stammtisch::evidence::limits::bench::{
    alike, known_to_all, market, network, silent, strangers,
};
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::facts::Facts;
use stammtisch::firms::Stage;
use stammtisch::market::Market;
use stammtisch::offers::{Demand, Introduction, Offer, OfferKind, Offers, Purse};
use stammtisch::people::{Need, PersonId, expertise};
use stammtisch::population::start::Given;
use stammtisch::programmes::FirmView;
use stammtisch::quantity::{Money, Number, Quantity, Share, WeeklyHazard, Weeks};
use stammtisch::rules::Rules;
use stammtisch::scenario::Scenario;
use stammtisch::week;

/// The luck of all these worlds.
fn lasting() -> Draws {
    Draws::from_seed(7).in_replication(0)
}

/// Rules under which only the answer to an offer is left, and everybody accepts.
fn willing() -> Rules {
    let mut rules = silent();
    let acceptance = &mut rules.acceptance;
    (acceptance.cold, acceptance.get_on) = (Share(0.999_999_9), Share(0.999_999_9));
    (acceptance.need, acceptance.trust) = (Number(0.0), Number(0.0));
    (acceptance.fatigue, acceptance.busy) = (Number(0.0), Number(0.0));
    rules.gains.trust = Share(1.0);
    rules
}

/// Offers that cost nothing.
fn offers(made: impl IntoIterator<Item = (u32, Offer)>) -> Offers {
    let (mut offers, mut purse) = (Offers::default(), Purse::of(Money::ZERO));
    for (person, offer) in made {
        offers.make(PersonId(person), offer, Money::ZERO, &mut purse);
    }
    offers
}

/// Lets people answer offers in a week.
fn answer(market: &mut Market, rules: &Rules, offers: &Offers, week: u32) -> Facts {
    let mut facts = Facts::of_one_week();
    market.people.begin_week();
    let broker = rules.broker(week, Luck::in_week(lasting(), week));
    let firm = &mut market.firms[0];
    broker.broker(&mut market.people, &mut market.ties, firm, offers, &mut facts);
    facts
}

/// Customers without ties; the first half meets the second.
fn couples(pairs: u32, rules: &Rules) -> Market {
    let mut market =
        strangers(2 * pairs as usize, &alike(), &known_to_all(1.0), rules, Draws::from_seed(1));
    market.people.sociability.fill(10.0);
    market.people.give_time();
    market
}

fn introductions(pairs: u32, lesson: bool, verified: bool) -> Offers {
    offers((0..pairs).map(|i| {
        let to = PersonId(pairs + i);
        (i, Offer::Introduction(Introduction { to, time: 1.0, lesson, verified }))
    }))
}

fn accepted(facts: &Facts) -> f64 {
    let kind = OfferKind::Introduction as usize;
    facts.taken[kind] as f64 / facts.offered[kind] as f64
}

#[test]
fn a_lesson_is_for_the_learner_and_the_expert_gives() {
    let (pairs, mut rules) = (200, willing());
    rules.help.lesson = Number(3.0);
    let mut market = couples(pairs, &rules);
    let facts = answer(&mut market, &rules, &introductions(pairs, true, false), 0);
    let (people, clientele) = (&market.people, &market.firms[0].clientele);
    for (learner, expert) in (0..pairs as usize).map(|i| (i, i + pairs as usize)) {
        let topic = people.interests[learner].foremost();
        let knows = expertise(lasting(), people.key[expert], topic);
        let form = Need::Form as usize;
        assert!((clientele.benefits.get(learner)[form] - (1.0 + 3.0 * knows)).abs() < 1e-6);
        assert!(clientele.benefits.get(expert).iter().all(|benefit| *benefit == 0.0));
        assert!(
            clientele.has_helped.get(expert) == 1.0 && clientele.has_helped.get(learner) == 0.0
        );
    }
    assert_eq!(facts.served, [0, 0, 0, u64::from(pairs)]);
}

/// Rules under which a cold offer finds as much favour as usual, and nothing else counts.
fn cool() -> Rules {
    let mut rules = willing();
    rules.acceptance.cold = Share(0.32);
    rules
}

#[test]
fn who_has_helped_is_helped() {
    let (pairs, rules) = (20_000, cool());
    let mut market = couples(pairs, &rules);
    for helper in pairs as usize..2 * pairs as usize {
        market.firms[0].clientele.has_helped.set(helper, 2.0);
    }
    let found = accepted(&answer(&mut market, &rules, &introductions(pairs, false, false), 0));
    let (cold, history) = (log_odds(0.32), rules.acceptance.history.single());
    let exact = logistic(cold) * logistic(cold + 2.0 * history);
    assert_share(found, f64::from(exact), pairs as usize, 0.1);
}

#[test]
fn the_firms_word_makes_both_sides_readier() {
    let (pairs, rules) = (20_000, cool());
    let verified = rules.acceptance.verified.single();
    let found = |vouched: bool| {
        let mut market = couples(pairs, &rules);
        accepted(&answer(&mut market, &rules, &introductions(pairs, false, vouched), 0))
    };
    let exact = |more: f32| f64::from(logistic(log_odds(0.32) + more)).powi(2);
    assert_share(found(false), exact(0.0), pairs as usize, 0.1);
    assert_share(found(true), exact(verified), pairs as usize, 0.1);
}

#[test]
fn having_been_helped_makes_nobody_help_strangers() {
    let (pairs, mut rules) = (20_000, cool());
    let taught = |rules: &Rules, grateful: f32| {
        let mut market = couples(pairs, rules);
        market.firms[0].clientele.gratitude.used().fill(grateful);
        let facts = answer(&mut market, rules, &introductions(pairs, true, false), 0);
        (accepted(&facts), market.firms[0].clientele.benefits.clone())
    };
    assert!(rules.acceptance.upstream.0 == 0.0, "the evidence says: not at all");
    assert_eq!(taught(&rules, 0.0), taught(&rules, 1.0));
    rules.acceptance.upstream = Number(1.0);
    let exact = logistic(log_odds(0.32)) * logistic(log_odds(0.32) + 1.0);
    assert_share(taught(&rules, 1.0).0, f64::from(exact), pairs as usize, 0.1);
}

/// Pairs who know each other, the i-th not in touch for i weeks before week 200, with this strength.
fn silent_pairs(pairs: u32, strength: f32, rules: &Rules) -> Market {
    let ties: Vec<(u32, u32)> = (0..pairs).map(|i| (i, pairs + i)).collect();
    let start = known_to_all(1.0);
    let parts = (&alike(), &start, &Given::default());
    let mut market = market(&network(2 * pairs as usize, &ties), parts, rules, lasting());
    market.people.sociability.fill(10.0);
    market.people.give_time();
    for &(one, other) in &ties {
        market.ties.touch(PersonId(one), PersonId(other), |own, last| {
            (*own, *last) = (strength, 200 - one as i16);
        });
    }
    market
}

fn touches(pairs: u32, kind: OfferKind) -> Offers {
    offers((0..pairs).map(|i| (i, Offer::Touch { with: PersonId(pairs + i), time: 2.0, kind })))
}

#[test]
fn reunions_reach_dormant_ties_only() {
    let (pairs, rules) = (150, willing());
    let after = rules.portfolio.dormant_after.0 as u32;
    let mut market = silent_pairs(pairs, 0.3, &rules);
    let facts = answer(&mut market, &rules, &touches(pairs, OfferKind::Reunion), 200);
    for silence in 0..pairs {
        let (one, other) = (PersonId(silence), PersonId(pairs + silence));
        let tie = market.ties.between(one, other).expect("they know each other");
        let woken = 0.3 + rules.help.reunion.single() * 0.7;
        if silence > after {
            assert!((tie.strength - woken).abs() < 1e-6 && tie.last == 200, "{silence}");
            assert!(market.people.time_left[one.index()] == 8.0);
        } else {
            assert!(tie.strength == 0.3 && i32::from(tie.last) == 200 - silence as i32);
            assert!(market.people.time_left[one.index()] == 10.0, "{silence}");
        }
    }
    assert_eq!(facts.served, [0, 0, u64::from(pairs - after - 1), 0]);
    assert_eq!(facts.taken[OfferKind::Reunion as usize], u64::from(pairs - after - 1));
}

#[test]
fn of_dormant_ties_the_familiar_are_found_again_sooner() {
    let mut rules = cool();
    rules.portfolio.dormant_after = Weeks(52.0);
    rules.acceptance.familiar = Number(2.0);
    let pairs = 20_000;
    for strength in [0.05, 0.8] {
        let mut market = silent_pairs(pairs, strength, &rules);
        for i in 0..pairs {
            market.ties.touch(PersonId(i), PersonId(pairs + i), |_, last| *last = 0);
        }
        let facts = answer(&mut market, &rules, &touches(pairs, OfferKind::Reunion), 200);
        let kind = OfferKind::Reunion as usize;
        let found = facts.taken[kind] as f64 / facts.offered[kind] as f64;
        let exact = f64::from(logistic(log_odds(0.32) + 2.0 * strength)).powi(2);
        assert_share(found, exact, pairs as usize, 0.1);
    }
}

#[test]
fn an_activity_deepens_a_tie_and_takes_time_from_both() {
    let (pairs, rules) = (50, willing());
    let mut market = silent_pairs(pairs, 0.4, &rules);
    let facts = answer(&mut market, &rules, &touches(pairs, OfferKind::Activity), 200);
    let deeper = 0.4 + rules.help.activity.single() * 0.6;
    for i in 0..pairs {
        let tie = market.ties.between(PersonId(i), PersonId(pairs + i)).expect("a tie");
        assert!((tie.strength - deeper).abs() < 1e-6);
    }
    assert!(market.people.time_left.iter().all(|left| *left == 8.0));
    assert_eq!(facts.served, [0, u64::from(pairs), 0, 0]);
    // Who has no time left does nothing, and it takes nothing from anybody.
    let mut busy = silent_pairs(pairs, 0.4, &rules);
    busy.people.sociability[pairs as usize..].fill(1.9);
    busy.people.give_time();
    let facts = answer(&mut busy, &rules, &touches(pairs, OfferKind::Activity), 200);
    assert_eq!(facts.taken[OfferKind::Activity as usize], 0);
    assert!(busy.people.time_left[..pairs as usize].iter().all(|left| *left == 10.0));
}

/// Guests with this norm, and the flyer that they are handed at the door.
fn evening(norm: f32, pitch: Option<Demand>) -> (Market, Facts) {
    let (guests, rules) = (20_000, willing());
    let mut market = couples(guests / 2, &rules);
    market.firms[0].clientele.norm.fill(norm);
    let invitations = (0..guests).map(|guest| (guest, Offer::Hospitality { time: 2.0, pitch }));
    let facts = answer(&mut market, &rules, &offers(invitations), 0);
    assert_eq!(facts.taken[OfferKind::Hospitality as usize], u64::from(guests));
    (market, facts)
}

/// One customer in four buys for 5 when handed this flyer.
fn flyer() -> Demand {
    Demand { severity: 0.6, chance: 0.25, pays: Money::from_number(5.0) }
}

#[test]
fn a_flyer_at_the_door_offends_in_proportion_to_the_norm() {
    for norm in [0.2, 0.4, 0.8] {
        let (_, facts) = evening(norm, Some(flyer()));
        let exact = f64::from(flyer().severity * norm);
        assert!((facts.violation / 20_000.0 - exact).abs() < 1e-5, "{}", facts.violation);
        assert_share(facts.walked_out as f64 / 20_000.0, exact, 20_000, 0.2);
        let bought = facts.one_off_sales.to_number() / 5.0 / 20_000.0;
        assert_share(bought, 0.25, 20_000, 0.1);
    }
}

#[test]
fn a_flyer_tires_as_any_business_act_does() {
    let received = |pitch: Option<Demand>| {
        let (market, facts) = evening(0.0, pitch);
        let offers: f32 = market.firms[0].clientele.offers_lately.all().iter().sum();
        (offers as u64, facts.offered[OfferKind::Demand as usize])
    };
    let ((quiet, none), (loud, flyers)) = (received(None), received(Some(flyer())));
    assert!(none == 0 && flyers > 0);
    assert_eq!(loud, quiet + flyers);
}

#[test]
fn among_business_partners_a_flyer_offends_nobody() {
    let (market, facts) = evening(0.0, Some(flyer()));
    assert!(facts.violation == 0.0 && facts.walked_out == 0);
    assert!(facts.one_off_sales > Money::ZERO, "and it sells");
    assert!(market.firms[0].clientele.aggrieved.is_unused());
}

#[test]
fn without_a_flyer_an_evening_sells_nothing_and_is_for_listening() {
    let (with, told) = evening(0.5, Some(flyer()));
    let (without, facts) = evening(0.5, None);
    assert_eq!((facts.one_off_sales, facts.offered[OfferKind::Demand as usize]), (Money::ZERO, 0));
    let heard = f64::from(willing().help.table_talk.single()) * 20_000.0;
    assert!((facts.heard - heard).abs() < 1e-3 && told.heard < heard);
    let mean = |market: &Market| market.firms[0].clientele.trust.iter().sum::<f32>() / 20_000.0;
    assert!(mean(&without) > mean(&with));
    assert!(without.firms[0].clientele.gratitude.all().iter().all(|thanks| *thanks == 1.0));
}

/// The market of a scenario before the first week, where everybody is a customer.
fn all_customers(scenario: &Scenario) -> Market {
    let ground = Ground::lay(scenario).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut market = begin(scenario, &ground, lasting());
    market.firms[0].clientele.stage.fill(Stage::Customer);
    market
}

/// What the scenario's first strategy offers in a week.
fn planned(market: &Market, scenario: &Scenario, week: u32) -> Offers {
    let records = (&market.people, &market.ties, &market.firms[0]);
    let luck = Luck::in_week(lasting(), week).at_firm(0);
    let view = FirmView::new(records, &scenario.rules.technology, week, luck);
    scenario.strategies[0].spend(&view).0
}

fn crowd(programme: &str) -> String {
    format!(
        "[people]\ncount = 1000\n[technology]\nties_shown = 1\n[objectives]\nbudget = 100\n\
         [strategies.it.{programme}\n[experiment]\nweeks = 60\n"
    )
}

fn matched(offers: &Offers) -> Vec<(PersonId, Introduction)> {
    let all = offers.all();
    all.filter_map(|(person, offer)| match offer {
        Offer::Introduction(introduction) => Some((person, introduction)),
        _ => None,
    })
    .collect()
}

#[test]
fn a_bridge_leads_out_of_the_circle_that_the_platform_shows() {
    let scenario = scenario(&crowd("introductions]\nmatchmaker = \"bridging\"\nguests = 0"));
    let mut market = all_customers(&scenario);
    let offers = planned(&market, &scenario, 50);
    let matched = matched(&offers);
    assert!(matched.len() > 100, "{}", matched.len());
    for (person, Introduction { to, .. }) in matched {
        let known = |of: PersonId| market.ties.partners(of).to_vec();
        assert_eq!(market.ties.common(person, to), 0);
        let friends = known(person).into_iter().flat_map(|friend| known(PersonId(friend)));
        let mut circle: Vec<u32> = friends.chain(known(person)).collect();
        circle.push(person.0);
        assert!(!circle.contains(&to.0) && !known(to).iter().any(|far| circle.contains(far)));
    }
    // It is told by what the platform shows, and by nothing else.
    market.people.circle.fill(0);
    assert_eq!(planned(&market, &scenario, 50), offers);
}

#[test]
fn who_is_to_learn_meets_someone_who_knows_more() {
    let mean = |matchmaker: &str, known: f64| {
        let text = format!("introductions]\nmatchmaker = \"{matchmaker}\"\nguests = 0");
        let mut scenario = scenario(&crowd(&text));
        scenario.rules.technology.contacts_known = Share(known);
        let market = all_customers(&scenario);
        let matched = matched(&planned(&market, &scenario, 50));
        let knows = |(learner, introduction): &(PersonId, Introduction)| {
            assert_eq!(introduction.lesson, matchmaker == "learn_from");
            let topic = market.people.interests[learner.index()].foremost();
            expertise(lasting(), market.people.key[introduction.to.index()], topic)
        };
        matched.iter().map(knows).sum::<f32>() / matched.len() as f32
    };
    // The best of eight who know from nothing to everything knows eight ninths on average.
    let (best, anyone) = (mean("learn_from", 1.0), mean("random", 1.0));
    let claimed = mean("learn_from", 0.0);
    assert!((claimed - 0.5).abs() < 0.08, "profiles that only boast help nobody: {claimed}");
    assert!((best - 8.0 / 9.0).abs() < 0.04 && (anyone - 0.5).abs() < 0.08, "{best} {anyone}");
}

#[test]
fn activities_are_offered_to_middling_ties_and_reunions_after_a_long_silence() {
    let text =
        crowd("activities]\nleast = 0.2\nmost = 0.3\n[strategies.it.reunions]\nsilence = 20");
    let mut scenario = scenario(&text);
    scenario.rules.technology.contacts_known = Share(1.0);
    let market = all_customers(&scenario);
    let mut seen = [0; 2];
    for (person, offer) in planned(&market, &scenario, 12).all() {
        let Offer::Touch { with, kind, .. } = offer else { continue };
        let tie = market.ties.between(person, with).expect("they know each other");
        if kind == OfferKind::Activity {
            assert!((0.2..=0.3).contains(&tie.strength));
        } else {
            assert!(12 - i32::from(tie.last) > 20);
        }
        seen[usize::from(kind == OfferKind::Activity)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 20), "{seen:?}");
}

/// Lives a scenario's first strategy; `look` sees each week.
fn watch(scenario: &Scenario, market: &mut Market, mut look: impl FnMut(&Market, &Facts)) -> Facts {
    let mut all = Facts::default();
    for _ in 0..scenario.rules.horizon {
        let strategies = &[&scenario.strategies[0]];
        let facts = week::live(market, strategies, &scenario.rules, lasting()).remove(0);
        look(market, &facts);
        all.absorb(&facts);
    }
    all
}

#[test]
fn a_members_network_below_its_critical_mass_stays_nearly_empty() {
    let mut scenario = scenario(&crowd("members]\nrest = 4"));
    let mut rules = silent();
    rules.horizon = 150;
    rules.gains.new_ties = Share(0.0);
    let acceptance = &mut rules.acceptance;
    (acceptance.membership, acceptance.empty) = (Share(0.5), Number(8.0));
    (acceptance.substitutes, acceptance.fatigue) = (Number(0.0), Number(0.0));
    (acceptance.need, acceptance.trust) = (Number(0.0), Number(0.0));
    acceptance.idle = WeeklyHazard(0.005);
    scenario.rules = rules;
    let at_end = |share: f32| {
        let mut market = all_customers(&scenario);
        let firm = &mut market.firms[0];
        firm.assets.members = share;
        for i in 0..(share * 1000.0) as usize {
            firm.clientele.member.set(i, true);
        }
        watch(&scenario, &mut market, |_, _| ()).members
    };
    // The same offer to the same people: what differs is how many are there already. A thirtieth
    // joins an empty network before it leaves again, and nine in ten stay in a full one.
    let (few, many) = (at_end(0.0), at_end(0.75));
    assert!(few < 60 && many > 850, "{few} {many}");
}

#[test]
fn who_leaves_the_firm_loses_the_place_and_the_contacts() {
    let text = crowd("members]\nrest = 4")
        + "[people.acceptance]\nempty = 0\nsubstitutes = 0\ncold = 0.45\nidle = 0.05\n";
    let scenario = scenario(&text);
    let ground = Ground::lay(&scenario).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut market = begin(&scenario, &ground, lasting());
    let mut were = vec![false; 1000];
    let mut lost = 0;
    let all = watch(&scenario, &mut market, |market, facts| {
        let clientele = &market.firms[0].clientele;
        let mut members = 0;
        for (i, was) in were.iter_mut().enumerate() {
            let member = clientele.member.get(i);
            members += u64::from(member);
            if clientele.is_customer(i) {
                *was |= member;
                continue;
            }
            assert!(!member && clientele.benefits.get(i).iter().all(|benefit| *benefit == 0.0));
            lost += u64::from(std::mem::take(was));
        }
        assert_eq!(members, facts.members);
    });
    assert!(lost > 5 && all.members > 5 && all.left_network > 5, "{lost} {}", all.members);
    assert!(all.served[Need::Form as usize] > 5 && all.ties_brokered > 5);
}

#[test]
fn a_distinction_is_worth_less_the_more_have_it() {
    let parts = [0.0, 0.1, 0.5, 0.9, 1.0];
    let strategies = parts.iter().enumerate().map(|(at, part)| {
        format!("[strategies.s{at}.status]\npart = {part:?}\nchosen = \"lot\"\n")
    });
    let text = "[people]\ncount = 500\n[people.worth]\nstatus = 0.5\n[objectives]\nbudget = 9999\n"
        .to_owned()
        + "[experiment]\nreplications = 1\nweeks = 53\n"
        + &strategies.collect::<String>();
    let mut scenario = scenario(&text);
    let worth = scenario.rules.worth.clone();
    scenario.rules = Rules { worth, horizon: 53, ..silent() };
    scenario.rules.gains.trust = Share(1.0);
    let results = live(scenario, 1);
    let of = |strategy: usize| {
        let run = results.batch.runs.iter().find(|run| run.strategy == strategy);
        let facts = run.expect("a run").up_to(53);
        (facts.willingness, facts.honoured as f64)
    };
    let nothing = of(0).0;
    let gains: Vec<f64> = (1..5).map(|strategy| of(strategy).0 - nothing).collect();
    let each: Vec<f64> = (1..5).map(|s| gains[s - 1] / of(s).1).collect();
    assert!(each.windows(2).all(|pair| pair[1] < pair[0]), "to each: {each:?}");
    // To all together it is worth most in between, and nothing where everybody has it.
    assert!(gains[1] > gains[0] && gains[1] > gains[2] && gains[3] == 0.0, "{gains:?}");
}

#[test]
fn what_fades_is_no_part_of_what_living_customers_will_bring() {
    let rules = Rules::default();
    let mut market = couples(100, &rules);
    let luck = Luck::in_week(lasting(), 0);
    let to_come = |market: &Market| {
        let people = (&market.people, &market.ties);
        rules.decision(0, luck).units_to_come(people, &market.firms[0], 0.999, |_| 1.0)
    };
    let bare = to_come(&market);
    let clientele = &mut market.firms[0].clientele;
    for i in 0..200 {
        clientele.honoured.set(i, 5.0);
        clientele.spared.set(i, 1.0);
        clientele.benefits.set(i, [5.0; 4]);
    }
    assert!(bare > 0.0 && to_come(&market) == bare);
}

#[test]
fn what_is_accepted_takes_just_the_time_that_it_takes() {
    let programmes = "introductions]\nmeeting = 1.5\n[strategies.it.occasions]\ntime = 1.25\n\
        [strategies.it.activities]\ntime = 2\n[strategies.it.reunions]\ntime = 1.75\n\
        [strategies.it.hospitality]\ntime = 3\nprospects = 0.3";
    let mut scenario = scenario(&crowd(programmes).replace("budget = 100", "budget = 2000"));
    scenario.rules.acceptance.cold = Share(0.45);
    let mut market = all_customers(&scenario);
    for i in 800..1000 {
        market.firms[0].clientele.stage[i] = Stage::Aware;
    }
    market.people.sociability.fill(12.0);
    market.people.give_time();
    let offers = planned(&market, &scenario, 100);
    let facts = answer(&mut market, &scenario.rules, &offers, 100);
    let taken = |kind: OfferKind| facts.taken[kind as usize] as f32;
    let kinds = [
        (OfferKind::Introduction, 2.0 * 1.5),
        (OfferKind::Occasion, 2.0 * 1.25),
        (OfferKind::Activity, 2.0 * 2.0),
        (OfferKind::Reunion, 2.0 * 1.75),
        (OfferKind::Hospitality, 3.0),
    ];
    assert!(kinds.iter().all(|(kind, _)| taken(*kind) > 0.0), "{:?}", facts.taken);
    let expected: f32 = kinds.iter().map(|(kind, time)| taken(*kind) * time).sum();
    let spent: f32 = market.people.time_left.iter().map(|left| 12.0 - left).sum();
    assert!((spent - expected).abs() < 0.01 && spent > 50.0, "{spent} {expected}");
    assert!(market.people.time_left.iter().all(|left| *left >= 0.0));
}
