//! Worth: what a firm's offer is worth to a person, and what of it the price leaves.

use crate::firms::Firm;
use crate::people::People;
use crate::quantity::{Number, Quantity, Share};

crate::parameters! {
    /// What people would pay.
    pub Worth in "people.worth" {
        /// What the whole of a firm's help with contacts adds to willingness to pay, as a share.
        help: Share = 0.1, in 0.0 => 0.5, from "assumption; swept", grade Gap, role Input;
        /// What a distinction that nobody else has adds to willingness to pay, as a share.
        status: Share = 0.1, in 0.0 => 0.5, from "assumption; swept (claim A6)", grade Gap, role Input;
        /// What the best alternative outside the market leaves a person beyond what it costs, in the firm's prices.
        outside: Number = 0.0, in -1.0 => 2.0, from "definition (0: the alternative is worth just what it costs)", grade Definition, role Input;
        /// Surplus lost, in prices, for each time that what the firm asked in week 0 is asked on top of it: people compare with what they know.
        reference: Number = 2.5, in 0.0 => 6.0, from "calibrated to Bijmolt, van Heerde and Pieters 2005: mean price elasticity of sales about -2.6 (the mean is in the abstract, how sensitive surplus must be for it is ours)", grade RecalledMedium, role Input;
        /// Share of customers who must have been helped before prospects believe in it.
        critical_mass: Share = 0.05, in 0.0 => 0.5, from "assumption; swept (claim C4)", grade Gap, role Input;
    }
}

impl Worth {
    /// What a person would pay in a week for the firm's offer with so much of its help, money.
    #[must_use]
    pub fn willingness(&self, people: &People, firm: &Firm, i: usize, benefit: f32) -> f32 {
        people.base_value[i]
            * firm.clientele.relative_fit[i]
            * (1.0 + self.help_felt(firm, i, benefit))
    }

    /// What so much of the firm's help, and its distinctions, add to that, as a share.
    #[must_use]
    pub fn help_felt(&self, firm: &Firm, i: usize, benefit: f32) -> f32 {
        self.help.single() * benefit + self.distinction(firm, i)
    }

    /// What the firm's help and its distinctions add to it at the most for somebody who knows of the help by
    /// hearsay only.
    pub(crate) fn help_at_most(&self, firm: &Firm) -> f32 {
        let rare = 1.0 - firm.assets.honoured;
        let singled_out = if firm.clientele.honoured.is_unused() { 0.0 } else { rare.max(0.0) };
        self.help.single() * firm.reputation.max(0.0) + self.status.single() * singled_out
    }

    /// The surplus of a customer who is left to himself: without the firm's help, distinctions, or
    /// what others lend at its place, all of which fade.
    #[must_use]
    pub fn lasting_surplus(&self, people: &People, firm: &Firm, i: usize) -> f32 {
        let willing = people.base_value[i] * firm.clientele.relative_fit[i];
        self.left_by_price(firm, willing)
    }

    /// What the price leaves of so much willingness to pay, in prices: a price above that of week 0
    /// is held against it, and so is the best alternative.
    pub(crate) fn left_by_price(&self, firm: &Firm, willing: f32) -> f32 {
        let price = firm.price.to_number() as f32;
        let left = willing / price - 1.0 - self.outside.single();
        if firm.price > firm.list_price {
            let dearer = price / firm.list_price.to_number() as f32 - 1.0;
            return left - self.reference.single() * dearer;
        }
        left
    }

    /// What being singled out adds to willingness to pay: the less, the more others are.
    fn distinction(&self, firm: &Firm, i: usize) -> f32 {
        if firm.clientele.honoured.is_unused() {
            return 0.0;
        }
        let honours = firm.clientele.honoured.get(i);
        let rare = 1.0 - firm.assets.honoured;
        self.status.single() * rare * honours / (1.0 + honours)
    }

    /// What the offer is worth beyond its price and beyond the best alternative, in prices.
    #[must_use]
    pub fn surplus(&self, people: &People, firm: &Firm, i: usize, benefit: f32) -> f32 {
        let spared = if firm.clientele.is_customer(i) { firm.clientele.spared.get(i) } else { 0.0 };
        self.left_by_price(firm, self.willingness(people, firm, i, benefit)) + spared
    }

    /// What a firm's help is worth as far as prospects can know: the mean benefit of its
    /// customers, once enough of them have any.
    #[must_use]
    pub fn reputation(&self, customers: u64, helped: u64, benefit: f64) -> f32 {
        let customers = customers.max(1) as f64;
        let believed = helped > 0 && helped as f64 >= self.critical_mass.0 * customers;
        if believed { (benefit / customers) as f32 } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_that_few_have_had_is_not_believed_in() {
        let worth = Worth::default();
        assert!(worth.reputation(100, 4, 2.0).abs() < f32::EPSILON);
        assert!((worth.reputation(100, 5, 2.0) - 0.02).abs() < 1e-6);
        assert!(worth.reputation(0, 0, 0.0).abs() < f32::EPSILON);
    }
}
