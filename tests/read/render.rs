//! A document as text that a person can compare with the page: one line for a paragraph or a table row,
//! `[rowspan x colspan]` before a merged cell, `⏎` for a line break inside a cell.

use std::fmt::Write;

use gouji::model::{Block, Cell, Document, Grid, Shape};

pub fn render(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let mark = paragraph
                    .heading
                    .map_or("¶".to_owned(), |level| format!("¶{level}"));
                writeln!(out, "{mark} {}", paragraph.text.replace('\n', "⏎")).unwrap();
            }
            Block::Picture(_) => writeln!(out, "¶ (picture)").unwrap(),
            Block::Grid(grid) => grid_lines(grid, &mut out),
        }
    }
    for trouble in &document.troubles {
        writeln!(out, "? {:?}", trouble.kind).unwrap();
    }
    out
}

fn grid_lines(grid: &Grid, out: &mut String) {
    let shape = match grid.shape {
        Shape::Ruled => "table",
        Shape::Rows => "rows",
        Shape::Stream => "stream",
    };
    let (rows, columns) = grid.size();
    writeln!(out, "=== {shape} {rows}x{columns} ===").unwrap();
    for row in 0..rows {
        let cells: Vec<String> = grid
            .cells
            .iter()
            .filter(|cell| cell.row == row)
            .map(cell_text)
            .collect();
        writeln!(
            out,
            "{}",
            if cells.is_empty() {
                "(no cell)".to_owned()
            } else {
                cells.join(" | ")
            }
        )
        .unwrap();
    }
    writeln!(out, "===").unwrap();
}

fn cell_text(cell: &Cell) -> String {
    let spans = match (cell.rowspan, cell.colspan) {
        (1, 1) => String::new(),
        (rows, columns) => format!("[{rows}x{columns}] "),
    };
    let hidden = if cell.hidden { "(hidden) " } else { "" };
    format!("{spans}{hidden}{}", cell.text.replace('\n', "⏎"))
}
