//! The sentences about sums: the figures as they stand in the table, added up before the reader's eyes.

use super::{look, name};
use crate::finding::Words;
use crate::form::sums::{BALANCE, CASES, RESULTS};
use crate::form::{Edition, Key};
use crate::model::Quantity;
use crate::recognise::{Doubt, Filled, Oddity};
use crate::sums::{Lack, Sum};

/// Longer sums are told by their result alone.
const TERMS_SHOWN: usize = 8;

/// What is wrong with a broken sum.
pub fn what(sum: &Sum, filled: &Filled, edition: Edition) -> Words {
    let subject = subject(sum, edition);
    let difference = differs(sum);
    if *sum.equation.family == BALANCE {
        return balance(sum, filled, &subject, &difference);
    }
    let (zh_fault, en_fault) = match sum.equation.family.id {
        id if id == RESULTS.id => (
            "（七）总计与各项之和不符",
            "(7) Total is not the sum of the results",
        ),
        _ => (
            "总计与分项之和不符",
            "the total is not the sum of its parts",
        ),
    };
    let parts = parts(sum, filled);
    let total = match sum.tally.open_right {
        0 => Words::new(format!(" {}", sum.tally.right), sum.tally.right.to_string()),
        _ => Words::new("空白", "blank"),
    };
    Words::new(
        format!(
            "{}{zh_fault}：{}，表中总计为{}，{}",
            subject.zh, parts.zh, total.zh, difference.zh
        ),
        format!(
            "{}: {en_fault}: {}, the table says {}, {}",
            subject.en, parts.en, total.en, difference.en
        ),
    )
}

/// What to do about it.
pub fn how(sum: &Sum, edition: Edition) -> Words {
    let subject = subject(sum, edition);
    let count = sum.equation.left.len() + sum.equation.right.len();
    Words::new(
        format!("对照台账核对{}的 {count} 个数，改正写错的一格", subject.zh),
        format!(
            "Check the {count} figures of {} against your records and correct the wrong one",
            subject.en
        ),
    )
}

/// Why a sum with blanks cannot be told, and what would complete it.
pub fn open(sum: &Sum, completing: Option<(Key, Quantity)>, edition: Edition) -> Words {
    let blanks = sum.tally.open_left + sum.tally.open_right;
    if let Some((key, value)) = completing {
        let cell = name::cell(key, edition);
        let (zh_rest, en_rest) = match blanks {
            1 => ("", ""),
            _ => ("（其余空白按 0 计）", " (other blanks counted as 0)"),
        };
        return Words::new(
            format!("{}未填，填 {value} 则合计相符{zh_rest}", cell.zh),
            format!(
                "{} is blank; {value} would complete the sum{en_rest}",
                cell.en
            ),
        );
    }
    let subject = subject(sum, edition);
    let difference = gap(sum);
    Words::new(
        format!(
            "{}有 {blanks} 格未填，已填的数相差 {difference}",
            subject.zh
        ),
        format!(
            "{} has {blanks} blanks; its figures differ by {difference}",
            subject.en
        ),
    )
}

/// Why a sum has no value.
pub fn lack(lack: &Lack, filled: &Filled, edition: Edition) -> Words {
    match lack {
        Lack::Unreadable(key) => {
            let cell = name::cell(*key, edition);
            Words::new(
                format!("{}读不出数字", cell.zh),
                format!("{} cannot be read as a number", cell.en),
            )
        }
        Lack::Absent(key) => {
            if let Some(doubt) = doubt_of_row(*key, filled) {
                let (row, reason) = (name::row(*key, edition), look::reason(doubt));
                return Words::new(
                    format!("{}：{}", row.zh, reason.zh),
                    format!("{}: {}", row.en, reason.en),
                );
            }
            let cell = name::cell(*key, edition);
            Words::new(
                format!("没有找到{}一格", cell.zh),
                format!("The cell {} was not found", cell.en),
            )
        }
        Lack::Extra(text) => Words::new(
            format!("表三有格式以外的一行「{text}」，总计是否计入它无从判断"),
            format!(
                "Table 3 has a row that the form does not have (“{text}”); the total may count it"
            ),
        ),
    }
}

/// Why the row of a cell could not be told apart, if that is why the cell was not found.
fn doubt_of_row(key: Key, filled: &Filled) -> Option<Doubt> {
    let mut oddities = filled.sheet(key.table).oddities.iter();
    oddities.find_map(|oddity| match oddity {
        Oddity::RowDoubtful { row, doubt, .. } if *row == key.row => Some(*doubt),
        _ => None,
    })
}

/// 表三「自然人」列, 表三「（一）予以公开」行, 表四「行政复议」
fn subject(sum: &Sum, edition: Edition) -> Words {
    let Some(&key) = sum.equation.right.first() else {
        return Words::default();
    };
    match sum.equation.family.id {
        id if id == BALANCE.id || id == RESULTS.id => name::column(key, edition),
        id if id == CASES.id => name::group(key, edition),
        _ => name::row(key, edition),
    }
}

fn balance(sum: &Sum, filled: &Filled, subject: &Words, difference: &Words) -> Words {
    let named = |keys: &[Key], names: [&str; 2], english: bool| {
        let terms = keys.iter().zip(names);
        let terms = terms.map(|(&key, name)| format!("{name} {}", figure(key, filled, english)));
        terms.collect::<Vec<_>>().join("+")
    };
    let (left, right) = (&sum.equation.left, &sum.equation.right);
    let (l, r) = (
        equals(sum.tally.left, sum.tally.open_left),
        equals(sum.tally.right, sum.tally.open_right),
    );
    Words::new(
        format!(
            "{}勾稽关系不符：{}{}，{}{}，{}",
            subject.zh,
            named(left, ["新收", "上年结转"], false),
            l.zh,
            named(right, ["总计", "结转下年度"], false),
            r.zh,
            difference.zh
        ),
        format!(
            "{} does not balance: {}{}, {}{}, {}",
            subject.en,
            named(left, ["new", "carried in"], true),
            l.en,
            named(right, ["total", "carried out"], true),
            r.en,
            difference.en
        ),
    )
}

/// The parts of a total, added up.
fn parts(sum: &Sum, filled: &Filled) -> Words {
    let left = &sum.equation.left;
    if left.len() > TERMS_SHOWN {
        let (zh, en) = match sum.tally.open_left {
            0 => ("各项相加为", "they add up to"),
            _ => ("各项相加至少为", "they add up to at least"),
        };
        return Words::new(
            format!("{zh} {}", sum.tally.left),
            format!("{en} {}", sum.tally.left),
        );
    }
    let terms = |english| {
        let terms = left.iter().map(|&key| figure(key, filled, english));
        terms.collect::<Vec<_>>().join("+")
    };
    let result = equals(sum.tally.left, sum.tally.open_left);
    Words::new(
        format!("{}{}", terms(false), result.zh),
        format!("{}{}", terms(true), result.en),
    )
}

/// A figure as a term of a sum.
fn figure(key: Key, filled: &Filled, english: bool) -> String {
    match filled.figure(key).and_then(|figure| figure.value.number()) {
        Some(number) if number < Quantity::ZERO => format!("({number})"),
        Some(number) => number.to_string(),
        None if english => "blank".to_string(),
        None => "空白".to_string(),
    }
}

fn equals(value: Quantity, open: usize) -> Words {
    match open {
        0 => Words::new(format!("={value}"), format!("={value}")),
        _ => Words::new(format!("，至少为 {value}"), format!(", at least {value}")),
    }
}

/// By how much a broken sum fails.
fn differs(sum: &Sum) -> Words {
    let size = gap(sum);
    match sum.tally.open_left + sum.tally.open_right {
        0 => Words::new(format!("相差 {size}"), format!("a difference of {size}")),
        _ => Words::new(
            format!("至少相差 {size}"),
            format!("a difference of at least {size}"),
        ),
    }
}

/// The distance of the two sides with every blank at 0.
fn gap(sum: &Sum) -> Quantity {
    Quantity(
        sum.tally
            .left
            .0
            .saturating_sub(sum.tally.right.0)
            .saturating_abs(),
    )
}
