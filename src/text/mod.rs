//! Text before it has a meaning: its charset, its numerals, and folding the ways of writing one label into one.

mod charset;
mod decode;
pub mod find;
pub mod fold;
pub mod numeral;
pub mod setting;

pub use charset::{Decoded, decode};
#[cfg(any(feature = "pdf", feature = "sheets", feature = "words"))]
pub(crate) use decode::decode_label;
