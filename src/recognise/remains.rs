//! Tells what is left of a table that cannot be bound: its cells without separators, or its labels without figures.

use std::collections::BTreeSet;

use crate::form::{Edition, table2, table3, table4};
use crate::model::{Block, Document};
use crate::text::fold::squeeze;

/// So many row labels in one paragraph are a table, not a sentence.
const LABELS: usize = 4;
/// So many of them in one line of a grid, where the form has one, are the table turned.
const CELLS: usize = 3;

/// Whether the labels of table 三 stand each on its own, as in a text whose figures were lost.
pub fn labels_alone(document: &Document, section: usize) -> bool {
    let labels: Vec<String> = table3::ROWS.iter().map(|r| squeeze(r.head.zh)).collect();
    let is_label = |text: &str| labels.contains(&squeeze(text));
    let alone = document.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => usize::from(is_label(&paragraph.text)),
        Block::Grid(grid) => grid.cells.iter().filter(|c| is_label(&c.text)).count(),
        Block::Picture(_) => 0,
    });
    section == 2 && alone.sum::<usize>() >= LABELS
}

/// Whether the text holds the table of a section (1, 2 or 3 for 二, 三 or 四) unparted: its labels in one paragraph, or
/// its rows one a paragraph with their figures, however these are separated.
pub fn holds(document: &Document, section: usize) -> bool {
    let labels = match section {
        3 => vec![table4::ITEMS.iter().map(|i| i.head.zh).collect()],
        _ => labels(section),
    };
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(bare(&paragraph.text)),
        _ => None,
    });
    // A sentence names several labels too; only a table names its heads.
    let sign = if section == 1 { table2::CONTENT } else { "" };
    let (mut rows, mut signed) = (Vec::new(), false);
    for text in paragraphs {
        signed |= text.contains(sign);
        let held = labels.iter().filter(|label| text.contains(label.as_str()));
        if held.count() >= LABELS.min(labels.len()) && text.contains(sign) {
            return true;
        }
        let row = |label: &&String| {
            let figures = text.strip_prefix(label.as_str());
            figures.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()))
        };
        rows.extend(labels.iter().find(row).cloned());
    }
    rows.sort_unstable();
    rows.dedup();
    signed && rows.len() >= LABELS.min(labels.len())
}

/// Whether a grid of these blocks holds the table of a section with its rows as columns, or its columns as rows.
pub fn turned(blocks: &[Block], section: usize) -> bool {
    let labels = labels(section);
    blocks.iter().any(|block| match block {
        Block::Grid(grid) => {
            let named = grid.cells.iter().filter_map(|cell| {
                let label = labels.binary_search(&bare(&cell.text)).ok()?;
                // The form has the items of table 四 side by side, all other labels one below the other.
                let line = if section == 3 { cell.column } else { cell.row };
                Some((line, label))
            });
            let named: BTreeSet<(u32, usize)> = named.collect();
            let lines: Vec<u32> = named.into_iter().map(|(line, _)| line).collect();
            lines
                .chunk_by(|a, b| a == b)
                .any(|line| line.len() >= CELLS)
        }
        _ => false,
    })
}

/// The labels of the table of a section (1, 2 or 3), bare and each once.
fn labels(section: usize) -> Vec<String> {
    let heads: Vec<&str> = match section {
        1 => Edition::ALL
            .iter()
            .flat_map(|&e| table2::ROWS.iter().map(move |r| r.head(e).zh))
            .collect(),
        2 => table3::ROWS.iter().map(|r| r.head.zh).collect(),
        _ => table4::ITEMS.iter().map(|i| i.head.zh).collect(),
    };
    let mut labels: Vec<String> = heads.into_iter().map(bare).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// The letters and digits of a text in comparable form.
fn bare(text: &str) -> String {
    squeeze(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}
