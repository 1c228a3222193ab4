//! A zip of many reports, read where it lies: the directory first, each report only when it is its turn, so that memory
//! does not grow with the archive. What they may cost together is bounded for the archive and those inside it.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use rawzip::{
    CompressionMethod, FileReader, RECOMMENDED_BUFFER_SIZE, ReaderAt, ZipArchive,
    ZipArchiveEntryWayfinder, ZipLocator, crc32,
};

use super::archive::unpack;
use super::error::{ReadError, ReadErrorKind};
use super::limits;
use super::sniff::{self, Format};
use super::zipped::{is_one_report, is_report};
use crate::text::decode;
use crate::text::fold::is_direction;

type Bytes = Box<dyn ReaderAt + Send + Sync>;

/// An archive of several reports.
pub struct Bundle {
    zip: ZipArchive<Bytes>,
    entries: Vec<Entry>,
    /// Files that are no reports.
    pub passed_over: usize,
    /// There are more entries than are looked at.
    pub cut: bool,
    depth: usize,
    spent: Arc<Spent>,
}

/// What an archive and those inside it have cost so far.
#[derive(Default)]
struct Spent {
    entries: AtomicUsize,
    bytes: AtomicU64,
}

struct Entry {
    name: String,
    method: CompressionMethod,
    is_encrypted: bool,
    checksum: u32,
    at: ZipArchiveEntryWayfinder,
}

impl Bundle {
    /// Opens a file; nothing where it is not a zip of several reports, but something that [`read`](super::read) reads
    /// or refuses: a document that is packed as a zip, a saved page, the one report that was packed.
    pub fn open(file: File) -> Option<Bundle> {
        let length = file.metadata().ok()?.len();
        let bytes = Box::new(FileReader::from(file));
        Bundle::of(bytes, length, 1, Arc::default())
    }

    /// The archive that an entry is, or why it is not opened; nothing where it is not one of several reports.
    pub fn inner(&self, at: usize) -> Option<Result<Bundle, ReadError>> {
        if !is_zip(self.name(at)?) {
            return None;
        }
        let bytes = self.report(at).ok()?;
        let (length, depth) = (bytes.len() as u64, self.depth + 1);
        let bundle = Bundle::of(Box::new(bytes), length, depth, Arc::clone(&self.spent))?;
        let too_deep = ReadError::new(ReadErrorKind::NotSupported(Format::Zip));
        Some(if depth > limits::BUNDLE_DEPTH {
            Err(too_deep)
        } else {
            Ok(bundle)
        })
    }

    fn of(bytes: Bytes, length: u64, depth: usize, spent: Arc<Spent>) -> Option<Bundle> {
        let mut head = vec![0; sniff::PACKAGE_HEAD];
        let read = bytes.read_at(&mut head, 0).ok()?;
        head.truncate(read);
        if !head.starts_with(b"PK") {
            return None;
        }
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let locator = ZipLocator::new();
        let zip = locator.locate_in_reader(bytes, &mut buffer, length).ok()?;
        let mut bundle = Bundle {
            zip,
            entries: Vec::new(),
            passed_over: 0,
            cut: false,
            depth,
            spent,
        };
        bundle.list(&mut buffer);
        let names = || bundle.entries.iter().map(|entry| entry.name.as_str());
        if sniff::package(names, &head) != Format::Zip || is_one_report(names()) {
            return None;
        }
        let all = bundle.entries.len();
        bundle
            .entries
            .retain(|entry| is_report(&entry.name) || is_zip(&entry.name));
        bundle.passed_over = all - bundle.entries.len();
        (!bundle.entries.is_empty()).then_some(bundle)
    }

    /// The files of the directory, as far as they are looked at.
    fn list(&mut self, buffer: &mut [u8]) {
        let mut directory = self.zip.entries(buffer);
        while let Ok(Some(entry)) = directory.next_entry() {
            if self.spent.entries.fetch_add(1, Ordering::Relaxed) >= limits::ARCHIVE_ENTRIES {
                self.cut = true;
                break;
            }
            if entry.is_dir() {
                continue;
            }
            let name = decode(entry.file_path().as_ref()).text.replace('\\', "/");
            self.entries.push(Entry {
                name: name.replace(|c: char| c.is_control() || is_direction(c), "�"),
                method: entry.compression_method(),
                is_encrypted: entry.flags().is_encrypted(),
                checksum: entry.crc32(),
                at: entry.wayfinder(),
            });
        }
    }

    /// The name of a report, or of an archive that may hold some, counted from 0; nothing behind the last.
    pub fn name(&self, at: usize) -> Option<&str> {
        self.entries.get(at).map(|entry| entry.name.as_str())
    }

    /// Unpacks a report.
    pub fn report(&self, at: usize) -> Result<Vec<u8>, ReadError> {
        let entry = self.entries.get(at);
        let bytes = entry.ok_or(ReadErrorKind::Damaged);
        bytes
            .and_then(|entry| self.unpack(entry))
            .map_err(ReadError::new)
    }

    fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, ReadErrorKind> {
        if entry.is_encrypted {
            return Err(ReadErrorKind::EncryptedZip);
        }
        if self.spent.bytes.load(Ordering::Relaxed) > limits::BUNDLE_BYTES {
            return Err(ReadErrorKind::TooLarge);
        }
        let found = self.zip.get_entry(entry.at);
        let found = found.map_err(|_| ReadErrorKind::Damaged)?;
        let mut packed = Vec::new();
        let most = limits::INPUT_BYTES as u64 + 1;
        let read = found.reader().take(most).read_to_end(&mut packed);
        read.map_err(|_| ReadErrorKind::Damaged)?;
        if packed.len() > limits::INPUT_BYTES {
            return Err(ReadErrorKind::TooLarge);
        }
        let part = unpack(&packed, entry.method)?;
        let cost = packed.len().max(part.bytes.len()) as u64;
        self.spent.bytes.fetch_add(cost, Ordering::Relaxed);
        if part.truncated || crc32(&part.bytes) != entry.checksum {
            return Err(ReadErrorKind::Damaged);
        }
        Ok(part.bytes)
    }
}

/// Whether a name is that of a zip.
pub fn is_zip(name: &str) -> bool {
    name.get(name.len().saturating_sub(4)..)
        .is_some_and(|end| end.eq_ignore_ascii_case(".zip"))
}
