//! How unequally sociable people are: log-normal, with an average of one.

use crate::draws::{Dice, Draw};
use crate::elementary::exp;
use rand_distr::{Distribution, StandardNormal};

/// A standard normal number.
pub(super) fn normal(draw: Draw) -> f64 {
    StandardNormal.sample(&mut draw.dice())
}

/// A log-normal number with mean one, from a standard normal number and the spread of its logarithm.
pub(super) fn log_normal(normal: f64, spread: f64) -> f64 {
    exp(spread * normal - spread * spread / 2.0)
}

/// A whole number near the given one, up or down by chance, so that the mean is kept.
pub(super) fn whole(number: f64, dice: &mut Dice) -> usize {
    (number + dice.unit()) as usize
}
