//! Sums over very many people, added up in several lanes side by side and in the same order on every machine.
//!
//! One sum after the other waits for each addition. Here every eighth number goes to a lane of its own, and the lanes
//! are added at the end; how many there are is part of the result, so it does not depend on the processor.

use pulp::Arch;

/// Lanes that are added up side by side.
const LANES: usize = 8;

/// A sum that is being added up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lanes([f64; LANES]);

impl Lanes {
    /// Adds what a column says of some people, each as often as the weight says.
    pub fn add(&mut self, weights: &[f32], column: &[f32]) {
        self.add_each(weights, column, |value, _| value, column);
    }

    /// Adds the product of what two columns say of each.
    pub fn add_products(&mut self, weights: &[f32], one: &[f32], other: &[f32]) {
        self.add_each(weights, one, |one, other| one * other, other);
    }

    /// The sum of all that was added.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.0.iter().sum()
    }

    #[inline]
    fn add_each(
        &mut self,
        weights: &[f32],
        one: &[f32],
        of: impl Fn(f32, f32) -> f32,
        other: &[f32],
    ) {
        let all = self;
        Arch::new().dispatch(
            #[inline(always)]
            move || {
                // What can be called once only is compiled where it is called, for that processor.
                let all = all;
                let mut sums = all.0;
                let (weights, left) = weights.as_chunks::<LANES>();
                let (one, ones_left) = one.as_chunks::<LANES>();
                let (other, others_left) = other.as_chunks::<LANES>();
                for (weights, (one, other)) in weights.iter().zip(one.iter().zip(other)) {
                    let new: [f32; LANES] =
                        std::array::from_fn(|lane| weights[lane] * of(one[lane], other[lane]));
                    let new = new.map(f64::from);
                    sums = std::array::from_fn(|lane| sums[lane] + new[lane]);
                }
                let left = left.iter().zip(ones_left.iter().zip(others_left));
                for (sum, (weight, (&one, &other))) in sums.iter_mut().zip(left) {
                    *sum += f64::from(weight * of(one, other));
                }
                all.0 = sums;
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_add_up_to_the_sum_whatever_is_left_over() {
        for people in [0, 1, 7, 8, 9, 1000, 1003] {
            let column: Vec<f32> = (0..people).map(|i| (i % 13) as f32).collect();
            let other: Vec<f32> = (0..people).map(|i| (i % 5) as f32 - 2.0).collect();
            let weights: Vec<f32> = (0..people).map(|i| (i % 3 % 2) as f32).collect();
            let (mut sum, mut products) = (Lanes::default(), Lanes::default());
            sum.add(&weights, &column);
            products.add_products(&weights, &column, &other);
            let (mut exact, mut exact_products) = (0.0, 0.0);
            for i in (0..people).filter(|i| i % 3 == 1) {
                exact += f64::from(column[i]);
                exact_products += f64::from(column[i] * other[i]);
            }
            // Whole numbers: any order gives the same.
            assert!((sum.sum() - exact).abs() < f64::EPSILON, "{people}");
            assert!((products.sum() - exact_products).abs() < f64::EPSILON, "{people}");
        }
    }

    #[test]
    fn wide_registers_round_as_one_number_after_the_other() {
        let of = |i: u32| (i.wrapping_mul(2_654_435_761) >> 8) as f32 / 3.0e6;
        let (one, other): (Vec<f32>, Vec<f32>) = (0..999).map(|i| (of(i), of(i + 7000))).unzip();
        let weights: Vec<f32> = (0..999).map(|i| (i % 2) as f32).collect();
        let mut wide = Lanes::default();
        wide.add_products(&weights, &one, &other);
        let mut narrow = [0.0_f64; LANES];
        for i in 0..999 {
            narrow[i % LANES] += f64::from(weights[i] * (one[i] * other[i]));
        }
        assert_eq!(wide.0.map(f64::to_bits), narrow.map(f64::to_bits));
    }
}
