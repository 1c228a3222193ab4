//! Plain text → document. Lines that separators bind become grids; every other line is a paragraph of its own.
//! Nothing is ever joined that a separator does not join, and no figure is cut.

mod lines;
mod pipes;
mod record;
mod separated;
mod spaced;
mod stream;

use std::ops::Range;

use lines::Line;
pub use lines::heading;

use super::limits;
use crate::model::{
    Block, Cell, Document, Grid, Kind, Paragraph, Place, PlaceId, Shape, Trouble, TroubleKind,
};

/// Reads plain text.
pub fn read(text: &str) -> Document {
    let mut writer = Writer {
        text,
        document: Document::new(Kind::Text),
        cells: 0,
    };
    let lines = lines::split(text);
    let mut at = 0;
    while at < lines.len() {
        at = match table_at(text, &lines, at) {
            Some((table, next)) => {
                writer.table(table, &lines);
                next
            }
            None => {
                writer.line(lines.get(at));
                at + 1
            }
        };
        if writer.document.blocks.len() > limits::BLOCKS || writer.cells > limits::CELLS {
            writer.document.troubles.push(Trouble {
                kind: TroubleKind::LimitReached,
                place: PlaceId(0),
            });
            break;
        }
    }
    writer.document
}

/// What a run of lines was found to be.
pub enum Found {
    Table(Table),
    /// Separators occur, but the lines are prose: line numbers to be written as paragraphs.
    Prose(Range<usize>),
}

/// A table in text, as pieces.
pub struct Table {
    pub shape: Shape,
    pub rows: Vec<Vec<Piece>>,
    /// Page numbers and the like that stood between the rows, as indices of lines.
    pub between: Vec<usize>,
}

/// One cell.
pub struct Piece {
    pub text: String,
    pub range: Range<usize>,
}

/// A table that starts at line `at`, and the index of the line after it.
fn table_at(text: &str, lines: &[Line], at: usize) -> Option<(Found, usize)> {
    separated::tabs(text, lines, at)
        .or_else(|| pipes::find(lines, at))
        .or_else(|| separated::commas(text, lines, at))
        .or_else(|| spaced::find(lines, at))
}

struct Writer<'a> {
    text: &'a str,
    document: Document,
    cells: usize,
}

impl Writer<'_> {
    fn table(&mut self, found: Found, lines: &[Line]) {
        match found {
            Found::Prose(range) => {
                for at in range {
                    self.line(lines.get(at));
                }
            }
            Found::Table(table) => {
                self.grid(table.shape, table.rows, lines);
                for at in table.between {
                    self.line(lines.get(at));
                }
            }
        }
    }

    fn grid(&mut self, shape: Shape, rows: Vec<Vec<Piece>>, lines: &[Line]) {
        let mut pieces = rows.iter().flatten();
        let start = pieces.next().map_or(0, |piece| piece.range.start);
        let end = pieces.last().map_or(start, |piece| piece.range.end);
        let place = self.place(start..end, lines);
        let mut cells = Vec::new();
        for (row, pieces) in rows.into_iter().enumerate() {
            self.cells += pieces.len();
            if self.cells > limits::CELLS {
                break;
            }
            for (column, piece) in pieces.into_iter().enumerate() {
                let place = self.place(piece.range, lines);
                let (row, column) = (row as u32, column as u32);
                cells.push(Cell {
                    row,
                    column,
                    rowspan: 1,
                    colspan: 1,
                    text: piece.text,
                    place,
                    hidden: false,
                });
            }
        }
        self.document.blocks.push(Block::Grid(Grid {
            shape,
            cells,
            place,
        }));
    }

    /// A line outside of tables. A soft line break (Word's) ends a paragraph here.
    fn line(&mut self, line: Option<&Line>) {
        let Some(line) = line else { return };
        for part in line.text.split('\u{b}') {
            let (text, heading) = lines::heading(part.trim());
            if !text.is_empty() {
                let start = text.as_ptr() as usize - self.text.as_ptr() as usize;
                let place = self.document.keep(Place::Text {
                    range: start..start + text.len(),
                    line: line.number,
                });
                let text = text.to_owned();
                self.document.blocks.push(Block::Paragraph(Paragraph {
                    text,
                    place,
                    heading,
                }));
            }
        }
    }

    fn place(&mut self, range: Range<usize>, lines: &[Line]) -> PlaceId {
        let before = lines.partition_point(|line| line.start <= range.start);
        let line = before
            .checked_sub(1)
            .and_then(|index| lines.get(index))
            .map_or(1, |line| line.number);
        self.document.keep(Place::Text { range, line })
    }
}
