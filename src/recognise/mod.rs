//! Binds a document to the form: which grid is which table, which cell is which key, how sure, and what was left over.
//! Labels decide, not positions; where two readings are possible nothing is guessed.

mod align;
pub mod area;
mod columns;
mod filled;
mod four;
mod labels;
mod lines;
pub mod number;
mod previous;
mod published;
mod remains;
pub mod sections;
pub mod story;
mod three;
mod title;
mod two;
mod window;

pub use area::{Area, Unit};
pub use filled::{
    Doubt, Figure, Filled, Heading, Label, Notation, Oddity, Published, Sheet, SheetState, Title,
    Value,
};
pub use previous::{Previous, Unfit};

use std::cell::LazyCell;

use crate::form::{Edition, table3};
use crate::model::{Block, Document, Kind, PlaceId};
use crate::order;
use lines::{Line, Piece};

/// Binds a document to the form.
pub fn recognise(document: &Document) -> Filled {
    let mut filled = bound(document);
    filled.mentions = filled.story.mentions(&filled.title);
    filled
}

/// The same without what the sentences say in figures: of last year's report and of a unit's nobody asks.
pub fn bound(document: &Document) -> Filled {
    let sections = sections::find(document);
    let title = title::find(document, &sections);
    let by_year = title.year.and_then(Edition::of_year);
    let grids = lines::of_grids(document);
    let streams = LazyCell::new(|| lines::of_streams(document));
    let around = |section| Around::of(&sections, section);
    let two = first_found(&grids, &streams, |lines| {
        two::bind(lines, by_year, around(1))
    });
    let three = first_found(&grids, &streams, |lines| {
        three::bind(lines, two.rows_of.or(by_year), around(2))
    });
    let four = first_found(&grids, &streams, |lines| {
        four::bind(lines, document, around(3))
    });
    let edition = two
        .rows_of
        .filter(|_| two.state == SheetState::Bound)
        .or(three.rows_of)
        .or(by_year);
    let mut tables = [two, three, four];
    if cfg!(feature = "office") && matches!(document.kind, Kind::Pdf | Kind::Ofd) {
        doubt_scraps(&mut tables);
    }
    for (sheet, section) in tables.iter_mut().zip(1..) {
        sheet.as_text &= document.kind != Kind::Text;
        let here = blocks_of(document, &sections, section);
        if sheet.state != SheetState::Bound && remains::turned(here, section) {
            sheet.state = SheetState::CannotTell(Doubt::Layout);
        } else if sheet.state == SheetState::Missing {
            sheet.state = why_missing(document, &sections, section, here);
        }
    }
    /// So many of the six headings make a whole report even without a title.
    const HEADINGS: usize = 3;
    let mut seen: Vec<usize> = sections.iter().map(|h| h.section).collect();
    order::by_key(&mut seen, |&section| section);
    seen.dedup();
    let whole_report = !title.text.is_empty() || seen.len() >= HEADINGS;
    let story = story::read(document, &title, &tables);
    Filled {
        mentions: Vec::new(),
        published: published::find(&story),
        title,
        edition,
        tables,
        sections,
        whole_report,
        story,
        deadline: None,
        previous: Previous::None,
        area: None,
    }
}

/// A page says where its letters stand, not which are a table. Where most rows of table 三 were not found they were not
/// told apart, and a table that was not found at all may be there too.
fn doubt_scraps(tables: &mut [Sheet; 3]) {
    let missing = |sheet: &Sheet| {
        let rows = sheet.oddities.iter();
        let rows = rows.filter(|oddity| matches!(oddity, Oddity::RowMissing { .. }));
        rows.count()
    };
    let [_, three, _] = &*tables;
    if three.state != SheetState::Bound || missing(three) <= table3::ROWS.len() / 2 {
        return;
    }
    for sheet in tables {
        if sheet.state == SheetState::Missing || missing(sheet) > 0 {
            *sheet = Sheet {
                state: SheetState::CannotTell(Doubt::Columns),
                place: sheet.place,
                ..Sheet::default()
            };
        }
    }
}

/// Grids say more than streams: a table is looked for in them first.
fn first_found<'a>(
    grids: &[Line<'a>],
    streams: &LazyCell<Vec<Line<'a>>, impl FnOnce() -> Vec<Line<'a>>>,
    bind: impl Fn(&[Line<'a>]) -> Sheet,
) -> Sheet {
    let sheet = bind(grids);
    if sheet.state == SheetState::Bound {
        return sheet;
    }
    match bind(streams) {
        other if other.state == SheetState::Bound || sheet.state == SheetState::Missing => Sheet {
            as_text: other.state == SheetState::Bound,
            ..other
        },
        _ => sheet,
    }
}

/// Whether the report goes on around a table: only then are rows missing that do not stand at its edge.
#[derive(Clone, Copy)]
struct Around {
    /// The heading of its section was found.
    before: bool,
    /// A heading of a later section was found.
    after: bool,
}

impl Around {
    fn of(sections: &[Heading], section: usize) -> Self {
        Around {
            before: sections.iter().any(|h| h.section == section),
            after: sections.iter().any(|h| h.section > section),
        }
    }

    /// A row that was not found: missing, or outside of the piece that was given.
    fn missing(self, row: u8, found: &[u8], place: Option<PlaceId>) -> Oddity {
        let first = found.iter().min().is_none_or(|first| row < *first);
        let last = found.iter().max().is_none_or(|last| row > *last);
        match place {
            Some(place) if first && !self.before || last && !self.after => Oddity::RowDoubtful {
                row,
                doubt: Doubt::BreaksOff,
                place,
            },
            _ => Oddity::RowMissing { row },
        }
    }
}

/// From the heading of a section to that of a later one; nothing where it has no heading.
fn blocks_of<'a>(document: &'a Document, sections: &[Heading], section: usize) -> &'a [Block] {
    let from = sections.iter().find(|h| h.section == section);
    let later = sections.iter().filter(|h| h.section > section);
    let end = later.map(|h| h.block).min();
    from.and_then(|from| {
        let range = from.block..end.unwrap_or(document.blocks.len());
        document.blocks.get(range)
    })
    .unwrap_or_default()
}

/// What stands where the table should be: its words without separators, a picture, the end of the text, or nothing.
fn why_missing(
    document: &Document,
    sections: &[Heading],
    section: usize,
    here: &[Block],
) -> SheetState {
    if remains::holds(document, section) {
        return SheetState::CannotTell(Doubt::Glued);
    }
    if remains::labels_alone(document, section) {
        return SheetState::CannotTell(Doubt::NoFigures);
    }
    if here.iter().any(|block| matches!(block, Block::Picture(_))) {
        return SheetState::CannotTell(Doubt::Picture);
    }
    if !sections.is_empty() && sections.iter().all(|h| h.section <= section) {
        return SheetState::CannotTell(Doubt::BreaksOff);
    }
    SheetState::Missing
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
