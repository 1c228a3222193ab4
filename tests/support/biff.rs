//! Binary workbooks of any content, for what no program writes.

use std::io::{Cursor, Write};

/// One record.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = kind.to_le_bytes().to_vec();
    out.extend((data.len() as u16).to_le_bytes());
    out.extend(data);
    out
}

/// Numbers of two bytes, low one first.
pub fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}

/// The begin of a stream of Excel 97.
pub fn begin(what: u16) -> Vec<u8> {
    record(0x0809, &shorts(&[0x0600, what, 0, 0, 0, 0, 0, 0]))
}

/// A text in a cell, two bytes a character.
pub fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut data = shorts(&[row, column, 0, units.len() as u16]);
    data.push(1);
    data.extend(shorts(&units));
    record(0x0204, &data)
}

/// A workbook whose sheets all hold these records; `globals` stand before the list of sheets.
pub fn xls(globals: &[u8], sheets: usize, records: &[u8]) -> Vec<u8> {
    let mut head = begin(5);
    head.extend(globals);
    let entry = |at: u32| {
        let mut data = at.to_le_bytes().to_vec();
        data.extend([0, 0, 1, 0, b'S']);
        record(0x0085, &data)
    };
    let at = head.len() + sheets * entry(0).len() + 4;
    for _ in 0..sheets {
        head.extend(entry(at as u32));
    }
    head.extend(record(0x000A, &[]));
    head.extend(begin(16));
    head.extend(records);
    head.extend(record(0x000A, &[]));
    wrap("Workbook", &head)
}

/// A compound file of one stream.
pub fn wrap(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}
