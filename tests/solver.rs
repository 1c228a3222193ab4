//! The search for repairs against an exact mixed-integer solver, on thousands of faulty tables: the same smallest size,
//! always. Run by name: cargo test --test solver.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "solver/faulty.rs"]
mod faulty;
#[allow(dead_code, reason = "the tests of the sums use more of it")]
#[path = "form/filled.rs"]
mod filled;
#[path = "solver/model.rs"]
mod model;

use std::collections::BTreeMap;

use faulty::Kind;
use filled::Sheets;
use gouji::form::sums::{CASES, FAMILIES};
use gouji::form::{Equation, Family, Table};
use gouji::model::Quantity;
use gouji::repair::{Cause, repairs};
use model::Model;

const WHOLE: Kind = Kind {
    tables: 400,
    faults: &[1, 2],
    end: 3_000,
    blanks: 0,
    columns: 7,
    rows: 26,
};
const SMALL: Kind = Kind {
    columns: 1,
    rows: 3,
    tables: 40,
    faults: &[1, 2, 3, 4, 5, 6],
    ..WHOLE
};

/// Whole tables.
const SOUND: &[Kind] = &[
    WHOLE,
    Kind {
        tables: 100,
        faults: &[3],
        ..WHOLE
    },
    Kind {
        tables: 100,
        faults: &[3, 4],
        end: 4,
        ..WHOLE
    },
];

/// Whole tables with blanks.
const BLANK: &[Kind] = &[
    Kind {
        tables: 150,
        blanks: 8,
        ..WHOLE
    },
    Kind {
        tables: 150,
        blanks: 20,
        ..WHOLE
    },
];

/// Tables of which most cannot be told.
const LOST: &[Kind] = &[
    SMALL,
    Kind { end: 4, ..SMALL },
    Kind {
        end: 30,
        columns: 2,
        ..SMALL
    },
    Kind {
        end: 4,
        columns: 2,
        rows: 5,
        faults: &[2, 4, 6, 8],
        ..SMALL
    },
];

/// The same with blanks.
const HOLED: &[Kind] = &[
    Kind { blanks: 8, ..SMALL },
    Kind {
        blanks: 16,
        end: 4,
        tables: 100,
        faults: &[4, 6, 8, 10],
        ..SMALL
    },
    Kind {
        blanks: 8,
        end: 4,
        tables: 100,
        columns: 2,
        faults: &[4, 6, 8, 10],
        ..SMALL
    },
    Kind {
        blanks: 8,
        end: 30,
        columns: 2,
        rows: 5,
        ..SMALL
    },
    Kind {
        blanks: 16,
        end: 30,
        columns: 2,
        rows: 5,
        ..SMALL
    },
];

#[test]
fn whole_tables() {
    compare(SOUND);
}

#[test]
fn whole_tables_with_blanks() {
    compare(BLANK);
}

#[test]
fn tables_of_which_much_is_lost() {
    compare(LOST);
}

#[test]
fn tables_of_which_much_is_lost_with_blanks() {
    compare(HOLED);
}

/// What the comparison has seen.
#[derive(Default)]
struct Seen {
    /// Parts of the form by the size of their smallest repair.
    sizes: BTreeMap<usize, usize>,
    given_up: usize,
}

fn compare(kinds: &[Kind]) {
    let mut seen = Seen::default();
    for (at, kind) in kinds.iter().enumerate() {
        for &faults in kind.faults {
            for seed in 0..kind.tables {
                let sheets = kind.table(seed, faults);
                let causes = repairs(&sheets.filled());
                for (table, subject, equations) in parts(&sheets) {
                    let mut causes = causes.iter();
                    let cause =
                        causes.find(|cause| cause.table == table && cause.subject == subject);
                    let told = || {
                        format!(
                            "kind {at}, {faults} faults, seed {seed}, {subject}\n{}",
                            text(&sheets)
                        )
                    };
                    part(&sheets, &equations, cause, &mut seen, &told);
                }
            }
        }
    }
    let Seen { sizes, given_up } = seen;
    let broken: usize = sizes.values().sum();
    eprintln!("{broken} with broken sums, by size {sizes:?}, {given_up} given up");
    assert!(sizes.len() > 2 && given_up * 50 < broken);
}

/// The parts of the form whose sums share no cell: table 三, and the groups of table 四.
fn parts(sheets: &Sheets) -> Vec<(Table, &'static str, Vec<Equation>)> {
    let three = FAMILIES
        .into_iter()
        .filter(|family| family.table() == Table::Three);
    let three = three
        .flat_map(|family| family.equations(sheets.edition))
        .collect();
    let cases: &'static Family = &CASES;
    let four = cases.equations(sheets.edition).into_iter();
    let four = four.map(|group| (Table::Four, group.subject, vec![group]));
    four.chain([(Table::Three, "", three)]).collect()
}

/// Holds one part against its model.
fn part(
    sheets: &Sheets,
    equations: &[Equation],
    cause: Option<&Cause>,
    seen: &mut Seen,
    told: &dyn Fn() -> String,
) {
    let model = Model::new(sheets, equations);
    assert_eq!(model.is_broken(), cause.is_some(), "{}", told());
    let Some(cause) = cause else { return };
    let smallest = model
        .smallest(true)
        .unwrap_or_else(|error| panic!("{error}: {}", told()));
    *seen.sizes.entry(smallest).or_default() += 1;
    if cause.repairs.is_empty() {
        assert!(cause.incomplete, "{}", told());
        seen.given_up += 1;
    }
    for repair in &cause.repairs {
        let changes = repair
            .changes
            .iter()
            .map(|change| (change.cell, change.proposed.0 / Quantity::UNIT));
        let changes: Vec<_> = changes.collect();
        assert_eq!(
            changes.len(),
            smallest,
            "the solver says {smallest}, the search {repair:?}\n{}",
            told()
        );
        assert!(model.mends(&changes), "{repair:?}\n{}", told());
    }
}

/// The table as text, one line for each row.
fn text(sheets: &Sheets) -> String {
    let mut rows: Vec<(Table, &str, Vec<String>)> = Vec::new();
    for &(key, value) in &sheets.cells {
        let name = (key.table, key.row_id());
        let cell = format!(
            "{}={}",
            key.column_id(),
            value
                .number()
                .map_or(format!("{value:?}"), |n| n.to_string())
        );
        match rows.last_mut().filter(|row| (row.0, row.1) == name) {
            Some(row) => row.2.push(cell),
            None => rows.push((name.0, name.1, vec![cell])),
        }
    }
    let rows = rows
        .iter()
        .map(|(_, row, cells)| format!("{row}: {}", cells.join(" ")));
    rows.collect::<Vec<_>>().join("\n")
}
