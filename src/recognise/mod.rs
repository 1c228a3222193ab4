//! Binds a document to the form: which grid is which table, which cell is which key, how sure, and what was left over.
//! Labels decide, not positions; where two readings are possible nothing is guessed.

mod align;
mod columns;
mod filled;
mod four;
mod glued;
mod labels;
mod lines;
pub mod number;
mod sections;
mod three;
mod title;
mod two;
mod window;

pub use filled::{
    AgencyKind, Doubt, Figure, Filled, Heading, Label, Notation, Oddity, Sheet, SheetState, Title,
    Value,
};

use crate::form::Edition;
use crate::model::{Block, Document};
use lines::{Line, Piece};

/// Binds a document to the form.
pub fn recognise(document: &Document) -> Filled {
    let title = title::find(document);
    let sections = sections::find(document);
    let by_year = title.year.and_then(Edition::of_year);
    let grids = lines::of_grids(document);
    let streams = lines::of_streams(document);
    let two = first_found(&grids, &streams, |lines| two::bind(lines, by_year));
    let three = first_found(&grids, &streams, |lines| {
        three::bind(lines, two.rows_of.or(by_year))
    });
    let four = first_found(&grids, &streams, |lines| four::bind(lines, document));
    let edition = two
        .rows_of
        .filter(|_| two.state == SheetState::Bound)
        .or(three.rows_of)
        .or(by_year);
    let mut tables = [two, three, four];
    for (sheet, section) in tables.iter_mut().zip(1..) {
        if sheet.state == SheetState::Missing {
            sheet.state = why_missing(document, &sections, section);
        }
    }
    /// So many of the six headings make a whole report even without a title.
    const HEADINGS: usize = 3;
    let mut seen: Vec<usize> = sections.iter().map(|h| h.section).collect();
    seen.sort_unstable();
    seen.dedup();
    let whole_report = !title.text.is_empty() || seen.len() >= HEADINGS;
    Filled {
        title,
        edition,
        tables,
        sections,
        whole_report,
    }
}

/// Grids say more than streams: a table is looked for in them first.
fn first_found<'a>(
    grids: &[Line<'a>],
    streams: &[Line<'a>],
    bind: impl Fn(&[Line<'a>]) -> Sheet,
) -> Sheet {
    let sheet = bind(grids);
    if sheet.state == SheetState::Bound {
        return sheet;
    }
    match bind(streams) {
        other if other.state == SheetState::Bound || sheet.state == SheetState::Missing => other,
        _ => sheet,
    }
}

/// What stands where the table should be: a picture, or its words without separators, or nothing.
fn why_missing(document: &Document, sections: &[Heading], section: usize) -> SheetState {
    if glued::holds(document, section) {
        return SheetState::CannotTell(Doubt::Glued);
    }
    let Some(from) = sections
        .iter()
        .find(|h| h.section == section)
        .map(|h| h.block)
    else {
        return SheetState::Missing;
    };
    let to = sections
        .iter()
        .map(|h| h.block)
        .filter(|b| *b > from)
        .min()
        .unwrap_or(document.blocks.len());
    let here = document.blocks.get(from..to).unwrap_or(&[]);
    if here.iter().any(|block| matches!(block, Block::Picture(_))) {
        SheetState::CannotTell(Doubt::Picture)
    } else {
        SheetState::Missing
    }
}

fn figure(piece: &Piece) -> Figure {
    let (value, notation) = number::read(piece.text);
    Figure {
        raw: piece.text.trim().to_string(),
        value,
        notation,
        place: piece.place,
    }
}
