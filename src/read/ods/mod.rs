//! ODS → document: the sheets of an OpenDocument spreadsheet in their order. Notes, drawings and tracked changes are
//! left out.

mod body;

use super::archive::Archive;
use super::error::{ReadError, ReadErrorKind};
use super::odf;
use super::workbook::Workbook;
use super::xml::{Token, Tokens};
use crate::model::{Document, Kind};
use crate::text::decode;

/// Reads the package of an OpenDocument spreadsheet.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let part = odf::content(&archive)?;
    let xml = decode(&part.bytes).text;
    let mut workbook = Workbook::new(Kind::Ods);
    let broken = body::read(&xml, &hidden_styles(&xml), &mut workbook);
    workbook.truncated |= part.truncated || broken;
    workbook.finish()
}

/// The names of the styles of sheets that are not shown.
fn hidden_styles(xml: &str) -> Vec<String> {
    /// No file has more of them than sheets.
    const MOST: usize = 1_000;
    let (mut found, mut style) = (Vec::new(), String::new());
    for token in Tokens::new(xml) {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "body" => break,
            "style" => style = tag.get("name").unwrap_or_default(),
            "table-properties" => {
                let hidden = tag.get("display").is_some_and(|shown| shown == "false");
                if hidden && found.len() < MOST {
                    found.push(std::mem::take(&mut style));
                }
            }
            _ => {}
        }
    }
    found
}
