//! Characters that show nothing, turn a text around or are none, in labels and figures; figures that are no numbers.

use crate::Case;
use crate::support::biff::{record, shorts, xls};
use crate::support::html::clean;
use crate::support::made::{Blanks, Made};
use crate::support::parts::Parts;
use crate::support::sheet::{Part, Role};
use crate::support::zip::{deflated, zip};
use gouji::form::Edition;

pub const CASES: &[Case] = &[
    (
        "labels and figures full of characters that show nothing",
        || report(&unseen, &unseen),
        "read",
    ),
    (
        "labels from right to left",
        || report(&turned, &|text| text.to_string()),
        "read",
    ),
    (
        "figures that are shown backwards",
        || report(&|text| text.to_string(), &turned),
        "figure-unreadable",
    ),
    (
        "figures that are no numbers",
        || report(&|text| text.to_string(), &|_| "NaN".to_string()),
        "figure-unreadable",
    ),
    (
        "figures with exponents",
        || report(&|text| text.to_string(), &|text| format!("{text}e308")),
        "figure-unreadable",
    ),
    (
        "figures of four hundred digits, in a report",
        || report(&|text| text.to_string(), &|_| "9".repeat(400)),
        "figure-unreadable",
    ),
    ("a million marks of direction", marks, "read"),
    ("html: references to no characters", references, "read"),
    ("docx: references to no characters", docx, "read"),
    ("xlsx: numbers that are none", numbers, "read"),
    ("xls: numbers that are none", binary_numbers, "read"),
    (
        "zip: names with marks of direction and NUL",
        names,
        "several",
    ),
];

/// A report with its labels and its figures written in these ways.
fn report(label: &dyn Fn(&str) -> String, figure: &dyn Fn(&str) -> String) -> Vec<u8> {
    let mut parts = Made::new(Edition::E2021, 2, Blanks::None).parts();
    for part in &mut parts {
        match part {
            Part::Title(text) | Part::Heading(text) | Part::Text(text) => *text = label(text),
            Part::Sheet(sheet) => {
                for slot in sheet.rows.iter_mut().flatten() {
                    slot.text = match slot.role {
                        Role::Figure(_) => figure(&slot.text),
                        _ => label(&slot.text),
                    };
                }
            }
        }
    }
    clean(&parts).into_bytes()
}

fn unseen(text: &str) -> String {
    let gaps = [
        "\u{200b}", "\u{200d}", "\u{feff}", "\u{2060}", "\u{ad}", "\u{3164}",
    ];
    let each = text.chars().zip(gaps.iter().cycle());
    each.map(|(c, gap)| format!("{gap}{c}")).collect()
}

fn turned(text: &str) -> String {
    format!("\u{202e}{text}\u{202c}")
}

fn marks() -> Vec<u8> {
    let cell = format!("<td>{}12", "\u{202e}\u{200f}".repeat(1_000));
    format!("<table><tr>{}</table>", cell.repeat(1_000)).into_bytes()
}

fn references() -> Vec<u8> {
    "<table><tr><td>总&#0;计&#xD800;<td>1&#xDC00;&#x110000;&#xFFFF;2&#99999999999999999999;</table>"
        .repeat(20_000)
        .into_bytes()
}

fn docx() -> Vec<u8> {
    let text = "<w:p><w:r><w:t>总&#1;计&#xFFFE;\u{1}1</w:t></w:r></w:p>".repeat(100_000);
    let body = format!("<?xml version=\"1.0\"?><w:document><w:body>{text}</w:body></w:document>");
    zip(&[("word/document.xml", body.as_bytes())])
}

fn numbers() -> Vec<u8> {
    let cells = [
        "NaN",
        "inf",
        "-INF",
        "1e308",
        "1e999",
        "-1e-400",
        "1.7976931348623157E308",
        "0x10",
    ]
    .map(|number| format!("<c><v>{number}</v></c>"));
    let row = format!("<row><c t=\"str\"><v>总计</v></c>{}</row>", cells.concat());
    let sheet = format!("<sheetData>{}</sheetData>", row.repeat(5_000));
    Parts {
        name: "表",
        sheet: &sheet,
        ..Parts::default()
    }
    .xlsx()
}

fn binary_numbers() -> Vec<u8> {
    let values = [
        f64::NAN,
        f64::INFINITY,
        f64::MIN,
        f64::MAX,
        f64::MIN_POSITIVE,
        -0.0,
    ];
    let mut rows = Vec::new();
    for row in 0..5_000 {
        for (column, value) in (0..).zip(values) {
            let data = [shorts(&[row, column, 0]), value.to_le_bytes().to_vec()].concat();
            rows.extend(record(0x0203, &data));
        }
    }
    xls(&[], 1, &rows)
}

fn names() -> Vec<u8> {
    deflated(&[
        ("\u{202e}lmth.甲.html", b"<p>1</p>"),
        ("乙\0.html", b"<p>1</p>"),
        ("\u{1b}[2J.html", b"<p>1</p>"),
    ])
}
