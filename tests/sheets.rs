//! Spreadsheets that no program writes, or that only an enemy does: read within the limits or refused, and told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fmt::Write;

use gouji::model::{Block, Cell, Document, TroubleKind};
use gouji::read::{ReadErrorKind, read};

use support::biff::{begin, label, record, shorts, wrap, xls};
use support::parts::Parts;
use support::zip::zip;

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

fn texts(document: &Document) -> Vec<String> {
    cells(document).iter().map(|c| c.text.clone()).collect()
}

#[test]
fn binary_workbooks_are_read_as_far_as_they_go() {
    let mut rows = [label(0, 0, "甲"), label(0, 1, "乙"), label(1, 0, "丙")].concat();
    // A shared text that is not there, an error, many numbers from the last column on, a record that ends early.
    rows.extend(record(
        0x00FD,
        &[&shorts(&[1, 1, 0])[..], &[9, 0, 0, 0]].concat(),
    ));
    rows.extend(record(
        0x0205,
        &[&shorts(&[1, 2, 0])[..], &[0x17, 1]].concat(),
    ));
    rows.extend(record(
        0x00BD,
        &[&shorts(&[2, 65_535])[..], &[0; 600]].concat(),
    ));
    rows.extend(record(0x0203, &[0; 5]));
    rows.extend(record(0x00E5, &shorts(&[9, 0, 65_535, 0, 65_535])));
    rows.extend(record(
        0x0208,
        &[&shorts(&[1, 0, 0, 0, 0, 0])[..], &[0x20, 0, 0, 0]].concat(),
    ));
    let document = read(&xls(&[], 1, &rows), "a.xls").unwrap();
    assert_eq!(document.blocks.len(), 1);
    assert!(has(&document, TroubleKind::Undecodable) || has(&document, TroubleKind::LimitReached));

    let small = [
        label(0, 0, "甲"),
        label(1, 0, "乙"),
        record(
            0x0203,
            &[&shorts(&[1, 1, 0])[..], &3f64.to_le_bytes()].concat(),
        ),
    ]
    .concat();
    let cut = xls(&[], 1, &small);
    let mut torn = begin(5);
    torn.extend([0x85, 0, 9, 0]);
    torn.extend((begin(5).len() as u32 + 13).to_le_bytes());
    torn.extend([0, 0, 1, 0, b'S']);
    torn.extend(begin(16));
    torn.extend(&small);
    assert_eq!(
        texts(&read(&cut, "").unwrap()),
        texts(&read(&wrap("Workbook", &torn), "").unwrap())
    );
}

#[test]
fn binary_workbooks_that_are_locked_or_broken_say_so() {
    let kind = |bytes: &[u8]| read(bytes, "a.xls").unwrap_err().kind();
    let locked = xls(&record(0x002F, &[0; 6]), 1, &label(0, 0, "甲"));
    assert_eq!(kind(&locked), ReadErrorKind::Encrypted);
    assert_eq!(kind(&wrap("Workbook", &[])), ReadErrorKind::Damaged);
    assert_eq!(kind(&wrap("Workbook", &[9; 5_000])), ReadErrorKind::Damaged);
    assert_eq!(kind(&xls(&[], 0, &[])), ReadErrorKind::Damaged);
    assert_eq!(kind(&xls(&[], 1, &[])), ReadErrorKind::Empty);
}

#[test]
fn older_texts_are_read_by_their_code_page() {
    let name = [0, 0, 0, 0, 0, 0, 2, 0xb1, 0xed];
    let begin = |what| record(0x0809, &shorts(&[0x0500, what, 0, 0]));
    let mut stream = begin(5);
    stream.extend(record(0x0042, &shorts(&[936])));
    let at = stream.len() + 4 + name.len() + 4;
    let mut entry = (at as u32).to_le_bytes().to_vec();
    entry.extend(&name[4..]);
    stream.extend(record(0x0085, &entry));
    stream.extend(record(0x000A, &[]));
    stream.extend(begin(16));
    for (column, text) in [[0xd7_u8, 0xdc], [0xbc, 0xc6]].iter().enumerate() {
        let data = [&shorts(&[0, column as u16, 0, 2])[..], &text[..]].concat();
        stream.extend(record(0x0204, &data));
    }
    stream.extend(record(0x000A, &[]));
    let document = read(&wrap("Book", &stream), "").unwrap();
    assert_eq!(texts(&document), ["总", "计"]);
}

#[test]
fn many_sheets_of_one_stream_end_in_the_limit() {
    let rows = record(0x0201, &[0; 6]).repeat(400_000);
    let document = read(&xls(&[], 900, &[label(0, 0, "甲"), rows].concat()), "").unwrap();
    assert!(has(&document, TroubleKind::LimitReached));
}

fn ods(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn what_is_repeated_beyond_all_sense_ends_in_the_limit() {
    let cell = "<table:table-cell table:number-columns-repeated=\"4294967295\" office:value-type=\"string\"><text:p>长</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"4294967295\">{cell}</table:table-row>"
    );
    let document = read(
        &ods(&format!(
            "<table:table table:name=\"表\">{row}</table:table>"
        )),
        "",
    )
    .unwrap();
    assert_eq!(cells(&document).len(), 300_000);
    assert!(has(&document, TroubleKind::LimitReached));

    // Merges without a text are repeated by nobody.
    let blank =
        "<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"9\"/>"
            .repeat(5_000);
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{blank}</table:table-row>"
    );
    let rows = row.repeat(20);
    assert!(read(&ods(&format!("<table:table>{rows}</table:table>")), "").is_err());
}

#[test]
fn open_document_sheets_show_what_a_person_sees() {
    let cell = |attributes: &str, inner: &str| {
        format!("<table:table-cell {attributes}>{inner}</table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let text = |text: &str| {
        cell(
            "office:value-type=\"string\"",
            &format!("<text:p>{text}</text:p>"),
        )
    };
    let rows = [
        row(&[
            text("甲<text:s text:c=\"2\"/>乙<text:tab/>丙<text:line-break/>丁"),
            cell(
                "office:value-type=\"float\" office:value=\"1234.5\"",
                "<text:p>1,234.50</text:p>",
            ),
            cell(
                "office:value-type=\"float\" office:value=\"0\"",
                "<text:p>-</text:p>",
            ),
            cell("office:value-type=\"percentage\" office:value=\"5\"", ""),
            cell(
                "office:value-type=\"date\" office:date-value=\"2025-01-03T00:00:00\"",
                "<text:p>3/1</text:p>",
            ),
            cell(
                "office:value-type=\"boolean\" office:boolean-value=\"true\"",
                "",
            ),
        ]),
        row(&[
            text("戊<office:annotation><text:p>批注</text:p></office:annotation>"),
            cell("table:formula=\"of:=1\"", ""),
            cell(
                "office:value-type=\"float\" office:value=\"3\" table:number-columns-repeated=\"2\"",
                "<text:p>3</text:p>",
            ),
        ]),
    ];
    let tracked = "<table:tracked-changes><table:table-cell><text:p>旧</text:p></table:table-cell></table:tracked-changes>";
    let hidden = format!(
        "<table:table table:name=\"二\" table:style-name=\"ta2\">{}</table:table>",
        row(&[text("看不见")])
    );
    let document = read(
        &ods(&format!(
            "{tracked}<table:table table:name=\"一\">{}</table:table>{hidden}",
            rows.concat()
        )),
        "",
    )
    .unwrap();
    let expected = [
        "甲  乙\t丙\n丁",
        "1234.5",
        "0",
        "500%",
        "2025-01-03",
        "TRUE",
        "戊",
        "",
        "3",
        "3",
        "",
        "",
    ];
    assert_eq!(texts(&document), expected);
    assert!(has(&document, TroubleKind::Hidden) && has(&document, TroubleKind::Uncomputed));
}

/// A formula of Excel 97 in the first row: its result is eight bytes.
fn formula(column: u16, result: [u8; 8]) -> Vec<u8> {
    let mut data = shorts(&[0, column, 0]);
    data.extend(result);
    data.extend(shorts(&[0, 0, 0]));
    record(0x0006, &data)
}

#[test]
fn a_formula_without_its_result_is_told_in_old_workbooks_too() {
    const TEXT: [u8; 8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    const EMPTY: [u8; 8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let result = |text: &str| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut data = shorts(&[units.len() as u16]);
        data.push(1);
        data.extend(shorts(&units));
        record(0x0207, &data)
    };
    let kept = [
        formula(0, 12.0_f64.to_le_bytes()),
        formula(1, TEXT),
        result("无"),
        formula(2, EMPTY),
    ];
    let lost = [formula(3, TEXT), formula(4, 5.0_f64.to_le_bytes())];
    for (last, uncomputed) in [(Vec::new(), false), (lost.concat(), true)] {
        let records = [kept.concat(), last, label(1, 0, "甲")].concat();
        let document = read(&xls(&[], 1, &records), "").unwrap();
        let texts = texts(&document);
        assert_eq!(texts[..2], ["12", "无"]);
        let known = |text: &String| ["", "5", "甲"].contains(&text.as_str());
        assert!(texts[2..].iter().all(known), "{texts:?}");
        assert_eq!(texts.contains(&"5".to_string()), uncomputed);
        assert_eq!(has(&document, TroubleKind::Uncomputed), uncomputed);
    }
    let end = read(
        &xls(&[], 1, &[label(0, 0, "甲"), formula(1, TEXT)].concat()),
        "",
    )
    .unwrap();
    assert!(has(&end, TroubleKind::Uncomputed));
}

#[test]
fn a_locked_open_document_sheet_says_so() {
    let parts: [(&str, &[u8]); 3] = [
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", b"\x01\x02"),
        (
            "META-INF/manifest.xml",
            b"<m><file-entry><encryption-data/></file-entry></m>",
        ),
    ];
    assert_eq!(
        read(&zip(&parts), "").unwrap_err().kind(),
        ReadErrorKind::Encrypted
    );
}

#[test]
fn many_lines_below_a_table_cost_little() {
    let mut rows = format!(
        "<sheetData><row>{}{}{}</row>",
        text("A1", "甲"),
        text("B1", "乙"),
        text("C1", "丙")
    );
    for number in 2..200_000 {
        write!(
            rows,
            "<row r=\"{number}\">{}</row>",
            text(&format!("B{number}"), "丁")
        )
        .unwrap();
    }
    let document = sheet(&(rows + "</sheetData>"));
    assert!(document.blocks.len() == 1);
}
