//! XLSX: notes and fills read back from the parts that Excel reads.

use std::collections::BTreeMap;

use gouji::form::Key;
use gouji::mark::{Left, copy};
use gouji::model::Place;

use super::package::{changed, part};
use super::support::xlsx::{Way, xlsx};
use super::support::zip::zip;
use super::{broken_sums, check, marked, mended, wish, wrong};

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let pieces = text.split(start).skip(1);
    pieces
        .map(|piece| piece.split(end).next().unwrap())
        .collect()
}

/// The notes of a part by the names of their cells.
fn notes(comments: &str) -> BTreeMap<String, String> {
    let one = |note: &str| {
        let (cell, rest) = note.split_once('"').unwrap();
        let text = between(rest, "<t xml:space=\"preserve\">", "</t>").concat();
        (cell.to_string(), text.replace("&#10;", "\n"))
    };
    let found = between(comments, "<comment ref=\"", "</comment>");
    let count = found.len();
    let notes: BTreeMap<_, _> = found.into_iter().map(one).collect();
    assert_eq!(notes.len(), count, "a cell has two notes");
    notes
}

fn cell(place: &Place) -> String {
    let Place::Sheet { row, column, .. } = place else {
        panic!("{place:?}");
    };
    format!("{}{row}", char::from(b'A' + (column - 1) as u8))
}

/// The start tag of a cell.
fn tag(sheet: &str, cell: &str) -> String {
    between(sheet, &format!("<c r=\"{cell}\""), ">")[0].to_string()
}

#[test]
fn every_note_is_at_its_cell_and_all_else_as_it_was() {
    let mut at_cells = 0;
    for seed in 0..12 {
        let made = wrong(seed, 2);
        let way = Way {
            merged_lines: seed % 2 == 0,
            texts: seed % 3 == 0,
            formats: seed % 4 == 1,
            ..Way::default()
        };
        let file = xlsx(&made.parts(), way);
        let (copy, checked) = marked(&file);
        assert_eq!(
            changed(&file, &copy.bytes),
            [
                "[Content_Types].xml",
                "xl/comments.xml",
                "xl/drawings/vmlDrawing.vml",
                "xl/styles.xml",
                "xl/worksheets/_rels/sheet1.xml.rels",
                "xl/worksheets/sheet1.xml",
            ],
            "{seed}"
        );
        let sheet = part(&copy.bytes, "xl/worksheets/sheet1.xml");
        let notes = notes(&part(&copy.bytes, "xl/comments.xml"));
        let boxes = part(&copy.bytes, "xl/drawings/vmlDrawing.vml");
        assert_eq!(boxes.matches("ObjectType=\"Note\"").count(), notes.len());
        assert_eq!(sheet.matches("<legacyDrawing ").count(), 1);
        let styles = part(&copy.bytes, "xl/styles.xml");
        for finding in &checked.report.findings {
            if !finding.rule.starts_with("sum-") {
                continue;
            }
            let figure = checked.filled.figure(finding.cells[0]).unwrap();
            let at = cell(checked.document.place(figure.place));
            assert!(notes[&at].contains(&finding.what.zh), "{seed} {at}");
            let style = between(&tag(&sheet, &at), "s=\"", "\"")[0].to_string();
            let formats = between(&styles, "<cellXfs", "</cellXfs>")[0];
            let format = formats
                .split("<xf ")
                .nth(1 + style.parse::<usize>().unwrap());
            assert!(format.unwrap().contains("applyFill=\"1\""), "{seed} {at}");
            at_cells += 1;
        }
    }
    assert!(at_cells > 24, "{at_cells}");
}

#[test]
fn a_mended_copy_checks_clean_and_numbers_stay_numbers() {
    for seed in 0..12 {
        let made = wrong(seed, 1 + seed as usize % 2);
        let texts = seed % 3 == 0;
        let way = Way {
            texts,
            ..Way::default()
        };
        let file = xlsx(&made.parts(), way);
        let (copy, checked) = mended(&file, false);
        assert_eq!(
            (copy.left, &copy.mended),
            (vec![], &checked.edited),
            "{seed}"
        );
        assert_eq!(broken_sums(&check(&copy.bytes, &[])), 0, "{seed}");
        let sheet = part(&copy.bytes, "xl/worksheets/sheet1.xml");
        for key in &checked.edited {
            let figure = checked.filled.figure(*key).unwrap();
            let at = cell(checked.document.place(figure.place));
            let is_text = tag(&sheet, &at).contains("t=\"inlineStr\"");
            assert_eq!(is_text, texts, "{seed} {at}");
        }
    }
}

#[test]
fn a_formula_stays_and_its_cell_says_so() {
    let made = wrong(2, 1);
    let way = Way {
        formulas: true,
        ..Way::default()
    };
    let file = xlsx(&made.parts(), way);
    let (copy, checked) = mended(&file, false);
    let left: Vec<_> = checked
        .edited
        .iter()
        .map(|key| (*key, Left::Formula))
        .collect();
    assert!(!left.is_empty());
    assert_eq!((copy.left, copy.mended), (left, vec![]));
    let notes = notes(&part(&copy.bytes, "xl/comments.xml"));
    assert!(notes.values().any(|note| note.contains("公式")));
}

#[test]
fn a_copy_of_a_copy_keeps_the_first_notes() {
    let file = xlsx(&wrong(1, 1).parts(), Way::default());
    let (once, _) = marked(&file);
    let (twice, _) = marked(&once.bytes);
    assert_eq!(
        changed(&once.bytes, &twice.bytes),
        [
            "xl/comments.xml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
        ]
    );
    let [first, second] = [&once, &twice].map(|copy| notes(&part(&copy.bytes, "xl/comments.xml")));
    for (cell, note) in &first {
        assert!(second[cell].starts_with(note), "{cell}");
        assert_eq!(second[cell].matches(note.as_str()).count(), 2, "{cell}");
    }
    let boxes = |bytes| {
        part(bytes, "xl/drawings/vmlDrawing.vml")
            .matches("<x:Row>")
            .count()
    };
    assert_eq!(boxes(&once.bytes), boxes(&twice.bytes));
}

/// A workbook of one sheet with table 四, whose cells are written out, then the total of reviews changed to 7.
fn four(rows: &str, behind: &str) -> (Vec<Left>, String) {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let related = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{relations}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"表\" r:id=\"a\"/></sheets></workbook>"
    );
    let sheet =
        format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{behind}</worksheet>");
    let (package, beside) = (
        related("officeDocument", "xl/workbook.xml"),
        related("worksheet", "sheet.xml"),
    );
    let file = zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", package.as_bytes()),
        ("xl/_rels/workbook.xml.rels", beside.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sheet.xml", sheet.as_bytes()),
    ]);
    let key = Key::parse("t4.review.total").unwrap();
    let checked = check(&file, &[(key, "7".to_string())]);
    let copy = copy(&file, &checked, &wish(false)).unwrap();
    let left = copy.left.iter().map(|(_, left)| *left).collect();
    (left, part(&copy.bytes, "xl/sheet.xml"))
}

const HEADS: &str = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>行政复议</v></c><c r=\"F1\" t=\"str\"><v>行政诉讼</v></c></row><row r=\"2\"><c r=\"F2\" t=\"str\"><v>未经复议直接起诉</v></c><c r=\"K2\" t=\"str\"><v>复议后起诉</v></c></row>";
const MERGES: &str = "<mergeCells count=\"4\"><mergeCell ref=\"A1:E2\"/><mergeCell ref=\"F1:O1\"/><mergeCell ref=\"F2:J2\"/><mergeCell ref=\"K2:O2\"/></mergeCells><pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/><tableParts count=\"0\"/>";

fn table(total: &str) -> (Vec<Left>, String) {
    let items = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let mut rows = HEADS.to_string() + "<row r=\"3\">";
    for (at, column) in ('A'..='O').enumerate() {
        rows += &format!("<c r=\"{column}3\" t=\"str\"><v>{}</v></c>", items[at % 5]);
    }
    rows += "</row><row r=\"4\">";
    for column in 'A'..='O' {
        rows += &match column {
            'E' => total.to_string(),
            column => format!("<c r=\"{column}4\"><v>0</v></c>"),
        };
    }
    four(&(rows + "</row>"), MERGES)
}

#[test]
fn figures_are_written_into_cells_of_every_kind() {
    for (total, written) in [
        ("", "<c r=\"D4\"><v>0</v></c><c r=\"E4\""),
        ("<c r=\"E4\"/>", "><v>7</v></c>"),
        ("<c r=\"E4\"></c>", "><v>7</v></c>"),
        ("<c r=\"E4\" t=\"n\"><v>1</v></c>", "><v>7</v></c>"),
        (
            "<c r=\"E4\" t=\"str\"><v>1</v></c>",
            "><is><t>7</t></is></c>",
        ),
        (
            "<c r=\"E4\" t=\"inlineStr\"><is><t>1</t></is></c>",
            "><is><t>7</t></is></c>",
        ),
    ] {
        let (left, sheet) = table(total);
        assert_eq!(left, [], "{total}");
        assert!(sheet.contains(written), "{total}: {sheet}");
        let [drawing, parts] = ["<legacyDrawing", "<tableParts"].map(|name| sheet.find(name));
        assert!(drawing.is_some() && drawing < parts, "{sheet}");
    }
    let (left, sheet) = table("<c r=\"E4\"><f>SUM(A4:D4)</f><v>1</v></c>");
    assert_eq!(left, [Left::Formula]);
    assert!(sheet.contains("<f>SUM(A4:D4)</f><v>1</v>"));
}
