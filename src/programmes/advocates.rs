//! Staff advocates: the firm frees its own people to speak of it; they say how it is.
//!
//! Employees speak for the firm only where there is something great to speak about (claim B5): a
//! word of theirs is praise or blame as the firm's true quality is ([`crate::processes::talk`]).

use super::{FirmView, Programme};
use crate::offers::{Offers, Purse};
use crate::quantity::{Money, Number, Quantity};
use crate::segments::Audience;

crate::parameters! {
    /// The firm's own people speak of it.
    pub Advocates in "strategies.NAME.advocates" {
        /// How many times more often someone whom the firm frees for it speaks of the firm.
        encouragement: Number = 1.0, in 0.0 => 5.0, from "assumption; swept (claim B5)", grade Gap, role Input;
        /// What freeing one of its people for it costs in a week.
        time_cost: Money = 0.5, in 0.01 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Advocates {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let (all, staff) = (firm.of(Audience::All).staff().len() as f64, firm.staff().len() as f64);
        let freed = staff.min((purse.left().to_number() / self.time_cost.to_number()).floor());
        if freed > 0.0 && purse.pay(self.time_cost.times(freed as u64)) {
            offers.services.advocacy += (self.encouragement.0 * freed / all) as f32;
        }
    }
}
