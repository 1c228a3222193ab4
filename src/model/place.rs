//! Where a piece of text stands in the thing that was read. Rules carry the handle; only `wording`, `view` and `mark` open it.

use std::ops::Range;

/// A handle into [`Document::places`](super::Document::places); by default that of the whole input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// The place itself, in the terms of the format it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Somewhere in the input as a whole.
    Whole,
    /// Plain text: byte range in the decoded text, and the line counted from 1.
    Text { range: Range<usize>, line: u32 },
    /// HTML: byte range of the element's content in the decoded source; the table counted from 1 in document order,
    /// row and column of the cell counted from 1 (all 0 for a paragraph).
    Html {
        range: Range<usize>,
        table: u32,
        row: u32,
        column: u32,
    },
    /// A word processor's file: table, row and cell counted from 1 in the body (0 for a paragraph outside of tables), and the paragraph counted from 1.
    /// The byte range is that of the cell's or paragraph's element in the XML of the main part; empty where the format
    /// has none, and for one of several cells that one element stands for.
    Story {
        table: u32,
        row: u32,
        cell: u32,
        paragraph: u32,
        range: Range<usize>,
    },
    /// A cell of a spreadsheet: the sheet's own name, row and column of the cell counted from 1 (both 0 for a whole table
    /// or sheet).
    Sheet {
        sheet: String,
        row: u32,
        column: u32,
    },
    /// A box on a page, in points from the top left; the page counted from 1.
    Page {
        page: u32,
        x: u32,
        y: u32,
        width: u32,
        height: u32,
    },
    /// A cell handed over by a host page, under the name that the host gave it.
    Host { id: String },
}
