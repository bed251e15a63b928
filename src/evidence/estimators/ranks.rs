//! Correlation of ranks: whether two quantities grow together, whatever the shape of the curve.

use crate::experiment::statistics::correlation;

/// Spearman's rank correlation; equal values share the mean of their ranks.
///
/// `None` where there are fewer than two values, or where one of the two quantities does not vary.
#[must_use]
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    correlation(&ranks(a), &ranks(b))
}

/// The rank of each value, from the smallest; equal ones share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for equal in order.chunk_by(|&i, &j| values[i].total_cmp(&values[j]).is_eq()) {
        let shared = first as f64 + (equal.len() - 1) as f64 / 2.0;
        for &i in equal {
            ranks[i] = shared;
        }
        first += equal.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 4.0, 1.0]), [2.0, 0.5, 3.0, 0.5]);
    }

    #[test]
    fn the_correlation_is_that_of_mean_ranks() {
        // By the definition, counted apart: Pearson's correlation of mean ranks.
        let a = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0];
        let b = [2.0, 7.0, 1.0, 8.0, 2.0, 8.0, 1.0];
        let found = rank_correlation(&a, &b).unwrap();
        assert!((found + 0.083_347_625_989_871_57).abs() < 1e-12, "{found}");
        assert!((rank_correlation(&a, &a.map(f64::exp2)).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(rank_correlation(&a, &[1.0; 7]), None);
    }
}
