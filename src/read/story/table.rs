//! A Word table's rows as a grid: `gridSpan` across, `vMerge` down, `gridBefore` as empty slots.

use std::ops::Range;

use super::super::limits;
use super::Item;

/// How a cell takes part in a vertical merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    #[default]
    None,
    Restart,
    Continue,
}

#[derive(Debug, Default)]
pub struct RawCell {
    pub span: u32,
    pub merge: Merge,
    /// An old file's horizontal merge: this cell continues the one before it.
    pub joins_left: bool,
    pub items: Vec<Item>,
    /// Counted from 1 in its row, as in the file.
    pub number: u32,
    /// Bytes of its element in the file's XML, where it has one.
    pub range: Range<usize>,
}

#[derive(Debug, Default)]
pub struct RawRow {
    pub before: u32,
    pub cells: Vec<RawCell>,
    /// A tracked deletion took the row out.
    pub deleted: bool,
    /// Counted from 1 in its table, as in the file.
    pub number: u32,
}

/// A cell on the grid.
#[derive(Debug)]
pub struct Slot {
    pub row: u32,
    pub column: u32,
    pub rowspan: u32,
    pub colspan: u32,
    /// Row and cell numbers in the file.
    pub number: (u32, u32),
    pub range: Range<usize>,
    pub items: Vec<Item>,
    /// The file hides the row or column that it stands in.
    pub hidden: bool,
}

/// Lays the rows out.
pub fn layout(rows: Vec<RawRow>) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    // For each open vertical merge: its first column and its slot.
    let mut merges: Vec<(u32, usize)> = Vec::new();
    for (row, raw) in rows.into_iter().filter(|row| !row.deleted).enumerate() {
        let row = row as u32;
        let mut column = raw.before.min(limits::COLUMNS);
        let mut next_merges = Vec::new();
        let first = slots.len();
        for cell in raw.cells {
            let colspan = cell.span.clamp(1, limits::COLUMNS);
            let above = merges
                .iter()
                .find(|(start, _)| *start == column)
                .map(|&(_, slot)| slot);
            if cell.joins_left && slots.len() > first {
                if let Some(left) = slots.last_mut() {
                    left.colspan += colspan;
                }
            } else if let (Merge::Continue, Some(slot)) = (cell.merge, above) {
                if let Some(slot) = slots.get_mut(slot) {
                    slot.rowspan = row + 1 - slot.row;
                }
                next_merges.push((column, slot));
            } else if column < limits::COLUMNS {
                if cell.merge != Merge::None {
                    next_merges.push((column, slots.len()));
                }
                let number = (raw.number, cell.number);
                slots.push(Slot {
                    row,
                    column,
                    rowspan: 1,
                    colspan,
                    number,
                    range: cell.range,
                    items: cell.items,
                    hidden: false,
                });
            }
            column = column.saturating_add(colspan);
        }
        merges = next_merges;
    }
    slots
}
