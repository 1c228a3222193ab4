//! Reports made after layouts found in the wild, in `tests/corpus`: what is found in each is kept beside it and compared;
//! `UPDATE=1` rewrites. Agencies and prose are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use gouji::finding::Outcome;
use gouji::form::{Edition, Key, Table};
use gouji::model::Quantity;
use gouji::read::read;
use gouji::recognise::{Doubt, Filled, SheetState, Value, recognise};
use gouji::repair::Cause;
use gouji::report::{Report, report};

use support::fault::sums;
use support::made::{Blanks, Made, rows_of_three};
use support::snapshot;

#[test]
fn what_is_found_stays_the_same() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".found"))
        .collect();
    names.sort();
    assert!(names.len() >= 20, "{}", names.len());
    for name in names {
        let bytes = fs::read(folder.join(&name)).unwrap();
        let (filled, report) = check(&bytes, &name);
        snapshot::same(
            &format!("tests/corpus/{name}.found"),
            &found(&filled, &report),
        );
    }
}

fn check(bytes: &[u8], name: &str) -> (Filled, Report) {
    let document = read(bytes, name).unwrap();
    let filled = recognise(&document);
    let report = report(&filled);
    (filled, report)
}

/// What was found, a line for each row, broken sum and rule that found something.
fn found(filled: &Filled, report: &Report) -> String {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_string());
    let mut out = format!(
        "form {} year {} agency {}\n",
        filled.edition.map_or("-", Edition::name),
        or_none(filled.title.year.map(|year| year.to_string())),
        or_none(filled.title.agency.clone())
    );
    for table in Table::ALL {
        let sheet = filled.sheet(table);
        let is_somewhere = match sheet.state {
            SheetState::Bound | SheetState::CannotTell(Doubt::Twice) => sheet.place.is_some(),
            _ => true,
        };
        assert!(is_somewhere, "{}", table.name());
        out += &format!("{} {}\n", table.name(), state(sheet.state));
        let mut row = None;
        for (key, figure) in &sheet.figures {
            if row != Some(key.row) {
                out += if row.is_some() { "\n" } else { "" };
                out += &format!("  {}", key.row_id());
                row = Some(key.row);
            }
            out += &match figure.value {
                Value::Number(quantity) => format!(" {quantity}"),
                Value::Blank => " _".to_string(),
                Value::Dash => " -".to_string(),
                Value::Unreadable => format!(" {:?}", figure.raw),
            };
        }
        out += if row.is_some() { "\n" } else { "" };
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let of_sums = report.checks.iter().filter(|c| c.rule.starts_with("sum-"));
    for check in of_sums {
        let count = match check.outcome {
            Outcome::Held => "sums held".to_string(),
            Outcome::Broken => format!("broken {} {}", check.rule, check.subject),
            Outcome::CannotTell(_) => "sums that cannot be told".to_string(),
            Outcome::NotApplicable => "sums that do not apply".to_string(),
        };
        *counts.entry(count).or_default() += 1;
    }
    for finding in &report.findings {
        let count = format!("{} {}", finding.severity.name(), finding.rule);
        *counts.entry(count).or_default() += 1;
    }
    for (what, count) in counts {
        out += &format!("{what}: {count}\n");
    }
    for cause in &report.causes {
        out += &mended(cause);
    }
    out
}

/// How the broken sums of a part of the form are mended first, in how many ways, and how sure that is.
fn mended(cause: &Cause) -> String {
    let first = cause.repairs.first();
    let changes = first.into_iter().flat_map(|repair| &repair.changes);
    let changes = changes.map(|change| {
        let found = change.found.map_or("_".to_string(), |n| n.to_string());
        format!(" {} {found}→{}", change.cell.name(), change.proposed)
    });
    let sure = match (cause.decided, cause.incomplete) {
        (true, _) => " decided",
        (false, true) => " and more",
        (false, false) => "",
    };
    let (ways, changes) = (cause.repairs.len(), changes.collect::<String>());
    let table = cause.table.name();
    format!("mended {table} in {ways}{sure}:{changes}\n")
}

fn state(state: SheetState) -> String {
    match state {
        SheetState::Bound => "bound".to_string(),
        SheetState::CannotTell(doubt) => format!("cannot tell: {doubt:?}"),
        SheetState::Missing => "missing".to_string(),
    }
}

/// The fixture with the ragged tabs, and where each of its figures stands in it.
struct Ragged {
    text: String,
    made: Made,
    /// Byte position and text of the figure of a cell.
    at: BTreeMap<Key, (usize, String)>,
}

const RAGGED: &str = "01-ragged-tabs.txt";

/// Reads the figures of tables 三 and 四 out of the text by hand: seven or fifteen whole numbers in a line.
fn ragged() -> Ragged {
    let path = format!("{}/tests/corpus/{RAGGED}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let mut rows = rows_of_three(Edition::E2019).into_iter();
    let mut at = BTreeMap::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let mut start = offset;
        let mut figures = Vec::new();
        for piece in line.trim_end_matches('\n').split('\t') {
            if piece.parse::<u32>().is_ok() {
                figures.push((start, piece.to_string()));
            }
            start += piece.len() + 1;
        }
        offset += line.len();
        let keys: Vec<Key> = match figures.len() {
            7 => {
                let row = rows.next().unwrap();
                let of_row = |key: &Key| key.row_id() == row;
                let keys = Key::all(Table::Three, Edition::E2019).into_iter();
                keys.filter(of_row).collect()
            }
            15 => Key::all(Table::Four, Edition::E2019),
            _ => continue,
        };
        at.extend(keys.into_iter().zip(figures));
    }
    let number = |text: &String| Some(Quantity::whole(text.parse().unwrap()));
    let figures = at
        .iter()
        .map(|(key, (_, text))| (*key, number(text)))
        .collect();
    let made = Made {
        edition: Edition::E2019,
        year: 2020,
        agency: String::new(),
        title: String::new(),
        blanks: Blanks::None,
        figures,
        prose: Default::default(),
    };
    Ragged { text, made, at }
}

/// Each of the 161 figures of table 三 and the 15 of table 四 is changed in turn, in several ways.
#[test]
fn any_one_figure_of_the_ragged_table_is_located() {
    let Ragged { text, made, at } = ragged();
    assert_eq!(at.len(), 161 + 15);
    for (key, (start, old)) in &at {
        let number: i64 = old.parse().unwrap();
        for new in [number + 1, number + 20, number * 10 + 3] {
            let mut wrong = made.clone();
            wrong.figures.insert(*key, Some(Quantity::whole(new)));
            let mut changed = text.clone();
            changed.replace_range(*start..start + old.len(), &new.to_string());
            let (filled, report) = check(changed.as_bytes(), RAGGED);
            let case = format!("{} {old} → {new}", key.name());
            for (cell, value) in &wrong.figures {
                let read = filled
                    .figure(*cell)
                    .and_then(|figure| figure.value.number());
                assert_eq!(read, *value, "{case}: {}", cell.name());
            }
            let broken = report
                .checks
                .iter()
                .filter(|c| c.outcome == Outcome::Broken && c.rule.starts_with("sum-"))
                .map(|c| (c.rule, c.subject.clone()));
            assert_eq!(
                broken.collect::<std::collections::BTreeSet<_>>(),
                sums(&wrong).broken,
                "{case}"
            );
            located(&report, *key, Quantity::whole(number), &case);
        }
    }
}

/// In table 三 the old value is the first repair; in table 四 it is among the candidates.
fn located(report: &Report, key: Key, old: Quantity, case: &str) {
    let [cause] = &report.causes[..] else {
        panic!("{case}: {:?}", report.causes);
    };
    let undone = |repair: &gouji::repair::Repair| matches!(&repair.changes[..], [change] if change.cell == key && change.proposed == old);
    let found = match key.table {
        Table::Four => cause.repairs.iter().any(undone),
        _ => cause.repairs.first().is_some_and(undone),
    };
    assert!(found, "{case}: {:?}", cause.repairs);
}
