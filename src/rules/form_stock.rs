//! Fewer documents in force than were issued in the year although none was repealed.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Key, Table};
use crate::model::Quantity;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "form-stock",
    severity: Severity::Warning,
    title: Head {
        zh: "现行有效件数少于本年制发件数",
        en: "Fewer in force than were issued",
    },
    basis: Head {
        zh: "表二的列名：本年制发、没有废止的，应在现行有效之中",
        en: "The heads of table 2: what was issued and not repealed is in force",
    },
    check,
};

const ROWS: [&str; 2] = ["regulations", "normative"];

fn check(filled: &Filled, says: &mut Says) {
    let found = ROWS.iter().filter_map(|row| {
        let of = |column: &str| {
            let key = Key::parse(&format!("t2.{row}.{column}"))?;
            let figures = look::figures(filled, Table::Two).iter();
            let (_, figure) = figures.clone().find(|(k, _)| *k == key)?;
            Some((key, figure.value.number()?))
        };
        let repealed = || of("repealed").is_some_and(|(_, n)| n == Quantity::ZERO);
        let current = of("in_force").zip(of("issued")).filter(|_| repealed());
        let before = || of("total_published").zip(of("published"));
        let (stock, flow) = current.or_else(before)?;
        (stock.1 < flow.1).then(|| told(filled, stock, flow))
    });
    let found: Vec<Finding> = found.collect();
    look::end_figures(&RULE, filled, Table::Two, found, says);
}

fn told(filled: &Filled, stock: (Key, Quantity), flow: (Key, Quantity)) -> Finding {
    let edition = name::edition(filled, Table::Two);
    let (name, other) = (
        name::cell(stock.0, edition),
        name::column_heads(flow.0, edition),
    );
    let what = Words::new(
        format!(
            "{}是 {}，少于「{}」的 {}",
            name.zh, stock.1, other.zh, flow.1
        ),
        format!(
            "{} is {}, less than “{}”, {}",
            name.en, stock.1, other.en, flow.1
        ),
    );
    let how = Words::new(
        "请核对两个数：本年制发、没有废止的，通常都计入现行有效",
        "Check both: what was issued and not repealed usually counts as in force",
    );
    let mut finding = RULE.finding(stock.0.name(), vec![stock.0, flow.0], what, how);
    finding.found = Some(stock.1);
    finding
}
