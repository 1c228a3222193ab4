//! Texts in BIFF: one or two bytes a character, with formatting runs and readings behind; the shared texts go on over
//! the ends of records, where the size of a character may change.

use super::super::limits;
use super::super::workbook;
use super::record::{long, short};
use crate::text::decode_label;

/// How an older file spells its texts; none from Excel 97 on.
pub type Charset = Option<&'static str>;

/// The charset of a code page.
pub fn charset(page: u16) -> &'static str {
    match page {
        874 => "windows-874",
        932 => "shift_jis",
        949 => "euc-kr",
        950 => "big5",
        1250..=1258 => match page {
            1250 => "windows-1250",
            1251 => "windows-1251",
            _ => "windows-1252",
        },
        _ => "gb18030",
    }
}

/// A text behind its length: two bytes where `wide`, else one.
pub fn text(data: &[u8], wide: bool, charset: Charset) -> Option<String> {
    let (length, rest) = match wide {
        true => (usize::from(short(data, 0)?), data.get(2..)?),
        false => (usize::from(*data.first()?), data.get(1..)?),
    };
    if let Some(label) = charset {
        return decode_label(rest.get(..length.min(rest.len()))?, label);
    }
    let parts = [rest];
    let mut pieces = Pieces::new(&parts);
    let flags = pieces.byte()?;
    let (_, before) = behind(pieces, flags)?;
    pieces.skip(before)?;
    Some(pieces.characters(length, flags & 1 == 1))
}

/// The shared texts, from the data of their record and of those that continue it.
pub fn shared(parts: &[&[u8]]) -> Vec<String> {
    let mut pieces = Pieces::new(parts);
    let mut strings = Vec::new();
    // How many there are is counted, not believed.
    if pieces.skip(8).is_some() {
        while strings.len() < limits::CELLS
            && let Some(string) = next(&mut pieces)
        {
            strings.push(workbook::lines(&string));
        }
    }
    strings
}

fn next(pieces: &mut Pieces) -> Option<String> {
    let length = usize::from(pieces.short()?);
    let flags = pieces.byte()?;
    let (behind, before) = behind(*pieces, flags)?;
    pieces.skip(before)?;
    let text = pieces.characters(length, flags & 1 == 1);
    // Where the data ends inside of it the text still counts.
    let _ = pieces.skip(behind);
    Some(text)
}

/// Bytes of the runs and readings behind a text, and of their lengths before it.
fn behind(mut pieces: Pieces, flags: u8) -> Option<(usize, usize)> {
    let (mut behind, mut before) = (0_usize, 0);
    if flags & 8 != 0 {
        behind += 4 * usize::from(pieces.short()?);
        before += 2;
    }
    if flags & 4 != 0 {
        behind = behind.checked_add(pieces.long()? as usize)?;
        before += 4;
    }
    Some((behind, before))
}

/// The data of neighbouring records.
#[derive(Clone, Copy)]
struct Pieces<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    fn new(parts: &'a [&'a [u8]]) -> Self {
        Pieces {
            parts,
            part: 0,
            at: 0,
        }
    }

    /// What is left of the record; the next one where nothing is. None at the end.
    fn rest(&mut self) -> Option<&'a [u8]> {
        loop {
            let rest = self.parts.get(self.part)?.get(self.at..)?;
            if !rest.is_empty() {
                return Some(rest);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn short(&mut self) -> Option<u16> {
        let value = short(self.rest()?, 0)?;
        self.at += 2;
        Some(value)
    }

    fn long(&mut self) -> Option<u32> {
        let value = long(self.rest()?, 0)?;
        self.at += 4;
        Some(value)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = self.rest()?.len().min(count);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    /// So many characters; a record that continues them says anew how wide they are.
    fn characters(&mut self, length: usize, mut wide: bool) -> String {
        let mut units: Vec<u16> = Vec::new();
        let mut first = self.part;
        while units.len() < length {
            let Some(mut rest) = self.rest() else { break };
            if self.part != first {
                first = self.part;
                wide = rest.first().is_some_and(|flags| flags & 1 == 1);
                self.at += 1;
                rest = rest.get(1..).unwrap_or(&[]);
            }
            let size = if wide { 2 } else { 1 };
            let count = (rest.len() / size).min(length - units.len());
            let bytes = rest.get(..count * size).unwrap_or(&[]);
            if wide {
                let pairs = bytes.chunks_exact(2);
                units.extend(pairs.filter_map(|pair| short(pair, 0)));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            // Half a character at the end of a record belongs to nothing.
            self.at += if count * size + size > rest.len() && units.len() < length {
                rest.len()
            } else {
                count * size
            };
        }
        String::from_utf16_lossy(&units)
    }
}

#[cfg(test)]
mod tests {
    use super::{shared, text};

    #[test]
    fn shared_texts_go_on_in_the_next_record() {
        let mut first = vec![0; 8];
        // One narrow text of four characters, torn after two; the rest is wide.
        first.extend([4, 0, 0, b'a', b'b']);
        let second = [1, 0x2d, 0x4e, 0x87, 0x65];
        // A text with one run, and with four bytes of readings.
        let third = [
            1, 0, 0xd, 1, 0, 4, 0, 0, 0, 0x2d, 0x4e, 9, 9, 9, 9, 8, 8, 8, 8, 1, 0, 0, b'z',
        ];
        assert_eq!(shared(&[&first, &second, &third]), ["ab中文", "中", "z"]);
    }

    #[test]
    fn torn_texts_are_read_as_far_as_they_go() {
        let torn = [0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 1, 0x2d, 0x4e, 7];
        assert_eq!(shared(&[&torn]), ["中"]);
        assert_eq!(shared(&[&[0; 3]]), Vec::<String>::new());
        assert_eq!(
            text(&[2, 0, 0, b'a', b'b', b'c'], true, None).as_deref(),
            Some("ab")
        );
        assert_eq!(
            text(&[4, 0xd6, 0xd0], false, Some("gb18030")).as_deref(),
            Some("中")
        );
        assert_eq!(text(&[], true, None), None);
    }
}
