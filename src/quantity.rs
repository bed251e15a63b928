//! Quantities with their units, so that a share cannot be mistaken for a weekly chance or an amount of money.
//!
//! Every parameter has one of these types. A figure that is published by the month or by the
//! year is converted here, once, and nowhere else.

use crate::elementary::{exp, ln};
use serde::{Serialize, Serializer};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// A value with a unit: what a parameter may be.
pub trait Quantity: Copy {
    /// The unit, as documentation and errors print it.
    const UNIT: &'static str;
    /// Whether only whole numbers make sense.
    const WHOLE: bool = false;
    /// The words a scenario may choose from, where the quantity is a choice and not a number.
    const CHOICES: &'static [&'static str] = &[];
    /// Widens the quantity to a plain number.
    fn to_number(self) -> f64;
    /// Narrows a plain number to the quantity.
    fn from_number(number: f64) -> Self;
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident, $unit:literal $(, whole $whole:literal)?;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(pub f64);

        impl Quantity for $name {
            const UNIT: &'static str = $unit;
            $(const WHOLE: bool = $whole;)?
            fn to_number(self) -> f64 {
                self.0
            }
            fn from_number(number: f64) -> Self {
                Self(number)
            }
        }

        impl $name {
            /// The same number in single precision, as the columns hold it.
            #[must_use]
            #[inline]
            pub const fn single(self) -> f32 {
                self.0 as f32
            }
        }
    )+};
}

quantities! {
    /// A part of a whole, from 0 to 1.
    Share, "share";
    /// A chance that something happens to one person, or along one tie, in one week.
    WeeklyChance, "chance a week";
    /// A weekly hazard h; the chance that it strikes within a week is 1 − e^(−h).
    WeeklyHazard, "hazard a week";
    /// A number of events in one week.
    PerWeek, "a week";
    /// A length of time in weeks.
    Weeks, "weeks";
    /// How many people, ties or events.
    Count, "count", whole true;
    /// A horizon: so many whole weeks.
    Horizon, "weeks", whole true;
    /// A plain number: a weight, an exponent, a log-odds, a ratio.
    Number, "number";
}

impl Count {
    /// The count as an index into columns.
    #[must_use]
    pub const fn whole(self) -> usize {
        self.0 as usize
    }
}

impl Horizon {
    /// The horizon as a number of weeks.
    #[must_use]
    pub const fn whole(self) -> u32 {
        self.0 as u32
    }
}

/// A quantity that is one of a few words.
#[macro_export]
macro_rules! choices {
    ($(#[$about:meta])* $vis:vis $name:ident { $($(#[$doc:meta])* $choice:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name { $($(#[$doc])* $choice,)+ }

        impl $name {
            /// Every choice, in the order of their words.
            pub const ALL: &'static [Self] = &[$(Self::$choice,)+];
        }

        impl $crate::quantity::Quantity for $name {
            const UNIT: &'static str = "choice";
            const WHOLE: bool = true;
            const CHOICES: &'static [&'static str] = &[$($word,)+];
            fn to_number(self) -> f64 {
                f64::from(self as u32)
            }
            fn from_number(number: f64) -> Self {
                Self::ALL[(number as usize).min(Self::ALL.len() - 1)]
            }
        }
    };
}

impl WeeklyHazard {
    /// The chance that the hazard strikes within one week.
    #[must_use]
    pub fn chance(self) -> WeeklyChance {
        WeeklyChance(-libm::expm1(-self.0))
    }
}

impl Weeks {
    /// The part of a stock that is left after one week, where half is left after this time.
    #[must_use]
    pub fn retention(self) -> f32 {
        if self.0 <= 0.0 {
            return 0.0;
        }
        exp(-std::f64::consts::LN_2 / self.0) as f32
    }
}

/// Weeks in a year, as the model counts them.
pub const WEEKS_A_YEAR: f64 = 52.0;

/// The weekly hazard behind a chance that is stated for a period of so many weeks.
///
/// ```
/// use stammtisch::quantity::{hazard_from_chance, WEEKS_A_YEAR};
/// // Nine in ten bridges are gone next year (Burt 2002): about 4.3 % a week.
/// let weekly = hazard_from_chance(0.90, WEEKS_A_YEAR);
/// assert!((weekly - 0.0443).abs() < 1e-4);
/// ```
#[must_use]
pub fn hazard_from_chance(chance: f64, weeks: f64) -> f64 {
    -ln(1.0 - chance) / weeks
}

/// The weekly hazard behind a monthly chance (twelve months to the year).
#[must_use]
pub fn hazard_from_monthly(chance: f64) -> f64 {
    hazard_from_chance(chance, WEEKS_A_YEAR / 12.0)
}

/// The last week of a month that is counted from the start: `52 · month / 12`, rounded.
#[must_use]
pub const fn week_of_month(month: u32) -> u32 {
    (52 * month + 6) / 12
}

/// An amount of money, in whole millionths, so that sums do not depend on their order.
///
/// The currency is neutral. Millionths, because one impression costs less than two cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

const MILLION: f64 = 1_000_000.0;

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// This amount in millionths of the currency.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// This amount, so many times.
    #[must_use]
    pub const fn times(self, count: u64) -> Self {
        Self(self.0.saturating_mul(count as i64))
    }

    /// This amount multiplied by a plain number and rounded to the nearest millionth.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self((self.0 as f64 * factor).round() as i64)
    }

    /// A part of this amount, rounded down, so that parts never exceed the whole.
    #[must_use]
    pub fn part(self, share: f64) -> Self {
        Self((self.0 as f64 * share).floor() as i64)
    }

    /// How often a price fits into this amount; nothing fits where the price is not positive.
    #[must_use]
    pub const fn buys(self, price: Self) -> u64 {
        if price.0 <= 0 || self.0 <= 0 { 0 } else { (self.0 / price.0) as u64 }
    }
}

impl Quantity for Money {
    const UNIT: &'static str = "money";
    fn to_number(self) -> f64 {
        self.0 as f64 / MILLION
    }
    fn from_number(number: f64) -> Self {
        Self((number * MILLION).round() as i64)
    }
}
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_number())
    }
}
impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yearly_chance_is_never_used_as_a_weekly_one() {
        let weekly = WeeklyHazard(hazard_from_chance(0.9, WEEKS_A_YEAR)).chance().0;
        assert!((1.0 - (1.0 - weekly).powi(52) - 0.9).abs() < 1e-12);
        let involuntary = WeeklyHazard(hazard_from_monthly(0.0138)).chance().0;
        assert!(
            (1.0 - crate::elementary::power(1.0 - involuntary, 52.0 / 12.0) - 0.0138).abs() < 1e-12
        );
    }

    #[test]
    fn months_fall_on_the_weeks_that_the_results_name() {
        assert_eq!([3, 12, 36, 60].map(week_of_month), [13, 52, 156, 260]);
    }

    #[test]
    fn half_is_left_after_the_half_life() {
        let weekly = f64::from(Weeks(3.0).retention());
        assert!((weekly.powi(3) - 0.5).abs() < 1e-6);
        assert!(Weeks(0.0).retention().abs() < f32::EPSILON);
    }

    #[test]
    fn money_sums_in_any_order() {
        let parts = [0.015_48, 3.1, -2.000_001].map(Money::from_number);
        let there: Money = parts.iter().copied().sum();
        let back: Money = parts.iter().rev().copied().sum();
        assert_eq!(there, back);
        assert_eq!(Money::from_number(10.0).buys(Money::from_number(3.0)), 3);
        assert_eq!(Money::from_number(10.0).buys(Money::ZERO), 0);
    }
}
