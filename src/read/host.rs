//! Content that a host page hands over as values: paragraphs, and tables whose cells carry names of the host's own.
//! The host's document is its own provenance, so nothing is parsed and every place is a name.

use super::limits;
use crate::model::{
    Block, Cell, Document, Grid, Kind, Paragraph, Place, PlaceId, Shape, Trouble, TroubleKind,
};
use crate::order;

/// A piece of a host's content, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostBlock {
    Paragraph(String),
    Table(Vec<HostCell>),
}

/// A cell of a host's table. Rows and columns are slots after all spans, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostCell {
    pub id: String,
    pub text: String,
    pub row: u32,
    pub column: u32,
    pub rowspan: u32,
    pub colspan: u32,
}

/// Reads what a host hands over.
pub fn host(blocks: Vec<HostBlock>) -> Document {
    let mut document = Document::new(Kind::Host);
    let mut cells_left = limits::CELLS;
    for block in blocks.into_iter().take(limits::BLOCKS) {
        match block {
            HostBlock::Paragraph(text) => document.blocks.push(Block::Paragraph(Paragraph {
                text: text.trim().to_owned(),
                place: PlaceId(0),
                heading: None,
            })),
            HostBlock::Table(cells) => {
                let grid = grid(cells, &mut cells_left, &mut document);
                document.blocks.push(Block::Grid(grid));
            }
        }
    }
    document
}

/// The cells in reading order, whatever order they came in; spans are cut to the table.
fn grid(mut cells: Vec<HostCell>, left: &mut usize, document: &mut Document) -> Grid {
    let inside = |cell: &HostCell| cell.column < limits::COLUMNS && cell.row < limits::ROWSPAN;
    let given = cells.len();
    cells.retain(inside);
    cells.truncate(*left);
    *left -= cells.len();
    if cells.len() < given {
        document.troubles.push(Trouble {
            kind: TroubleKind::LimitReached,
            place: PlaceId(0),
        });
    }
    order::by_key(&mut cells, |cell| (cell.row, cell.column));
    let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
    let cells = cells
        .into_iter()
        .map(|cell| Cell {
            row: cell.row,
            column: cell.column,
            rowspan: cell.rowspan.clamp(1, rows - cell.row),
            colspan: cell.colspan.clamp(1, limits::COLUMNS - cell.column),
            text: cell.text.trim().to_owned(),
            place: document.keep(Place::Host { id: cell.id }),
            hidden: false,
        })
        .collect();
    Grid {
        shape: Shape::Ruled,
        cells,
        place: PlaceId(0),
    }
}
