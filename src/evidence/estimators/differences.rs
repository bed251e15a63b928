//! Differences: before and after, with and without, where each who chose it is compared with those most like him who did not.

/// Someone before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What was known of him before, by which the likes of him are found.
    pub known: Vec<f64>,
    /// The outcome before.
    pub before: f64,
    /// The outcome after.
    pub after: f64,
}

/// Those of a pool who are most like each case, by the distance between what is known of them,
/// where each thing known is measured by its spread in the pool. One may be found several times;
/// where several are equally like, all of them are found, since the first of them would be whoever
/// has the lowest number.
#[must_use]
pub fn matches(cases: &[Case], pool: &[Case]) -> Option<Vec<Vec<usize>>> {
    let known = pool.first()?.known.len();
    let spreads: Vec<f64> = (0..known).map(|at| spread(pool, at)).collect();
    let distance = |one: &Case, other: &Case| -> f64 {
        let pairs = one.known.iter().zip(&other.known).zip(&spreads);
        pairs.map(|((a, b), spread)| (a - b) * (a - b) / spread).sum()
    };
    let nearest = |case: &Case| {
        let distances: Vec<f64> = pool.iter().map(|other| distance(case, other)).collect();
        let least = distances.iter().copied().fold(f64::INFINITY, f64::min);
        (0..pool.len()).filter(|&other| distances[other] <= least).collect()
    };
    Some(cases.iter().map(nearest).collect())
}

/// The variance of one thing known, or 1 where all are equal.
fn spread(pool: &[Case], at: usize) -> f64 {
    let n = pool.len() as f64;
    let mean = pool.iter().map(|case| case.known[at]).sum::<f64>() / n;
    let variance =
        pool.iter().map(|case| (case.known[at] - mean) * (case.known[at] - mean)).sum::<f64>() / n;
    if variance > 0.0 { variance } else { 1.0 }
}

/// Difference-in-differences: by how much more the outcome of the cases has risen than that of
/// their matches in the pool.
#[must_use]
pub fn difference_in_differences(cases: &[Case], pool: &[Case]) -> Option<f64> {
    let matches = matches(cases, pool)?;
    let rise = |case: &Case| case.after - case.before;
    let differences = cases.iter().zip(matches).map(|(case, like)| {
        Some(rise(case) - mean(like.into_iter().map(|other| rise(&pool[other])))?)
    });
    mean(differences.collect::<Option<Vec<f64>>>()?)
}

/// The mean; `None` of nothing.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (n, sum) = values.into_iter().fold((0.0, 0.0), |(n, sum), value| (n + 1.0, sum + value));
    (n > 0.0).then(|| sum / n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(known: [f64; 2], before: f64, after: f64) -> Case {
        Case { known: known.to_vec(), before, after }
    }

    #[test]
    fn each_is_compared_with_whoever_is_most_like_him() {
        // The second thing known spreads a hundred times as far, and counts no more for it.
        let pool = [case([0.0, 0.0], 1.0, 2.0), case([1.0, 100.0], 4.0, 4.0)];
        let cases = [case([0.9, 20.0], 1.0, 5.0), case([0.1, 20.0], 3.0, 4.0)];
        assert_eq!(matches(&cases, &pool), Some(vec![vec![1], vec![0]]));
        // (4 − 0 + 1 − 1) / 2
        assert_eq!(difference_in_differences(&cases, &pool), Some(2.0));
    }

    #[test]
    fn all_who_are_equally_like_count_for_one() {
        let pool =
            [case([1.0, 0.0], 0.0, 1.0), case([5.0, 0.0], 0.0, 9.0), case([1.0, 0.0], 0.0, 3.0)];
        let one = [case([1.0, 0.0], 0.0, 5.0)];
        assert_eq!(matches(&one, &pool), Some(vec![vec![0, 2]]));
        assert_eq!(difference_in_differences(&one, &pool), Some(3.0));
    }

    #[test]
    fn without_cases_or_without_a_pool_there_is_no_difference() {
        let one = [case([0.0, 0.0], 1.0, 2.0)];
        assert_eq!(difference_in_differences(&one, &[]), None);
        assert_eq!(difference_in_differences(&[], &one), None);
    }
}
