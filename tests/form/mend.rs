//! Repairs: one, two and three wrong cells are found again, with their old values, in both editions.

use std::time::Instant;

use gouji::form::{Edition, Key, Table};
use gouji::model::Quantity;
use gouji::repair::{Cause, Change, LISTED, Repair, repairs};

use super::filled::{Random, Sheets, random};

/// Changes as text: `t3.granted.natural 12>21`.
pub fn text(changes: &[Change]) -> String {
    let change = |c: &Change| {
        let found = c.found.map_or("-".to_string(), |found| found.to_string());
        format!("{} {found}>{}", c.cell.name(), c.proposed)
    };
    changes.iter().map(change).collect::<Vec<_>>().join(", ")
}

pub fn texts(cause: &Cause) -> Vec<String> {
    let repairs = cause.repairs.iter();
    repairs.map(|repair| text(&repair.changes)).collect()
}

/// The changes that undo the faults of `wrong`.
fn undone(base: &Sheets, wrong: &Sheets) -> Vec<Change> {
    let cells = base.cells.iter().zip(&wrong.cells);
    let changed = cells.filter(|((_, before), (_, after))| before != after);
    let undo = changed.map(|((key, before), (_, after))| Change {
        cell: *key,
        found: after.number(),
        proposed: before.number().unwrap_or_default(),
    });
    undo.collect()
}

/// The cause of the broken sums of table 三.
pub fn three(sheets: &Sheets) -> Cause {
    let mut causes = repairs(&sheets.filled());
    assert_eq!(causes.len(), 1, "{causes:?}");
    causes.remove(0)
}

/// Every repair that is listed mends every sum.
pub fn assert_mends(sheets: &Sheets, repair: &Repair) {
    let mut mended = sheets.clone();
    for change in &repair.changes {
        assert_eq!(sheets.value(change.cell).number(), change.found);
        assert!(change.proposed >= Quantity::ZERO && change.proposed.is_whole());
        assert_ne!(change.found, Some(change.proposed));
        mended.set(change.cell, change.proposed.0 / Quantity::UNIT);
    }
    assert_eq!(repairs(&mended.filled()), [], "{}", text(&repair.changes));
}

#[test]
fn every_single_wrong_cell_is_found_with_its_old_value() {
    for edition in Edition::ALL {
        let base = random(edition, 11);
        for key in Key::all(Table::Three, edition) {
            for error in [1, 9, 90, 12_345] {
                let mut wrong = base.clone();
                wrong.set(key, base.get(key) + error);
                let cause = three(&wrong);
                assert_eq!(texts(&cause), [text(&undone(&base, &wrong))]);
                assert!(cause.decided && !cause.incomplete);
            }
        }
    }
}

#[test]
fn every_pair_of_unrelated_errors_is_found() {
    let base = random(Edition::E2021, 12);
    let keys = Key::all(Table::Three, Edition::E2021);
    let began = Instant::now();
    for (at, &a) in keys.iter().enumerate() {
        for &b in &keys[at + 1..] {
            let mut wrong = base.clone();
            wrong.set(a, base.get(a) + 3_571);
            wrong.set(b, base.get(b) + 50_023);
            let cause = three(&wrong);
            assert_eq!(texts(&cause), [text(&undone(&base, &wrong))]);
            assert!(cause.decided && !cause.incomplete);
        }
    }
    eprintln!("pairs: {:?}", began.elapsed());
}

#[test]
fn a_pair_of_equal_errors_is_listed_among_the_alternatives() {
    let base = random(Edition::E2019, 13);
    let keys = Key::all(Table::Three, Edition::E2019);
    let mut random = Random(5);
    let (mut unique, mut most) = (0, 0);
    for _ in 0..2_000 {
        let a = keys[random.below(keys.len() as u64) as usize];
        let b = keys[random.below(keys.len() as u64) as usize];
        let size = [5_000, 3][random.below(2) as usize];
        let sign = if random.below(2) == 0 { 1 } else { -1 };
        if a == b || base.get(b) + sign * size < 0 {
            continue;
        }
        let mut wrong = base.clone();
        wrong.set(a, base.get(a) + size);
        wrong.set(b, base.get(b) + sign * size);
        let cause = three(&wrong);
        let truth = text(&undone(&base, &wrong));
        assert!(
            texts(&cause).contains(&truth),
            "{truth} not in {:?}",
            texts(&cause)
        );
        assert!(cause.repairs.iter().all(|repair| repair.changes.len() == 2));
        for repair in &cause.repairs {
            assert_mends(&wrong, repair);
        }
        assert!(!cause.incomplete && cause.repairs.len() <= LISTED);
        unique += usize::from(cause.repairs.len() == 1);
        most = most.max(cause.repairs.len());
    }
    eprintln!("equal pairs: {unique} unique, at most {most}");
    assert!(unique > 500 && most > 5);
}

#[test]
fn three_wrong_cells_are_found_or_something_as_small() {
    for edition in Edition::ALL {
        let base = random(edition, 14);
        let keys = Key::all(Table::Three, edition);
        let mut random = Random(6);
        let (mut first, mut count) = (0, 0);
        let mut worst = std::time::Duration::ZERO;
        for round in 0..600 {
            let mut wrong = base.clone();
            for _ in 0..3 {
                let key = keys[random.below(keys.len() as u64) as usize];
                // Every third round the errors are of one size.
                let size = if round % 3 == 0 {
                    40
                } else {
                    1 + random.below(9_000) as i64
                };
                let down = random.below(2) == 0 && wrong.get(key) >= size;
                wrong.set(key, wrong.get(key) + if down { -size } else { size });
            }
            let truth = undone(&base, &wrong);
            if truth.is_empty() {
                continue;
            }
            let began = Instant::now();
            let cause = three(&wrong);
            worst = worst.max(began.elapsed());
            assert!(!cause.repairs.is_empty(), "{}", text(&truth));
            for repair in &cause.repairs {
                assert!(repair.changes.len() <= truth.len(), "{}", text(&truth));
                assert_mends(&wrong, repair);
            }
            if cause.repairs[0].changes.len() == truth.len() && !cause.incomplete {
                assert!(texts(&cause).contains(&text(&truth)), "{}", text(&truth));
            }
            first += usize::from(cause.repairs[0].changes == truth);
            count += 1;
        }
        eprintln!("triples: first {first} of {count}, worst {worst:?}");
    }
}
