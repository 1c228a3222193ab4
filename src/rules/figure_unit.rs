//! A unit in a cell: repeated, another than the printed one, missing where none is printed, or money in a count.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Severity, Words};
use crate::form::{Edition, Key, Table, table2};
use crate::model::Quantity;
use crate::recognise::{Figure, Filled, Notation};

pub const RULE: Rule = Rule {
    id: "figure-unit",
    severity: Severity::Warning,
    title: Head {
        zh: "金额的单位",
        en: "The unit of an amount",
    },
    basis: Head {
        zh: "表头印明“单位：万元”；试行格式的“采购总金额”没有印单位",
        en: "The head says 万元; the 2019 form prints no unit for 采购总金额",
    },
    check,
};

/// 元 in one 万元.
const YUAN: i64 = 10_000;

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let edition = name::edition(filled, table);
        let figures = look::pick(filled, table, |_, figure| figure.value.number().is_some());
        let found = figures.iter().filter_map(|&(key, figure)| {
            let (what, how, expected) = fault(filled, key, figure, edition)?;
            let mut finding = RULE.finding(key.name(), vec![key], what, how);
            (finding.found, finding.expected) = (figure.value.number(), expected);
            Some(finding)
        });
        look::end_figures(&RULE, filled, table, found.collect(), says);
    }
}

type Fault = (Words, Words, Option<Quantity>);

fn fault(filled: &Filled, key: Key, figure: &Figure, edition: Edition) -> Option<Fault> {
    let has = |notation| figure.notation.contains(&notation);
    let number = figure.value.number()?;
    match (
        Unit::of(key, edition),
        has(Notation::Yuan),
        has(Notation::TenThousandYuan),
    ) {
        (Unit::None, true, _) | (Unit::None, _, true) => Some(money(key, figure, edition)),
        (Unit::TenThousandYuan, true, _) => Some(yuan(key, figure, number, edition)),
        (Unit::TenThousandYuan, _, true) => Some(repeated(key, figure, number, edition)),
        (Unit::Unsaid, false, false) if number != Quantity::ZERO && !head_says(filled, key) => {
            Some(unsaid(key, figure, edition))
        }
        _ => None,
    }
}

/// What the form prints above a cell.
enum Unit {
    TenThousandYuan,
    /// Money, without a word on its unit.
    Unsaid,
    /// A count.
    None,
}

impl Unit {
    fn of(key: Key, edition: Edition) -> Unit {
        let money = key.table == Table::Two && key.column == table2::AMOUNT;
        match money {
            false => Unit::None,
            true if table2::item_head(key.row, key.column, edition)
                .zh
                .contains("万元") =>
            {
                Unit::TenThousandYuan
            }
            true => Unit::Unsaid,
        }
    }
}

/// Whether the head, as found, names a unit where the form prints none.
fn head_says(filled: &Filled, key: Key) -> bool {
    let mut labels = filled.sheet(key.table).labels.iter();
    labels.any(|label| label.key == Some(key) && label.found.contains('元'))
}

fn money(key: Key, figure: &Figure, edition: Edition) -> Fault {
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let what = Words::new(
        format!("{}填的是金额“{raw}”，这一格计数量", name.zh),
        format!(
            "{}: “{raw}” is an amount of money in a cell for a count",
            name.en
        ),
    );
    let how = Words::new("请核对后改填数量", "Check and write the count");
    (what, how, None)
}

fn yuan(key: Key, figure: &Figure, number: Quantity, edition: Edition) -> Fault {
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let converted = Quantity(number.0 / YUAN);
    let what = Words::new(
        format!("{}的“{raw}”以元计，表头单位是万元", name.zh),
        format!(
            "{}: “{raw}” is in yuan, the head says 万元 (10,000 yuan)",
            name.en
        ),
    );
    let how = Words::new(
        format!("折合 {converted} 万元；请核对后只写数字"),
        format!("That is {converted} in 万元; check and write the number only"),
    );
    (what, how, Some(converted))
}

fn repeated(key: Key, figure: &Figure, number: Quantity, edition: Edition) -> Fault {
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let what = Words::new(
        format!("{}的“{raw}”重复了表头的单位", name.zh),
        format!("{}: “{raw}” repeats the unit of its head", name.en),
    );
    let how = Words::new(
        format!("表头已有单位，只写数字 {number}"),
        format!("The head has the unit; write {number} only"),
    );
    (what, how, Some(number))
}

fn unsaid(key: Key, figure: &Figure, edition: Edition) -> Fault {
    let (name, raw) = (name::cell(key, edition), look::clipped(&figure.raw));
    let what = Words::new(
        format!("{}的“{raw}”没有单位", name.zh),
        format!("{}: “{raw}” has no unit", name.en),
    );
    let how = Words::new(
        "表头没有印单位，请注明“元”或“万元”",
        "The head prints no unit; say 元 or 万元",
    );
    (what, how, None)
}
