//! Tables drawn with `|`: rows with or without outer pipes, Markdown, and one cell per line.

use super::lines::{Line, is_marked_page_number, is_page_number, plain};
use super::{Found, Piece, Table, stream};
use crate::model::Shape;

/// Blank lines and page numbers that a page break may put between two rows.
const GAP_LINES: usize = 6;
/// A line of at most this many characters may be the first half of a broken label.
const HALF_LABEL_CHARS: usize = 12;

/// What a line is, as far as pipes go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Blank,
    /// No pipe.
    Plain,
    /// Pipes and nothing else.
    Pipes,
    /// Text and one pipe at its end.
    CellEnd,
    /// Several pieces.
    Row,
    /// Markdown's line below the heads.
    Delimiter,
}

/// A piped table at line `at`.
pub fn find(lines: &[Line], at: usize) -> Option<(Found, usize)> {
    if !starts(lines, at) {
        return None;
    }
    let (body, between, next) = collect(lines, at);
    let count = |class: Class| body.iter().filter(|(_, found)| *found == class).count();
    let (rows, ends, pipes) = (
        count(Class::Row),
        count(Class::CellEnd),
        count(Class::Pipes),
    );
    let wide = body
        .iter()
        .any(|&(index, class)| class == Class::Row && pieces_of(lines, index).len() >= 3);
    if rows + ends + pipes < 2 && !wide {
        return Some((Found::Prose(at..next), next));
    }
    let table = if rows * 4 > ends + pipes {
        Table {
            shape: Shape::Rows,
            rows: rows_of(lines, &body),
            between,
        }
    } else {
        Table {
            shape: Shape::Stream,
            rows: stream::rows(lines, &body),
            between,
        }
    };
    Some((Found::Table(table), next))
}

fn class(lines: &[Line], at: usize) -> Class {
    let Some(line) = lines.get(at) else {
        return Class::Blank;
    };
    let text = line.text.trim();
    if text.is_empty() {
        return Class::Blank;
    }
    if !text.contains('|') {
        return Class::Plain;
    }
    let solid = |c: char| !(c == '|' || c.is_whitespace());
    if !text.contains(solid) {
        return Class::Pipes;
    }
    if text.contains('-')
        && text
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace())
    {
        // `| - | - |` is a row of dashes; three in a row are a rule.
        return if text.contains("--") {
            Class::Delimiter
        } else {
            Class::Row
        };
    }
    let inner = text.strip_suffix('|').unwrap_or(text);
    if inner.len() < text.len() && !inner.contains('|') {
        Class::CellEnd
    } else {
        Class::Row
    }
}

fn is_piped(class: Class) -> bool {
    matches!(
        class,
        Class::Pipes | Class::CellEnd | Class::Row | Class::Delimiter
    )
}

/// A piped line, or text whose separator stands on the next line.
fn starts(lines: &[Line], at: usize) -> bool {
    match class(lines, at) {
        Class::Plain => separator_follows(lines, at),
        found => is_piped(found),
    }
}

/// The next line that is not blank (at most two are) holds only pipes.
fn separator_follows(lines: &[Line], at: usize) -> bool {
    let next = (at + 1..at + 4)
        .map(|next| class(lines, next))
        .find(|&found| found != Class::Blank);
    next == Some(Class::Pipes)
}

/// The lines of the table with their class, what stands between, and the index of the line after.
fn collect(lines: &[Line], at: usize) -> (Vec<(usize, Class)>, Vec<usize>, usize) {
    let mut body: Vec<(usize, Class)> = Vec::new();
    let (mut between, mut gap) = (Vec::new(), Vec::new());
    let (mut index, mut next) = (at, at);
    while index < lines.len() && index - next <= GAP_LINES {
        let found = class(lines, index);
        let after_gap = index > next;
        let belongs = match found {
            Class::Blank => false,
            Class::Plain if is_marked(lines, index) => false,
            Class::Plain => separator_follows(lines, index) || is_half_label(lines, &body, index),
            // Heads with a rule below them, after a gap, begin a table of their own.
            _ => !(after_gap && class(lines, index + 1) == Class::Delimiter),
        };
        if belongs {
            body.push((index, found));
            between.append(&mut gap);
            next = index + 1;
        } else if found == Class::Plain && is_page_number(lines, index) {
            gap.push(index);
        } else if found != Class::Blank {
            break;
        }
        index += 1;
    }
    (body, between, next)
}

/// A page number that is one even where the pipe of a cell follows.
fn is_marked(lines: &[Line], at: usize) -> bool {
    lines
        .get(at)
        .is_some_and(|line| is_marked_page_number(line.text.trim()))
}

/// A short line inside one-cell-per-line text, directly above the rest of its label.
fn is_half_label(lines: &[Line], body: &[(usize, Class)], at: usize) -> bool {
    let inside = !body.is_empty() && body.iter().all(|&(_, class)| class != Class::Row);
    let text = lines.get(at).map_or("", |line| line.text.trim());
    let short = text.chars().count() <= HALF_LABEL_CHARS;
    let titled = text.chars().nth(1) == Some('、') || text.starts_with('#');
    let followed = match class(lines, at + 1) {
        Class::CellEnd => true,
        Class::Plain => separator_follows(lines, at + 1),
        _ => false,
    };
    inside && short && !titled && followed
}

/// The pieces of each line. Outer pipes are a frame when most lines have them, but not where some lines lack them and
/// all are equally long without a frame: then an outer pipe stands beside an empty piece.
fn rows_of(lines: &[Line], body: &[(usize, Class)]) -> Vec<Vec<Piece>> {
    let shown: Vec<usize> = body
        .iter()
        .filter(|(_, class)| *class != Class::Delimiter)
        .map(|&(index, _)| index)
        .collect();
    let text = |index: usize| lines.get(index).map_or("", |line| line.text.trim());
    let begins = |index: &usize| text(*index).starts_with('|');
    let ends = |index: &usize| text(*index).ends_with('|');
    let equal = |length: &dyn Fn(&usize) -> usize| {
        let pairs = &mut shown.windows(2);
        pairs.all(|pair| matches!(pair, [a, b] if length(a) == length(b)))
    };
    let parts = |index: &usize| pieces_of(lines, *index).len();
    // Every pipe parts two pieces: then a pipe at the end of a line opens an empty one.
    let bare = !shown.iter().all(ends) && equal(&|index| parts(index) + usize::from(ends(index)));
    let unframed = bare || !shown.iter().all(begins) && equal(&parts);
    let framed = !unframed && shown.iter().filter(|index| begins(index)).count() * 2 > shown.len();
    shown
        .into_iter()
        .map(|index| {
            let mut pieces = pieces_of(lines, index);
            if bare && ends(&index) {
                let end = pieces.last().map_or(0, |last| last.range.end);
                pieces.push(Piece {
                    text: String::new(),
                    range: end..end,
                });
            }
            if framed && begins(&index) && pieces.len() > 1 {
                pieces.remove(0);
            }
            pieces
        })
        .collect()
}

/// The pieces of a line. A pipe at the end closes the last piece and opens no other.
pub fn pieces_of(lines: &[Line], index: usize) -> Vec<Piece> {
    let Some(line) = lines.get(index) else {
        return Vec::new();
    };
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, byte) in line.text.bytes().enumerate() {
        if byte == b'|' && !escaped {
            pieces.push(piece(line, start, at));
            start = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    if !line.text.get(start..).unwrap_or("").trim().is_empty() || pieces.is_empty() {
        pieces.push(piece(line, start, line.text.len()));
    }
    pieces
}

fn piece(line: &Line, start: usize, end: usize) -> Piece {
    let raw = line.text.get(start..end).unwrap_or("");
    let trimmed = raw.trim();
    let offset = line.start + start + (raw.len() - raw.trim_start().len()).min(raw.len());
    let text = plain(trimmed)
        .replace("\\|", "|")
        .replace("<br>", "\n")
        .replace("<br/>", "\n")
        .replace("<br />", "\n");
    Piece {
        text,
        range: offset..offset + trimmed.len(),
    }
}
