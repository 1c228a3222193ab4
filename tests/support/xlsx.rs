//! Writes a report as XLSX, as people keep one in Excel: on one sheet or several, tables below or beside one another.

use std::cmp::max;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::sheet::{Part, Role, Sheet, Slot};

/// How the report stands in the workbook.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// Each table has a sheet of its own, the text stands on the first.
    pub each_sheet: bool,
    /// The tables stand side by side, their headings above them, all text above all tables.
    pub beside: bool,
    /// Titles, headings and text are merged over the width of the widest table.
    pub merged_lines: bool,
    /// No empty row between text and table.
    pub dense: bool,
    /// First row and column.
    pub offset: (u32, u16),
    /// Figures are texts.
    pub texts: bool,
    /// Figures are formulas with results.
    pub formulas: bool,
    /// Every table on one grid of columns finer than its own, as converters write it.
    pub fused: bool,
    /// Formats with decimals, separators and signs; formatted cells behind and below the tables.
    pub formats: bool,
}

/// Columns of the fine grid.
const FINE: u32 = 47;

pub fn xlsx(parts: &[Part], way: Way) -> Vec<u8> {
    let mut writer = Writer {
        way,
        workbook: Workbook::new(),
        current: 0,
        row: way.offset.0,
        column: way.offset.1,
        width: parts.iter().map(width).max().unwrap_or(1) as u16,
    };
    if way.fused {
        writer.width = FINE as u16;
    }
    writer.workbook.add_worksheet().set_name("年报").unwrap();
    match way.beside {
        true => writer.beside(parts),
        false => writer.below(parts),
    }
    writer.workbook.save_to_buffer().unwrap()
}

fn width(part: &Part) -> usize {
    match part {
        Part::Sheet(sheet) => sheet.width(),
        _ => 1,
    }
}

struct Writer {
    way: Way,
    workbook: Workbook,
    /// Index of the sheet that is written to.
    current: usize,
    row: u32,
    column: u16,
    width: u16,
}

impl Writer {
    fn sheet(&mut self) -> &mut Worksheet {
        self.workbook.worksheet_from_index(self.current).unwrap()
    }

    fn below(&mut self, parts: &[Part]) {
        let gap = u32::from(!self.way.dense);
        for part in parts {
            match part {
                Part::Title(text) | Part::Heading(text) | Part::Text(text) => self.line(text),
                Part::Sheet(sheet) if self.way.each_sheet => {
                    let below = self.row;
                    self.current = self.workbook.worksheets().len();
                    let name = format!("表{}", self.current);
                    self.workbook.add_worksheet().set_name(name).unwrap();
                    self.row = self.way.offset.0;
                    self.table(sheet);
                    (self.current, self.row) = (0, below);
                }
                Part::Sheet(sheet) => {
                    self.row += gap;
                    self.table(sheet);
                    self.row += gap;
                }
            }
        }
    }

    fn beside(&mut self, parts: &[Part]) {
        let headed = |at: usize| matches!(parts.get(at + 1), Some(Part::Sheet(_)));
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Title(text) | Part::Text(text) => self.line(text),
                Part::Heading(text) if !headed(at) => self.line(text),
                _ => {}
            }
        }
        let top = self.row + 1;
        for (at, part) in parts.iter().enumerate() {
            if let (Part::Heading(text), Some(Part::Sheet(sheet))) = (part, parts.get(at + 1)) {
                self.row = top;
                let (row, column) = (self.row, self.column);
                self.sheet().write_string(row, column, text).unwrap();
                self.row += 1;
                self.table(sheet);
                self.column += sheet.width() as u16 + 1;
            }
        }
    }

    fn line(&mut self, text: &str) {
        let (row, column, last) = (self.row, self.column, self.column + self.width - 1);
        let merged = self.way.merged_lines && last > column;
        let sheet = self.sheet();
        if merged {
            let format = Format::new();
            sheet
                .merge_range(row, column, row, last, text, &format)
                .unwrap();
        } else {
            sheet.write_string(row, column, text).unwrap();
        }
        self.row += 1;
    }

    fn table(&mut self, table: &Sheet) {
        let grid = table.grid();
        let own = table.width() as u32;
        let (way, top, left) = (self.way, self.row, self.column);
        let at = |column: u32| match way.fused {
            true => left + (column * FINE / own) as u16,
            false => left + column as u16,
        };
        let sheet = self.sheet();
        for (y, row) in grid.iter().enumerate() {
            for (x, spot) in row.iter().enumerate().filter(|(_, spot)| spot.begins) {
                let slot = &spot.slot;
                let (row, column) = (top + y as u32, at(x as u32));
                let last = (
                    row + slot.rowspan - 1,
                    max(at(x as u32 + slot.colspan) - 1, column),
                );
                if last != (row, column) {
                    let format = Format::new();
                    sheet
                        .merge_range(row, column, last.0, last.1, "", &format)
                        .unwrap();
                }
                write(sheet, row, column, slot, way);
            }
        }
        if way.formats {
            let format = Format::new().set_num_format("0.00_ ");
            let (below, right) = (top + grid.len() as u32, at(own));
            for row in top..below {
                sheet.write_blank(row, right + 3, &format).unwrap();
            }
            for column in left..right {
                sheet.write_blank(below, column, &format).unwrap();
            }
        }
        self.row += grid.len() as u32;
    }
}

/// Formats that leave a whole number as it is.
const FORMATS: [&str; 6] = [
    "0",
    "#,##0",
    "0_ ",
    "General",
    "0_);[Red]\\(0\\)",
    "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
];

fn write(sheet: &mut Worksheet, row: u32, column: u16, slot: &Slot, way: Way) {
    let number = match slot.role {
        Role::Figure(_) if !way.texts => slot.text.parse::<f64>().ok(),
        _ => None,
    };
    match number {
        Some(number) if way.formulas => {
            let formula = Formula::new(format!("={number}+0")).set_result(&slot.text);
            sheet.write_formula(row, column, formula).unwrap();
        }
        Some(number) if way.formats && number.fract() == 0.0 => {
            let format = FORMATS[(row as usize + column as usize) % FORMATS.len()];
            let format = Format::new().set_num_format(format);
            sheet
                .write_number_with_format(row, column, number, &format)
                .unwrap();
        }
        Some(number) => {
            sheet.write_number(row, column, number).unwrap();
        }
        None if slot.text.is_empty() => {}
        None => {
            sheet.write_string(row, column, &slot.text).unwrap();
        }
    }
}
