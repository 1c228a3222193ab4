//! The records of one sheet: cells with what they show, merged cells, hidden rows and columns.

use super::super::workbook::{Sheet, Workbook};
use super::record::{Record, Records, double, long, short};
use super::{BEGIN, Book, END, strings};

const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const MERGED: u16 = 0x00E5;
const SHARED_TEXT: u16 = 0x00FD;
const TEXT: u16 = 0x0204;
const RICH_TEXT: u16 = 0x00D6;
const NUMBER: u16 = 0x0203;
const PACKED: u16 = 0x027E;
const MANY_PACKED: u16 = 0x00BD;
const TRUTH_OR_ERROR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;

/// Reads the records of a sheet from an offset on. `steps` is how many records may still be read.
pub fn read(
    stream: &[u8],
    at: usize,
    book: &Book,
    sheet: &mut Sheet,
    workbook: &mut Workbook,
    steps: &mut usize,
) {
    let mut reader = Reader {
        book,
        sheet,
        workbook,
        text_of: None,
        full: false,
    };
    let mut depth = 0_usize;
    for record in Records::new(stream, at) {
        if *steps == 0 {
            reader.workbook.limited = true;
            return;
        }
        *steps -= 1;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => {
                reader.no_text();
                return;
            }
            END => depth -= 1,
            // What stands deeper belongs to a chart on the sheet.
            _ if depth == 1 => {
                reader.record(record);
                if reader.full {
                    return;
                }
            }
            _ if depth == 0 => break,
            _ => {}
        }
    }
    reader.workbook.truncated = true;
}

struct Reader<'a> {
    book: &'a Book,
    sheet: &'a mut Sheet,
    workbook: &'a mut Workbook,
    /// The formula whose result is a text that a record of its own holds.
    text_of: Option<(u32, u32)>,
    /// A limit was reached.
    full: bool,
}

impl Reader<'_> {
    /// Takes a record; one that ends early is left out.
    fn record(&mut self, record: Record) -> Option<()> {
        let data = record.data;
        match record.kind {
            ROW => {
                /// The bit of a row that is not shown.
                const HIDDEN: u32 = 0x20;
                if long(data, 12)? & HIDDEN != 0 {
                    let row = u32::from(short(data, 0)?);
                    self.sheet.hide_rows((row, row));
                }
            }
            COLUMNS if short(data, 8)? & 1 != 0 => {
                let (first, last) = (short(data, 0)?, short(data, 2)?);
                self.sheet.hide_columns((first.into(), last.into()));
            }
            MERGED => {
                for area in data.get(2..)?.chunks_exact(8) {
                    let (top, bottom) = (short(area, 0)?.into(), short(area, 2)?.into());
                    let (left, right) = (short(area, 4)?.into(), short(area, 6)?.into());
                    self.full |= !self
                        .workbook
                        .merge(self.sheet, (top, bottom), (left, right));
                }
            }
            MANY_PACKED => {
                let (row, first) = position(data)?;
                for (column, cell) in (first..).zip(data.get(4..)?.chunks_exact(6)) {
                    let shown = self.book.show(packed(long(cell, 2)?), short(cell, 0)?);
                    self.put((row, column), &shown);
                }
            }
            FORMULA_TEXT => {
                let at = self.text_of.take()?;
                let text = strings::text(data, true, self.book.charset)?;
                self.put(at, &text);
            }
            SHARED_TEXT | TEXT | RICH_TEXT | NUMBER | PACKED | TRUTH_OR_ERROR | FORMULA => {
                let shown = self.cell(record)?;
                self.put(position(data)?, &shown);
            }
            _ => {}
        }
        Some(())
    }

    /// What a cell shows; none where a record that follows says it.
    fn cell(&mut self, record: Record) -> Option<String> {
        let data = record.data;
        let style = short(data, 4)?;
        let rest = data.get(6..)?;
        Some(match record.kind {
            SHARED_TEXT => {
                let index = long(rest, 0)? as usize;
                match self.book.strings.get(index) {
                    Some(text) => text.clone(),
                    None => {
                        self.workbook.undecodable = true;
                        "\u{fffd}".to_owned()
                    }
                }
            }
            TEXT | RICH_TEXT => strings::text(rest, true, self.book.charset)?,
            NUMBER => self.book.show(double(rest, 0)?, style),
            PACKED => self.book.show(packed(long(rest, 0)?), style),
            TRUTH_OR_ERROR if rest.get(1) == Some(&0) => truth(*rest.first()?),
            TRUTH_OR_ERROR => error(*rest.first()?),
            _ => return self.formula(data, style),
        })
    }

    /// The result that was kept with a formula.
    fn formula(&mut self, data: &[u8], style: u16) -> Option<String> {
        /// What marks a result that is no number.
        const NO_NUMBER: u16 = 0xFFFF;
        self.no_text();
        if short(data, 12)? != NO_NUMBER {
            return Some(self.book.show(double(data, 6)?, style));
        }
        match *data.get(6)? {
            0 => {
                self.text_of = Some(position(data)?);
                None
            }
            1 => Some(truth(*data.get(8)?)),
            2 => Some(error(*data.get(8)?)),
            _ => Some(String::new()),
        }
    }

    /// A text that was promised for a formula did not follow.
    fn no_text(&mut self) {
        if let Some(at) = self.text_of.take() {
            self.sheet.uncomputed.get_or_insert(at);
        }
    }

    fn put(&mut self, (row, column): (u32, u32), shown: &str) {
        self.full |= !self.workbook.put(self.sheet, row, column, shown);
    }
}

/// Row and column of a cell.
fn position(data: &[u8]) -> Option<(u32, u32)> {
    Some((short(data, 0)?.into(), short(data, 2)?.into()))
}

/// A number in four bytes: a whole one, or the upper half of a fraction; either may count hundredths.
fn packed(bits: u32) -> f64 {
    let value = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    match bits & 1 {
        0 => value,
        _ => value / 100.0,
    }
}

fn truth(value: u8) -> String {
    if value == 0 { "FALSE" } else { "TRUE" }.to_owned()
}

fn error(code: u8) -> String {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packed_numbers_are_whole_or_halves_of_fractions() {
        let cases = [
            (3 << 2 | 2, 3.0),
            ((-3_i32 as u32) << 2 | 2, -3.0),
            (1234 << 2 | 3, 12.34),
            (0x3FF0_0000, 1.0),
            (0x4059_0001, 1.0),
        ];
        for (bits, value) in cases {
            assert_eq!(packed(bits), value, "{bits:x}");
        }
    }
}
