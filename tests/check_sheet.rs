//! The check sheet: it says everything that was found, and nothing that was read becomes markup in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::finding::{Finding, Words};
use gouji::form::{Edition, Key};
use gouji::model::{Block, Date, Quantity};
use gouji::read;
use gouji::view::sheet::{self, Paper};
use gouji::waiver::{self, Waiver};
use gouji::wording::Language;
use gouji::{Checked, LastYear, Options, check};
use support::made::{Blanks, Made};
use support::paper::{Print, leaves};
use support::pdf::{Way, pdf};
use support::{fault, html, rng::Rng, snapshot};

const HOSTILE: [&str; 4] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "' onload='alert(3)' &lt;b&gt;&amp;",
    "--></style></article><meta http-equiv=refresh content=0>",
];

fn made() -> Made {
    Made::new(Edition::E2021, 2, Blanks::None)
}

fn put(made: &mut Made, cell: &str, value: Option<i64>) {
    let key = Key::parse(cell).unwrap();
    made.figures.insert(key, value.map(Quantity::whole));
}

/// A report with an error, a warning and a blank.
fn wrong() -> String {
    let mut made = made();
    let figure = made.count("t3.granted.natural");
    put(&mut made, "t3.granted.natural", Some(figure + 9));
    put(&mut made, "t4.review.corrected", None);
    put(&mut made, "t2.regulations.issued", Some(6));
    html::clean(&made.parts())
}

fn paper<'a>(source: &'a str, file: &'a [u8], language: Language) -> Paper<'a> {
    let date = Date::new(2026, 1, 20);
    let file = Some(file);
    Paper {
        source,
        file,
        date,
        language,
    }
}

/// What a person reads on a page, without the white space.
fn text_of(page: &str) -> String {
    let document = read::read(page.as_bytes(), "").unwrap();
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => text.push_str(&paragraph.text),
            Block::Grid(grid) => grid.cells.iter().for_each(|cell| text.push_str(&cell.text)),
            Block::Picture(_) => panic!("a sheet has no pictures"),
        }
    }
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every tag of a page, without its attributes.
fn tags(page: &str) -> Vec<String> {
    let starts = page.split('<').skip(1);
    let name = |rest: &str| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "/!".contains(*c))
            .collect()
    };
    starts.map(name).collect()
}

fn says_every_finding(page: &str, checked: &Checked, language: Language) {
    let text = text_of(page);
    let says = |words: &Words| text.contains(&squeezed(&language.of(words.clone())));
    let all_of = |finding: &Finding| says(&finding.what) && says(&finding.how);
    for finding in &checked.report.findings {
        assert!(all_of(finding), "{finding:?}\n{text}");
    }
    for waived in &checked.report.waived {
        assert!(says(&waived.finding.what), "{waived:?}");
        assert!(text.contains(&squeezed(&waived.reason)), "{waived:?}");
    }
    for expired in &checked.report.expired {
        assert!(text.contains(&squeezed(&expired.reason)), "{expired:?}");
    }
}

#[test]
fn the_sheet_of_a_report() {
    let page = wrong();
    let checked = check(page.as_bytes(), &Options::default()).unwrap();
    assert!(checked.report.findings.len() > 3);
    for (language, file) in [
        (Language::Chinese, "sheet.html"),
        (Language::English, "sheet.en.html"),
    ] {
        let sheet = sheet::page(paper("年报.html", page.as_bytes(), language), Ok(&checked));
        snapshot::same(&format!("tests/snapshots/{file}"), &sheet);
        says_every_finding(&sheet, &checked, language);
    }
}

#[test]
fn every_finding_of_faulty_reports_is_said() {
    let mut rng = Rng::new(6);
    let mut said = 0;
    for seed in 0..40 {
        let mut made = Made::new(Edition::ALL[seed as usize % 2], seed, Blanks::Scattered);
        fault::inject(&mut made, 3, &mut rng);
        let page = html::clean(&made.parts());
        let options = Options {
            published: Date::new(2030, 1, 1),
            ..Options::default()
        };
        let checked = check(page.as_bytes(), &options).unwrap();
        let sheet = sheet::page(paper("年报.html", b"", Language::Chinese), Ok(&checked));
        says_every_finding(&sheet, &checked, Language::Chinese);
        said += checked.report.findings.len();
    }
    assert!(said > 100, "{said}");
}

#[test]
fn what_was_read_or_typed_stays_text() {
    let clean = tags(&hostile_sheet("年报.html", "某县商务局", "5", "已核实"));
    for hostile in HOSTILE {
        let page = hostile_sheet(hostile, hostile, hostile, hostile);
        assert_eq!(tags(&page), clean, "{hostile}");
        let text = text_of(&page);
        assert!(text.contains(&squeezed(hostile)), "{hostile}\n{text}");
    }
}

/// A sheet with one text as the name of the file, one in the name of the organ, one in a cell and one as a reason.
fn hostile_sheet(name: &str, organ: &str, cell: &str, reason: &str) -> String {
    let page = wrong();
    let mut options = Options::default();
    options
        .edits
        .push((Key::parse("t3.new.natural").unwrap(), format!("x{cell}")));
    let mut checked = check(page.as_bytes(), &options).unwrap();
    checked.filled.title.agency = Some(organ.to_string());
    let waivers: Vec<Waiver> = checked
        .report
        .findings
        .iter()
        .take(1)
        .map(|finding| Waiver {
            key: waiver::key(&checked.filled, finding),
            agency: Some(organ.to_string()),
            year: checked.filled.title.year,
            reason: reason.to_string(),
        })
        .collect();
    let expired = Waiver {
        key: "gone ".to_string() + cell,
        ..waivers[0].clone()
    };
    let waivers = [waivers, vec![expired]].concat();
    let settings = options.settings.clone();
    checked.report.settle(&checked.filled, &settings, &waivers);
    assert_eq!(
        (checked.report.waived.len(), checked.report.expired.len()),
        (1, 1)
    );
    sheet::page(
        paper(name, page.as_bytes(), Language::Chinese),
        Ok(&checked),
    )
}

#[test]
fn a_sheet_runs_and_loads_nothing() {
    let page = hostile_sheet("年报.html", "某县商务局", "5", "已核实");
    let policy = "content=\"default-src 'none'; style-src 'sha256-";
    assert!(page.contains(policy), "{page}");
    let all = tags(&page);
    for tag in ["script", "link", "img", "iframe", "object", "a", "form"] {
        assert!(!all.iter().any(|one| one == tag), "{tag}");
    }
}

#[test]
fn the_hash_is_that_of_the_file() {
    // What sha256sum says of the three letters.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let checked = check(wrong().as_bytes(), &Options::default()).unwrap();
    let sheet = |file| {
        let paper = Paper {
            file,
            ..paper("x", b"", Language::Chinese)
        };
        sheet::page(paper, Ok(&checked))
    };
    assert!(sheet(Some(b"abc")).contains(abc));
    assert!(sheet(None).contains("—（不是文件）"));
}

#[test]
fn a_sheet_names_the_page_and_the_box() {
    let mut made = made();
    let figure = made.count("t3.granted.natural");
    put(&mut made, "t3.granted.natural", Some(figure + 9));
    let file = pdf(&leaves(&made.parts(), Print::default()), Way::default());
    let checked = check(&file, &Options::default()).unwrap();
    let sheet = sheet::page(paper("年报.pdf", &file, Language::Chinese), Ok(&checked));
    assert!(sheet.contains("（磅）"), "{sheet}");
    says_every_finding(&sheet, &checked, Language::Chinese);
}

#[test]
fn an_input_that_could_not_be_read_has_a_sheet_that_says_so() {
    let error = check(b"", &Options::default()).unwrap_err();
    let message = gouji::wording::read_error(&error).1;
    let sheet = sheet::page(
        paper("空.docx", b"", Language::English),
        Err(message.clone()),
    );
    let text = text_of(&sheet);
    for part in ["Cannot be read: ", &message.en, "空.docx"] {
        assert!(text.contains(&squeezed(part)), "{part}: {text}");
    }
}

#[test]
fn what_was_compared_and_changed_is_said() {
    let page = wrong();
    let mut options = Options {
        previous: LastYear::read(page.as_bytes()).unwrap(),
        ..Options::default()
    };
    options
        .edits
        .push((Key::parse("t3.new.natural").unwrap(), "77".to_string()));
    let checked = check(page.as_bytes(), &options).unwrap();
    let sheet = sheet::page(
        paper("年报.html", page.as_bytes(), Language::Chinese),
        Ok(&checked),
    );
    let text = text_of(&sheet);
    assert!(text.contains("文件本身没有改"), "{text}");
    assert!(text.contains("自然人」→77"), "{text}");
    assert!(text.contains("对照"), "{text}");
}
