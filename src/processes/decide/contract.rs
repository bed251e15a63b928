//! Contracts: between renewals nobody leaves by judgement; at each renewal a customer ends the contract with a chance of his own.
//!
//! The chances differ by a beta distribution: the shifted-beta-geometric law of Fader and Hardie
//! (2007). What the firm does moves the hazard −ln(1 − θ) of that chance as it moves any other.

use crate::elementary::exp;
use crate::quantity::{Horizon, Number};

crate::parameters! {
    /// Contracts that run for a time and are renewed unless the customer ends them.
    pub Contract in "people.contract" {
        /// Time from one renewal to the next.
        length: Horizon = 0.0, in 0.0 => 260.0, from "definition (0: no contracts, a customer may leave in any week)", grade Definition, role Input;
        /// First shape of the distribution of chances to end a contract at a renewal.
        alpha: Number = 0.704, in 0.05 => 20.0, from "Fader and Hardie 2007: regular customers, refitted (high end: .668)", grade Derived, role Input;
        /// Second shape of that distribution; the mean chance is alpha over both together.
        beta: Number = 1.182, in 0.05 => 50.0, from "Fader and Hardie 2007: regular customers, refitted (high end: 3.806)", grade Derived, role Input;
    }
}

impl Contract {
    /// Whether customers have contracts.
    #[must_use]
    pub const fn is_usual(&self) -> bool {
        self.length.0 > 0.0
    }

    /// Whether a contract can be ended so many weeks after joining.
    #[must_use]
    pub fn renews(&self, age: i64) -> bool {
        age > 0 && age % i64::from(self.length.whole()) == 0
    }

    /// How many renewals a customer of this age has behind him.
    #[must_use]
    pub const fn renewals(&self, age: u32) -> u32 {
        age / self.length.whole()
    }

    /// Share of newcomers who are left after renewals, if payments never fail: B(α, β + n) / B(α, β).
    #[must_use]
    pub fn survives(&self, renewals: f64) -> f64 {
        let (alpha, beta) = (self.alpha.0, self.beta.0);
        let log = |beta: f64| libm::lgamma(beta) - libm::lgamma(alpha + beta);
        exp(log(beta + renewals) - log(beta))
    }

    /// Weeks that a customer of this age would still stay, each counted for less by the weekly
    /// factor `stays`, if at every renewal this share renews.
    pub(super) fn weeks_to_come(&self, age: i64, stays: f64, renews: f64) -> f64 {
        let length = i64::from(self.length.whole());
        // What the weeks until a renewal bring, and what is left then.
        let until = |weeks: i64| {
            let left = crate::elementary::power(stays, weeks as f64);
            let sure =
                if stays < 1.0 { (stays - left) / (1.0 - stays) } else { (weeks - 1) as f64 };
            (sure, left * renews)
        };
        let (sure, left) = until(length);
        let after_a_renewal = (sure + left) / (1.0 - left).max(f64::MIN_POSITIVE);
        let (sure, left) = until(length - age.rem_euclid(length));
        sure + left * (1.0 + after_a_renewal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survival_is_that_of_the_shifted_beta_geometric_law() {
        let contract = Contract::default();
        let (alpha, beta) = (contract.alpha.0, contract.beta.0);
        let mut exact = 1.0;
        for renewal in 0..8 {
            assert!((contract.survives(f64::from(renewal)) - exact).abs() < 1e-12);
            // Of those who are left, this share renews (Fader and Hardie 2007, equation 7).
            exact *= (beta + f64::from(renewal)) / (alpha + beta + f64::from(renewal));
        }
    }

    #[test]
    fn weeks_to_come_are_the_sum_over_all_weeks() {
        let contract = Contract { length: Horizon(4.0), ..Contract::default() };
        for age in 0..9 {
            let (stays, renews) = (0.97, 0.6);
            let (mut left, mut sum) = (1.0, 0.0);
            for week in 1..2000 {
                left *= stays * if contract.renews(age + week) { renews } else { 1.0 };
                sum += left;
            }
            let found = contract.weeks_to_come(age, stays, renews);
            assert!((found - sum).abs() < 1e-9, "{age}: {found} instead of {sum}");
        }
    }
}
