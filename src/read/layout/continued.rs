//! Tables that go on over pages: the pieces are one table again, without the heads that each page repeats.

use super::Part;
use super::paragraphs::starts_anew;
use super::table::{Table, TableCell};
use crate::model::Shape;

/// Sides of columns that differ by less are the same on both pages, in points.
const SAME_SIDE: f32 = 5.0;
/// No table repeats more rows of heads.
const HEAD_ROWS: u32 = 8;

/// Joins tables that follow each other on following pages.
pub fn join(parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        let Part::Table(table) = part else {
            joined.push(part);
            continue;
        };
        match joined.last_mut() {
            Some(Part::Table(before)) if goes_on(before, &table) => append(before, table),
            _ => joined.push(Part::Table(table)),
        }
    }
    joined
}

/// The same outer sides, and all sides of one among those of the other.
fn goes_on(before: &Table, next: &Table) -> bool {
    let ruled = before.shape == Shape::Ruled && next.shape == Shape::Ruled;
    if !ruled || next.spot.page != before.last_page + 1 {
        return false;
    }
    let (fewer, more) = match before.sides.len() < next.sides.len() {
        true => (&before.sides, &next.sides),
        false => (&next.sides, &before.sides),
    };
    let near = |a: Option<&f32>, b: Option<&f32>| {
        a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= SAME_SIDE)
    };
    fewer.len() > 2
        && near(fewer.first(), more.first())
        && near(fewer.last(), more.last())
        && fewer.iter().all(|side| nearest(more, *side).is_some())
}

/// The index of the side at a place.
fn nearest(sides: &[f32], place: f32) -> Option<usize> {
    let distance = |n: &usize| sides.get(*n).map_or(f32::INFINITY, |s| (s - place).abs());
    let at = sides.partition_point(|side| *side < place);
    [at.checked_sub(1), Some(at)]
        .into_iter()
        .flatten()
        .filter(|n| distance(n) <= SAME_SIDE)
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

fn append(before: &mut Table, mut next: Table) {
    if before.sides.len() < next.sides.len() {
        let sides = next.sides.clone();
        set_sides(before, &sides);
    } else {
        let sides = before.sides.clone();
        set_sides(&mut next, &sides);
    }
    drop_repeated_head(before, &mut next);
    if let Some(last) = before.rows.checked_sub(1)
        && last > 0
        && is_sliver(before, last, Some(&next))
    {
        drop_row(before, last);
    }
    if next.rows > 1 && is_sliver(&next, 0, None) {
        drop_row(&mut next, 0);
    }
    join_cut_row(before, &mut next);
    join_cut_heads(before, &mut next);
    join_cut_merges(before, &mut next);
    for cell in &mut next.cells {
        cell.row += before.rows;
    }
    before.rows += next.rows;
    before.last_page = next.last_page;
    before.cells.extend(next.cells);
}

/// Counts columns by other, finer sides.
fn set_sides(table: &mut Table, sides: &[f32]) {
    let places: Vec<u32> = table
        .sides
        .iter()
        .map(|side| nearest(sides, *side).unwrap_or(0) as u32)
        .collect();
    let place = |n: u32| places.get(n as usize).copied().unwrap_or(n);
    for cell in &mut table.cells {
        let end = place(cell.column + cell.colspan);
        cell.column = place(cell.column);
        cell.colspan = end.saturating_sub(cell.column).max(1);
    }
    table.sides = sides.to_vec();
}

/// A row at the page's edge that is blank, and too low for text or without the sides that the row has on the next page:
/// the padding of a row that went over.
fn is_sliver(table: &Table, row: u32, next: Option<&Table>) -> bool {
    /// No line of text is as low, in points.
    const LOW: f32 = 9.0;
    let mut own = table.row(row).filter(|cell| cell.rowspan == 1).peekable();
    let open = |cell: &TableCell| {
        let columns = cell.column..cell.column + cell.colspan;
        let inside = |next: &Table| next.row(0).filter(|n| columns.contains(&n.column)).count();
        cell.colspan > 1 && next.map_or(0, inside) > 1
    };
    own.peek().is_some()
        && own.all(|cell| cell.text.is_empty() && (cell.spot.area.height() < LOW || open(cell)))
}

fn drop_row(table: &mut Table, row: u32) {
    for cell in &mut table.cells {
        if cell.row <= row && cell.row + cell.rowspan > row {
            cell.rowspan -= 1;
        } else if cell.row > row {
            cell.row -= 1;
        }
    }
    table.cells.retain(|cell| cell.rowspan > 0);
    table.rows -= 1;
}

fn texts(table: &Table, row: u32) -> Vec<(u32, &str)> {
    table
        .row(row)
        .map(|cell| (cell.column, cell.text.as_str()))
        .collect()
}

/// Drops the first rows of a piece that are the first rows of the table again.
fn drop_repeated_head(before: &Table, next: &mut Table) {
    let same = |row: &u32| {
        let there = texts(next, *row);
        let worded = there.iter().any(|(_, text)| !text.is_empty()) || *row > 0;
        worded && there == texts(before, *row)
    };
    let mut count = (0..HEAD_ROWS.min(next.rows).min(before.rows))
        .take_while(same)
        .count() as u32;
    // A merged cell that begins in the head ends in it, or the row is no head.
    while next
        .cells
        .iter()
        .any(|cell| cell.row < count && cell.row + cell.rowspan > count)
    {
        count -= 1;
    }
    if count == next.rows {
        return;
    }
    next.cells.retain(|cell| cell.row >= count);
    for cell in &mut next.cells {
        cell.row -= count;
    }
    next.rows -= count;
}

fn is_figure(cell: &TableCell) -> bool {
    let text = cell.text.trim();
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ".,-—%".contains(c))
}

/// The cells of a row that are in no other row.
fn own_cells(table: &Table, row: u32) -> impl Iterator<Item = &TableCell> {
    table.row(row).filter(|cell| cell.rowspan == 1)
}

/// The columns of a row, without the merged cells.
fn shape(table: &Table, row: u32) -> Vec<(u32, u32)> {
    own_cells(table, row)
        .map(|cell| (cell.column, cell.colspan))
        .collect()
}

/// A row that the page's end cuts: figures and some of the label before, the rest of the label after, or the other way.
fn join_cut_row(before: &mut Table, next: &mut Table) {
    let Some(last) = before.rows.checked_sub(1).filter(|_| next.rows > 1) else {
        return;
    };
    if shape(before, last) != shape(next, 0) {
        return;
    }
    let figures = |table, row| own_cells(table, row).filter(|c| is_figure(c)).count();
    let (here, there) = (figures(before, last), figures(next, 0));
    let filled: Vec<&TableCell> = own_cells(next, 0).filter(|c| !c.text.is_empty()).collect();
    let of_label = match (here, there) {
        (0, 0) => false,
        (_, 0) => filled.len() == 1,
        (0, _) => own_cells(before, last)
            .filter(|cell| !cell.text.is_empty())
            .all(|cell| own_cells(next, 0).any(|n| n.column == cell.column && !is_figure(n))),
        _ => false,
    };
    let anew = filled
        .iter()
        .any(|cell| !is_figure(cell) && starts_anew(&cell.text));
    if !of_label || anew {
        return;
    }
    let own = |cell: &&mut TableCell| cell.row == last && cell.rowspan == 1;
    for cell in before.cells.iter_mut().filter(own) {
        let rest = own_cells(next, 0).find(|n| n.column == cell.column);
        if let Some(rest) = rest {
            cell.text.push_str(&rest.text);
        }
    }
    drop_row(next, 0);
}

/// A row of column heads that the page's end cuts: words under words, and nothing where a row's label stands.
fn join_cut_heads(before: &mut Table, next: &mut Table) {
    let end = before.rows;
    let above = |cells: &[TableCell], cell: &TableCell| {
        cells.iter().position(|above| {
            above.row + above.rowspan == end
                && (above.column, above.colspan) == (cell.column, cell.colspan)
        })
    };
    let worded = |cell: &TableCell| !cell.text.is_empty() && !is_figure(cell);
    let no_label = next.row(0).next().is_some_and(|cell| cell.text.is_empty());
    let cut = next.rows > 1
        && no_label
        && next.row(0).any(worded)
        && next.row(0).all(|cell| {
            let over = above(&before.cells, cell).and_then(|at| before.cells.get(at));
            let rest = cell.text.is_empty() || worded(cell) && over.is_some_and(worded);
            cell.rowspan == 1 && over.is_some() && rest
        });
    if !cut {
        return;
    }
    for cell in next.row(0) {
        if let Some(over) = above(&before.cells, cell).and_then(|at| before.cells.get_mut(at)) {
            over.text.push_str(&cell.text);
        }
    }
    drop_row(next, 0);
}

/// A merged cell that the page's end cuts: what goes on below, in rows that may have been parted by lines of their own,
/// belongs to it.
fn join_cut_merges(before: &mut Table, next: &mut Table) {
    let mut columns: Vec<(u32, u32)> = next.row(0).map(|c| (c.column, c.colspan)).collect();
    columns.dedup();
    for (column, colspan) in columns {
        let end = before.rows;
        let above = before.cells.iter_mut().rev().find(|above| {
            above.row + above.rowspan == end && (above.column, above.colspan) == (column, colspan)
        });
        let Some(above) = above.filter(|above| !is_figure(above)) else {
            continue;
        };
        let here = |row: u32, cells: &[TableCell]| {
            cells
                .iter()
                .position(|cell| (cell.row, cell.column, cell.colspan) == (row, column, colspan))
        };
        let first = here(0, &next.cells).and_then(|at| next.cells.get(at));
        let label = next.row(0).find(|cell| !cell.text.is_empty());
        let goes_on = first.is_some_and(|cell| {
            let blank = cell.text.is_empty();
            // Of cells that are not merged only a blank one before the row's label goes on.
            let before_label = blank && label.is_some_and(|label| cell.column < label.column);
            // A blank behind the label is a figure that is not there, and no rest of the head above it.
            let behind_label =
                label.is_some_and(|label| blank && !is_figure(label) && cell.column > label.column);
            !behind_label
                && (above.rowspan > 1 || cell.rowspan > 1 || before_label)
                && (above.text.is_empty() || cell.text.is_empty() || !starts_anew(&cell.text))
                && !is_figure(cell)
        });
        if !goes_on {
            continue;
        }
        let mut row = 0;
        while let Some(at) = here(row, &next.cells)
            && (row == 0 || next.cells.get(at).is_some_and(|cell| cell.text.is_empty()))
        {
            let cell = next.cells.remove(at);
            above.rowspan += cell.rowspan;
            above.text.push_str(&cell.text);
            row += cell.rowspan;
        }
    }
}
