//! Marked and mended copies: every note at its cell as another reader finds it, every other part as it was, and a second
//! check of a mended copy without a broken sum.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "mark/docx.rs"]
mod docx;
#[path = "mark/html.rs"]
mod html;
#[path = "mark/odt.rs"]
mod odt;
#[path = "mark/package.rs"]
mod package;
mod support;
#[path = "mark/xlsx.rs"]
mod xlsx;

use gouji::form::Key;
use gouji::mark::{self, Copy, Left, Refusal, Wish};
use gouji::{Checked, Options};

use support::fault;
use support::made::{Blanks, Made};
use support::rng::Rng;

const DATE: &str = "2026-02-03T08:00:00Z";

fn check(bytes: &[u8], edits: &[(Key, String)]) -> Checked {
    let options = Options {
        edits: edits.to_vec(),
        ..Options::default()
    };
    gouji::check(bytes, &options).unwrap()
}

fn wish(track: bool) -> Wish {
    Wish {
        notes: true,
        track,
        date: DATE.to_string(),
        ..Wish::default()
    }
}

/// The marked copy of a file, with what was said of it.
fn marked(bytes: &[u8]) -> (Copy, Checked) {
    let checked = check(bytes, &[]);
    let copy = mark::copy(bytes, &checked, &wish(false)).unwrap();
    (copy, checked)
}

/// The copy in which the first proposals are taken, with what is still to be said.
fn mended(bytes: &[u8], track: bool) -> (Copy, Checked) {
    let proposals = mark::proposals(&check(bytes, &[]));
    let checked = check(bytes, &proposals.edits);
    let wish = Wish {
        reasons: proposals.reasons,
        ..wish(track)
    };
    (mark::copy(bytes, &checked, &wish).unwrap(), checked)
}

/// A made report with slips in tables 三 and 四.
fn wrong(seed: u64, slips: usize) -> Made {
    let editions = gouji::form::Edition::ALL;
    let mut made = Made::new(editions[seed as usize % 2], 40 + seed, Blanks::None);
    fault::inject(&mut made, slips, &mut Rng::new(seed));
    made
}

fn broken_sums(checked: &Checked) -> usize {
    let findings = checked.report.findings.iter();
    findings.filter(|f| f.rule.starts_with("sum-")).count()
}

#[test]
fn what_cannot_be_written_back_is_refused_with_a_way_out() {
    for file in ["report.doc", "report.rtf", "report.xls", "report.word.xml"] {
        let bytes = std::fs::read(format!("tests/read/{file}")).unwrap();
        let refusal = mark::copy(&bytes, &check(&bytes, &[]), &wish(false)).unwrap_err();
        assert!(matches!(refusal, Refusal::Format(_)), "{file}: {refusal:?}");
        let words = refusal.words();
        assert!(words.zh.contains("校验单"), "{file}: {}", words.zh);
        assert!(words.en.contains("check sheet"), "{file}: {}", words.en);
    }
}

#[test]
fn a_figure_without_a_cell_of_its_own_is_left_and_told() {
    let made = wrong(0, 0);
    let bytes = support::docx::docx(&made.parts()[..2], Default::default(), &mut Rng::new(1));
    let key = Key::parse("t3.new.natural").unwrap();
    let checked = check(&bytes, &[(key, "7".to_string())]);
    let copy = mark::copy(&bytes, &checked, &wish(false)).unwrap();
    assert_eq!(copy.left, [(key, Left::NoCell)]);
    assert!(copy.mended.is_empty());
}
