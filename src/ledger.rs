//! The firm's books: every amount that moves is entered here, once, under its name.
//!
//! Money is stated in the value of week 0: an entry of week t is divided by (1 + d)^(t/52),
//! where d is the scenario's yearly discount rate. So all totals add up, and the difference in
//! profit between two strategies is exactly the difference of what stands in their books.

use crate::elementary::power;
use crate::quantity::{Money, WEEKS_A_YEAR};

/// The books of one week, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What customers paid.
    pub revenue: Money,
    /// What serving them cost.
    pub unit_costs: Money,
    /// What each programme cost, in the strategy's order.
    pub programmes: Vec<Money>,
    /// Of that, what was paid for impressions.
    pub media: Money,
    /// What was allowed and not used; it stays with the firm as cash.
    pub unspent: Money,
}

impl Page {
    /// What all programmes cost together.
    #[must_use]
    pub fn spend(&self) -> Money {
        self.programmes.iter().copied().sum()
    }

    /// What is left: revenue less the costs of serving and of the programmes.
    #[must_use]
    pub fn profit(&self) -> Money {
        self.revenue - self.unit_costs - self.spend()
    }

    /// This page in the value of week 0.
    #[must_use]
    pub fn discounted(&self, factor: f64) -> Self {
        Self {
            revenue: self.revenue.scaled(factor),
            unit_costs: self.unit_costs.scaled(factor),
            programmes: self.programmes.iter().map(|amount| amount.scaled(factor)).collect(),
            media: self.media.scaled(factor),
            unspent: self.unspent.scaled(factor),
        }
    }
}

/// What an amount of week t is worth in week 0, at a yearly discount rate.
#[must_use]
pub fn discount_factor(yearly_rate: f64, week: u32) -> f64 {
    power(1.0 + yearly_rate, -f64::from(week) / WEEKS_A_YEAR)
}

/// All pages of a firm, one a week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pages: Vec<Page>,
}

impl Ledger {
    /// Closes a week.
    pub fn close(&mut self, page: Page) {
        self.pages.push(page);
    }

    /// The pages, week by week.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    #[test]
    fn a_page_closes() {
        let page = Page {
            revenue: Money::from_number(100.0),
            unit_costs: Money::from_number(60.0),
            programmes: vec![Money::from_number(10.0), Money::from_number(5.5)],
            media: Money::from_number(10.0),
            unspent: Money::from_number(1.0),
        };
        assert_eq!(page.profit(), Money::from_number(24.5));
        let later = page.discounted(discount_factor(0.1, 52));
        assert_eq!(later.revenue, Money::from_number(90.909_091));
        assert_eq!(later.profit(), later.revenue - later.unit_costs - later.spend());
    }
}
