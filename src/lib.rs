//! Stammtisch: a firm's customers and the people around them, living on a social graph.
//!
//! Same people, same budget, same luck. If the firm *broadcasts* to them, or if it *helps them
//! with their contacts to each other*: who stays, who talks, what does a new customer cost, and
//! what is the difference worth?
//!
//! The house has floors; a module uses only floors below its own. From the ground up:
//!
//! 1. words: [`elementary`] (functions), [`draws`] (chance by key), [`document`] (a text with places), [`stories`] (scenarios that come with the program), [`lanes`] (many numbers side by side)
//! 2. [`quantity`] (numbers with units), [`column`](mod@column) (one for each person)
//! 3. [`parameters`](mod@parameters) (declared once), [`people`], [`few`], [`threads`]
//! 4. further declarations and columns: [`mechanisms`], [`technology`], [`ties`], [`meetings`], [`ledger`], [`offers`], [`segments`]
//! 5. [`firms`] and their customers
//! 6. [`facts`] (what a week brought), [`worth`] (what a firm is worth to a person)
//! 7. [`market`] (all columns together), [`portfolio`] (what a person's contacts are worth), [`norms`] (what offends)
//! 8. [`processes`] (what people do), [`programmes`] (what firms do)
//! 9. [`strategy`] (a mix with a budget), [`rules`] (all processes' parameters)
//! 10. [`week`] (the page: read it first), [`population`] (how a market begins), [`measures`]
//! 11. [`scenario`] (a whole file, checked), [`simulation`] (weeks in a row)
//! 12. [`experiment`] (many twin worlds)
//! 13. [`evidence`] (what the model is held against)
//! 14. [`report`] (what a reader gets to see)
//! 15. [`cli`] (the commands), [`guide`] (how to read and extend all this)

pub mod cli;
pub mod column;
pub mod document;
pub mod draws;
pub mod elementary;
pub mod evidence;
pub mod experiment;
pub mod facts;
pub mod few;
pub mod firms;
pub mod guide;
pub mod lanes;
pub mod ledger;
pub mod market;
pub mod measures;
pub mod mechanisms;
pub mod meetings;
pub mod norms;
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
pub mod segments;
pub mod simulation;
pub mod stories;
pub mod strategy;
pub mod technology;
pub mod threads;
pub mod ties;
pub mod week;
pub mod worth;
