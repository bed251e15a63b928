//! What happens to people in a week: one file for each process, in the order of the page.
//!
//! A process is a plain function. It reads columns and writes its own; what one hands to another
//! passes through the page, [`crate::week`].

pub mod account;
pub mod answer;
pub mod broadcast;
pub mod broker;
pub mod decide;
pub mod drift;
pub mod learn;
pub mod meet;
pub mod notice;
pub mod purchase;
pub mod relate;
pub mod talk;
pub mod visit;
