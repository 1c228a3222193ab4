//! Golden grids: every file of `tests/read` is read and shown as a person would draw it; `UPDATE=1` rewrites.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "read/render.rs"]
mod render;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use gouji::model::{Cell, Document, Kind, Place};
use render::render;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/read")
}

/// The inputs: everything that is neither a golden text nor code.
fn inputs() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            path.is_file() && !name.ends_with(".grid") && !name.ends_with(".rs")
        })
        .collect();
    paths.sort();
    paths
}

fn read(path: &PathBuf) -> String {
    let bytes = fs::read(path).unwrap();
    match gouji::read::read(&bytes, &path.to_string_lossy()) {
        Ok(document) => render(&document),
        Err(error) => {
            let message = error.message();
            format!(
                "! {}\n! {}\n! {}\n",
                error.kind().name(),
                message.zh,
                message.en
            )
        }
    }
}

#[test]
fn golden_grids() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in inputs() {
        let golden = path.with_file_name(format!(
            "{}.grid",
            path.file_name().unwrap().to_string_lossy()
        ));
        let got = read(&path);
        if update {
            fs::write(&golden, &got).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != got {
            wrong.push(format!("{} reads differently now:\n{got}", path.display()));
        }
    }
    assert!(!inputs().is_empty());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Cut, flipped and overwritten inputs are read or refused, and nothing falls over.
#[test]
fn broken_inputs_are_read_or_refused() {
    let mut seed = 7_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed as usize
    };
    for path in inputs() {
        let bytes = fs::read(&path).unwrap();
        if bytes.is_empty() || bytes.len() > 30_000 {
            continue;
        }
        for turn in 0..90 {
            let mut broken = bytes.clone();
            let at = next() % bytes.len();
            match turn % 3 {
                0 => broken.truncate(at),
                1 => broken[at] ^= 1 << (next() % 8),
                _ => broken[at] = b"<>|\t\"\n\\&"[next() % 8],
            }
            let _ = gouji::read::read(&broken, "x");
        }
    }
}

/// What a hostile page may ask for is paid by nobody.
#[test]
fn absurd_inputs_cost_little() {
    let table = |cell: &str, count: usize| {
        format!(
            "<table>{}</table>",
            format!("<tr>{}</tr>", cell.repeat(20)).repeat(count)
        )
    };
    let cases = [
        ("deep", "<div>".repeat(300_000)),
        ("bold", "<b>".repeat(200_000)),
        (
            "fonts",
            (0..4_000)
                .map(|n| format!("<p><font size={n}>"))
                .collect::<String>(),
        ),
        ("nested tables", "<table><tr><td>".repeat(20_000)),
        (
            "spans",
            table("<td colspan=65534 rowspan=65534>1</td>", 2_000),
        ),
        ("tall spans", table("<td rowspan=65534>1</td>", 2_000)),
        ("quotes", "\"\t".repeat(100_000)),
        ("open quotes", "\"a\t\"b\n".repeat(50_000)),
        ("pipes", "|".repeat(500_000)),
        ("pipe lines", "a\n|\n".repeat(100_000)),
        ("blank lines", "\n".repeat(500_000)),
        ("tab lines", "\ta\n\n\n".repeat(100_000)),
        ("commas", "a,b,c\n\n\n\n".repeat(50_000)),
        ("literals", format!("{{\"{}", "=\\\"'".repeat(100_000))),
        ("tags", "<".repeat(500_000)),
        ("references", "&am<td>".repeat(50_000)),
    ];
    for (name, text) in cases {
        let start = Instant::now();
        let _ = gouji::read::read(text.as_bytes(), "x.html");
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{name} took {took:?}");
    }
}

/// A place leads back to the source: read alone, it says what its cell says.
#[test]
fn places_lead_back_to_the_source() {
    let mut seen = 0;
    for path in inputs() {
        let bytes = fs::read(&path).unwrap();
        let Ok(source) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let source = source.trim_start_matches('\u{feff}');
        // In a script or in JSON the ranges are those of the text that its literals spell.
        let spelled = path.to_string_lossy().contains("literal")
            || path.extension().is_some_and(|end| end == "json");
        if spelled || gouji::read::read(&bytes, "").is_err() {
            continue;
        }
        let document = gouji::read::read(&bytes, &path.to_string_lossy()).unwrap();
        // In a single-file page the ranges are those of the page inside.
        let inside = path.to_string_lossy().contains(".mht");
        if inside || !matches!(document.kind, Kind::Html | Kind::Text) {
            continue;
        }
        for cell in document.grids().flat_map(|grid| &grid.cells) {
            seen += usize::from(!cell.text.is_empty());
            let again = again(source, &document, cell);
            assert_eq!(
                again,
                cell.text,
                "{} {:?}",
                path.display(),
                document.place(cell.place)
            );
        }
    }
    assert!(seen > 300, "{seen}");
}

/// What the source at the cell's place says when it is read alone.
fn again(source: &str, document: &Document, cell: &Cell) -> String {
    match document.place(cell.place) {
        Place::Html {
            range, row, column, ..
        } => {
            assert_eq!((*row, *column), (cell.row + 1, cell.column + 1));
            let html = format!(
                "<table><tr><td>{}{}</table>",
                &source[range.clone()],
                "<td>x".repeat(9)
            );
            gouji::read::read_html(&html)
                .unwrap()
                .grids()
                .next()
                .unwrap()
                .cells[0]
                .text
                .clone()
        }
        Place::Text { range, line } => {
            let text = &source[range.clone()];
            let ends = source[..range.start]
                .replace("\r\n", "\n")
                .matches(['\n', '\r'])
                .count();
            assert_eq!(*line as usize, ends + 1);
            let inner = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            let marks = inner.map_or(text.to_owned(), |text| text.replace("\"\"", "\""));
            let marks = marks
                .replace("**", "")
                .replace("<br>", "\n")
                .replace("\\|", "|")
                .replace('\u{b}', "\n");
            // Two halves of a label may have their separator between them.
            marks.replace("\r\n", "\n").trim().to_owned()
        }
        other => panic!("{other:?}"),
    }
}
