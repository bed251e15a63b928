//! Estimators as the papers use them, applied to simulated records as they were to real ones.

pub mod bass;
pub mod hazard;
pub mod known_worlds;
pub mod matching;
pub mod regression;
pub mod trees;
