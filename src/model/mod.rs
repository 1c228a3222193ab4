//! What a document is: blocks in reading order, cells with their raw text, and the place each came from.
//! Plain values; nothing here knows a format, a rule or the law.

pub mod date;
mod document;
mod place;
mod quantity;

pub use date::Date;
pub use document::{Block, Cell, Document, Grid, Kind, Paragraph, Shape, Trouble, TroubleKind};
pub use place::{Place, PlaceId};
pub use quantity::Quantity;
