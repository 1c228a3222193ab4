//! Rows whose cells are only separated by spaces, as a table copied out of a PDF is: a label and its figures on one
//! line, a long label wrapped over several. Only the order of the cells is sure.

use super::lines::{Line, is_page_number};
use super::{Found, Piece, Table};
use crate::model::Shape;

/// A row with so many figures begins a table; one figure goes on with it.
const FIGURES: usize = 3;
/// So many rows with figures are a table, not a sentence with numbers at its end.
const ROWS: usize = 2;
/// Blank lines, wrapped labels and heads between two rows with figures.
const GAP: usize = 8;
/// No head or label is longer.
const LONGEST: usize = 60;

/// The table that begins at line `at` with its heads, and the index of the line after it.
pub fn find(lines: &[Line], at: usize) -> Option<(Found, usize)> {
    let first = (at..lines.len().min(at + GAP)).find(|&n| figures_at_end(lines, n) >= FIGURES)?;
    // Up to the first row stand heads only: several short words on a line, or a wrapped label.
    let heads = lines.get(at..first)?;
    if lines.get(at..=first)?.iter().any(has_separators) {
        return None;
    }
    if heads.iter().any(|line| !is_label(line)) || heads.first().is_some_and(|l| words(l).len() < 2)
    {
        return None;
    }
    let (mut rows, mut between, mut end, mut full) = (vec![Vec::new()], Vec::new(), first, 0);
    let mut index = at;
    while index < lines.len() && index <= end + GAP {
        let (Some(line), figures) = (lines.get(index), figures_at_end(lines, index)) else {
            break;
        };
        if has_separators(line) {
            break;
        }
        if line.is_blank() {
            index += 1;
            continue;
        }
        if index > first && is_page_number(lines, index) {
            between.push(index);
        } else if figures > 0 || is_label(line) {
            if let Some(row) = rows.last_mut() {
                row.extend(pieces(line, figures));
            }
        } else {
            break;
        }
        if figures > 0 {
            rows.push(Vec::new());
            (end, full) = (index, full + usize::from(figures >= FIGURES));
        }
        index += 1;
    }
    // What follows the last figures is no part of the table.
    rows.pop();
    between.retain(|&n| n < end);
    let table = Table {
        shape: Shape::Stream,
        rows,
        between,
    };
    (full >= ROWS).then_some((Found::Table(table), end + 1))
}

/// A tab or a pipe between two cells says more than spaces do.
fn has_separators(line: &Line) -> bool {
    line.text.trim().contains(['\t', '|'])
}

/// How many words at the end of a line are figures.
fn figures_at_end(lines: &[Line], at: usize) -> usize {
    let Some(line) = lines.get(at) else { return 0 };
    let words = words(line);
    let figures = words
        .iter()
        .rev()
        .take_while(|(_, word)| is_figure(word))
        .count();
    let label: usize = words
        .iter()
        .rev()
        .skip(figures)
        .map(|(_, word)| word.chars().count())
        .sum();
    if label > LONGEST { 0 } else { figures }
}

fn is_figure(word: &str) -> bool {
    let size = word
        .trim_start_matches(['-', '+', '－', '−'])
        .trim_end_matches(['元', '万', '件', '条', '宗', '个', '项']);
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    matches!(word, "-" | "/" | "—" | "－" | "／")
        || size.starts_with(digits) && size.chars().all(|c| digits(c) || matches!(c, ',' | '.'))
}

/// A line that may hold heads or a part of a label: short, with words, and no sentence.
fn is_label(line: &Line) -> bool {
    let text = line.text.trim();
    !text.is_empty()
        && text.chars().take(LONGEST + 1).count() <= LONGEST
        && !text.contains(['。', '；', '！', '？'])
}

/// The words of a line with their offsets in the text.
fn words<'a>(line: &Line<'a>) -> Vec<(usize, &'a str)> {
    let offset = |word: &str| line.start + (word.as_ptr() as usize - line.text.as_ptr() as usize);
    line.text
        .split_whitespace()
        .map(|word| (offset(word), word))
        .collect()
}

/// The words of a row as cells. An ordinal or a mark that stands alone before the figures (`1. 属于 国家秘密`) is a part
/// of the label beside it.
fn pieces(line: &Line, figures: usize) -> Vec<Piece> {
    let words = words(line);
    let labels = words.len().saturating_sub(figures);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, (start, word)) in words.into_iter().enumerate() {
        let end = start + word.len();
        let alone = at < labels && !has_words(word);
        if alone && at + 1 < labels {
            open = open.or(Some(start));
            continue;
        }
        if alone
            && figures > 0
            && let Some(label) = pieces.last_mut()
        {
            label.text.push_str(word);
            label.range.end = end;
            continue;
        }
        let start = open.take().unwrap_or(start);
        let text = line.text.get(start - line.start..end - line.start);
        pieces.push(Piece {
            text: text.unwrap_or(word).to_owned(),
            range: start..end,
        });
    }
    pieces
}

/// More than digits, marks and the numerals of an ordinal.
fn has_words(word: &str) -> bool {
    word.chars()
        .any(|c| c.is_alphabetic() && !"一二三四五六七八九十".contains(c))
}
