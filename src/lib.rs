//! Stammtisch: a firm's customers and the people around them, living on a social graph.
//!
//! Same people, same budget, same luck. If the firm *broadcasts* to them, or if it *helps them
//! with their contacts to each other*: who stays, who talks, what does a new customer cost, and
//! what is the difference worth?
//!
//! The house has floors; a module uses only floors below its own. From the ground up:
//!
//! 1. words: [`elementary`], [`quantity`], [`draws`] (chance by key), [`document`] (a text with places)
//! 2. declarations and columns: [`parameters`], [`mechanisms`], [`technology`], [`people`], [`ties`]
//! 3. what firms do and what a week brings: [`offers`], [`ledger`], [`facts`], [`firms`], [`worth`], [`portfolio`]
//! 4. [`market`], [`processes`] (what people do), [`programmes`] (what firms do)
//! 5. [`strategy`], [`rules`]
//! 6. [`week`] (the page: read it first), [`population`] (how a market begins), [`measures`]
//! 7. [`scenario`], [`simulation`]
//! 8. [`experiment`] (many twin worlds), [`report`]
//! 9. [`cli`]

pub mod cli;
pub mod document;
pub mod draws;
pub mod elementary;
pub mod experiment;
pub mod facts;
pub mod firms;
pub mod guide;
pub mod ledger;
pub mod market;
pub mod measures;
pub mod mechanisms;
pub mod offers;
pub mod parameters;
pub mod people;
pub mod population;
pub mod portfolio;
pub mod processes;
pub mod programmes;
pub mod quantity;
pub mod report;
pub mod rules;
pub mod scenario;
pub mod simulation;
pub mod strategy;
pub mod technology;
pub mod ties;
pub mod week;
pub mod worth;
