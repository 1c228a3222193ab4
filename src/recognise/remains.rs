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

/// Whether the text holds the table of a section (1, 2 or 3 for 二, 三 or 四) unparted: its labels in one paragraph, or
/// its rows one a paragraph with their figures, however these are separated.
pub fn holds(document: &Document, section: usize) -> bool {
    let labels: Vec<String> = match section {
        1 => Edition::ALL
            .iter()
            .flat_map(|&e| table2::ROWS.iter().map(move |r| bare(r.head(e).zh)))
            .collect(),
        2 => table3::ROWS.iter().map(|r| bare(r.head.zh)).collect(),
        _ => vec![table4::ITEMS.iter().map(|i| i.head.zh).collect()],
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

/// The letters and digits of a text in comparable form.
fn bare(text: &str) -> String {
    squeeze(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}
