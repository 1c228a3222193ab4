//! The document as every reader delivers it.

use super::{Place, PlaceId};

/// What kind of input a document was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Html,
    Text,
    Docx,
    Doc,
    Odt,
    Rtf,
    Xlsx,
    Xls,
    Ods,
    Pdf,
    Ofd,
    /// Cells or HTML handed over by a host page.
    Host,
}

impl Kind {
    /// The word that the output contract uses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Html => "html",
            Kind::Text => "text",
            Kind::Docx => "docx",
            Kind::Doc => "doc",
            Kind::Odt => "odt",
            Kind::Rtf => "rtf",
            Kind::Xlsx => "xlsx",
            Kind::Xls => "xls",
            Kind::Ods => "ods",
            Kind::Pdf => "pdf",
            Kind::Ofd => "ofd",
            Kind::Host => "host",
        }
    }
}

/// Everything a reader found, in reading order.
#[derive(Clone, Debug)]
pub struct Document {
    pub kind: Kind,
    pub blocks: Vec<Block>,
    /// Indexed by [`PlaceId`].
    pub places: Vec<Place>,
    pub troubles: Vec<Trouble>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Paragraph),
    Grid(Grid),
    /// A picture: its text cannot be read.
    Picture(PlaceId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    pub place: PlaceId,
    /// Level 1 to 6 where the format marks the paragraph as a heading.
    pub heading: Option<u8>,
}

/// How far the positions of a grid's cells may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Rows and columns are those of a real table with its spans.
    Ruled,
    /// Rows are sure, columns are only an order (separated text).
    Rows,
    /// Only the order of the cells is sure (one cell per line). `row` counts the ends of rows that the text marks
    /// (a run of separators, or rows that all took the same number of them); where it marks none, every cell is in
    /// row 0, and a row may hold several of the table's. `column` is the order inside the row. A blank cell stands
    /// only where the text shows one on its own, so others may be missing; the last blanks of a row may be what is
    /// left of merged cells, as in [`Shape::Rows`].
    Stream,
}

/// A table: cells in reading order. A merged cell stands once, at its top left slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub shape: Shape,
    pub cells: Vec<Cell>,
    pub place: PlaceId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Row and column of the top left slot, counted from 0.
    pub row: u32,
    pub column: u32,
    /// Slots covered, each at least 1, already cut to the size of the table.
    pub rowspan: u32,
    pub colspan: u32,
    /// Raw text; paragraphs and line breaks inside the cell are `\n`.
    pub text: String,
    pub place: PlaceId,
    /// The format hides this cell from the eye.
    pub hidden: bool,
}

/// Something that could not be read, or was read with a loss; milder than a read error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub kind: TroubleKind,
    pub place: PlaceId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// Bytes that are not valid in the charset were replaced.
    Undecodable,
    /// The input breaks off (an unclosed archive part, XML that ends early).
    Truncated,
    /// A limit was reached; what came after it was not read.
    LimitReached,
    /// A table was wider or taller than its own cells: the spans were cut.
    SpansCut,
    /// A hidden table was read all the same, or a table has hidden rows or cells that hold text.
    Hidden,
    /// A formula of a spreadsheet whose result the file does not hold; its cell was read as blank.
    Uncomputed,
}

impl Document {
    /// An empty document whose place 0 is [`Place::Whole`].
    pub fn new(kind: Kind) -> Self {
        Document {
            kind,
            blocks: Vec::new(),
            places: vec![Place::Whole],
            troubles: Vec::new(),
        }
    }

    /// Keeps a place and returns its handle.
    pub fn keep(&mut self, place: Place) -> PlaceId {
        self.places.push(place);
        PlaceId((self.places.len() - 1) as u32)
    }

    /// The place behind a handle.
    pub fn place(&self, id: PlaceId) -> &Place {
        self.places.get(id.0 as usize).unwrap_or(&Place::Whole)
    }

    /// The grids in reading order.
    pub fn grids(&self) -> impl Iterator<Item = &Grid> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            _ => None,
        })
    }
}

impl Grid {
    /// Rows and columns in slots.
    pub fn size(&self) -> (u32, u32) {
        self.cells.iter().fold((0, 0), |(rows, columns), cell| {
            (
                rows.max(cell.row + cell.rowspan),
                columns.max(cell.column + cell.colspan),
            )
        })
    }
}
