//! Assignment: in a trial with pairs, to each person the offer that the lot gave him, in one week.
//!
//! Like a treatment it is a programme, so people receive it as they receive any firm's offers.

use crate::offers::{Offer, Offers, Purse};
use crate::people::PersonId;
use crate::programmes::{Chosen, FirmView, Programme};
use crate::quantity::{Money, Quantity};
use crate::strategy::{Line, Strategy};

/// To each of some people an offer of his own.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// In which week.
    pub week: u32,
    /// To whom what.
    pub offers: Vec<(PersonId, Offer)>,
}

impl Programme for Assignment {
    fn fixed_cost(&self, _: &FirmView<'_>) -> Money {
        Money::ZERO
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        for &(person, offer) in self.offers.iter().filter(|_| firm.week == self.week) {
            offers.make(person, offer, Money::ZERO, purse);
        }
    }
}

impl Assignment {
    /// A strategy that is this assignment and nothing else.
    #[must_use]
    pub fn strategy(self) -> Strategy {
        let chosen = Chosen { programme: Box::new(self), values: Vec::new() };
        Strategy {
            lines: vec![Line::always("assignment", 1.0, chosen)],
            // A firm without an allowance does nothing, not even what is free.
            allowance: Money::from_number(1.0),
            ..Strategy::absent()
        }
    }
}
