//! Repairs in tables with holes: blanks, dashes, unreadable cells and cells that were not found. What the search lists
//! is held against a plain trial of every cell and every pair of cells.

use std::collections::BTreeSet;

use gouji::form::sums::FAMILIES;
use gouji::form::{Edition, Equation, Key, Table};
use gouji::model::Quantity;
use gouji::recognise::{Filled, Value};
use gouji::repair::repairs;
use gouji::sums::{self, Standing, Sums, Term};

use super::filled::{Random, Sheets, random};
use super::mend::{assert_mends, text, texts, three};

/// The sums of table 三 by how they stand.
fn standings(filled: &Filled) -> Vec<(Equation, Standing)> {
    let families = FAMILIES.into_iter().filter(|f| f.table() == Table::Three);
    let sums = families.flat_map(|family| match sums::of_family(family, filled) {
        Sums::Told(sums) => sums,
        _ => panic!("no sums"),
    });
    sums.map(|sum| (sum.equation, sum.tally.standing)).collect()
}

/// One line of the plain trial: cells with signs, left minus right, whether it must hold.
struct Line {
    signs: Vec<i64>,
    residual: i64,
    firm: bool,
    equation: Equation,
}

struct Trial {
    keys: Vec<Key>,
    found: Vec<Option<i64>>,
    lines: Vec<Line>,
}

impl Trial {
    fn new(sheets: &Sheets) -> Trial {
        let usable = |value: &Value| *value != Value::Unreadable;
        let cells: Vec<_> = sheets
            .cells
            .iter()
            .filter(|(key, value)| key.table == Table::Three && usable(value))
            .collect();
        let keys: Vec<Key> = cells.iter().map(|(key, _)| *key).collect();
        let found: Vec<Option<i64>> = cells
            .iter()
            .map(|(_, value)| value.number().map(|n| n.0 / Quantity::UNIT))
            .collect();
        let known = standings(&sheets.filled())
            .into_iter()
            .filter(|(_, standing)| !matches!(standing, Standing::Unknown(_)));
        let line = |(equation, standing): (Equation, Standing)| {
            let sign = |key: &Key| {
                let mut terms = equation.terms();
                terms.find(|(k, _)| k == key).map_or(0, |(_, sign)| sign)
            };
            let signs: Vec<i64> = keys.iter().map(sign).collect();
            let value = signs.iter().zip(&found).map(|(s, f)| s * f.unwrap_or(0));
            Line {
                residual: value.sum(),
                firm: !matches!(standing, Standing::Open { .. }),
                signs,
                equation,
            }
        };
        let lines = known.map(line).collect();
        Trial { keys, found, lines }
    }

    /// Whether the changes mend every firm line, break no other, and leave counts.
    fn mends(&self, changes: &[(usize, i64)]) -> bool {
        let by = |at: usize| changes.iter().find(|(c, _)| *c == at).map(|(_, by)| *by);
        let even = |line: &Line| {
            let change: i64 = changes.iter().map(|&(at, by)| line.signs[at] * by).sum();
            line.residual + change == 0
        };
        let term = |key: Key| {
            let at = self.keys.iter().position(|k| *k == key).unwrap();
            match (self.found[at], by(at)) {
                (found, Some(by)) => Term::Number(Quantity::whole(found.unwrap_or(0) + by)),
                (Some(found), None) => Term::Number(Quantity::whole(found)),
                (None, None) => Term::Open,
            }
        };
        changes
            .iter()
            .all(|&(at, by)| by != 0 && self.found[at].unwrap_or(0) + by >= 0)
            && self.lines.iter().filter(|line| line.firm).all(even)
            && self
                .lines
                .iter()
                .filter(|line| !line.firm)
                .all(|line| sums::add(&line.equation, term).standing != Standing::Broken)
    }

    fn text(&self, changes: &[(usize, i64)]) -> String {
        let mut changes = changes.to_vec();
        changes.sort_by_key(|(at, _)| self.keys[*at]);
        let one = |&(at, by): &(usize, i64)| {
            let found = self.found[at].map_or("-".to_string(), |found| found.to_string());
            format!(
                "{} {found}>{}",
                self.keys[at].name(),
                self.found[at].unwrap_or(0) + by
            )
        };
        changes.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// Every single cell, and else every pair of cells, that mends.
    fn smallest(&self) -> BTreeSet<String> {
        let firm: Vec<&Line> = self.lines.iter().filter(|line| line.firm).collect();
        let mut found = BTreeSet::new();
        for a in 0..self.keys.len() {
            for line in firm.iter().filter(|line| line.signs[a] != 0) {
                let changes = [(a, -line.residual * line.signs[a])];
                if self.mends(&changes) {
                    found.insert(self.text(&changes));
                }
            }
        }
        if !found.is_empty() {
            return found;
        }
        for a in 0..self.keys.len() {
            for b in a + 1..self.keys.len() {
                let rows: Vec<&&Line> = firm
                    .iter()
                    .filter(|line| line.signs[a] != 0 || line.signs[b] != 0)
                    .collect();
                let pairs = rows.iter().enumerate();
                let solved = pairs
                    .flat_map(|(at, one)| rows[at + 1..].iter().map(move |two| (one, two)))
                    .find_map(|(one, two)| {
                        let (p, q, r, s) = (one.signs[a], one.signs[b], two.signs[a], two.signs[b]);
                        let (u, v, whole) = (-one.residual, -two.residual, p * s - q * r);
                        let (da, db) = (u * s - q * v, p * v - u * r);
                        (whole != 0).then(|| (da / whole, db / whole))
                    });
                if let Some((da, db)) = solved {
                    let changes = [(a, da), (b, db)];
                    if self.mends(&changes) {
                        found.insert(self.text(&changes));
                    }
                }
            }
        }
        found
    }
}

/// A report with holes: most 0s blank or dashes, a few figures lost or unreadable, and one or two errors.
fn holed(random_numbers: &mut Random, seed: u64) -> Sheets {
    let edition = Edition::ALL[(seed % 2) as usize];
    let mut sheets = random(edition, seed);
    let keys = Key::all(Table::Three, edition);
    let mut pick = || keys[random_numbers.below(keys.len() as u64) as usize];
    let (lost, first, second) = (pick(), pick(), pick());
    for &key in &keys {
        let dice = Random(seed * 1_000 + u64::from(key.row) * 16 + u64::from(key.column)).below(10);
        match (sheets.get(key), dice) {
            (0, 0..=5) => sheets.put(key, Value::Blank),
            (0, 6) => sheets.put(key, Value::Dash),
            _ => {}
        }
    }
    match seed % 5 {
        1 => sheets.put(lost, Value::Unreadable),
        2 => sheets.cells.retain(|(key, _)| *key != lost),
        3 => sheets.put(lost, Value::Blank),
        _ => {}
    }
    for (key, error) in [(first, 40), (second, 300)]
        .into_iter()
        .take(1 + (seed % 3) as usize)
    {
        if sheets.cells.iter().any(|(k, _)| *k == key) {
            let old = sheets
                .value(key)
                .number()
                .map_or(0, |n| n.0 / Quantity::UNIT);
            sheets.set(key, old + error);
        }
    }
    sheets
}

#[test]
fn what_is_found_is_what_a_plain_trial_of_all_cells_and_pairs_finds() {
    let mut random_numbers = Random(31);
    let (mut ones, mut twos, mut larger) = (0, 0, 0);
    for seed in 0..120 {
        let sheets = holed(&mut random_numbers, seed);
        let causes = repairs(&sheets.filled());
        let Some(cause) = causes.first() else {
            continue;
        };
        let firm_before: Vec<Equation> = standings(&sheets.filled())
            .into_iter()
            .filter(|(_, standing)| matches!(standing, Standing::Held | Standing::Broken))
            .map(|(equation, _)| equation)
            .collect();
        for repair in &cause.repairs {
            assert_mends(&sheets, repair);
            let mut mended = sheets.clone();
            for change in &repair.changes {
                mended.put(change.cell, Value::Number(change.proposed));
            }
            for (equation, standing) in standings(&mended.filled()) {
                if firm_before.contains(&equation) {
                    assert_eq!(standing, Standing::Held, "{}", text(&repair.changes));
                }
            }
        }
        let tried = Trial::new(&sheets).smallest();
        let found: BTreeSet<String> = texts(cause).into_iter().collect();
        match cause.repairs.first().map(|repair| repair.changes.len()) {
            Some(1) => ones += 1,
            Some(2) => twos += 1,
            _ => larger += 1,
        }
        if cause
            .repairs
            .first()
            .is_some_and(|repair| repair.changes.len() > 2)
        {
            assert_eq!(tried, BTreeSet::new(), "{seed}");
        } else if !cause.incomplete {
            assert_eq!(found, tried, "{seed}");
        } else {
            assert!(found.is_subset(&tried), "{seed}");
        }
    }
    eprintln!("{ones} of one cell, {twos} of two, {larger} larger");
    assert!(ones > 20 && twos > 20);
}

/// Names of cells with what stands there instead of 0, and the repairs.
type Case = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    // The figure stands in the neighbouring column, its own cell is blank.
    (
        &[
            ("t3.new.natural", "12"),
            ("t3.new.total", "12"),
            ("t3.granted.natural", ""),
            ("t3.granted.business", "12"),
            ("t3.granted.total", "12"),
            ("t3.total.natural", "12"),
            ("t3.total.total", "12"),
        ],
        &["t3.granted.natural ->12, t3.granted.business 12>0"],
    ),
    // A blank that only needs filling breaks nothing and needs no repair.
    (
        &[
            ("t3.new.natural", "12"),
            ("t3.new.total", "12"),
            ("t3.granted.natural", "12"),
            ("t3.granted.total", ""),
            ("t3.total.natural", "12"),
            ("t3.total.total", "12"),
        ],
        &[],
    ),
    // A row with an unreadable cell binds nothing: its other cells answer to their columns alone.
    (
        &[
            ("t3.granted.business", "?"),
            ("t3.granted.natural", "3"),
            ("t3.carried_out.natural", "?"),
            ("t3.total.natural", "2"),
            ("t3.total.total", "2"),
            ("t3.granted.total", "2"),
            ("t3.new.natural", "2"),
            ("t3.new.total", "2"),
        ],
        &["t3.granted.natural 3>2"],
    ),
];

#[test]
fn blanks_take_part_in_repairs() {
    for (cells, expected) in CASES {
        let mut sheets = Sheets::zero(Edition::E2021);
        for (name, value) in *cells {
            sheets.set_text(name, value);
        }
        let causes = repairs(&sheets.filled());
        let found: Vec<String> = causes.iter().flat_map(texts).collect();
        assert_eq!(found, *expected);
    }
}

#[test]
fn the_old_value_is_found_though_a_column_of_totals_is_blank() {
    let mut sheets = random(Edition::E2021, 33);
    for key in Key::all(Table::Three, Edition::E2021) {
        if key.column_id() == "total" {
            sheets.put(key, Value::Blank);
        }
    }
    assert_eq!(repairs(&sheets.filled()), []);
    let key = Key::parse("t3.rejected.petition.legal").unwrap();
    let old = sheets.get(key);
    sheets.set(key, old + 5_000);
    let cause = three(&sheets);
    // Only the column binds it, and only its own row is too large to hide elsewhere.
    let truth = format!("{} {}>{old}", key.name(), old + 5_000);
    assert!(texts(&cause).contains(&truth));
    assert!(cause.repairs.iter().all(|repair| repair.changes.len() == 1));
}
