//! Elementary functions from one place, so that results are the same on every platform.
//!
//! The standard library's `exp` and `ln` come from the platform's own mathematics library and
//! differ in the last place between machines; those of `libm` are plain Rust and do not. Clippy
//! forbids the others in this crate (`clippy.toml`). Single precision suffices for people's
//! states; double precision is for conversions, money and statistics.

/// e to the power x, in double precision.
#[must_use]
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm, in double precision.
#[must_use]
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// x to the power y, in double precision. Slow; not for the weekly loop.
#[must_use]
#[inline]
pub fn power(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// e to the power x, in single precision.
#[must_use]
#[inline]
pub fn expf(x: f32) -> f32 {
    libm::expf(x)
}

/// The natural logarithm, in single precision.
#[must_use]
#[inline]
pub fn lnf(x: f32) -> f32 {
    libm::logf(x)
}

/// The logistic function 1 / (1 + e^(−x)): log-odds to a chance.
#[must_use]
#[inline]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + expf(-x))
}

/// The log-odds of a chance between 0 and 1: the inverse of [`logistic`].
#[must_use]
#[inline]
pub fn log_odds(chance: f32) -> f32 {
    lnf(chance / (1.0 - chance))
}

/// The chance that something with hazard h happens within a week, 1 − e^(−h).
#[must_use]
#[inline]
pub fn chance_of(hazard: f32) -> f32 {
    -libm::expm1f(-hazard)
}

/// x⁴, which is faster than a power.
#[must_use]
#[inline]
pub const fn fourth_power(x: f32) -> f32 {
    (x * x) * (x * x)
}

/// What [`chance_of`] a hazard does not exceed, in single precision and quick to find for many hazards at once:
/// 1 − e^(−h) ≤ h − h²/2 + h³/6.
#[must_use]
#[inline(always)]
pub fn chance_at_most(hazard: f32) -> f32 {
    // What rounding may take is made good.
    1.000_001 * hazard * (1.0 - hazard * (0.5 - hazard * (1.0 / 6.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logistic_function_and_the_log_odds_undo_each_other() {
        for chance in [0.001, 0.1, 0.32, 0.5, 0.999] {
            assert!((logistic(log_odds(chance)) - chance).abs() < 1e-6);
        }
    }

    #[test]
    fn a_small_hazard_is_its_own_chance() {
        assert!((chance_of(1e-6) - 1e-6).abs() < 1e-11);
        assert!((chance_of(0.5) - 0.393_469_3).abs() < 1e-6);
    }

    #[test]
    fn no_chance_exceeds_its_bound() {
        for step in 0..200_000 {
            // From almost nothing to certainty, evenly in the logarithm.
            let hazard = 1e-30_f32 * libm::expf(step as f32 * 4e-4);
            let chance = -libm::expm1(-f64::from(hazard));
            let bound = f64::from(chance_at_most(hazard));
            assert!(chance <= bound, "{hazard}: {chance} over {bound}");
            assert!(hazard > 0.3 || bound < 1.002 * chance, "{hazard}: {bound} for {chance}");
        }
        assert!(chance_at_most(f32::INFINITY) >= 1.0 && chance_at_most(0.0) >= 0.0);
    }
}
