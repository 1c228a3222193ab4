//! Puts slips into a made report and works out, from the names of the cells alone, which sums they break.

use std::collections::BTreeSet;

use gouji::form::{Key, Table};
use gouji::model::Quantity;

use super::made::{Made, rows_of_three};
use super::rng::Rng;

/// A figure that was changed.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub key: Key,
    pub old: Quantity,
    pub new: Quantity,
}

/// Changes `count` figures of tables 三 and 四 and says which.
pub fn inject(made: &mut Made, count: usize, rng: &mut Rng) -> Vec<Fault> {
    let filled: Vec<Key> = made
        .figures
        .iter()
        .filter(|(key, value)| key.table != Table::Two && value.is_some())
        .map(|(key, _)| *key)
        .collect();
    let mut faults: Vec<Fault> = Vec::new();
    // Sometimes two figures of a row change places: one slip, two wrong cells.
    if count == 2 && rng.chance(20) {
        faults.extend(exchange(made, &filled, rng));
    }
    while faults.len() < count {
        let key = *rng.pick(&filled);
        if faults.iter().any(|fault| fault.key == key) {
            continue;
        }
        let old = made.figures[&key].unwrap();
        if let Some(new) = slip(made, key, old, rng) {
            faults.push(Fault { key, old, new });
        }
    }
    for fault in &faults {
        made.figures.insert(fault.key, Some(fault.new));
    }
    faults
}

/// The figure of a cell and that of its right neighbour change places, where they differ.
fn exchange(made: &Made, filled: &[Key], rng: &mut Rng) -> Vec<Fault> {
    let pairs: Vec<(Key, Key)> = filled
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(a, b)| a.row == b.row && a.table == b.table && a.column + 1 == b.column)
        .filter(|(a, b)| made.figures[a] != made.figures[b])
        .collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let (a, b) = *rng.pick(&pairs);
    let (left, right) = (made.figures[&a].unwrap(), made.figures[&b].unwrap());
    vec![
        Fault {
            key: a,
            old: left,
            new: right,
        },
        Fault {
            key: b,
            old: right,
            new: left,
        },
    ]
}

/// A wrong figure that a slip of the hand would leave; none where this slip changes nothing.
fn slip(made: &Made, key: Key, old: Quantity, rng: &mut Rng) -> Option<Quantity> {
    let number = old.0 / Quantity::UNIT;
    let digits = number.to_string();
    let size = digits.len() as i64;
    let new = match rng.below(9) {
        0 => number + 1,
        1 => number - 1,
        2 => number * 10,
        3 => number / 10,
        4 if size >= 2 => {
            let at = rng.below(size - 1) as usize;
            let mut letters: Vec<char> = digits.chars().collect();
            letters.swap(at, at + 1);
            letters.into_iter().collect::<String>().parse().ok()?
        }
        5 => {
            let at = rng.below(size) as usize;
            let doubled = format!("{}{}", &digits[..=at], &digits[at..]);
            doubled.parse().ok()?
        }
        6 => {
            let near = Key {
                column: key.column.checked_sub(1)?,
                ..key
            };
            made.figures.get(&near).copied().flatten()?.0 / Quantity::UNIT
        }
        7 => 0,
        _ => number + 1 + rng.below(number / 2 + 20),
    };
    (new >= 0 && new != number && new < 10_000_000).then_some(Quantity::whole(new))
}

/// A sum: rule, subject, and whether it is decided.
pub type Sum = (&'static str, String);

/// Every sum of a report with its state, worked out by hand.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub broken: BTreeSet<Sum>,
    /// True with the right numbers in its blanks, and not with zeros.
    pub open: BTreeSet<Sum>,
}

/// Works out all sums of a report.
pub fn sums(made: &Made) -> Sums {
    let mut sums = Sums::default();
    let rows = rows_of_three(made.edition);
    let columns = [
        "natural", "business", "research", "charity", "legal", "other", "total",
    ];
    for column in columns {
        let cell = |row: &str| format!("t3.{row}.{column}");
        let results = rows
            .iter()
            .filter(|row| !["new", "carried_in", "total", "carried_out"].contains(row));
        sums.weigh(
            made,
            ("sum-balance", column),
            &[cell("new"), cell("carried_in")],
            &[cell("total"), cell("carried_out")],
        );
        sums.weigh(
            made,
            ("sum-results", column),
            &results.map(|row| cell(row)).collect::<Vec<_>>(),
            &[cell("total")],
        );
    }
    for row in rows {
        let cells = columns.map(|column| format!("t3.{row}.{column}"));
        sums.weigh(made, ("sum-row", row), &cells[..6], &cells[6..]);
    }
    for group in ["review", "direct", "after_review"] {
        let items = ["upheld", "corrected", "other", "pending", "total"];
        let cells = items.map(|item| format!("t4.{group}.{item}"));
        sums.weigh(made, ("sum-cases", group), &cells[..4], &cells[4..]);
    }
    sums
}

impl Sums {
    /// A blank stands for any number that is not negative, so it can only make its side larger.
    fn weigh(&mut self, made: &Made, sum: (&'static str, &str), left: &[String], right: &[String]) {
        let side = |names: &[String]| {
            let mut total = 0;
            let mut open = false;
            for name in names {
                let key = Key::parse(name).unwrap_or_else(|| panic!("no cell {name}"));
                match made.figures[&key] {
                    Some(quantity) => total += quantity.0,
                    None => open = true,
                }
            }
            (total, open)
        };
        let ((left, left_open), (right, right_open)) = (side(left), side(right));
        let mendable = if left < right { left_open } else { right_open };
        let sum = (sum.0, sum.1.to_string());
        match left == right {
            true => {}
            false if mendable => {
                self.open.insert(sum);
            }
            false => {
                self.broken.insert(sum);
            }
        }
    }
}
