//! The head of the main stream (MS-DOC 2.5): what the file is and where its parts lie.

use super::super::error::ReadErrorKind;
use super::super::sniff::Format;
use super::bytes::{slice, u16, u32};

/// The word at the start of a document of Word 97 and later; older ones have others.
const WORD_97: u16 = 0xA5EC;
/// The oldest version of the head that is read.
const OLDEST: u16 = 0xC1;

const ENCRYPTED: u16 = 0x0100;
const SECOND_TABLE: u16 = 0x0200;

/// Places in the list of parts.
pub const STYLES: usize = 1;
pub const CHARACTER_RUNS: usize = 12;
pub const PARAGRAPH_RUNS: usize = 13;
pub const PIECES: usize = 33;
pub const LISTS: usize = 73;
pub const LIST_USES: usize = 74;

/// The stories of the text, in their order in the file, up to the text boxes.
const TEXT: usize = 3;
const BETWEEN: [usize; 5] = [4, 5, 6, 7, 8];
const BOXES: usize = 9;

pub struct Fib<'a> {
    parts: &'a [u8],
    counts: &'a [u8],
    pub table_name: &'static str,
}

impl<'a> Fib<'a> {
    pub fn read(main: &'a [u8]) -> Result<Self, ReadErrorKind> {
        let number = |at| u16(main, at).ok_or(ReadErrorKind::Damaged);
        let (ident, version, flags) = (number(0)?, number(2)?, number(10)?);
        if ident != WORD_97 || version < OLDEST {
            return Err(ReadErrorKind::NotSupported(Format::OldWord));
        }
        if flags & ENCRYPTED != 0 {
            return Err(ReadErrorKind::Encrypted);
        }
        let table_name = match flags & SECOND_TABLE {
            0 => "0Table",
            _ => "1Table",
        };
        let counts = 0x20 + 2 + usize::from(number(0x20)?) * 2;
        let parts = counts + 2 + usize::from(number(counts)?) * 4;
        let list = |at: usize, size: usize| {
            let length = usize::from(number(at)?) * size;
            slice(main, at + 2, length).ok_or(ReadErrorKind::Damaged)
        };
        Ok(Fib {
            counts: list(counts, 4)?,
            parts: list(parts, 8)?,
            table_name,
        })
    }

    /// Where a part lies in the table stream, and its length.
    pub fn place(&self, part: usize) -> Option<(usize, usize)> {
        let at = u32(self.parts, part * 8)?;
        Some((at as usize, u32(self.parts, part * 8 + 4)? as usize))
    }

    /// The bytes of a part; none when it is empty or outside of the stream.
    pub fn part<'t>(&self, table: &'t [u8], part: usize) -> &'t [u8] {
        let found = self
            .place(part)
            .and_then(|(at, length)| slice(table, at, length));
        found.unwrap_or_default()
    }

    /// The positions of the document's text, and of the text in its boxes.
    pub fn stories(&self) -> [std::ops::Range<usize>; 2] {
        let count = |at: usize| u32(self.counts, at * 4).unwrap_or(0) as usize;
        let text = count(TEXT);
        let boxes = BETWEEN
            .iter()
            .fold(text, |sum, &at| sum.saturating_add(count(at)));
        [0..text, boxes..boxes.saturating_add(count(BOXES))]
    }
}
