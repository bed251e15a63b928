//! Learn: what the firm hears from people makes it better, slowly; so does work on its own quality.
//!
//! What moves customers flows into products (claim E2). Little is learnt where little is said.

use crate::facts::Facts;
use crate::firms::Firm;
use crate::quantity::{Number, Share, Weeks};

crate::parameters! {
    /// How what a firm hears becomes quality.
    pub Learning in "people.learning" {
        /// Share of the distance to perfect quality that a firm covers in a week which has heard all it can use.
        lesson: Share = 0.001, in 0.0 => 0.01, from "assumption; swept (claim E2)", grade Gap, role Input;
        /// Opinions for each 1,000 people at which half of that is reached.
        enough: Number = 50.0, in 2.0 => 1000.0, from "assumption; swept (diminishing returns)", grade Gap, role Input;
        /// Time after which half of what was heard is out of date.
        memory: Weeks = 13.0, in 2.0 => 104.0, from "assumption; swept", grade Gap, role Input;
        /// Share of its quality that a firm which does nothing about it loses in a week.
        neglect: Share = 0.0, in 0.0 => 0.01, from "definition (0: quality stays as it is)", grade Definition, role Input;
    }
}

/// Lets a firm learn from what it heard this week, and become better by it and by its own work.
pub fn learn(firm: &mut Firm, people: usize, rules: &Learning, gain: f32, facts: &mut Facts) {
    let public = (facts.public_praise + facts.public_blame) as f64;
    facts.heard += f64::from(firm.services.listening) * public;
    let thousands = (people as f32 / 1000.0).max(f32::MIN_POSITIVE);
    let insight = &mut firm.assets.insight;
    *insight = *insight * rules.memory.retention() + facts.heard as f32 / thousands;
    let used = *insight / (*insight + rules.enough.single());
    let step = gain * rules.lesson.single() * used + firm.services.improvement;
    firm.quality += step.min(1.0) * (1.0 - firm.quality);
    firm.quality -= rules.neglect.single() * firm.quality;
    (facts.quality, facts.insight) = (f64::from(firm.quality), f64::from(firm.assets.insight));
}
