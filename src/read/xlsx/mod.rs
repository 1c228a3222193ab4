//! XLSX → document: the sheets of a workbook in their order, with shared texts and the formats of its numbers. Macros,
//! charts, notes and drawings are left out.

mod sheet;
mod strings;
mod styles;

pub use sheet::position;
use strings::Strings;
use styles::Styles;

use super::archive::{self, Archive};
use super::error::{ReadError, ReadErrorKind};
use super::limits;
use super::workbook::{Sheet, Workbook};
use super::xml::{Token, Tokens};
use crate::model::{Document, Kind};
use crate::text::decode;

/// What a file says of all its sheets.
struct Book {
    strings: Strings,
    styles: Styles,
    since_1904: bool,
}

/// A sheet in the workbook's list.
struct Listed {
    name: String,
    hidden: bool,
    path: String,
}

/// Reads an XLSX file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    read_parts(&archive).map_err(ReadError::new)?.finish()
}

fn read_parts(archive: &Archive) -> Result<Workbook, ReadErrorKind> {
    let mut workbook = Workbook::new(Kind::Xlsx);
    let main = relations(archive, "")
        .into_iter()
        .find(|relation| relation.is("/officeDocument"))
        .map_or("xl/workbook.xml".to_owned(), |relation| relation.path);
    let (xml, truncated) = text(archive, &main)?.ok_or(ReadErrorKind::Damaged)?;
    workbook.truncated = truncated;
    let relations = relations(archive, &main);
    let beside = |kind: &str| {
        let relation = relations.iter().find(|relation| relation.is(kind));
        let default = archive::resolve(&main, &format!("{}.xml", kind.trim_start_matches('/')));
        text(
            archive,
            relation.map_or(&default, |relation| &relation.path),
        )
    };
    let (strings, cut) = beside("/sharedStrings")?.unwrap_or_default();
    let (styles, _) = beside("/styles")?.unwrap_or_default();
    workbook.truncated |= cut;
    let (listed, since_1904) = list(&xml, &relations);
    let book = Book {
        strings: Strings::read(&strings),
        styles: Styles::read(&styles),
        since_1904,
    };
    let mut left = limits::PART_BYTES;
    for one in listed {
        let (xml, truncated) = match text(archive, &one.path) {
            Ok(Some(found)) => found,
            Err(error @ (ReadErrorKind::TooLarge | ReadErrorKind::Encrypted)) => return Err(error),
            Ok(None) | Err(_) => {
                workbook.truncated = true;
                continue;
            }
        };
        // Many sheets may name one large part.
        let Some(rest) = left.checked_sub(xml.len()) else {
            workbook.limited = true;
            break;
        };
        left = rest;
        let mut sheet = Sheet::new(&one.name, one.hidden);
        let broken = sheet::read(&xml, &book, &mut sheet, &mut workbook);
        workbook.truncated |= truncated || broken;
        workbook.add(sheet);
    }
    Ok(workbook)
}

/// The sheets that hold cells, and whether days are counted from 1904.
fn list(xml: &str, relations: &[Relation]) -> (Vec<Listed>, bool) {
    let (mut listed, mut since_1904) = (Vec::new(), false);
    for token in Tokens::new(xml) {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "workbookPr" => since_1904 = tag.get("date1904").is_some_and(|on| is_on(&on)),
            "sheet" if listed.len() < limits::SHEETS => {
                let id = tag.get("id").unwrap_or_default();
                let relation = relations.iter().find(|relation| relation.id == id);
                listed.extend(
                    relation
                        .filter(|r| r.is("/worksheet"))
                        .map(|relation| Listed {
                            name: tag.get("name").unwrap_or_default(),
                            hidden: tag.get("state").is_some_and(|state| state != "visible"),
                            path: relation.path.clone(),
                        }),
                );
            }
            _ => {}
        }
    }
    (listed, since_1904)
}

/// What an attribute says that is true or false.
fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// A relationship of a part, its target as a part of the package.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

impl Relation {
    /// Strict and transitional files differ only in how the type begins.
    fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }
}

/// The relationships of a part; of the package where the part has no name.
fn relations(archive: &Archive, part: &str) -> Vec<Relation> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let path = archive::resolve("", &format!("{folder}/_rels/{file}.rels"));
    let Ok(Some((xml, _))) = text(archive, &path) else {
        return Vec::new();
    };
    let found = Tokens::new(&xml).filter_map(|token| match token {
        Token::Open(tag) if tag.name() == "Relationship" => Some(Relation {
            id: tag.get("Id")?,
            kind: tag.get("Type")?,
            path: archive::resolve(part, &tag.get("Target")?),
        }),
        _ => None,
    });
    found.take(limits::RELATIONS).collect()
}

/// The text of a part, with whether it ends early; none when there is none.
fn text(archive: &Archive, path: &str) -> Result<Option<(String, bool)>, ReadErrorKind> {
    let part = archive.part(path)?;
    Ok(part.map(|part| (decode(&part.bytes).text, part.truncated)))
}
