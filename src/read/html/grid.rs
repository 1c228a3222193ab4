//! A table's cells on their grid, as the HTML standard forms it: spans, overlaps, row groups. Spans are cut to the
//! rows of their group before anything is filled, so an absurd one costs nothing.

use super::super::limits;
use super::tag::Tag;
use super::tree::{NodeId, Tree};
use crate::order;

/// A colspan above this is not a count of columns but a way to say "all of them".
const WIDE: u32 = 50;
/// Slots that may be filled for one table; above it every cell covers one.
const FILL_BUDGET: usize = 20_000_000;

/// A cell and the slots it covers.
pub struct Slot {
    pub node: NodeId,
    pub row: u32,
    pub column: u32,
    pub rowspan: u32,
    pub colspan: u32,
}

/// The layout of one table.
#[derive(Default)]
pub struct Layout {
    pub slots: Vec<Slot>,
    pub captions: Vec<NodeId>,
    /// Cells and rows that the page does not show; they take no slot.
    pub hidden: Vec<NodeId>,
    /// Spans reached beyond the table.
    pub cut: bool,
    /// A limit was reached.
    pub limited: bool,
}

/// Lays out a table.
pub fn layout(tree: &Tree, table: NodeId) -> Layout {
    let mut layout = Layout::default();
    let mut row = 0;
    let mut fill = FILL_BUDGET;
    for group in groups(tree, table, &mut layout) {
        row = place_group(tree, &group, row, &mut fill, &mut layout);
    }
    cut_wide(&mut layout);
    layout
}

/// The rows of each row group: heads first, feet last, as they are shown.
fn groups(tree: &Tree, table: NodeId, layout: &mut Layout) -> Vec<Vec<NodeId>> {
    let (mut heads, mut bodies, mut feet) = (Vec::new(), Vec::new(), Vec::new());
    for child in tree.children(table) {
        let Some(element) = tree.element(child) else {
            continue;
        };
        let target = match element.tag {
            Tag::Head => &mut heads,
            Tag::Body => &mut bodies,
            Tag::Foot => &mut feet,
            Tag::Caption => {
                layout.captions.push(child);
                continue;
            }
            _ => continue,
        };
        let (mut shown, mut hidden) = (Vec::new(), Vec::new());
        for row in tree.children(child) {
            match tree.element(row) {
                Some(found) if found.tag == Tag::Row && (found.hidden || element.hidden) => {
                    hidden.push(row)
                }
                Some(found) if found.tag == Tag::Row => shown.push(row),
                _ => {}
            }
        }
        target.push(shown);
        layout.hidden.append(&mut hidden);
    }
    heads.append(&mut bodies);
    heads.append(&mut feet);
    heads
}

/// Places one group's cells from grid row `top` on; returns the row below.
fn place_group(
    tree: &Tree,
    rows: &[NodeId],
    top: u32,
    fill: &mut usize,
    layout: &mut Layout,
) -> u32 {
    // For each column, the first row below the cell that reaches down it.
    let mut free_from: Vec<u32> = Vec::new();
    let bottom = top + rows.len() as u32;
    for (index, &tr) in rows.iter().enumerate() {
        let row = top + index as u32;
        let mut column = 0;
        for node in tree.children(tr) {
            let Some(cell) = tree
                .element(node)
                .filter(|element| element.tag == Tag::Cell)
            else {
                continue;
            };
            if cell.hidden {
                layout.hidden.push(node);
                continue;
            }
            while free_from
                .get(column as usize)
                .is_some_and(|&free| free > row)
            {
                column += 1;
            }
            if column >= limits::COLUMNS || layout.slots.len() >= limits::CELLS {
                layout.limited = true;
                break;
            }
            let rows_left = bottom - row;
            let rowspan = if cell.rowspan == 0 {
                rows_left
            } else {
                cell.rowspan.min(rows_left)
            };
            layout.cut |= cell.rowspan > rows_left;
            let mut colspan = cell.colspan.min(limits::COLUMNS - column);
            if *fill < colspan as usize {
                layout.limited = true;
                colspan = 1;
            }
            if rowspan > 1 {
                *fill -= (colspan as usize).min(*fill);
                let end = (column + colspan) as usize;
                if free_from.len() < end {
                    free_from.resize(end, 0);
                }
                for free in free_from.iter_mut().take(end).skip(column as usize) {
                    *free = (*free).max(row + rowspan);
                }
            }
            layout.slots.push(Slot {
                node,
                row,
                column,
                rowspan,
                colspan,
            });
            column += colspan;
        }
    }
    bottom
}

/// Takes out the columns that only an absurdly wide cell covers: none starts in them and no sane cell covers them.
fn cut_wide(layout: &mut Layout) {
    if layout.slots.iter().all(|slot| slot.colspan <= WIDE) {
        return;
    }
    let mut kept: Vec<u32> = Vec::new();
    for slot in &layout.slots {
        let covered = if slot.colspan > WIDE { 1 } else { slot.colspan };
        kept.extend(slot.column..slot.column + covered);
    }
    order::by_key(&mut kept, |&column| column);
    kept.dedup();
    for slot in &mut layout.slots {
        let start = kept.partition_point(|&column| column < slot.column) as u32;
        let end = kept.partition_point(|&column| column < slot.column + slot.colspan) as u32;
        layout.cut |= end - start < slot.colspan;
        slot.column = start;
        slot.colspan = (end - start).max(1);
    }
}
