//! A dash or a word where a number belongs. It is read as a blank and named once for each table.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table};
use crate::order;
use crate::recognise::{Figure, Filled, Value};

pub const RULE: Rule = Rule {
    id: "figure-dash",
    severity: Severity::Info,
    title: Head {
        zh: "用横线、斜线或“无”代替数字",
        en: "A dash or a word instead of a number",
    },
    basis: Head {
        zh: "填报惯例：没有发生的填 0",
        en: "Practice: what did not happen is written as 0",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let dashes = look::pick(filled, table, |_, figure| figure.value == Value::Dash);
        let found = told(&dashes, name::edition(filled, table));
        look::end_figures(&RULE, filled, table, found, says);
    }
}

fn told(dashes: &[(Key, &Figure)], edition: Edition) -> Vec<Finding> {
    if dashes.is_empty() {
        return Vec::new();
    }
    let keys = look::keys(dashes);
    let mut signs: Vec<&str> = dashes.iter().map(|(_, figure)| figure.raw.trim()).collect();
    order::by_key(&mut signs, |&sign| sign);
    signs.dedup();
    let name = name::cells(&keys, edition);
    let what = Words::new(
        format!("{}填的是“{}”", name.zh, signs.join("”“")),
        format!("{}: “{}” instead of a number", name.en, signs.join("”, “")),
    );
    let how = Words::new(
        "没有发生的，通常填 0",
        "Where nothing happened, 0 is usually written",
    );
    vec![RULE.finding(look::subject(&keys), keys, what, how)]
}
