//! The one door: bytes in, everything that is to be said about them out. A pure function of its input.

use crate::finding::Words;
use crate::form::{Edition, Key};
use crate::model::{Date, Document, PlaceId};
use crate::order;
use crate::read::{self, ReadError};
pub use crate::read::{HostBlock, HostCell};
use crate::recognise::area::{self, Given};
use crate::recognise::{
    self, Area, Figure, Filled, Oddity, Previous, Published, Sheet, SheetState, Unfit, Unit,
};
use crate::report::{self, Report};
use crate::settings::Settings;
use crate::waiver::Waiver;

/// What the caller may say beside the bytes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the file: a hint only, the content decides what it is.
    pub name: String,
    /// Cells whose text a person has typed over, in the order of typing.
    pub edits: Vec<(Key, String)>,
    /// The day on which the report was or will be published; none takes what the document itself says.
    pub published: Option<Date>,
    /// Month and day of a deadline of one's own, in place of that of the Regulation.
    pub deadline: Option<(u8, u8)>,
    pub settings: Settings,
    pub waivers: Vec<Waiver>,
    /// The report on the year before, to compare with.
    pub previous: LastYear,
    /// The reports under it, to sum up.
    pub area: Option<Given>,
}

/// The report on the year before, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub enum LastYear {
    /// None is given.
    #[default]
    None,
    Read(Box<Document>),
    /// Why it could not be read.
    Unread(Words),
}

impl LastYear {
    /// Reads it; the content decides what it is.
    pub fn read(bytes: &[u8]) -> Result<LastYear, ReadError> {
        Ok(LastYear::Read(Box::new(read::read(bytes, "")?)))
    }
}

/// One input, read, bound to the form and checked.
#[derive(Clone, Debug)]
pub struct Checked {
    pub document: Document,
    /// With the edits in it.
    pub filled: Filled,
    pub report: Report,
    /// The cells that were typed over.
    pub edited: Vec<Key>,
}

/// Checks one input.
pub fn check(bytes: &[u8], options: &Options) -> Result<Checked, ReadError> {
    Ok(check_document(read::read(bytes, &options.name)?, options))
}

/// Reads the report of a unit and keeps of it what an area sums.
pub fn unit(bytes: &[u8], name: &str) -> Result<Unit, ReadError> {
    let document = read::read(bytes, name)?;
    Ok(Unit::of(name, &recognise::bound(&document)))
}

/// Reads a list of units: their names, in the column that has a head of names, else in the first.
pub fn unit_names(bytes: &[u8], name: &str) -> Result<Vec<String>, ReadError> {
    Ok(area::names(&read::read(bytes, name)?))
}

/// Checks what a host page hands over as values.
pub fn check_host(blocks: Vec<HostBlock>, options: &Options) -> Checked {
    check_document(read::host(blocks), options)
}

/// Checks content that is already read.
pub fn check_document(document: Document, options: &Options) -> Checked {
    let mut filled = recognise::recognise(&document);
    let given = options
        .published
        .map(|date| Published { date, place: None });
    filled.published = given.or(filled.published);
    filled.deadline = options.deadline;
    filled.previous = match &options.previous {
        LastYear::None => Previous::None,
        LastYear::Read(given) => Previous::of(&filled, recognise::bound(given)),
        LastYear::Unread(why) => Previous::Unfit(Unfit::Unread {
            zh: why.zh.clone(),
            en: why.en.clone(),
        }),
    };
    if cfg!(feature = "office") {
        let area = options.area.clone();
        filled.area = area.map(|given| Box::new(Area::of(&filled, given)));
    }
    let mut checked = check_filled(document, filled, &options.edits);
    let (settings, waivers) = (&options.settings, &options.waivers);
    checked.report.settle(&checked.filled, settings, waivers);
    checked
}

/// Checks a form that is already bound, with what a person typed over it.
pub fn check_filled(document: Document, mut filled: Filled, edits: &[(Key, String)]) -> Checked {
    let mut edited = Vec::new();
    for (key, text) in edits {
        edit(&mut filled, *key, text);
        if !edited.contains(key) {
            edited.push(*key);
        }
    }
    let report = report::report(&filled);
    Checked {
        document,
        filled,
        report,
        edited,
    }
}

/// The edition in which a table is drawn and its cells are named: that of its own rows, else the one that the year
/// demands, else that of the other tables, else the current one.
pub fn drawn_edition(filled: &Filled, sheet: &Sheet) -> Edition {
    let of_year = filled.title.year.and_then(Edition::of_year);
    sheet
        .rows_of
        .or(of_year)
        .or(filled.edition)
        .unwrap_or(Edition::E2021)
}

/// Puts a typed text into its cell. A table that was not read becomes the person's own: only what they typed is in it.
fn edit(filled: &mut Filled, key: Key, text: &str) {
    let edition = drawn_edition(filled, filled.sheet(key.table));
    let (value, notation) = recognise::number::read(text);
    let sheet = sheet_mut(filled, key);
    if sheet.state != SheetState::Bound {
        *sheet = Sheet {
            state: SheetState::Bound,
            rows_of: Some(edition),
            ..Sheet::default()
        };
    }
    let place = match sheet.figures.iter().find(|(k, _)| *k == key) {
        Some((_, figure)) => figure.place,
        None => PlaceId(0),
    };
    let figure = Figure {
        raw: text.to_string(),
        value,
        notation,
        place,
    };
    put(sheet, key, figure, edition);
    forgive(sheet, edition);
}

fn sheet_mut(filled: &mut Filled, key: Key) -> &mut Sheet {
    use crate::form::Table;
    let [two, three, four] = &mut filled.tables;
    match key.table {
        Table::Two => two,
        Table::Three => three,
        Table::Four => four,
    }
}

/// Replaces the figure of a cell, or adds it where the form has it.
fn put(sheet: &mut Sheet, key: Key, figure: Figure, edition: Edition) {
    if let Some((_, old)) = sheet.figures.iter_mut().find(|(k, _)| *k == key) {
        *old = figure;
        return;
    }
    sheet.figures.push((key, figure));
    let order = Key::all(key.table, edition);
    let rank = |key: &Key| order.iter().position(|k| k == key).unwrap_or(order.len());
    order::by_key(&mut sheet.figures, |(k, _)| rank(k));
}

/// A missing or doubtful row or column is so no longer when a person has filled every cell of it.
fn forgive(sheet: &mut Sheet, edition: Edition) {
    let Some(&(first, _)) = sheet.figures.first() else {
        return;
    };
    let all = Key::all(first.table, edition);
    let here: Vec<Key> = sheet.figures.iter().map(|(key, _)| *key).collect();
    let full = |line: &dyn Fn(&Key) -> bool| {
        let mut cells = all.iter().filter(|key| line(key)).peekable();
        cells.peek().is_some() && cells.all(|key| here.contains(key))
    };
    sheet.oddities.retain(|oddity| match oddity {
        Oddity::RowMissing { row } | Oddity::RowDoubtful { row, .. } => {
            !full(&|key: &Key| key.row == *row)
        }
        Oddity::ColumnMissing { column } => !full(&|key: &Key| key.column == *column),
        _ => true,
    });
}
