//! A row that stands elsewhere than in the form.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Key, Table};
use crate::model::PlaceId;
use crate::recognise::{Filled, Oddity};

pub const RULE: Rule = Rule {
    id: "form-row-order",
    severity: Severity::Error,
    title: Head {
        zh: "表格各行顺序与格式不同",
        en: "The rows of a table are not in the order of the form",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附表格；试行格式为〔2019〕60号",
        en: "The tables printed in 国办公开办函〔2021〕30号; for 2019 and 2020 in 〔2019〕60号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let found = look::oddities(filled, table)
            .filter_map(|oddity| match oddity {
                Oddity::RowMoved { row, place } => told(filled, table, *row, *place),
                _ => None,
            })
            .collect();
        look::end_form(&RULE, filled, table, found, says);
    }
}

fn told(filled: &Filled, table: Table, row: u8, place: PlaceId) -> Option<Finding> {
    let edition = name::edition(filled, table);
    let all = Key::all(table, edition);
    let cells: Vec<Key> = all.iter().copied().filter(|key| key.row == row).collect();
    let first = *cells.first()?;
    let name = name::row(first, edition);
    let what = Words::new(
        format!("{}的位置与格式不同", name.zh),
        format!("{} stands elsewhere than in the form", name.en),
    );
    let before = all.iter().rfind(|key| key.row < row);
    let how = match before {
        Some(&key) => {
            let before = name::row_heads(key, edition);
            Words::new(
                format!("移到「{}」之后", before.zh),
                format!("Move it behind “{}”", before.en),
            )
        }
        None => Words::new("移到表格的第一行", "Move it to the top of the table"),
    };
    let mut finding = RULE.finding(look::row_subject(first), cells, what, how);
    finding.place = Some(place);
    Some(finding)
}
