//! What the differences of all cells together say: a unit's report left out, counted twice, or not given. One slip
//! of a pen makes no report of its own.

use super::CellSum;
use super::told::Told;
use crate::finding::{Outcome, Words};
use crate::form::{Key, sums};
use crate::model::Quantity;
use crate::recognise::{Area, Filled, Unit};
use crate::sums::{Standing, Term, add};

/// What the differences are.
pub enum Apart<'a> {
    /// Just the figures of a unit, which the report lacks.
    LeftOut(&'a Unit),
    /// Just the figures of a unit, which the report has once more.
    Twice(&'a Unit),
    /// Figures over the sum, which balance as those of a report do.
    NotGiven,
}

/// Reads the differences as a report; none where one cell is not known, or where they are none.
pub fn apart<'a>(filled: &Filled, area: &'a Area, cells: &[CellSum]) -> Option<Apart<'a>> {
    /// Fewer cells may agree with a unit's by chance.
    const LEAST: usize = 4;
    let compared = |cell: &CellSum| matches!(cell.outcome, Outcome::Held | Outcome::Broken);
    if !cells.iter().all(compared) {
        return None;
    }
    let of = |cell: &CellSum| (cell.key, cell.found.unwrap_or_default().0 - cell.sum.0);
    let over: Vec<(Key, i64)> = cells.iter().map(of).filter(|(_, by)| *by != 0).collect();
    if over.len() < LEAST {
        return None;
    }
    let is_of = |unit: &Unit| {
        let figures = unit.figures.iter();
        let own = figures.filter_map(|(key, value)| Some((*key, (*value)?.0)));
        let own = own.filter(|(key, by)| *by != 0 && cells.iter().any(|cell| cell.key == *key));
        own.eq(over.iter().map(|(key, by)| (*key, by.abs())))
    };
    let unit = || area.counted().find(|(_, unit)| is_of(unit));
    if over.iter().all(|(_, by)| *by < 0) {
        return unit().map(|(_, unit)| Apart::LeftOut(unit));
    }
    if over.iter().any(|(_, by)| *by < 0) {
        return None;
    }
    match unit() {
        Some((_, unit)) => Some(Apart::Twice(unit)),
        None => (!area.has_list && balances(filled, &over)).then_some(Apart::NotGiven),
    }
}

/// Whether figures, with 0 in every other cell, make each sum of the form.
fn balances(filled: &Filled, figures: &[(Key, i64)]) -> bool {
    let figure = |key: Key| {
        let found = figures.iter().find(|(other, _)| *other == key);
        Term::Number(Quantity(found.map_or(0, |(_, by)| *by)))
    };
    sums::FAMILIES.iter().all(|family| {
        let equations = family.equations(filled.edition_of(family.table()));
        let mut stand = equations
            .iter()
            .map(|equation| add(equation, figure).standing);
        stand.all(|standing| standing == Standing::Held)
    })
}

/// In words; the unit is named.
pub fn told(apart: &Apart) -> Told {
    match apart {
        Apart::LeftOut(unit) => {
            let name = unit.name();
            let words = Words::new(
                format!("表三、表四各格少的数恰好是「{name}」的数，汇总时可能漏了它"),
                format!(
                    "what the cells of tables 3 and 4 fall short of is just what “{name}” has; it may have been left out"
                ),
            );
            (name.to_string(), words)
        }
        Apart::Twice(unit) => {
            let name = unit.name();
            let words = Words::new(
                format!("表三、表四各格多的数恰好是「{name}」的数，汇总时可能把它计了两次"),
                format!(
                    "what the cells of tables 3 and 4 have over is just what “{name}” has; it may have been counted twice"
                ),
            );
            (name.to_string(), words)
        }
        Apart::NotGiven => (String::new(), not_given()),
    }
}

/// Why the cells are not held against the report.
pub fn not_given() -> Words {
    Words::new(
        "表三、表四各格多出的数自成一份勾稽平衡的报告，很可能有单位的报告没有放进来",
        "what the cells of tables 3 and 4 have over balances as a report of its own: some unit’s report is likely not among those given",
    )
}
