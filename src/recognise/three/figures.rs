//! The figures of the bound rows, grid by grid, as each has its own columns.

use super::super::columns::{self, Cells, Heads};
use super::super::lines::{Line, Piece};
use super::super::{Doubt, Sheet, figure};
use super::candidate::Candidate;
use super::notes::{note_columns, note_heads};
use super::rows::Bound;
use crate::form::{Key, Table};
use crate::model::Shape;
use crate::order;

/// Reads the figures grid by grid, as each has its own columns.
pub fn read_rows<'a>(
    bound: &Bound<'_, 'a, '_>,
    lines: &[Line<'a>],
    sheet: &mut Sheet,
) -> Vec<(usize, Result<Cells<'a>, Doubt>)> {
    let mut blocks: Vec<usize> = bound.iter().map(|(_, c)| c.line.block).collect();
    order::by_key(&mut blocks, |&block| block);
    blocks.dedup();
    let mut heads = Heads::default();
    let mut rows = Vec::new();
    for block in blocks {
        let here: Vec<&(usize, &Candidate)> = bound
            .iter()
            .filter(|(_, c)| c.line.block == block)
            .collect();
        let Some(shape) = here.first().map(|(_, c)| c.line.shape) else {
            continue;
        };
        let own = heads_of(&here, lines);
        // A table continued on the next page repeats no heads.
        if !own.known.is_empty() || !own.unknown.is_empty() {
            heads = own;
        }
        let tails: Vec<Vec<Piece>> = here.iter().map(|(_, c)| c.tail()).collect();
        let cells = columns::assign(&tails, shape, &heads);
        for (tail, cells) in tails.iter().zip(&cells) {
            if let Ok(cells) = cells {
                note_columns(sheet, tail, cells, &heads);
            }
        }
        rows.extend(here.iter().map(|(row, _)| *row).zip(cells));
    }
    note_heads(sheet, &heads);
    rows
}

fn heads_of<'a>(here: &[&(usize, &Candidate<'a, '_>)], lines: &[Line<'a>]) -> Heads<'a> {
    let rows: Vec<usize> = here.iter().map(|(_, c)| c.at).collect();
    let Some((block, first)) = here.first().map(|(_, c)| (c.line.block, c.at)) else {
        return Heads::default();
    };
    let is_head = |(at, line): &(usize, &Line)| {
        line.block == block && *at < first && !rows.contains(at) && !line.has_number()
    };
    let mut above: Vec<&Line> = lines
        .iter()
        .enumerate()
        .filter(is_head)
        .map(|(_, line)| line)
        .collect();
    // In a stream the heads run into the first label.
    if let Some(line) = lines.get(first).filter(|l| l.shape == Shape::Stream) {
        above.push(line);
    }
    columns::heads(&above)
}

pub fn keep(sheet: &mut Sheet, row: u8, cells: &Cells) {
    for (column, piece) in (0u8..).zip(cells) {
        if let Some(piece) = piece {
            sheet.figures.push((
                Key {
                    table: Table::Three,
                    row,
                    column,
                },
                figure(piece),
            ));
        }
    }
}
