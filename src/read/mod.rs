//! Bytes or text with a name in, a [`Document`] out. Readers never give up on content: what is milder than
//! "this is not a document I can open" becomes a trouble inside the document.

mod error;

pub use error::{ReadError, ReadErrorKind};

use crate::model::Document;

/// Reads one input. `name` is only a hint: the content decides what it is.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let _ = (bytes, name);
    Err(ReadError::new(ReadErrorKind::Empty))
}
