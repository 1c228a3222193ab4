//! A count that is ten times last year's, or a tenth of it: worth a look, perhaps a digit too many.

use super::look::ONE_BY_ONE;
use super::{Head, Rule, Says, look, name, years};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::form::{Key, Table, table2, table3, table4};
use crate::model::Quantity;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "years-jump",
    severity: Severity::Info,
    title: Head {
        zh: "与去年相差十倍以上",
        en: "Ten times last year’s, or a tenth",
    },
    basis: Head {
        zh: "惯例：相差悬殊的数，公布前通常再核对一次",
        en: "Practice: a figure far from last year’s is usually checked once more",
    },
    check,
};

/// So much is a jump.
const TIMES: i64 = 10;

fn check(filled: &Filled, says: &mut Says) {
    let before = match years::before(filled) {
        Ok(before) => before,
        Err(outcome) => return says.end(RULE.id, "", outcome),
    };
    for table in Table::ALL {
        let outcome = match years::both_bound(filled, before, table) {
            Ok(()) => jumps(filled, before, table, says),
            Err(outcome) => outcome,
        };
        says.end(RULE.id, table.name(), outcome);
    }
}

fn jumps(filled: &Filled, before: &Filled, table: Table, says: &mut Says) -> Outcome {
    let edition = filled.edition_of(table);
    let all = Key::all(table, edition).into_iter();
    let found: Vec<(Key, Quantity, Quantity)> = all
        .filter(|key| is_looked_at(*key) && key.is_in(before.edition_of(table)))
        .filter_map(|key| {
            let this = filled.figure(key)?.value.number()?;
            let last = before.figure(key)?.value.number()?;
            is_jump(this.0, last.0).then_some((key, this, last))
        })
        .collect();
    let outcome = match found.is_empty() {
        true => Outcome::Held,
        false => Outcome::Broken,
    };
    let year = filled.title.year.unwrap_or_default() - 1;
    if found.len() <= ONE_BY_ONE {
        for &(key, this, last) in &found {
            let cell = name::cell(key, edition);
            let mut finding = told(
                vec![key],
                Words::new(
                    format!("{}是 {this}，{year} 年是 {last}", cell.zh),
                    format!("{} is {this}, in {year} it was {last}", cell.en),
                ),
            );
            (finding.found, finding.expected) = (Some(this), None);
            says.find(finding);
        }
        return outcome;
    }
    let keys: Vec<Key> = found.iter().map(|(key, ..)| *key).collect();
    let cells = name::cells(&keys, edition);
    says.find(told(
        keys,
        Words::new(
            format!("{}与 {year} 年相差十倍以上", cells.zh),
            format!("{}: ten times {year} or a tenth", cells.en),
        ),
    ));
    outcome
}

fn told(cells: Vec<Key>, what: Words) -> Finding {
    let how = Words::new(
        "请核对：是否多写或少写了数字，或填错了行列；属实的不用改",
        "Check whether a digit is missing or too many, or the cell is another’s; keep what is true",
    );
    RULE.finding(look::subject(&cells), cells, what, how)
}

/// Totals stand for their parts; money and changes are no counts.
fn is_looked_at(key: Key) -> bool {
    match key.table {
        Table::Two => table2::ITEMS
            .get(key.column as usize)
            .is_some_and(|item| item.measure == table2::Measure::Count),
        Table::Three => key.column == table3::TOTAL_COLUMN,
        Table::Four => key.column == table4::TOTAL_ITEM,
    }
}

/// From 0 nothing jumps.
fn is_jump(this: i64, last: i64) -> bool {
    let (less, more) = (this.min(last), this.max(last));
    less > 0 && more / TIMES >= less
}
