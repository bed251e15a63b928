//! The shortlist: the few people whom this week's luck may make join, leave or return.
//!
//! Most people do nothing in most weeks, and mostly a look at the draw tells: what happens with a
//! hazard never happens to a draw above it. So each person's hazard is bounded from above by what is
//! quick to add up, many people at once, and only those are asked in earnest whose draw is not
//! above their bound. The bounds are no second model: they may be too large, which costs time, and
//! a test holds that they are never too small.

use super::{Act, Decision, Rivals, Streams};
use crate::column::Counts;
use crate::draws::Stream;
use crate::few::Few;
use crate::firms::{Firm, Stage};
use crate::people::{Circles, People, PersonId};
use crate::quantity::Quantity;
use crate::threads;
use pulp::Arch;
use std::ops::Range;

/// People who are looked at together: their columns stay in the processor's near memory.
const TOGETHER: usize = 8192;
/// What rounding may take from a sum in single precision, made good.
const ROUNDING: f32 = 1.0001;

/// What is noted about some people, used again for the next.
#[derive(Debug, Default)]
pub(super) struct Shortlist {
    lots: Vec<f32>,
    causes: Vec<f32>,
    pushes: Vec<f32>,
    few: Few,
}

/// All people in groups of those who are looked at together.
pub(super) fn groups(people: usize) -> impl Iterator<Item = Range<usize>> {
    (0..people).step_by(TOGETHER).map(move |from| from..people.min(from + TOGETHER))
}

impl Decision<'_> {
    /// What people do this week, in their order.
    ///
    /// What one of them does moves nobody else this week. So each group is asked as soon as its list is made, while
    /// what is known of it is still near the processor, and everybody is asked before anybody does anything.
    pub(super) fn acts(
        &self,
        (people, circles, firm): (&People, &Circles, &Firm),
        around: (Option<&Counts>, Option<Rivals<'_>>),
    ) -> impl Iterator<Item = (PersonId, Act)> + use<> {
        let (streams, trouble) = (self.streams(), circles.most_trouble());
        let troubled = (trouble > 0.0).then_some(circles);
        let groups: Vec<_> = groups(people.len()).collect();
        let of_group = |list: &mut Shortlist, some: &Range<usize>| -> Vec<(PersonId, Act)> {
            let few = self.shortlist(list, (people, trouble, firm), around.0, some, &streams);
            let act = |&at: &u32| {
                let person = PersonId(some.start as u32 + at);
                let act = self.act((people, troubled, firm), around, &streams, person.index());
                act.map(|act| (person, act))
            };
            few.iter().filter_map(act).collect()
        };
        threads::of_each_with(people.len(), &groups, Shortlist::default, of_group)
            .into_iter()
            .flatten()
    }

    /// Of some people those whose draw is not above their bound, counted from the first of them.
    pub(super) fn shortlist<'l>(
        &self,
        list: &'l mut Shortlist,
        (people, trouble, firm): (&People, f32, &Firm),
        visible: Option<&Counts>,
        some: &Range<usize>,
        streams: &Streams,
    ) -> &'l [u32] {
        let Shortlist { lots, causes, pushes, few } = list;
        let clientele = &firm.clientele;
        self.add_up_causes(firm, visible, some, causes);
        self.add_up_pushes((people, trouble, firm), some, pushes);
        lots.resize(some.len(), 0.0);
        let (joins, leaves) = (self.joins_at_most(firm), self.leaves_at_most());
        let returns = self.leaving.back.single() * ROUNDING;
        let [value, fit, trust, frailty] =
            [&people.base_value, &clientele.relative_fit, &clientele.trust, &clientele.frailty]
                .map(|column| &column[some.clone()]);
        let (keys, stages) = (&people.key[some.clone()], &clientele.stage[some.clone()]);
        let (bounds, pushes) = (causes, pushes.as_slice());
        let to = lots.as_mut_slice().iter_mut().zip(bounds.as_mut_slice());
        Arch::new().dispatch(
            #[inline(always)]
            move || {
                // What can be called once only is compiled where it is called, for that processor.
                let (to, streams, joins, leaves) = (to, *streams, joins, leaves);
                let who = keys.iter().zip(stages);
                let what = value.iter().zip(fit).zip(trust.iter().zip(frailty));
                let all = to.zip(who).zip(pushes).zip(what);
                for ((((lot, bound), (&key, &stage)), &push), what) in all {
                    let ((&value, &fit), (&trust, &frailty)) = what;
                    *lot = streams.masked(stage).about(key).at_least();
                    let join = joins.at_most(*bound, value, fit, trust);
                    let leave = leaves.at_most(push, frailty);
                    let stay = either(stage == Stage::Customer, leave, join);
                    *bound = either(stage == Stage::Lapsed, returns, stay);
                }
            },
        );
        // Only prospects are invited and the readier; a bound that is too large for anybody else is a bound.
        clientele.invited.add_to(bounds, some, ROUNDING);
        clientele.committed.raise(bounds, some);
        few.of((lots, bounds), |lot, bound| lot <= bound)
    }

    /// Adds up the hazards of all causes to join, but for invitations.
    fn add_up_causes(
        &self,
        firm: &Firm,
        visible: Option<&Counts>,
        some: &Range<usize>,
        causes: &mut Vec<f32>,
    ) {
        let clientele = &firm.clientele;
        let opinion = 1.0 + self.gains.public_opinion.single() * firm.opinion;
        causes.clear();
        causes.resize(some.len(), self.adoption.search.single() * opinion);
        clientele.ad_stock.add_to(causes, some, self.response);
        clientele.praise_heard.add_to(causes, some, self.adoption.persuasion.single());
        clientele.read_forum.add_to(causes, some, 1.0);
        clientele.was_guest.add_to(causes, some, 1.0);
        if let Some(visible) = visible {
            visible.add_to(causes, some, self.seen);
        }
    }

    /// Adds up all that pushes a customer out, less all that keeps him, as an exponent.
    fn add_up_pushes(
        &self,
        (people, trouble, firm): (&People, f32, &Firm),
        some: &Range<usize>,
        pushes: &mut Vec<f32>,
    ) {
        let (rules, clientele) = (self.leaving, &firm.clientele);
        let reminded =
            if clientele.offers_lately.is_unused() { 1.0 } else { self.leaving.reminded.single() };
        let (satisfied, trusting) = (rules.satisfaction.single(), rules.trust.single());
        let (surplus, price) = (rules.surplus.single(), firm.price.to_number() as f32);
        let always = satisfied * rules.usual_satisfaction.single()
            + trusting * rules.usual_trust.single()
            - surplus * self.worth.left_by_price(firm, 0.0)
            + rules.circle.single() * trouble
            + libm::logf(reminded.max(1.0)) * self.gains.irritation.single();
        pushes.clear();
        pushes.resize(some.len(), always);
        clientele.irritation.add_to(pushes, some, rules.annoyed.single());
        let contagion = libm::logf(rules.contagion.single()) * self.gains.contagion.single();
        clientele.losses_near.add_to(pushes, some, contagion);
        clientele.aggrieved.add_to(pushes, some, rules.violated.single());
        clientele.company.add_to(pushes, some, 1.0);
        // Where customers go by nothing of that, none of it is looked at.
        if [satisfied, trusting, surplus].iter().all(|&weight| weight == 0.0) {
            return;
        }
        let who = people.base_value[some.clone()].iter().zip(&clientele.relative_fit[some.clone()]);
        let how = clientele.experience[some.clone()].iter().zip(&clientele.trust[some.clone()]);
        Arch::new().dispatch(
            #[inline(always)]
            || {
                let pushes = pushes.iter_mut().zip(who).zip(how);
                for ((push, (value, fit)), (experience, trust)) in pushes {
                    *push -=
                        satisfied * experience + trusting * trust + surplus * value * fit / price;
                }
            },
        );
    }

    /// What bounds a prospect's hazard to join.
    fn joins_at_most(&self, firm: &Firm) -> Joins {
        // Readiness goes by the surplus in units of its spread, which is so much for each unit of worth.
        let spread = self.adoption.indifference.single();
        Joins {
            ready: ROUNDING / firm.usual_readiness,
            from: self.worth.left_by_price(firm, 0.0) / spread,
            steep: (1.0 + self.worth.help_at_most(firm)) / (firm.price.to_number() as f32 * spread),
        }
    }

    /// What bounds a customer's hazard to leave.
    fn leaves_at_most(&self) -> Leaves {
        let bounded = !self.contract.is_usual() && self.is_pushed_only();
        Leaves {
            whatever: ROUNDING
                * if bounded { self.leaving.payment.single() } else { f32::INFINITY },
            usual: ROUNDING * ROUNDING * self.leaving.usual.single(),
        }
    }

    /// Whether surplus keeps people and everything else pushes them out, as all plausible rules say.
    fn is_pushed_only(&self) -> bool {
        let rules = self.leaving;
        let weights = [rules.surplus, rules.annoyed, rules.circle, rules.violated];
        weights.iter().all(|weight| weight.0 >= 0.0) && rules.contagion.0 >= 1.0
    }
}

/// No prospect's hazard to join exceeds the sum of all causes, times fit and trust, what of readiness the price leaves at
/// the most, and how much readier whoever has taken part is, where nobody is annoyed.
#[derive(Clone, Copy)]
struct Joins {
    ready: f32,
    from: f32,
    steep: f32,
}

impl Joins {
    #[inline(always)]
    fn at_most(self, causes: f32, value: f32, fit: f32, trust: f32) -> f32 {
        let affordable = logistic_at_most(self.from + self.steep * value * fit);
        causes * fit * self.ready * trust * affordable
    }
}

/// No customer's hazard to leave exceeds that of judging by what is left without the firm's help; and e^x never
/// exceeds (1 − x/4)⁻⁴.
#[derive(Clone, Copy)]
struct Leaves {
    whatever: f32,
    usual: f32,
}

impl Leaves {
    #[inline(always)]
    fn at_most(self, push: f32, frailty: f32) -> f32 {
        let root = (1.0 - 0.25 * push).max(1e-8);
        let square = root * root;
        self.whatever + frailty * self.usual / (square * square)
    }
}

impl Streams {
    /// The same, found without a branch.
    #[inline(always)]
    const fn masked(&self, stage: Stage) -> Stream {
        let stays = self.joins.or(self.leaves, matches!(stage, Stage::Customer));
        stays.or(self.returns, matches!(stage, Stage::Lapsed))
    }

    /// The luck that decides about somebody at this stage.
    #[inline(always)]
    pub(super) const fn of(&self, stage: Stage) -> Stream {
        match stage {
            Stage::Unaware | Stage::Aware => self.joins,
            Stage::Customer => self.leaves,
            Stage::Lapsed => self.returns,
        }
    }
}

/// What the [logistic function](crate::elementary::logistic) does not exceed: half and a quarter of x above 0, and
/// 1 / (2 − x + x²/2) below.
#[inline(always)]
fn logistic_at_most(x: f32) -> f32 {
    let (above, below) = (x.max(0.0), x.min(0.0));
    (0.25 * above + 1.0 / (2.0 - below * (1.0 - 0.5 * below))).min(1.0)
}

/// One of two numbers, without a branch that nobody can foresee.
#[inline(always)]
fn either(first: bool, one: f32, other: f32) -> f32 {
    let (one, other) = (one.to_bits(), other.to_bits());
    f32::from_bits(other ^ ((one ^ other) & u32::from(first).wrapping_neg()))
}

#[cfg(test)]
mod tests;
