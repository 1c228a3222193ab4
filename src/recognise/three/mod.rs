//! Binds table 三: its rows are aligned with the form's as a diff does, by the likeness of labels.

mod candidate;
mod figures;
mod notes;
mod rows;

use super::columns::WIDTH;
use super::labels::SURE;
use super::lines::Line;
use super::{Around, Doubt, Oddity, Sheet, SheetState};
use crate::form::Edition;
use crate::order;
use candidate::{Candidate, candidates};
use figures::{keep, read_rows};
use notes::note_rows;
use rows::{OTHER_2019, assign_rows, edition_of, instances};

/// Tables beside the largest that are compared with it.
const RIVALS: usize = 8;

/// Finds and binds the table among lines. `fallback` is the edition that the rest of the report points to.
pub fn bind(lines: &[Line], fallback: Option<Edition>, around: Around) -> Sheet {
    let candidates = candidates(lines);
    let tables = instances(&candidates);
    // Of copies the first.
    let Some(largest) = tables.iter().rev().max_by_key(|t| t.len()) else {
        return Sheet::default();
    };
    if !is_table(largest) {
        return Sheet::default();
    }
    let sheet = bind_one(largest, lines, fallback, around);
    // Another table of about the same size: two years or two units in one document.
    let rivals = tables
        .iter()
        .filter(|t| !std::ptr::eq(*t, largest) && t.len() * 2 > largest.len());
    for other in rivals.take(RIVALS) {
        let other = bind_one(other, lines, fallback, around);
        let figures = |s: &Sheet| {
            s.figures
                .iter()
                .map(|(k, f)| (*k, f.value))
                .collect::<Vec<_>>()
        };
        if figures(&other) != figures(&sheet) {
            return Sheet {
                state: SheetState::CannotTell(Doubt::Twice),
                place: sheet.place,
                ..Sheet::default()
            };
        }
    }
    sheet
}

/// One sure row is enough where it has its seven figures; labels without figures are enough when there are many.
fn is_table(rows: &[&Candidate]) -> bool {
    /// So many labels of the form are no accident.
    const LABELS: usize = 3;
    let sure = rows
        .iter()
        .filter(|c| c.best().is_some_and(|(_, s)| s >= SURE));
    sure.clone().count() >= LABELS
        || sure
            .clone()
            .any(|c| c.tail().len() >= WIDTH && c.line.has_number())
}

fn bind_one(
    rows: &[&Candidate],
    lines: &[Line],
    fallback: Option<Edition>,
    around: Around,
) -> Sheet {
    let mut sheet = Sheet {
        state: SheetState::Bound,
        ..Sheet::default()
    };
    let has_items = rows.iter().any(|c| {
        c.is_row()
            && c.best()
                .is_some_and(|(r, s)| (OTHER_2019 + 1..OTHER_2019 + 3).contains(&r) && s >= SURE)
    });
    let (bound, leftover) = assign_rows(rows, has_items);
    sheet.rows_of = edition_of(&bound).or(fallback);
    sheet.place = bound.first().and_then(|(_, c)| c.label()).map(|p| p.place);
    for (row, cells) in read_rows(&bound, lines, &mut sheet) {
        match cells {
            Ok(cells) => keep(&mut sheet, row as u8, &cells),
            Err(doubt) => {
                let place = bound
                    .iter()
                    .find(|(r, _)| *r == row)
                    .and_then(|(_, c)| c.label())
                    .map(|p| p.place);
                if let Some(place) = place {
                    sheet.oddities.push(Oddity::RowDoubtful {
                        row: row as u8,
                        doubt,
                        place,
                    });
                }
            }
        }
    }
    note_rows(&mut sheet, &bound, &leftover, lines, around);
    order::by_key(&mut sheet.figures, |(key, _)| *key);
    if sheet.figures.is_empty() {
        let doubt = sheet.oddities.iter().find_map(|o| match o {
            Oddity::RowDoubtful { doubt, .. } => Some(*doubt),
            _ => None,
        });
        sheet.state = SheetState::CannotTell(doubt.unwrap_or(Doubt::NoFigures));
    }
    sheet
}
