//! Spreadsheets that no program writes, or that only an enemy does: read within the limits or refused, and told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fmt::Write;

use gouji::model::{Block, Cell, Document, TroubleKind};
use gouji::read::read;

use support::parts::Parts;

fn sheet(xml: &str) -> Document {
    let parts = Parts {
        name: "表",
        sheet: xml,
        ..Parts::default()
    };
    read(&parts.xlsx(), "a.xlsx").unwrap()
}

fn text(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"str\"><v>{text}</v></c>")
}

fn cells(document: &Document) -> Vec<&Cell> {
    document.grids().flat_map(|grid| &grid.cells).collect()
}

fn has(document: &Document, kind: TroubleKind) -> bool {
    document.troubles.iter().any(|trouble| trouble.kind == kind)
}

#[test]
fn merges_beyond_all_sense_are_cut_to_what_is_filled() {
    let merges = [
        "A1:XFD1048576",
        "A1:A1048576",
        "A1:XFD1",
        "B1:XFD1048576",
        "A2:B2",
        "Z9:ZZZZZZZ99999999999",
        "C3:A1",
        "",
        ":",
    ];
    for merge in merges {
        let rows = format!(
            "<sheetData><row>{}{}</row><row>{}{}</row></sheetData><mergeCells><mergeCell ref=\"{merge}\"/></mergeCells>",
            text("A1", "甲"),
            text("B1", "乙"),
            text("A2", "丙"),
            text("B2", "1"),
        );
        let document = sheet(&rows);
        for grid in document.grids() {
            assert!(grid.size().0 <= 2 && grid.size().1 <= 2, "{merge}");
        }
        assert!(!document.blocks.is_empty(), "{merge}");
    }
}

#[test]
fn many_merges_end_in_the_limit() {
    let mut merges = String::new();
    for number in (1..=60_000).rev() {
        write!(merges, "<mergeCell ref=\"A{number}:XFD1048576\"/>").unwrap();
    }
    let rows = format!(
        "<sheetData><row>{}</row><row r=\"60000\">{}</row></sheetData><mergeCells>{merges}</mergeCells>",
        text("A1", "甲"),
        text("ZZ60000", "乙"),
    );
    // Only the first of those that overlap is laid out.
    let document = sheet(&rows);
    assert!(document.blocks.len() == 1);
}

#[test]
fn far_corners_cost_nothing() {
    let rows = format!(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData><row>{}</row><row r=\"1048576\">{}</row><row r=\"4294967295\">{}</row></sheetData>",
        text("A1", "甲"),
        text("XFD1048576", "乙"),
        text("A4294967295", "丙"),
    );
    let document = sheet(&rows);
    assert_eq!(document.blocks.len(), 1);
    assert!(has(&document, TroubleKind::LimitReached));
}

#[test]
fn a_long_diagonal_ends_in_the_limit() {
    let mut rows = String::from("<sheetData>");
    for number in 0..4_000_u32 {
        write!(rows, "<row r=\"{}\"><c/></row>", number + 1).unwrap();
        for _ in 0..2 {
            let column = column(number);
            write!(
                rows,
                "<row r=\"{0}\"><c r=\"A{0}\"><v>1</v></c><c r=\"{column}{0}\"><v>1</v></c></row>",
                number + 1
            )
            .unwrap();
        }
    }
    let document = sheet(&(rows + "</sheetData>"));
    assert!(cells(&document).len() <= 300_000);
    assert!(has(&document, TroubleKind::LimitReached));
}

/// The letters of a column counted from 0.
fn column(mut number: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push((b'A' + (number % 26) as u8) as char);
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[test]
fn one_long_text_in_many_cells_ends_in_the_limit() {
    let strings = format!("<si><t>{}</t></si>", "长".repeat(100_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(200);
    let rows = format!("<row>{cells}</row>").repeat(100);
    let parts = Parts {
        name: &"名".repeat(10_000),
        sheet: &format!("<sheetData>{rows}</sheetData>"),
        strings: &strings,
        ..Parts::default()
    };
    let document = read(&parts.xlsx(), "").unwrap();
    let bytes: usize = document
        .grids()
        .flat_map(|g| &g.cells)
        .map(|c| c.text.len())
        .sum();
    assert!(bytes <= 32 << 20, "{bytes}");
    assert!(has(&document, TroubleKind::LimitReached));
}

#[test]
fn a_million_cells_end_in_the_limit() {
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    let document = sheet(&format!("<sheetData>{}</sheetData>", row.repeat(10_000)));
    assert_eq!(cells(&document).len(), 300_000);
    assert!(has(&document, TroubleKind::LimitReached));
}

#[test]
fn broken_parts_are_read_as_far_as_they_go() {
    let deep = format!(
        "<sheetData><row>{}{}",
        text("A1", "甲"),
        "<a>".repeat(100_000)
    );
    let document = sheet(&deep);
    assert_eq!(document.blocks.len(), 1);
    assert!(has(&document, TroubleKind::Truncated));

    let lost = sheet(
        "<sheetData><row><c t=\"s\"><v>7</v></c><c t=\"s\"/><c t=\"s\"><v>-1</v></c></row></sheetData>",
    );
    assert!(has(&lost, TroubleKind::Undecodable));
    assert_eq!(cells(&lost).len(), 3);
}

#[test]
fn odd_styles_and_numbers_are_shown_somehow() {
    let styles = "<numFmts><numFmt numFmtId=\"9\" formatCode=\"yyyy\"/><numFmt/><numFmt numFmtId=\"x\" formatCode=\"&quot;\"/></numFmts><cellXfs><xf/><xf numFmtId=\"9\"/><xf numFmtId=\"4294967295\"/></cellXfs>";
    let number = |style: &str, value: &str| format!("<c s=\"{style}\"><v>{value}</v></c>");
    let rows = [
        number("1", "3"),
        number("2", "3"),
        number("9999", "3"),
        number("-1", "1e999"),
        number("0", "nan"),
        number("0", "abc"),
        number("0", "-1e-400"),
    ];
    let parts = Parts {
        name: "",
        sheet: &format!("<sheetData><row>{}</row></sheetData>", rows.concat()),
        styles,
        ..Parts::default()
    };
    let document = read(&parts.xlsx(), "").unwrap();
    let shown: Vec<&str> = cells(&document).iter().map(|c| c.text.as_str()).collect();
    assert_eq!(
        shown,
        ["1900-01-03", "3", "3", "#NUM!", "#NUM!", "abc", "0"]
    );
}

#[test]
fn a_sheet_of_formatted_cells_alone_is_empty() {
    let rows: String = (1..2_000)
        .map(|row| {
            format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/><c r=\"XFD{row}\" s=\"1\"/></row>")
        })
        .collect();
    let table = format!(
        "<row r=\"5000\">{}<c r=\"B5000\"><v>1</v></c></row>",
        text("A5000", "甲")
    );
    let document = sheet(&format!("<sheetData>{rows}{table}</sheetData>"));
    let [Block::Grid(grid)] = &document.blocks[..] else {
        panic!("{:?}", document.blocks);
    };
    assert_eq!(grid.size(), (1, 2));
}
