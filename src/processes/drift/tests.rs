//! The quick bound on dissolution is never too small.

use super::*;
use crate::quantity::Number;

#[test]
fn no_tie_that_would_dissolve_is_left_off() {
    for (protection, bridge) in [0.0, 2.5, 3.999_999_9, 4.0, 4.000_000_1, 4.1, 8.0]
        .into_iter()
        .zip([0.01, 0.9].into_iter().cycle())
    {
        let bridge = WeeklyHazard(bridge);
        let rules = Turnover { protection: Number(protection), bridge, ..Turnover::default() };
        let may_end = rules.may_end().expect("bridges end");
        for strength in (0..1000).map(|step| step as f32 / 1000.0) {
            let hazards = [true, false].map(|embedded| rules.hazard(strength, embedded));
            assert!(hazards[0] <= hazards[1], "common friends protect");
            // The least lucky draw that still strikes.
            let chance = -libm::expm1(-f64::from(hazards[1]));
            let draw = Draw(((chance * (1.0 - 1e-9) * (1_u64 << 53) as f64) as u64) << 11);
            assert!(draw.strikes(hazards[1]) || chance < 1e-9, "{strength}, {protection}");
            assert!(may_end(draw.other_half(), strength), "{strength}, {protection}");
        }
    }
}
