//! The guide: how to read the code, how to add to it, and why it is as it is.

#[doc = include_str!("tour.md")]
pub mod tour {}

#[doc = include_str!("strategies.md")]
pub mod strategies {}

#[doc = include_str!("add_a_programme.md")]
pub mod add_a_programme {}

#[doc = include_str!("add_a_measure.md")]
pub mod add_a_measure {}

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("evidence.md")]
pub mod evidence {}

#[doc = include_str!("speed.md")]
pub mod speed {}

#[doc = include_str!("score_card.md")]
pub mod score_card {}
