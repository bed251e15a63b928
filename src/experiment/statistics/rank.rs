//! Rank correlation (Spearman 1904): how far two rows of numbers rise together, whatever their scale.

/// The ranks of some values, less their mean and in units of their length; equals share the mean
/// of their ranks. `None` where all are equal, or a value is no number.
#[must_use]
pub fn standard_ranks(values: &[f64]) -> Option<Vec<f64>> {
    if values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut at = 0;
    while at < order.len() {
        let is_equal = |other: usize| values[other] - values[order[at]] == 0.0;
        let equal = order[at..].iter().take_while(|&&other| is_equal(other)).count();
        for &i in &order[at..at + equal] {
            ranks[i] = at as f64 + (equal - 1) as f64 / 2.0;
        }
        at += equal;
    }
    let middle = (values.len().max(1) - 1) as f64 / 2.0;
    let length = ranks.iter().map(|rank| (rank - middle) * (rank - middle)).sum::<f64>().sqrt();
    (length > 0.0).then(|| ranks.iter().map(|rank| (rank - middle) / length).collect())
}

/// Spearman's correlation of two rows of numbers; `None` where one of them does not move, or their
/// lengths differ.
#[must_use]
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (standard_ranks(a)?, standard_ranks(b)?);
    (a.len() == b.len()).then(|| product(&a, &b))
}

/// The sum of products: of standard ranks, their correlation.
#[must_use]
pub fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_correlation_is_that_of_scipy() {
        // scipy.stats.spearmanr(a, b).statistic
        let a = [3.1, 0.2, 5.5, 5.5, -4.0, 9.0, 2.2, 7.0];
        let b = [1.0, 2.0, 2.0, 8.0, -3.0, 4.0, 2.0, 16.0];
        let found = rank_correlation(&a, &b).unwrap();
        assert!((found - 0.773_137_092_536_260_2).abs() < 1e-12, "{found}");
    }

    #[test]
    fn only_the_order_counts() {
        let (a, squares) = ([1.0, 2.0, 3.0, 40.0], [1.0, 4.0, 9.0, 1600.0]);
        assert!((rank_correlation(&a, &squares).unwrap() - 1.0).abs() < 1e-12);
        let turned = a.map(|value| -value);
        assert!((rank_correlation(&a, &turned).unwrap() + 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_move_has_no_correlation() {
        assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(rank_correlation(&[1.0, f64::NAN], &[1.0, 2.0]), None);
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[1.0, 2.0]), None);
        assert_eq!(rank_correlation(&[], &[]), None);
    }
}
