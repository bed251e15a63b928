//! Numbers about very many people, changed and added up in several lanes side by side, with the same result on every machine.
//!
//! One sum after the other waits for each addition. Here every eighth number goes to a lane of its own, and the lanes
//! are added at the end; how many there are is part of the result, so it does not depend on the processor.

use pulp::Arch;

/// Lanes that are added up side by side.
const LANES: usize = 8;

/// Changes each number by what stands beside it, many side by side.
pub fn change<T: Copy>(numbers: &mut [f32], beside: &[T], changed: impl Fn(f32, T) -> f32) {
    Arch::new().dispatch(
        #[inline(always)]
        move || {
            // What is looked up by way of a reference would be looked up anew for each number.
            let changed = changed;
            for (number, &value) in numbers.iter_mut().zip(beside) {
                *number = changed(*number, value);
            }
        },
    );
}

/// Changes each number by itself, many side by side.
pub fn change_each(numbers: &mut [f32], changed: impl Fn(f32) -> f32) {
    Arch::new().dispatch(
        #[inline(always)]
        move || {
            let changed = changed;
            for number in numbers {
                *number = changed(*number);
            }
        },
    );
}

/// The sums of several columns, which are being added up together: so none waits for itself.
#[derive(Clone, Copy, Debug)]
pub struct Sums<const COLUMNS: usize>([[f64; LANES]; COLUMNS]);

impl<const COLUMNS: usize> Default for Sums<COLUMNS> {
    fn default() -> Self {
        Self([[0.0; LANES]; COLUMNS])
    }
}

impl<const COLUMNS: usize> Sums<COLUMNS> {
    /// Adds what columns of the same length say of some people, each of them as often as the weight says.
    pub fn add(&mut self, weights: &[f32], columns: [&[f32]; COLUMNS]) {
        let all = self;
        Arch::new().dispatch(
            #[inline(always)]
            move || {
                // What can be called once only is compiled where it is called, for that processor.
                let all = all;
                let mut sums = all.0;
                let (eights, left) = weights.as_chunks::<LANES>();
                let columns = columns.map(|column| &column[..weights.len()]);
                let of_eights =
                    columns.map(|column| &column.as_chunks::<LANES>().0[..eights.len()]);
                for (at, weights) in eights.iter().enumerate() {
                    for (sums, column) in sums.iter_mut().zip(of_eights) {
                        add_eight(sums, weights, &column[at]);
                    }
                }
                for (sums, column) in sums.iter_mut().zip(columns) {
                    let rest = left.iter().zip(&column[eights.len() * LANES..]);
                    for (sum, (weight, value)) in sums.iter_mut().zip(rest) {
                        *sum += f64::from(weight * value);
                    }
                }
                all.0 = sums;
            },
        );
    }

    /// The sums of all that was added, one for each column.
    #[must_use]
    pub fn totals(&self) -> [f64; COLUMNS] {
        self.0.map(|lanes| lanes.iter().sum())
    }
}

/// Adds eight numbers, each to its lane.
#[inline(always)]
fn add_eight(sums: &mut [f64; LANES], weights: &[f32; LANES], column: &[f32; LANES]) {
    let new: [f32; LANES] = std::array::from_fn(|lane| weights[lane] * column[lane]);
    let new = new.map(f64::from);
    *sums = std::array::from_fn(|lane| sums[lane] + new[lane]);
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
            let mut sums = Sums::default();
            sums.add(&weights, [&column, &other]);
            let exact = [&column, &other].map(|column| {
                let some = (0..people).filter(|i| i % 3 == 1);
                some.map(|i| f64::from(column[i])).sum::<f64>()
            });
            // Whole numbers: any order gives the same.
            let totals = sums.totals();
            let apart = totals.iter().zip(exact).map(|(sum, exact)| (sum - exact).abs());
            assert!(apart.sum::<f64>() < f64::EPSILON, "{people}");
        }
    }

    #[test]
    fn many_changed_at_once_are_those_changed_one_by_one() {
        let numbers: Vec<f32> = (0..1003).map(|i| (i as f32 + 0.1) / 7.0).collect();
        let beside: Vec<u8> = (0..1003).map(|i| (i % 251) as u8).collect();
        let (mut with, mut alone) = (numbers.clone(), numbers.clone());
        change(&mut with, &beside, |number, value| number * f32::from(value) - 0.3);
        change_each(&mut alone, |number| number - 0.3 * number * number);
        for (i, &number) in numbers.iter().enumerate() {
            assert_eq!(with[i].to_bits(), (number * f32::from(beside[i]) - 0.3).to_bits());
            assert_eq!(alone[i].to_bits(), (number - 0.3 * number * number).to_bits());
        }
    }

    #[test]
    fn wide_registers_round_as_one_number_after_the_other() {
        let of = |i: u32| (i.wrapping_mul(2_654_435_761) >> 8) as f32 / 3.0e6;
        let (one, other): (Vec<f32>, Vec<f32>) = (0..999).map(|i| (of(i), of(i + 7000))).unzip();
        let weights: Vec<f32> = (0..999).map(|i| (i % 2) as f32 / 3.0).collect();
        let mut wide = Sums::default();
        wide.add(&weights, [&one, &other]);
        for (lanes, column) in wide.0.iter().zip([one, other]) {
            let mut narrow = [0.0_f64; LANES];
            for i in 0..999 {
                narrow[i % LANES] += f64::from(weights[i] * column[i]);
            }
            assert_eq!(lanes.map(f64::to_bits), narrow.map(f64::to_bits));
        }
    }
}
