//! Spreadsheets: merges and records beyond all sense, and a million cells.

use crate::Case;
use crate::support::biff::{label, record, shorts, xls};
use crate::support::parts::Parts;

pub const CASES: &[Case] = &[
    (
        "xlsx: the whole sheet is one merge, ten thousand times",
        merges,
        "read",
    ),
    ("xlsx: a million cells", million, "read"),
    ("xlsx: figures of four hundred digits", digits, "read"),
    ("xlsx: a million shared texts", shared, "read"),
    (
        "xls: the whole sheet is one merge, many times",
        binary_merges,
        "read",
    ),
    ("xls: records as long as they can say", lengths, "read"),
    ("xls: a record that is longer than the file", beyond, "read"),
    (
        "xls: a table of texts that counts four thousand million",
        counted,
        "read",
    ),
    ("xls: a million cells", binary_million, "read"),
];

fn sheet(xml: &str, strings: &str) -> Vec<u8> {
    Parts {
        name: "表",
        sheet: xml,
        strings,
        ..Parts::default()
    }
    .xlsx()
}

fn merges() -> Vec<u8> {
    let row = "<row><c t=\"str\"><v>甲</v></c><c><v>1</v></c></row>";
    let merge = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(10_000);
    sheet(
        &format!(
            "<sheetData>{}</sheetData><mergeCells>{merge}</mergeCells>",
            row.repeat(2_000)
        ),
        "",
    )
}

fn million() -> Vec<u8> {
    let row = format!("<row>{}</row>", "<c t=\"str\"><v>甲1</v></c>".repeat(10));
    sheet(
        &format!("<sheetData>{}</sheetData>", row.repeat(100_000)),
        "",
    )
}

fn digits() -> Vec<u8> {
    let cell = format!("<c><v>{}</v></c>", "9".repeat(400));
    let text = format!("<c t=\"str\"><v>{}</v></c>", "9".repeat(400));
    let row = format!("<row>{}{}</row>", cell.repeat(10), text.repeat(10));
    sheet(&format!("<sheetData>{}</sheetData>", row.repeat(2_000)), "")
}

fn shared() -> Vec<u8> {
    let strings: String = (0..1_000_000)
        .map(|n| format!("<si><t>{n}</t></si>"))
        .collect();
    sheet(
        "<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>",
        &strings,
    )
}

fn binary_merges() -> Vec<u8> {
    let all = shorts(&[0, 65_535, 0, 65_535]).repeat(1_000);
    let merge = record(0x00E5, &[shorts(&[1_000]), all].concat());
    xls(
        &[],
        1,
        &[
            label(0, 0, "甲"),
            label(65_535, 255, "乙"),
            merge.repeat(100),
        ]
        .concat(),
    )
}

fn lengths() -> Vec<u8> {
    let full = vec![0xFF; 65_535];
    let kinds = [
        0x0203, 0x0204, 0x0205, 0x0208, 0x00BD, 0x00D6, 0x00E5, 0x00FD, 0x0006, 0x0207, 0x027E,
    ];
    let rows: Vec<u8> = kinds
        .iter()
        .flat_map(|kind| record(*kind, &full).repeat(20))
        .collect();
    xls(&[], 1, &[label(0, 0, "甲"), rows].concat())
}

fn beyond() -> Vec<u8> {
    let mut rows = label(0, 0, "甲");
    rows.extend([0x04, 0x02, 0xFF, 0xFF]);
    xls(&[], 1, &rows)
}

fn counted() -> Vec<u8> {
    let mut table = u32::MAX.to_le_bytes().repeat(2);
    for _ in 0..500 {
        // A text that says that it has 65,535 characters, runs and a phonetic part of its own.
        table.extend([0xFF, 0xFF, 0x0D, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }
    let globals = [
        record(0x00FC, &table),
        record(0x003C, &[1; 8_000]).repeat(500),
    ]
    .concat();
    xls(&globals, 1, &label(0, 0, "甲"))
}

fn binary_million() -> Vec<u8> {
    let mut rows = Vec::new();
    for row in 0..4_000_u16 {
        for column in 0..250 {
            rows.extend(label(row, column, "甲1"));
        }
    }
    xls(&[], 1, &rows)
}
