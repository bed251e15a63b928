//! Estimators as the papers use them, applied to simulated records as they were to real ones.

pub mod graphs;
pub mod ranks;
pub mod regression;
pub mod shares;
