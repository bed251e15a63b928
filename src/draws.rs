//! Chance without order: every draw is a pure function of seed, replication, week, purpose and whom it is about.
//!
//! No generator is passed around. Two strategies in one replication therefore meet the same
//! luck, decision by decision, even after their histories have diverged; and neither the number
//! of threads nor the order of visits can matter. The mixing is the finaliser of `SplitMix64`
//! (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA).

mod dice;
mod key;

pub use dice::Dice;
pub use key::{Key, Pair};

use pulp::Arch;

/// A place in time from which luck can be asked: seed, then replication, then week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    key: u64,
}

impl Draws {
    /// All the luck of one seed.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { key: mix(seed.wrapping_add(GOLDEN)) }
    }

    /// The luck of one replication.
    #[must_use]
    pub const fn in_replication(self, replication: u32) -> Self {
        self.with(replication as u64 | 1 << 33)
    }

    /// The luck of one week.
    #[must_use]
    pub const fn in_week(self, week: u32) -> Self {
        self.with(week as u64 | 1 << 34)
    }

    /// The luck that concerns one firm (by its place in the scenario).
    #[must_use]
    pub const fn at_firm(self, firm: usize) -> Self {
        self.with(firm as u64 | 1 << 35)
    }

    /// The luck for one purpose. Each purpose is named once in the code; a test holds that.
    #[must_use]
    pub const fn of(self, purpose: &'static str) -> Stream {
        Stream { key: self.with(hash_text(purpose)).key }
    }

    const fn with(self, word: u64) -> Self {
        Self { key: mix(self.key ^ mix(word)) }
    }
}

/// The luck of one week, and beside it what holds for good: what belongs to a person or a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// This week's luck.
    pub week: Draws,
    /// Luck that has no week in its key.
    pub lasting: Draws,
}

impl Luck {
    /// The luck of a week of a replication.
    #[must_use]
    pub const fn in_week(lasting: Draws, week: u32) -> Self {
        Self { week: lasting.in_week(week), lasting }
    }

    /// The week's luck that concerns one firm (by its place in the scenario). What belongs to a
    /// pair for good is the same whichever firm brings the two together.
    #[must_use]
    pub const fn at_firm(self, firm: usize) -> Self {
        Self { week: self.week.at_firm(firm), ..self }
    }

    /// This week's luck for one purpose.
    #[must_use]
    pub const fn of(self, purpose: &'static str) -> Stream {
        self.week.of(purpose)
    }
}

/// The luck for one purpose at one time, waiting to be told whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The draw about one person.
    #[must_use]
    #[inline]
    pub const fn about(self, person: Key) -> Draw {
        Draw(mix(self.key.wrapping_add(person.0)))
    }

    /// The draw about two people, whichever is named first.
    #[must_use]
    #[inline]
    pub const fn between(self, one: Key, other: Key) -> Draw {
        self.of_pair(one.and(other))
    }

    /// The same about two people who are known as a pair.
    #[must_use]
    #[inline]
    pub const fn of_pair(self, pair: Pair) -> Draw {
        Draw(mix(self.key.rotate_left(32).wrapping_add(pair.0)))
    }

    /// This stream, or the other one if so.
    ///
    /// Nothing branches: what one hash costs is mostly waiting, and a processor that can works on several at once, as
    /// long as all of them go the same way.
    #[must_use]
    #[inline(always)]
    pub const fn or(self, other: Self, so: bool) -> Self {
        let mask = (so as u64).wrapping_neg();
        Self { key: self.key ^ ((self.key ^ other.key) & mask) }
    }

    /// The draws about many pairs, in their order.
    pub fn of_each_pair(self, pairs: &[Pair], draws: &mut Vec<Draw>) {
        let key = self.key.rotate_left(32);
        draws.resize(pairs.len(), Draw::default());
        Arch::new().dispatch(
            #[inline(always)]
            || {
                for (draw, pair) in draws.iter_mut().zip(pairs) {
                    *draw = Draw(mix(key.wrapping_add(pair.0)));
                }
            },
        );
    }

    /// The draw about what goes from one person to another.
    #[must_use]
    #[inline]
    pub const fn from_to(self, from: Key, to: Key) -> Draw {
        let both = from.0.wrapping_mul(GOLDEN).wrapping_add(to.0);
        Draw(mix(self.key.rotate_left(16).wrapping_add(both)))
    }

    /// The draw about the so-manieth of a row of equal things.
    #[must_use]
    #[inline]
    pub const fn number(self, number: u64) -> Draw {
        self.about(Key::of_number(number))
    }
}

/// One uniform draw of 64 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Draw(pub u64);

impl Draw {
    /// The draw as a number from 0 (included) to 1 (excluded).
    #[must_use]
    #[inline]
    pub const fn unit(self) -> f64 {
        (self.0 >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// Whether something with this chance happens.
    #[must_use]
    #[inline]
    pub fn happens(self, chance: f32) -> bool {
        self.unit() < f64::from(chance)
    }

    /// Whether something with this weekly hazard happens: has the chance 1 − e^(−h).
    ///
    /// Since h − h²/2 + h³/6 − h⁴/24 ≤ 1 − e^(−h) ≤ h − h²/2 + h³/6, the exponential is needed only in the narrow
    /// case that the draw falls between these bounds.
    #[must_use]
    #[inline]
    pub fn strikes(self, hazard: f32) -> bool {
        let (unit, hazard) = (self.unit(), f64::from(hazard));
        if unit >= hazard {
            return false;
        }
        let most = hazard * (1.0 - hazard * (0.5 - hazard * (1.0 / 6.0)));
        let least = most - hazard * hazard * (hazard * hazard * (1.0 / 24.0));
        unit < least || unit < most && unit < -libm::expm1(-hazard)
    }

    /// A number that the draw does not fall short of, and exceeds by less than 2⁻²⁴: quick to compare
    /// with a chance in single precision.
    #[must_use]
    #[inline]
    pub const fn at_least(self) -> f32 {
        (self.0 >> 40) as i32 as f32 * (1.0 / (1 << 24) as f32)
    }

    /// The draw as its other half tells it, so that one hash serves for two questions: independent of this
    /// one but in the 2⁻³² of cases that the first 32 bits leave open.
    #[must_use]
    #[inline]
    pub const fn other_half(self) -> Self {
        Self(self.0.rotate_left(32))
    }

    /// One of so many equal choices; `None` of none.
    #[must_use]
    #[inline]
    pub const fn choose(self, choices: usize) -> Option<usize> {
        if choices == 0 {
            return None;
        }
        Some(((self.0 as u128 * choices as u128) >> 64) as usize)
    }

    /// The draw's own draw about one candidate: whoever has the greatest is chosen, and a further
    /// candidate changes the choice only by being chosen.
    #[must_use]
    #[inline]
    pub const fn about(self, candidate: Key) -> Self {
        Self(mix(self.0.wrapping_add(candidate.0)))
    }

    /// A further draw that follows from this one and is independent of it.
    #[must_use]
    #[inline]
    pub const fn again(self) -> Self {
        Self(mix(self.0.wrapping_add(GOLDEN)))
    }

    /// Dice for the distributions of `rand_distr`: for traits that are drawn before strategies part,
    /// and for how much is bought at one time.
    ///
    /// Weekly decisions do not use them: a sampler that rejects takes a varying number of draws,
    /// so that a chance which differs a little between twin worlds would be met by other luck.
    #[must_use]
    pub const fn dice(self) -> Dice {
        Dice::of(self)
    }
}

/// The golden ratio in 64 bits: the step of `SplitMix64`.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of `SplitMix64`.
#[inline(always)]
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The FNV-1a hash of a text (Fowler, Noll and Vo), mixed further by its users.
const fn hash_text(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests;
