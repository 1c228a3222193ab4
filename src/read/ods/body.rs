//! `content.xml`: sheets, rows and cells, each as often as it is repeated.

use super::super::limits;
use super::super::workbook::{self, Sheet, Workbook};
use super::super::xml::{Tag, Token, Tokens};

/// Reads the sheets; true where the XML is broken or ends early.
pub fn read(xml: &str, hidden: &[String], workbook: &mut Workbook) -> bool {
    let mut reader = Reader {
        hidden,
        workbook,
        sheet: None,
        row: Row::default(),
        cell: None,
        at: 0,
        column: 0,
        sheets: 0,
        full: false,
    };
    let mut tokens = Tokens::new(xml);
    let mut open: Vec<Element> = Vec::new();
    for token in tokens.by_ref() {
        match token {
            Token::Open(tag) => {
                if open.len() >= limits::XML_DEPTH {
                    reader.end();
                    return true;
                }
                let element = match open.last() {
                    Some(Element::Skipped) => Element::Skipped,
                    above => reader.open(&tag, above.copied()),
                };
                open.push(element);
            }
            Token::Text(text) => reader.text(&text, open.last().copied()),
            Token::Close => reader.close(open.pop()),
        }
        if reader.full {
            reader.end();
            return false;
        }
    }
    reader.end();
    tokens.broken
}

/// The elements that are told apart.
#[derive(Clone, Copy, PartialEq)]
enum Element {
    Body,
    Sheet,
    Row,
    Cell,
    /// A paragraph of a cell, or what stands inside of it.
    Words,
    /// A part that shows no cell.
    Skipped,
    Other,
}

/// Cells of a row, which may be repeated as a whole.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    repeated: u32,
    hidden: bool,
}

struct Cell {
    column: u32,
    repeated: u32,
    rows: u32,
    columns: u32,
    kind: String,
    value: String,
    /// What it shows.
    text: String,
    has_formula: bool,
}

struct Reader<'a> {
    hidden: &'a [String],
    workbook: &'a mut Workbook,
    sheet: Option<Sheet>,
    row: Row,
    cell: Option<Cell>,
    /// The row and the column that come next, counted from 0.
    at: u32,
    column: u32,
    sheets: usize,
    /// A limit was reached.
    full: bool,
}

/// How often something stands there.
fn repeated(tag: &Tag, name: &str) -> u32 {
    tag.number(name).unwrap_or(1).clamp(1, limits::SHEET_ROWS)
}

/// Hidden by hand or by a filter.
fn is_hidden(tag: &Tag) -> bool {
    tag.get("visibility")
        .is_some_and(|shown| matches!(shown.as_str(), "collapse" | "filter"))
}

impl Reader<'_> {
    fn open(&mut self, tag: &Tag, above: Option<Element>) -> Element {
        match (tag.name(), above) {
            (
                "annotation" | "shapes" | "tracked-changes" | "named-expressions" | "forms"
                | "ruby-text" | "note" | "frame" | "dde-links" | "automatic-styles",
                _,
            ) => Element::Skipped,
            ("spreadsheet", _) => Element::Body,
            ("table", Some(Element::Body)) => {
                self.sheet(tag);
                Element::Sheet
            }
            // A table in a cell.
            ("table", Some(Element::Cell)) => Element::Skipped,
            ("table-column", _) => {
                let count = repeated(tag, "number-columns-repeated");
                if let (Some(sheet), true) = (&mut self.sheet, is_hidden(tag)) {
                    sheet.hide_columns((self.column, self.column.saturating_add(count - 1)));
                }
                self.column = self.column.saturating_add(count);
                Element::Other
            }
            ("table-row", _) if self.sheet.is_some() => {
                self.column = 0;
                self.row = Row {
                    cells: Vec::new(),
                    repeated: repeated(tag, "number-rows-repeated"),
                    hidden: is_hidden(tag),
                };
                Element::Row
            }
            ("table-cell" | "covered-table-cell", Some(Element::Row)) => {
                self.cell(tag);
                Element::Cell
            }
            ("p" | "h", Some(Element::Cell)) => {
                self.write("\n");
                Element::Words
            }
            (name, Some(Element::Words)) => {
                self.sign(name, tag);
                Element::Words
            }
            _ => Element::Other,
        }
    }

    /// White space that text spells as elements.
    fn sign(&mut self, name: &str, tag: &Tag) {
        /// More blanks than these show nothing more.
        const BLANKS: usize = 100;
        match name {
            "s" => {
                let count = tag.number("c").unwrap_or(1) as usize;
                self.write(&" ".repeat(count.min(BLANKS)));
            }
            "tab" => self.write("\t"),
            "line-break" => self.write("\n"),
            _ => {}
        }
    }

    fn sheet(&mut self, tag: &Tag) {
        self.end();
        self.sheets += 1;
        if self.sheets > limits::SHEETS {
            self.full = true;
            return;
        }
        let style = tag.get("style-name").unwrap_or_default();
        let name = tag.get("name").unwrap_or_default();
        self.sheet = Some(Sheet::new(&name, self.hidden.contains(&style)));
        (self.at, self.column) = (0, 0);
    }

    fn cell(&mut self, tag: &Tag) {
        let value = ["date-value", "boolean-value", "string-value", "value"]
            .iter()
            .find_map(|name| tag.get(name));
        self.cell = Some(Cell {
            column: self.column,
            repeated: repeated(tag, "number-columns-repeated"),
            rows: repeated(tag, "number-rows-spanned"),
            columns: repeated(tag, "number-columns-spanned"),
            kind: tag.get("value-type").unwrap_or_default(),
            value: value.unwrap_or_default(),
            text: String::new(),
            has_formula: tag.get("formula").is_some(),
        });
    }

    fn text(&mut self, text: &str, element: Option<Element>) {
        if element == Some(Element::Words) {
            self.write(text);
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, element: Option<Element>) {
        match element {
            Some(Element::Cell) => {
                if let Some(cell) = self.cell.take() {
                    self.column = self.column.saturating_add(cell.repeated);
                    let holds = !cell.text.trim().is_empty() || !cell.value.is_empty();
                    let covers = cell.rows > 1 || cell.columns > 1;
                    if (holds || cell.has_formula || covers) && cell.column < limits::COLUMNS {
                        self.row.cells.push(cell);
                    }
                }
            }
            Some(Element::Row) => self.end_row(),
            Some(Element::Sheet) => self.end(),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let Some(sheet) = &mut self.sheet else { return };
        let (first, next) = (self.at, self.at.saturating_add(row.repeated));
        self.at = next;
        if row.hidden {
            sheet.hide_rows((first, next - 1));
        }
        let shown = row
            .cells
            .iter()
            .map(|cell| Some(workbook::lines(&cell.shown()?)));
        let shown: Vec<Option<String>> = shown.collect();
        // Rows that hold nothing are not worth repeating.
        let filled = shown.iter().flatten().any(|text| !text.is_empty());
        let last = if filled {
            next
        } else {
            first.saturating_add(1)
        };
        for row_at in first..last.min(limits::SHEET_ROWS) {
            for (cell, shown) in row.cells.iter().zip(&shown) {
                self.full |= !self
                    .workbook
                    .merge(sheet, cell.rows(row_at), cell.columns());
                if shown.is_none() {
                    sheet.uncomputed.get_or_insert((row_at, cell.column));
                }
                let text = shown.as_deref().unwrap_or_default();
                let beyond = cell.column.saturating_add(cell.repeated);
                for column in cell.column..beyond.min(limits::COLUMNS) {
                    if text.is_empty() || self.full {
                        break;
                    }
                    self.full |= !self.workbook.put(sheet, row_at, column, text);
                }
            }
            if self.full {
                return;
            }
        }
    }

    /// Puts the sheet that was read into the document.
    fn end(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            self.workbook.add(sheet);
        }
    }
}

impl Cell {
    /// First and last row that it covers.
    fn rows(&self, at: u32) -> (u32, u32) {
        (at, at.saturating_add(self.rows - 1))
    }

    /// First and last column that it covers.
    fn columns(&self) -> (u32, u32) {
        (self.column, self.column.saturating_add(self.columns - 1))
    }

    /// What a person sees in it; none where a formula has no result.
    fn shown(&self) -> Option<String> {
        // A result that is an empty text has an empty paragraph.
        if self.has_formula && self.kind.is_empty() && self.text.is_empty() {
            return None;
        }
        let text = self.text.trim();
        Some(match self.kind.as_str() {
            // A date is shown in many ways; here in one.
            "date" if !self.value.is_empty() => {
                self.value.trim_end_matches("T00:00:00").replace('T', " ")
            }
            "boolean" if text.is_empty() => self.value.to_ascii_uppercase(),
            "float" | "currency" => self.number(),
            "percentage" if text.is_empty() => {
                let value = self.value.parse::<f64>().map(|value| value * 100.0);
                value.map_or(self.value.clone(), |value| {
                    format!("{}%", workbook::general(value))
                })
            }
            _ if text.is_empty() => self.value.clone(),
            _ => text.to_owned(),
        })
    }

    /// A number with the decimals that are shown and without grouping; with its unit where one is shown.
    fn number(&self) -> String {
        let text: String = self.text.trim().chars().filter(|c| *c != ',').collect();
        match (text.parse::<f64>(), self.value.parse::<f64>()) {
            (Ok(shown), _) if shown.is_finite() => workbook::general(shown),
            _ if text.chars().any(char::is_alphabetic) => text,
            (_, Ok(value)) => workbook::general(value),
            _ => text,
        }
    }
}
