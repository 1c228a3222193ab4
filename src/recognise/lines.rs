//! The document as lines of pieces: a row of a grid, or a run of cells whose rows are not known.

use std::cell::OnceCell;

use super::number::is_figure_like;
use crate::model::{Block, Cell, Document, Grid, PlaceId, Shape};
use crate::text::fold::{self, Folded, fold};

/// A cell, or a short paragraph that may be one.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    pub text: &'a str,
    /// It reads like a figure, or is blank.
    pub figure: bool,
    pub place: PlaceId,
    /// First slot and number of slots in the row; only meaningful in a ruled grid.
    pub column: u32,
    pub colspan: u32,
    /// Row in its grid; none for a paragraph.
    pub row: Option<u32>,
}

impl Piece<'_> {
    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        fold::is_blank(self.text)
    }
}

/// Pieces in reading order.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    pub pieces: Vec<Piece<'a>>,
    pub shape: Shape,
    /// Index of the block that it stands in, or begins in.
    pub block: usize,
    labels: OnceCell<Vec<(usize, Folded)>>,
}

/// Paragraphs up to this many characters may be cells of a table that lost its lines.
const SHORT: usize = 80;
/// So many short paragraphs in a row may be a table that lost its lines.
const RUN: usize = 8;

/// The rows of all ruled and separated grids.
pub fn of_grids(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (block, content) in document.blocks.iter().enumerate() {
        if let Block::Grid(grid) = content
            && grid.shape != Shape::Stream
        {
            lines.extend(rows(grid, block));
        }
    }
    lines
}

/// The runs of cells without rows: stream grids and runs of short paragraphs.
pub fn of_streams(document: &Document) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut run: Option<Line> = None;
    for (block, content) in document.blocks.iter().enumerate() {
        match content {
            // A page number between two cells is no cell.
            Block::Paragraph(paragraph) if is_page_number(&paragraph.text) => {}
            Block::Paragraph(paragraph)
                if paragraph.text.chars().take(SHORT + 1).count() <= SHORT =>
            {
                let piece = Piece {
                    figure: is_figure_like(&paragraph.text),
                    text: &paragraph.text,
                    place: paragraph.place,
                    column: 0,
                    colspan: 1,
                    row: None,
                };
                run.get_or_insert_with(|| Line::new(Shape::Stream, block))
                    .pieces
                    .push(piece);
            }
            Block::Grid(grid) if grid.shape == Shape::Stream => {
                let line = run.get_or_insert_with(|| Line::new(Shape::Stream, block));
                line.pieces.extend(grid.cells.iter().map(piece));
            }
            _ => lines.extend(run.take()),
        }
    }
    lines.extend(run);
    lines.retain(|line| line.pieces.len() >= RUN);
    lines.iter().flat_map(by_labels).collect()
}

fn rows(grid: &Grid, block: usize) -> Vec<Line<'_>> {
    let mut lines: Vec<(u32, Line)> = Vec::new();
    for cell in &grid.cells {
        match lines.last_mut() {
            Some((row, line)) if *row == cell.row => line.pieces.push(piece(cell)),
            _ => {
                let mut line = Line::new(grid.shape, block);
                line.pieces.push(piece(cell));
                lines.push((cell.row, line));
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn piece(cell: &Cell) -> Piece<'_> {
    Piece {
        figure: is_figure_like(&cell.text),
        text: &cell.text,
        place: cell.place,
        column: cell.column,
        colspan: cell.colspan,
        row: Some(cell.row),
    }
}

/// `- 3 -`, `— 3 —` or 第 3 页.
fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let dashes = ['-', '－', '—', '–', '―'];
    let dashed = bare
        .strip_prefix(dashes)
        .and_then(|rest| rest.strip_suffix(dashes));
    let named = bare
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix('页'));
    dashed
        .or(named)
        .is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_numeric()))
}

/// Cuts a stream into lines: each begins with the first text after a figure, or of a new row where rows are known.
fn by_labels<'a>(stream: &Line<'a>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut after_figure, mut row) = (true, None);
    for &piece in &stream.pieces {
        let figure = piece.figure;
        let new_row = piece.row.is_some() && row.is_some() && piece.row != row;
        row = piece.row;
        if !figure && (after_figure || new_row) || lines.is_empty() {
            lines.push(Line::new(Shape::Stream, stream.block));
        }
        after_figure = figure;
        if let Some(line) = lines.last_mut() {
            line.pieces.push(piece);
        }
    }
    lines
}

impl<'a> Line<'a> {
    fn new(shape: Shape, block: usize) -> Line<'a> {
        Line {
            pieces: Vec::new(),
            shape,
            block,
            labels: OnceCell::new(),
        }
    }

    /// How many pieces stand before the first figure (blanks do not end the labels).
    pub fn label_count(&self) -> usize {
        let is_number = |p: &Piece| p.figure && !p.is_blank();
        // The number of the row may stand in front of its label.
        let mut filled = self.pieces.iter().filter(|p| !p.is_blank());
        let numbered =
            self.pieces.first().is_some_and(is_number) && filled.nth(1).is_some_and(|p| !p.figure);
        let from = usize::from(numbered);
        let labels = self.pieces.iter().skip(from).position(is_number);
        labels.map_or(self.pieces.len(), |at| at + from)
    }

    /// How many pieces stand up to the last text before the first figure.
    pub fn label_end(&self) -> usize {
        let labels = self.pieces.get(..self.label_count()).unwrap_or(&[]);
        let last = labels.iter().rposition(|p| !p.figure);
        last.map_or(0, |at| at + 1)
    }

    /// Folded texts that may be the row's label, with the index of the last piece of each: the pieces before the first
    /// figure, and in a stream also their last ones joined (a wrapped label).
    pub fn labels(&self) -> &[(usize, Folded)] {
        // Each of the tables asks for them.
        self.labels.get_or_init(|| self.folded_labels())
    }

    fn folded_labels(&self) -> Vec<(usize, Folded)> {
        /// A printed label is not wrapped over more lines.
        const WRAPPED: usize = 4;
        let texts = self.pieces.get(..self.label_end()).unwrap_or(&[]);
        let single = texts.iter().enumerate().filter(|(_, p)| !p.figure);
        let mut labels: Vec<(usize, Folded)> = single.map(|(at, p)| (at, fold(p.text))).collect();
        if self.shape == Shape::Stream {
            for length in 2..=WRAPPED.min(texts.len()) {
                let joined: String = texts
                    .iter()
                    .skip(texts.len() - length)
                    .map(|p| p.text)
                    .collect();
                labels.push((texts.len() - 1, fold(&joined)));
            }
        }
        labels
    }

    pub fn has_number(&self) -> bool {
        self.label_count() < self.pieces.len()
    }
}
