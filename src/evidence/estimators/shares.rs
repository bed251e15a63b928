//! Shares, and how many times greater one is than another.

/// So many of so many. `None` of none.
#[must_use]
pub fn share(of: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| of as f64 / all as f64)
}

/// One share over another. `None` where one of them is unknown or nothing: such a ratio has no logarithm.
#[must_use]
pub fn ratio(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    let (one, other) = (one?, other?);
    (one > 0.0 && other > 0.0).then(|| one / other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_without_a_logarithm_is_no_ratio() {
        assert_eq!(ratio(share(1, 2), share(1, 4)), Some(2.0));
        assert_eq!(ratio(share(0, 2), share(1, 4)), None);
        assert_eq!(ratio(share(1, 2), share(0, 0)), None);
    }
}
