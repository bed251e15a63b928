//! The engine beside the exact chances of the first period that it foretells: it is the model that was fitted, and no other.

use super::fit::{Exposure, Fit, chance, exposures};
use super::forecast::Forecast;
use super::history::{History, Surroundings};
use crate::evidence::limits::Comparison;
use std::collections::BTreeMap;

/// The engine's adopters in the first foretold period beside the exact chance, by what people saw.
pub(super) fn compare(
    history: &History,
    around: &Surroundings,
    fit: &Fit,
    forecast: &Forecast,
) -> Vec<Comparison> {
    let next = history.half() + 1;
    let mut found: BTreeMap<u64, f64> = BTreeMap::new();
    for person in (0..history.people()).filter(|&i| !history.has_adopted(i, next - 1)) {
        let seen = around.seen(history, person, next).to_bits();
        *found.entry(seen).or_default() += f64::from(forecast.soon[person]);
    }
    let compared = exposures(history, around, next..=next).into_iter().map(|exposure| {
        let Exposure { seen, at_risk, .. } = exposure;
        let (exact, lives) = (chance(fit.hazard(seen)), at_risk * forecast.worlds() as f64);
        let what = format!("chance to adopt in period {next} of those who know {seen} adopters");
        let adopted = found.get(&seen.to_bits()).copied().unwrap_or_default();
        Comparison::share(what, exact, adopted, lives)
    });
    compared.collect()
}
