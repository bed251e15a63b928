//! Listening: the firm's people hear what is said of it in public and learn what moves customers; where little is said, they learn little.
//!
//! The social web exists without the firm (claim B1). What is heard becomes quality only slowly
//! ([`crate::processes::learn`]), and each further listener hears less that is new.

use super::{FirmView, Programme};
use crate::offers::{Offers, Purse};
use crate::quantity::{Money, Quantity};

crate::parameters! {
    /// Listening to what is said in public.
    pub Listening in "strategies.NAME.listening" {
        /// Money a week and 1,000 people of the market with which half of what is said in public is heard.
        half: Money = 5.0, in 0.1 => 100.0, from "assumption; swept (diminishing returns)", grade Gap, role Input;
        /// Price of the service that finds the words, money a week and 1,000 people of the market.
        platform: Money = 1.0, in 0.0 => 50.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Listening {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let staff = purse.left();
        if purse.pay(staff) {
            let effort = staff.to_number() / firm.thousands();
            let heard = (effort / (effort + self.half.to_number())) as f32;
            offers.services.listening += heard * (1.0 - offers.services.listening);
        }
    }
}
