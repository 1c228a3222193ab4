//! A negative number where only 本年增/减 of the 2019 edition may have one.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table, table2};
use crate::model::Quantity;
use crate::recognise::{Figure, Filled};

pub const RULE: Rule = Rule {
    id: "figure-negative",
    severity: Severity::Error,
    title: Head {
        zh: "件数或金额是负数",
        en: "A negative count or amount",
    },
    basis: Head {
        zh: "表中各格是件数或金额，不会小于 0；试行格式的“本年增/减”除外",
        en: "Every cell is a count or an amount; only 本年增/减 of the 2019 form can fall below 0",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let broken = look::pick(filled, table, |key, figure| {
            let number = figure.value.number();
            !may_fall(key) && number.is_some_and(|number| number < Quantity::ZERO)
        });
        let edition = name::edition(filled, table);
        let found = broken
            .iter()
            .filter_map(|&(key, figure)| told(key, figure, edition));
        look::end_figures(&RULE, filled, table, found.collect(), says);
    }
}

/// Whether a cell says by how much a number rose or fell.
fn may_fall(key: Key) -> bool {
    let item = table2::ITEMS.get(key.column as usize);
    key.table == Table::Two && item.is_some_and(|item| item.measure == table2::Measure::Change)
}

fn told(key: Key, figure: &Figure, edition: Edition) -> Option<Finding> {
    let number = figure.value.number()?;
    let name = name::cell(key, edition);
    let what = Words::new(
        format!("{}是 {number}，是负数", name.zh),
        format!("{} is {number}, a negative number", name.en),
    );
    let how = Words::new(
        "请核对这一格，改填实际数（不小于 0）",
        "Check this cell and write the actual number, 0 or more",
    );
    let mut finding = RULE.finding(key.name(), vec![key], what, how);
    finding.found = Some(number);
    Some(finding)
}
