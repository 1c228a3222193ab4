//! A PDF's streams unpacked within limits. The parser underneath unpacks without any, so streams that could grow
//! beyond them are looked for before it starts.

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use memchr::memmem::{self, find};
use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use crate::read::limits;

/// What unpacking and interpreting one document may still cost.
#[derive(Debug)]
pub struct Budget {
    /// Operators and glyphs.
    pub steps: usize,
    /// Unpacked bytes.
    pub bytes: usize,
    pub exhausted: bool,
}

/// Bytes of an object that are parsed in the time of a step.
const PARSED: usize = 4;
/// A stream whose filters cannot be bounded one by one is not unpacked when it is longer.
const MIXED_BYTES: usize = 200 << 10;

impl Budget {
    pub fn new() -> Self {
        Budget {
            steps: limits::PDF_STEPS,
            bytes: limits::PART_BYTES,
            exhausted: false,
        }
    }

    /// Takes one step; false when there are none left.
    pub fn step(&mut self) -> bool {
        self.exhausted |= self.steps == 0;
        self.steps = self.steps.saturating_sub(1);
        !self.exhausted
    }

    /// Pays for an object of that many bytes: the parser parses it anew each time it is asked for.
    pub fn pay(&mut self, bytes: usize) {
        self.steps = self.steps.saturating_sub(bytes / PARSED);
    }

    /// Unpacks a stream that can be done without: a font, or its map.
    pub fn try_unpack(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let before = self.exhausted;
        let unpacked = self.unpack(stream);
        self.exhausted = before;
        unpacked
    }

    /// Unpacks a stream that is no picture.
    pub fn unpack(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        self.pay(stream.dict().data().len());
        let filters = stream.filters();
        let raw = stream.raw_data();
        let plain = stream.dict().get::<Dict>(b"DecodeParms").is_none();
        let bytes = match filters.as_slice() {
            [] if raw.len() <= self.bytes => raw.into_owned(),
            [Filter::FlateDecode] if plain => match inflate(&raw, self.bytes) {
                Ok(bytes) => bytes,
                Err(_) => {
                    self.exhausted = true;
                    return None;
                }
            },
            filters => {
                let packed = filters
                    .iter()
                    .filter(|f| matches!(f, Filter::FlateDecode | Filter::LzwDecode))
                    .count();
                if raw.len() > MIXED_BYTES || packed > 1 {
                    self.exhausted = true;
                    return None;
                }
                stream.decoded_data().ok()?.into_owned()
            }
        };
        match self.bytes.checked_sub(bytes.len()) {
            Some(left) => {
                self.bytes = left;
                Some(bytes)
            }
            None => {
                self.exhausted = true;
                None
            }
        }
    }
}

/// It would grow beyond the limit.
struct TooLarge;

/// What can be inflated, also of data that breaks off.
fn inflate(data: &[u8], most: usize) -> Result<Vec<u8>, TooLarge> {
    let limit = data
        .len()
        .saturating_mul(limits::RATIO)
        .max(limits::RATIO_FREE_BYTES)
        .min(most);
    let kept = |error: DecompressError| match error.status {
        TINFLStatus::HasMoreOutput => Err(TooLarge),
        _ => Ok(error.output),
    };
    match decompress_to_vec_zlib_with_limit(data, limit).or_else(kept)? {
        // No zlib header: some makers leave it out.
        bytes if bytes.is_empty() && !data.is_empty() => {
            decompress_to_vec_with_limit(data, limit).or_else(kept)
        }
        bytes => Ok(bytes),
    }
}

/// Whether a stream that the parser unpacks by itself (objects or a cross-reference table) would grow too large.
pub fn is_bomb(bytes: &[u8]) -> bool {
    /// A stream's dictionary reaches no further back.
    const DICTIONARY: usize = 1024;
    let mut left = limits::PART_BYTES;
    let mut at = 0;
    while let Some(found) = find(bytes.get(at..).unwrap_or(&[]), b"stream") {
        let start = at + found;
        at = start + b"stream".len();
        let head = bytes
            .get(start.saturating_sub(DICTIONARY)..start)
            .unwrap_or(&[]);
        let head = head
            .windows(3)
            .rposition(|w| w == b"obj")
            .map_or(head, |from| head.get(from..).unwrap_or(head));
        if find(head, b"ObjStm").is_none() && find(head, b"XRef").is_none() {
            continue;
        }
        let packed = [&b"FlateDecode"[..], b"/Fl ", b"LZW"]
            .iter()
            .map(|name| count(head, name))
            .sum::<usize>();
        let body = bytes.get(at..).unwrap_or(&[]);
        let data = body
            .strip_prefix(b"\r\n")
            .or(body.strip_prefix(b"\n"))
            .or(body.strip_prefix(b"\r"))
            .unwrap_or(body);
        let end = find(data, b"endstream").unwrap_or(data.len());
        let data = data.get(..end).unwrap_or(data);
        if packed > 1 || find(head, b"LZW").is_some() && data.len() > MIXED_BYTES {
            return true;
        }
        match inflate(data, left) {
            Ok(bytes) => left -= bytes.len(),
            Err(_) => return true,
        }
        at += end;
    }
    false
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    memmem::find_iter(bytes, part).count()
}
