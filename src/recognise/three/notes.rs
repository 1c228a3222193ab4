//! What is odd about table 三 beside its figures: labels, moved, missing and extra rows and columns, figures of groups.

use super::super::columns::{self, Cells, Heads};
use super::super::labels::{SURE, THREE_ROWS};
use super::super::lines::{Line, Piece};
use super::super::{Around, Doubt, Label, Oddity, Sheet, align};
use super::candidate::{Candidate, candidate};
use super::rows::Bound;
use crate::form::table3::{COLUMNS, GROUPS, ROWS, row_is_in};
use crate::form::{Edition, Key, Table};
use crate::model::Shape;
use crate::order;
use crate::text::fold::{fold, likeness};

pub fn note_columns(sheet: &mut Sheet, tail: &[Piece], cells: &Cells, heads: &Heads) {
    for (column, cell) in (0u8..).zip(cells) {
        let oddity = Oddity::ColumnMissing { column };
        if cell.is_none() && !sheet.oddities.contains(&oddity) {
            sheet.oddities.push(oddity);
        }
    }
    if let Some(extra) = columns::extra_figures(tail, cells) {
        let head = heads.unknown.iter().find(|p| p.column == extra.column);
        let text = head.map_or("", |p| p.text).trim().to_string();
        let known = |o: &Oddity| matches!(o, Oddity::ColumnExtra { text: t, .. } if *t == text);
        if !sheet.oddities.iter().any(known) {
            sheet.oddities.push(Oddity::ColumnExtra {
                text,
                place: head.unwrap_or(&extra).place,
            });
        }
    }
}

pub fn note_heads(sheet: &mut Sheet, heads: &Heads) {
    for head in &heads.known {
        if let Some(column) = COLUMNS.get(head.column) {
            // A head broken over two cells of a stream is no other wording.
            let found = match head.is_broken {
                true => column.head.zh,
                false => head.piece.text,
            };
            sheet.labels.push(Label {
                found: found.to_string(),
                printed: column.head.zh,
                place: head.piece.place,
                key: None,
            });
        }
    }
}

pub fn note_rows(
    sheet: &mut Sheet,
    bound: &Bound,
    leftover: &[&Candidate],
    lines: &[Line],
    around: Around,
) {
    let mut in_order: Vec<&(usize, &Candidate)> = bound.iter().collect();
    order::by_key(&mut in_order, |(_, c)| c.at);
    note_labels(sheet, &in_order);
    note_moves(sheet, &in_order);
    let (first, last) = (
        in_order.first().map_or(0, |c| c.1.at),
        in_order.last().map_or(0, |c| c.1.at),
    );
    for candidate in leftover.iter().filter(|c| (first..=last).contains(&c.at)) {
        repeated_or_extra(sheet, candidate, bound);
    }
    note_unlabelled(sheet, &in_order, lines);
    let found: Vec<u8> = bound.iter().map(|(r, _)| *r as u8).collect();
    let edition = sheet.rows_of.unwrap_or(Edition::E2021);
    let place = sheet.place;
    for row in (0..ROWS.len() as u8).filter(|&r| row_is_in(r, edition)) {
        if !found.contains(&row) {
            sheet.oddities.push(around.missing(row, &found, place));
        }
    }
}

fn note_labels(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)]) {
    for (row, candidate) in in_order {
        let (Some(printed), Some(label)) = (ROWS.get(*row), candidate.label()) else {
            continue;
        };
        // A label that breaks off at the end of the text has no figures either.
        if candidate.tail().is_empty() {
            continue;
        }
        let key = Some(Key {
            table: Table::Three,
            row: *row as u8,
            column: 0,
        });
        // The label may stand in several pieces: what was joined is what was found.
        let found = match &candidate.mended {
            Some(whole) => whole.clone(),
            None => joined(candidate, *row),
        };
        sheet.labels.push(Label {
            found,
            printed: printed.head.zh,
            place: label.place,
            key,
        });
    }
}

/// The run of pieces that ends at the label and is most like the printed one.
fn joined(candidate: &Candidate, row: usize) -> String {
    let end = candidate.label_at.map_or(0, |at| at + 1);
    let run = candidate.line.pieces.get(..end).unwrap_or(&[]);
    // The number of the row is no part of it.
    let from = run.iter().rposition(|p| p.figure).map_or(0, |at| at + 1);
    let run = run.get(from..).unwrap_or(&[]);
    let joins = (1..=run.len().min(4)).map(|n| {
        run.iter()
            .skip(run.len() - n)
            .map(|p| p.text)
            .collect::<String>()
    });
    let alike = |text: &String| {
        THREE_ROWS
            .get(row)
            .map_or(0.0, |r| likeness(&fold(text).core, &r.core))
    };
    // A head or a group label before it makes it less alike; its number may stand in a piece of its own.
    joins
        .map(|t| (alike(&t), t))
        .fold((-1.0, String::new()), |a, b| if b.0 >= a.0 { b } else { a })
        .1
}

fn note_moves(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)]) {
    let order: Vec<usize> = in_order.iter().map(|(row, _)| *row).collect();
    let kept = align::longest_rising(&order);
    for (row, candidate) in in_order {
        if !kept.contains(row)
            && let Some(label) = candidate.label()
        {
            sheet.oddities.push(Oddity::RowMoved {
                row: *row as u8,
                place: label.place,
            });
        }
    }
}

/// A row label that comes twice: the same figures again are a repetition (a page break), others leave the row in doubt.
fn repeated_or_extra(sheet: &mut Sheet, candidate: &Candidate, bound: &Bound) {
    let Some(label) = candidate.label() else {
        return;
    };
    if !candidate.line.has_number() {
        return;
    }
    let twin = candidate
        .best()
        .and_then(|(row, s)| bound.iter().find(|(r, _)| *r == row && s >= SURE));
    match twin {
        Some((row, first)) => {
            let texts = |c: &Candidate| {
                c.tail()
                    .iter()
                    .map(|p| p.text.trim().to_string())
                    .collect::<Vec<_>>()
            };
            if texts(first) != texts(candidate) {
                sheet.figures.retain(|(key, _)| key.row as usize != *row);
                sheet.oddities.push(Oddity::RowDoubtful {
                    row: *row as u8,
                    doubt: Doubt::Twice,
                    place: label.place,
                });
            }
        }
        None => sheet.oddities.push(Oddity::RowExtra {
            text: label.text.trim().to_string(),
            place: label.place,
        }),
    }
}

/// Lines with figures between the rows of the table that are no row of it: group labels with numbers, or extra rows.
fn note_unlabelled(sheet: &mut Sheet, in_order: &[&(usize, &Candidate)], lines: &[Line]) {
    let (Some(first), Some(last)) = (in_order.first(), in_order.last()) else {
        return;
    };
    let taken: Vec<usize> = in_order.iter().map(|(_, c)| c.at).collect();
    let blocks: Vec<usize> = in_order.iter().map(|(_, c)| c.line.block).collect();
    let mut group = None;
    for (at, line) in lines.iter().enumerate().take(last.1.at).skip(first.1.at) {
        if taken.contains(&at)
            || !line.has_number()
            || line.shape == Shape::Stream
            || !blocks.contains(&line.block)
        {
            continue;
        }
        let candidate = candidate(line, at, &mut group);
        let Some(label) = candidate.label() else {
            continue;
        };
        if candidate.is_group
            && let Some(name) = candidate.group.and_then(|g| GROUPS.get(g))
        {
            sheet.oddities.push(Oddity::GroupFigures {
                group: name,
                place: label.place,
            });
        } else if candidate.best().is_none() {
            sheet.oddities.push(Oddity::RowExtra {
                text: label.text.trim().to_string(),
                place: label.place,
            });
        }
    }
}
