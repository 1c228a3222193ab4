//! Tab-separated and comma- or semicolon-separated tables, told from prose that merely holds such characters.

use super::lines::{Line, is_page_number};
use super::record::{self, Record};
use super::{Found, Table};
use crate::model::Shape;

/// Blank lines and page numbers that a page break may put between two rows.
const GAP_LINES: usize = 6;
/// A piece longer than this that holds a full stop is a sentence.
const SENTENCE_CHARS: usize = 60;
/// Text after nothing but tabs is a head up to this length, and an indented line of prose beyond.
const INDENTED_CHARS: usize = 12;

/// A run of records, with what stands between them.
struct Run {
    records: Vec<Record>,
    between: Vec<usize>,
    /// Index of the line after it.
    next: usize,
}

/// A tab-separated table at line `at`.
pub fn tabs(text: &str, lines: &[Line], at: usize) -> Option<(Found, usize)> {
    let is_record = |record: &Record| record.pieces.len() > 1 && !is_indented(record);
    let run = collect(text, lines, at, b'\t', is_record)?;
    let strong = run.records.iter().filter(|record| is_row(record)).count();
    let figures = run
        .records
        .iter()
        .any(|record| is_row(record) && filled(record) >= 4);
    Some(decide(run, at, strong >= 2 || figures))
}

/// A comma- or semicolon-separated table at line `at`: at least three columns, the same number in nearly all rows.
pub fn commas(text: &str, lines: &[Line], at: usize) -> Option<(Found, usize)> {
    let line = lines.get(at)?.text;
    let count = |separator: char| line.matches(separator).count();
    let separator = if count(',') >= count(';') { b',' } else { b';' };
    if count(char::from(separator)) < 2 && !line.starts_with('"') {
        return None;
    }
    let run = collect(text, lines, at, separator, |record| record.pieces.len() > 2)?;
    let widest = run
        .records
        .iter()
        .map(|record| record.pieces.len())
        .max()
        .unwrap_or(0);
    let even = run
        .records
        .iter()
        .filter(|record| record.pieces.len() == widest)
        .count();
    let rows = run.records.len();
    let prose = run.records.iter().filter(|record| is_prose(record)).count();
    Some(decide(
        run,
        at,
        rows >= 3 && even * 5 >= rows * 4 && prose == 0,
    ))
}

fn decide(run: Run, at: usize, is_table: bool) -> (Found, usize) {
    if !is_table {
        return (Found::Prose(at..run.next), run.next);
    }
    let rows = run
        .records
        .into_iter()
        .map(|record| record.pieces)
        .collect();
    (
        Found::Table(Table {
            shape: Shape::Rows,
            rows,
            between: run.between,
        }),
        run.next,
    )
}

/// The records from line `at` on, over page breaks.
fn collect(
    text: &str,
    lines: &[Line],
    at: usize,
    separator: u8,
    is_record: impl Fn(&Record) -> bool,
) -> Option<Run> {
    let mut run = Run {
        records: Vec::new(),
        between: Vec::new(),
        next: at,
    };
    let mut index = at;
    let mut between = Vec::new();
    while let Some(line) = lines.get(index) {
        if line.is_blank() && !line.text.contains(char::from(separator)) {
            index += 1;
        } else if !run.records.is_empty() && is_page_number(lines, index) {
            between.push(index);
            index += 1;
        } else {
            let record = record::read(text, line.start, line.end(), separator);
            if !is_record(&record) {
                break;
            }
            let end = record.end;
            run.records.push(record);
            run.between.append(&mut between);
            while lines.get(index).is_some_and(|line| line.start <= end) {
                index += 1;
            }
            run.next = index;
        }
        if index - run.next > GAP_LINES || run.records.is_empty() {
            break;
        }
    }
    (!run.records.is_empty()).then_some(run)
}

fn filled(record: &Record) -> usize {
    record
        .pieces
        .iter()
        .filter(|piece| !piece.text.is_empty())
        .count()
}

/// More than an indented or aligned line of prose.
fn is_row(record: &Record) -> bool {
    (filled(record) >= 2 || record.pieces.len() >= 3) && filled(record) > 0 && !is_prose(record)
}

/// Tabs that only indent a line of prose.
fn is_indented(record: &Record) -> bool {
    let last = record.pieces.last();
    filled(record) == 1 && last.is_some_and(|piece| piece.text.chars().count() > INDENTED_CHARS)
}

fn is_prose(record: &Record) -> bool {
    record
        .pieces
        .iter()
        .any(|piece| piece.text.chars().count() > SENTENCE_CHARS && piece.text.contains('。'))
}
