//! The shape of a table's row, as the properties of its end say: edges of the cells and merges (MS-DOC 2.9.322).

use super::super::story::edges::{Shape, ShapeCell};
use super::super::story::table::Merge;
use super::bytes::{byte, slice, u16};
use super::sprm::{self, Sprm};

/// Bytes of a cell's description.
const CELL: usize = 20;

/// Takes a property of a row's end.
pub fn take(shape: &mut Shape, sprm: &Sprm) {
    let at = |index: usize| usize::from(byte(sprm.operand, index).unwrap_or(0));
    match sprm.code {
        sprm::T_DEFINITION => *shape = definition(sprm.operand).unwrap_or_default(),
        sprm::T_MERGE => across(shape, at(0), at(1), [2, 1]),
        sprm::T_SPLIT => across(shape, at(0), at(1), [0, 0]),
        sprm::T_VERTICAL_MERGE => {
            if let Some(cell) = shape.cells.get_mut(at(0)) {
                cell.down = down(at(1) as u16);
            }
        }
        sprm::T_WIDTH => {
            let width = u16(sprm.operand, 2).unwrap_or(0);
            widen(shape, at(0)..at(1), i32::from(width));
        }
        _ => {}
    }
}

/// Merges or splits the cells of a range.
fn across(shape: &mut Shape, from: usize, to: usize, [first, rest]: [u8; 2]) {
    for (index, cell) in shape.cells.iter_mut().enumerate().take(to).skip(from) {
        cell.across = if index == from { first } else { rest };
    }
}

/// Gives the cells of a range one width.
fn widen(shape: &mut Shape, range: std::ops::Range<usize>, width: i32) {
    let (mut old, mut right) = (shape.left, shape.left);
    for (index, cell) in shape.cells.iter_mut().enumerate() {
        let own = cell.right.saturating_sub(old);
        old = cell.right;
        right = right.saturating_add(if range.contains(&index) { width } else { own });
        cell.right = right;
    }
}

fn down(flags: u16) -> Merge {
    match flags & 3 {
        3 => Merge::Restart,
        1 => Merge::Continue,
        _ => Merge::None,
    }
}

fn definition(operand: &[u8]) -> Option<Shape> {
    let count = usize::from(byte(operand, 0)?);
    let edge = |index: usize| u16(operand, 1 + index * 2).map(|edge| i32::from(edge as i16));
    let described = 1 + (count + 1) * 2;
    let cell = |index: usize| {
        let flags = slice(operand, described + index * CELL, CELL);
        let flags = flags.and_then(|cell| u16(cell, 0)).unwrap_or(0);
        Some(ShapeCell {
            right: edge(index + 1)?,
            across: (flags & 3) as u8,
            down: down(flags >> 5),
        })
    };
    Some(Shape {
        left: edge(0)?,
        cells: (0..count).map_while(cell).collect(),
    })
}
