//! DOCX: comments read back by a walk of the tests' own.

use std::collections::BTreeMap;

use gouji::form::Key;
use gouji::mark::Left;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{changed, part};
use super::support::docx::{Way, docx};
use super::support::made::Made;
use super::support::rng::Rng;
use super::support::sheet::{Part, Role};
use super::support::zip::zip;
use super::{broken_sums, check, marked, mended, wish, wrong};

/// Where a comment stands: table, row and cell counted from 1 in the order of their tags, 0 outside of tables.
type Spot = (u32, u32, u32);

fn name(tag: &BytesStart) -> String {
    tag.local_name().into_inner().to_owned()
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().map(Result::unwrap);
    let found = attributes.find(|a| a.key.local_name().into_inner() == name)?;
    Some(found.value.into_owned())
}

/// Where each comment is, by its number.
fn spots(document: &str) -> BTreeMap<String, Spot> {
    let mut reader = Reader::from_str(document);
    let (mut found, mut tables, mut count) = (BTreeMap::new(), Vec::<Spot>::new(), 0);
    let mut starts = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => match name(&tag).as_str() {
                "tbl" => {
                    count += 1;
                    tables.push((count, 0, 0));
                }
                "tr" => {
                    let table = tables.last_mut().unwrap();
                    *table = (table.0, table.1 + 1, 0);
                }
                "tc" => tables.last_mut().unwrap().2 += 1,
                "commentRangeStart" => starts.push(attribute(&tag, "id").unwrap()),
                "commentReference" => {
                    let id = attribute(&tag, "id").unwrap();
                    assert!(starts.contains(&id), "{id} does not start");
                    let spot = tables.last().copied().unwrap_or_default();
                    assert!(found.insert(id, spot).is_none());
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().into_inner() == "tbl" => {
                tables.pop();
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// What each comment says, by its number.
fn texts(comments: &str) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(comments);
    let (mut found, mut id) = (BTreeMap::<String, String>::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if name(&tag) == "comment" => {
                id = attribute(&tag, "id").unwrap();
                assert!(found.insert(id.clone(), String::new()).is_none(), "{id}");
            }
            Event::Text(text) if !id.is_empty() => {
                *found.entry(id.clone()).or_default() += &text.xml10_content();
            }
            Event::GeneralRef(reference) => {
                let text = quick_xml::escape::resolve_xml_entity(&reference);
                let char = reference.resolve_char_ref().unwrap().map(String::from);
                let text = text.map(str::to_owned).or(char).unwrap();
                *found.entry(id.clone()).or_default() += &text;
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// Where each figure stands in the made file.
fn truth(made: &Made, before: u32) -> BTreeMap<Key, Spot> {
    let mut truth = BTreeMap::new();
    let parts = made.parts();
    let sheets = parts.iter().filter_map(|part| match part {
        Part::Sheet(sheet) => Some(sheet),
        _ => None,
    });
    for (table, sheet) in (before + 1..).zip(sheets) {
        for (row, spots) in (1..).zip(sheet.grid()) {
            let cells = spots.iter().filter(|spot| spot.begins || spot.from_above);
            for (cell, spot) in (1..).zip(cells) {
                if let (Role::Figure(key), true) = (spot.slot.role, spot.begins) {
                    truth.insert(key, (table, row, cell));
                }
            }
        }
    }
    truth
}

const WAYS: [Way; 4] = [
    Way {
        split_runs: false,
        tracked: false,
        text_box: false,
        layout_table: false,
        fields: false,
    },
    Way {
        split_runs: true,
        tracked: false,
        text_box: false,
        layout_table: false,
        fields: true,
    },
    Way {
        split_runs: false,
        tracked: true,
        text_box: false,
        layout_table: false,
        fields: true,
    },
    Way {
        split_runs: true,
        tracked: false,
        text_box: false,
        layout_table: true,
        fields: false,
    },
];

const COMMENTED: [&str; 4] = [
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
    "word/comments.xml",
    "word/document.xml",
];

#[test]
fn every_comment_is_at_its_cell_and_all_else_as_it_was() {
    let mut at_cells = 0;
    for seed in 0..24 {
        let (made, way) = (wrong(seed, 2), WAYS[seed as usize % WAYS.len()]);
        let file = docx(&made.parts(), way, &mut Rng::new(seed));
        let (copy, checked) = marked(&file);
        assert_eq!(changed(&file, &copy.bytes), COMMENTED, "{seed}");
        let spots = spots(&part(&copy.bytes, "word/document.xml"));
        let texts = texts(&part(&copy.bytes, "word/comments.xml"));
        assert!(spots.keys().eq(texts.keys()), "{seed}");
        let truth = truth(&made, u32::from(way.layout_table));
        for finding in &checked.report.findings {
            let mut said = texts
                .iter()
                .filter(|(_, text)| text.contains(&finding.what.zh));
            let (id, text) = said.next().unwrap_or_else(|| panic!("{seed}: {finding:?}"));
            let basis = gouji::rules::rule(finding.rule).unwrap().basis.zh;
            assert!(
                text.contains(basis) && text.contains(&finding.how.zh),
                "{text}"
            );
            if finding.rule.starts_with("sum-") {
                let cell = &finding.cells[0];
                assert_eq!(spots[id], truth[cell], "{seed}: {}", finding.what.zh);
                at_cells += 1;
            }
        }
        let all = checked.report.findings.len();
        assert_eq!(copy.placed + copy.aside, all, "{seed}");
    }
    assert!(at_cells > 48, "{at_cells}");
}

#[test]
fn a_mended_copy_checks_clean_with_and_without_tracked_changes() {
    for seed in 0..16 {
        let (made, way) = (wrong(seed, 1 + seed as usize % 2), WAYS[seed as usize % 2]);
        let file = docx(&made.parts(), way, &mut Rng::new(seed));
        assert!(broken_sums(&check(&file, &[])) > 0, "{seed}");
        for track in [false, true] {
            let (copy, checked) = mended(&file, track);
            assert_eq!(copy.left, [], "{seed}");
            assert_eq!(copy.mended, checked.edited, "{seed}");
            let again = check(&copy.bytes, &[]);
            assert_eq!(broken_sums(&again), 0, "{seed}");
            for key in &checked.edited {
                let raw =
                    |checked: &gouji::Checked| checked.filled.figure(*key).unwrap().raw.clone();
                assert_eq!(raw(&again), raw(&checked), "{seed} {}", key.name());
            }
            let xml = part(&copy.bytes, "word/document.xml");
            let tracked = xml.contains("<w:del w:id=") && xml.contains("w:author=\"gouji\"");
            assert_eq!(tracked, track, "{seed}");
            let dated = xml.contains("w:date=\"2026-02-03T08:00:00Z\"");
            assert_eq!(dated, track, "{seed}");
        }
    }
}

/// A document of one table out of rows of cells' XML, after the title of a report.
fn cells(parts: &[(&str, &[u8])], key: &str, made: &Made, cell: &str) -> Vec<u8> {
    let plain = docx(&made.parts(), Way::default(), &mut Rng::new(1));
    let document = part(&plain, "word/document.xml");
    let at = truth(made, 0)[&Key::parse(key).unwrap()];
    let (mut tables, mut rows, mut from) = (0, 0, 0);
    let mut count = 0;
    loop {
        let next = document[from..].find('<').unwrap() + from;
        let rest = &document[next..];
        if rest.starts_with("<w:tbl>") {
            (tables, rows) = (tables + 1, 0);
        } else if rest.starts_with("<w:tr>") {
            (rows, count) = (rows + 1, 0);
        } else if rest.starts_with("<w:tc>") {
            count += 1;
            if (tables, rows, count) == at {
                let end = rest.find("</w:tc>").unwrap() + next;
                let start = rest.find("</w:tcPr>").unwrap() + next + "</w:tcPr>".len();
                let document = format!("{}{cell}{}", &document[..start], &document[end..]);
                let names = [
                    "[Content_Types].xml",
                    "_rels/.rels",
                    "word/_rels/document.xml.rels",
                    "word/footer1.xml",
                ];
                let texts = names.map(|name| part(&plain, name));
                let mut all: Vec<(&str, &[u8])> = names
                    .into_iter()
                    .zip(texts.iter().map(|t| t.as_bytes()))
                    .collect();
                for (name, bytes) in parts {
                    all.retain(|(other, _)| other != name);
                    all.push((name, bytes));
                }
                all.push(("word/document.xml", document.as_bytes()));
                return zip(&all);
            }
        }
        from = next + 1;
    }
}

/// The cell of new requests of natural persons written so, then changed to 7.
fn changed_to_7(cell: &str, track: bool) -> (Vec<Left>, String) {
    let made = wrong(3, 0);
    let file = cells(&[], "t3.new.natural", &made, cell);
    let key = Key::parse("t3.new.natural").unwrap();
    let checked = check(&file, &[(key, "7".to_string())]);
    let copy = gouji::mark::copy(&file, &checked, &wish(track)).unwrap();
    let left = copy.left.iter().map(|(_, left)| *left).collect();
    (left, part(&copy.bytes, "word/document.xml"))
}

#[test]
fn runs_keep_their_properties() {
    let run = |properties: &str, text: &str| format!("<w:r>{properties}<w:t>{text}</w:t></w:r>");
    let bold = "<w:rPr><w:b/></w:rPr>";
    let cell = format!("<w:p>{}{}</w:p>", run(bold, "1"), run("", "23"));
    let (left, xml) = changed_to_7(&cell, false);
    assert_eq!(left, []);
    let as_mended = format!("{}{}", run(bold, "7"), run("", ""));
    assert!(xml.contains(&as_mended), "{xml}");
    // Where a page of Word ended is no content.
    let broken = cell.replacen("<w:t>1", "<w:lastRenderedPageBreak/><w:t>1", 1);
    assert_eq!(changed_to_7(&broken, true).0, []);
    let (left, xml) = changed_to_7(&cell, true);
    assert_eq!(left, []);
    for piece in [
        "<w:r><w:rPr><w:b/></w:rPr><w:delText>1</w:delText></w:r></w:del>",
        "<w:r><w:delText>23</w:delText></w:r></w:del><w:ins",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>7</w:t></w:r></w:ins>",
    ] {
        assert!(xml.contains(piece), "{piece} is not in {xml}");
    }
}

#[test]
fn a_blank_cell_is_filled_in_the_way_of_its_paragraph() {
    for cell in [
        "<w:p/>",
        "<w:p></w:p>",
        "<w:p w:rsidR=\"1\"/>",
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:p>",
    ] {
        for track in [false, true] {
            let (left, xml) = changed_to_7(cell, track);
            assert_eq!(left, [], "{cell}");
            assert!(xml.contains("<w:r><w:t>7</w:t></w:r>"), "{cell}");
        }
    }
    let cell = "<w:p><w:pPr><w:rPr><w:b/><w:ins w:id=\"9\" w:author=\"a\"/></w:rPr></w:pPr></w:p>";
    let (_, xml) = changed_to_7(cell, false);
    let run = "<w:r><w:rPr><w:b/></w:rPr><w:t>7</w:t></w:r>";
    assert!(xml.contains(run), "{xml}");
}

#[test]
fn what_is_not_plainly_text_is_left_and_told() {
    let text = |inner: &str| format!("<w:p>{inner}</w:p>");
    let run = "<w:r><w:t>12</w:t></w:r>";
    let field = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{run}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    );
    let table = format!("<w:tbl><w:tr><w:tc><w:p>{run}</w:p></w:tc></w:tr></w:tbl><w:p/>");
    let of_others = text(&format!("<w:ins w:id=\"4\" w:author=\"a\">{run}</w:ins>"));
    // The mark of a footnote would go with the figure.
    let noted = text(&format!(
        "{run}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>"
    ));
    for (cell, track, left) in [
        (noted, false, Left::Mixed),
        (text(&field), false, Left::Formula),
        (table, false, Left::Mixed),
        (of_others.clone(), true, Left::Tracked),
        (of_others, false, Left::Tracked),
        (text("<w:r><w:t>12</w:t><w:tab/></w:r>"), true, Left::Mixed),
    ] {
        let (found, xml) = changed_to_7(&cell, track);
        assert_eq!(found, [left], "{cell}");
        assert!(!xml.contains("<w:t>7</w:t>"), "{cell}");
    }
}

#[test]
fn a_comment_of_others_stays_and_numbers_are_not_taken_twice() {
    let made = wrong(3, 1);
    let run = "<w:r><w:t>12</w:t></w:r>";
    let cell = format!(
        "<w:p><w:commentRangeStart w:id=\"0\"/>{run}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/></w:p>"
    );
    let comments = "\u{feff}<?xml version=\"1.0\"?><x:comments xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><x:comment x:id=\"0\" x:author=\"甲\"><x:p><x:r><x:t>留着</x:t></x:r></x:p></x:comment></x:comments>";
    let relations = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="notes/said.xml"/></Relationships>"#;
    let extra = [
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/notes/said.xml", comments.as_bytes()),
    ];
    let file = cells(&extra, "t3.new.natural", &made, &cell);
    let (copy, _) = marked(&file);
    assert_eq!(
        changed(&file, &copy.bytes),
        ["word/document.xml", "word/notes/said.xml"]
    );
    let said = part(&copy.bytes, "word/notes/said.xml");
    assert!(said.starts_with(&comments[..comments.len() - "</x:comments>".len()]));
    let (spots, texts) = (spots(&part(&copy.bytes, "word/document.xml")), texts(&said));
    assert!(spots.keys().eq(texts.keys()), "{spots:?} {texts:?}");
    assert_eq!(texts["0"], "留着");
    assert!(!texts.contains_key("1") && texts.len() > 1);
}

#[test]
fn a_table_in_a_text_box_is_marked_beside_it_and_not_mended() {
    let made = wrong(5, 0);
    let way = Way {
        text_box: true,
        ..Way::default()
    };
    let file = docx(&made.parts(), way, &mut Rng::new(1));
    let key = Key::parse("t4.review.total").unwrap();
    let checked = check(&file, &[(key, "123456".to_string())]);
    let copy = gouji::mark::copy(&file, &checked, &wish(false)).unwrap();
    assert_eq!(copy.left, [(key, Left::TextBox)]);
    let xml = part(&copy.bytes, "word/document.xml");
    let inside = xml.split("<w:txbxContent>").skip(1).any(|piece| {
        let piece = piece.split("</w:txbxContent>").next().unwrap();
        piece.contains("commentRange")
    });
    assert!(!inside && !xml.contains("123456"));
    let texts = texts(&part(&copy.bytes, "word/comments.xml"));
    assert!(texts.values().any(|text| text.contains("123456")));
}

#[test]
fn a_signed_package_is_refused() {
    let made = wrong(3, 1);
    let parts = [("_xmlsignatures/sig1.xml", b"<a/>".as_slice())];
    let file = cells(&parts, "t3.new.natural", &made, "<w:p/>");
    let refusal = gouji::mark::copy(&file, &check(&file, &[]), &wish(false)).unwrap_err();
    assert_eq!(refusal, gouji::mark::Refusal::Signed);
}

#[test]
fn what_a_report_says_cannot_break_the_comments() {
    let mut made = wrong(3, 1);
    made.title = "<w:p>&\u{fffe}]]>\"'".to_string() + &made.title;
    let file = docx(&made.parts(), Way::default(), &mut Rng::new(1));
    let (copy, _) = marked(&file);
    assert!(!texts(&part(&copy.bytes, "word/comments.xml")).is_empty());
}
