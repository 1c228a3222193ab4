//! How likely a change is a slip of the pen, and what the slip is called. Lower cost is likelier.

use super::Change;
use crate::finding::Words;
use crate::form::{Edition, Head, Key, Table, table3, table4};
use crate::model::Quantity;

/// A change that no slip explains costs so much.
pub const UNEXPLAINED: u32 = 10;
/// The likeliest slip costs so much.
pub const LIKELIEST: u32 = 1;
/// A set is clearly likelier than another when it costs less by this much.
pub const CLEARLY: u32 = 3;

/// A slip that would explain one change, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    EmptyTotal,
    Sign,
    Transposed,
    ZeroAdded,
    ZeroDropped,
    Doubled,
    Dropped,
    Added,
    Twice,
    PartTwice,
    Mistyped,
    MistypedWhole,
    Omitted,
    StaleTotal,
    NextColumn,
    NextRow,
    Exchanged,
    OtherCell,
}

impl Slip {
    /// What it costs, for all the changes that it explains together.
    pub fn cost(self) -> u32 {
        match self {
            Slip::EmptyTotal | Slip::Sign => LIKELIEST,
            Slip::Transposed | Slip::ZeroAdded | Slip::ZeroDropped | Slip::Doubled => 2,
            Slip::NextColumn | Slip::NextRow | Slip::Exchanged => 2,
            Slip::Dropped | Slip::Added | Slip::Twice | Slip::PartTwice | Slip::Mistyped => 3,
            Slip::StaleTotal => 4,
            Slip::OtherCell | Slip::Omitted => 5,
            Slip::MistypedWhole => 6,
        }
    }

    pub fn name(self) -> Head {
        let (zh, en) = match self {
            Slip::EmptyTotal => (
                "分项已填，总计还是 0 或空白",
                "the parts are filled and the total is still 0 or blank",
            ),
            Slip::Sign => ("多写了负号", "a minus sign too many"),
            Slip::Transposed => ("两数字颠倒", "two digits swapped"),
            Slip::ZeroAdded => ("末尾多写了 0", "a 0 too many at the end"),
            Slip::ZeroDropped => ("漏一位：末尾的 0", "a digit dropped: the 0 at the end"),
            Slip::Doubled => ("一位数字写了两遍", "a digit written twice"),
            Slip::Dropped => ("漏一位", "a digit dropped"),
            Slip::Added => ("多写了一位数字", "a digit too many"),
            Slip::Twice => (
                "重复计入：相邻格的数又填了一遍",
                "counted twice: the figure of the next cell was entered again",
            ),
            Slip::PartTwice => (
                "重复计入：总计多算了一个分项",
                "counted twice: the total has one of its parts once too often",
            ),
            Slip::Mistyped | Slip::MistypedWhole => ("一位数字写错", "one digit mistyped"),
            Slip::Omitted => ("漏填，还是 0 或空白", "not filled in: still 0 or blank"),
            Slip::StaleTotal => ("总计没有随分项更新", "the total was not updated"),
            Slip::NextColumn => ("填入相邻列", "the figure stands in the neighbouring column"),
            Slip::NextRow => ("填入相邻行", "the figure stands in the neighbouring row"),
            Slip::Exchanged => (
                "相邻两格的数填反",
                "the figures of two neighbouring cells are exchanged",
            ),
            Slip::OtherCell => (
                "数填到了同行或同列的另一格",
                "the figure stands in another cell of its row or column",
            ),
        };
        Head { zh, en }
    }
}

/// A 总计: of a row, of the results of a column, of a group.
pub fn is_total(key: Key) -> bool {
    match key.table {
        Table::Two => false,
        Table::Three => {
            let row = table3::ROWS.get(key.row as usize);
            key.column == table3::TOTAL_COLUMN
                || row.is_some_and(|row| row.part == table3::Part::Total)
        }
        Table::Four => key.column == table4::TOTAL_ITEM,
    }
}

/// What a set of changes costs, and the slips that explain it if they explain all of it. `value` gives the figures as
/// found, `has_part` says whether a cell is the total of a sum in which a part has that figure.
pub fn explain(
    changes: &[Change],
    edition: Edition,
    value: impl Fn(Key) -> Option<Quantity>,
    has_part: impl Fn(Key, Quantity) -> bool,
) -> (u32, Option<Words>) {
    let alone = |change: &Change| alone(change, edition, &value, &has_part);
    let mut left: Vec<&Change> = changes.iter().collect();
    let (mut cost, mut slips) = (0, Vec::new());
    while let Some(first) = left.first().copied() {
        let own = alone(first);
        let alone_cost = |slip: Option<Slip>| slip.map_or(UNEXPLAINED, Slip::cost);
        let pairs = left.iter().enumerate().skip(1);
        let pairs = pairs.filter_map(|(at, other)| {
            let slip = together(first, other, edition)?;
            let apart = alone_cost(own) + alone_cost(alone(other));
            (slip.cost() < apart).then_some((at, slip))
        });
        let (slip, partner) = match pairs.min_by_key(|(_, slip)| slip.cost()) {
            Some((at, slip)) => (Some(slip), Some(at)),
            None => (own, None),
        };
        if let Some(at) = partner {
            left.remove(at);
        }
        left.remove(0);
        cost += alone_cost(slip);
        slips.push(slip);
    }
    let known: Option<Vec<Slip>> = slips.into_iter().collect();
    (cost, known.map(|slips| words(&slips)))
}

fn words(slips: &[Slip]) -> Words {
    let mut names: Vec<Head> = Vec::new();
    for name in slips.iter().map(|slip| slip.name()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let join = |pick: fn(&Head) -> &str, with| {
        let names: Vec<&str> = names.iter().map(pick).collect();
        names.join(with)
    };
    Words::new(join(|head| head.zh, "；"), join(|head| head.en, "; "))
}

/// The likeliest slip that explains one change.
fn alone(
    change: &Change,
    edition: Edition,
    value: &impl Fn(Key) -> Option<Quantity>,
    has_part: &impl Fn(Key, Quantity) -> bool,
) -> Option<Slip> {
    let (found, proposed) = (change.found.unwrap_or_default(), change.proposed);
    let empty = found == Quantity::ZERO;
    let total = is_total(change.cell);
    if empty {
        return Some(if total {
            Slip::EmptyTotal
        } else {
            Slip::Omitted
        });
    }
    if found.0 == -proposed.0 {
        return Some(Slip::Sign);
    }
    let of_digits = digits(&found.to_string(), &proposed.to_string());
    let twice = || {
        let again = |key: Key| value(key) == Some(found);
        let beside = neighbours(change.cell, edition).any(again);
        (proposed == Quantity::ZERO && beside && !total).then_some(Slip::Twice)
    };
    let stale = total.then(|| {
        let surplus = Quantity(found.0.saturating_sub(proposed.0));
        let part = surplus > Quantity::ZERO && has_part(change.cell, surplus);
        if part {
            Slip::PartTwice
        } else {
            Slip::StaleTotal
        }
    });
    let slips = [of_digits, twice(), stale].into_iter().flatten();
    slips.min_by_key(|slip| slip.cost())
}

/// The slip that turns one run of digits into another.
fn digits(found: &str, proposed: &str) -> Option<Slip> {
    let (f, p) = (found.as_bytes(), proposed.as_bytes());
    if !f.iter().chain(p).all(u8::is_ascii_digit) {
        return None;
    }
    // The longer one is the other with a digit put in at some place.
    let put_in = |long: &[u8], short: &[u8]| {
        (0..long.len()).find(|&at| {
            let rest = long.iter().enumerate().filter(|&(i, _)| i != at);
            rest.map(|(_, digit)| digit).eq(short)
        })
    };
    let differ: Vec<usize> = (0..f.len().min(p.len()))
        .filter(|&i| f[i] != p[i])
        .collect();
    match (f.len() as i64 - p.len() as i64, differ.as_slice()) {
        (0, &[_]) if f.len() == 1 => Some(Slip::MistypedWhole),
        (0, &[_]) => Some(Slip::Mistyped),
        (0, &[a, b]) if f[a] == p[b] && f[b] == p[a] => Some(Slip::Transposed),
        (1, _) if found.strip_suffix('0') == Some(proposed) => Some(Slip::ZeroAdded),
        (-1, _) if proposed.strip_suffix('0') == Some(found) => Some(Slip::ZeroDropped),
        (1, _) => put_in(f, p).map(|at| {
            // Of equal digits side by side it is the first.
            let twin = f.get(at + 1) == Some(&f[at]);
            if twin { Slip::Doubled } else { Slip::Added }
        }),
        (-1, _) => put_in(p, f).map(|_| Slip::Dropped),
        _ => None,
    }
}

/// The slip that explains two changes together: each cell holds what belongs into the other.
fn together(a: &Change, b: &Change, edition: Edition) -> Option<Slip> {
    let (in_a, in_b) = (a.found.unwrap_or_default(), b.found.unwrap_or_default());
    if a.proposed != in_b || b.proposed != in_a {
        return None;
    }
    let zero = in_a == Quantity::ZERO || in_b == Quantity::ZERO;
    if neighbours(a.cell, edition).any(|key| key == b.cell) {
        return Some(match zero {
            true if a.cell.row == b.cell.row => Slip::NextColumn,
            true => Slip::NextRow,
            false => Slip::Exchanged,
        });
    }
    // Both stand in one table, as a cause does.
    let in_line = a.cell.row == b.cell.row || a.cell.column == b.cell.column;
    in_line.then_some(Slip::OtherCell)
}

/// The cells beside, above and below a cell in the printed table.
fn neighbours(key: Key, edition: Edition) -> impl Iterator<Item = Key> {
    let printed = move |key: &Key| key.is_in(edition);
    let beside = [key.column.checked_sub(1), key.column.checked_add(1)];
    let beside = beside
        .into_iter()
        .flatten()
        .map(move |column| Key { column, ..key });
    let above = (0..key.row)
        .rev()
        .map(move |row| Key { row, ..key })
        .find(printed);
    let below = (key.row + 1..=u8::MAX).map(move |row| Key { row, ..key });
    let below = below.take(table3::ROWS.len()).find(printed);
    // The groups of table 四 stand side by side and share no lines.
    let vertical = [above, below].into_iter().flatten();
    let vertical = vertical.filter(move |_| key.table == Table::Three);
    beside.filter(printed).chain(vertical)
}
