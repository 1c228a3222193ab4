//! Rows of the form that a table does not have.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Key, Table};
use crate::recognise::{Filled, Oddity};

pub const RULE: Rule = Rule {
    id: "form-row-missing",
    severity: Severity::Error,
    title: Head {
        zh: "表格缺行",
        en: "A table lacks rows of the form",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附表格；试行格式为〔2019〕60号",
        en: "The tables printed in 国办公开办函〔2021〕30号; for 2019 and 2020 in 〔2019〕60号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let rows: Vec<u8> = look::oddities(filled, table)
            .filter_map(|oddity| match oddity {
                Oddity::RowMissing { row } => Some(*row),
                _ => None,
            })
            .collect();
        let found = told(filled, table, &rows).into_iter().collect();
        look::end_form(&RULE, filled, table, found, says);
    }
}

fn told(filled: &Filled, table: Table, rows: &[u8]) -> Option<Finding> {
    let edition = name::edition(filled, table);
    let mut cells = Key::all(table, edition);
    cells.retain(|key| rows.contains(&key.row));
    let mut firsts = cells.clone();
    firsts.dedup_by_key(|key| key.row);
    let first = firsts.first()?;
    let subject = match firsts.len() {
        1 => look::row_subject(*first),
        _ => table.name().to_string(),
    };
    let names: Vec<Words> = firsts
        .iter()
        .map(|&key| name::quoted(&name::row_heads(key, edition)))
        .collect();
    let names = name::list(&names, "行", "row");
    let title = table.title();
    let mut there: Vec<u8> = look::figures(filled, table)
        .iter()
        .map(|(key, _)| key.row)
        .collect();
    there.dedup();
    // Where little of a table is there, that is said first.
    let few = (there.len() < firsts.len()).then_some(there.len());
    let what = match few {
        Some(count) => Words::new(
            format!("{}只有 {count} 行，缺少{}", title.zh, names.zh),
            format!(
                "{} has {count} of its rows only and lacks {}",
                title.en, names.en
            ),
        ),
        None => Words::new(
            format!("{}缺少{}", title.zh, names.zh),
            format!("{} lacks {}", title.en, names.en),
        ),
    };
    let how = Words::new(
        "按格式补上；没有发生的，各格通常填 0",
        "Add what the form prints; 0 is usual where nothing happened",
    );
    let mut finding = RULE.finding(subject, cells, what, how);
    finding.place = filled.sheet(table).place;
    Some(finding)
}
