//! Trial: what a randomised trial says of a treatment, by its two arms.

/// One arm of a trial: what was found of each person in it, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Arm {
    people: f64,
    sum: f64,
    squares: f64,
}

impl Arm {
    /// The arm of these outcomes.
    pub fn of(outcomes: impl IntoIterator<Item = f64>) -> Self {
        outcomes.into_iter().fold(Self::default(), |arm, outcome| Self {
            people: arm.people + 1.0,
            sum: arm.sum + outcome,
            squares: arm.squares + outcome * outcome,
        })
    }

    /// The two arms of two trials that are treated alike, as one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            sum: self.sum + other.sum,
            squares: self.squares + other.squares,
        }
    }

    /// The mean outcome; `None` of nobody.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.people > 0.0).then(|| self.sum / self.people)
    }

    /// The variance of the outcomes with n − 1; `None` of fewer than two people.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        let about_mean = self.squares - self.sum * self.mean()?;
        (self.people > 1.0).then(|| about_mean / (self.people - 1.0))
    }
}

/// How much more the treated have, in per cent of what the others have.
#[must_use]
pub fn lift(treated: Arm, others: Arm) -> Option<f64> {
    let (treated, others) = (treated.mean()?, others.mean()?);
    (others > 0.0).then(|| 100.0 * (treated / others - 1.0))
}

/// The standard error of the difference between two arms if each had so many people.
#[must_use]
pub fn error_of_difference(one: Arm, other: Arm, people: f64) -> Option<f64> {
    Some(((one.variance()? + other.variance()?) / people).sqrt())
}

/// The outcomes of those whom a trial counts, by arm: the treated first.
#[must_use]
pub fn arms(
    treated: &[bool],
    counts: impl Fn(usize) -> bool,
    outcome: impl Fn(usize) -> f64,
) -> (Arm, Arm) {
    let arm = |of: bool| {
        let people = (0..treated.len()).filter(|&i| treated[i] == of && counts(i));
        Arm::of(people.map(&outcome))
    };
    (arm(true), arm(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_are_compared_by_means_and_variances() {
        let outcomes = [3.0, 1.0, 5.0, 2.0, 9.0];
        let (treated, others) = arms(&[true, false, true, false, true], |i| i < 4, |i| outcomes[i]);
        assert_eq!((treated.mean(), others.mean()), (Some(4.0), Some(1.5)));
        assert_eq!((treated.variance(), others.variance()), (Some(2.0), Some(0.5)));
        assert!((lift(treated, others).unwrap() - 100.0 * (4.0 / 1.5 - 1.0)).abs() < 1e-12);
        let error = error_of_difference(treated, others, 10.0).unwrap();
        assert!((error - 0.25_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn trials_of_one_treatment_are_one_trial() {
        assert_eq!(Arm::of([1.0, 5.0]).and(Arm::of([3.0])), Arm::of([1.0, 5.0, 3.0]));
    }

    #[test]
    fn nobody_says_nothing() {
        assert_eq!(lift(Arm::of([1.0]), Arm::default()), None);
        assert_eq!(lift(Arm::of([1.0]), Arm::of([0.0])), None, "nothing can be had more of");
        assert_eq!(Arm::of([1.0]).variance(), None);
    }
}
