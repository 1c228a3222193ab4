//! DOCX → document: the main part's text and tables as they would be printed; headers, footers, notes and comments
//! left out.

mod body;
mod numbering;
mod styles;

use numbering::Numbering;
use styles::Styles;

use super::archive::Archive;
use super::error::{ReadError, ReadErrorKind};
use super::story::writer;
use super::xml::{Token, Tokens};
use crate::model::{Document, Kind};
use crate::text::decode;

/// Reads a DOCX file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let main = main_part(&archive);
    let part = archive
        .part(&main)
        .map_err(ReadError::new)?
        .ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let beside = |kind| optional(&archive, &main, kind);
    read_parts(
        &decode(&part.bytes).text,
        &beside("styles"),
        &beside("numbering"),
        part.truncated,
    )
}

/// The same package as one XML file, as Word saves it too.
#[cfg(feature = "words")]
pub fn is_flat(xml: &str) -> bool {
    xml.contains("<pkg:package") && xml.contains("/word/document.xml\"")
}

/// Reads the package in one XML file.
#[cfg(feature = "words")]
pub fn read_flat(xml: &str) -> Result<Document, ReadError> {
    let part = |name: &str| {
        let found = xml
            .split("<pkg:part ")
            .find(|part| part.split('>').next().is_some_and(|tag| tag.contains(name)));
        let (_, data) = found
            .unwrap_or("")
            .split_once("<pkg:xmlData")
            .unwrap_or_default();
        let (_, data) = data.split_once('>').unwrap_or_default();
        data.split_once("</pkg:xmlData>")
            .map_or(data, |(data, _)| data)
    };
    read_parts(
        part("\"/word/document.xml\""),
        part("\"/word/styles.xml\""),
        part("\"/word/numbering.xml\""),
        !xml.contains("</pkg:package>"),
    )
}

fn read_parts(main: &str, styles: &str, numbering: &str, cut: bool) -> Result<Document, ReadError> {
    let styles = Styles::read(styles);
    let body = body::read(main, &styles, &mut Numbering::read(numbering));
    let truncated = cut || body.truncated;
    if body.items.is_empty() && truncated {
        return Err(ReadError::new(ReadErrorKind::Damaged));
    }
    Ok(writer::write(
        Kind::Docx,
        body.items,
        truncated,
        body.limited,
    ))
}

/// The part that the package names as its document.
pub fn main_part(archive: &Archive) -> String {
    related(archive, "_rels/.rels", "/officeDocument")
        .unwrap_or_else(|| "word/document.xml".to_owned())
}

/// The text of a part beside the main one, or nothing when it is missing or cannot be read: the document can be read
/// without it.
fn optional(archive: &Archive, main: &str, kind: &str) -> String {
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let relations = format!("{folder}/_rels/{file}.rels");
    let target = related(
        archive,
        relations.trim_start_matches('/'),
        &format!("/{kind}"),
    );
    let target = target.unwrap_or_else(|| format!("{kind}.xml"));
    let local = format!("{folder}/{target}");
    let found = [local.trim_start_matches('/'), target.as_str()]
        .iter()
        .find_map(|name| archive.part(name).ok().flatten());
    found
        .map(|part| decode(&part.bytes).text)
        .unwrap_or_default()
}

/// The target of the first relationship whose type ends so.
fn related(archive: &Archive, relations: &str, kind: &str) -> Option<String> {
    let part = archive.part(relations).ok().flatten()?;
    let xml = decode(&part.bytes).text;
    let found = Tokens::new(&xml).find_map(|token| match token {
        Token::Open(tag) if tag.get("Type").is_some_and(|found| found.ends_with(kind)) => {
            tag.get("Target")
        }
        _ => None,
    })?;
    Some(found.trim_start_matches('/').to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A checksum guards the parts of a real file, so broken XML is tried on the part itself.
    #[test]
    fn broken_xml_is_read_as_far_as_it_goes() {
        for file in ["report.docx", "traits.docx"] {
            let path = format!("{}/tests/read/{file}", env!("CARGO_MANIFEST_DIR"));
            let bytes = std::fs::read(path).unwrap();
            let archive = Archive::open(&bytes).unwrap();
            let xml = decode(&archive.part("word/document.xml").unwrap().unwrap().bytes).text;
            let styles = Styles::read(&optional(&archive, "word/document.xml", "styles"));
            let lists = optional(&archive, "word/document.xml", "numbering");
            let mut seed = 1_u64;
            for _ in 0..400 {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                let at = seed as usize % xml.len();
                let mut broken = xml.clone().into_bytes();
                match seed >> 60 {
                    0..5 => broken.truncate(at),
                    5..10 => broken[at] = b"<>/&\"= "[seed as usize % 7],
                    _ => {
                        broken.drain(at..(at + 30).min(xml.len()));
                    }
                }
                let broken = String::from_utf8_lossy(&broken);
                let body = body::read(&broken, &styles, &mut Numbering::read(&lists));
                writer::write(Kind::Docx, body.items, body.truncated, body.limited);
            }
        }
    }
}
