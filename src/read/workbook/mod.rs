//! What the readers of spreadsheets share: sheets of filled cells and merges in, paragraphs and grids out.

mod date;
mod decimal;
mod format;
mod grid;
mod split;

#[cfg(feature = "sheets")]
pub use decimal::general;
pub use format::Format;

use super::error::{ReadError, ReadErrorKind};
use super::limits;
use crate::model::{Document, Kind, PlaceId, Trouble, TroubleKind};
use crate::order;
use split::Region;

/// A cell that holds something, or an empty one that covers several slots. Row and column are counted from 0.
#[derive(Clone, Debug)]
pub struct Filled {
    pub row: u32,
    pub column: u32,
    pub rowspan: u32,
    pub colspan: u32,
    pub text: String,
    pub hidden: bool,
}

impl Filled {
    fn blank(row: u32, column: u32) -> Self {
        Filled {
            row,
            column,
            rowspan: 1,
            colspan: 1,
            text: String::new(),
            hidden: false,
        }
    }

    fn is_filled(&self) -> bool {
        !self.text.is_empty()
    }

    /// First row and column beyond it.
    fn end(&self) -> (u32, u32) {
        (self.row + self.rowspan, self.column + self.colspan)
    }
}

/// Rows or columns in a row, first and last, counted from 0.
pub type Span = (u32, u32);

/// One sheet as a file describes it.
#[derive(Debug, Default)]
pub struct Sheet {
    name: String,
    hidden: bool,
    cells: Vec<Filled>,
    /// Rows and columns of merged cells.
    merges: Vec<(Span, Span)>,
    hidden_rows: Vec<Span>,
    hidden_columns: Vec<Span>,
    /// The first formula whose result the file does not hold, row and column counted from 0.
    pub uncomputed: Option<(u32, u32)>,
}

impl Sheet {
    /// An empty sheet; its name, which every place of it repeats, within bounds.
    pub fn new(name: &str, hidden: bool) -> Self {
        Sheet {
            name: name.trim().chars().take(limits::SHEET_NAME).collect(),
            hidden,
            ..Sheet::default()
        }
    }

    pub fn hide_rows(&mut self, rows: Span) {
        hide(&mut self.hidden_rows, rows);
    }

    pub fn hide_columns(&mut self, columns: Span) {
        hide(&mut self.hidden_columns, columns);
    }
}

/// Neighbours become one span: rows are told one by one.
fn hide(spans: &mut Vec<Span>, span: Span) {
    let room = spans.len() < limits::HIDDEN_SPANS && span.0 <= span.1;
    match spans.last_mut() {
        Some(last) if last.1.checked_add(1) == Some(span.0) => last.1 = span.1,
        _ if room => spans.push(span),
        _ => {}
    }
}

/// A workbook while it is read: its document, and what is left of the limits.
pub struct Workbook {
    document: Document,
    cells: usize,
    text: usize,
    slots: usize,
    /// Slots that merges may cover.
    fill: usize,
    pub truncated: bool,
    pub undecodable: bool,
    pub limited: bool,
}

impl Workbook {
    pub fn new(kind: Kind) -> Self {
        Workbook {
            document: Document::new(kind),
            cells: limits::SHEET_CELLS,
            text: limits::SHEET_TEXT,
            slots: limits::SHEET_CELLS,
            fill: limits::SHEET_FILL,
            truncated: false,
            undecodable: false,
            limited: false,
        }
    }

    /// Takes a cell's text into a sheet, row and column counted from 0. False where a limit is reached: nothing more
    /// need be read.
    pub fn put(&mut self, sheet: &mut Sheet, row: u32, column: u32, text: &str) -> bool {
        if row >= limits::SHEET_ROWS || column >= limits::COLUMNS {
            self.limited |= !text.trim().is_empty();
            return true;
        }
        let text = lines(text);
        if text.is_empty() {
            return true;
        }
        if self.cells == 0 || self.text < text.len() {
            self.limited = true;
            return false;
        }
        self.cells -= 1;
        self.text -= text.len();
        sheet.cells.push(Filled {
            text,
            ..Filled::blank(row, column)
        });
        true
    }

    /// Notes that rows and columns, first and last counted from 0, are merged. False where a limit is reached.
    pub fn merge(&mut self, sheet: &mut Sheet, rows: Span, columns: Span) -> bool {
        let area = rows.0 < rows.1 || columns.0 < columns.1;
        let ordered = rows.0 <= rows.1 && columns.0 <= columns.1;
        if ordered && area && columns.0 < limits::COLUMNS {
            if sheet.merges.len() >= limits::SHEET_CELLS {
                self.limited = true;
                return false;
            }
            sheet.merges.push((rows, columns));
        }
        true
    }

    /// Puts a sheet into the document.
    pub fn add(&mut self, mut sheet: Sheet) {
        self.settle(&mut sheet);
        let cells = grid::merge(&mut sheet, &mut self.fill);
        self.limited |= self.fill == 0;
        let hidden = cells.iter().find(|cell| cell.hidden);
        let hidden = hidden.map(|cell| (cell.row, cell.column));
        for (kind, found) in [
            (TroubleKind::Hidden, hidden),
            (TroubleKind::Uncomputed, sheet.uncomputed),
        ] {
            if let Some((row, column)) = found {
                let place = grid::place(&mut self.document, &sheet.name, row + 1, column + 1);
                self.document.troubles.push(Trouble { kind, place });
            }
        }
        for region in split::regions(cells) {
            if self.document.blocks.len() >= limits::BLOCKS {
                self.limited = true;
                return;
            }
            match region {
                Region::Paragraph(cell) => {
                    grid::paragraphs(&mut self.document, &sheet.name, &cell);
                }
                Region::Table(cells) => {
                    self.limited |=
                        grid::table(&mut self.document, &sheet.name, cells, &mut self.slots);
                }
            }
        }
    }

    /// Cells in reading order, the first of two at one place, each knowing whether it is hidden.
    fn settle(&self, sheet: &mut Sheet) {
        if !sheet.cells.is_sorted_by_key(|cell| (cell.row, cell.column)) {
            order::by_key(&mut sheet.cells, |cell| (cell.row, cell.column));
        }
        sheet
            .cells
            .dedup_by(|a, b| (a.row, a.column) == (b.row, b.column));
        let within = |spans: &[Span], at: u32| spans.iter().any(|s| s.0 <= at && at <= s.1);
        let mut row = (u32::MAX, false);
        for cell in &mut sheet.cells {
            if row.0 != cell.row {
                row = (cell.row, within(&sheet.hidden_rows, cell.row));
            }
            cell.hidden = sheet.hidden || row.1 || within(&sheet.hidden_columns, cell.column);
        }
    }

    /// The document; an error where the file breaks off before its first cell.
    pub fn finish(mut self) -> Result<Document, ReadError> {
        if self.document.blocks.is_empty() {
            let damaged = self.truncated || self.undecodable;
            return Err(ReadError::new(match damaged {
                true => ReadErrorKind::Damaged,
                false => ReadErrorKind::Empty,
            }));
        }
        for (kind, present) in [
            (TroubleKind::Undecodable, self.undecodable),
            (TroubleKind::Truncated, self.truncated),
            (TroubleKind::LimitReached, self.limited),
        ] {
            if present {
                self.document.troubles.push(Trouble {
                    kind,
                    place: PlaceId(0),
                });
            }
        }
        Ok(self.document)
    }
}

/// The lines of a cell that are not empty. A text that many cells show is brought into this form once.
pub fn lines(text: &str) -> String {
    let mut out = String::new();
    for line in text.split(['\n', '\r']).map(str::trim) {
        if !line.is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line);
        }
    }
    out
}
