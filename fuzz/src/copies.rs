//! Of the copies that are written: a copy reads as the file does but for the figures that were changed, and another
//! reader of packages can open it.

use std::io::{Cursor, Read};

use gouji::form::Key;
use gouji::mark::{self, Wish};
use gouji::recognise::{Value, bound, number};
use gouji::{Checked, Options, check};
use zip::ZipArchive;

use super::support::rng::Rng;
use super::{number_of, read};

/// What a person may type into a cell.
const TYPED: [&str; 7] = ["0", "7", "123456", "１２", "12件", "", "甲<&>\""];

pub fn body(bytes: &[u8], _: &str) {
    let Ok(checked) = check(bytes, &Options::default()) else {
        return;
    };
    let mut rng = Rng::new(number_of(bytes));
    let (edits, reasons) = match rng.chance(40) {
        true => {
            let proposals = mark::proposals(&checked);
            (proposals.edits, proposals.reasons)
        }
        false => (typed(&checked, &mut rng), Vec::new()),
    };
    let options = Options {
        edits: edits.clone(),
        ..Options::default()
    };
    let checked = check(bytes, &options).expect("it was read before");
    let wish = Wish {
        notes: rng.chance(70),
        track: rng.chance(50),
        date: "2026-02-03T08:00:00Z".to_string(),
        reasons,
        ..Wish::default()
    };
    match mark::copy(bytes, &checked, &wish) {
        Err(refusal) => {
            let words = refusal.words();
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{words:?}");
        }
        Ok(copy) => {
            reads_as_the_file(&checked, &copy, &edits);
            assert!(!opens(bytes) || opens(&copy.bytes), "the package is broken");
        }
    }
}

/// Some cells with what is typed into them.
fn typed(checked: &Checked, rng: &mut Rng) -> Vec<(Key, String)> {
    let keys: Vec<Key> = checked.filled.figures().map(|(key, _)| key).collect();
    let count = match keys.is_empty() {
        true => 0,
        false => rng.below(4),
    };
    let edit = |_| (*rng.pick(&keys), (*rng.pick(&TYPED)).to_string());
    (0..count).map(edit).collect()
}

fn reads_as_the_file(checked: &Checked, copy: &mark::Copy, edits: &[(Key, String)]) {
    let again = check(&copy.bytes, &Options::default()).expect("the copy can be read");
    read::sound(&again.document);
    assert_eq!(again.document.kind, checked.document.kind);
    // Words in the place of a figure may be read as a label.
    let words = |(_, text): &&(Key, String)| number::read(text).0 == Value::Unreadable;
    if edits.iter().any(|edit| words(&edit)) {
        return;
    }
    let before = bound(&checked.document);
    let value = |filled: &gouji::recognise::Filled, key| filled.figure(key).map(|f| f.value);
    for (key, figure) in before.figures() {
        let typed = edits.iter().rev().find(|(other, _)| *other == key);
        let wanted = match typed {
            Some((_, text)) if copy.mended.contains(&key) => number::read(text).0,
            _ => figure.value,
        };
        let found = value(&again.filled, key);
        assert_eq!(found, Some(wanted), "{}", key.name());
    }
}

/// Whether every entry of a package can be unpacked; true of what is none.
fn opens(bytes: &[u8]) -> bool {
    if !bytes.starts_with(b"PK") {
        return true;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    (0..archive.len()).all(|at| {
        let mut sink = Vec::new();
        let entry = archive.by_index(at);
        entry.is_ok_and(|mut entry| entry.read_to_end(&mut sink).is_ok())
    })
}
