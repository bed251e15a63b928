//! Advertising: paid impressions to the people whom the platform takes for likely customers, so many a week at most.
//!
//! A competent digital side targets, leaves its own customers out as far as the platform
//! recognises them, and caps the frequency; what cannot be used under the cap is not spent.
//! Cost and response of an impression: [`crate::technology`]. The published response is that of
//! accounts under management, whose creatives are kept fresh; so a creative of this week has it
//! in full, and one that has run for weeks has less of it.

use super::{FirmView, Programme};
use crate::elementary::power;
use crate::offers::{Impressions, Offer, Offers, Purse};
use crate::people::PersonId;
use crate::quantity::{Horizon, Money, Number, Quantity, Share, Weeks};
use crate::threads;
use crate::ties::BLOCK;

crate::parameters! {
    /// Paid impressions on the platform.
    pub Advertising in "strategies.NAME.advertising" {
        /// Impressions that one person gets in a week at most.
        frequency_cap: Number = 3.0, in 0.1 => 20.0, from "assumption; swept (practice: two to four a week)", grade Gap, role Input;
        /// How strongly delivery follows the platform's estimate of fit: impressions more for each standard deviation, as a share.
        targeting: Number = 0.5, in 0.0 => 2.0, from "assumption; swept", grade Gap, role Input;
        /// Share of the money that goes to people who showed interest: who clicked, opened a mail or read in the forum.
        retargeting: Share = 0.0, in 0.0 => 1.0, from "definition (0: nobody is followed about)", grade Definition, role Input;
        /// Weeks for which an interest that somebody showed counts.
        interest: Weeks = 4.0, in 1.0 => 26.0, from "assumption; swept (practice: thirty days)", grade Gap, role Input;
        /// Weeks after which there is a new creative: 1 has a fresh one each week.
        refresh: Horizon = 1.0, in 1.0 => 52.0, from "definition (1: the published response is that of accounts that are kept fresh)", grade Definition, role Input;
        /// Weeks in which a creative loses half of its effect.
        wear_out: Weeks = 13.0, in 2.0 => 52.0, from "assumption; swept (sign: Tellis 2009, wear-out is slow)", grade Gap, role Input;
        /// Share of the management's price that a new creative costs, spared in the weeks without one.
        creative: Share = 0.5, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// Price of a week's campaign management, money a week and 1,000 people of the market.
        management: Money = 1.0, in 0.0 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Advertising {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        let management = self.management.scaled(firm.thousands());
        let spared = if self.age(firm.running()) > 0 { self.creative.0 } else { 0.0 };
        management - management.scaled(spared)
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let follows_up = self.retargeting.0 > 0.0;
        offers.services.tracking |= follows_up;
        let everybody: Vec<PersonId> = firm.everybody().collect();
        let interested = |person| follows_up && firm.showed_interest(person, self.interest);
        // Those who showed interest, or the others, each with a weight, but for recognised customers.
        let those = |who_showed: bool| {
            threads::filter_map(everybody.len(), &everybody, |&person| {
                if firm.is_excluded(person) || interested(person) != who_showed {
                    return None;
                }
                let weight = if who_showed { 1.0 } else { self.weight(firm.estimated_fit(person)) };
                (weight > 0.0).then_some((person, weight))
            })
        };
        let interested = if follows_up { those(true) } else { Vec::new() };
        let others = those(false);
        let affordable =
            1000.0 * purse.left().to_number() / firm.technology.cost_per_mille.to_number();
        // What the few who showed interest leave under the cap goes to the others.
        let used = self.show(&interested, affordable * self.retargeting.0, (firm, purse, offers));
        self.show(&others, affordable - used, (firm, purse, offers));
    }
}

impl Advertising {
    fn weight(&self, estimated_fit: f32) -> f32 {
        (1.0 + self.targeting.single() * estimated_fit).max(0.0)
    }

    /// For how many weeks this week's creative has run.
    fn age(&self, week: u32) -> u32 {
        week % self.refresh.whole().max(1)
    }

    /// The share of its effect that this week's creative still has.
    fn freshness(&self, week: u32) -> f32 {
        power(f64::from(self.wear_out.retention()), f64::from(self.age(week))) as f32
    }

    /// Shows so many impressions to an audience, as far as the frequency cap allows. Returns how many.
    fn show(
        &self,
        audience: &[(PersonId, f32)],
        affordable: f64,
        (firm, purse, offers): (&FirmView<'_>, &mut Purse, &mut Offers),
    ) -> f64 {
        let (most, freshness) = (self.frequency_cap.0, self.freshness(firm.running()));
        let level = level(audience, affordable, most);
        let mut shown = 0.0;
        offers.make_room(audience.len());
        for &(person, weight) in audience {
            let number = (level * f64::from(weight)).min(most) as f32;
            let cost = firm.technology.price_of_impressions(number);
            let offer = Offer::Impressions(Impressions { number, freshness });
            if offers.make(person, offer, cost, purse) {
                shown += f64::from(number);
            }
        }
        shown
    }
}

/// Impressions for each unit of weight, so that all together are what can be paid: where the
/// frequency cap holds some back, theirs go to the others.
fn level(audience: &[(PersonId, f32)], affordable: f64, most: f64) -> f64 {
    let mut level = 0.0;
    let mut reach = reach_at(level, audience, most);
    // Each round caps more people; a few rounds use all but a trifle of the money.
    for _ in 0..4 {
        if reach.open <= 0.0 {
            break;
        }
        level = (affordable - reach.held as f64 * most) / reach.open;
        let before = std::mem::replace(&mut reach, reach_at(level, audience, most));
        if reach.held == before.held {
            break;
        }
    }
    level.max(0.0)
}

/// Whom a level of delivery leaves at the cap, and whom below it.
#[derive(Clone, Copy, Default)]
struct Reach {
    /// How many the cap holds back.
    held: usize,
    /// The weight of the others.
    open: f64,
}

/// Whom this level leaves at the cap. It is added up by blocks, whoever adds up which.
fn reach_at(level: f64, audience: &[(PersonId, f32)], most: f64) -> Reach {
    let of_block = |block: &&[(PersonId, f32)]| {
        let mut reach = Reach::default();
        for weight in block.iter().map(|&(_, weight)| f64::from(weight)) {
            let below = level * weight < most;
            reach.held += usize::from(!below);
            reach.open += if below { weight } else { 0.0 };
        }
        reach
    };
    let blocks: Vec<_> = audience.chunks(BLOCK).collect();
    let blocks = threads::of_each(audience.len(), &blocks, of_block);
    let both = |a: Reach, b: Reach| Reach { held: a.held + b.held, open: a.open + b.open };
    blocks.into_iter().fold(Reach::default(), both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_cap_holds_back_goes_to_the_others() {
        // Every third is five times as likely to be shown something: at a level of a half these are capped at 2.
        let weight = |i: u32| if i.is_multiple_of(3) { 5.0 } else { 1.0 };
        let audience: Vec<_> = (0..9000).map(|i| (PersonId(i), weight(i))).collect();
        let (capped, others) = (3000.0, 6000.0);
        let found = level(&audience, 2.0 * capped + 0.5 * others, 2.0);
        assert!((found - 0.5).abs() < 1e-12, "{found}");
        // Where the cap holds nobody back, money is shared by weight; where it holds all back, more money changes nothing.
        let found = level(&audience, 0.3 * (5.0 * capped + others), 2.0);
        assert!((found - 0.3).abs() < 1e-12, "{found}");
        assert!(level(&audience, 1e9, 2.0) >= 2.0);
        assert!(level(&[], 10.0, 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_large_audience_is_added_up_as_a_small_one() {
        let weight = |i: u32| (i % 97) as f32 / 31.0;
        let audience: Vec<_> =
            (0..threads::LARGE as u32 + 500).map(|i| (PersonId(i), weight(i))).collect();
        let found = reach_at(0.7, &audience, 2.0);
        let held = |i: &u32| 0.7 * f64::from(weight(*i)) >= 2.0;
        let all = 0..audience.len() as u32;
        assert_eq!(found.held, all.clone().filter(held).count());
        let open: f64 = all.filter(|i| !held(i)).map(|i| f64::from(weight(i))).sum();
        assert!((found.open - open).abs() < 1e-12 * open, "{} {open}", found.open);
    }
}
