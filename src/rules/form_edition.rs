//! The tables follow another edition than the year of the report asks for.

use super::{Head, Rule, Says};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::{Edition, Key, Table, table3};
use crate::recognise::{Filled, SheetState};

pub const RULE: Rule = Rule {
    id: "form-edition",
    severity: Severity::Error,
    title: Head {
        zh: "表格版本与年度不符",
        en: "The tables are of another edition than the year",
    },
    basis: Head {
        zh: "2019、2020 年用国办公开办函〔2019〕60号，2021 年起用〔2021〕30号",
        en: "〔2019〕60号 for 2019 and 2020, 〔2021〕30号 from 2021",
    },
    check,
};

/// Table 四 is the same in both editions.
const DIFFER: [Table; 2] = [Table::Two, Table::Three];

fn check(filled: &Filled, says: &mut Says) {
    for table in DIFFER {
        let sheet = filled.sheet(table);
        let outcome = match (sheet.state, sheet.rows_of, filled.title.year) {
            (SheetState::Missing, ..) => Outcome::NotApplicable,
            (_, None, _) => {
                cannot_tell(table, "分不出是哪一版的表格", "its edition cannot be told")
            }
            (_, _, None) => cannot_tell(table, "标题中没有年度", "the title names no year"),
            (_, Some(edition), Some(year)) => match Edition::of_year(year) {
                None => Outcome::NotApplicable,
                Some(due) if due == edition => Outcome::Held,
                Some(due) => {
                    says.find(told(filled, table, edition, due, year));
                    Outcome::Broken
                }
            },
        };
        says.end(RULE.id, table.name(), outcome);
    }
}

fn cannot_tell(table: Table, zh: &str, en: &str) -> Outcome {
    let title = table.title();
    Outcome::CannotTell(Words::new(
        format!("{}：{zh}", title.zh),
        format!("{}: {en}", title.en),
    ))
}

fn told(filled: &Filled, table: Table, edition: Edition, due: Edition, year: i32) -> Finding {
    let (title, used, act) = (table.title(), edition.name(), due.act());
    let what = match (table, due) {
        (Table::Three, Edition::E2021) => Words::new(
            format!(
                "{year} 年度报告的表三「{}」只有一行，是 {used} 年试行格式",
                table3::OTHER
            ),
            format!(
                "Table 3 of a report on {year} has one row “(6) Other”, as in the {used} edition"
            ),
        ),
        _ => Words::new(
            format!("{year} 年度报告的{}用的是 {used} 年格式", title.zh),
            format!(
                "{} of a report on {year} follows the {used} edition",
                title.en
            ),
        ),
    };
    let how = match (table, due) {
        (Table::Three, Edition::E2021) => Words::new(
            format!("按{act}把这一行分为“逾期不补正”“逾期未缴费”“其他”三行"),
            format!("Split that row into the three rows of {act}"),
        ),
        _ => Words::new(
            format!("换用{act}的{}", title.zh),
            format!("Use {} of {act}", title.en),
        ),
    };
    let cells = match table {
        Table::Three => other_cells(filled, edition),
        _ => Vec::new(),
    };
    let mut finding = RULE.finding(table.name().to_string(), cells, what, how);
    finding.place = filled.sheet(table).place;
    finding
}

/// The rows in which the editions of table 三 differ: those under （六）其他处理.
fn other_cells(filled: &Filled, edition: Edition) -> Vec<Key> {
    let differs = |key: &Key| {
        let row = table3::ROWS.get(key.row as usize);
        row.is_some_and(|row| row.only == Some(edition))
    };
    let figures = filled.sheet(Table::Three).figures.iter();
    figures.map(|(key, _)| *key).filter(differs).collect()
}
