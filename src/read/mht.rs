//! A web page saved as a single file (.mht, .mhtml): a MIME message whose parts are the page and what it shows. The
//! page is found, decoded, and read as HTML.

use super::error::{ReadError, ReadErrorKind};
use super::{html, limits};
use crate::model::{Document, PlaceId, Trouble, TroubleKind};
use crate::text::{decode, decode_label};

/// Multiparts inside of multiparts that are opened.
const DEPTH: usize = 8;
/// Pages of one file that are looked at, as a frameset has several.
const PAGES: usize = 16;

/// Fields of a part's head.
const HEAD: usize = 200;

/// A part: its head, unfolded, and what follows.
struct Part<'a> {
    head: Vec<(String, String)>,
    body: &'a [u8],
}

/// Reads the page: the first one with a table, as a page of frames has none.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let whole = Part::read(bytes);
    let start = whole.parameter("content-type", "start");
    let location = whole.field("snapshot-content-location").map(str::to_owned);
    let mut pages = pages(whole);
    let is_root = |part: &Part| {
        (start.is_some() && part.field("content-id") == start.as_deref())
            || (location.is_some() && part.field("content-location") == location.as_deref())
    };
    pages.sort_by_key(|part| !is_root(part));
    let (mut first, mut refused) = (None, ReadErrorKind::Damaged);
    for page in pages.into_iter().take(PAGES) {
        if page.body.len() > limits::TEXT_BYTES {
            refused = ReadErrorKind::TooLarge;
            continue;
        }
        let Some(document) = page.document() else {
            continue;
        };
        if document.grids().next().is_some() {
            return Ok(document);
        }
        first.get_or_insert(document);
    }
    first.ok_or(ReadError::new(refused))
}

/// The parts that are pages, in the order of the file.
fn pages(whole: Part) -> Vec<Part> {
    let mut found = Vec::new();
    let mut waiting = vec![(whole, 0)];
    let mut seen = 0;
    while let Some((part, depth)) = waiting.pop() {
        seen += 1;
        if seen > limits::ARCHIVE_ENTRIES {
            break;
        }
        let kind = part
            .field("content-type")
            .unwrap_or("")
            .to_ascii_lowercase();
        let boundary = part.parameter("content-type", "boundary");
        match boundary.filter(|_| kind.starts_with("multipart/") && depth < DEPTH) {
            Some(boundary) => {
                let inner = split(part.body, &boundary);
                waiting.extend(inner.into_iter().rev().map(|part| (part, depth + 1)));
            }
            None if kind.starts_with("text/html") => found.push(part),
            None => {}
        }
    }
    found
}

/// The parts between the lines of the boundary; the last may break off.
fn split<'a>(body: &'a [u8], boundary: &str) -> Vec<Part<'a>> {
    let mark = format!("--{boundary}");
    let (mut parts, mut from, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            if let Some(part) = from.and_then(|from| body.get(from..at)) {
                parts.push(Part::read(part));
            }
            let closes = line
                .get(mark.len()..)
                .is_some_and(|rest| rest.starts_with(b"--"));
            from = (!closes).then_some(at + line.len());
            if closes || parts.len() >= limits::ARCHIVE_ENTRIES {
                return parts;
            }
        }
        at += line.len();
    }
    let rest = from.and_then(|from| body.get(from..));
    parts.extend(rest.map(Part::read));
    parts
}

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8]) -> Self {
        let mut head: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            at += line.len();
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end();
            if text.is_empty() || head.len() > HEAD {
                break;
            }
            match (text.starts_with([' ', '\t']), head.last_mut()) {
                (true, Some((_, value))) => value.push_str(text),
                _ => {
                    let (name, value) = text.split_once(':').unwrap_or((text, ""));
                    head.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
            }
        }
        Part {
            head,
            body: bytes.get(at..).unwrap_or_default(),
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.iter();
        let (_, value) = fields.find(|(found, _)| found == name)?;
        Some(value)
    }

    /// `name=value` or `name="value"` behind a field's own value.
    fn parameter(&self, field: &str, name: &str) -> Option<String> {
        self.field(field)?.split(';').skip(1).find_map(|parameter| {
            let (found, value) = parameter.split_once('=')?;
            let same = found.trim().eq_ignore_ascii_case(name);
            same.then(|| value.trim().trim_matches('"').to_owned())
        })
    }

    fn document(&self) -> Option<Document> {
        let coding = self.field("content-transfer-encoding").unwrap_or("");
        let bytes = match coding.to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(self.body),
            "base64" => base64(self.body),
            _ => self.body.to_vec(),
        };
        let named = self.parameter("content-type", "charset");
        // The part's charset counts where the bytes do not speak for themselves.
        let by_name = named
            .filter(|_| std::str::from_utf8(&bytes).is_err())
            .and_then(|label| decode_label(&bytes, &label))
            .filter(|text| !text.contains(char::REPLACEMENT_CHARACTER));
        let (text, lossy) = match by_name {
            Some(text) => (text, false),
            None => {
                let decoded = decode(&bytes);
                (decoded.text, decoded.lossy)
            }
        };
        if text.trim().is_empty() {
            return None;
        }
        let mut document = html::read(&text);
        if lossy {
            document.troubles.push(Trouble {
                kind: TroubleKind::Undecodable,
                place: PlaceId(0),
            });
        }
        Some(document)
    }
}

/// `=E6` is a byte, `=` at the end of a line joins it to the next.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let hex = |byte: Option<&u8>| char::from(*byte?).to_digit(16).map(|digit| digit as u8);
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            bytes.push(byte);
        } else if let (Some(high), Some(low)) = (hex(after.first()), hex(after.get(1))) {
            bytes.push(high << 4 | low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            // No further than to the first sign: a line may be as long as the file.
            let blank = |byte: &u8| byte.is_ascii_whitespace() && *byte != b'\n';
            let blanks = after.iter().take_while(|byte| blank(byte)).count();
            match after.get(blanks) {
                Some(b'\n') => rest = after.get(blanks + 1..).unwrap_or_default(),
                Some(_) => bytes.push(byte),
                None => {}
            }
        }
    }
    bytes
}

/// Four characters are three bytes; what is no such character is passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
