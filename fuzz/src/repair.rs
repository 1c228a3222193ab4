//! Of the repairs: whatever figures, blanks and signs stand in the cells, every set that is proposed mends all broken sums
//! of its part and breaks none, all are of one size, and where one cell would do no set has more.

use arbitrary::Unstructured;
use gouji::form::sums::FAMILIES;
use gouji::form::{Edition, Key, Table};
use gouji::model::Quantity;
use gouji::recognise::Filled;
use gouji::repair::{COMBINED, Cause, Change, LISTED, combined, repairs};
use gouji::sums::{Standing, Sum, Sums, Term, of_family};

use super::support::bound::{bound, figure};
use super::support::made::{Blanks, Made};

/// Cells that are written over, at most.
const WRITTEN: usize = 12;
const TEXTS: [&str; 14] = [
    "",
    "0",
    "1",
    "9",
    "10",
    "-1",
    "－",
    "/",
    "无",
    "x",
    "1.5",
    "100000",
    "99999999999",
    "１２",
];

pub fn body(bytes: &[u8], _: &str) {
    let mut given = Unstructured::new(bytes);
    let Ok(filled) = filled(&mut given) else {
        return;
    };
    let causes = repairs(&filled);
    for cause in &causes {
        holds_together(cause);
        let before = told(&filled, cause);
        for repair in &cause.repairs {
            counts(&filled, &repair.changes);
            let after = told(&changed(&filled, &repair.changes), cause);
            assert!(mended(&before, &after), "{repair:?} does not mend");
        }
        let one_is_enough = cause.repairs.first().is_none_or(|r| r.changes.len() > 1)
            && single(&filled, cause, &before);
        assert!(!one_is_enough, "one cell would do: {cause:?}");
    }
    let sets = combined(&causes);
    assert!(sets.len() <= COMBINED);
    for set in sets {
        let after = changed(&filled, &set);
        let mendable = causes.iter().filter(|cause| !cause.repairs.is_empty());
        for cause in mendable {
            assert!(mended(&told(&filled, cause), &told(&after, cause)));
        }
    }
}

/// A balanced form with some cells written over.
fn filled(given: &mut Unstructured) -> arbitrary::Result<Filled> {
    let edition = *given.choose(&Edition::ALL)?;
    let blanks = [
        Blanks::None,
        Blanks::Organisations,
        Blanks::Totals,
        Blanks::Scattered,
    ];
    let mut filled = bound(&Made::new(
        edition,
        given.arbitrary::<u16>()?.into(),
        *given.choose(&blanks)?,
    ));
    let keys: Vec<Key> = [Table::Three, Table::Four]
        .iter()
        .flat_map(|table| Key::all(*table, edition))
        .collect();
    for _ in 0..given.int_in_range(0..=WRITTEN)? {
        let key = *given.choose(&keys)?;
        let text = match given.ratio(1, 2)? {
            true => (*given.choose(&TEXTS)?).to_string(),
            false => given.int_in_range(0..=2_000)?.to_string(),
        };
        let sheet = filled.tables.iter_mut().flat_map(|s| &mut s.figures);
        for (_, old) in sheet.filter(|(other, _)| *other == key) {
            *old = figure(&text);
        }
    }
    Ok(filled)
}

/// All sets of a cause are the smallest, so they are of one size, and none comes twice.
fn holds_together(cause: &Cause) {
    assert!(cause.repairs.len() <= LISTED);
    let cells = |changes: &[Change]| changes.iter().map(|c| c.cell).collect::<Vec<Key>>();
    for (at, repair) in cause.repairs.iter().enumerate() {
        assert!(!repair.changes.is_empty());
        assert_eq!(repair.changes.len(), cause.repairs[0].changes.len());
        assert!(
            repair
                .changes
                .iter()
                .all(|change| cause.is_about(change.cell))
        );
        let twice = cause.repairs[..at].iter().any(|other| {
            cells(&other.changes) == cells(&repair.changes) && other.changes == repair.changes
        });
        assert!(!twice, "{repair:?} twice");
    }
}

/// What is proposed is a count, and another than what stands there.
fn counts(filled: &Filled, changes: &[Change]) {
    for change in changes {
        let found = filled
            .figure(change.cell)
            .map(|figure| figure.value.number());
        assert_eq!(found, Some(change.found));
        assert!(change.proposed.is_whole() && change.proposed >= Quantity::ZERO);
        assert_ne!(change.found.unwrap_or(Quantity::ZERO), change.proposed);
    }
}

/// The sums that a cause is about.
fn told(filled: &Filled, cause: &Cause) -> Vec<Sum> {
    let mut all = Vec::new();
    for family in FAMILIES {
        if let Sums::Told(sums) = of_family(family, filled) {
            all.extend(sums);
        }
    }
    all.retain(|sum| {
        let mut terms = sum.equation.terms();
        terms.all(|(key, _)| cause.is_about(key))
    });
    all
}

fn changed(filled: &Filled, changes: &[Change]) -> Filled {
    let mut filled = filled.clone();
    for change in changes {
        let all = filled.tables.iter_mut().flat_map(|s| &mut s.figures);
        for (_, old) in all.filter(|(key, _)| *key == change.cell) {
            *old = figure(&change.proposed.to_string());
        }
    }
    filled
}

/// What was firm holds, and what was open is not broken.
fn mended(before: &[Sum], after: &[Sum]) -> bool {
    assert_eq!(before.len(), after.len());
    before.iter().zip(after).all(|(before, after)| {
        match (&before.tally.standing, &after.tally.standing) {
            (Standing::Held | Standing::Broken, now) => *now == Standing::Held,
            (Standing::Open { .. }, now) => *now != Standing::Broken,
            (Standing::Unknown(_), _) => true,
        }
    })
}

/// Whether changing one cell would mend all.
fn single(filled: &Filled, cause: &Cause, before: &[Sum]) -> bool {
    let broken = before
        .iter()
        .find(|sum| sum.tally.standing == Standing::Broken);
    let Some(broken) = broken else {
        return false;
    };
    let short = broken.tally.right.0 - broken.tally.left.0;
    broken.equation.terms().any(|(cell, sign)| {
        let Some(figure) = filled.figure(cell) else {
            return false;
        };
        let found = match Term::from(figure.value) {
            Term::Number(found) => Some(found),
            Term::Open => None,
            Term::Unreadable | Term::Absent => return false,
        };
        let proposed = Quantity(found.unwrap_or(Quantity::ZERO).0 + sign * short);
        let is_count = proposed.is_whole() && proposed >= Quantity::ZERO;
        let change = Change {
            cell,
            found,
            proposed,
        };
        is_count && mended(before, &told(&changed(filled, &[change]), cause))
    })
}
