//! One week in the life of the market, in the order in which it happens.
//!
//! This page is the model. Read it aloud.

use crate::draws::{Draws, Luck};
use crate::facts::Facts;
use crate::market::Market;
use crate::meetings::Meetings;
use crate::offers::Offers;
use crate::people::PersonId;
use crate::processes::account::{self, Spending};
use crate::processes::broker::Brokered;
use crate::processes::decide::Customers;
use crate::processes::meet::Lived;
use crate::processes::{decide, drift, learn, meet, notice};
use crate::programmes::FirmView;
use crate::rules::Rules;
use crate::strategy::Strategy;
use crate::ties::Loose;

/// Lives one week, and tells what it brought to each firm.
///
/// Every firm has its strategy, in the same order. `lasting` is the luck of the replication.
pub fn live(
    market: &mut Market,
    strategies: &[&Strategy],
    rules: &Rules,
    lasting: Draws,
) -> Vec<Facts> {
    let luck = Luck::in_week(lasting, market.week);
    let mut facts = vec![Facts::of_one_week(); market.firms.len()];

    // What befalls a firm befalls it under every strategy.
    for (firm, strategy) in market.firms.iter_mut().zip(strategies) {
        firm.ceiling =
            strategy.failure.as_ref().map_or(1.0, |failure| failure.ceiling(market.week));
    }
    let (offers, spending) = monday(market, strategies, rules, luck);
    let changed = all_week(market, &offers, rules, luck, &mut facts);
    sunday(market, &changed, spending, rules, luck, &mut facts);

    market.week += 1;
    facts
}

/// Monday: each firm reads its records, spends its allowance and makes its offers.
fn monday(
    market: &Market,
    strategies: &[&Strategy],
    rules: &Rules,
    luck: Luck,
) -> (Vec<Offers>, Vec<Spending>) {
    let Market { week, people, ties, firms, .. } = market;
    let view = |f: usize| {
        FirmView::new((people, ties, &firms[f]), &rules.technology, *week, luck.at_firm(f))
    };
    strategies.iter().enumerate().map(|(f, strategy)| strategy.spend(&view(f))).unzip()
}

/// What a week did to people's ties, until they are woven anew on Sunday.
struct Changed {
    /// Who got to know each other through a firm.
    acquainted: Vec<(PersonId, PersonId)>,
    /// Ties that may not outlive the week.
    loose: Vec<Loose>,
}

/// All week: people receive offers, meet, talk, use the product, judge, join and leave.
fn all_week(
    market: &mut Market,
    offers: &[Offers],
    rules: &Rules,
    luck: Luck,
    facts: &mut [Facts],
) -> Changed {
    // What firms arrange comes first: an appointment takes time from the contacts that follow.
    let Brokered { appointments, mut acquainted } = arrange(market, offers, rules, luck, facts);

    // People meet with the time that is left, whether firms are there or not. A tie casts one lot a
    // week, for whether it is lived and for whether it may end on Sunday.
    let Market { week, people, circles, ties, .. } = market;
    let may_end = rules.turnover.may_end();
    let Lived { meetings, loose } =
        meet::meet(people, ties, &appointments, &rules.contact, may_end, *week, luck);
    decide::trouble(&mut circles.trouble, &rules.leaving, luck);

    acquainted.extend(judge(market, &meetings, rules, luck, facts));
    Changed { acquainted, loose }
}

/// What firms say, offer and ask, and what people answer.
fn arrange(
    market: &mut Market,
    offers: &[Offers],
    rules: &Rules,
    luck: Luck,
    facts: &mut [Facts],
) -> Brokered {
    let Market { week, people, ties, firms, .. } = market;
    let mut brokered = Brokered::default();
    people.begin_week();
    // People have time for whoever comes first, so firms take turns by lot.
    let mut turns: Vec<usize> = (0..firms.len()).collect();
    turns.sort_by_cached_key(|&f| luck.at_firm(f).of("week: whose turn it is").number(0));
    for f in turns {
        let firm = &mut firms[f];
        let (luck, facts, offers) = (luck.at_firm(f), &mut facts[f], &offers[f]);
        firm.open(offers.services, people.len());
        rules.broadcast(*week, luck).broadcast(people, firm, offers, facts);
        brokered.join(rules.broker(*week, luck).broker(people, ties, firm, offers, facts));
        rules.forum(*week, luck).visit(people, firm, facts);
    }
    brokered
}

/// What people say of each firm and think of it; who joins and who leaves.
/// Returns who got to know each other by answering questions.
fn judge(
    market: &mut Market,
    meetings: &Meetings,
    rules: &Rules,
    luck: Luck,
    facts: &mut [Facts],
) -> Vec<(PersonId, PersonId)> {
    let Market { week, people, circles, ties, seen, firms, .. } = market;
    let customers = Customers::of(firms);
    let (mut acquainted, mut decided) = (Vec::new(), Vec::with_capacity(firms.len()));
    for (f, (firm, seen)) in firms.iter_mut().zip(&mut *seen).enumerate() {
        let (luck, facts) = (luck.at_firm(f), &mut facts[f]);
        facts.contacts = meetings.len() as u64 / 2;
        // What is seen and heard this week counts when people decide at its end.
        let seen = notice::notice(seen, ties, &firm.clientele, &rules.visibility);
        rules.conversation(luck).talk(people, ties, firm, meetings, facts);
        // The week with the product is judged by those who were customers when it began.
        let bad_weeks = rules.living(luck).relate(people, firm, facts);
        // Whoever complains has met people this week, in person or in the forum, who may know the answer.
        acquainted.extend(rules.service(luck).answer(people, firm, &bad_weeks, meetings, facts));
        let decision = rules.decision(*week, luck);
        // A customer goes by the company that he keeps, too.
        decision.keep_company(people, ties, firm);
        let rivals = customers.as_ref().map(|customers| customers.seen_by(f));
        decided.push(decision.decide(people, circles, firm, seen, rivals, facts));
    }
    // Each person is the customer of one firm at most: whoever is won by one leaves another.
    rules.decision(*week, luck).settle(people, firms, &mut decided, facts);
    for (f, ((firm, seen), decided)) in firms.iter_mut().zip(seen).zip(decided).enumerate() {
        // Subscribers pay every week; where there are none, customers buy what they want.
        rules.shopping(*week, luck.at_firm(f)).purchase(people, firm, &mut facts[f]);
        // A loss is felt by others from next week on.
        decide::feel_losses(ties, &mut firm.clientele, seen, &decided.left, &rules.leaving);
    }
    acquainted
}

/// Sunday: ties drift, firms learn, what was given fades, and the books are closed.
fn sunday(
    market: &mut Market,
    changed: &Changed,
    spending: Vec<Spending>,
    rules: &Rules,
    luck: Luck,
    facts: &mut [Facts],
) {
    let Market { week, people, ties, renewal, brokered, seen, firms, .. } = market;

    // New ties are woven in after everybody has met: whom one gets to know today, one meets next week.
    let gone = drift::dissolve(ties, &changed.loose, &rules.turnover);
    let mut new_ties = drift::begin(people, &changed.acquainted, &rules.turnover, *week, luck);
    new_ties.extend(drift::encounter(people, ties, *renewal, &rules.turnover, *week, luck));
    let renewed = drift::renew(people, ties, &new_ties, &gone);
    brokered.extend(renewed.brokered_in(*week));
    for seen in seen {
        seen.keep_up(ties, &renewed.begun, &renewed.ended);
    }
    let stock = rules.takes_stock(*week).then(|| rules.portfolio.take_stock(people, ties, *week));

    for (f, (firm, spending)) in firms.iter_mut().zip(spending).enumerate() {
        let (luck, facts) = (luck.at_firm(f), &mut facts[f]);
        learn::learn(firm, people.len(), &rules.learning, rules.gains.learning.single(), facts);
        let (offers, indignation) = (rules.acceptance.offer_memory, rules.norms.memory);
        drift::fade(&mut firm.clientele, &rules.turnover, offers, indignation);
        renewed.tell(facts);
        account::follow_up(ties, brokered, *week, facts);
        account::count(people, firm, rules.worth_asked(), facts);
        account::book(firm, spending, rules.discount, *week, facts);
        // What prospects hear of the firm's help next week is what its customers had this week.
        firm.reputation = rules.worth.reputation(facts.customers, facts.helped, facts.benefit);
        facts.portfolio = stock;
        facts.run_off = stock.map(|_| {
            let (decision, discount) = (rules.decision(*week, luck), rules.weekly_discount());
            let weekly = |i| firm.clientele.usual_units(i);
            let units = decision.units_to_come((people, ties), firm, discount, weekly);
            account::run_off(firm, units, rules.discount, *week)
        });
    }
    account::share(facts);
}
