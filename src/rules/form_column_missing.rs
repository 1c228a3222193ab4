//! Columns of the form that a table does not have.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Key, Table};
use crate::order;
use crate::recognise::{Filled, Oddity};

pub const RULE: Rule = Rule {
    id: "form-column-missing",
    severity: Severity::Error,
    title: Head {
        zh: "表格缺列",
        en: "A table lacks columns of the form",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附表格；试行格式为〔2019〕60号",
        en: "The tables printed in 国办公开办函〔2021〕30号; for 2019 and 2020 in 〔2019〕60号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let columns: Vec<u8> = look::oddities(filled, table)
            .filter_map(|oddity| match oddity {
                Oddity::ColumnMissing { column } => Some(*column),
                _ => None,
            })
            .collect();
        let found = told(filled, table, &columns).into_iter().collect();
        look::end_form(&RULE, filled, table, found, says);
    }
}

fn told(filled: &Filled, table: Table, columns: &[u8]) -> Option<Finding> {
    let edition = name::edition(filled, table);
    // In table 四 a column is one of the five heads, in table 二 one of the heads of a block: absent cells tell which.
    let mut cells = Key::all(table, edition);
    cells.retain(|&key| columns.contains(&key.column) && filled.figure(key).is_none());
    let mut firsts = cells.clone();
    order::by_key(&mut firsts, |key| (key.column, key.row));
    firsts.dedup_by_key(|key| key.column);
    firsts.first()?;
    let names: Vec<Words> = firsts
        .iter()
        .map(|&key| name::quoted(&name::column_heads(key, edition)))
        .collect();
    let names = name::list(&names, "列", "column");
    let title = table.title();
    let what = Words::new(
        format!("{}缺少{}", title.zh, names.zh),
        format!("{} lacks {}", title.en, names.en),
    );
    let how = Words::new(
        "按格式补上；没有发生的，各格通常填 0",
        "Add what the form prints; 0 is usual where nothing happened",
    );
    let mut finding = RULE.finding(table.name().to_string(), cells, what, how);
    finding.place = filled.sheet(table).place;
    Some(finding)
}
