//! Word processors and saved pages: groups, pieces and parts beyond all sense.

use std::fs;
use std::io::{Cursor, Read, Write};

use crate::Case;

pub const CASES: &[Case] = &[
    (
        "rtf: a million groups",
        || rtf(&"{甲}".repeat(1_000_000)),
        "read",
    ),
    (
        "rtf: a million groups in each other",
        || rtf(&"{".repeat(1_000_000)),
        "empty",
    ),
    (
        "rtf: a million groups in each other with text",
        || rtf(&"{a".repeat(1_000_000)),
        "read",
    ),
    (
        "rtf: a million paragraphs",
        || rtf(&"12\\par ".repeat(1_000_000)),
        "read",
    ),
    (
        "rtf: a million cells",
        || rtf(&(row(10) + "\\row ").repeat(100_000)),
        "read",
    ),
    (
        "rtf: a row of a million cells",
        || rtf(&(row(1_000_000) + "\\row ")),
        "read",
    ),
    (
        "rtf: tables in tables",
        || {
            rtf(&(0..100_000)
                .map(|n| format!("\\intbl\\itap{n} 1\\nestcell "))
                .collect::<String>())
        },
        "read",
    ),
    (
        "rtf: lone surrogates and bytes left out beyond all sense",
        || rtf(&"\\uc4294967295\\u55357 ?\\u56832 ?\\bin999999999 1".repeat(100_000)),
        "read",
    ),
    ("mht: parts in parts", parts_in_parts, "damaged"),
    ("mht: half a million parts", many_parts, "read"),
    ("mht: sixty megabytes of base64", long_base64, "too-large"),
    (
        "mht: a line of signs that are no escapes",
        no_escapes,
        "read",
    ),
    (
        "doc: pieces that are all the same text",
        || doc(|at| at),
        "read",
    ),
    (
        "doc: pieces that lie outside",
        || doc(|_| 0x3FFF_0000),
        "damaged",
    ),
    (
        "doc: pieces in no order",
        || doc(|at| at.wrapping_mul(2_654_435_761) & 0xFFF),
        "read",
    ),
];

fn rtf(body: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi\\ansicpg936 {body}}}").into_bytes()
}

fn row(cells: usize) -> String {
    format!(
        "\\trowd{}\\intbl {}",
        "\\cellx999".repeat(cells),
        "1\\cell ".repeat(cells)
    )
}

const HEAD: &str = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n";

fn parts_in_parts() -> Vec<u8> {
    let inner: String = (0..50_000)
        .map(|n| {
            format!(
                "--b{n}\r\nContent-Type: multipart/related; boundary=\"b{}\"\r\n\r\n",
                n + 1
            )
        })
        .collect();
    format!("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b0\"\r\n\r\n{inner}")
        .into_bytes()
}

fn many_parts() -> Vec<u8> {
    let part = "--b\r\nContent-Type: text/html\r\n\r\n<p>总计12件</p>\r\n";
    format!("{HEAD}{}--b--\r\n", part.repeat(500_000)).into_bytes()
}

fn long_base64() -> Vec<u8> {
    // "<p>1</p>" and a line break, in threes of bytes.
    let line = "PHA+MTwvcD4KPHA+MTwvcD4K\r\n";
    format!("{HEAD}--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}--b--\r\n", line.repeat(2_000_000)).into_bytes()
}

fn no_escapes() -> Vec<u8> {
    format!("{HEAD}--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>{}</p>", "=".repeat(8_000_000)).into_bytes()
}

/// A saved document whose text is put together from very many pieces, each where `place` says.
fn doc(place: fn(u32) -> u32) -> Vec<u8> {
    const LENGTH_OF_TEXT: usize = 0x4C;
    const PIECES: usize = 0x1A2;
    const COUNT: u32 = 300_000;
    const EACH: u32 = 1_000;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/read/report.doc");
    let mut saved = cfb::CompoundFile::open(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut stream = |name: &str| {
        let mut bytes = Vec::new();
        saved
            .open_stream(name)
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        bytes
    };
    let mut main = stream("WordDocument");
    let name = if main[11] & 2 == 0 {
        "0Table"
    } else {
        "1Table"
    };
    let mut table = stream(name);
    let mut put = |at: usize, number: u32| main[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(LENGTH_OF_TEXT, COUNT * EACH);
    put(PIECES, table.len() as u32);
    put(PIECES + 4, 5 + 4 + COUNT * 12);
    table.push(2);
    table.extend((4 + COUNT * 12).to_le_bytes());
    table.extend((0..=COUNT).flat_map(|n| (n * EACH).to_le_bytes()));
    for n in 0..COUNT {
        table.extend([0, 0]);
        table.extend((0x4000_0000 | place(n % 512)).to_le_bytes());
        table.extend([0, 0]);
    }
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in [("WordDocument", main), (name, table)] {
        file.create_stream(name).unwrap().write_all(&bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}
