//! What a week brought, counted: the only thing that measures and observers read.
//!
//! A week's facts add up to the facts of a month or of the whole run: *flows* are summed,
//! *levels* are those of the last week.

mod flow;

use crate::firms::{Reason, Source};
use crate::ledger::Page;
use crate::offers::OfferKind;
use crate::people::NEEDS;
use crate::quantity::Money;
use flow::Flow;

macro_rules! facts {
    (
        flows { $($(#[$flow_doc:meta])* $flow:ident: $flow_type:ty,)+ }
        levels { $($(#[$level_doc:meta])* $level:ident: $level_type:ty,)+ }
    ) => {
        /// What a week, or a longer time, brought to one firm and to the ties around it.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Facts {
            $($(#[$flow_doc])* pub $flow: $flow_type,)+
            $($(#[$level_doc])* pub $level: $level_type,)+
        }

        impl Facts {
            /// Adds a later week: flows are summed, levels replaced.
            pub fn absorb(&mut self, later: &Self) {
                $(self.$flow.add(&later.$flow);)+
                $(self.$level.clone_from(&later.$level);)+
            }
        }
    };
}

facts! {
    flows {
        /// Weeks that have passed.
        weeks: u64,
        /// Paid impressions.
        impressions: f64,
        /// Posts seen by followers.
        posts_seen: f64,
        /// E-mails sent.
        mails: u64,
        /// E-mails that were opened.
        mails_opened: u64,
        /// E-mails on which people clicked.
        mails_clicked: u64,
        /// Clicks on impressions, where the firm keeps track of them.
        clicks: u64,
        /// People whom news of an event reached.
        event_news: u64,
        /// People who took part in a prize draw because they had heard of the prize.
        entered_by_hearsay: u64,
        /// People who signed up for e-mails.
        subscribed: u64,
        /// People who unsubscribed.
        unsubscribed: u64,
        /// Offers of each kind, in the order of `OfferKind`.
        offered: [u64; OfferKind::COUNT],
        /// Of these, those that were taken; of introductions, by both sides.
        taken: [u64; OfferKind::COUNT],
        /// Helpful acts that worked, by the need of people that they served, in the order of `Need`.
        served: [u64; NEEDS],
        /// Members who left the customers' network while they stayed customers.
        left_network: u64,
        /// Guests who left at the door, since they were asked for money there.
        walked_out: u64,
        /// How badly business acts offended friends of the firm, summed: 1 is the worst for one person.
        violation: f64,
        /// Requests that people took for exploitation, since nothing had been given before.
        exploited: u64,
        /// Units that customers bought.
        sold: f64,
        /// What customers paid beyond the weekly price.
        one_off_sales: Money,
        /// Visits to the firm's forum.
        visits: u64,
        /// Of these, visits by people who were no customers.
        visits_by_prospects: u64,
        /// Support that customers gave each other and the firm need not pay for.
        support_saved: Money,
        /// Wishes that customers had for something that others could lend or do.
        wishes: u64,
        /// Of these, those that others fulfilled.
        loans: u64,
        /// Weekly purchases that loans replaced.
        displaced: f64,
        /// Opinions of people that the firm heard.
        heard: f64,
        /// Mentions by the firm's own people.
        staff_mentions: u64,
        /// Mentions of the firm's events.
        event_mentions: u64,
        /// Mentions of a prize to be won.
        prize_mentions: u64,
        /// Contacts between people, each pair counted once.
        contacts: u64,
        /// Mentions of the firm in a contact.
        mentions: u64,
        /// Mentions that praised it.
        praise: u64,
        /// Mentions that blamed it.
        blame: u64,
        /// Praise that was said in public.
        public_praise: u64,
        /// Blame that was said in public.
        public_blame: u64,
        /// Complaints and questions of customers.
        complaints: u64,
        /// Of these, those that the firm answered.
        answered_by_firm: u64,
        /// Of these, those that other customers answered.
        answered_by_peers: u64,
        /// Of these, those that were answered in the forum.
        answered_in_forum: u64,
        /// Of these, those that the desk beyond the usual service answered.
        answered_by_desk: u64,
        /// People who became customers, by cause, in the order of `Source::CAUSES`.
        joined: [u64; Source::CAUSES.len()],
        /// Of these, people who had never been customers.
        joined_first: u64,
        /// Customers who left, by reason.
        left: [u64; Reason::COUNT],
        /// Of those who joined, customers of a rival who were won over.
        won_from_rivals: u64,
        /// Profit of the other firms of the market, in the value of week 0.
        rivals_profit: Money,
        /// Weeks that customers spent with the firm.
        customer_weeks: u64,
        /// People who began to follow the firm's page.
        followed: u64,
        /// People who ceased to follow it.
        unfollowed: u64,
        /// Ties that a firm brokered.
        ties_brokered: u64,
        /// Brokered ties that were gone this week.
        ties_brokered_lost: u64,
        /// Brokered ties that began a year ago.
        ties_brokered_year_ago: u64,
        /// Of these, those that are still alive.
        ties_brokered_year_old: u64,
        /// Ties that formed without a firm.
        ties_met: u64,
        /// Ties that dissolved, brokered ones among them.
        ties_dissolved: u64,
        /// What the programmes cost, as paid: not discounted.
        paid: Money,
        /// Of this, what was paid for impressions.
        paid_for_media: Money,
        /// The books, in the value of week 0.
        books: Page,
    }
    levels {
        /// Customers.
        customers: u64,
        /// Of these, those who are not of the core.
        customers_other: u64,
        /// Customers of all firms of the market.
        customers_of_all: u64,
        /// Customers of the first week.
        customers_at_start: u64,
        /// Customers of the first week who never left.
        loyal: u64,
        /// People who know the firm and are not customers.
        aware: u64,
        /// People who once were customers.
        lapsed: u64,
        /// Followers of the firm's page.
        followers: u64,
        /// Of these, those who follow for the sake of a prize.
        hunters: u64,
        /// Followers that were bought, beside these.
        bought_followers: f64,
        /// People who get the firm's e-mails.
        subscribers: u64,
        /// Members of the customers' network.
        members: u64,
        /// Customers whom the firm has singled out and who still feel it.
        honoured: u64,
        /// The firm's true quality.
        quality: f64,
        /// What the firm has learnt from people of late.
        insight: f64,
        /// Sum of customers' trust.
        trust: f64,
        /// Sum of customers' norm.
        norm: f64,
        /// Sum of customers' experience.
        experience: f64,
        /// Sum of what the firm's help is worth to its customers.
        benefit: f64,
        /// Customers whom the firm has helped of late.
        helped: u64,
        /// Sum of customers' willingness to pay, money a week.
        willingness: f64,
        /// Public opinion.
        opinion: f64,
        /// Ties in all.
        ties: u64,
        /// The contact portfolios of all people, where they were counted this week.
        portfolio: Option<Portfolio>,
        /// What living customers would still bring without any budget, in the value of week 0.
        run_off: Option<f64>,
    }
}

impl Facts {
    /// The facts of a week that has just begun.
    #[must_use]
    pub fn of_one_week() -> Self {
        Self { weeks: 1, ..Self::default() }
    }

    /// People who became customers, whatever the cause.
    #[must_use]
    pub fn joined_all(&self) -> u64 {
        self.joined.iter().sum()
    }

    /// Customers who left, whatever the reason.
    #[must_use]
    pub fn left_all(&self) -> u64 {
        self.left.iter().sum()
    }
}

/// Everybody's ties by state, and what they are worth to those who have them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// Ends of ties that are strong.
    pub strong: u64,
    /// Ends of ties that are weak.
    pub weak: u64,
    /// Ends of ties without contact for long.
    pub dormant: u64,
    /// Ends of ties that are new.
    pub new: u64,
    /// Sum over people of the need-weighted value of their ties.
    pub value: f64,
    /// How many people there are.
    pub people: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flows_are_summed_and_levels_replaced() {
        let mut year = Facts::default();
        for week in 1..=3 {
            year.absorb(&Facts {
                weeks: 1,
                mentions: week,
                customers: 10 * week,
                joined: [week; Source::CAUSES.len()],
                ..Facts::default()
            });
        }
        assert_eq!((year.weeks, year.mentions, year.customers, year.joined_all()), (3, 6, 30, 48));
    }
}
