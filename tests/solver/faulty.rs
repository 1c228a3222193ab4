//! Faulty tables for the comparison with the solver: sound ones, in which cells are emptied, lost and changed.

use gouji::form::{Edition, Key, Table, table3};
use gouji::model::Quantity;
use gouji::recognise::Value;

use super::filled::{Random, Sheets, random_below};

/// One kind of faulty tables.
pub struct Kind {
    /// How many tables, for each number of faults.
    pub tables: u64,
    pub faults: &'static [u64],
    /// Parts are smaller than this. With small ones many changes are ruled out because a figure would be negative.
    pub end: u64,
    /// Of 20 cells with 0 so many are blank, and of those with a figure a fourth of that.
    pub blanks: u64,
    /// Of the 7 columns and the rows of table 三 so many keep sums that can be told.
    pub columns: usize,
    pub rows: usize,
}

impl Kind {
    pub fn table(&self, seed: u64, faults: u64) -> Sheets {
        let mut random = Random(seed * 1_000 + faults);
        let edition = Edition::ALL[(seed % 2) as usize];
        let mut sheets = random_below(edition, seed, self.end);
        for (key, value) in &mut sheets.cells {
            let zero = *value == Value::Number(Quantity::ZERO);
            let blanks = if zero { self.blanks } else { self.blanks / 4 };
            if random.below(20) < blanks {
                *value = if key.row % 5 == 0 {
                    Value::Dash
                } else {
                    Value::Blank
                };
            }
        }
        let lost = self.lose(&mut sheets, &mut random);
        let live: Vec<Key> = sheets
            .cells
            .iter()
            .map(|(key, _)| *key)
            .filter(|key| !lost.contains(key))
            .collect();
        let mut pick = || live[random.below(live.len() as u64) as usize];
        let places: Vec<(Key, Key)> = (0..faults).map(|_| (pick(), pick())).collect();
        for (key, other) in places {
            spoil(&mut sheets, key, other, &mut random);
        }
        sheets
    }

    /// Makes cells unreadable, or takes them away, where a row and a column cross that shall not be told.
    fn lose(&self, sheets: &mut Sheets, random: &mut Random) -> Vec<Key> {
        let mut columns: Vec<u8> = (0..table3::COLUMNS.len() as u8).collect();
        let mut rows: Vec<u8> = (0..table3::ROWS.len() as u8).collect();
        for _ in 0..self.columns {
            columns.remove(random.below(columns.len() as u64) as usize);
        }
        for _ in 0..self.rows {
            rows.remove(random.below(rows.len() as u64) as usize);
        }
        let crossing = |key: &Key| {
            key.table == Table::Three && rows.contains(&key.row) && columns.contains(&key.column)
        };
        let crossings: Vec<Key> = sheets
            .cells
            .iter()
            .map(|(key, _)| *key)
            .filter(crossing)
            .collect();
        for &key in &crossings {
            match random.below(4) {
                0 => sheets.cells.retain(|(other, _)| *other != key),
                1 | 2 => sheets.put(key, Value::Unreadable),
                _ => {}
            }
        }
        crossings
    }
}

/// One slip: a figure too large or too small, forgotten, with its digits turned about, or exchanged with another.
fn spoil(sheets: &mut Sheets, key: Key, other: Key, random: &mut Random) {
    let figure = |value: Value| value.number().map_or(0, |number| number.0 / Quantity::UNIT);
    let old = figure(sheets.value(key));
    let new = match random.below(8) {
        0 => old + 1 + random.below(9) as i64,
        1 => old + random.below(900) as i64,
        2 => (old - 4).max(0),
        3 => old + 4,
        4 => old / 10,
        5 => old
            .to_string()
            .chars()
            .rev()
            .collect::<String>()
            .parse()
            .unwrap(),
        6 => 0,
        _ => {
            let (ours, theirs) = (sheets.value(key), sheets.value(other));
            sheets.put(other, ours);
            return sheets.put(key, theirs);
        }
    };
    sheets.set(key, new);
}
