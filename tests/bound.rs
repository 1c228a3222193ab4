//! What recognition makes of small documents: each file of `tests/bound` with its title, tables, labels, oddities and
//! sections beside it; `UPDATE=1` rewrites. A name with `.page.` is looked at as a page whose letters alone are known;
//! `broken-….changes` are those of `tests/corpus` with a few cells, rows or heads lost, moved or added: `@ LINE COUNT` and
//! what stands there in place of so many lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/snapshot.rs"]
mod snapshot;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use gouji::form::{Edition, Key, Table};
use gouji::model::{Block, Document, Kind, PlaceId, Quantity, Trouble, TroubleKind};
use gouji::read::read;
use gouji::recognise::story::{Section, Story};
use gouji::recognise::{Filled, Oddity, Sheet, recognise};

#[test]
fn what_is_bound_stays_the_same() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/bound");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".bound"))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for file in names {
        let given = fs::read_to_string(folder.join(&file)).unwrap();
        let (name, text) = match file.strip_suffix(".changes") {
            Some(name) => (name, broken(&given)),
            None => (&*file, given),
        };
        snapshot::same(
            &format!("tests/bound/{name}.bound"),
            &bound(&document(text.as_bytes(), name)),
        );
    }
}

/// The file of `tests/corpus` that stands in the first line, changed as the others say.
fn broken(changes: &str) -> String {
    let (source, changes) = changes.split_once('\n').unwrap();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let text = fs::read_to_string(path.join(source)).unwrap();
    let mut lines: Vec<&str> = text.split('\n').collect();
    // From the end on, so that the numbers of lines stay true.
    for change in changes.trim_start_matches("@ ").rsplit("\n@ ") {
        let mut new = change.lines();
        let mut numbers = new
            .next()
            .unwrap()
            .split(' ')
            .map(|n| n.parse::<usize>().unwrap());
        let (line, count) = (numbers.next().unwrap() - 1, numbers.next().unwrap());
        lines.splice(line..line + count, new);
    }
    lines.join("\n")
}

fn document(bytes: &[u8], name: &str) -> Document {
    let mut document = read(bytes, name).unwrap();
    if name.contains(".page.") {
        document.kind = Kind::Pdf;
    }
    document
}

fn bound(document: &Document) -> String {
    let filled = recognise(document);
    let texts = texts(document);
    let mut out = head(&filled);
    for table in Table::ALL {
        out += &format!("{} ", table.name());
        out += &sheet(filled.sheet(table), &texts);
    }
    out + &story(&filled.story)
}

fn head(filled: &Filled) -> String {
    let title = &filled.title;
    let whole = if filled.whole_report {
        "whole"
    } else {
        "piece"
    };
    let published = filled.published.map(|published| published.date);
    format!(
        "{whole} form {} year {:?} agency {:?} published {published:?}\n",
        filled.edition.map_or("-", Edition::name),
        title.year,
        title.agency
    )
}

/// The text that stands at each place.
fn texts(document: &Document) -> BTreeMap<PlaceId, String> {
    let mut texts = BTreeMap::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => {
                texts.insert(p.place, p.text.clone());
            }
            Block::Grid(grid) => {
                texts.extend(grid.cells.iter().map(|c| (c.place, c.text.clone())));
                texts.insert(grid.place, "a table".to_string());
            }
            Block::Picture(place) => {
                texts.insert(*place, "a picture".to_string());
            }
        }
    }
    texts
}

fn sheet(sheet: &Sheet, texts: &BTreeMap<PlaceId, String>) -> String {
    let at = |place: &PlaceId| texts.get(place).cloned().unwrap_or_default();
    let place = sheet.place.as_ref().map(at);
    let rows_of = sheet.rows_of.map_or("-", Edition::name);
    let text = if sheet.as_text { " as text" } else { "" };
    let mut out = format!("{:?} rows of {rows_of}{text} at {place:?}\n", sheet.state);
    for row in sheet.figures.chunk_by(|a, b| a.0.row == b.0.row) {
        let cells = row.iter().map(|(key, figure)| {
            let column = key.name();
            let column = column.rsplit('.').next().unwrap_or_default().to_string();
            format!(" {column} {:?}", figure.raw)
        });
        let cells: String = cells.collect();
        out += &format!("  {}{cells}\n", row[0].0.row_id());
    }
    for label in sheet.labels.iter().filter(|l| l.found != l.printed) {
        let cell = label.key.map(|key| key.name());
        out += &format!(
            "  label {:?} for {} of {cell:?}\n",
            label.found, label.printed
        );
    }
    for oddity in &sheet.oddities {
        let beside = match oddity {
            Oddity::RowExtra { place, .. }
            | Oddity::RowMoved { place, .. }
            | Oddity::ColumnExtra { place, .. }
            | Oddity::GroupFigures { place, .. }
            | Oddity::RowDoubtful { place, .. } => at(place),
            Oddity::RowMissing { .. } | Oddity::ColumnMissing { .. } => String::new(),
        };
        let shown = match oddity {
            Oddity::RowMissing { row } => format!("row {row} missing"),
            Oddity::RowExtra { text, .. } => format!("row more {text:?}"),
            Oddity::RowMoved { row, .. } => format!("row {row} moved"),
            Oddity::ColumnMissing { column } => format!("column {column} missing"),
            Oddity::ColumnExtra { text, .. } => format!("column more {text:?}"),
            Oddity::GroupFigures { group, .. } => format!("figures of the group {group}"),
            Oddity::RowDoubtful { row, doubt, .. } => format!("row {row} doubtful {doubt:?}"),
        };
        out += &format!("  {shown} {beside:?}\n");
    }
    out
}

fn story(story: &Story) -> String {
    let marks = [(story.repeated, " repeated"), (story.cut, " cut")];
    let marks: String = marks.iter().filter(|m| m.0).map(|m| m.1).collect();
    let (above, front) = (story.above.len(), story.front.len());
    let mut out = format!("text: {above} above, {front} in front{marks}\n");
    out.extend(story.sections.iter().map(section));
    let traces = (1..).zip(story.traces).filter(|(_, trace)| *trace);
    out.extend(traces.map(|(section, _)| format!("  {section} left a trace\n")));
    out
}

fn section(section: &Section) -> String {
    let picture = if section.picture { ", a picture" } else { "" };
    format!(
        "  {} {:?} numbered {} {:?}: {} lines{picture}\n",
        section.section + 1,
        section.heading,
        section.ordinal,
        section.wording,
        section.passages.len()
    )
}

/// Only a document that breaks off, or of which not all was read, may lack what stands at its end.
#[test]
fn a_document_that_breaks_off_says_so() {
    let cut = |kind: Option<TroubleKind>| {
        let mut document = read("一、总体情况\n甲。".as_bytes(), "a.txt").unwrap();
        let place = PlaceId(0);
        document.troubles = kind
            .map(|kind| Trouble { kind, place })
            .into_iter()
            .collect();
        recognise(&document).story.cut
    };
    assert!(!cut(None));
    assert!(!cut(Some(TroubleKind::Undecodable)));
    assert!(cut(Some(TroubleKind::Truncated)));
    assert!(cut(Some(TroubleKind::LimitReached)));
}

/// What names the parts of the report is an introduction up to six hundred characters; longer, it is the report itself.
#[test]
fn an_introduction_is_no_longer_than_six_hundred_characters() {
    let names = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况";
    let traces = |count: usize| {
        let filling = "字".repeat(count - names.chars().count());
        let text = format!("示例县水务局2024年政府信息公开工作年度报告\n{names}{filling}");
        let story = recognise(&read(text.as_bytes(), "a.txt").unwrap()).story;
        story.traces.iter().filter(|trace| **trace).count()
    };
    assert_eq!([traces(600), traces(601)], [0, 3]);
}

/// Of a unit's report only figures that can be summed are kept; one that has nothing but zeros is like no other.
#[test]
fn what_is_summed_of_a_unit() {
    let key = |id: &str| {
        let mut keys = Key::all(Table::Three, Edition::E2021).into_iter();
        keys.find(|key| key.name() == id).unwrap()
    };
    let unit = |title: &str, figures: &str| {
        let row = "一、本年新收政府信息公开申请数量";
        let more = "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0\n（七）总计|0|0|0|0|0|0|0";
        let table = format!("{row}|{figures}\n{more}");
        let rows = table
            .lines()
            .map(|row| format!("| {} |\n", row.replace('|', " | ")));
        let text = format!("{title}\n\n{}", rows.collect::<String>());
        gouji::unit(text.as_bytes(), "a.md").unwrap()
    };
    let title = "示例县水务局2023年政府信息公开工作年度报告";
    let found = unit(title, "-3|/|2|0|0|0|2");
    assert_eq!(found.figure(key("t3.new.natural")), None);
    assert_eq!(found.figure(key("t3.new.business")), Some(None));
    assert_eq!(
        found.figure(key("t3.new.research")),
        Some(Some(Quantity::whole(2)))
    );
    let zeros = unit(title, "0|0|0|0|0|0|0");
    assert_eq!([found.counts(), zeros.counts()], [true, false]);
    assert_eq!(
        [found.is_like(&found), zeros.is_like(&zeros)],
        [true, false]
    );
    // A table without a title is a report, and so is a title without a table; a note is none.
    let is_report = |text: &str| gouji::unit(text.as_bytes(), "a.txt").unwrap().is_report;
    assert!(unit("附表", "1|0|0|0|0|0|1").is_report);
    assert!(is_report(title));
    assert!(!is_report("关于报送年度报告的通知"));
}
