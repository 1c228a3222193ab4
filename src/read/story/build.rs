//! A story as it comes in formats that mark the ends of paragraphs, cells and rows: the tables at work and how deep
//! each paragraph lies.

use super::super::limits;
use super::edges::{self, EdgeCell, Shape};
use super::{Inner, Item, Words};

/// A table at work.
#[derive(Default)]
struct Table {
    number: u32,
    rows: Vec<Vec<EdgeCell>>,
    cells: Vec<Vec<Item>>,
    items: Vec<Item>,
}

/// A body or a text box at work.
#[derive(Default)]
struct Story {
    items: Vec<Item>,
    tables: Vec<Table>,
}

#[derive(Default)]
pub struct Builder {
    story: Story,
    /// The stories around the text box at work.
    around: Vec<Story>,
    /// Pictures and text boxes, until the paragraph that holds them ends.
    after: Vec<Item>,
    table_count: u32,
    paragraph_count: u32,
    cells: usize,
    produced: usize,
}

impl Builder {
    /// Closes the tables that lie deeper than the paragraph to come, and opens those that it lies in.
    pub fn depth(&mut self, depth: usize) {
        let depth = depth.min(limits::TABLE_DEPTH);
        while self.story.tables.len() > depth {
            self.close_table();
        }
        while self.story.tables.len() < depth {
            self.table_count += 1;
            self.story.tables.push(Table {
                number: self.table_count,
                ..Table::default()
            });
        }
    }

    /// Ends a paragraph.
    pub fn paragraph(&mut self, text: String, heading: Option<u8>) {
        if self.story.tables.is_empty() && self.around.is_empty() {
            self.paragraph_count += 1;
        }
        self.push(Item::Paragraph(Words {
            text,
            heading,
            number: self.paragraph_count,
            range: 0..0,
        }));
        self.anchored();
    }

    /// What was anchored in the paragraph follows it.
    pub fn anchored(&mut self) {
        for item in std::mem::take(&mut self.after) {
            self.push(item);
        }
    }

    pub fn picture(&mut self) {
        self.produced += 1;
        self.after.push(Item::Picture);
    }

    pub fn end_cell(&mut self) {
        if let Some(table) = self.story.tables.last_mut() {
            self.cells += 1;
            let items = std::mem::take(&mut table.items);
            table.cells.push(items);
        }
    }

    pub fn end_row(&mut self, shape: &Shape) {
        if let Some(table) = self.story.tables.last_mut() {
            table.items.clear();
            let cells = std::mem::take(&mut table.cells);
            table.rows.push(shape.fill(cells));
        }
    }

    /// Begins a text box; false when too many lie inside each other.
    pub fn open_box(&mut self) -> bool {
        let room = self.around.len() < limits::TABLE_DEPTH;
        if room {
            self.around.push(std::mem::take(&mut self.story));
        }
        room
    }

    pub fn close_box(&mut self) {
        self.anchored();
        self.depth(0);
        if let Some(outer) = self.around.pop() {
            let inner = std::mem::replace(&mut self.story, outer);
            self.after.extend(inner.items);
        }
    }

    pub fn is_full(&self) -> bool {
        self.cells > limits::CELLS || self.produced > limits::ITEMS
    }

    /// Everything in order.
    pub fn finish(mut self) -> Vec<Item> {
        while !self.around.is_empty() {
            self.close_box();
        }
        self.anchored();
        self.depth(0);
        self.story.items
    }

    fn close_table(&mut self) {
        let Some(mut table) = self.story.tables.pop() else {
            return;
        };
        if !table.items.is_empty() {
            table.cells.push(std::mem::take(&mut table.items));
        }
        if !table.cells.is_empty() {
            table.rows.push(Shape::default().fill(table.cells));
        }
        let rows = edges::rows(table.rows);
        self.push(Item::Table(Box::new(Inner::new(table.number, rows))));
    }

    /// Adds to the cell at work, or to the story.
    fn push(&mut self, item: Item) {
        self.produced += 1;
        match self.story.tables.last_mut() {
            Some(table) => table.items.push(item),
            None => self.story.items.push(item),
        }
    }
}
