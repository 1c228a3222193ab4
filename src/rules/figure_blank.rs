//! A blank where a number belongs: blank tables, columns and rows as one, scattered blanks with the value that would complete their sums.

use super::{Head, Rule, Says, figure_total_only, look, name};
use crate::finding::{Finding, Severity, Words};
use crate::form::{Edition, Key, Table, sums::FAMILIES};
use crate::model::Quantity;
use crate::recognise::{Filled, Value};
use crate::sums::{self, Standing, Sums};

pub const RULE: Rule = Rule {
    id: "figure-blank",
    severity: Severity::Warning,
    title: Head {
        zh: "该填数字的格为空",
        en: "A blank where a number belongs",
    },
    basis: Head {
        zh: "填报惯例：没有发生的填 0",
        en: "Practice: what did not happen is written as 0",
    },
    check,
};

fn check(filled: &Filled, says: &mut Says) {
    for table in Table::ALL {
        let blanks = look::pick(filled, table, |_, figure| figure.value == Value::Blank);
        let found = told(filled, table, look::keys(&blanks));
        look::end_figures(&RULE, filled, table, found, says);
    }
}

/// Blanks of one table: the whole table, or its blank columns, its blank rows, and the rest.
fn told(filled: &Filled, table: Table, mut blanks: Vec<Key>) -> Vec<Finding> {
    let edition = name::edition(filled, table);
    let all: Vec<Key> = look::figures(filled, table)
        .iter()
        .map(|(key, _)| *key)
        .collect();
    if blanks.is_empty() {
        return Vec::new();
    }
    if blanks.len() == all.len() {
        return vec![told_together(blanks, edition)];
    }
    // The blanks beside a lone total are told with it.
    let rows = figure_total_only::rows(filled);
    let with_total: Vec<Key> = rows.iter().flat_map(|row| look::keys(row)).collect();
    let mut found = Vec::new();
    let lines: &[fn(Key) -> u8] = match table {
        Table::Two => &[],
        Table::Three => &[|key| key.column, |key| key.row],
        Table::Four => &[|key| key.row],
    };
    for line in lines {
        let whole = whole_lines(&all, &blanks, *line);
        blanks.retain(|key| !whole.contains(key));
        if !whole.iter().all(|key| with_total.contains(key)) {
            found.push(told_together(whole, edition));
        }
    }
    blanks.retain(|key| !with_total.contains(key));
    if blanks.len() > look::ONE_BY_ONE {
        found.push(told_together(blanks, edition));
    } else {
        found.extend(blanks.iter().map(|&key| told_alone(filled, key, edition)));
    }
    found
}

/// The blanks of those columns, or rows, in which everything is blank.
fn whole_lines(all: &[Key], blanks: &[Key], line: fn(Key) -> u8) -> Vec<Key> {
    let is_whole = |blank: &Key| {
        let mut same = all.iter().filter(|key| line(**key) == line(*blank));
        same.all(|key| blanks.contains(key))
    };
    blanks.iter().copied().filter(is_whole).collect()
}

fn told_together(keys: Vec<Key>, edition: Edition) -> Finding {
    let name = name::cells(&keys, edition);
    let what = Words::new(format!("{}为空", name.zh), format!("{}: blank", name.en));
    let how = Words::new(
        "没有发生的，通常填 0",
        "Where nothing happened, 0 is usually written",
    );
    RULE.finding(look::subject(&keys), keys, what, how)
}

fn told_alone(filled: &Filled, key: Key, edition: Edition) -> Finding {
    let name = name::cell(key, edition);
    let what = Words::new(format!("{}为空", name.zh), format!("{} is blank", name.en));
    let completing = completing(filled, key);
    let how = match completing {
        Some(value) => Words::new(
            format!("按合计推算为 {value}，请核对后填写"),
            format!("By the sums it would be {value}; check and write it"),
        ),
        None => Words::new(
            "请核对后填写；没有发生的，通常填 0",
            "Check and write the number; 0 is usual where nothing happened",
        ),
    };
    let mut finding = RULE.finding(key.name(), vec![key], what, how);
    finding.expected = completing;
    finding
}

/// The value that completes every sum of a blank, if its sums agree on one.
fn completing(filled: &Filled, key: Key) -> Option<Quantity> {
    let mut values = Vec::new();
    for family in FAMILIES {
        let Sums::Told(told) = sums::of_family(family, filled) else {
            continue;
        };
        for sum in told {
            let mut terms = sum.equation.terms();
            if terms.any(|(term, _)| term == key) {
                values.extend(value_in(&sum, key));
            }
        }
    }
    let first = *values.first()?;
    values.iter().all(|value| *value == first).then_some(first)
}

/// What one sum says of a blank.
fn value_in(sum: &sums::Sum, key: Key) -> Option<Quantity> {
    match sum.tally.standing {
        Standing::Open {
            completing: Some((blank, value)),
        } if blank == key => Some(value),
        // Blanks on one side only: nothing but 0 keeps it true.
        Standing::Held if sum.tally.open_left == 0 || sum.tally.open_right == 0 => {
            Some(Quantity::ZERO)
        }
        _ => None,
    }
}
