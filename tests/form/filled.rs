//! Filled forms made of plain numbers, for the tests of sums and repairs.

use gouji::form::{Edition, Key, Table, table3};
use gouji::model::{PlaceId, Quantity};
use gouji::recognise::{Figure, Filled, Sheet, SheetState, Value};

/// Tables 三 and 四 as numbers.
#[derive(Clone, Debug)]
pub struct Sheets {
    pub edition: Edition,
    /// In the order of the form; a cell left out was not found.
    pub cells: Vec<(Key, Value)>,
}

impl Sheets {
    /// Every cell 0.
    pub fn zero(edition: Edition) -> Sheets {
        let tables = [Table::Three, Table::Four].into_iter();
        let keys = tables.flat_map(|table| Key::all(table, edition));
        Sheets {
            edition,
            cells: keys
                .map(|key| (key, Value::Number(Quantity::ZERO)))
                .collect(),
        }
    }

    pub fn value(&self, key: Key) -> Value {
        let mut cells = self.cells.iter();
        cells.find(|(k, _)| *k == key).unwrap().1
    }

    pub fn get(&self, key: Key) -> i64 {
        self.value(key).number().unwrap().0 / Quantity::UNIT
    }

    pub fn set(&mut self, key: Key, number: i64) {
        self.put(key, Value::Number(Quantity::whole(number)));
    }

    pub fn put(&mut self, key: Key, value: Value) {
        self.cells.iter_mut().find(|(k, _)| *k == key).unwrap().1 = value;
    }

    /// The cell of a name, from text: a number, `` for a blank, `/` for a dash, `?` for unreadable, `!` for not found.
    pub fn set_text(&mut self, name: &str, text: &str) {
        let key = Key::parse(name).expect(name);
        match text {
            "" => self.put(key, Value::Blank),
            "/" => self.put(key, Value::Dash),
            "?" => self.put(key, Value::Unreadable),
            "!" => self.cells.retain(|(k, _)| *k != key),
            number => {
                let millionths = (number.parse::<f64>().unwrap() * Quantity::UNIT as f64).round();
                self.put(key, Value::Number(Quantity(millionths as i64)));
            }
        }
    }

    pub fn set_row(&mut self, row: &str, figures: [i64; 7]) {
        for (column, figure) in table3::COLUMNS.iter().zip(figures) {
            let key = Key::parse(&format!("t3.{row}.{}", column.id)).unwrap();
            self.set(key, figure);
        }
    }

    pub fn filled(&self) -> Filled {
        let sheet = |table: Table| {
            let cells = self.cells.iter().filter(|(key, _)| key.table == table);
            let figures = cells.map(|&(key, value)| (key, figure(value)));
            Sheet {
                state: SheetState::Bound,
                rows_of: Some(self.edition),
                figures: figures.collect(),
                ..Sheet::default()
            }
        };
        Filled {
            edition: Some(self.edition),
            tables: [Sheet::default(), sheet(Table::Three), sheet(Table::Four)],
            ..Filled::default()
        }
    }
}

fn figure(value: Value) -> Figure {
    let raw = match value {
        Value::Number(number) => number.to_string(),
        Value::Blank => String::new(),
        Value::Dash => "/".into(),
        Value::Unreadable => "O".into(),
    };
    Figure {
        raw,
        value,
        notation: Vec::new(),
        place: PlaceId(0),
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

/// A report in which every sum holds: figures of several sizes, many of them 0.
pub fn random(edition: Edition, seed: u64) -> Sheets {
    random_below(edition, seed, 3_000)
}

/// The same with parts that are smaller than `end`.
pub fn random_below(edition: Edition, seed: u64, end: u64) -> Sheets {
    let mut random = Random(seed);
    let mut figure = || {
        let figure = match random.below(4) {
            0 => 0,
            1 => random.below(10),
            2 => random.below(100),
            _ => random.below(3_000),
        };
        (figure % end) as i64
    };
    let mut sheets = Sheets::zero(edition);
    for group in ["review", "direct", "after_review"] {
        let mut total = 0;
        for item in ["upheld", "corrected", "other", "pending"] {
            let number = figure();
            total += number;
            sheets.set(Key::parse(&format!("t4.{group}.{item}")).unwrap(), number);
        }
        sheets.set(Key::parse(&format!("t4.{group}.total")).unwrap(), total);
    }
    let rows = table3::rows_of(table3::Part::Result, edition);
    let three = |id: &str, column| {
        let row = table3::ROWS.iter().position(|row| row.id == id).unwrap() as u8;
        Key {
            table: Table::Three,
            row,
            column,
        }
    };
    for column in 0..table3::TOTAL_COLUMN {
        let mut total = 0;
        for &row in &rows {
            let number = figure();
            total += number;
            sheets.set(
                Key {
                    table: Table::Three,
                    row,
                    column,
                },
                number,
            );
        }
        let carried_out = figure();
        let carried_in = figure().min(total + carried_out);
        sheets.set(three("total", column), total);
        sheets.set(three("carried_out", column), carried_out);
        sheets.set(three("carried_in", column), carried_in);
        sheets.set(three("new", column), total + carried_out - carried_in);
    }
    for row in 0..table3::ROWS.len() as u8 {
        if table3::row_is_in(row, edition) {
            let cells = (0..table3::TOTAL_COLUMN).map(|column| Key {
                table: Table::Three,
                row,
                column,
            });
            let total = cells.map(|key| sheets.get(key)).sum();
            sheets.set(
                Key {
                    table: Table::Three,
                    row,
                    column: table3::TOTAL_COLUMN,
                },
                total,
            );
        }
    }
    sheets
}
