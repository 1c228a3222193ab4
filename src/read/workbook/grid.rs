//! Merged cells, and the cells of a region as a grid with the blank ones between them.

use super::{Filled, Sheet};
use crate::model::{Block, Cell, Document, Grid, Paragraph, Place, PlaceId, Shape};
use crate::order;

/// The cells of a sheet and its blank merges, in reading order. What stands under a merge and not in its corner cannot
/// be seen, so it is left out; of two merges that overlap the first counts; a merge ends where the sheet's last text
/// does. `fill` is how many slots merges may still cover across; at 0 the rest of them are left out.
pub fn merge(sheet: &mut Sheet, fill: &mut usize) -> Vec<Filled> {
    let mut cells = std::mem::take(&mut sheet.cells);
    let (height, width) = cells.iter().fold((0, 0), |(height, width), cell| {
        (height.max(cell.row + 1), width.max(cell.column + 1))
    });
    for (rows, columns) in std::mem::take(&mut sheet.merges) {
        if rows.0 < height && columns.0 < width {
            cells.push(Filled {
                rowspan: rows.1.saturating_add(1).min(height) - rows.0,
                colspan: columns.1.saturating_add(1).min(width) - columns.0,
                ..Filled::blank(rows.0, columns.0)
            });
        }
    }
    // Beside a cell in its corner a merge comes second, and then gives it its size.
    order::by_key(&mut cells, |cell| (cell.row, cell.column));
    let mut spots: Vec<Filled> = Vec::with_capacity(cells.len());
    for cell in cells {
        match spots.last_mut() {
            Some(last) if (last.row, last.column) == (cell.row, cell.column) => {
                if (last.rowspan, last.colspan) == (1, 1) {
                    (last.rowspan, last.colspan) = (cell.rowspan, cell.colspan);
                }
            }
            _ => spots.push(cell),
        }
    }
    // For each column, the first row below the merge that reaches down it.
    let mut free_from = vec![0_u32; width as usize];
    spots.retain_mut(|spot| uncovered(spot, &mut free_from, fill));
    spots
}

/// Whether a cell stands under no merge; covers its own slots.
fn uncovered(spot: &mut Filled, free_from: &mut [u32], fill: &mut usize) -> bool {
    let columns = free_from.get_mut(spot.column as usize..);
    let Some(columns) = columns.filter(|c| c.first().is_some_and(|free| *free <= spot.row)) else {
        return false;
    };
    if (spot.rowspan, spot.colspan) == (1, 1) {
        return true;
    }
    if *fill < spot.colspan as usize {
        *fill = 0;
        (spot.rowspan, spot.colspan) = (1, 1);
        return !spot.text.is_empty();
    }
    *fill -= spot.colspan as usize;
    let wanted = columns.iter().take(spot.colspan as usize);
    let free = wanted.take_while(|free| **free <= spot.row).count();
    spot.colspan = free as u32;
    for column in columns.iter_mut().take(free) {
        *column = spot.row + spot.rowspan;
    }
    true
}

/// A cell that stands alone in its rows: each line is a paragraph.
pub fn paragraphs(document: &mut Document, sheet: &str, cell: &Filled) {
    for line in cell.text.lines() {
        let place = place(document, sheet, cell.row + 1, cell.column + 1);
        document.blocks.push(Block::Paragraph(Paragraph {
            text: line.to_owned(),
            place,
            heading: None,
        }));
    }
}

/// The cells of a region, in reading order, as a grid with the blank ones between them; rows without any cell have none.
/// `slots` is how many cells may still be made; true where they did not suffice.
pub fn table(document: &mut Document, sheet: &str, cells: Vec<Filled>, slots: &mut usize) -> bool {
    let mut area = (u32::MAX, u32::MAX, 0, 0);
    for cell in cells.iter().filter(|cell| cell.is_filled()) {
        let (top, left, bottom, right) = area;
        let (below, beside) = cell.end();
        area = (
            top.min(cell.row),
            left.min(cell.column),
            bottom.max(below),
            right.max(beside),
        );
    }
    let (top, left, bottom, right) = area;
    let grid = place(document, sheet, 0, 0);
    let mut out: Vec<Cell> = Vec::new();
    // For each column, the first row below the cell that reaches down it.
    let mut free_from = vec![0_u32; right.saturating_sub(left) as usize];
    let mut cells = cells.into_iter().peekable();
    'rows: while let Some(row) = cells.peek().map(|cell| cell.row) {
        while cells
            .next_if(|cell| cell.row == row && cell.column < left)
            .is_some()
        {}
        // The first column beside the cell before, and the first row below it.
        let mut reach = (0, 0);
        for (column, free) in (left..right).zip(&mut free_from) {
            let found = cells.next_if(|cell| (cell.row, cell.column) == (row, column));
            if column < reach.0 {
                *free = reach.1;
            }
            if *free > row {
                continue;
            }
            if *slots == 0 {
                break 'rows;
            }
            *slots -= 1;
            let mut cell = found.unwrap_or_else(|| Filled::blank(row, column));
            // A blank merge may reach beyond what is filled.
            cell.rowspan = cell.rowspan.min(bottom - row);
            cell.colspan = cell.colspan.min(right - column);
            reach = (cell.end().1, cell.end().0);
            *free = reach.1;
            out.push(Cell {
                row: row - top,
                column: column - left,
                rowspan: cell.rowspan,
                colspan: cell.colspan,
                text: cell.text,
                place: place(document, sheet, row + 1, column + 1),
                hidden: cell.hidden,
            });
        }
        // Blank merges beyond what is filled.
        while cells.next_if(|cell| cell.row == row).is_some() {}
    }
    let limited = cells.peek().is_some();
    document.blocks.push(Block::Grid(Grid {
        shape: Shape::Ruled,
        cells: out,
        place: grid,
    }));
    limited
}

/// A place on a sheet, row and column counted from 1.
pub fn place(document: &mut Document, sheet: &str, row: u32, column: u32) -> PlaceId {
    document.keep(Place::Sheet {
        sheet: sheet.to_owned(),
        row,
        column,
    })
}
