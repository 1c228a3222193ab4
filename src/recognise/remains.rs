//! Tells what is left of a table that cannot be bound: its cells without separators, or its labels without figures.

use crate::form::{Edition, table2, table3, table4};
use crate::model::{Block, Document};
use crate::text::fold::squeeze;

/// So many row labels in one paragraph are a table, not a sentence.
const LABELS: usize = 4;

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

/// Whether one paragraph holds the labels of the table of a section (1, 2 or 3 for 二, 三 or 四).
pub fn holds(document: &Document, section: usize) -> bool {
    let labels: Vec<String> = match section {
        1 => table2::ROWS
            .iter()
            .map(|r| squeeze(r.head(Edition::E2019).zh))
            .collect(),
        2 => table3::ROWS.iter().map(|r| squeeze(r.head.zh)).collect(),
        _ => vec![table4::ITEMS.iter().map(|i| i.head.zh).collect()],
    };
    // A sentence names several labels too; only a table names its heads.
    let sign = if section == 1 { table2::CONTENT } else { "" };
    document.blocks.iter().any(|block| match block {
        Block::Paragraph(paragraph) => {
            let text = squeeze(&paragraph.text);
            let held = labels
                .iter()
                .filter(|label| text.contains(label.as_str()))
                .count();
            held >= LABELS.min(labels.len()) && text.contains(sign)
        }
        _ => false,
    })
}
