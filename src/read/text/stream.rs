//! One cell per line: every cell ends with a pipe, on its line or on the next. A pipe alone is a blank cell; a run of
//! pipes is what was left of merged (and perhaps of blank) cells at the end of a row.

use super::Piece;
use super::lines::Line;
use super::pipes::{Class, pieces_of};

/// A cell or the end of a row, with the number of pipes it took.
enum Token {
    Cell(Piece),
    RowEnd(usize),
}

impl Token {
    fn pipes(&self) -> usize {
        match self {
            Token::Cell(_) => 1,
            Token::RowEnd(pipes) => *pipes,
        }
    }
}

/// The cells by rows. When every row took the same number of pipes, rows are counted by it; else a row ends where a
/// run of pipes says so.
pub fn rows(lines: &[Line], body: &[(usize, Class)]) -> Vec<Vec<Piece>> {
    let tokens = tokens(lines, body);
    let width = width(&tokens);
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut pipes = 0;
    for token in tokens {
        pipes += token.pipes();
        let ended = matches!(token, Token::RowEnd(_));
        if let (Token::Cell(piece), Some(row)) = (token, rows.last_mut()) {
            row.push(piece);
        }
        let ends = match width {
            Some(width) => pipes % width == 0,
            None => ended,
        };
        if ends {
            rows.push(Vec::new());
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// Pipes per row: the largest number that divides every row end, if it is a table's width at all.
fn width(tokens: &[Token]) -> Option<usize> {
    let (mut pipes, mut ends, mut divisor) = (0, 0, 0);
    for token in tokens {
        pipes += token.pipes();
        if let Token::RowEnd(_) = token {
            ends += 1;
            divisor = gcd(pipes, divisor);
        }
    }
    (ends >= 2 && divisor >= 3).then_some(divisor)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn tokens(lines: &[Line], body: &[(usize, Class)]) -> Vec<Token> {
    let mut tokens = Vec::new();
    // Text whose pipe has not come yet.
    let mut open: Option<Piece> = None;
    for &(index, class) in body {
        match class {
            Class::Pipes => {
                let pipes = lines
                    .get(index)
                    .map_or(0, |line| line.text.matches('|').count());
                match open.take() {
                    Some(piece) => {
                        tokens.push(Token::Cell(piece));
                        if pipes > 1 {
                            tokens.push(Token::RowEnd(pipes - 1));
                        }
                    }
                    None if pipes > 1 => tokens.push(Token::RowEnd(pipes)),
                    None => tokens.extend(pieces_of(lines, index).into_iter().map(Token::Cell)),
                }
            }
            Class::Plain => open = Some(joined(open, pieces_of(lines, index))),
            Class::CellEnd => {
                tokens.push(Token::Cell(joined(open.take(), pieces_of(lines, index))))
            }
            _ => tokens.extend(pieces_of(lines, index).into_iter().map(Token::Cell)),
        }
    }
    tokens.extend(open.map(Token::Cell));
    tokens
}

/// The two halves of a label.
fn joined(first: Option<Piece>, pieces: Vec<Piece>) -> Piece {
    let second = pieces.into_iter().next().unwrap_or(Piece {
        text: String::new(),
        range: 0..0,
    });
    match first {
        Some(first) => Piece {
            text: format!("{}\n{}", first.text, second.text),
            range: first.range.start..second.range.end,
        },
        None => second,
    }
}
