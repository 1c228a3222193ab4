//! A table of an OpenDocument text: cells with spans of their own, covered cells in the places they cover, rows and
//! cells that stand for several alike.

use std::ops::Range;

use super::super::limits;
use super::super::story::table::Slot;
use super::super::story::{Inner, Item, Words, text_of};

/// Bytes of text that repeated cells may add to a table.
const REPEATED_BYTES: usize = 1 << 20;

/// A table at work.
#[derive(Default)]
pub struct Rows {
    number: u32,
    hidden: bool,
    /// For each column, whether it is hidden.
    columns: Vec<bool>,
    slots: Vec<Slot>,
    row: u32,
    /// Where the row at work begins among the slots, how often it stands, and whether it is hidden.
    first: usize,
    repeat: u32,
    row_hidden: bool,
    column: u32,
    cell: u32,
    repeated: usize,
}

/// What a cell says of its place.
#[derive(Clone, Copy)]
pub struct Spot {
    pub rowspan: u32,
    pub colspan: u32,
    pub repeat: u32,
    pub covered: bool,
}

impl Rows {
    pub fn new(number: u32, hidden: bool) -> Self {
        Rows {
            number,
            hidden,
            ..Rows::default()
        }
    }

    /// A column, or several alike.
    pub fn column(&mut self, repeat: u32, hidden: bool) {
        let room = limits::COLUMNS.saturating_sub(self.columns.len() as u32);
        let alike =
            std::iter::repeat_n(hidden, repeat.clamp(1, limits::COLUMNS).min(room) as usize);
        self.columns.extend(alike);
    }

    pub fn open_row(&mut self, repeat: u32, hidden: bool) {
        // A row inside of a row ends the outer one.
        if self.column > 0 {
            self.close_row();
        }
        self.first = self.slots.len();
        self.repeat = repeat.clamp(1, limits::ROWSPAN);
        self.row_hidden = hidden;
        self.column = 0;
        self.cell = 0;
    }

    /// Adds a cell and its likes to the row at work.
    pub fn cell(&mut self, spot: Spot, range: Range<usize>, items: Vec<Item>) {
        if spot.covered {
            self.column = self.column.saturating_add(spot.repeat.max(1));
            return;
        }
        let colspan = spot.colspan.clamp(1, limits::COLUMNS);
        let mut items = Some(items);
        let range = match (self.repeat, spot.repeat) {
            (1, 1) => range,
            _ => 0..0,
        };
        for _ in 0..spot.repeat.clamp(1, limits::COLUMNS) {
            if self.column >= limits::COLUMNS || self.slots.len() >= limits::CELLS {
                return;
            }
            let own = items.take();
            let again = own.is_none();
            let items = own.or_else(|| self.again(self.slots.len().checked_sub(1)?));
            self.cell += 1;
            let hidden = self.columns.get(self.column as usize).copied();
            self.slots.push(Slot {
                row: self.row,
                column: self.column,
                rowspan: match self.repeat {
                    1 => spot.rowspan.clamp(1, limits::ROWSPAN),
                    _ => 1,
                },
                colspan,
                number: (self.row + 1, self.cell),
                range: range.clone(),
                items: items.unwrap_or_default(),
                hidden: self.hidden || self.row_hidden || hidden == Some(true),
            });
            // The covered cells of a spanning cell follow by themselves.
            self.column += if again || spot.repeat > 1 { colspan } else { 1 };
        }
    }

    /// The paragraphs of a slot once more, as far as the allowance goes.
    fn again(&mut self, slot: usize) -> Option<Vec<Item>> {
        let text = text_of(&self.slots.get(slot)?.items);
        self.repeated += text.len();
        (self.repeated <= REPEATED_BYTES && !text.is_empty()).then(|| {
            vec![Item::Paragraph(Words {
                text,
                ..Default::default()
            })]
        })
    }

    pub fn close_row(&mut self) {
        let own = self.first..self.slots.len();
        let repeat = std::mem::replace(&mut self.repeat, 1);
        (self.first, self.column) = (own.end, 0);
        self.row += 1;
        for _ in 1..repeat {
            if self.slots.len() + own.len() > limits::CELLS {
                return;
            }
            for at in own.clone() {
                let items = self.again(at).unwrap_or_default();
                let Some(slot) = self.slots.get(at) else {
                    continue;
                };
                let slot = Slot {
                    row: self.row,
                    number: (self.row + 1, slot.number.1),
                    items,
                    range: 0..0,
                    ..*slot
                };
                self.slots.push(slot);
            }
            self.row += 1;
        }
    }

    /// The table, with its spans cut to its size.
    pub fn close(mut self) -> Inner {
        let rows = self.row;
        for slot in &mut self.slots {
            slot.rowspan = slot.rowspan.min(rows.saturating_sub(slot.row)).max(1);
            slot.colspan = slot
                .colspan
                .min(limits::COLUMNS.saturating_sub(slot.column))
                .max(1);
        }
        Inner {
            number: self.number,
            slots: self.slots,
        }
    }
}
