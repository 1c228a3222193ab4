//! One sheet → what a person sees on it: lines of text, and tables below and beside one another. Empty rows and columns
//! part them, and lines as wide as the table beside them; a merge holds together what it covers.

use super::Filled;
use crate::order;

pub enum Region {
    Paragraph(Filled),
    /// In reading order, with blank merges among them.
    Table(Vec<Filled>),
}

/// Tables beside tables that are taken apart.
const DEPTH: usize = 6;

/// The regions of a sheet; its cells and blank merges in reading order.
pub fn regions(cells: Vec<Filled>) -> Vec<Region> {
    let mut regions = Vec::new();
    arrange(cells, 0, &mut regions);
    regions
}

fn arrange(cells: Vec<Filled>, depth: usize, regions: &mut Vec<Region>) {
    for band in bands(cells) {
        for region in lines_apart(band) {
            let Region::Table(cells) = region else {
                regions.push(region);
                continue;
            };
            let cuts = if depth < DEPTH {
                gaps(&cells)
            } else {
                Vec::new()
            };
            if cuts.is_empty() {
                regions.push(Region::Table(cells));
                continue;
            }
            for part in apart(cells, &cuts) {
                arrange(part, depth + 1, regions);
            }
        }
    }
}

/// Cells between empty rows. A row of figures below an empty one goes on with the table above, in the same columns.
fn bands(cells: Vec<Filled>) -> Vec<Vec<Filled>> {
    let mut bands: Vec<Vec<Filled>> = Vec::new();
    let mut below = 0;
    // The columns of the band in which cells begin.
    let mut starts: Vec<bool> = Vec::new();
    for row in rows(cells) {
        let top = row.first().map_or(0, |cell| cell.row);
        let known = |cell: &Filled| starts.get(cell.column as usize) == Some(&true);
        let goes_on =
            || row.iter().any(is_number) && row.iter().filter(|cell| is_number(cell)).all(known);
        let begins = top > below && !goes_on();
        if begins {
            starts.clear();
        }
        for column in row.iter().map(|cell| cell.column as usize) {
            starts.resize(starts.len().max(column + 1), false);
            if let Some(start) = starts.get_mut(column) {
                *start = true;
            }
        }
        let filled = row.iter().filter(|cell| cell.is_filled());
        below = filled.map(|cell| cell.end().0).fold(below, u32::max);
        match bands.last_mut() {
            Some(band) if !begins => band.extend(row),
            _ => bands.push(row),
        }
    }
    bands
}

/// Cells by the row that they begin in; a row that begins nothing but blank merges is left out.
fn rows(cells: Vec<Filled>) -> Vec<Vec<Filled>> {
    let mut rows: Vec<Vec<Filled>> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| first.row == cell.row) => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows.retain(|row| row.iter().any(Filled::is_filled));
    rows
}

/// The lines of text above, between and below the tables of a band.
fn lines_apart(band: Vec<Filled>) -> Vec<Region> {
    let rows = rows(band);
    let alone = alone(&rows);
    let extents: Vec<Option<(u32, u32)>> = rows
        .iter()
        .zip(&alone)
        .map(|(row, alone)| if *alone { None } else { extent(row) })
        .collect();
    // For each row the nearest extent from it on.
    let mut next = None;
    let mut below: Vec<Option<(u32, u32)>> = extents
        .iter()
        .rev()
        .map(|extent| {
            next = extent.or(next);
            next
        })
        .collect();
    below.reverse();
    let mut regions = Vec::new();
    let mut table = Vec::new();
    let mut above = None;
    for (at, (row, alone)) in rows.into_iter().zip(alone).enumerate() {
        above = extents.get(at).copied().flatten().or(above);
        let below = below.get(at).copied().flatten();
        let is_line = |cell: &Filled| {
            let covers = |(left, right): (u32, u32)| cell.column <= left && cell.end().1 >= right;
            table.is_empty()
                || cell.text.contains('。')
                || above.is_some_and(covers)
                || below.is_some_and(covers)
        };
        match row.iter().find(|cell| cell.is_filled()) {
            Some(cell) if alone && is_line(cell) => {
                if !table.is_empty() {
                    regions.push(Region::Table(std::mem::take(&mut table)));
                }
                regions.extend(
                    row.into_iter()
                        .filter(Filled::is_filled)
                        .map(Region::Paragraph),
                );
            }
            _ => table.extend(row),
        }
    }
    if !table.is_empty() {
        regions.push(Region::Table(table));
    }
    regions
}

/// For each row, whether all that stands in it is one text.
fn alone(rows: &[Vec<Filled>]) -> Vec<bool> {
    let mut below = 0;
    let mut alone = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let mut filled = row.iter().filter(|cell| cell.is_filled());
        let first = filled.next();
        let next = rows.get(at + 1).and_then(|row| row.first());
        alone.push(first.is_some_and(|cell| {
            cell.row >= below
                && filled.next().is_none()
                && !is_number(cell)
                && next.is_none_or(|next| next.row >= cell.end().0)
        }));
        let filled = row.iter().filter(|cell| cell.is_filled());
        below = filled.map(|cell| cell.end().0).fold(below, u32::max);
    }
    alone
}

/// First column of the texts of a row, and the first beyond them.
fn extent(row: &[Filled]) -> Option<(u32, u32)> {
    let filled = row.iter().filter(|cell| cell.is_filled());
    filled
        .map(|cell| (cell.column, cell.end().1))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The columns behind empty ones where another table begins. Columns of figures, whose labels would stand on the other
/// side, begin none; nor does anything beside labels alone.
fn gaps(cells: &[Filled]) -> Vec<u32> {
    let mut columns: Vec<&Filled> = cells.iter().filter(|cell| cell.is_filled()).collect();
    order::by_key(&mut columns, |cell| cell.column);
    let mut cuts = Vec::new();
    let (mut reach, mut numbers) = (None, false);
    for (at, cell) in columns.iter().enumerate() {
        if numbers
            && reach.is_some_and(|reach| cell.column > reach)
            && begins_a_table(columns.get(at..).unwrap_or(&[]))
        {
            cuts.push(cell.column);
            numbers = false;
        }
        reach = reach.max(Some(cell.end().1));
        numbers |= is_number(cell);
    }
    cuts
}

/// Whether there are more texts than figures in the first column of cells sorted by column.
fn begins_a_table(columns: &[&Filled]) -> bool {
    let first = columns.first().map_or(0, |cell| cell.column);
    let column = columns.iter().take_while(|cell| cell.column == first);
    let (mut texts, mut numbers) = (0, 0);
    for cell in column {
        match is_number(cell) {
            true => numbers += 1,
            false => texts += 1,
        }
    }
    texts > numbers
}

/// The cells before, between and behind the cuts.
fn apart(cells: Vec<Filled>, cuts: &[u32]) -> Vec<Vec<Filled>> {
    let mut parts: Vec<Vec<Filled>> = vec![Vec::new(); cuts.len() + 1];
    for cell in cells {
        let at = cuts.partition_point(|cut| *cut <= cell.column);
        if let Some(part) = parts.get_mut(at) {
            part.push(cell);
        }
    }
    parts
}

/// Digits and signs without a word.
fn is_number(cell: &Filled) -> bool {
    cell.is_filled() && !cell.text.chars().any(char::is_alphabetic)
}
