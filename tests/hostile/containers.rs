//! Archives and compound files: bombs, archives in archives, entries that share their bytes, chains in circles.

use crate::Case;
use crate::support::biff::{label, wrap, xls};
use crate::support::zip::{deflated, overlapping, zip};

pub const CASES: &[Case] = &[
    (
        "zip: a part of a hundred megabytes of nothing",
        flat,
        "too-large",
    ),
    ("zip: the bomb in a zip", packed_bomb, "too-large"),
    ("zip: archives in archives", nested, "not-supported"),
    ("zip: sixty thousand entries", crowded, "not-supported"),
    (
        "zip: two hundred sheets that are one part",
        shared_sheet,
        "read",
    ),
    (
        "zip: a thousand pages that are one part",
        shared_page,
        "read",
    ),
    ("zip: all names over the same bytes", same_bytes, "empty"),
    (
        "zip: a stored part as long as a file may be",
        stored,
        "read",
    ),
    (
        "compound: a chain that comes back to itself (.xls)",
        || chain("Workbook"),
        "damaged",
    ),
    (
        "compound: a chain that comes back to itself (.doc)",
        || chain("WordDocument"),
        "damaged",
    ),
    (
        "compound: a directory in a circle (.xls)",
        || directory("Workbook"),
        "damaged",
    ),
    (
        "compound: a directory in a circle (.doc)",
        || directory("WordDocument"),
        "damaged",
    ),
    ("compound: a table of tables in a circle", tables, "damaged"),
    (
        "compound: a stream that claims to be endless",
        endless,
        "damaged",
    ),
];

const DOCUMENT: &str = "word/document.xml";

fn flat() -> Vec<u8> {
    deflated(&[(DOCUMENT, &vec![b' '; 100 << 20])])
}

fn packed_bomb() -> Vec<u8> {
    deflated(&[("报告.docx", &flat())])
}

fn nested() -> Vec<u8> {
    (0..1_000).fold(b"1".to_vec(), |inner, _| zip(&[("a.zip", &inner)]))
}

fn crowded() -> Vec<u8> {
    let names: Vec<String> = (0..60_000).map(|n| format!("{n}.jpg")).collect();
    overlapping(&names, b"1")
}

fn shared_sheet() -> Vec<u8> {
    let row = "<row><c><v>1234</v></c><c t=\"str\"><v>甲乙丙丁</v></c></row>";
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        row.repeat(20_000)
    );
    let list: String = (0..200)
        .map(|n| format!("<sheet name=\"{n}\" r:id=\"a\"/>"))
        .collect();
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    deflated(&[
        (
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "sheet.xml").as_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!("<workbook><sheets>{list}</sheets></workbook>").as_bytes(),
        ),
        ("xl/sheet.xml", sheet.as_bytes()),
    ])
}

fn shared_page() -> Vec<u8> {
    let text = "<TextObject Boundary=\"0 0 100 10\" Font=\"1\" Size=\"4\"><TextCode X=\"0\" Y=\"4\" DeltaX=\"g 9 4\">甲乙丙丁一二三四五六</TextCode></TextObject>";
    let page = format!(
        "<Page><Content><Layer>{}</Layer></Content></Page>",
        text.repeat(20_000)
    );
    let pages: String = (0..1_000)
        .map(|n| format!("<Page ID=\"{n}\" BaseLoc=\"P.xml\"/>"))
        .collect();
    deflated(&[
        (
            "OFD.xml",
            b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
        ),
        (
            "D.xml",
            format!("<Document><Pages>{pages}</Pages></Document>").as_bytes(),
        ),
        ("P.xml", page.as_bytes()),
    ])
}

fn same_bytes() -> Vec<u8> {
    let names: Vec<String> = [
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/sheet.xml",
        "xl/styles.xml",
    ]
    .iter()
    .map(|name| name.to_string())
    .chain((0..5_000).map(|n| format!("xl/worksheets/{n}.xml")))
    .collect();
    overlapping(&names, "<sheet name=\"a\"/>".repeat(1 << 20).as_bytes())
}

fn stored() -> Vec<u8> {
    zip(&[(DOCUMENT, &vec![b'a'; 60 << 20])])
}

/// Bytes of a sector.
const SECTOR: usize = 512;

fn word(file: &[u8], at: usize) -> usize {
    u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize
}

fn put(file: &mut [u8], at: usize, number: u32) {
    file[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// A compound file in sectors of 512 bytes, with its one stream.
fn compound(name: &str) -> Vec<u8> {
    let file = wrap(name, &vec![7; 200_000]);
    let small = 1 << u16::from_le_bytes([file[30], file[31]]);
    assert!(small == SECTOR || small == 4_096);
    file
}

fn sector(file: &[u8], number: usize) -> usize {
    (number + 1) << u16::from_le_bytes([file[30], file[31]])
}

/// The entry of the directory that has this name.
fn entry(file: &[u8], name: &str) -> usize {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let from = sector(file, word(file, 48));
    (from..)
        .step_by(128)
        .find(|&at| file[at..].starts_with(&wide))
        .unwrap()
}

fn chain(name: &str) -> Vec<u8> {
    let mut file = compound(name);
    let first = word(&file, entry(&file, name) + 116);
    let table = sector(&file, word(&file, 76));
    put(&mut file, table + (first + 3) * 4, first as u32);
    file
}

fn directory(name: &str) -> Vec<u8> {
    let mut file = compound(name);
    let at = entry(&file, name);
    for field in [68, 72, 76] {
        put(&mut file, at + field, 1);
    }
    file
}

fn tables() -> Vec<u8> {
    let mut file = compound("Workbook");
    put(&mut file, 68, 0);
    put(&mut file, 72, u32::MAX);
    file
}

fn endless() -> Vec<u8> {
    let mut file = xls(&[], 1, &label(0, 0, "甲").repeat(10_000));
    let at = entry(&file, "Workbook") + 120;
    put(&mut file, at, u32::MAX);
    put(&mut file, at + 4, u32::MAX);
    file
}
