//! Account: the week's money is booked, and where the firm and its customers stand is counted.

use crate::facts::Facts;
use crate::few::Few;
use crate::firms::{Clientele, Firm, Stage};
use crate::lanes::Sums;
use crate::ledger::{Page, discount_factor};
use crate::people::{People, PersonId};
use crate::quantity::{Money, Quantity, WEEKS_A_YEAR};
use crate::ties::{Origin, Tie, Ties};
use crate::worth::Worth;
use pulp::Arch;
use std::ops::Range;

/// What the week's programmes cost, and what was left of the allowance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spending {
    /// What each programme cost, in the strategy's order.
    pub programmes: Vec<Money>,
    /// Of that, what was paid for impressions.
    pub media: Money,
    /// What was allowed and not used.
    pub unspent: Money,
}

/// Books a week: customers pay, serving them costs, programmes cost.
pub fn book(firm: &mut Firm, spending: Spending, discount: f64, week: u32, facts: &mut Facts) {
    if !firm.clientele.buy_at_will() {
        facts.sold = facts.customers as f64;
    }
    // Nobody can spare the firm more than serving its customers costs.
    facts.displaced = facts.displaced.min(facts.sold);
    let serving = firm.unit_cost.scaled(facts.sold) - firm.unit_cost.scaled(facts.displaced);
    facts.support_saved = facts.support_saved.min(serving);
    let page = Page {
        // A purchase that a loan replaced is neither paid nor made.
        revenue: firm.price.scaled(facts.sold) - firm.price.scaled(facts.displaced)
            + facts.one_off_sales,
        unit_costs: serving - facts.support_saved,
        programmes: spending.programmes,
        media: spending.media,
        unspent: spending.unspent,
    };
    (facts.paid, facts.paid_for_media) = (page.spend(), page.media);
    facts.customer_weeks = facts.customers;
    facts.books = page.discounted(discount_factor(discount, week));
    firm.ledger.close(page);
    let share = |of: u64| of as f32 / facts.customers.max(1) as f32;
    (firm.assets.members, firm.assets.honoured) = (share(facts.members), share(facts.honoured));
}

/// Tells each firm how the market stands: the customers of all firms, and what the others earned.
pub fn share(facts: &mut [Facts]) {
    let customers = facts.iter().map(|facts| facts.customers).sum();
    let profit: Money = facts.iter().map(|facts| facts.books.profit()).sum();
    for facts in facts {
        facts.customers_of_all = customers;
        facts.rivals_profit = profit - facts.books.profit();
    }
}

/// Counts where people stand with the firm; nothing but heads where nobody asks what it is worth to them.
pub fn count(people: &People, firm: &Firm, worth: Option<&Worth>, facts: &mut Facts) {
    let clientele = &firm.clientele;
    (facts.opinion, facts.quality) = (f64::from(firm.opinion), f64::from(firm.quality));
    facts.bought_followers = f64::from(firm.assets.bought_followers);
    facts.hunters = clientele.hunts.count();
    facts.subscribers = clientele.subscribes.count();
    facts.members = clientele.member.count();
    let felt = |i: &usize| clientele.is_customer(*i) && clientele.honoured.get(*i) >= 0.25;
    facts.honoured = (0..clientele.honoured.all().len()).filter(felt).count() as u64;
    add_up(people, firm, worth.is_none(), facts);
    let helps = !(clientele.benefits.is_unused() && clientele.honoured.is_unused());
    if let Some(worth) = worth.filter(|_| helps) {
        add_help(people, firm, worth, facts);
    }
}

/// People whose columns are looked at together: several times as many as a byte can count, and nothing is left over
/// in any register.
const TOGETHER: usize = 5 * A_BYTEFUL;
/// As many as are counted in a byte.
const A_BYTEFUL: usize = 192;

/// Counts people by where they stand, and, unless nobody asks, adds up what customers think of the firm and what
/// they would pay.
///
/// Everybody is added, and whoever is no customer counts as nothing: that is faster than to look for customers.
fn add_up(people: &People, firm: &Firm, heads_only: bool, facts: &mut Facts) {
    let clientele = &firm.clientele;
    let mut sums = Sums::default();
    let [mut weights, mut alone] = [[0.0_f32; TOGETHER]; 2];
    for from in (0..people.len()).step_by(TOGETHER) {
        let some = from..people.len().min(from + TOGETHER);
        tally(people, clientele, &some, facts);
        if heads_only {
            continue;
        }
        let (weights, alone) = (&mut weights[..some.len()], &mut alone[..some.len()]);
        weigh(people, clientele, &some, (weights, alone));
        let [trust, norm, experience] =
            [&clientele.trust, &clientele.norm, &clientele.experience].map(|c| &c[some.clone()]);
        sums.add(weights, [trust, norm, experience, alone]);
    }
    let [trust, norm, experience, willingness] = sums.totals();
    facts.trust += trust;
    facts.norm += norm;
    facts.experience += experience;
    facts.willingness += willingness;
}

/// Counts some people by where they stand.
fn tally(people: &People, clientele: &Clientele, some: &Range<usize>, facts: &mut Facts) {
    let stages = &clientele.stage[some.clone()];
    let [follows, loyal] =
        [&clientele.follows, &clientele.loyal].map(|column| column.of_some(some));
    let other = people.other.of_some(some);
    Arch::new().dispatch(
        #[inline(always)]
        move || {
            // What can be called once only is compiled where it is called, for that processor.
            let facts = facts;
            facts.followers += many(follows, true);
            facts.aware += many(stages, Stage::Aware);
            facts.lapsed += many(stages, Stage::Lapsed);
            facts.customers += many(stages, Stage::Customer);
            facts.customers_other += many_customers(stages, other);
            facts.loyal += many_customers(stages, loyal);
        },
    );
}

/// Notes of some people who is a customer, as 1 or 0, and what each would pay without the firm's help.
fn weigh(
    people: &People,
    clientele: &Clientele,
    some: &Range<usize>,
    (weights, alone): (&mut [f32], &mut [f32]),
) {
    let stages = &clientele.stage[some.clone()];
    let (values, fits) = (&people.base_value[some.clone()], &clientele.relative_fit[some.clone()]);
    Arch::new().dispatch(
        #[inline(always)]
        move || {
            for (weight, &stage) in weights.iter_mut().zip(stages) {
                *weight = f32::from(u8::from(stage == Stage::Customer));
            }
            for (alone, (value, fit)) in alone.iter_mut().zip(values.iter().zip(fits)) {
                *alone = value * fit;
            }
        },
    );
}

/// Adds up what customers have had of the firm's help, and what that adds to what they would pay.
///
/// Sums stand in variables of their own until the end: the facts lie in memory, and a sum that goes there and
/// back for each customer takes twice as long.
fn add_help(people: &People, firm: &Firm, worth: &Worth, facts: &mut Facts) {
    let clientele = &firm.clientele;
    let (mut helped, mut benefits, mut willingness) = (0, 0.0, 0.0);
    let mut customers = Few::default();
    for &i in customers.at(&clientele.stage, Stage::Customer) {
        let i = i as usize;
        let benefit = clientele.benefit(i, &people.needs[i]);
        benefits += f64::from(benefit);
        helped += u64::from(clientele.was_helped_of_late(i));
        let alone = people.base_value[i] * clientele.relative_fit[i];
        willingness += f64::from(worth.willingness(people, firm, i, benefit)) - f64::from(alone);
    }
    facts.helped += helped;
    facts.benefit += benefits;
    facts.willingness += willingness;
}

/// How many customers have this.
#[inline(always)]
fn many_customers(stages: &[Stage], has: &[bool]) -> u64 {
    let part = |(stages, has): (&[Stage], &[bool])| {
        let both = stages.iter().zip(has).map(|(&stage, &has)| stage == Stage::Customer && has);
        u64::from(both.map(u8::from).sum::<u8>())
    };
    stages.chunks(A_BYTEFUL).zip(has.chunks(A_BYTEFUL)).map(part).sum()
}

/// How many times this stands in a column.
///
/// Counted in bytes, as long as a byte can hold it: so many more go side by side.
#[inline(always)]
fn many<T: Copy + PartialEq>(column: &[T], wanted: T) -> u64 {
    let part = |part: &[T]| part.iter().map(|&found| u8::from(found == wanted)).sum::<u8>();
    column.chunks(A_BYTEFUL).map(|some| u64::from(part(some))).sum()
}

/// Counts which of the ties that were brokered a year ago are alive.
pub fn follow_up(
    ties: &Ties,
    brokered: &[(PersonId, PersonId, u32)],
    week: u32,
    facts: &mut Facts,
) {
    let Some(then) = week.checked_sub(WEEKS_A_YEAR as u32) else {
        return;
    };
    let from = brokered.partition_point(|(_, _, since)| *since < then);
    for &(one, other, since) in brokered[from..].iter().take_while(|(_, _, since)| *since == then) {
        let alive =
            |tie: Tie| tie.origin() == Origin::Brokered && i64::from(tie.since) == i64::from(since);
        facts.ties_brokered_year_ago += 1;
        facts.ties_brokered_year_old += u64::from(ties.between(one, other).is_some_and(alive));
    }
}

/// What living customers would still bring, buying so many discounted units, in the value of week 0.
#[must_use]
pub fn run_off(firm: &Firm, units_to_come: f64, discount: f64, week: u32) -> f64 {
    let margin = (firm.price - firm.unit_cost).to_number();
    margin * units_to_come * discount_factor(discount, week)
}
