//! From positions to a document: glyphs and ruled lines of pages become paragraphs and grids in reading order.
//! Shared by every format that only says where things stand on paper.

mod aligned;
mod area;
mod continued;
mod flow;
mod furniture;
mod lines;
mod matrix;
mod order;
mod page;
mod paragraphs;
mod radicals;
mod ruled;
mod strokes;
mod table;
mod upright;

pub use area::Area;
pub use lines::is_han;
pub use matrix::Matrix;
pub use page::{Glyph, Ink, Page};

use crate::model::{Block, Cell, Document, Grid, Paragraph, Place, PlaceId, Trouble, TroubleKind};
use crate::read::limits;
use flow::Leaf;
use paragraphs::Joined;
use table::Table;
use upright::Upright;

/// What stands on the pages, in reading order, before it is put into a document.
enum Part {
    Text(Joined),
    Table(Table),
}

/// So many characters that nobody sees are worth a word.
const HIDDEN_WORTH_SAYING: usize = 12;

/// Adds the content of the pages to a document.
pub fn arrange(pages: Vec<Page>, document: &mut Document) {
    let mut hidden = 0;
    let mut cut = false;
    let mut leaves: Vec<Leaf> = pages
        .into_iter()
        .map(|page| {
            let leaf = Leaf::of(Upright::of(page));
            hidden += leaf.page.hidden;
            cut |= leaf.page.cut;
            leaf
        })
        .collect();
    furniture::drop(&mut leaves);
    let parts = leaves.into_iter().flat_map(flow::read).collect();
    let parts = continued::join(paragraphs::join_over_pages(parts));
    for part in parts {
        if document.blocks.len() >= limits::BLOCKS {
            cut = true;
            break;
        }
        match part {
            Part::Text(text) => keep_text(text, document),
            Part::Table(table) => keep_table(table, document),
        }
    }
    let mut say = |kind| {
        document.troubles.push(Trouble {
            kind,
            place: PlaceId(0),
        });
    };
    if hidden >= HIDDEN_WORTH_SAYING {
        say(TroubleKind::Hidden);
    }
    if cut {
        say(TroubleKind::LimitReached);
    }
}

fn keep_text(text: Joined, document: &mut Document) {
    let place = document.keep(text.spot.place());
    document.blocks.push(Block::Paragraph(Paragraph {
        text: text.text,
        place,
        heading: None,
    }));
}

fn keep_table(table: Table, document: &mut Document) {
    let place = document.keep(table.spot.place());
    let mut cells = Vec::with_capacity(table.cells.len());
    for cell in table.cells {
        let place = document.keep(cell.spot.place());
        cells.push(Cell {
            row: cell.row,
            column: cell.column,
            rowspan: cell.rowspan,
            colspan: cell.colspan,
            text: cell.text,
            place,
            hidden: false,
        });
    }
    document.blocks.push(Block::Grid(Grid {
        shape: table.shape,
        cells,
        place,
    }));
}

/// A box on a page, as the format counts it.
#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    page: u32,
    area: Area,
}

impl Spot {
    fn place(&self) -> Place {
        let whole = |n: f32| n.round().max(0.0) as u32;
        Place::Page {
            page: self.page,
            x: whole(self.area.x0),
            y: whole(self.area.y0),
            width: whole(self.area.width()),
            height: whole(self.area.height()),
        }
    }

    /// The box around both, on the page of the first.
    fn with(self, other: Spot) -> Spot {
        match self.page == other.page {
            true => Spot {
                area: self.area.with(other.area),
                ..self
            },
            false => self,
        }
    }
}
