//! Estimators as the papers use them, applied to simulated records as they were to real ones.

pub mod autoregression;
pub mod bass;
pub mod differences;
pub mod graphs;
pub mod hazard;
pub mod known_worlds;
pub mod koyck;
pub mod matching;
pub mod ranks;
pub mod regression;
pub mod shares;
pub mod trees;
pub mod trial;
