//! Dice: a few numbers in a row about one person, for traits that are drawn once, and for how much is bought at a time.

use super::{Draw, GOLDEN, mix};
use rand::rand_core::TryRng;
use rand_distr::{Distribution, Gamma};
use std::convert::Infallible;

/// A short sequence of independent random numbers about one person, once.
#[derive(Clone, Debug)]
pub struct Dice {
    state: u64,
}

impl Dice {
    pub(super) const fn of(draw: Draw) -> Self {
        Self { state: draw.0 }
    }

    const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        mix(self.state)
    }

    /// The next number from 0 (included) to 1 (excluded).
    #[must_use]
    pub const fn unit(&mut self) -> f64 {
        Draw(self.next()).unit()
    }

    /// A gamma number of this shape and scale 1.
    #[must_use]
    pub fn gamma(&mut self, shape: f64) -> f64 {
        // The ranges of the parameters keep shapes positive; a shape of zero would be all mass at zero.
        Gamma::new(shape, 1.0).map_or(0.0, |gamma| gamma.sample(self)).max(f64::MIN_POSITIVE)
    }
}

impl TryRng for Dice {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next() >> 32) as u32)
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next())
    }
    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        for part in to.chunks_mut(8) {
            let bytes = self.next().to_le_bytes();
            part.copy_from_slice(&bytes[..part.len()]);
        }
        Ok(())
    }
}
