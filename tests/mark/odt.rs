//! ODT: annotations read back by a walk of the tests' own.

use std::collections::BTreeMap;

use gouji::form::Key;
use gouji::mark::{Left, copy};

use super::package::{changed, part};
use super::support::html::escape;
use super::support::made::Made;
use super::support::sheet::{Part, Role, Sheet};
use super::support::zip::zip;
use super::{broken_sums, check, marked, mended, wish, wrong};

const START: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"><office:body><office:text>"#;
const END: &str = "</office:text></office:body></office:document-content>";
const MANIFEST: &str = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

fn odt(body: &str) -> Vec<u8> {
    let content = format!("{START}{body}{END}");
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
    ])
}

/// The body of a report, with the cell of one figure written so.
fn body(made: &Made, own: Option<(Key, &str)>) -> String {
    let part = |part: &Part| match part {
        Part::Title(text) | Part::Text(text) => format!("<text:p>{}</text:p>", escape(text)),
        Part::Heading(text) => {
            format!("<text:h text:outline-level=\"1\">{}</text:h>", escape(text))
        }
        Part::Sheet(sheet) => table(sheet, own),
    };
    made.parts().iter().map(part).collect()
}

fn table(sheet: &Sheet, own: Option<(Key, &str)>) -> String {
    let mut out = String::from("<table:table>");
    for row in sheet.grid() {
        out += "<table:table-row>";
        for spot in row {
            let slot = &spot.slot;
            out += &match (spot.begins, own) {
                (false, _) => "<table:covered-table-cell/>".to_string(),
                (_, Some((key, cell))) if slot.role == Role::Figure(key) => cell.to_string(),
                _ => format!(
                    "<table:table-cell table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\"><text:p><text:span>{}</text:span></text:p></table:table-cell>",
                    slot.colspan,
                    slot.rowspan,
                    escape(&slot.text)
                ),
            };
        }
        out += "</table:table-row>";
    }
    out + "</table:table>"
}

/// The annotations of a document: what each says, and the text of the cell or paragraph around it.
fn annotations(content: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for piece in content.split("<office:annotation ").skip(1) {
        let (note, rest) = piece.split_once("</office:annotation>").unwrap();
        let name = note
            .split("office:name=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let end = format!("office:name=\"{name}\"/>");
        let (around, _) = rest.split_once(&end).unwrap();
        let text = |xml: &str| {
            let pieces = xml
                .split('<')
                .map(|piece| piece.rsplit('>').next().unwrap());
            pieces.collect::<String>()
        };
        let (around, _) = around.rsplit_once("<office:annotation-end").unwrap();
        found.insert(text(note), text(&format!("<{around}")));
    }
    found
}

#[test]
fn every_annotation_is_at_its_cell_and_all_else_as_it_was() {
    let mut at_cells = 0;
    for seed in 0..12 {
        let made = wrong(seed, 2);
        let file = odt(&body(&made, None));
        let (copy, checked) = marked(&file);
        assert_eq!(changed(&file, &copy.bytes), ["content.xml"], "{seed}");
        assert!(copy.bytes[30..].starts_with(b"mimetypeapplication/vnd.oasis"));
        let notes = annotations(&part(&copy.bytes, "content.xml"));
        for finding in &checked.report.findings {
            let what = escape(&finding.what.zh);
            let found = notes.iter().find(|(note, _)| note.contains(&what));
            let (_, around) = found.unwrap_or_else(|| panic!("{seed}: {what}\n{notes:?}"));
            if finding.rule.starts_with("sum-") {
                let figure = checked.filled.figure(finding.cells[0]).unwrap();
                assert_eq!(around, &figure.raw, "{seed}: {what}");
                at_cells += 1;
            }
        }
    }
    assert!(at_cells > 24, "{at_cells}");
}

#[test]
fn a_mended_copy_checks_clean_with_and_without_tracked_changes() {
    for seed in 0..12 {
        let file = odt(&body(&wrong(seed, 1 + seed as usize % 2), None));
        for track in [false, true] {
            let (copy, checked) = mended(&file, track);
            assert_eq!(
                (copy.left, &copy.mended),
                (vec![], &checked.edited),
                "{seed}"
            );
            assert_eq!(broken_sums(&check(&copy.bytes, &[])), 0, "{seed}");
            let content = part(&copy.bytes, "content.xml");
            let regions = content.matches("<text:changed-region").count();
            let marks = content.matches("<text:change ").count();
            let starts = content.matches("<text:change-start").count();
            assert_eq!(regions, marks + starts);
            assert_eq!(starts, if track { checked.edited.len() } else { 0 });
        }
    }
}

#[test]
fn what_is_not_plainly_text_is_left_and_told() {
    let made = wrong(2, 0);
    let key = Key::parse("t4.review.total").unwrap();
    let change = |cell: &str| {
        let file = odt(&body(&made, Some((key, cell))));
        let checked = check(&file, &[(key, "7".to_string())]);
        let copy = copy(&file, &checked, &wish(false)).unwrap();
        let left: Vec<Left> = copy.left.iter().map(|(_, left)| *left).collect();
        (left, part(&copy.bytes, "content.xml"))
    };
    let cell = |attributes: &str, inner: &str| {
        format!("<table:table-cell{attributes}><text:p>{inner}</text:p></table:table-cell>")
    };
    for (cell, left) in [
        (cell(" table:formula=\"ooow:sum\"", "1"), Left::Formula),
        (
            cell("", "<text:change-start text:change-id=\"a\"/>1"),
            Left::Tracked,
        ),
        (cell("", "1<text:line-break/>"), Left::Mixed),
        ("<table:table-cell/>".to_string(), Left::Mixed),
    ] {
        assert_eq!(change(&cell).0, [left], "{cell}");
    }
    let value = cell(
        " office:value-type=\"float\" office:value=\"12\"",
        "1<text:span>2</text:span>",
    );
    let (left, content) = change(&value);
    assert_eq!(left, []);
    assert!(content.contains("office:value=\"7\""), "{content}");
    let (left, content) = change("<table:table-cell><text:p/></table:table-cell>");
    assert_eq!(left, []);
    assert!(content.contains(">7<office:annotation-end"), "{content}");
}
