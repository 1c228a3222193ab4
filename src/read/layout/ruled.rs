//! Tables drawn with lines: cells from the crossings, merged cells where inner lines are missing, and the glyphs that
//! stand in each.

use super::lines::{self, cell_text};
use super::order::sort;
use super::strokes::{Line, SNAP, meet, tidy};
use super::table::{Table, TableCell};
use super::upright::{Upright, turn};
use super::{Area, Glyph};
use crate::model::Shape;
use crate::read::limits;

/// The tables of a page from top to bottom, each with its box, and the glyphs that stand in none.
pub fn find(page: &mut Upright) -> Vec<(Area, Table)> {
    let (across, down, cut) = tidy(&page.strokes);
    page.cut |= cut;
    let mut frames: Vec<Frame> = Vec::new();
    for (across, down) in connected(across, down) {
        match Frame::of(&across, &down) {
            Some(frame) if frame.slots() > limits::SLOTS => page.cut = true,
            Some(frame) if frame.cells.len() > 1 => frames.push(frame),
            _ => {}
        }
    }
    // A glyph belongs to the smallest table around it.
    sort(&mut frames, |frame| {
        frame.area().width() * frame.area().height()
    });
    let mut free = Vec::new();
    for glyph in std::mem::take(&mut page.glyphs) {
        let taken = frames.iter_mut().any(|frame| frame.take(glyph));
        if !taken {
            free.push(glyph);
        }
    }
    let mut tables = Vec::new();
    for frame in frames {
        if frame.cells.iter().all(|cell| cell.glyphs.is_empty()) {
            continue;
        }
        tables.push((frame.area(), frame.table(page)));
    }
    page.glyphs = free;
    tables
}

/// Lines that hang together.
fn connected(across: Vec<Line>, down: Vec<Line>) -> Vec<(Vec<Line>, Vec<Line>)> {
    // Each line's group; groups are named by their smallest line, horizontal ones first.
    let mut groups: Vec<usize> = (0..across.len() + down.len()).collect();
    for (a, line) in across.iter().enumerate() {
        for (d, other) in down.iter().enumerate() {
            if meet(line, other) {
                unite(&mut groups, a, across.len() + d);
            }
        }
    }
    let mut found: Vec<(usize, Vec<Line>, Vec<Line>)> = Vec::new();
    let count = across.len();
    for (n, line) in across.into_iter().chain(down).enumerate() {
        let group = root(&groups, n);
        let at = match found.iter().position(|(g, _, _)| *g == group) {
            Some(at) => at,
            None => {
                found.push((group, Vec::new(), Vec::new()));
                found.len() - 1
            }
        };
        if let Some((_, across, down)) = found.get_mut(at) {
            if n < count {
                across.push(line);
            } else {
                down.push(line);
            }
        }
    }
    found.into_iter().map(|(_, a, d)| (a, d)).collect()
}

fn root(groups: &[usize], mut n: usize) -> usize {
    while let Some(&up) = groups.get(n)
        && up != n
    {
        n = up;
    }
    n
}

fn unite(groups: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(groups, a), root(groups, b));
    if let Some(group) = groups.get_mut(a.max(b)) {
        *group = a.min(b);
    }
}

/// The lines of one table as rows and columns.
struct Frame {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// The cell of each slot, row by row.
    slots: Vec<usize>,
    cells: Vec<FrameCell>,
}

struct FrameCell {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
    glyphs: Vec<Glyph>,
}

/// Lines that go this far beyond the last crossing belong to a table that is open at its side.
const OPEN_SIDE: f32 = 10.0;
/// A side of a slot is drawn where a line covers this part of it.
const COVERED: f32 = 0.6;

impl Frame {
    fn of(across: &[Line], down: &[Line]) -> Option<Frame> {
        let xs = sides(down, across);
        let ys = sides(across, down);
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        let mut frame = Frame {
            xs,
            ys,
            slots: Vec::new(),
            cells: Vec::new(),
        };
        if columns == 0 || rows == 0 || columns.saturating_mul(rows) > limits::SLOTS {
            return (columns > 0 && rows > 0).then_some(frame);
        }
        let groups = frame.groups(across, down);
        frame.cut_cells(&groups);
        Some(frame)
    }

    fn slots(&self) -> usize {
        self.columns().saturating_mul(self.rows())
    }

    fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    /// The group of each slot: slots without a line between are one.
    fn groups(&self, across: &[Line], down: &[Line]) -> Vec<usize> {
        let (columns, rows) = (self.columns(), self.rows());
        let mut groups: Vec<usize> = (0..columns * rows).collect();
        let (down, across) = (on_sides(down, &self.xs), on_sides(across, &self.ys));
        for (row, y) in self.ys.windows(2).enumerate() {
            let &[top, bottom] = y else { continue };
            for (column, x) in self.xs.windows(2).enumerate() {
                let &[left, right] = x else { continue };
                let slot = row * columns + column;
                if column + 1 < columns && !covered(&down, column + 1, top, bottom) {
                    unite(&mut groups, slot, slot + 1);
                }
                if row + 1 < rows && !covered(&across, row + 1, left, right) {
                    unite(&mut groups, slot, slot + columns);
                }
            }
        }
        (0..groups.len()).map(|slot| root(&groups, slot)).collect()
    }

    /// Cuts the groups into rectangles: a whole group where it is one.
    fn cut_cells(&mut self, groups: &[usize]) {
        const NONE: usize = usize::MAX;
        let (columns, rows) = (self.columns(), self.rows());
        self.slots = vec![NONE; columns * rows];
        for row in 0..rows {
            for column in 0..columns {
                let slot = row * columns + column;
                if self.slots.get(slot) != Some(&NONE) {
                    continue;
                }
                let group = groups.get(slot);
                let free = |slots: &[usize], row: usize, column: usize| {
                    let slot = row * columns + column;
                    groups.get(slot) == group && slots.get(slot) == Some(&NONE)
                };
                let wide = (column..columns)
                    .take_while(|&c| free(&self.slots, row, c))
                    .count();
                let high = (row..rows)
                    .take_while(|&r| (column..column + wide).all(|c| free(&self.slots, r, c)))
                    .count();
                let cell = self.cells.len();
                for r in row..row + high {
                    for c in column..column + wide {
                        if let Some(slot) = self.slots.get_mut(r * columns + c) {
                            *slot = cell;
                        }
                    }
                }
                self.cells.push(FrameCell {
                    row,
                    column,
                    rows: high,
                    columns: wide,
                    glyphs: Vec::new(),
                });
            }
        }
    }

    fn area(&self) -> Area {
        let ends = |sides: &[f32]| {
            (
                sides.first().copied().unwrap_or(0.0),
                sides.last().copied().unwrap_or(0.0),
            )
        };
        let ((x0, x1), (y0, y1)) = (ends(&self.xs), ends(&self.ys));
        Area::of((x0, y0), (x1, y1))
    }

    /// Takes a glyph whose middle stands in the table.
    fn take(&mut self, glyph: Glyph) -> bool {
        let (x, y) = middle(&glyph);
        if !self.area().holds((x, y)) {
            return false;
        }
        let at = |sides: &[f32], n: f32| {
            sides
                .partition_point(|side| *side <= n)
                .clamp(1, sides.len().saturating_sub(1).max(1))
                - 1
        };
        let slot = at(&self.ys, y) * self.columns() + at(&self.xs, x);
        let cell = self
            .slots
            .get(slot)
            .and_then(|&cell| self.cells.get_mut(cell));
        match cell {
            Some(cell) => {
                cell.glyphs.push(glyph);
                true
            }
            None => false,
        }
    }

    fn cell_area(&self, cell: &FrameCell) -> Area {
        let side = |sides: &[f32], n: usize| sides.get(n).copied().unwrap_or(0.0);
        Area::of(
            (side(&self.xs, cell.column), side(&self.ys, cell.row)),
            (
                side(&self.xs, cell.column + cell.columns),
                side(&self.ys, cell.row + cell.rows),
            ),
        )
    }

    fn table(&self, page: &Upright) -> Table {
        let cells = self.cells.iter().map(|cell| {
            let area = self.cell_area(cell);
            TableCell {
                row: cell.row as u32,
                column: cell.column as u32,
                rowspan: cell.rows as u32,
                colspan: cell.columns as u32,
                text: text_of(&cell.glyphs, area),
                spot: page.spot(area),
            }
        });
        Table {
            shape: Shape::Ruled,
            spot: page.spot(self.area()),
            last_page: page.number,
            sides: self.xs.clone(),
            rows: self.rows() as u32,
            cells: cells.collect(),
        }
    }
}

/// Where a glyph's ink is: that of Chinese punctuation, which may hang over the margin, in its first half.
fn middle(glyph: &Glyph) -> (f32, f32) {
    let (x, y) = glyph.area.centre();
    match "，。、；：！？）》”’".contains(glyph.character) && glyph.turn == 0 {
        true => (glyph.area.x0 + 0.15 * glyph.area.width(), y),
        false => (x, y),
    }
}

/// The lines that run along each side.
fn on_sides(lines: &[Line], sides: &[f32]) -> Vec<Vec<Line>> {
    let along = |side: &f32| {
        let near = lines.iter().filter(|line| (line.at - side).abs() <= SNAP);
        near.copied().collect()
    };
    sides.iter().map(along).collect()
}

/// Whether lines along a side cover a stretch of it.
fn covered(sides: &[Vec<Line>], side: usize, from: f32, to: f32) -> bool {
    let lines = sides.get(side).map_or(&[][..], Vec::as_slice);
    let length = |line: &Line| (line.to.min(to) - line.from.max(from)).max(0.0);
    lines.iter().map(length).sum::<f32>() >= COVERED * (to - from)
}

/// The places of the lines of one direction, and the ends of the others where the table is open at its side.
fn sides(lines: &[Line], others: &[Line]) -> Vec<f32> {
    let mut sides: Vec<f32> = lines.iter().map(|line| line.at).collect();
    sort(&mut sides, |side| *side);
    sides.dedup_by(|next, side| *next - *side <= SNAP);
    let (Some(&first), Some(&last)) = (sides.first(), sides.last()) else {
        return sides;
    };
    let start = others.iter().map(|line| line.from).fold(first, f32::min);
    let end = others.iter().map(|line| line.to).fold(last, f32::max);
    if first - start > OPEN_SIDE {
        sides.insert(0, start);
    }
    if end - last > OPEN_SIDE {
        sides.push(end);
    }
    sides
}

/// The text of a cell, whatever the direction of its glyphs: upright ones first.
fn text_of(glyphs: &[Glyph], area: Area) -> String {
    let mut text = String::new();
    for quarters in 0..4 {
        let turned: Vec<Glyph> = glyphs
            .iter()
            .filter(|glyph| glyph.turn == quarters)
            .map(|glyph| Glyph {
                area: turn(glyph.area, quarters, (0.0, 0.0)),
                ..*glyph
            })
            .collect();
        if !turned.is_empty() {
            text.push_str(&cell_text(&turned, turn(area, quarters, (0.0, 0.0))));
        }
    }
    text
}

/// Text outside of tables that does not run with the page, such as a title along its side.
pub fn turned_runs(glyphs: &[Glyph], page: &Upright) -> Vec<lines::Run> {
    let size = (page.width, page.height);
    let mut found = Vec::new();
    for quarters in 1..4 {
        let turned: Vec<Glyph> = glyphs
            .iter()
            .filter(|glyph| glyph.turn == quarters)
            .map(|glyph| Glyph {
                area: turn(glyph.area, quarters, size),
                ..*glyph
            })
            .collect();
        let back = match quarters % 2 {
            0 => size,
            _ => (size.1, size.0),
        };
        found.extend(lines::runs(&turned).into_iter().map(|run| lines::Run {
            area: turn(run.area, 4 - quarters, back),
            ..run
        }));
    }
    found
}
