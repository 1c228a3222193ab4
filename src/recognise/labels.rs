//! The printed labels in folded form, and the likeness of a found label to each.

use std::sync::LazyLock;

use crate::form::{Edition, table2, table3, table4};
use crate::text::fold::{Folded, fold, likeness, squeeze};

/// Under this likeness a label is another label.
pub const ALIKE: f32 = 0.6;
/// From this likeness on a label is surely meant.
pub const SURE: f32 = 0.8;

pub static THREE_ROWS: LazyLock<Vec<Folded>> =
    LazyLock::new(|| table3::ROWS.iter().map(|r| fold(r.head.zh)).collect());
pub static THREE_GROUPS: LazyLock<Vec<Folded>> =
    LazyLock::new(|| table3::GROUPS.iter().map(|g| fold(g)).collect());
pub static THREE_COLUMNS: LazyLock<Vec<Folded>> =
    LazyLock::new(|| table3::COLUMNS.iter().map(|c| fold(c.head.zh)).collect());
/// Heads of table 三 that stand over no single column.
pub static THREE_OTHER: LazyLock<Vec<Folded>> = LazyLock::new(|| {
    [
        table3::CORNER,
        table3::APPLICANT,
        table3::ORGANISATIONS,
        table3::RESULTS,
    ]
    .iter()
    .map(|h| fold(h))
    .collect()
});
pub static FOUR_ITEMS: LazyLock<Vec<Folded>> =
    LazyLock::new(|| table4::ITEMS.iter().map(|i| fold(i.head.zh)).collect());
pub static FOUR_GROUPS: LazyLock<Vec<Folded>> =
    LazyLock::new(|| table4::GROUPS.iter().map(|g| fold(g.head.zh)).collect());

/// The row labels of table 二 with their row, in all editions.
pub static TWO_ROWS: LazyLock<Vec<(u8, Folded)>> = LazyLock::new(|| {
    let rows = (0u8..).zip(table2::ROWS.iter());
    rows.flat_map(|(i, row)| Edition::ALL.map(|edition| (i, fold(row.head(edition).zh))))
        .collect()
});

/// The column heads of table 二 that only one edition prints.
pub static TWO_HEADS: LazyLock<Vec<(Edition, Folded)>> = LazyLock::new(|| {
    let heads = |edition: Edition| {
        let blocks = table2::blocks(edition).iter();
        blocks.flat_map(move |b| {
            let first = b.rows.first().copied().unwrap_or(0);
            b.items
                .iter()
                .map(move |&i| (edition, fold(table2::item_head(first, i, edition).zh)))
        })
    };
    Edition::ALL.into_iter().flat_map(heads).collect()
});

/// The best of some labels and its likeness.
pub fn best<'a>(
    found: &Folded,
    labels: impl IntoIterator<Item = &'a Folded, IntoIter: Clone>,
) -> Option<(usize, f32)> {
    let labels = labels.into_iter();
    // Most labels are as printed, and nothing is more alike than the same.
    if let Some(at) = labels.clone().position(|label| label.core == found.core) {
        return Some((at, 1.0));
    }
    let mut best: Option<(usize, f32)> = None;
    for (at, label) in labels.enumerate() {
        let score = likeness(&found.core, &label.core);
        if score >= ALIKE && best.is_none_or(|(_, before)| score > before) {
            best = Some((at, score));
        }
    }
    best
}

/// The words of the group labels, and those of all results.
static ABOVE_ROWS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let labels = THREE_GROUPS.iter().chain(THREE_OTHER.last());
    labels.map(|label| label.core.iter().collect()).collect()
});

/// What stands behind a group label, or behind that of all results, in the same cell, with the index of the group:
/// （三）不予公开-1.属于国家秘密, 三、本年度办理结果（一）予以公开.
pub fn below_group(text: &str) -> Option<(Option<usize>, Folded)> {
    /// The longest labels of a group, of all results and of a row, together.
    const LONGEST: usize = 72;
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let plain = squeeze(text);
    let results = THREE_OTHER.last()?;
    let after = |words: &str| {
        let (before, rest) = plain.split_once(words)?;
        let core = fold(before).core;
        let alone = core.is_empty() || likeness(&core, &results.core) >= SURE;
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
        (alone && !rest.is_empty()).then(|| fold(rest))
    };
    let of_results = ABOVE_ROWS.len().checked_sub(1);
    let mut above = ABOVE_ROWS.iter().enumerate();
    above.find_map(|(at, words)| {
        let item = after(words)?;
        Some((Some(at).filter(|_| Some(at) != of_results), item))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_longer_text_holds_a_group_and_an_item() {
        let text = |blanks: usize| format!("（三）不予公开{}1.属于国家秘密", " ".repeat(blanks));
        let blanks = 72 - text(0).chars().count();
        assert!(below_group(&text(blanks)).is_some());
        assert!(below_group(&text(blanks + 1)).is_none());
    }
}
