//! Made reports, some with slips in them, saved by the programs that people use: LibreOffice as every kind of document
//! that it writes, Chromium as a print to PDF. Every cell is read back as it was written. Run by `npm test`, which
//! installs both programs, not by a plain `cargo test`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "read/render.rs"]
mod render;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gouji::Options;
use gouji::form::{Edition, Key, Table};
use gouji::mark::{self, Wish};
use gouji::model::{Block, Document, Kind};
use gouji::read::read;
use gouji::recognise::{SheetState, recognise};
use gouji::view::sheet::{self, Paper};
use gouji::wording::Language;

use support::made::{Blanks, Made};
use support::rng::Rng;
use support::sheet::{Part, Sheet, each_sheet};
use support::{fault, html, text};

const REPORTS: u64 = 12;
const BLANKS: [Blanks; 3] = [Blanks::None, Blanks::Organisations, Blanks::Scattered];

/// The made report of a number; every other one has one or two slips.
fn made(number: u64) -> Made {
    let edition = Edition::ALL[number as usize % 2];
    let mut made = Made::new(edition, 7_000 + number, BLANKS[number as usize % 3]);
    let slips = (number / 2) as usize % 3;
    fault::inject(&mut made, slips, &mut Rng::new(number));
    made
}

/// Ways in which a draft's HTML looks before a program opens it.
fn dressed(made: &Made, number: u64) -> String {
    let parts = made.parts();
    match number % 3 {
        0 => html::clean(&parts),
        1 => html::clean(&each_sheet(parts, Sheet::with_blank_tail)),
        _ => html::clean_with(
            &parts,
            "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><style>td,th{border:1px solid;padding:2px}table{border-collapse:collapse;width:100%}</style></head><body>\n",
        ),
    }
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(variable: &str, default: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| default.to_owned())
}

/// Lets LibreOffice save every file of one folder, by their ending, as another kind.
fn convert(folder: &Path, from: &str, to: &str, opened_as: Option<&str>) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == from))
        .collect();
    files.sort();
    let mut command = Command::new(program("GOUJI_SOFFICE", "soffice"));
    command
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("profile").display()
        ))
        .arg("--headless")
        .args(opened_as.map(|filter| format!("--infilter={filter}")))
        .args(["--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files);
    let output = command.output().expect("LibreOffice starts");
    assert!(output.status.success(), "{output:?}");
}

fn print(folder: &Path, number: u64) {
    let output = Command::new(program("GOUJI_CHROMIUM", "chromium"))
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-pdf-header-footer",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .arg(format!(
            "--print-to-pdf={}",
            folder.join(format!("{number}.pdf")).display()
        ))
        .arg(format!(
            "file://{}",
            folder.join(format!("{number}.html")).display()
        ))
        .output()
        .expect("Chromium starts");
    assert!(output.status.success(), "{output:?}");
}

fn write_html(folder: &Path) {
    for number in 0..REPORTS {
        let page = dressed(&made(number), number);
        fs::write(folder.join(format!("{number}.html")), page).unwrap();
    }
}

/// Every cell of the report is read from the file just as it was written. What is not `whole` may leave a row in doubt:
/// in separated text a blank at a row's end may be one that was lost before it.
fn read_back(name: &str, made: &Made, bytes: &[u8], kind: Kind, whole: bool) {
    let document = read(bytes, name).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(document.kind, kind, "{name}");
    let filled = recognise(&document);
    let drawn = || render::render(&document);
    assert_eq!(filled.title.year, Some(made.year), "{name}\n{}", drawn());
    for table in Table::ALL {
        let sheet = &filled.tables[table as usize];
        assert_eq!(
            sheet.state,
            SheetState::Bound,
            "{name} {table:?}\n{}",
            drawn()
        );
        for key in Key::all(table, made.edition) {
            let read = sheet.figures.iter().find(|(k, _)| *k == key);
            let read = read.map(|(_, figure)| figure.raw.trim());
            if read.is_none() && !whole {
                continue;
            }
            assert_eq!(
                read,
                Some(made.text(key).trim()),
                "{name} {}\n{}",
                key.name(),
                drawn()
            );
        }
    }
}

fn read_all(folder: &Path, ending: &str, kind: Kind) {
    for number in 0..REPORTS {
        let name = format!("{number}.{ending}");
        let bytes = fs::read(folder.join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        read_back(&name, &made(number), &bytes, kind, true);
    }
}

#[test]
fn what_a_word_processor_saves_is_read_back_whole() {
    let folder = folder("writer");
    write_html(&folder);
    convert(&folder, "html", "odt", Some("HTML (StarWriter)"));
    read_all(&folder, "odt", Kind::Odt);
    for (ending, filter, kind) in [
        ("docx", "docx:MS Word 2007 XML", Kind::Docx),
        ("doc", "doc:MS Word 97", Kind::Doc),
        ("rtf", "rtf:Rich Text Format", Kind::Rtf),
        ("pdf", "pdf:writer_pdf_Export", Kind::Pdf),
    ] {
        convert(&folder, "odt", filter, None);
        read_all(&folder, ending, kind);
    }
}

#[test]
fn what_a_spreadsheet_program_saves_is_read_back_whole() {
    let folder = folder("calc");
    write_html(&folder);
    convert(&folder, "html", "ods", Some("HTML (StarCalc)"));
    read_all(&folder, "ods", Kind::Ods);
    for (ending, filter, kind) in [
        ("xlsx", "xlsx:Calc MS Excel 2007 XML", Kind::Xlsx),
        ("xls", "xls:MS Excel 97", Kind::Xls),
    ] {
        convert(&folder, "ods", filter, None);
        read_all(&folder, ending, kind);
    }
}

#[test]
fn what_a_browser_prints_is_read_back_whole() {
    let folder = folder("browser");
    write_html(&folder);
    for number in 0..REPORTS {
        print(&folder, number);
    }
    read_all(&folder, "pdf", Kind::Pdf);
}

#[test]
fn what_is_saved_as_separated_text_in_gb18030_is_read_back_whole() {
    for number in 0..REPORTS {
        let made = made(number);
        let separated = |sheet: &Sheet| text::csv(&sheet.full(), ',');
        let parts: Vec<Part> = made.parts();
        let written = text::document(&parts, "", separated);
        let (bytes, _, lossy) = encoding_rs::GB18030.encode(&written);
        assert!(!lossy, "{number}");
        let whole = made.blanks != Blanks::Scattered;
        read_back(&format!("{number}.csv"), &made, &bytes, Kind::Text, whole);
    }
}

/// A file's copy with notes, and what they say.
fn marked(bytes: &[u8]) -> (Vec<u8>, Vec<String>) {
    let checked = gouji::check(bytes, &Options::default()).unwrap();
    let wish = Wish {
        notes: true,
        ..Wish::default()
    };
    let copy = mark::copy(bytes, &checked, &wish).unwrap();
    let findings = checked.report.findings.iter();
    (copy.bytes, findings.map(|f| f.what.zh.clone()).collect())
}

/// A file's copy with the first proposals as tracked changes.
fn mended(bytes: &[u8]) -> Vec<u8> {
    let checked = gouji::check(bytes, &Options::default()).unwrap();
    let options = Options {
        edits: mark::proposals(&checked).edits,
        ..Options::default()
    };
    let wish = Wish {
        track: true,
        ..Wish::default()
    };
    let checked = gouji::check(bytes, &options).unwrap();
    mark::copy(bytes, &checked, &wish).unwrap().bytes
}

/// The text of a flat OpenDocument file without its markup and blanks.
fn bare(xml: &str) -> String {
    let pieces = xml
        .split('<')
        .map(|piece| piece.rsplit('>').next().unwrap());
    let text: String = pieces.collect();
    let text = text.replace("&quot;", "\"").replace("&apos;", "'");
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&amp;", "&").split_whitespace().collect()
}

/// Every note of the copies of one folder's files is still there when LibreOffice saves them as another kind.
fn notes_stay(from: &Path, ending: &str, flat: &str) {
    let folder = folder(&format!("copies-{ending}"));
    let mut said = Vec::new();
    for number in 0..REPORTS {
        let name = format!("{number}.{ending}");
        let (copy, notes) = marked(&fs::read(from.join(&name)).unwrap());
        fs::write(folder.join(&name), copy).unwrap();
        said.push(notes);
    }
    convert(&folder, ending, flat, None);
    let mut all = 0;
    for (number, notes) in said.iter().enumerate() {
        let name = format!("{number}.{flat}");
        let xml = fs::read_to_string(folder.join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let annotations: String = xml
            .split("<office:annotation ")
            .skip(1)
            .map(|piece| {
                bare(&format!(
                    "<{}",
                    piece.split("</office:annotation>").next().unwrap()
                ))
            })
            .collect();
        for note in notes {
            let note: String = note.split_whitespace().collect();
            assert!(
                annotations.contains(&note),
                "{ending} {name}: {note}\n{annotations}"
            );
            all += 1;
        }
    }
    assert!(all > REPORTS, "{all} notes");
}

#[test]
fn copies_open_again_with_every_note_and_mended_ones_are_clean() {
    let (writer, calc) = (folder("copied-writer"), folder("copied-calc"));
    write_html(&writer);
    convert(&writer, "html", "odt", Some("HTML (StarWriter)"));
    convert(&writer, "odt", "docx:MS Word 2007 XML", None);
    write_html(&calc);
    convert(&calc, "html", "ods", Some("HTML (StarCalc)"));
    convert(&calc, "ods", "xlsx:Calc MS Excel 2007 XML", None);
    notes_stay(&writer, "odt", "fodt");
    notes_stay(&writer, "docx", "fodt");
    notes_stay(&calc, "xlsx", "fods");
    for (from, ending, other) in [
        (&writer, "docx", "odt"),
        (&writer, "odt", "docx"),
        (&calc, "xlsx", "ods"),
    ] {
        let folder = folder(&format!("mended-{ending}"));
        for number in 0..REPORTS {
            let name = format!("{number}.{ending}");
            let copy = mended(&fs::read(from.join(&name)).unwrap());
            fs::write(folder.join(&name), copy).unwrap();
        }
        convert(&folder, ending, other, None);
        for number in 0..REPORTS {
            let name = format!("{number}.{other}");
            let bytes = fs::read(folder.join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
            let checked = gouji::check(&bytes, &Options::default()).unwrap();
            let mut findings = checked.report.findings.iter();
            let broken = findings.find(|f| f.rule.starts_with("sum-"));
            assert_eq!(broken, None, "{ending} {name}");
        }
    }
}
/// The check sheet as it comes out of the printer says every finding.
#[test]
fn a_printed_check_sheet_says_every_finding() {
    let folder = folder("sheet");
    for number in [2, 4, 5] {
        let report = dressed(&made(number), number);
        let options = gouji::Options {
            published: gouji::model::Date::new(2030, 1, 1),
            ..gouji::Options::default()
        };
        let checked = gouji::check(report.as_bytes(), &options).unwrap();
        assert!(checked.report.findings.len() > 2);
        let paper = Paper {
            source: "年报.html",
            file: Some(report.as_bytes()),
            date: None,
            language: Language::Chinese,
        };
        let page = sheet::page(paper, Ok(&checked));
        fs::write(folder.join(format!("{number}.html")), page).unwrap();
        print(&folder, number);
        let printed = read(&fs::read(folder.join(format!("{number}.pdf"))).unwrap(), "").unwrap();
        let text = squeezed(&text_of(&printed));
        for finding in &checked.report.findings {
            for said in [&finding.what.zh, &finding.how.zh] {
                assert!(text.contains(&squeezed(said)), "{said}\n{text}");
            }
        }
    }
}

fn text_of(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => text.push_str(&paragraph.text),
            Block::Grid(grid) => grid.cells.iter().for_each(|cell| text.push_str(&cell.text)),
            Block::Picture(_) => {}
        }
    }
    text
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
