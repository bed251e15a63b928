//! Communities: a forum lives or stays empty, who has helped is helped, sharing can eat sales, and asking needs giving.

mod common;

use common::worlds::{WORLD, world};
use common::{live, scenario};
use stammtisch::draws::{Draws, Luck};
use stammtisch::evidence::limits::bench::{alike, known_to_all, market, network, silent};
use stammtisch::facts::Facts;
use stammtisch::firms::{Firm, Source};
use stammtisch::market::Market;
use stammtisch::meetings::Meetings;
use stammtisch::offers::{Exchange, Forum, OfferKind, Offers};
use stammtisch::people::PersonId;
use stammtisch::population::start::Given;
use stammtisch::quantity::{Money, Number, Quantity, Share};
use stammtisch::rules::Rules;

/// A market of so many people with these ties; a share of them are customers.
fn people_with(ties: &[(u32, u32)], people: usize, customers: f64) -> Market {
    let start = known_to_all(customers);
    let parts = (&alike(), &start, &Given::default());
    market(&network(people, ties), parts, &silent(), Draws::from_seed(3))
}

fn luck(week: u32) -> Luck {
    Luck::in_week(Draws::from_seed(3), week)
}

/// The share of the market in a forum, week after week, with so many pieces a week by editors.
fn visitors(rules: &Rules, at_first: (f32, f32), pieces: f32, weeks: u32) -> Vec<f64> {
    let mut market = people_with(&[], 40_000, 0.5);
    let (people, firm) = (&mut market.people, &mut market.firms[0]);
    (firm.assets.content, firm.assets.visitors) = at_first;
    firm.services.forum = Some(Forum { pieces, openness: 1.0 });
    let visit = |week| {
        people.give_time();
        rules.forum(week, luck(week)).visit(people, firm, &mut Facts::default());
        f64::from(firm.assets.visitors)
    };
    (0..weeks).map(visit).collect()
}

/// How strongly a forum must pull, in quorums, to be steady with so many visitors, in quorums.
fn pull(x: f64, readers: f64) -> f64 {
    (x.powi(3) + x) / (readers + x * x)
}

#[test]
fn below_its_critical_mass_a_forum_empties_and_above_it_lives() {
    let rules = Rules::default();
    let forum = &rules.visiting;
    let (quorum, readers) = (forum.quorum.0, forum.readers.0);
    // Editors alone, so that what there is to read is constant: a middling pull, with two states.
    let mut rules = rules.clone();
    rules.visiting.thread = Share(0.0);
    let forum = &rules.visiting;
    let content = 20.0;
    let alpha = forum.visit.0 / quorum * content / (content + forum.enough.0);
    let fading = 1.0 - f64::from(forum.memory.retention());
    let pieces = (content * fading) as f32;
    // The critical mass is the middle root of x³ + x = α (s + x²), between the folds.
    let steady = |from: f64, to: f64| {
        let (mut low, mut high) = (from, to);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            let above = (pull(middle, readers) < alpha) == (pull(low, readers) < alpha);
            if above { low = middle } else { high = middle }
        }
        low
    };
    let folds = [-1.0, 1.0].map(|sign: f64| {
        let root = ((1.0 - readers) * (1.0 - 9.0 * readers)).sqrt();
        f64::midpoint(1.0 - 3.0 * readers, sign * root).sqrt()
    });
    let (empty, critical, full) =
        (steady(0.0, folds[0]), steady(folds[0], folds[1]), steady(folds[1], 10.0));
    assert!(
        empty < 0.1 && 0.3 < critical && critical < 0.7 && full > 1.5,
        "{empty} {critical} {full}"
    );
    let begun = |share: f64| visitors(&rules, (content as f32, share as f32), pieces, 150);
    let (below, above) = (begun(0.5 * critical * quorum), begun(1.5 * critical * quorum));
    let settled = |weeks: &[f64]| weeks[50..].iter().sum::<f64>() / 100.0;
    assert!((settled(&below) - empty * quorum).abs() < 0.1 * quorum, "{}", settled(&below));
    assert!((settled(&above) / (full * quorum) - 1.0).abs() < 0.03, "{}", settled(&above));
}

#[test]
fn what_there_is_to_read_settles_where_writing_and_forgetting_balance() {
    let rules = Rules::default();
    let forum = &rules.visiting;
    let kept = f64::from(forum.memory.retention());
    let threads = 1000.0 * forum.thread.0 * forum.active.0;
    let settled: Vec<f64> = visitors(&rules, (100.0, 0.08), 3.0, 200);
    let found = settled[100..].iter().sum::<f64>() / 100.0;
    let content = (3.0 + kept * threads * found) / (1.0 - kept);
    let expected = f64::from(forum.chance(content as f32, found as f32));
    assert!((found / expected - 1.0).abs() < 0.02, "{found} instead of {expected}");
    assert!(found > 2.0 * forum.quorum.0);
}

#[test]
fn without_editors_and_visitors_a_forum_is_empty_for_ever() {
    let all = visitors(&Rules::default(), (0.0, 0.0), 0.0, 30);
    assert!(all.iter().all(|&share| share == 0.0), "{all:?}");
}

/// A firm with a forum in which everybody is and takes part, and every week is a bad one.
fn lively() -> (Rules, Market) {
    let mut rules = silent();
    rules.complaints.complain = Share(0.2);
    rules.visiting.active = Share(1.0);
    let mut market = people_with(&[], 2000, 1.0);
    market.firms[0].quality = 0.0;
    (rules, market)
}

/// Lets all customers have a bad week, with everybody in the forum or nobody.
fn answer(rules: &Rules, market: &mut Market, visited: bool, week: u32) -> Facts {
    let mut facts = Facts::default();
    let everybody: Vec<PersonId> = market.people.all().collect();
    market.firms[0].in_forum =
        everybody.iter().filter(|_| visited).map(|&person| (person, true)).collect();
    let service = rules.service(luck(week));
    service.answer(
        &market.people,
        &mut market.firms[0],
        &everybody,
        &Meetings::default(),
        &mut facts,
    );
    facts
}

#[test]
fn peers_spare_exactly_the_answers_that_the_usual_service_would_have_given() {
    let (rules, mut market) = lively();
    let alone = answer(&rules, &mut market.clone(), false, 0);
    let together = answer(&rules, &mut market, true, 0);
    assert_eq!(together.complaints, alone.complaints);
    assert!(together.answered_in_forum > together.complaints * 9 / 10);
    let spared = alone.answered_by_firm - together.answered_by_firm;
    assert_eq!(together.support_saved, rules.complaints.answer_cost.times(spared));
    assert!(spared > 0 && spared < together.answered_in_forum, "not all would have been answered");
    let helped: f32 = market.firms[0].clientele.has_helped.all().iter().sum();
    assert_eq!(helped as u64, together.answered_in_forum, "each answer is to somebody's credit");
    // Without reciprocity nobody answers, and nothing is saved.
    let (mut rules, mut market) = lively();
    rules.gains.reciprocity = Share(0.0);
    let silent = answer(&rules, &mut market, true, 0);
    assert_eq!((silent.answered_in_forum, silent.support_saved), (0, Money::ZERO));
    assert_eq!(silent.answered_by_firm, alone.answered_by_firm);
}

#[test]
fn who_has_helped_is_helped_in_the_forum() {
    let (mut rules, market) = lively();
    rules.answering.questions.0 = 0.1;
    let answered = |history: f32, rules: &Rules| {
        let mut market = market.clone();
        for person in 0..2000 {
            market.firms[0].clientele.has_helped.set(person, history);
        }
        answer(rules, &mut market, true, 1).answered_in_forum
    };
    let (fresh, known) = (answered(0.0, &rules), answered(1.0, &rules));
    assert!(known as f64 > 1.2 * fresh as f64, "{known} against {fresh}");
    rules.acceptance.history.0 = 0.0;
    assert_eq!(answered(1.0, &rules), fresh, "where history counts for nothing, it does nothing");
}

const EXCHANGE: Exchange =
    Exchange { wishes: 0.5, supply: 0.2, saving: 0.2, displaced: 0.0, guests: 0.0, time: 1.0 };

/// One week of lending.
fn lend(market: &mut Market, exchange: Exchange, rules: &Rules) -> (Facts, usize) {
    let mut facts = Facts::default();
    let Market { people, ties, firms, .. } = market;
    people.begin_week();
    people.time_left.fill(10.0);
    firms[0].services.exchange = Some(exchange);
    let brokered = rules.broker(0, luck(0)).broker(
        people,
        ties,
        &mut firms[0],
        &Offers::default(),
        &mut facts,
    );
    (facts, brokered.appointments.len())
}

/// Pairs who know each other, each in a circle of one.
fn pairs(customers: f64) -> Market {
    let ties: Vec<(u32, u32)> = (0..1000).map(|i| (2 * i, 2 * i + 1)).collect();
    let mut market = people_with(&ties, 2000, customers);
    market.people.circle = (0..2000).collect();
    market
}

#[test]
fn without_anybody_around_nobody_lends() {
    let mut alone = people_with(&[], 2000, 1.0);
    alone.people.circle = (0..2000).collect();
    let (facts, meetings) = lend(&mut alone, EXCHANGE, &Rules::default());
    assert!(facts.wishes > 900);
    assert_eq!((facts.loans, meetings), (0, 0));
    assert!(alone.firms[0].clientele.spared.is_unused());
    let loans = |customers| lend(&mut pairs(customers), EXCHANGE, &Rules::default()).0;
    let (dense, thin) = (loans(1.0), loans(0.3));
    let share = |facts: &Facts| facts.loans as f64 / facts.wishes as f64;
    // One acquaintance, who has it with chance .2 and is free unless the two ask each other at once.
    assert!((share(&dense) - 0.2).abs() < 0.05, "{}", share(&dense));
    assert!((share(&thin) - 0.2 * 0.3).abs() < 0.05, "{}", share(&thin));
}

#[test]
fn who_lends_is_credited_and_who_has_helped_is_helped() {
    let rules = Rules::default();
    let mut market = pairs(1.0);
    let (facts, meetings) = lend(&mut market, EXCHANGE, &rules);
    assert_eq!(meetings as u64, facts.loans, "whoever lends meets the borrower");
    let clientele = &market.firms[0].clientele;
    assert_eq!(clientele.has_helped.all().iter().sum::<f32>() as u64, facts.loans);
    let spared: f64 = clientele.spared.all().iter().map(|&spared| f64::from(spared)).sum();
    // A loan spares what it spares once, over the weeks in which it is used.
    let first_week = 1.0 - f64::from(rules.turnover.loan_memory.retention());
    assert!((spared - 0.2 * first_week * facts.loans as f64).abs() < 1e-3);
    let after = |has_helped: f32, has_been_helped: f32| {
        let mut market = pairs(1.0);
        for person in 0..2000 {
            market.firms[0].clientele.has_helped.set(person, has_helped);
            market.firms[0].clientele.spared.set(person, has_been_helped);
        }
        lend(&mut market, EXCHANGE, &rules).0.loans
    };
    assert!(after(2.0, 0.0) as f64 > 1.5 * facts.loans as f64);
    assert_eq!(after(0.0, 2.0), facts.loans, "having been helped makes nobody help");
    // Where it does, what a loan spared does not matter: who has just borrowed was helped in full.
    let upstream = |saving: f32| {
        let mut rules = rules.clone();
        rules.acceptance.upstream = Number(1.0);
        let mut market = pairs(1.0);
        for person in 0..2000 {
            market.firms[0].clientele.spared.set(person, saving * first_week as f32);
        }
        lend(&mut market, Exchange { saving, ..EXCHANGE }, &rules).0.loans
    };
    assert!(upstream(0.2) as f64 > 1.2 * facts.loans as f64);
    assert_eq!(upstream(0.02), upstream(0.2));
    let mut silent = rules.clone();
    silent.gains.reciprocity = Share(0.0);
    assert_eq!(lend(&mut pairs(1.0), EXCHANGE, &silent).0.loans, 0);
}

#[test]
fn guests_borrow_only_where_they_may() {
    let guests = |guests: f32| {
        let mut market = pairs(0.5);
        let (facts, _) =
            lend(&mut market, Exchange { guests, displaced: 0.5, ..EXCHANGE }, &Rules::default());
        let firm: &Firm = &market.firms[0];
        let lucky =
            |i: &usize| !firm.clientele.is_customer(*i) && firm.clientele.spared.get(*i) > 0.0;
        let guests = (0..2000).filter(lucky).count() as u64;
        // A loan to a guest replaces no purchase, for there is none.
        assert!((facts.displaced - 0.5 * (facts.loans - guests) as f64).abs() < 1e-9);
        guests
    };
    assert_eq!(guests(0.0), 0);
    assert!(guests(1.0) > 20);
}

/// What a run of a strategy brought in all, summed over replications; and what doing nothing brings.
fn lived(what: &str) -> (Facts, Facts) {
    let crowd = world(&[("it", what)]).replace("count = 300", "count = 1200");
    let results = live(scenario(&crowd), 1);
    let weeks = results.scenario.rules.horizon;
    let total = |strategy: usize| {
        let mut sum = Facts::default();
        for run in results.batch.runs.iter().filter(|run| run.strategy == strategy) {
            sum.absorb(&run.up_to(weeks));
        }
        sum
    };
    (total(0), total(1))
}

/// People who mind much whether they can borrow.
const ACCESS: &str = "[people.adoption]\naccess = 5\nsearch = 0.005\n";

#[test]
fn sharing_keeps_customers_and_eats_sales() {
    let exchange = |more: &str| {
        format!("[strategies.it.exchange]\nwishes = 0.4\nsupply = 0.3\nsaving = 0.3\n{more}")
    };
    let (gentle, absent) = lived(&exchange("displaced = 0"));
    assert!(gentle.loans > 1000 && gentle.displaced == 0.0);
    assert!(
        gentle.books.revenue > absent.books.revenue,
        "a loan spares money and brings people together"
    );
    let (greedy, absent) = lived(&exchange("displaced = 1"));
    assert!(greedy.displaced > 1000.0 && greedy.books.revenue < absent.books.revenue);
    let spares = |guests: u32| exchange(&format!("displaced = 0\nguests = {guests}\n{ACCESS}"));
    let searched = |guests| lived(&spares(guests)).0.joined[Source::Search.index()];
    assert!(searched(1) < searched(0), "who can borrow need not buy");
}

const TASKS: &str = "[strategies.it.tasks]\nrest = 4\nonly_helped = 0\nshare = 0.3\n";
const GIVING: &str = "[strategies.it.occasions]\nrest = 1\nshare = 0.7\n";

#[test]
fn asking_without_having_given_exploits_and_gets_nothing_done() {
    let (asks, absent) = lived("[strategies.it.tasks]\nrest = 4\nonly_helped = 0\nshare = 1\n");
    let task = OfferKind::Task as usize;
    assert!(asks.offered[task] > 500);
    assert_eq!((asks.exploited, asks.taken[task]), (asks.offered[task], 0));
    let trust = |facts: &Facts| facts.trust / facts.customers as f64;
    assert!(trust(&asks) < trust(&absent) - 0.02, "{} {}", trust(&asks), trust(&absent));
    let (fair, _) = lived("[strategies.it.tasks]\nrest = 4\nshare = 1\n");
    assert_eq!(
        (fair.offered[task], fair.exploited),
        (0, 0),
        "who asks only those it helped asks nobody"
    );
}

#[test]
fn asking_those_to_whom_one_gave_gets_a_bounded_amount_of_work_done() {
    let (both, _) = lived(&(TASKS.to_owned() + GIVING));
    let (alone, _) = lived(&GIVING.replace("0.7", "1"));
    let task = OfferKind::Task as usize;
    assert!(both.taken[task] > 20, "{}", both.taken[task]);
    assert!(both.support_saved > Money::ZERO && alone.support_saved == Money::ZERO);
    assert!(both.exploited < both.offered[task]);
    // About one in ten of those who are thankful does something, and each answers one question.
    assert!(both.taken[task] * 4 < both.offered[task]);
    let most = Rules::default().complaints.answer_cost.times(both.taken[task]);
    assert!(both.support_saved.to_number() <= most.to_number());
}

#[test]
fn what_customers_are_asked_to_do_is_what_gets_done() {
    let doing = |task: &str| {
        let ready = "[people.acceptance]\ncold = 0.45\ntask = 0.3\ninvitation = 0.125\n";
        let what = format!("{TASKS}task = \"{task}\"\n{GIVING}{ready}");
        lived(&what).0
    };
    let (help, invite) = (doing("help"), doing("invite"));
    assert!(help.support_saved > Money::ZERO && invite.support_saved == Money::ZERO);
    let by_invitation = |facts: &Facts| facts.joined[Source::Invitation.index()];
    assert!(by_invitation(&invite) > by_invitation(&help));
}

#[test]
fn each_costs_under_its_own_name_and_rests_without_a_share() {
    for name in ["forum", "exchange", "tasks"] {
        let cost = |share: &str| {
            let text = format!(
                "{WORLD}[strategies.it.{name}]\nshare = {share}\n[strategies.it.posts]\nfrequency = 0\n"
            );
            let results = live(scenario(&text), 1);
            let weeks = results.scenario.rules.horizon;
            let run = results.batch.runs.iter().find(|run| run.strategy == 0);
            let facts = run.map(|run| run.up_to(weeks)).unwrap_or_default();
            let lines = &results.scenario.strategies[0].lines;
            let at = lines.iter().position(|line| line.name == name).expect("is there");
            (facts.books.programmes[at], facts.books.spend())
        };
        let (own, all) = cost("0.5");
        assert!(own > Money::ZERO && own == all, "{name}");
        assert_eq!(cost("0").0, Money::ZERO, "{name}");
    }
}

const FORUM: &str = "[strategies.it.forum]\npieces = 12\npiece_cost = 1\n";

#[test]
fn a_forum_wins_people_who_read_and_spares_support() {
    let (open, absent) = lived(FORUM);
    assert!(open.visits_by_prospects > 1000 && absent.visits == 0);
    let won = |facts: &Facts| facts.joined[Source::Forum.index()];
    assert!(won(&open) > 5 && won(&absent) == 0, "{}", won(&open));
    assert!(open.answered_in_forum > 20 && open.support_saved > Money::ZERO);
    let (closed, _) = lived(&format!("{FORUM}openness = 0\n"));
    assert_eq!((closed.visits_by_prospects, won(&closed)), (0, 0));
    // Too little to read: the critical mass is never reached, and the editors are paid for nothing.
    let (poor, _) = lived("[strategies.it.forum]\npieces = 0.5\npiece_cost = 1\n");
    assert!(poor.visits * 20 < open.visits, "{} of {}", poor.visits, open.visits);
    assert!(poor.books.spend() > Money::ZERO);
}

#[test]
fn in_a_world_without_peers_a_community_loses_exactly_its_cost() {
    let community = format!(
        "{FORUM}share = 0.4\n[strategies.it.exchange]\nguests = 0.5\nshare = 0.2\n\
         [strategies.it.tasks]\nonly_helped = 0\nshare = 0.4\n"
    );
    let off = "word_of_mouth = 0\nreciprocity = 0\nnew_ties = 0\nkept_ties = 0\nrevived_ties = 0\ntrust = 0\n";
    let (own, absent) = lived(&format!("{community}[mechanisms]\n{off}"));
    assert!(own.visits > 0 && own.wishes > 0 && own.offered[OfferKind::Task as usize] > 0);
    assert_eq!((own.loans, own.answered_in_forum), (0, 0));
    assert_eq!(absent.books.profit() - own.books.profit(), own.books.spend());
    let (own, absent) = lived(&community);
    assert!(
        absent.books.profit() - own.books.profit() != own.books.spend(),
        "with peers it does not"
    );
}

#[test]
fn taking_part_in_a_forum_takes_time_from_other_contacts() {
    let mut rules = Rules::default();
    (rules.visiting.visit, rules.visiting.active) = (Share(0.5), Share(0.3));
    let mut market = people_with(&[], 5000, 0.5);
    market.people.sociability.fill(2.0);
    market.people.give_time();
    let firm = &mut market.firms[0];
    firm.services.forum = Some(Forum { pieces: 1000.0, openness: 1.0 });
    firm.assets.visitors = 0.5;
    rules.forum(0, luck(0)).visit(&mut market.people, firm, &mut Facts::default());
    let active: Vec<PersonId> =
        firm.in_forum.iter().filter(|(_, active)| *active).map(|(who, _)| *who).collect();
    assert!(active.len() > 100, "{}", active.len());
    for person in market.people.all() {
        let left = if active.contains(&person) { 1.5 } else { 2.0 };
        assert!((market.people.time_left[person.index()] - left).abs() < 1e-6);
    }
    // Who has no time left may read, and writes nothing.
    market.people.time_left.fill(0.1);
    rules.forum(1, luck(1)).visit(&mut market.people, &mut market.firms[0], &mut Facts::default());
    let in_forum = &market.firms[0].in_forum;
    assert!(in_forum.len() > 300 && in_forum.iter().all(|(_, active)| !active));
}
