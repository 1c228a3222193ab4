//! Finds the six section headings among the paragraphs.

use std::sync::LazyLock;

use super::Heading;
use super::labels::SURE;
use crate::form::sections::SECTIONS;
use crate::model::{Block, Document, PlaceId};
use crate::text::fold::{Folded, fold, likeness};

static HEADINGS: LazyLock<Vec<(usize, Folded)>> = LazyLock::new(|| {
    let wordings = |(at, s): (usize, &'static crate::form::sections::Section)| {
        std::iter::once(s.heading)
            .chain(s.variants.iter().copied())
            .map(move |w| (at, fold(w)))
    };
    SECTIONS.iter().enumerate().flat_map(wordings).collect()
});

/// No heading is longer.
const LONGEST: usize = 60;

/// Every heading that is surely one of the six, in reading order.
pub fn find(document: &Document) -> Vec<Heading> {
    let texts = document
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(block, content)| match content {
            Block::Paragraph(p) => vec![(block, p.text.as_str(), p.place)],
            // One cell over the whole table, or a stream of cells, may hold a heading.
            Block::Grid(grid) => grid
                .cells
                .iter()
                .map(|c| (block, c.text.as_str(), c.place))
                .collect(),
            Block::Picture(_) => Vec::new(),
        });
    texts
        .filter_map(|(block, text, place)| heading(block, text, place))
        .collect()
}

fn heading(block: usize, text: &str, place: PlaceId) -> Option<Heading> {
    // A heading may run on into its first sentence: 一、总体情况。2025年…
    let text = text.trim_start_matches(['#', '*', ' ']);
    let line = text.split(['\n', '。', '：', ':']).next().unwrap_or("");
    if line.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let folded = fold(line);
    // Without its ordinal only the very wording is a heading; most paragraphs end here.
    let exact = HEADINGS
        .iter()
        .find(|(_, wording)| wording.core == folded.core);
    let ordered = || {
        let section = (folded.ordinal as usize).checked_sub(1)?;
        let own = HEADINGS.iter().filter(|(s, _)| *s == section);
        own.map(|h| (h, likeness(&folded.core, &h.1.core)))
            .find(|(_, s)| *s >= SURE)
            .map(|(h, _)| h)
    };
    let (section, _) = exact.or_else(ordered)?;
    Some(Heading {
        section: *section,
        text: line.trim().to_string(),
        place,
        block,
    })
}
