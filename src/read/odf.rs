//! The package of an OpenDocument file, text or spreadsheet: whether it is locked, and its content.

use super::archive::{Archive, Part};
use super::error::{ReadError, ReadErrorKind};
use super::xml::{Token, Tokens};
use crate::text::decode;

/// The main part of a package that is not locked.
pub fn content(archive: &Archive) -> Result<Part, ReadError> {
    if is_encrypted(archive) {
        return Err(ReadError::new(ReadErrorKind::Encrypted));
    }
    let part = archive.part("content.xml").map_err(ReadError::new)?;
    part.ok_or(ReadError::new(ReadErrorKind::Damaged))
}

/// The list of parts says how each is locked.
fn is_encrypted(archive: &Archive) -> bool {
    let Some(part) = archive.part("META-INF/manifest.xml").ok().flatten() else {
        return false;
    };
    let xml = decode(&part.bytes).text;
    Tokens::new(&xml)
        .any(|token| matches!(token, Token::Open(tag) if tag.name() == "encryption-data"))
}
