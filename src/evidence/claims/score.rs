//! Scores of claims that are no plain difference. Each looks at one replication with what the others of the same world say, so that luck speaks for none of them.

/// How much further strategies lie apart than tools do.
///
/// The strategies come in the order: one with the first tool, the same with the second, another
/// with the first, the same with the second. Luck sets any two apart; so the others say which is
/// ahead, and here it is only measured how far.
pub(super) fn strategies_over_tools(values: &[Vec<f64>]) -> Vec<f64> {
    let distance = |one: usize, other: usize| -> Vec<f64> {
        let gaps: Vec<f64> = values.iter().map(|values| values[one] - values[other]).collect();
        let elsewhere = means_of_the_others(&gaps);
        gaps.iter().zip(elsewhere).map(|(gap, elsewhere)| gap * sign(elsewhere)).collect()
    };
    let tools = [distance(0, 1), distance(2, 3)];
    let strategies = [distance(0, 2), distance(1, 3)];
    let mean = |of: &[Vec<f64>; 2], at: usize| f64::midpoint(of[0][at], of[1][at]);
    (0..values.len()).map(|at| mean(&strategies, at) - mean(&tools, at)).collect()
}

/// By how much the forecast that it will be as in the other replications errs less than the
/// forecast of nothing: mean over strategies of what each brings beyond the last, which is to do
/// nothing.
pub(super) fn foretold(values: &[Vec<f64>]) -> Vec<f64> {
    let strategies = values.first().map_or(0, |values| values.len().saturating_sub(1));
    let mut better = vec![0.0; values.len()];
    for strategy in 0..strategies {
        let brought: Vec<f64> =
            values.iter().map(|values| values[strategy] - values[strategies]).collect();
        let forecasts = means_of_the_others(&brought);
        for (better, (brought, forecast)) in better.iter_mut().zip(brought.iter().zip(forecasts)) {
            *better += (brought.abs() - (brought - forecast).abs()) / strategies as f64;
        }
    }
    better
}

/// How far the strategy that is best in the other replications is ahead of the last, which is to
/// do nothing. The best of each replication would be ahead by luck alone.
pub(super) fn best_elsewhere(values: &[Vec<f64>]) -> Vec<f64> {
    let last = values.first().map_or(0, |values| values.len().saturating_sub(1));
    let leads: Vec<Vec<f64>> = (0..last)
        .map(|strategy| values.iter().map(|values| values[strategy] - values[last]).collect())
        .collect();
    let elsewhere: Vec<Vec<f64>> = leads.iter().map(|leads| means_of_the_others(leads)).collect();
    let best = |at: usize| (0..last).max_by(|&a, &b| elsewhere[a][at].total_cmp(&elsewhere[b][at]));
    (0..values.len()).map(|at| best(at).map_or(0.0, |best| leads[best][at])).collect()
}

/// For each value the mean of all others; 0 where there is no other.
fn means_of_the_others(values: &[f64]) -> Vec<f64> {
    let others = values.len().saturating_sub(1).max(1) as f64;
    let mean = |at: usize| {
        let rest = values.iter().enumerate().filter(|(other, _)| *other != at);
        rest.map(|(_, value)| value).sum::<f64>() / others
    };
    (0..values.len()).map(mean).collect()
}

/// 1, −1, or 0 of 0.
fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_of_strategies_is_held_against_that_of_tools() {
        // Strategies 10 apart, tools 2 apart.
        let worlds = vec![vec![12.0, 10.0, 2.0, 0.0]; 3];
        assert_eq!(strategies_over_tools(&worlds), [8.0; 3]);
        let turned = vec![vec![12.0, 2.0, 10.0, 0.0]; 3];
        assert_eq!(strategies_over_tools(&turned), [-8.0; 3]);
    }

    #[test]
    fn luck_alone_sets_nothing_apart_and_foretells_nothing() {
        // In every world another one is ahead, as luck would have it.
        let worlds = [vec![9.0, 0.0, 0.0], vec![0.0, 9.0, 0.0]];
        assert_eq!(best_elsewhere(&worlds), [0.0, 0.0], "the best of each world would be 9 ahead");
        let turning = [vec![1.0, 0.0], vec![-1.0, 0.0]];
        assert_eq!(foretold(&turning), [-1.0, -1.0], "a forecast of nothing errs by 1, this by 2");
        let apart = [vec![1.0, 0.0, 0.0, 0.0], vec![-1.0, 0.0, 0.0, 0.0]];
        assert_eq!(strategies_over_tools(&apart), [0.0, 0.0]);
    }

    #[test]
    fn what_comes_again_is_foretold_and_found() {
        let worlds = [vec![5.0, 1.0, 0.0], vec![7.0, 1.0, 0.0]];
        assert_eq!(foretold(&worlds), [2.0, 3.0]);
        assert_eq!(best_elsewhere(&worlds), [5.0, 7.0]);
    }

    #[test]
    fn equals_are_not_apart() {
        let worlds = vec![vec![3.5; 5]; 4];
        for score in [strategies_over_tools, foretold, best_elsewhere] {
            assert_eq!(score(&worlds), [0.0; 4]);
        }
    }
}
