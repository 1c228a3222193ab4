//! Numbers in the row of a group label （三） to （六）, where the form prints none.

use super::{Head, Rule, Says, look};
use crate::finding::{Finding, Severity, Words};
use crate::form::Table;
use crate::model::PlaceId;
use crate::recognise::{Filled, Oddity};

pub const RULE: Rule = Rule {
    id: "form-group-figures",
    severity: Severity::Warning,
    title: Head {
        zh: "分类行填了数字",
        en: "Numbers in the row of a group label",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号所附表格；试行格式为〔2019〕60号",
        en: "The tables printed in 国办公开办函〔2021〕30号; for 2019 and 2020 in 〔2019〕60号",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    let found = look::oddities(filled, Table::Three)
        .filter_map(|oddity| match oddity {
            Oddity::GroupFigures { group, place } => Some(told(group, *place)),
            _ => None,
        })
        .collect();
    look::end_form(&RULE, filled, Table::Three, found, says);
}

fn told(group: &str, place: PlaceId) -> Finding {
    let what = Words::new(
        format!("表三「{group}」自成一行，填了小计"),
        format!("Table 3: the group label “{group}” has figures of its own"),
    );
    let how = Words::new(
        "格式在这一行没有数字格；删去小计，只填下面各项",
        "The form has no figures there; remove the subtotal and fill the items below it",
    );
    let mut finding = RULE.finding(Table::Three.name().to_string(), Vec::new(), what, how);
    finding.place = Some(place);
    finding
}
