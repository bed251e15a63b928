//! All rules of the model in one place: how people behave, what the platform does, what the firm is.

use crate::draws::Luck;
use crate::elementary::power;
use crate::ledger::discount_factor;
use crate::mechanisms::Mechanisms;
use crate::norms::Norms;
use crate::portfolio::States;
use crate::processes::answer::{Answering, Complaints, Service};
use crate::processes::broadcast::{Attention, Broadcast, Campaigns, Mailing};
use crate::processes::broker::{Acceptance, Broker, Help};
use crate::processes::decide::{Adoption, Buying, Contract, Decision, Leaving, Rivalry};
use crate::processes::drift::Turnover;
use crate::processes::learn::Learning;
use crate::processes::meet::Contact;
use crate::processes::notice::Visibility;
use crate::processes::purchase::{Purchases, Shopping};
use crate::processes::relate::{Living, Relationship};
use crate::processes::talk::{Conversation, Talk};
use crate::processes::visit::{Forum, Visiting};
use crate::segments::Segments;
use crate::technology::Technology;
use crate::worth::Worth;

macro_rules! rules {
    ($($(#[$doc:meta])* $field:ident: $Group:ident at $($path:literal).+,)+) => {
        /// The parameters of all processes.
        #[derive(Clone, Debug, Default)]
        pub struct Rules {
            $($(#[$doc])* pub $field: $Group,)+
            /// Yearly rate at which money is discounted.
            pub discount: f64,
            /// Weeks after which the run ends.
            pub horizon: u32,
            /// Whether nobody asks more than who is where: neither what customers think of the firm, nor what they
            /// and portfolios are worth.
            pub counts_heads_only: bool,
        }

        impl Rules {
            /// The parameter groups by their tables: a place to visit each of them.
            pub fn visit(&mut self, visitor: &mut impl Visitor) {
                $(visitor.group(&[$($path),+], &mut self.$field);)+
            }
        }
    };
}

/// Someone who visits every group of parameters: to read, to list, to push to an end.
pub trait Visitor {
    /// Visits one group, which stands in the scenario under this path of tables.
    fn group<G: crate::parameters::Parameters>(&mut self, path: &[&'static str], group: &mut G);
}

rules! {
    /// The core and the others.
    segments: Segments at "people"."segments",
    /// How people take in messages.
    attention: Attention at "people"."attention",
    /// What people do with e-mails.
    mailing: Mailing at "people"."mail",
    /// What people make of events, requests for feedback and prize draws.
    campaigns: Campaigns at "people"."campaigns",
    /// How people answer offers of contact.
    acceptance: Acceptance at "people"."acceptance",
    /// What help does to those who took it.
    help: Help at "people"."help",
    /// How ties live by contact.
    contact: Contact at "people"."contact",
    /// How visible use is.
    visibility: Visibility at "people"."visibility",
    /// How people talk.
    talk: Talk at "people"."talk",
    /// How experience, trust and norm move.
    relationship: Relationship at "people"."relationship",
    /// What a business act does to a friendly relationship.
    norms: Norms at "people"."norms",
    /// What becomes of complaints.
    complaints: Complaints at "people"."complaints",
    /// How people use a firm's forum.
    visiting: Visiting at "people"."forum",
    /// How people answer each other there.
    answering: Answering at "people"."answering",
    /// How what a firm hears becomes quality.
    learning: Learning at "people"."learning",
    /// What people would pay.
    worth: Worth at "people"."worth",
    /// How prospects join.
    adoption: Adoption at "people"."adoption",
    /// How customers leave.
    leaving: Leaving at "people"."leaving",
    /// How firms win customers from each other.
    rivalry: Rivalry at "people"."rivalry",
    /// How people decide together.
    buying: Buying at "people"."buying",
    /// How contracts bind customers.
    contract: Contract at "people"."contract",
    /// How customers buy who are no subscribers.
    purchases: Purchases at "people"."purchases",
    /// How ties begin and end.
    turnover: Turnover at "people"."turnover",
    /// When a tie counts as strong, weak, dormant, new.
    portfolio: States at "people"."portfolio",
    /// The platform.
    technology: Technology at "technology",
    /// The gains of the mechanisms.
    gains: Mechanisms at "mechanisms",
}

/// Weeks between two counts of all portfolios: a quarter of a year.
pub const STOCKTAKING: u32 = 13;

impl Rules {
    /// Whether portfolios and run-off are counted at the end of this week (counted from 0).
    #[must_use]
    pub const fn takes_stock(&self, week: u32) -> bool {
        let is_turn = (week + 1).is_multiple_of(STOCKTAKING) || week + 1 == self.horizon;
        is_turn && !self.counts_heads_only
    }

    /// What the firm's offer is worth to people, unless nobody asks for more than heads.
    #[must_use]
    pub fn worth_asked(&self) -> Option<&Worth> {
        (!self.counts_heads_only).then_some(&self.worth)
    }

    /// What an amount is worth a week earlier.
    #[must_use]
    pub fn weekly_discount(&self) -> f64 {
        discount_factor(self.discount, 1)
    }

    /// A customer's trust in the long run, at this quality and with the firm's usual service.
    #[must_use]
    pub fn usual_trust(&self, quality: f32) -> f32 {
        let grudge = self.complaints.usual_grudge();
        self.relationship.balanced_trust(quality, grudge)
    }

    /// A customer's mean trust after so many weeks, at this quality and with the firm's usual service.
    #[must_use]
    pub fn trust_after(&self, quality: f32, weeks: u32) -> f32 {
        let (good, bad) = self.relationship.trust_steps();
        let bad = bad + self.complaints.usual_grudge();
        let pull = f64::from(quality * good + (1.0 - quality) * bad);
        let left = power(1.0 - pull, f64::from(weeks)) as f32;
        let end = self.usual_trust(quality);
        end + (self.relationship.stranger_trust.single() - end) * left
    }

    /// How people take in messages this week.
    #[must_use]
    pub const fn broadcast(&self, week: u32, luck: Luck) -> Broadcast<'_> {
        let (rules, mailing, campaigns) = (&self.attention, &self.mailing, &self.campaigns);
        let (technology, gains) = (&self.technology, &self.gains);
        Broadcast { rules, mailing, campaigns, technology, gains, week, luck }
    }

    /// How people answer offers of contact this week.
    #[must_use]
    pub fn broker(&self, week: u32, luck: Luck) -> Broker<'_> {
        Broker {
            rules: &self.acceptance,
            help: &self.help,
            norms: &self.norms,
            stranger_trust: self.relationship.stranger_trust.single(),
            loan_kept: self.turnover.loan_memory.retention(),
            gains: &self.gains,
            states: &self.portfolio,
            week,
            luck,
        }
    }

    /// How people talk this week.
    #[must_use]
    pub fn conversation(&self, luck: Luck) -> Conversation<'_> {
        let trust_steps = self.relationship.trust_steps();
        let (rules, gains) = (&self.talk, &self.gains);
        Conversation { rules, trust_steps, gains, luck }
    }

    /// How customers live through a week with the firm.
    #[must_use]
    pub const fn living(&self, luck: Luck) -> Living<'_> {
        Living { rules: &self.relationship, gains: &self.gains, luck }
    }

    /// How complaints are answered this week.
    #[must_use]
    pub const fn service(&self, luck: Luck) -> Service<'_> {
        Service {
            rules: &self.complaints,
            answering: &self.answering,
            history: self.acceptance.history.single(),
            gains: &self.gains,
            luck,
        }
    }

    /// How people visit the firm's forum this week.
    #[must_use]
    pub const fn forum(&self, week: u32, luck: Luck) -> Forum<'_> {
        Forum { rules: &self.visiting, gains: &self.gains, week, luck }
    }

    /// How people decide this week.
    #[must_use]
    pub fn decision(&self, week: u32, luck: Luck) -> Decision<'_> {
        Decision {
            adoption: &self.adoption,
            leaving: &self.leaving,
            rivalry: &self.rivalry,
            buying: &self.buying,
            contract: &self.contract,
            worth: &self.worth,
            response: self.technology.response(),
            seen: self.visibility.seen.single(),
            gains: &self.gains,
            week,
            luck,
        }
    }

    /// How customers buy this week.
    #[must_use]
    pub fn shopping(&self, week: u32, luck: Luck) -> Shopping<'_> {
        Shopping {
            rules: &self.purchases,
            worth: &self.worth,
            response: self.technology.response(),
            annoyed: self.adoption.annoyed.single(),
            thrift: self.visiting.thrift.single(),
            week,
            luck,
        }
    }
}
