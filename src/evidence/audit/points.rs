//! The share: at how many points of the plausible space each side wins, and at how many doing nothing beats both.

use super::bench::{Bench, Duel};
use crate::evidence::space::{Open, Point, hypercube, in_world, open};
use crate::experiment::statistics::{Difference, Proportion};
use crate::experiment::verdict::{Kind, decide};
use crate::strategy::ABSENT;
use rayon::prelude::*;

/// What was found at one point of the plausible space.
#[derive(Clone, Debug)]
pub struct Found {
    /// The point's number in the hypercube.
    pub number: usize,
    /// The measure's mean for the first side, for the second and for the baseline.
    pub means: [f64; 3],
    /// How far the first side leads.
    pub lead: Option<Difference>,
    /// Who is better than all others, by the verdict of `run` without a margin.
    pub winner: Option<String>,
    /// How far each side leads the other, by the means.
    pub leads_by: [f64; 2],
    /// How far each side is ahead of the better of the other and the baseline, by the means.
    pub wins_by: [f64; 2],
    /// Who is best by the mean alone: the first side, the second, or the baseline.
    pub best: usize,
    /// Where it lies.
    pub places: Vec<f64>,
}

impl Found {
    /// Which side is certainly ahead of the other.
    #[must_use]
    pub fn ahead(&self) -> Option<usize> {
        let (low, high) = self.lead.and_then(|lead| lead.low.zip(lead.high))?;
        if low > 0.0 {
            Some(0)
        } else if high < 0.0 {
            Some(1)
        } else {
            None
        }
    }
}

/// The shares of the plausible space.
#[derive(Clone, Debug)]
pub struct Shares {
    /// The first side is certainly ahead of the second; the second of the first.
    pub ahead: [Proportion; 2],
    /// By its mean alone, certain or not: the first side; the second.
    pub by_mean: [Proportion; 2],
    /// Certainly better than all else: the first side, the second, doing nothing.
    pub best: [Proportion; 3],
    /// Best by its mean alone, certain or not.
    pub best_by_mean: [Proportion; 3],
}

/// Lives both sides and the baseline at each point of a Latin hypercube, the same as that of the claims.
#[must_use]
pub fn check(bench: &Bench<'_>) -> Vec<Found> {
    let Ok(open) = open(&bench.case.document, &bench.case.file) else { return Vec::new() };
    let points = hypercube(bench.effort.points, bench.seed);
    points.par_iter().filter_map(|point| find(bench, &open, point)).collect()
}

/// How many thousand person-weeks the check takes.
pub(super) fn cost(bench: &Bench<'_>) -> u64 {
    bench.duel().map_or(0, |duel| {
        let lives = duel.scenario.strategies.len() as u64 * u64::from(bench.effort.at_point);
        bench.effort.points as u64 * bench.cost(&duel.scenario, lives)
    })
}

fn find(bench: &Bench<'_>, open: &[Open], point: &Point) -> Option<Found> {
    let (document, file) = (bench.case.document.clone(), &bench.case.file);
    let scenario = in_world(document, file, open, &point.places).ok()?;
    let mut duel = Duel::new(scenario, bench);
    let batch = bench.live(&mut duel.scenario, bench.seed, bench.effort.at_point);
    let values = duel.values(&batch);
    let mean = |strategy: usize| {
        values[strategy].iter().sum::<f64>() / values[strategy].len().max(1) as f64
    };
    let verdict = decide(duel.scenario.measure, &values, 0.0);
    let winner =
        (verdict.kind == Kind::Better).then(|| duel.scenario.strategies[verdict.best].name.clone());
    let [one, other] = duel.sides;
    let means = [mean(one), mean(other), mean(duel.absent())];
    let over = |who: usize, than: usize| duel.sign * (means[who] - means[than]);
    let best = (1..3).fold(0, |best, who| if over(who, best) > 0.0 { who } else { best });
    let with_baseline = duel.sides.contains(&duel.absent());
    let wins_by = [0, 1].map(|side| {
        let other = over(side, 1 - side);
        if with_baseline { other } else { other.min(over(side, 2)) }
    });
    Some(Found {
        number: point.number,
        means,
        lead: duel.lead(&values),
        winner,
        leads_by: [over(0, 1), over(1, 0)],
        wins_by,
        best,
        places: point.places.clone(),
    })
}

impl Shares {
    /// Counts who wins where.
    #[must_use]
    pub fn of(found: &[Found], sides: &[String; 2]) -> Self {
        let count = |wanted: &dyn Fn(&Found) -> bool| Proportion::among(found.iter().map(wanted));
        let by_mean = |found: &Found| found.lead.map_or(0.0, |lead| lead.mean);
        let wins = |name: &str| count(&|found| found.winner.as_deref() == Some(name));
        Self {
            ahead: [0, 1].map(|side| count(&|found| found.ahead() == Some(side))),
            by_mean: [count(&|found| by_mean(found) > 0.0), count(&|found| by_mean(found) < 0.0)],
            best: [&*sides[0], &*sides[1], ABSENT].map(wins),
            best_by_mean: [0, 1, 2].map(|who| count(&|found| found.best == who)),
        }
    }
}
