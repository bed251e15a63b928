//! Real diffusion: on a real network with real times of adoption, the second half is foretold from the first.
//!
//! Fitted are only two numbers, on the first half of the periods: the external influence and that
//! of each adopting acquaintance. The engine then lives the second half from where everybody
//! really stood. Whether the network helps is seen against the same model with the ties shuffled,
//! and against a Bass curve, in which everybody sees everybody.

mod engine;
pub mod fit;
pub mod forecast;
pub mod history;
pub mod score;
pub mod shuffle;
pub mod study;

pub use history::History;
pub use study::Study;

#[cfg(test)]
mod tests;
