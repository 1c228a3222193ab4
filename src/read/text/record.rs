//! One record of separated text: pieces between separators, where a piece in double quotes may hold separators,
//! line ends and doubled quotes, as Excel writes it.

use std::ops::Range;

use super::Piece;

/// A quoted piece longer than this is an inch mark or a stray quote, not a cell.
const QUOTED_BYTES: usize = 2000;

pub struct Record {
    pub pieces: Vec<Piece>,
    /// Where the record ends, before its line end.
    pub end: usize,
}

/// Reads the record that starts at `start`; its first line ends at `line_end`.
pub fn read(text: &str, start: usize, line_end: usize, separator: u8) -> Record {
    let bytes = text.as_bytes();
    let mut pieces = Vec::new();
    let mut at = start;
    let mut line_end = line_end;
    loop {
        let quoted = if bytes.get(at) == Some(&b'"') {
            quoted(bytes, at, separator)
        } else {
            None
        };
        let end = match quoted {
            Some(close) => close + 1,
            None => {
                let rest = bytes.get(at..line_end).unwrap_or(&[]);
                at + rest
                    .iter()
                    .position(|&b| b == separator)
                    .unwrap_or(rest.len())
            }
        };
        pieces.push(piece(text, at..end, quoted.is_some()));
        if end > line_end {
            line_end = end + line_rest(bytes, end);
        }
        if end >= line_end || bytes.get(end) != Some(&separator) {
            return Record {
                pieces,
                end: line_end,
            };
        }
        at = end + 1;
    }
}

/// The closing quote of the piece that opens at `open`, when a separator or a line end follows it.
fn quoted(bytes: &[u8], open: usize, separator: u8) -> Option<usize> {
    let mut at = open + 1;
    loop {
        if at - open > QUOTED_BYTES {
            return None;
        }
        match bytes.get(at)? {
            b'"' if bytes.get(at + 1) == Some(&b'"') => at += 2,
            b'"' => {
                let closes = match bytes.get(at + 1) {
                    None | Some(b'\n' | b'\r') => true,
                    Some(&next) => next == separator,
                };
                return closes.then_some(at);
            }
            _ => at += 1,
        }
    }
}

/// Bytes from `from` to the end of its line.
fn line_rest(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or(&[]);
    rest.iter()
        .position(|b| matches!(b, b'\n' | b'\r' | b'\x0C'))
        .unwrap_or(rest.len())
}

fn piece(text: &str, range: Range<usize>, quoted: bool) -> Piece {
    let raw = text.get(range.clone()).unwrap_or("");
    if quoted {
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or("");
        let inner = inner.replace("\"\"", "\"").replace("\r\n", "\n");
        return Piece {
            text: tidy(&inner),
            range,
        };
    }
    let start = range.start + (raw.len() - raw.trim_start().len());
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return Piece {
            text: String::new(),
            range,
        };
    }
    Piece {
        text: tidy(trimmed),
        range: start..start + trimmed.len(),
    }
}

/// Word's soft line break is a line break; space around lines is not text.
fn tidy(text: &str) -> String {
    if !text.contains(['\u{b}', '\n', '\r']) {
        return text.trim().to_owned();
    }
    let lines: Vec<&str> = text
        .split(['\u{b}', '\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}
