//! Diffusion among people who all know each other (C1): the limits of Bass (1969), in the form that competing hazards give them.
//!
//! Of those who are no customers, each joins in a step with chance 1 − e^(−(p + q·F)), where F is
//! the share of customers among the others. In a group of few people the number of customers is a
//! Markov chain that can be counted out; as groups grow, it tends to the recursion of the catalogue.

use super::bench::{
    Crowd, MARKET, add_up, alike, complete, copies, known_to_all, market, network, seeded, silent,
    weeks,
};
use super::{Comparison, Limit, enough, enough_for_share};
use crate::draws::Draws;
use crate::elementary::{exp, ln};
use crate::population::start::Given;
use crate::quantity::WeeklyHazard;

/// The limits of this section.
pub(super) const LIMITS: &[Limit] = &[
    Limit {
        id: "C1-bass",
        statement: "Visible use diffuses among people who all know each other as the chain of their number says, in yearly and in monthly steps.",
        source: "Bass 1969, with competing hazards",
        compare: diffusion,
    },
    Limit {
        id: "C1-churn",
        statement: "Where customers also leave, lapse and return, diffusion settles where the flows balance.",
        source: "Bass 1969, with churn",
        compare: with_churn,
    },
    Limit {
        id: "C1-search",
        statement: "Without imitation, diffusion is geometric.",
        source: "Bass 1969, q = 0",
        compare: without_imitation,
    },
    Limit {
        id: "C1-silence",
        statement: "Without a first customer imitation never begins, and a customer whose use nobody sees convinces nobody.",
        source: "Bass 1969, p = 0",
        compare: without_a_beginning,
    },
];

/// So many people who all know each other, and what moves them in one step: hazards to join, and
/// chances to leave and, having lapsed, to become a prospect again.
#[derive(Clone, Copy)]
struct Group {
    people: usize,
    innovation: f64,
    imitation: f64,
    leaves: f64,
    returns: f64,
}

impl Group {
    /// A group from which nobody leaves, in steps of this part of a year.
    const fn bass(people: usize, steps_a_year: f64) -> Self {
        let (innovation, imitation) = (0.03 / steps_a_year, 0.38 / steps_a_year);
        Self { people, innovation, imitation, leaves: 0.0, returns: 0.0 }
    }

    /// The chances of each number of customers and of lapsed people after so many steps, from none.
    fn after(&self, steps: usize) -> Vec<Vec<f64>> {
        let nobody = vec![vec![0.0; self.people + 1]; self.people + 1];
        let mut chances = nobody.clone();
        chances[0][0] = 1.0;
        for _ in 0..steps {
            let mut next = nobody.clone();
            for (customers, row) in chances.iter().enumerate() {
                for (lapsed, &chance) in row.iter().enumerate().filter(|(_, c)| **c > 1e-16) {
                    self.step((customers, lapsed), chance, &mut next);
                }
            }
            chances = next;
        }
        chances
    }

    /// Adds what becomes of one state in one step, with its chance.
    fn step(&self, (customers, lapsed): (usize, usize), chance: f64, next: &mut [Vec<f64>]) {
        let seen = customers as f64 / (self.people - 1) as f64;
        let joins = 1.0 - exp(-(self.innovation + self.imitation * seen));
        let prospects = self.people - customers - lapsed;
        for (joined, a) in binomial(prospects, joins).into_iter().enumerate() {
            for (left, b) in binomial(customers, self.leaves).into_iter().enumerate() {
                for (back, c) in binomial(lapsed, self.returns).into_iter().enumerate() {
                    next[customers + joined - left][lapsed + left - back] += chance * a * b * c;
                }
            }
        }
    }

    /// The mean number of customers after so many steps, and its variance.
    fn customers(&self, steps: usize) -> (f64, f64) {
        let (mut mean, mut square) = (0.0, 0.0);
        for (customers, row) in self.after(steps).into_iter().enumerate() {
            let chance: f64 = row.into_iter().sum();
            mean += chance * customers as f64;
            square += chance * (customers * customers) as f64;
        }
        (mean, square - mean * mean)
    }

    /// The share of customers in groups that live beside each other, compared after each of these
    /// numbers of steps.
    fn compare(&self, name: &str, steps: &[usize], luck: Draws) -> Vec<Comparison> {
        let exact: Vec<(f64, f64)> = steps.iter().map(|&t| self.customers(t)).collect();
        let most = exact.iter().map(|(mean, variance)| variance / (mean * mean));
        let per_market = MARKET / self.people;
        let markets = enough(most.fold(0.0, f64::max)).div_ceil(per_market);
        let groups = (markets * per_market) as f64;
        let found = self.live(per_market, markets, steps, luck);
        let size = self.people as f64;
        let compare = |(&t, ((mean, variance), found)): (&usize, ((f64, f64), f64))| {
            let what = format!("customers, {name} step {t}, groups of {}", self.people);
            let error = (variance / groups).sqrt() / size;
            Comparison::drawn(what, mean / size, found / groups / size, error)
        };
        steps.iter().zip(exact.into_iter().zip(found)).map(compare).collect()
    }

    fn live(&self, per_market: usize, markets: usize, steps: &[usize], luck: Draws) -> Vec<f64> {
        let size = self.people as u32;
        let hazard = |chance: f64| WeeklyHazard(-ln(1.0 - chance));
        let mut rules = silent();
        rules.adoption.search = WeeklyHazard(self.innovation);
        rules.visibility.seen = WeeklyHazard(self.imitation / f64::from(size - 1));
        (rules.leaving.usual, rules.leaving.back) = (hazard(self.leaves), hazard(self.returns));
        let ties = copies(per_market as u32, size, &complete(size));
        let network = network(per_market * self.people, &ties);
        let first = seeded(&network, |_| false, &rules);
        let last = steps.iter().max().map_or(0, |&last| last as u32);
        add_up(markets, luck, |luck| {
            let facts = weeks(&mut first.clone(), &rules, last, luck);
            steps.iter().map(|&t| facts[t].customers as f64).collect()
        })
    }
}

/// The chances of each number of successes.
fn binomial(trials: usize, chance: f64) -> Vec<f64> {
    if chance <= 0.0 {
        return vec![1.0];
    }
    let one_more = |chances: Vec<f64>, _| {
        let fails = chances.iter().map(|c| c * (1.0 - chance)).chain([0.0]);
        let succeeds = [0.0].into_iter().chain(chances.iter().map(|c| c * chance));
        fails.zip(succeeds).map(|(fails, succeeds)| fails + succeeds).collect()
    };
    (0..trials).fold(vec![1.0], one_more)
}

fn diffusion(luck: Draws) -> Vec<Comparison> {
    // Fifteen years of months: the later, the fewer groups tell.
    let [coarse, fine] = [0, 1].map(|part| luck.in_replication(part));
    let yearly = Group::bass(12, 1.0).compare("yearly", &[6, 8, 10], coarse);
    [yearly, Group::bass(4, 12.0).compare("monthly", &[180], fine)].concat()
}

fn with_churn(luck: Draws) -> Vec<Comparison> {
    let group = Group { leaves: 0.15, returns: 0.5, ..Group::bass(6, 0.5) };
    group.compare("two-yearly", &[5, 10, 25], luck)
}

fn without_imitation(luck: Draws) -> Vec<Comparison> {
    let hazard = 0.1;
    let exact = |week: usize| 1.0 - exp(-hazard * week as f64);
    let mut rules = silent();
    rules.adoption.search = WeeklyHazard(hazard);
    let (traits, start, people) = (alike(), known_to_all(0.0), enough_for_share(exact(5)));
    let crowd = Crowd { people, traits: &traits, start: &start, rules: &rules };
    let weeks = [5, 8, 12];
    let found =
        crowd.live(12, luck, |facts| weeks.map(|week| facts[week].customers as f64).to_vec());
    let compare = |(week, found)| {
        Comparison::share(format!("customers, week {week}"), exact(week), found, crowd.size())
    };
    weeks.into_iter().zip(found).map(compare).collect()
}

fn without_a_beginning(luck: Draws) -> Vec<Comparison> {
    let joined = |customers: f64, seen: f64| {
        let mut rules = silent();
        rules.visibility.seen = WeeklyHazard(seen);
        let (start, given) = (known_to_all(customers), Given::default());
        let network = network(60, &complete(60));
        let mut market = market(&network, (&alike(), &start, &given), &rules, luck);
        let facts = weeks(&mut market, &rules, 104, luck);
        facts.iter().map(|facts| facts.joined_all() as f64).sum()
    };
    vec![
        Comparison::counted("acquisitions without a first customer", 0.0, joined(0.0, 0.38)),
        Comparison::counted("acquisitions where use is not visible", 0.0, joined(0.5, 0.0)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The recursion of competing hazards, to which the chain tends in a large market.
    fn recursion(p: f64, q: f64, steps: usize) -> f64 {
        (0..steps).fold(0.0, |f, _| f + (1.0 - f) * (1.0 - exp(-(p + q * f))))
    }

    #[test]
    fn large_groups_tend_to_the_recursion_of_the_catalogue() {
        for (steps_a_year, steps, published) in
            [(1.0, 6, 0.350_631), (1.0, 10, 0.729_837), (52.0, 312, 0.437_243)]
        {
            let (p, q) = (0.03 / steps_a_year, 0.38 / steps_a_year);
            assert!((recursion(p, q, steps) - published).abs() < 1e-6);
            // What is lacking falls as 1/N; so twice the larger less the smaller is all but free of it.
            let share =
                |people| Group::bass(people, steps_a_year).customers(steps).0 / people as f64;
            let limit = 2.0 * share(80) - share(40);
            assert!((limit - published).abs() < 5e-3, "{limit} {published}");
        }
    }

    #[test]
    fn without_churn_nobody_lapses_and_with_it_flows_balance() {
        let group = Group::bass(5, 1.0);
        assert!(group.after(9).iter().all(|row| row[1..].iter().all(|chance| *chance == 0.0)));
        // With search alone, waits 1/a and 1/b in a row: the stock settles at A / (A + c).
        let (joins, leaves, returns) = (0.3, 0.2, 0.5);
        let group =
            Group { people: 4, innovation: -ln(1.0 - joins), imitation: 0.0, leaves, returns };
        let wait = 1.0 / (1.0 / joins + 1.0 / returns);
        assert!((group.customers(200).0 / 4.0 - wait / (wait + leaves)).abs() < 1e-9);
    }
}
