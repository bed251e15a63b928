//! What a firm says to people: what each programme is for, and what it cannot do.

mod common;

use common::{scenario, try_scenario};
use stammtisch::draws::{Draws, Luck};
use stammtisch::evidence::limits::bench::{alike, known_to_all, silent, strangers};
use stammtisch::experiment::ground::Ground;
use stammtisch::experiment::replicate::begin;
use stammtisch::facts::Facts;
use stammtisch::firms::Stage;
use stammtisch::market::Market;
use stammtisch::meetings::Meetings;
use stammtisch::offers::OfferKind;
use stammtisch::people::PersonId;
use stammtisch::quantity::{Money, Quantity, Share};
use stammtisch::week;

const PEOPLE: usize = 1500;

/// Lives a strategy with much money in a market of 1,500 people; returns the facts of each week and the market as it is at the end.
fn lived(strategy: &str, rules: &[&str]) -> (Vec<Facts>, Market) {
    let text = format!(
        "[people]\ncount = {PEOPLE}\n[objectives]\nbudget = 400\n[strategies.it]\n{strategy}\n[experiment]\nweeks = 52\n"
    );
    let rules: Vec<String> = rules.iter().map(|rule| (*rule).to_owned()).collect();
    let scenario = try_scenario(&text, &rules).unwrap_or_else(|problems| panic!("{problems}"));
    let lasting = Draws::from_seed(1).in_replication(0);
    let ground = Ground::lay(&scenario).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut market = begin(&scenario, &ground, lasting);
    let strategies = &[&scenario.strategies[0]];
    let weeks = (0..52)
        .map(|_| week::live(&mut market, strategies, &scenario.rules, lasting).remove(0))
        .collect();
    (weeks, market)
}

fn total(weeks: &[Facts]) -> Facts {
    let mut all = Facts::default();
    for week in weeks {
        all.absorb(week);
    }
    all
}

/// Whether two lives had the same customers, week by week.
fn same_customers(one: &[Facts], other: &[Facts]) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| one.customers == other.customers && one.joined == other.joined)
}

#[test]
fn a_creative_that_runs_on_saves_its_price_and_wears_out() {
    let run = |refresh: u32, wear_out: f64| {
        let strategy = format!(
            "advertising.refresh = {refresh}\nadvertising.wear_out = {wear_out}\nadvertising.creative = 0.4\nadvertising.management = 10"
        );
        total(&lived(&strategy, &[]).0)
    };
    let (fresh, worn, slowly) = (run(1, 4.0), run(13, 4.0), run(13, 40.0));
    let fixed = |facts: &Facts| (facts.paid - facts.paid_for_media).to_number();
    // Ten a week and 1,000 people; in 48 of 52 weeks the creative, four of the ten, is spared.
    assert!((fixed(&fresh) - 52.0 * 15.0).abs() < 1e-6, "{}", fixed(&fresh));
    assert!((fixed(&worn) - (52.0 * 15.0 - 48.0 * 6.0)).abs() < 1e-6, "{}", fixed(&worn));
    let by_ads = |facts: &Facts| facts.joined[0];
    assert!(by_ads(&worn) < by_ads(&slowly) && by_ads(&slowly) <= by_ads(&fresh));
    assert_eq!(run(1, 2.0), run(1, 50.0), "what is new each week cannot wear out");
}

#[test]
fn those_who_click_are_better_prospects_by_their_own_choice_and_not_many() {
    let (weeks, market) = lived("advertising.retargeting = 0.3", &[]);
    let clientele = &market.firms[0].clientele;
    let clicked: Vec<f32> = (0..PEOPLE)
        .filter(|&i| clientele.interested.get(i) > 0)
        .map(|i| clientele.relative_fit[i])
        .collect();
    let mean = |of: &[f32]| of.iter().sum::<f32>() / of.len() as f32;
    assert!(mean(&clicked) > 1.03 * mean(&clientele.relative_fit), "{}", mean(&clicked));
    let all = total(&weeks);
    // Paid impressions are clicked as often as is published, a little more where they are targeted.
    let rate = all.clicks as f64 / all.impressions;
    assert!((0.0085..0.0115).contains(&rate), "{rate}");
    let (plain, _) = lived("advertising.retargeting = 0", &[]);
    assert_eq!(total(&plain).clicks, 0, "who does not follow up does not count");
    assert!((all.impressions / total(&plain).impressions - 1.0).abs() < 0.01, "same money");
}

#[test]
fn mails_are_opened_clicked_and_cancelled_as_published_and_reach_subscribers_only() {
    let rules =
        ["people.mail.annoyed=0", "people.mail.sign_up=0.2", "people.mail.sign_up_prospects=0.02"];
    let (weeks, market) = lived("mail.interval = 1", &rules);
    let all = total(&weeks);
    let of_mails = |count: u64| count as f64 / all.mails as f64;
    assert!(all.mails > 10_000, "{}", all.mails);
    assert!((of_mails(all.mails_opened) / 0.2271 - 1.0).abs() < 0.08);
    assert!((of_mails(all.mails_clicked) / 0.0291 - 1.0).abs() < 0.25);
    assert!((of_mails(all.unsubscribed) / 0.0025 - 1.0).abs() < 0.6);
    assert_eq!(all.subscribers, all.subscribed - all.unsubscribed);
    let clientele = &market.firms[0].clientele;
    assert_eq!(clientele.unsubscribed.count(), all.unsubscribed, "each unsubscribes once");
    let (silent, _) =
        lived("mail.interval = 1", &["people.mail.sign_up=0", "people.mail.sign_up_prospects=0"]);
    assert_eq!(total(&silent).mails, 0);
    assert!(all.joined[0] > total(&silent).joined[0]);
}

#[test]
fn whoever_gets_mails_too_often_is_annoyed_and_unsubscribes() {
    let lost = |every: u32| {
        let rules = ["people.mail.annoyed=50", "people.attention.annoyance=0.3"];
        let all = total(&lived(&format!("mail.interval = {every}"), &rules).0);
        all.unsubscribed as f64 / all.mails as f64
    };
    let (often, seldom) = (lost(1), lost(13));
    assert!(often > 2.0 * seldom, "{often} {seldom}");
}

#[test]
fn an_event_is_talked_about_and_soon_forgotten() {
    let (weeks, _) = lived("publicity.interval = 26", &[]);
    let mentions: Vec<u64> = weeks.iter().map(|week| week.event_mentions).collect();
    let reached = weeks[0].event_news as f64 / PEOPLE as f64;
    assert!((reached - 0.2).abs() < 0.04, "{reached}");
    assert!(mentions[0] > 50 && mentions[26] > 50, "{mentions:?}");
    assert!(mentions[12] * 50 < mentions[0], "{mentions:?}");
    let (absent, _) = lived("budget = 0\npublicity.interval = 26", &[]);
    let known = |weeks: &[Facts]| weeks[1].aware + weeks[1].customers;
    assert!(known(&weeks) > known(&absent), "and makes the firm known");
}

#[test]
fn few_answer_and_the_firm_learns_a_little_from_each() {
    let (weeks, _) = lived("feedback.rest = 4", &[]);
    let all = total(&weeks);
    let (asked, answered) =
        (all.offered[OfferKind::Question as usize], all.taken[OfferKind::Question as usize]);
    assert!((answered as f64 / asked as f64 - 0.05).abs() < 0.012, "{answered} of {asked}");
    assert!((all.heard - answered as f64).abs() < 1e-9);
    let quality = |rules: &[&str]| total(&lived("feedback.rest = 4", rules).0).quality;
    assert!(quality(&[]) > 0.85);
    assert!((quality(&["mechanisms.learning=0"]) - 0.85).abs() < 1e-6);
    assert!(quality(&["people.campaigns.answer=0.3"]) > quality(&[]));
}

#[test]
fn a_prize_brings_followers_who_care_for_the_prize() {
    let (weeks, market) = lived("prize_draw.prize = 50", &[]);
    let (absent, _) = lived("budget = 0\nprize_draw.prize = 50", &[]);
    let (all, without) = (total(&weeks), total(&absent));
    assert!(all.followers > without.followers + 20 && all.prize_mentions > 500);
    let clientele = &market.firms[0].clientele;
    let idle = |i: &usize| clientele.hunts.get(*i) && !clientele.follows.get(*i);
    assert_eq!((0..PEOPLE).find(idle), None, "who hunts follows");
    // Each entry brings less than one more, unless nearly everybody who hears of it wants it, too.
    let invited = all.taken[OfferKind::Draw as usize];
    assert!(all.entered_by_hearsay > 0 && all.entered_by_hearsay < invited / 2);
    let epidemic = total(&lived("prize_draw.prize = 50", &["people.talk.entry=1"]).0);
    assert!(epidemic.entered_by_hearsay > epidemic.taken[OfferKind::Draw as usize]);
    // The talk is of the prize: what is said of the firm stays as it was, but for the invitation.
    let deaf = ["mechanisms.advertising=0", "mechanisms.irritation=0"];
    let (mute, _) = lived("prize_draw.prize = 50", &deaf);
    let (nothing, _) = lived("budget = 0\nprize_draw.prize = 50", &deaf);
    assert!(same_customers(&mute, &nothing));
    assert_eq!(total(&mute).mentions, total(&nothing).mentions);
}

#[test]
fn a_prize_is_passed_on_once_a_week_whatever_the_order_of_meetings() {
    let mut rules = silent();
    rules.gains.word_of_mouth = Share(1.0);
    (rules.talk.prize, rules.talk.entry) = (Share(1.0), Share(1.0));
    let chain = |order: &[(u32, u32)]| {
        let mut market = strangers(3, &alike(), &known_to_all(0.0), &rules, Draws::from_seed(1));
        market.firms[0].clientele.enter_the_draw(0);
        let meetings: Vec<_> = order.iter().map(|&(l, t)| (PersonId(l), PersonId(t))).collect();
        let meetings = Meetings::of_groups(vec![meetings]);
        let mut facts = Facts::of_one_week();
        let luck = Luck::in_week(Draws::from_seed(1), 0);
        let Market { people, ties, firms, .. } = &mut market;
        rules.conversation(luck).talk(people, ties, &mut firms[0], &meetings, &mut facts);
        let draws = [0, 1, 2].map(|i| market.firms[0].clientele.in_draw.get(i) > 0.0);
        (draws, facts.entered_by_hearsay)
    };
    assert_eq!(chain(&[(1, 0), (2, 1)]), ([true, true, false], 1));
    assert_eq!(chain(&[(2, 1), (1, 0)]), ([true, true, false], 1));
}

#[test]
fn a_greater_prize_tempts_more_and_ever_less_so() {
    let entered = |prize: u32| {
        let all = total(&lived(&format!("prize_draw.prize = {prize}"), &[]).0);
        all.taken[OfferKind::Draw as usize] as f64 / all.offered[OfferKind::Draw as usize] as f64
    };
    let (small, middle, great) = (entered(10), entered(20), entered(40));
    assert!(
        (small - 0.4 / 2.0).abs() < 0.04 && (great - 0.4 * 0.8).abs() < 0.04,
        "{small} {great}"
    );
    assert!(middle - small > 0.0 && great - middle > 0.0);
}

#[test]
fn bought_followers_are_counted_and_do_nothing_but_hide_posts() {
    let (bought, _) = lived("bought_followers.most = 100", &[]);
    let (absent, _) = lived("budget = 0\nbought_followers.most = 100", &[]);
    assert!((bought[51].bought_followers - 52.0 * 150.0).abs() < 1.0);
    assert!(same_customers(&bought, &absent), "without posts they change nothing");
    assert_eq!(total(&bought).followers, total(&absent).followers);
    let (posts, _) = lived("posts.share = 1", &[]);
    let (both, _) = lived("posts.share = 0.5\nbought_followers.share = 0.5", &[]);
    // In the first week the page's own followers are so many of all.
    let own = posts[0].posts_seen;
    let followers = own / (5.0 * 0.06);
    let exact = own * followers / (followers + 15.0);
    assert!(
        (both[0].posts_seen - exact).abs() < 0.02 * own.max(1.0),
        "{} {exact}",
        both[0].posts_seen
    );
    assert!(total(&both).posts_seen < 0.8 * total(&posts).posts_seen);
}

#[test]
fn what_is_said_is_paid_and_stands_in_the_books_under_its_name() {
    let programmes = ["mail", "publicity", "feedback", "prize_draw", "bought_followers"];
    for programme in programmes {
        let (weeks, _) = lived(&format!("{programme}.share = 1"), &[]);
        let all = total(&weeks);
        assert_eq!(all.books.programmes.len(), 1);
        assert!(all.paid > Money::ZERO && all.paid_for_media == Money::ZERO, "{programme}");
        let text = format!("[strategies.it.{programme}]\n");
        assert_eq!(scenario(&text).strategies[0].lines[0].name, programme);
    }
    let (_, market) = lived("mail.share = 1", &[]);
    assert!(market.firms[0].clientele.stage.contains(&Stage::Customer));
}
