//! Writes the figures of reports as they come: CSV, JSON or a workbook; one row for each report and cell, or one for each
//! report. What comes from a report can be no formula in them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gouji::view::{FigureView, FiguresView, Number, SCHEMA, cell_names, csv::harmless};
use gouji::wording::Language;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::arguments::Data;

/// Rows that a sheet of a workbook can hold.
const SHEET_ROWS: u32 = 1_048_576;
/// Characters that a cell of a workbook can hold.
const CELL_CHARACTERS: usize = 32_767;

/// What stands in a field of the set.
enum Field<'a> {
    Text(&'a str),
    Number(Number),
    Count(i64),
    Empty,
}

/// A set as it grows.
pub struct Dataset {
    writer: Writer,
    /// Names of the cells that are columns; none where each cell is a row.
    wide: Option<Vec<String>>,
}

enum Writer {
    Csv(Box<csv::Writer<Box<dyn Write>>>),
    Json {
        to: Box<dyn Write>,
        written: usize,
    },
    Xlsx {
        to: Box<dyn Write>,
        workbook: Box<Workbook>,
        row: u32,
    },
}

impl Dataset {
    pub fn new(
        format: Data,
        wide: bool,
        language: Language,
        mut to: Box<dyn Write>,
    ) -> io::Result<Dataset> {
        let writer = match format {
            Data::Csv => {
                // Excel takes a CSV without it for the system's old charset.
                to.write_all(b"\xEF\xBB\xBF")?;
                Writer::Csv(Box::new(csv::Writer::from_writer(to)))
            }
            Data::Json => {
                write!(to, r#"{{"schema":{SCHEMA},"reports":["#)?;
                Writer::Json { to, written: 0 }
            }
            Data::Xlsx => {
                let mut workbook = Box::new(Workbook::new());
                let sheet = workbook.add_worksheet();
                sheet.set_freeze_panes(1, 0).map_err(workbook_error)?;
                Writer::Xlsx {
                    to,
                    workbook,
                    row: 0,
                }
            }
        };
        let mut set = Dataset {
            writer,
            wide: wide.then(cell_names),
        };
        set.head(language)?;
        Ok(set)
    }

    /// Adds a report.
    pub fn add(&mut self, report: &FiguresView) -> io::Result<()> {
        if let Writer::Json { to, written } = &mut self.writer {
            to.write_all(if *written > 0 { b",\n" } else { b"\n" })?;
            *written += 1;
            return serde_json::to_writer(to, report).map_err(io::Error::from);
        }
        if let Some(names) = &self.wide {
            let line = wide(report, names);
            return self.writer.line(&line);
        }
        for figure in &report.figures {
            self.writer.line(&long(report, figure))?;
        }
        Ok(())
    }

    pub fn end(self) -> io::Result<()> {
        match self.writer {
            Writer::Csv(mut to) => to.flush(),
            Writer::Json { mut to, .. } => {
                writeln!(to, "\n]}}")?;
                to.flush()
            }
            Writer::Xlsx {
                mut to,
                mut workbook,
                ..
            } => {
                to.write_all(&workbook.save_to_buffer().map_err(workbook_error)?)?;
                to.flush()
            }
        }
    }

    fn head(&mut self, language: Language) -> io::Result<()> {
        let report = ["文件", "机关", "年度", "格式"];
        let report_en = ["source", "agency", "year", "form"];
        let cell = ["单元格", "表", "行", "列", "数值", "状态", "原文"];
        let cell_en = ["cell", "table", "row", "column", "value", "state", "raw"];
        let (report, cell, gaps) = match language {
            Language::Chinese => (report, cell, "没有数的格"),
            Language::English => (report_en, cell_en, "cells_without_number"),
        };
        let own: Vec<&str> = match &self.wide {
            Some(names) => [gaps]
                .into_iter()
                .chain(names.iter().map(String::as_str))
                .collect(),
            None => cell.to_vec(),
        };
        let line: Vec<Field> = report.into_iter().chain(own).map(Field::Text).collect();
        match &self.writer {
            Writer::Json { .. } => Ok(()),
            _ => self.writer.line(&line),
        }
    }
}

fn of_report(report: &FiguresView) -> Vec<Field<'_>> {
    vec![
        Field::Text(&report.source),
        report.agency.as_deref().map_or(Field::Empty, Field::Text),
        report
            .year
            .map_or(Field::Empty, |year| Field::Count(year.into())),
        report.form.map_or(Field::Empty, Field::Text),
    ]
}

/// One line for a cell.
fn long<'a>(report: &'a FiguresView, figure: &'a FigureView) -> Vec<Field<'a>> {
    let mut line = of_report(report);
    line.extend([
        Field::Text(&figure.cell),
        Field::Text(figure.table),
        Field::Text(&figure.row),
        Field::Text(&figure.column),
        figure.value.map_or(Field::Empty, Field::Number),
        Field::Text(figure.state),
        figure.raw.as_deref().map_or(Field::Empty, Field::Text),
    ]);
    line
}

/// One line for a report: a column for each cell of both editions, and before them how many of its own hold no number.
fn wide<'a>(report: &'a FiguresView, names: &[String]) -> Vec<Field<'a>> {
    let mut line = of_report(report);
    let gaps = report
        .figures
        .iter()
        .filter(|figure| figure.value.is_none());
    line.push(Field::Count(gaps.count() as i64));
    let figures = report.figures.iter();
    let figures: BTreeMap<&str, Option<Number>> =
        figures.map(|one| (one.cell.as_str(), one.value)).collect();
    for name in names {
        let value = figures.get(name.as_str()).copied().flatten();
        line.push(value.map_or(Field::Empty, Field::Number));
    }
    line
}

impl Writer {
    fn line(&mut self, fields: &[Field]) -> io::Result<()> {
        match self {
            Writer::Csv(to) => {
                let written = to.write_record(fields.iter().map(Field::csv));
                // As an error of writing, so that a closed pipe is known as one.
                written.map_err(|error| match error.into_kind() {
                    csv::ErrorKind::Io(error) => error,
                    other => io::Error::other(format!("{other:?}")),
                })
            }
            Writer::Json { .. } => Ok(()),
            Writer::Xlsx { workbook, row, .. } => {
                if *row >= SHEET_ROWS {
                    return Err(io::Error::other(
                        "xlsx: 行数超出一张工作表 too many rows for a sheet: --wide, --format csv",
                    ));
                }
                let sheet = workbook.worksheet_from_index(0).map_err(workbook_error)?;
                for (field, column) in fields.iter().zip(0..) {
                    field.xlsx(sheet, *row, column).map_err(workbook_error)?;
                }
                *row += 1;
                Ok(())
            }
        }
    }
}

impl Field<'_> {
    fn csv(&self) -> String {
        match self {
            Field::Text(text) => harmless(text),
            Field::Number(Number(number)) => number.to_string(),
            Field::Count(count) => count.to_string(),
            Field::Empty => String::new(),
        }
    }

    fn xlsx(&self, sheet: &mut Worksheet, row: u32, column: u16) -> Result<(), XlsxError> {
        match self {
            Field::Text(text) if row == 0 => {
                sheet.write_string_with_format(row, column, *text, &Format::new().set_bold())?;
            }
            Field::Text(text) => {
                let text: String = text.chars().take(CELL_CHARACTERS).collect();
                sheet.write_string(row, column, text)?;
            }
            Field::Number(Number(number)) => {
                sheet.write_number(row, column, number.to_f64())?;
            }
            Field::Count(count) => {
                sheet.write_number(row, column, *count as f64)?;
            }
            Field::Empty => {}
        }
        Ok(())
    }
}

fn workbook_error(error: XlsxError) -> io::Error {
    io::Error::other(error)
}
