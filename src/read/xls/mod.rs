//! XLS and ET (the binary format of Excel 5 to 2003 and of WPS) → document: the sheets of a workbook in their order.
//! Macros, charts, notes and drawings are left out.

mod cells;
mod record;
mod strings;

use std::io::{Cursor, Read};

use record::{Records, long, short};
use strings::Charset;

use super::error::{ReadError, ReadErrorKind};
use super::limits;
use super::workbook::{Format, Sheet, Workbook};
use crate::model::{Document, Kind};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const LOCK: u16 = 0x002F;
const CODE_PAGE: u16 = 0x0042;
const SINCE_1904: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const SHARED: u16 = 0x00FC;

/// The version that a stream of Excel 97 and later begins with.
const EXCEL_97: u16 = 0x0600;
/// Code page of Chinese.
const CHINESE: u16 = 936;

/// Reads a binary Excel file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let stream = stream(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    read_stream(&stream).map_err(ReadError::new)?.finish()
}

/// The stream that holds the workbook.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| container.is_stream(name))?;
    let mut stream = Vec::new();
    let read = container
        .open_stream(name)
        .ok()?
        .take(limits::INPUT_BYTES as u64)
        .read_to_end(&mut stream);
    // What was read before a broken chain is better than nothing.
    (read.is_ok() || !stream.is_empty()).then_some(stream)
}

/// What a file says of all its sheets.
#[derive(Default)]
struct Book {
    strings: Vec<String>,
    /// For each style the number of its format.
    styles: Vec<u16>,
    formats: Vec<(u16, Format)>,
    since_1904: bool,
    charset: Charset,
    sheets: Vec<Listed>,
}

/// A sheet in the workbook's list.
struct Listed {
    name: String,
    hidden: bool,
    at: usize,
}

fn read_stream(stream: &[u8]) -> Result<Workbook, ReadErrorKind> {
    let mut workbook = Workbook::new(Kind::Xls);
    let book = Book::read(stream)?;
    let mut steps = limits::XLS_RECORDS;
    for listed in &book.sheets {
        let mut sheet = Sheet::new(&listed.name, listed.hidden);
        cells::read(
            stream,
            listed.at,
            &book,
            &mut sheet,
            &mut workbook,
            &mut steps,
        );
        workbook.add(sheet);
    }
    workbook.truncated |= book.sheets.is_empty();
    Ok(workbook)
}

impl Book {
    fn read(stream: &[u8]) -> Result<Book, ReadErrorKind> {
        let mut book = Book::default();
        let mut records = Records::new(stream, 0);
        let begin = records.next().filter(|record| record.kind == BEGIN);
        let version = begin.and_then(|begin| short(begin.data, 0));
        let version = version.ok_or(ReadErrorKind::Damaged)?;
        if version != EXCEL_97 {
            book.charset = Some(strings::charset(CHINESE));
        }
        while let Some(record) = records.next() {
            let data = record.data;
            match record.kind {
                END => break,
                LOCK => return Err(ReadErrorKind::Encrypted),
                CODE_PAGE => {
                    let page = short(data, 0).map(strings::charset);
                    book.charset = book.charset.and(page);
                }
                SINCE_1904 => book.since_1904 = short(data, 0) == Some(1),
                FORMAT => book.format(data),
                STYLE if book.styles.len() < limits::STYLES => {
                    book.styles.push(short(data, 2).unwrap_or(0));
                }
                SHEET => book.sheet(data),
                SHARED => {
                    let mut parts = vec![data];
                    parts.extend(records.continued());
                    book.strings = strings::shared(&parts);
                }
                _ => {}
            }
        }
        Ok(book)
    }

    fn format(&mut self, data: &[u8]) {
        let code = data
            .get(2..)
            .and_then(|text| strings::text(text, self.charset.is_none(), self.charset));
        if let (Some(id), Some(code)) = (short(data, 0), code)
            && self.formats.len() < limits::NUMBER_FORMATS
        {
            self.formats.push((id, Format::parse(&code)));
        }
    }

    fn sheet(&mut self, data: &[u8]) {
        let at = long(data, 0);
        let name = data
            .get(6..)
            .and_then(|text| strings::text(text, false, self.charset));
        // Anything else is a chart or a macro.
        let cells = data.get(5) == Some(&0);
        if let (Some(at), true) = (at, cells && self.sheets.len() < limits::SHEETS) {
            self.sheets.push(Listed {
                name: name.unwrap_or_default(),
                hidden: data.get(4).is_some_and(|state| state & 3 != 0),
                at: at as usize,
            });
        }
    }

    /// A number as a cell of that style shows it.
    fn show(&self, value: f64, style: u16) -> String {
        let id = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        match self.formats.iter().find(|(known, _)| *known == id) {
            Some((_, format)) => format.show(value, self.since_1904),
            None => Format::built_in(u32::from(id)).show(value, self.since_1904),
        }
    }
}
