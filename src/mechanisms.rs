//! Mechanisms and their gains: each can be switched off or weakened alone, from 1 (as specified) to 0 (off).
//!
//! The gains serve the exact limits, in which most of the model must be silent, and the taking
//! apart of a difference by its causes.

use crate::quantity::Share;

crate::parameters! {
    /// How strongly each mechanism acts: 1 as specified, 0 not at all.
    pub Mechanisms in "mechanisms" {
        /// Impressions make people aware, make prospects join and give customers something to talk about.
        advertising: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Ill-fitting messages annoy.
        irritation: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// People talk about the firm when they meet, and read of it in its forum, also what is to be had for less.
        word_of_mouth: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// What is said in public moves public opinion, and public opinion moves those who search.
        public_opinion: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Accepted introductions become ties, benefits and invitations.
        new_ties: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Occasions and activities strengthen ties that people have.
        kept_ties: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Occasions and reunions wake ties that are dormant.
        revived_ties: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Those whom the firm helped speak of it, and those who have helped others are helped.
        reciprocity: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Trust in the firm, and what kind of relationship it is taken for, move; to be singled out, or a guest, counts, and so does to have taken part in its forum.
        trust: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// What the firm hears from people makes it better.
        learning: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
        /// Customers leave because others have left, and go by how the customers fare whom they seek.
        contagion: Share = 1.0, in 0.0 => 1.0, from "definition", grade Definition, role Input;
    }
}
