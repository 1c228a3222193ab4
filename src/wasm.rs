//! The only room that knows wasm-bindgen: takes a source and options out of JavaScript, runs the checker, hands a plain
//! object back. Nothing is decided here.

mod given;

use std::collections::BTreeMap;
use std::io::{self, Write};

use js_sys::{Array, Error, JSON, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::Checked;
use crate::check::{HostBlock, HostCell, LastYear, check_host};
use crate::form::Key;
use crate::model::date::month_and_day;
use crate::model::{Date, Quantity};
use crate::read::{Format, ReadError, ReadErrorKind};
use crate::recognise::Unit;
use crate::recognise::area::{Given, Unread};
use crate::settings::Settings;
#[cfg(feature = "office")]
use crate::view::sheet::{self, Paper, SheetView};
use crate::view::{self, CellName, UnitView, UnreadUnitView, WaiverView};
use crate::wording::{self, Language};

/// What the caller may say beside the source. Absent fields take their default.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    /// The file's name: a hint only, the content decides.
    name: String,
    /// Cells that a person has typed over, by the names of the form.
    edits: BTreeMap<CellName, String>,
    /// The day of publication, `2026-02-03`; empty where it is not known.
    published: String,
    /// A deadline of one's own, `02-20`; empty for that of the Regulation.
    deadline: String,
    /// Rules that are switched off or milder: `off`, `warning`, `info`, by the rules' ids.
    rules: BTreeMap<String, String>,
    /// Findings to let stand.
    waivers: Vec<WaiverView>,
    /// Of the sentences in a document; a report holds both.
    language: Tongue,
}

/// What is compared with a report on an area.
#[derive(Default, Deserialize)]
#[serde(default)]
struct AreaOptions {
    name: String,
    edits: BTreeMap<CellName, String>,
    units: Vec<UnitView>,
    unread: Vec<UnreadUnitView>,
    /// The names of the units that should be there; null without a list.
    listed: Option<Vec<String>>,
}

impl AreaOptions {
    fn asked(self) -> Result<crate::Options, JsValue> {
        let given = Given {
            units: self.units.into_iter().map(Unit::from).collect(),
            unread: self.unread.into_iter().map(Unread::from).collect(),
            listed: self.listed,
        };
        let edits = self.edits.iter().map(|(name, text)| edit(name, text));
        Ok(crate::Options {
            name: self.name,
            edits: edits.collect::<Result<_, _>>()?,
            area: Some(given),
            ..crate::Options::default()
        })
    }
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Tongue {
    #[default]
    Zh,
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Zh => Language::Chinese,
            Tongue::En => Language::English,
        }
    }
}

/// What a check sheet says beside what was found.
#[cfg(feature = "office")]
#[derive(Default, Deserialize)]
#[serde(default)]
struct SheetOptions {
    /// The day of the check, `2026-02-03`.
    date: String,
}

/// A piece of a host's content: a paragraph, or the cells of a table.
#[derive(Deserialize)]
#[serde(untagged)]
enum Block {
    Paragraph(String),
    Table(Vec<Cell>),
}

/// A cell as a host hands it over.
#[derive(Deserialize)]
struct Cell {
    id: String,
    text: String,
    row: u32,
    col: u32,
    #[serde(default = "one")]
    rowspan: u32,
    #[serde(default = "one")]
    colspan: u32,
}

/// Checks one source: a string (pasted text or HTML), a `Uint8Array` (a file) or an array (a host's paragraphs and
/// tables). Gives the page's report, or `{ error }` where the source could not be read; fails only where it was called
/// wrongly. `options.previous` is last year's report, a string or a `Uint8Array`.
#[wasm_bindgen]
pub fn check(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let previous = given_previous(&options);
    let options = options_of(options)?;
    match checked(source, &options, &previous)? {
        Ok(checked) => plain(&view::report(&options.name, &checked)),
        Err(error) => plain(&view::error(&error)),
    }
}

/// Checks one source as `check` does, and gives the document of the output contract.
#[wasm_bindgen]
pub fn document(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let previous = given_previous(&options);
    let options = options_of(options)?;
    let language = options.language.into();
    plain(&match checked(source, &options, &previous)? {
        Ok(checked) => view::document(&options.name, &checked, language),
        Err(error) => {
            let (kind, message) = wording::read_error(&error);
            view::unread(&options.name, kind, message, language)
        }
    })
}

/// What only the larger engines answer: `sheet` is the check sheet of a source; `summary` checks it and keeps what a list
/// of many needs; of the comparison with the reports under a report, `unit` keeps of a unit's report what is summed,
/// `names` reads a list of units, `area` compares the source with the units. `{ error }` where a source could not be read.
#[wasm_bindgen]
pub fn more(question: &str, source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    if cfg!(not(feature = "office")) {
        return plain(&view::error(&of_full()));
    }
    match question {
        #[cfg(feature = "office")]
        "sheet" => sheet(source, options),
        #[cfg(feature = "office")]
        "summary" => summary(source, options),
        step => area(step, source, options),
    }
}

/// The sheet is a page of its own; also that of a source that could not be read, but not of one for another engine.
#[cfg(feature = "office")]
fn sheet(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let previous = given_previous(&options);
    let SheetOptions { date } = given::given(options.clone())?;
    let options = options_of(options)?;
    let file = source.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    let paper = Paper {
        source: &options.name,
        file: file.as_deref(),
        date: day(&date, Date::parse)?,
        language: options.language.into(),
    };
    let html = match checked(source, &options, &previous)? {
        Ok(checked) => sheet::page(paper, Ok(&checked)),
        Err(error) if matches!(error.kind(), ReadErrorKind::NeedsFull(_)) => {
            return plain(&view::error(&error));
        }
        Err(error) => sheet::page(paper, Err(wording::read_error(&error).1)),
    };
    plain(&SheetView { html })
}

#[cfg(feature = "office")]
fn summary(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = options_of(options)?;
    match checked(source, &options, &JsValue::UNDEFINED)? {
        Ok(checked) => plain(&view::summary(&options.name, &checked)),
        Err(error) => plain(&view::error(&error)),
    }
}

fn area(step: &str, source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options: AreaOptions = given::given(options)?;
    let bytes = bytes_of(source)?;
    let answer = match step {
        "unit" => crate::unit(&bytes, &options.name).map(|unit| plain(&UnitView::from(unit))),
        "names" => crate::unit_names(&bytes, &options.name).map(|names| plain(&names)),
        _ => {
            let asked = options.asked()?;
            crate::check(&bytes, &asked).map(|checked| plain(&view::area(&checked)))
        }
    };
    answer.unwrap_or_else(|error| plain(&view::error(&error)))
}

/// What the full engine is to be asked.
fn of_full() -> ReadError {
    ReadError::new(ReadErrorKind::NeedsFull(Format::Html))
}

/// What all reports of an edition have in common of a table; null where there is no such table or edition.
#[wasm_bindgen]
pub fn form(table: &str, edition: &str) -> Result<JsValue, JsValue> {
    plain(&view::form(table, edition))
}

/// The rule book.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsValue> {
    plain(&view::rules())
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn options_of(options: JsValue) -> Result<Options, JsValue> {
    match options.is_undefined() || options.is_null() {
        true => Ok(Options::default()),
        false => given::given(options),
    }
}

/// The outer failure is the caller's, the inner one the source's.
fn checked(
    source: &JsValue,
    options: &Options,
    previous: &JsValue,
) -> Result<Result<Checked, ReadError>, JsValue> {
    let edits = options.edits.iter();
    let edits = edits
        .map(|(name, text)| edit(name, text))
        .collect::<Result<_, _>>()?;
    let mut settings = Settings::default();
    for (rule, change) in &options.rules {
        let set = settings.set(rule, change);
        set.map_err(|wrong| Error::new(&wrong.en))?;
    }
    let previous = match last_year(previous)? {
        Ok(previous) => previous,
        Err(error) => return Ok(Err(error)),
    };
    let asked = crate::Options {
        name: options.name.clone(),
        edits,
        published: day(&options.published, Date::parse)?,
        deadline: day(&options.deadline, month_and_day)?,
        settings,
        waivers: options.waivers.iter().cloned().map(Into::into).collect(),
        previous,
        area: None,
    };
    if Array::is_array(source) {
        return Ok(Ok(check_host(host(source)?, &asked)));
    }
    Ok(crate::check(&bytes_of(source)?, &asked))
}

/// Not of `Options`: its bytes are not to go through serde.
fn given_previous(options: &JsValue) -> JsValue {
    Reflect::get(options, &JsValue::from_str("previous")).unwrap_or(JsValue::UNDEFINED)
}

/// Last year's report. Where another engine reads it, that one is to be asked; else the check says why it is not compared.
fn last_year(previous: &JsValue) -> Result<Result<LastYear, ReadError>, JsValue> {
    if previous.is_undefined() || previous.is_null() {
        return Ok(Ok(LastYear::None));
    }
    if cfg!(not(feature = "office")) {
        return Ok(Err(of_full()));
    }
    Ok(match LastYear::read(&bytes_of(previous)?) {
        Err(error) if !matches!(error.kind(), ReadErrorKind::NeedsFull(_)) => {
            Ok(LastYear::Unread(wording::read_error(&error).1))
        }
        read => read,
    })
}

/// A day out of a text that may be empty.
fn day<T>(text: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, JsValue> {
    match (text, read(text)) {
        ("", _) => Ok(None),
        (_, Some(day)) => Ok(Some(day)),
        _ => Err(Error::new(&format!("no such day: {text}")).into()),
    }
}

fn host(source: &JsValue) -> Result<Vec<HostBlock>, JsValue> {
    let blocks: Vec<Block> = given::given(source.clone())?;
    let cell = |cell: Cell| HostCell {
        id: cell.id,
        text: cell.text,
        row: cell.row,
        column: cell.col,
        rowspan: cell.rowspan,
        colspan: cell.colspan,
    };
    let blocks = blocks.into_iter().map(|block| match block {
        Block::Paragraph(text) => HostBlock::Paragraph(text),
        Block::Table(cells) => HostBlock::Table(cells.into_iter().map(cell).collect()),
    });
    Ok(blocks.collect())
}

fn one() -> u32 {
    1
}

fn bytes_of(source: &JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(text) = source.as_string() {
        return Ok(text.into_bytes());
    }
    match source.dyn_ref::<Uint8Array>() {
        Some(array) => Ok(array.to_vec()),
        None => Err(Error::new("source must be a string, a Uint8Array or an array").into()),
    }
}

fn edit(name: &str, text: &str) -> Result<(Key, String), JsValue> {
    let key = Key::parse(name)
        .ok_or_else(|| Error::new(&format!("no cell of the form is called {name}")))?;
    Ok((key, text.to_owned()))
}

/// A plain object, by way of JSON: one crossing for the whole instead of one for each of its thousands of values.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, Decimals);
    let written = value.serialize(&mut serializer);
    written.map_err(|error| Error::new(&error.to_string()))?;
    let text = String::from_utf8(text).map_err(|error| Error::new(&error.to_string()))?;
    JSON::parse(&text)
}

/// Writes the decimals of a report, which have no more places than a quantity: no code for any float is needed.
struct Decimals;

impl serde_json::ser::Formatter for Decimals {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let units = (value * Quantity::UNIT as f64).round();
        write!(writer, "{}", Quantity(units as i64))
    }
}
