//! ODT and flat FODT → document: the body's text and tables as they would be printed; notes, comments, headers and
//! footers left out.

mod body;
mod lists;
mod styles;
mod table;

use lists::Lists;
use styles::Styles;

use super::archive::Archive;
use super::error::{ReadError, ReadErrorKind};
use super::odf;
use super::story::writer;
use crate::model::{Document, Kind};
use crate::text::decode;

/// Reads the package of an OpenDocument text.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let part = odf::content(&archive)?;
    let styles = archive.part("styles.xml").ok().flatten();
    let styles = styles.map_or(String::new(), |part| decode(&part.bytes).text);
    read_parts(&styles, &decode(&part.bytes).text, part.truncated)
}

/// Reads an OpenDocument text in a single XML file.
pub fn read_flat(xml: &str) -> Result<Document, ReadError> {
    read_parts("", xml, false)
}

/// The styles of the document, then the content with styles of its own.
fn read_parts(styles: &str, content: &str, cut: bool) -> Result<Document, ReadError> {
    let (mut known, mut lists) = (Styles::default(), Lists::default());
    for xml in [styles, content] {
        known.add(xml);
        lists.add(xml);
    }
    let body = body::read(content, &known, &mut lists);
    let truncated = cut || body.truncated;
    if !body.found || (body.items.is_empty() && truncated) {
        return Err(ReadError::new(ReadErrorKind::Damaged));
    }
    Ok(writer::write(
        Kind::Odt,
        body.items,
        truncated,
        body.limited,
    ))
}
