//! A row of table 三 whose 总计 is filled while its six applicant cells are blank.

use super::{Head, Rule, Says, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table, table3};
use crate::recognise::{Figure, Filled, Value};

pub const RULE: Rule = Rule {
    id: "figure-total-only",
    severity: Severity::Warning,
    title: Head {
        zh: "只填总计，未分申请人",
        en: "A total without its applicants",
    },
    basis: Head {
        zh: "填报惯例：先按申请人类别填写，再填总计",
        en: "Practice: the applicant columns are filled, then the total",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let rows = rows(filled);
    let edition = name::edition(filled, Table::Three);
    let found = match rows.len() {
        0 => Vec::new(),
        1..=look::ONE_BY_ONE => rows.iter().map(|row| told(row, edition)).collect(),
        _ => vec![told_together(&rows)],
    };
    look::end_figures(&RULE, filled, Table::Three, found, says);
}

/// The rows of which only 总计 is filled: their cells, 总计 first.
pub fn rows(filled: &Filled) -> Vec<Vec<(Key, &Figure)>> {
    let figures = look::pick(filled, Table::Three, |_, _| true);
    let rows = figures.chunk_by(|(a, _), (b, _)| a.row == b.row);
    rows.filter_map(|row| {
        let (total, applicants) = row.split_last()?;
        let filled_total =
            total.0.column == table3::TOTAL_COLUMN && total.1.value.number().is_some();
        let blank = applicants
            .iter()
            .all(|(_, figure)| figure.value == Value::Blank);
        let whole = applicants.len() == usize::from(table3::TOTAL_COLUMN);
        (filled_total && blank && whole).then(|| {
            let mut cells = vec![*total];
            cells.extend(applicants);
            cells
        })
    })
    .collect()
}

fn how() -> Words {
    Words::new(
        "请按申请人类别分别填写；没有的，通常填 0",
        "Write the number of each kind of applicant; 0 is usual where there is none",
    )
}

fn told(row: &[(Key, &Figure)], edition: Edition) -> Finding {
    let keys = look::keys(row);
    let first = row.first();
    let name = first.map_or(Words::default(), |(key, _)| name::row(*key, edition));
    let total = first
        .and_then(|(_, figure)| figure.value.number())
        .unwrap_or_default();
    let what = Words::new(
        format!("{}只填了总计 {total}，六类申请人为空", name.zh),
        format!(
            "{}: total {total}, but its six applicant cells are blank",
            name.en
        ),
    );
    let subject = first.map_or(String::new(), |(key, _)| look::row_subject(*key));
    RULE.finding(subject, keys, what, how())
}

fn told_together(rows: &[Vec<(Key, &Figure)>]) -> Finding {
    let keys: Vec<Key> = rows.iter().flat_map(|row| look::keys(row)).collect();
    let count = rows.len();
    let what = Words::new(
        format!("表三有 {count} 行只填了总计，六类申请人为空"),
        format!("Table 3: in {count} rows only the total is filled"),
    );
    RULE.finding(look::subject(&keys), keys, what, how())
}
