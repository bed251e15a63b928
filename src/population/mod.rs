//! How a market begins: who the people are and who knows whom, drawn at random or read from the user's own files.

pub mod analysis;
mod circles;
pub mod generators;
pub mod import;
pub mod network;
pub mod start;
pub mod traits;

pub use analysis::{Census, census};
pub use generators::{Generator, NAMES};
pub use import::{ImportProblem, ImportReport, ImportSettings, Imported, PeopleTable, import};
pub use network::{Neighbourhoods, Network};
