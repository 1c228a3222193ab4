//! A statutory table in short. The line
//!
//! `… 表三按 2021 年格式，其余各格为 0`
//!
//! stands for the printed table of that edition, with its merged cells; the rows written beside it take the place of
//! the printed ones with the same label, or are added where they have none. It may go on with clauses:
//!
//! `没有「甲」行`, `没有「甲」列`, `「甲」列为 0`, `「甲」写作「乙」`, `「甲」行移到「乙」行前`, `「甲」列前多出「乙」列`
//!
//! A mark behind a clause goes to the head it names, or to the corner of the table where nothing is left of it.

use super::example::Cell;
use gouji::form::layout::{Content, printed};
use gouji::form::{Edition, Table};
use gouji::text::fold::{fold, likeness};

/// Labels less alike than this are different rows.
const SAME_ROW: f32 = 0.6;

/// A printed table that is being written over: rows of slots, each with the piece that covers it.
pub struct Sketch {
    rows: Vec<Vec<usize>>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, Default)]
struct Piece {
    text: String,
    is_figure: bool,
}

impl Sketch {
    pub fn of(line: &str, given: Vec<Vec<String>>) -> Sketch {
        let mut parts = line.trim_start_matches('…').trim().split('，');
        let head = parts.next().unwrap_or_default();
        let table = match head.split_once('按') {
            Some(("表二", _)) => Table::Two,
            Some(("表三", _)) => Table::Three,
            Some(("表四", _)) => Table::Four,
            _ => panic!("which table? {line}"),
        };
        let edition = match head {
            _ if head.ends_with("按 2019 年格式") => Edition::E2019,
            _ if head.ends_with("按 2021 年格式") => Edition::E2021,
            _ => panic!("which edition? {line}"),
        };
        let cell = parts
            .next()
            .and_then(|part| part.strip_prefix("其余各格为"));
        let cell = cell.unwrap_or_else(|| panic!("which cells? {line}"));
        let mut sketch = Sketch::printed(table, edition, &value(cell));
        let mut after = None;
        for row in given {
            after = Some(sketch.give(row, after));
        }
        for part in parts {
            sketch.clause(part);
        }
        sketch
    }

    fn printed(table: Table, edition: Edition, cell: &str) -> Sketch {
        let printed = printed(table, edition);
        let width: u32 = printed[0].iter().map(|cell| cell.colspan).sum();
        let mut slots: Vec<Vec<Option<usize>>> = vec![vec![None; width as usize]; printed.len()];
        let mut pieces = Vec::new();
        for (at, row) in printed.iter().enumerate() {
            for printed in row {
                let column = slots[at].iter().position(Option::is_none).unwrap();
                for line in &mut slots[at..at + printed.rowspan as usize] {
                    line[column..column + printed.colspan as usize].fill(Some(pieces.len()));
                }
                let is_figure = matches!(printed.content, Content::Figure(_));
                let text = match &printed.content {
                    Content::ColumnHead(text) | Content::RowHead(text) => text,
                    Content::Figure(_) => cell,
                    Content::Empty => "",
                };
                let text = text.to_string();
                pieces.push(Piece { text, is_figure });
            }
        }
        let rows = slots
            .into_iter()
            .map(|row| row.into_iter().map(Option::unwrap).collect());
        Sketch {
            rows: rows.collect(),
            pieces,
        }
    }

    /// The pieces of a row from left to right.
    fn pieces_of(&self, row: usize) -> Vec<usize> {
        let mut pieces = self.rows[row].clone();
        pieces.dedup();
        pieces
    }

    fn figures_of(&self, row: usize) -> Vec<usize> {
        let mut figures = self.pieces_of(row);
        figures.retain(|&piece| self.pieces[piece].is_figure);
        figures
    }

    /// The label of a row of figures: the last head before them.
    fn label_of(&self, row: usize) -> Option<usize> {
        let pieces = self.pieces_of(row);
        let first = pieces
            .iter()
            .position(|&piece| self.pieces[piece].is_figure)?;
        pieces[..first].last().copied()
    }

    /// Writes a given row over its printed one, or adds it behind the one before; says where it stands.
    fn give(&mut self, given: Vec<String>, after: Option<usize>) -> usize {
        let first = (0..self.rows.len()).find(|&row| !self.figures_of(row).is_empty());
        let at = match self.place_of(&given) {
            Some(at) => at,
            None => {
                let model = after.unwrap_or(first.unwrap());
                let row = self.row_like(model);
                self.rows.insert(model + 1, row);
                model + 1
            }
        };
        let label = self.label_of(at);
        let slots: Vec<usize> = label.into_iter().chain(self.figures_of(at)).collect();
        assert_eq!(slots.len(), given.len(), "cells of {given:?}");
        for (slot, text) in slots.into_iter().zip(given) {
            self.pieces[slot].text = text;
        }
        at
    }

    /// A new row with the same merges: what spans several rows goes on, the rest is new.
    fn row_like(&mut self, model: usize) -> Vec<usize> {
        let mut row = self.rows[model].clone();
        for piece in self.pieces_of(model) {
            let height = self.rows.iter().filter(|row| row.contains(&piece)).count();
            if height > 1 {
                continue;
            }
            let new = self.pieces.len();
            let is_figure = self.pieces[piece].is_figure;
            self.pieces.push(Piece {
                text: String::new(),
                is_figure,
            });
            row.iter_mut()
                .filter(|slot| **slot == piece)
                .for_each(|slot| *slot = new);
        }
        row
    }

    fn place_of(&self, given: &[String]) -> Option<usize> {
        let last = self.rows.len() - 1;
        if self.label_of(last).is_none() {
            return Some(last);
        }
        let given = fold(unmarked(&given[0]));
        let alike = |row: usize| {
            let label = self
                .label_of(row)
                .map_or("", |piece| unmarked(&self.pieces[piece].text));
            let printed = fold(label);
            let same = printed.ordinal == given.ordinal || printed.core == given.core;
            if same {
                likeness(&printed.core, &given.core)
            } else {
                0.0
            }
        };
        let best = (0..self.rows.len()).max_by(|&a, &b| alike(a).total_cmp(&alike(b)))?;
        (alike(best) >= SAME_ROW).then_some(best)
    }

    fn clause(&mut self, clause: &str) {
        let names = clause
            .split('「')
            .skip(1)
            .filter_map(|part| part.split('」').next());
        let names: Vec<&str> = names.collect();
        let outside = clause.rsplit('」').next().unwrap_or_default();
        let mark = outside.find(" !").map_or("", |at| &outside[at..]);
        let last = unmarked(outside).trim();
        let corner = self.rows[0][0];
        match (&names[..], last) {
            ([row], "行") if clause.starts_with("没有") => {
                self.rows.remove(self.row(row));
                self.pieces[corner].text.push_str(mark);
            }
            ([column], "列") if clause.starts_with("没有") => {
                let at = self.column(column);
                for row in &mut self.rows {
                    row.remove(at);
                }
                self.pieces[corner].text.push_str(mark);
            }
            ([column], _) if last.starts_with("列为") => {
                let (head, at) = (self.head(column), self.column(column));
                for row in &self.rows {
                    let piece = &mut self.pieces[row[at]];
                    if piece.is_figure {
                        piece.text = value(last.trim_start_matches("列为"));
                    }
                }
                self.pieces[head].text.push_str(mark);
            }
            ([printed, written], "") if clause.contains("写作") => {
                let head = self.head(printed);
                self.pieces[head].text = (*written).to_string();
            }
            ([moved, before], "行前") => {
                let at = self.row(moved);
                let label = self.label_of(at).unwrap();
                self.pieces[label].text.push_str(mark);
                let row = self.rows.remove(at);
                let to = self.row(before);
                self.rows.insert(to, row);
            }
            ([before, added], "列") if clause.contains("列前多出") => {
                self.add_column(before, format!("{added}{mark}"));
            }
            _ => panic!("what does {clause} mean?"),
        }
    }

    fn add_column(&mut self, before: &str, head: String) {
        let (old, at) = (self.head(before), self.column(before));
        let new = self.pieces.len();
        self.pieces.push(Piece {
            text: head,
            is_figure: false,
        });
        for row in &mut self.rows {
            let here = row[at];
            let piece = if here == old {
                new
            } else if self.pieces[here].is_figure {
                self.pieces.push(Piece {
                    text: "0".to_string(),
                    is_figure: true,
                });
                self.pieces.len() - 1
            } else {
                here
            };
            row.insert(at, piece);
        }
    }

    /// The row with a label.
    fn row(&self, name: &str) -> usize {
        let is_it = |row: &usize| {
            let label = self
                .label_of(*row)
                .map(|piece| fold(unmarked(&self.pieces[piece].text)));
            label == Some(fold(name))
        };
        (0..self.rows.len())
            .find(is_it)
            .unwrap_or_else(|| panic!("no row {name}"))
    }

    fn head(&self, name: &str) -> usize {
        let mut pieces = self.pieces.iter();
        let at = pieces.position(|piece| unmarked(&piece.text) == name);
        at.unwrap_or_else(|| panic!("no head {name}"))
    }

    /// The column under a head.
    fn column(&self, name: &str) -> usize {
        let head = self.head(name);
        let mut columns = self
            .rows
            .iter()
            .filter_map(|row| row.iter().position(|&piece| piece == head));
        columns.next().unwrap()
    }

    /// Its cells with their spans.
    pub fn cells(&self) -> Vec<Vec<Cell>> {
        let mut begun = vec![false; self.pieces.len()];
        let mut rows = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let mut cells = Vec::new();
            for piece in self.pieces_of(at) {
                let has = |row: &&Vec<usize>| row.contains(&piece);
                if at > 0 && has(&&self.rows[at - 1]) {
                    continue;
                }
                // Where a moved row cuts a merged cell in two, the second half has no text.
                let text = if begun[piece] {
                    ""
                } else {
                    &self.pieces[piece].text
                };
                begun[piece] = true;
                cells.push(Cell {
                    text: text.to_string(),
                    rowspan: self.rows[at..].iter().take_while(has).count(),
                    colspan: row.iter().filter(|&&slot| slot == piece).count(),
                });
            }
            rows.push(cells);
        }
        rows
    }
}

/// What stands in a cell: 空 is nothing; a mark stays with it.
fn value(text: &str) -> String {
    let text = text.strip_prefix(' ').unwrap_or(text);
    text.strip_prefix('空').unwrap_or(text).to_string()
}

fn unmarked(text: &str) -> &str {
    text.split(" !").next().unwrap_or(text)
}
