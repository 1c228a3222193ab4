//! A count that is not a whole number.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table, table2};
use crate::model::Quantity;
use crate::recognise::{Figure, Filled};

pub const RULE: Rule = Rule {
    id: "figure-integer",
    severity: Severity::Error,
    title: Head {
        zh: "件数不是整数",
        en: "A count that is not a whole number",
    },
    basis: Head {
        zh: "表三、表四和表二的数量以“件”计",
        en: "Tables 3 and 4 and the counts of table 2 count whole items (件)",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let broken = look::pick(filled, table, |key, figure| {
            let number = figure.value.number();
            counts(key) && number.is_some_and(|number| !number.is_whole())
        });
        let edition = name::edition(filled, table);
        let found = broken
            .iter()
            .filter_map(|&(key, figure)| told(key, figure, edition));
        look::end_figures(&RULE, filled, table, found.collect(), says);
    }
}

/// Whether a cell counts things; the others hold money.
fn counts(key: Key) -> bool {
    let item = table2::ITEMS.get(key.column as usize);
    key.table != Table::Two || item.is_some_and(|item| item.measure != table2::Measure::Money)
}

fn told(key: Key, figure: &Figure, edition: Edition) -> Option<Finding> {
    let number: Quantity = figure.value.number()?;
    let name = name::cell(key, edition);
    let what = Words::new(
        format!("{}是 {number}，不是整数", name.zh),
        format!("{} is {number}, not a whole number", name.en),
    );
    let how = Words::new(
        "请核对这一格的件数，改填整数",
        "Check the count of this cell and write a whole number",
    );
    let mut finding = RULE.finding(key.name(), vec![key], what, how);
    finding.found = Some(number);
    if key.table == Table::Two {
        finding.severity = Severity::Warning;
    }
    Some(finding)
}
