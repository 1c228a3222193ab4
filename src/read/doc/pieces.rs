//! The piece table (MS-DOC 2.9.38): where the characters of the text lie in the main stream.

use std::ops::Range;

use super::bytes::{byte, slice, u16, u32};

/// What bytes 0x80 to 0x9F of a compressed piece mean.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
const COMPRESSED: u32 = 0x4000_0000;
const OFFSET: u32 = 0x3FFF_FFFF;

/// A run of characters that lie side by side.
#[derive(Clone, Copy)]
pub struct Piece {
    /// Positions in the text.
    pub start: u32,
    pub end: u32,
    /// Where it lies in the main stream.
    pub at: u32,
    /// One byte for a character, not two.
    pub compressed: bool,
}

/// The pieces in the order of the text.
pub fn pieces(clx: &[u8]) -> Vec<Piece> {
    let mut at = 0;
    while byte(clx, at) == Some(1) {
        let Some(length) = u16(clx, at + 1) else {
            break;
        };
        at += 3 + usize::from(length);
    }
    let Some(length) = u32(clx, at + 1).filter(|_| byte(clx, at) == Some(2)) else {
        return Vec::new();
    };
    let length = (length as usize).min(clx.len().saturating_sub(at + 5));
    let table = slice(clx, at + 5, length).unwrap_or_default();
    let count = length.saturating_sub(4) / 12;
    let piece = |index: usize| {
        let place = u32(table, (count + 1) * 4 + index * 8 + 2)?;
        let compressed = place & COMPRESSED != 0;
        Some(Piece {
            start: u32(table, index * 4)?,
            end: u32(table, index * 4 + 4)?,
            at: (place & OFFSET) / if compressed { 2 } else { 1 },
            compressed,
        })
    };
    (0..count)
        .map_while(piece)
        .filter(|piece| piece.start < piece.end)
        .collect()
}

/// The characters of a story with their places in the main stream, at most as many as the stream has bytes.
pub fn characters<'a>(
    main: &'a [u8],
    pieces: &'a [Piece],
    story: &Range<usize>,
) -> impl Iterator<Item = (char, u32)> + 'a {
    let story = story.clone();
    let inside = move |piece: &Piece| {
        let from = (piece.start as usize).max(story.start);
        let to = (piece.end as usize).min(story.end);
        (from < to)
            .then(|| (from - piece.start as usize) as u32..(to - piece.start as usize) as u32)
    };
    pieces
        .iter()
        .filter_map(move |piece| Some((piece, inside(piece)?)))
        .flat_map(|(piece, range)| units(main, piece, range))
        .take(main.len())
}

/// The characters of a part of a piece.
fn units<'a>(
    main: &'a [u8],
    piece: &Piece,
    range: Range<u32>,
) -> impl Iterator<Item = (char, u32)> + 'a {
    let piece = *piece;
    let place = move |index: u32| {
        let step = if piece.compressed { 1 } else { 2 };
        piece.at.checked_add(index.checked_mul(step)?)
    };
    let mut next = range.start;
    std::iter::from_fn(move || {
        if next >= range.end {
            return None;
        }
        let at = place(next)?;
        next += 1;
        if piece.compressed {
            return Some((latin(byte(main, at as usize)?), at));
        }
        let unit = u16(main, at as usize)?;
        let pair = || {
            let low = u16(main, at as usize + 2).filter(|_| next < range.end)?;
            char::decode_utf16([unit, low]).next()?.ok()
        };
        let c = match char::from_u32(u32::from(unit)) {
            Some(c) => c,
            None => match pair() {
                Some(c) => {
                    next += 1;
                    c
                }
                None => char::REPLACEMENT_CHARACTER,
            },
        };
        Some((c, at))
    })
}

fn latin(byte: u8) -> char {
    let special = usize::from(byte).checked_sub(0x80);
    let special = special.and_then(|index| WINDOWS_1252.get(index));
    special.copied().unwrap_or(char::from(byte))
}
