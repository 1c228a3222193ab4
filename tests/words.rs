//! Files of old and other word processors: one report in every format reads the same; what is broken, locked or too
//! old has its own words, and costs little.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use gouji::model::{Cell, Document};
use gouji::read::read;

/// The same report, saved by an office suite in each of its formats.
const SAVED: &[&str] = &["report.docx", "report.odt", "report.doc", "report.rtf"];
/// Files whose bytes are changed at random.
const BROKEN: &[&str] = &[
    "report.doc",
    "traits.doc",
    "report.odt",
    "traits.fodt",
    "report.rtf",
    "traits.rtf",
    "chromium.mhtml",
];

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/read");
    fs::read(folder.join(name)).unwrap()
}

/// Row, column, spans and text of a cell.
type Plain = (u32, u32, u32, u32, String);

/// The cells of the grids, without their places.
fn cells(document: &Document) -> Vec<Vec<Plain>> {
    let plain = |cell: &Cell| {
        let text = cell.text.clone();
        (cell.row, cell.column, cell.rowspan, cell.colspan, text)
    };
    let grids = document.grids();
    grids
        .map(|grid| grid.cells.iter().map(plain).collect())
        .collect()
}

#[test]
fn one_report_reads_the_same_from_every_format() {
    let first = cells(&read(&fixture("report.docx"), "").unwrap());
    assert_eq!(first.len(), 1);
    assert!(first[0].len() > 50, "{}", first[0].len());
    for name in SAVED {
        assert_eq!(cells(&read(&fixture(name), "").unwrap()), first, "{name}");
    }
}

/// What is said of a file.
fn refusal(bytes: &[u8]) -> String {
    let error = read(bytes, "x.doc").unwrap_err();
    format!("{}: {}", error.kind().name(), error.message().zh)
}

/// The head of the main stream lies at the start of a sector.
fn head(doc: &[u8]) -> usize {
    let mark = [0xEC, 0xA5];
    (0..doc.len())
        .step_by(512)
        .find(|&at| doc[at..].starts_with(&mark))
        .unwrap()
}

#[test]
fn locked_and_old_documents_are_told_apart() {
    let doc = fixture("report.doc");
    let head = head(&doc);
    let mut locked = doc.clone();
    locked[head + 11] |= 1;
    assert!(refusal(&locked).starts_with("encrypted: 文件已用密码加密"));
    let mut old = doc.clone();
    old[head] = 0xDC;
    old[head + 2] = 0x68;
    assert!(refusal(&old).starts_with("not-supported: 这是 Word 95 或更早的文档"));
    let cut = &doc[..doc.len() / 2];
    assert!(refusal(cut).starts_with("damaged: "));
}

/// Thousands of broken files are read or refused, each in no time.
#[test]
fn broken_files_are_read_or_refused() {
    let mut seed = 11_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 8) as usize
    };
    for name in BROKEN {
        let whole = fixture(name);
        for turn in 0..2_000 {
            let mut broken = whole.clone();
            for _ in 0..1 + turn % 6 {
                let at = next() % broken.len();
                broken[at] = match next() % 4 {
                    0 => 0xFF,
                    1 => 0,
                    2 => broken[at] ^ (1 << (next() % 8)),
                    _ => next() as u8,
                };
            }
            if turn % 20 == 0 {
                broken.truncate(next() % whole.len());
            }
            let start = Instant::now();
            let _ = read(&broken, name);
            let took = start.elapsed();
            assert!(took < Duration::from_secs(5), "{name} {turn} took {took:?}");
        }
    }
}
