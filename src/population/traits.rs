//! Traits: who people are is drawn once, before strategies part, with a part shared by each circle.
//!
//! Without what a circle shares, people who leave together could only have infected each other;
//! with it, part of observed contagion is likeness, as in the world (Shalizi and Thomas 2011).

use crate::column::Scarce;
use crate::draws::{Draw, Draws, Key};
use crate::elementary::{exp, ln, power};
use crate::people::{Groups, Interests, NEEDS, People, TOPICS};
use crate::quantity::{Money, Number, Quantity, Share};
use rand_distr::{Distribution, StandardNormal};

crate::parameters! {
    /// Who the people are.
    pub Traits in "people.traits" {
        /// Share of a person's interests that comes from the own circle.
        homophily: Share = 0.3, in 0.0 => 0.9, from "McPherson, Smith-Lovin and Cook 2001 (sign; value swept)", grade Gap, role Input;
        /// Willingness to pay of the median person for an offer of average fit, money a week.
        value: Money = 5.0, in 0.01 => 100_000.0, from "assumption; swept", grade Gap, role Input;
        /// Spread of the logarithm of willingness to pay.
        value_spread: Number = 0.5, in 0.0 => 1.5, from "assumption; swept", grade Gap, role Input;
        /// Share of that spread which people of one circle have in common.
        value_shared: Share = 0.2, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
        /// How far fit differs between opposite interests.
        fit_spread: Share = 0.4, in 0.0 => 0.48, from "assumption; swept", grade Gap, role Input;
        /// Mean tolerance of ill-fitting messages.
        ad_tolerance: Share = 0.4, in 0.05 => 0.95, from "assumption; swept", grade Gap, role Input;
        /// How alike people's needs are: the concentration of a Dirichlet distribution.
        needs_alike: Number = 2.0, in 0.2 => 50.0, from "assumption; swept", grade Gap, role Input;
        /// Shape of the gamma distribution of readiness to leave: the smaller, the more people differ.
        frailty_shape: Number = 0.7, in 0.3 => 20.0, from "assumption; swept (as uneven as the renewals of Fader and Hardie 2007, a Beta law)", grade Gap, role Input;
        /// Share of readiness to leave that people of one circle have in common: the correlation between two of them.
        frailty_shared: Share = 0.3, in 0.0 => 0.6, from "assumption; swept (friends as alike in it as in personality, r .12 to .31 by Youyou, Stillwell, Schwartz and Kosinski 2017; seven friends in ten share a circle)", grade Gap, role Input;
    }
}

impl Traits {
    /// Draws the people; `circle` has each person's circle, and there are so many circles.
    #[must_use]
    pub fn people(&self, key: Vec<Key>, circle: Vec<u32>, draws: Draws) -> People {
        let count = key.len();
        let mut people = People {
            interests: Vec::with_capacity(count),
            needs: Vec::with_capacity(count),
            base_value: Vec::with_capacity(count),
            ad_tolerance: Vec::with_capacity(count),
            sociability: vec![0.0; count],
            other: Scarce::for_people(count),
            load: vec![0.0; count],
            time_left: vec![0.0; count],
            booked: Vec::new(),
            alone: false,
            pace: vec![0.0; count],
            groups: Groups::default(),
            key,
            circle,
        };
        let interests = draws.of("traits: interests");
        let (needs, value, tolerance) =
            (draws.of("traits: needs"), draws.of("traits: value"), draws.of("traits: tolerance"));
        for i in 0..count {
            let (key, circle) = (people.key[i], u64::from(people.circle[i]));
            people.interests.push(self.interests(circle, interests.about(key), draws));
            people.needs.push(self.needs(needs.about(key)));
            people.base_value.push(self.base_value(circle, value.about(key), draws));
            people.ad_tolerance.push(self.tolerance(tolerance.about(key)));
        }
        people
    }

    fn interests(&self, circle: u64, own: Draw, draws: Draws) -> Interests {
        let shared = normals(draws.of("traits: interests of a circle").number(circle));
        let own = normals(own);
        let weights = (self.homophily.0.sqrt() as f32, (1.0 - self.homophily.0).sqrt() as f32);
        Interests::towards(std::array::from_fn(|t| weights.0 * shared[t] + weights.1 * own[t]))
    }

    fn needs(&self, draw: Draw) -> [f32; NEEDS] {
        let mut dice = draw.dice();
        let parts: [f64; NEEDS] = std::array::from_fn(|_| dice.gamma(self.needs_alike.0));
        let all: f64 = parts.iter().sum();
        parts.map(|part| (part / all) as f32)
    }

    fn base_value(&self, circle: u64, own: Draw, draws: Draws) -> f32 {
        let shared: f64 = normal(draws.of("traits: value of a circle").number(circle));
        let together =
            self.value_shared.0.sqrt() * shared + (1.0 - self.value_shared.0).sqrt() * normal(own);
        (self.value.to_number() * exp(self.value_spread.0 * together)) as f32
    }

    /// A tolerance from 0 to 1 with the given mean: a power of a uniform draw.
    fn tolerance(&self, draw: Draw) -> f32 {
        let mean = self.ad_tolerance.0;
        power(1.0 - draw.unit(), (1.0 - mean) / mean) as f32
    }

    /// How ready newcomers are to leave one firm, relative to the average: 1 on average over circles, while
    /// one circle, and so a market that is one circle, may lie far from it.
    ///
    /// The own part and that of the circle are gamma distributed and add up to the same law,
    /// however much is shared: correlated frailty (Yashin, Vaupel and Iachine 1995).
    #[must_use]
    pub fn frailty(&self, people: &People, draws: Draws) -> Vec<f32> {
        let (own, shared) = (draws.of("traits: frailty"), draws.of("traits: frailty of a circle"));
        let (shape, together) = (self.frailty_shape.0, self.frailty_shared.0);
        let each = people.key.iter().zip(&people.circle).map(|(&key, &circle)| {
            let own = own.about(key).dice().gamma(shape * (1.0 - together));
            let shared = shared.number(u64::from(circle)).dice().gamma(shape * together);
            ((own + shared) / shape) as f32
        });
        each.collect()
    }

    /// How well a firm suits each person: by how far interests agree with what the firm is about.
    #[must_use]
    pub fn fit(&self, people: &People, draws: Draws) -> Vec<f32> {
        let about = Interests::towards(normals(draws.of("traits: what a firm is about").number(0)));
        let fit =
            |interests: &Interests| 0.5 + self.fit_spread.single() * interests.likeness(about);
        people.interests.iter().map(fit).collect()
    }
}

/// The platform's estimates of fit, in standard deviations, with a given correlation to the truth.
#[must_use]
pub fn estimates(fit: &[f32], accuracy: Share, people: &People, draws: Draws) -> Vec<f32> {
    let noise = draws.of("traits: the platform's error");
    let count = fit.len().max(1) as f64;
    let mean = fit.iter().map(|&x| f64::from(x)).sum::<f64>() / count;
    let variance = fit.iter().map(|&x| (f64::from(x) - mean).powi(2)).sum::<f64>() / count;
    let deviation = variance.sqrt().max(f64::MIN_POSITIVE);
    let (right, wrong) = (accuracy.0, (1.0 - accuracy.0 * accuracy.0).sqrt());
    let estimate = |(&fit, &key): (&f32, &Key)| {
        let truth = (f64::from(fit) - mean) / deviation;
        (right * truth + wrong * normal(noise.about(key))) as f32
    };
    fit.iter().zip(&people.key).map(estimate).collect()
}

/// The hazard −ln(1 − θ) of a chance θ that is drawn from a beta distribution of these shapes.
#[must_use]
pub fn renewal_hazard((alpha, beta): (f64, f64), draw: Draw) -> f32 {
    // θ = x / (x + y) of two gamma numbers, so 1 − θ = 1 / (1 + x / y).
    let mut dice = draw.dice();
    let (x, y) = (dice.gamma(alpha), dice.gamma(beta));
    ln(1.0 + x / y) as f32
}

/// A standard normal number.
fn normal(draw: Draw) -> f64 {
    StandardNormal.sample(&mut draw.dice())
}

fn normals(draw: Draw) -> [f32; TOPICS] {
    let mut dice = draw.dice();
    std::array::from_fn(|_| {
        let number: f64 = StandardNormal.sample(&mut dice);
        number as f32
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(traits: &Traits) -> People {
        let keys: Vec<Key> = (0..20_000).map(Key::of_number).collect();
        let circles = (0..20_000).map(|i| i / 40).collect();
        traits.people(keys, circles, Draws::from_seed(1))
    }

    fn mean(values: impl ExactSizeIterator<Item = f32>) -> f64 {
        let count = values.len() as f64;
        values.map(f64::from).sum::<f64>() / count
    }

    #[test]
    fn traits_have_the_means_that_are_asked_for() {
        let traits = Traits::default();
        let people = crowd(&traits);
        assert!((mean(people.ad_tolerance.iter().copied()) - 0.4).abs() < 0.01);
        assert!(
            (mean(traits.frailty(&people, Draws::from_seed(1)).into_iter()) - 1.0).abs() < 0.05
        );
        assert!(people.needs.iter().all(|needs| (needs.iter().sum::<f32>() - 1.0).abs() < 1e-5));
        let mut values = people.base_value.clone();
        values.sort_by(f32::total_cmp);
        assert!((values[10_000] - 5.0).abs() < 0.4, "{}", values[10_000]);
    }

    #[test]
    fn readiness_to_leave_has_one_law_however_much_of_it_a_circle_shares() {
        for shared in [0.0, 0.3, 0.6] {
            let traits = Traits {
                frailty_shape: Number(2.0),
                frailty_shared: Share(shared),
                ..Traits::default()
            };
            let keys = (0..40_000).map(Key::of_number).collect();
            let pairs = (0..40_000).map(|i| i / 2).collect();
            let people = traits.people(keys, pairs, Draws::from_seed(1));
            let frailty = traits.frailty(&people, Draws::from_seed(1));
            let from_mean = |i: usize| frailty[i] - 1.0;
            let together = |gap: usize| {
                mean((0..20_000).map(|i| from_mean(2 * i) * from_mean((2 * i + gap) % 40_000)))
            };
            assert!((mean(frailty.iter().copied()) - 1.0).abs() < 0.02);
            assert!((together(0) - 0.5).abs() < 0.03, "{shared}: {}", together(0));
            assert!((together(1) - 0.5 * shared).abs() < 0.02, "{shared}: {}", together(1));
            assert!(together(2).abs() < 0.02, "{shared}: {}", together(2));
        }
    }

    #[test]
    fn as_many_stay_however_much_a_circle_shares() {
        // Of people with gamma distributed readiness, (1 + h/k)^−k stay; of pairs who share ρ of it both.
        for (shape, shared) in [(0.3, 0.3), (0.7, 0.3), (0.7, 1.0), (2.0, 0.0)] {
            let traits = Traits {
                frailty_shape: Number(shape),
                frailty_shared: Share(shared),
                ..Traits::default()
            };
            let keys = (0..40_000).map(Key::of_number).collect();
            let people =
                traits.people(keys, (0..40_000).map(|i| i / 2).collect(), Draws::from_seed(2));
            let stays = traits.frailty(&people, Draws::from_seed(2));
            let stays: Vec<f64> = stays.iter().map(|&ready| exp(-f64::from(ready))).collect();
            let one = stays.iter().sum::<f64>() / 40_000.0;
            let both = stays.chunks(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / 20_000.0;
            let of = |hazard: f64, part: f64| power(1.0 + hazard / shape, -shape * part);
            let exact = of(1.0, 1.0 - shared) * of(1.0, 1.0 - shared) * of(2.0, shared);
            // Four standard errors of a mean of 20,000 pairs who may be as one, with a deviation of .42.
            assert!((one - of(1.0, 1.0)).abs() < 0.012, "{shape}, {shared}: {one}");
            assert!((both - exact).abs() < 0.012, "{shape}, {shared}: {both}, not {exact}");
        }
    }

    #[test]
    fn people_of_one_circle_are_alike() {
        let people = crowd(&Traits::default());
        let likeness = |gap: usize| {
            mean(
                (0..10_000)
                    .map(|i| people.interests[i].likeness(people.interests[i + gap]))
                    .collect::<Vec<_>>()
                    .into_iter(),
            )
        };
        // Of two people in one circle, about the share `homophily` of their interests agrees.
        assert!((likeness(1) - 0.28).abs() < 0.05, "{}", likeness(1));
        assert!(likeness(4000).abs() < 0.02, "{}", likeness(4000));
    }

    #[test]
    fn the_platforms_estimate_is_as_good_as_it_says() {
        let people = crowd(&Traits::default());
        let fit = Traits::default().fit(&people, Draws::from_seed(1));
        let estimates = estimates(&fit, Share(0.5), &people, Draws::from_seed(1));
        let centre = mean(fit.iter().copied());
        let covariance = mean(
            fit.iter()
                .zip(&estimates)
                .map(|(&f, &e)| (f - centre as f32) * e)
                .collect::<Vec<_>>()
                .into_iter(),
        );
        let spread =
            mean(fit.iter().map(|&f| (f - centre as f32).powi(2)).collect::<Vec<_>>().into_iter())
                .sqrt();
        assert!((covariance / spread - 0.5).abs() < 0.03);
    }
}
