//! A zip archive's parts, unpacked within limits and checked against their checksums.

use std::cell::Cell;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, crc32};

use super::error::ReadErrorKind;
use super::limits;
use crate::text::decode;

pub struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    entries: Vec<Entry>,
    /// Bytes that its parts may still unpack to.
    left: Cell<usize>,
}

struct Entry {
    name: String,
    method: CompressionMethod,
    encrypted: bool,
    checksum: u32,
    at: ZipArchiveEntryWayfinder,
}

/// An unpacked part.
pub struct Part {
    pub bytes: Vec<u8>,
    /// The packed data ends early.
    pub truncated: bool,
}

impl<'a> Archive<'a> {
    /// Opens an archive; nothing when its directory cannot be read.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let zip = ZipArchive::from_slice(bytes).ok()?;
        let mut entries = Vec::new();
        let mut directory = zip.entries();
        while entries.len() < limits::ARCHIVE_ENTRIES {
            let Ok(Some(entry)) = directory.next_entry() else {
                break;
            };
            let path = entry.file_path();
            entries.push(Entry {
                name: decode(path.as_ref()).text.replace('\\', "/"),
                method: entry.compression_method(),
                encrypted: entry.flags().is_encrypted(),
                checksum: entry.crc32(),
                at: entry.wayfinder(),
            });
        }
        let left = Cell::new(limits::ARCHIVE_BYTES);
        Some(Archive { zip, entries, left })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Unpacks a part; `Ok(None)` when there is none of that name. Two of one name are damage: which of them the
    /// writer meant, and which another program would show, cannot be known.
    pub fn part(&self, name: &str) -> Result<Option<Part>, ReadErrorKind> {
        let mut found = self
            .entries
            .iter()
            .filter(|entry| entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = found.next() else {
            return Ok(None);
        };
        if found.next().is_some() {
            return Err(ReadErrorKind::Damaged);
        }
        if entry.encrypted {
            return Err(ReadErrorKind::Encrypted);
        }
        let packed = self
            .zip
            .get_entry(entry.at)
            .map_err(|_| ReadErrorKind::Damaged)?;
        let part = self.take(packed.data(), entry.method)?;
        if !part.truncated && crc32(&part.bytes) != entry.checksum {
            return Err(ReadErrorKind::Damaged);
        }
        Ok(Some(part))
    }

    /// Unpacks, as long as all parts together stay within the limit.
    fn take(&self, packed: &[u8], method: CompressionMethod) -> Result<Part, ReadErrorKind> {
        let left = self.left.replace(0);
        if left == 0 {
            return Err(ReadErrorKind::TooLarge);
        }
        let part = unpack(packed, method);
        let used = part.as_ref().map_or(0, |part| part.bytes.len());
        self.left.set(left.saturating_sub(used));
        if used > left {
            return Err(ReadErrorKind::TooLarge);
        }
        part
    }
}

pub fn unpack(data: &[u8], method: CompressionMethod) -> Result<Part, ReadErrorKind> {
    let limit = data
        .len()
        .saturating_mul(limits::RATIO)
        .clamp(limits::RATIO_FREE_BYTES, limits::PART_BYTES);
    if method == CompressionMethod::STORE {
        return if data.len() <= limits::PART_BYTES {
            Ok(Part {
                bytes: data.to_vec(),
                truncated: false,
            })
        } else {
            Err(ReadErrorKind::TooLarge)
        };
    }
    if method != CompressionMethod::DEFLATE {
        return Err(ReadErrorKind::Damaged);
    }
    match decompress_to_vec_with_limit(data, limit) {
        Ok(bytes) => Ok(Part {
            bytes,
            truncated: false,
        }),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Err(ReadErrorKind::TooLarge),
        Err(error)
            if error.status == TINFLStatus::FailedCannotMakeProgress
                && !error.output.is_empty() =>
        {
            Ok(Part {
                bytes: error.output,
                truncated: true,
            })
        }
        Err(_) => Err(ReadErrorKind::Damaged),
    }
}

/// A path as a part of the package: from the root, or from the folder of the part that names it.
pub fn resolve(from: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    let folder = match path.starts_with('/') {
        true => "",
        false => from.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn paths_are_resolved() {
        let cases = [
            ("", "Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("", "/Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("Doc_0/Document.xml", "Pages/P.xml", "Doc_0/Pages/P.xml"),
            ("Doc_0/Document.xml", "/Doc_1/P.xml", "Doc_1/P.xml"),
            ("Doc_0/Document.xml", "./页面/P.xml", "Doc_0/页面/P.xml"),
            ("Doc_0/A/B.xml", "../../C.xml", "C.xml"),
            ("Doc_0/A/B.xml", "..\\..\\..\\C.xml", "C.xml"),
        ];
        for (from, path, expected) in cases {
            assert_eq!(resolve(from, path), expected);
        }
    }
}
