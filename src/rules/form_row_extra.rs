//! A row with figures that the form does not have.

use super::{Head, Rule, Says, look};
use crate::finding::{Finding, Severity, Words};
use crate::form::Table;
use crate::model::PlaceId;
use crate::recognise::{Filled, Oddity};

pub const RULE: Rule = Rule {
    id: "form-row-extra",
    severity: Severity::Warning,
    title: Head {
        zh: "表格多出一行",
        en: "A table has a row that the form does not have",
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
                Oddity::RowExtra { text, place } => Some(told(table, text, *place)),
                _ => None,
            })
            .collect();
        look::end_form(&RULE, filled, table, found, says);
    }
}

fn told(table: Table, text: &str, place: PlaceId) -> Finding {
    let (title, text) = (table.title(), look::clipped(text));
    let what = match text.is_empty() {
        true => Words::new(
            format!("{}多出一个没有名称的行", title.zh),
            format!(
                "{} has a row without a head that the form does not have",
                title.en
            ),
        ),
        false => Words::new(
            format!("{}多出「{text}」行", title.zh),
            format!(
                "{} has a row “{text}” that the form does not have",
                title.en
            ),
        ),
    };
    let how = Words::new(
        "核对后删去，它的数字归入格式中的行",
        "Check and remove it; its figures belong in the rows of the form",
    );
    let mut finding = RULE.finding(table.name().to_string(), Vec::new(), what, how);
    finding.place = Some(place);
    finding
}
