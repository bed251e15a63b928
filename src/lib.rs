//! Stammtisch.
pub mod quantity;
pub mod elementary;
pub mod draws;
pub mod document;
pub mod parameters;
