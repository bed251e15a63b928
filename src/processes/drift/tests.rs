//! The quick bound on dissolution is never too small.

use super::*;
use crate::draws::Draws;
use crate::quantity::Number;

#[test]
fn no_tie_that_would_dissolve_is_left_off() {
    let draws = Draws::from_seed(4).of("test: dissolves");
    for protection in [0.0, 2.5, 3.999_999_9, 4.0, 4.000_000_1, 4.1, 8.0] {
        let rules = Turnover {
            protection: Number(protection),
            bridge: WeeklyHazard(0.9),
            ..Turnover::default()
        };
        let at_most = rules.at_most();
        let mut struck = 0;
        for i in 0..40_000 {
            let (draw, strength) = (draws.number(i), (i % 101) as f32 / 100.0);
            let strikes =
                [true, false].map(|embedded| draw.strikes(rules.hazard(strength, embedded)));
            assert!(!strikes[0] || strikes[1], "common friends protect");
            assert!(
                !strikes[1] || draw.at_least() <= at_most(strength),
                "{strength}, {protection}"
            );
            struck += usize::from(strikes[1]);
        }
        assert!(struck > 500, "{struck} by {protection}");
    }
}
