//! One sheet's part: rows and cells with what they show, merged cells, hidden rows and columns.

use super::super::limits;
use super::super::workbook::{Format, Sheet, Span, Workbook};
use super::super::xml::{Tag, Token, Tokens};
use super::strings::{Text, unescape};
use super::{Book, is_on};

/// Reads a sheet's cells; true where its XML is broken or ends early.
pub fn read(xml: &str, book: &Book, sheet: &mut Sheet, workbook: &mut Workbook) -> bool {
    let mut reader = Reader {
        book,
        sheet,
        workbook,
        row: 0,
        column: 0,
        cell: None,
        full: false,
    };
    let mut tokens = Tokens::new(xml);
    let mut open = Vec::new();
    for token in tokens.by_ref() {
        match token {
            Token::Open(tag) => {
                if open.len() >= limits::XML_DEPTH {
                    return true;
                }
                open.push(reader.open(&tag));
            }
            Token::Text(text) => reader.text(&text, open.last().copied()),
            Token::Close => reader.close(open.pop()),
        }
        if reader.full {
            return false;
        }
    }
    tokens.broken
}

/// The elements that are told apart.
#[derive(Clone, Copy, PartialEq)]
enum Element {
    Row,
    Cell,
    Value,
    /// Anything inside of a cell's own text.
    Inline,
    Other,
}

/// A cell while it is read; row and column counted from 0.
struct Cell {
    row: u32,
    column: u32,
    style: u32,
    kind: String,
    /// What `v` holds, or the cell's own text.
    value: String,
    has_value: bool,
    has_formula: bool,
    inline: Option<Text>,
}

struct Reader<'a> {
    book: &'a Book,
    sheet: &'a mut Sheet,
    workbook: &'a mut Workbook,
    /// Where the next row and the next cell stand that do not say so themselves.
    row: u32,
    column: u32,
    cell: Option<Cell>,
    /// A limit was reached.
    full: bool,
}

impl Reader<'_> {
    fn open(&mut self, tag: &Tag) -> Element {
        let name = tag.name();
        if let Some(cell) = &mut self.cell {
            if let Some(text) = &mut cell.inline {
                text.open(tag);
                return Element::Inline;
            }
            match name {
                "v" => {
                    cell.has_value = true;
                    return Element::Value;
                }
                "f" => cell.has_formula = true,
                "is" => {
                    cell.inline = Some(Text::default());
                    return Element::Inline;
                }
                _ => {}
            }
            return Element::Other;
        }
        match name {
            "row" => {
                if let Some(number) = tag.number("r").and_then(|row| row.checked_sub(1)) {
                    self.row = number;
                }
                self.column = 0;
                if tag.get("hidden").is_some_and(|on| is_on(&on)) {
                    self.sheet.hide_rows((self.row, self.row));
                }
                Element::Row
            }
            "c" => {
                self.start_cell(tag);
                Element::Cell
            }
            "col" => {
                self.column_style(tag);
                Element::Other
            }
            "mergeCell" => {
                if let Some((rows, columns)) = tag.get("ref").and_then(|area| area_of(&area)) {
                    self.full |= !self.workbook.merge(self.sheet, rows, columns);
                }
                Element::Other
            }
            _ => Element::Other,
        }
    }

    fn start_cell(&mut self, tag: &Tag) {
        if let Some((row, column)) = tag.get("r").and_then(|at| position(&at)) {
            (self.row, self.column) = (row, column);
        }
        self.cell = Some(Cell {
            row: self.row,
            column: self.column,
            style: tag.number("s").unwrap_or(0),
            kind: tag.get("t").unwrap_or_default(),
            value: String::new(),
            has_value: false,
            has_formula: false,
            inline: None,
        });
    }

    /// Hidden columns, first and last counted from 1 in the file.
    fn column_style(&mut self, tag: &Tag) {
        let (first, last) = (tag.number("min"), tag.number("max"));
        if let (Some(first @ 1..), Some(last @ 1..)) = (first, last)
            && tag.get("hidden").is_some_and(|on| is_on(&on))
        {
            self.sheet.hide_columns((first - 1, last - 1));
        }
    }

    fn text(&mut self, piece: &str, element: Option<Element>) {
        let Some(cell) = &mut self.cell else { return };
        match (element, &mut cell.inline) {
            (Some(Element::Inline), Some(text)) => text.take(piece, &mut cell.value),
            (Some(Element::Value), _) => cell.value.push_str(piece),
            _ => {}
        }
    }

    fn close(&mut self, element: Option<Element>) {
        match element {
            Some(Element::Inline) => {
                if let Some(text) = self.cell.as_mut().and_then(|cell| cell.inline.as_mut()) {
                    text.close();
                }
            }
            Some(Element::Cell) => {
                if let Some(cell) = self.cell.take() {
                    self.end_cell(cell);
                }
            }
            Some(Element::Row) => self.row = self.row.saturating_add(1),
            _ => {}
        }
    }

    fn end_cell(&mut self, cell: Cell) {
        self.column = cell.column.saturating_add(1);
        // A formula with an empty text for its result has one.
        if cell.has_formula && cell.value.trim().is_empty() && cell.kind != "str" {
            self.sheet.uncomputed.get_or_insert((cell.row, cell.column));
            return;
        }
        let value = cell.value.trim();
        let shown = match cell.kind.as_str() {
            "s" if cell.has_value => match self.book.strings.get(value) {
                Some(text) => text.to_owned(),
                None => {
                    self.workbook.undecodable = true;
                    "\u{fffd}".to_owned()
                }
            },
            "inlineStr" | "str" => unescape(&cell.value),
            "b" => truth(value),
            "d" => value.trim_end_matches("T00:00:00").replace('T', " "),
            "e" => value.to_owned(),
            _ if !cell.has_value => unescape(&cell.value),
            _ => self.number(value, cell.style),
        };
        self.full = !self.workbook.put(self.sheet, cell.row, cell.column, &shown);
    }

    fn number(&self, value: &str, style: u32) -> String {
        let Ok(number) = value.parse::<f64>() else {
            return value.to_owned();
        };
        let general = Format::default();
        let format = self.book.styles.format(style).unwrap_or(&general);
        format.show(number, self.book.since_1904)
    }
}

fn truth(value: &str) -> String {
    match value {
        "1" | "true" => "TRUE",
        "0" | "false" => "FALSE",
        other => other,
    }
    .to_owned()
}

/// Row and column, counted from 0, of a cell like F12.
pub fn position(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at_checked(letters)?;
    let mut number = 0_u32;
    for letter in column.bytes() {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        number = number.checked_mul(26)?.checked_add(digit)?;
    }
    let row: u32 = row.parse().ok()?;
    Some((row.checked_sub(1)?, number.checked_sub(1)?))
}

/// Rows and columns, first and last, of an area like A1:C3.
fn area_of(text: &str) -> Option<(Span, Span)> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (position(first)?, position(last)?);
    Some(((first.0, last.0), (first.1, last.1)))
}

#[cfg(test)]
mod tests {
    use super::{area_of, position};

    #[test]
    fn references_are_read() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("aa10"), Some((9, 26)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for odd in [
            "",
            "1",
            "A",
            "A0",
            "A-1",
            "ZZZZZZZZZ1",
            "A99999999999",
            "件1",
        ] {
            assert_eq!(position(odd), None, "{odd}");
        }
        assert_eq!(area_of("B2:C4"), Some(((1, 3), (1, 2))));
        assert_eq!(area_of("B2"), None);
    }
}
