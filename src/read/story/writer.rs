//! The items of a word processor's file → document: paragraphs, grids, and the tables inside cells as grids of their
//! own.

use super::super::{limits, nesting};
use super::{Inner, Item, Words, text_of};
use crate::model::{
    Block, Cell, Document, Grid, Kind, Paragraph, Place, PlaceId, Shape, Trouble, TroubleKind,
};

/// The document of a story. `truncated`: the file breaks off; `limited`: not all of it was read.
pub fn write(kind: Kind, items: Vec<Item>, truncated: bool, limited: bool) -> Document {
    let mut writer = Writer {
        document: Document::new(kind),
        depth: 0,
    };
    writer.items(items);
    let full = writer.document.blocks.len() >= limits::BLOCKS;
    if truncated {
        writer.trouble(TroubleKind::Truncated, PlaceId(0));
    }
    if limited || full {
        writer.trouble(TroubleKind::LimitReached, PlaceId(0));
    }
    writer.document
}

struct Writer {
    document: Document,
    depth: usize,
}

impl Writer {
    fn items(&mut self, items: Vec<Item>) {
        for item in items {
            if self.document.blocks.len() >= limits::BLOCKS {
                return;
            }
            match item {
                Item::Paragraph(words) => self.paragraph(&words),
                Item::Table(table) => self.table(*table),
                Item::Picture => {
                    let place = self.document.keep(Place::Whole);
                    self.document.blocks.push(Block::Picture(place));
                }
            }
        }
    }

    /// Each line is a paragraph of its own, as a reader sees it.
    fn paragraph(&mut self, words: &Words) {
        for line in words
            .text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
        {
            let place = self.document.keep(Place::Story {
                table: 0,
                row: 0,
                cell: 0,
                paragraph: words.number,
                range: words.range.clone(),
            });
            let paragraph = Paragraph {
                text: line.to_owned(),
                place,
                heading: words.heading,
            };
            self.document.blocks.push(Block::Paragraph(paragraph));
        }
    }

    /// A table: its content when it only lays out the page, else a grid, and the tables inside as grids of their own.
    fn table(&mut self, table: Inner) {
        let (own, inner) = table.weigh();
        let one_box = table.slots.len() == 1
            && table
                .slots
                .iter()
                .any(|slot| inner > 0 || text_of(&slot.items).lines().count() > 1);
        self.depth += 1;
        if self.depth <= limits::TABLE_DEPTH && (one_box || nesting::is_layout(own, inner)) {
            for slot in table.slots {
                self.items(slot.items);
            }
        } else if !table.slots.is_empty() {
            self.grid(table);
        }
        self.depth -= 1;
    }

    fn grid(&mut self, table: Inner) {
        let number = table.number;
        let place = self.document.keep(Place::Story {
            table: number,
            row: 0,
            cell: 0,
            paragraph: 0,
            range: 0..0,
        });
        let mut cells = Vec::with_capacity(table.slots.len());
        let mut nested = Vec::new();
        let hidden = table.slots.iter().any(|slot| slot.hidden);
        for slot in table.slots {
            let (row, cell) = slot.number;
            let place = self.document.keep(Place::Story {
                table: number,
                row,
                cell,
                paragraph: 1,
                range: slot.range,
            });
            cells.push(Cell {
                row: slot.row,
                column: slot.column,
                rowspan: slot.rowspan,
                colspan: slot.colspan,
                text: text_of(&slot.items),
                place,
                hidden: slot.hidden,
            });
            nested.extend(
                slot.items
                    .into_iter()
                    .filter(|item| matches!(item, Item::Table(inner) if inner.slots.len() > 1)),
            );
        }
        self.document.blocks.push(Block::Grid(Grid {
            shape: Shape::Ruled,
            cells,
            place,
        }));
        if hidden {
            self.trouble(TroubleKind::Hidden, place);
        }
        if self.depth <= limits::TABLE_DEPTH {
            self.items(nested);
        }
    }

    fn trouble(&mut self, kind: TroubleKind, place: PlaceId) {
        self.document.troubles.push(Trouble { kind, place });
    }
}
