//! One week in the life of the market, in the order in which it happens.
//!
//! This page is the model. Read it aloud.

use crate::draws::Draws;
use crate::facts::Facts;
use crate::firms::Firm;
use crate::market::Market;
use crate::offers::Offers;
use crate::people::PersonId;
use crate::processes::account::{self, Spending};
use crate::processes::{answer, broadcast, decide, drift, meet, notice, relate};
use crate::programmes::FirmView;
use crate::rules::Rules;
use crate::strategy::Strategy;
use crate::ties::{NewTie, Origin};

/// Lives one week, firm by firm where a firm acts, and tells what it brought to each firm.
///
/// `lasting` is the luck of the whole replication; the week's own luck is drawn from it.
pub fn live(
    market: &mut Market,
    strategies: &[Strategy],
    rules: &Rules,
    lasting: Draws,
) -> Vec<Facts> {
    let mut facts = vec![
        Facts {
            weeks: 1,
            ..Facts::default()
        };
        market.firms.len()
    ];
    let draws = lasting.in_week(market.week);

    let (plans, spending) = monday(market, strategies, rules, (draws, lasting));
    let acquainted = all_week(market, &plans, rules, (draws, lasting), &mut facts);
    sunday(
        market,
        &acquainted,
        spending,
        rules,
        (draws, lasting),
        &mut facts,
    );

    market.week += 1;
    facts
}

/// Monday: each firm reads its records, spends its allowance and makes its offers.
fn monday(
    market: &Market,
    strategies: &[Strategy],
    rules: &Rules,
    (draws, lasting): (Draws, Draws),
) -> (Vec<Offers>, Vec<Spending>) {
    let Market {
        week,
        people,
        ties,
        firms,
        ..
    } = market;
    let spend = |(f, (firm, strategy)): (usize, (&Firm, &Strategy))| {
        let luck = (draws.at_firm(f), lasting.at_firm(f));
        let view = FirmView::new(
            (people, ties, &firm.clientele),
            &rules.technology,
            *week,
            luck,
        );
        strategy.spend(&view)
    };
    firms.iter().zip(strategies).enumerate().map(spend).unzip()
}

/// All week: people receive offers, meet, talk, use the product, judge, join and leave.
fn all_week(
    market: &mut Market,
    plans: &[Offers],
    rules: &Rules,
    (draws, lasting): (Draws, Draws),
    facts: &mut [Facts],
) -> Vec<(PersonId, PersonId)> {
    let Market {
        week,
        people,
        circles,
        ties,
        firms,
        ..
    } = market;
    let (mut appointments, mut acquainted) = (Vec::new(), Vec::new());
    people.time_left.clone_from(&people.sociability);

    // What firms arrange comes first: an appointment takes time from the contacts that follow.
    for (f, firm) in firms.iter_mut().enumerate() {
        let (clientele, luck) = (&mut firm.clientele, draws.at_firm(f));
        let attention = (&rules.attention, &rules.technology, &rules.gains);
        broadcast::broadcast(people, clientele, &plans[f], attention, luck, &mut facts[f]);
        let broker = rules.broker(*week, (luck, lasting));
        let brokered = broker.broker(people, ties, clientele, &plans[f], &mut facts[f]);
        appointments.extend(brokered.appointments);
        acquainted.extend(brokered.acquainted);
    }

    // People meet with the time that is left, whether firms are there or not.
    let meetings = meet::meet(people, ties, &appointments, &rules.contact, *week, draws);
    decide::trouble(&mut circles.trouble, &rules.leaving, draws);

    for (f, firm) in firms.iter_mut().enumerate() {
        let (luck, facts) = (draws.at_firm(f), &mut facts[f]);
        facts.contacts = meetings.len() as u64 / 2;
        // Use is seen and talked about before anyone decides: what is heard this week counts this week.
        let seen = notice::notice(people, ties, &firm.clientele, &rules.visibility);
        let conversation = rules.conversation(luck);
        conversation.talk(people, ties, &mut firm.clientele, &meetings, facts);
        // The week with the product is judged by those who were customers when it began.
        let bad_weeks =
            relate::relate(people, firm, &rules.relationship, &rules.gains, luck, facts);
        // Whoever complains has met people this week who may know the answer.
        let complaints = (&rules.complaints, &rules.gains);
        answer::answer(
            people,
            &mut firm.clientele,
            &bad_weeks,
            &meetings,
            complaints,
            luck,
            facts,
        );
        let decision = rules.decision(*week, luck);
        let left = decision.decide(people, &circles.trouble, firm, seen.as_deref(), facts);
        // A loss is felt by others from next week on.
        decide::feel_losses(ties, &mut firm.clientele, &left, &rules.leaving);
    }
    acquainted
}

/// Sunday: ties drift, what was given fades, and the books are closed.
fn sunday(
    market: &mut Market,
    acquainted: &[(PersonId, PersonId)],
    spending: Vec<Spending>,
    rules: &Rules,
    (draws, lasting): (Draws, Draws),
    facts: &mut [Facts],
) {
    let Market {
        week,
        people,
        ties,
        renewal,
        brokered,
        firms,
        ..
    } = market;
    let takes_stock = rules.takes_stock(*week);

    // New ties are woven in after everybody has met: whom one gets to know today, one meets next week.
    let gone = drift::dissolve(people, ties, &rules.turnover, draws);
    let begins = |&pair: &_| {
        rules
            .turnover
            .begin(people, pair, Origin::Brokered, *week, lasting)
    };
    let mut new_ties: Vec<NewTie> = acquainted.iter().map(begins).collect();
    let luck = (draws, lasting);
    new_ties.extend(drift::encounter(
        people,
        ties,
        *renewal,
        &rules.turnover,
        *week,
        luck,
    ));
    let renewed = drift::renew(people, ties, &new_ties, &gone);
    let stock = takes_stock.then(|| rules.portfolio.take_stock(people, ties, *week));

    brokered.extend(
        renewed
            .brokered
            .iter()
            .map(|&(one, other)| (one, other, *week)),
    );

    for ((firm, spending), facts) in firms.iter_mut().zip(spending).zip(facts) {
        drift::fade(
            &mut firm.clientele,
            &rules.turnover,
            rules.acceptance.offer_memory,
        );
        renewed.tell(facts);
        account::follow_up(ties, brokered, *week, facts);
        account::count(people, firm, &rules.worth, facts);
        facts.portfolio = stock;
        firm.reputation = rules
            .worth
            .reputation(facts.customers, facts.helped, facts.benefit);
        account::book(firm, spending, rules.discount, *week, facts);
        if takes_stock {
            let stays =
                rules
                    .decision(*week, draws)
                    .weeks_to_come(people, firm, rules.weekly_discount());
            facts.run_off = Some(account::run_off(firm, stays, rules.discount, *week));
        }
    }
}
