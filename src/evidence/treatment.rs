//! Treatment: in a trial, the same offer for everybody on whom the lot fell, and for nobody else.
//!
//! It is a programme like any other, so people receive it as they receive any firm's offers; only
//! who gets it is decided by the experimenter, and it costs next to nothing, so that money plays
//! no part.

use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::programmes::{Chosen, FirmView, Programme};
use crate::quantity::{Money, Quantity};
use crate::strategy::{Line, Strategy};
use std::ops::Range;

/// One offer a week for those who are treated.
#[derive(Clone, Debug)]
pub struct Treatment {
    /// Whether each person is treated.
    pub who: Vec<bool>,
    /// In which weeks.
    pub weeks: Range<u32>,
    /// With what.
    pub offer: Offer,
}

impl Programme for Treatment {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        if !self.weeks.contains(&firm.week) {
            return;
        }
        for (i, _) in self.who.iter().enumerate().filter(|(_, treated)| **treated) {
            offers.make(PersonId(i as u32), self.offer, Money::ZERO, purse);
        }
    }
}

impl Treatment {
    /// A strategy that is this treatment and nothing else.
    #[must_use]
    pub fn strategy(self) -> Strategy {
        let chosen = Chosen { programme: Box::new(self), values: Vec::new() };
        // A firm without an allowance does nothing, not even what is free.
        let allowance = Money::from_number(1.0);
        Strategy {
            lines: vec![Line::always("treatment", 1.0, chosen)],
            allowance,
            ..Strategy::absent()
        }
    }
}
