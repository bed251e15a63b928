//! The few of many to whom something may happen, found without a branch that nobody can foresee.

/// A list of places, used again and again.
///
/// Whether a draw falls below its bound is what no processor can guess, and a wrong guess costs more than
/// ten right ones. So every place is written down, and what does not count is overwritten by the next.
#[derive(Debug, Default)]
pub struct Few(Vec<u32>);

impl Few {
    /// The places below `all` at which something may happen, in order.
    #[inline]
    pub fn of(&mut self, all: usize, may_happen: impl Fn(usize) -> bool) -> &[u32] {
        if self.0.len() <= all {
            self.0.resize(all + 1, 0);
        }
        let places = &mut self.0[..=all];
        let mut few = 0;
        for at in 0..all {
            places[few] = at as u32;
            few += usize::from(may_happen(at));
        }
        &places[..few]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_stand_in_order_whatever_was_found_before() {
        let mut few = Few::default();
        assert_eq!(few.of(6, |at| at % 2 == 0), [0, 2, 4]);
        assert_eq!(few.of(3, |_| true), [0, 1, 2]);
        assert_eq!(few.of(4, |_| false), [0_u32; 0]);
        assert_eq!(few.of(0, |_| true), [0_u32; 0]);
    }
}
