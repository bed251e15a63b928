//! Programmes: what a firm can do. To add one, write `programmes/<name>.rs` and add its name below.
//!
//! A programme sees the firm's records (deeds, not minds) and makes offers from its purse. The
//! list below gives it its table in the scenario, its row in `stammtisch params`, and its name
//! in the books.

pub mod view;

pub use view::{Contacts, FirmView, Planned};

use crate::document::{Problem, Table};
use crate::offers::{Offers, Purse};
use crate::parameters::{Parameters, Spec};
use crate::quantity::Money;

/// One marketing programme: a rule that turns what the firm sees into offers.
pub trait Programme: std::fmt::Debug + Send + Sync {
    /// What it costs in a week whatever it offers; paid before anything else.
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money;
    /// Makes this week's offers, within the purse.
    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers);
}

/// A programme that a strategy has chosen, with the values of its parameters.
#[derive(Debug)]
pub struct Chosen {
    /// The programme.
    pub programme: Box<dyn Programme>,
    /// Its parameters.
    pub values: Vec<(Spec, f64)>,
}

/// Names the programmes: their files, their tables in the scenario, their place in line.
macro_rules! programmes {
    ($($file:ident :: $Programme:ident),+ $(,)?) => {
        $(pub mod $file;)+

        /// The names of all programmes.
        pub const NAMES: &[&str] = &[$(stringify!($file)),+];

        /// Reads a programme from its table. Keys that belong to the strategy are named in `also`.
        #[must_use]
        pub fn read(
            name: &str,
            table: &Table,
            also: &[&str],
            problems: &mut Vec<Problem>,
        ) -> Option<Chosen> {
            match name {
                $(stringify!($file) => {
                    let programme: $file::$Programme = Parameters::read(Some(table), also, problems);
                    Some(Chosen { values: programme.values(), programme: Box::new(programme) })
                })+
                _ => None,
            }
        }

        /// What there is to know of every parameter of every programme.
        #[must_use]
        pub fn specs() -> Vec<Spec> {
            let mut specs = Vec::new();
            $(specs.extend(<$file::$Programme as Parameters>::specs());)+
            specs
        }
    };
}

programmes! {
    advertising::Advertising,
    posts::Postings,
    mail::Mails,
    publicity::Publicity,
    feedback::Feedback,
    prize_draw::PrizeDraw,
    bought_followers::BoughtFollowers,
    introductions::Introductions,
    occasions::Occasions,
    activities::Activities,
    reunions::Reunions,
    members::Members,
    status::Distinctions,
    hospitality::Hospitality,
    forum::Community,
    exchange::PeerExchange,
    tasks::Tasks,
    listening::Listening,
    responding::Responding,
    advocates::Advocates,
    improvement::Improvement,
    openness::Openness,
    hard_sell::HardSell,
    dunning::Dunning,
    legal_warning::LegalWarning,
    price_rise::Raise,
}
