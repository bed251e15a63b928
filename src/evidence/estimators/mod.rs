//! Estimators as the papers use them, applied to simulated records as they were to real ones.

pub mod autoregression;
pub mod differences;
pub mod graphs;
pub mod koyck;
pub mod ranks;
pub mod regression;
pub mod shares;
pub mod trial;
