//! Experiments: many twin worlds, what they say together, and how sure one can be.

pub mod compare;
pub mod ground;
pub mod memory;
pub mod replicate;
pub mod statistics;
pub mod verdict;
