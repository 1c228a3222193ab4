//! What stands in a word processor's body, cell or text box: paragraphs, tables and pictures in order. Every reader of
//! such files gathers these, and one writer makes the document of them.

#[cfg(feature = "words")]
pub mod build;
#[cfg(feature = "words")]
pub mod edges;
pub mod heading;
pub mod numeral;
pub mod table;
pub mod writer;

use std::ops::Range;

use table::{RawRow, Slot, layout};

#[derive(Debug)]
pub enum Item {
    Paragraph(Words),
    Table(Box<Inner>),
    Picture,
}

/// A paragraph's text with its list number, and what the file says of it.
#[derive(Debug, Default)]
pub struct Words {
    /// Tabs and line breaks as characters.
    pub text: String,
    pub heading: Option<u8>,
    /// Counted from 1 among the paragraphs outside of tables.
    pub number: u32,
    /// Bytes of its element in the file's XML, where it has one.
    pub range: Range<usize>,
}

#[derive(Debug)]
pub struct Inner {
    /// Counted from 1 in the order of the file.
    pub number: u32,
    pub slots: Vec<Slot>,
}

impl Inner {
    pub fn new(number: u32, rows: Vec<RawRow>) -> Self {
        Inner {
            number,
            slots: layout(rows),
        }
    }

    /// Cells of this table that hold no table, and cells of the tables inside.
    pub fn weigh(&self) -> (usize, usize) {
        let (mut own, mut inner) = (0, 0);
        for slot in &self.slots {
            let nested: usize = slot.items.iter().map(cells).sum();
            if nested == 0 {
                own += usize::from(!text_of(&slot.items).is_empty());
            }
            inner += nested;
        }
        (own, inner)
    }
}

/// Cells of an item and of all it holds.
fn cells(item: &Item) -> usize {
    let Item::Table(table) = item else { return 0 };
    table
        .slots
        .iter()
        .map(|slot| 1 + slot.items.iter().map(cells).sum::<usize>())
        .sum()
}

/// The lines of a cell that are not empty, joined by `\n`; the text of tables inside included.
pub fn text_of(items: &[Item]) -> String {
    let mut text = String::new();
    add_text(items, &mut text);
    text
}

fn add_text(items: &[Item], text: &mut String) {
    for item in items {
        match item {
            Item::Paragraph(words) => {
                for line in words
                    .text
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(line);
                }
            }
            Item::Table(table) => {
                for slot in &table.slots {
                    add_text(&slot.items, text);
                }
            }
            Item::Picture => {}
        }
    }
}
