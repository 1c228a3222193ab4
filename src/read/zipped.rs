//! A zip that is no document itself: a saved page with its folder, or one report that was packed. The one report
//! inside is read; of several a person must choose.

use super::archive::Archive;
use super::error::{ReadError, ReadErrorKind};
use super::sniff::{self, Format};
use crate::model::Document;
use crate::text::fold::is_direction;

/// What a report's name may end in.
const ENDINGS: &[&str] = &[
    "html", "htm", "mht", "mhtml", "docx", "docm", "doc", "wps", "odt", "fodt", "rtf", "xlsx",
    "xlsm", "xls", "et", "ods", "pdf", "ofd", "csv", "txt", "md", "xml",
];
/// Names that a message lists.
const LISTED: usize = 5;

/// Reads the report inside.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let names = reports(archive.names());
    let name = match names.as_slice() {
        [] => return Err(ReadError::new(ReadErrorKind::NotSupported(Format::Zip))),
        [name] => *name,
        several => return Err(ReadError::several(several.len(), listed(several))),
    };
    let part = archive.part(name).map_err(|kind| {
        ReadError::new(match kind {
            ReadErrorKind::Encrypted => ReadErrorKind::EncryptedZip,
            other => other,
        })
    })?;
    let part = part.filter(|part| !part.truncated);
    let part = part.ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    if sniff::container(&part.bytes) == Some(Format::Zip) {
        return Err(ReadError::new(ReadErrorKind::NotSupported(Format::Zip)));
    }
    super::read(&part.bytes, name)
}

/// The names that may be the report's.
fn reports<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.filter(|name| is_report(name)).collect();
    // Text beside a document is a note on it.
    if names.len() > 1 && names.iter().any(|name| !is_note(name)) {
        names.retain(|name| !is_note(name));
    }
    names
}

/// Whether among these names that of the one report is certain, and no other archive.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_one_report<'a>(names: impl Iterator<Item = &'a str> + Clone) -> bool {
    let mut archives = names.clone().filter(|name| super::bundle::is_zip(name));
    archives.next().is_none() && reports(names).len() == 1
}

/// A file that may be the report by its name, with the folders before it: not one that a page shows or a system left.
pub fn is_report(name: &str) -> bool {
    let name = name.to_lowercase();
    let (folders, file) = name.rsplit_once('/').unwrap_or(("", &name));
    let aside = folders.split('/').any(|folder| {
        folder.ends_with("_files") || folder.ends_with(".files") || folder == "__macosx"
    });
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    let known = ending.is_some_and(|ending| ENDINGS.contains(&ending));
    known && !aside && !file.starts_with(['.', '~'])
}

fn is_note(name: &str) -> bool {
    let name = name.to_lowercase();
    [".txt", ".md", ".xml"]
        .iter()
        .any(|end| name.ends_with(end))
}

fn listed(names: &[&str]) -> String {
    let plain = |name: &&str| name.replace(|c: char| c.is_control() || is_direction(c), "");
    let first: Vec<String> = names.iter().take(LISTED).map(plain).collect();
    first.join("、")
}
