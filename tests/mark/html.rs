//! HTML: only the figures differ in a mended page, byte by byte; marks show without script.

use gouji::mark::{Refusal, Wish, copy, proposals};

use super::support::html;
use super::{broken_sums, check, marked, wish, wrong};

/// The mended page and nothing else.
fn mended(bytes: &[u8]) -> (Vec<u8>, gouji::Checked) {
    let checked = check(bytes, &proposals(&check(bytes, &[])).edits);
    let copy = copy(bytes, &checked, &Wish::default()).unwrap();
    assert_eq!((copy.left, &copy.mended), (vec![], &checked.edited));
    (copy.bytes, checked)
}

/// The bytes in which two pages differ: from the first to the last.
fn difference<'a>(a: &'a [u8], b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev());
    let end = end.take_while(|(a, b)| a == b).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

#[test]
fn a_mended_page_differs_in_its_figures_only() {
    for seed in 0..16 {
        let page = html::clean(&wrong(seed, 1).parts());
        let gb = page.replacen("<head>", "<head><meta charset=\"gb2312\">", 1);
        let gb = encoding_rs::GB18030.encode(&gb).0.into_owned();
        for bytes in [
            page.clone().into_bytes(),
            format!("\u{feff}{page}").into_bytes(),
            gb,
        ] {
            let (copy, checked) = mended(&bytes);
            assert_eq!(broken_sums(&check(&copy, &[])), 0, "{seed}");
            let (before, after) = difference(&bytes, &copy);
            let key = checked.edited[0];
            let figure = &checked.filled.figure(key).unwrap().raw;
            assert_eq!(checked.edited.len(), 1);
            assert!(after.len() <= figure.len(), "{seed}: {after:?}");
            assert!(before.len() < 12, "{seed}: {before:?}");
        }
    }
}

#[test]
fn marks_are_titles_and_outlines_of_the_cells() {
    for seed in 0..8 {
        let page = html::clean(&wrong(seed, 2).parts());
        let (copy, checked) = marked(page.as_bytes());
        let text = String::from_utf8(copy.bytes).unwrap();
        let tags: Vec<&str> = text
            .split('<')
            .filter(|tag| tag.contains(" title=\""))
            .collect();
        for finding in &checked.report.findings {
            let what = finding.what.zh.replace('"', "&quot;");
            let tag = tags.iter().find(|tag| tag.contains(&what));
            let tag = tag.unwrap_or_else(|| panic!("{seed}: {what}"));
            assert!(tag.contains("outline:2px solid #"), "{tag}");
            if finding.rule.starts_with("sum-") {
                let (_, shown) = tag.rsplit_once('>').unwrap();
                let figure = checked.filled.figure(finding.cells[0]).unwrap();
                assert_eq!(shown.trim(), figure.raw, "{seed}: {what}");
            }
        }
    }
}

/// The total of table 四's first group as it stands in the page, then changed to 7.
fn changed(cell: &str) -> (usize, String) {
    let page = html::clean(&wrong(2, 0).parts());
    let key = gouji::form::Key::parse("t4.review.total").unwrap();
    let document = gouji::read::read(page.as_bytes(), "").unwrap();
    let filled = gouji::recognise::recognise(&document);
    let place = document.place(filled.figure(key).unwrap().place).clone();
    let gouji::model::Place::Html { range, .. } = place else {
        panic!("{place:?}");
    };
    let page = format!("{}{cell}{}", &page[..range.start], &page[range.end..]);
    let checked = check(page.as_bytes(), &[(key, "7".to_string())]);
    let copy = copy(page.as_bytes(), &checked, &Wish::default()).unwrap();
    let text = String::from_utf8(copy.bytes).unwrap();
    let end = text.len() - (page.len() - range.start - cell.len());
    (copy.left.len(), text[range.start..end].to_string())
}

#[test]
fn figures_are_written_into_cells_of_every_kind() {
    for (cell, written) in [
        ("", "7"),
        (" \n", "7 \n"),
        ("<p>&nbsp;</p>", "<p>7</p>"),
        ("<p><span></span></p>", "<p><span>7</span></p>"),
        ("<p><b>1</b><b>2</b></p>", "<p><b>7</b><b></b></p>"),
        ("&nbsp;12&nbsp;<!-- 12 -->", "&nbsp;7&nbsp;<!-- 12 -->"),
        ("<span title='>12'>12</span>", "<span title='>12'>7</span>"),
    ] {
        assert_eq!(changed(cell), (0, written.to_string()), "{cell}");
    }
}

#[test]
fn html_in_a_script_is_refused() {
    let page = html::clean(&wrong(2, 1).parts());
    let page = serde_json::json!({ "content": page }).to_string();
    let refusal = copy(page.as_bytes(), &check(page.as_bytes(), &[]), &wish(false));
    assert_eq!(
        refusal.unwrap_err(),
        Refusal::Format(gouji::model::Kind::Html)
    );
}
