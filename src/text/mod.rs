//! Text before it has a meaning: folding the ways of writing one label into one.

pub mod fold;
