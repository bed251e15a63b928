//! Forum: an online place where the firm's editors and its visitors write, and where customers answer each other.
//!
//! What there is to read draws visitors, also people who are no customers (claim A7), and visitors
//! draw visitors; below a critical mass it stays empty, whatever the editors cost (claim C4,
//! [`crate::processes::visit`]). Peers who answer each other spare the firm's own service. Prospects
//! who write join the sooner; customers who are no subscribers learn there to buy for less.

use super::{FirmView, Programme};
use crate::offers::{Forum, Offers, Purse};
use crate::quantity::{Money, PerWeek, Quantity, Share};

crate::parameters! {
    /// A forum of the firm.
    pub Community in "strategies.NAME.forum" {
        /// Pieces that editors write in a week at most, for each 1,000 people of the market.
        pieces: PerWeek = 5.0, in 0.0 => 50.0, from "assumption; swept", grade Gap, role Input;
        /// How easily people who are no customers find in: 1 as easily as customers, 0 not at all.
        openness: Share = 1.0, in 0.0 => 1.0, from "definition (claim A7: the forum is open)", grade Definition, role Input;
        /// Cost of one piece, money and 1,000 people of the market.
        piece_cost: Money = 3.0, in 0.1 => 50.0, from "assumption; swept", grade Gap, role Input;
        /// Cost of the platform and of moderation, money a week and 1,000 people of the market.
        platform: Money = 3.0, in 0.0 => 100.0, from "assumption; swept", grade Gap, role Input;
    }
}

impl Programme for Community {
    fn fixed_cost(&self, firm: &FirmView<'_>) -> Money {
        self.platform.scaled(firm.thousands())
    }

    fn plan(&self, firm: &FirmView<'_>, purse: &mut Purse, offers: &mut Offers) {
        let piece = self.piece_cost.to_number() * firm.thousands();
        let affordable = purse.left().to_number() / piece.max(f64::MIN_POSITIVE);
        let cost = |pieces: f64| Money::from_number(pieces * piece).min(purse.left());
        let pieces = affordable.min(self.pieces.0);
        let cost = cost(pieces);
        let written = if purse.pay(cost) { pieces as f32 } else { 0.0 };
        offers.services.forum = Some(Forum { pieces: written, openness: self.openness.single() });
    }
}
