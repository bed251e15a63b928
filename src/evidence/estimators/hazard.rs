//! Hazards compared: how many times more often those of one group leave than those of another, stratum by stratum.
//!
//! Within a stratum (same start, same tenure, same visible traits) the hazard counts as constant,
//! so events over time at risk are its estimate, and strata are pooled by Mantel and Haenszel's
//! weights (Rothman, Greenland and Lash 2008, chapter 15). With strata of tenure that is the
//! piecewise form of Cox's regression on one trait.

use crate::elementary::{exp, ln};
use std::collections::BTreeMap;

/// How often something happened, and in how much time at risk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Risk {
    /// Events.
    pub events: f64,
    /// Time at risk: of whoever leaves in a period, half of that period.
    pub time: f64,
}

impl Risk {
    /// Adds one person's period of this length, in which the event happened or not.
    pub fn add(&mut self, happened: bool, period: f64) {
        self.events += f64::from(u8::from(happened));
        self.time += if happened { 0.5 * period } else { period };
    }

    /// Adds another risk.
    pub const fn join(&mut self, other: Self) {
        self.events += other.events;
        self.time += other.time;
    }

    /// Events for each unit of time; `None` where nobody was at risk.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        (self.time > 0.0).then(|| self.events / self.time)
    }
}

/// A ratio of hazards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HazardRatio {
    /// The ratio.
    pub ratio: f64,
    /// The standard error of its logarithm.
    pub error: f64,
}

/// Two groups, stratum by stratum.
#[derive(Clone, Debug, Default)]
pub struct Strata<Stratum: Ord>(BTreeMap<Stratum, [Risk; 2]>);

impl<Stratum: Ord> Strata<Stratum> {
    /// No strata yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The risk of one of the groups in a stratum: of those who are meant, or of the others.
    pub fn of(&mut self, stratum: Stratum, meant: bool) -> &mut Risk {
        &mut self.0.entry(stratum).or_default()[usize::from(meant)]
    }

    /// The hazard of those who are meant over that of the others, by Mantel and Haenszel.
    /// `None` where one of the groups has no events in strata that both have.
    #[must_use]
    pub fn ratio(&self) -> Option<HazardRatio> {
        let (mut above, mut below, mut variance) = (0.0, 0.0, 0.0);
        for [others, meant] in self.0.values() {
            let time = others.time + meant.time;
            if others.time <= 0.0 || meant.time <= 0.0 {
                continue;
            }
            above += meant.events * others.time / time;
            below += others.events * meant.time / time;
            variance += (meant.events + others.events) * meant.time * others.time / (time * time);
        }
        (above > 0.0 && below > 0.0).then(|| HazardRatio {
            ratio: above / below,
            // Greenland and Robins 1985.
            error: (variance / (above * below)).sqrt(),
        })
    }
}

/// The hazard ratio of one group to the other without any strata.
#[must_use]
pub fn crude(meant: Risk, others: Risk) -> Option<HazardRatio> {
    let mut strata = Strata::new();
    strata.of((), true).join(meant);
    strata.of((), false).join(others);
    strata.ratio()
}

/// The hazard of a period in which something happens with this chance.
#[must_use]
pub fn hazard(chance: f64) -> f64 {
    -ln(1.0 - chance)
}

/// The chance in a period of this hazard.
#[must_use]
pub fn chance(hazard: f64) -> f64 {
    1.0 - exp(-hazard)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Deaths by coronary heart disease and person-years of British doctors who smoke and of those
    /// who do not, by age (Doll and Hill 1966; Rothman, Greenland and Lash 2008, table 15-2).
    const DOCTORS: [[(f64, f64); 2]; 5] = [
        [(32.0, 52_407.0), (2.0, 18_790.0)],
        [(104.0, 43_248.0), (12.0, 10_673.0)],
        [(206.0, 28_612.0), (28.0, 5_710.0)],
        [(186.0, 12_663.0), (28.0, 2_585.0)],
        [(102.0, 5_317.0), (31.0, 1_462.0)],
    ];

    #[test]
    fn strata_of_age_are_pooled_as_in_the_textbook() {
        let mut strata = Strata::new();
        for (age, groups) in DOCTORS.iter().enumerate() {
            for (&(events, time), smokes) in groups.iter().zip([true, false]) {
                strata.of(age, smokes).join(Risk { events, time });
            }
        }
        let pooled = strata.ratio().unwrap();
        // The textbook's estimate is 1.42; counted apart: 1.424682, and .107199 for the error.
        assert!((pooled.ratio - 1.424_682).abs() < 1e-5, "{pooled:?}");
        assert!((pooled.error - 0.107_199).abs() < 1e-5, "{pooled:?}");
        let all = |group: usize| {
            DOCTORS.iter().fold(Risk::default(), |mut all, stratum| {
                all.join(Risk { events: stratum[group].0, time: stratum[group].1 });
                all
            })
        };
        let crude = crude(all(0), all(1)).unwrap();
        assert!((crude.ratio - 1.719_823).abs() < 1e-5, "{crude:?}");
    }

    #[test]
    fn whoever_leaves_was_there_for_half_of_the_period() {
        let mut risk = Risk::default();
        for person in 0..1000 {
            risk.add(person < 200, 4.0);
        }
        assert_eq!(risk, Risk { events: 200.0, time: 3600.0 });
        // A hazard of -ln(.8)/4 a week gives these odds; the half period is near to that.
        let found = risk.rate().unwrap();
        assert!((found - hazard(0.2) / 4.0).abs() < 0.005 * found, "{found}");
        assert_eq!(Risk::default().rate(), None);
    }

    #[test]
    fn strata_that_only_one_group_has_say_nothing() {
        let mut strata = Strata::new();
        *strata.of(1, true) = Risk { events: 9.0, time: 10.0 };
        *strata.of(2, false) = Risk { events: 1.0, time: 10.0 };
        assert_eq!(strata.ratio(), None);
    }
}
